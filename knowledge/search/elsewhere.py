"""What no directive speaks of, by how people ask about it: a question that fits such a subject is about that."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.search.passages import PassageIndex
from knowledge.search.topic import TermWeights, marked_words, terms_of


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a question fits the nearest subject: the retriever's score, and the share of it that stands there."""

    score: float = 0.0
    share: float = 0.0


class Elsewhere:
    """Subjects outside the directives, each a text of the ways people ask about it."""

    def __init__(self, asks: Mapping[str, str]) -> None:
        """Take how people ask about each subject, by its name."""
        texts = {subject: f"{subject}\n{said}" for subject, said in asks.items()}
        self._index = PassageIndex(texts.items())
        held = Counter(term for text in texts.values() for term in terms_of(text))
        self._weights = TermWeights(held, len(texts), marked_words(texts.values()))

    @property
    def holding(self) -> Mapping[str, int]:
        """The number of subjects that hold each term."""
        return self._weights.holding

    def fit(self, ways: Iterable[str]) -> Fit:
        """Return how well the best of several wordings of a question fits any subject."""
        score = share = 0.0
        for way in ways:
            score = max(score, float(self._index.scores(way).max(initial=0.0)))
            share = max(share, float(self._weights.topic(way).held(self._index).share.max(initial=0.0)))
        return Fit(score, share)
