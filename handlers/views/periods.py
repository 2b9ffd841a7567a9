"""Periods as buttons name them, and the ones before and after."""

from datetime import timedelta

from dateutil.relativedelta import relativedelta

from handlers.views.wording import finding_words
from handlers.views.words import Words
from knowledge.when import Period

_MONTHS = (1, 3, 12)


def _months(period: Period | None) -> int:
    """Return of how many months a whole month, quarter or year of the calendar is; 0 for any other stretch."""
    if period is None or period.first is None or period.last is None or period.first.day != 1:
        return 0
    after = period.last + timedelta(days=1)
    for months in _MONTHS:
        if period.first + relativedelta(months=months) == after and (period.first.month - 1) % months == 0:
            return months
    return 0


def stepped(period: Period | None, steps: int) -> Period | None:
    """Return the whole month, quarter or year so many steps on (or, negative, back); None for any other stretch."""
    months = _months(period)
    if not months:
        return None
    assert period is not None
    assert period.first is not None
    try:
        first = period.first + relativedelta(months=months * steps)
        return Period(first, first + relativedelta(months=months) - timedelta(days=1), "within")
    except (ValueError, OverflowError):  # beyond the calendar
        return None


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
