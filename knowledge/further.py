"""What is asked further of what the text said: "trong đó trung ương bao nhiêu", "còn ai dự nữa", "and by 2045?"."""

import re
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer, answer
from knowledge.base import KnowledgeBase
from knowledge.directives import Passage
from knowledge.questions import Intent, Reading
from knowledge.text import fold, has_diacritics, tidy, words

# A longer text, or one that names more, is a question of its own.
_SHORT = 60
_LEANING, _ALONE = 5, 2
_ELSE = (
    r"(?:who|what|anything|anyone) else|how (?:much|many) of (?:it|that|this|those|them)|of (?:that|those|which|this)"
)
_OPENS = re.compile(
    r"^\W*(?:(?:a|u|um|da|vang|ok|and|so|the|vay)\W+)*"
    rf"(?:con|trong do|trong so do|cua (?:do|no)|ngoai ra|{_ELSE}|and)\b"
)
_MORE = re.compile(rf"\b(?:{_ELSE})\b")
# What stands around the words that are asked for.
_AROUND = re.compile(
    r"(?i)^\W*(?:(?:à|ừ|dạ|vâng|thế|vậy|còn|trong đó|trong số đó|thì|của|cho|phần|riêng)\s+)*|\s+(?:là\s+)?(?:được\s+)?"
    r"(?:có\s+)?bao nhiêu\b.*$"
)
_SUM = re.compile(r"\b(?:bao nhieu|bao nhiu|how (?:much|many))\b")
_ASKS = re.compile(r"\b(?:bao nhieu|bao nhiu|may|ai|khi nao|bao gio|ngay nao|o dau|how (?:much|many)|who|when|where)\b")
_YEAR = re.compile(r"(\bnăm )?\b20\d\d\b")
_ONLY_YEAR = re.compile(
    r"^\W*(?:(?:da|a|um|ok|the|vay|con|thi|va|what|how|about|and|in|for|by|den|toi|nam|cua|o)\W+)+(20\d\d)"
    r"(?:\W+(?:thi|sao|a|nhi|ha|the|vay|nao|may|bao nhieu|ra sao|la bao nhieu))*\W*$"
)


def asked_further(new: Reading, last: Reading, base: KnowledgeBase, today: date) -> Reading | None:
    """Return what `new` asks further of the text that answered `last`: the passage of it that says so; else None."""
    wanted = _wanted(new)
    if not wanted or last.lists or last.code or last.intent not in (Intent.FACT, Intent.LIST, Intent.TASK):
        return None
    found = answer(last, base, today)
    of_text = found.reading.intent in (Intent.FACT, Intent.TASK) and bool(found.passages)
    if not of_text:
        return None
    first = last if not (last.leaned and last.place) else base.read(last.plain, today)
    passages = (*found.passages, *(answer(first, base, today).passages if first is not last else ()))
    said = next(((each, phrase) for each in passages for phrase in wanted if _says(each, phrase)), None)
    if said is not None:
        return _at(said[0], replace(new, matter=said[1]), last)
    together = base.read(f"{last.plain} {new.plain}", today)
    best = answer(together, base, today).passages[:1]
    same = best and best[0] in found.passages[:1] and _MORE.search(fold(tidy(new.question))) is not None
    return _at(best[0], new, last) if same else None


def _wanted(new: Reading) -> tuple[str, ...]:
    """Return the words that a text asks for more of, as its topic and as they are written; none where it is a question
    of its own: it must be short, ask for a sum, a day or somebody, and name nothing else.

    Whoever is named beside a sum only ("còn địa phương bao nhiêu") may be a part of what was said as well.
    """
    folded = fold(tidy(new.question))
    conditions = new.period or new.states or new.directives or new.code or new.foreign or new.grouping
    if conditions or new.lists or len(new.question) > _SHORT or not _ASKS.search(folded):
        return ()
    opens = _OPENS.search(folded) is not None
    written = _AROUND.sub("", new.plain) if opens else ""
    if new.agencies:
        return (written,) if written != new.plain and _SUM.search(folded) else ()
    if not new.topic or len(words(new.topic)) > (_LEANING if opens else _ALONE):
        return ()
    return (new.topic,) if opens or len(words(new.topic)) == _ALONE else ()


def _says(passage: Passage, wanted: str) -> bool:
    """Tell whether a passage has the words that are asked for, in their order."""
    text, said = passage.text.lower(), wanted.lower()
    if not has_diacritics(wanted):
        text, said = fold(text), fold(said)
    return bool(said) and re.search(rf"(?<!\w){re.escape(said)}(?!\w)", text) is not None


def _at(passage: Passage, new: Reading, last: Reading) -> Reading:
    return replace(
        new,
        intent=Intent.FACT,
        agencies=(),
        directives=(passage.directive,),
        place=passage.path,
        plain=last.plain,
        topic="",
        focus="",
        leaned=True,
    )


def of_another_year(question: str, last: Reading, base: KnowledgeBase, today: date) -> Reading | None:
    """Return what "thế còn năm 2045?" asks after a question on the text: the same of that year, else None."""
    year = _ONLY_YEAR.match(fold(tidy(question)))
    of_text = last.intent in (Intent.FACT, Intent.INDICATORS, Intent.LIST) and bool(last.topic)
    if year is None or not of_text or last.lists or last.agencies or last.states:
        return None
    found = answer(last, base, today)
    named = _indicator_named(found)
    if named:
        asked = f"chỉ tiêu {named} {year[1]}"
    else:
        told = f"năm {year[1]}" if last.language == "vi" and re.search(r"\bnam\b", fold(tidy(question))) else year[1]
        asked = _YEAR.sub(told, last.plain) if _YEAR.search(last.plain) else f"{last.plain} {told}"
    read = base.read(asked, today)
    only_dated = read.intent is Intent.LIST and not (read.lists or read.agencies or read.states)
    if found.reading.intent is Intent.FACT and only_dated:
        read = replace(read, intent=Intent.FACT, topic=read.matter, period=None)  # the text was asked, and still is
    return replace(read, question=question, language=last.language, leaned=True, repairs=())


def _indicator_named(found: Answer) -> str:
    """Return the name of the one indicator that answered, whatever its years; "" where none or several did."""
    names = {row.name for row in found.indicators}
    return names.pop() if len(names) == 1 else ""
