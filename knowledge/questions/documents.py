"""Documents a question names by number: those the directives do not mention are about something else."""

import re
from collections.abc import Iterable, Iterator

from knowledge.text import fold, tidy

_KINDS = {
    "nq": "nghi quyet|nq|resolution",
    "nd": "nghi dinh|nd|decree",
    "qd": "quyet dinh|qd|decision",
    "tt": "thong tu|tt|circular",
    "ct": "chi thi|ct",
    "tb": "thong bao|tb|notice",
    "kl": "ket luan|kl|conclusion",
    "cd": "cong dien|cd",
}
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split("|")}
_NAMES = "|".join(sorted(_KIND_OF, key=len, reverse=True))
# "Thông báo 3 việc" counts; a document's number has two digits, or "số" before it.
_AFTER_KIND = re.compile(rf"\b({_NAMES})\s*(?:(?:so|no\.?)\s*(\d{{1,4}})|(\d{{2,4}}))(?!\d|[.,]\d)")
_BEFORE_KIND = re.compile(rf"(?<![\d/.])(\d{{1,4}})(?:/\d{{4}})?\s*[-/]\s*({'|'.join(_KINDS)})(?![a-z])")


def documents_in(text: str) -> Iterator[tuple[str, int, int, int]]:
    """Yield (kind, number, start, end) of every document that stands by number in `text`; offsets are of folded text.

    The kind is its short sign: "nq" for "Nghị quyết 68", "NQ68", "68/NQ-TW" and "Resolution 68".
    """
    folded = fold(tidy(text))
    for found in _AFTER_KIND.finditer(folded):
        yield _KIND_OF[found[1]], int(found[2] or found[3]), found.start(), found.end()
    for found in _BEFORE_KIND.finditer(folded):
        yield found[2], int(found[1]), found.start(), found.end()


def mentioned(texts: Iterable[str]) -> frozenset[tuple[str, int]]:
    """Return the kinds and numbers of the documents that stand in `texts`."""
    return frozenset((kind, number) for text in texts for kind, number, _, _ in documents_in(text))


def strange_document(words: str, known: frozenset[tuple[str, int]]) -> str:
    """Return the first document that `words` name and that is not among the `known`, folded as it is written; else ""."""
    folded = fold(tidy(words))
    return next(
        (folded[start:end] for kind, number, start, end in documents_in(words) if (kind, number) not in known), ""
    )
