"""What no directive speaks of, by how people ask about it: a question that fits such a subject is about that."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.search.passages import PassageIndex
from knowledge.search.topic import TermWeights, marked_words, terms_of

_LOOKED_AT = 3


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a question fits the nearest subject: the retriever's score, and the share of it that stands there."""

    score: float = 0.0
    share: float = 0.0


class Elsewhere:
    """Subjects outside the directives, each a text of the ways people ask about it."""

    def __init__(self, asks: Mapping[str, str]) -> None:
        """Take how people ask about each subject, by its name."""
        self._texts = {subject: f"{subject}\n{said}" for subject, said in asks.items()}
        self._index = PassageIndex(self._texts.items())
        held = Counter(term for text in self._texts.values() for term in terms_of(text))
        self._weights = TermWeights(held, len(self._texts), marked_words(self._texts.values()))

    @property
    def holding(self) -> Mapping[str, int]:
        """The number of subjects that hold each term."""
        return self._weights.holding

    def fit(self, ways: Iterable[str]) -> Fit:
        """Return how well the best of several wordings of a question fits any subject."""
        score = share = 0.0
        for way in ways:
            found = self._index.search(way, _LOOKED_AT)
            topic = self._weights.topic(way)
            score = max(score, *(worth for _, worth in found), 0.0)
            share = max(share, *(topic.share(self._texts[subject]) for subject, _ in found), 0.0)
        return Fit(score, share)
