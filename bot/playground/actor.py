"""A person for tests and scripts: says, presses, waits for what comes, in a line each.

person = Person(playground.world, "official")
card = await person.ask("bộ y tế còn việc gì quá hạn")
assert "quá hạn" in card.text
changed = await person.tap("Trang 2")
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from bot.playground.chats import NotPossibleError
from bot.playground.errors import Json
from bot.playground.transcript import Event
from bot.playground.world import World

PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Toast:
    """What a pressed button answered."""

    text: str
    alert: bool
    url: str


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message."""

    label: str
    data: str | None
    raw: Json


@dataclass(frozen=True, slots=True)
class Shown:
    """A message as a person sees it."""

    raw: Json
    world: World

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """Text or caption, without marks."""
        return str(self.raw.get("text", self.raw.get("caption", "")))

    @property
    def entities(self) -> list[Json]:
        return list(self.raw.get("entities") or self.raw.get("caption_entities") or [])

    @property
    def from_bot(self) -> bool:
        return bool(self.raw["from"]["id"] == self.world.bot_id)

    @property
    def sent_at(self) -> datetime:
        return datetime.fromtimestamp(self.raw["date"], UTC).astimezone(self.world.clock.now().tzinfo)

    @property
    def rows(self) -> list[list[Button]]:
        """The buttons, row by row."""
        rows = self.raw.get("reply_markup", {}).get("inline_keyboard", [])
        return [[Button(each["text"], each.get("callback_data"), each) for each in row] for row in rows]

    @property
    def buttons(self) -> list[str]:
        """The labels of all buttons."""
        return [button.label for row in self.rows for button in row]

    def button(self, wanted: str) -> Button:
        """A button by its label, its data, or the only label that contains `wanted`."""
        every = [button for row in self.rows for button in row]
        for found in (
            [button for button in every if wanted in (button.label, button.data)],
            [button for button in every if wanted.casefold() in button.label.casefold()],
        ):
            if len(found) == 1:
                return found[0]
        raise NotPossibleError(f"no single button {wanted!r} among {self.buttons}")

    @property
    def file_name(self) -> str | None:
        document = self.raw.get("document")
        return str(document["file_name"]) if document else None

    @property
    def content(self) -> bytes:
        """The bytes of the document or photo."""
        part = self.raw.get("document") or self.raw["photo"][-1]
        return self.world.files.get(part["file_id"]).content


