"""How near every task and passage comes to the words of a question, with other people's words for them.

Worked out once for a question: an answer's parts look at it with other conditions, and for the same words.
"""

from functools import cached_property, lru_cache

import numpy as np

from knowledge.base import KnowledgeBase
from knowledge.search import Held, PhraseFit, Scores, best_rows

_TASK_CANDIDATES = 60
# How a task's rank is made: the index' score for the question as it was asked and in the directives' words, and how
# much it holds of the topic. Fitted on the development set, each file by the others.
_AS_ASKED, _IN_THEIR_WORDS, _SHARE = 0.8, 0.65, 0.55
# Each holds some numbers for every task.
_HELD = 8


@lru_cache(maxsize=_HELD)
def nearness(whole: str, ways: tuple[str, ...], base: KnowledgeBase) -> "Nearness":
    """Return how near everything comes to the `whole` question and to each of the `ways` to put its matter."""
    return Nearness(whole, ways, base)


class Nearness:
    """How near everything comes to some words; each part is worked out when it is first asked for."""

    def __init__(self, whole: str, ways: tuple[str, ...], base: KnowledgeBase) -> None:
        """Take the `whole` question and the `ways` to put its matter, of which there is one at least."""
        self._whole = whole
        self._ways = ways
        self._base = base

    @cached_property
    def by_tasks(self) -> list[Held]:
        """What each task, with other people's words for it, holds of each way."""
        index, weights = self._base.store.saying_everyday, self._base.everyday_weights
        return [weights.topic(way).held(index) for way in self._ways]

    @cached_property
    def by_passages(self) -> list[Held]:
        """What each passage, with other people's words for it, holds of each way."""
        index, weights = self._base.passage_index, self._base.passage_weights
        return [weights.topic(way).held(index) for way in self._ways]

    @cached_property
    def ranked(self) -> list[Scores]:
        """How well each task fits each way, beside the best, by the index alone."""
        return [beside_the_best(self._base.store.saying_everyday.scores(way)) for way in self._ways]

    @cached_property
    def tasks(self) -> list[tuple[int, float]]:
        """The numbers of tasks with their scores, best first."""
        scores = (
            _AS_ASKED * beside_the_best(self._base.store.saying_everyday.scores(self._whole))
            + _IN_THEIR_WORDS * highest(self.ranked)
            + _SHARE * highest([held.share for held in self.by_tasks])
        )
        best = best_rows(scores, _TASK_CANDIDATES)
        return list(zip(best.tolist(), scores[best].tolist(), strict=True))

    @cached_property
    def _whole_fit(self) -> tuple[Scores, PhraseFit]:
        return self._base.phrases.fit_with_passages(self._whole)

    @property
    def raw(self) -> Scores:
        """How well each passage fits the whole question, by the index."""
        return self._whole_fit[0]

    @property
    def first_way(self) -> Scores:
        """How well each passage fits the first way, by the index."""
        return self._base.passage_index.scores(self._ways[0])

    @property
    def phrases(self) -> PhraseFit:
        """How well other people's phrases fit the whole question."""
        return self._whole_fit[1]


def beside_the_best(scores: Scores) -> Scores:
    """Return scores as shares of the best of them."""
    return scores / (scores.max(initial=0.0) or 1.0)


def highest(several: list[Scores]) -> Scores:
    """Return for each place the highest of several scores."""
    first, *others = several
    for other in others:
        first = np.maximum(first, other)
    return first
