"""What an answer is made of."""

from dataclasses import dataclass
from datetime import date

from knowledge.agencies import Registry
from knowledge.directives import Directive, Indicator, Passage, Task, TrackedDatabase
from knowledge.progress import Status
from knowledge.questions import Reading


@dataclass(frozen=True, slots=True)
class TaskHit:
    """A task of an answer. `collective`: all its leads are groups; `via_group`: the asked agency has it only so."""

    task: Task
    collective: bool
    via_group: bool
    status: Status = Status.NO_REPORT


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known on a reading. `own` of the tasks are the asked agency's own (all, where none was asked).

    `coordinating` and `recurring` count what the same question finds with coordinators too, and regular duties,
    which have no last day and so are not due in a period. `groups` are counts by label. Where nothing fits, `wider`
    tells what would with a condition dropped ("topic", "period" or "states", and how many), and `near` holds the
    tasks nearest to the words: offers, not answers. `other_words`: the tasks were found by other people's words for
    them, not by the directives' own.
    """

    reading: Reading
    today: date
    tasks: tuple[TaskHit, ...] = ()
    passages: tuple[Passage, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    databases: tuple[TrackedDatabase, ...] = ()
    directives: tuple[Directive, ...] = ()
    coordinating: int = 0
    recurring: int = 0
    groups: tuple[tuple[str, int], ...] = ()
    wider: tuple[tuple[str, int], ...] = ()
    near: tuple[Task, ...] = ()
    other_words: bool = False

    @property
    def total(self) -> int:
        """How many things answer the question."""
        return len(self.tasks) or len(self.indicators) or len(self.databases) or len(self.directives)

    @property
    def own(self) -> tuple[TaskHit, ...]:
        """The tasks that are the asked agency's own."""
        return tuple(hit for hit in self.tasks if not hit.via_group)

    @property
    def via_group(self) -> tuple[TaskHit, ...]:
        """The tasks that the asked agency has only through a group."""
        return tuple(hit for hit in self.tasks if hit.via_group)

    @property
    def found(self) -> bool:
        """Tell whether anything answers the question."""
        return bool(self.tasks or self.passages or self.indicators or self.databases or self.directives or self.groups)


def hit(task: Task, registry: Registry, *, via_group: bool = False) -> TaskHit:
    """Return `task` as a hit of an answer."""
    collective = bool(task.leads) and all(registry.is_group(name) for name in task.leads)
    return TaskHit(task, collective, via_group)
