"""Where a task stands: its status from reports, and what the calendar makes of its deadline."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from knowledge.when import Deadline, DeadlineKind


class Status(StrEnum):
    """What the last report says. `no_report` is its own thing: silence is not lateness, and not progress."""

    NO_REPORT = "no_report"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


CLOSED = frozenset({Status.DONE, Status.DROPPED})


class Standing(StrEnum):
    """What the calendar makes of a deadline that is not met yet."""

    LATE = "late"
    SOON = "soon"
    IN_TIME = "in_time"
    UNDATED = "undated"


SOON_DAYS = 14


def standing(deadline: Deadline, today: date) -> Standing:
    """Return where an open task stands on `today`; `soon` is within the last two weeks."""
    if deadline.last is None:
        return Standing.UNDATED
    if deadline.late_on(today):
        return Standing.LATE
    return Standing.SOON if (deadline.last - today).days <= SOON_DAYS else Standing.IN_TIME


class TaskClass(StrEnum):
    """The four classes of the national monitoring systems; regular duties and dropped tasks stand apart from them."""

    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    OPEN_IN_TIME = "open_in_time"
    OPEN_OVERDUE = "open_overdue"
    REGULAR = "regular"
    DROPPED = "dropped"


_REGULAR = (DeadlineKind.RECURRING, DeadlineKind.ONGOING)


def is_regular(deadline: Deadline) -> bool:
    """Tell whether a deadline is that of a regular duty (thường xuyên, định kỳ), which is never over."""
    return deadline.kind in _REGULAR


def extended(deadline: Deadline, until: date | None) -> Deadline:
    """Return `deadline` with its last day put off to `until`, that day included; as it was where `until` is None."""
    return deadline if until is None else replace(deadline, kind=DeadlineKind.BY, first=None, last=until, strict=False)


def classify(status: Status, deadline: Deadline, done_on: date | None, today: date) -> TaskClass:
    """Return the class of a task as of `today`. `done_on` is the day the work was done, not that of the report.

    Whether anything was reported at all is not a class: see `Status.NO_REPORT`. What has no last day is never late.
    """
    if status is Status.DROPPED:
        return TaskClass.DROPPED
    if is_regular(deadline):
        return TaskClass.REGULAR
    if status is Status.DONE:
        return TaskClass.DONE_LATE if deadline.late_on(done_on or today) else TaskClass.DONE_ON_TIME
    return TaskClass.OPEN_OVERDUE if deadline.late_on(today) else TaskClass.OPEN_IN_TIME


@dataclass(frozen=True, slots=True)
class Judged:
    """A task judged by its deadline as it was and, where that was extended, by the later one too (else None)."""

    originally: TaskClass
    extended: TaskClass | None = None

    @property
    def now(self) -> TaskClass:
        """The class by the deadline in force."""
        return self.extended or self.originally


def judge(status: Status, deadline: Deadline, until: date | None, done_on: date | None, today: date) -> Judged:
    """Judge by `deadline` and by its extension to `until`; both are told (329/TB-VPCP: the old one stays on record)."""
    return Judged(
        classify(status, deadline, done_on, today),
        classify(status, extended(deadline, until), done_on, today) if until else None,
    )
