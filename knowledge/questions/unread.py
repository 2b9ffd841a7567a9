"""Conditions that nothing takes into account: an answer that leaves them out must say so."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from knowledge.patterns import Sought
from knowledge.questions import frame, lexicon
from knowledge.questions.frame import frame_spans
from knowledge.questions.lateness import amounts_in
from knowledge.questions.model import Reading
from knowledge.text import tokens, words

_MORE_OR_LESS = (
    r"(?:nhieu|it|lon|nho|cao|thap|lau|dai) hon|hon|tren|duoi|vuot(?: qua)?|it nhat|nhieu nhat|toi (?:thieu|da)|khong (?:qua|duoi|qua)"
    r"|chua (?:toi|den|day|qua)|more than|less than|fewer than|at (?:least|most)|over|under|above|below|up to|[<>≤≥]=?"
)
_COMPARISON = Sought(
    rf"(?<![\w<>])(?:{_MORE_OR_LESS})\s*(?:co |muc |ca )?\d+(?:[.,]\d+)*(?!\s*[/-]\s*\d)\s?(?:%|\w+)?(?:\s\w+)?"
    r"|(?<!\w)\d+(?:[.,]\d+)*\s?%?(?:\s\w+)?\s(?:tro len|tro xuong|or more|or less|or fewer)(?!\w)"
)
# Done in time: what nobody can tell of a list before it is done.
_IN_TIME = Sought(
    r"(?<!\w)(?:(?:(?:khong|chua|phai|can|se) )?(?:hoan thanh|lam xong|xong) )?(?:dung (?:thoi )?han|(?:truoc|som) (?:thoi )?han(?!\s\s)|on time|ahead of (?:schedule|time))(?!\w)"
)
_NOT = Sought(r"(?<!\w)(?:khong|chua|chang|cha|not|never|neither|without|doesn't|don't|isn't|aren't)(?!\w)")
# "có gì không", "được không ạ", "hay không": the particle that makes a question.
_PARTICLE = re.compile(r"(?:hay|hoac|phai|duoc|dung|roi|or)\s+$")
_ROLE = re.compile(r"\s*(?:co |do |does |do not )?(?:chu tri|phoi hop|phu trach|tham gia|lead|coordinate)")
_BEGINS = re.compile(rf"^{_NOT.pattern} ?")
_BREAK = re.compile(r"[,.;?!\n]|   ")
_REACH = 40
_FAR = 3  # frame words between a negation and what it denies


# What is recorded of tasks, but no list goes by: time that was asked for or given, evidence, obstacles, decisions.
_RECORDED = Sought(
    r"(?<!\w)(?:(?:da|dang|con|chua|khong|ko|bi|phai|cho|moi|can|de nghi) )*(?:(?:duoc|xin)(?: phep)? )*"
    r"(?:gia han|lui (?:thoi )?han|doi han|keo dai (?:thoi )?han)(?!\w)"
    r"|(?<!\w)(?:(?:da|chua|khong|ko) )?(?:co|kem|nop) (?:du )?minh chung(?!\w)"
    r"|(?<!\w)(?:dang |con )?(?:cho|doi) (?:duyet|phe duyet|xac nhan|tham dinh)(?!\w)"
    r"|(?<!\w)(?:(?:dang|con|gap|bi|co) )+(?:kho khan,? )?(?:va )?vuong(?: mac)?(?!\w)"
)
_RECORD_HINTS = ("han", "minh chung", "duyet", "xac nhan", "tham dinh", "vuong")


def recorded_in(raw: str, folded: str) -> list[str]:
    """Return what is asked of the record, as written, that no list of tasks takes into account."""
    if not any(hint in folded for hint in _RECORD_HINTS):
        return []
    found = lexicon.find(_RECORDED, raw, folded)
    return [" ".join(raw[each.start() : each.end()].split()) for each in found]


def conditions_in(raw: str, folded: str, topics: Iterable[str]) -> Iterator[str]:
    """Yield the comparisons with a number and the negations in what is left of a question of tasks, as written.

    `folded` is `raw` folded letter by letter. What one of the topics holds in its midst is looked for in the texts; a
    negation that it begins with is not.
    """
    said = "|".join(f" {_BEGINS.sub('', ' '.join(words(topic)))} " for topic in topics)
    compared = [(found.start(), found.end(), found.end()) for found in _COMPARISON.finditer(folded)]
    compared += [(found.start(), found.end(), found.end()) for found, _ in amounts_in(raw, folded) if found["compare"]]
    compared += [(found.start(), found.end(), found.end()) for found in _IN_TIME.finditer(folded)]
    last = 0
    for start, end, shown in sorted([*compared, *_denied(raw, folded)]):
        if start >= last and f" {' '.join(words(raw[start:end]))} " not in said:
            last = shown
            yield " ".join(raw[start:shown].split())


# Words around a question that say nothing, though no pattern took them.
_AROUND = frame.SINGLE.union("bo so nganh tinh toi chu tri tham gia dinh dang".split()) - set(
    "khong chua tren duoi hon qua ngoai".split()
)


def left_aside(reading: Reading) -> Reading:
    """Return `reading` without its topic, which no task speaks of; it is told as unread where it says anything."""
    said = reading.said or reading.topic
    told = () if _AROUND.issuperset(words(said)) else (said,)
    return replace(reading, topic="", unread=(*reading.unread, *told))


def _denied(raw: str, folded: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end of the first word denied, end of what is denied); a question's particle denies nothing."""
    frames = [(start, end) for start, end, _ in frame_spans(raw, folded)]
    for found in lexicon.find(_NOT, raw, folded):
        if _PARTICLE.search(folded, max(0, found.start() - 8), found.start()):
            continue
        if role := _ROLE.match(folded, found.end()):
            yield found.start(), role.end(), role.end()
            continue
        first = end = 0
        for far, token in enumerate(tokens(raw[found.end() : found.end() + _REACH])):
            start = found.end() + token.start
            if _BREAK.search(raw, end or found.end(), start) or (far > _FAR and not end):
                break
            framed = any(low <= start < high for low, high in frames)
            if framed and end:
                break
            if not framed:
                end = found.end() + token.end
                first = first or end
        if end:
            yield found.start(), first, end
