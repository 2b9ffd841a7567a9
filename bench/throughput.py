"""Updates per second over HTTP beside a bare echo bot, on one core, with fifty people at once.

The local Bot API server runs in a process of its own, the bot in this one, both on the same single core. The echo bot
is the library as it comes: it takes the same updates from getUpdates and answers each with one sendMessage of about as
many letters. The ratio is Đôn Đốc's updates per second over the echo bot's. Half of Đôn Đốc's questions nobody asked
before; its database is a file.
"""

import asyncio
import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import ApplicationBuilder, MessageHandler, filters

from bot.app import ALLOWED_UPDATES, build, open_rooms
from bot.clock import FrozenClock, MovableClock
from bot.memory import settle
from bot.playground.personas import Persona
from bot.playground.server import Playground
from bot.playground.transcript import Event
from bot.seeding import enrol

TODAY = date(2026, 11, 22)
PEOPLE = 50
EACH = 12
FIRST = 900_000
TOKEN = "57000057:bench-bench-bench-bench-bench-bench"
# What people ask again and again, and what nobody asked before: half and half in a rush.
COMMON = (
    "which tasks does Bộ Công an own due in Q1/2026",
    "bo y te con viec gi qua han",
    "6 rõ là gì",
    "BKHCN phối hợp việc gì trong tháng 12/2025",
    "71-89.7",
    "CSDL nào của Bộ Y tế chưa đạt đủ tiêu chí",
)
AGENCIES = ("Bộ Công an", "bo y te", "BKHCN", "Bộ Tài chính", "bo noi vu", "BGDĐT", "Bộ Xây dựng", "bo tu phap")
TIMES = ("quý I/2026", "trong năm 2026", "thang 12/2025", "quý này", "trước ngày 30/6/2026", "sáu tháng cuối năm 2026")
ECHO_LETTERS = 700
ROUNDS = 3
App = Any


