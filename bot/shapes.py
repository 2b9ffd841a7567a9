"""The machine-readable face: JSON of stable shape for tasks, answers and the rest."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot.register_shapes import Json, database_json, indicator_json
from handlers.actions import View
from handlers.lists import looked_at, picked
from handlers.moving import Look, Missing, Opened, ToBefore, ToPassage, ToTask, ToView, missing, step_of
from handlers.services import words_for
from handlers.views.answers import AnswerView
from handlers.views.cards import directive_card, passage_card, task_card
from handlers.views.listed import is_list
from handlers.views.meant import directives_meant, with_issue
from handlers.views.read_as import outputs_named
from handlers.views.reply import Reply, esc
from handlers.views.standing import standing_lines
from handlers.views.wording import turn_words
from knowledge.answers import NOTHING_REPORTED, Answer, TaskHit, answer, given_hit
from knowledge.base import KnowledgeBase
from knowledge.conversation import loosens_nothing, move_of, read_turn
from knowledge.questions import Asker, Intent, Reading, State, Urgency
from knowledge.record import AssignedTask, StatusBook, duty, find_assigned_code
from knowledge.reporting import Match
from knowledge.store.records import dump
from knowledge.text import tidy
from knowledge.when import Period


def task_json(hit: TaskHit, base: KnowledgeBase) -> Json:
    """Return a task of an answer; of one given from chat, `directive` is the document it was given by, or ""."""
    task = hit.task
    return {
        "id": task.id,
        "directive": hit.given.document if hit.given is not None else base.directives[task.directive].number,
        "path": task.path,
        "title": task.title,
        "quote": task.quote,
        "leads": list(task.leads),
        "coordinators": list(task.coordinators),
        "output": task.output,
        "deadline_text": task.deadline.text,
        "deadline_kind": task.deadline.kind.value,
        "due": task.deadline.last.isoformat() if task.deadline.last else None,
        "recurrence": task.deadline.rrule or None,
        "status": hit.status.value,
        "collective": hit.collective,
        "via_group": hit.via_group,
    }


def match_json(found: Match, base: KnowledgeBase, given: Iterable[AssignedTask] = ()) -> Json:
    """Return a task that a report may be on, a directive's or one of `given`."""
    task = found.task
    documents = {each.id: each.document for each in given}
    return {
        "id": task.id,
        "directive": documents[task.id] if task.id in documents else base.directives[task.directive].number,
        "path": task.path,
        "title": task.title,
        "quote": task.quote,
        "score": found.score,
    }


def period_json(period: Period | None) -> Json | None:
    """Return a period as `from` and `to`, null for an open end; null for no period."""
    if period is None:
        return None
    return {
        "from": period.first.isoformat() if period.first else None,
        "to": period.last.isoformat() if period.last else None,
    }


def answer_json(answer: Answer, base: KnowledgeBase, shown: Reply) -> Json:
    """Return an answer whole, with the text that a chat would show for it."""
    reading = answer.reading
    return {
        "question": reading.question,
        "understood": {
            "intent": reading.intent.value,
            "agencies": _agencies(reading),
            "due": _due(answer),
            "statuses": [s.value for s in reading.states],
            "directives": [base.directives[d].number for d in reading.directives],
            "topic": tidy(" ".join((*outputs_named(reading.outputs, reading.language), reading.topic))).strip(),
        },
        "answer": shown.plain,
        "total": answer.total,
        "tasks": [task_json(h, base) for h in (*answer.tasks, *answer.given)],
        "passages": [
            {"directive": base.directives[p.directive].number, "path": p.path, "quote": p.text} for p in answer.passages
        ],
        "indicators": [indicator_json(i) for i in answer.indicators],
        "databases": [database_json(d) for d in answer.databases],
    }


def _agencies(reading: Reading) -> list[Json]:
    """Return the agencies that were asked about with their role; those whose tasks are left out have "except"."""
    asked = [{"name": a.name, "role": a.role.value} for a in reading.agencies]
    return asked + [{"name": a.name, "role": "except"} for a in reading.excluded]


def _due(answer: Answer) -> Json | None:
    """Return the period asked for; of what must be late by so much, when its last good day lies."""
    reading = answer.reading
    if reading.period is None and reading.lateness is not None and State.OVERDUE in reading.states:
        first, last = reading.lateness.stretch(answer.today)
        return period_json(Period(first, last, "within"))
    return period_json(reading.period)


