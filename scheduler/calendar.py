"""Working days in Vietnam: Monday to Friday, less the public holidays and the days taken off for them."""

from datetime import date, timedelta
from functools import lru_cache

import holidays


@lru_cache(maxsize=32)
def _days_off(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("VN", years=year))


def is_public_holiday(day: date) -> bool:
    """Tell whether `day` is a public holiday or taken off for one."""
    return day in _days_off(day.year)


def is_working_day(day: date) -> bool:
    """Tell whether offices are open on `day`."""
    return day.weekday() < 5 and not is_public_holiday(day)


def next_working_day(day: date) -> date:
    """Return the first working day after `day`."""
    day += timedelta(days=1)
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def first_working_day(day: date) -> date:
    """Return the first working day of the month that `day` lies in."""
    return next_working_day(day.replace(day=1) - timedelta(days=1))


def quarter(day: date) -> str:
    """Return the quarter `day` lies in, as "2026-Q4"."""
    return f"{day.year}-Q{(day.month + 2) // 3}"
