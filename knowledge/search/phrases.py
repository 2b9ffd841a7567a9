"""Other people's words, phrase by phrase: how they ask about what stands in the texts, and about anything else."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from knowledge.search.passages import PassageIndex
from knowledge.search.postings import Scores, best_rows

Key = TypeVar("Key", bound=Hashable)
# So many of the phrases that fit best are looked at, and of one text so many.
_LOOKED_AT, _EACH = 200, 3
# What fits less than this share as well as the best tells nothing.
_NEAR = 0.3


@dataclass(frozen=True, slots=True)
class PhraseFit:
    """How a question fits the phrases: the best of those about the texts, of those about anything else, by the index.

    `texts` is for each text the sum of its best phrases' scores.
    """

    inside: float
    outside: float
    texts: Scores


class Phrases(Generic[Key]):
    """The phrases about some texts, in their order, and about anything else; each text's are parted by semicolons."""

    def __init__(
        self, about: Mapping[Key, str], elsewhere: Iterable[str], passages: Iterable[tuple[Key, str]] = ()
    ) -> None:
        """Take what people say of each text, and of what none of them speaks of; `passages` are found beside it."""
        inside = [(text, phrase) for text, said in enumerate(about.values()) for phrase in _parted(said)]
        outside = [phrase for said in elsewhere for phrase in _parted(said)]
        self._index = PassageIndex(passages, [*(phrase for _, phrase in inside), *outside])
        self._text_of = np.array([text for text, _ in inside], np.int32)
        self._texts = len(about)

    @property
    def passages(self) -> PassageIndex[Key]:
        """The index of the passages."""
        return self._index

    @property
    def holding(self) -> Mapping[str, int]:
        """The number of phrases that hold each syllable and pair."""
        return self._index.holding(beside=True)

    def fit(self, question: str) -> PhraseFit:
        """Return how a question fits."""
        return self._fit(self._index.beside(question))

    def fit_with_passages(self, question: str) -> tuple[Scores, PhraseFit]:
        """Return each passage's score for a question, and how it fits the phrases: its words are looked up once."""
        passages, phrases = self._index.both(question)
        return passages, self._fit(phrases)

    def _fit(self, scores: Scores) -> PhraseFit:
        inside, outside = scores[: len(self._text_of)], scores[len(self._text_of) :]
        best = _near(inside, _LOOKED_AT)
        of_text: dict[int, list[float]] = {}
        for text, score in zip(self._text_of[best].tolist(), inside[best].tolist(), strict=True):
            of_text.setdefault(text, []).append(score)
        texts = np.zeros(self._texts)
        texts[list(of_text)] = [sum(found[:_EACH]) for found in of_text.values()]
        return PhraseFit(_mean(inside, best), _mean(outside, _near(outside, _EACH)), texts)


def _parted(said: str) -> list[str]:
    return [phrase for phrase in said.split(";") if phrase.strip()]


def _near(scores: Scores, limit: int) -> NDArray[np.int64]:
    """Return the rows that fit nearly as well as the best, best first, at most `limit`."""
    (rows,) = (scores > _NEAR * scores.max(initial=0.0)).nonzero()
    found: NDArray[np.int64] = rows[best_rows(scores[rows], limit)]
    return found


def _mean(scores: Scores, best: NDArray[np.int64]) -> float:
    return float(scores[best[:_EACH]].sum()) / _EACH
