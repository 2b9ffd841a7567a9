"""Who is where: the bot blocked, thrown out, added; people who leave; groups that grow, and their topics."""

from bot.playground.chats import Chat, NotPossibleError
from bot.playground.errors import Json
from bot.playground.place import Place

BASIC_GROUP = -57_000
SUPERGROUP = -1_002_570_060_000
ADMINISTRATOR_FIELDS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)


class Standing(Place):
    """Membership, and what groups become."""

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

    def add_bot(self, user_id: int, chat_id: int | None = None, status: str = "member") -> None:
        """Add the bot to the group as this member, or make it "administrator" there."""
        self._move_bot(user_id, chat_id, status)

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
        elif status == "creator":
            member["is_anonymous"] = False
        elif status == "administrator":
            member |= dict.fromkeys(ADMINISTRATOR_FIELDS, False)
        return member

    # ── people ──────────────────────────────────────────────────────────────────────────────────────

    def leave(self, user_id: int, chat_id: int | None = None) -> None:
        """Leave the group."""
        self._come_and_go(user_id, chat_id, "left")

    def join(self, user_id: int, chat_id: int | None = None) -> None:
        """Come into the group."""
        self._come_and_go(user_id, chat_id, "member")

    def _come_and_go(self, user_id: int, chat_id: int | None, status: str) -> None:
        chat = self.chats[chat_id or self.group.id]
        user = self.persona(user_id).as_user()
        came = status == "member"
        if chat.has(user_id) == came:
            raise NotPossibleError(f"{user_id} is {'already' if came else 'not'} in {chat.id}")
        chat.members[user_id] = status
        self.transcript.write("chats")
        self.deliver(chat, user_id, {"new_chat_members": [user]} if came else {"left_chat_member": user})

    def vanish(self, user_id: int) -> None:
        """Delete this person's Telegram account; the bot is not told."""
        self.chats[user_id].gone = True

    # ── groups ──────────────────────────────────────────────────────────────────────────────────────

    def found_group(self, user_id: int, title: str) -> Chat:
        """Make a basic group of everybody and the bot, which is told that it was added."""
        everyone = {persona.id: "member" for persona in self.personas} | {user_id: "creator", self.bot_id: "member"}
        chat = Chat(BASIC_GROUP - len(self.chats), "group", {"title": title}, everyone)
        self.chats[chat.id] = chat
        self.transcript.write("chats")
        self._tell_membership(chat, user_id, "left", "member")
        self.deliver(chat, user_id, {"group_chat_created": True})
        return chat

    def upgrade(self, user_id: int, chat_id: int) -> Chat:
        """Make a supergroup of a basic group: it gets another id, and the old one refuses everything from then on."""
        old = self.chats[chat_id]
        if old.kind != "group" or old.moved_to:
            raise NotPossibleError(f"{chat_id} is no basic group")
        new = Chat(SUPERGROUP - len(self.chats), "supergroup", old.identity, dict(old.members))
        self.chats[new.id] = new
        self.deliver(old, user_id, {"migrate_to_chat_id": new.id})
        old.moved_to = new.id
        self.deliver(new, user_id, {"migrate_from_chat_id": old.id})
        self.transcript.write("chats")
        return new

    def open_topic(self, user_id: int, name: str, chat_id: int | None = None) -> int:
        """Open a topic in the group, which becomes a forum; the topic's number."""
        chat = self.chats[chat_id or self.group.id]
        chat.identity["is_forum"] = True
        number = chat.next_message_id
        chat.topics[number] = name
        created = {"name": name, "icon_color": 0x6FB9F0}
        self.deliver(chat, user_id, {"forum_topic_created": created, **chat.topic(number)})
        return number

    def close_topic(self, user_id: int, number: int, chat_id: int | None = None) -> None:
        """Close a topic: only administrators can write in it."""
        chat = self.chats[chat_id or self.group.id]
        self.deliver(chat, user_id, {"forum_topic_closed": {}, **chat.topic(number)})
        chat.closed.add(number)
