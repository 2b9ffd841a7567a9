"""Telegram's HTML parse mode, read the way Telegram reads it: text and entities, offsets in UTF-16 units.

The work is done on bytes because Telegram's complaints name byte offsets.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.playground.entities import Formatted, in_order
from bot.playground.errors import ApiError, Json

NAMED = {b"lt": "<", b"gt": ">", b"amp": "&", b"quot": '"'}
SIMPLE = {
    "i": "italic",
    "em": "italic",
    "b": "bold",
    "strong": "bold",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = {*SIMPLE, "a", "pre", "code", "blockquote", "tg-emoji", "tg-time"}
SPACES = b" \t\r\n\0\x0b"
NAME_ENDS = SPACES + b"=>/\"'"
TOKEN = re.compile(rb"[A-Za-z0-9.-]*")
PLAIN = re.compile(rb"(?s).[^&<\0]*")
CONTINUATION = bytes(range(0x80, 0xC0))
LEADS_OF_FOUR = bytes(range(0xF0, 0x100))
REFERENCE = re.compile(rb"&(?:#x([0-9A-Fa-f]*)|#([0-9]*)|([A-Za-z]+))")
DATE_FORMAT = re.compile(r"r|w?[dD]?[tT]?")
SURROGATES = range(0xD800, 0xE000)
LONGEST_REFERENCE = 9
USER_LINK = re.compile(r"tg://user\?id=(\d+)")


def parse_html(markup: str) -> Formatted:
    """Read `markup`; an `ApiError` in Telegram's words when it cannot be read."""
    return _Reader(markup).read()


def refuse(words: str) -> ApiError:
    return ApiError.bad(f"can't parse entities: {words}")


@dataclass(slots=True)
class _Tag:
    name: str
    at: int  # byte offset, for complaints
    offset: int  # UTF-16
    begins: int  # index into the bytes put out
    attributes: dict[str, str] = field(default_factory=dict)


