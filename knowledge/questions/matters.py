"""Agencies whose names are a part of the matter: "giảm thuế cho doanh nghiệp", "the government's action programme"."""

import re
from collections.abc import Sequence

from knowledge.mentions import Mention
from knowledge.patterns import Sought
from knowledge.questions import frame
from knowledge.questions.typing import Speller
from knowledge.text import Token, tokens

# Somebody is asked for: who is named is not the one.
_WHO = Sought(
    r"^\W*(?:which|what) (?:ministr(?:y|ies)|agenc(?:y|ies)|bod(?:y|ies))\b|^\W*who\b"
    r"|\b(?:bo|co quan|don vi)(?:,? (?:nganh|co quan|don vi|dia phuong))* nao\b"
)
_FOR = frozenset(("cho", "for"))
_OF = re.compile(r"(?:\bcua|\bof(?: the)?)\s+$")
# What an agency has: its tasks, and what is asked of them. Anything else it is only named with.
_HAS = re.compile(
    r"['’]s?\s+(?:(?:own|overdue|late|open|unfinished|remaining|upcoming|main|current|next|most|urgent|other|\d+)\s+)*"
    r"(?:tasks?|dut(?:y|ies)|work|deadlines?|assignments?|responsibilit\w+|indicators?|databases?|obligations?|progress|items?|list|part|role)\b"
)
_POSSESSIVE = re.compile(r"['’]s?\s+\w")
# What is given to somebody or had by them.
_OWNED = frozenset(
    "viec vu giao cong nhiem han gi nao cao thanh task tasks duties duty work gives given assigned deadlines are is "
    "meant due overdue late ongoing continuous recurring unfinished completed".split()
)
_REACH = 12
# So many letters before a name are looked at.
_NEAR = 60


def without_matters(raw: str, folded: str, mentions: Sequence[Mention], speller: Speller) -> list[Mention]:
    """Return those of `mentions` that are asked about, not only named in the matter.

    A group for which something is done is of the matter ("hỗ trợ cho doanh nghiệp"), unless it is tasks that are given
    to it. Where it is asked who does something, so is whose the thing is. `folded` is `raw` folded letter by letter.
    """
    if not mentions:
        return []
    asks_who = _WHO.search(folded) is not None
    return [
        mention
        for mention in mentions
        if not (_done_for(raw, mention, speller) or (asks_who and _named_with(raw, folded, mention, speller)))
    ]


def _done_for(raw: str, mention: Mention, speller: Speller) -> bool:
    before = tokens(raw[max(0, mention.start - _NEAR) : mention.start])
    if not mention.is_group or mention.unit or len(before) < 2 or before[-1].folded not in _FOR:
        return False
    return before[-1].start - before[-2].end == 1 and _is_matter(before[:-1], speller)


def _named_with(raw: str, folded: str, mention: Mention, speller: Speller) -> bool:
    if _POSSESSIVE.match(folded, mention.end):
        return _HAS.match(folded, mention.end) is None
    if _OF.search(folded, max(0, mention.start - _REACH), mention.start) is None:
        return False
    before = tokens(raw[max(0, mention.start - _NEAR) : mention.start])
    while before and before[-1].folded in ("cua", "of", "the"):
        before.pop()
    return bool(before) and _is_matter(before, speller)


def _is_matter(before: Sequence[Token], speller: Speller) -> bool:
    """Tell whether the last of some words says what is done, and is neither a task nor a word around a question."""
    last = before[-1].folded
    if last in ("chung", "rieng") and len(before) > 1 and before[-2].folded in _OWNED:  # "giao chung cho"
        return False
    if last in _OWNED:
        return False
    whole = len(before) > 1 and speller.linked(before[-2].folded, last)  # "dữ liệu", though "liệu" asks
    return whole or last not in frame.WORDS
