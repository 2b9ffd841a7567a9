"""Things that have names: indicators, databases, directives."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from knowledge.answers.asking import asks_closing
from knowledge.answers.places import said_at
from knowledge.answers.relevance import look
from knowledge.answers.result import Answer
from knowledge.answers.topics import passages_about
from knowledge.base import KnowledgeBase
from knowledge.directives import Directive, Indicator, Passage, TrackedDatabase
from knowledge.questions import AgencyAsk, Intent, Reading, asks_replaced, below, criteria_in
from knowledge.search import syllables
from knowledge.text import words

_ROW = re.compile(r"PLI\.([\d.]+)$")
_DATABASE_ROW = re.compile(r"PL2\.(\d)\.(\d+)$")
# How much of a topic must stand in a name before it is offered.
_NAME_SHARE = 0.6
_WHOLE_TOPIC = 0.95
# A name that holds less of it has none of the words that tell one from another.
_SOME_SHARE = 0.15
_LEAST_RECORD = 0.25
_HORIZONS = (2030, 2045)
_RELATIONS = {
    "replaces": "thay thế replaces",
    "passes_on": "sao gửi chuyển passes on province tỉnh",
    "amends": "sửa đổi",
}
_ASKS_AMOUNT = re.compile(
    r"\b(?:bao nhieu|bao nhiu|ti le|ty le|quy mo|xep hang|muc tieu|target|share|chi so|tuyen cap)\b"
)


def find_directives(reading: Reading, base: KnowledgeBase) -> tuple[Directive, ...]:
    """Return the directives that were named, or the one whose record fits the words best (signer, title, relation)."""
    passing = re.search(
        r"\b(?:pass(?:es|ed)? on|sao gui|chuyen tiep|chuyen xuong|thay the|replaces?d?)\b", reading.words
    )
    if reading.directives and not passing:
        return tuple(base.directives[d] for d in reading.directives)
    matter = reading.matter or reading.topic
    ways = [base.weights.topic(matter), base.weights.topic(f"{matter} {reading.plain}")]
    scored = [
        (max(asked.share(_record(d)) for asked in ways), d)
        for d in base.directives.values()
        if d.id not in reading.directives
    ]
    if reading.agencies:
        named = [(score + 1, d) for score, d in scored if any(a.name in d.issuer for a in reading.agencies)]
        scored = named or scored
    best = max((score for score, _ in scored), default=0.0)
    return tuple(d for score, d in scored if score == best) if best >= _LEAST_RECORD else ()


def about_directives(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Answer with the directives that are meant: who signed one and who got it, or what its text says of the matter.

    Which document says something is answered by the sentence itself, with its source.
    """
    if reading.intent is Intent.DIRECTIVES or _asks_issuer(reading):
        return _issued_by(reading, base, today)
    if replaced := _what_it_replaced(reading, base):
        return Answer(replace(reading, intent=Intent.FACT), today, passages=replaced)
    named = find_directives(reading, base)
    about = replace(reading, directives=tuple(d.id for d in named))
    if asks_closing(reading):
        return Answer(reading, today, directives=named, passages=look(about, base).closing() if len(named) == 1 else ())
    said = passages_about(look(about if reading.directives else reading, base), base) if reading.topic else ()
    if said and (_REPLACES.search(reading.words) or not (named and _on_record(reading, named, base))):
        return Answer(replace(reading, intent=Intent.FACT), today, passages=said)
    return Answer(reading, today, directives=named)


_FROM = re.compile(r"\b(?:cua|do|by|from|of)\b")
# What is said of documents and their issue, and nothing of a matter.
_OF_DOCUMENTS = frozenset(
    "van ban vb nghi quyet thong bao ket luan cong van chi dao ban hanh ky ra dong chi documents document directives "
    "directive issued signed by".split()
)


def _asks_issuer(reading: Reading) -> bool:
    """Tell whether nothing is asked of the directives but whose they are ("văn bản nào của Tổng Bí thư")."""
    bare = _OF_DOCUMENTS.issuperset(words(reading.topic)) and not (reading.directives or reading.focus)
    return bool(reading.agencies) and bare and _FROM.search(reading.words) is not None


