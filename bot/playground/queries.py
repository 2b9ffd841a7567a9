"""Pressed buttons and inline questions that wait for the bot's answer."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.playground import limits
from bot.playground.errors import ApiError, Json


@dataclass(slots=True)
class Query:
    """One callback query or inline query."""

    id: str
    user_id: int
    chat_id: int
    asked_at: float
    text: str = ""
    offset: str = ""
    answered: bool = False
    results: list[Json] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """What the bot answered an inline query with."""

    results: list[Json]
    next_offset: str
    button: Json | None


class InlineCache:
    """Answers that Telegram's server may show again without asking the bot."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        self.seconds = seconds
        self._kept: dict[tuple[str, str, int | None], tuple[float, InlineAnswer]] = {}

    def keep(self, query: Query, answer: InlineAnswer, lifetime: int, *, personal: bool) -> None:
        """Keep `answer` for `lifetime` seconds, for who asked if it is `personal`, else for everybody."""
        owner = query.user_id if personal else None
        self._kept[query.text, query.offset, owner] = (self.seconds() + lifetime, answer)

    def find(self, query: Query) -> InlineAnswer | None:
        for owner in (query.user_id, None):
            until, answer = self._kept.get((query.text, query.offset, owner), (0.0, None))
            if self.seconds() < until:
                return answer
        return None

    def clear(self) -> None:
        self._kept.clear()


class Queries:
    """Queries of one kind; each is answered once, and not too late."""

    def __init__(self, lifetime: float, seconds: Callable[[], float] = time.monotonic) -> None:
        self.lifetime = lifetime
        self.seconds = seconds
        self._by_id: dict[str, Query] = {}

    def add(self, identifier: str, user_id: int, chat_id: int, text: str, offset: str = "") -> Query:
        query = Query(identifier, user_id, chat_id, self.seconds(), text, offset)
        self._by_id[identifier] = query
        return query

    def get(self, identifier: str) -> Query | None:
        return self._by_id.get(identifier)

    def expire(self) -> None:
        """Make every open query too old to be answered."""
        for query in self._by_id.values():
            query.asked_at = float("-inf")

    def answer(self, identifier: str) -> Query:
        query = self._by_id.get(identifier)
        if query is None or query.answered or self.seconds() - query.asked_at > self.lifetime:
            raise ApiError.bad(limits.OLD_QUERY)
        query.answered = True
        return query

    def clear(self) -> None:
        self._by_id.clear()
