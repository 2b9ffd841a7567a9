"""Keeps messages within a channel's limits: broadcasts wait for their turn, and answers to people go before them.

A turn ends when the channel has answered. Counted from there, no second of the channel's own clock can hold more than
the limit, whatever the line's delays. While nothing is broadcast, answers do not wait at all.
"""

import asyncio
import time
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

_SECOND = 1.001
# Broadcasts are spread over the second, so that an answer soon finds room; a little closer than the limit says, so that
# timers that ring late cost nothing.
_SPREAD = 0.9
_MINUTE = 60.1


@dataclass(frozen=True, slots=True)
class Limits:
    """Messages a second in all and in one chat, and a minute in one group (a chat with a negative id)."""

    in_all: int = 30
    in_a_chat: int = 1
    in_a_group: int = 20


@dataclass(slots=True)
class _Waiting:
    chat: int
    turn: asyncio.Future[None]


class Pacer:
    """Gives out turns. `seconds` is a clock that never goes back."""

    def __init__(self, limits: Limits | None = None, seconds: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing sent."""
        self._limits = limits or Limits()
        self._seconds = seconds
        self._under_way = 0
        self._broadcasts_under_way = 0
        self._ended: deque[float] = deque()
        self._chats: dict[int, deque[float]] = {}
        self._last_broadcast = -_MINUTE
        self._answers: deque[_Waiting] = deque()
        self._broadcasts: deque[_Waiting] = deque()
        self._timer: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def turn(self, chat: int, *, broadcast: bool) -> AsyncIterator[None]:
        """Wait until a message to `chat` may leave, and count it as sent when the block is over."""
        if broadcast or self._broadcasting:
            await self._wait(chat, self._broadcasts if broadcast else self._answers)
        else:
            self._under_way += 1
        self._broadcasts_under_way += broadcast
        try:
            yield
        finally:
            self._broadcasts_under_way -= broadcast
            self._end(chat)

    @property
    def _broadcasting(self) -> bool:
        """Tell whether broadcasts wait, are under way, or left within the last second."""
        busy = self._broadcasts or self._broadcasts_under_way
        return bool(busy) or self._seconds() - self._last_broadcast < _SECOND

    async def _wait(self, chat: int, queue: deque[_Waiting]) -> None:
        waiting = _Waiting(chat, asyncio.get_running_loop().create_future())
        queue.append(waiting)
        self._give()
        try:
            await waiting.turn
        except asyncio.CancelledError:
            if waiting in queue:
                queue.remove(waiting)
            elif not waiting.turn.cancelled():  # the turn had come
                self._end(chat)
            raise

    def _end(self, chat: int) -> None:
        now = self._seconds()
        self._under_way -= 1
        self._ended.append(now)
        self._chats.setdefault(chat, deque(maxlen=self._limits.in_a_group)).append(now)
        self._forget(now)
        self._give()

    def _forget(self, now: float) -> None:
        while self._ended and now - self._ended[0] >= _SECOND:
            self._ended.popleft()
        while self._chats:  # the chats are in the order in which they were first written to: old ones go, one at a time
            chat, times = next(iter(self._chats.items()))
            if now - times[0] < _MINUTE:
                break
            del self._chats[chat]
            if now - times[-1] < _MINUTE:
                self._chats[chat] = deque((t for t in times if now - t < _MINUTE), maxlen=times.maxlen)

    def _give(self) -> None:
        """Give out every turn that has come, answers first, and come back when the next one may."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        now = self._seconds()
        self._forget(now)
        wait = self._give_from(self._answers, now, broadcast=False)
        if not self._answers:
            wait = self._give_from(self._broadcasts, now, broadcast=True)
        if wait is not None:
            self._timer = asyncio.get_running_loop().call_later(wait, self._give)

    def _give_from(self, queue: deque[_Waiting], now: float, *, broadcast: bool) -> float | None:
        """Give turns to those of `queue` that may go; return the seconds until one more may, None when none waits."""
        while queue:
            wait = self._wait_in_all(now, broadcast=broadcast)
            if wait > 0:
                return wait
            waits = [self._wait_in_chat(each.chat, now) if broadcast else 0.0 for each in queue]
            if min(waits) > 0:
                return min(waits)
            chosen = queue[waits.index(0.0)]
            queue.remove(chosen)
            self._under_way += 1
            if broadcast:
                self._last_broadcast = now
            chosen.turn.set_result(None)
        return None

    def _wait_in_all(self, now: float, *, broadcast: bool) -> float:
        spaced = self._last_broadcast + _SPREAD / self._limits.in_all - now if broadcast else 0.0
        if self._under_way + len(self._ended) < self._limits.in_all:
            return spaced
        # A turn that ends calls `_give` again, so that only what has ended is waited for here.
        return max(spaced, self._ended[0] + _SECOND - now) if self._ended else _SECOND

    def _wait_in_chat(self, chat: int, now: float) -> float:
        times = self._chats.get(chat)
        if not times:
            return 0.0
        wait = times[-1] + _SECOND / self._limits.in_a_chat - now
        if chat < 0 and len(times) == self._limits.in_a_group:
            wait = max(wait, times[0] + _MINUTE - now)
        return max(0.0, wait)
