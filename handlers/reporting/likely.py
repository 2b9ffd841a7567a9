"""On which task a report is likely that names none: open ones of the reporter's agencies, what is late first."""

from collections.abc import Iterator, Sequence
from datetime import date

from handlers.reporting.common import given_tasks, own_agencies, reports_as
from handlers.services import Services
from knowledge.errors import UnknownTaskError
from knowledge.people import Person
from knowledge.record import Duty
from knowledge.store import TaskQuery

OFFERED = 5
_AT_ONCE = 20


def likely_tasks(service: Services, person: Person, first: Sequence[str] = ()) -> tuple[str, ...]:
    """Return at most `OFFERED` codes: of `first` those that `person` can report on now, then the most pressing ones."""
    found = dict.fromkeys(reportable(service, person, first))
    pressing = sorted([*_own(service, person, OFFERED), *_given(service, person)], key=lambda each: each[0])
    found.update(dict.fromkeys(code for _, code in pressing))
    if len(found) < OFFERED:
        found.update(dict.fromkeys(code for _, code in _own(service, person, OFFERED, through_groups=True)))
    return tuple(found)[:OFFERED]


def reportable(service: Services, person: Person, codes: Sequence[str]) -> tuple[str, ...]:
    """Return those of `codes` that are tasks on which `person` has something left to report."""
    found = []
    for code in codes:
        try:
            duty = service.record.state.duty(code)
        except UnknownTaskError:  # it has left the directives since
            continue
        if _open_parts(service, person, duty):
            found.append(duty.task)
    return tuple(found)


def _open_parts(service: Services, person: Person, duty: Duty) -> list[str]:
    """Return for whom `person` can report on a task that is neither over nor claimed to be."""
    book = service.record.book()
    parts = [(name, book.of(duty.task, name)) for name in reports_as(person, duty)]
    return [name for name, progress in parts if not progress.is_over]


def _placed(service: Services, person: Person, duty: Duty) -> tuple[date, str] | None:
    """Return a task with its last day in force, by which the most pressing come first; None for one that is over."""
    parts, book = _open_parts(service, person, duty), service.record.book()
    days = [book.deadline(duty, name).last or date.max for name in parts]
    return (min(days), duty.task) if days else None


def _own(service: Services, person: Person, count: int, *, through_groups: bool = False) -> Iterator[tuple[date, str]]:
    """Yield the first `count` open tasks that one's agencies lead, themselves or only through a group."""
    store, agencies = service.base.store, own_agencies(person)
    numbers = store.numbers(TaskQuery(agencies=agencies, through_groups=through_groups))
    for start in range(0, len(numbers), _AT_ONCE):
        for task in store.load(numbers[start : start + _AT_ONCE]):
            if count <= 0:
                return
            placed = _placed(service, person, service.record.state.duty(task.id))
            if placed is not None:
                count -= 1
                yield placed


def _given(service: Services, person: Person) -> Iterator[tuple[date, str]]:
    """Yield the open tasks given from chat on which `person` reports."""
    for given in given_tasks(service, person):
        placed = _placed(service, person, service.record.state.duty(given.id))
        if placed is not None:
            yield placed
