"""The registry of commands: it makes the handlers, the help and Telegram's menu."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass

from telegram import Message, MessageEntity, Update

from handlers.following import follow
from handlers.questions import directives_reply
from handlers.services import Context, services
from handlers.views.answers import directives_row, example_rows
from handlers.views.reply import Reply, esc
from knowledge.people import Right

Handle = Callable[[Update, Context], Coroutine[object, object, None]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command with its names (the first is shown in the menu) and what it is for, by language.

    `right` is what the gate asks of whoever sends it: None for what is open to anybody.
    """

    names: tuple[str, ...]
    handle: Handle
    help_vi: str
    help_en: str
    right: Right | None = Right.ASK


def command_of(message: Message, username: str) -> Command | None:
    """Return the command that `message` gives to the bot named `username`; None where it is none, or another's."""
    if not message.text or not message.entities:
        return None
    first = message.entities[0]
    if first.type != MessageEntity.BOT_COMMAND or first.offset:
        return None
    name, _, bot = message.text[1 : first.length].lower().partition("@")
    return _BY_NAME.get(name) if bot in ("", username.lower()) else None


async def start(update: Update, context: Context) -> None:
    """Greet, and offer examples to press."""
    message, user = update.effective_message, update.effective_user
    if message is None:
        return
    words = services(context).words(update)
    greeting = words.start(esc(user.full_name if user else ""))
    await services(context).outgoing.reply(message, Reply(greeting, example_rows(words)))


async def show_help(update: Update, context: Context) -> None:
    """Say what can be asked and how."""
    message = update.effective_message
    if message is None:
        return
    words = services(context).words(update)
    await services(context).outgoing.reply(message, Reply(words.help, (*example_rows(words), directives_row(words))))


async def show_directives(update: Update, context: Context) -> None:
    """List the directives."""
    message = update.effective_message
    if message is None:
        return
    words = services(context).words(update)
    await services(context).outgoing.reply(message, directives_reply(services(context), words))


COMMANDS: tuple[Command, ...] = (
    Command(("start",), start, "Bắt đầu", "Start", right=None),
    Command(("vanban", "directives"), show_directives, "Các văn bản", "The directives"),
    Command(("theodoi", "follow"), follow, "Nhắc việc buổi sáng của một cơ quan", "A morning reminder for one agency"),
    Command(("trogiup", "help"), show_help, "Trợ giúp", "Help", right=None),
)
_BY_NAME = {name: command for command in COMMANDS for name in command.names}
