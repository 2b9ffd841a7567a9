"""Tasks that supervisors give from chat, and directives' tasks handed down to units."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from knowledge.agencies import Registry
from knowledge.directives import Task
from knowledge.record.changes import TaskAssigned
from knowledge.record.duties import Duty, assignees
from knowledge.text import tidy
from knowledge.when import Deadline, DeadlineKind, parse_deadline, parse_period

PREFIX = "gv"
_CODE = re.compile(rf"(?<![\w-]){PREFIX}\s?[-.]?\s?(\d{{1,9}})(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class AssignedTask:
    """A task given from chat. `id` is its code ("gv-12"); with `owner` the leads are units of that agency."""

    id: str
    entry: int
    actor: str
    at: datetime
    title: str
    words: str
    leads: tuple[str, ...]
    coordinators: tuple[str, ...]
    deadline: Deadline
    document: str
    parent: str
    owner: str

    def duty(self, assignees: Callable[[Iterable[str]], tuple[str, ...]]) -> Duty:
        """Return who reports on it; `assignees` tells who does when agencies or groups lead."""
        return Duty(self.id, self.leads if self.owner else assignees(self.leads), self.deadline, self.owner)

    @property
    def task(self) -> Task:
        """The same as a task like those of directives; it belongs to none."""
        return Task(
            id=self.id,
            directive="",
            path="",
            order=self.entry,
            title=self.title,
            quote=self.words,
            lead_in="",
            leads=self.leads,
            coordinators=self.coordinators,
            leads_text="",
            coordinators_text="",
            output="",
            deadline=self.deadline,
            parent=self.parent,
        )


@dataclass(frozen=True, slots=True)
class Recall:
    """That a task given from chat, and what was handed down from it, was taken back."""

    task: str
    entry: int
    actor: str
    at: datetime
    reason: str


def new_task(number: int, actor: str, at: datetime, given: TaskAssigned) -> AssignedTask:
    """Return the task that entry `number` gives."""
    return AssignedTask(
        id=given.code,
        entry=number,
        actor=actor,
        at=at,
        title=given.title,
        words=given.words,
        leads=given.leads,
        coordinators=given.coordinators,
        deadline=given.deadline,
        document=given.document,
        parent=given.parent,
        owner=given.owner,
    )


def concerning(given: Iterable[AssignedTask], agencies: Collection[str], registry: Registry) -> list[AssignedTask]:
    """Return those of `given` that one of `agencies` leads or helps with, or has handed down, in the same order."""

    def whose(each: AssignedTask) -> tuple[str, ...]:
        return (each.owner,) if each.owner else assignees((*each.leads, *each.coordinators), registry)

    return [each for each in given if not set(agencies).isdisjoint(whose(each))]


def is_assigned_code(code: str) -> bool:
    """Tell whether `code` is that of a task given from chat, however it is typed (`gv-12`, `GV 12`)."""
    return _CODE.fullmatch(code.strip()) is not None


def no_later(deadline: Deadline, limit: Deadline) -> bool:
    """Tell whether what is done by `deadline` is not late by `limit`; without a last day, nothing is late."""
    return deadline.last_good is None or not limit.late_on(deadline.last_good)


def find_assigned_code(text: str) -> str | None:
    """Return the first code of a task given from chat that stands in `text`, as "gv-12"; None without one."""
    found = _CODE.search(text)
    return f"{PREFIX}-{int(found[1])}" if found else None


def deadline_in_chat(words: str, today: date) -> Deadline:
    """Read the deadline that somebody gives today: "10/1" said in November is the next tenth of January.

    Words that name no day ("hằng tháng", "khi có kết luận") are read as those of a directive.
    """
    said = tidy(words)
    written = parse_deadline(words, today)
    period = parse_period(said, today)
    if written.kind is DeadlineKind.RECURRING or period is None or period.last is None:
        return written
    if period.last < today:
        named = said[period.start : period.end].removeprefix("trong ")
        later = parse_period(f"đến {named}", today)
        period = later if later is not None and later.last is not None and later.last >= today else period
    by = period.kind == "by" or period.first == period.last
    kind = DeadlineKind.BY if by else DeadlineKind.WITHIN
    return Deadline(words, kind, None if by else period.first, period.last, period.strict)
