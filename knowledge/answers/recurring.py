"""Recurring duties beside a list of what is due: they have no last day, but their next day may lie in the period."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from knowledge.directives import Task
from knowledge.questions import Reading, State
from knowledge.store import TaskQuery
from knowledge.when import Deadline, DeadlineKind, Period, occurrences

_FAR = timedelta(days=400)


def recurring_query(reading: Reading, query: TaskQuery) -> TaskQuery | None:
    """Return what finds the recurring duties beside tasks due in a period, of some or of all; None for another list.

    What is overdue as well as due soon has them too.
    """
    named = reading.agencies or reading.lists or State.DUE_SOON in reading.states
    soon = {State.OVERDUE} if State.DUE_SOON in reading.states else set[State]()
    if reading.period is None or not named or set(reading.states) - {State.DUE_SOON, State.UNFINISHED} - soon:
        return None
    kinds = (DeadlineKind.RECURRING,)
    dateless = replace(query, due_from=None, due_to=None, due_but=(), overdue_on=None, good_from=None, good_to=None)
    return replace(dateless, kinds=kinds, ids=None, but=())


def due_again(tasks: Iterable[Task], period: Period | None, today: date) -> tuple[tuple[Task, date], ...]:
    """Return those of `tasks` that fall due in `period`, each with its next day there, the soonest first."""
    found = ((task, next_day(task.deadline, period, today)) for task in tasks)
    return tuple(sorted(((task, day) for task, day in found if day is not None), key=lambda row: (row[1], row[0].id)))


def next_day(deadline: Deadline, period: Period | None, today: date) -> date | None:
    """Return the next day that a recurring deadline names, in `period` where there is one; None without any.

    In a period that is over it is the first there.
    """
    first, last = (period.first, period.last) if period is not None else (None, None)
    if last is None or last >= today:
        first = max(first or today, today)
    if period is None or not period.but:
        return _first(replace(deadline, text=""), first or today, last or (first or today) + _FAR)
    days = occurrences(deadline, first or today, last or (first or today) + _FAR)
    return next((day for day in days if period.holds(day)), None)


@lru_cache(maxsize=512)
def _first(deadline: Deadline, first: date, last: date) -> date | None:
    return next(occurrences(deadline, first, last), None)
