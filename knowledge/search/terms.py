"""From a text to the terms it is found by: its folded words, and how a topic's words hang together."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from knowledge.text import BOUND
from knowledge.text import words as plain_words

# Syllables so common in questions that they only dilute a search.
EMPTY = frozenset(
    "la gi nao va cua cac cho co duoc the nhu ve trong o tai den tu voi thi ma nhung mot khi nay do da se hay "
    "hoi em anh chi oi a nhe khong bao gio ai the of and in on is are what which who when".split()
)


# Abbreviations of the trade mean the same as what they stand for, in texts and in questions.
_LONG_FORMS = {
    "csdl": "co so du lieu", "csdlqg": "co so du lieu quoc gia", "tthc": "thu tuc hanh chinh", "cds": "chuyen doi so",
    "khcn": "khoa hoc cong nghe", "khccn": "khoa hoc cong nghe", "dmst": "doi moi sang tao", "dvc": "dich vu cong",
    "dvctt": "dich vu cong truc tuyen", "ttdlqg": "trung tam du lieu quoc gia", "ttdl": "trung tam du lieu",
    "bhyt": "bao hiem y te", "bhxh": "bao hiem xa hoi", "cntt": "cong nghe thong tin", "attt": "an toan thong tin",
    "anm": "an ninh mang", "htqt": "hop tac quoc te", "ktxh": "kinh te xa hoi", "nsnn": "ngan sach nha nuoc",
    "ptn": "phong thi nghiem", "dvcqg": "dich vu cong quoc gia", "hssk": "ho so suc khoe",
    "vbqppl": "van ban quy pham phap luat",
    "qppl": "quy pham phap luat", "shtt": "so huu tri tue", "cnc": "cong nghe cao", "cncl": "cong nghe chien luoc",
}  # fmt: skip
_CAPITALS = re.compile(r"(?<!\w)AI(?!\w)")


def words(text: str) -> list[str]:
    """Return the folded words of `text` with the trade's abbreviations written out."""
    return list(words_of(text))


@lru_cache(maxsize=1024)
def words_of(text: str) -> tuple[str, ...]:
    """Return the same, to be kept: an answer asks for the same words again and again."""
    found: list[str] = []
    for word in plain_words(_CAPITALS.sub("trí tuệ nhân tạo", text)):
        found += _LONG_FORMS[word].split() if word in _LONG_FORMS else (_DIGITS.get(word, word),)
    return tuple(found)


@lru_cache(maxsize=16384)
def of_word(word: str) -> tuple[str, ...]:
    """Return the same of a single word; the same few thousand make up every question."""
    return words_of(word)


# Numbers are written both ways ("3 câu hỏi", "ba câu hỏi"); the words that folding confuses least stand for digits.
_DIGITS = {"hai": "2", "ba": "3", "bon": "4", "sau": "6", "bay": "7", "tam": "8", "chin": "9", "muoi": "10"}


def expressions(topic: str) -> Iterator[str]:
    """Yield what stands for one expression each: bound words, and abbreviations of several."""
    for chunk in topic.split(" "):
        if BOUND in chunk or any(" " in _LONG_FORMS.get(word, "") for word in plain_words(chunk)):
            yield chunk


_BETWEEN_PARTS = re.compile(rf",(?!{BOUND})")


def enumerated(topic: str) -> list[str]:
    """Return the parts of a topic between its commas; one within a bound expression separates nothing."""
    return _BETWEEN_PARTS.split(topic) if "," in topic else [topic]


def runs(topic: str) -> Iterator[str]:
    """Yield the stretches of a topic whose words were written side by side: between commas and expressions."""
    for part in enumerated(topic):
        if BOUND not in part:
            yield part
            continue
        side_by_side: list[str] = []
        for chunk in part.split(" "):
            if BOUND in chunk:
                yield " ".join(side_by_side)
                yield chunk
                side_by_side = []
            else:
                side_by_side.append(chunk)
        yield " ".join(side_by_side)


def syllables(text: str) -> str:
    """Return the folded syllables of `text` as the index holds them."""
    return " ".join(words(text))


def pairs(text: str) -> str:
    """Return the pairs of neighbouring folded syllables of `text`, joined by `_`."""
    found = words(text)
    return " ".join(f"{a}_{b}" for a, b in pairwise(found))
