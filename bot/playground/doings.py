"""What a person does with messages: one method for each thing the app can do."""

import re

from bot.playground import limits
from bot.playground.chats import NotPossibleError
from bot.playground.entities import Formatted, finished, utf16_length
from bot.playground.errors import Json
from bot.playground.place import BOT_USERNAME, Place

FORWARDED = ("text", "entities", "photo", "document", "caption", "caption_entities")


class Doings(Place):
    """Saying, sending, correcting, forwarding, pressing."""

    def say(
        self, user_id: int, text: str, chat_id: int | None = None, *, reply_to: int | None = None, thread: int = 0
    ) -> Json:
        """Send a text; one that is too long goes in parts, as the app does it. The last part is returned."""
        chat = self.chat_for(user_id, chat_id)
        parts = split_text(finished(Formatted(text, [])).text)
        if not parts:
            raise NotPossibleError("an empty message cannot be sent")
        topic = chat.topic(thread)
        sent = [self.deliver(chat, user_id, worded(finished(Formatted(part, []))) | topic, reply_to) for part in parts]
        return sent[-1]

    def start(self, user_id: int, payload: str = "", chat_id: int | None = None) -> Json:
        """Open the chat by a deep link, or press Start; in a group, by a link with `startgroup`."""
        if not re.fullmatch(limits.START_PARAMETER, payload or "0"):
            raise NotPossibleError(f"no deep link can carry {payload!r}")
        to = f"@{BOT_USERNAME}" if chat_id is not None and self.chat(chat_id).is_group else ""
        return self.say(user_id, f"/start{to} {payload}".strip(), chat_id)

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
        thread: int = 0,
    ) -> Json:
        chat = self.chat_for(user_id, chat_id)
        part = {"document": self.files.document(name, content, mime_type).as_document()}
        return self.deliver(chat, user_id, part | _captioned(caption) | chat.topic(thread), reply_to)

    def send_photo(
        self,
        user_id: int,
        content: bytes,
        chat_id: int | None = None,
        *,
        caption: str = "",
        reply_to: int | None = None,
        thread: int = 0,
    ) -> Json:
        chat = self.chat_for(user_id, chat_id)
        part = {"photo": self.files.photo(content).as_photo()}
        return self.deliver(chat, user_id, part | _captioned(caption) | chat.topic(thread), reply_to)

    def forward(self, user_id: int, message_id: int, from_chat: int | None = None, to_chat: int | None = None) -> Json:
        """Forward a message. Buttons stay behind unless all they do is open a link; protected content stays too."""
        source, chat = self.chat_for(user_id, from_chat), self.chat_for(user_id, to_chat)
        message = source.messages.get(message_id)
        if message is None or message.get("has_protected_content"):
            raise NotPossibleError("this message cannot be forwarded")
        return self.deliver(chat, user_id, forwarded(message))

    def edit_own(self, user_id: int, message_id: int, text: str, chat_id: int | None = None) -> Json:
        """Correct a text or caption one has sent."""
        chat = self.chat_for(user_id, chat_id)
        message = chat.messages.get(message_id)
        if message is None or message["from"]["id"] != user_id or "forward_origin" in message:
            raise NotPossibleError("only one's own messages can be edited")
        formatted = finished(Formatted(text, []))
        if "text" in message:
            content: Json = {"text": formatted.text, "entities": formatted.entities or None}
        else:
            content = {"caption": formatted.text or None, "caption_entities": formatted.entities or None}
        changed = self.change(chat, message_id, content)
        if self.reaches_bot(chat, changed):
            self.updates.put("edited_message", changed)
        return changed

    def delete_own(self, user_id: int, message_id: int, chat_id: int | None = None) -> None:
        """Delete a message; the bot is not told."""
        chat = self.chat_for(user_id, chat_id)
        self.remove(chat, [message_id])

    def press(self, user_id: int, message_id: int, data: str, chat_id: int | None = None) -> str:
        """Press the callback button with `data` under a message; the number of the callback query."""
        chat = self.chat_for(user_id, chat_id)
        message = chat.messages.get(message_id, {})
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        if not any(button.get("callback_data") == data for row in rows for button in row):
            raise NotPossibleError(f"message {message_id} has no button {data!r}")
        return self.press_blindly(user_id, message, data)

    def press_blindly(self, user_id: int, message: Json, data: str) -> str:
        """A button press as an old or altered app could send it: nothing is checked.

        Of a message that is gone the bot gets only the number; of one sent through it in inline mode, a name for edits.
        """
        chat = self.chats[int(message["chat"]["id"])]
        query = self.callbacks.add(self.identifier(), user_id, chat.id, data)
        self.transcript.write("callback", chat.id, user_id=user_id, query=query.id, data=data, message=message)
        content = {
            "id": query.id,
            "from": self.persona(user_id).as_user(),
            "chat_instance": str(chat.id),
            "data": data,
        }
        number = message["message_id"]
        through = [name for name, place in self.inline_messages.items() if place == (chat.id, number)]
        if through:
            content["inline_message_id"] = through[0]
        elif number in chat.messages:
            content["message"] = message
        else:
            content["message"] = {"chat": chat.as_json(), "message_id": number, "date": 0}
        self.updates.put("callback_query", content)
        return query.id

    def react(self, user_id: int, message_id: int, emoji: str | None, chat_id: int | None = None) -> None:
        """Put a reaction under a message, or take it back. In a group only an administrator bot is told."""
        chat = self.chat_for(user_id, chat_id)
        if message_id not in chat.messages or (emoji and emoji not in limits.REACTIONS):
            raise NotPossibleError(f"message {message_id} cannot get the reaction {emoji!r}")
        new = [{"type": "emoji", "emoji": emoji}] if emoji else []
        old = self.set_reaction(chat, message_id, user_id, new)
        if chat.is_group and chat.members.get(self.bot_id) != "administrator":
            return
        content = {
            "chat": chat.as_json(),
            "message_id": message_id,
            "user": self.persona(user_id).as_user(),
            "date": self.timestamp(),
            "old_reaction": old,
            "new_reaction": new,
        }
        self.updates.put("message_reaction", content)


def worded(formatted: Formatted) -> Json:
    """The parts of a message that hold its text."""
    content: Json = {"text": formatted.text}
    return content | ({"entities": formatted.entities} if formatted.entities else {})


def forwarded(message: Json) -> Json:
    """The content of `message` as it looks when it has been forwarded."""
    origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    content = {key: message[key] for key in FORWARDED if key in message}
    content["forward_origin"] = message.get("forward_origin", origin)
    markup = message.get("reply_markup")
    if markup and all("url" in button for row in markup["inline_keyboard"] for button in row):
        content["reply_markup"] = markup
    return content


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
