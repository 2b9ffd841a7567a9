"""What a person does on the page, turned into happenings in the world."""

from collections.abc import Awaitable, Callable
from datetime import date, datetime

from bot.playground.chats import NotPossibleError
from bot.playground.errors import Json
from bot.playground.faults import Fault
from bot.playground.world import World

FAULTS: dict[str, Callable[[], Fault]] = {
    "flood": lambda: Fault.flood(5),
    "broken": Fault.broken,
    "hang": lambda: Fault.hang(8),
    "drop_before": Fault.drop_before,
    "drop_after": Fault.drop_after,
}
MOST_PLAYED = 92  # days
Action = Callable[[Json], Awaitable[Json | None]]


class Hands:
    """One method for each thing the page can ask for; the words are the page's."""

    def __init__(
        self,
        world: World,
        move_to: Callable[[date | None], Awaitable[datetime]],
        reset: Callable[[], Awaitable[None]],
        play: Callable[[int], Awaitable[datetime]],
    ) -> None:
        self.world = world
        self._play = play
        self._move_to = move_to
        self._reset = reset
        self._actions: dict[str, Action] = {
            "say": self.say,
            "press": self.press,
            "edit": self.edit,
            "delete": self.delete,
            "forward": self.forward,
            "inline": self.inline,
            "choose": self.choose,
            "commands": self.commands,
            "block": self.block,
            "move": self.move,
            "play": self.play,
            "reset": self.reset,
            "fault": self.fault,
            "rates": self.rates,
        }

    async def do(self, wish: Json) -> Json | None:
        """Do what the page asks; an answer only for what is a question."""
        try:
            action = self._actions[str(wish.get("do"))]
        except KeyError:
            raise NotPossibleError(f"nothing here is called {wish.get('do')!r}") from None
        return await action(wish)

    async def say(self, wish: Json) -> None:
        self.world.say(wish["as"], str(wish["text"]), wish["chat"], reply_to=wish.get("reply_to"))

    async def press(self, wish: Json) -> None:
        self.world.press(wish["as"], wish["message"], str(wish["data"]), wish["chat"])

    async def edit(self, wish: Json) -> None:
        self.world.edit_own(wish["as"], wish["message"], str(wish["text"]), wish["chat"])

    async def delete(self, wish: Json) -> None:
        self.world.delete_own(wish["as"], wish["message"], wish["chat"])

    async def forward(self, wish: Json) -> None:
        self.world.forward(wish["as"], wish["message"], wish["chat"], wish["to"])

    async def inline(self, wish: Json) -> None:
        self.world.ask_inline(wish["as"], str(wish["text"]), wish["chat"], str(wish.get("offset", "")))

    async def choose(self, wish: Json) -> None:
        self.world.choose_inline(wish["as"], str(wish["query"]), str(wish["result"]))

    async def commands(self, wish: Json) -> Json:
        person = self.world.persona(wish["as"])
        shown = self.world.shown_commands(person.id, wish["chat"])
        return {"type": "command_list", "as": person.id, "chat": wish["chat"], "commands": shown}

    async def block(self, wish: Json) -> None:
        if wish["on"]:
            self.world.block(wish["as"])
        else:
            self.world.unblock(wish["as"])

    async def move(self, wish: Json) -> None:
        to = wish.get("to")
        try:
            day = date.fromisoformat(to) if to else None
        except ValueError:
            raise NotPossibleError(f"{to!r} is no date") from None
        await self._move_to(day)

    async def play(self, wish: Json) -> None:
        days = wish.get("days")
        if not isinstance(days, int) or not 0 < days <= MOST_PLAYED:
            raise NotPossibleError(f"{days!r} days cannot be played")
        await self._play(days)

    async def reset(self, _wish: Json) -> None:
        await self._reset()

    async def fault(self, wish: Json) -> None:
        if wish["kind"] == "none":
            self.world.faults.clear()
        elif wish["kind"] in FAULTS:
            self.world.faults.add(FAULTS[wish["kind"]]())

    async def rates(self, wish: Json) -> None:
        self.world.rates.enforced = bool(wish["on"])
