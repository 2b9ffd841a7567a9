"""What was reported narrows a question: done, under way, not begun, silent; and what is done is not overdue. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from knowledge.base import KnowledgeBase
from knowledge.errors import UnknownTaskError
from knowledge.progress import CLOSED, Status
from knowledge.questions import Reading, State
from knowledge.record import Duty, StatusBook, duty
from knowledge.record.book import Part
from knowledge.store import TaskQuery

NOTHING_REPORTED = StatusBook()
# Which statuses a state asks for; of what nobody reported on, none is known.
ONLY = {State.DONE: Status.DONE, State.IN_PROGRESS: Status.IN_PROGRESS}
_NOT: Mapping[State, frozenset[Status]] = {
    State.OVERDUE: CLOSED,
    State.DUE_SOON: CLOSED,
    State.NOT_STARTED: CLOSED | {Status.IN_PROGRESS},
    State.UNFINISHED: CLOSED,
}


def by_reports(query: TaskQuery, reading: Reading, base: KnowledgeBase, book: StatusBook) -> TaskQuery:
    """Return `query` with the tasks that the reports let through, by the deadlines in force.

    A question about one agency is about its own part; else a task's status is the roll-up of all who must report.
    """
    agency = agency_asked(reading)
    query = replace(query, moved=moved(base, book, agency))
    only = {ONLY[state] for state in reading.states if state in ONLY}
    kept_out = never(reading.states)
    silent, heard = State.NO_REPORT in reading.states, State.REPORTED in reading.states
    if not (only or kept_out or silent or heard):
        return query
    fitting: list[str] = []
    but: list[str] = []
    for one in reported(base, book):
        status = book.status(one, agency)
        if (status in only or not only) and (not heard or spoke(one, agency, book)):
            fitting.append(one.task)
        if status in kept_out or (silent and spoke(one, agency, book)):
            but.append(one.task)
    return replace(query, ids=tuple(fitting) if only or heard else query.ids, but=tuple(but))


def never(states: Iterable[State]) -> frozenset[Status]:
    """Return the statuses in which no task can be that is asked for by `states`."""
    return frozenset().union(*(_NOT.get(state, frozenset()) for state in states))


def agency_asked(reading: Reading) -> str:
    """Return the one agency that a question is about, "" for none or several."""
    names = {ask.name for ask in reading.agencies}
    return next(iter(names)) if len(names) == 1 else ""


def reported(base: KnowledgeBase, book: StatusBook) -> list[Duty]:
    """Return the duties of the directives' tasks that were reported on; those given from chat aside."""
    return _duties(base, book.reported)


def moved(base: KnowledgeBase, book: StatusBook, agency: str) -> tuple[tuple[str, date], ...]:
    """Return the last days in force, of `agency`'s part or of the whole, where they are not the directives' own."""
    deadlines = ((one, book.in_force(one, agency)) for one in _duties(base, book.put_off))
    return tuple((one.task, deadline.last) for one, deadline in deadlines if deadline.last and deadline != one.deadline)


def _duties(base: KnowledgeBase, parts: Iterable[Part]) -> list[Duty]:
    found = []
    for code in dict.fromkeys(task for task, _ in parts):
        try:
            found.append(duty(base.store.task(code), base.registry))
        except UnknownTaskError:
            continue
    return found


def _parts(one: Duty, agency: str) -> tuple[str, ...]:
    return (agency,) if agency in one.assignees else one.assignees


def spoke(one: Duty, agency: str, book: StatusBook) -> bool:
    """Tell whether anything was reported on a task, by `agency` where it has a part."""
    return any(not book.of(one.task, name).silent for name in _parts(one, agency))
