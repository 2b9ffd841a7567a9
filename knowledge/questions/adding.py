"""A follow-up that adds an agency to those before, or means both of them: "thêm cả Bộ Tài chính nữa", "cả hai".

Pure.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.questions import lexicon
from knowledge.questions.lasting import in_the_year_of
from knowledge.questions.model import AgencyAsk, Intent, Mine, Reading
from knowledge.text import fold, tokens
from knowledge.when import joined

_LONGEST = 80
# No other words begin, or end, such a text: they are looked at before any pattern is.
_FIRST = frozenset(
    "them cong bo gom bao ke gop tinh lay xem cho mo ca cung va hay also add and include including plus with "
    "please show "
    "together along".split()
)
_LAST = frozenset("nua luon too well".split())
_LEADS_IN = r"(?:(?:cho|hay|xem|lay|tinh|and|please|va|show|me) )*"
_ADDS = re.compile(
    rf"{_LEADS_IN}(?:(?:mo rong )?(?:ra |sang )?(?:them|cong them|cong ca|cong|bo sung them|ke ca|gop ca"
    rf"|gop them|tinh ca|tinh them|bo sung|gom"
    rf"|bao gom)"
    r"(?: them)?(?: ca)?(?: (?:cua|voi|cho))?|ca|cung voi|also (?:include|add|show|count)|also|add in|add"
    r"|including|include"
    r"|plus|together with|along with|as well as) (?=\S)"
)
# Folded they are one with "cộng" and "gồm".
_OTHERS = frozenset("công cống cổng còng gom gôm gốm".split())
_TAIL = re.compile(r"(?: (?:nua|luon|vao|voi|di|a|nhe|nha|too|as well|also|in|please))+$")
_TOO = re.compile(r" (?:nua|luon|too|as well)(?: (?:di|a|nhe|nha|please))*$")
# "Trong 2 tuần nữa" is a time from now, "cả năm" a whole one.
_FROM_NOW = re.compile(
    r"\b(?:\d+|vai|may|mot|hai|ba|bon|nam|sau) (?:ngay|hom|tuan|thang|quy|nam) nua\b"
    r"|^(?:(?:xem|lay|cho|va|hay) )*ca (?:nam|quy|thang|tuan)\b(?!.* nua\b)"
)
_ASKS = re.compile(r"\b(?:gi|nao|may|bao nhieu|ai|what|which|how|who)\b")
_LEADS_ELSEWHERE = re.compile(
    r"(?:con|the(?! ministry| state| government| national| office)|vay|thi|what|how|only|just|chi|khong|bo nao) "
)
_BOTH = re.compile(
    r"(?:(?:cho|xem|lay|tinh|cua|toi|em|show|me|for|of|va) )*(?:ca hai|ca 2|hai bo|both)"
    r"(?: (?:bo|co quan|don vi|ben|nay|do|kia|ay|tren|luon|nua|di|a|nhe|nha|thi sao|cung|mot luc|of them"
    r"|of those|ministries"
    r"|agencies|together|please))*"
)


_BOTH_TIMES = re.compile(
    r"(?:(?:cho|xem|lay|tinh|trong|show|me|for|in) )*(?:ca hai|ca 2|both)"
    r" (?:nam|quy|thang|ky|years|quarters|months|periods)(?: (?:do|nay|ay|luon|di|a|nhe|nha|thi sao|please))*"
)


def added_in(text: str) -> str:
    """Return what `text` wants added to the question before, as written; "" where it adds nothing."""
    if len(text) > _LONGEST:
        return ""
    found = tokens(text)
    said = [each.folded for each in found]
    if len(said) < 2 or not (said[0] in _FIRST or said[-1] in _LAST):
        return ""
    plain = " ".join(said)
    if _ASKS.search(plain) or _FROM_NOW.search(plain):
        return ""
    adds = _ADDS.match(plain)
    if adds and any(word.raw.lower() in _OTHERS for word in found[: plain.count(" ", 0, adds.end())]):
        return ""
    if adds is None and (_LEADS_ELSEWHERE.match(plain) or not _TOO.search(plain)):
        return ""
    start = plain.count(" ", 0, adds.end()) if adds else 0
    end = len(said) - _TAIL.sub("", plain).count(" ") - 1
    return text[found[start].start : found[len(said) - end - 1].end] if start < len(said) - end else ""


def means_both(text: str) -> bool:
    """Tell whether `text` is nothing but "cả hai": both of those that were spoken of."""
    if len(text) > _LONGEST or not ("hai" in text or "2" in text or "oth" in text.lower()):
        return False
    return _BOTH.fullmatch(" ".join(each.folded for each in tokens(text))) is not None


def means_both_times(text: str) -> bool:
    """Tell whether `text` is nothing but "cả hai năm": both times that were spoken of."""
    if len(text) > _LONGEST or not ("hai" in text or "2" in text or "oth" in text.lower()):
        return False
    return _BOTH_TIMES.fullmatch(" ".join(each.folded for each in tokens(text))) is not None


def both_times_of(last: Reading, before: Reading | None) -> Reading | None:
    """Return `last` in the time that was spoken of before as well; None where there are no two."""
    if before is None or before.period is None or last.period is None:
        return None
    return replace(last, period=joined(before.period, last.period))


def with_added(last: Reading, new: Reading) -> Reading | None:
    """Return `last` about the agencies of `new` as well, or its time, or its directives.

    None where `new` names more than one of these, or `last` has none of that kind.
    """
    kinds = [kind for kind in (new.agencies, new.period, new.directives) if kind]
    plain = not (new.states or new.excluded or new.code or new.foreign or new.topic or new.unread or new.without)
    if plain and len(kinds) == 1 and new.period and last.period:
        return replace(last, period=joined(last.period, in_the_year_of(new.period, last.period, fold(new.words))))
    if plain and len(kinds) == 1 and new.directives and last.directives and not last.without:
        return replace(last, directives=tuple(dict.fromkeys((*last.directives, *new.directives))), section="", place="")
    other = new.period or new.states or new.directives or new.excluded or new.code or new.foreign or new.topic
    if other or new.outputs or not new.agencies or not last.agencies or new.intent is Intent.HELP:
        return None
    roles = {ask.role for ask in last.agencies}
    spoken = any(pattern.search(new.words) for pattern in (lexicon.LEAD, lexicon.COORDINATE, lexicon.ANY_ROLE))
    if len(roles) > 1 or (spoken and {ask.role for ask in new.agencies} != roles):
        return None  # of different roles all would have to hold
    return about(last, (*last.agencies, *(replace(ask, role=last.agencies[0].role) for ask in new.agencies)))


def both_of(last: Reading, before: Reading | None) -> Reading | None:
    """Return `last` about the two agencies that were spoken of, here or one question `before`; None for no two."""
    asks = last.agencies
    if len(asks) == 1 and before is not None and len(before.agencies) == 1:
        asks = (*(replace(ask, role=asks[0].role) for ask in before.agencies), *asks)
    both = about(last, asks)
    return both if len(both.agencies) == 2 else None


def about(last: Reading, asks: Sequence[AgencyAsk]) -> Reading:
    """Return `last` about these agencies, each once; none of them is left out any more."""
    named = {ask.name: ask for ask in reversed(asks)}
    agencies = tuple(named[name] for name in dict.fromkeys(ask.name for ask in asks))
    excluded = tuple(ask for ask in last.excluded if ask.name not in named)
    return replace(last, agencies=agencies, excluded=excluded, mine=Mine.NOBODY, together=False)
