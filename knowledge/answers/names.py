"""Things that have names: indicators and directives."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from knowledge.answers.asking import asks_closing
from knowledge.answers.naming import NAME_SHARE, best_named, named, told_by_name
from knowledge.answers.places import said_at
from knowledge.answers.relevance import look
from knowledge.answers.result import Answer
from knowledge.answers.topics import passages_about
from knowledge.base import KnowledgeBase
from knowledge.directives import Directive, Indicator, Passage, TrackedDatabase
from knowledge.patterns import Sought
from knowledge.questions import Intent, Reading, asks_replaced, below
from knowledge.text import words

_ROW = re.compile(r"PLI\.([\d.]+)$")
_LEAST_RECORD = 0.25
_HORIZONS = (2030, 2045)
_RELATIONS = {
    "replaces": "thay thế replaces",
    "passes_on": "sao gửi chuyển passes on province tỉnh",
    "amends": "sửa đổi",
}
_ASKS_AMOUNT = Sought(r"\b(?:bao nhieu|bao nhiu|ti le|ty le|quy mo|xep hang|muc tieu|target|share|chi so|tuyen cap)\b")


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
_REPLACES = re.compile(r"\b(?:thay (?:the|cho)|the (?:cho|chan))\b|\breplac")


def _on_record(reading: Reading, named: Iterable[Directive], base: KnowledgeBase) -> bool:
    """Tell whether what is asked for stands on record of one of the directives: number, date, title, relations."""
    asked = base.weights.topic(reading.topic)
    return any(asked.share(_record(d)) >= NAME_SHARE for d in named)


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
    seen = look(reading, base)
    return not (seen.far_off or seen.only_aims) and any(True for _ in find_indicators(reading, base))


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
    standing = bool(rows) and bool(reading.states or _STANDS.search(reading.words))
    if rows and _by_number(reading).issuperset(row.code for row in rows):
        reading = replace(reading, topic="", states=())  # the number is all there is to say
    elif rows:
        reading = told_by_name(replace(reading, states=()), rows, _named_as, base)
    return Answer(
        reading,
        today,
        indicators=rows,
        no_target=(lacking or (_ANOTHER_TIME,)) if none else (),
        only_targets=standing,
    )


# How far an indicator is, asked of all of them.
_STANDS = re.compile(
    r"\b(?:chua|da|khong|dang)(?: (?:the|co|con|duoc|bi))* (?:dat|hoan thanh|dap ung|ve dich)\b"
    r"|\b(?:not|been|already|yet to be|were|was)(?: \w+)? (?:met|achieved|reached|hit)\b"
    r"|\b(?:missed|on track|on target)\b"
)


def _named_as(row: Indicator) -> str:
    return f"{row.name} {row.unit}"


_A_YEAR = re.compile(r"\b20\d\d\b")
# "Chỉ tiêu 23.4" is one by its number, "chỉ tiêu 5G" one by its name.
_NUMBERED = re.compile(r"\b(?:chi tieu|indicator|ct)\s*(?:so\s*)?(\d+(?:\.\d+)?)(?!\w)")
_ANOTHER_TIME = 0


def _by_number(reading: Reading) -> frozenset[str]:
    return frozenset(_NUMBERED.findall(reading.words))


def find_indicators(reading: Reading, base: KnowledgeBase) -> Iterable[Indicator]:
    years = horizons(reading) or _HORIZONS
    rows = [
        row
        for row in base.indicators
        if named(reading.agencies, (*row.agencies, *row.coordinators)) and row.horizon in years
    ]
    if not rows and any(ask.written for ask in reading.agencies):
        # What a former agency kept may have gone to another than its successor.
        return find_indicators(replace(reading, agencies=()), base)
    codes = _by_number(reading)
    coded = [row for row in rows if row.code in codes]
    if coded:
        return coded
    if horizons(reading) and len(reading.topic.split()) <= 1:  # "các chỉ tiêu đặt ra cho năm 2045"
        return rows
    return best_named(reading, rows, _named_as, base)


def indicators_in_text(reading: Reading, base: KnowledgeBase) -> tuple[Indicator, ...]:
    """Return the indicator whose row of the text fits the words best, where its name alone does not."""
    best = next(iter(passages_about(look(reading, base), base)), None)
    return indicator_of(best, base) if best else ()


def indicator_of(passage: Passage, base: KnowledgeBase) -> tuple[Indicator, ...]:
    """Return the indicator whose row `passage` is; none where it is no such row."""
    code = _ROW.match(passage.path)
    return tuple(row for row in base.indicators if code and row.code == code[1])


def rows_of(
    indicators: Iterable[Indicator], databases: Iterable[TrackedDatabase], base: KnowledgeBase
) -> list[Passage]:
    """Return the rows of the text in which these indicators and databases stand."""
    keys = [f"71 PLI.{one.code}" for one in indicators] + [f"329 PL2.{one.list}.{one.number}" for one in databases]
    return [base.passages[key] for key in keys if key in base.passages]
