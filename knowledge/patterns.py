"""Patterns that look at the words of a text before they search it: most patterns find nothing in most questions.

From a pattern it is derived which words must stand in a text for it to be found there, one of them at least. A text
without any of them is not searched, which costs many times less than searching it in vain.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from re import _parser  # type: ignore[attr-defined]  # there is no public way to a parsed pattern
from typing import Any, Generic, TypeVar

_WORD, _DIGIT = re.compile(r"[a-z0-9]+"), re.compile(r"\d")
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
# In what a pattern is spelt out as: a place where no word goes on, a digit, and whatever there may be.
_END, _FIGURE, _ANY = " ", "#", "?"
_FIGURES = re.compile(rf"[{_FIGURE}\d]")
_NOTHING, _ANYTHING = frozenset({""}), frozenset({_ANY})
# In so many ways parts are spelt out, and one character; it takes time where the patterns are made.
_MOST, _MOST_LETTERS = 200, 4

Thing = TypeVar("Thing")
Part = tuple[object, Any]
"""What the parser of patterns makes of one: what it is, and its value."""


@lru_cache(maxsize=256)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a folded text, runs of letters and digits, and "#" where there is a digit."""
    found = _WORD.findall(text)
    return frozenset((*found, _FIGURE) if _DIGIT.search(text) else found)


class Sought:
    """A pattern for folded text, compiled, that searches only where its words stand; else as one of `re`."""

    __slots__ = ("_finditer", "_needs", "_search", "fullmatch", "match", "pattern")

    def __init__(self, pattern: str) -> None:
        compiled = re.compile(pattern)
        self.pattern = pattern
        self.match, self.fullmatch = compiled.match, compiled.fullmatch
        self._search, self._finditer = compiled.search, compiled.finditer
        self._needs = needs_of(pattern)

    @property
    def needs(self) -> frozenset[str]:
        """Words of which a text has one at least where the pattern is found; none where that cannot be told."""
        return self._needs

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Return the first place from `start` on, up to `end`."""
        if end is not None:  # it may cut a word off, and the stretch is short
            return self._search(text, start, end)
        if self._needs and self._needs.isdisjoint(words_of(text)):
            return None
        return self._search(text, start)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return every place."""
        if self._needs and self._needs.isdisjoint(words_of(text)):
            return iter(())
        return self._finditer(text)


class Sieve(Generic[Thing]):
    """Things that each stand in a text where a pattern does: of many of them few are looked for in any one text."""

    def __init__(self, things: Iterable[tuple[Sought, Thing]]) -> None:
        """Take each thing with its pattern."""
        self._things: list[Thing] = []
        self._anywhere: list[int] = []
        self._by_word: dict[str, list[int]] = {}
        for place, (pattern, thing) in enumerate(things):
            self._things.append(thing)
            if not pattern.needs:
                self._anywhere.append(place)
            for word in pattern.needs:
                self._by_word.setdefault(word, []).append(place)

    def may_be_in(self, text: str) -> list[Thing]:
        """Return those of which a text has a word that their pattern needs, in their order."""
        places = set(self._anywhere)
        for word in self._by_word.keys() & words_of(text):
            places.update(self._by_word[word])
        return [self._things[place] for place in sorted(places)]


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern of these phrases, the longest that fits first, in which each letter is looked at only once."""
    behind: dict[str, list[str]] = {}
    for phrase in phrases:
        behind.setdefault(phrase[:1], []).append(phrase[1:])
    ends = behind.pop("", None) is not None
    ways = [re.escape(first) + any_of(rest) for first, rest in sorted(behind.items())]
    if len(ways) == 1 and not ends:
        return ways[0]
    return f"(?:{'|'.join(ways)})" + ("?" if ends else "") if ways else ""


def needs_of(pattern: str) -> frozenset[str]:
    """Return words of which a folded text has at least one where `pattern` is found; none where that cannot be told."""
    parsed = _parser.parse(pattern)
    if parsed.state.flags & re.IGNORECASE:
        return frozenset()
    chosen = _chosen(_joined((_ANYTHING, _spelt(parsed), _ANYTHING))).values()
    return frozenset() if "" in chosen else frozenset(chosen)


def _chosen(spelt: Iterable[str]) -> dict[str, str]:
    """Return for each way to spell something a word of it, one that most have in common, "" where it has none."""
    words = {each: _words_in(each) for each in spelt}
    often = Counter(word for of_it in words.values() for word in of_it)

    def rank(word: str) -> tuple[bool, int, int, str]:
        return word != _FIGURE, often[word], len(word), word

    return {each: max(of_it, key=rank, default="") for each, of_it in words.items()}


def _words_in(spelt: str) -> set[str]:
    """Return the whole words of what a pattern is spelt as, and "#" where it has a digit."""
    whole = {word for word in spelt.split(_END) if word and _ANY not in word and _FIGURE not in word}
    return whole | {_FIGURE} if _FIGURES.search(spelt) else whole


def _joined(parts: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return every way to spell parts that follow one another, in less detail where there are too many."""
    return reduce(_both, parts, _NOTHING)


