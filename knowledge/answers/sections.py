"""The tasks of one section of a directive."""

from dataclasses import replace
from datetime import date

from knowledge.answers.result import Answer, TaskHits
from knowledge.answers.tasks import asked_tasks, query_of
from knowledge.base import KnowledgeBase
from knowledge.questions import Reading
from knowledge.sections import Section


def tasks_of_section(section: Section, reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Return the tasks below `section` that fit the filters of `reading`; nothing else is looked for."""
    query = replace(query_of(replace(reading, section=""), today), ids=section.tasks)
    return Answer(reading, today, TaskHits(asked_tasks(reading, query, base), base))
