"""Telegram's menu of commands: in a private chat what this person may do, in their language; for strangers little."""

import logging

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeChat
from telegram.error import TelegramError

from handlers.commands import COMMANDS, Command
from knowledge.people import Person, Right, may_somewhere
from knowledge.store import PeopleStore

log = logging.getLogger(__name__)


def entries(person: Person | None, language: str) -> list[BotCommand]:
    """Return the commands that `person` sees, in "vi" or "en"."""
    shown = [c for c in COMMANDS if (c.right is None or may_somewhere(person, c.right)) and (person or c.welcomes)]
    return [_entry(command, language) for command in shown]


def _entry(command: Command, language: str) -> BotCommand:
    return BotCommand(command.name(language), command.told(language))


async def set_menu(bot: Bot, chat: int, person: Person | None) -> None:
    """Let the private chat show what `person` may do; without one, what everybody sees."""
    scope = BotCommandScopeChat(chat)
    try:
        if person is None:
            await bot.delete_my_commands(scope)
        else:
            await bot.set_my_commands(entries(person, person.language), scope)
    except TelegramError as error:  # a menu is a convenience: the commands work without it
        log.warning("the menu of a chat could not be set: %s", type(error).__name__)


async def refresh_menus(bot: Bot, people: PeopleStore) -> None:
    """Set the menu of everybody with a record: a new release may have other commands. Takes as long as it takes."""
    for each in people.all():
        person = people.find(each.id)  # as the record stands when their turn comes
        if person is not None:
            await set_menu(bot, person.id, person)


async def set_common_menus(bot: Bot) -> None:
    """Set what strangers see, and what groups see, in both languages."""
    in_groups = [c for c in COMMANDS if not c.private and c.right in (None, Right.ASK, Right.SUPERVISE)]
    try:
        for code, language in ((None, "vi"), ("en", "en")):
            await bot.set_my_commands(entries(None, language), language_code=code)
            menu = [_entry(command, language) for command in in_groups]
            await bot.set_my_commands(menu, BotCommandScopeAllGroupChats(), language_code=code)
    except TelegramError as error:
        log.warning("the menu of commands could not be set: %s", type(error).__name__)
