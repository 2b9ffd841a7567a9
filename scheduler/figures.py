"""Counts for summaries: how tasks, or one agency's parts in them, stand on a day, and which are latest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scheduler.ladder import Assignment


@dataclass(frozen=True, slots=True)
class Figures:
    """How `total` tasks stand, each counted once; those overdue, silent and waiting for a confirmation may overlap.

    `done` by what counts, never by a claim that waits; `going`: reported on, and none of the others.
    """

    total: int = 0
    done: int = 0
    waits: int = 0
    going: int = 0
    late: int = 0
    silent: int = 0


def figures(tasks: Iterable[Assignment], today: date) -> Figures:
    """Count how tasks stand that exist on `today`."""
    here = [one for one in tasks if one.since is None or one.since <= today]
    return Figures(
        len(here),
        done=sum(one.done for one in here),
        waits=sum(one.waits for one in here),
        going=sum(one.open and not (one.silent or one.waits or is_late(one, today)) for one in here),
        late=sum(is_late(one, today) for one in here),
        silent=sum(one.open and one.silent for one in here),
    )


def latest(tasks: Iterable[Assignment], today: date, count: int) -> list[tuple[str, int]]:
    """Return the tasks that are latest and by how many days, at most `count`."""
    late = [(one.task, one.deadline.days_late(today)) for one in tasks if is_late(one, today)]
    return sorted(late, key=lambda row: (-row[1], row[0]))[:count]


def is_late(one: Assignment, today: date) -> bool:
    """Tell whether a task is open and overdue; a claim that waits does not change that."""
    return one.open and one.deadline.late_on(today)
