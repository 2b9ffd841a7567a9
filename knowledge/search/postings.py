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
Kinds: TypeAlias = range

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


def rarities(holding: Numbers | Rows, texts: int | Numbers) -> Scores:
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
    """The texts that hold each term, in order, and how often it stands there; a text's row is its place among them.

    They may be of two kinds, one behind the other, that are found together and weighed each by itself.
    """

    def __init__(
        self,
        texts: Iterable[Sequence[str]],
        beside: Iterable[Sequence[str]] = (),
        longest: int = 3,
        numbering: dict[str, int] | None = None,
    ) -> None:
        """Take the words of each text, and of each of those of the other kind; terms have at most `longest` of them.

        `numbering` gives words their numbers (from 1) and gets those of new ones; with that of other postings, terms
        are the same in both.
        """
        self._numbers: dict[str, int] = {} if numbering is None else numbering
        number, of = array("q"), array("i")
        ends = [0]
        for kind in (texts, beside):
            ends.append(ends[-1])
            for row, found in enumerate(kind, ends[-1]):
                number.extend(self._numbers.setdefault(word, len(self._numbers) + 1) for word in found)
                of.extend(repeat(row, len(found)))
                ends[-1] = row + 1
        self._kinds = np.array(ends, np.int64)  # the row where each begins, and where the last ends
        rows = np.array(of, np.int32)
        terms, last = _terms(np.array(number, np.int64), rows, longest)
        order = np.lexsort((rows[last], terms))
        terms, last = terms[order], last[order]
        new = np.flatnonzero(np.diff(terms, prepend=-1) | np.diff(rows[last], prepend=-1))
        self._rows = rows[last][new]
        self._times = np.minimum(np.diff(new, append=len(terms)), _MOST).astype(np.uint8)
        self._lengths = np.bincount(rows, minlength=ends[-1]).astype(np.float32)
        self._terms, starts = np.unique(terms[new], return_index=True)
        self._bounds = self._bounds_of(np.append(starts, len(new)))

    def _bounds_of(self, starts: Numbers) -> Rows:
        """Return where the rows of each term begin and where those of each kind end; nothing stands in the last."""
        begin, end = starts.astype(np.int32), np.append(starts[1:], starts[-1:]).astype(np.int32)
        middle = begin.copy()
        middle[:-1] += np.add.reduceat(self._rows < self._kinds[1], starts[:-1], dtype=np.int32)
        return np.array([begin, middle, end])

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
        """Return for each term the rows of the first kind that hold it."""
        firsts, lasts, _ = self._spans(terms)
        return [self._rows[first:last] for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)]

    def rarity(self, terms: Sequence[int]) -> Scores:
        """Return the inverse document frequency of each term in the first kind, by BM25; 0 where no row holds it."""
        firsts, lasts, _ = self._spans(terms)
        return rarities(lasts - firsts, self._kinds[1])

    def find(self, terms: Sequence[int], kinds: Kinds) -> "Found":
        """Return where the terms stand in texts of these kinds."""
        bounds = self._spans(terms)[kinds.start : kinds.stop + 1]
        begin, *_, end = self._kinds[kinds.start : kinds.stop + 1].tolist()
        each = zip(bounds[0].tolist(), bounds[-1].tolist(), strict=True)
        spans = [slice(first, last) for first, last in each if first < last]
        if spans:
            rows = np.concatenate([self._rows[span] for span in spans], dtype=np.int64)  # as they are added up
            impact = np.concatenate([self._impact[span] for span in spans])
        else:
            rows, impact = np.zeros(0, np.int64), self._impact[:0]
        sizes = np.diff(self._kinds[kinds.start : kinds.stop + 1])
        return Found(rows - begin if begin else rows, impact, np.diff(bounds, axis=0), sizes, end - begin)

    def say_more(self, others: "Postings", more: float) -> None:
        """Let a term say so much more of each row in which `others`, with the same numbering, hold it as well."""
        theirs = dict(others.each())
        firsts, lasts, _ = self._spans(list(theirs))
        for rows, first, last in zip(theirs.values(), firsts.tolist(), lasts.tolist(), strict=True):
            self._impact[first + self._rows[first:last].searchsorted(rows)] += np.float32(more)

    def each(self) -> Iterator[tuple[int, Rows]]:
        """Yield every term with the rows of the first kind that hold it."""
        starts, ends, _ = self._bounds[:, :-1].tolist()
        for term, start, end in zip(self._terms.tolist(), starts, ends, strict=True):
            yield term, self._rows[start:end]

    def terms(self) -> Iterator[tuple[Term, Rows, Counts]]:
        """Yield every term with the rows that hold it and how often it stands in each."""
        starts, _, ends = self._bounds[:, :-1].tolist()
        for term, start, end in zip(self._in_words(self._terms), starts, ends, strict=True):
            yield term, self._rows[start:end], self._times[start:end]

    def holding(self, longest: int, kind: int = 0) -> Iterator[tuple[Term, int]]:
        """Yield every term of at most `longest` words that texts of a kind hold, with the number of these."""
        shorter = int(np.searchsorted(self._terms, 1 << longest * _BITS)) if longest * _BITS < 63 else len(self._terms)
        held = (self._bounds[kind + 1] - self._bounds[kind])[:shorter]
        (some,) = held.nonzero()
        yield from zip(self._in_words(self._terms[some]), held[some].tolist(), strict=True)

    def _in_words(self, terms: Numbers) -> Iterator[Term]:
        words = ("", *self._numbers)
        for key in terms.tolist():
            numbers = (key >> 2 * _BITS, key >> _BITS & _WORD, key & _WORD)
            yield tuple(words[number] for number in numbers if number)

    @cached_property
    def _impact(self) -> Impact:
        relative = [
            lengths / np.float32(max(1.0, lengths.mean() if len(lengths) else 1.0))
            for lengths in np.split(self._lengths, self._kinds[1:-1])
        ]
        return saturated(self._times, np.concatenate(relative)[self._rows])

    def _spans(self, terms: Sequence[int]) -> Rows:
        """Return where the rows of each term begin, and where those of each kind end."""
        keys = np.array(terms, np.int64)
        places = self._terms.searchsorted(keys)
        if len(self._terms):
            np.minimum(places, len(self._terms) - 1, out=places)
            places[self._terms[places] != keys] = -1  # the last, where nothing stands
        bounds: Rows = self._bounds[:, places]
        return bounds


