"""A follow-up that leaves something out of the list before: "without NQ71", "trừ BYT". Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.questions.model import Mine, Reading, State
from knowledge.text import tokens

_LONGEST = 80
_NAME = 6  # more words than these name no matter
# No other words begin such a text: they are looked at before any pattern is.
_FIRST = frozenset(
    "and but please now ok vay the thi cho hay xin exclude excluding without except leave omit skip not minus "
    "loai tru khong "
    "ngoai".split()
)
_OUT = re.compile(
    r"(?:(?:and|but|please|now|ok|vay|the|thi|cho|hay|xin) )*(?:exclude|excluding|without|except(?: for)?|leave out"
    r"|leaving out|omit|skip|not counting|not including|not(?: the| those| any of the)(?= \w)"
    r"|minus|loai tru|loai bo|loai|tru(?: di| ra)?"
    r"|khong (?:tinh|ke|gom|bao gom|lay)(?: ca)?|ngoai tru|ngoai(?! ra\b)) (?=\S)"
)
_ASKS = re.compile(r"\b(?:gi|nao|may|bao nhieu|ai|what|which|how|who)\b")
_TAIL = re.compile(r"(?: (?:ra|di|nua|thoi|nhe|nha|a|giup|please|now))+$")
# With marks "trừ" and "loại" are these: "trụ sở", "tru so".
_OTHERS = frozenset("trụ trú trù trư trữ loài".split())


def omitted_in(text: str) -> str:
    """Return what `text` wants left out of what was listed before, as written; "" where it leaves nothing out."""
    if len(text) > _LONGEST:
        return ""
    found = tokens(text)
    said = [each.folded for each in found]
    if len(said) < 2 or said[0] not in _FIRST:
        return ""
    plain = " ".join(said)
    out = _OUT.match(plain) if not _ASKS.search(plain) else None
    start = plain.count(" ", 0, out.end()) if out else 0
    if out is None or any(word.raw.lower() in _OTHERS for word in found[:start]):
        return ""
    end = _TAIL.sub("", plain).count(" ") + 1
    return text[found[start].start : found[end - 1].end] if start < end else ""


def with_omitted(last: Reading, out: Reading, everything: Sequence[str]) -> Reading | None:
    """Return `last` without what `out`, the reading of "tasks except …", leaves out; None where it leaves out nothing
    or says more. `everything` are the ids of all directives.

    Whoever and whatever state is asked about is then asked about no longer. Where no directive or nobody would be left,
    it is None too.
    """
    other = out.agencies or out.period or out.states or out.topic or out.unread or (out.directives and not out.without)
    other = other or any(len(topic.split()) > _NAME for topic in out.but_topics)
    if other or not (out.excluded or out.but_states or out.but_topics or out.without):
        return None
    names = {ask.name for ask in out.excluded}
    agencies = tuple(ask for ask in last.agencies if ask.name not in names)
    gone = {ask.name for ask in last.agencies} & names
    excluded = tuple(ask for ask in out.excluded if ask.name not in gone and ask not in last.excluded)
    left = tuple(each for each in last.directives or everything if each not in out.without)
    if (last.agencies and not agencies) or not left:
        return None
    states = tuple(state for state in last.states if state not in out.but_states)
    return replace(
        last,
        agencies=agencies,
        states=states,
        lateness=last.lateness if State.OVERDUE in states else None,
        excluded=(*last.excluded, *excluded),
        but_states=tuple(dict.fromkeys((*last.but_states, *out.but_states))),
        but_topics=tuple(dict.fromkeys((*last.but_topics, *out.but_topics))),
        directives=left if out.without else last.directives,
        without=(*last.without, *(each for each in out.without if each not in last.without)),
        mine=Mine.NOBODY if gone else last.mine,
    )