def _issued_by(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Answer with the directives that the asked agencies issued or signed, or that give their conclusions.

    Where there are none, with all of them; that it was asked whose they are is told as unread.
    """
    every = tuple(base.directives.values())
    if not _asks_issuer(reading):
        return Answer(reading, today, directives=every)
    names = [ask.name for ask in reading.agencies]
    theirs = tuple(d for d in every if any(_is_of(d, name) for name in names))
    return Answer(reading if theirs else replace(reading, unread=tuple(names)), today, directives=theirs or every)


def _is_of(directive: Directive, name: str) -> bool:
    concluded = f"kết luận của đồng chí {name}".lower() in directive.title.lower()
    return directive.issuer.startswith(name) or name in directive.signer_title or concluded


def _what_it_replaced(reading: Reading, base: KnowledgeBase) -> tuple[Passage, ...]:
    """Return what a directive says of the document that it replaced, where that is asked of it."""
    if len(reading.directives) != 1 or not asks_replaced(reading.words):
        return ()
    directive = base.directives[reading.directives[0]]
    replaced = [each.number for each in directive.relations if each.kind == "replaces"]
    said = (each for each in base.passages.values() if each.directive == directive.id)
    return tuple(each for each in said if "thay thế" in each.text and any(n in each.text for n in replaced))


# What a document replaced is told by its own article.
_REPLACES = re.compile(r"\bthay (?:the|cho)\b|\breplac")


def _on_record(reading: Reading, named: Iterable[Directive], base: KnowledgeBase) -> bool:
    """Tell whether what is asked for stands on record of one of the directives: number, date, title, relations."""
    asked = base.weights.topic(reading.topic)
    return any(asked.share(_record(d)) >= _NAME_SHARE for d in named)


def _record(directive: Directive) -> str:
    """Return what is on record of a directive as one text, its opening passages included."""
    relations = " ".join(f"{_RELATIONS.get(r.kind, '')} {r.number} {r.note}" for r in directive.relations)
    day = (
        f"ngày {directive.date:%d/%m/%Y} tháng {directive.date.month} năm {directive.date.year}"
        if directive.date
        else ""
    )
    named = f"{directive.number} {directive.kind} {directive.issuer} {directive.signer} {directive.title}"
    return f"{named} {day} {directive.short_title} {directive.summary} {relations} {' '.join(directive.nicknames)}"


def names_indicator(reading: Reading, base: KnowledgeBase) -> bool:
    """Tell whether a question that does not say "chỉ tiêu" still asks for one: a horizon or an amount, and its name."""
    if reading.intent not in (Intent.FACT, Intent.COUNT, Intent.LIST) or reading.agencies or not reading.topic:
        return False
    if reading.lists or (not horizons(reading) and not _ASKS_AMOUNT.search(reading.words)):
        return False
    return not look(reading, base).far_off and any(True for _ in find_indicators(reading, base))


def horizons(reading: Reading) -> tuple[int, ...]:
    """Return the years for which there are indicators that a question names."""
    period = reading.period
    if period is not None and period.kind == "from":  # "sau năm 2030"
        return tuple(year for year in _HORIZONS if period.holds(date(year, 12, 31)))
    return tuple(year for year in _HORIZONS if str(year) in reading.words)


def about_indicators(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Answer with the indicators that are meant; where a time is asked for that has none, with those of every year.

    No indicator is due in a period: it has a year, and a question may name one that no directive sets a target for.
    """
    rows = tuple(find_indicators(reading, base))
    if reading.place:
        rows = tuple(row for row in rows if f"PLI.{row.code}" in below(reading.place, [f"PLI.{row.code}"]))
        if not rows:  # what else stands there
            return said_at(replace(reading, intent=Intent.FACT), base, today)
    period, named = reading.period, horizons(reading)
    lacking = tuple(dict.fromkeys(int(year) for year in _A_YEAR.findall(reading.words) if int(year) not in _HORIZONS))
    elsewhen = period is not None and not any(period.holds(date(year, 12, 31)) for year in _HORIZONS)
    none = rows and (elsewhen or (period is None and lacking and not named))
    return Answer(reading, today, indicators=rows, no_target=(lacking or (_ANOTHER_TIME,)) if none else ())


_A_YEAR = re.compile(r"\b20\d\d\b")
_ANOTHER_TIME = 0


def _named(asks: tuple[AgencyAsk, ...], names: Iterable[str]) -> bool:
    return not asks or any(ask.name in names for ask in asks)


def find_indicators(reading: Reading, base: KnowledgeBase) -> Iterable[Indicator]:
    years = horizons(reading) or _HORIZONS
    rows = [
        row
        for row in base.store.indicators()
        if _named(reading.agencies, (*row.agencies, *row.coordinators)) and row.horizon in years
    ]
    if not rows and any(ask.written for ask in reading.agencies):
        # What a former agency kept may have gone to another than its successor.
        return find_indicators(replace(reading, agencies=()), base)
    coded = [row for row in rows if row.code in re.findall(r"\d+(?:\.\d+)?", reading.words)]
    if coded and re.search(r"(?:chi tieu|indicator|ct)\s*(?:so\s*)?\d", reading.words):
        return coded
    if horizons(reading) and len(reading.topic.split()) <= 1:  # "các chỉ tiêu đặt ra cho năm 2045"
        return rows
    return _best_named(reading, rows, lambda row: f"{row.name} {row.unit}", base)


def indicators_in_text(reading: Reading, base: KnowledgeBase) -> tuple[Indicator, ...]:
    """Return the indicator whose row of the text fits the words best, where its name alone does not."""
    best = next(iter(passages_about(look(reading, base), base)), None)
    return indicator_of(best, base) if best else ()


def indicator_of(passage: Passage, base: KnowledgeBase) -> tuple[Indicator, ...]:
    """Return the indicator whose row `passage` is; none where it is no such row."""
    code = _ROW.match(passage.path)
    return tuple(row for row in base.store.indicators() if code and row.code == code[1])


def rows_of(
    indicators: Iterable[Indicator], databases: Iterable[TrackedDatabase], base: KnowledgeBase
) -> list[Passage]:
    """Return the rows of the text in which these indicators and databases stand."""
    keys = [f"71 PLI.{one.code}" for one in indicators] + [f"329 PL2.{one.list}.{one.number}" for one in databases]
    return [base.passages[key] for key in keys if key in base.passages]


def database_of(passage: Passage, base: KnowledgeBase) -> tuple[TrackedDatabase, ...]:
    """Return the tracked database whose row `passage` is; none where it is no such row."""
    place = _DATABASE_ROW.match(passage.path)
    return tuple(d for d in base.store.databases() if place and (d.list, d.number) == (int(place[1]), int(place[2])))


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


def find_databases(reading: Reading, base: KnowledgeBase) -> Iterable[TrackedDatabase]:
    words = reading.words
    unconnected = re.search(r"ket noi|chia se|connected", words) is not None
    unmet = re.search(r"chua dat|chua du|khong dat|not met|missing|thieu|chua dap ung", words) is not None
    rows = base.store.databases()
    asked = syllables(reading.plain)
    whole = [row for row in rows if syllables(row.name) in asked]
    if whole:
        longest = max(len(row.name) for row in whole)
        return [row for row in whole if len(row.name) == longest]
    if re.search(r"trong yeu|trong tam|\b(?:key|priority|core) databases", words):
        rows = [row for row in rows if row.list == 1]
    if unconnected and not unmet:
        rows = [row for row in rows if row.list == 2]
    counted = re.search(r"\b(\d{1,2})\s*(?:/|tren|of|out of)\s*19\b", words)
    least, most = criteria_in(words)
    if (least, most) != (None, None):
        rows = [
            row
            for row in rows
            if row.met is not None and (least or 0) <= row.met <= (row.met if most is None else most)
        ]
    elif counted and counted[1] != "19":
        rows = [row for row in rows if row.met == int(counted[1])]
    own = [row for row in rows if _named(reading.agencies, (row.agency,))]
    if (
        reading.agencies and not reading.topic and re.search(r"\bnganh\b", words)
    ):  # "CSDL ngành Y tế" names the ministry and one database
        own = [row for row in own if "ngành" in row.name] or own
    reading = replace(reading, topic=" ".join(w for w in reading.topic.split() if not w.isdigit()))
    if not reading.topic and _MEETS_ALL.search(words) and not (unmet or _NEGATED.search(words)):
        return []  # those that meet all criteria are on no list; the text tells of them
    found = list(_best_named(reading, own, lambda row: row.name, base))
    if reading.topic and reading.agencies and any(a.written for a in reading.agencies):
        # What a former agency kept may have gone to another than its successor: the name of the database decides.
        wider = [row for row in rows if base.weights.topic(reading.topic).share(row.name) >= _NAME_SHARE]
        if wider and not any(row in found for row in wider):
            return wider
    return found


Named = TypeVar("Named", Indicator, TrackedDatabase)


def _best_named(
    reading: Reading, rows: list[Named], name_of: Callable[[Named], str], base: KnowledgeBase
) -> list[Named]:
    """Return the rows whose names fit the topic best; all of them where the topic fits none and an agency was named.

    A name fits when it holds most of the topic, or when the question holds most of the name.
    """
    if not reading.topic:
        return rows
    asked = base.weights.topic(reading.topic)
    scored = [
        (max(asked.share(name_of(row)), 0.95 * base.weights.topic(_bare(name_of(row))).share(reading.plain)), row)
        for row in rows
    ]
    best = max((score for score, _ in scored), default=0.0)
    if best < _NAME_SHARE:
        return rows if reading.agencies else []
    whole = [row for row in rows if asked.share(name_of(row)) >= _WHOLE_TOPIC]
    if whole:  # "nhân lực y tế" is one database, though "y tế" is the name of another
        return whole
    return [row for score, row in scored if score >= max(_NAME_SHARE, best - 0.1)]


_BARE = re.compile(
    r"^(?:CSDL|Cơ sở dữ liệu|Hệ thống(?: quản lý)? thông tin|T[iỉỷ] (?:lệ|trọng)|Số|Số lượng|Quy mô|Xếp hạng|Chỉ số"
    r"|Hoàn thành)\s+(?:về\s+|ngành\s+)?",
    re.IGNORECASE,
)


def _bare(name: str) -> str:
    """Return a name without the words that all such names begin with."""
    return _BARE.sub("", name) or name
