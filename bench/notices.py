"""Planning for many people, and a broadcast at Telegram's limits with somebody asking questions in the middle of it.

The local server runs in a process of its own and enforces the limits: 30 messages a second in all, and those per chat.
`python -m bench.notices --full` broadcasts to 10,000 people, which takes six minutes; `make bench` to fewer.
"""

import argparse
import asyncio
import random
import resource
import tempfile
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from bench.throughput import FIRST, TOKEN, line, question
from bot.app import ALLOWED_UPDATES, Rooms, build, open_rooms, reminders
from bot.clock import FrozenClock, MovableClock
from bot.playground.errors import ApiError
from bot.playground.personas import Persona
from bot.playground.server import Playground
from bot.playground.transcript import Event
from bot.seeding import enrol
from knowledge.when import Deadline, DeadlineKind
from scheduler.ladder import Assignment
from scheduler.notices import AGAIN, Item, Notice, Why
from scheduler.plan import Recipient, Situation, plan_day

MONDAY = date(2026, 11, 23)
ASSIGNMENTS, PEOPLE, AGENCIES = 100_000, 50_000, 5_000
FEW, MANY = 600, 10_000
ASKER = FIRST - 1
_ASK_EVERY = 1.5
_TASKS_EACH = 3


# Planning, in a process of its own so that the memory is that of planning alone.


