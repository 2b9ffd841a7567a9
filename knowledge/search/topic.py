"""How much of a topic a text speaks of: each syllable and pair weighed by how rare it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from math import log
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.search.postings import Rows, Scores, added, summed
from knowledge.search.terms import EMPTY, expressions, of_word, runs, words
from knowledge.text import BOUND, Token, is_syllable, tidy, tokens

# Words bound by no-break spaces stand for one expression of the question, however many they are.
_ONE_EXPRESSION = 12.0


@lru_cache(maxsize=1024)
def terms_of(text: str) -> frozenset[str]:
    """Return the syllables and pairs of a text; the directives' texts are asked about again and again."""
    found = words(text)
    return frozenset([*found, *(f"{a}_{b}" for a, b in pairwise(found))])


# Words of a topic that are weighed: a pasted text is known by its beginning.
_LONGEST = 240
# An answer asks for the same topic again and again.
_TOPICS = 512


class TermWeights:
    """How much each syllable and pair says, from how many texts hold it; what no text holds says most."""

    def __init__(self, holding: Mapping[str, int], texts: int, marked: frozenset[str] = frozenset()) -> None:
        """Take the number of texts that hold each term, of `texts` in all, and the words as they are written there."""
        self._holding = holding
        self._marked = marked
        self._texts = max(1, texts)
        self._topics = lru_cache(maxsize=_TOPICS)(self._weighed)
        self._weights: dict[str, float] = {}

    @property
    def holding(self) -> Mapping[str, int]:
        """The number of texts that hold each term."""
        return self._holding

    def weight(self, term: str) -> float:
        """Return the inverse document frequency of a syllable or pair."""
        return log((self._texts + 1) / (self._holding.get(term, 0) + 0.5))

    def topic(self, words_: str) -> "Topic":
        """Return what `words_` ask for, weighed, to be measured against many texts."""
        return self._topics(words_)

    def _weighed(self, words_: str) -> "Topic":
        known = self._weights  # of the terms that texts hold; a question may bring any others
        weights = {term: known.get(term) or self._known(term) for term in self._wanted(words_)}
        for bound in _expressions_of(words_) if _has_expressions(words_) else ():
            said = [term for term in self._wanted(bound) if term in weights]
            whole = sum(weights[term] for term in said)
            weights.update({term: weights[term] * min(1.0, _ONE_EXPRESSION / whole) for term in said})
        return Topic(weights)

    def _known(self, term: str) -> float:
        weight = self.weight(term)
        if term in self._holding:
            self._weights[term] = weight
        return weight

    def _wanted(self, topic: str) -> list[str]:
        """Return the terms of a topic; an empty word counts only in known pairs ("trọng điểm" is "trong_diem"),
        and so does a pair across a comma or the border of an expression, which nobody wrote side by side."""
        runs_ = _words_of_runs(topic)
        said = _said(tuple([tuple([term for word in run for term in self._terms_of(word)]) for run in runs_]))
        double = [*(pair for pair in said.side_by_side if pair in self._holding), *said.telling]
        return list(dict.fromkeys([*said.single, *double[: 2 * _LONGEST]]))

    def _terms_of(self, word: "_Word") -> tuple[str, ...]:
        """Return a word's terms; one that no text writes so ("mưa") is none of those that fold alike ("mua")."""
        strange = word.has_marks and self._marked and word.written not in self._marked
        return (word.written,) if strange else word.terms


class _Word(NamedTuple):
    """A word of a topic: as it was `written`, in lower case, with marks or without, and its terms."""

    written: str
    has_marks: bool
    terms: tuple[str, ...]


@lru_cache(maxsize=64)
def _words_of_runs(topic: str) -> tuple[tuple[_Word, ...], ...]:
    """Return the words of each run of a topic; several weigh the same one."""
    return tuple(tuple(map(_word, tokens(tidy(run)))) for run in runs(topic))


def _word(token: Token) -> _Word:
    written = token.raw.lower()
    return _Word(written, written != token.folded, of_word(token.raw))


class _Said(NamedTuple):
    """The syllables of a topic, and its pairs: those that stand `side_by_side`, and of these the `telling` ones."""

    single: list[str]
    side_by_side: list[str]
    telling: list[str]


@lru_cache(maxsize=64)
def _said(runs_: tuple[tuple[str, ...], ...]) -> _Said:
    found = [term for run in runs_ for term in run][:_LONGEST]
    return _Said(
        [term for term in found if term not in EMPTY] or found,
        [f"{a}_{b}" for a, b in pairwise(found) if not (a in EMPTY and b in EMPTY)],
        [f"{a}_{b}" for run in runs_ for a, b in pairwise(run) if not (a in EMPTY or b in EMPTY)],
    )


def _has_expressions(topic: str) -> bool:
    """Tell whether anything in a topic may stand for one expression: in most nothing does."""
    return BOUND in topic or any(len(word.terms) > 1 for run in _words_of_runs(topic) for word in run)


@lru_cache(maxsize=64)
def _expressions_of(topic: str) -> tuple[str, ...]:
    return tuple(expressions(topic))


# When a text speaks of a topic: it holds most of it, or enough words side by side that this is no accident. Measured
# on the development set so that questions about something else are declined.
_MOST = 0.55
_LEAST_SAID = 6.0
_SIDE_BY_SIDE = ((0.35, 9.0, 2), (0.28, 16.0, 2), (0.28, 14.0, 4))
_SIDE_BY_SIDE_OWN = ((0.25, 8.0, 2),)


