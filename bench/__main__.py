"""`make bench`: answer latency and updates per second beside a bare echo bot, start-up time, memory."""

import asyncio
import resource
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import date
from pathlib import Path

from telegram import Update
from telegram.ext import Application, ApplicationBuilder, MessageHandler, filters

from bench import notices, scale, throughput
from bot.app import Rooms, build, open_rooms
from bot.clock import FrozenClock, MovableClock
from bot.memory import settle
from bot.playground.server import Playground
from bot.playground.transcript import Event
from bot.seeding import enrol
from knowledge.answers import answer
from knowledge.questions import read_question

TODAY = date(2026, 11, 22)
QUESTIONS = (
    "which tasks does Bộ Công an own due in Q1/2026",
    "bo y te con viec gi qua han",
    "6 rõ là gì",
    "BKHCN phối hợp việc gì trong tháng 12/2025",
    "71-89.7",
    "ai chủ trì nghị định về kết nối, chia sẻ dữ liệu bắt buộc",
    "CSDL nào của Bộ Y tế chưa đạt đủ tiêu chí",
    "giá vàng hôm nay",
)


def report(name: str, value: str) -> None:
    """Print one figure."""
    print(f"{name:<58} {value}")


def milliseconds(samples: list[float]) -> str:
    """Return p50 and p95 of seconds."""
    ordered = sorted(samples)
    return f"p50 {statistics.median(ordered) * 1000:7.2f} ms   p95 {ordered[int(len(ordered) * 0.95)] * 1000:7.2f} ms"


def memory_mib() -> float:
    """Return the most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def start_up() -> None:
    """Measure the first start, which fills the store from the corpus, and a later one."""
    clock = FrozenClock(TODAY)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        for name in ("first start (corpus checked and stored)", "later start (store up to date)"):
            begin = time.perf_counter()
            rooms = open_rooms(path, clock.now())
            _ = rooms.base.vocabulary, rooms.base.weights
            report(name, f"{(time.perf_counter() - begin) * 1000:7.0f} ms")
            rooms.db.close()


def in_process(rooms: Rooms) -> float:
    """Measure reading and answering every question of the development set, each once, without any channel.

    Nothing but what a running bot holds is warm. Return the median of all kinds in seconds.
    """
    base = rooms.base
    base.ready()
    settle()
    samples: dict[str, list[float]] = defaultdict(list)
    for kind, question in scale.questions():
        begin = time.perf_counter()
        answer(read_question(question, base.vocabulary, TODAY), base, TODAY)
        samples[kind].append(time.perf_counter() - begin)
    for kind, seconds in sorted(samples.items()):
        report(f"answer in process, {kind}", milliseconds(seconds))
    every = [each for seconds in samples.values() for each in seconds]
    report("answer in process, all", milliseconds(every))
    return statistics.median(every)


Make = Callable[[Playground], "Application"]  # type: ignore[type-arg]


class Answers:
    """Counts the bot's messages as they come."""

    def __init__(self, playground: Playground) -> None:
        """Listen to everything that happens from now on."""
        self._bot = playground.world.bot_id
        self._count = 0
        self._grown = asyncio.Event()
        playground.world.transcript.listen(self._hear)

    def _hear(self, event: Event) -> None:
        if event.kind == "message" and event.data["message"]["from"]["id"] == self._bot:
            self._count += 1
            self._grown.set()

    async def wait(self, count: int) -> None:
        """Wait until there are `count`; a bot that falls silent for a minute ends the run."""
        while self._count < count:
            self._grown.clear()
            await asyncio.wait_for(self._grown.wait(), 60)


async def over_http(make: Make) -> list[float]:
    """Ask single questions, one after the other; return the seconds each took."""
    clock = MovableClock(FrozenClock(TODAY))
    playground = Playground(clock, personas=throughput.people())
    await playground.start()
    application = make(playground)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(playground.stop)
        await application.initialize()
        stack.push_async_callback(application.shutdown)
        await application.start()
        stack.push_async_callback(application.stop)
        assert application.updater is not None
        await application.updater.start_polling()
        stack.push_async_callback(application.updater.stop)
        answers = Answers(playground)
        alone: list[float] = []
        for n in range(40):
            begin = time.perf_counter()
            playground.world.say(throughput.FIRST, QUESTIONS[n % len(QUESTIONS)])
            await answers.wait(n + 1)
            alone.append(time.perf_counter() - begin)
        return alone


def echo(playground: Playground) -> "Application":  # type: ignore[type-arg]
    """Return the baseline: a bot that sends every text back."""

    async def back(update: Update, _: object) -> None:
        if update.effective_message is not None and update.effective_message.text:
            await update.effective_message.reply_text(update.effective_message.text)

    made = (
        ApplicationBuilder()
        .token(playground.token)
        .base_url(playground.base_url)
        .base_file_url(playground.base_file_url)
    ).build()
    made.add_handler(MessageHandler(filters.TEXT, back))
    return made


def main() -> int:
    """Print every figure."""
    report("python", sys.version.split()[0])
    report("memory after imports", f"{memory_mib():7.0f} MiB")
    start_up()
    rooms = open_rooms(None, FrozenClock(TODAY).now())
    enrol(rooms.people, throughput.people(), FrozenClock(TODAY).now())
    median = in_process(rooms)
    report("memory with the knowledge base", f"{memory_mib():7.0f} MiB")
    echo_alone = asyncio.run(over_http(echo))
    report("echo bot over HTTP, one at a time", milliseconds(echo_alone))
    alone = asyncio.run(over_http(lambda p: build(p.token, p.root, rooms, MovableClock(FrozenClock(TODAY)))))
    report("Đôn Đốc over HTTP, one at a time", milliseconds(alone))
    report("ratio: answer in process / echo round trip (p50)", f"{median / statistics.median(echo_alone):7.2f}")
    report("memory at the end", f"{memory_mib():7.0f} MiB")
    scale.report(statistics.median(echo_alone))
    throughput.report()
    notices.report()
    return 0


if __name__ == "__main__":
    sys.exit(main())
