"""What every handler works with, wired by `bot` and kept in the application's `bot_data`."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from telegram import Bot, CallbackQuery, InlineQuery, Message, Update
from telegram.ext import CallbackContext

from handlers.views.answers import AnswerView
from handlers.views.en import EN
from handlers.views.offers import Offer
from handlers.views.reply import Reply
from handlers.views.vi import VI
from handlers.views.words import Words
from knowledge.affiliation import AffiliationFinder
from knowledge.base import KnowledgeBase
from knowledge.people import Person
from knowledge.record import Actor
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
)
from knowledge.store.imports import ImportStore
from scheduler.situation import Gatherer
from scheduler.store import FollowingStore, Ledger, Outbox, WishStore

KEY = "services"
Context = CallbackContext[Any, dict[Any, Any], dict[Any, Any], dict[Any, Any]]


# Shows the commands of a person in their private chat; those of strangers for None.
SetMenu = Callable[[Bot, int, Person | None], Awaitable[None]]


class Outgoing(Protocol):
    """Turns a `Reply` into calls of one channel."""

    async def reply(self, message: Message, reply: Reply) -> int:
        """Answer a message with a new one, and return its number."""

    async def edit(self, query: CallbackQuery, reply: Reply) -> None:
        """Show `reply` in place of the message whose button was pressed."""

    async def below(self, query: CallbackQuery, reply: Reply) -> int:
        """Send `reply` under the message whose button was pressed, which stays; return its number, 0 for none."""

    async def change(self, bot: Bot, chat: int, message: int, reply: Reply) -> None:
        """Show `reply` in place of a message of the bot's, or below it where that cannot be changed any more."""

    async def offer(self, query: InlineQuery, offers: Sequence[Offer], after: str, nothing: str) -> None:
        """Answer an inline query with `offers`; more come from `after`. Without any, `nothing` leads to the bot."""

    async def tell(self, bot: Bot, chat: int, reply: Reply) -> bool:
        """Write to somebody who did not ask; tell whether it arrived. Who cannot be reached is no error."""


@dataclass(frozen=True)
class Services:
    """The rooms below, the clock, and the way out."""

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
    affiliations: AffiliationFinder
    admins: frozenset[int]  # who is administrator from the start
    answers: AnswerView
    outgoing: Outgoing
    menu: SetMenu
    now: Callable[[], datetime]

    def today(self) -> date:
        """Return the day it is in Vietnam."""
        return self.now().date()

    def person(self, update: Update) -> Person | None:
        """Return who sent `update`, as the record stands now; None for a stranger."""
        user = update.effective_user
        return self.people.find(user.id) if user else None

    def actor(self, person: Person) -> Actor:
        """Return `person` as the record names them. Raises KeyError for somebody who was forgotten meanwhile."""
        return Actor(person, self.people.pseudonym(person.id))

    def words(self, update: Update) -> Words:
        """Return the wording for who sent `update`: in the language they chose, else in that of their phone."""
        user = update.effective_user
        return words_for(language_of(self.person(update), user.language_code if user else None))

    def agency_key(self, name: str) -> str:
        """Return what stands for an agency in a button: its number, "none" for "" and for one that is gone."""
        return str(self.base.agency_number(name)) if name in self.base.registry else "none"

    def agency_by_key(self, key: str) -> str:
        """Return the agency behind a button's key, "" for "none". Raises KeyError."""
        if key == "none":
            return ""
        if not key.isascii():
            raise KeyError(key)
        return self.base.agency_by_number(key)


def services(context: Context) -> Services:
    """Return the services of this application."""
    found: Services = context.bot_data[KEY]
    return found


def language_of(person: Person | None, phone: str | None) -> str:
    """Return the language of the interface, "vi" or "en": the person's choice, else that of the phone."""
    return person.language if person else words_for(phone).language


def words_for(language: str | None) -> Words:
    """Return the wording for a language code; Vietnamese unless it is English."""
    return EN if (language or "").lower().startswith("en") else VI
