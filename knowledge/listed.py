"""What is asked among what was listed: "cái nào về dữ liệu", "trên 1 năm", "cái nào thấp nhất"; who answers for it."""

import re
from dataclasses import replace
from datetime import date

from knowledge.answers import NAME_SHARE, answer, carried_words
from knowledge.base import KnowledgeBase
from knowledge.questions import (
    Asked,
    Field,
    Intent,
    Lateness,
    Reading,
    State,
    asked_among,
    asks_databases,
    both_bounds,
    completed,
    left_aside,
    move_in,
)
from knowledge.text import fold, has_diacritics

# How what is listed is called, in a question that asks for it.
_NAMES = {
    Intent.DATABASES: {"vi": "csdl trong danh sách", "en": "databases on the list"},
    Intent.INDICATORS: {"vi": "chỉ tiêu", "en": "indicators"},
    Intent.LIST: {"vi": "việc", "en": "tasks"},
    Intent.COUNT: {"vi": "việc", "en": "tasks"},
    Intent.GROUP: {"vi": "việc", "en": "tasks"},
}
_LATE = {"vi": "quá hạn", "en": "overdue"}
_ABOUT = {"vi": "về", "en": "about"}
_DATABASES = re.compile(r"^(?:csdl|co so du lieu|databases?)$")
_STATE = re.compile(r"\b(?:ket noi|chia se|tieu chi|connected|criteria)\b|/ ?19\b")
_TASKS = (Intent.LIST, Intent.COUNT, Intent.GROUP)
_REGISTERS = (Intent.DATABASES, Intent.INDICATORS)
_OF_A_ROW = (Field.LEADS, Field.DEADLINE)
_SHORT = 60
_FEW = 6


def asked_of_rows(new: Reading, last: Reading, base: KnowledgeBase, today: date) -> Reading | None:
    """Return the rows of a register that `new` asks for among those of `last`; None where it is no such follow-up.

    They keep the conditions that only the words before it named ("chưa kết nối", "năm 2030").
    """
    last = _of_databases(new, last)
    if last.intent not in _REGISTERS or len(new.question) > _SHORT or new.code or new.lists or new.directives:
        return None
    if new.intent is last.intent and not new.agencies and not new.leaned:
        return None  # it names them itself
    asked = asked_among(new.question)
    if asked is None and asks_databases(f"csdl {new.words}", f"csdl {new.words}"):
        asked = Asked(new.question)
    only_agency = bool(new.agencies) and new.intent is Intent.LIST and not (new.topic or new.period or new.states)
    if asked is None and not only_agency:
        return None
    named = base.read(_called(asked or Asked(new.question), last, new.language), today)
    if named.intent is not last.intent and not (last.intent is Intent.DATABASES and named.intent is Intent.FACT):
        return None
    named = replace(named, question=new.question, language=new.language, intent=last.intent, lists=False)
    rows = completed(named, last)
    rows = replace(rows, words=carried_words(last.words, named.words), repairs=new.repairs)
    if rows.agencies and named.topic and _not_of_them(rows, base, today):
        return replace(left_aside(rows), matter="", said="")
    return rows


def _not_of_them(rows: Reading, base: KnowledgeBase, today: date) -> bool:
    """Tell whether no row of those agencies is called as the topic says: all of theirs are shown, and that is told."""
    asked = base.weights.topic(rows.topic)
    found = answer(rows, base, today)
    names = [*(row.name for row in found.indicators), *(row.name for row in found.databases)]
    return bool(names) and all(asked.share(name) < NAME_SHARE for name in names)


def _of_databases(new: Reading, last: Reading) -> Reading:
    """Return `last` as a question for databases, where it named them and `new` says how those stand that are meant."""
    if last.intent is not Intent.LIST or not _DATABASES.search(fold(last.topic)) or not _STATE.search(new.words):
        return last
    return replace(last, intent=Intent.DATABASES, topic="", matter="", said="", about=False, unread=())


def asked_of_tasks(new: Reading, last: Reading, base: KnowledgeBase, today: date) -> Reading | None:
    """Return the tasks that `new` asks for among those of `last` by their matter or lateness; None for other questions.

    A length of time after tasks none of which was asked for as late bounds nothing: it is told.
    """
    limited = last.agencies or last.period or last.states or last.directives or last.excluded or last.section
    if last.intent not in _TASKS or not (limited or last.topic):
        return None
    if new.code or new.foreign or new.directives or new.agencies or new.intent in (Intent.GROUP, *_REGISTERS):
        return None
    asked = asked_among(new.question)
    if asked is None or asked.end:
        return None
    if asked.bound and State.OVERDUE not in last.states:
        return replace(
            last, question=new.question, language=new.language, unread=(*last.unread, new.question), leaned=True
        )
    named = base.read(_called(asked, last, new.language), today)
    understood = named.lateness is not None and not named.topic if asked.bound else bool(named.topic or named.outputs)
    if not understood or named.code or named.foreign or named.intent not in (Intent.LIST, Intent.FACT):
        return None
    named = replace(named, question=new.question, language=new.language)
    if asked.bound:
        named = replace(named, states=())  # they are late already
    if asked.bound and named.lateness and last.lateness:  # "trên 1 năm", "dưới 2 năm"
        named = replace(named, lateness=_between(last.lateness, named.lateness))
    found = completed(named, last)
    if asked.which and last.topic and named.topic:  # one matter is looked for at a time
        found = replace(found, unread=tuple(dict.fromkeys((*found.unread, last.said or last.topic))))
    return replace(found, intent=Intent.LIST, grouping="") if asked.which and last.intent is Intent.COUNT else found


def not_understood(new: Reading, last: Reading) -> Reading | None:
    """Return `last` with what `new` asks of its tasks told as not taken into account, where it points at them ("cái nào
    khó nhất"): any other answer would be to another question."""
    asked = asked_among(new.question) if last.intent in _TASKS and new.intent in (Intent.FACT, Intent.GROUP) else None
    if asked is None or not asked.pointing or new.agencies or new.directives or new.code:
        return None
    told = tuple(dict.fromkeys((*last.unread, asked.words)))
    return replace(last, question=new.question, language=new.language, unread=told, leaned=True, repairs=())


def asked_of_indicator(new: Reading, last: Reading, base: KnowledgeBase, today: date) -> Reading | None:
    """Return the indicator that answered `last`, where `new` asks only who answers for it or until when; else None."""
    if last.lists or last.code or len(new.question.split()) > _FEW or move_in(new.question) not in _OF_A_ROW:
        return None
    if last.intent not in (Intent.INDICATORS, Intent.FACT, Intent.LIST):
        return None
    found = answer(last, base, today)
    names = {row.name for row in found.indicators}
    if len(names) != 1 or (found.tasks and found.reading.intent is Intent.LIST):
        return None
    called = "indicator" if last.language == "en" else "chỉ tiêu"
    named = base.read(f"{called} {names.pop()}", today)
    return replace(named, question=new.question, language=new.language, leaned=True, repairs=())


def _between(one: Lateness, other: Lateness) -> Lateness:
    return both_bounds(one, other) or other


def _called(asked: Asked, last: Reading, language: str) -> str:
    """Return what is asked for as a question for what `last` lists, its name before it.

    Beside marks a word without them is that very word.
    """
    late = asked.bound and last.intent in _TASKS
    about = asked.about and last.intent is not Intent.DATABASES
    said = (_NAMES[last.intent], *([_LATE] if late else ()), *([_ABOUT] if about else ()))
    before = " ".join(each.get(language, each["vi"]) for each in said)
    return f"{before if has_diacritics(asked.words) else fold(before)} {asked.words}"