class Person:
    """One persona acting in one chat: the private one with the bot unless told otherwise."""

    def __init__(self, world: World, who: str | int, chat_id: int | None = None) -> None:
        self.world = world
        self.persona = world.persona(who)
        self.chat_id = self.persona.id if chat_id is None else chat_id
        self._taken: set[int] = set()
        self._since = 0
        self._inline_query = ""

    def in_group(self) -> Self:
        """The same person in the group."""
        return type(self)(self.world, self.persona.id, self.world.group.id)

    # ── doing ───────────────────────────────────────────────────────────────────────────────────────

    async def say(self, text: str, *, reply_to: Shown | None = None) -> Shown:
        """Send a text."""
        number = reply_to.id if reply_to else None
        return self._shown(self.world.say(self.persona.id, text, self.chat_id, reply_to=number))

    async def start(self, payload: str = "") -> Shown:
        return self._shown(self.world.start(self.persona.id, payload))

    async def send_document(
        self, content: bytes, name: str, *, caption: str = "", reply_to: Shown | None = None
    ) -> Shown:
        number = reply_to.id if reply_to else None
        message = self.world.send_document(
            self.persona.id, content, name, self.chat_id, caption=caption, reply_to=number
        )
        return self._shown(message)

    async def send_photo(self, content: bytes, *, caption: str = "", reply_to: Shown | None = None) -> Shown:
        number = reply_to.id if reply_to else None
        message = self.world.send_photo(self.persona.id, content, self.chat_id, caption=caption, reply_to=number)
        return self._shown(message)

    async def edit(self, message: Shown, text: str) -> Shown:
        return self._shown(self.world.edit_own(self.persona.id, message.id, text, self.chat_id))

    async def press(self, wanted: str, message: Shown | None = None, *, timeout: float = PATIENCE) -> Toast:  # noqa: ASYNC109
        """Press a button, of the last message that has it unless told otherwise, and wait for the bot's answer."""
        message = message or self.with_button(wanted)
        button = message.button(wanted)
        if button.data is None:
            raise NotPossibleError(f"{button.label!r} is no callback button")
        before = self.world.transcript.last_number
        query = self.world.press(self.persona.id, message.id, button.data, self.chat_id)
        event = await self.world.transcript.wait_for(
            lambda each: each.kind == "answer" and each.data["query"] == query, timeout, since=before
        )
        return Toast(str(event.data["text"]), bool(event.data["alert"]), str(event.data["url"]))

    async def inline(self, text: str, *, timeout: float = PATIENCE) -> list[Json]:  # noqa: ASYNC109
        """Type `@dondoc_bot text` and wait for the results; `choose` sends one."""
        self._inline_query = self.world.ask_inline(self.persona.id, text, self.chat_id)
        event = await self.world.transcript.wait_for(
            lambda each: each.kind == "inline_answer" and each.data["query"] == self._inline_query, timeout
        )
        return list(event.data["results"])

    async def choose(self, result_id: str) -> Shown:
        return self._shown(self.world.choose_inline(self.persona.id, self._inline_query, result_id))

    async def block(self) -> None:
        self.world.block(self.persona.id)

    async def unblock(self) -> None:
        self.world.unblock(self.persona.id)

    # ── doing and seeing what comes of it ───────────────────────────────────────────────────────────

    async def ask(self, text: str, *, timeout: float = PATIENCE) -> Shown:  # noqa: ASYNC109
        """Say something and take the bot's first answer."""
        self.drain()
        await self.say(text)
        return await self.next_message(timeout)

    async def tap(self, wanted: str, message: Shown | None = None, *, timeout: float = PATIENCE) -> Shown:  # noqa: ASYNC109
        """Press a button and take what it brings: a new message or a changed one."""
        self.drain()
        await self.press(wanted, message, timeout=timeout)
        return await self.next_change(timeout)

    # ── waiting ─────────────────────────────────────────────────────────────────────────────────────

    async def next_message(self, timeout: float = PATIENCE) -> Shown:  # noqa: ASYNC109
        """The bot's first message in this chat that has not been taken yet."""
        return await self._next(("message",), timeout)

    async def next_edit(self, timeout: float = PATIENCE) -> Shown:  # noqa: ASYNC109
        """The first change to one of the bot's messages that has not been taken yet."""
        return await self._next(("edited",), timeout)

    async def next_change(self, timeout: float = PATIENCE) -> Shown:  # noqa: ASYNC109
        """A message or a change, whichever came first."""
        return await self._next(("message", "edited"), timeout)

    def drain(self) -> None:
        """Count everything that came so far as taken."""
        self._since = self.world.transcript.last_number
        self._taken.clear()

    async def _next(self, kinds: tuple[str, ...], seconds: float) -> Shown:
        def fits(event: Event) -> bool:
            return (
                event.kind in kinds
                and event.chat_id == self.chat_id
                and event.number not in self._taken
                and event.data["message"]["from"]["id"] == self.world.bot_id
            )

        event = await self.world.transcript.wait_for(fits, seconds, since=self._since)
        self._taken.add(event.number)
        return self._shown(event.data["message"])

    # ── looking ─────────────────────────────────────────────────────────────────────────────────────

    @property
    def messages(self) -> list[Shown]:
        """All messages of the chat, oldest first, as they stand now."""
        return [self._shown(message) for message in self.world.chats[self.chat_id].messages.values()]

    @property
    def from_bot(self) -> list[Shown]:
        return [message for message in self.messages if message.from_bot]

    @property
    def last(self) -> Shown:
        """The bot's last message, as it stands now."""
        return self.from_bot[-1]

    def with_button(self, wanted: str) -> Shown:
        """The last message that has this button."""
        for message in reversed(self.from_bot):
            try:
                message.button(wanted)
            except NotPossibleError:
                continue
            return message
        last = self.from_bot[-1].buttons if self.from_bot else "not been sent"
        raise NotPossibleError(f"no message has a button {wanted!r}; the last one has {last}")

    @property
    def toasts(self) -> list[Toast]:
        """Every answer to a button this person pressed here."""
        return [
            Toast(str(event.data["text"]), bool(event.data["alert"]), str(event.data["url"]))
            for event in self.world.transcript.of("answer", chat_id=self.chat_id)
            if event.data["user_id"] == self.persona.id
        ]

    def commands(self) -> list[str]:
        """The commands that "/" shows here."""
        shown = self.world.commands.shown(self.chat_id, self.persona.id, self.persona.language_code)
        return [each["command"] for each in shown]

    def _shown(self, message: Json) -> Shown:
        return Shown(message, self.world)
