"""What cut words may stand for: phrases by their initials ("LLTP"), and pairs of words said again and again."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.text import fold, tidy

_LONGEST = 6
_NEARLY_ALWAYS = 0.8
# A phrase must stand out among those with the same initials; two letters are the initials of very many.
_LEAST = {2: (20, 6.0), 3: (3, 2.0)}
_LEAST_OTHERWISE = (3, 1.5)
_SYLLABLE = re.compile(r"[^\W\d_]+")
# A number, whichever, beside words: "# tiêu chí".
NUMBER = "#"
_NUMBERS, _SAID = re.compile(r"\d+"), re.compile(rf"[^\W\d_]+|{NUMBER}")
_CLAUSE = re.compile(rf"[^\w {NUMBER}]+")
_BREAK = re.compile(r"[^\w ]+|\d+")
_FUNCTION = frozenset(
    "và của các là để trong cho với về theo từ đến có được bị tại do những một này đó khi trên dưới vào ra sẽ đã cần "
    "phải hoặc như cùng giữa nhằm qua bằng mà thì nếu vì ở".split()
)
# What asks is no part of a word either.
_EMPTY = _FUNCTION | frozenset("có gì ai nào cái".split())


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


@dataclass(frozen=True, slots=True)
class Pair:
    """Two neighbouring words (lower case, with their marks), how often they are said, and whether they are a whole.

    "ban nhân" is none, it is nearly always "ủy ban nhân dân"; nor is what a function word begins or ends, or a number.
    """

    first: str
    second: str
    count: int
    whole: bool


def pairs_said(texts: Iterable[str], least: int = 2) -> Iterator[Pair]:
    """Yield the pairs that `texts` say `least` times or more."""
    numbered = (_NUMBERS.sub(f" {NUMBER} ", tidy(text).lower()) for text in texts)
    clauses = [_SAID.findall(clause) for text in numbered for clause in _CLAUSE.split(text)]
    counts = Counter(pair for said in clauses for pair in pairwise(said))
    longer: dict[tuple[str, str], int] = {}
    triples = Counter((a, b, c) for said in clauses for (a, b), (_, c) in pairwise(pairwise(said)))
    for triple, count in triples.items():
        for pair in (triple[:2], triple[1:]):
            longer[pair] = max(longer.get(pair, 0), count)
    for pair, count in counts.items():
        if count >= least:
            apart = longer.get(pair, 0) < max(least, _NEARLY_ALWAYS * count)
            yield Pair(*pair, count, apart and NUMBER not in pair and _EMPTY.isdisjoint(pair))


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
