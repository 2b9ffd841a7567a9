"""The registry of commands: it makes the handlers, the help and Telegram's menu."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass

from telegram import Update

from handlers.following import follow
from handlers.questions import directives_reply
from handlers.services import Context, services, words_for
from handlers.views.answers import directives_row, example_rows
from handlers.views.reply import Reply, esc

Handle = Callable[[Update, Context], Coroutine[object, object, None]]


@dataclass(frozen=True, slots=True)
class Command:
    """A command with its names (the first is shown in the menu) and what it is for, by language."""

    names: tuple[str, ...]
    handle: Handle
    help_vi: str
    help_en: str


async def start(update: Update, context: Context) -> None:
    """Greet, and offer examples to press."""
    message, user = update.effective_message, update.effective_user
    if message is None:
        return
    words = words_for(user.language_code if user else None)
    greeting = words.start(esc(user.full_name if user else ""))
    await services(context).outgoing.reply(message, Reply(greeting, example_rows(words)))


async def show_help(update: Update, context: Context) -> None:
    """Say what can be asked and how."""
    message, user = update.effective_message, update.effective_user
    if message is None:
        return
    words = words_for(user.language_code if user else None)
    await services(context).outgoing.reply(message, Reply(words.help, (*example_rows(words), directives_row(words))))


async def show_directives(update: Update, context: Context) -> None:
    """List the directives."""
    message, user = update.effective_message, update.effective_user
    if message is None:
        return
    words = words_for(user.language_code if user else None)
    await services(context).outgoing.reply(message, directives_reply(services(context), words))


COMMANDS: tuple[Command, ...] = (
    Command(("start",), start, "Bắt đầu", "Start"),
    Command(("vanban", "directives"), show_directives, "Các văn bản", "The directives"),
    Command(("theodoi", "follow"), follow, "Nhắc việc buổi sáng của một cơ quan", "A morning reminder for one agency"),
    Command(("trogiup", "help"), show_help, "Trợ giúp", "Help"),
)
