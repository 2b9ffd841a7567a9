"""Single time words: a day, a month, a quarter, a year, "tuần này", "30 ngày tới" — found in folded text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.patterns import Sieve
from knowledge.text import has_diacritics
from knowledge.when.numbers import counts
from knowledge.when.rule import Rule
from knowledge.when.rules import RULES
from knowledge.when.spans import Days, Span, part_of


@dataclass(frozen=True, slots=True)
class Atom:
    """A time expression at `start`:`end` of the text, from the rule `rule`.

    `span` maps a year to (first day, last day), or to None where that year has no such day. `year` is the year that
    is written or implied, None where the words leave it open. `at_end` tells that the words name the end of
    something ("cuối tháng 6").
    """

    start: int
    end: int
    rule: str
    span: Span
    year: int | None
    unit: str
    at_end: bool = False

    def days(self, year: int) -> Days | None:
        """Return first and last day, taking `year` where the words name none."""
        return self.span(self.year if self.year is not None else year)


_RULES = Sieve((rule.pattern, rule) for rule in RULES)


def find_atoms(raw: str, folded: str, today: date, *, asked: bool = True) -> Iterator[Atom]:
    """Yield the time expressions of `folded` (`raw` as `fold_time` gives it) from left to right.

    `today` gives relative words their meaning. The leftmost match wins, of several the rule that stands first;
    every rule keeps its next match until the text has been read past it, so that each reads the text once.
    """
    rules = [rule for rule in _RULES.may_be_in(folded) if asked or not rule.asked]
    marked = has_diacritics(raw)
    waiting = [_next(rule, raw, folded, 0, today, marked=marked) for rule in rules]
    while True:
        found = min((atom for atom in waiting if atom is not None), key=lambda atom: atom.start, default=None)
        if found is None:
            return
        yield found
        for index, atom in enumerate(waiting):
            if atom is not None and atom.start < found.end:
                waiting[index] = _next(rules[index], raw, folded, found.end, today, marked=marked)


def _next(rule: Rule, raw: str, folded: str, position: int, today: date, *, marked: bool) -> Atom | None:
    """Return the first match of `rule` from `position` on that means something."""
    while (found := rule.pattern.search(folded, position)) is not None:
        built = rule.build(found, today) if _as_written(rule, raw, found, marked=marked) else None
        if built is not None:
            at_end = part_of(found).endswith("cuoi")
            end = _end_of_word(raw, found.end())
            return Atom(found.start(), end, rule.name, built[0], built[1], rule.unit, at_end)
        position = found.start() + 1
    return None


def _end_of_word(raw: str, end: int) -> int:
    """Return where the word that `end` lies in ends: "6" stands for the first letter of "sáu"."""
    while end < len(raw) and raw[end - 1].isalpha() and raw[end].isalpha():
        end += 1
    return end


def _as_written(rule: Rule, raw: str, found: re.Match[str], *, marked: bool) -> bool:
    if rule.marked and marked and not has_diacritics(raw[found.start() : found.end()]):
        return False
    return counts(raw, found)
