"""People, tasks and situations to plan for."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time

from bot.clock import TIMEZONE
from knowledge.when import Deadline, DeadlineKind
from scheduler.escalation import Reminder
from scheduler.ladder import Assignment
from scheduler.plan import Recipient, Situation

BCA, BYT = "Bộ Công an", "Bộ Y tế"
HEAD = Recipient(1, "vi", focal=(BCA,))
NEXT = Recipient(2, "vi", next_for=(BCA,))
SUPERVISOR = Recipient(3, "vi", supervises=True)


def by(last: date, *, strict: bool = False) -> Deadline:
    return Deadline("", DeadlineKind.BY, last=last, strict=strict)


def recurring(rule: str, *, strict: bool = False) -> Deadline:
    return Deadline("", DeadlineKind.RECURRING, rrule=rule, strict=strict)


MONTHLY = recurring("FREQ=MONTHLY;BYMONTHDAY=-1")
QUARTERLY = recurring("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15", strict=True)
ONGOING = Deadline("thường xuyên", DeadlineKind.ONGOING)


def task(code: str, deadline: Deadline, agency: str = BCA, **more: object) -> Assignment:
    return Assignment(code, agency, deadline, **more)  # type: ignore[arg-type]


def situation(
    recipients: Iterable[Recipient],
    *assignments: Assignment,
    told: Collection[str] = (),
    dead: Collection[int] = (),
    reminded: dict[tuple[str, str, str], Reminder] | None = None,
) -> Situation:
    leading: dict[str, list[Assignment]] = {}
    for one in assignments:
        leading.setdefault(one.agency, []).append(one)
    whole = {one.task: one for one in assignments if not one.agency}
    return Situation(list(recipients), leading, lambda _: told, {}, whole, dead, reminded or {})


def at(day: date, hour: int = 8, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), TIMEZONE)
