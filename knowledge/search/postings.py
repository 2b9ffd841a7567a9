"""Which texts hold a term, as arrays: one, two or three words side by side."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from math import log
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int64]
Rows: TypeAlias = NDArray[np.int32]
Counts: TypeAlias = NDArray[np.uint8]
Scores: TypeAlias = NDArray[np.float64]
Impact: TypeAlias = NDArray[np.float32]
Term: TypeAlias = tuple[str, ...]

# A term is one number: its words' numbers, this many bits each, of two million words at most.
_BITS = 21
_WORD = (1 << _BITS) - 1
_MOST = 255
# BM25: how soon a repeated term says no more, and how much a long text is held against its matches.
_K1, _B = 0.8, 0.65


def saturated(count: Counts, length: NDArray[np.float32]) -> Impact:
    """Return what a term says that stands `count` times in a text of `length` (in average lengths), by BM25."""
    said = count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length))
    return said.astype(np.float32, copy=False)


def rarity(holding: int, texts: int) -> float:
    """Return the inverse document frequency, by BM25, of a term that stands in so many of the texts."""
    return log(1 + (texts - holding + 0.5) / (holding + 0.5))


def best_rows(scores: Scores, limit: int) -> NDArray[np.int64]:
    """Return the rows with the highest scores above zero, best first, at most `limit`."""
    found = np.flatnonzero(scores > 0)
    if limit < len(found):  # sorting all of many rows is what would take long
        least = np.partition(scores[found], -limit)[-limit] if limit > 0 else np.inf
        found = found[scores[found] >= least]
    return found[np.argsort(-scores[found], kind="stable")[: max(0, limit)]]


def summed(sets: Sequence[Rows], weights: Sequence[float], size: int) -> Scores:
    """Return for each of `size` rows the sum of the weights of the sets that it is in."""
    if not sets:
        return np.zeros(size)
    return added(np.concatenate(sets), np.repeat(weights, [len(rows) for rows in sets]), size)


def added(rows: Rows, amounts: Scores | Impact, size: int) -> Scores:
    """Return for each of `size` rows the sum of the amounts that stand beside it in `rows`."""
    return np.bincount(rows, amounts, size).astype(np.float64, copy=False)  # whole numbers where there is no row


class Postings:
    """The texts that hold each term, in order, and how often it stands there; a text's row is its place among them."""

    def __init__(self, texts: Iterable[Sequence[str]], longest: int = 3) -> None:
        """Take each text's words; terms have at most `longest` of them."""
        self._numbers: dict[str, int] = {}
        number, of = array("q"), array("i")
        self._size = 0
        for row, found in enumerate(texts):
            number.extend(self._numbers.setdefault(word, len(self._numbers) + 1) for word in found)
            of.extend(repeat(row, len(found)))
            self._size = row + 1
        rows = np.array(of, np.int32)
        terms, ends = _terms(np.array(number, np.int64), rows, longest)
        order = np.lexsort((rows[ends], terms))
        terms, ends = terms[order], ends[order]
        new = np.flatnonzero(np.diff(terms, prepend=-1) | np.diff(rows[ends], prepend=-1))
        self._rows = rows[ends][new]
        self._times = np.minimum(np.diff(new, append=len(terms)), _MOST).astype(np.uint8)
        self._lengths = np.bincount(rows, minlength=self._size).astype(np.float32)
        self._terms, starts = np.unique(terms[new], return_index=True)
        self._starts = np.append(starts, len(new))

    @property
    def words(self) -> list[str]:
        """Every word."""
        return list(self._numbers)

    def rows(self, terms: Sequence[Term]) -> list[Rows]:
        """Return for each term the rows that hold it."""
        return [self._rows[first:last] for first, last in self._spans(terms)]

    def find(self, terms: Sequence[Term]) -> "Found":
        """Return where the terms stand."""
        spans = self._spans(terms)
        return Found(
            [self._rows[first:last] for first, last in spans],
            [self._impact[first:last] for first, last in spans],
            self._size,
        )

    def terms(self) -> Iterator[tuple[Term, Rows, Counts]]:
        """Yield every term with the rows that hold it and how often it stands in each."""
        for place, (term, _) in enumerate(self.holding(3)):
            span = slice(self._starts[place], self._starts[place + 1])
            yield term, self._rows[span], self._times[span]

    def holding(self, longest: int) -> Iterator[tuple[Term, int]]:
        """Yield every term of at most `longest` words with the number of rows that hold it."""
        words = ("", *self._numbers)
        shorter = int(np.searchsorted(self._terms, 1 << longest * _BITS)) if longest * _BITS < 63 else len(self._terms)
        for key, held in zip(
            self._terms[:shorter].tolist(), np.diff(self._starts[: shorter + 1]).tolist(), strict=True
        ):
            numbers = (key >> 2 * _BITS, key >> _BITS & _WORD, key & _WORD)
            yield tuple(words[number] for number in numbers if number), held

    @cached_property
    def _impact(self) -> Impact:
        mean = self._lengths.mean() if self._size else 1.0
        return saturated(self._times, (self._lengths / np.float32(max(1.0, mean)))[self._rows])

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


@dataclass(frozen=True, slots=True)
class Found:
    """For each of some terms the rows that hold it, in order, and what it says of each."""

    rows: list[Rows]
    impact: list[Impact]
    size: int

    def scores(self, weights: Sequence[float]) -> Scores:
        """Return for each row the sum of what the terms that it holds say of it, each times its weight."""
        if not self.rows:
            return np.zeros(self.size)
        said = np.concatenate(self.impact) * np.repeat(weights, [len(rows) for rows in self.rows])
        return added(np.concatenate(self.rows), said, self.size)


def _terms(words: Numbers, rows: Rows, longest: int) -> tuple[Numbers, Numbers]:
    """Return every term of one word, two and so on of one row, and the place of its last word."""
    found, ends = [words], [np.arange(len(words))]
    for _ in range(longest - 1):
        # Longer by the word after it, where that stands in the same row.
        more = ends[-1] + 1
        same = (more < len(words)) & (rows[np.minimum(more, len(words) - 1)] == rows[ends[-1]]) if len(words) else more
        found.append(found[-1][same] << _BITS | words[more[same]])
        ends.append(more[same])
    return np.concatenate(found), np.concatenate(ends)
