"""Who must report on a task, and what the reports of all of them come to (tổng hợp nhiệm vụ giao chung)."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from knowledge.agencies import Registry
from knowledge.directives import Task
from knowledge.errors import UnknownAgencyError
from knowledge.progress import Status
from knowledge.record.reports import Progress
from knowledge.when import Deadline


@dataclass(frozen=True, slots=True)
class Duty:
    """A task with those who report on it, each for itself. With `owner` they are units of that agency."""

    task: str
    assignees: tuple[str, ...]
    deadline: Deadline
    owner: str = ""

    def answers_for(self, assignee: str) -> str:
        """Return the agency whose people report for `assignee`."""
        return self.owner or assignee


class Duties(Protocol):
    """Where the record learns who must report on what."""

    def of(self, code: str) -> Duty:
        """Return the duty of a task, however its code is typed. Raises UnknownTaskError."""
        ...

    def assignees(self, leads: Iterable[str]) -> tuple[str, ...]:
        """Return who reports when `leads` lead. Raises UnknownAgencyError for a name nobody carries."""
        ...


@dataclass(frozen=True)
class CorpusDuties:
    """The duties of the directives' tasks, with `registry` for the members of groups."""

    task: Callable[[str], Task]
    registry: Registry

    def of(self, code: str) -> Duty:
        """Return the duty of a directive's task. Raises UnknownTaskError."""
        return duty(self.task(code), self.registry)

    def assignees(self, leads: Iterable[str]) -> tuple[str, ...]:
        """Return `leads` with each group replaced by its members. Raises UnknownAgencyError."""
        named = tuple(leads)
        for name in named:
            if name not in self.registry:
                raise UnknownAgencyError(name)
        return assignees(named, self.registry)


def duty(task: Task, registry: Registry) -> Duty:
    """Return who reports on `task`."""
    return Duty(task.id, assignees(task.leads, registry), task.deadline)


def assignees(leads: Iterable[str], registry: Registry) -> tuple[str, ...]:
    """Return who reports, each for itself: the leads, and of a group its members.

    A group whose members nobody can list stands for itself, so that its silence is seen.
    """
    found: dict[str, None] = {}
    for name in leads:
        group = registry.groups.get(name)
        found.update(dict.fromkeys(group.members if group and group.members else (name,)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class RollUp:
    """What the reports on one task come to. `counts` has every status; `silent` reported nothing at all.

    `waiting` are those whose claim waits for evidence or confirmation. The lists keep the order of the assignees.
    """

    task: str
    counts: Mapping[Status, int]
    silent: tuple[str, ...]
    waiting: tuple[str, ...]

    @property
    def assignees(self) -> int:
        """How many must report."""
        return sum(self.counts.values())

    @property
    def status(self) -> Status:
        """The task's own status: done when all are (the dropped aside), in progress as soon as one has begun."""
        counted = {status for status, count in self.counts.items() if count}
        if len(counted) == 1:
            return next(iter(counted))
        if counted <= {Status.DONE, Status.DROPPED} and counted:
            return Status.DONE
        if counted & {Status.IN_PROGRESS, Status.DONE}:
            return Status.IN_PROGRESS
        return Status.NOT_STARTED if Status.NOT_STARTED in counted else Status.NO_REPORT


def roll_up(one: Duty, progress: Callable[[str], Progress]) -> RollUp:
    """Return what the reports on a task come to; `progress` tells that of each assignee."""
    each: Sequence[tuple[str, Progress]] = [(name, progress(name)) for name in one.assignees]
    counted = Counter(p.status for _, p in each)
    return RollUp(
        one.task,
        {status: counted[status] for status in Status},
        tuple(name for name, p in each if p.silent),
        tuple(name for name, p in each if p.claim),
    )
