"""Directives named by nothing but their number: "what does 329 ask of MPS", "việc của Bộ Y tế trong 05"."""

import re
from collections.abc import Iterable, Sequence

from knowledge.directives import Directive
from knowledge.mentions import Mention
from knowledge.patterns import Sought
from knowledge.questions import lexicon
from knowledge.questions.dated import Named

# What a number after these words counts, dates or places.
_COUNTS = re.compile(
    r"\b(?:(?<!qua )han|duoi|tren|hon|khoang|gan|du|toi da|toi thieu|it nhat|nhieu nhat|ngay|mung|thang|nam|quy"
    r"|tuan|truoc|sau|den|tu|qua|dieu|muc|khoan|diem|chuong|phan|trang|dong|hang|so|stt|top|viec|nhiem vu|chi tieu|lan"
    r"|cap|nhom|phien|ky|luc|tasks?|than|over|above|about|within|next|last|first|on|before|after|since|until|till|by|at"
    r"|page|row|line|number|no|item|article|chapter|week|day|version|age|aged|indicator)\.?\s*$"
)
# What may follow a number that counts nothing.
_GOES_ON = re.compile(
    r"\s*(?:$|[,;:?!.](?!\d)|\)|(?:giao|yeu cau|noi|neu|dat ra|de ra|quy dinh|cua|cho|thi|co(?! \d)|ma|qua han|chua|da"
    r"|dang|han|con|den han|bo [a-z]|tinh [a-z]|ubnd|asks?|requires?|assigns?|gives?|wants?|demands?|sets?|says?|tells?"
    r"|orders?|due|overdue|late|by|for|to|in|that|which|is|are|and|of|with|from)\b)"
)
_BEFORE = 20  # letters that are looked at, more than those words have
# "05 giao những gì": who gives something is a directive.
_GIVES = re.compile(r"\s*(?:giao|yeu cau|dat ra|de ra|asks?|requires?|assigns?|demands?)\b")
_A_NUMBER = Sought(r"(?<![\w/.,:%+-])\d{2,3}(?![\w%]|[.,:]\d|\s?[/%-]\s?\d|\s?[-/]\s?[a-z])")


def number_alone(folded: str, directives: Iterable[Directive], mentions: Sequence[Mention]) -> Named | None:
    """Return the directive of which a folded question says the number alone, as it is written, and where.

    It is looked for where tasks are spoken of, or somebody is mentioned who may have some; elsewhere 17 may be anything
    ("trẻ em dưới 17"). Before one agency it counts nothing ("329 MOST overdue"), before many it may ("17 bộ").
    """
    agencies = {mention.start for mention in mentions if not mention.is_group}
    written = {found[0]: d.id for d in directives if (found := re.match(r"\d{2,}", d.number)) is not None}
    for found in _A_NUMBER.finditer(folded):
        directive = written.get(found[0])
        if directive is None or _counts(folded, found.start()):
            continue
        after = folded[found.end() :]
        if not (_GOES_ON.match(after) or len(folded) - len(after.lstrip()) in agencies):
            continue
        if mentions or lexicon.LISTING.search(folded) or _GIVES.match(after):
            return (directive,), found.start(), found.end()
    return None


def _counts(folded: str, start: int) -> bool:
    return _COUNTS.search(folded, max(0, start - _BEFORE), start) is not None
