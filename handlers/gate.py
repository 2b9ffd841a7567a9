"""The one gate: who may speak and act, decided before any handler, on the record as it stands at that moment.

Messages, commands, pressed buttons and inline queries all pass here. Nobody may by default: what is open to a stranger
says so in its registry entry. Who may do a thing for a certain agency is a rule of that thing, below.
"""

import logging
from datetime import datetime, timedelta

from telegram import InlineQueryResultsButton, Message, Update
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, filters

from handlers.actions import Action
from handlers.buttons import PRESSES
from handlers.commands import command_of
from handlers.questions import addressed
from handlers.services import Context, language_of, services
from handlers.views.reply import Button, Reply
from handlers.views.wording import people_words
from handlers.views.wording.people import PeopleWords
from knowledge.people import Person, PersonState, Right, may_somewhere

log = logging.getLogger(__name__)

_HINT_EVERY = timedelta(hours=6)
_HINTED = "hinted_at"


async def gate(update: object, context: Context) -> None:
    """Let through what the sender may do; say the way on and stop what they may not."""
    if not isinstance(update, Update) or _is_service(update):
        return
    person = services(context).person(update)
    right = needed(update, context)
    if right is None or may_somewhere(person, right):
        return
    user = update.effective_user
    log.info("refused %s to %s", right, user.id if user else None)
    await _show_way_on(update, context, person)
    raise ApplicationHandlerStop


def needed(update: Update, context: Context) -> Right | None:
    """Return the right that `update` asks for by what it would set going; None for what is open to anybody."""
    if update.callback_query is not None:
        try:
            return PRESSES[Action.decode(update.callback_query.data or "").verb].right
        except (ValueError, KeyError):
            return Right.ASK
    if update.message is not None:
        command = command_of(update.message, context.bot.username)
        if command is not None:
            return command.right
    return Right.ASK


def _is_service(update: Update) -> bool:
    """Tell whether this is no person speaking: a group renamed, somebody added, a supergroup made."""
    return update.message is not None and bool(filters.StatusUpdate.ALL.check_update(update))


def way_on(person: Person | None, words: PeopleWords) -> str:
    """Return what somebody is told who may not do what they tried."""
    if person is None:
        return words.stranger
    match person.state:
        case PersonState.WAITING:
            return words.waiting
        case PersonState.REFUSED:
            return words.refused
        case PersonState.APPROVED:
            return words.not_allowed


async def _show_way_on(update: Update, context: Context, person: Person | None) -> None:
    user = update.effective_user
    words = people_words(language_of(person, user.language_code if user else None))
    if update.callback_query is not None:
        try:  # an alert: in a group nobody else sees it
            await update.callback_query.answer(way_on(person, words).partition("\n")[0], show_alert=True)
        except TelegramError as error:
            log.info("a refused button could not be acknowledged: %s", type(error).__name__)
    elif update.inline_query is not None:
        button = InlineQueryResultsButton(words.stranger_inline, start_parameter="inline")
        await update.inline_query.answer([], button=button, cache_time=0, is_personal=True)
    elif update.message is not None:
        await _answer(update.message, context, person, words)


async def _answer(message: Message, context: Context, person: Person | None, words: PeopleWords) -> None:
    service = services(context)
    if message.chat.type == message.chat.PRIVATE:
        await service.outgoing.reply(message, Reply(way_on(person, words)))
        return
    chat_data = context.chat_data
    if chat_data is None or not addressed(message, context.bot):
        return
    hinted: datetime | None = chat_data.get(_HINTED)
    if hinted is not None and service.now() - hinted < _HINT_EVERY:
        return
    chat_data[_HINTED] = service.now()
    url = f"https://t.me/{context.bot.username}?start=group"
    await service.outgoing.reply(message, Reply(words.stranger_in_group, ((Button(words.open_chat, url=url),),)))
