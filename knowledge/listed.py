"""What is asked among what was listed: "cái nào về dữ liệu", "trên 1 năm", "cái nào thấp nhất", "ai chịu trách nhiệm"."""

import re
from dataclasses import replace
from datetime import date

from knowledge.answers import answer, carried_words
from knowledge.base import KnowledgeBase
from knowledge.questions import Field, Intent, Reading, State, asked_among, completed, move_in

# How what is listed is called, in a question that asks for it.
_NAMES = {
    Intent.DATABASES: {"vi": "csdl trong danh sách", "en": "databases on the list"},
    Intent.INDICATORS: {"vi": "chỉ tiêu", "en": "indicators"},
    Intent.LIST: {"vi": "việc", "en": "tasks"},
    Intent.COUNT: {"vi": "việc", "en": "tasks"},
    Intent.GROUP: {"vi": "việc", "en": "tasks"},
}
_ABOUT = re.compile(r"(?i)^(?:về|ve|about|on)\s+")
_REGISTERS = (Intent.DATABASES, Intent.INDICATORS)
_OF_A_ROW = (Field.LEADS, Field.DEADLINE)
_SHORT = 60
_FEW = 6


def asked_of_rows(new: Reading, last: Reading, base: KnowledgeBase, today: date) -> Reading | None:
    """Return the rows of a register that `new` asks for among those of `last`; None where it is no such follow-up.

    They keep the conditions that only the words before it named ("chưa kết nối", "năm 2030").
    """
    if last.intent not in _REGISTERS or len(new.question) > _SHORT or new.code or new.lists or new.directives:
        return None
    if new.intent is last.intent and not new.agencies and not new.leaned:
        return None  # it names them itself
    asked = asked_among(new.question)
    only_agency = bool(new.agencies) and new.intent is Intent.LIST and not (new.topic or new.period or new.states)
    if asked is None and not only_agency:
        return None
    named = base.read(_called(asked.words if asked else new.question, last, new.language), today)
    if named.intent is not last.intent and not (last.intent is Intent.DATABASES and named.intent is Intent.FACT):
        return None
    named = replace(named, question=new.question, language=new.language, intent=last.intent, lists=False)
    rows = completed(named, last)
    return replace(rows, words=carried_words(last.words, named.words), repairs=new.repairs)


def asked_of_tasks(new: Reading, last: Reading, base: KnowledgeBase, today: date) -> Reading | None:
    """Return the tasks that `new` asks for among those of `last` by their matter or lateness; None for other questions."""
    limited = last.agencies or last.period or last.states or last.directives or last.excluded or last.section
    if last.intent not in (Intent.LIST, Intent.COUNT, Intent.GROUP) or not (limited or last.topic):
        return None
    if new.code or new.foreign or new.directives or new.agencies or new.intent in (Intent.GROUP, *_REGISTERS):
        return None
    asked = asked_among(new.question)
    if asked is None or asked.end:
        return None
    if asked.bound and State.OVERDUE not in last.states:
        return replace(last, question=new.question, language=new.language, unread=(*last.unread, new.question), leaned=True)
    words = f"{'overdue' if new.language == 'en' else 'quá hạn'} {asked.words}" if asked.bound else asked.words
    named = base.read(_called(words, last, new.language), today)
    understood = named.lateness is not None and not named.topic if asked.bound else bool(named.topic)
    if not understood or named.code or named.foreign or named.intent not in (Intent.LIST, Intent.FACT):
        return None
    named = replace(named, question=new.question, language=new.language)
    found = completed(named, last)
    if asked.which and last.topic and named.topic:  # one matter is looked for at a time
        found = replace(found, unread=tuple(dict.fromkeys((*found.unread, last.said or last.topic))))
    return replace(found, intent=Intent.LIST, grouping="") if asked.which and last.intent is Intent.COUNT else found


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


def _called(words: str, last: Reading, language: str) -> str:
    """Return `words` as a question for what `last` lists; a database is called by its name, not "csdl về đất đai"."""
    said = _ABOUT.sub("", words) if last.intent is Intent.DATABASES else words
    return f"{_NAMES[last.intent].get(language, 'việc')} {said}"
