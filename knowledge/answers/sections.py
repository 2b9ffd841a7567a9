"""The tasks of one section of a directive."""

from dataclasses import replace
from datetime import date

from knowledge.answers.queries import asked_tasks, query_of
from knowledge.answers.result import Answer, TaskHits
from knowledge.answers.standing import NOTHING_REPORTED, agency_asked
from knowledge.base import KnowledgeBase
from knowledge.questions import Reading
from knowledge.record import StatusBook
from knowledge.sections import Section


def tasks_of_section(
    section: Section, reading: Reading, base: KnowledgeBase, today: date, book: StatusBook = NOTHING_REPORTED
) -> Answer:
    """Return the tasks below `section` that fit the filters of `reading`; nothing else is looked for."""
    query = query_of(replace(reading, section=""), base, today, book)
    ids = section.tasks if query.ids is None else tuple(code for code in section.tasks if code in query.ids)
    found = TaskHits(asked_tasks(reading, replace(query, ids=ids), base), base)
    return Answer(reading, today, found.standing(book, agency_asked(reading), listed=True))
