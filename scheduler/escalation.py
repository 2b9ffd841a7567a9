"""When silence climbs: from the focal point to the agency's next person, then to the supervisors."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from scheduler.ladder import Assignment, Step
from scheduler.notices import UP_DUE, UP_LATE_7, UP_LATE_30


@dataclass(frozen=True, slots=True)
class Reminder:
    """What an agency's focal points were told of one version of a deadline: since when, and whether one took note."""

    first: date
    acknowledged: bool = False


Reminded: TypeAlias = Mapping[tuple[str, str, str], Reminder]  # by task, agency, version


@dataclass(frozen=True, slots=True)
class Raised:
    """A task of an agency that goes one up: its step, and whether it goes to the supervisors (else the next person)."""

    task: str
    agency: str
    step: str
    version: str
    to_supervisors: bool


def raised(one: Assignment, step: Step, reminded: Reminded, day: date, *, has_next: bool) -> Iterator[Raised]:
    """Yield where an assignment goes up on `day`.

    Due in one day and nobody took note: to the next person, or to the supervisors where there is none. Late by 7 and by
    30 days: to both. Only what a focal point was told of on an earlier day goes up.
    """
    told = reminded.get((one.task, one.agency, step.version))
    if told is None or told.first >= day or not one.to_do:
        return
    name = _tier(step, day, acknowledged=told.acknowledged)
    if not name:
        return
    if has_next:
        yield Raised(one.task, one.agency, name, step.version, to_supervisors=False)
    if name != UP_DUE or not has_next:
        yield Raised(one.task, one.agency, name, step.version, to_supervisors=True)


def _tier(step: Step, day: date, *, acknowledged: bool) -> str:
    late = (day - step.last) // timedelta(days=1)
    if late >= 30:
        return UP_LATE_30
    if late >= 7:
        return UP_LATE_7
    return UP_DUE if step.name in ("d1", "d0") and not acknowledged else ""
