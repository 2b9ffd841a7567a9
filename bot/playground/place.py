"""The place where everything happens: people, chats, messages, files, and the bot among them.

What people do builds on it in `doings`, `inline` and `standing`; what the bot does comes in through `methods`. Both
sides end in `post`, `change` and `remove`.
"""

import random
from collections.abc import Sequence

from bot.clock import Clock
from bot.playground.chats import Chat, NotPossibleError
from bot.playground.commands import CommandBook
from bot.playground.errors import ApiError, Json
from bot.playground.faults import Faults, Rates
from bot.playground.files import FileStore
from bot.playground.personas import GROUP, PERSONAS, Group, Persona
from bot.playground.queries import InlineCache, Queries
from bot.playground.transcript import Transcript
from bot.playground.updates import UpdateQueue

BOT_NAME = "Đôn Đốc"
BOT_USERNAME = "dondoc_bot"
CALLBACK_SECONDS = 15 * 60
INLINE_SECONDS = 30


class Place:
    """State, and how it changes."""

    def __init__(
        self,
        clock: Clock,
        personas: Sequence[Persona] = PERSONAS,
        group: Group = GROUP,
        *,
        bot_id: int = 57_000_057,
        seed: int = 57,
    ) -> None:
        self.clock = clock
        self.personas = tuple(personas)
        self.group = group
        self.bot: Json = {"id": bot_id, "is_bot": True, "first_name": BOT_NAME, "username": BOT_USERNAME}
        self.chance = random.Random(seed)  # noqa: S311 — identifiers that repeat from run to run
        self.transcript = Transcript()
        self.updates = UpdateQueue(self.chance.randrange(100_000, 900_000))
        self.files = FileStore(self.chance)
        self.commands = CommandBook()
        self.profile: dict[tuple[str, str], str] = {}  # (field, language) → what setMyName and its like stored
        self.faults = Faults()
        self.rates = Rates()
        self.callbacks = Queries(CALLBACK_SECONDS)
        self.inline_queries = Queries(INLINE_SECONDS)
        self.inline_cache = InlineCache()
        self.inline_messages: dict[str, tuple[int, int]] = {}  # sent through the bot → chat and message
        self.privacy = True  # in groups the bot sees only what is meant for it
        self.webhook = ""
        self.chats: dict[int, Chat] = {}
        self.open_chats()

    def open_chats(self) -> None:
        """A private chat for everybody, and the group."""
        for persona in self.personas:
            user = persona.as_user()
            identity: Json = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
            members = {persona.id: "member", self.bot_id: "member"}
            self.chats[persona.id] = Chat(persona.id, "private", identity, members, started=persona.knows_bot)
        everyone = {persona.id: "member" for persona in self.personas} | {self.bot_id: "member"}
        self.chats[self.group.id] = Chat(self.group.id, "supergroup", {"title": self.group.title}, everyone)

    # ── looking around ──────────────────────────────────────────────────────────────────────────────

    @property
    def bot_id(self) -> int:
        return int(self.bot["id"])

    def persona(self, who: int | str) -> Persona:
        """A person by id or key."""
        for persona in self.personas:
            if who in (persona.id, persona.key):
                return persona
        raise NotPossibleError(f"nobody here is called {who!r}")

    def user(self, user_id: int) -> Json:
        """The `User` of a person or of the bot."""
        for persona in self.personas:
            if persona.id == user_id:
                return persona.as_user()
        if user_id != self.bot_id:
            raise ApiError.bad("user not found")
        return self.bot

    def chat(self, chat_id: int) -> Chat:
        """A chat the bot may speak of."""
        try:
            return self.chats[chat_id]
        except KeyError:
            raise ApiError.bad("chat not found") from None

    def chats_of(self, user_id: int) -> list[Chat]:
        return [chat for chat in self.chats.values() if chat.has(user_id)]

    def chat_for(self, user_id: int, chat_id: int | None) -> Chat:
        """The chat in which a person acts: the private one unless told otherwise."""
        chat = self.chats.get(user_id if chat_id is None else chat_id)
        if chat is None or not chat.has(user_id) or chat.moved_to:
            raise NotPossibleError(f"{user_id} is not in chat {chat_id}")
        if chat.blocked:
            raise NotPossibleError("the bot is blocked; unblock it first")
        return chat

    def shown_commands(self, user_id: int, chat_id: int) -> list[Json]:
        """The bot's commands that "/" shows a person in a chat."""
        leads = self.chats[chat_id].members.get(user_id) in ("administrator", "creator")
        return self.commands.shown(chat_id, user_id, self.persona(user_id).language_code, leads=leads)

    def timestamp(self) -> int:
        return int(self.clock.now().timestamp())

    def identifier(self) -> str:
        return str(self.chance.getrandbits(62))

    # ── what both sides end in ──────────────────────────────────────────────────────────────────────

    def post(self, chat: Chat, author: Json, content: Json, *, reply_to: int | None = None) -> Json:
        """Put a message into a chat. `content` is everything but number, author, chat, date and reply."""
        message: Json = {
            "message_id": chat.next_message_id,
            "from": author,
            "chat": chat.as_json(),
            "date": self.timestamp(),
            **chat.thread(content, reply_to),
        }
        root = message.get("message_thread_id") if message.get("is_topic_message") else None
        original = chat.messages.get(reply_to or root or 0)
        if original is not None:
            message["reply_to_message"] = {key: part for key, part in original.items() if key != "reply_to_message"}
        chat.next_message_id += 1
        chat.messages[message["message_id"]] = message
        if author["id"] == self.bot_id:
            chat.draft_action = None
        self.transcript.write("message", chat.id, message=message)
        return message

    def change(self, chat: Chat, message_id: int, content: Json, *, kind: str = "edited") -> Json:
        """Replace parts of a message; a part that is None goes."""
        merged = {**chat.messages[message_id], **content}
        message = {key: value for key, value in merged.items() if value is not None}
        if kind == "edited":
            message["edit_date"] = self.timestamp()
        chat.messages[message_id] = message
        self.transcript.write(kind, chat.id, message=message)
        return message

    def remove(self, chat: Chat, message_ids: list[int]) -> None:
        for message_id in message_ids:
            chat.messages.pop(message_id, None)
        chat.pinned = [each for each in chat.pinned if each in chat.messages]
        self.transcript.write("deleted", chat.id, message_ids=message_ids)

    def set_reaction(self, chat: Chat, message_id: int, user_id: int, reaction: list[Json]) -> list[Json]:
        """Put these reactions in place of the ones that `user_id` had, which are returned."""
        of_message = chat.reactions.setdefault(message_id, {})
        before = of_message.get(user_id, [])
        of_message[user_id] = reaction
        self.transcript.write("reaction", chat.id, message_id=message_id, user_id=user_id, reaction=reaction)
        return before

    # ── what the bot gets to see ────────────────────────────────────────────────────────────────────

    def deliver(self, chat: Chat, user_id: int, content: Json, reply_to: int | None = None) -> Json:
        """Post what a person sends, and tell the bot if it may know."""
        chat.started = True
        message = self.post(chat, self.persona(user_id).as_user(), content, reply_to=reply_to)
        if self.reaches_bot(chat, message):
            self.updates.put("message", message)
        return message

    def reaches_bot(self, chat: Chat, message: Json) -> bool:
        """In a group under privacy mode: commands, mentions, replies to the bot, service messages, and what was sent
        through it."""
        if not chat.is_group:
            return True
        if not chat.has(self.bot_id):
            return False
        if not self.privacy or "via_bot" in message or not ({"text", "document", "photo"} & message.keys()):
            return True
        if message.get("reply_to_message", {}).get("from", {}).get("id") == self.bot_id:
            return True
        text = str(message.get("text", message.get("caption", "")))
        if text.startswith("/"):
            addressee = text.split(maxsplit=1)[0].partition("@")[2]
            return addressee.lower() in ("", BOT_USERNAME)
        return f"@{BOT_USERNAME}" in text.lower()
