"""Tasks given from chat that fit a question, beside what the directives say: by agency, period, state, words. Pure."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

from knowledge.agencies import Registry
from knowledge.answers.result import TaskHit, standing
from knowledge.answers.standing import ONLY, agency_asked, never
from knowledge.base import KnowledgeBase
from knowledge.outputs import Output, outputs_of
from knowledge.progress import Status
from knowledge.questions import AgencyAsk, Intent, Reading, Role, State, alternatives
from knowledge.questions.documents import documents_in
from knowledge.record import AssignedTask, Duty, StatusBook, assignees
from knowledge.search.terms import pairs, syllables
from knowledge.text import fold
from knowledge.when import Deadline, DeadlineKind

_ABOUT_TASKS = (Intent.LIST, Intent.COUNT)
_BY_WORDS = (Intent.FACT, Intent.TASK, Intent.NONE)
_KINDS: Mapping[State, tuple[DeadlineKind, ...]] = {
    State.ONGOING: (DeadlineKind.ONGOING,),
    State.RECURRING: (DeadlineKind.RECURRING,),
    State.NO_DEADLINE: (DeadlineKind.NONE, DeadlineKind.OPEN),
    State.UNWRITTEN: (DeadlineKind.NONE,),
}
# A task speaks of a topic when so much of it stands there, each word weighed by how rare it is in the directives.
_MOST = 0.6


def given_hits(
    reading: Reading, given: Sequence[AssignedTask], base: KnowledgeBase, today: date, book: StatusBook
) -> tuple[TaskHit, ...]:
    """Return those of `given` that `reading` asks for, as they stand `today`: an agency's own first, then by last day.

    A list fits by its conditions, as of a directive's tasks; what is asked in words must be about those words.
    """
    lists = reading.intent in _ABOUT_TASKS or (bool(reading.foreign) and reading.lists)
    if reading.section or reading.code or not (lists or (reading.intent in _BY_WORDS and reading.topic)):
        return ()
    agency = agency_asked(reading)
    found: list[tuple[bool, date, int, TaskHit]] = []
    for each in given:
        one = each.duty(lambda leads: assignees(leads, base.registry))
        parts = (agency,) if agency in one.assignees else one.assignees
        deadline = book.in_force(one, agency)
        if not (
            _of_agencies(reading, each, base.registry)
            and _by_document(reading, each, base)
            and any(
                _in_period(reading, states, deadline) and _stands(states, one, parts, deadline, today, book)
                for states in alternatives(reading.states, either=reading.either)
            )
            and _late_enough(reading, deadline, today)
            and (not reading.outputs or _makes(reading.outputs, each))
            and reading.rhythm in ("", deadline.rhythm)
            and (not reading.topic or _speaks_of({reading.topic, reading.said}, each, base))
            and not any(_stands((state,), one, parts, deadline, today, book) for state in reading.but_states)
            and not any(_speaks_of({topic}, each, base) for topic in reading.but_topics)
        ):
            continue
        hit = given_hit(each, base.registry, book, agency)
        found.append((hit.via_group, deadline.last or date.max, each.entry, hit))
    return tuple(hit for *_, hit in sorted(found, key=lambda row: row[:3]))


def given_hit(given: AssignedTask, registry: Registry, book: StatusBook, agency: str = "") -> TaskHit:
    """Return a task given from chat as a hit of an answer, with how it stands: `agency`'s part, or the roll-up."""
    collective = bool(given.leads) and all(registry.is_group(name) for name in given.leads)
    named = (given.owner, *given.leads, *given.coordinators)
    found = TaskHit(given.task, collective, bool(agency) and agency not in named, given=given)
    return standing(found, registry, book, agency)


