"""The bot itself: its name, its commands, its webhook."""

from bot.playground import limits
from bot.playground.commands import Key, key_of
from bot.playground.errors import ApiError, Json
from bot.playground.methods.registry import METHODS, method, target
from bot.playground.params import Params
from bot.playground.world import World

PROFILE_UNITS = {"name": 64, "description": 512, "short_description": 120}


@method
def get_me(world: World, _params: Params) -> Json:
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": not world.privacy,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }
    return world.bot | abilities


@method
def set_webhook(world: World, params: Params) -> bool:
    world.webhook = params.text("url")
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    return True


@method
def delete_webhook(world: World, params: Params) -> bool:
    world.webhook = ""
    if params.flag("drop_pending_updates"):
        world.updates.clear()
    return True


@method
def get_webhook_info(world: World, _params: Params) -> Json:
    return {
        "url": world.webhook,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


def _scope(world: World, params: Params) -> Key:
    """Whom a list of commands is for; a scope that names a chat needs one that exists."""
    key = key_of(params.parsed("scope"), params.text("language_code"))
    kind, chat_id = key[:2]
    if kind.startswith("chat"):
        chat = world.chat(chat_id)
        if kind != "chat" and not chat.is_group:
            raise ApiError.bad("chat member commands can't be set in private chats")
    return key


@method
def set_my_commands(world: World, params: Params) -> bool:
    key = _scope(world, params)
    world.commands.put(key, limits.commands(params.parsed("commands")))
    world.transcript.write("commands")
    return True


@method
def get_my_commands(world: World, params: Params) -> list[Json]:
    return world.commands.get(_scope(world, params))


@method
def delete_my_commands(world: World, params: Params) -> bool:
    world.commands.drop(_scope(world, params))
    world.transcript.write("commands")
    return True


def _profile(name: str) -> None:
    """setMyX and getMyX for one text of the bot's profile."""

    def put(world: World, params: Params) -> bool:
        text = params.text(name)
        if len(text) > PROFILE_UNITS[name]:
            raise ApiError.bad(f"BOT_{name.upper()}_TOO_LONG")
        world.profile[name, params.text("language_code")] = text
        return True

    def get(world: World, params: Params) -> Json:
        language = params.text("language_code")
        fallback = world.bot["first_name"] if name == "name" else ""
        return {name: world.profile.get((name, language)) or world.profile.get((name, "")) or fallback}

    METHODS[f"setmy{name.replace('_', '')}"] = put
    METHODS[f"getmy{name.replace('_', '')}"] = get


for _name in PROFILE_UNITS:
    _profile(_name)


@method
def set_chat_menu_button(world: World, params: Params) -> bool:
    if params.text("chat_id"):
        target(world, params).menu_button = params.parsed("menu_button")
    return True


@method
def get_chat_menu_button(world: World, params: Params) -> Json:
    chosen = target(world, params).menu_button if params.text("chat_id") else None
    return chosen or {"type": "commands"}
