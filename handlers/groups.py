"""/nhom: a supervisor lets a group work for an agency, whose digests it gets; and groups that change their id."""

import logging

from telegram import CallbackQuery, Message, Update

from handlers import actions
from handlers.actions import Action
from handlers.services import Context, Services, services
from handlers.views.reply import Button, Reply, bold, esc
from handlers.views.wording import people_words
from handlers.views.wording.people import PeopleWords
from handlers.views.words import Words
from knowledge.errors import UnknownAgencyError
from scheduler.plan import Following

log = logging.getLogger(__name__)


async def bind(update: Update, context: Context) -> None:
    """Bind the group to the agency that the command names, or say to which it is bound."""
    message, service = update.effective_message, services(context)
    if message is None:
        return
    words = people_words(service.words(update).language)
    named = " ".join(context.args or ()).strip()
    if message.chat.type == message.chat.PRIVATE:
        reply = Reply(esc(words.only_in_group))
    elif named:
        reply = _bind(service, message, named, words)
    else:
        reply = _state(service, message.chat_id, words)
    await service.outgoing.reply(message, reply)


async def unbind(query: CallbackQuery, _: Action, service: Services, words: Words) -> None:
    """Let the group work for nobody; its digests end."""
    said = people_words(words.language)
    if query.message is not None:
        chat = query.message.chat.id
        service.following.unfollow(chat, service.groups.agency_of(chat))
        service.groups.unbind(chat)
        await service.outgoing.edit(query, Reply(esc(said.group_free)))


async def migrated(update: Update, context: Context) -> None:
    """Follow a group that became a supergroup; told in the old group and in the new one, once is enough."""
    message = update.effective_message
    if message is not None and message.migrate_to_chat_id is not None:
        move(services(context), message.chat_id, message.migrate_to_chat_id)
    elif message is not None and message.migrate_from_chat_id is not None:
        move(services(context), message.migrate_from_chat_id, message.chat_id)


def move(service: Services, old: int, new: int) -> None:
    """Let everything that belongs to the group `old` belong to `new`."""
    service.groups.move(old, new)
    service.following.move(old, new)
    service.outbox.move(old, new)
    service.wishes.move(old, new)
    service.asked.move(old, new)
    log.info("a group became a supergroup; its followings and questions went with it")


def _bind(service: Services, message: Message, named: str, words: PeopleWords) -> Reply:
    try:
        agency = service.base.registry.resolve(named)
    except UnknownAgencyError:
        return Reply(esc(words.agency_unknown(named[:80])))
    chat = message.chat_id
    before = service.groups.agency_of(chat)
    if before:
        service.following.unfollow(chat, before)
    service.groups.bind(chat, agency, service.now())
    service.following.follow(Following(chat, agency, words.language))
    return _state(service, chat, words)


def _state(service: Services, chat: int, words: PeopleWords) -> Reply:
    agency = service.groups.agency_of(chat)
    if not agency:
        return Reply(words.group_unbound)
    return Reply(words.group_bound(bold(agency)), ((Button(words.unbind, Action(actions.UNBIND).encode()),),))
