"""What every method needs: the table of methods, and the chat, message, text and file that a call speaks of."""

from collections.abc import Callable
from typing import Any

from bot.playground import limits
from bot.playground.chats import Chat
from bot.playground.entities import Formatted
from bot.playground.errors import ApiError, Json
from bot.playground.params import Params
from bot.playground.world import World

Method = Callable[[World, Params], Any]
METHODS: dict[str, Method] = {}


def method(function: Method) -> Method:
    """Register a function under its Bot API name, which is not case-sensitive."""
    METHODS[function.__name__.replace("_", "")] = function
    return function


def target(world: World, params: Params, name: str = "chat_id") -> Chat:
    """The chat a call speaks of."""
    if not params.text(name):
        raise ApiError.bad(f"{name} is empty")
    chat_id = params.integer(name)
    if chat_id is None:
        raise ApiError.bad("chat not found")
    return world.chat(chat_id)


def writable(world: World, params: Params) -> Chat:
    """The chat a call writes to, if the bot may."""
    chat = target(world, params)
    chat.check_writable(world.bot_id)
    thread = params.integer("message_thread_id")
    if thread and thread not in chat.topics:
        raise ApiError.bad("message thread not found")
    if thread in chat.closed and chat.members.get(world.bot_id) != "administrator":
        raise ApiError.bad("TOPIC_CLOSED")
    return chat


def message_number(params: Params, name: str = "message_id") -> int:
    number = params.integer(name)
    if not number:
        raise ApiError.bad("message identifier is not specified")
    return number


def formatted(params: Params, field: str, source: Json | None = None) -> Formatted:
    """A text or caption, from the call or from one of its parts."""
    values = Params(source) if source is not None else params
    entities = "entities" if field == "text" else "caption_entities"
    return limits.read_text(values.text(field), values.text("parse_mode"), values.parsed(entities))


def texted(text: Formatted) -> Json:
    return {"text": text.text, "entities": text.entities or None}


def captioned(text: Formatted) -> Json:
    return {"caption": text.text or None, "caption_entities": text.entities or None}


def keyboard(params: Params) -> Json | None:
    return limits.inline_keyboard(params.parsed("reply_markup"))


def extras(params: Params) -> Json:
    """Parts that any new message may have."""
    kept: Json = {"reply_markup": keyboard(params)}
    if params.flag("protect_content"):
        kept["has_protected_content"] = True
    if thread := params.integer("message_thread_id"):
        kept |= {"message_thread_id": thread, "is_topic_message": True}
    markup = params.parsed("reply_markup") or {}
    kept["force_reply"] = True if markup.get("force_reply") else None
    return kept


def reply_to(params: Params, chat: Chat) -> int | None:
    wanted = params.parsed("reply_parameters") or {}
    number = wanted.get("message_id") or params.integer("reply_to_message_id")
    if number is None or int(number) in chat.messages:
        return number and int(number)
    if wanted.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return None
    raise ApiError.bad("message to be replied not found")


def post(world: World, params: Params, content: Json) -> Json:
    """Send a new message of the bot, if nothing forbids it."""
    more = extras(params)
    chat = writable(world, params)
    original = reply_to(params, chat)
    world.rates.check(chat.id)
    whole = {key: value for key, value in (content | more).items() if value is not None}
    return visible(world.post(chat, world.bot, whole, reply_to=original))


def visible(message: Json) -> Json:
    """A message without what only the page needs."""
    return {key: value for key, value in message.items() if key != "force_reply"}


def own(world: World, params: Params, missing: str = "message to edit not found") -> tuple[Chat, Json]:
    """A message of the bot that is to be edited."""
    if through := params.text("inline_message_id"):
        return _sent_through(world, through)
    chat = target(world, params)
    message = chat.message(message_number(params), missing)
    chat.check_writable(world.bot_id)
    if message["from"]["id"] != world.bot_id:
        raise ApiError.bad("message can't be edited")
    return chat, message


def _sent_through(world: World, name: str) -> tuple[Chat, Json]:
    """A message that somebody sent through the bot in inline mode, in whatever chat."""
    chat_id, number = world.inline_messages.get(name, (0, 0))
    chat = world.chats.get(chat_id)
    if chat is None or number not in chat.messages:
        raise ApiError.bad("MESSAGE_ID_INVALID")
    return chat, chat.messages[number]


def edit(world: World, params: Params, chat: Chat, message: Json, content: Json) -> Json | bool:
    """Change a message and give it back; True for one that was sent through the bot, which it cannot see."""
    content = {**content, "reply_markup": keyboard(params)}
    if all(message.get(key) == value for key, value in content.items()):
        raise ApiError.bad(limits.NOT_MODIFIED)
    world.rates.check(chat.id)
    changed = visible(world.change(chat, message["message_id"], content))
    return bool(params.text("inline_message_id")) or changed


def media_part(world: World, params: Params, kind: str, given: str) -> Json:
    """`photo` or `document` of a message: an upload, one attached elsewhere in the call, or a known file."""
    upload = params.uploads.get(given.removeprefix("attach://"))
    if upload is None and given.startswith(("http://", "https://")):
        raise ApiError.bad("failed to get HTTP URL content")
    if upload is None and given not in world.files:
        raise ApiError.bad("wrong remote file identifier specified: Wrong string length")
    if upload is None:
        stored = world.files.get(given)
    elif kind == "photo":
        stored = world.files.photo(upload.content)
    else:
        stored = world.files.document(upload.name, upload.content, upload.mime_type)
    return {"photo": stored.as_photo()} if kind == "photo" else {"document": stored.as_document()}


def sent_file(world: World, params: Params, kind: str) -> Json:
    """The file of sendPhoto or sendDocument."""
    given = kind if kind in params.uploads else params.text(kind)
    if not given:
        raise ApiError.bad(f"there is no {kind} in the request")
    caption = limits.caption(formatted(params, "caption"))
    return media_part(world, params, kind, given) | captioned(caption)


def album_part(world: World, params: Params, part: Json) -> Json:
    """One part of an album, or what replaces a photo or document."""
    kind = str(part.get("type", ""))
    if kind not in ("photo", "document"):
        raise ApiError.bad("can't parse InputMedia: only photos and documents are known here")
    caption = limits.caption(formatted(params, "caption", part))
    return media_part(world, params, kind, str(part.get("media", ""))) | captioned(caption)
