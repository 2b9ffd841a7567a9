"""A person for tests and scripts: says, presses, waits for what comes, in a line each.

person = Person(playground.world, "official")
card = await person.ask("bộ y tế còn việc gì quá hạn")
assert "quá hạn" in card.text
changed = await person.tap("Trang 2")
"""

from collections.abc import Awaitable, Callable
from typing import Self

from bot.playground.chats import NotPossibleError
from bot.playground.errors import Json
from bot.playground.shown import Shown, Toast
from bot.playground.transcript import Event
from bot.playground.world import World

__all__ = ["PATIENCE", "Person", "Shown", "Toast"]

PATIENCE = 5.0
Settled = Callable[[], Awaitable[object]]


async def _at_once() -> None:
    """Wait for nothing."""


class Person:
    """One persona acting in one chat: the private one with the bot unless told otherwise.

    `settled` is awaited before something is asked or tapped, so that what the bot was still to tell is not taken for
    the answer.
    """

    def __init__(
        self, world: World, who: str | int, chat_id: int | None = None, *, thread: int = 0, settled: Settled = _at_once
    ) -> None:
        self.world = world
        self.settled = settled
        self.persona = world.persona(who)
        self.chat_id = self.persona.id if chat_id is None else chat_id
        self.thread = thread
        self._taken: set[int] = set()
        self._since = 0
        self._inline: Event | None = None
        self._inline_text = ""

    def in_chat(self, chat_id: int) -> Self:
        """The same person in another chat."""
        return type(self)(self.world, self.persona.id, chat_id, settled=self.settled)

    def in_group(self) -> Self:
        """The same person in the group."""
        return self.in_chat(self.world.group.id)

    def in_topic(self, name: str) -> Self:
        """The same person in a topic of the group, which is opened if there is none of that name."""
        known = {title: number for number, title in self.world.chats[self.world.group.id].topics.items()}
        number = known.get(name) or self.world.open_topic(self.persona.id, name)
        return type(self)(self.world, self.persona.id, self.world.group.id, thread=number, settled=self.settled)

    # ── doing ───────────────────────────────────────────────────────────────────────────────────────

    async def say(self, text: str, *, reply_to: Shown | None = None) -> Shown:
        """Send a text."""
        number = reply_to.id if reply_to else None
        return self._shown(self.world.say(self.persona.id, text, self.chat_id, reply_to=number, thread=self.thread))

    async def start(self, payload: str = "") -> Shown:
        """Follow a deep link to the bot (from a group: one with `startgroup`), or press Start."""
        return self._shown(self.world.start(self.persona.id, payload, self.chat_id))

    async def send_document(
        self, content: bytes, name: str, *, caption: str = "", reply_to: Shown | None = None
    ) -> Shown:
        number = reply_to.id if reply_to else None
        message = self.world.send_document(
            self.persona.id, content, name, self.chat_id, caption=caption, reply_to=number, thread=self.thread
        )
        return self._shown(message)

    async def send_photo(self, content: bytes, *, caption: str = "", reply_to: Shown | None = None) -> Shown:
        number = reply_to.id if reply_to else None
        message = self.world.send_photo(
            self.persona.id, content, self.chat_id, caption=caption, reply_to=number, thread=self.thread
        )
        return self._shown(message)

    async def edit(self, message: Shown, text: str) -> Shown:
        """Correct the text or caption of one's own message."""
        return self._shown(self.world.edit_own(self.persona.id, message.id, text, self.chat_id))

    async def delete(self, message: Shown) -> None:
        """Delete a message, one's own or (in the private chat) the bot's."""
        self.world.delete_own(self.persona.id, message.id, self.chat_id)

    async def forward(self, message: Shown, to: int | None = None) -> Shown:
        """Forward a message of this chat to another one: the private chat with the bot unless told otherwise."""
        return self._shown(self.world.forward(self.persona.id, message.id, self.chat_id, to))

    async def react(self, message: Shown, emoji: str | None) -> None:
        """Put a reaction under a message, or take it back with None."""
        self.world.react(self.persona.id, message.id, emoji, self.chat_id)

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

    async def press_old(self, message: Shown, data: str) -> None:
        """Press a button as an old app would: the message may have changed or gone since, nothing is waited for."""
        self.world.press_blindly(self.persona.id, message.raw, data)

    async def inline(self, text: str, offset: str = "", *, timeout: float = PATIENCE) -> list[Json]:  # noqa: ASYNC109
        """Type `@dondoc_bot text` and wait for the results; `choose` sends one, `more` brings the next ones."""
        query = self.world.ask_inline(self.persona.id, text, self.chat_id, offset)
        self._inline = await self.world.transcript.wait_for(
            lambda each: each.kind == "inline_answer" and each.data["query"] == query, timeout
        )
        self._inline_text = text
        return list(self._inline.data["results"])

    async def more(self) -> list[Json]:
        """Scroll down to the next inline results; nothing when there are none."""
        offset = self._inline_answer.data["next_offset"]
        return await self.inline(self._inline_text, offset) if offset else []

    async def switch(self, wanted: str, to: int | None = None) -> list[Json]:
        """Press a button that leads to inline mode, in this chat or in `to`; what the bot offers there."""
        raw = self.with_button(wanted).button(wanted).raw
        texts = [raw[name] for name in ("switch_inline_query", "switch_inline_query_current_chat") if name in raw]
        if not texts:
            raise NotPossibleError(f"{raw['text']!r} does not lead to inline mode")
        if to is not None:
            self.chat_id = to
        return await self.inline(texts[0])

    @property
    def _inline_answer(self) -> Event:
        if self._inline is None:
            raise NotPossibleError("nothing was asked inline")
        return self._inline

    @property
    def inline_button(self) -> Json | None:
        """The button over the last inline results."""
        button: Json | None = self._inline_answer.data["button"]
        return button

    async def choose(self, which: str | int) -> Shown:
        """Send an inline result, by its id or its place (from 0)."""
        found = self._inline_answer.data
        result_id = found["results"][which]["id"] if isinstance(which, int) else which
        sent = self.world.choose_inline(self.persona.id, str(found["query"]), str(result_id), thread=self.thread)
        return self._shown(sent)

    async def block(self) -> None:
        self.world.block(self.persona.id)

    async def unblock(self) -> None:
        self.world.unblock(self.persona.id)

    async def leave(self) -> None:
        """Leave the group."""
        self.world.leave(self.persona.id, self.chat_id)

    async def join(self) -> None:
        """Come back into the group."""
        self.world.join(self.persona.id, self.chat_id)

    async def vanish(self) -> None:
        """Delete one's Telegram account."""
        self.world.vanish(self.persona.id)

    # ── doing and seeing what comes of it ───────────────────────────────────────────────────────────

    async def ask(self, text: str, *, timeout: float = PATIENCE) -> Shown:  # noqa: ASYNC109
        """Say something and take the bot's first answer."""
        await self.settled()
        self.drain()
        await self.say(text)
        return await self.next_message(timeout)

    async def tap(self, wanted: str, message: Shown | None = None, *, timeout: float = PATIENCE) -> Shown:  # noqa: ASYNC109
        """Press a button and take what it brings: a new message or a changed one."""
        await self.settled()
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
        shown = self.world.shown_commands(self.persona.id, self.chat_id)
        return [each["command"] for each in shown]

    def _shown(self, message: Json) -> Shown:
        return Shown(message, self.world)
