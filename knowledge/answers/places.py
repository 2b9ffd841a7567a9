"""What stands at a place of a directive that a question points at, and the tasks given there."""

from datetime import date

from knowledge.answers.result import Answer, TaskHits
from knowledge.base import KnowledgeBase
from knowledge.directives import Passage
from knowledge.questions import Reading, below, section_of
from knowledge.store import TaskQuery

# Passages of one place that an answer holds: what stands below a whole part is opened step by step.
_PASSAGES = 12


def said_at(reading: Reading, base: KnowledgeBase, today: date) -> Answer:
    """Return the passage at the place that `reading` points at with those below it, and the tasks given there."""
    (directive,) = reading.directives
    passages = parts_of(base.passages[f"{directive} {reading.place}"], base)
    numbers = base.store.numbers(TaskQuery(directives=(directive,), section=section_of(reading.place)))
    return Answer(reading, today, TaskHits(numbers, base), tuple(passages[:_PASSAGES]))


def parts_of(passage: Passage, base: KnowledgeBase) -> list[Passage]:
    """Return `passage` with those below it, in reading order."""
    of_directive = [each for each in base.passages.values() if each.directive == passage.directive]
    wanted = set(below(passage.path, [each.path for each in of_directive]))
    return [each for each in of_directive if each.path in wanted]
