"""Wires the rooms into one python-telegram-bot Application."""

import logging
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database
from telegram import BotCommand, LinkPreviewOptions, Update
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    Defaults,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.clock import TIMEZONE, Clock
from bot.http import AiohttpRequest
from bot.in_order import InOrder
from bot.settings import SettingsError
from bot.telegram_out import TelegramOut, send_notice
from handlers.buttons import press
from handlers.commands import COMMANDS
from handlers.errors import apologise
from handlers.gate import gate
from handlers.questions import ask, not_text
from handlers.services import KEY, Services, words_for
from handlers.views.answers import AnswerView
from handlers.views.digests import digest
from knowledge.answers import hit
from knowledge.base import KnowledgeBase, open_knowledge
from knowledge.errors import UnknownTaskError
from knowledge.store import AskedStore, PeopleStore, open_database
from scheduler.jobs import Reminders
from scheduler.plan import Digest
from scheduler.store import MIGRATIONS, FollowingStore, Outbox

log = logging.getLogger(__name__)

App = Application[Any, Any, Any, Any, Any, Any]  # the library's own parameters say nothing that is used here


@dataclass(frozen=True)
class Rooms:
    """Everything below the conversations, opened on one database."""

    db: Database
    base: KnowledgeBase
    asked: AskedStore
    people: PeopleStore
    following: FollowingStore
    outbox: Outbox


def open_rooms(path: Path | None, now: datetime) -> Rooms:
    """Open the database at `path` (None: in memory) and fill it from the corpus where that is newer.

    Raises CorpusError when the corpus fails its checks, SettingsError when the file cannot be used.
    """
    try:
        db = open_database(path, MIGRATIONS)
    except OSError as error:
        raise SettingsError(f"DONDOC_DB: {error.strerror}") from error
    except sqlite3.Error as error:
        raise SettingsError(f"DONDOC_DB: {error}") from error
    return furnished(db, open_knowledge(db, now))


def furnished(db: Database, base: KnowledgeBase) -> Rooms:
    """Return the rooms of what people entered into `db`, beside `base` (whose corpus may lie in another file)."""
    return Rooms(db, base, AskedStore(db), PeopleStore(db), FollowingStore(db), Outbox(db))


def build(token: str, api_root: str, rooms: Rooms, clock: Clock) -> App:
    """Return the Application of the bot with `token` at the Bot API server `api_root`."""
    service = Services(
        base=rooms.base,
        asked=rooms.asked,
        people=rooms.people,
        following=rooms.following,
        answers=AnswerView(rooms.base.registry, rooms.base.directives, rooms.base.weights),
        outgoing=TelegramOut(),
        now=clock.now,
    )
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api_root}/bot")
        .base_file_url(f"{api_root}/file/bot")
        .defaults(Defaults(tzinfo=TIMEZONE, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .request(AiohttpRequest())
        .get_updates_request(AiohttpRequest())
        .concurrent_updates(InOrder())
        .job_queue(None)
        .post_init(_show_menu)
        .build()
    )
    application.bot_data[KEY] = service
    application.add_handler(TypeHandler(Update, gate), group=-1)  # before everything: what it stops goes no further
    for command in COMMANDS:
        application.add_handler(CommandHandler(command.names, command.handle, filters.UpdateType.MESSAGE))
    new = filters.UpdateType.MESSAGE
    private = filters.ChatType.PRIVATE
    application.add_handler(MessageHandler(new & filters.TEXT, ask))
    application.add_handler(MessageHandler(new & private & ~filters.TEXT & ~filters.StatusUpdate.ALL, not_text))
    application.add_handler(CallbackQueryHandler(press))
    application.add_error_handler(apologise)
    return application


async def _show_menu(application: App) -> None:
    """Show the commands in Telegram's menu, in both languages; a failure is not worth stopping for."""
    try:
        for language, text in (("", "help_vi"), ("en", "help_en")):
            menu = [BotCommand(c.names[0], getattr(c, text)) for c in COMMANDS]
            await application.bot.set_my_commands(menu, language_code=language or None)
    except TelegramError as error:
        log.warning("the menu of commands could not be set: %s", type(error).__name__)


def reminders(application: App, rooms: Rooms, clock: Clock) -> Reminders:
    """Return the reminders that speak through `application`."""

    async def send(one: Digest) -> int:
        words = words_for(one.language)
        hits = []
        for code in one.tasks:
            try:
                hits.append(hit(rooms.base.store.task(code), rooms.base.registry))
            except UnknownTaskError:
                log.info("task %s left the corpus before its digest was sent", code)
        reply = digest(one.agency, hits, rooms.base.directives, words, one.day)
        return await send_notice(application.bot, one.chat, reply)

    return Reminders(rooms.base, rooms.following, rooms.outbox, send, clock.now)


ALLOWED_UPDATES = [Update.MESSAGE, Update.CALLBACK_QUERY]