def _of_agencies(reading: Reading, given: AssignedTask, registry: Registry) -> bool:
    """Tell whether the asked agencies have the task: any of those in one role, all of those in different roles."""
    by_role: dict[object, list[AgencyAsk]] = {}
    for ask in reading.agencies:
        by_role.setdefault(ask.name if reading.together else ask.role, []).append(ask)
    having = {Role.LEAD: 1 if given.owner else len(given.leads), Role.COORDINATOR: len(given.coordinators)}
    if not all(each.fits(having[each.role]) for each in reading.parties):
        return False
    excluded = (replace(ask, name=name) for ask in reading.excluded for name in registry.all_of(ask.name))
    if any(_has(ask, given, registry, through_groups=False) for ask in excluded):
        return False
    if reading.groups_only and any(_has(ask, given, registry, through_groups=False) for ask in reading.agencies):
        return False
    return all(any(_has(ask, given, registry, reading.groups_too) for ask in asks) for asks in by_role.values())


def _has(ask: AgencyAsk, given: AssignedTask, registry: Registry, through_groups: bool) -> bool:
    leads = (given.owner,) if given.owner else given.leads
    named = {Role.LEAD: leads, Role.COORDINATOR: given.coordinators, Role.ANY: (*leads, *given.coordinators)}[ask.role]
    if ask.name in named:
        return True
    groups = (registry.groups[name] for name in named if name in registry.groups)
    return through_groups and any(ask.name in group.members for group in groups)


def _by_document(reading: Reading, given: AssignedTask, base: KnowledgeBase) -> bool:
    """Tell whether the task was given by the documents that are asked about, where any are."""
    if reading.directives:
        said = fold(given.document)
        return any(fold(base.directives[each].number) in said for each in reading.directives)
    named = {document for document, _, _ in documents_in(reading.foreign)}
    return not named or any(document in named for document, _, _ in documents_in(given.document))


def _in_period(reading: Reading, states: Collection[State], deadline: Deadline) -> bool:
    """Tell whether the last day lies in the period; one that "sắp đến hạn" set is a condition of that alone."""
    period = reading.period
    if period is None or (period.rule == "due soon" and State.DUE_SOON not in states):
        return True
    return deadline.last is not None and period.holds(deadline.last)


def _stands(
    states: Collection[State],
    one: Duty,
    parts: Sequence[str],
    deadline: Deadline,
    today: date,
    book: StatusBook,
) -> bool:
    status = book.status(one, parts[0] if len(parts) == 1 else "")
    checks: dict[State, Callable[[], bool]] = {
        State.OVERDUE: lambda: deadline.late_on(today) or State.DUE_SOON in states,
        State.IN_TIME: lambda: deadline.last is not None and not deadline.late_on(today),
        State.REPORTED: lambda: not all(book.of(one.task, name).silent for name in parts),
        State.NO_REPORT: lambda: all(book.of(one.task, name).silent for name in parts),
    }
    if any(not checks[state]() for state in states if state in checks):
        return False
    only: set[Status] = {ONLY[state] for state in states if state in ONLY}
    kinds = [kind for state in states for kind in _KINDS.get(state, ())]
    return (not only or status in only) and status not in never(states) and (not kinds or one.deadline.kind in kinds)


def _makes(outputs: Collection[Output], given: AssignedTask) -> bool:
    made = outputs_of(given.title, given.task.output)
    return any(each.kind == one.kind and each.issuer in ("", one.issuer) for each in outputs for one in made)


def _late_enough(reading: Reading, deadline: Deadline, today: date) -> bool:
    if reading.lateness is None or State.OVERDUE not in reading.states:
        return True
    first, last = reading.lateness.stretch(today)
    good = deadline.last_good
    return good is not None and (first is None or first <= good) and (last is None or good <= last)


def _speaks_of(topics: Collection[str], given: AssignedTask, base: KnowledgeBase) -> bool:
    text = f"{given.title} . {given.words} . {given.document}"
    held = {*syllables(text).split(), *pairs(text).split()}
    return any(_share(topic, held, base) >= _MOST for topic in topics if topic)


def _share(topic: str, held: Collection[str], base: KnowledgeBase) -> float:
    """Return how much of what `topic` says is held; words are compared folded, also those that no directive knows."""
    weights = base.weights.topic(topic).weights
    total = sum(weights.values())
    return sum(weight for term, weight in weights.items() if fold(term) in held) / total if total else 0.0
