"""Where a task stands: its status from reports, and what the calendar makes of its deadline."""

from datetime import date
from enum import StrEnum

from knowledge.when import Deadline


class Status(StrEnum):
    """What the last report says. `no_report` is its own thing: silence is not lateness, and not progress."""

    NO_REPORT = "no_report"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"


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
    return Standing.SOON if -deadline.days_late(today) <= SOON_DAYS else Standing.IN_TIME