def _side_by_side(among_own: bool) -> tuple[tuple[float, float, int], ...]:
    return _SIDE_BY_SIDE_OWN if among_own else _SIDE_BY_SIDE


def _least_share(among_own: bool) -> float:
    """Return the share below which nothing is enough."""
    return min(_MOST, *(least for least, _, _ in _side_by_side(among_own)))


_NONE: list[Rows] = [np.empty(0, np.int32)]


class TermRows(Protocol):
    """An index of texts by row."""

    @property
    def size(self) -> int:
        """One more than the greatest row."""

    def rows(self, terms: Sequence[str]) -> list[Rows]:
        """Return for each syllable or pair ("chuyen_doi") the rows of the texts that hold it."""


class Topic:
    """A topic's terms with what each says."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Take the weight of each syllable and pair."""
        self._weights = weights
        self._total = sum(weights.values())
        telling = any("_" in term or not is_syllable(term) for term in weights)
        self._most_is_enough = telling or self._total >= _LEAST_SAID

    @property
    def total(self) -> float:
        """How much the topic says in all."""
        return self._total

    @property
    def weights(self) -> dict[str, float]:
        """The topic's terms and what each says."""
        return dict(self._weights)

    def share(self, text: str) -> float:
        """Return how much of what the topic says stands in `text`, 0 to 1.

        A word that no directive knows counts most, so a question about something else scores low however many
        common words it shares. Pairs count too: "thời tiết" is none of the words it is made of.
        """
        if not self._total:
            return 0.0
        present = terms_of(text)
        if present.isdisjoint(self._weights):
            return 0.0
        return sum(weight for term, weight in self._weights.items() if term in present) / self._total

    def fits(self, text: str, *, among_own: bool = False) -> bool:
        """Tell whether `text` speaks of the topic; with `among_own` (an agency's own tasks) less is enough."""
        present = terms_of(text)
        pairs = [weight for term, weight in self._weights.items() if "_" in term and term in present]
        return bool(self._enough(np.array(self.share(text)), np.array(sum(pairs)), np.array(len(pairs)), among_own))

    def held(self, index: TermRows) -> "Held":
        """Return what each text of `index` holds of the topic."""
        return self._held(self._rows(index), index.size)

    @cached_property
    def _singles(self) -> list[str]:
        return [term for term in self._weights if "_" not in term]

    @cached_property
    def _pairs(self) -> list[str]:
        return [term for term in self._weights if "_" in term]

    def _rows(self, index: TermRows) -> list[Rows]:
        """Return the rows that hold each syllable, and then those that hold each pair."""
        return index.rows([*self._singles, *self._pairs])

    def _held(self, rows: list[Rows], size: int) -> "Held":
        holding = [len(each) for each in rows]
        says = [self._weights[term] for term in (*self._singles, *self._pairs)]
        every, said = np.concatenate(rows or _NONE), np.array(says, np.float64).repeat(holding)
        of_singles = sum(holding[: len(self._singles)])
        return Held(
            added(every[:of_singles], said[:of_singles], size),
            added(every[of_singles:], said[of_singles:], size),
            self._total,
            sum(says[: len(self._singles)]),
        )

    def fitting(self, index: TermRows, *, among_own: bool = False) -> dict[int, float]:
        """Return the rows of `index` that speak of the topic, as `fits` tells, each with its share."""
        rows_of = self._rows(index)
        held = self._held(rows_of, index.size)
        share = held.share
        (some,) = (share >= _least_share(among_own)).nonzero()
        if not len(some):
            return {}
        pairs = rows_of[len(self._singles) :]
        count = summed(pairs, [1.0] * len(pairs), index.size)
        rows = some[self._enough(share[some], held.pairs[some], count[some], among_own)]
        return dict(zip(rows.tolist(), share[rows].tolist(), strict=True))

    def _enough(self, share: Scores, said: Scores, pairs: Scores, among_own: bool) -> NDArray[np.bool_]:
        """Tell whether that share, and so many pairs that say so much, are enough."""
        enough = _side_by_side(among_own)
        beside = [(share >= least) & (said >= weight) & (pairs >= count) for least, weight, count in enough]
        fits: NDArray[np.bool_] = np.where(share >= _MOST, self._most_is_enough, np.logical_or.reduce(beside))
        return fits


@dataclass(frozen=True, slots=True)
class Held:
    """What many texts hold of a topic, by row: the weight of its syllables and of its pairs.

    `total` is what the topic says in all, `said` what its syllables say.
    """

    singles: Scores
    pairs: Scores
    total: float
    said: float

    @property
    def share(self) -> Scores:
        """How much of what the topic says each holds, 0 to 1."""
        return (self.singles + self.pairs) / (self.total or 1.0)

    @property
    def single(self) -> Scores:
        """How much of what the topic's syllables say each holds, 0 to 1."""
        return self.singles / (self.said or 1.0)

    def at(self, rows: NDArray[np.int64]) -> "Held":
        """Return the same of some rows, in that order."""
        return Held(self.singles[rows], self.pairs[rows], self.total, self.said)


def marked_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of many texts as written, in lower case."""
    return frozenset().union(*map(_marked, texts))


@lru_cache(maxsize=4096)
def _marked(text: str) -> frozenset[str]:
    return frozenset(token.raw.lower() for token in tokens(tidy(text)))  # the same texts are asked for several times
