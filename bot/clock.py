"""The one clock of the bot. Everything that needs to know what day it is asks here, so that trials can move it."""

from datetime import date, datetime, time, timedelta
from typing import Protocol

from scheduler.calendar import VIETNAM

TIMEZONE = VIETNAM


class Clock(Protocol):
    """Tells the time in Vietnam."""

    def now(self) -> datetime:
        """The moment, aware, in Asia/Ho_Chi_Minh."""
        ...

    def today(self) -> date:
        """The day that moment falls on."""
        ...


class SystemClock:
    """The computer's clock."""

    def now(self) -> datetime:
        return datetime.now(TIMEZONE)

    def today(self) -> date:
        return self.now().date()


class FrozenClock:
    """Stands still, for tests and trials: nine in the morning of `day` unless told otherwise."""

    def __init__(self, day: date, at: time = time(9)) -> None:
        self._moment = datetime.combine(day, at, TIMEZONE)

    def now(self) -> datetime:
        return self._moment

    def today(self) -> date:
        return self._moment.date()


class MovableClock:
    """Another clock, shifted: it goes on running from wherever it was moved to."""

    def __init__(self, base: Clock | None = None) -> None:
        self._base = base or SystemClock()
        self._offset = timedelta()

    def now(self) -> datetime:
        return (self._base.now() + self._offset).astimezone(TIMEZONE)

    def today(self) -> date:
        return self.now().date()

    @property
    def moved(self) -> bool:
        """Whether it differs from its base."""
        return bool(self._offset)

    def move_to(self, when: date) -> None:
        """Go to a moment (a naive one is Vietnamese time), or to a day, keeping the time of day."""
        if not isinstance(when, datetime):
            when = datetime.combine(when, self.now().timetz())
        moment = when if when.tzinfo else when.replace(tzinfo=TIMEZONE)
        self._offset = moment - self._base.now()

    def reset(self) -> None:
        """Back to the base clock."""
        self._offset = timedelta()