class _Reader:
    def __init__(self, markup: str) -> None:
        self.source = markup.encode("utf-8", "surrogatepass") + b"\0"
        self.size = len(self.source) - 1
        self.pos = 0
        self.out = bytearray()
        self.units = 0
        self.open: list[_Tag] = []
        self.entities: list[Json] = []
        self.languages: dict[int, str] = {}  # of `code` entities, by their index
        self.lone_surrogate = False

    def read(self) -> Formatted:
        while self.pos < self.size:
            char = self.source[self.pos]
            if char == ord("&") and self._reference(self.out, count=True):
                continue
            if char != ord("<"):
                self._plain()
            elif self.source[self.pos + 1] == ord("/"):
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            raise refuse(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        if self.lone_surrogate:
            raise refuse(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return Formatted(self.out.decode("utf-8", "replace"), in_order(self.entities))

    def _plain(self) -> None:
        """Put out what stands before the next mark; an "&" that begins no reference is such text too."""
        found = PLAIN.match(self.source, self.pos)
        run = found[0] if found else b""
        self.units += len(run.translate(None, CONTINUATION)) + len(run) - len(run.translate(None, LEADS_OF_FOUR))
        self.out += run
        self.pos += len(run)

    def _reference(self, out: bytearray, *, count: bool = False) -> bool:
        """Decode the reference at the position into `out`; False leaves an unknown one as it stands."""
        found = REFERENCE.match(self.source, self.pos)
        if not found:
            return False
        hexadecimal, decimal, name = found.groups()
        if name is not None:
            code = ord(NAMED.get(name, "\0"))
        else:
            code = int(hexadecimal or b"0", 16) if hexadecimal is not None else int(decimal or b"0")
            if code >= 0x10FFFF or len(found[0]) > LONGEST_REFERENCE:
                return False
        if not code:
            return False
        self.lone_surrogate |= count and code in SURROGATES
        out += chr(code).encode("utf-8", "surrogatepass")
        self.units += count and 1 + (code > 0xFFFF)
        self.pos = found.end() + (self.source[found.end()] == ord(";"))
        return True

    def _skip(self, until: bytes) -> None:
        while self.source[self.pos] not in until:
            self.pos += 1

    def _skip_spaces(self) -> None:
        while self.source[self.pos] and self.source[self.pos] in SPACES:
            self.pos += 1

    def _start_tag(self) -> None:
        begin = self.pos
        self.pos += 1
        self._skip(SPACES + b">")
        if not self.source[self.pos]:
            raise refuse(f"Unclosed start tag at byte offset {begin}")
        name = self._slice(begin + 1)
        if name not in TAGS:
            raise refuse(f'Unsupported start tag "{name}" at byte offset {begin}')
        tag = _Tag(name, begin, self.units, len(self.out))
        self._skip_spaces()
        while self.source[self.pos] != ord(">"):
            self._attribute(tag)
            self._skip_spaces()
        if name == "span" and tag.attributes.get("class") != "tg-spoiler":
            raise refuse(f'Tag "span" must have class "tg-spoiler" at byte offset {begin}')
        self.open.append(tag)
        self.pos += 1

    def _attribute(self, tag: _Tag) -> None:
        begin = self.pos
        self._skip(NAME_ENDS)
        name = self._slice(begin)
        if not self.source[self.pos]:
            raise refuse(f'Unclosed start tag "{tag.name}" at byte offset {tag.at}')
        if not name:
            raise refuse(f'Empty attribute name in the tag "{tag.name}" at byte offset {tag.at}')
        self._skip_spaces()
        if self.source[self.pos] != ord("="):
            tag.attributes[name] = ""
            return
        self.pos += 1
        self._skip_spaces()
        if not self.source[self.pos]:
            raise refuse(f'Unclosed start tag "{tag.name}" at byte offset {tag.at}')
        tag.attributes[name] = self._value(tag)

    def _value(self, tag: _Tag) -> str:
        quote = self.source[self.pos]
        if quote not in b"'\"":
            begin = self.pos
            found = TOKEN.match(self.source, begin)
            self.pos = found.end() if found else begin
            if self.source[self.pos] not in SPACES + b">":
                raise refuse(f"Unexpected end of name token at byte offset {begin}")
            if not self.source[self.pos]:
                raise refuse(f"Unclosed start tag at byte offset {tag.at}")
            return self._slice(begin)
        self.pos += 1
        value = bytearray()
        while self.source[self.pos] not in (quote, 0):
            if self.source[self.pos] != ord("&") or not self._reference(value):
                value.append(self.source[self.pos])
                self.pos += 1
        if not self.source[self.pos] or not self.source[self.pos + 1]:
            raise refuse(f"Unclosed start tag at byte offset {tag.at}")
        self.pos += 1
        return value.decode("utf-8", "replace")

    def _end_tag(self) -> None:
        begin = self.pos
        if not self.open:
            raise refuse(f"Unexpected end tag at byte offset {begin}")
        self.pos += 2
        self._skip(SPACES + b">")
        name = self._slice(begin + 2)
        self._skip_spaces()
        if self.source[self.pos] != ord(">"):
            raise refuse(f"Unclosed end tag at byte offset {begin}")
        self.pos += 1
        tag = self.open.pop()
        if name and name != tag.name:
            raise refuse(
                f'Unmatched end tag at byte offset {begin}, expected "</{tag.name}>", found "</{name}>"',
            )
        if self.units > tag.offset:
            self._close(tag)

    def _close(self, tag: _Tag) -> None:
        span: Json = {"offset": tag.offset, "length": self.units - tag.offset}
        if tag.name in SIMPLE:
            self._add(SIMPLE[tag.name], span)
        elif tag.name in ("pre", "code"):
            self._block(tag, span)
        elif tag.name == "blockquote":
            self._add("expandable_blockquote" if "expandable" in tag.attributes else "blockquote", span)
        elif tag.name == "a":
            self._link(tag.attributes.get("href") or self.out[tag.begins :].decode("utf-8", "replace"), span)
        elif tag.name == "tg-emoji":
            self._emoji(tag.attributes.get("emoji-id", ""), span)
        else:
            self._time(tag, span)

    def _add(self, kind: str, span: Json, **more: object) -> None:
        self.entities.append({"type": kind, **span, **more})

    def _block(self, tag: _Tag, span: Json) -> None:
        """`pre` with `code class="language-…"` over the same words is one block in that language."""
        last = len(self.entities) - 1
        twin = self.entities[last] if self.entities else {}
        same = all(twin.get(key) == span[key] for key in span)
        wanted = tag.attributes.get("class", "")
        language = wanted.removeprefix("language-") if wanted.startswith("language-") else ""
        if same and tag.name == "pre" and twin["type"] == "code" and self.languages.get(last):
            self.entities[last] = {"type": "pre", **span, "language": self.languages[last]}
        elif same and tag.name == "code" and twin["type"] == "pre" and "language" not in twin and language:
            twin["language"] = language
        else:
            self._add(tag.name, span)
            if tag.name == "code":
                self.languages[last + 1] = language

    def _link(self, url: str, span: Json) -> None:
        person = USER_LINK.fullmatch(url)
        if person:
            self._add("text_mention", span, user={"id": int(person[1]), "is_bot": False, "first_name": ""})
        elif checked := checked_link(url):
            self._add("text_link", span, url=checked)

    def _emoji(self, identifier: str, span: Json) -> None:
        if not identifier.isdecimal() or int(identifier) == 0:
            raise refuse("Invalid custom emoji identifier specified")
        self._add("custom_emoji", span, custom_emoji_id=identifier)

    def _time(self, tag: _Tag, span: Json) -> None:
        wanted = tag.attributes.get("format", "")
        if not DATE_FORMAT.fullmatch(wanted):
            raise refuse("Invalid date format used")
        moment = re.match(r"\d+", tag.attributes.get("unix", ""))
        if moment and int(moment[0]) > 0:
            more = {"date_time_format": wanted} if wanted else {}
            self._add("date_time", span, unix_time=int(moment[0]), **more)

    def _slice(self, begin: int) -> str:
        return self.source[begin : self.pos].decode("utf-8", "replace").lower()


def checked_link(url: str) -> str:
    """The address Telegram would keep, or nothing when it drops the link."""
    if not url or url != "".join(url.split()):
        return ""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https", "tg", "ton", "tonsite"):
        return ""
    if parts.scheme == "tg":
        return url
    host = parts.hostname or ""
    if "." not in host and host != "localhost":
        return ""
    return parts._replace(path=parts.path or "/").geturl()
