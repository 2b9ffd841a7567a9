"""Wires the rooms into one python-telegram-bot Application."""

import logging
import secrets
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database
from telegram import LinkPreviewOptions, Update
from telegram.error import ChatMigrated
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    Defaults,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.clock import TIMEZONE, Clock
from bot.evidence import evidence_beside
from bot.http import AiohttpRequest, broadcasting
from bot.in_order import InOrder
from bot.settings import SettingsError
from bot.taking import Unhurried
from bot.telegram_out import TelegramOut, send_notice
from handlers.buttons import press
from handlers.commands import COMMANDS, unknown
from handlers.errors import apologise
from handlers.finding import ask_again
from handlers.gate import gate
from handlers.groups import migrated, move
from handlers.inline import inline
from handlers.menus import set_common_menus, set_menu
from handlers.news import news
from handlers.noticing import Noticing
from handlers.reporting.evidence import take_file
from handlers.secrecy import refuse_secret
from handlers.services import KEY, Services
from handlers.talking import hear, interrupting
from handlers.views.answers import AnswerView
from knowledge.affiliation import AffiliationFinder
from knowledge.base import KnowledgeBase, open_knowledge
from knowledge.record import CorpusDuties
from knowledge.store import (
    AskedStore,
    DialogueStore,
    DraftStore,
    EvidenceFiles,
    GroupStore,
    InvitationStore,
    PeopleStore,
    RecordStore,
    RequestStore,
    open_database,
)
from knowledge.store.imports import ImportStore
from scheduler.delivery import SendFailure
from scheduler.jobs import Reminders
from scheduler.pacing import Limits, Pacer
from scheduler.situation import Gatherer, Sources
from scheduler.store import MIGRATIONS, Claimed, FollowingStore, Ledger, Outbox, WishStore

log = logging.getLogger(__name__)

AT_ONCE = 16  # notices on their way: enough for 30 a second at half a second each

App = Application[Any, Any, Any, Any, Any, Any]  # the library's own parameters say nothing that is used here


@dataclass(frozen=True)
class Rooms:
    """Everything below the conversations, opened on one database."""

    db: Database
    base: KnowledgeBase
    asked: AskedStore
    people: PeopleStore
    requests: RequestStore
    invitations: InvitationStore
    dialogues: DialogueStore
    groups: GroupStore
    drafts: DraftStore
    imports: ImportStore
    record: RecordStore
    evidence: EvidenceFiles
    following: FollowingStore
    outbox: Outbox
    wishes: WishStore
    ledger: Ledger
    gatherer: Gatherer


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
    rooms = furnished(db, open_knowledge(db, now))
    rooms.asked.forget_old(now)
    return rooms


def furnished(db: Database, base: KnowledgeBase) -> Rooms:
    """Return the rooms of what people entered into `db`, beside `base` (whose corpus may lie in another file)."""
    people, following, wishes, outbox = PeopleStore(db), FollowingStore(db), WishStore(db), Outbox(db)
    evidence = evidence_beside(db)
    record = RecordStore(db, CorpusDuties(base.store.task, base.registry), evidence.has)
    return Rooms(
        db=db,
        base=base,
        asked=AskedStore(db),
        people=people,
        requests=RequestStore(db, people),
        invitations=InvitationStore(db, people, lambda: secrets.token_urlsafe(16)),
        dialogues=DialogueStore(db),
        groups=GroupStore(db),
        drafts=DraftStore(db),
        imports=ImportStore(db),
        record=record,
        evidence=evidence,
        following=following,
        outbox=outbox,
        wishes=wishes,
        ledger=Ledger(db),
        gatherer=Gatherer(Sources(base, record, people, following, wishes, outbox)),
    )


def build(
    token: str, api_root: str, rooms: Rooms, clock: Clock, admins: Iterable[int] = (), limits: Limits | None = None
) -> App:
    """Return the Application of the bot with `token` at the Bot API server `api_root`.

    Whoever of `admins` (Telegram ids) starts the bot is administrator from then on. `limits` are those of another
    server than Telegram's.
    """
    rooms.base.ready()
    service = Services(
        base=rooms.base,
        asked=rooms.asked,
        people=rooms.people,
        requests=rooms.requests,
        invitations=rooms.invitations,
        dialogues=rooms.dialogues,
        groups=rooms.groups,
        drafts=rooms.drafts,
        imports=rooms.imports,
        record=rooms.record,
        evidence=rooms.evidence,
        following=rooms.following,
        answers=AnswerView(
            rooms.base.registry,
            rooms.base.directives,
            rooms.base.weights,
            rooms.record.state.measurements,
            lambda task: rooms.record.book().put_off_on(task),
        ),
        outbox=rooms.outbox,
        wishes=rooms.wishes,
        ledger=rooms.ledger,
        gatherer=rooms.gatherer,
        affiliations=AffiliationFinder(rooms.base.registry),
        admins=frozenset(admins),
        outgoing=TelegramOut(),
        menu=set_menu,
        now=clock.now,
    )
    taking = Unhurried()
    application = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{api_root}/bot")
        .base_file_url(f"{api_root}/file/bot")
        .defaults(Defaults(tzinfo=TIMEZONE, link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .request(AiohttpRequest(Pacer(limits)))
        .get_updates_request(taking)
        .concurrent_updates(InOrder())
        .job_queue(None)
        .post_init(_show_menus)
        .build()
    )
    taking.settled = application.update_queue.join
    application.bot_data[KEY] = service
    application.add_handler(TypeHandler(Update, gate), group=-2)  # before everything: what it stops goes no further
    application.add_handler(TypeHandler(Update, refuse_secret), group=-1)
    for command in COMMANDS:
        application.add_handler(CommandHandler(command.names, interrupting(command.handle), filters.UpdateType.MESSAGE))
    new = filters.UpdateType.MESSAGE
    private = filters.ChatType.PRIVATE
    application.add_handler(MessageHandler(new & filters.COMMAND, unknown))
    application.add_handler(MessageHandler(new & filters.TEXT, hear))
    application.add_handler(MessageHandler(filters.UpdateType.EDITED_MESSAGE & private & filters.TEXT, ask_again))
    application.add_handler(InlineQueryHandler(inline))
    application.add_handler(MessageHandler(new & filters.StatusUpdate.MIGRATE, migrated))
    application.add_handler(MessageHandler(new & private & ~filters.TEXT & ~filters.StatusUpdate.ALL, take_file))
    application.add_handler(CallbackQueryHandler(press))
    application.add_error_handler(apologise)
    return application


async def _show_menus(application: App) -> None:
    await set_common_menus(application.bot)


def reminders(application: App, rooms: Rooms, clock: Clock) -> Reminders:
    """Return the reminders that speak through `application`."""

    noticing = Noticing(rooms.base, rooms.record, rooms.people, rooms.ledger, rooms.gatherer)

    service: Services = application.bot_data[KEY]

    async def send(claimed: Claimed) -> int | None:
        notice = claimed.notice
        reply = news(service, notice) if notice.entry else noticing.reply(notice, claimed.number, clock.today())
        if reply is None:
            return None
        try:
            with broadcasting():
                return await send_notice(application.bot, notice.chat, reply)
        except SendFailure as failure:
            if isinstance(failure.__cause__, ChatMigrated):  # the notice moves too, and is claimed anew
                move(service, notice.chat, failure.__cause__.new_chat_id)
            raise

    return Reminders(rooms.gatherer, send, clock.now, at_once=AT_ONCE)


ALLOWED_UPDATES = [Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY, Update.INLINE_QUERY]
