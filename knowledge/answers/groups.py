"""Counts: by agency, directive, or the period of the last day."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from knowledge.answers.result import Answer
from knowledge.answers.tasks import asked_tasks, query_of
from knowledge.answers.topics import in_section, on_topic
from knowledge.base import KnowledgeBase
from knowledge.directives import Task
from knowledge.questions import COORDINATE, Reading, asks_databases

_FEWEST = re.compile(r"\b(?:it|thap|fewest|least|lowest)\b.{0,40}?(?:nhat|$)")


def count_by_group(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Count the tasks that fit, by agency (itself in its role), directive, or the period of their last day."""
    counts = (
        _database_counts(base) if asks_databases(reading.words, reading.words) else _task_counts(reading, base, today)
    )
    by_time = reading.grouping in ("year", "quarter", "month")
    ordered = sorted(counts.items(), key=lambda item: (item[0],) if by_time else (-item[1], item[0]))
    if _FEWEST.search(reading.words) and not by_time:
        ordered.sort(key=lambda item: (item[1], item[0]))
    return Answer(reading, today, groups=tuple(ordered))


def _database_counts(base: KnowledgeBase) -> Counter[str]:
    return Counter(row.agency for row in base.store.databases() if row.connected is False)


def _task_counts(reading: Reading, base: KnowledgeBase, today: date) -> Counter[str]:
    compared = {ask.name for ask in reading.agencies} if reading.grouping == "agency" else set()
    asked = replace(reading, agencies=()) if compared else reading
    tasks = in_section(reading.section, asked_tasks(asked, query_of(asked, today), base))
    fitting = on_topic(reading.topic, tasks, base) or (tasks if not reading.about else [])
    labels = (label for task in fitting for label in _labels(task, reading, base))
    counts = Counter(label for label in labels if not compared or label in compared)
    counts.update(dict.fromkeys(compared - set(counts), 0))
    return counts


def _labels(task: Task, reading: Reading, base: KnowledgeBase) -> Iterable[str]:
    last = task.deadline.last
    named = task.coordinators if COORDINATE.search(reading.words) else task.leads
    match reading.grouping:
        case "agency":
            return [name for name in named if not base.registry.is_group(name)]
        case "province":
            return [n for n in named if n in base.registry.agencies and base.registry.agencies[n].kind == "province"]
        case "directive":
            return [base.directives[task.directive].number]
        case "kind":
            return [task.deadline.kind.value]
        case "year":
            return [f"{last.year}"] if last else []
        case "quarter":
            return [f"{last.year}-Q{(last.month + 2) // 3}"] if last else []
        case _:
            return [f"{last.year}-{last.month:02d}"] if last else []