class Asking:
    """Asks one question after another, as of one day; in a conversation a follow-up leans on the line before."""

    def __init__(
        self,
        base: KnowledgeBase,
        today: date,
        asker: str = "",
        *,
        conversation: bool = False,
        book: StatusBook = NOTHING_REPORTED,
        given: Sequence[AssignedTask] = (),
    ) -> None:
        """`asker` is the agency that "mình" means, "" for none; `book` says how tasks stand.

        `given` are the tasks given from chat that the asker may see.
        """
        self._given = tuple(given)
        self._base = base
        self._book = book
        self._today = today
        self._asker = Asker((asker,) if asker else ())
        self._conversation = conversation
        self._before: tuple[str, ...] = ()
        self._opened = Opened()

    def ask(self, question: str) -> Json:
        """Return the answer to `question` in its stable shape."""
        found, shown = self._turn(question)
        return answer_json(found, self._base, shown)

    def _turn(self, question: str) -> tuple[Answer, Reply]:
        """Return the answer, with the message that a chat would show: of what is open, or to the question."""
        move = move_of(question, self._base, self._today)
        step = step_of(move, question, self._opened, self._base, self._today) if move is not None else None
        if isinstance(step, ToBefore):
            *context, question = step.questions
            self._before, step, move = tuple(context), None, None
        if step is not None and not (isinstance(step, ToTask) and self._given_of(step.code)):
            return self._stepped(question, step)
        view = View(0, urgency=move if isinstance(move, Urgency) else None)
        found = picked(self._answer(self._read(question)), view, None)
        if loosens_nothing(found.reading, self._base, self._today):
            words = words_for(found.reading.language)
            nothing = Answer(replace(found.reading, intent=Intent.NONE), self._today)
            return nothing, Reply(esc(turn_words(words.language).no_list_changed))
        if self._conversation:
            self._open(question, found, view)
        return found, answer_reply(found, self._base, self._book, view)

    def _stepped(self, question: str, step: Look) -> tuple[Answer, Reply]:
        """Return where a short text leads: a card, the open list looked at otherwise, or what is missing."""
        reading = replace(self._base.read(question, self._today), topic="", states=(), period=None)
        match step:
            case ToTask(code, focus):
                self._opened = replace(self._opened, task=code, on_top=True, passages=())
                card = replace(reading, intent=Intent.TASK, code=code, focus=focus or reading.focus, leaned=True)
                found = answer(card, self._base, self._today, self._book)
                return found, answer_reply(found, self._base, self._book)
            case ToView(view):
                listed = replace(self._opened.reading, leaned=True)
                found = looked_at(listed, view, None, self._base, self._today, self._book, self._given)
                found = replace(found, reading=replace(found.reading, question=question))
                self._opened = replace(self._opened, view=view, answer=found, task="", on_top=True, passages=())
                return found, answer_reply(found, self._base, self._book, view)
            case ToPassage(passage):
                told = Answer(replace(reading, intent=Intent.FACT), self._today, passages=(passage,))
                around = self._base.store.around(passage.directive, passage.path)
                source = self._base.directives[passage.directive]
                return told, passage_card(around, source, words_for(reading.language), ())
            case Missing():
                nothing = Answer(replace(reading, intent=Intent.NONE), self._today)
                return nothing, missing(step, self._opened, words_for(reading.language))

    def _open(self, question: str, found: Answer, view: View) -> None:
        """Remember what is shown: a card over the list before, a list, or neither."""
        if found.reading.intent is Intent.TASK and len(found.tasks) == 1:
            self._opened = replace(self._opened, task=found.tasks[0].task.id, on_top=True, passages=())
        elif is_list(found, view):
            context = self._before[:-1]
            self._opened = Opened(
                question, found.reading, view, found, on_top=True, passages=found.passages, context=context
            )
        else:
            self._opened = replace(self._opened, on_top=False, passages=found.passages)

    def explain(self, question: str) -> Json:
        """Return every step on the way to the answer: what was repaired, the reading, and what was found."""
        reading = self._read(question)
        found = self._answer(reading)
        return {
            "question": question,
            "reading": json.loads(dump(reading)),
            "terms": self._base.weights.topic(reading.topic).weights if reading.topic else {},
            "found": {
                "own": [h.task.id for h in found.own],
                "via_group": [h.task.id for h in found.via_group],
                "given": [h.task.id for h in found.given],
                "passages": [f"{p.directive} {p.path}" for p in found.passages],
                "indicators": [i.code for i in found.indicators],
                "databases": [f"{d.list}.{d.number}" for d in found.databases],
                "directives": [d.id for d in found.directives],
                "groups": dict(found.groups),
                "coordinating": found.coordinating,
                "recurring": found.recurring,
            },
        }

    def _given_of(self, code: str | None) -> list[TaskHit]:
        return [given_hit(each, self._base.registry, self._book) for each in self._given if each.id == code]

    def _answer(self, reading: Reading) -> Answer:
        named = self._given_of(find_assigned_code(reading.question))
        if named:
            return Answer(reading, self._today, given=tuple(named))
        return answer(reading, self._base, self._today, self._book, self._given)

    def _read(self, question: str) -> Reading:
        turn = read_turn(question, self._before, self._base, self._today, self._asker, self._book)
        nothing = self._conversation and not turn.reading.leaned and not self._answer(turn.reading).found
        self._remember(question, self._before if nothing else turn.context)
        return turn.reading

    def _remember(self, question: str, context: tuple[str, ...]) -> None:
        if self._conversation:
            self._before = (*context, question)


def answer_reply(
    answer: Answer, base: KnowledgeBase, book: StatusBook = NOTHING_REPORTED, view: View | None = None
) -> Reply:
    """Return the message a chat would show for `answer`, looked at as `view` says."""
    words = words_for(answer.reading.language)
    if answer.reading.intent is Intent.TASK and len(answer.tasks) == 1:
        found = answer.tasks[0]
        task = found.task
        lines = standing_lines(duty(task, base.registry), book, (), base.registry, words, answer.today)
        source, focus = base.directives[task.directive], answer.reading.focus
        return task_card(found, source, words, answer.today, standing=lines, focus=focus)
    if answer.directives:
        counts = base.store.counts()
        if len(answer.directives) == 1:
            one = answer.directives[0]
            return with_issue(directive_card(one, counts.get(one.id, 0), words), answer, words)
        return directives_meant(answer, base, counts, words)
    return AnswerView(base.registry, base.directives, base.weights).show(answer, words, view or View(0))
