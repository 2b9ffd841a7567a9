"""Tasks given from chat: where they come from, the units a task was handed down to, the list of those given."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from handlers import actions
from handlers.actions import Action, View
from handlers.views.filters import Row
from handlers.views.lines import deadline_line, extended_to, hit_mark, outcome
from handlers.views.paging import Page, turning
from handlers.views.reply import Button, Reply, bold, bold_html, code, esc, shorten
from handlers.views.reports import clock
from handlers.views.wording import assigning_words
from handlers.views.words import Words
from knowledge.answers import TaskHit
from knowledge.directives import Task
from knowledge.record import AssignedTask
from knowledge.record.assigned import Recall
from knowledge.when import Deadline

_ON_CARD = 4
_TITLE = 120
_NAMES = 160
_REASON = 600


def as_task(given: AssignedTask, words: Words) -> Task:
    """Return a task given from chat as the card shows it: whose units lead stands in its note."""
    said = assigning_words(words.language)
    return replace(given.task, note=said.own_of(given.owner)) if given.owner else given.task


def deadline_told(deadline: Deadline, words: Words) -> str:
    """Return a deadline as typed and as read, HTML."""
    said = assigning_words(words.language)
    if not deadline.text.strip():
        return esc(said.no_deadline)
    return said.understood(esc(shorten(deadline.text, 100)), deadline_line(deadline, words))


def recall_line(recall: Recall, words: Words) -> str:
    """Return that a task was taken back, when and why, HTML."""
    said = assigning_words(words.language)
    return (
        f"{bold(said.recalled(clock(recall.at)))}\n{esc(said.recall_reason)}: “{esc(shorten(recall.reason, _REASON))}”"
    )


def unit_lines(handed: Sequence[TaskHit], words: Words, today: date) -> list[str]:
    """Return the lines of a card on what was handed down to units, HTML."""
    if not handed:
        return []
    said = assigning_words(words.language)
    lines = [""]
    owned = [(hit.given.owner, hit) for hit in handed if hit.given is not None]
    for owner in dict.fromkeys(owner for owner, _ in owned):
        lines.append(f"{bold(said.units_title(owner))}:")
        lines += [_unit_line(hit, words, today) for whose, hit in owned if whose == owner][:_ON_CARD]
    if len(handed) > _ON_CARD:
        lines.append(esc(said.more(len(handed) - _ON_CARD)))
    return lines


def _unit_line(hit: TaskHit, words: Words, today: date) -> str:
    task = hit.task
    names = esc(shorten("; ".join(task.leads), _NAMES))
    return f"{hit_mark(hit, today)} {code(task.id)} {names} · {deadline_line(task.deadline, words)}"


def unit_rows(handed: Sequence[AssignedTask], view: View | None) -> tuple[Row, ...]:
    """Return the buttons that open what was handed down."""
    row = tuple(Button(each.id, Action(actions.SHOW_TASK, each.id, view).encode()) for each in handed[:_ON_CARD])
    return (row,) if row else ()


def listing(page: Page[TaskHit], words: Words, today: date, *, giving: bool) -> Reply:
    """Return one page of the tasks given from chat, a button each; with the way to give a new one where `giving`."""
    said = assigning_words(words.language)
    new: tuple[Row, ...] = ((Button(said.give_new, Action(actions.GIVE_TASK).encode()),),) if giving else ()
    if not page.total:
        return Reply(esc(said.list_none), new)
    lines = [bold(said.list_title(page.total))]
    for hit in page.things:
        task = hit.task
        names = esc(shorten("; ".join(task.leads), _NAMES))
        due = bold_html(deadline_line(task.deadline, words))
        facts = [due, extended_to(hit, words), esc(outcome(hit, words, today)), names]
        told = " · ".join(fact for fact in facts if fact)
        lines.append(f"\n{hit_mark(hit, today)} {code(task.id)} {esc(shorten(task.title, _TITLE))}\n{told}")
    opened = tuple(Button(hit.task.id, Action(actions.OPEN_TASK, hit.task.id).encode()) for hit in page.things)
    turn = turning(page, words.language, actions.GIVEN_TASKS)
    return Reply("\n".join(lines), (opened, *((turn,) if turn else ()), *new))
