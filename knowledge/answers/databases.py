"""The tracked databases of Phụ lục 2 of 329/TB-VPCP: which are meant, by name, agency, list or criteria."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from knowledge.answers.naming import NAME_SHARE, best_named, named, told_by_name
from knowledge.answers.result import Answer
from knowledge.base import KnowledgeBase
from knowledge.directives import Passage, TrackedDatabase
from knowledge.questions import Reading, criteria_in, left_aside, numbers_of_criteria
from knowledge.search import syllables
from knowledge.text import words

_DATABASE_ROW = re.compile(r"PL2\.(\d)\.(\d+)$")
# A name that holds less of it has none of the words that tell one from another.
_SOME_SHARE = 0.15
_UNMET = re.compile(r"chua dat|chua du|khong dat|not met|missing|thieu|chua dap ung")
_KEY = re.compile(r"trong yeu|trong tam|\b(?:key|priority|core) databases")
_OF_ALL = re.compile(r"\b(\d{1,2})\s*(?:/|tren|of|out of)\s*19\b")
_FIELD = re.compile(r"\bnganh\b")


def database_of(passage: Passage, base: KnowledgeBase) -> tuple[TrackedDatabase, ...]:
    """Return the tracked database whose row `passage` is; none where it is no such row."""
    place = _DATABASE_ROW.match(passage.path)
    return tuple(d for d in base.databases if place and (d.list, d.number) == (int(place[1]), int(place[2])))


def names_other_databases(reading: Reading, passages: Iterable[Passage], base: KnowledgeBase) -> bool:
    """Tell whether what fits a question of a database best is the row of one that it does not name.

    "CSDL đất đai đạt mấy tiêu chí": the row of another would pass for its own.
    """
    rows = database_of(next(iter(passages)), base) if passages else ()
    asked = base.weights.topic(reading.topic)
    return bool(rows and reading.topic) and all(asked.share(row.name) < _SOME_SHARE for row in rows)


_NEGATED = re.compile(r"\b(?:chua|khong|thieu|not|yet|lack\w*|below|under|fewer)\b")
# "Đã đạt đủ 19/19": asked of those that lack nothing.
_MEETS_ALL = re.compile(
    r"\b19 ?/ ?19\b|\bdu (?:ca )?(?:19|muoi chin)\b|\b(?:dat|dap ung) (?:du )?(?:het|tat ca|toan bo)\b"
    r"|\bmeet(?:s|ing)? all\b"
)


_CONNECTION = re.compile(
    r"ket noi|chia se|connected|\bnoi (?:duoc )?(?:(?:voi|vao|toi|den) )?(?:ttdl|trung tam du lieu)"
)
_EXTREME = re.compile(
    r"\b(?:(?P<low>(?:thap|kem|it(?: tieu chi)?) nhat|lowest|worst|furthest|fewest)"
    r"|(?:cao|tot|nhieu(?: tieu chi)?) nhat|highest|best|closest)\b"
)


_A_YEAR = re.compile(r"\b20\d\d\b")
# What only the words of a question say of the rows of a register, each kind apart.
_SAID: tuple[tuple[re.Pattern[str], ...], ...] = ((_UNMET, _KEY, _CONNECTION), (_OF_ALL,), (_EXTREME,), (_A_YEAR,))


def carried_words(before: str, new: str) -> str:
    """Return the folded words `new` of a follow-up with the conditions of the words `before` that it names not anew.

    These are: which list, how many criteria, the lowest, the year.
    """
    kept: list[str] = []
    for kind in _SAID:
        if not any(pattern.search(new) for pattern in kind):
            kept += (found.group() for pattern in kind for found in pattern.finditer(before))
    if criteria_in(new) == (None, None):
        kept += numbers_of_criteria(before)
    return " ; ".join((new, *kept))


def _at_the_end_of_all(rows: Iterable[TrackedDatabase], *, lowest: bool) -> list[TrackedDatabase]:
    """Return those that meet fewest or most criteria; of some the source does not say how many."""
    counted = [row for row in rows if row.met is not None]
    end = (min if lowest else max)((row.met for row in counted if row.met is not None), default=None)
    return [row for row in counted if row.met == end]


def meets_all(reading: Reading) -> bool:
    """Tell whether those that meet all criteria are asked for."""
    negated = _UNMET.search(reading.words) or _NEGATED.search(reading.words)
    return _MEETS_ALL.search(reading.words) is not None and not negated


# Connected: of which no directive tells, for it lists those that are not.
_CONNECTED = re.compile(
    r"\b(?:da|dang|duoc)(?: duoc)? (?:ket noi|noi|lien thong|chia se)\b"
    r"|\b(?:is|are|were|already|been)(?: \w+)? connected\b"
)
_UNCONNECTED = re.compile(
    r"\b(?:chua|khong|not|never|yet)(?: \w+){0,2} (?:ket noi|noi|lien thong|chia se|connected)\b"
    r"|\b(?:chua|khong|yet|or not)\W*$"
)
# What they are to be connected with, said right behind that.
_WITH = r"(?:ket noi|noi|lien thong|chia se|connected)(?: du lieu)? (?:voi|vao|toi|den|to|with) (?:\w+ ){0,2}?"


def about_databases(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Answer with the tracked databases that are meant, and tell what did not limit them.

    Those that are connected no directive names: where they are asked for, none is an answer, and it is told of how many
    it is said that they are not.
    """
    if reading.topic and re.search(rf"\b{_WITH}{re.escape(' '.join(words(reading.topic)))}\b", reading.words):
        reading = left_aside(reading)  # to what else they are connected is not followed
    rows = tuple(find_databases(reading, base))
    if rows:
        reading = told_by_name(reading, rows, lambda row: row.name, base)
    if reading.topic or not _CONNECTED.search(reading.words) or _UNCONNECTED.search(reading.words):
        return Answer(reading, today, databases=rows)
    return Answer(reading, today, unconnected=len(rows))


