"""Which rows of a register are meant by their names, or by the agencies that they are given to."""

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from knowledge.base import KnowledgeBase
from knowledge.directives import Indicator, TrackedDatabase
from knowledge.questions import AgencyAsk, Reading, left_aside

# How much of a topic must stand in a name before it is offered.
NAME_SHARE = 0.6
_WHOLE_TOPIC = 0.95
Named = TypeVar("Named", Indicator, TrackedDatabase)


def named(asks: tuple[AgencyAsk, ...], names: Iterable[str]) -> bool:
    """Tell whether one of `names` is asked about, or nobody is."""
    return not asks or any(ask.name in names for ask in asks)


def best_named(
    reading: Reading, rows: list[Named], name_of: Callable[[Named], str], base: KnowledgeBase
) -> list[Named]:
    """Return the rows whose names fit the topic best; all of them where the topic fits none and an agency was named.

    A name fits when it holds most of the topic, or when the question holds most of the name.
    """
    if not reading.topic:
        return rows
    asked, scored = base.weights.topic(reading.topic), _scored(reading, rows, name_of, base)
    best = max((score for score, _ in scored), default=0.0)
    if best < NAME_SHARE:
        return rows if reading.agencies else []
    whole = [row for row in rows if asked.share(name_of(row)) >= _WHOLE_TOPIC]
    if whole:  # "nhân lực y tế" is one database, though "y tế" is the name of another
        return whole
    return [row for score, row in scored if score >= max(NAME_SHARE, best - 0.1)]


def _scored(
    reading: Reading, rows: Iterable[Named], name_of: Callable[[Named], str], base: KnowledgeBase
) -> list[tuple[float, Named]]:
    """Return the rows, each with how well its name fits the topic."""
    asked = base.weights.topic(reading.topic)
    return [
        (max(asked.share(name_of(row)), 0.95 * base.weights.topic(_bare(name_of(row))).share(reading.plain)), row)
        for row in rows
    ]


def told_by_name(
    reading: Reading, rows: Iterable[Named], name_of: Callable[[Named], str], base: KnowledgeBase
) -> Reading:
    """Return `reading` without a topic that is in no name of the `rows` found: it limited nothing, and is told so."""
    names = not reading.topic or any(score >= NAME_SHARE for score, _ in _scored(reading, rows, name_of, base))
    return reading if names else left_aside(reading)


_BARE = re.compile(
    r"^(?:CSDL|Cơ sở dữ liệu|Hệ thống(?: quản lý)? thông tin|T[iỉỷ] (?:lệ|trọng)|Số|Số lượng|Quy mô|Xếp hạng|Chỉ số"
    r"|Hoàn thành)\s+(?:về\s+|ngành\s+)?",
    re.IGNORECASE,
)


def _bare(name: str) -> str:
    """Return a name without the words that all such names begin with."""
    return _BARE.sub("", name) or name