def _both(first: frozenset[str], second: frozenset[str]) -> frozenset[str]:
    """Return every way to spell two parts; of too many one word each is kept, at last without what it stands beside."""
    for blurred in (False, True):
        if len(first) * len(second) > _MOST:
            first = _outlined(first, blurred=blurred)
        if len(first) * len(second) > _MOST:
            second = _outlined(second, blurred=blurred)
    if len(first) * len(second) > _MOST:
        return _ANYTHING
    return frozenset([_beside(one, other) for one in first for other in second])


def _beside(one: str, other: str) -> str:
    return one + other.lstrip(_END) if one.endswith(_END) else one + other


def _outlined(spelt: frozenset[str], *, blurred: bool) -> frozenset[str]:
    """Return ways to spell something with one whole word of those that have any; `blurred` ones say no more."""
    chosen = _chosen(f"{_ANY}{each}{_ANY}" for each in spelt)
    return frozenset(_outline(each, chosen[f"{_ANY}{each}{_ANY}"], blurred=blurred) for each in spelt)


def _outline(spelt: str, word: str, *, blurred: bool) -> str:
    if word in ("", _FIGURE):
        return f"{_ANY}{word}{_ANY}" if blurred else spelt
    first, *_, last = spelt.split(_END)
    return _END.join((_ANY, word, _ANY) if blurred else (first, word, last))


def _spelt(parts: Iterable[Part]) -> frozenset[str]:
    return _joined(_part(op, value) for op, value in parts)


def _part(op: object, value: Any) -> frozenset[str]:
    """Return every way to spell one part of a parsed pattern; what is not known here may be anything."""
    match op:
        case _parser.LITERAL:
            return frozenset({_letter(value)})
        case _parser.SUBPATTERN if not value[1] & re.IGNORECASE:
            return _spelt(value[-1])
        case _parser.BRANCH:
            return frozenset().union(*map(_spelt, value[1]))
        case _parser.MAX_REPEAT | _parser.MIN_REPEAT:
            return _repeated(*value)
        case _parser.IN:
            return _one_of(value)
        case _parser.AT:
            return _NOTHING if value == _parser.AT_NON_BOUNDARY else frozenset({_END})
        case _parser.ASSERT_NOT if _is_any_letter(list(value[1])):
            return frozenset({_END})
        case _parser.ASSERT | _parser.ASSERT_NOT:  # what stands beside it is beside it all the same
            return _NOTHING
        case _:
            return _ANYTHING


def _letter(code: int) -> str:
    """Return a letter as itself; what is no letter of a word ends one."""
    return chr(code) if chr(code) in _LETTERS else _END


def _repeated(least: int, most: int, parts: Iterable[Part]) -> frozenset[str]:
    once = _spelt(parts)
    if most == 1 or once.issubset({_END, _FIGURE, _ANY}):  # several of these are spelt as one
        return once if least else once | _NOTHING
    begins = _END if all(each.startswith(_END) for each in once) else ""
    ends = _END if all(each.endswith(_END) for each in once) else ""
    more = frozenset({"", f"{begins}{_ANY}{ends}"})
    return _both(once, more) if least else more


def _one_of(choices: Iterable[Part]) -> frozenset[str]:
    """Return every way to spell one character of these."""
    chosen = set(choices)
    if len(chosen) <= _MOST_LETTERS and all(op == _parser.LITERAL for op, _ in chosen):
        return frozenset(_letter(code) for _, code in chosen)
    return frozenset(
        _END
        if (op == _parser.LITERAL and _letter(value) == _END) or (op, value) in _ENDING
        else _FIGURE
        if (op, value) == _A_DIGIT
        else _ANY
        for op, value in chosen
    )


_A_DIGIT = (_parser.CATEGORY, _parser.CATEGORY_DIGIT)
_ENDING = ((_parser.CATEGORY, _parser.CATEGORY_SPACE), (_parser.CATEGORY, _parser.CATEGORY_NOT_WORD))
_A_LETTER = (_parser.CATEGORY, _parser.CATEGORY_WORD)
_A_TO_Z = (_parser.RANGE, (ord("a"), ord("z")))


def _is_any_letter(parts: list[Part]) -> bool:
    """Tell whether what must not stand at a place is any letter or digit of a word."""
    refused = parts[0][1] if len(parts) == 1 and parts[0][0] == _parser.IN else ()
    return _A_LETTER in refused or (_A_TO_Z in refused and _A_DIGIT in refused)
