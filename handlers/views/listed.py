"""The numbered tasks of an answer as they are shown, and on how many pages: what "việc thứ 3" and "trang 2" count."""

from collections.abc import Sequence

from handlers.actions import View
from handlers.views.paging import PAGE
from handlers.views.registers import ROWS
from knowledge.answers import Answer, TaskHit
from knowledge.questions import Intent

# Tasks that stand beside what the text says.
BESIDE_TEXT = 3
_LISTS = (Intent.LIST, Intent.COUNT)
_REGISTERS = (Intent.INDICATORS, Intent.DATABASES, Intent.GROUP)


def listed(answer: Answer, view: View, *, whole: bool = False) -> Sequence[TaskHit]:
    """Return the tasks that have a number in the message that shows `answer`; `whole`: all that were found have."""
    if view.given or (answer.given and not answer.tasks):
        return answer.given
    if whole:
        return answer.tasks
    if answer.reading.intent in _REGISTERS:
        return ()
    if answer.reading.intent is Intent.TASK:
        return answer.tasks[:PAGE]
    if answer.reading.intent not in _LISTS:
        return answer.tasks[:BESIDE_TEXT]
    return answer.via_group if view.groups or not answer.own else answer.own


def things(answer: Answer, view: View, *, whole: bool = False) -> int:
    """Return how many things the list of `answer` has, tasks or others."""
    if answer.reading.intent in _REGISTERS:
        return len(answer.groups) or len(answer.indicators) or len(answer.databases)
    return len(listed(answer, view, whole=whole))


def is_list(answer: Answer, view: View) -> bool:
    """Tell whether `answer` is shown as a list, even one that holds nothing."""
    reading = answer.reading
    asks_tasks = reading.intent in _LISTS and not answer.passages and not (reading.topic and not reading.agencies)
    return asks_tasks or reading.intent in _REGISTERS or things(answer, view) > 0


def pages(answer: Answer, view: View, *, whole: bool = False) -> int:
    """Return on how many pages the list of `answer` is shown, at least one."""
    size = ROWS if answer.reading.intent in _REGISTERS else PAGE
    return max(1, -(-things(answer, view, whole=whole) // size))
