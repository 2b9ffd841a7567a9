"""The conditions of a reading as a query on the store, and the numbers of the tasks that fit it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

from knowledge.answers.standing import NOTHING_REPORTED, by_reports
from knowledge.answers.topics import speaking_of
from knowledge.base import KnowledgeBase
from knowledge.questions import Reading, Role, State, alternatives
from knowledge.record import StatusBook
from knowledge.store import TaskQuery
from knowledge.when import DeadlineKind

ROLES = {Role.LEAD: ("lead",), Role.COORDINATOR: ("coordinator",), Role.ANY: ("lead", "coordinator")}
_MANY = 10_000
_DATED = (DeadlineKind.BY, DeadlineKind.WITHIN)


def query_of(reading: Reading, base: KnowledgeBase, today: date, book: StatusBook = NOTHING_REPORTED) -> TaskQuery:
    sets = alternatives(reading.states, either=reading.either)
    if len(sets) > 1:
        return _either(sets, reading, base, today, book)
    query = TaskQuery(
        directives=reading.directives,
        through_groups=reading.groups_too,
        section=reading.section,
        outputs=reading.outputs,
    )
    if reading.period is not None:
        period = reading.period
        query = replace(query, due_from=period.first, due_to=period.last, due_but=period.but)
        if reading.period.first is None and reading.period.last is None:
            query = replace(query, kinds=_DATED)
    if reading.parties:
        bounds = (
            (ROLES[each.role][0], each.least or 0, _MANY if each.most is None else each.most)
            for each in reading.parties
        )
        query = replace(query, parties=tuple(bounds))
    if reading.excluded:
        query = replace(query, not_of=_left_out(reading, base))
    if State.OVERDUE in reading.states and State.DUE_SOON not in reading.states:
        first, last = reading.lateness.stretch(today) if reading.lateness else (None, None)
        query = replace(query, overdue_on=today, good_from=first, good_to=last)
    elif State.IN_TIME in reading.states:
        query = replace(query, good_from=today)
    kinds = {
        State.ONGOING: (DeadlineKind.ONGOING,),
        State.RECURRING: (DeadlineKind.RECURRING,),
        State.NO_DEADLINE: (DeadlineKind.NONE, DeadlineKind.OPEN),
        State.UNWRITTEN: (DeadlineKind.NONE,),
    }
    wanted = tuple(kind for state in reading.states for kind in kinds.get(state, ()))
    query = by_reports(replace(query, kinds=wanted) if wanted else query, reading, base, book)
    if reading.rhythm and State.RECURRING in reading.states:
        query = _of_rhythm(query, reading.rhythm, base)
    if reading.but_states or reading.but_topics:
        query = replace(query, never=_never(reading, base, today, book))
    return query


def _of_rhythm(query: TaskQuery, rhythm: str, base: KnowledgeBase) -> TaskQuery:
    """Return `query` with only those recurring duties that come back so often."""
    recurring = base.store.load(base.store.numbers(TaskQuery(kinds=(DeadlineKind.RECURRING,))))
    codes = (task.id for task in recurring if task.deadline.rhythm == rhythm)
    return replace(query, ids=tuple(code for code in codes if query.ids is None or code in query.ids))


def _either(
    sets: Sequence[tuple[State, ...]], reading: Reading, base: KnowledgeBase, today: date, book: StatusBook
) -> TaskQuery:
    """Return the query for what stands as one of `sets` says; a period that "sắp đến hạn" set limits only that."""
    soon = reading.period if reading.period is not None and reading.period.rule == "due soon" else None
    whole = replace(reading, states=(), either=False, period=None if soon else reading.period)
    plain = Reading(reading.question, reading.language, reading.intent, reading.agencies, lateness=reading.lateness)
    plain = replace(plain, rhythm=reading.rhythm)
    each = (replace(plain, states=states, period=soon if State.DUE_SOON in states else None) for states in sets)
    found = tuple(query_of(one, base, today, book) for one in each)
    return replace(query_of(whole, base, today, book), either=found)


def _never(reading: Reading, base: KnowledgeBase, today: date, book: StatusBook) -> frozenset[int]:
    """Return the numbers of the tasks that are left out by how they stand, or by what they speak of."""
    plain = Reading(reading.question, reading.language, reading.intent, reading.agencies)
    found: set[int] = set()
    for state in reading.but_states:
        found.update(base.store.numbers(query_of(replace(plain, states=(state,)), base, today, book)))
    for topic in reading.but_topics:
        found.update(speaking_of(topic, base))
    return frozenset(found)


def _left_out(reading: Reading, base: KnowledgeBase) -> tuple[tuple[str, str], ...]:
    """Return the agencies whose tasks are left out, each with the role in which they are; of a group all within it.

    In what its groups are given an agency takes part too.
    """
    found: list[tuple[str, str]] = []
    for ask in reading.excluded:
        groups = base.registry.groups_of(ask.name) if ask.role is Role.ANY else ()
        found += product(ROLES[ask.role], (*base.registry.all_of(ask.name), *groups))
    return tuple(dict.fromkeys(found))


def joint_tasks(found: list[int], reading: Reading, base: KnowledgeBase) -> int:
    """Return how many of the tasks found the agencies have through a group whose own tasks are left out."""
    of_groups: set[int] = set()
    for ask in reading.excluded:
        if ask.name in base.registry.agencies:
            query = TaskQuery(agencies=(ask.name,), roles=ROLES[ask.role])
            of_groups.update(base.store.numbers(query, found))
    return len(of_groups)


def asked_tasks(
    reading: Reading, query: TaskQuery, base: KnowledgeBase, among: Collection[int] | None = None
) -> list[int]:
    """Return the tasks of the asked agencies: of any of them in one role, of all in different roles or `together`."""
    roles = {ask.role for ask in reading.agencies}
    names = [(role, tuple(ask.name for ask in reading.agencies if ask.role is role)) for role in roles]
    if reading.together:
        names = [(role, (name,)) for role, each in names for name in each]
    first, *others = [replace(query, agencies=each, roles=ROLES[role]) for role, each in names] or [query]
    numbers = base.store.numbers(first, among)
    for other in others:
        numbers = base.store.numbers(other, numbers)
    if reading.groups_only and reading.agencies:
        own = set[int]().union(*(base.store.own(ask.name, ROLES[ask.role]) for ask in reading.agencies))
        numbers = [number for number in numbers if number not in own]
    return numbers
