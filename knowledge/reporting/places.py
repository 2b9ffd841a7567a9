"""Tasks that a report names by their place in a list: "việc 3 xong", "việc 1, 2 và 4 xong", "việc đầu tiên". Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.text import fold_aligned

LAST = -1
_WORDS = {
    "dau tien": 1, "nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9, "muoi": 10, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5,
}  # fmt: skip
_ITEM = r"(?:dau viec|viec|nhiem vu|nv|cai|task|item)"
_NTH = r"nhat|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi"
# "việc 15/11", "việc 89.7" and "việc 80%" are a day, a code and a share.
_NUMBER = r"\d{1,3}(?![\w%]|\s?[-/(]\s?\d|\.\d|\s%)"
# "Việc cuối năm" is no last one, "việc 3 tháng đầu năm" no third.
_NO_TIME = r"(?!\s+(?:quy|thang|nam|tuan|ky|ngay|gio|phan tram|day|week|month|quarter|year)\b)"
# After "việc 1," a number counts another task only where the list or what is said of it goes on behind it.
_GOES_ON = r"(?=\s*(?:$|[,:;.&+]|(?:va|and|deu|cung|da|xong|dang|chua|moi|duoc|hoan|r|roi|done)\b))"
_MORE = rf"(?:\s*(?:,|&|\+|\bva\b|\band\b)\s*(?:{_ITEM}\s+)?{_NUMBER}{_GOES_ON})*"
# A bare "số 4" or "dòng 4" elsewhere is of a document or a table.
_HEAD = r"(?:^|[,;\n])\W*(?:(?:bao cao|cap nhat|va|a|da)\s+)*"
_END = r"sau cung|sau rot|cuoi cung|cuoi|chot"
_PLACED = re.compile(
    rf"\b{_ITEM}\s*(?:(?:thu|so|number|no)\s*)?(?P<digits>{_NUMBER}{_MORE}){_NO_TIME}"
    rf"|{_HEAD}(?P<row>(?:so|stt|dong|thu|number)\s+(?P<alone>{_NUMBER}{_MORE}){_NO_TIME})"
    rf"|\b{_ITEM}\s+(?:thu|so)\s+(?P<counted>{_NTH})\b{_NO_TIME}"
    rf"|\b{_ITEM}\s+(?P<first>dau tien)\b{_NO_TIME}"
    rf"|\b(?:the\s+)?(?P<ordinal>first|second|third|fourth|fifth)\s+(?:task|item|one)\b"
    rf"|\b(?:{_ITEM}\s+(?:{_END})|(?:the\s+)?last\s+(?:task|item|one))\b{_NO_TIME}"
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Named:
    """Where in a text stands a place of a list (`number`, LAST for the last)."""

    number: int
    start: int
    end: int


def places_in(text: str) -> tuple[Named, ...]:
    """Return the places of a list that tidied `text` names, in order; a task's full code is none."""
    return tuple(each for found in _PLACED.finditer(fold_aligned(text.lower())) for each in _of(found))


def _of(found: re.Match[str]) -> Iterator[Named]:
    group = "digits" if found["digits"] else "alone"
    if found[group]:
        start = found.start("row") if group == "alone" else found.start()
        for number in _DIGITS.finditer(found.string, found.start(group), found.end(group)):
            yield Named(int(number.group()), start if start >= 0 else number.start(), number.end())
            start = -1  # only before the first does "việc" belong to it
        return
    word = found["counted"] or found["first"] or found["ordinal"]
    yield Named(_WORDS[word] if word else LAST, found.start(), found.end())
