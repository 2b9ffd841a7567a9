"""A text that changes the question before: "ý tôi là Bộ Công Thương", "nhầm, quý 3", "bỏ thời gian đi". Pure.

`refinement_in` finds what is meant instead, or which conditions are left aside; `loosened` leaves them aside.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.questions.model import Intent, Mine, Reading, State
from knowledge.questions.narrowing import says_role
from knowledge.text import tokens, words


class Part(StrEnum):
    """A kind of condition."""

    PERIOD = "period"
    STATES = "states"
    DIRECTIVES = "directives"
    AGENCIES = "agencies"
    TOPIC = "topic"
    EXCLUDED = "excluded"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Refinement:
    """What a text changes: `rest` is what is meant instead, or (with `drops`) the condition that is left aside, as
    written; `part` the kind of condition where it is named as such ("thời gian").

    `certain`: the words before `rest` are no part of any question ("ý tôi là"). `all_of`: all of a kind are wanted
    ("tất cả các văn bản"), which is a question of its own where nothing limited them. `narrows`: only those are wanted
    ("chỉ lấy nghị định"), so that a matter is a condition too.
    """

    rest: str
    drops: bool = False
    part: Part | None = None
    certain: bool = False
    all_of: bool = False
    narrows: bool = False


# What can be changed so: what shows a list.
_CHANGEABLE = (Intent.LIST, Intent.COUNT, Intent.GROUP, Intent.INDICATORS, Intent.DATABASES)
_LONGEST = 80
# No other words begin or end such a text: they are looked at before any pattern is.
_FIRST = frozenset(
    "a ah u um ua oi khoan thoi xin sorry da the khong ko no sai nham lon y sua doi chuyen thu hep mo loc chi lay giu i narrow "
    "widen only just change switch make bo go xoa drop remove clear ignore forget tat moi toan all every any xem cho ca hay con vay va tren trong tinh nationwide and what how across in for".split()
)
_LAST = frozenset("co chu dung ma".split())
_SOUNDS = r"(?:(?:a|ah|u|um|ua|oi|khoan|thoi|xin loi|sorry|da|the) )*"
_CORRECTION = re.compile(
    rf"{_SOUNDS}(?P<no>khong phai|khong|ko phai|ko|no|sai roi|sai|nham roi|nham|lon roi|lon)(?: (?:roi|vay|dau|nhe|em|ban|bot|a))* "
    rf"|{_SOUNDS}(?P<sure>y (?:(?:toi|em|minh|anh|chi|cua toi|cua minh) )?(?:(?:muon )?(?:hoi|noi) )?la|i mean|i meant|i was asking about) "
)
_CHANGE = re.compile(
    rf"{_SOUNDS}(?:cho |hay |xem )*(?:(?:sua|doi|chuyen)(?: lai)? (?:sang|thanh|qua|la)|(?:thu )?hep(?: lai)?(?: (?:con|chi|trong|ve|o|theo|lai))*"
    r"|mo rong(?: (?:ra|sang|thanh|den|cho|them))*|loc(?: (?:lai|ra|theo|con|chi|lay))*|chi(?! tieu| dao| phi| nhanh| so)(?: (?:lay|xem|can|tinh|hien|loc|giu|de|muon|cho|toi|ra|lai))*"
    r"|lay|giu lai|narrow(?: it)?(?: down)? to|widen(?: it)? to|(?:only|just)(?: show)?(?: me)?|(?:change|switch)(?: it)? to|make (?:it|that)) "
)
_ONLY = re.compile(r"\b(?:chi|loc|hep|giu|narrow|only|just)\b")
# "Không phải chủ trì, phối hợp cơ".
_DENIES = re.compile(rf"{_SOUNDS}(?:khong|ko|k) phai (?=\S)")
_INSTEAD = re.compile(rf"{_SOUNDS}(?:khong|ko) phai (?:la )?.+? ma(?: la)? (?=\S)")
_TAIL = re.compile(r"(?: (?:co ma|co|chu|moi dung|ma|thoi|nhe|nha|di|a|day|em|ban|thi sao|please))+$")
_CORRECTS = re.compile(r" (?:co ma|co|chu|moi dung)$")
_FOLLOWS = r"(?: (?:di|nhe|nha|a|luon|nua|cho toi|cho em|giup|voi|thoi|ra|please))*"
# "Bỏ quá hạn": neither "bỏ qua" nor "bỏ hết".
_DROPPING = re.compile(
    r"(?:(?:a|ah|thoi|u|the|vay|ok|cho|toi|em|xin|hay|please) )*(?P<verb>bo|go|xoa|khong can|ko can|khong (?:loc|gioi han|phan biet|quan tam)|drop|remove|clear|ignore|forget)"
    r"(?: (?:bot|di|qua(?! han)|luon|het(?! han)|loc(?! \S+$)|theo|phan|cai|muc|dieu kien|gioi han|bo loc|tieu chi|the|condition|filter|cac|nhung))*"
    rf" (?P<name>(?!(?:qua|di|luon|nua)$)\S.*?)(?: (?:filter|condition))?{_FOLLOWS}"
)
_EVERY = re.compile(
    r"(?:(?:xem|cho|lay|hien|o|trong|cua|thuoc|ca|con|the|toi|em|hay) )*(?:tat ca|moi|toan bo|all|every|any)(?: (?:cac|nhung|of|the|ca|cac loai))*"
    rf" (?P<name>\S.*?)(?: thi sao)?{_FOLLOWS}"
)
_ALONE = frozenset({"nationwide", "countrywide", "everyone", "everybody"})
# Everybody's: "thế cả nước".
_NATIONWIDE = re.compile(
    r"(?:(?:the|vay|con|thi|va|cho|xem|tinh|tren|trong|o|and|what about|how about|for|in|across) )*"
    r"(?P<name>ca nuoc|toan quoc|pham vi ca nuoc|(?:the )?(?:whole|entire) country|nationwide|countrywide|everyone|everybody)"
    r"(?: (?:thi sao|the nao|co bao nhieu|bao nhieu|sao|nhe|a|di|luon|please))*"
)
_NAMES = (
    (
        Part.PERIOD,
        re.compile(
            r"(?:(?:moc|khoang) )?(?:thoi (?:gian|diem|han)|han|ky|quy|thang|nam|tuan|ngay(?: thang)?|deadlines?|dates?|times?|periods?|years?|quarters?)(?: (?:do|nay))?"
        ),
    ),
    (Part.STATES, re.compile(r"(?:tinh trang|trang thai|status(?:es)?|states?)(?: (?:do|nay))?")),
    (
        Part.DIRECTIVES,
        re.compile(r"(?:ten )?(?:van ban|vb|nghi quyet|thong bao|directives?|documents?)(?: (?:do|nay))?"),
    ),
    (
        Part.AGENCIES,
        re.compile(
            r"(?:ten )?(?:co quan|don vi|bo|bo nganh|agency|agencies|ministry|ministries|everybody)(?: (?:do|nay))?"
        ),
    ),
    (Part.TOPIC, re.compile(r"(?:chu de|tu khoa|noi dung|linh vuc|topic|keywords?)(?: (?:do|nay))?")),
    (Part.EXCLUDED, re.compile(r"(?:loai tru|ngoai le|phan tru|exceptions?)(?: (?:do|nay))?")),
    (
        Part.ALL,
        re.compile(
            r"(?:bo )?loc|(?:(?:tat ca|moi|het)(?: cac)? )?dieu kien|tat ca|het|moi thu|filters?|conditions?|everything|all(?: filters)?"
        ),
    ),
)
_OF_EVERY = (Part.PERIOD, Part.STATES, Part.DIRECTIVES, Part.AGENCIES)
# These leave aside what they name; the others only what they call a condition.
_GOES = re.compile(r"go (?:back|on|ahead|further)\b")  # no "gỡ"
_NAMING = frozenset({"bo", "go", "xoa", "drop", "remove"})
_MARKED_OTHERWISE = re.compile(r"[^\x00-\x7f]")
_WHOLE_YEAR = re.compile(r"(?:ra |thanh |sang )?(?:ca|het|nguyen|tron|the whole|whole|all) (?:nam|year)(?: (?:do|ay))?")
_YEAR = re.compile(r"(?:(?:ra|thanh|sang|ca|het|nguyen|all of|to) )*(20\d\d)")
_Written = Callable[[int, int], str]


def refinement_in(text: str) -> Refinement | None:
    """Return what `text` changes of the question before; None for words that change nothing."""
    if len(text) > _LONGEST:
        return None
    found = tokens(text)
    said = [each.folded for each in found]
    alone = len(said) == 1 and said[0] in _ALONE
    if not alone and (len(said) < 2 or not (said[0] in _FIRST or said[-1] in _LAST)):
        return None
    plain = " ".join(said)

    def written(start: int, end: int) -> str:
        """Return the words that stand at a stretch of `plain` as they are written."""
        first, last = plain.count(" ", 0, start), plain.count(" ", 0, end)
        return text[found[first].start : found[last].end]

    dropped = _dropped(plain, written)
    if dropped is not None:
        return dropped
    end = len(_TAIL.sub("", plain))
    if instead := _INSTEAD.match(plain):
        return Refinement(written(instead.end(), end), certain=True)
    if _DENIES.match(plain) and "," in text:
        first, last = sum(each.start < text.rfind(",") for each in found), plain.count(" ", 0, end)
        return Refinement(text[found[first].start : found[last].end], certain=True) if first <= last else None
    if correction := _CORRECTION.match(plain):
        at = plain.count(" ", 0, correction.end())
        apart = any(not each.isspace() for each in text[found[at - 1].end : found[at].start])
        denies = (correction["no"] or "").startswith(("khong", "ko", "no"))  # "không quá hạn" corrects nothing
        if apart or not denies or said[0] in ("a", "ah", "u"):
            return _meant(written, correction.end(), end, certain=bool(correction["sure"]) or apart)
        return None
    if change := _CHANGE.match(plain):
        meant = _meant(written, change.end(), end)
        return meant and replace(meant, narrows=_ONLY.search(change.group()) is not None)
    whole = _CORRECTS.search(plain) or _WHOLE_YEAR.fullmatch(plain[:end])
    return _meant(written, 0, end) if whole else None


def _meant(written: _Written, start: int, end: int, *, certain: bool = False) -> Refinement | None:
    return Refinement(written(start, end), certain=certain) if start < end else None


def _dropped(plain: str, written: _Written) -> Refinement | None:
    """Return what is left aside: a condition by its kind, or by what it says."""
    if every := _EVERY.fullmatch(plain):
        part = _part(every["name"])
        if part in _OF_EVERY:
            return Refinement(written(*every.span("name")), drops=True, part=part, all_of=True)
    if everywhere := _NATIONWIDE.fullmatch(plain):
        return Refinement(written(*everywhere.span("name")), drops=True, part=Part.AGENCIES, all_of=True)
    found = _DROPPING.fullmatch(plain)
    if found is None or _GOES.match(plain):
        return None
    verb, name = written(*found.span("verb")), written(*found.span("name"))
    if found["verb"] == "bo" and verb.lower() != "bỏ" and _MARKED_OTHERWISE.search(verb):
        return None  # "Bộ Y tế"
    part = _part(found["name"])
    if part is None and found["verb"] not in _NAMING and not found["verb"].startswith(("khong", "ko")):
        return None
    certain = verb.lower() != "bo" or found["name"].startswith("bo ")  # "bo bo y te" leaves out a ministry
    return Refinement(name, drops=True, part=part, certain=certain)


def _part(name: str) -> Part | None:
    return next((part for part, pattern in _NAMES if pattern.fullmatch(name)), None)


def changeable(last: Reading) -> bool:
    """Tell whether the answer to `last` was a list that can be changed so."""
    return last.intent in _CHANGEABLE


def only_role(new: Reading) -> bool:
    """Tell whether `new` says nothing but a role: "phối hợp"."""
    return says_role(new.words) and not (
        new.topic or new.agencies or new.period or new.states or new.directives or new.code
    )


def only_matter(new: Reading) -> bool:
    """Tell whether `new` says nothing but what something is about: "nghị định"."""
    alone = new.topic and not (new.agencies or new.code or new.focus or new.foreign or new.missing or new.place)
    return bool(alone) and new.intent in (Intent.LIST, Intent.FACT)


def only_conditions(new: Reading) -> bool:
    """Tell whether `new` says nothing but conditions of a list."""
    named = new.agencies or new.period or new.states or new.directives or new.excluded or new.outputs
    return (
        bool(named) and not (new.topic and not new.about) and not (new.code or new.focus or new.foreign or new.missing)
    )


def of_whole_year(rest: str, last: Reading) -> str:
    """Return `rest` with the year that `last` spoke of where "cả năm" names none; a bare year as one."""
    named = _YEAR.fullmatch(" ".join(words(rest)))
    if named is not None:
        return f"năm {named[1]}"
    spoken = last.period and (last.period.last or last.period.first)
    return f"năm {spoken.year}" if spoken and _WHOLE_YEAR.fullmatch(" ".join(words(rest))) else rest


def loosened(last: Reading, wanted: Refinement, named: Reading, everything: Sequence[str]) -> Reading | None:
    """Return `last` without the condition that `wanted` leaves aside; None where `last` has no such condition.

    `named` is the reading of what is named ("quá hạn", "Bộ Y tế"); an agency or a directive that limits nothing is left
    out of the list instead. `everything` are the ids of all directives.
    """
    if wanted.part is not None:
        return _without_kind(last, wanted.part)
    if named.topic:
        ours = set(words(f"{last.said} {last.topic}"))
        return _without_kind(last, Part.TOPIC) if ours.issuperset(words(named.said or named.topic)) else None
    if named.outputs:
        kept = tuple(each for each in last.outputs if each not in named.outputs)
        return replace(last, outputs=kept) if kept != last.outputs else None
    if named.agencies:
        return _without_agencies(last, named) if wanted.certain else None  # "bo y te" is rather the ministry
    if named.period:
        return _without_kind(last, Part.PERIOD)
    if named.states:
        return _without_states(last, named.states)
    if named.directives:
        left = tuple(each for each in last.directives or everything if each not in named.directives)
        without = () if set(named.directives) & set(last.directives) and not left else named.directives
        return replace(last, directives=left, without=without, section="", place="")
    return None


def _without_agencies(last: Reading, named: Reading) -> Reading:
    names = {ask.name for ask in named.agencies}
    if not names & {ask.name for ask in last.agencies}:
        return replace(last, excluded=(*last.excluded, *named.agencies))
    return replace(last, agencies=tuple(ask for ask in last.agencies if ask.name not in names), mine=Mine.NOBODY)


def _without_states(last: Reading, named: Sequence[State]) -> Reading | None:
    """Return `last` without those of its states that are `named`; None where it has none of them."""
    left = tuple(state for state in last.states if state not in named)
    if left == last.states:
        return None
    less = _without_kind(last, Part.STATES)
    if not left or less is None:
        return less
    return replace(less, states=left, lateness=last.lateness if State.OVERDUE in left else None)


def _without_kind(last: Reading, part: Part) -> Reading | None:
    soon = State.DUE_SOON in last.states  # its period goes with it
    less = last
    if part in (Part.PERIOD, Part.ALL):
        states = tuple(state for state in last.states if state is not State.DUE_SOON)
        less = replace(less, period=None, states=states)
    if part in (Part.STATES, Part.ALL):
        less = replace(less, states=(), rhythm="", lateness=None, none_of=False, period=None if soon else less.period)
    if part in (Part.DIRECTIVES, Part.ALL):
        less = replace(less, directives=(), without=(), section="", place="")
    if part is Part.AGENCIES:
        less = replace(less, agencies=(), excluded=(), mine=Mine.NOBODY)
    if part in (Part.TOPIC, Part.ALL):
        less = replace(less, topic="", matter="", said="", about=False, outputs=())
    if part in (Part.EXCLUDED, Part.ALL):
        less = replace(less, excluded=(), unread=())
        less = replace(less, directives=(), without=()) if less.without else less
    return less if less != last else None
