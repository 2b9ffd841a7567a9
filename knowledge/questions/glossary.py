"""Topics in the directives' own words: "nuclear energy law" → "Luật Năng lượng nguyên tử", "visa" → "thị thực"."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from knowledge.text import BOUND, Token, is_syllable, tidy, tokens, words

# Parts of a question's topics that are remembered.
_PARTS = 8


class Glossary:
    """Terms of the field, English to Vietnamese; the longest term wins, a plural is its singular."""

    def __init__(self, terms: Mapping[str, str]) -> None:
        """Take the Vietnamese words for each English term."""
        self._terms = {tuple(_singular(w) for w in words(english)): vietnamese for english, vietnamese in terms.items()}
        self._sizes = _sizes_by_first(self._terms)

    def in_vietnamese(self, topic: str) -> str:
        """Return `topic` with every known term in Vietnamese, its words bound; other words and commas stay."""
        return ", ".join(map(self._part_in_vietnamese, topic.split(",")))

    def _part_in_vietnamese(self, topic: str) -> str:
        found = tokens(tidy(topic))
        singular = [_singular(token.folded) for token in found]
        said: list[str] = []
        index = 0
        while index < len(found):
            size = self._size(singular, index)
            said.append(_bound(self._terms[tuple(singular[index : index + size])]) if size else found[index].raw)
            index += max(1, size)
        return " ".join(dict.fromkeys(said))

    def covers(self, topic: str) -> bool:
        """Tell whether most words of `topic` stand in known English terms that are no Vietnamese syllables."""
        found = tokens(tidy(topic))
        singular = [_singular(token.folded) for token in found]
        covered = index = 0
        while index < len(found):
            size = self._size(singular, index)
            covered += size
            index += max(1, size)
        foreign = sum(not is_syllable(token.folded) for token in found)
        return bool(found) and 2 * covered >= len(found) and 2 * foreign >= len(found)

    def _size(self, singular: list[str], index: int) -> int:
        left = len(singular) - index
        sizes = self._sizes.get(singular[index], ())
        return next((n for n in sizes if n <= left and tuple(singular[index : index + n]) in self._terms), 0)


def _sizes_by_first(terms: Iterable[Sequence[str]]) -> dict[str, list[int]]:
    """Return by their first word how many words these terms have, the longest first."""
    sizes: dict[str, set[int]] = {}
    for term in terms:
        if term:
            sizes.setdefault(term[0], set()).add(len(term))
    return {first: sorted(of_it, reverse=True) for first, of_it in sizes.items()}


def _bound(means: str) -> str:
    return means.replace(" ", BOUND)


@lru_cache(maxsize=16384)
def _singular(word: str) -> str:
    """Return an English word in the singular and as it is spelt in America: "crashes", "centres", "digitisation"."""
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith(_WITH_ES):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        word = word[:-1]
    return _AMERICAN.sub(lambda found: _SPELT[found[0]], word) if len(word) > _SHORT else word


_WITH_ES = ("sses", "shes", "ches", "xes", "zzes")
_SHORT = 5
_SPELT = {
    "isation": "ization", "ising": "izing", "ised": "ized", "ise": "ize", "yse": "yze", "our": "or", "oural": "oral",
    "tre": "ter", "amme": "am", "ence": "ense", "elled": "eled", "elling": "eling", "eller": "eler",
}  # fmt: skip
_AMERICAN = re.compile(rf"(?:{'|'.join(sorted(_SPELT, key=len, reverse=True))})$")


class Synonyms:
    """Everyday words for what the directives call otherwise; the longest expression wins."""

    def __init__(self, terms: Mapping[str, str]) -> None:
        """Take the directives' words for each expression, written with its marks."""
        self._terms = {
            tuple(words(say)): (tuple(t.raw.lower() for t in tokens(tidy(say))), means) for say, means in terms.items()
        }
        self._sizes = _sizes_by_first(self._terms)
        self._part_put = lru_cache(maxsize=_PARTS)(self._part_in_directives_words)  # topic and matter are mostly one

    def in_directives_words(self, topic: str, known: Callable[[Sequence[str]], bool]) -> str:
        """Return `topic` with such expressions replaced by bound words; what the directives say too (`known`) stays."""
        return ", ".join(self._part_put(part, known) for part in topic.split(","))

    def _part_in_directives_words(self, topic: str, known: Callable[[Sequence[str]], bool]) -> str:
        found = tokens(tidy(topic))
        said: list[str] = []
        index = 0
        while index < len(found):
            size, means = self._at(found, index) if found[index].folded in self._sizes else (0, "")
            window = found[index : index + max(1, size)]
            if size and not known([token.folded for token in window]):
                said.append(_bound(means))
            else:
                said.extend(token.raw for token in window)
            index += max(1, size)
        return " ".join(said)

    def expressions(self, found: Sequence[Token]) -> Iterator[range]:
        """Yield where expressions of several words stand among the words of a question."""
        index = 0
        while index < len(found):
            size, _ = self._at(found, index) if found[index].folded in self._sizes else (0, "")
            if size > 1:
                yield range(index, index + size)
            index += max(1, size)

    def _at(self, found: Sequence[Token], index: int) -> tuple[int, str]:
        for size in self._sizes[found[index].folded]:
            window = found[index : index + size]
            if len(window) < size:
                continue  # cut short at the end it would be another term
            term = self._terms.get(tuple(token.folded for token in window))
            if term is not None and all(
                token.raw.lower() in (meant, token.folded) for token, meant in zip(window, term[0], strict=True)
            ):
                return size, term[1]
        return 0, ""
