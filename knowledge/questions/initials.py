"""Abbreviations nobody listed: "LLTP" is the phrase of the directives whose syllables begin with these letters."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from knowledge.questions.typing import Repair
from knowledge.text import fold, tidy

_LONGEST = 6
_SHOUTED = 3
# A phrase must stand out among those with the same initials; two letters are the initials of very many.
_LEAST = {2: (20, 6.0), 3: (3, 2.0)}
_LEAST_OTHERWISE = (2, 1.5)
_SYLLABLE = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"[^\w ]+|\d+")
_VOWELS = frozenset("aeiouy")
_FUNCTION = frozenset(
    "và của các là để trong cho với về theo từ đến có được bị tại do những một này đó khi trên dưới vào ra sẽ đã cần "
    "phải hoặc như cùng giữa nhằm qua bằng mà thì nếu vì ở".split()
)
_ABBREVIATION = re.compile(r"(?<![\w/.&\-])[^\W\d_]{2,6}(?![\w&]|[./\-]\w)")


def phrases_by_initials(texts: Iterable[str]) -> dict[str, str]:
    """Return, for the initials of phrases that `texts` say again and again, the phrase (lower case, with its marks).

    Initials are lower-case letters, đ as it is and folded ("đvhc", "dvhc"). Phrases that begin or end with a function
    word, run over a comma, or are always part of one longer phrase, are none.
    """
    clauses = [_SYLLABLE.findall(clause) for text in texts for clause in _BREAK.split(tidy(text).lower())]
    pairs = Counter(pair for said in clauses for pair in pairwise(said))
    counts = Counter(phrase for said in clauses for phrase in _phrases(said, pairs))
    partial = {
        part
        for phrase, count in counts.items()
        if count > 1
        for part in (phrase.rpartition(" ")[0], phrase.partition(" ")[2])
        if counts.get(part) == count
    }
    ranked: dict[str, list[tuple[int, str]]] = {}
    for phrase, count in counts.items():
        if phrase in partial:
            continue
        initials = "".join(word[0] for word in phrase.split())
        plain = fold(initials)
        for key in {initials, plain}:
            ranked.setdefault(key, []).append((count, phrase))
    return {key: best for key, rows in ranked.items() if (best := _outstanding(key, rows))}


def _phrases(said: Sequence[str], pairs: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """Yield the phrases of a clause; none that holds a pair said only once, for it is said only once as well."""
    for start, first in enumerate(said):
        if first in _FUNCTION:
            continue
        for end in range(start + 2, min(start + _LONGEST, len(said)) + 1):
            if pairs[said[end - 2], said[end - 1]] == 1:
                break
            if said[end - 1] not in _FUNCTION:
                yield " ".join(said[start:end])


def _outstanding(initials: str, rows: list[tuple[int, str]]) -> str:
    rows.sort(key=lambda row: (-row[0], row[1]))
    least, times = _LEAST.get(len(initials), _LEAST_OTHERWISE)
    count, phrase = rows[0]
    second = rows[1][0] if len(rows) > 1 else 0
    return phrase if count >= least and count >= times * second else ""


class Initials:
    """Reads unknown abbreviations by their letters."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        """Take what `phrases_by_initials` found."""
        self._phrases = phrases

    def write_out(self, text: str, known: Callable[[str], bool]) -> tuple[str, tuple[Repair, ...]]:
        """Return `text` with unknown abbreviations as phrases of the directives, and which were read so.

        An abbreviation is in capitals or has no vowel; one whose folded letters are `known` is left alone.
        """
        repairs: list[Repair] = []

        def read(found: re.Match[str]) -> str:
            word = found.group()
            phrase = self._phrases.get(word.lower(), "")
            if not phrase or known(fold(word)) or not (word.isupper() or _VOWELS.isdisjoint(fold(word))):
                return word
            repairs.append(Repair(word, phrase))
            return phrase

        if text.isupper() and len(text.split()) > _SHOUTED:
            return text, ()  # capitals tell nothing where every word has them
        return _ABBREVIATION.sub(read, text), tuple(repairs)
