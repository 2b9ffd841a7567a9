"""English topics in the directives' own words: "nuclear energy law" → "Luật Năng lượng nguyên tử"."""

from collections.abc import Iterable, Mapping

from knowledge.text import tidy, tokens, words

_LONGEST = 8


class Glossary:
    """Terms of the field, English to Vietnamese; the longest term wins, a plural is its singular."""

    def __init__(self, terms: Mapping[str, str]) -> None:
        """Take the Vietnamese words for each English term."""
        self._terms = {tuple(_singular(w) for w in words(english)): vietnamese for english, vietnamese in terms.items()}

    def in_vietnamese(self, topic: str) -> str:
        """Return `topic` with every known term in Vietnamese; other words stay as they are."""
        found = tokens(tidy(topic))
        singular = [_singular(token.folded) for token in found]
        said: list[str] = []
        index = 0
        while index < len(found):
            size = self._size(singular, index)
            said.append(self._terms[tuple(singular[index : index + size])] if size else found[index].raw)
            index += max(1, size)
        return " ".join(dict.fromkeys(said))

    def _size(self, singular: list[str], index: int) -> int:
        sizes: Iterable[int] = range(min(_LONGEST, len(singular) - index), 0, -1)
        return next((size for size in sizes if tuple(singular[index : index + size]) in self._terms), 0)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
