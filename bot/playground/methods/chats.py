"""Files to fetch, and what the bot may know of chats and their members."""

from bot.playground import limits
from bot.playground.errors import ApiError, Json
from bot.playground.methods.registry import method, target, visible
from bot.playground.params import Params
from bot.playground.world import World


@method
def get_file(world: World, params: Params) -> Json:
    file = world.files.get(params.text("file_id"))
    if len(file.content) > limits.DOWNLOAD_BYTES:
        raise ApiError.bad("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.unique_id,
        "file_size": len(file.content),
        "file_path": file.path,
    }


@method
def get_chat(world: World, params: Params) -> Json:
    chat = target(world, params)
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    full: Json = {
        **chat.as_json(),
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    if chat.pinned:
        full["pinned_message"] = visible(chat.messages[chat.pinned[-1]])
    return full


@method
def get_chat_member(world: World, params: Params) -> Json:
    chat = target(world, params)
    user_id = params.integer("user_id") or 0
    return world.membership(world.user(user_id), chat.members.get(user_id, "left"))


@method
def get_chat_administrators(world: World, params: Params) -> list[Json]:
    chat = target(world, params)
    if not chat.is_group:
        raise ApiError.bad("there are no administrators in the private chat")
    chiefs = [user for user, status in chat.members.items() if status in ("administrator", "creator")]
    return [world.membership(world.user(user), chat.members[user]) for user in chiefs]


@method
def get_chat_member_count(world: World, params: Params) -> int:
    return sum(status not in ("left", "kicked") for status in target(world, params).members.values())


@method
def leave_chat(world: World, params: Params) -> bool:
    chat = target(world, params)
    if not chat.is_group:
        raise ApiError.bad("chat member status can't be changed in private chats")
    chat.check_writable(world.bot_id)
    chat.members[world.bot_id] = "left"
    world.transcript.write("membership", chat.id, user_id=world.bot_id, status="left")
    return True


@method
def get_user_profile_photos(_world: World, _params: Params) -> Json:
    return {"total_count": 0, "photos": []}
