"""The queue of updates: numbers, offsets and long polling as in getUpdates."""

import asyncio

from bot.playground.errors import ApiError, Json

BY_REQUEST_ONLY = {"chat_member", "message_reaction", "message_reaction_count"}
CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
MOST = 100
LONGEST_POLL = 50


class UpdateQueue:
    """Updates that the bot has not confirmed yet."""

    def __init__(self, first_id: int) -> None:
        self._next_id = first_id
        self._waiting: list[Json] = []
        self._allowed: set[str] | None = None
        self._poll: asyncio.Future[bool] | None = None

    def put(self, kind: str, content: Json) -> None:
        """Queue one update, unless the bot does not want its kind."""
        wanted = kind not in BY_REQUEST_ONLY if self._allowed is None else kind in self._allowed
        if not wanted:
            return
        self._waiting.append({"update_id": self._next_id, kind: content})
        self._next_id += 1
        self._wake(arrived=True)

    def _wake(self, *, arrived: bool) -> None:
        if self._poll and not self._poll.done():
            self._poll.set_result(arrived)

    @property
    def polled(self) -> bool:
        """Whether a bot is waiting for updates right now."""
        return self._poll is not None

    def __len__(self) -> int:
        return len(self._waiting)

    def allow(self, kinds: list[str] | None) -> None:
        """Which kinds are queued from now on; an empty list brings the usual ones back."""
        if kinds is not None:
            self._allowed = set(kinds) or None

    def clear(self) -> None:
        self._waiting.clear()

    async def get(self, offset: int, limit: int, timeout_seconds: float) -> list[Json]:
        """Confirm what comes before `offset` and give the rest, waiting for the first one if need be."""
        self._wake(arrived=False)  # an older request gives way to this one
        self._confirm(offset)
        if not self._waiting and timeout_seconds > 0:
            await self._wait(min(timeout_seconds, LONGEST_POLL))
        return self._waiting[: limit if 0 < limit <= MOST else MOST]

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            del self._waiting[:offset]
        else:
            self._waiting = [update for update in self._waiting if update["update_id"] >= offset]

    async def _wait(self, seconds: float) -> None:
        poll = self._poll = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(seconds):
                arrived = await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
        if not arrived:
            raise ApiError(409, CONFLICT)
