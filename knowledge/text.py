"""Vietnamese text made comparable: one folding for the index, the questions and the matcher."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from knowledge.patterns import Sought

# Letters that people or scanners put for đ, and hyphens and spaces that look alike.
_LOOKALIKES = str.maketrans(
    {
        "ð": "đ",
        "Ð": "Đ",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2007": " ",
        "\u200b": "",
        "\u200c": "",
        "\u200d": "",
        "\u2060": "",
        "\u00ad": "",
        "\ufeff": "",
    }
)
_LOOKALIKE = re.compile(f"[{''.join(map(chr, _LOOKALIKES))}]")
_D_STROKE = str.maketrans({"đ": "d", "Đ": "D"})
# Between the words that stand for one expression of a question; anywhere else it is a space as any other.
BOUND = "\u00a0"
_TOKEN = re.compile(r"[^\W_]+", re.UNICODE)
# Anything but Latin letters, with their marks in one, and punctuation.
_BEYOND_LATIN = re.compile(r"[^\u0000-\u02ff\u1e00-\u206f]")


def tidy(text: str) -> str:
    """Return `text` in NFC, with look-alike letters, hyphens and spaces made one; nothing else is changed."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_LOOKALIKES) if _LOOKALIKE.search(text) else text)


def fold(text: str) -> str:
    """Return `text` in lower case without diacritics, đ as d: what matching, indexing and reading all compare.

    SQLite's `unicode61` never folds đ (it is a letter of its own), so the folding is ours. Tone placement
    (hoà/hòa) and NFC/NFD differences vanish with the marks.
    """
    if text.isascii():
        return text.lower()
    plain = text.translate(_PLAIN)
    return plain.lower() if plain.isascii() else _fold(text)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.translate(_LOOKALIKES).translate(_D_STROKE))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c))).casefold()


# Letters of the Latin alphabet and marks that stand apart from their letters, each as it is folded by itself.
_PLAIN = {code: _fold(chr(code)) for code in (*range(0x80, 0x370), *range(0x1E00, 0x2070))}
# The same with one character for each, and the letters of which folding takes a mark.
_ALIGNED = {code: folded if len(folded) == 1 else " " for code, folded in _PLAIN.items()}
_WITH_MARKS = "".join(chr(code) for code, folded in _PLAIN.items() if folded != tidy(chr(code)).casefold())
_MARKED = re.compile(f"[{_WITH_MARKS}]")


def words(text: str) -> list[str]:
    """Return the folded words of `text` (letters and digits; everything else separates)."""
    tidied = tidy(text)
    if _BEYOND_LATIN.search(tidied):  # a mark that stands apart from its letter separates nothing
        return _TOKEN.findall(fold(tidied))
    return [_fold_word(word) for word in _TOKEN.findall(tidied)]


def squeeze(text: str) -> str:
    """Return the folded letters and digits of `text` alone: `Bộ KH&CN`, `bo khcn`, `BKHCN` compare equal."""
    return "".join(words(text))


class Token(NamedTuple):
    """A word of a text with its place: `raw` as written, `folded` as compared, `start`/`end` as offsets."""

    raw: str
    folded: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the words of tidied `text` with their offsets into it."""
    return list(_tokens(text))


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[Token, ...]:
    # a question's words are looked at again and again
    found: list[Token] = []
    end = 0
    for raw in _TOKEN.findall(text):  # where each stands is found faster than with what a pattern tells of it
        start = text.index(raw, end)
        end = start + len(raw)
        found.append(Token(raw, _fold_word(raw), start, end))
    return tuple(found)


@lru_cache(maxsize=16384)
def _fold_word(word: str) -> str:
    return fold(word)  # the same few thousand words make up every text


@lru_cache(maxsize=256)
def has_diacritics(text: str) -> bool:
    """Tell whether `text` carries any Vietnamese mark (else it was typed without, and d may stand for đ)."""
    return not text.isascii() and (_MARKED.search(text) is not None or fold(text) != tidy(text).casefold())


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    folded = fold(char)
    return folded if len(folded) == 1 else " "


@lru_cache(maxsize=256)
def fold_aligned(text: str) -> str:
    """Return `text` (already tidied) folded character by character, so that offsets stay the same."""
    if text.isascii():
        return text.lower()
    plain = text.translate(_ALIGNED)
    return plain.lower() if plain.isascii() else "".join(map(_fold_char, text))


# The number and date of a document: "71/NQ-CP", "66.7/2025/NQ-CP, ngày 15/11/2025", "1552/BTTTT-TTH", "Luật 05/2022".
_DOCUMENT = Sought(
    r"(?:(?<![a-z\d/])\d+(?:\.\d+)?(?:/\d{4})?(?:[/-](?:qd|nq|tb|kh|nd|tt|qc|ct|kl|cv|ttr|qh|dd)[a-z\d]*"
    r"|/[a-z]{2,}(?=-[a-z]{2}))(?:[-/][a-z\d]+)*"
    r"|(?<![a-z\d])(?:luat|nghi dinh|nghi quyet|quyet dinh|thong tu|chi thi|cong dien|cong van)(?: so)? \d+/\d{4}"
    r"(?![\d/]))"
    r"(?:[,\s]+(?:ky |ban hanh )?ngay \d{1,2}(?:/\d{1,2}/| thang \d{1,2} nam )\d{4})?"
)


def without_documents(text: str) -> str:
    """Return tidied `text` with the numbers and dates of documents blanked: "71/NQ-CP ngày 01/4/2025" is no period."""
    for found in _DOCUMENT.finditer(fold_aligned(text)):
        text = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
    return text


# What a Vietnamese syllable without its marks looks like: a word of that shape is a word, known here or not.
_SYLLABLE = re.compile(
    r"^(?:ngh|ng|nh|gh|gi|kh|k(?=[eiy])|ph|qu|th|tr|ch|[bcdghlmnpqrstvx])?"
    r"(?:a(?:ch|ng|nh|[cimnoptuy])?|e(?:ch|ng|nh|[cmnoptu])?|i(?:a|ch|nh|eu|eng|e[cmnptu]|[mnptu])?|o(?:ng|[cimnpt])?"
    r"|u(?:ng|[acimnptu])?|y(?:e[nmt]|eu|[nt])?|oa(?:ch|ng|nh|[cimnpty])?|oe[nt]?|oong|ua(?:ng|[nty])?|ue(?:ch|nh|n)?"
    r"|uo(?:ng|[cimnptu])?|uy(?:a|e[nt]|nh|ch|[ntu])?)$"
)


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Tell whether folded letters have the shape of a Vietnamese syllable."""
    return _SYLLABLE.match(word) is not None
