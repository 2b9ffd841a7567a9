"""A text and what is marked in it, with offsets in UTF-16 units: as it is shown, addresses and commands found."""

import re
from typing import NamedTuple

from bot.playground.errors import Json

ORDER = (
    "mention",
    "hashtag",
    "bot_command",
    "url",
    "email",
    "blockquote",
    "expandable_blockquote",
    "text_link",
    "text_mention",
    "date_time",
    "pre",
    "code",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "custom_emoji",
)
AUTOMATIC = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]»”])"
    r"|(?P<email>[A-Za-z0-9_.+-]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+)"
    r"|(?<![\w@/])(?P<mention>@[A-Za-z][A-Za-z0-9_]{3,31})(?!\w)"
    r"|(?<![\w/<>])(?P<bot_command>/[A-Za-z0-9_]{1,32}(?:@[A-Za-z][A-Za-z0-9_]{2,31})?)(?![\w/])"
    r"|(?<![\w#])(?P<hashtag>#\w*[^\W\d]\w*)"
)


class Formatted(NamedTuple):
    """A text and what is marked in it."""

    text: str
    entities: list[Json]


def utf16_length(text: str) -> int:
    """How long Telegram says `text` is."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def in_order(entities: list[Json]) -> list[Json]:
    """Outer before inner, as Telegram sorts them."""
    return sorted(entities, key=lambda each: (each["offset"], -each["length"], ORDER.index(each["type"])))


def finished(formatted: Formatted) -> Formatted:
    """As it is shown: control characters gone, blank ends cut off, addresses and commands found."""
    text = "".join(" " if char < " " and char not in "\n\t" else char for char in formatted.text.replace("\r\n", "\n"))
    stripped = text.strip(" \n\t\u00a0\u200b")
    before = utf16_length(text[: len(text) - len(text.lstrip(" \n\t\u00a0\u200b"))])
    total = utf16_length(stripped)
    entities = []
    for entity in formatted.entities:
        start = max(entity["offset"] - before, 0)
        end = min(entity["offset"] + entity["length"] - before, total)
        if end > start:
            entities.append({**entity, "offset": start, "length": end - start})
    return Formatted(stripped, in_order(entities + automatic(stripped, entities)))


def automatic(text: str, taken: list[Json]) -> list[Json]:
    """Mentions, commands, addresses and hashtags that Telegram finds by itself where nothing else is marked."""
    blocking = [
        (each["offset"], each["offset"] + each["length"])
        for each in taken
        if each["type"] in ("pre", "code", "text_link", "text_mention", "date_time", "custom_emoji")
    ]
    found: list[Json] = []
    for match in AUTOMATIC.finditer(text):
        start = utf16_length(text[: match.start()])
        end = start + utf16_length(match[0])
        if match.lastgroup and not any(start < last and first < end for first, last in blocking):
            found.append({"type": match.lastgroup, "offset": start, "length": end - start})
    return found
