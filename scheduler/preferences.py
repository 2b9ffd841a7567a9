"""How somebody wants to be reminded, and on which days and at what hours that lets them be told."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from scheduler.calendar import is_public_holiday

LADDER = (30, 14, 7, 3, 1, 0)
_FURTHEST = 400  # days: nobody looks further ahead, whatever days and holidays were chosen


@dataclass(frozen=True, slots=True)
class Preferences:
    """Steps before the last day, the hour, the weekdays (0 is Monday), hours of quiet, and how often.

    `quiet` may span midnight; it begins with its first moment and is over at its second. `away` is the last day of a
    holiday. Public holidays are quiet whatever `days` says; a chosen Saturday is not.
    """

    ladder: tuple[int, ...] = LADDER
    at: time = time(8)
    days: frozenset[int] = frozenset(range(5))
    quiet: tuple[time, time] = (time(19), time(7))
    weekly: bool = False
    away: date | None = None
    coordinating: bool = False

    def is_quiet(self, at: time) -> bool:
        """Tell whether `at` lies in the hours of quiet."""
        begin, end = self.quiet
        return begin <= at < end if begin <= end else at >= begin or at < end

    def quiet_until(self, now: datetime) -> datetime:
        """Return the first moment from `now` on that does not lie in the hours of quiet."""
        if not self.is_quiet(now.time()):
            return now
        ends = datetime.combine(now.date(), self.quiet[1], now.tzinfo)
        return ends if ends > now else ends + timedelta(days=1)

    def opens(self, now: datetime) -> bool:
        """Tell whether this is a day and an hour at which to be told."""
        at = now.time()
        return at >= self.at and not self.is_quiet(at) and self.tells_on(now.date())

    def tells_on(self, day: date) -> bool:
        """Tell whether `day` has a slot: a chosen day, no public holiday; with `weekly` the first of its week."""
        if not self._chosen(day):
            return False
        if not self.weekly:
            return True
        return not any(self._chosen(day - timedelta(days=back)) for back in range(1, day.weekday() + 1))

    def told_until(self, day: date) -> date:
        """Return the last day that the slot of `day` speaks for: the eve of the next slot."""
        later = day + timedelta(days=1)
        while not self.tells_on(later) and (later - day).days < _FURTHEST:
            later += timedelta(days=1)
        return later - timedelta(days=1)

    def _chosen(self, day: date) -> bool:
        return day.weekday() in self.days and not is_public_holiday(day) and not self.is_away(day)

    def is_away(self, day: date) -> bool:
        """Tell whether `day` lies in the holiday; where that lies behind, it is over."""
        return self.away is not None and day <= self.away
