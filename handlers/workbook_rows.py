"""From the record to a workbook's rows, and from rows that came back to what may be recorded."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from handlers.services import Services, words_for
from handlers.views.lines import deadline_words
from handlers.views.wording import reporting_words, workbook_words
from knowledge.people import Person
from knowledge.progress import Status
from knowledge.record import Duty, Progress, duty
from knowledge.store import TaskQuery
from knowledge.workbook import (
    CellError,
    Column,
    Fault,
    Filling,
    Import,
    RowChange,
    TaskLine,
    change_of,
    fault_of,
    is_that,
)

_OVER = (Status.DONE, Status.DROPPED)
_Row = tuple[Duty, str, str, str, str]  # the duty, who reports, title, text, role


def lines_of(service: Services, agency: str, language: str) -> list[TaskLine]:
    """Return all that `agency` reports on, for itself and its units: the most urgent first, the done last."""
    book, words = service.record.book(), words_for(language)
    found = []
    for one, who, title, text, role in _parts(service, agency, language):
        progress, deadline = book.of(one.task, who), book.deadline(one, who)
        line = TaskLine(
            one.task, who, progress.last, title, text, role, deadline_words(deadline, words), _now(progress, language)
        )
        found.append(((progress.status in _OVER, deadline.last or date.max), line))
    return [line for _, line in sorted(found, key=lambda each: each[0])]


def _parts(service: Services, agency: str, language: str) -> Iterator[_Row]:
    words, base, state = workbook_words(language), service.base, service.record.state
    for task in base.store.tasks(TaskQuery(agencies=(agency,))):
        one = duty(task, base.registry)
        if agency in one.assignees:
            yield one, agency, task.title, task.quote, _role(service, task.leads, agency, language)
    for given in state.assigned_tasks():
        one = state.duty(given.id)
        for who in one.assignees:
            if one.answers_for(who) == agency:
                role = who if one.owner else _role(service, given.leads, agency, language)
                yield one, who, given.title, given.words, role or words.lead


def _role(service: Services, leads: Sequence[str], agency: str, language: str) -> str:
    words, groups = workbook_words(language), service.base.registry.groups
    if agency in leads:
        return words.lead
    return words.shared(next((name for name in leads if name in groups and agency in groups[name].members), ""))


def _now(progress: Progress, language: str) -> str:
    words = reporting_words(language)
    if progress.claim_state is not None and progress.claimed is not None:
        return words.claimed(progress.claimed, progress.claim_state, "")
    if progress.returned:
        return words.sent_back.capitalize()
    status = words.statuses[progress.status]
    if progress.status is Status.IN_PROGRESS and progress.percent is not None:
        return f"{status}, {words.percent(progress.percent)}"
    return status


def import_of(service: Services, person: Person, filling: Filling) -> Import:
    """Return what a filled workbook would change, each row tried on the record as it stands; nothing is recorded."""
    changes: list[RowChange] = []
    faults = list(filling.faults)
    state = service.record.state
    for row in filling.rows:
        progress = state.progress(row.part.task, row.part.assignee)
        last = state.report(progress.last) if progress.last else None
        try:
            change = change_of(row, progress, last)
        except CellError as error:
            faults.append(filling.fault(row.row, Column.STATUS, error.why, error.detail))
            continue
        if change is not None:
            changes.append(change)
    stamp = filling.stamp
    found = Import(stamp.agency, stamp.made_at, filling.letters, tuple(changes), tuple(faults))
    return _tried(service, person, found)


def as_it_stands(service: Services, person: Person, read: Import) -> Import:
    """Return what was listed as it would be now: the same, unless something came in between."""
    pseudonym = service.people.pseudonym(person.id)
    changes = tuple(_anew(service, change, pseudonym) for change in read.changes)
    return _tried(service, person, replace(read, changes=changes))


def _anew(service: Services, one: RowChange, pseudonym: str) -> RowChange:
    state = service.record.state
    last = state.progress(one.task, one.agency).last
    if last == one.basis:
        return one
    since = [report for report in state.reports(one.task, one.agency, after=one.basis) if report.stands]
    if since and all(report.actor == pseudonym and is_that(one, report) for report in since):
        return one  # recorded already, and the answer was lost: its key tells
    report = replace(one.report, basis=last) if one.report else None
    added = replace(one.added, report=last) if one.added and last else one.added
    return replace(one, basis=last, newer=True, report=report, added=added)


def _tried(service: Services, person: Person, read: Import) -> Import:
    """Return `read` with what the record would refuse among the faults. Raises StoreBusyError, StoreFullError."""
    if not read.changes:
        return replace(read, faults=_in_order(read.faults))
    actor, now = service.actor(person), service.now()
    objections = service.record.rehearse([one.change for one in read.changes], actor, now)
    kept, faults = [], list(read.faults)
    for one, objection in zip(read.changes, objections, strict=True):
        if objection is None:
            kept.append(one)
            continue
        column, why = fault_of(objection)
        faults.append(Fault(one.row, column, f"{read.letters[column]}{one.row}", why))
    return replace(read, changes=tuple(kept), faults=_in_order(faults))


def _in_order(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda each: (each.row, each.cell)))
