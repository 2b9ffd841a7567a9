"""How questions name kinds of output and who issues them; all folded."""

import re
from collections.abc import Sequence

from knowledge.mentions import Mention
from knowledge.outputs import ISSUED, ISSUERS, KIND_OF

# English names; where only the plural names a kind, a single one is something else ("by law", "in a decision").
ENGLISH = {
    "laws?": "law",
    "bills?": "law",
    "decrees?": "decree",
    "resolutions?": "resolution",
    "decisions?": "decision",
    "circulars?": "circular",
    "schemes?": "scheme",
    "plans?": "plan",
    "program(?:me)?s?": "programme",
    "strateg(?:y|ies)": "strategy",
    "master plans?": "master_plan",
    "databases?": "database",
    "platforms?": "platform",
}
NAMES = "|".join((*sorted(KIND_OF, key=len, reverse=True), *sorted(ENGLISH, key=len, reverse=True)))
ISSUED_BY = {
    **ISSUERS,
    "prime_minister_en": "prime minister|pm",
    "government_en": "government",
    "assembly_en": "national assembly",
}
ISSUER = "|".join(f"(?P<{name}>{said})" for name, said in ISSUED_BY.items())
BY = r"(?: (?:nao|gi))?(?: (?:do|cua|of|by|from)(?: the)?)? "
# "Có kết quả là nghị định", "whose output is a decree".
IS_OUTPUT = (
    r"(?:(?:ma |phai |co |ra )*(?:ket qua|san pham|dau ra|outputs?|deliverables?)"
    r"(?: (?:dau ra|phai dat|phai co|du kien|cuoi cung|can dat))*(?: phai)?"
    r"(?: (?:la|gom|is|are|being|must be)|:) (?:1 |mot )?"
    r"|with (?=(?:an? )\w+ as (?:its |the )?(?:output|deliverable)))"
)
QUANTIFIER = (
    r"(?:(?:nhung|cac|danh sach|ds|liet ke|bao nhieu|may|moi|tat ca|toan bo|how many|which|what|any|all|number of) )"
)
DRAFT = r"(?:(?:du thao|ban|du an|ho so|draft|new|an?|the) )"
# Who only issues something: "quyết định của Thủ tướng".
_ISSUES = re.compile(
    rf"\b(?:{'|'.join(name for name, kind in KIND_OF.items() if kind in ISSUED)}|decisions?|resolutions?|decrees?)"
    r"(?: (?:nao|gi))?(?: (?:do|cua|of|by|from)(?: the)?)? $"
)
_ISSUING = frozenset(("Thủ tướng Chính phủ", "Quốc hội", "Chính phủ"))
_REACH = 40
_TOLD = re.compile(rf"{IS_OUTPUT}{DRAFT}*$")


def is_output(folded: str, start: int) -> bool:
    """Tell whether what begins there is named as the output of tasks: "có kết quả là nghị quyết của Chính phủ"."""
    return _TOLD.search(folded, max(0, start - _REACH), start) is not None


def without_issuers(folded: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return `mentions` without those who only issue what must come of tasks: "quyết định của Thủ tướng"."""
    return [
        each
        for each in mentions
        if each.name not in _ISSUING or not _ISSUES.search(folded, max(0, each.start - _REACH), each.start)
    ]
