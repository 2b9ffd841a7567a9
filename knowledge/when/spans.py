"""What a matched time word means: functions from a match (and today) to the days of a year."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

import holidays
from dateutil.relativedelta import relativedelta

from knowledge.when.numbers import ENGLISH_MONTHS, NEAR_DAYS, SHIFT, WEEKDAYS, number, quarter_number

Days = tuple[date, date]
Span = Callable[[int], Days | None]
Reading = tuple[Span, int | None]
Build = Callable[[re.Match[str], date], Reading | None]

_PARTS = {
    "dau": "dau", "early": "dau", "start": "dau", "beginning": "dau",
    "giua": "giua", "mid": "giua",
    "cuoi": "cuoi", "late": "cuoi", "end": "cuoi",
}  # fmt: skip
_UNITS = {"ngay": "day", "tuan": "week", "thang": "month", "quy": "quarter", "qui": "quarter", "nam": "year"}


def part_of(match: re.Match[str]) -> str:
    """Return `dau`, `giua`, `cuoi`, `nua dau` or `nua cuoi` where the words speak of such a part, else ""."""
    groups = match.groupdict()
    if half := groups.get("part2"):
        return "nua dau" if half == "dau" else "nua cuoi"
    return _PARTS.get(groups.get("part") or "", "")


def month_span(year: int, month: int, months: int = 1) -> Days:
    """Return first and last day of `months` months from `month` on."""
    first = date(year, month, 1)
    return first, first + relativedelta(months=months) - timedelta(days=1)


def _safe(year: int, month: int, day: int) -> Days | None:
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return (date(year, month, day),) * 2


def _fixed(first: date, last: date) -> Reading:
    return (lambda _: (first, last)), first.year


def _year(match: re.Match[str], today: date, span: Span | None = None) -> int | None:
    """Return the year that is written ("2026", "26") or implied ("năm sau", "tháng 3 tới"), else None."""
    groups = match.groupdict()
    word = groups.get("yrel") or groups.get("yen")
    if groups.get("ysang"):
        return today.year + 1
    if word:
        return today.year + SHIFT[word]
    if groups.get("ahead") and span is not None:
        days = span(today.year)
        return today.year if days is not None and days[1] >= today else today.year + 1
    text = groups.get("y") or groups.get("y2") or groups.get("y3")
    if not text:
        return None
    return int(text) + (2000 if len(text) == 2 else 0)


def day(match: re.Match[str], today: date) -> Reading | None:
    """Read a day and a month."""
    groups = match.groupdict()
    month = ENGLISH_MONTHS[groups["em"]] if groups.get("em") else int(groups["m"])
    number_of_day = int(groups["d"])
    year = _year(match, today)
    if _safe(year or 2024, month, number_of_day) is None:
        return None
    return (lambda y: _safe(y, month, number_of_day)), year


def days(match: re.Match[str], today: date) -> Reading | None:
    """Read "1-15/7", "1 to 15 July"."""
    groups = match.groupdict()
    month = ENGLISH_MONTHS[groups["em"]] if groups.get("em") else int(groups["m"])
    low, high = int(match["d1"]), int(match["d2"])
    if low >= high or not (_safe(2024, month, low) and _safe(2024, month, high)):
        return None

    def span(year: int) -> Days | None:
        ends = _safe(year, month, low), _safe(year, month, high)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None

    return span, _year(match, today)


def month(match: re.Match[str], today: date) -> Reading | None:
    """Read a month, or its beginning, middle or end."""
    groups = match.groupdict()
    which = ENGLISH_MONTHS[groups["em"]] if groups.get("em") else number(groups.get("mw") or groups["m"])
    if not 1 <= which <= 12:
        return None
    part = part_of(match)

    def span(year: int) -> Days:
        return _part_of_month(year, which, part)

    return span, _year(match, today, span)


def _part_of_month(year: int, month: int, part: str) -> Days:
    first, last = month_span(year, month)
    return {
        "dau": (first, first.replace(day=10)),
        "giua": (first.replace(day=11), first.replace(day=20)),
        "cuoi": (first.replace(day=21), last),
        "nua dau": (first, first.replace(day=15)),
        "nua cuoi": (first.replace(day=16), last),
    }.get(part, (first, last))


def months(match: re.Match[str], today: date) -> Reading | None:
    """Read "tháng 7-9", "tháng 10, 11 và 12": from the first to the last that is named."""
    low, high = int(match["m1"]), int(match["m2"])
    if not 1 <= low < high <= 12:
        return None
    return (lambda y: month_span(y, low, high - low + 1)), _year(match, today)


def quarter(match: re.Match[str], today: date) -> Reading | None:
    """Read a quarter, or its first, middle or last month."""
    groups = match.groupdict()
    which = quarter_number(groups.get("q") or groups["q1"])
    if which is None:
        return None
    part = part_of(match)

    def span(year: int) -> Days:
        return _part_of_quarter(date(year, 3 * which - 2, 1), part)

    return span, _year(match, today, span)


def _part_of_quarter(first: date, part: str) -> Days:
    if part:
        return month_span(first.year, first.month + {"dau": 0, "giua": 1, "cuoi": 2}[part])
    return month_span(first.year, first.month, 3)


def quarters(match: re.Match[str], today: date) -> Reading | None:
    """Read "quý III và IV", "quý 1, 2, 3": from the first to the last that is named."""
    low, high = quarter_number(match["q1"]), quarter_number(match["q2"])
    if low is None or high is None or low >= high:
        return None
    return (lambda y: month_span(y, 3 * low - 2, 3 * (high - low + 1))), _year(match, today)


def part_of_year(match: re.Match[str], today: date) -> Reading:
    """Read "đầu năm", "giữa năm", "cuối năm 2026"."""
    first, count = {"dau": (1, 3), "giua": (5, 4), "cuoi": (10, 3)}[part_of(match)]
    return (lambda y: month_span(y, first, count)), _relative_year(match, today)


def half(match: re.Match[str], today: date) -> Reading | None:
    """Read "6 tháng cuối năm", "9 tháng đầu năm", "9 tháng năm 2026", "nửa đầu năm", "first half of 2026", "H2"."""
    groups = match.groupdict()
    count = (number(groups["n"]) if groups.get("n") else 6) * (3 if groups.get("three") else 1)
    if not 1 <= count <= 12:
        return None
    late = (groups.get("h") or groups.get("half")) in ("cuoi", "second", "last", "2")
    first = 13 - count if late else 1
    return (lambda y: month_span(y, first, count)), _relative_year(match, today)


def _relative_year(match: re.Match[str], today: date) -> int | None:
    groups = match.groupdict()
    if groups.get("kia"):
        return today.year - 2
    word = groups.get("rel")
    return today.year + SHIFT[word] if word else _year(match, today)


def year(match: re.Match[str], today: date) -> Reading:
    """Read a whole year."""
    return (lambda y: (date(y, 1, 1), date(y, 12, 31))), _relative_year(match, today)


def years(match: re.Match[str], _: date) -> Reading | None:
    """Read "2025-2030"."""
    low, high = int(match["y1"]), int(match["y2"])
    return _fixed(date(low, 1, 1), date(high, 12, 31)) if low <= high else None


def relative(match: re.Match[str], today: date) -> Reading:
    """Read "tuần này", "đầu quý sau", "next month"; without such a word the present one ("trong tháng")."""
    groups = match.groupdict()
    shift = SHIFT[groups["rel"]] if groups.get("rel") else 0
    unit = _UNITS.get(match["unit"], match["unit"])
    part = part_of(match)
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        low, high = {"dau": (0, 1), "giua": (2, 3), "cuoi": (5, 6)}.get(part, (0, 6))
        return _fixed(monday + timedelta(days=low), monday + timedelta(days=high))
    if unit == "month":
        anchor = today.replace(day=1) + relativedelta(months=shift)
        return _fixed(*_part_of_month(anchor.year, anchor.month, part))
    if unit == "year":
        return _fixed(date(today.year + shift, 1, 1), date(today.year + shift, 12, 31))
    anchor = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1) + relativedelta(months=3 * shift)
    return _fixed(*_part_of_quarter(anchor, part))


def weekday(match: re.Match[str], today: date) -> Reading:
    """Read "thứ sáu tuần này"; "thứ sáu tới" without a week is the first one to come."""
    which = WEEKDAYS[match["wd"] or "chu nhat"]
    if not match["week"] and match["rel"] == "nay":  # on a Sunday nobody means the Friday gone by
        return _coming(which, today)
    if not match["week"] and SHIFT[match["rel"]] > 0:
        that = today + timedelta(days=(which - today.weekday() - 1) % 7 + 1)
        return _fixed(that, that)
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=SHIFT[match["rel"]])
    that = monday + timedelta(days=which)
    return _fixed(that, that)


def _coming(which: int, today: date) -> Reading:
    """Return the first such day of the week from today on."""
    that = today + timedelta(days=(which - today.weekday()) % 7)
    return _fixed(that, that)


def coming_weekday(match: re.Match[str], today: date) -> Reading:
    """Read "this Friday", "by Monday", "trước thứ hai": the first to come; "last Friday" the last gone by."""
    groups = match.groupdict()
    which = WEEKDAYS[groups.get("wd") or groups.get("wd2") or "chu nhat"]
    rel = groups.get("rel") or "this"
    if rel == "last":
        that = today - timedelta(days=(today.weekday() - which - 1) % 7 + 1)
        return _fixed(that, that)
    if rel == "next":  # that of the week to come
        that = today - timedelta(days=today.weekday()) + timedelta(days=7 + which)
        return _fixed(that, that)
    return _coming(which, today)


def year_to_date(_: re.Match[str], today: date) -> Reading:
    """Read "YTD": this year up to today."""
    return _fixed(date(today.year, 1, 1), today)


def _delta(unit: str, count: int) -> relativedelta:
    if unit == "quarter":
        return relativedelta(months=3 * count)
    return relativedelta(**{f"{unit}s": count})  # type: ignore[arg-type]


def ahead(match: re.Match[str], today: date) -> Reading | None:
    """Read "30 ngày tới": today and so many days on."""
    count = number(match["n"])
    return _fixed(today, today + _delta(_UNITS.get(match["unit"], match["unit"]), count)) if count else None


def half_ahead(match: re.Match[str], today: date) -> Reading:
    """Read "nửa tháng tới", "nửa năm nữa"."""
    return _fixed(today, today + (timedelta(days=15) if match["unit"] == "thang" else relativedelta(months=6)))


def behind(match: re.Match[str], today: date) -> Reading | None:
    """Read "7 ngày qua": so many days back, and today."""
    count = number(match["n"])
    return _fixed(today - _delta(_UNITS.get(match["unit"], match["unit"]), count), today) if count else None


def near_day(match: re.Match[str], today: date) -> Reading:
    """Read "hôm nay", "ngày mai", "yesterday"."""
    that = today + timedelta(days=NEAR_DAYS[match["word"]])
    return _fixed(that, that)


def day_of_month(match: re.Match[str], today: date) -> Reading | None:
    """Read "ngày 15", "ngày 15 tháng sau"."""
    anchor = today.replace(day=1) + relativedelta(months=SHIFT[match["rel"]] if match["rel"] else 0)
    span = _safe(anchor.year, anchor.month, int(match["d"]))
    return _fixed(*span) if span else None


@lru_cache(maxsize=64)
def tet(year: int) -> date | None:
    """Return the first day of the lunar new year that falls in `year`, None where the calendar does not reach."""
    names = holidays.country_holidays("VN", years=year, language="en_US")
    return next((that for that, name in sorted(names.items()) if name == "Lunar New Year"), None)


def new_year(match: re.Match[str], today: date) -> Reading | None:
    """Read "Tết": the one to come, or that of the year."""
    which = _year(match, today)
    first = tet(today.year if which is None else which)
    if which is None and first is not None and first <= today:
        first = tet(today.year + 1)
    return _fixed(first, first + timedelta(days=4)) if first else None


def weekend(_: re.Match[str], today: date) -> Reading:
    """Read "cuối tuần"."""
    saturday = today - timedelta(days=today.weekday()) + timedelta(days=5)
    return _fixed(saturday, saturday + timedelta(days=1))
