"""Working days in Vietnam: Monday to Friday, less the public holidays and the days taken off for them."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def day_of(moment: datetime) -> date:
    """Return the day in Vietnam on which an aware moment falls."""
    return moment.astimezone(VIETNAM).date()


@lru_cache(maxsize=32)
def _days_off(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("VN", years=year))


def is_public_holiday(day: date) -> bool:
    """Tell whether `day` is a public holiday or taken off for one."""
    return day in _days_off(day.year)


def is_working_day(day: date) -> bool:
    """Tell whether offices are open on `day`."""
    return day.weekday() < 5 and not is_public_holiday(day)


def working_days(since: date, day: date) -> int:
    """Return how many working days there are after `since`, up to and with `day`."""
    years = range(since.year, day.year + 1)
    off = sum(since < each <= day and each.weekday() < 5 for year in years for each in _days_off(year))
    return max(0, _weekdays(day) - _weekdays(since) - off)


def _weekdays(day: date) -> int:
    """Return how many days from Monday to Friday there are up to `day`, from the first Monday of all."""
    weeks, rest = divmod(day.toordinal(), 7)
    return 5 * weeks + min(rest, 5)


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
