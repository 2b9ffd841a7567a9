"""Tasks given from chat beside what the directives say: labelled apart, as a line, the first few, or a list."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from handlers import actions
from handlers.actions import Action, View
from handlers.views.filters import Row, list_button, numbered, turning
from handlers.views.paging import PAGE
from handlers.views.reply import Button, Reply, bold, esc
from handlers.views.wording import assigning_words
from handlers.views.words import Words
from knowledge.answers import Answer, TaskHit
from knowledge.progress import CLOSED
from knowledge.questions import State

ItemLine = Callable[[int | str, TaskHit], str]
_FEW = 3


def beside_line(answer: Answer, words: Words) -> str:
    """Return "+ 2 việc giao từ chat, 1 quá hạn", HTML; where what is overdue was asked for, that need not be said."""
    told = State.OVERDUE in answer.reading.states
    late = sum(hit.status not in CLOSED and hit.deadline.late_on(answer.today) for hit in answer.given)
    late = 0 if told else late
    return esc(assigning_words(words.language).beside(len(answer.given), late))


def with_given(reply: Reply, answer: Answer, words: Words, view: View, line: ItemLine) -> Reply:
    """Return `reply` with the first of them under their label, to be opened by their codes; the rest by a button."""
    few = few_lines(answer, words, line)
    if not few:
        return reply
    return Reply("\n".join([reply.text, "", *few]), (*few_rows(answer, words, view), *reply.rows))


def few_lines(answer: Answer, words: Words, line: ItemLine) -> list[str]:
    """Return the lines of the first of them under their label, HTML; [] without any."""
    if not answer.given:
        return []
    title = bold(assigning_words(words.language).found_title(len(answer.given)))
    return [title, *("\n" + line("•", hit) for hit in answer.given[:_FEW])]


def few_rows(answer: Answer, words: Words, view: View) -> tuple[Row, ...]:
    """Return the buttons that open the first of them, and the one to all where there are more."""
    back = view if view.question else None
    row = [Button(hit.task.id, Action(actions.SHOW_TASK, hit.task.id, back).encode()) for hit in answer.given[:_FEW]]
    if len(answer.given) > _FEW and view.question:
        row.append(list_button(assigning_words(words.language).given_tasks(len(answer.given)), only_given(view)))
    return (tuple(row),) if row else ()


def only_given(view: View) -> View:
    """Return the view of the same list that holds them alone."""
    return replace(view, given=True, groups=False, page=1)


def given_list(answer: Answer, head: Sequence[str], words: Words, view: View, line: ItemLine) -> Reply:
    """Return one page of them alone below `head` (HTML), with the way back to the directives' tasks."""
    said = assigning_words(words.language)
    start = (view.page - 1) * PAGE
    shown = answer.given[start : start + PAGE]
    lines = [*head, bold(said.found_title(len(answer.given))) if answer.given else esc(said.list_none)]
    lines += ["\n" + line(place, hit) for place, hit in enumerate(shown, start + 1)]
    back = (list_button(said.by_directives, replace(view, given=False, page=1)),) if view.given else ()
    rows = (numbered(shown, start, view), turning(len(answer.given), PAGE, view, words), back)
    return Reply("\n".join(lines), tuple(row for row in rows if row))
