"""What a conversation shows: text in a small HTML subset, rows of buttons, a file. Knows nothing of any channel."""

import html
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache

_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class Button:
    """A button: exactly one of its four deeds.

    `action` is what comes back when it is pressed, `copy` text to copy, `url` an address, `share` a query with which
    the person chooses a chat and inserts what the bot offers there.
    """

    label: str
    action: str = ""
    copy: str = ""
    url: str = ""
    share: str = ""

    def __post_init__(self) -> None:
        """Refuse a button that does nothing or two things."""
        if sum(map(bool, (self.action, self.copy, self.url, self.share))) != 1:
            raise ValueError(f"button {self.label!r} needs exactly one of action, copy, url, share")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to send along: its name and bytes; `picture` asks for it to be shown as a photo."""

    name: str
    content: bytes
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Reply:
    """One message. `text` is HTML of the tags b, i, u, s, code, blockquote (expandable), a, tg-time; else escaped."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = field(default=())
    attachment: Attachment | None = None

    @property
    def plain(self) -> str:
        """The text without markup, as a channel without it would show."""
        return html.unescape(_TAG.sub("", self.text))


def below_line(reply: Reply, line: str) -> Reply:
    """Return `reply` below a line of plain text."""
    return Reply(f"{esc(line)}\n\n{reply.text}", reply.rows, reply.attachment)


def esc(text: str) -> str:
    """Return `text` safe inside HTML."""
    return html.escape(text, quote=False)


def bold(text: str) -> str:
    """Return `text`, escaped, in bold."""
    return f"<b>{esc(text)}</b>"


def bold_html(markup: str) -> str:
    """Return `markup`, which is HTML already, in bold."""
    return f"<b>{markup}</b>"


@lru_cache(maxsize=4096)
def when(day: date) -> str:
    """Return a day as dd/mm/yyyy that can be tapped, to see it in a calendar or be reminded.

    The moment behind it is noon in Vietnam, so that it falls on the same day almost anywhere.
    """
    moment = datetime(day.year, day.month, day.day, 5, tzinfo=UTC)
    return f'<tg-time unix="{moment.timestamp():.0f}">{day:%d/%m/%Y}</tg-time>'


def italic(text: str) -> str:
    """Return `text`, escaped, in italics."""
    return f"<i>{esc(text)}</i>"


def code(text: str) -> str:
    """Return `text`, escaped, as code (one tap copies it)."""
    return f"<code>{esc(text)}</code>"


def fold_quote(text: str) -> str:
    """Return `text`, escaped, as a quote that is folded until it is tapped."""
    return f"<blockquote expandable>{esc(text)}</blockquote>"


def shorten(text: str, limit: int) -> str:
    """Return `text` cut at a word so that it has at most `limit` characters, the cut marked `[…]`."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 4]
    return cut[: max(cut.rfind(" "), limit // 2)].rstrip(" ,;.") + " […]"
