"""What every handler works with, wired by `bot` and kept in the application's `bot_data`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from telegram import CallbackQuery, Message
from telegram.ext import CallbackContext

from handlers.views.answers import AnswerView
from handlers.views.en import EN
from handlers.views.reply import Reply
from handlers.views.vi import VI
from handlers.views.words import Words
from knowledge.base import KnowledgeBase
from knowledge.store import AskedStore
from scheduler.store import FollowingStore

KEY = "services"
Context = CallbackContext[Any, dict[Any, Any], dict[Any, Any], dict[Any, Any]]


class Outgoing(Protocol):
    """Turns a `Reply` into calls of one channel."""

    async def reply(self, message: Message, reply: Reply) -> None:
        """Answer a message with a new one."""

    async def edit(self, query: CallbackQuery, reply: Reply) -> None:
        """Show `reply` in place of the message whose button was pressed."""


@dataclass(frozen=True)
class Services:
    """The rooms below, the clock, and the way out."""

    base: KnowledgeBase
    asked: AskedStore
    following: FollowingStore
    answers: AnswerView
    outgoing: Outgoing
    now: Callable[[], datetime]

    def today(self) -> date:
        """Return the day it is in Vietnam."""
        return self.now().date()


def services(context: Context) -> Services:
    """Return the services of this application."""
    found: Services = context.bot_data[KEY]
    return found


def words_for(language: str | None) -> Words:
    """Return the wording for a language code; Vietnamese unless it is English."""
    return EN if (language or "").lower().startswith("en") else VI
