"""In which order tasks are wanted, and how many of the first: lists have their earliest deadlines first anyway."""

from knowledge.patterns import Sought
from knowledge.questions import lexicon
from knowledge.questions.grouping import grouping
from knowledge.questions.rest import Rest

_TASKS = r"(?:viec|nhiem vu|dau viec|nv|tasks?)"
_POLITE = r"(?: (?:giup|cho|ho|gium|lai|thu tu|em|anh|chi|toi|minh|ra))*"
_NEAREST = r"(?:gan|som|gap|khan|tre|cham|lau)(?: hon| nhat)?"
_BEFORE_OTHERS = r"(?:(?:gan|som|gap)(?: hon| nhat)?|(?:khan|tre|cham|lau)(?: hon| nhat))"
# "Xếp theo hạn gần nhất trước", "hạn gần nhất trước".
_EARLIEST = Sought(
    rf"\b(?:sap xep|xep|sap){_POLITE}(?=[^,.;?!\n]{{1,60}} theo (?:thu tu )?(?:ngay )?(?:den )?(?:thoi )?han\b)"
    rf"|\b(?:(?:sap xep|xep|sap){_POLITE} )?theo (?:thu tu )?(?:ngay )?(?:den )?(?:thoi )?han(?: chot| hoan thanh)?\b"
    rf"(?: (?:tang dan|tu som den muon|tu gan den xa|{_NEAREST}(?: (?:len |xep )?(?:truoc|dau))?)\b)?"
    rf"|\b{_BEFORE_OTHERS} (?:len |xep |de )?truoc\b"
    r"(?! (?:ngay|thang|nam|quy|khi|han|day|do|kia|nay|tet|mat|het|\d))"
    r"|\b(?:gan|som) han nhat\b"
)
_OTHER = Sought(
    rf"\b(?:sap xep|xep){_POLITE} (?:theo|tu) [^,.;?!\n]+"
    r"|\b(?:giam dan|(?:moi|xa|muon|cuoi)(?: hon| nhat) (?:len )?truoc)\b|(?<=han )xa nhat\b"
)
_COUNT = r"(?:\d{1,2}|mot|hai|ba|bon|(?<!trong )(?<!cuoi )(?<!dau )(?<!het )(?<!ca )nam|sau|bay|tam|chin|muoi)"
# "5 việc đầu", "top 5 việc", "3 việc gấp nhất".
_FIRST = Sought(
    rf"\btop {_COUNT}(?= {_TASKS}\b)"
    rf"|\b{_COUNT}(?= {_TASKS} (?:\w+ ){{0,6}}?(?:gan|som|gap|khan|tre|cham|lau|quan trong|khan cap)(?: han)? nhat\b)"
    rf"|\b{_COUNT} {_TASKS} dau(?: tien)?\b(?! (?:nam|thang|quy|tuan|tu|ra|moi|tau|vao)\b)"
)
_HINTS = ("xep", "nhat", "truoc", "giam dan", "top", "dau")


def ordered(folded: str) -> bool:
    """Tell whether a question says in which order it wants tasks, or how many of the first."""
    return any(pattern.search(folded) for pattern in (_FIRST, _EARLIEST))


def take_order(rest: Rest) -> tuple[str, ...]:
    """Take out in which order tasks are wanted, and how many of the first; return what no list can follow."""
    if not any(hint in rest.folded for hint in _HINTS) or grouping(rest.folded):
        return ()
    for pattern in (_FIRST, _EARLIEST):
        for found in list(lexicon.find(pattern, rest.raw, rest.folded)):
            rest.take(found.start(), found.end())
    other = list(lexicon.find(_OTHER, rest.raw, rest.folded))
    told = tuple(" ".join(rest.raw[found.start() : found.end()].split()) for found in other)
    for found in other:
        rest.take(found.start(), found.end())
    return told
