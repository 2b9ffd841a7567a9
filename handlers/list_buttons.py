"""The buttons under a list: another page, another filter, and what an old one says."""

import re

from telegram import CallbackQuery

from handlers import actions
from handlers.actions import Action
from handlers.given import given_seen
from handlers.lists import chooser_reply, list_reply, reading_of
from handlers.own import asker_in
from handlers.ready import Ready
from handlers.services import Services
from handlers.views.answers import directives_row
from handlers.views.reply import Button, Reply, esc
from handlers.views.wording import finding_words
from handlers.views.words import Words
from knowledge.store import Asked as Stored

_FILTER = re.compile(r"([da])(\d{0,3})", re.ASCII)


async def show_list(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show a list again, at another page or filtered otherwise."""
    stored = stored_for(query, action, service)
    if stored is None or action.view is None:
        await service.outgoing.edit(query, stale(words))
        return
    person = service.people.find(query.from_user.id)
    reading = reading_of(service, stored, words, asker_in(service, stored.chat, person))
    given = given_seen(service, stored.chat, person)
    service.asked.turn(stored.chat, stored.id, action.view.look, service.now())
    await service.outgoing.edit(query, list_reply(service, stored.question, reading, action.view, given))


async def choose_filter(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show what a list can be narrowed to. Raises KeyError for a filter that nobody knows."""
    found = _FILTER.fullmatch(action.subject)
    if found is None:
        raise KeyError(action.subject)
    stored = stored_for(query, action, service)
    if stored is None or action.view is None:
        await service.outgoing.edit(query, stale(words))
        return
    person = service.people.find(query.from_user.id)
    reading = reading_of(service, stored, words, asker_in(service, stored.chat, person))
    reply = chooser_reply(service, stored.question, reading, action.view, found[1], int(found[2] or 1))
    await service.outgoing.edit(query, reply)


def stored_for(query: CallbackQuery, action: Action, service: Services) -> Stored | None:
    """Return the question behind a pressed button; None where it is gone or was asked in another chat."""
    if action.view is None or query.message is None:
        return None
    return service.asked.recall(action.view.question, query.message.chat.id)


def stale(words: Words) -> Reply:
    """Return what an old button says, with ways on."""
    said = finding_words(words.language)
    again = tuple(
        Button(said.ready_titles[ready], Action(actions.READY, ready).encode()) for ready in (Ready.MINE, Ready.OVERDUE)
    )
    return Reply(f"{esc(words.stale)}\n{esc(said.ask_anew)}", (again, directives_row(words)))
