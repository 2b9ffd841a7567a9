"""A playground on a free port, a bot that echoes, and the people who use it."""

import struct
import zlib
from collections.abc import AsyncIterator
from datetime import date
from typing import Any

import httpx
import pytest

from bot.clock import FrozenClock, MovableClock
from bot.playground.server import Playground
from bot.playground.world import World
from tests.playground.echo import echo_application

TODAY = date(2026, 11, 22)
TOKEN = "57000057:test"


def png(width: int = 4, height: int = 3) -> bytes:
    """A small grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress(b"".join(b"\0" + b"\x88" * width for _ in range(height)))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


class Api:
    """The Bot API as a plain HTTP client sees it."""

    def __init__(self, client: httpx.AsyncClient, root: str, token: str) -> None:
        self.client = client
        self.root = root
        self.token = token

    async def __call__(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer."""
        return (await self.client.post(f"{self.root}/bot{self.token}/{method}", json=params)).json()

    async def ok(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, **params: Any) -> tuple[int, str]:
        """Status and words of a call that must fail."""
        answer = await self(method, **params)
        assert not answer["ok"], answer
        return answer["error_code"], answer["description"]


@pytest.fixture
async def playground() -> AsyncIterator[Playground]:
    server = Playground(MovableClock(FrozenClock(TODAY)), TOKEN)
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def world(playground: Playground) -> World:
    return playground.world


@pytest.fixture
async def api(playground: Playground) -> AsyncIterator[Api]:
    async with httpx.AsyncClient(timeout=5, trust_env=False) as client:
        yield Api(client, playground.root, playground.token)


@pytest.fixture
async def echo(playground: Playground) -> AsyncIterator[Playground]:
    """A playground with the echo bot running in it."""
    application = echo_application(playground)
    async with application:
        await application.start()
        await application.updater.start_polling(timeout=5)
        yield playground
        await application.updater.stop()
        await application.stop()
