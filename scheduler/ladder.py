"""Which step of the ladder an assignment has come to: days before the last one, the first day late, then weekly.

A step is a short name: "d14" (14 days left), "l1" (the first day late), "l5" … Only the latest step that was reached
counts, so that nothing is replayed after days off, a crash, or for somebody new. The weekly steps of everything that is
late begin with the week, so that they make one message on its first working day and leave the others quiet.
"""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from knowledge.when import Deadline, DeadlineKind, occurrences

_WINDOW = timedelta(days=800)  # due days of a recurring duty that are looked at, before and after


@dataclass(frozen=True, slots=True)
class Assignment:
    """One task for one agency, as it stands: `deadline` is the one in force, `since` the day from which it exists.

    `open`: neither done nor dropped, by the reports that count; `done`: done, by them. `waits`: a claim waits for a
    supervisor's confirmation; nobody is reminded meanwhile, but it is not done. `collective`: given to a group of which
    the agency is a member. `done_on`: the day of the occurrence of a recurring duty that was last done, or claimed so.
    With agency "" it is the task as a whole.
    """

    task: str
    agency: str
    deadline: Deadline
    since: date | None = None
    open: bool = True
    done: bool = False
    waits: bool = False
    silent: bool = True
    collective: bool = False
    done_on: date | None = None

    @property
    def to_do(self) -> bool:
        """Tell whether its people still have something to do; of a recurring duty a claim settles one occurrence."""
        return self.open and (not self.waits or self.deadline.kind is DeadlineKind.RECURRING)

    @property
    def asks(self) -> bool:
        """Tell whether its people are reminded: of a collective task, only members that have not reported."""
        return self.to_do and (self.silent or not self.collective)


@dataclass(frozen=True, slots=True)
class Step:
    """A step reached: its name, the day it counts to (the last good one), and that day as what tells versions apart."""

    name: str
    last: date

    @property
    def version(self) -> str:
        """What a moved deadline changes, so that it reminds again."""
        return self.last.isoformat()

    @property
    def late(self) -> bool:
        """Tell whether the last day is over."""
        return self.name.startswith("l")


def step_of(one: Assignment, day: date, until: date, ladder: tuple[int, ...]) -> Step | None:
    """Return the latest step that `one` has come to on `day`, None before the first and for what has no day.

    Steps before the last day that fall between `day` and `until` (the eve of the next slot) are told now.
    """
    if one.since is not None and day < one.since:
        return None
    if one.deadline.kind is DeadlineKind.RECURRING:
        return _recurring(one, day, until, ladder)
    last = one.deadline.last_good
    return None if last is None else _step(last, day, until, ladder)


def _step(last: date, day: date, until: date, ladder: tuple[int, ...]) -> Step | None:
    if day > last:
        monday = day - timedelta(days=day.weekday())
        return Step(f"l{max(1, (monday - last).days)}", last)
    left = max(0, (last - until).days)
    reached = [step for step in ladder if step >= left]
    return Step(f"d{min(reached)}", last) if reached else None


def _recurring(one: Assignment, day: date, until: date, ladder: tuple[int, ...]) -> Step | None:
    """Return the step of the occurrence that comes, else of the one before where it was not done.

    Steps are kept to the last third of the time between two occurrences. What was done belongs to the occurrence whose
    day is nearest, so that a report handed in late is not taken for the next one.
    """
    days = due_days(one.deadline, day.year)
    place = bisect_left(days, day)
    if not 0 < place < len(days):
        return None
    before, coming = days[place - 1], days[place]
    done = _nearest(days, one.done_on)
    if done is None or done < coming:
        short = tuple(step for step in ladder if 3 * step < (coming - before).days)
        step = _step(coming, day, until, short) if one.since is None or coming > one.since else None
        if step is not None:
            return step
    owed = (one.since is None or before > one.since) and (done is None or done < before)
    return _step(before, day, until, ladder) if owed else None


def _nearest(days: tuple[date, ...], done: date | None) -> date | None:
    return None if done is None else min(days, key=lambda each: abs((each - done).days))


@lru_cache(maxsize=256)
def due_days(deadline: Deadline, year: int) -> tuple[date, ...]:
    """Return the last good days of a recurring deadline around `year`, in order; none where the words give no rule."""
    middle, day = date(year, 7, 1), timedelta(days=int(deadline.strict))
    return tuple(each - day for each in occurrences(deadline, middle - _WINDOW, middle + _WINDOW))
