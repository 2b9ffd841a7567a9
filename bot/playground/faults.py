"""Trouble on order: floods, broken servers, hanging and dropped lines, and Telegram's real rates."""

import asyncio
import math
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from bot.playground.errors import ApiError, Json

FaultKind = Literal["error", "hang", "drop_before", "drop_after"]
QUIET = {"getupdates", "getme"}  # spared unless a fault names them


@dataclass(frozen=True, slots=True)
class Fault:
    """One kind of trouble, for the next `times` calls that it fits."""

    kind: FaultKind
    method: str | None = None  # any but getUpdates and getMe
    chat_id: int | None = None  # any
    times: int = 1
    error: ApiError | None = None
    seconds: float = 0

    @classmethod
    def flood(cls, retry_after: int, method: str | None = None, chat_id: int | None = None, times: int = 1) -> "Fault":
        """429 with `retry_after`."""
        return cls("error", method, chat_id, times, ApiError.flood(retry_after))

    @classmethod
    def broken(cls, code: int = 502, method: str | None = None, chat_id: int | None = None, times: int = 1) -> "Fault":
        """A 5xx answer; nothing is done."""
        words = {500: "Internal Server Error", 502: "Bad Gateway", 504: "Gateway Timeout"}
        return cls("error", method, chat_id, times, ApiError(code, words.get(code, "Internal Server Error")))

    @classmethod
    def refuse(
        cls,
        code: int,
        description: str,
        method: str | None = None,
        chat_id: int | None = None,
        times: int = 1,
        parameters: Json | None = None,
    ) -> "Fault":
        """Any refusal, in your words."""
        return cls("error", method, chat_id, times, ApiError(code, description, parameters))

    @classmethod
    def hang(cls, seconds: float, method: str | None = None, chat_id: int | None = None, times: int = 1) -> "Fault":
        """Wait before doing it; `Faults.release()` ends the waiting at once."""
        return cls("hang", method, chat_id, times, seconds=seconds)

    @classmethod
    def drop_before(cls, method: str | None = None, chat_id: int | None = None, times: int = 1) -> "Fault":
        """Cut the line without doing it."""
        return cls("drop_before", method, chat_id, times)

    @classmethod
    def drop_after(cls, method: str | None = None, chat_id: int | None = None, times: int = 1) -> "Fault":
        """Do it, then cut the line: the bot cannot know that it was done."""
        return cls("drop_after", method, chat_id, times)

    def fits(self, method: str, chat_id: int | None) -> bool:
        if self.method is None:
            return method.lower() not in QUIET and self.chat_id in (None, chat_id)
        return self.method.lower() == method.lower() and self.chat_id in (None, chat_id)


class Faults:
    """The queue of ordered trouble."""

    def __init__(self) -> None:
        self._queue: list[Fault] = []
        self._released = asyncio.Event()

    def add(self, fault: Fault) -> None:
        self._released.clear()
        self._queue.append(fault)

    def clear(self) -> None:
        self._queue.clear()
        self.release()

    def release(self) -> None:
        """Let every hanging call go on."""
        self._released.set()

    def __len__(self) -> int:
        return len(self._queue)

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """The first fault that fits this call; it is used up once."""
        for index, fault in enumerate(self._queue):
            if fault.fits(method, chat_id):
                if fault.times > 1:
                    self._queue[index] = replace(fault, times=fault.times - 1)
                else:
                    del self._queue[index]
                return fault
        return None

    async def wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._released.wait()
        except TimeoutError:
            return


class Rates:
    """The limits, when `enforced`: 30/s in all, 1/s per chat (bursts of three), 20 a minute per group."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self.enforced = False
        self.seconds = seconds
        self._sent: dict[object, deque[float]] = defaultdict(deque)

    def check(self, chat_id: int) -> None:
        """Count one message to `chat_id`; 429 when it is one too many."""
        if not self.enforced:
            return
        now = self.seconds()
        windows: list[tuple[object, int, float]] = [("all", 30, 1.0), (chat_id, 3, 3.0)]
        if chat_id < 0:
            windows.append((("group", chat_id), 20, 60.0))
        waits = [self._wait(key, most, span, now) for key, most, span in windows]
        if any(waits):
            raise ApiError.flood(max(1, math.ceil(max(waits))))
        for key, _, _ in windows:
            self._sent[key].append(now)

    def _wait(self, key: object, most: int, span: float, now: float) -> float:
        sent = self._sent[key]
        while sent and sent[0] <= now - span:
            sent.popleft()
        return sent[-most] + span - now if len(sent) >= most else 0.0
