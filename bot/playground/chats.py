"""One chat: who is in it, what was said, and how it looks in the Bot API."""

from dataclasses import dataclass, field

from bot.playground.errors import ApiError, Json


class NotPossibleError(Exception):
    """Something a person cannot do in the app: press a button that is not there, write to a blocked bot."""


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the person's) or a supergroup."""

    id: int
    kind: str  # "private" or "supergroup"
    identity: Json  # the fields of `Chat` that name it
    members: dict[int, str] = field(default_factory=dict)  # user id → status, the bot among them
    messages: dict[int, Json] = field(default_factory=dict)
    next_message_id: int = 1
    pinned: list[int] = field(default_factory=list)
    topics: dict[int, str] = field(default_factory=dict)
    started: bool = True  # private: the person has opened the chat
    blocked: bool = False  # private: the person has blocked the bot
    draft_action: str | None = None
    menu_button: Json | None = None

    @property
    def is_group(self) -> bool:
        return self.kind != "private"

    def as_json(self) -> Json:
        return {"id": self.id, "type": self.kind, **self.identity}

    def message(self, message_id: int, otherwise: str) -> Json:
        """A message by its number; a refusal in the words `otherwise` when there is none."""
        try:
            return self.messages[message_id]
        except KeyError:
            raise ApiError.bad(otherwise) from None

    def check_writable(self, bot_id: int) -> None:
        """Refuse what the bot cannot send here."""
        if not self.is_group:
            if self.blocked:
                raise ApiError.forbidden("bot was blocked by the user")
            if not self.started:
                raise ApiError.forbidden("bot can't initiate conversation with a user")
            return
        status = self.members.get(bot_id)
        if status == "kicked":
            raise ApiError.forbidden("bot was kicked from the supergroup chat")
        if status in (None, "left"):
            raise ApiError.forbidden("bot is not a member of the supergroup chat")
