"""Which texts hold a term, as arrays: one, two or three words side by side."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int64]
Rows: TypeAlias = NDArray[np.int32]
Scores: TypeAlias = NDArray[np.float64]
# (times it stands there, the text's length in average lengths, whether it stands in the title) -> what it says.
Impact: TypeAlias = Callable[[Any, Any, Any], Any]
Term: TypeAlias = tuple[str, ...]

# A term is one number: its words' numbers, this many bits each, of two million words at most.
_BITS = 21


def summed(sets: Sequence[Rows], weights: Sequence[float], size: int) -> Scores:
    """Return for each of `size` rows the sum of the weights of the sets that it is in."""
    if not sets:
        return np.zeros(size)
    return _added(np.concatenate(sets), np.repeat(weights, [len(rows) for rows in sets]), size)


def _added(rows: Rows, amounts: Scores, size: int) -> Scores:
    return np.bincount(rows, amounts, size).astype(np.float64, copy=False)  # whole numbers where there is no row


class Postings:
    """The texts that hold each term, in order, and what it says of them."""

    def __init__(self, texts: Iterable[tuple[Sequence[str], int]], impact: Impact) -> None:
        """Take each text's words and how many of them are its title; `impact` tells what a term says of a text."""
        self._numbers: dict[str, int] = {}
        number, of, title = array("q"), array("i"), array("b")
        self._size = 0
        for row, (found, titled) in enumerate(texts):
            number.extend(self._numbers.setdefault(word, len(self._numbers) + 1) for word in found)
            of.extend(repeat(row, len(found)))
            title.extend(place < titled for place in range(len(found)))
            self._size = row + 1
        rows = np.array(of, np.int32)
        terms, ends = _terms(np.array(number, np.int64), rows)
        order = np.lexsort((rows[ends], terms))
        terms, ends = terms[order], ends[order]
        new = np.flatnonzero(np.diff(terms, prepend=-1) | np.diff(rows[ends], prepend=-1))
        count = np.diff(new, append=len(terms))
        in_title = np.logical_or.reduceat(np.array(title, np.bool_)[ends], new) if len(new) else new
        self._rows = rows[ends][new]
        lengths = np.bincount(rows, minlength=self._size) / max(1.0, len(rows) / max(1, self._size))
        self._impact = impact(count, lengths[self._rows], in_title).astype(np.float32)
        self._terms, starts = np.unique(terms[new], return_index=True)
        self._starts = np.append(starts, len(new))

    def rows(self, terms: Sequence[Term]) -> list[Rows]:
        """Return for each term the rows that hold it."""
        return [self._rows[first:last] for first, last in self._spans(terms)]

    def scores(self, weights: Mapping[Term, float]) -> Scores:
        """Return for each row the sum of what its terms say of it, each times its weight."""
        spans = self._spans(list(weights))
        if not spans:
            return np.zeros(self._size)
        found = np.concatenate([self._rows[first:last] for first, last in spans])
        said = np.concatenate([self._impact[first:last] for first, last in spans])
        return _added(found, said * np.repeat(list(weights.values()), [b - a for a, b in spans]), self._size)

    def _spans(self, terms: Sequence[Term]) -> list[tuple[int, int]]:
        keys = np.array([self._key(term) for term in terms], np.int64)
        if not len(self._terms):
            return [(0, 0)] * len(terms)
        places = np.minimum(np.searchsorted(self._terms, keys), len(self._terms) - 1)
        known = self._terms[places] == keys
        firsts, lasts = np.where(known, self._starts[places], 0), np.where(known, self._starts[places + 1], 0)
        return list(zip(firsts.tolist(), lasts.tolist(), strict=True))

    def _key(self, term: Term) -> int:
        key = 0
        for word in term:
            number = self._numbers.get(word, 0)
            if not number:
                return 0
            key = key << _BITS | number
        return key


def _terms(words: Numbers, rows: Rows) -> tuple[Numbers, Numbers]:
    """Return every term of one, two and three words of one row, and the place of its last word."""
    found, ends = [words], [np.arange(len(words))]
    for _ in range(2):
        # Longer by the word after it, where that stands in the same row.
        more = ends[-1] + 1
        same = (more < len(words)) & (rows[np.minimum(more, len(words) - 1)] == rows[ends[-1]]) if len(words) else more
        found.append(found[-1][same] << _BITS | words[more[same]])
        ends.append(more[same])
    return np.concatenate(found), np.concatenate(ends)
