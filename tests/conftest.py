"""What tests share: one knowledge base in memory, a fixed day, and whole conversations over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import date

import pytest
from sqlite_utils import Database

from bot.app import App, Rooms, build, furnished, open_rooms
from bot.clock import FrozenClock, MovableClock
from bot.playground.actor import Person
from bot.playground.personas import PERSONAS
from bot.playground.server import Playground
from bot.run import connect, started
from bot.seeding import enrol
from knowledge.base import KnowledgeBase
from knowledge.store import open_database
from scheduler.jobs import Reminders
from scheduler.pacing import Limits
from scheduler.store import MIGRATIONS

TODAY = date(2026, 11, 22)
NO_LIMITS = Limits(10_000, 10_000, 10_000)  # the local server has none unless it is told to


@pytest.fixture(scope="session")
def shared_rooms() -> Rooms:
    """The shipped corpus in one store, for tests that only read."""
    return open_rooms(None, FrozenClock(TODAY).now())


@pytest.fixture(scope="session")
def base(shared_rooms: Rooms) -> KnowledgeBase:
    """The knowledge base of the shipped corpus."""
    return shared_rooms.base


@dataclass
class Town:
    """The bot running against the local server, and the people in it."""

    playground: Playground
    rooms: Rooms
    clock: MovableClock
    reminders: Reminders = field(init=False)
    application: App = field(init=False)
    _running: AsyncExitStack = field(init=False, default_factory=AsyncExitStack)

    def person(self, who: str) -> Person:
        """Return one of the personas, in the private chat with the bot."""
        return Person(self.playground.world, who, settled=self.told)

    async def start(self) -> None:
        """Start the bot: a new Application on the same database."""
        self.application = build(self.playground.token, self.playground.root, self.rooms, self.clock, limits=NO_LIMITS)
        self.reminders = await started(self._running, self.application, self.rooms, self.clock, asyncio.Event())
        connect(self.playground, self.application, self.rooms, self.reminders)

    async def told(self) -> None:
        """Wait until everybody has been told what is due."""
        outbox, record = self.rooms.outbox, self.rooms.record
        if outbox.waiting() or outbox.told_up_to() < record.log.head.count:
            await self.reminders.tell()

    async def stop(self) -> None:
        """Stop the bot; the server and the database stay."""
        await self._running.aclose()

    async def restart(self) -> None:
        """Stop and start: whatever was only in memory is gone."""
        await self.stop()
        await self.start()


@pytest.fixture
async def town(shared_rooms: Rooms) -> AsyncIterator[Town]:
    """A fresh store for people, the local Bot API server and the real Application, on 22/11/2026 at 09:00.

    The corpus is only read, so all towns share one.
    """
    async with running_town(open_database(None, MIGRATIONS), shared_rooms.base) as town:
        yield town


@asynccontextmanager
async def running_town(db: Database, base: KnowledgeBase) -> AsyncIterator[Town]:
    """The bot running on `db`, with the personas on record in it."""
    clock = MovableClock(FrozenClock(TODAY))
    rooms = furnished(db, base)
    enrol(rooms.people, PERSONAS, clock.now())
    playground = Playground(clock)
    await playground.start()
    town = Town(playground, rooms, clock)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(playground.stop)
        stack.push_async_callback(town.stop)
        await town.start()
        yield town
