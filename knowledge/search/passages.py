"""The passage retriever: every text is weighed against a question at once, by what stands in it and how.

Its weights were measured on questions about Vietnamese codes of law (long articles under a title, questions as
statements and in prose) and on questions about the directives (short paragraphs, spoken questions); each lies on a
plateau of both.
"""

from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

import numpy as np

from knowledge.search.postings import Kinds, Postings, Rows, Scores, added, best_rows, joined, summed
from knowledge.search.terms import EMPTY, words

Key = TypeVar("Key", bound=Hashable)

# What a pair and three words side by side say beside a single syllable; what a term says again when the title has it.
_PAIR, _TRIPLE, _TITLE = 2.0, 0.5, 0.4
# How much more the score is where the whole of a title is asked for.
_WHOLE_TITLE, _SAYS_NOTHING = 0.5, 1e-9
# How much of the score is lost by holding little of the question.
_COVERAGE = 0.75
# A longer first line is no title.
_TITLE_WORDS = 40
# Words of a question that are looked up, at most.
_LONGEST = 240
_A_PAIR = 2
_PASSAGES, _BESIDE, _BOTH = range(1), range(1, 2), range(2)


class PassageIndex(Generic[Key]):
    """A passage retriever over any collection of (key, text), held in memory.

    The first line of a text of several lines counts as its title. Texts of another kind may stand beside them: a
    question's words are looked up once for both, which are weighed each by itself.
    """

    def __init__(self, passages: Iterable[tuple[Key, str]], beside: Iterable[str] = ()) -> None:
        """Index `passages`, and what stands `beside` them."""
        self._keys: list[Key] = []
        texts = list(self._texts(passages))
        numbering: dict[str, int] = {}
        self._postings = Postings((found for found, _ in texts), map(words, beside), numbering=numbering)
        titles = Postings((found[:title] for found, title in texts), numbering=numbering)
        self._of_titles = self._shares_of(titles, list(numbering.values()))
        if titles.terms_held:
            self._postings.say_more(titles, _TITLE)

    def _texts(self, passages: Iterable[tuple[Key, str]]) -> Iterable[tuple[list[str], int]]:
        """Yield each text as its words, and how many of them are its title."""
        for key, text in passages:
            title, _, rest = text.strip().partition("\n")
            head = words(title)
            self._keys.append(key)
            yield [*head, *words(rest)], len(head) if rest and len(head) <= _TITLE_WORDS else 0

    @property
    def keys(self) -> list[Key]:
        """The keys in the order of the rows."""
        return self._keys

    @property
    def size(self) -> int:
        """The number of texts."""
        return len(self._keys)

    def rows(self, terms: Sequence[str]) -> list[Rows]:
        """Return for each syllable or pair ("chuyen_doi") the rows of the texts that hold it."""
        return self._postings.rows(self._postings.keys(term.split("_") for term in terms))

    def holding(self, *, beside: bool = False) -> dict[str, int]:
        """Return how many texts hold each syllable and pair, or how many of those beside them."""
        return {"_".join(term): held for term, held in self._postings.holding(_A_PAIR, int(beside))}

    def search(self, query: str, limit: int = 10) -> list[tuple[Key, float]]:
        """Return [(key, score)], best first, at most `limit`; empty when no word of `query` occurs."""
        scores = self.scores(query)
        return [(self._keys[row], float(scores[row])) for row in best_rows(scores, limit)]

    def scores(self, query: str) -> Scores:
        """Return every row's score for `query`, 0 where no telling word of it occurs."""
        return self._scores(query, _PASSAGES)

    def beside(self, query: str) -> Scores:
        """Return the same of the texts beside the passages."""
        return self._scores(query, _BESIDE)

    def both(self, query: str) -> tuple[Scores, Scores]:
        """Return the scores of the passages and of the texts beside them."""
        scores = self._scores(query, _BOTH)
        return scores[: self.size], scores[self.size :]

    def _scores(self, query: str, kinds: Kinds) -> Scores:
        asked = words(query)[:_LONGEST]
        numbers = self._postings.numbers(asked)
        telling = [number for word, number in zip(asked, numbers, strict=True) if word not in EMPTY] or numbers
        pairs = joined(numbers)
        single, double = dict.fromkeys(telling), dict.fromkeys(pairs)
        triples = dict(zip(joined(pairs), pairwise(pairs), strict=True))  # each with the two pairs in it
        terms = [*single, *double]
        found = self._postings.find([*terms, *triples], kinds)
        rare = found.rarity
        said = rare[:, : len(terms)].copy()
        said[:, len(single) :] *= _PAIR
        total = said.sum(axis=1, keepdims=True)
        place = {term: number for number, term in enumerate(terms)}
        firsts, seconds = [place[one] for one, _ in triples.values()], [place[other] for _, other in triples.values()]
        every = np.concatenate([said, _TRIPLE * np.maximum(rare[:, firsts], rare[:, seconds])], axis=1)
        score = found.scores(every)
        in_titles = [self._of_titles[number] for number in dict.fromkeys(numbers) if number in self._of_titles]
        if in_titles and kinds.start == 0:
            rows, shares = map(np.concatenate, zip(*in_titles, strict=True))
            score[: self.size] *= 1 + _WHOLE_TITLE * added(rows, shares, self.size) ** 2
        held = found.held(said * (_COVERAGE / np.where(total, total, 1.0)))  # nothing is held where nothing is said
        held += 1 - _COVERAGE
        score *= held
        return score

    def _shares_of(self, titles: Postings, words_: list[int]) -> dict[int, tuple[Rows, Scores]]:
        """Return for each word that stands in a title the rows of those, and how much of what each title says it is."""
        rarity, rows = self._postings.rarity(words_), titles.rows(words_)
        says = np.maximum(summed(rows, rarity, self.size), _SAYS_NOTHING)
        each = zip(words_, rarity.tolist(), rows, strict=True)
        return {word: (of_it, said / says[of_it]) for word, said, of_it in each if len(of_it)}
