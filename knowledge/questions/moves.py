"""What a short text wants of what was shown last: a task by its place, another page, the most urgent, one field. Pure.

Only a text that says nothing else is one of these: "việc thứ 3", "trang sau", "cái nào gấp nhất", "hạn bao giờ vậy ạ".
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.questions.fields import AROUND, WITH_FIELD, Field, field_in
from knowledge.questions.refining import refinement_in
from knowledge.text import fold, tidy


class Urgency(StrEnum):
    """Which task of a list is asked for: the one whose last day was or is the first, or the next to come."""

    FIRST = "first"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Place:
    """The task at a place of a list, counted from 1 (-1 is the last); else so many `steps` from the one that is open."""

    number: int = 0
    steps: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """Another page: that with a number (-1 is the last), else so many `steps` on or back.

    `beyond`: from the first page the way back leads to the list before.
    """

    number: int = 0
    steps: int = 0
    beyond: bool = False


@dataclass(frozen=True, slots=True)
class Again:
    """What was shown last once more; with `listed` the list, also from a card that was opened over it. `before`: the
    list before, where the last one lies open."""

    listed: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """The list with the latest deadlines first, or the earliest as lists have them."""

    latest: bool


Move = Place | Page | Again | Order | Urgency | Field

LAST = -1
_LONGEST = 100
_COUNTED = {
    "nhat": 1, "dau": 1, "dau tien": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9, "muoi": 10, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "1st": 1, "2nd": 2, "3rd": 3,
}  # fmt: skip
_ITEM = r"(?:viec|nhiem vu|dau viec|cai|task|item|one)"
_FIRST_WORDS = frozenset("cho em anh chi toi minh xin a da the vay ok muon hay please".split())
_LAST_WORDS = frozenset("a ah di nhe nha voi ban bot em anh chi oi nao please the vay".split())
_NTH = r"dau tien|nhat|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi"
# "Việc cuối năm" is no last one, "việc thứ 3 tuần này" no third.
_PLACE = re.compile(
    rf"\b(?:{_ITEM} (?:(?:thu|so|number|no) )?(?P<digits>\d{{1,3}})|(?:number|so|stt|thu|dong) (?P<number>\d{{1,3}})"
    rf"|{_ITEM} (?:thu|so) (?P<counted>{_NTH})|{_ITEM} (?P<first>dau tien|dau)|(?P<plain>first|second|third|fourth|fifth|sixth|1st|2nd|3rd|(?P<th>\d{{1,2}})th)(?: {_ITEM})?"
    rf"|(?P<last>{_ITEM} (?:o )?(?:sau cung|sau rot|cuoi cung|cuoi|chot)|(?:the )?last(?: {_ITEM})?))"
    r"(?: (?:trong|cua|o|in|of|on) (?:the |cai )?(?:danh sach|list))?(?: (?:do|nay|ay|tren|nay gio))?\b"
    r"(?! (?:quy|thang|nam|tuan|ky|ngay|gio|day|week|month|quarter|year)\b)"
)
_BESIDE = (
    (
        1,
        re.compile(
            rf"(?:the )?(?:next|following) (?:one|task|item)|{_ITEM} (?:ke tiep|tiep theo|ke|tiep|sau do|sau no)"
        ),
    ),
    (
        -1,
        re.compile(rf"(?:the )?(?:previous|preceding) (?:one|task|item)|{_ITEM} (?:(?:ngay |lien )?truoc(?: do| no)?)"),
    ),
)
_PLACE_ALONE = re.compile(r"(?P<digits>\d{1,2})|(?P<last>cuoi cung|cuoi)")
_PAGE = re.compile(r"(?:trang|tr|page)(?: (?:so|thu|number))? (\d{1,3}|mot|hai|ba|bon|nam|bay|tam|chin|muoi)")
_NOT = r"(?: (?:khong|ko|k|hong|hok|a|chu))?"
_ON = re.compile(
    r"trang (?:sau|tiep|tiep theo|ke|ke tiep|toi)|(?:xem |hien |doc |ke )?(?:tiep|tiep tuc|tiep theo|them)(?: trang (?:sau|nua))?"
    rf"|(?:con|co)(?: (?:gi|viec|nhiem vu|cai|ai|trang))?(?: (?:gi|nao|viec nao))? (?:nua|khac){_NOT}|nua|het chua|het roi a|con (?:khong|ko|k|hong)"
    r"|(?:nhung |cac )?(?:viec|cai|phan|nhiem vu)? ?con lai|next(?: page| ones| five)?|(?:show |see |any ?|anything |what )?more(?: tasks| of them)?"
    r"|(?:is|are) there(?: any)? more(?: tasks)?|any(?:thing)? else|what else|go on|continue|(?:show )?(?:the )?rest(?: of (?:them|the list))?|keep going"
)
_BACK = re.compile(
    r"trang truoc(?: do)?|(?:quay|tro|lui) (?:lai|ve) trang truoc|(?:the )?previous(?: page)?|prev|page back"
)
_FURTHER_BACK = re.compile(
    r"(?:quay|tro|lui) (?:lai|ve)(?: (?:truoc(?: do)?|nhu (?:cu|truoc)|buoc truoc))?|(?:go )?back|undo"
)
_BEFORE = re.compile(
    r"(?:(?:quay|tro|lui|xem|hien|mo|ve|cho) )*(?:(?:lai|ve) )?(?:cai )?(?:danh sach|ds|list) truoc(?: do| day)?"
    r"|(?:(?:go )?back to |(?:show )?(?:me )?)?the (?:previous|earlier|last) list"
)
_WHEN = r"(?: (?:do|kia|nay|cu|truoc|truoc do|vua roi|vua xem|vua nay|luc nay|khi nay|ban nay|ban dau|tren))?"
_AGAIN_LIST = re.compile(
    rf"(?:(?:quay|tro|lui|xem|hien|mo|ve|cho) )*(?:lai|ve)(?: (?:cai|xem|voi|ve))? (?:danh sach|ds|list){_WHEN}|(?:danh sach|ds|list) (?:luc|khi|ban|vua) (?:nay|roi|xem)"
    r"|(?:go )?back to the list|(?:show )?(?:me )?(?:the )?list again"
)
_AGAIN = re.compile(
    rf"(?:cho )?(?:xem|hien|mo) lai(?: (?:cai|viec|muc|phan|no))?{_WHEN}(?: (?:xem|coi))?|show (?:it|that|this) again|again"
)
_ENDS = {re.compile(r"trang dau(?: tien)?|first page"): 1, re.compile(r"trang cuoi(?: cung)?|last page"): LAST}
# One of these is said where another order of the list is asked for.
_ORDERS = frozenset(
    "truoc dau dan cung first top descending ascending reverse reversed nguoc som gan sort order theo".split()
)
_SORT = (
    r"(?:(?:please|sap xep|sap|xep|sort|order|list|show|put|de|dua|hien|hien thi|xem|cho)(?: (?:lai|it|them|them all|all|danh sach"
    r"|cac viec|viec|cai|the list|the tasks|thu tu|by|theo|voi|viec co))* )?"
    r"(?:(?:theo |by )?(?:the )?(?:thu tu|thoi gian|thoi han|han|ngay|deadlines?|due dates?|dates?|viec|cai)(?: (?:chot|nop|cuoi|in))? )*"
)
_FIRST_OF_ALL = r"(?: (?:o|len|xep|dung|nam))? (?:truoc(?: tien| het)?|dau(?: tien)?|len dau|tren cung|tren dau)"
_ENGLISH_FIRST = r"(?: (?:deadlines?|due(?: dates?)?|dates?|ones?|tasks?))? (?:first|on top|at the top)"
_ORDERED = (
    (
        True,
        re.compile(
            rf"{_SORT}(?:(?:muon|xa) nhat{_FIRST_OF_ALL}|giam dan|(?:tu )?(?:muon|xa) (?:nhat )?(?:den|toi|ve) (?:som|gan)(?: nhat)?"
            rf"|(?:dao )?nguoc(?: (?:lai|thu tu|danh sach))*|(?:the )?(?:latest|furthest|farthest){_ENGLISH_FIRST}|(?:in )?descending(?: order)?"
            r"|(?:in )?reversed?(?: (?:the )?order)?)"
        ),
    ),
    (
        False,
        re.compile(
            rf"{_SORT}(?:(?:som|gan) nhat{_FIRST_OF_ALL}|tang dan|(?:tu )?(?:som|gan) (?:nhat )?(?:den|toi|ve) (?:muon|xa)(?: nhat)?"
            rf"|(?:the )?(?:earliest|soonest|nearest){_ENGLISH_FIRST}|(?:in )?ascending(?: order)?)"
            r"|(?:sap xep|sap|xep|sort|order)(?: (?:lai|it|them|danh sach|the list|viec))*"
            r" (?:theo|by) (?:the )?(?:thoi han|han|ngay|deadlines?|due dates?|dates?)(?: (?:chot|nop|hoan thanh))?"
        ),
    ),
)
_WHICH = (
    r"(?:(?:trong (?:so )?(?:do|nay|danh sach)|of (?:these|those|them)) )?(?:(?:viec|nhiem vu|cai|dau viec|task|one) )?(?:(?:nao|gi|do) )?(?:(?:la|dang|can lam|which|what) )*"
    r"(?:(?:which|what)(?: (?:task|one))?(?: of (?:these|those|them))? (?:is|are) )?(?:the )?"
)
_OF_THEM = r"(?: (?:la )?(?:viec|cai|nhiem vu) (?:nao|gi)| (?:one|task)s?)?(?: (?:trong (?:so )?(?:do|nay|day|danh sach|cac viec (?:do|nay|tren))|of (?:these|those|them|all)|in the list))?"
_PICKS = (
    (
        Urgency.NEXT,
        re.compile(
            rf"{_WHICH}(?:(?:gan|sap)(?: (?:den|toi|het))? han nhat|due next|next due|(?:closest|nearest)(?: to)?(?: its| the)? deadline|closest to (?:its|the) deadline){_OF_THEM}"
        ),
    ),
    (
        Urgency.FIRST,
        re.compile(
            rf"{_WHICH}(?:(?:gap|gap gap|khan|khan cap|khan truong|cap bach|cap thiet|uu tien|nong|tre|tre han|cham|cham tre|cham han|qua han(?: lau)?|lau|som|han som|den han som|can lam|can lam ngay)(?: (?:lau|nhieu))? nhat"
            rf"|most urgent|(?:most|longest) overdue|earliest|latest|the most pressing|most pressing|due first){_OF_THEM}"
            r"|(?:nen |can |phai )?(?:lam|uu tien|xu ly|lo) (?:viec|cai|nhiem vu) (?:nao|gi) truoc(?: tien)?|(?:viec|cai) nao (?:(?:can|nen|phai) )?(?:lam|uu tien|xu ly|lo) truoc|uu tien (?:viec|cai) nao"
            r"|what (?:should|do) (?:i|we) do first|which (?:one|task)?s?(?: should| do)? (?:i|we) do first|what (?:comes|is) first"
        ),
    ),
)


def move_in(text: str) -> Move | None:
    """Return what `text` wants of what was shown last, and nothing else; None where it says more or other things."""
    said = re.findall(r"[a-z0-9]+", fold(tidy(text[: _LONGEST + 1])))
    wanted = refinement_in(text) if said else None
    if not said or len(text) > _LONGEST or (wanted is not None and wanted.drops):
        return None
    plain = " ".join(said)
    core = _without_politeness(said)
    return (
        _page(plain, core)
        or _again(plain, core)
        or _order(plain, core, said)
        or _urgency(plain, core)
        or _place(plain, core)
        or field_in(plain)
    )


def _without_politeness(said: list[str]) -> str:
    """Return the words between the first and the last that are no mere politeness."""
    telling = [index for index, word in enumerate(said) if word not in AROUND]
    return " ".join(said[telling[0] : telling[-1] + 1]) if telling else ""


def _page(plain: str, core: str) -> Page | None:
    for each in (plain, core):
        if found := _PAGE.fullmatch(each):
            return Page(number=_number(found[1]))
        if _BACK.fullmatch(each):
            return Page(steps=-1)
        if _FURTHER_BACK.fullmatch(each):
            return Page(steps=-1, beyond=True)
        if _ON.fullmatch(each):
            return Page(steps=1)
        for pattern, number in _ENDS.items():
            if pattern.fullmatch(each):
                return Page(number=number)
    return Page(steps=1) if _ON.fullmatch(_tail(plain)) else None


def _again(plain: str, core: str) -> Again | None:
    ways = (plain, core, _tail(plain))
    if any(map(_BEFORE.fullmatch, ways)):
        return Again(listed=True, before=True)
    if any(map(_AGAIN_LIST.fullmatch, ways)):
        return Again(listed=True)
    return Again() if any(map(_AGAIN.fullmatch, ways)) else None


def _tail(plain: str) -> str:
    """Return the text without the particles at its end: "xem tiếp đi ạ", "còn nữa không bạn"."""
    said = plain.split()
    while said and said[-1] in _LAST_WORDS:
        said.pop()
    while said and said[0] in _FIRST_WORDS:
        said.pop(0)
    return " ".join(said)


def _order(plain: str, core: str, said: list[str]) -> Order | None:
    if _ORDERS.isdisjoint(said):
        return None
    ways = dict.fromkeys((plain, core, _tail(plain)))
    return next((Order(late) for late, pattern in _ORDERED if any(map(pattern.fullmatch, ways))), None)


def _urgency(plain: str, core: str) -> Urgency | None:
    ways = dict.fromkeys((plain, core, _tail(plain)))
    return next((kind for kind, pattern in _PICKS if any(pattern.fullmatch(each) for each in ways)), None)


def _place(plain: str, core: str) -> Place | None:
    ways = (plain, core, _tail(plain))
    beside = next((steps for steps, pattern in _BESIDE if any(map(pattern.fullmatch, ways))), 0)
    if beside:
        return Place(steps=beside)
    if alone := _PLACE_ALONE.fullmatch(core or plain):
        return Place(LAST if alone["last"] else int(alone["digits"])) if alone["last"] or int(alone["digits"]) else None
    found = _PLACE.search(plain)
    if found is None or not WITH_FIELD.issuperset((plain[: found.start()] + plain[found.end() :]).split()):
        return None
    return _at(found)


def _at(found: re.Match[str]) -> Place | None:
    if found["last"]:
        return Place(LAST)
    word = found["digits"] or found["number"] or found["counted"] or found["first"] or found["th"] or found["plain"]
    number = _number(word)
    return Place(number) if number > 0 else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _COUNTED[word]
