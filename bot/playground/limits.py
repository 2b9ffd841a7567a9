"""What Telegram refuses, in Telegram's words."""

import re

from telegram.constants import ReactionEmoji

from bot.playground.entities import Formatted, finished, utf16_length
from bot.playground.errors import ApiError, Json
from bot.playground.html import parse_html

TEXT_UNITS = 4096
CAPTION_UNITS = 1024
CALLBACK_BYTES = 64
CALLBACK_ANSWER_UNITS = 200
COPY_TEXT_UNITS = 256
BUTTONS = 100
BUTTONS_PER_ROW = 8
INLINE_RESULTS = 50
RESULT_ID_BYTES = 64
OFFSET_BYTES = 64
INLINE_CACHE_SECONDS = 300
START_PARAMETER = r"[A-Za-z0-9_-]{1,64}"
COMMANDS = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
DESCRIPTION_UNITS = 256
UPLOAD_BYTES = 50 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024
PHOTO_BYTES = 10 * 1024 * 1024
PHOTO_SIDES = 10_000  # width and height together
PHOTO_RATIO = 20
DELETE_HOURS = 48
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
OLD_QUERY = "query is too old and response timeout expired or query ID is invalid"
STYLES = {"primary", "success", "danger"}
ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
REACTIONS = frozenset(str(emoji.value) for emoji in ReactionEmoji)
BUTTON_ACTIONS = (
    "callback_data",
    "url",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "web_app",
    "login_url",
    "pay",
    "callback_game",
)


def read_text(text: str, parse_mode: str | None, entities: list[Json] | None = None) -> Formatted:
    """A text as it would be shown, whatever its length."""
    if not parse_mode or parse_mode.lower() == "none":
        return finished(Formatted(text, entities or []))
    if parse_mode.lower() != "html":
        raise ApiError.bad("unsupported parse_mode")
    return finished(parse_html(text))


def message_text(formatted: Formatted) -> Formatted:
    if not formatted.text:
        raise ApiError.bad("message text is empty")
    if utf16_length(formatted.text) > TEXT_UNITS:
        raise ApiError.bad("message is too long")
    return formatted


def edited_text(formatted: Formatted) -> Formatted:
    """The same limit, but the server's own word for it."""
    if not formatted.text:
        raise ApiError.bad("message text is empty")
    if utf16_length(formatted.text) > TEXT_UNITS:
        raise ApiError.bad("MESSAGE_TOO_LONG")
    return formatted


def caption(formatted: Formatted) -> Formatted:
    if utf16_length(formatted.text) > CAPTION_UNITS:
        raise ApiError.bad("message caption is too long")
    return formatted


def edited_caption(formatted: Formatted) -> Formatted:
    if utf16_length(formatted.text) > CAPTION_UNITS:
        raise ApiError.bad("MEDIA_CAPTION_TOO_LONG")
    return formatted


