"""What an answer is made of."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, TypeAlias, overload

from knowledge.agencies import Registry
from knowledge.answers.standing import moved, reported, spoke
from knowledge.base import KnowledgeBase
from knowledge.directives import Directive, Indicator, Passage, Task, TrackedDatabase
from knowledge.progress import CLOSED, Status
from knowledge.questions import Reading
from knowledge.record import AssignedTask, ReportState, StatusBook, assignees, duty
from knowledge.record.reports import WAITING
from knowledge.store import TaskQuery
from knowledge.store.tasks import LEAD
from knowledge.when import Deadline

Counted: TypeAlias = Literal["tasks", "indicators", "databases"]


@dataclass(frozen=True, slots=True)
class TaskHit:
    """A task of an answer. `collective`: all its leads are groups; `via_group`: the asked agency has it only so.

    `status` is that of the asked agency's part, or the roll-up; `claim` is what the claim on it that counts for nothing
    yet waits for; `silent`: nothing was reported. `in_force` is its deadline where that was put off, `days_over` by how
    much it was done late. `given` is what was given from chat where no directive holds the task.
    """

    task: Task
    collective: bool
    via_group: bool
    status: Status = Status.NO_REPORT
    claim: ReportState | None = None
    silent: bool = True
    in_force: Deadline | None = None
    days_over: int | None = None
    given: AssignedTask | None = None

    @property
    def deadline(self) -> Deadline:
        """The deadline that decides."""
        return self.in_force or self.task.deadline


# Tasks that are loaded at a time by who goes through all of them.
_CHUNK = 256


class TaskHits(Sequence[TaskHit]):
    """The tasks of an answer, best first, known by their numbers and loaded when they are looked at."""

    def __init__(
        self,
        numbers: Sequence[int] = (),
        base: KnowledgeBase | None = None,
        own: int | None = None,
        book: StatusBook | None = None,
        agency: str = "",
    ) -> None:
        """Take the numbers, and where to load them from (None for none).

        The first `own` (all, where None) are not the asked agency's only through a group. `book` says how they stand,
        for `agency` where one was asked for.
        """
        self._book = book
        self._agency = agency
        self._base = base
        self._numbers = numbers
        self._own = len(numbers) if own is None else own

    def __len__(self) -> int:
        """Return how many there are; none is loaded for it."""
        return len(self._numbers)

    @overload
    def __getitem__(self, place: int) -> TaskHit: ...
    @overload
    def __getitem__(self, place: slice) -> "TaskHits": ...
    def __getitem__(self, place: int | slice) -> "TaskHit | TaskHits":
        """Return one hit, or a stretch of them that is not loaded yet."""
        if isinstance(place, slice):
            start, stop, _ = place.indices(len(self))
            own = max(0, min(self._own, stop) - start)
            return TaskHits(self._numbers[start:stop], self._base, own, self._book, self._agency)
        index = range(len(self))[place]
        return next(self._loaded(index, index + 1))

    def __iter__(self) -> Iterator[TaskHit]:
        """Yield every hit, loading some at a time."""
        for start in range(0, len(self), _CHUNK):
            yield from self._loaded(start, start + _CHUNK)

    def at(self, places: Sequence[int]) -> "TaskHits":
        """Return those at some places, in that order."""
        own = sum(place < self._own for place in places)
        return TaskHits([self._numbers[place] for place in places], self._base, own, self._book, self._agency)

    def _loaded(self, start: int, end: int) -> Iterator[TaskHit]:
        if self._base is not None:
            for place, task in enumerate(self._base.store.load(self._numbers[start:end]), start):
                found = hit(task, self._base.registry, via_group=place >= self._own)
                yield found if self._book is None else standing(found, self._base.registry, self._book, self._agency)

    def standing(self, book: StatusBook, agency: str = "", *, listed: bool = False) -> "TaskHits":
        """Return them with how each stands by `book`, for `agency` where one was asked for.

        `listed`: what is done or dropped comes last.
        """
        hits = TaskHits(self._numbers, self._base, self._own, book, agency)
        over = hits.over if listed else ()
        if not over or self._base is None:
            return hits
        last = set(self._base.store.numbers(TaskQuery(ids=over), self._numbers))
        own, others = self._numbers[: self._own], self._numbers[self._own :]
        ordered = [*sorted(own, key=last.__contains__), *sorted(others, key=last.__contains__)]
        return TaskHits(ordered, self._base, self._own, book, agency)

    def latest_first(self) -> "TaskHits":
        """Return them with the latest last day first, then what has none; what is done or dropped stays last."""
        if self._base is None:
            return self
        put_off = moved(self._base, self._book, self._agency) if self._book is not None else ()
        dated = self._base.store.numbers(TaskQuery(due_from=date.min, moved=put_off), self._numbers)
        rank = {number: place for place, number in enumerate(dated)}
        over = set(self._base.store.numbers(TaskQuery(ids=self.over), self._numbers)) if self.over else set[int]()

        def place(number: int) -> tuple[bool, bool, int]:
            return number in over, number not in rank, -rank.get(number, 0)

        own, others = self._numbers[: self._own], self._numbers[self._own :]
        ordered = [*sorted(own, key=place), *sorted(others, key=place)]
        return TaskHits(ordered, self._base, self._own, self._book, self._agency)

    @property
    def own(self) -> "TaskHits":
        """Those that are not the asked agency's only through a group; they come first."""
        return self[: self._own]

    @property
    def via_group(self) -> "TaskHits":
        """The others."""
        return self[self._own :]

    @property
    def over(self) -> tuple[str, ...]:
        """The codes of all tasks that are done or dropped, whether they are among these or not."""
        return self.reported_as(*CLOSED)

    def reported_as(self, *statuses: Status) -> tuple[str, ...]:
        """Return the codes of all tasks that stand so by reports, whether they are among these or not."""
        if self._book is None or self._base is None:
            return ()
        book, agency = self._book, self._agency
        return tuple(one.task for one in reported(self._base, book) if book.status(one, agency) in statuses)

    @property
    def silent(self) -> bool:
        """Tell whether nothing was reported on any of them."""
        if self._book is None or self._base is None:
            return True
        book, agency = self._book, self._agency
        codes = tuple(one.task for one in reported(self._base, book) if spoke(one, agency, book))
        return not codes or not self.fitting(TaskQuery(ids=codes))

    def fitting(self, query: TaskQuery) -> int:
        """Return how many of them fit `query` by the deadlines in force; none is loaded for it."""
        if self._base is None:
            return 0
        if self._book is not None:
            query = replace(query, moved=moved(self._base, self._book, self._agency))
        return self._base.store.count(query, self._numbers)

    def by_directive(self) -> Counter[str]:
        """Return how many of them each directive gives."""
        return self._base.store.count_by("directive", self._numbers) if self._base is not None else Counter()

    def by_lead(self) -> Counter[str]:
        """Return how many of them name each agency or group itself as lead."""
        return self._base.store.count_by_agency(self._numbers, LEAD) if self._base is not None else Counter()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known on a reading. `own` of the tasks are the asked agency's own (all, where none was asked).

    `coordinating` and `recurring` count what the same question finds with coordinators too, and regular duties,
    which have no last day and so are not due in a period; `due_again` are those of them with a day in it. `groups`
    are counts of `counted` by label. Where nothing fits, `wider` tells what would with a condition dropped
    ("topic", "period" or "states", and how many), and `near` holds the tasks nearest to the words: offers, not
    answers. `other_words`: the tasks were found by other people's words for them, not by the directives' own.
    `given` are the tasks given from chat that fit; they stand apart from `tasks`, and in none of the counts of
    these. `no_target` are the years that were asked for and have no indicator (0: a time that is no year). `joint`
    counts the tasks that agencies whose own tasks are left out have through a group: these are still listed.
    `common` counts those that all of several agencies have, of what any has. `unmet`: no task meets all conditions,
    and those here stand beside what the text says of the topic alone. `no_database` is the name of a database that
    was asked for and is none, `near_databases` those called most like it. `aim` is the code of the indicator of which
    it was asked how far it is: the directives say how far it shall be. `no_document` is a document, by kind and name,
    that no task is to make. `unconnected` says, where databases that are connected were asked for, of how many it is on
    record that they are not; `only_targets`, that it was asked how far indicators are, of which the directives tell
    nothing.
    """

    reading: Reading
    today: date
    tasks: TaskHits = field(default_factory=TaskHits)
    passages: tuple[Passage, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    databases: tuple[TrackedDatabase, ...] = ()
    directives: tuple[Directive, ...] = ()
    coordinating: int = 0
    recurring: int = 0
    due_again: tuple[tuple[Task, date], ...] = ()
    groups: tuple[tuple[str, int], ...] = ()
    counted: Counted = "tasks"
    wider: tuple[tuple[str, int], ...] = ()
    near: tuple[Task, ...] = ()
    other_words: bool = False
    given: tuple[TaskHit, ...] = ()
    no_target: tuple[int, ...] = ()
    joint: int = 0
    common: int | None = None
    unmet: bool = False
    no_database: str = ""
    near_databases: tuple[str, ...] = ()
    aim: str = ""
    no_document: str = ""
    unconnected: int | None = None
    only_targets: bool = False

    @property
    def total(self) -> int:
        """How many things answer the question."""
        tasks, indicators = len(self.tasks) + len(self.given), len(self.indicators) - len(self.parts_of_indicators)
        return tasks or indicators or len(self.databases) or len(self.directives)

    @property
    def parts_of_indicators(self) -> tuple[Indicator, ...]:
        """The rows that are parts of other indicators of the answer (11.1 of 11): no indicators of their own."""
        codes = {row.code for row in self.indicators}
        return tuple(row for row in self.indicators if row.parent in codes)

    @property
    def own(self) -> TaskHits:
        """The tasks that are the asked agency's own."""
        return self.tasks.own

    @property
    def via_group(self) -> TaskHits:
        """The tasks that the asked agency has only through a group."""
        return self.tasks.via_group

    @property
    def found(self) -> bool:
        """Tell whether anything answers the question."""
        return bool(self.tasks or self.passages or self.indicators or self.databases or self.directives or self.groups)


def hit(task: Task, registry: Registry, *, via_group: bool = False) -> TaskHit:
    """Return `task` as a hit of an answer."""
    collective = bool(task.leads) and all(registry.is_group(name) for name in task.leads)
    return TaskHit(task, collective, via_group)


def standing(found: TaskHit, registry: Registry, book: StatusBook, agency: str = "") -> TaskHit:
    """Return a hit with how it stands by `book`: the part of `agency` where it has one, else the roll-up."""
    if not (book.reported or book.put_off):
        return found
    one = found.given.duty(lambda leads: assignees(leads, registry)) if found.given else duty(found.task, registry)
    parts = [book.of(one.task, name) for name in ((agency,) if agency in one.assignees else one.assignees)]
    claims = {each.claim_state for each in parts}
    return replace(
        found,
        status=book.status(one, agency),
        claim=next((state for state in reversed(WAITING) if state in claims), None),
        silent=all(each.silent for each in parts),
        in_force=book.in_force(one, agency),
        days_over=book.days_over(one, agency),
    )