def plan_many(told: Connection) -> None:
    """Plan a Monday for everybody, then once more when all was told; send seconds, notices, items and MiB."""
    chance = random.Random(57)
    names = [f"Cơ quan {n}" for n in range(AGENCIES)]
    leading: dict[str, list[Assignment]] = {name: [] for name in names}
    for n, name in islice(enumerate(cycle(names)), ASSIGNMENTS):
        last = MONDAY + timedelta(days=chance.randint(-200, 200))
        leading[name].append(Assignment(f"71-{n}", name, Deadline("", DeadlineKind.BY, last=last)))
    people = [
        Recipient(n, "vi", focal=(name,)) if n % 2 else Recipient(n, "vi", follows=(name,))
        for n, name in islice(enumerate(cycle(names)), PEOPLE)
    ]
    kept: dict[int, frozenset[str]] = {}
    situation = Situation(people, leading, lambda chat: kept.get(chat, frozenset()))
    begin = time.perf_counter()
    planned = items = 0
    for notice in plan_day(situation, MONDAY):
        planned, items = planned + 1, items + len(notice.items)
        kept[notice.chat] = frozenset(item.key for item in notice.items)
    seconds = time.perf_counter() - begin
    begin = time.perf_counter()
    again = sum(1 for _ in plan_day(situation, MONDAY))
    second = time.perf_counter() - begin
    told.send((seconds, second, planned, items, again, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


# The server's process.


@dataclass(frozen=True)
class Heard:
    """What the server saw of a broadcast: messages, their seconds from first to last, refusals for flooding."""

    messages: int
    seconds: float
    floods: int
    answers: tuple[float, ...]  # seconds that each question asked meanwhile waited


def _people(count: int) -> tuple[Persona, ...]:
    return tuple(
        Persona(f"p{n}", FIRST + n, f"Người {n}", None, None, "vi", "official", "Bộ Y tế") for n in range(-1, count)
    )


async def _serve(line_: Connection, count: int) -> None:
    playground = Playground(MovableClock(FrozenClock(MONDAY)), TOKEN, _people(count))
    world = playground.world
    world.rates.enforced = True
    floods, arrivals, answered = 0, [], asyncio.Event()
    check = world.rates.check

    def counted(chat: int) -> None:
        nonlocal floods
        try:
            check(chat)
        except ApiError:
            floods += 1
            raise

    world.rates.check = counted  # type: ignore[method-assign]

    def hear(event: Event) -> None:
        if event.kind == "message" and event.data["message"]["from"]["id"] == world.bot_id:
            if event.data["message"]["chat"]["id"] == ASKER:
                answered.set()
            else:
                arrivals.append(time.perf_counter())

    world.transcript.listen(hear)
    loop = asyncio.get_running_loop()
    line_.send(await playground.start())
    await loop.run_in_executor(None, line_.recv)
    waits: list[float] = []
    while len(arrivals) < count:
        before = len(arrivals)
        answered.clear()
        begin = time.perf_counter()
        world.say(ASKER, question(len(waits)))
        await asyncio.wait_for(answered.wait(), 60)
        waits.append(time.perf_counter() - begin)
        await asyncio.sleep(_ASK_EVERY)
        if len(arrivals) == before and len(waits) > 20:
            break
    line_.send(Heard(len(arrivals), arrivals[-1] - arrivals[0], floods, tuple(waits)))
    await loop.run_in_executor(None, line_.recv)
    await playground.stop()


def serve(line_: Connection, count: int) -> None:
    """Run the server until the broadcast is over."""
    asyncio.run(_serve(line_, count))


# The bot's process.


async def _broadcast(root: str, rooms: Rooms, server: Connection) -> Heard:
    clock = MovableClock(FrozenClock(MONDAY))
    application = build(TOKEN, root, rooms, clock)
    async with AsyncExitStack() as stack:
        await application.initialize()
        stack.push_async_callback(application.shutdown)
        await application.start()
        stack.push_async_callback(application.stop)
        assert application.updater is not None
        await application.updater.start_polling(allowed_updates=ALLOWED_UPDATES)
        stack.push_async_callback(application.updater.stop)
        server.send("go")
        await reminders(application, rooms, clock).wake()
        heard: Heard = await asyncio.to_thread(server.recv)
    server.send("done")
    return heard


def broadcast(count: int) -> Heard:
    """Send `count` notices to as many people, over HTTP, with the outbox on disk."""
    context = get_context("spawn")
    here, there = context.Pipe()
    server = context.Process(target=serve, args=(there, count))
    server.start()
    root = here.recv()
    clock = FrozenClock(MONDAY)
    with tempfile.TemporaryDirectory() as folder:
        rooms = open_rooms(Path(folder) / "bench.db", clock.now())
        _ = rooms.base.vocabulary, rooms.base.everyday_weights
        enrol(rooms.people, _people(0), clock.now())
        codes = [task.id for task in rooms.base.store.in_reading_order()[:100]]
        rooms.outbox.plan((_notice(n, codes) for n in range(count)), clock.now())
        heard = asyncio.run(_broadcast(root, rooms, here))
        rooms.db.close()
    server.join()
    return heard


def _notice(number: int, codes: list[str]) -> Notice:
    items = (
        Item(codes[(number + place) % len(codes)], "Bộ Y tế", AGAIN, MONDAY.isoformat(), Why.ASKED_AGAIN)
        for place in range(_TASKS_EACH)
    )
    return Notice(FIRST + number, MONDAY, "vi", tuple(items))


def report(count: int = FEW) -> None:
    """Print the figures; the broadcast goes to `count` people."""
    context = get_context("spawn")
    here, there = context.Pipe()
    planner = context.Process(target=plan_many, args=(there,))
    planner.start()
    seconds, second, planned, items, again, memory = here.recv()
    planner.join()
    line(
        f"plan {ASSIGNMENTS:,} assignments for {PEOPLE:,} people",
        f"{seconds:5.1f} s, {memory:.0f} MiB: {planned:,} messages, {items:,} items; once told {second:.1f} s, {again}",
    )
    heard = broadcast(count)
    waits = sorted(heard.answers)
    line(
        f"broadcast to {count:,} people",
        f"{(heard.messages - 1) / heard.seconds:5.2f} messages/s, {heard.messages:,} arrived, {heard.floods} × 429",
    )
    line(
        f"{len(waits)} questions asked meanwhile",
        f"p50 {waits[len(waits) // 2] * 1000:.0f} ms, longest {waits[-1] * 1000:.0f} ms",
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bench.notices")
    parser.add_argument("--full", action="store_true", help=f"broadcast to {MANY:,} people, not {FEW:,}")
    report(MANY if parser.parse_args().full else FEW)
