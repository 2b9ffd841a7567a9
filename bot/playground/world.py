"""The whole little world in memory: people, chats, messages, files. One method for each thing a person can do.

What the bot does comes in through `methods`; both sides end in `post`, `change` and `remove`.
"""

import random
from collections.abc import Sequence

from bot.clock import Clock
from bot.playground import limits
from bot.playground.chats import Chat, NotPossibleError
from bot.playground.commands import CommandBook
from bot.playground.entities import Formatted, finished, utf16_length
from bot.playground.errors import ApiError, Json
from bot.playground.faults import Faults, Rates
from bot.playground.files import FileStore
from bot.playground.personas import GROUP, PERSONAS, Group, Persona
from bot.playground.queries import Queries
from bot.playground.transcript import Transcript
from bot.playground.updates import UpdateQueue

BOT_NAME = "Đôn Đốc"
BOT_USERNAME = "dondoc_bot"
CALLBACK_SECONDS = 15 * 60
INLINE_SECONDS = 30


class World:
    """People, chats and messages, and the bot among them."""

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
        self.privacy = True  # in groups the bot sees only what is meant for it
        self.webhook = ""
        self.chats: dict[int, Chat] = {}
        self._open_chats()

    def _open_chats(self) -> None:
        bot_id = int(self.bot["id"])
        for persona in self.personas:
            user = persona.as_user()
            identity: Json = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
            members = {persona.id: "member", bot_id: "member"}
            self.chats[persona.id] = Chat(persona.id, "private", identity, members, started=persona.knows_bot)
        everyone = {persona.id: "member" for persona in self.personas} | {bot_id: "member"}
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

    def chat(self, chat_id: int) -> Chat:
        """A chat the bot may speak of."""
        try:
            return self.chats[chat_id]
        except KeyError:
            raise ApiError.bad("chat not found") from None

    def chats_of(self, user_id: int) -> list[Chat]:
        return [chat for chat in self.chats.values() if chat.members.get(user_id) == "member"]

    def _chat_for(self, user_id: int, chat_id: int) -> Chat:
        chat = self.chats.get(chat_id)
        if chat is None or chat.members.get(user_id) != "member":
            raise NotPossibleError(f"{user_id} is not in chat {chat_id}")
        if chat.blocked:
            raise NotPossibleError("the bot is blocked; unblock it first")
        return chat

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
            **content,
        }
        if reply_to is not None and reply_to in chat.messages:
            original = {key: value for key, value in chat.messages[reply_to].items() if key != "reply_to_message"}
            message["reply_to_message"] = original
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

    # ── what a person does ──────────────────────────────────────────────────────────────────────────

    def say(self, user_id: int, text: str, chat_id: int | None = None, *, reply_to: int | None = None) -> Json:
        """Send a text; one that is too long goes in parts, as the app does it. The last part is returned."""
        chat = self._chat_for(user_id, user_id if chat_id is None else chat_id)
        parts = split_text(finished(Formatted(text, [])).text)
        if not parts:
            raise NotPossibleError("an empty message cannot be sent")
        sent = [self._say(chat, user_id, finished(Formatted(part, [])), reply_to) for part in parts]
        return sent[-1]

    def _say(self, chat: Chat, user_id: int, formatted: Formatted, reply_to: int | None, **more: object) -> Json:
        content: Json = {"text": formatted.text, **more}
        if formatted.entities:
            content["entities"] = formatted.entities
        return self._deliver(chat, user_id, content, reply_to)

    def _deliver(self, chat: Chat, user_id: int, content: Json, reply_to: int | None = None) -> Json:
        chat.started = True
        message = self.post(chat, self.persona(user_id).as_user(), content, reply_to=reply_to)
        if self._reaches_bot(chat, message):
            self.updates.put("message", message)
        return message

    def _reaches_bot(self, chat: Chat, message: Json) -> bool:
        """In a group under privacy mode: commands, mentions, replies to the bot, and what was sent through it."""
        if not chat.is_group:
            return True
        if chat.members.get(self.bot_id) != "member":
            return False
        if not self.privacy or "via_bot" in message:
            return True
        if message.get("reply_to_message", {}).get("from", {}).get("id") == self.bot_id:
            return True
        text = str(message.get("text", message.get("caption", "")))
        if text.startswith("/"):
            addressee = text.split(maxsplit=1)[0].partition("@")[2]
            return addressee.lower() in ("", BOT_USERNAME)
        return f"@{BOT_USERNAME}" in text.lower()

    def start(self, user_id: int, payload: str = "") -> Json:
        """Open the chat by a deep link, or press Start."""
        return self.say(user_id, f"/start {payload}".strip())

    def send_document(
        self,
        user_id: int,
        content: bytes,
        name: str,
        chat_id: int | None = None,
        *,
        caption: str = "",
        mime_type: str | None = None,
        reply_to: int | None = None,
    ) -> Json:
        chat = self._chat_for(user_id, user_id if chat_id is None else chat_id)
        stored = self.files.document(name, content, mime_type)
        return self._deliver(chat, user_id, {"document": stored.as_document(), **_captioned(caption)}, reply_to)

    def send_photo(
        self,
        user_id: int,
        content: bytes,
        chat_id: int | None = None,
        *,
        caption: str = "",
        reply_to: int | None = None,
    ) -> Json:
        chat = self._chat_for(user_id, user_id if chat_id is None else chat_id)
        stored = self.files.photo(content)
        return self._deliver(chat, user_id, {"photo": stored.as_photo(), **_captioned(caption)}, reply_to)

    def edit_own(self, user_id: int, message_id: int, text: str, chat_id: int | None = None) -> Json:
        """Correct a text one has sent."""
        chat = self._chat_for(user_id, user_id if chat_id is None else chat_id)
        message = chat.messages.get(message_id)
        if message is None or message["from"]["id"] != user_id or "text" not in message:
            raise NotPossibleError("only one's own texts can be edited")
        formatted = finished(Formatted(text, []))
        content: Json = {"text": formatted.text, "entities": formatted.entities or None}
        changed = self.change(chat, message_id, content)
        if self._reaches_bot(chat, changed):
            self.updates.put("edited_message", changed)
        return changed

    def delete_own(self, user_id: int, message_id: int, chat_id: int | None = None) -> None:
        """Delete a message; the bot is not told."""
        chat = self._chat_for(user_id, user_id if chat_id is None else chat_id)
        self.remove(chat, [message_id])

    def press(self, user_id: int, message_id: int, data: str, chat_id: int | None = None) -> str:
        """Press the callback button with `data` under a message; the number of the callback query."""
        chat = self._chat_for(user_id, user_id if chat_id is None else chat_id)
        message = chat.messages.get(message_id, {})
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        if not any(button.get("callback_data") == data for row in rows for button in row):
            raise NotPossibleError(f"message {message_id} has no button {data!r}")
        return self.press_blindly(user_id, message, data)

    def press_blindly(self, user_id: int, message: Json, data: str) -> str:
        """A button press as an old or altered app could send it: nothing is checked."""
        query = self.callbacks.add(self.identifier(), user_id, int(message["chat"]["id"]), data)
        self.transcript.write("callback", query.chat_id, user_id=user_id, query=query.id, data=data, message=message)
        content = {
            "id": query.id,
            "from": self.persona(user_id).as_user(),
            "message": message,
            "chat_instance": str(query.chat_id),
            "data": data,
        }
        self.updates.put("callback_query", content)
        return query.id

    def ask_inline(self, user_id: int, text: str, chat_id: int | None = None, offset: str = "") -> str:
        """Type `@dondoc_bot text`; the number of the inline query."""
        chat = self._chat_for(user_id, user_id if chat_id is None else chat_id)
        query = self.inline_queries.add(self.identifier(), user_id, chat.id, text)
        self.transcript.write("inline_query", chat.id, user_id=user_id, query=query.id, text=text)
        content = {"id": query.id, "from": self.persona(user_id).as_user(), "query": text, "offset": offset}
        kind = "supergroup" if chat.is_group else "sender"
        self.updates.put("inline_query", {**content, "chat_type": kind})
        return query.id

    def choose_inline(self, user_id: int, query_id: str, result_id: str) -> Json:
        """Send one of the inline results into the chat."""
        query = self.inline_queries.get(query_id)
        result = next((each for each in query.results if each["id"] == result_id), None) if query else None
        if query is None or result is None or query.user_id != user_id:
            raise NotPossibleError("there is no such inline result")
        chat = self._chat_for(user_id, query.chat_id)
        chosen = {"result_id": result_id, "from": self.persona(user_id).as_user(), "query": query.text}
        self.updates.put("chosen_inline_result", chosen)
        more = {"via_bot": self.bot}
        if result["reply_markup"]:
            more["reply_markup"] = result["reply_markup"]
        return self._say(chat, user_id, Formatted(result["text"], result["entities"]), None, **more)

    def react(self, user_id: int, message_id: int, emoji: str | None, chat_id: int | None = None) -> None:
        """Put a reaction under a message, or take it back."""
        chat = self._chat_for(user_id, user_id if chat_id is None else chat_id)
        new = [{"type": "emoji", "emoji": emoji}] if emoji else []
        self.set_reaction(chat, message_id, user_id, new)
        self.updates.put(
            "message_reaction",
            {
                "chat": chat.as_json(),
                "message_id": message_id,
                "user": self.persona(user_id).as_user(),
                "date": self.timestamp(),
                "old_reaction": [],
                "new_reaction": new,
            },
        )

    def set_reaction(self, chat: Chat, message_id: int, user_id: int, reaction: list[Json]) -> None:
        self.transcript.write("reaction", chat.id, message_id=message_id, user_id=user_id, reaction=reaction)

    # ── the bot's standing in a chat ────────────────────────────────────────────────────────────────

    def block(self, user_id: int) -> None:
        """Block the bot as this person."""
        self._set_blocked(user_id, blocked=True)

    def unblock(self, user_id: int) -> None:
        self._set_blocked(user_id, blocked=False)

    def _set_blocked(self, user_id: int, *, blocked: bool) -> None:
        chat = self.chats[user_id]
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        self.transcript.write("blocked" if blocked else "unblocked", chat.id, user_id=user_id)
        statuses = ("member", "kicked") if blocked else ("kicked", "member")
        self._tell_membership(chat, user_id, *statuses)

    def add_bot(self, user_id: int, chat_id: int | None = None) -> None:
        """Add the bot to the group as this member."""
        self._move_bot(user_id, chat_id, "member")

    def remove_bot(self, user_id: int, chat_id: int | None = None) -> None:
        """Throw the bot out of the group."""
        self._move_bot(user_id, chat_id, "kicked")

    def _move_bot(self, user_id: int, chat_id: int | None, status: str) -> None:
        chat = self.chats[chat_id or self.group.id]
        before = chat.members.get(self.bot_id, "left")
        chat.members[self.bot_id] = status
        self.transcript.write("membership", chat.id, user_id=user_id, status=status)
        self._tell_membership(chat, user_id, before, status)

    def _tell_membership(self, chat: Chat, user_id: int, before: str, after: str) -> None:
        content = {
            "chat": chat.as_json(),
            "from": self.persona(user_id).as_user(),
            "date": self.timestamp(),
            "old_chat_member": self.membership(self.bot, before),
            "new_chat_member": self.membership(self.bot, after),
        }
        self.updates.put("my_chat_member", content)

    @staticmethod
    def membership(user: Json, status: str) -> Json:
        """A `ChatMember`."""
        member: Json = {"user": user, "status": status}
        if status == "kicked":
            member["until_date"] = 0
        return member

    # ── the end of it all ───────────────────────────────────────────────────────────────────────────

    def reset(self) -> None:
        """As on the first day: no messages, no files, nobody has blocked anything."""
        self.chats.clear()
        self.files.clear()
        self.callbacks.clear()
        self.inline_queries.clear()
        self.updates.clear()
        self.faults.clear()
        self.transcript.clear()
        self._open_chats()
        self.transcript.write("reset")


def split_text(text: str) -> list[str]:
    """Parts that Telegram takes, cut at a line or a word where there is one."""
    parts = []
    while utf16_length(text) > limits.TEXT_UNITS:
        head = text[: limits.TEXT_UNITS]
        while utf16_length(head) > limits.TEXT_UNITS:
            head = head[:-1]
        cut = max(head.rfind("\n"), head.rfind(" "))
        cut = cut if cut > 0 else len(head)
        parts.append(text[:cut])
        text = text[cut:].lstrip()
    return [*parts, text] if text else parts


def _captioned(caption: str) -> Json:
    formatted = limits.caption(finished(Formatted(caption, [])))
    content: Json = {"caption": formatted.text} if formatted.text else {}
    if formatted.entities:
        content["caption_entities"] = formatted.entities
    return content
