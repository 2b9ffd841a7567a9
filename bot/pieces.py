"""Cuts a message into pieces that Telegram accepts, each of them whole HTML."""

import html
import re
from collections.abc import Iterable, Sequence

_TOKEN = re.compile(r"<[^>]+>|&#?\w+;|.", re.DOTALL)


def utf16_length(text: str) -> int:
    """Return the length of `text` as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pieces(text: str, limit: int) -> list[str]:
    """Return the HTML `text` in pieces of at most `limit` UTF-16 units of what is shown.

    A cut falls between lines where it can, else between words. What is bold or quoted there is closed in one piece and
    opened again in the next. Text that fits comes back as it is.
    """
    if utf16_length(text) <= limit:  # Tags and entities only make it longer than what is shown: most messages end here.
        return [text]
    parts: list[str] = []
    tokens = _TOKEN.findall(text)
    opened: list[str] = []
    while tokens:
        end = _fitting(tokens, limit)
        cut = end if end == len(tokens) else _good_cut(tokens, end)
        head = [*opened, *tokens[:cut]]
        still = _open_tags(head)
        if _is_shown(tokens[:cut]):
            parts.append("".join((*head, *(f"</{_name(tag)}>" for tag in reversed(still)))))
        opened, tokens = still, _without_blank_start(tokens[cut:])
    return parts or [text]


def _width(token: str) -> int:
    return 0 if _is_tag(token) else utf16_length(html.unescape(token))


def _is_tag(token: str) -> bool:
    return len(token) > 1 and token[0] == "<"


def _name(tag: str) -> str:
    return tag.strip("</>").split()[0]


def _is_shown(tokens: Iterable[str]) -> bool:
    return any(not _is_tag(token) and not token.isspace() for token in tokens)


def _fitting(tokens: Sequence[str], limit: int) -> int:
    """Return how many of `tokens` fit into one piece, closing tags at the border included."""
    width = 0
    for place, token in enumerate(tokens):
        width += _width(token)
        if width > limit:
            return place
    return len(tokens)


def _good_cut(tokens: Sequence[str], end: int) -> int:
    """Return where to cut before `end`: after a line, after a word, in the second half; else at `end`."""
    for blank in ("\n", " "):
        for place in range(end, end // 2, -1):
            if tokens[place] == blank:
                return place
    return max(end, 1)


def _open_tags(tokens: Iterable[str]) -> list[str]:
    opened: list[str] = []
    for token in tokens:
        if token.startswith("</"):
            opened.pop()
        elif _is_tag(token):
            opened.append(token)
    return opened


def _without_blank_start(tokens: list[str]) -> list[str]:
    start = 0
    while start < len(tokens) and tokens[start].isspace():
        start += 1
    return tokens[start:]
