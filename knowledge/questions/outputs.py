"""What must come of the tasks that are asked for: "nghị định nào quá hạn", "which laws must MoF draft".

A kind of output is a condition of its own where it is asked for as such: by a word that asks ("những", "mấy", "nào"),
as the output ("có kết quả là nghị định"), or with nothing else beside it. Within a longer name ("Luật Dữ liệu", "công
nghệ chiến lược") and where a document is only cited ("theo quyết định của Thủ tướng") it stays a part of the topic.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.outputs import ISSUED, KIND_OF, Output
from knowledge.patterns import Sought
from knowledge.questions import lexicon
from knowledge.questions.kinds import BY, DRAFT, ENGLISH, IS_OUTPUT, ISSUED_BY, ISSUER, NAMES, QUANTIFIER
from knowledge.questions.rest import Rest
from knowledge.questions.vocabulary import Vocabulary
from knowledge.text import has_diacritics, words

# As written with marks, so that "đề ăn" is none and "de an" is.
_MARKED = frozenset(
    "luật|bộ luật|nghị định|nghị quyết|quyết định|thông tư|chỉ thị|đề án|kế hoạch|chương trình|chiến lược|quy hoạch"
    "|qui hoạch|danh mục|bộ tiêu chí|báo cáo|cơ sở dữ liệu|nền tảng|hệ thống".split("|")
)
# Names that mean so much else that they must be asked for; the others may stand with nothing beside them.
_ASKED_ONLY = frozenset(("report", "decision", "catalogue", "system", "platform", "database", "resolution", "plan"))

_FOUND = Sought(
    rf"(?<![\w/.-])(?P<output>{IS_OUTPUT})?(?P<many>{QUANTIFIER}+)?{DRAFT}*(?P<kind>{NAMES})\b"
    rf"(?:{BY}(?:{ISSUER})\b(?! (?:dien tu|so)\b))?(?P<which> (?:nao|gi|j)\b)?"
    r"(?!\s*(?:so |no\.? ?)?\d|[/-]\w| (?:nghia )?la (?:gi|j)\b| (?:cong tac|hanh dong|lam viec)\b)"
)
# Something spoken of before is pointed at: "nghị định này".
_POINTS = re.compile(r" (?:này|đó|ấy|trên|kia|nay|ay|kia|this|that)\b", re.IGNORECASE)
# What may stand right before a kind; any other word makes it a part of something ("công nghệ chiến lược").
_BEFORE = frozenset(
    "so luong nhung cac may nhieu sach ke moi ca co con phai la va hoac hay cung ve trinh sua doi sung dung hanh thao "
    "an lap lam ra soan thay thien thanh xong viec vu nv tasks task chua da dang dau thi the chi trong la duyet cua "
    "them nua giao nop no ban which what how many most fewest any all list the and or of is are draft issue submit "
    "amend write prepare revise on new be must should has have overdue late unfinished due me about s".split()
)
# What is done to make one, and words that only ask: with nothing else left, the kind is all that is asked for.
_AROUND = frozenset(
    "sua doi bo sung trinh ban hanh soan thao xay dung hoan thien du an lap lam ra ky thong qua phe duyet moi thay the "
    "co la san pham ket qua dau phai can nop thu so luong nhieu it nhat nao gi may bao nhieu trong cua "
    "cho do thi chu tri viec nhiem vu ho so chuan bi tham muu de xuat loai dang con thuoc ve quy "
    "draft drafts drafted drafting issue issues issued amend amends amended revise submit submitted write "
    "prepare make made new produce output outputs deliverable deliverables whose with as due must still yet "
    "promulgate promulgated develop build be by".split()
)
# So far before a kind its neighbour is looked for.
_REACH = 40
# A resolution is an output where it is to be made; else one of the directives is meant.
_DRAFTED = re.compile(r"\b(?:trinh|ban hanh|xay dung|soan|soan thao|draft\w*|submit\w*|issue)\b")
# Most questions name no kind at all, which its words tell without a search.
_NAMED = Sought(rf"\b(?:{NAMES})\b")


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    output: Output
    told: bool  # named as the output of tasks
    asked: bool  # asked for by a word that asks


@dataclass(frozen=True, slots=True)
class Made:
    """The kinds of output that are asked for, and the words that are left as the topic beside them."""

    outputs: tuple[Output, ...] = ()
    topic: str = ""


NO_OUTPUTS = Made()


def outputs_in(rest: Rest, frames: Sequence[Sought | str], vocabulary: Vocabulary, *, limited: bool) -> Made:
    """Return the kinds of output that are asked for in what is left of a question; none where they are of the topic.

    `limited` tells whether tasks are limited by anything else; where they are counted, they are as well.
    """
    if _NAMED.search(rest.folded) is None:
        return NO_OUTPUTS
    places = list(_places(rest))
    if not places:
        return NO_OUTPUTS
    left = Rest(rest.raw, rest.folded)
    for each in places:
        left.take(each.start, each.end)
    topic = left.topic(frames, vocabulary)
    bare = _AROUND.issuperset(words(topic))
    limited = limited or lexicon.COUNT.search(rest.original) is not None
    told, asked = any(each.told for each in places), any(each.asked for each in places)
    alone = bare and all(each.output.issuer or each.output.kind not in _ASKED_ONLY for each in places)
    if not (told or alone or (asked and (bare or limited))):
        return NO_OUTPUTS
    return Made(tuple(dict.fromkeys(each.output for each in places)), "" if bare else topic)


def _places(rest: Rest) -> Iterator[_Place]:
    """Yield where kinds of output are named, as such and not within something longer."""
    for place in _FOUND.finditer(rest.folded):
        said = place["kind"]
        kind = KIND_OF.get(said) or next(kind for name, kind in ENGLISH.items() if re.fullmatch(name, said))
        told, many = bool(place["output"]), bool(place["many"])
        issuer = next((name.removesuffix("_en") for name in ISSUED_BY if place[name]), "")
        written = rest.raw[place.start("kind") : place.end("kind")].lower()
        other_word = has_diacritics(written) and written not in _MARKED
        one = said not in KIND_OF and not said.endswith("s")  # "by law"
        if other_word or _POINTS.match(rest.raw, place.end()) or (issuer and kind not in ISSUED):
            continue
        if not (told or many) and (one or not _free(rest.folded, place.start())):
            continue
        asked = many or bool(place["which"])
        if kind == "resolution" and not (told or issuer == "assembly"):
            asked = asked and _DRAFTED.search(rest.original) is not None
            if not asked:
                continue
        if kind == "report" and not (told or many or place["which"] == " nao"):  # "phải báo cáo gì"
            continue
        yield _Place(place.start(), place.end(), Output(kind, issuer), told, asked)


def _free(folded: str, start: int) -> bool:
    """Tell whether nothing right before a kind makes it a part of something else."""
    before = re.search(r"(\w+) $", folded[max(0, start - _REACH) : start])
    return before is None or before[1] in _BEFORE
