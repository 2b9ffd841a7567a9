"""Directives named by when they were issued: "văn bản tháng 6", "kết luận ngày 15/10", "the July 2025 conclusion"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from knowledge.directives import Directive
from knowledge.when import Period, find_periods

# What people call a directive, with what its number must hold; any kind is called "văn bản".
_KINDS = (
    ("NQ", r"nghi quyet|nq|resolution"),
    ("TB", r"thong bao ket luan|thong bao|ket luan|tbkl|tb|kl|notice|notification|conclusion"),
    ("", r"van ban chi dao|van ban|vb|directive|document"),
)
_NAMES = "|".join(names for _, names in _KINDS)
_BETWEEN = (
    "duoc|moi|ban hanh|ra|ky|ra doi|cua|hoi|vao|trong|of|from|dated|issued|signed|in|on|so"
    "|chinh phu|thu tuong|vpcp|van phong chinh phu|tong bi thu|ban chi dao|trung uong"
)
_LEADS_TO = re.compile(rf"(?<!\w)(?P<kind>{_NAMES})s?\s+(?:(?:{_BETWEEN})\s+)*$")
_FOLLOWS = re.compile(r"\s*(?P<kind>resolution|notice|notification|conclusion|directive|document)(?!\w)")
_LATEST = re.compile(
    rf"(?<!\w)(?:(?P<kind>{_NAMES})(?: ban hanh| ra)? (?:moi|gan|gan day) (?:day )?nhat"
    r"|(?:latest|newest|most recent) (?P<english>resolution|notice|notification|conclusion|directive|document))(?!\w)"
)
_YEAR = re.compile(r"\d{4}|/\d\d$|\bnam (?:nay|ngoai|truoc|roi)\b|\b(?:this|last) year\b")
_DAY = re.compile(r"\b(?:ngay )?\d{1,2}\s*[/.-]\s*\d")
# A time stands at most so many letters after the kind.
_REACH = 60

Named = tuple[tuple[str, ...], int, int]
"""The ids of the directives that are named, and where."""


def dated_directives(raw: str, folded: str, directives: Sequence[Directive], today: date) -> Iterator[Named]:
    """Yield the directives that a question names by kind and date of issue, with the place of these words.

    `folded` is `raw` folded letter by letter. Without a year the month or day of any year is meant. A time in which
    no directive of that kind was issued names none.
    """
    for found in _LATEST.finditer(folded):
        kind = _kind_of(found["kind"] or found["english"])
        last = max((d.date for d in _of_kind(directives, kind) if d.date), default=None)
        if last is not None:
            yield tuple(d.id for d in _of_kind(directives, kind) if d.date == last), found.start(), found.end()
    for period in find_periods(raw, today, forward=False):
        if period.kind != "within":
            continue
        before = _LEADS_TO.search(folded, max(0, period.start - _REACH), period.start)
        after = None if before else _FOLLOWS.match(folded, period.end)
        place = before or after
        if place is None:
            continue
        written = folded[period.start : period.end]
        fitting = [d for d in _of_kind(directives, _kind_of(place["kind"])) if _issued(d, period, written)]
        for word, wanted in (("cuoi", max), ("dau", min)):  # "cuối năm 2025": of several the last
            if fitting and re.search(rf"\b{word}\b", written):
                fitting = [wanted(fitting, key=lambda d: d.date or date.min)]
        if fitting:
            yield tuple(d.id for d in fitting), min(place.start(), period.start), max(place.end(), period.end)


def _kind_of(word: str) -> str:
    return next(sign for sign, names in _KINDS if re.fullmatch(names, word))


def _of_kind(directives: Sequence[Directive], sign: str) -> list[Directive]:
    return [d for d in directives if sign in d.number]


def _issued(directive: Directive, period: Period, written: str) -> bool:
    """Tell whether it was issued in `period`; in the same days of any year where no year is written."""
    day, first, last = directive.date, period.first, period.last
    if day is None or first is None or last is None:
        return False
    if _YEAR.search(written):
        return first <= day <= last
    if _DAY.search(written) and first == last:
        return (day.month, day.day) == (first.month, first.day)
    return first.year == last.year and (first.month, first.day) <= (day.month, day.day) <= (last.month, last.day)
