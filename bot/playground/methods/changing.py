"""Messages that change, go, are pinned or reacted to."""

from bot.playground import limits
from bot.playground.errors import ApiError, Json
from bot.playground.methods.registry import (
    album_part,
    captioned,
    edit,
    formatted,
    message_number,
    method,
    own,
    target,
    texted,
    writable,
)
from bot.playground.params import Params
from bot.playground.world import World

SECONDS_PER_HOUR = 3600


@method
def edit_message_text(world: World, params: Params) -> Json | bool:
    text = limits.edited_text(formatted(params, "text"))
    chat, message = own(world, params)
    if "text" not in message:
        raise ApiError.bad("there is no text in the message to edit")
    return edit(world, params, chat, message, texted(text))


@method
def edit_message_caption(world: World, params: Params) -> Json | bool:
    text = limits.edited_caption(formatted(params, "caption"))
    chat, message = own(world, params)
    if "text" in message:
        raise ApiError.bad("there is no caption in the message to edit")
    return edit(world, params, chat, message, captioned(text))


@method
def edit_message_reply_markup(world: World, params: Params) -> Json | bool:
    chat, message = own(world, params)
    return edit(world, params, chat, message, {})


@method
def edit_message_media(world: World, params: Params) -> Json | bool:
    part = params.parsed("media") or {}
    content = {"photo": None, "document": None, "text": None, "entities": None} | album_part(world, params, part)
    chat, message = own(world, params)
    return edit(world, params, chat, message, content)


@method
def delete_message(world: World, params: Params) -> bool:
    chat = target(world, params)
    number = message_number(params)
    message = chat.message(number, "message to delete not found")
    if chat.is_group and message["from"]["id"] != world.bot_id and chat.members.get(world.bot_id) != "administrator":
        raise ApiError.bad("message can't be deleted")
    if world.timestamp() - message["date"] > limits.DELETE_HOURS * SECONDS_PER_HOUR:
        raise ApiError.bad("message can't be deleted for everyone")
    world.remove(chat, [number])
    return True


@method
def delete_messages(world: World, params: Params) -> bool:
    chat = target(world, params)
    numbers = params.parsed("message_ids") or []
    if not 0 < len(numbers) <= 100:
        raise ApiError.bad("message identifiers are not specified" if not numbers else "too many messages")
    known = [int(number) for number in numbers if int(number) in chat.messages]
    if known:
        world.remove(chat, known)
    return True


@method
def pin_chat_message(world: World, params: Params) -> bool:
    chat = writable(world, params)
    number = message_number(params)
    chat.message(number, "message to pin not found")
    if number in chat.pinned:
        raise ApiError.bad("CHAT_NOT_MODIFIED")
    chat.pinned.append(number)
    world.transcript.write("pinned", chat.id, message_ids=list(chat.pinned))
    return True


@method
def unpin_chat_message(world: World, params: Params) -> bool:
    chat = writable(world, params)
    number = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else None)
    if number not in chat.pinned:
        raise ApiError.bad("message to unpin not found")
    chat.pinned.remove(number)
    world.transcript.write("pinned", chat.id, message_ids=list(chat.pinned))
    return True


@method
def unpin_all_chat_messages(world: World, params: Params) -> bool:
    chat = writable(world, params)
    chat.pinned.clear()
    world.transcript.write("pinned", chat.id, message_ids=[])
    return True


@method
def set_message_reaction(world: World, params: Params) -> bool:
    chat = writable(world, params)
    number = message_number(params)
    chat.message(number, "message to react not found")
    world.set_reaction(chat, number, world.bot_id, limits.reaction(params.parsed("reaction") or []))
    return True
