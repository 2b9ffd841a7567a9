"""Conditions that nothing takes into account: an answer that leaves them out must say so."""

import re
from collections.abc import Iterator

from knowledge.questions import lexicon
from knowledge.questions.frame import frame_spans
from knowledge.questions.lateness import amounts_in
from knowledge.text import tokens, words

_MORE_OR_LESS = (
    r"(?:nhieu|it|lon|nho|cao|thap|lau|dai) hon|hon|tren|duoi|vuot(?: qua)?|it nhat|nhieu nhat|toi (?:thieu|da)|khong (?:qua|duoi|qua)"
    r"|chua (?:toi|den|day|qua)|more than|less than|fewer than|at (?:least|most)|over|under|above|below|up to|[<>≤≥]=?"
)
_COMPARISON = re.compile(
    rf"(?<![\w<>])(?:{_MORE_OR_LESS})\s*(?:co |muc |ca )?\d+(?:[.,]\d+)*(?!\s*[/-]\s*\d)\s?(?:%|\w+)?(?:\s\w+)?"
    r"|(?<!\w)\d+(?:[.,]\d+)*\s?%?(?:\s\w+)?\s(?:tro len|tro xuong|or more|or less|or fewer)(?!\w)"
)
_NOT = re.compile(r"(?<!\w)(?:khong|chua|chang|cha|not|never|neither|without|doesn't|don't|isn't|aren't)(?!\w)")
# "có gì không", "được không ạ", "hay không": the particle that makes a question.
_PARTICLE = re.compile(r"(?:hay|hoac|phai|duoc|dung|roi|or)\s+$")
_ROLE = re.compile(r"\s*(?:co |do |does |do not )?(?:chu tri|phoi hop|phu trach|tham gia|lead|coordinate)")
_FEW = re.compile(r"[^\W_]+(?: [^\W_]+){0,3}")
_FAR = 3  # frame words between a negation and what it denies


def conditions_in(raw: str, folded: str, topic: str) -> Iterator[str]:
    """Yield the comparisons with a number and the negations in what is left of a question of tasks, as written.

    `folded` is `raw` folded letter by letter. What the topic holds whole is looked for in the texts.
    """
    said = f" {' '.join(words(topic))} "
    places = [found.span() for found in _COMPARISON.finditer(folded)]
    places += [found.span() for found, _ in amounts_in(raw, folded) if found["compare"]]
    places += _denied(raw, folded)
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if f" {' '.join(words(raw[start:end]))} " not in said and not (kept and start < kept[-1][1]):
            kept.append((start, end))
            yield " ".join(raw[start:end].split())


def _denied(raw: str, folded: str) -> Iterator[tuple[int, int]]:
    """Yield the negations with what they deny; a question's particle denies nothing."""
    frames = [(start, end) for start, end, _ in frame_spans(raw, folded)]
    for found in lexicon.find(_NOT, raw, folded):
        if _PARTICLE.search(folded, max(0, found.start() - 8), found.start()):
            continue
        if role := _ROLE.match(folded, found.end()):
            yield found.start(), role.end()
            continue
        end = found.end()
        for far, token in enumerate(tokens(raw[end : end + 60])):
            start = end + token.start
            if "   " in raw[found.end() : start] or re.search(r"[,.;?!\n]", raw[found.end() : start]) or far > _FAR:
                break
            if not any(low <= start < high for low, high in frames):
                few = _FEW.match(raw, start)
                yield found.start(), few.end() if few else start + len(token.raw)
                break
