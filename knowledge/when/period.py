"""A period as a value: a stretch of days, or several with breaks between them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from knowledge.when.numbers import quarter_number
from knowledge.when.spans import Days, month_span

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included; None is an open end.

    `kind` is `within` (both ends), `by` (no beginning) or `from` (no end). With `strict` the words were "trước ngày
    D": `last` is D, the day that is named, and D itself is already late. `start`/`end` are offsets into the tidied
    words; `rule` tells which rule read them. `but` are the stretches in its midst that are not meant: "tháng 6 và
    tháng 9" leaves out what lies between them.
    """

    first: date | None
    last: date | None
    kind: str
    strict: bool = False
    start: int = 0
    end: int = 0
    rule: str = ""
    but: tuple[Days, ...] = ()

    def holds(self, day: date) -> bool:
        """Tell whether `day` lies in the period (the named day of "trước ngày D" included)."""
        between = (self.first is None or self.first <= day) and (self.last is None or day <= self.last)
        return between and not any(first <= day <= last for first, last in self.but)

    def stretches(self) -> list[tuple[date | None, date | None]]:
        """Return first and last day of each stretch without a break: one, where nothing is left out."""
        first, found = self.first, list[tuple[date | None, date | None]]()
        for begin, end in self.but:
            found.append((first, begin - DAY))
            first = end + DAY
        return [*found, (first, self.last)]


def breaks(named: Iterable[Days]) -> tuple[Days, ...]:
    """Return the stretches that lie between those that are named."""
    return tuple((a[1] + DAY, b[0] - DAY) for a, b in pairwise(sorted(named)) if b[0] - a[1] > DAY)


def joined(one: Period, other: Period) -> Period:
    """Return what lies in either of two periods; what lies between them is left out."""
    ends = [*one.stretches(), *other.stretches()]
    firsts, lasts = [first for first, _ in ends], [last for _, last in ends]
    first = None if None in firsts else min(each for each in firsts if each)
    last = None if None in lasts else max(each for each in lasts if each)
    whole: list[Days] = []
    for begin, end in sorted((begin or date.min, end or date.max) for begin, end in ends):
        if whole and begin <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((begin, end))
    kind = "within" if first and last else "from" if first else "by"
    return Period(first, last, kind, strict=False, rule="joined", but=breaks(whole))


_ONE_QUARTER = re.compile(r"(?:^|(?<=[^a-z\d]))(?:qu[yi]|q)?\.?\s*(iv|i{1,3}|[1-4]|mot|hai|ba|bon|tu|nhat)(?![a-z\d])")
_ONE_MONTH = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_UP_TO = re.compile(r"-|(?<![a-z])(?:den|toi|to)(?![a-z])")


def listed(rule: str, words: str, span: Days) -> list[Days]:
    """Return the stretches that `words`, read by `rule` as `span`, name one by one: "quý I và III" are two."""
    if rule not in ("months", "quarters") or _UP_TO.search(words):
        return [span]
    year = span[0].year
    if rule == "months":
        return [month_span(year, int(each)) for each in _ONE_MONTH.findall(words) if 1 <= int(each) <= 12]
    which = [quarter_number(each) for each in _ONE_QUARTER.findall(words)]
    return [month_span(year, 3 * each - 2, 3) for each in which if each]
