"""The bot's command lists, per scope and language, and which one a chat shows."""

import re

from bot.playground.errors import ApiError, Json

SCOPES = {
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
}
Key = tuple[str, int, int, str]  # scope, chat, user, language


class CommandBook:
    """What setMyCommands stored."""

    def __init__(self) -> None:
        self._lists: dict[Key, list[Json]] = {}

    def put(self, key: Key, commands: list[Json]) -> None:
        self._lists[key] = commands

    def get(self, key: Key) -> list[Json]:
        return self._lists.get(key, [])

    def drop(self, key: Key) -> None:
        self._lists.pop(key, None)

    def shown(self, chat_id: int, user_id: int, language: str, *, leads: bool = False) -> list[Json]:
        """The list a person sees after typing "/": the narrowest scope wins, the person's language first.

        `leads` is whether the person is an administrator of the group.
        """
        scopes = [("chat", chat_id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)]
        if chat_id < 0:
            chief, chiefs = ("chat_administrators", chat_id, 0), ("all_chat_administrators", 0, 0)
            narrow = [("chat_member", chat_id, user_id), *([chief] if leads else []), ("chat", chat_id, 0)]
            scopes = [*narrow, *([chiefs] if leads else []), ("all_group_chats", 0, 0), ("default", 0, 0)]
        for scope, chat, user in scopes:
            for tongue in (language, ""):
                if found := self._lists.get((scope, chat, user, tongue)):
                    return found
        return []


def key_of(scope: Json | None, language: str) -> Key:
    """The key of a `BotCommandScope` and a language."""
    scope = scope or {"type": "default"}
    kind = str(scope.get("type", ""))
    if kind not in SCOPES:
        raise ApiError.bad("can't parse BotCommandScope: Unsupported type specified")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise ApiError.bad("invalid language code specified")
    return kind, int(scope.get("chat_id", 0)), int(scope.get("user_id", 0)), language
