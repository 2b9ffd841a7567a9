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
    answered: bool = False
    results: list[Json] = field(default_factory=list)


class Queries:
    """Queries of one kind; each is answered once, and not too late."""

    def __init__(self, lifetime: float, seconds: Callable[[], float] = time.monotonic) -> None:
        self.lifetime = lifetime
        self.seconds = seconds
        self._by_id: dict[str, Query] = {}

    def add(self, identifier: str, user_id: int, chat_id: int, text: str) -> Query:
        query = Query(identifier, user_id, chat_id, self.seconds(), text)
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
