"""What a person sees: messages, their buttons, and what a pressed button answers."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.playground.chats import NotPossibleError
from bot.playground.errors import Json
from bot.playground.world import World


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
    def thread(self) -> int:
        """The topic it stands in, or 0."""
        return int(self.raw["message_thread_id"]) if self.raw.get("is_topic_message") else 0

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
