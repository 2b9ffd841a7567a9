"""What must come of a task: the kinds of its output, told from its output field and the head of its title.

A task has a kind where that is what it makes: "Luật của Quốc hội", "Xây dựng, khai thác CSDL …". What is only cited
("hướng dẫn các luật", "kết nối Đề án 06"), carried out ("Triển khai Đề án …") or part of another word ("công nghệ chiến
lược") is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.text import fold, tidy

# The reviewed vocabulary: each kind by its folded names.
KINDS: dict[str, tuple[str, ...]] = {
    "law": ("luat", "bo luat"),
    "decree": ("nghi dinh",),
    "resolution": ("nghi quyet",),
    "decision": ("quyet dinh",),
    "circular": ("thong tu",),
    "instruction": ("chi thi",),
    "scheme": ("de an",),
    "plan": ("ke hoach",),
    "programme": ("chuong trinh",),
    "strategy": ("chien luoc",),
    "master_plan": ("quy hoach",),
    "catalogue": ("danh muc",),
    "criteria": ("bo tieu chi",),
    "report": ("bao cao",),
    "database": ("co so du lieu", "csdl"),
    "platform": ("nen tang",),
    "system": ("he thong",),
}
# Who issues it, as outputs name them.
ISSUERS: dict[str, str] = {
    "prime_minister": r"thu tuong(?: chinh phu| cp)?|ttg(?:cp)?",
    "government": r"chinh phu|cp",
    "assembly": r"quoc hoi|qh",
    "minister": r"bo truong",
}
# What is issued at all, and what every one of a kind is issued by, whether it is written or not.
ISSUED = frozenset(("law", "decree", "resolution", "decision", "circular", "instruction"))
_ALWAYS = {"law": "assembly", "decree": "government"}


@dataclass(frozen=True, slots=True)
class Output:
    """A kind of output, and who issues it ("" for whoever does)."""

    kind: str
    issuer: str = ""


KIND_OF = {name: kind for kind, names in KINDS.items() for name in names}
_NAMES = "|".join(sorted(KIND_OF, key=len, reverse=True))
# "Hệ thống trung tâm", "hệ thống phương pháp luận" are no information systems.
_KIND = rf"(?P<kind>{_NAMES})\b(?<!he thong)(?! so \d)|(?P<system>he thong)\b"
_KIND += r"(?! (?:trung tam|phuong phap|chinh tri|van ban|to chuc))"
_ISSUER = re.compile(
    r"(?: cua| do)? (?:" + "|".join(rf"(?P<{name}>{words})" for name, words in ISSUERS.items()) + r")\b"
)
# What makes something, or makes it anew; the others may only stand beside one of these.
_MAKING = (
    r"xay dung|ban hanh|trinh(?: ban hanh)?|sua(?: doi)?|bo sung|hoan thien|hoan thanh|hoan chinh|soan thao|lap"
    r"|cap nhat|dieu chinh|thay the|cong bo|dua(?: vao)?|khai thac|van hanh|tao lap|thiet lap|hinh thanh|day nhanh"
    r"|nang cap|so hoa|tham muu|phe duyet|bao dam"
)
_BESIDE = r"ra soat|nghien cuu|trien khai|de xuat|tiep tuc|thuc hien"
_STEP = rf"(?:(?:{_MAKING}|{_BESIDE})"
_STEP += (
    r"(?: quoc hoi| chinh phu| thu tuong(?: chinh phu)?| thong qua| day du| kip thoi| hieu qua)*(?:, | va | hoac | )*)"
)
_HEAD = r"(?:cac|nhung|mot so|du an|du thao|ho so de nghi xay dung|khung|ban|toan bo|ho so)"
_FIRST = re.compile(rf"\W*(?P<steps>{_STEP}*)(?:{_HEAD} )*(?:{_KIND})")
_MADE = re.compile(rf"\b(?:{_MAKING})\b")
# After one kind another, with nothing between that says of what: "Chương trình, kế hoạch công tác".
_NEXT = re.compile(rf"(?:,| va|/| hoac) ?(?:{_HEAD} )*(?:{_KIND})")
_PIECES = re.compile(r"[;,/.]")


def always_by(output: Output) -> Output:
    """Return `output` with who issues every one of its kind, where nobody is named and that is known."""
    return output if output.issuer else Output(output.kind, _ALWAYS.get(output.kind, ""))


def outputs_of(title: str, output: str) -> frozenset[Output]:
    """Return what must come of a task with this title and output."""
    found = {*_said(tidy(title)), *_listed(tidy(output))}
    named = {each.kind for each in found if each.issuer}
    return frozenset(each for each in found if each.issuer or each.kind not in named)


def _listed(output: str) -> Iterator[Output]:
    """Yield what an output field names: at its head, and where it goes on with a capital or after a semicolon."""
    start = 0
    for end in (*(found.end() for found in _PIECES.finditer(output)), len(output) + 1):
        piece = output[start:].lstrip()
        if piece and (not start or piece[0].isupper() or output[:start].rstrip().endswith((";", "/"))):
            yield from _said(output[start:])
        start = end


def _said(text: str) -> Iterator[Output]:
    """Yield what a text begins with, made or named."""
    folded = fold(text).replace("  ", " ").strip()
    found = _FIRST.match(folded)
    if found is None or (found["steps"] and _MADE.search(found["steps"]) is None):
        return
    while found is not None:
        kind = KIND_OF[found["kind"] or found["system"]]
        issued = _ISSUER.match(folded, found.end()) if kind in ISSUED else None
        yield Output(kind, _ALWAYS.get(kind, (issued and issued.lastgroup) or ""))
        found = _NEXT.match(folded, issued.end() if issued else found.end())
