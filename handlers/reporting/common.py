"""What the conversations about reports share: a task's face, for whom somebody reports, who is named to whom."""

from datetime import datetime

from telegram import CallbackQuery, Update

from handlers.services import Services
from handlers.views.reports import Face
from handlers.views.wording.reports import ReportingWords
from knowledge.directives import Task
from knowledge.people import Person, Right, may
from knowledge.record import (
    WITHDRAWAL,
    Duty,
    ProgressReport,
    RefusedError,
    StoreBusyError,
    StoreFullError,
    concerning,
)

REFUSALS = (RefusedError, StoreBusyError, StoreFullError)


def face(service: Services, code: str) -> Face:
    """Return a task, a directive's or one given from chat, as reports name it. Raises UnknownTaskError."""
    duty = service.record.state.duty(code)
    given = service.record.state.assigned_task(duty.task)
    title = given.title if given is not None else service.base.store.task(duty.task).title
    return Face(duty.task, title, duty)


def own_agencies(person: Person) -> tuple[str, ...]:
    """Return the agencies that somebody may report for."""
    return tuple(agency for agency in person.agencies if may(person, Right.REPORT, agency))


def given_tasks(service: Services, person: Person) -> list[Task]:
    """Return the tasks given from chat that concern the agencies somebody may report for."""
    return [each.task for each in concerning(service.record.given(), own_agencies(person), service.base.registry)]


def reports_as(person: Person | None, duty: Duty) -> tuple[str, ...]:
    """Return for which of those who must report on a task `person` may do it."""
    return tuple(who for who in duty.assignees if may(person, Right.REPORT, duty.answers_for(who)))


def last_report(service: Services, person: Person) -> ProgressReport | None:
    """Return somebody's last report, while it can be taken back or is waited on; None without one of just now."""
    for entry in reversed(service.record.log.by(service.people.pseudonym(person.id))):
        if service.now() - entry.moment > WITHDRAWAL:
            return None
        if entry.kind == "reported":
            return service.record.state.report(entry.seq)
    return None


def key_of_message(update: Update) -> str:
    """Return what names an update for good: the record takes the same one once. Telegram may reuse its numbers."""
    message = update.effective_message
    sent = int(message.date.timestamp()) if message else 0
    return f"{message.chat_id if message else 0}:{update.update_id}:{sent}"


def key_of_press(query: CallbackQuery) -> str:
    """Return what names a pressed button for good."""
    return f"{query.from_user.id}:{query.id}"


def local(service: Services, moment: datetime) -> datetime:
    """Return a moment in the zone of the clock, as people read it."""
    return moment.astimezone(service.now().tzinfo)


def name_for(service: Services, reader: Person, pseudonym: str, words: ReportingWords) -> str:
    """Return whom a pseudonym stands for, where `reader` may know: supervisors, administrators, colleagues, oneself.

    Others read a mark that tells people apart and names nobody.
    """
    person = service.people.behind(pseudonym)
    if person is not None and may_know(reader, person):
        return person.name
    return words.somebody(pseudonym[:6])


def may_know(reader: Person, person: Person) -> bool:
    """Tell whether `reader` may learn who reported."""
    return (
        reader.id == person.id
        or may(reader, Right.SUPERVISE)
        or may(reader, Right.ADMINISTER)
        or bool(set(reader.agencies) & set(person.agencies))
    )


def whole(number: str) -> int:
    """Return the number that a button carries. Raises KeyError."""
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        raise KeyError(number)
    return int(number)
