"""Kills the sender of notices at random instants while its channel fails on purpose, and compares ledger and server.

The server is a process of its own that counts what it delivers: of a hundred messages it answers some with 429 or 502,
and cuts the line before or after delivering. The sender is the outbox with its delivery, as the bot runs them.
"""

import asyncio
import json
import os
import random
import select
import signal
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from zoneinfo import ZoneInfo

from aiohttp import web
from telegram import Bot

from bot.http import AiohttpRequest
from bot.telegram_out import send_notice
from handlers.views.reply import Reply
from knowledge.store import open_database
from scheduler.delivery import deliver_due
from scheduler.notices import Item, Notice, Why
from scheduler.store import MIGRATIONS, Claimed, Outbox

_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
_START = datetime(2026, 11, 23, 8, tzinfo=_ZONE)
_TOKEN = "57000057:trials"
_FAULTS = ("flood", "broken", "drop_before", "drop_after")
_SKIPPED = timedelta(minutes=20)  # how far the trial's clock is set on when only what was put off is left
_MOST_ROUNDS = 60


@dataclass(frozen=True)
class Sent:
    """What a trial came to: kills, messages whose answer was cut off after delivery, deliveries, and every finding."""

    kills: int
    lost_answers: int
    delivered: int
    repeats: int
    findings: tuple[str, ...]


def trial(folder: Path, notices: int, kills: int, seed: int) -> Sent:
    """Send `notices` to as many people, killing the sender `kills` times at instants that `seed` decides."""
    path, chance = folder / "bot.db", random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    outbox = Outbox(open_database(path, MIGRATIONS))
    outbox.plan((_notice(chat) for chat in range(1, notices + 1)), _START)
    context = get_context("fork")
    here, there = context.Pipe()
    server = context.Process(target=_serve, args=(there, seed), daemon=True)
    server.start()
    root = here.recv()
    killed = 0
    try:
        for round_ in range(kills + _MOST_ROUNDS):
            if not outbox.waiting():
                break
            last = chance.randint(0, notices // kills) if killed < kills else None
            killed += _run(path, root, _START + _SKIPPED * round_, last, chance.uniform(0, 0.008))
            outbox = Outbox(open_database(path, MIGRATIONS))
        here.send("told?")
        delivered, lost = here.recv()
    finally:
        server.terminate()
        server.join()
    return _compare(outbox, Counter(delivered), lost, notices, killed)


def _compare(outbox: Outbox, delivered: Counter[int], lost: int, notices: int, kills: int) -> Sent:
    findings = []
    states = {chat: outbox.about(chat)[0]["state"] for chat in range(1, notices + 1)}
    for chat, state in states.items():
        if state == "sent" and not delivered[chat]:
            findings.append(f"{chat} is said to be sent, and the server never saw it")
        if state not in ("sent", "unknown"):
            findings.append(f"{chat} was lost: {state}")
        if state == "unknown" and delivered[chat] > 2:
            findings.append(f"{chat} was repeated {delivered[chat] - 1} times")
    repeats = sum(count - 1 for count in delivered.values())
    if repeats > kills + lost:
        findings.append(f"{repeats} repeats after {kills} kills and {lost} lost answers")
    return Sent(kills, lost, sum(delivered.values()), repeats, tuple(findings))


def _notice(chat: int) -> Notice:
    return Notice(chat, _START.date(), "vi", (Item("71-1", "Bộ Công an", "d3", "2026-11-26", Why.FOCAL),))


def _run(path: Path, root: str, now: datetime, last: int | None, moment: float) -> int:
    """Run the sender in a child; kill it a `moment` after it began `last` messages (None: let it end).

    Return whether it was killed.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            asyncio.run(_send_all(path, root, now, writing))
        finally:
            os._exit(0)  # never into the parent's code, whatever happened
    os.close(writing)
    begun = 0
    while (last is None or begun < last) and (more := os.read(reading, 1)):
        begun += len(more)
    killed = last is not None and begun == last
    if killed:
        select.select([], [], [], moment)
        os.kill(child, signal.SIGKILL)
    os.close(reading)
    os.waitpid(child, 0)
    return int(killed)


async def _send_all(path: Path, root: str, now: datetime, begun: int) -> None:
    outbox = Outbox(open_database(path, MIGRATIONS))
    outbox.settle(now, alone=True)
    bot = Bot(_TOKEN, f"{root}/bot", f"{root}/file", request=AiohttpRequest())

    async def send(claimed: Claimed) -> int:
        os.write(begun, b".")
        return await send_notice(bot, claimed.notice.chat, Reply(f"{claimed.notice.chat}"))

    async with bot:
        await deliver_due(outbox, send, lambda: now)


# The server's process.


def _serve(line: Connection, seed: int) -> None:
    asyncio.run(_server(line, random.Random(seed)))


async def _server(line: Connection, chance: random.Random) -> None:
    delivered: list[int] = []
    lost = 0

    async def take(request: web.Request) -> web.Response:
        nonlocal lost
        chat = int((await request.post())["chat_id"])
        fault = chance.choice(_FAULTS) if chance.random() < 0.01 * len(_FAULTS) else ""
        if fault == "flood":
            told = {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests",
                "parameters": {"retry_after": 3},
            }
            return web.json_response(told, status=429)
        if fault == "broken":
            told = {"ok": False, "error_code": 502, "description": "Bad Gateway"}
            return web.json_response(told, status=502)
        if fault != "drop_before":
            delivered.append(chat)
        if fault.startswith("drop"):
            lost += fault == "drop_after"
            assert request.transport is not None
            request.transport.abort()
        sent = {"message_id": len(delivered), "date": 1, "chat": {"id": chat, "type": "private"}, "text": str(chat)}
        return web.Response(text=json.dumps({"ok": True, "result": sent}), content_type="application/json")

    async def who(_: web.Request) -> web.Response:
        return web.json_response({"ok": True, "result": {"id": 57, "is_bot": True, "first_name": "Đôn Đốc"}})

    app = web.Application()
    app.add_routes([web.post("/{token}/sendMessage", take), web.post("/{token}/getMe", who)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    line.send(f"http://127.0.0.1:{runner.addresses[0][1]}")
    await asyncio.get_running_loop().run_in_executor(None, line.recv)
    line.send((delivered, lost))
    await runner.cleanup()
