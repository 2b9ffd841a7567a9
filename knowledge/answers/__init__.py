"""From a reading to what is known: a query, and a ranked result with its sources. Words nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.answers.asking import asks_amount
from knowledge.answers.databases import (
    about_databases,
    carried_words,
    database_of,
    meets_all,
    names_other_databases,
)
from knowledge.answers.given import given_hit, given_hits
from knowledge.answers.groups import count_by_group
from knowledge.answers.names import (
    about_directives,
    about_indicators,
    horizons,
    indicator_of,
    indicators_in_text,
    names_indicator,
    rows_of,
)
from knowledge.answers.naming import NAME_SHARE
from knowledge.answers.nearest import nearest_databases, unknown_database
from knowledge.answers.places import said_at
from knowledge.answers.recurring import next_day
from knowledge.answers.result import Answer, TaskHit, TaskHits, hit, standing
from knowledge.answers.sections import tasks_of_section
from knowledge.answers.standing import NOTHING_REPORTED, agency_asked
from knowledge.answers.tasks import by_topic, fact, list_tasks, one_task, parts_of_task
from knowledge.answers.topics import near_tasks
from knowledge.answers.urgent import most_urgent
from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, Reading
from knowledge.record import AssignedTask, StatusBook

# More rows than these are a list: their table is the source.
_FEW = 5
_FROM_REGISTERS = (Intent.INDICATORS, Intent.DATABASES, Intent.DIRECTIVE, Intent.GROUP)

__all__ = [
    "NAME_SHARE",
    "NOTHING_REPORTED",
    "Answer",
    "TaskHit",
    "TaskHits",
    "answer",
    "by_topic",
    "carried_words",
    "given_hit",
    "hit",
    "most_urgent",
    "next_day",
    "standing",
    "tasks_of_section",
]


def answer(
    reading: Reading,
    base: KnowledgeBase,
    today: date,
    book: StatusBook = NOTHING_REPORTED,
    given: Sequence[AssignedTask] = (),
) -> Answer:
    """Return what is known on `reading`, as of `today` and by the reports in `book`; empty where nothing fits.

    What no register answers (indicators, databases, directives, counts) may still stand in the text. `given` are the
    tasks given from chat that the asker may see: those that fit stand beside what the directives say.
    """
    found = _from_directives(reading, base, today, book)
    unknown = unknown_database(reading, base)
    if unknown:
        found = replace(found, no_database=unknown, near_databases=nearest_databases(unknown, base))
    elif reading.intent is Intent.DATABASES and reading.topic and not found.found:
        found = replace(found, near_databases=nearest_databases(reading.topic, base))
    return replace(found, given=given_hits(reading, given, base, today, book)) if given else found


def _from_directives(reading: Reading, base: KnowledgeBase, today: date, book: StatusBook) -> Answer:
    if reading.missing is not None or reading.unissued:
        return Answer(reading, today)
    if reading.foreign and not reading.directives:  # what another document says is not known here
        near = near_tasks(reading.foreign, base) if reading.mentioned else ()
        return Answer(replace(reading, intent=Intent.FACT), today, near=near)
    found = _with_rows(_answer(reading, base, today, book), base)
    listed = reading.intent in (Intent.LIST, Intent.COUNT)
    found = replace(found, tasks=found.tasks.standing(book, agency_asked(reading), listed=listed))
    if found.found or found.unconnected is not None or reading.intent not in _FROM_REGISTERS:
        return found
    if (
        reading.intent in (Intent.GROUP, Intent.INDICATORS) and not reading.topic
    ):  # nothing is asked that the text might say
        return found
    if reading.intent is Intent.DATABASES and reading.agencies and not (reading.topic or meets_all(reading)):
        return found  # none of theirs is on the list
    rows = indicators_in_text(reading, base)
    if reading.intent is Intent.INDICATORS and rows:
        return _with_rows(replace(found, indicators=rows), base)
    in_text = fact(replace(reading, intent=Intent.FACT), base, today)
    if reading.intent is Intent.DATABASES and names_other_databases(reading, in_text.passages, base):
        return found
    return in_text if in_text.passages else found


def _with_rows(found: Answer, base: KnowledgeBase) -> Answer:
    """Add the rows of the text in which what was found stands, where it is little.

    Where the text answers first and a figure is asked for, add the indicator or database whose row that is.
    """
    if not found.passages and 0 < len(found.indicators) + len(found.databases) <= _FEW:
        return replace(found, passages=tuple(rows_of(found.indicators, found.databases, base)))
    if not found.passages or not (asks_amount(found.reading) or horizons(found.reading)):
        return found
    return replace(
        found, indicators=indicator_of(found.passages[0], base), databases=database_of(found.passages[0], base)
    )


def _answer(reading: Reading, base: KnowledgeBase, today: date, book: StatusBook) -> Answer:
    empty = Answer(reading, today)
    if names_indicator(reading, base):
        as_indicators = replace(reading, intent=Intent.INDICATORS, unread=())  # its name is found by all the words
        return about_indicators(as_indicators, base, today)
    match reading.intent:
        case Intent.LIST | Intent.COUNT:
            return list_tasks(reading, base, today, book)
        case Intent.GROUP:
            return count_by_group(reading, base, today, book)
        case Intent.TASK:
            return parts_of_task(reading, base, today, book) or one_task(reading, base, today)
        case Intent.FACT:
            return said_at(reading, base, today) if reading.place else fact(reading, base, today)
        case Intent.DIRECTIVE | Intent.DIRECTIVES:
            return about_directives(reading, base, today)
        case Intent.INDICATORS:
            return about_indicators(reading, base, today)
        case Intent.DATABASES:
            return about_databases(reading, base, today)
        case _:
            return empty
