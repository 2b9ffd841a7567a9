"""The passage retriever: candidates from a full-text table, ranked by what stands in them and how.

Its weights were measured on questions about Vietnamese codes of law (long articles under a title, questions as
statements and in prose) and on questions about the directives (short paragraphs, spoken questions); each lies on a
plateau of both.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest
from itertools import pairwise
from math import log
from typing import Generic, TypeVar

from sqlite_utils import Database

from knowledge.search.table import FtsRows, search_terms
from knowledge.search.terms import words

Key = TypeVar("Key", bound=Hashable)
# Words side by side: one, two or three.
Term = tuple[str, ...]
_THREE = 3

# BM25: how soon a repeated term says no more, and how much a long text is held against its matches.
_K1, _B = 0.8, 0.65
# What a pair and three words side by side say beside a single syllable; what a term says again when the title has it.
_PAIR, _TRIPLE, _TITLE = 2.0, 0.5, 0.4
# How much of the score is lost by holding little of the question.
_COVERAGE = 0.75
_CANDIDATES = 60
# Rows that are ranked for candidates, at most about.
_BUDGET = 4_000
# Passages whose words' places are kept: all of a small collection, those asked for lately of a large one.
_KEPT = 2048
# A longer first line is no title.
_TITLE_WORDS = 40


@dataclass(frozen=True, slots=True)
class _Passage:
    """A text as folded words in one string, and how many of them are its title."""

    text: str
    title: int


class _Question:
    """A question's syllables, pairs and triples, each with what it says, to be measured against many passages."""

    def __init__(self, found: list[str], said: Mapping[str, float]) -> None:
        """Take the question's words, and the inverse document frequency of its telling syllables and pairs."""
        self._words = frozenset(found)
        self._weights: dict[Term, float] = {(word,): said[word] for word in found if word in said}
        pairs = list(pairwise(found))
        self._weights.update({pair: _PAIR * said["_".join(pair)] for pair in pairs if "_".join(pair) in said})
        self._total = sum(self._weights.values())
        for first, second in pairwise(pairs):
            rarer = max(said.get("_".join(first), 0.0), said.get("_".join(second), 0.0))
            self._weights[*first, second[1]] = _TRIPLE * rarer

    def score(self, places: Mapping[str, Sequence[int]], length: int, title: int, average: float) -> float:
        """Return how well a passage of `length` words answers, beside passages of `average` length.

        `places` tell where each of its words stands; the first `title` words are its title.
        """
        dampened = _K1 * (1 - _B + _B * length / average)
        score = held = 0.0
        found = sorted((place, word) for word in self._words if word in places for place in places[word])
        for term, count in self._counts(found).items():
            weight = self._weights.get(term, 0.0)
            score += weight * count * (_K1 + 1) / (count + dampened)
            held += weight if len(term) < _THREE else 0.0
        if title:
            in_title = self._counts([(place, word) for place, word in found if place < title])
            score += _TITLE * sum(self._weights.get(term, 0.0) for term in in_title)
        return score * (1 - _COVERAGE + _COVERAGE * held / self._total)

    @staticmethod
    def _counts(found: Sequence[tuple[int, str]]) -> dict[Term, int]:
        """Return how often the words at these places stand there alone, two and three side by side."""
        counts: dict[Term, int] = {}
        run: Term = ()
        last = -2
        for place, word in found:
            run = (*run[-2:], word) if place == last + 1 else (word,)
            last = place
            for length in range(1, len(run) + 1):
                counts[run[-length:]] = counts.get(run[-length:], 0) + 1
        return counts


class PassageIndex(Generic[Key]):
    """A passage retriever over any collection of (key, text), held in memory.

    The first line of a text of several lines counts as its title.
    """

    def __init__(self, passages: Iterable[tuple[Key, str]], candidates: int = _CANDIDATES) -> None:
        """Index `passages`; a search looks closely at `candidates` of them."""
        self._looked_at = candidates
        self._keys: list[Key] = []
        self._passages: list[_Passage] = []
        self._table = FtsRows(Database(memory=True), "passage")
        self._table.create()
        self._table.fill(self._rows(passages))
        self._places = lru_cache(maxsize=_KEPT)(self._find_places)
        self._average = sum(p.text.count(" ") + 1 for p in self._passages) / max(1, len(self._passages))

    def _rows(self, passages: Iterable[tuple[Key, str]]) -> Iterable[tuple[int, list[str]]]:
        for row, (key, text) in enumerate(passages):
            title, _, rest = text.strip().partition("\n")
            head = words(title)
            found = [*head, *words(rest)]
            self._keys.append(key)
            self._passages.append(_Passage(" ".join(found), len(head) if rest and len(head) <= _TITLE_WORDS else 0))
            yield row, found

    def search(self, query: str, limit: int = 10) -> list[tuple[Key, float]]:
        """Return [(key, score)], best first, at most `limit`; empty when no word of `query` occurs."""
        found = words(query)
        held = {term: n for term in search_terms(query) if (n := self._table.frequency(term))}
        texts = len(self._keys)
        said = {term: log(1 + (texts - n + 0.5) / (n + 0.5)) for term, n in held.items()}
        question = _Question(found, said)
        near = self._candidates(said, held, max(self._looked_at, limit))
        scored = [(self._score(question, row), row) for row in near]
        scored.sort(key=lambda item: (-item[0], item[1]))
        return [(self._keys[row], score) for score, row in scored[: max(0, limit)]]

    def _score(self, question: _Question, row: int) -> float:
        places, length = self._places(row)
        return question.score(places, length, self._passages[row].title, self._average)

    def _find_places(self, row: int) -> tuple[dict[str, list[int]], int]:
        places: dict[str, list[int]] = {}
        found = self._passages[row].text.split(" ")
        for place, word in enumerate(found):
            places.setdefault(word, []).append(place)
        return places, len(found)

    def _candidates(self, said: Mapping[str, float], holding: Mapping[str, int], limit: int) -> list[int]:
        """Return the rows that hold most of what a question says, at most `limit`, leaving out the commonest terms."""
        sums: dict[int, float] = {}
        ranked = 0
        for term, rows in sorted(holding.items(), key=lambda item: item[1]):
            ranked += rows
            if sums and ranked > _BUDGET:
                break
            weight = said[term] * (_PAIR if "_" in term else 1.0)
            for row in self._table.rows(term):
                sums[row] = sums.get(row, 0.0) + weight
        return nsmallest(limit, sums, key=lambda row: (-sums[row], row))
