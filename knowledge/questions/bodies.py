"""Bodies that a question names and no directive does: "Bộ Năng lượng", "cục thuế", "State Securities Commission"."""

import re
from collections.abc import Callable, Sequence

from knowledge.text import fold_aligned, tokens

# The kinds of bodies; behind the second only a name in capitals makes one ("bộ tiêu chí" is none).
_KINDS = tuple(tuple(kind.split()) for kind in ("tong cuc", "tong cong ty", "uy ban", "cuc", "tap doan", "hiep hoi"))
_IN_CAPITALS = tuple(tuple(kind.split()) for kind in ("bo", "vien", "hoc vien", "ngan hang"))
_KIND = "ministry|department|committee|commission|authority|administration|academy|institute|agency|bureau"
_ENGLISH = re.compile(
    rf"\b(?:{_KIND}) (?:of|for) (?:the )?(?!(?:tasks?|overdue|late|due)\b)[a-z]+(?: and [a-z]+)?\b"
    r"|\b(?!(?:which|what|the|a|each|every|any|your|my|our|this|that|responsible|lead)\b)[a-z]+ (?:department|bureau)\b"
    rf"|\b(?:[A-Z][\w-]* )+(?:for [A-Z]?\w+ )?(?i:{_KIND})\b"
)
_WORDS = 6  # of a topic that are looked at


def unknown_body(topic: str, rest: str, language: str, says: Callable[[Sequence[str]], bool]) -> str:
    """Return the body, as it is written, that a question names beside all that was known in it; "" where none is.

    `topic` are the words left over, `rest` the question with spaces for what was known; `says` tells whether the
    directives say folded words side by side.
    """
    if language == "en":
        found = _ENGLISH.search(rest) or _ENGLISH.search(fold_aligned(rest))
        return rest[found.start() : found.end()].strip() if found else ""
    said = tokens(topic)[:_WORDS]
    folded = [token.folded for token in said]
    for kind in (*_KINDS, *_IN_CAPITALS):
        name = said[len(kind)] if tuple(folded[: len(kind)]) == kind and len(said) > len(kind) else None
        if name is not None and (name.raw[0].isupper() or kind in _KINDS):
            return "" if kind in _KINDS and says(folded) else topic[said[0].start : said[-1].end].strip()
    return ""
