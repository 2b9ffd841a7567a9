"""What the bot can do: the Bot API's methods, each a function of the world and the call's parameters."""

from collections.abc import Callable
from typing import Any

from bot.playground import limits
from bot.playground.chats import Chat
from bot.playground.commands import key_of
from bot.playground.entities import Formatted
from bot.playground.errors import ApiError, Json
from bot.playground.params import Params
from bot.playground.world import World

Method = Callable[[World, Params], Any]
METHODS: dict[str, Method] = {}
SECONDS_PER_HOUR = 3600
PROFILE_UNITS = {"name": 64, "description": 512, "short_description": 120}


def method(function: Method) -> Method:
    """Register a function under its Bot API name, which is not case-sensitive."""
    METHODS[function.__name__.replace("_", "")] = function
    return function


# ── what several methods need ───────────────────────────────────────────────────────────────────────


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
    if params.text("inline_message_id"):
        raise ApiError.bad("MESSAGE_ID_INVALID")
    chat = target(world, params)
    message = chat.message(message_number(params), missing)
    chat.check_writable(world.bot_id)
    if message["from"]["id"] != world.bot_id:
        raise ApiError.bad("message can't be edited")
    return chat, message


def edit(world: World, params: Params, chat: Chat, message: Json, content: Json) -> Json:
    content = {**content, "reply_markup": keyboard(params)}
    if all(message.get(key) == value for key, value in content.items()):
        raise ApiError.bad(limits.NOT_MODIFIED)
    world.rates.check(chat.id)
    return visible(world.change(chat, message["message_id"], content))


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


# ── the bot itself ──────────────────────────────────────────────────────────────────────────────────


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


@method
def set_my_commands(world: World, params: Params) -> bool:
    key = key_of(params.parsed("scope"), params.text("language_code"))
    world.commands.put(key, limits.commands(params.parsed("commands")))
    world.transcript.write("commands")
    return True


@method
def get_my_commands(world: World, params: Params) -> list[Json]:
    return world.commands.get(key_of(params.parsed("scope"), params.text("language_code")))


@method
def delete_my_commands(world: World, params: Params) -> bool:
    world.commands.drop(key_of(params.parsed("scope"), params.text("language_code")))
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


# ── sending ─────────────────────────────────────────────────────────────────────────────────────────


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
    contents = [_album_part(world, params, part) for part in parts]
    group = {"media_group_id": world.identifier()}
    return [post(world, params, content | group) for content in contents]


def _album_part(world: World, params: Params, part: Json) -> Json:
    kind = str(part.get("type", ""))
    if kind not in ("photo", "document"):
        raise ApiError.bad("can't parse InputMedia: only photos and documents are known here")
    caption = limits.caption(formatted(params, "caption", part))
    return media_part(world, params, kind, str(part.get("media", ""))) | captioned(caption)


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
    source, message = _original(world, params, "message to forward not found")
    author = message["from"]
    origin = {"type": "user", "sender_user": author, "date": message["date"]}
    body = _body(message) | {"forward_origin": origin}
    if source.is_group and message.get("has_protected_content"):
        raise ApiError.bad("message can't be forwarded")
    return post(world, params, body)


@method
def copy_message(world: World, params: Params) -> Json:
    _, message = _original(world, params, "message to copy not found")
    body = _body(message)
    if "caption" in params.values and "text" not in body:
        body |= captioned(limits.caption(formatted(params, "caption")))
    return {"message_id": post(world, params, body)["message_id"]}


def _original(world: World, params: Params, missing: str) -> tuple[Chat, Json]:
    source = target(world, params, "from_chat_id")
    return source, source.message(message_number(params), missing)


def _body(message: Json) -> Json:
    parts = ("text", "entities", "photo", "document", "caption", "caption_entities")
    return {key: message[key] for key in parts if key in message}


# ── changing and deleting ───────────────────────────────────────────────────────────────────────────


@method
def edit_message_text(world: World, params: Params) -> Json:
    text = limits.edited_text(formatted(params, "text"))
    chat, message = own(world, params)
    if "text" not in message:
        raise ApiError.bad("there is no text in the message to edit")
    return edit(world, params, chat, message, texted(text))


@method
def edit_message_caption(world: World, params: Params) -> Json:
    text = limits.edited_caption(formatted(params, "caption"))
    chat, message = own(world, params)
    if "text" in message:
        raise ApiError.bad("there is no caption in the message to edit")
    return edit(world, params, chat, message, captioned(text))


@method
def edit_message_reply_markup(world: World, params: Params) -> Json:
    chat, message = own(world, params)
    return edit(world, params, chat, message, {})


@method
def edit_message_media(world: World, params: Params) -> Json:
    part = params.parsed("media") or {}
    content = {"photo": None, "document": None, "text": None, "entities": None} | _album_part(world, params, part)
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
    world.set_reaction(chat, number, world.bot_id, params.parsed("reaction") or [])
    return True


# ── answering ───────────────────────────────────────────────────────────────────────────────────────


@method
def answer_callback_query(world: World, params: Params) -> bool:
    text = params.text("text")
    if len(text) > limits.CALLBACK_ANSWER_UNITS:
        raise ApiError.bad("MESSAGE_TOO_LONG")
    query = world.callbacks.answer(params.text("callback_query_id"))
    world.transcript.write(
        "answer",
        query.chat_id,
        query=query.id,
        user_id=query.user_id,
        text=text,
        alert=params.flag("show_alert"),
        url=params.text("url"),
    )
    return True


@method
def answer_inline_query(world: World, params: Params) -> bool:
    results = limits.inline_results(params.parsed("results"))
    query = world.inline_queries.answer(params.text("inline_query_id"))
    query.results.extend(results)
    world.transcript.write(
        "inline_answer",
        query.chat_id,
        query=query.id,
        user_id=query.user_id,
        results=results,
        next_offset=params.text("next_offset"),
        button=params.parsed("button"),
    )
    return True


# ── files and chats ─────────────────────────────────────────────────────────────────────────────────


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
    if user_id == world.bot_id:
        return world.membership(world.bot, chat.members.get(user_id, "left"))
    person = next((each for each in world.personas if each.id == user_id), None)
    if person is None:
        raise ApiError.bad("user not found")
    return world.membership(person.as_user(), chat.members.get(user_id, "left"))


@method
def get_chat_administrators(world: World, params: Params) -> list[Json]:
    chat = target(world, params)
    if not chat.is_group:
        raise ApiError.bad("there are no administrators in the private chat")
    return []


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
