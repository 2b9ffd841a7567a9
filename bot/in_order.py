"""Updates side by side, but one after another within a chat."""

import asyncio
from collections import deque
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

_AT_ONCE = 1024


class InOrder(BaseUpdateProcessor):
    """Works on many updates at once, and within a chat in the order in which they came.

    A slow answer holds up only its own chat. An inline query has no chat: there the person counts.
    """

    __slots__ = ("_waiting",)

    def __init__(self) -> None:
        """Start with nothing under way."""
        super().__init__(_AT_ONCE)
        self._waiting: dict[int, deque[asyncio.Future[None]]] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await `coroutine` when those of the same chat before it are done."""
        place = _place(update)
        if place is None:
            await coroutine
            return
        before = self._waiting.get(place)
        if before is None:
            self._waiting[place] = deque()
        else:
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            before.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                if not turn.cancelled():  # the turn had come
                    self._next(place)
                if asyncio.iscoroutine(coroutine):
                    coroutine.close()
                raise
        try:
            await coroutine
        finally:
            self._next(place)

    def _next(self, place: int) -> None:
        """Let the next of `place` go on."""
        queue = self._waiting[place]
        while queue:
            turn = queue.popleft()
            if not turn.done():
                turn.set_result(None)
                return
        del self._waiting[place]

    async def initialize(self) -> None:
        """Nothing is needed."""

    async def shutdown(self) -> None:
        """Nothing is held."""


def _place(update: object) -> int | None:
    if not isinstance(update, Update):
        return None
    if update.effective_chat is not None:
        return update.effective_chat.id
    return update.effective_user.id if update.effective_user is not None else None
