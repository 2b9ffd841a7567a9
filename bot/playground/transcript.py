"""Everything said and done in a world, in order, and a way to wait for the next thing."""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bot.playground.errors import Json


@dataclass(frozen=True, slots=True)
class Event:
    """One happening. `kind` is what (message, edited, deleted, callback, answer, action, call …), `data` the rest."""

    number: int
    kind: str
    chat_id: int | None = None
    data: Json = field(default_factory=dict)


class Transcript:
    """The list of happenings; listeners hear each as it is written."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._listeners: list[Callable[[Event], None]] = []
        self._number = 0

    def write(self, kind: str, chat_id: int | None = None, **data: object) -> Event:
        self._number += 1
        event = Event(self._number, kind, chat_id, data)
        self._events.append(event)
        for listener in tuple(self._listeners):
            listener(event)
        return event

    def __iter__(self) -> Iterator[Event]:
        return iter(tuple(self._events))

    def __len__(self) -> int:
        return len(self._events)

    def of(self, *kinds: str, chat_id: int | None = None) -> list[Event]:
        """The events of these kinds, of one chat or of all."""
        return [each for each in self._events if each.kind in kinds and chat_id in (None, each.chat_id)]

    def clear(self) -> None:
        self._events.clear()

    def listen(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call `listener` with every event from now on; the result ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @property
    def last_number(self) -> int:
        """The number of the newest event; pass it as `since` to look only at later ones."""
        return self._number

    async def wait_for(self, fits: Callable[[Event], bool], seconds: float = 5.0, *, since: int = 0) -> Event:
        """The first event after number `since`, already written or yet to come, that `fits`."""
        newer = min(self._number - since, len(self._events))
        for event in self._events[len(self._events) - newer :]:
            if fits(event):
                return event
        found: asyncio.Future[Event] = asyncio.get_running_loop().create_future()

        def look(event: Event) -> None:
            if not found.done() and fits(event):
                found.set_result(event)

        stop = self.listen(look)
        try:
            async with asyncio.timeout(seconds):
                return await found
        except TimeoutError:
            raise TimeoutError(f"nothing came within {seconds} s; the last happenings:\n{self.tail()}") from None
        finally:
            stop()

    def tail(self, count: int = 12) -> str:
        """The last happenings, a line each, for messages of failing tests."""
        return "\n".join(
            f"  {each.number} {each.kind} {each.chat_id} {each.data!r:.200}" for each in self._events[-count:]
        )