def inline_keyboard(markup: object) -> Json | None:
    """The keyboard as it is kept with the message; other kinds of reply markup are not kept."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise ApiError.bad("object expected as reply markup")
    if "inline_keyboard" not in markup:
        return None
    rows = markup["inline_keyboard"]
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise ApiError.bad('field "inline_keyboard" of the InlineKeyboardMarkup should be an Array of Arrays')
    kept = [[button(each) for each in row] for row in rows if row]
    if sum(map(len, kept)) > BUTTONS or any(len(row) > BUTTONS_PER_ROW for row in kept):
        raise ApiError.bad("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": kept} if kept else None


def button(given: object) -> Json:
    trouble = "can't parse inline keyboard button: "
    if not isinstance(given, dict):
        raise ApiError.bad(f"{trouble}InlineKeyboardButton must be an Object")
    label = given.get("text")
    if not isinstance(label, str):
        raise ApiError.bad(f'{trouble}Field "text" must be of type String')
    actions = [name for name in BUTTON_ACTIONS if name in given]
    if not label.strip() or not actions:
        raise ApiError.bad(f"{trouble}Text buttons are unallowed in the inline keyboard")
    if given.get("style", "primary") not in STYLES:
        raise ApiError.bad(f"{trouble}invalid button style specified")
    _button_action(actions[0], given[actions[0]])
    return {name: given[name] for name in ("text", *actions, "style", "icon_custom_emoji_id") if name in given}


def _button_action(action: str, value: object) -> None:
    if action == "callback_data":
        if not isinstance(value, str) or not value or len(value.encode()) > CALLBACK_BYTES:
            raise ApiError.bad("BUTTON_DATA_INVALID")
    elif action == "copy_text":
        text = value.get("text") if isinstance(value, dict) else None
        if not isinstance(text, str) or not 0 < utf16_length(text) <= COPY_TEXT_UNITS:
            raise ApiError.bad("BUTTON_COPY_TEXT_INVALID")
    elif action == "url":
        url = str(value)
        if not re.match(r"(https?|tg|ton)://[^\s/]|[^\s/:]+\.[^\s]+", url):
            raise ApiError.bad(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def commands(given: object) -> list[Json]:
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise ApiError.bad("can't parse commands: Expected an Array of BotCommand")
    if len(given) > COMMANDS:
        raise ApiError.bad("BOT_COMMANDS_TOO_MUCH")
    kept = []
    for each in given:
        name = str(each.get("command", "")).removeprefix("/")
        about = str(each.get("description", ""))
        if not COMMAND.fullmatch(name):
            raise ApiError.bad("BOT_COMMAND_INVALID")
        if not 0 < utf16_length(about) <= DESCRIPTION_UNITS:
            raise ApiError.bad("BOT_COMMAND_DESCRIPTION_INVALID")
        kept.append({"command": name, "description": about})
    return kept


def inline_results(given: object) -> list[Json]:
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise ApiError.bad("can't parse inline query results JSON array: Expected an Array")
    if len(given) > INLINE_RESULTS:
        raise ApiError.bad("RESULTS_TOO_MUCH")
    seen: set[str] = set()
    for each in given:
        identifier = str(each.get("id", ""))
        if not 0 < len(identifier.encode()) <= RESULT_ID_BYTES:
            raise ApiError.bad("RESULT_ID_INVALID")
        if identifier in seen:
            raise ApiError.bad("RESULT_ID_DUPLICATE")
        seen.add(identifier)
    return [inline_result(each) for each in given]


def inline_result(given: Json) -> Json:
    """An article with the message it would send, read as any other message."""
    trouble = "can't parse inline query result: "
    content = given.get("input_message_content")
    if given.get("type") != "article" or not isinstance(content, dict):
        raise ApiError.bad(f"{trouble}only articles with an input message content are known here")
    if not str(given.get("title", "")):
        raise ApiError.bad("ARTICLE_TITLE_EMPTY")
    try:
        read = read_text(str(content.get("message_text", "")), content.get("parse_mode"), content.get("entities"))
        message = message_text(read)
    except ApiError as refusal:
        reason = refusal.description.removeprefix("Bad Request: ")
        raise ApiError.bad(f"{trouble}{reason[:1].upper()}{reason[1:]}") from refusal
    return {
        "id": str(given["id"]),
        "title": str(given["title"]),
        "description": str(given.get("description", "")),
        "text": message.text,
        "entities": message.entities,
        "reply_markup": inline_keyboard(given.get("reply_markup")),
    }


def inline_button(given: object) -> Json | None:
    """The button over inline results: it opens the private chat with a start parameter."""
    if given is None:
        return None
    if not isinstance(given, dict):
        raise ApiError.bad("can't parse inline query results button: InlineQueryResultsButton must be an Object")
    if not str(given.get("text", "")):
        raise ApiError.bad("SWITCH_PM_TEXT_EMPTY")
    parameter = str(given.get("start_parameter", ""))
    if not parameter:
        raise ApiError.bad("START_PARAM_EMPTY")
    if not re.fullmatch(START_PARAMETER, parameter):
        raise ApiError.bad("START_PARAM_INVALID")
    return {"text": str(given["text"]), "start_parameter": parameter}


def next_offset(given: str) -> str:
    if len(given.encode()) > OFFSET_BYTES:
        raise ApiError.bad("NEXT_OFFSET_INVALID")
    return given


def reaction(given: object) -> list[Json]:
    """What the bot puts under a message: at most one emoji of those that Telegram knows."""
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise ApiError.bad("can't parse reaction types JSON object")
    if len(given) > 1:
        raise ApiError.bad("REACTIONS_TOO_MANY")
    if any(each.get("type") != "emoji" or each.get("emoji", "").rstrip("\ufe0f") not in REACTIONS for each in given):
        raise ApiError.bad("REACTION_INVALID")
    return given


def answer_link(url: str, username: str) -> str:
    """The address that an answer to a pressed button may open: the bot's own deep link."""
    own = rf"(https?://)?(t\.me|telegram\.me)/{username}\?start={START_PARAMETER}"
    if url and not re.fullmatch(own, url, re.IGNORECASE):
        raise ApiError.bad("URL_INVALID")
    return url


def uploaded(size: int) -> None:
    if not size:
        raise ApiError.bad("file must be non-empty")
    if size > UPLOAD_BYTES:
        raise ApiError(413, "Request Entity Too Large")


def photo(size: int, sides: tuple[int, int] | None) -> None:
    if size > PHOTO_BYTES:
        raise ApiError.bad(f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_BYTES} bytes")
    if sides is None:
        raise ApiError.bad("IMAGE_PROCESS_FAILED")
    width, height = sides
    if not width or not height or width + height > PHOTO_SIDES or max(sides) > PHOTO_RATIO * min(sides):
        raise ApiError.bad("PHOTO_INVALID_DIMENSIONS")
