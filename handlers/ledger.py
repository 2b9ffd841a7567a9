"""/sonhac: supervisors see who was told what and when, so that "nobody told me" can be answered."""

from datetime import timedelta

from telegram import Update

from handlers.noticing import noticing_of
from handlers.services import Context, Services, services
from handlers.views.ledger import by_person, by_task
from handlers.views.reply import Reply, esc
from handlers.views.words import Words
from knowledge.errors import UnknownAgencyError, UnknownTaskError

_SINCE = timedelta(days=30)


async def show_ledger(update: Update, context: Context) -> None:
    """Show the last 30 days by person, of one agency's people, or everything about one task."""
    message, service = update.effective_message, services(context)
    if message is None:
        return
    words = service.words(update)
    named = " ".join(context.args or ()).strip()
    await service.outgoing.reply(message, _of(service, named, words))


def _of(service: Services, named: str, words: Words) -> Reply:
    since = service.today() - _SINCE
    tallies = service.ledger.tallies(since)
    if not named:
        return by_person(tallies, lambda chat: _name(service, chat), since, words)
    try:
        task = service.record.state.duty(named).task
    except UnknownTaskError:
        try:
            agency = service.base.registry.resolve(named)
        except UnknownAgencyError:
            return Reply(esc(words.follow_unknown(named[:80])))
        theirs = {person.id for person in service.people.of_agency(agency)}
        kept = [one for one in tallies if one.chat in theirs]
        return by_person(kept, lambda chat: _name(service, chat), since, words)
    told = service.ledger.of_task(task)
    return by_task(task, noticing_of(service).title(task), told, lambda chat: _name(service, chat), words)


def _name(service: Services, chat: int) -> str:
    person = service.people.find(chat)
    return person.name if person is not None else service.groups.agency_of(chat)
