"""From a reading to what is known: a query, and a ranked result with its sources. Words nothing."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from knowledge.agencies import Registry
from knowledge.base import KnowledgeBase
from knowledge.directives import Directive, Indicator, Passage, Task, TrackedDatabase
from knowledge.errors import UnknownTaskError
from knowledge.progress import Status
from knowledge.questions import AgencyAsk, Intent, Reading, Role, State
from knowledge.store import TaskQuery
from knowledge.text import fold
from knowledge.when import DeadlineKind

# How much of a topic must stand in a task or passage before it is offered as an answer to it.
_LIST_SHARE = 0.6
_FACT_SHARE = 0.6
_NAME_SHARE = 0.6
# What fits this much worse than the best is not offered beside it.
_NEAR_BEST = 0.2
_CANDIDATES = 80
# A passage of so few words is a heading: it names a subject and says nothing of it.
_HEADING_WORDS = 12
_HORIZONS = (2030, 2045)
_DATED = (DeadlineKind.BY, DeadlineKind.WITHIN)
_ROLES = {Role.LEAD: ("lead",), Role.COORDINATOR: ("coordinator",), Role.ANY: ("lead", "coordinator")}
_NO_REPORTS_YET = (State.DONE, State.IN_PROGRESS)


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
    which have no last day and so are not due in a period.
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


def answer(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Return what is known on `reading`, as of `today`. A question that nothing fits has an empty answer."""
    empty = Answer(reading, today)
    if _names_indicator(reading, base):
        as_indicators = replace(reading, intent=Intent.INDICATORS)
        return replace(empty, reading=as_indicators, indicators=tuple(_indicators(as_indicators, base)))
    match reading.intent:
        case Intent.LIST | Intent.COUNT:
            return _list(reading, base, today)
        case Intent.GROUP:
            return _grouped(reading, base, today)
        case Intent.TASK:
            return _one_task(reading, base, today)
        case Intent.FACT:
            return _fact(reading, base, today)
        case Intent.DIRECTIVE:
            return replace(empty, directives=tuple(base.directives[d] for d in reading.directives))
        case Intent.DIRECTIVES:
            return replace(empty, directives=tuple(base.directives.values()))
        case Intent.INDICATORS:
            return replace(empty, indicators=tuple(_indicators(reading, base)))
        case Intent.DATABASES:
            return replace(empty, databases=tuple(_databases(reading, base)))
        case _:
            return empty


def hit(task: Task, registry: Registry, *, via_group: bool = False) -> TaskHit:
    """Return `task` as a hit of an answer."""
    collective = bool(task.leads) and all(registry.is_group(name) for name in task.leads)
    return TaskHit(task, collective, via_group)


