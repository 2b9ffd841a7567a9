"""Single time words: a day, a month, a quarter, a year, "tuần này", "30 ngày tới" — found in folded text.

Every rule has a name and a line in `RULES`; the first rule that matches at the leftmost place wins, so longer forms
stand before shorter ones. A rule answers `None` for what only looks like a date ("31/02", "19/19 tiêu chí").
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

import holidays
from dateutil.relativedelta import relativedelta

from knowledge.text import fold_aligned, tidy


@dataclass(frozen=True, slots=True)
class Atom:
    """A time expression at `start`:`end` of the text, from the rule `rule`.

    `span` maps a year to (first day, last day), or to None where that year has no such day. `year` is the year that is written or implied, None
    where the words leave it open.
    """

    start: int
    end: int
    rule: str
    span: Callable[[int], tuple[date, date] | None]
    year: int | None
    unit: str

    def days(self, year: int) -> tuple[date, date] | None:
        """Return first and last day, taking `year` where the words name none."""
        return self.span(self.year if self.year is not None else year)

    def with_year(self, year: int) -> "Atom":
        """Return the same atom in `year` where it named none."""
        return self if self.year is not None else replace(self, year=year)


_NUMBERS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "muoi mot": 11, "muoi hai": 12, "hai muoi": 20, "ba muoi": 30,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "fifteen": 15, "thirty": 30,
}  # fmt: skip
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "first": 1, "second": 2, "third": 3, "fourth": 4, "nhat": 1, "1st": 1,
          "2nd": 2, "3rd": 3, "4th": 4}  # fmt: skip
_ENGLISH_MONTHS = {
    name: index
    for index, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_Y = r"(?P<y>(?:19|20)\d{2})"
_YEAR_TAIL = rf"(?:\s*(?:,\s*nam|[/.\-,]|nam|of|in)?\s*{_Y}(?![\d/]))?"
_NUM = r"(?P<n>\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi(?: hai| mot)?|hai muoi|ba muoi|one|two|three|four|five|six|seven|ten|fifteen|thirty)"
_MONTH_WORD = r"(?P<mw>mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi hai|muoi mot|muoi)"
_ENGLISH_MONTH = rf"(?P<em>{'|'.join(sorted(_ENGLISH_MONTHS, key=len, reverse=True))})"
# What follows a number in document numbers and in "16/19 tiêu chí": such numbers are no dates.
_NO_NUMBER = r"(?![\d]|\s*/\s*[a-z\d]|-[a-z]|\s*(?:tieu chi|%|criteria))"
_NO_BEFORE = r"(?<![\d/.\-])"


def number(word: str) -> int:
    """Return the number that digits or a (folded) number word mean."""
    return int(word) if word.isdigit() else _NUMBERS[word]


def month_span(year: int, month: int, months: int = 1) -> tuple[date, date]:
    """Return first and last day of `months` months from `month` on."""
    first = date(year, month, 1)
    return first, first + relativedelta(months=months) - timedelta(days=1)


def _safe(year: int, month: int, day: int) -> tuple[date, date] | None:
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return (date(year, month, day),) * 2


def _year(match: re.Match[str]) -> int | None:
    text = match.groupdict().get("y")
    if not text:
        return None
    return int(text) + (2000 if len(text) == 2 else 0)


Span = Callable[[int], tuple[date, date] | None]
Build = Callable[[re.Match[str], date], tuple[Span, int | None] | None]


def _day(match: re.Match[str], _: date) -> tuple[Span, int | None] | None:
    groups = match.groupdict()
    day = int(groups["d"])
    month = _ENGLISH_MONTHS[groups["em"]] if groups.get("em") else int(groups["m"])
    year = _year(match)
    if _safe(year or 2024, month, day) is None:
        return None
    return (lambda y: _safe(y, month, day)), year


def _days(match: re.Match[str], _: date) -> tuple[Span, int | None] | None:
    low, high, month = int(match["d1"]), int(match["d2"]), int(match["m"])
    if low >= high or not (_safe(2024, month, low) and _safe(2024, month, high)):
        return None

    def span(year: int) -> tuple[date, date] | None:
        ends = _safe(year, month, low), _safe(year, month, high)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None

    return span, _year(match)


def _month(match: re.Match[str], _: date) -> tuple[Span, int | None] | None:
    groups = match.groupdict()
    if groups.get("em"):
        month = _ENGLISH_MONTHS[groups["em"]]
    elif groups.get("mw"):
        month = _NUMBERS[groups["mw"]]
    else:
        month = int(groups["m"])
    if not 1 <= month <= 12:
        return None
    part = groups.get("part")
    return (lambda y: _part_of_month(y, month, part)), _year(match)


def _part_of_month(year: int, month: int, part: str | None) -> tuple[date, date]:
    first, last = month_span(year, month)
    if part in ("dau", "early", "start", "beginning"):
        return first, first.replace(day=10)
    if part in ("giua", "mid"):
        return first.replace(day=11), first.replace(day=20)
    if part in ("cuoi", "late", "end"):
        return first.replace(day=21), last
    return first, last


def _months(match: re.Match[str], _: date) -> tuple[Span, int | None] | None:
    low, high = int(match["m1"]), int(match["m2"])
    if not 1 <= low <= high <= 12:
        return None
    return (lambda y: month_span(y, low, high - low + 1)), _year(match)


def _quarter_number(word: str) -> int | None:
    value = _ROMAN.get(word) or (int(word) if word.isdigit() else _NUMBERS.get(word))
    return value if value is not None and 1 <= value <= 4 else None


def _quarter(match: re.Match[str], _: date) -> tuple[Span, int | None] | None:
    quarter = _quarter_number(match["q"])
    if quarter is None:
        return None
    part = match.groupdict().get("part")
    start = 3 * quarter - 2
    if part:
        month = {"dau": start, "giua": start + 1, "cuoi": start + 2}[part]
        return (lambda y: month_span(y, month)), _year(match)
    return (lambda y: month_span(y, start, 3)), _year(match)


def _quarters(match: re.Match[str], _: date) -> tuple[Span, int | None] | None:
    low, high = _quarter_number(match["q1"]), _quarter_number(match["q2"])
    if low is None or high is None or low > high:
        return None
    return (lambda y: month_span(y, 3 * low - 2, 3 * (high - low + 1))), _year(match)


def _part_of_year(match: re.Match[str], today: date) -> tuple[Span, int | None]:
    part = match["part"]
    start, months = {
        "dau": (1, 3), "early": (1, 3), "start": (1, 3), "beginning": (1, 3),
        "giua": (5, 4), "mid": (5, 4),
        "cuoi": (10, 3), "late": (10, 3), "end": (10, 3),
    }[part]  # fmt: skip
    return (lambda y: month_span(y, start, months)), _relative_year(match, today)


def _half(match: re.Match[str], today: date) -> tuple[Span, int | None]:
    start = 1 if match["half"] in ("dau", "first", "1", "i", "dau tien") else 7
    return (lambda y: month_span(y, start, 6)), _relative_year(match, today)


def _relative_year(match: re.Match[str], today: date) -> int | None:
    word = match.groupdict().get("rel")
    if word:
        return today.year + _SHIFT[word]
    return _year(match)


def _whole_year(match: re.Match[str], today: date) -> tuple[Span, int | None]:
    return (lambda y: (date(y, 1, 1), date(y, 12, 31))), _relative_year(match, today)


def _years(match: re.Match[str], _: date) -> tuple[Span, int | None] | None:
    low, high = int(match["y1"]), int(match["y2"])
    if low > high:
        return None
    return (lambda _y: (date(low, 1, 1), date(high, 12, 31))), low


def _fixed(first: date, last: date) -> tuple[Span, int | None]:
    return (lambda _y: (first, last)), first.year


_SHIFT = {
    "nay": 0, "this": 0, "current": 0, "hien tai": 0, "hien nay": 0,
    "sau": 1, "toi": 1, "next": 1, "ke tiep": 1, "tiep theo": 1, "coming": 1, "ke": 1,
    "truoc": -1, "qua": -1, "ngoai": -1, "last": -1, "vua roi": -1, "vua qua": -1, "previous": -1, "roi": -1, "past": -1,
}  # fmt: skip
_REL = r"(?P<rel>nay|hien tai|hien nay|sau|toi|ke tiep|tiep theo|truoc|vua qua|vua roi|qua|roi|ngoai|ke)(?![a-z])"
_REL_EN = r"(?P<rel>this|current|next|coming|last|previous|past)"


def _relative(match: re.Match[str], today: date) -> tuple[Span, int | None]:
    shift = _SHIFT[match["rel"]]
    unit = {"tuan": "week", "thang": "month", "quy": "quarter"}.get(match["unit"], match["unit"])
    part = match.groupdict().get("part")
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return _fixed(monday, monday + timedelta(days=6))
    if unit == "month":
        anchor = today.replace(day=1) + relativedelta(months=shift)
        return _fixed(*_part_of_month(anchor.year, anchor.month, part))
    anchor = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1) + relativedelta(months=3 * shift)
    if part:
        anchor += relativedelta(months={"dau": 0, "giua": 1, "cuoi": 2}[part])
        return _fixed(*month_span(anchor.year, anchor.month))
    return _fixed(*month_span(anchor.year, anchor.month, 3))


def _delta(unit: str, count: int) -> relativedelta:
    return {
        "ngay": relativedelta(days=count), "day": relativedelta(days=count),
        "tuan": relativedelta(weeks=count), "week": relativedelta(weeks=count),
        "thang": relativedelta(months=count), "month": relativedelta(months=count),
        "quy": relativedelta(months=3 * count), "quarter": relativedelta(months=3 * count),
        "nam": relativedelta(years=count), "year": relativedelta(years=count),
    }[unit]  # fmt: skip


def _ahead(match: re.Match[str], today: date) -> tuple[Span, int | None] | None:
    count = number(match["n"])
    return _fixed(today, today + _delta(match["unit"], count)) if count else None


def _behind(match: re.Match[str], today: date) -> tuple[Span, int | None] | None:
    count = number(match["n"])
    return _fixed(today - _delta(match["unit"], count), today) if count else None


_NEAR_DAYS = {
    "hom nay": 0, "today": 0, "ngay mai": 1, "tomorrow": 1, "ngay kia": 2, "hom qua": -1, "yesterday": -1,
    "hom kia": -2, "ngay mot": 2,
}  # fmt: skip


def _near_day(match: re.Match[str], today: date) -> tuple[Span, int | None]:
    day = today + timedelta(days=_NEAR_DAYS[match["word"]])
    return _fixed(day, day)


def _day_of_this_month(match: re.Match[str], today: date) -> tuple[Span, int | None] | None:
    anchor = today.replace(day=1) + relativedelta(months=_SHIFT[match["rel"]] if match["rel"] else 0)
    span = _safe(anchor.year, anchor.month, int(match["d"]))
    return _fixed(*span) if span else None


@lru_cache(maxsize=64)
def tet(year: int) -> date:
    """Return the first day of the lunar new year that falls in `year`."""
    days = holidays.country_holidays("VN", years=year, language="en_US")
    for day, name in sorted(days.items()):
        if name == "Lunar New Year":
            return day
    raise LookupError(f"no Lunar New Year known for {year}")


def _tet(match: re.Match[str], today: date) -> tuple[Span, int | None]:
    year = _year(match)
    if year is None:
        year = today.year if today < tet(today.year) else today.year + 1
    first = tet(year)
    return _fixed(first, first + timedelta(days=4))


def _weekend(_: re.Match[str], today: date) -> tuple[Span, int | None]:
    saturday = today - timedelta(days=today.weekday()) + timedelta(days=5)
    return _fixed(saturday, saturday + timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Rule:
    """A named way to say a time; `keywords` are accented spellings that a folded word may stand for."""

    name: str
    unit: str
    pattern: re.Pattern[str]
    build: Build


def _rule(name: str, unit: str, pattern: str, build: Build) -> Rule:
    return Rule(name, unit, re.compile(rf"(?<![a-z\d])(?:{pattern})(?![a-z\d])"), build)


_Q = r"(?:quy|q|quarter)\.?\s*"
_QN = r"(?:iv|i{1,3}|[1-9]|mot|hai|ba|bon|tu|nhat)"
_PART = r"(?P<part>dau|giua|cuoi)"
_END = r"(?:ngay\s+)?(?P<d>\d{1,2})"

RULES: tuple[Rule, ...] = (
    _rule("days", "days",
          rf"(?:ngay\s+)?{_NO_BEFORE}(?P<d1>\d{{1,2}})\s*-\s*(?P<d2>\d{{1,2}})(?:\s*/\s*|\s+thang\s+)(?P<m>\d{{1,2}})(?:\s*(?:/|nam)\s*{_Y})?(?!\s*/)", _days),
    _rule("iso day", "day", rf"{_Y}-(?P<m>\d{{2}})-(?P<d>\d{{2}})", _day),
    _rule("day/month/year", "day",
          rf"{_NO_BEFORE}(?P<d>\d{{1,2}})\s?[/.\-]\s?(?P<m>\d{{1,2}})\s?[/.\-]\s?(?P<y>(?:19|20)\d{{2}}|\d{{2}}){_NO_NUMBER}", _day),
    _rule("day month year", "day", rf"(?:ngay\s+|mung\s+)?(?P<d>\d{{1,2}})\s+thang\s+(?P<m>\d{{1,2}}){_YEAR_TAIL}", _day),
    _rule("english day month", "day", rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_ENGLISH_MONTH}\.?{_YEAR_TAIL}", _day),
    _rule("english month day", "day", rf"{_ENGLISH_MONTH}\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s*{_Y})?", _day),
    _rule("years", "years", rf"(?:giai doan\s+|nam\s+)?(?P<y1>20\d{{2}})\s*(?:-|den|to|/)\s*(?:nam\s+)?(?P<y2>20\d{{2}}){_NO_NUMBER}", _years),
    _rule("half", "half",
          rf"(?:(?:6|sau)\s+thang|nua(?:\s+nam)?)\s+(?P<half>dau tien|dau|cuoi)(?:\s+cua)?(?:\s+nam)?(?:\s+(?:{_REL}|{_Y}))?", _half),
    _rule("english half", "half", rf"(?:(?:the\s+)?(?P<half>first|second|last)\s+half|h(?P<h>[12]))(?:\s+of)?(?:\s*[/ ]\s*{_Y})?(?:\s+(?:the\s+)?year)?",
          lambda m, t: _half_english(m, t)),
    _rule("months", "months",
          rf"thang\s+(?P<m1>\d{{1,2}})\s*(?:-|,|va|den|toi)\s*(?P<m2>\d{{1,2}})(?!\s*/\s*\d{{1,2}}/){_YEAR_TAIL}", _months),
    _rule("quarters", "quarters", rf"{_Q}(?P<q1>{_QN})\s*(?:-|,|va|and|den|toi|to)\s*(?:{_Q})?(?P<q2>{_QN}){_YEAR_TAIL}", _quarters),
    _rule("part of quarter", "month", rf"{_PART}\s+quy\s+(?P<q>{_QN}){_YEAR_TAIL}", _quarter),
    _rule("quarter", "quarter", rf"{_Q}(?P<q>{_QN})(?:\s*(?:[/.\-,]|nam|of)?\s*(?P<y>(?:19|20)\d{{2}})(?![\d/])|\s*[/.\-]\s*(?P<y2>\d{{2}})(?![\d/]))?",
          lambda m, t: _quarter_short(m, t)),
    _rule("english quarter", "quarter",
          rf"(?:the\s+)?(?P<q>first|second|third|fourth|1st|2nd|3rd|4th)\s+quarter{_YEAR_TAIL}", _quarter),
    _rule("quarter of year", "quarter", rf"(?P<q>[1-4])q{_YEAR_TAIL}", _quarter),
    _rule("part of month", "part", rf"{_PART}\s+thang\s+(?P<m>\d{{1,2}}){_YEAR_TAIL}", _month),
    _rule("english part of month", "part", rf"(?P<part>early|mid|late|start|beginning|end)[\s-]+(?:of\s+)?{_ENGLISH_MONTH}{_YEAR_TAIL}", _month),
    _rule("relative", "relative", rf"(?:{_PART}\s+)?(?P<unit>tuan|thang|quy)\s+{_REL}", _relative),
    _rule("english relative", "relative", rf"{_REL_EN}\s+(?P<unit>week|month|quarter)", _relative),
    _rule("part of year", "part of year", rf"{_PART}\s+nam(?:\s+(?:{_REL}|{_Y}))?", _part_of_year),
    _rule("english part of year", "part of year",
          rf"(?P<part>early|mid|late|start|beginning|end)[\s-]+(?:of\s+)?(?:the\s+)?(?:(?:{_REL_EN}\s+)?year|{_Y})", _part_of_year),
    _rule("ahead", "ahead", rf"(?:trong\s+|con\s+)?{_NUM}\s+(?P<unit>ngay|tuan|thang|quy|nam)\s+(?:nua|toi|sap toi|tiep theo|ke tiep|sau nay|sau)", _ahead),
    _rule("english ahead", "ahead", rf"(?:in\s+|within\s+)?(?:the\s+)?(?:next|coming|following)\s+{_NUM}\s+(?P<unit>day|week|month|quarter|year)s?", _ahead),
    _rule("english in", "ahead", rf"(?:in|within)\s+{_NUM}\s+(?P<unit>day|week|month|quarter|year)s?", _ahead),
    _rule("within", "ahead", rf"trong\s+(?:vong\s+)?{_NUM}\s+(?P<unit>ngay|tuan|thang)", _ahead),
    _rule("behind", "behind", rf"{_NUM}\s+(?P<unit>ngay|tuan|thang|quy|nam)\s+(?:qua|vua qua|gan day|truoc|vua roi)", _behind),
    _rule("english behind", "behind", rf"(?:the\s+)?(?:last|past|previous)\s+{_NUM}\s+(?P<unit>day|week|month|quarter|year)s?", _behind),
    _rule("near day", "day", rf"(?P<word>{'|'.join(_NEAR_DAYS)})", _near_day),
    _rule("weekend", "weekend", r"cuoi tuan(?: nay)?|this weekend", _weekend),
    _rule("month/year", "month", rf"(?:thang\s+|t)?{_NO_BEFORE}(?P<m>\d{{1,2}})\s?[/.\-]\s?{_Y}{_NO_NUMBER}", _month),
    _rule("day/month", "day", rf"(?:ngay\s+)?{_NO_BEFORE}(?P<d>\d{{1,2}})\s?/\s?(?P<m>\d{{1,2}}){_NO_NUMBER}(?:\s+nam\s+{_Y})?", _day),
    _rule("day of month", "day", r"ngay\s+(?P<d>\d{1,2})(?:\s+thang\s+(?P<rel>nay|sau|toi|truoc))?(?!\s*(?:/|thang|ngay|-))", _day_of_this_month),
    _rule("month", "month", rf"thang\s+(?:(?P<m>\d{{1,2}})|{_MONTH_WORD})(?!\s*/\s*\d{{1,2}}(?!\d)){_YEAR_TAIL}", _month),
    _rule("short month", "month", rf"t(?P<m>\d{{1,2}})(?:\s*[/.\-]\s*{_Y})?", _month),
    _rule("english month", "month", rf"{_ENGLISH_MONTH}\.?{_YEAR_TAIL}", _month),
    _rule("tet", "tet", rf"tet(?:\s+(?:nguyen dan|am lich))?(?:\s+{_Y})?", _tet),
    _rule("relative year", "year", rf"nam\s+{_REL}", _whole_year),
    _rule("english relative year", "year", rf"{_REL_EN}\s+year", _whole_year),
    _rule("year", "year", rf"(?:nam\s+)?{_NO_BEFORE}{_Y}(?!\s*/|-\d|\.\d)", _whole_year),
)  # fmt: skip


def _half_english(match: re.Match[str], _: date) -> tuple[Span, int | None]:
    start = 1 if match["half"] == "first" or match["h"] == "1" else 7
    return (lambda y: month_span(y, start, 6)), _year(match)


def _quarter_short(match: re.Match[str], today: date) -> tuple[Span, int | None] | None:
    built = _quarter(match, today)
    if built is None or not match["y2"]:
        return built
    return built[0], 2000 + int(match["y2"])


# Folding makes these words equal to others; where a mark is written it must be the right one.
_SPELLINGS = {
    "quy": {"quy", "quý", "qúy", "quí"},
    "nam": {"nam", "năm"},
    "thang": {"thang", "tháng"},
    "ngay": {"ngay", "ngày"},
    "tuan": {"tuan", "tuần"},
    "tet": {"tet", "tết"},
    "dau": {"dau", "đầu"},
    "may": {"may"},
    "mar": {"mar"},
    "dec": {"dec"},
    "sau": {"sau", "sáu"},
}
_WORD = re.compile(r"[^\W\d_]+")


def _well_spelt(raw: str) -> bool:
    lowered = raw.lower()
    folded = fold_aligned(lowered)
    return all(
        lowered[m.start() : m.end()] in _SPELLINGS.get(folded[m.start() : m.end()], {lowered[m.start() : m.end()]})
        for m in _WORD.finditer(lowered)
    )


def find_atoms(text: str, today: date) -> Iterator[Atom]:
    """Yield the time expressions of `text` from left to right; `today` gives relative words their meaning."""
    raw = tidy(text)
    folded = fold_aligned(raw)
    position = 0
    while position < len(folded):
        best: Atom | None = None
        for rule in RULES:
            found = rule.pattern.search(folded, position)
            while found is not None:
                built = rule.build(found, today) if _well_spelt(raw[found.start() : found.end()]) else None
                if built is not None:
                    break
                found = rule.pattern.search(folded, found.start() + 1)
            if found is None or built is None or (best is not None and found.start() >= best.start):
                continue
            best = Atom(found.start(), found.end(), rule.name, built[0], built[1], rule.unit)
        if best is None:
            return
        yield best
        position = best.end
