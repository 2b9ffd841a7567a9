"""From a reading to what is known: a query, and a ranked result with its sources. Words nothing."""

from dataclasses import replace
from datetime import date

from knowledge.answers.groups import count_by_group
from knowledge.answers.names import find_databases, find_directives, find_indicators, names_indicator
from knowledge.answers.result import Answer, TaskHit, hit
from knowledge.answers.tasks import fact, list_tasks, one_task
from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, Reading

__all__ = ["Answer", "TaskHit", "answer", "hit"]


def answer(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Return what is known on `reading`, as of `today`. A question that nothing fits has an empty answer."""
    empty = Answer(reading, today)
    if names_indicator(reading, base):
        as_indicators = replace(reading, intent=Intent.INDICATORS)
        return replace(empty, reading=as_indicators, indicators=tuple(find_indicators(as_indicators, base)))
    match reading.intent:
        case Intent.LIST | Intent.COUNT:
            return list_tasks(reading, base, today)
        case Intent.GROUP:
            return count_by_group(reading, base, today)
        case Intent.TASK:
            return one_task(reading, base, today)
        case Intent.FACT:
            return fact(reading, base, today)
        case Intent.DIRECTIVE:
            return replace(empty, directives=find_directives(reading, base))
        case Intent.DIRECTIVES:
            return replace(empty, directives=tuple(base.directives.values()))
        case Intent.INDICATORS:
            return replace(empty, indicators=tuple(find_indicators(reading, base)))
        case Intent.DATABASES:
            return replace(empty, databases=tuple(find_databases(reading, base)))
        case _:
            return empty
