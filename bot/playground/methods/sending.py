"""New messages: texts, photos, documents, albums, forwards and copies."""

from bot.playground import limits
from bot.playground.doings import forwarded
from bot.playground.errors import ApiError, Json
from bot.playground.methods.registry import (
    album_part,
    captioned,
    formatted,
    message_number,
    method,
    post,
    sent_file,
    target,
    texted,
    writable,
)
from bot.playground.params import Params
from bot.playground.world import World


@method
def send_message(world: World, params: Params) -> Json:
    return post(world, params, texted(limits.message_text(formatted(params, "text"))))


@method
def send_photo(world: World, params: Params) -> Json:
    return post(world, params, sent_file(world, params, "photo"))


@method
def send_document(world: World, params: Params) -> Json:
    return post(world, params, sent_file(world, params, "document"))


@method
def send_media_group(world: World, params: Params) -> list[Json]:
    parts = params.parsed("media")
    if not isinstance(parts, list) or not 2 <= len(parts) <= 10:
        raise ApiError.bad("wrong number of messages in the album")
    contents = [album_part(world, params, part) for part in parts]
    group = {"media_group_id": world.identifier()}
    return [post(world, params, content | group) for content in contents]


@method
def send_chat_action(world: World, params: Params) -> bool:
    action = params.text("action")
    if action not in limits.ACTIONS:
        raise ApiError.bad("wrong parameter action in request")
    chat = writable(world, params)
    chat.draft_action = action
    world.transcript.write("action", chat.id, action=action)
    return True


@method
def forward_message(world: World, params: Params) -> Json:
    message = _original(world, params, "message to forward not found")
    if message.get("has_protected_content"):
        raise ApiError.bad("message can't be forwarded")
    return post(world, params, forwarded(message))


@method
def copy_message(world: World, params: Params) -> Json:
    message = _original(world, params, "message to copy not found")
    if message.get("has_protected_content"):
        raise ApiError.bad("message can't be copied")
    body = _body(message)
    if "caption" in params.values and "text" not in body:
        body |= captioned(limits.caption(formatted(params, "caption")))
    return {"message_id": post(world, params, body)["message_id"]}


def _original(world: World, params: Params, missing: str) -> Json:
    return target(world, params, "from_chat_id").message(message_number(params), missing)


def _body(message: Json) -> Json:
    parts = ("text", "entities", "photo", "document", "caption", "caption_entities")
    return {key: message[key] for key in parts if key in message}
