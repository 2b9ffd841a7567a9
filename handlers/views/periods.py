"""Periods as buttons name them, and the ones before and after."""

from datetime import date, timedelta

from handlers.views.wording import finding_words
from handlers.views.words import Words
from knowledge.when import Period

_MONTHS = (1, 3, 12)
_FIRST, _LAST = 1, 9998  # years within which a period may lie, so that the day after it has a date too


def _months(period: Period | None) -> int:
    """Return of how many months a whole month, quarter or year of the calendar is; 0 for any other stretch."""
    if period is None or period.but or period.first is None or period.last is None or period.first.day != 1:
        return 0
    if period.last.year > _LAST:
        return 0
    after = period.last + timedelta(days=1)
    months = _index(after) - _index(period.first)
    return months if after.day == 1 and months in _MONTHS and (period.first.month - 1) % months == 0 else 0


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _month(index: int) -> date:
    return date(index // 12, index % 12 + 1, 1)


def stepped(period: Period | None, steps: int) -> Period | None:
    """Return the whole month, quarter or year so many steps on (or, negative, back); None for any other stretch."""
    months = _months(period)
    if not months:
        return None
    assert period is not None
    assert period.first is not None
    first = _index(period.first) + months * steps
    if not _FIRST * 12 <= first <= _LAST * 12:
        return None
    return Period(_month(first), _month(first + months) - timedelta(days=1), "within")


def period_name(period: Period, words: Words) -> str:
    """Return "Quý II/2026", "Tháng 4/2026" or "Năm 2026" for a whole quarter, month or year."""
    assert period.first is not None
    match _months(period):
        case 1:
            return words.month(period.first.month, period.first.year)
        case 3:
            return words.quarter((period.first.month + 2) // 3, period.first.year)
        case _:
            return finding_words(words.language).year(period.first.year)