def question(number: int) -> str:
    """Return the question asked at `number`."""
    if number % 2:
        return COMMON[number // 2 % len(COMMON)]
    turn = number // 2
    agency, when = AGENCIES[turn % len(AGENCIES)], TIMES[turn // len(AGENCIES) % len(TIMES)]
    return f"{agency} chủ trì việc gì {when} ({turn})"


def people() -> tuple[Persona, ...]:
    """Return fifty people with phones."""
    return tuple(
        Persona(
            key=f"p{n}",
            id=FIRST + n,
            first_name=f"Người {n}",
            last_name=None,
            username=None,
            language_code="vi",
            role="official",
            agency="Bộ Y tế",
        )
        for n in range(PEOPLE)
    )


# ── the server's process ────────────────────────────────────────────────────────────────────────────


class Rush:
    """Sends the questions of fifty people at once, and takes the answers with the moment each came."""

    def __init__(self, playground: Playground) -> None:
        self._world = playground.world
        self._answers: dict[int, list[tuple[float, str]]] = defaultdict(list)
        self._calls = 0
        self._grown = asyncio.Event()
        self._world.transcript.listen(self._hear)

    def _hear(self, event: Event) -> None:
        if event.kind == "call":
            self._calls += 1
        if event.kind == "message" and event.data["message"]["from"]["id"] == self._world.bot_id:
            message = event.data["message"]
            self._answers[message["chat"]["id"]].append((time.perf_counter(), message["text"]))
            self._grown.set()

    async def run(self, first: int) -> dict[str, float]:
        """Ask EACH questions as every person, numbered from `first`; return what was measured."""
        self._answers.clear()
        self._calls = 0
        cpu, begin = time.process_time(), time.perf_counter()
        for n in range(EACH):
            for person in range(PEOPLE):
                self._world.say(FIRST + person, question(first + n * PEOPLE + person))
        while sum(map(len, self._answers.values())) < PEOPLE * EACH:
            self._grown.clear()
            await asyncio.wait_for(self._grown.wait(), 60)
        seconds = time.perf_counter() - begin
        letters = [len(text) for answers in self._answers.values() for _, text in answers]
        return {
            "rate": PEOPLE * EACH / seconds,
            "calls": self._calls / (PEOPLE * EACH),
            "letters": sum(letters) / len(letters),
            "server_ms": (time.process_time() - cpu) / (PEOPLE * EACH) * 1000,
        }


async def serve() -> None:
    """Run the server; each line of standard input is the number of the first question of a rush."""
    playground = Playground(MovableClock(FrozenClock(TODAY)), TOKEN, people())
    say(root=await playground.start())
    rush = Rush(playground)
    loop = asyncio.get_running_loop()
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        say(**await rush.run(int(line)))
    await playground.stop()


def say(**told: object) -> None:
    """Write a line for the other process."""
    print(json.dumps(told), flush=True)


# ── the bot's process ───────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Measured:
    """A bot's figures: updates per second, requests per answer, CPU milliseconds an update in both processes."""

    rate: float
    calls: float
    letters: float
    server_ms: float
    bot_ms: float


async def measure(make: Callable[[str], App], firsts: Sequence[int]) -> list[Measured]:
    """Run a rush from each of `firsts` against the bot that `make` builds for a server's root."""
    server = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bench.throughput", "serve", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
    )
    assert server.stdin is not None
    assert server.stdout is not None
    root = json.loads(await server.stdout.readline())["root"]
    found: list[Measured] = []
    async with AsyncExitStack() as stack:
        application = make(root)
        await application.initialize()
        stack.push_async_callback(application.shutdown)
        await application.start()
        stack.push_async_callback(application.stop)
        await application.updater.start_polling(allowed_updates=ALLOWED_UPDATES)
        stack.push_async_callback(application.updater.stop)
        for first in firsts:
            cpu = time.process_time()
            server.stdin.write(f"{first}\n".encode())
            await server.stdin.drain()
            told = json.loads(await server.stdout.readline())
            found.append(Measured(**told, bot_ms=(time.process_time() - cpu) / (PEOPLE * EACH) * 1000))
    server.stdin.close()
    await server.wait()
    return found


def echo(root: str) -> App:
    """Return the baseline: a bot that sends every text back, repeated until it is about as long as an answer."""

    async def back(update: Update, _: object) -> None:
        text = update.effective_message.text
        await update.effective_message.reply_text((text * (ECHO_LETTERS // len(text) + 1))[:ECHO_LETTERS])

    made = ApplicationBuilder().token(TOKEN).base_url(f"{root}/bot").base_file_url(f"{root}/file/bot")
    application: App = made.build()
    application.add_handler(MessageHandler(filters.TEXT, back))
    return application


def dondoc(root: str, path: Path) -> App:
    """Return the bot itself as `dondoc run` starts it, with its database in the file `path`."""
    rooms = open_rooms(path, FrozenClock(TODAY).now())
    _ = rooms.base.vocabulary, rooms.base.everyday_weights
    enrol(rooms.people, people(), FrozenClock(TODAY).now())
    application = build(TOKEN, root, rooms, MovableClock(FrozenClock(TODAY)))
    settle()
    return application


def report() -> None:
    """Print the figures. Both processes are bound to one core while it runs; the bots take turns, the median counts."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {max(cores)})
    try:
        with tempfile.TemporaryDirectory() as folder:
            rounds = [_round(number, Path(folder) / "bench.db") for number in range(ROUNDS)]
    finally:
        os.sched_setaffinity(0, cores)
    for name, runs in zip(("echo bot", "Đôn Đốc"), zip(*rounds, strict=True), strict=True):
        one = sorted(runs, key=lambda run: run.rate)[ROUNDS // 2]
        told = f"{one.rate:5.0f} updates/s, {one.calls:.1f} requests and {one.letters:.0f} letters an answer"
        cpu = f"CPU ms: bot {one.bot_ms:.2f}, server {one.server_ms:.2f}"
        line(f"{name}, {PEOPLE} people at once, one core", f"{told}; {cpu}")
    ratios = sorted(own.rate / echoed.rate for echoed, own in rounds)
    costs = sorted((echoed.bot_ms + echoed.server_ms) / (own.bot_ms + own.server_ms) for echoed, own in rounds)
    line("ratio: Đôn Đốc / echo bot, updates per second", f"{ratios[ROUNDS // 2]:5.2f}")
    line("the same by CPU time, whatever else runs", f"{costs[ROUNDS // 2]:5.2f}")


def _round(number: int, path: Path) -> tuple[Measured, Measured]:
    """Return what the echo bot and Đôn Đốc do, each after a rush that warms it up; no new question comes twice."""
    firsts = (number * 100_000, number * 100_000 + 10_000)
    return asyncio.run(measure(echo, firsts))[-1], asyncio.run(measure(lambda root: dondoc(root, path), firsts))[-1]


def line(name: str, value: str) -> None:
    """Print one figure."""
    print(f"{name:<58} {value}")


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        asyncio.run(serve())
    else:
        report()
