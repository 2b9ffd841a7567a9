"""Which texts hold a term, as arrays: one, two or three words side by side."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, repeat
from math import log
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.int64]
Rows: TypeAlias = NDArray[np.int32]
Counts: TypeAlias = NDArray[np.uint8]
Scores: TypeAlias = NDArray[np.float64]
Impact: TypeAlias = NDArray[np.float32]
Weights: TypeAlias = Scores | Sequence[float]
Term: TypeAlias = tuple[str, ...]

# A term is one number: its words' numbers, this many bits each, of two million words at most.
_BITS = 21
_WORD = (1 << _BITS) - 1
_MOST = 255
# More rows than this no index has.
_ROW_BITS = 31
# BM25: how soon a repeated term says no more, and how much a long text is held against its matches.
_K1, _B = 0.8, 0.65


def saturated(count: Counts, length: NDArray[np.float32]) -> Impact:
    """Return what a term says that stands `count` times in a text of `length` (in average lengths), by BM25."""
    said = count * (_K1 + 1) / (count + _K1 * (1 - _B + _B * length))
    return said.astype(np.float32, copy=False)


def rarity(holding: int, texts: int) -> float:
    """Return the inverse document frequency, by BM25, of a term that stands in so many of the texts."""
    return log(1 + (texts - holding + 0.5) / (holding + 0.5))


def rarities(holding: Numbers, texts: int) -> Scores:
    """Return the same of many terms; 0 for what stands in no text."""
    return np.where(holding, np.log(1 + (texts - holding + 0.5) / (holding + 0.5)), 0.0)


def best_rows(scores: Scores, limit: int) -> NDArray[np.int64]:
    """Return the rows with the highest scores above zero, best first, at most `limit`."""
    (found,) = (scores > 0).nonzero()
    said = scores[found]
    if limit < len(found):  # sorting all of many rows is what would take long
        least = np.partition(said, -limit)[-limit] if limit > 0 else np.inf
        best = said >= least
        found, said = found[best], said[best]
    best_first: NDArray[np.int64] = found[(-said).argsort(kind="stable")[: max(0, limit)]]
    return best_first


def summed(sets: Sequence[Rows], weights: Weights, size: int) -> Scores:
    """Return for each of `size` rows the sum of the weights of the sets that it is in."""
    if not sets:
        return np.zeros(size)
    return added(np.concatenate(sets), np.array(weights, np.float64).repeat([len(rows) for rows in sets]), size)


def added(rows: Rows | Numbers, amounts: Scores | Impact, size: int) -> Scores:
    """Return for each of `size` rows the sum of the amounts that stand beside it in `rows`."""
    return np.bincount(rows, amounts, size).astype(np.float64, copy=False)  # whole numbers where there is no row


class Postings:
    """The texts that hold each term, in order, and how often it stands there; a text's row is its place among them."""

    def __init__(
        self, texts: Iterable[Sequence[str]], longest: int = 3, numbering: dict[str, int] | None = None
    ) -> None:
        """Take each text's words; terms have at most `longest` of them.

        `numbering` gives words their numbers (from 1) and gets those of new ones; with that of other postings, terms
        are the same in both.
        """
        self._numbers: dict[str, int] = {} if numbering is None else numbering
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
        self._starts, self._ends = np.append(starts, len(new)), np.append(starts[1:], [len(new)] * 2)

    @property
    def terms_held(self) -> int:
        """How many terms stand in any text."""
        return len(self._terms)

    def numbers(self, words: Iterable[str]) -> list[int]:
        """Return the number of each word, 0 where no text holds it."""
        number = self._numbers.get
        return [number(word, 0) for word in words]

    def keys(self, terms: Iterable[Sequence[str]]) -> list[int]:
        """Return each term of one to three words as a number; 0 where one of its words is unknown."""
        return [self._key(words) for words in terms]

    def _key(self, words: Sequence[str]) -> int:
        key, number = 0, self._numbers.get
        for word in words:
            if not (of_word := number(word)):
                return 0
            key = key << _BITS | of_word
        return key

    def rows(self, terms: Sequence[int]) -> list[Rows]:
        """Return for each term the rows that hold it."""
        firsts, lasts = self._spans(terms)
        return [self._rows[first:last] for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)]

    def rarity(self, terms: Sequence[int]) -> Scores:
        """Return the inverse document frequency of each term, by BM25; 0 where no row holds it."""
        firsts, lasts = self._spans(terms)
        return rarities(lasts - firsts, self._size)

    def find(self, terms: Sequence[int]) -> "Found":
        """Return where the terms stand."""
        firsts, lasts = self._spans(terms)
        each = zip(firsts.tolist(), lasts.tolist(), strict=True)
        spans = [slice(first, last) for first, last in each if first < last]
        if not spans:
            return Found(np.zeros(0, np.int64), self._impact[:0], np.zeros(len(terms), np.int64), self._size)
        return Found(
            np.concatenate([self._rows[span] for span in spans], dtype=np.int64),  # as they are added up
            np.concatenate([self._impact[span] for span in spans]),
            lasts - firsts,
            self._size,
        )

    def say_more(self, others: "Postings", more: float) -> None:
        """Let a term say so much more of each row in which `others`, with the same numbering, hold it as well."""
        where = np.searchsorted(self.places(self), others.places(self))
        self._impact[where] += np.float32(more)

    def places(self, of: "Postings") -> Numbers:
        """Return for each posting one number that stands for its term's place among those `of` and for its row."""
        place = of.place(self._terms).repeat(np.diff(self._starts))
        return place << _ROW_BITS | self._rows

    def place(self, terms: Numbers) -> Numbers:
        """Return for each term its place among those held, in the order of their numbers."""
        return self._terms.searchsorted(terms)

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

    def _spans(self, terms: Sequence[int]) -> tuple[Numbers, Numbers]:
        """Return where the rows of each term begin and where they end."""
        if not len(self._terms):
            return np.zeros(len(terms), np.int64), np.zeros(len(terms), np.int64)
        keys = np.array(terms, np.int64)
        places = np.minimum(self._terms.searchsorted(keys), len(self._terms) - 1)
        places[self._terms[places] != keys] = -1  # the last start, where nothing begins
        return self._starts[places], self._ends[places]


def joined(numbers: Sequence[int]) -> list[int]:
    """Return each two neighbours among numbers of words or terms as one term; 0 where either is unknown."""
    return [one << _BITS | other & _WORD if one and other else 0 for one, other in pairwise(numbers)]


@dataclass(frozen=True, slots=True)
class Found:
    """Where some terms stand: the rows of each in order, one term's after the other's, and what it says of each row.

    `holding` is how many rows hold each term, of `size` in all.
    """

    rows: Numbers
    impact: Impact
    holding: Numbers
    size: int

    @property
    def rarity(self) -> Scores:
        """The inverse document frequency of each term, by BM25; 0 where no row holds it."""
        return rarities(self.holding, self.size)

    def scores(self, weights: Scores) -> Scores:
        """Return for each row the sum of what the terms that it holds say of it, each times its weight."""
        return added(self.rows, self.impact * weights.repeat(self.holding), self.size)

    def held(self, weights: Scores) -> Scores:
        """Return for each row the sum of the weights of those of the first terms that it holds."""
        each = weights.repeat(self.holding[: len(weights)])
        return added(self.rows[: len(each)], each, self.size)


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
