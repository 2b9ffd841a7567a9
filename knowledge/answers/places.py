"""What stands at a place of a directive that a question points at, and the tasks given there."""

from datetime import date

from knowledge.answers.result import Answer, TaskHits
from knowledge.base import KnowledgeBase
from knowledge.questions import Reading, below
from knowledge.store import TaskQuery

# Passages of one place that an answer holds: what stands below a whole part is opened step by step.
_PASSAGES = 12


def said_at(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Return the passage at the place that `reading` points at with those below it, and the tasks given there."""
    (directive,) = reading.directives
    paths = [p.path for p in base.passages.values() if p.directive == directive]
    wanted = below(reading.place, paths)
    passages = tuple(base.passages[f"{directive} {path}"] for path in wanted[:_PASSAGES])
    among = set(wanted)
    given = [task for task in base.store.in_reading_order() if task.directive == directive and task.path in among]
    numbers = base.store.numbers(TaskQuery(ids=tuple(task.id for task in given)))
    return Answer(reading, today, TaskHits(numbers, base), passages)
