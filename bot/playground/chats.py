"""One chat: who is in it, what was said, and how it looks in the Bot API."""

from dataclasses import dataclass, field

from bot.playground.errors import ApiError, Json

PRESENT = {"member", "administrator", "creator"}


class NotPossibleError(Exception):
    """Something a person cannot do in the app: press a button that is not there, write to a blocked bot."""


@dataclass(slots=True)
class Chat:
    """A private chat (its id is the person's) or a supergroup."""

    id: int
    kind: str  # "private", "group" or "supergroup"
    identity: Json  # the fields of `Chat` that name it
    members: dict[int, str] = field(default_factory=dict)  # user id → status, the bot among them
    messages: dict[int, Json] = field(default_factory=dict)
    next_message_id: int = 1
    pinned: list[int] = field(default_factory=list)
    topics: dict[int, str] = field(default_factory=dict)
    closed: set[int] = field(default_factory=set)  # topics in which only administrators write
    reactions: dict[int, dict[int, list[Json]]] = field(default_factory=dict)  # message → user → reactions
    moved_to: int | None = None  # a basic group: the supergroup it has become
    started: bool = True  # private: the person has opened the chat
    blocked: bool = False  # private: the person has blocked the bot
    gone: bool = False  # private: the person has deleted the account
    draft_action: str | None = None
    menu_button: Json | None = None

    @property
    def is_group(self) -> bool:
        return self.kind != "private"

    def as_json(self) -> Json:
        return {"id": self.id, "type": self.kind, **self.identity}

    def has(self, user_id: int) -> bool:
        """Whether somebody is in this chat."""
        return self.members.get(user_id) in PRESENT

    def topic(self, number: int) -> Json:
        """What marks a message as one in a topic; nothing for 0. A person cannot write in one that is closed."""
        if not number:
            return {}
        if number not in self.topics or number in self.closed:
            raise NotPossibleError(f"there is no open topic {number}")
        return {"message_thread_id": number, "is_topic_message": True}

    def thread(self, content: Json, reply_to: int | None) -> Json:
        """`content` of a new message with the thread that its reply puts it in.

        A reply to a message in a topic lands there. Elsewhere in a supergroup a chain of replies is a thread named
        after its first message, which is no topic: nothing can be sent to it by that name.
        """
        original = self.messages.get(reply_to or 0)
        if self.kind != "supergroup" or original is None or "message_thread_id" in content:
            return content
        if original.get("is_topic_message"):
            return {**content, "message_thread_id": original["message_thread_id"], "is_topic_message": True}
        return {**content, "message_thread_id": original.get("message_thread_id", original["message_id"])}

    def message(self, message_id: int, otherwise: str) -> Json:
        """A message by its number; a refusal in the words `otherwise` when there is none."""
        try:
            return self.messages[message_id]
        except KeyError:
            raise ApiError.bad(otherwise) from None

    def check_writable(self, bot_id: int) -> None:
        """Refuse what the bot cannot send here."""
        if not self.is_group:
            self._check_person()
            return
        if self.moved_to:
            words = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, words, {"migrate_to_chat_id": self.moved_to})
        status = self.members.get(bot_id)
        if status == "kicked":
            raise ApiError.forbidden(f"bot was kicked from the {self.kind} chat")
        if status in (None, "left"):
            raise ApiError.forbidden(f"bot is not a member of the {self.kind} chat")

    def _check_person(self) -> None:
        if self.gone:
            raise ApiError.forbidden("user is deactivated")
        if self.blocked:
            raise ApiError.forbidden("bot was blocked by the user")
        if not self.started:
            raise ApiError.forbidden("bot can't initiate conversation with a user")