def joined(numbers: Sequence[int]) -> list[int]:
    """Return each two neighbours among numbers of words or terms as one term; 0 where either is unknown."""
    return [one << _BITS | other & _WORD if one and other else 0 for one, other in pairwise(numbers)]


@dataclass(frozen=True, slots=True)
class Found:
    """Where some terms stand: the rows of each in order, one term's after the other's, and what it says of each row.

    `holding` is for each kind of text how many hold each term, of `sizes`; there are `rows_in_all`. Weights are given
    for each kind and term.
    """

    rows: Numbers
    impact: Impact
    holding: Rows
    sizes: Numbers
    rows_in_all: int

    @property
    def rarity(self) -> Scores:
        """The inverse document frequency of each term in each kind, by BM25; 0 where no row holds it."""
        return rarities(self.holding, self.sizes[:, None])

    def scores(self, weights: Scores) -> Scores:
        """Return for each row the sum of what the terms that it holds say of it, each times its weight."""
        return added(self.rows, self.impact * self._of_rows(weights), self.rows_in_all)

    def held(self, weights: Scores) -> Scores:
        """Return for each row the sum of the weights of those of the first terms that it holds."""
        each = self._of_rows(weights)
        return added(self.rows[: len(each)], each, self.rows_in_all)

    def _of_rows(self, weights: Scores) -> Scores:
        """Return the weight of its term for each of the rows that hold one of the first terms."""
        return weights.T.ravel().repeat(self.holding[:, : weights.shape[1]].T.ravel())


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
