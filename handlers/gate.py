"""The one gate: who may speak and act, decided before any handler, on the record as it stands at that moment.

Messages, commands, pressed buttons and inline queries all pass here. Nobody may by default: what is open to a stranger
says so in its registry entry. Who may do a thing for a certain agency is a rule of that thing, below.
"""

import logging
from datetime import datetime, timedelta

from telegram import CallbackQuery, InlineQueryResultsButton, Message, Update
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, filters

from handlers import actions
from handlers.actions import Action
from handlers.buttons import PRESSES
from handlers.commands import command_of
from handlers.questions import addressed
from handlers.services import Context, Services, language_of, services
from handlers.talking import DIALOGUES, dialogue_of, spoken_to
from handlers.views.reply import Button, Reply, esc
from handlers.views.wording import people_words
from handlers.views.wording.people import PeopleWords
from knowledge.people import Person, PersonState, Right, may_somewhere

log = logging.getLogger(__name__)

_HINT_EVERY = timedelta(hours=6)


async def gate(update: object, context: Context) -> None:
    """Let through what the sender may do; say the way on and stop what they may not."""
    if not isinstance(update, Update) or _is_service(update):
        return
    service = services(context)
    person = service.person(update)
    if _only_private(update, context):
        await _show_private(update, context, person)
        raise ApplicationHandlerStop
    right = needed(update, context.bot.username, service, person)
    if right is None or may_somewhere(person, right):
        return
    log.info("refused: %s", right)
    await _show_way_on(update, context, person)
    raise ApplicationHandlerStop


def needed(update: Update, username: str, service: Services, person: Person | None) -> Right | None:
    """Return the right that `update` asks for by what it would set going; None for what is open to anybody."""
    if update.callback_query is not None:
        return _needed_to_press(update.callback_query, service)
    message = update.message
    if message is None:
        return Right.ASK
    command = command_of(message, username)
    if command is not None:
        return command.right
    stored = spoken_to(service, person, message.chat_id) if message.text and not message.text.startswith("/") else None
    return DIALOGUES[stored.name].right if stored else Right.ASK


def _needed_to_press(query: CallbackQuery, service: Services) -> Right | None:
    try:
        action = Action.decode(query.data or "")
        press = PRESSES[action.verb]
    except (ValueError, KeyError):
        return Right.ASK
    if action.verb in (actions.CHOOSE, actions.RESUME):
        dialogue = dialogue_of(query, action.subject, service)
        return dialogue.right if dialogue else None
    in_group = query.message is not None and query.message.chat.type != query.message.chat.PRIVATE
    return press.in_group if in_group and press.in_group else press.right


def _only_private(update: Update, context: Context) -> bool:
    """Tell whether this is a command, given in a group, whose answer is nobody else's business."""
    message = update.message
    if message is None or message.chat.type == message.chat.PRIVATE:
        return False
    command = command_of(message, context.bot.username)
    return command is not None and command.private


def _is_service(update: Update) -> bool:
    """Tell whether this is no person speaking: a group renamed, somebody added, a supergroup made."""
    return update.message is not None and bool(filters.StatusUpdate.ALL.check_update(update))


def way_on(service: Services, person: Person | None, words: PeopleWords) -> str:
    """Return what somebody is told who may not do what they tried."""
    if person is None:
        return words.stranger
    match person.state:
        case PersonState.WAITING:
            return words.waiting if service.requests.open(person.id) else words.unfinished
        case PersonState.REFUSED:
            return words.refused
        case PersonState.APPROVED:
            return words.not_allowed


async def _show_way_on(update: Update, context: Context, person: Person | None) -> None:
    user = update.effective_user
    words = people_words(language_of(person, user.language_code if user else None))
    if update.callback_query is not None:
        try:  # an alert: in a group nobody else sees it
            await update.callback_query.answer(
                way_on(services(context), person, words).partition("\n")[0], show_alert=True
            )
        except TelegramError as error:
            log.info("a refused button could not be acknowledged: %s", type(error).__name__)
    elif update.inline_query is not None:
        button = InlineQueryResultsButton(words.stranger_inline, start_parameter="inline")
        await update.inline_query.answer([], button=button, cache_time=0, is_personal=True)
    elif update.message is not None:
        await _answer(update.message, context, person, words)


async def _answer(message: Message, context: Context, person: Person | None, words: PeopleWords) -> None:
    if message.chat.type == message.chat.PRIVATE:
        await services(context).outgoing.reply(message, Reply(esc(way_on(services(context), person, words))))
    elif addressed(message, context.bot) or command_of(message, context.bot.username) is not None:
        await _hint(message, context, words.in_group_stranger if person is None else words.in_group_not_allowed, words)


async def _show_private(update: Update, context: Context, person: Person | None) -> None:
    user = update.effective_user
    words = people_words(language_of(person, user.language_code if user else None))
    if update.message is not None:
        await _hint(update.message, context, words.only_private, words)


async def _hint(message: Message, context: Context, text: str, words: PeopleWords) -> None:
    """Say in a group where to go on; the same only once in a while, and nothing about the person."""
    service, hinted = services(context), context.chat_data
    if hinted is None:
        return
    last: datetime | None = hinted.get(text)
    if last is not None and timedelta() <= service.now() - last < _HINT_EVERY:
        return
    hinted[text] = service.now()
    url = f"https://t.me/{context.bot.username}?start=group"
    await service.outgoing.reply(message, Reply(esc(text), ((Button(words.open_chat, url=url),),)))