def find_databases(reading: Reading, base: KnowledgeBase) -> Iterable[TrackedDatabase]:
    """Return the tracked databases that are meant: by their names, agencies, list and criteria."""
    said = reading.words
    unmet = _UNMET.search(said) is not None
    rows = list(base.databases)
    asked = syllables(reading.plain)
    whole = [row for row in rows if syllables(row.name) in asked]
    if whole:
        longest = max(len(row.name) for row in whole)
        return [row for row in whole if len(row.name) == longest]
    if _KEY.search(said):
        rows = [row for row in rows if row.list == 1]
    if not unmet and _CONNECTION.search(said):
        rows = [row for row in rows if row.list == 2]
    rows = _with_criteria(rows, said)
    own = [row for row in rows if named(reading.agencies, (row.agency,))]
    if reading.agencies and not reading.topic and _FIELD.search(said):
        own = [row for row in own if "ngành" in row.name] or own  # "CSDL ngành Y tế": the ministry and one database
    reading = replace(reading, topic=" ".join(w for w in reading.topic.split() if not w.isdigit()))
    if not reading.topic and meets_all(reading):
        return []  # these are on no list; the text tells of them
    if not reading.topic and (extreme := _EXTREME.search(said)):
        return _at_the_end_of_all(own, lowest=extreme["low"] is not None)
    return _by_name(reading, own, rows, base)


def _with_criteria(rows: list[TrackedDatabase], said: str) -> list[TrackedDatabase]:
    """Return those that meet so many criteria as is asked; all of them where no number is."""
    least, most = criteria_in(said)
    counted = _OF_ALL.search(said)
    if (least, most) != (None, None):
        return [
            row for row in rows if row.met is not None and row.met >= (least or 0) and (most is None or row.met <= most)
        ]
    return [row for row in rows if row.met == int(counted[1])] if counted and counted[1] != "19" else rows


def _by_name(
    reading: Reading, own: list[TrackedDatabase], rows: list[TrackedDatabase], base: KnowledgeBase
) -> list[TrackedDatabase]:
    """Return those whose names fit the topic. What a former agency kept may have gone to another than its successor:
    then the name of the database decides, among all `rows`."""
    found = best_named(reading, own, lambda row: row.name, base)
    if reading.topic and any(ask.written for ask in reading.agencies):
        wider = [row for row in rows if base.weights.topic(reading.topic).share(row.name) >= NAME_SHARE]
        if wider and not any(row in found for row in wider):
            return wider
    return found