def _list(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    if any(state in _NO_REPORTS_YET for state in reading.states):
        return Answer(reading, today)  # nothing has been reported: nothing is known to be done or under way
    query = _query(reading, today)
    tasks = _asked(reading, query, base)
    found = _on_topic(reading.topic, tasks, base)
    if reading.topic and not found and not reading.agencies and not reading.states and reading.intent is Intent.LIST:
        return _fact(reading, base, today)
    hits = _own_first(found, reading, base)
    return Answer(
        reading,
        today,
        tuple(hits),
        coordinating=_coordinating(reading, query, base, found),
        recurring=_recurring(reading, query, base),
    )


def _grouped(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Count the tasks that fit, by agency (as lead itself), directive, or the period of their last day."""
    tasks = _on_topic(reading.topic, _asked(reading, _query(reading, today), base), base)
    counts: Counter[str] = Counter(label for task in tasks for label in _labels(task, reading.grouping, base))
    by_time = reading.grouping in ("year", "quarter", "month")
    ordered = sorted(counts.items(), key=lambda item: (item[0],) if by_time else (-item[1], item[0]))
    few = re.search(r"\b(?:it|thap|fewest|least|lowest)\b.{0,40}?(?:nhat|$)", fold(reading.question))
    if few and not by_time:
        ordered.sort(key=lambda item: (item[1], item[0]))
    return Answer(reading, today, groups=tuple(ordered))


def _labels(task: Task, grouping: str, base: KnowledgeBase) -> Iterable[str]:
    last = task.deadline.last
    match grouping:
        case "agency":
            return [name for name in task.leads if not base.registry.is_group(name)]
        case "province":
            return [
                n for n in task.leads if n in base.registry.agencies and base.registry.agencies[n].kind == "province"
            ]
        case "directive":
            return [base.directives[task.directive].number]
        case "kind":
            return [task.deadline.kind.value]
        case "year":
            return [f"{last.year}"] if last else []
        case "quarter":
            return [f"{last.year}-Q{(last.month + 2) // 3}"] if last else []
        case _:
            return [f"{last.year}-{last.month:02d}"] if last else []


def _query(reading: Reading, today: date) -> TaskQuery:
    query = TaskQuery(directives=reading.directives, through_groups=reading.groups_too)
    if reading.period is not None:
        query = replace(query, due_from=reading.period.first, due_to=reading.period.last)
        if reading.period.first is None and reading.period.last is None:
            query = replace(query, kinds=_DATED)
    if State.OVERDUE in reading.states:
        query = replace(query, overdue_on=today)
    kinds = {
        State.ONGOING: (DeadlineKind.ONGOING,),
        State.RECURRING: (DeadlineKind.RECURRING,),
        State.NO_DEADLINE: (DeadlineKind.NONE, DeadlineKind.OPEN),
    }
    wanted = tuple(kind for state in reading.states for kind in kinds.get(state, ()))
    return replace(query, kinds=wanted) if wanted else query


def _asked(reading: Reading, query: TaskQuery, base: KnowledgeBase) -> list[Task]:
    """Return the tasks of the asked agencies: of any of them in one role, of all of them in different roles."""
    roles = {ask.role for ask in reading.agencies}
    if not roles:
        return base.store.tasks(query)
    per_role = []
    for role in roles:
        names = tuple(ask.name for ask in reading.agencies if ask.role is role)
        per_role.append(base.store.tasks(replace(query, agencies=names, roles=_ROLES[role])))
    common = set.intersection(*({t.id for t in tasks} for tasks in per_role))
    return [t for t in per_role[0] if t.id in common]


def _own_first(tasks: list[Task], reading: Reading, base: KnowledgeBase) -> list[TaskHit]:
    if not reading.agencies:
        return [hit(t, base.registry) for t in tasks]
    ids = [t.id for t in tasks]
    per_role: dict[Role, set[str]] = {}
    for ask in reading.agencies:
        per_role.setdefault(ask.role, set()).update(base.store.own(ask.name, ids, _ROLES[ask.role]))
    own = set.intersection(*per_role.values())
    hits = [hit(t, base.registry, via_group=t.id not in own) for t in tasks]
    return sorted(hits, key=lambda h: h.via_group)


def _coordinating(reading: Reading, query: TaskQuery, base: KnowledgeBase, found: list[Task]) -> int:
    names = tuple(ask.name for ask in reading.agencies if ask.role is Role.LEAD)
    if not names:
        return 0
    others = base.store.tasks(replace(query, agencies=names, roles=("coordinator",), through_groups=False))
    seen = {t.id for t in found}
    return sum(t.id not in seen for t in _on_topic(reading.topic, others, base))


def _recurring(reading: Reading, query: TaskQuery, base: KnowledgeBase) -> int:
    if reading.period is None or not reading.agencies:
        return 0
    regular = replace(query, due_from=None, due_to=None, kinds=(DeadlineKind.RECURRING,))
    return len(_asked(reading, regular, base))


def _text(task: Task) -> str:
    return f"{task.title} {task.lead_in} {task.quote} {task.output}"


def _on_topic(topic: str, tasks: list[Task], base: KnowledgeBase) -> list[Task]:
    """Return those of `tasks` that hold most of `topic`; all of them when there is none."""
    if not topic:
        return tasks
    asked = base.weights.topic(topic)
    return [t for t in tasks if asked.share(_text(t)) >= _LIST_SHARE]


def _best_tasks(topic: str, base: KnowledgeBase, least: float, among: Iterable[str] | None = None) -> list[Task]:
    """Return the tasks that hold most of `topic`, best first: by what they cover, then by the index' own ranking."""
    allowed = set(among) if among is not None else None
    ranked = base.store.search_tasks(topic, _CANDIDATES)
    ids = [code for code, _ in ranked if allowed is None or code in allowed]
    place = {code: rank for rank, code in enumerate(ids)}
    asked = base.weights.topic(topic)
    scored = [(asked.share(_text(t)), t) for t in base.store.tasks(TaskQuery(ids=tuple(ids)))]
    best = max((share for share, _ in scored), default=0.0)
    kept = [(share, t) for share, t in scored if share >= max(least, best - _NEAR_BEST)]
    kept.sort(key=lambda item: (-round(item[0], 1), place[item[1].id]))
    return [t for _, t in kept]


def _one_task(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    empty = Answer(reading, today)
    if reading.code:
        try:
            return replace(empty, tasks=(hit(base.store.task(reading.code), base.registry),))
        except UnknownTaskError:
            return empty
    within = None
    if reading.agencies or reading.directives:
        within = [t.id for t in _asked(reading, _query(replace(reading, period=None, states=()), today), base)]
    best = _best_tasks(reading.topic, base, _FACT_SHARE, within)
    return replace(empty, tasks=tuple(hit(t, base.registry) for t in best[:5]))


def _fact(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Answer from the text itself: the passages that hold the question's words, and the tasks that do."""
    topic = reading.topic or reading.question
    ranked = base.store.search_passages(topic, 40)
    asked = base.weights.topic(topic)
    scored = [
        (asked.share(p.text), score, p) for p, score in ranked if p.directive in (reading.directives or base.directives)
    ]
    fitting = [row for row in scored if row[0] >= _FACT_SHARE]
    told = [row for row in fitting if len(row[2].text.split()) > _HEADING_WORDS] or fitting
    kept = sorted(told, key=lambda r: (-round(r[0], 1), -r[1]))
    tasks = _best_tasks(topic, base, _LIST_SHARE)
    return Answer(
        reading,
        today,
        tasks=tuple(hit(t, base.registry) for t in tasks[:20]),
        passages=tuple(p for _, _, p in kept[:5]),
    )


def _names_indicator(reading: Reading, base: KnowledgeBase) -> bool:
    """Tell whether a question that does not say "chỉ tiêu" still asks for one: a horizon or an amount, and its name."""
    if reading.intent not in (Intent.FACT, Intent.COUNT, Intent.LIST) or reading.agencies or not reading.topic:
        return False
    if _horizon(reading) is None and reading.intent is not Intent.COUNT and "bao nhieu" not in fold(reading.question):
        return False
    return any(True for _ in _indicators(reading, base))


def _horizon(reading: Reading) -> int | None:
    year = reading.period.last.year if reading.period and reading.period.last else None
    return year if year in _HORIZONS else None


def _named(asks: tuple[AgencyAsk, ...], names: Iterable[str]) -> bool:
    return not asks or any(ask.name in names for ask in asks)


def _indicators(reading: Reading, base: KnowledgeBase) -> Iterable[Indicator]:
    year = _horizon(reading)
    asked = base.weights.topic(reading.topic)
    for row in base.store.indicators():
        if not _named(reading.agencies, (*row.agencies, *row.coordinators)):
            continue
        if year is not None and row.horizon != year:
            continue
        if reading.topic and asked.share(row.name) < _NAME_SHARE:
            continue
        yield row


def _databases(reading: Reading, base: KnowledgeBase) -> Iterable[TrackedDatabase]:
    words = fold(reading.question)
    unconnected = "ket noi" in words or "chia se" in words or "connected" in words
    asked = base.weights.topic(reading.topic)
    for row in base.store.databases():
        if not _named(reading.agencies, (row.agency,)):
            continue
        if unconnected and row.list != 2:
            continue
        if not unconnected and "chua dat" in words and row.met is not None and row.met == row.total:
            continue
        if reading.topic and asked.share(row.name) < _NAME_SHARE:
            continue
        yield row
