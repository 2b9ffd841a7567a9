"""/lichsu: everything that happened to a task. Who did it is named to those who may know, to others by a mark."""

from collections.abc import Sequence

from telegram import CallbackQuery, Update

from handlers.actions import Action
from handlers.reporting.common import face, local, name_for, whole
from handlers.reporting.drafts import code_in, unknown_code
from handlers.services import Context, Services, services
from handlers.views import history as views
from handlers.views.paging import page_of
from handlers.views.reply import Reply, esc
from handlers.views.reports import clock
from handlers.views.wording import reporting_words
from handlers.views.words import Words
from knowledge.people import Person, Right, may
from knowledge.record import AuditEntry, Change, Confirmed, ReportState


async def show(update: Update, context: Context) -> None:
    """Show the history of the task whose code comes with the command."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None or person is None:
        return
    typed, words = " ".join(context.args or ()), reporting_words(person.language)
    code, unknown = code_in(service, typed), unknown_code(service, typed)
    nothing = Reply(esc(words.no_such_code(unknown)) if unknown else words.history_ask)
    await service.outgoing.reply(message, _history(service, person, code, 1) if code else nothing)


async def press(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """Show the history below a card or a claim, or turn its page. Raises KeyError, UnknownTaskError."""
    person = service.people.find(query.from_user.id)
    if person is None:
        return
    code, _sign, page = action.subject.partition(views.BETWEEN)
    if page:
        await service.outgoing.edit(query, _history(service, person, code, whole(page)))
    else:
        await service.outgoing.below(query, _history(service, person, code, 1))


def _history(service: Services, person: Person, code: str, page: int) -> Reply:
    one = face(service, code)
    entries = service.record.history(one.code)[::-1]
    told = page_of(entries, page).each(lambda each: _told(service, person, *each))
    reopened = _confirmed(service, told.things) if may(person, Right.SUPERVISE) else ()
    return views.history(one, told, reporting_words(person.language), reopened)


def _confirmed(service: Services, shown: Sequence[views.Told]) -> tuple[int, ...]:
    """Return the reports among what is shown whose confirmation counts."""
    state, found = service.record.state, []
    for each in shown:
        if isinstance(each.change, Confirmed):
            report = state.report(each.change.report)
            progress = state.progress(report.task, report.agency)
            if report.state is ReportState.CONFIRMED and progress.report == report.id:
                found.append(report.id)
    return tuple(found)


def _told(service: Services, reader: Person, entry: AuditEntry, change: Change) -> views.Told:
    who = name_for(service, reader, entry.actor, reporting_words(reader.language))
    actor = service.people.behind(entry.actor)
    agency = entry.agency if entry.kind in _OF_THE_AGENCY else "; ".join(actor.agencies if actor else ())
    by = f"{agency} · {who}" if agency else who
    return views.Told(entry.seq, clock(local(service, entry.moment)), by, entry.kind, change)


# What people of the agency do; the rest is done by supervisors, about it.
_OF_THE_AGENCY = ("reported", "evidence_added", "withdrawn", "extension_asked", "proposed", "measured")
