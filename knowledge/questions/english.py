"""English questions in the plain words that are read: "past their deadline" is "overdue", "in the lead" is "leads"."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date

from knowledge.questions.idioms import IDIOMS, Idiom
from knowledge.text import fold_aligned

_WORDS = re.compile(r"[a-z']+")
# Words that ask for tasks, or for those who have them.
_TASKS = frozenset(
    "task tasks duty duties deadline deadlines due overdue late assignment assignments obligation obligations "
    "deliverable deliverables commitments ministry ministries agency agencies workload busiest list ones "
    "responsibilities".split()
)
_WHAT_MUST = re.compile(
    r"^\W*who\b.{0,24}\b(?:not|late|behind|overdue|reported)\b"
    r"|\b(?:what|which|everything|anything)\b.{0,40}?\b(?:must|has to|have to|needs? to|should)\b"
)
_ORDINALS = {"final": "fourth", "closing": "fourth", "last": "fourth", "opening": "first", "initial": "first"}
_MONTHS = {
    "first three": "the first quarter", "opening three": "the first quarter", "first six": "the first half",
    "opening six": "the first half", "last three": "the fourth quarter", "final three": "the fourth quarter",
    "last six": "the second half", "final six": "the second half", "first nine": "January to September",
    "last nine": "April to December", "final nine": "April to December", "opening nine": "January to September",
}  # fmt: skip
_NUMBERS = {word: str(n) for n, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
_HALVES = {"2nd": "second", "back": "second", "latter": "second", "later": "second", "final": "second"}
_HALVES |= {"closing": "second", "last": "second", "1st": "first", "front": "first", "opening": "first"}
_HALVES |= {"early": "first", "earlier": "first", "initial": "first"}


class _Compiled:
    """An idiom ready to be tried."""

    def __init__(self, idiom: Idiom) -> None:
        hints, pattern, self.plain, self.of_tasks = idiom
        self.hints = frozenset(hints.split())
        self._pattern = pattern
        self._made: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern between words, compiled when it is first tried."""
        if self._made is None:
            self._made = re.compile(rf"(?<![\w'])(?:{self._pattern})(?!\w)")
        return self._made


_IDIOMS = tuple(_Compiled(idiom) for idiom in IDIOMS)
_HINTS = frozenset().union(*(each.hints for each in _IDIOMS))


def in_plain_words(raw: str, names_somebody: Callable[[str], bool], today: date) -> str:
    """Return an English question with its idioms in the words of the lexicon.

    `names_somebody` tells whether a text names an agency: what is said of tasks only is read where tasks or somebody
    who may have some are spoken of.
    """
    folded = _apostrophes(fold_aligned(raw))
    said = _said(folded)
    if _HINTS.isdisjoint(said):
        return raw
    of_tasks: bool | None = None
    for each in _IDIOMS:
        if each.hints.isdisjoint(said):
            continue
        found = next(each.pattern.finditer(folded), None)
        if found is None:
            continue
        if each.of_tasks:
            if of_tasks is None:
                of_tasks = not _TASKS.isdisjoint(said) or _WHAT_MUST.search(folded) is not None or names_somebody(raw)
            if not of_tasks:
                continue
        raw = _replaced(raw, folded, each, today)
        folded = _apostrophes(fold_aligned(raw))
        said = _said(folded)
    return raw


def _apostrophes(folded: str) -> str:
    return folded.replace("’", "'").replace("`", "'")


def _said(folded: str) -> set[str]:
    """Return the words of a text, those with an apostrophe also as their parts ("n't")."""
    words = _WORDS.findall(folded)
    return {
        *words,
        *(part for word in words for part in word.split("'")),
        *("n't" for w in words if w.endswith("n't")),
    } | set(re.findall(r"\d+(?:st|nd)", folded))


def _replaced(raw: str, folded: str, idiom: _Compiled, today: date) -> str:
    made: list[str] = []
    end = 0
    for found in idiom.pattern.finditer(folded):
        made.append(raw[end : found.start()])
        groups = {name: raw[found.start(name) : found.end(name)] for name, held in found.groupdict().items() if held}
        made.append(_plain(idiom.plain, groups, folded[found.start() : found.end()], today))
        end = found.end()
    return "".join((*made, raw[end:]))


def _plain(plain: str, groups: Mapping[str, str], written: str, today: date) -> str:
    named = defaultdict(str, groups)
    if plain == "{decade}":
        last = today.year - today.year % 10 + 10
        return f"the end of {last}" if re.search(r"end|close|turn|over|out", written) else f"{last - 9}-{last}"
    if which := named.get("which", "").lower():
        table = _HALVES if "half" in written or "semester" in written else _ORDINALS
        named["which"] = table.get(which, which)
    if months := named.get("months", "").lower():
        named["months"] = _MONTHS[months]
    if (n := named.get("n", "").lower()) and "top" in plain:
        named["n"] = _NUMBERS.get(n, n)
    return plain.format_map(named)
