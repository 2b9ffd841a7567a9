"""The machine-readable face: JSON of stable shape for tasks, answers and the rest."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from handlers.actions import View
from handlers.services import words_for
from handlers.views.answers import AnswerView
from handlers.views.cards import directive_card, directive_list, task_card
from handlers.views.reply import Reply
from handlers.views.standing import standing_lines
from knowledge.agencies import Registry
from knowledge.answers import NOTHING_REPORTED, Answer, TaskHit, answer, given_hit
from knowledge.base import KnowledgeBase
from knowledge.conversation import read_turn
from knowledge.directives import Indicator, TrackedDatabase
from knowledge.questions import Intent, Reading, State
from knowledge.record import AssignedTask, StatusBook, duty, find_assigned_code
from knowledge.reporting import Match
from knowledge.store.records import dump
from knowledge.text import tidy
from knowledge.when import Period

Json = dict[str, Any]


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


def indicator_json(row: Indicator) -> Json:
    """Return an indicator."""
    return {
        "code": row.code,
        "name": row.name,
        "unit": row.unit,
        "target": row.target,
        "horizon": row.horizon,
        "agencies": list(row.agencies),
    }


def database_json(row: TrackedDatabase) -> Json:
    """Return a tracked database."""
    return {
        "list": row.list,
        "number": row.number,
        "agency": row.agency,
        "name": row.name,
        "met": row.met,
        "total": row.total,
        "connected": row.connected,
    }


def agencies_json(registry: Registry) -> list[Json]:
    """Return the agencies and groups of the registry."""
    rows: list[Json] = [
        {
            "name": a.name,
            "short": a.short,
            "english": a.english,
            "kind": a.kind,
            "abbreviations": list(a.abbreviations),
            "former_names": [f.name for f in a.former_names],
            "groups": list(registry.groups_of(a.name)),
        }
        for a in registry.agencies.values()
    ]
    rows += [
        {"name": g.name, "short": g.short, "english": g.english, "kind": "group", "members": list(g.members)}
        for g in registry.groups.values()
    ]
    return rows


def answer_json(answer: Answer, base: KnowledgeBase, book: StatusBook = NOTHING_REPORTED) -> Json:
    """Return an answer whole."""
    reading = answer.reading
    return {
        "question": reading.question,
        "understood": {
            "intent": reading.intent.value,
            "agencies": _agencies(reading),
            "due": _due(answer),
            "statuses": [s.value for s in reading.states],
            "directives": [base.directives[d].number for d in reading.directives],
            "topic": tidy(reading.topic),
        },
        "answer": answer_reply(answer, base, book).plain,
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
        self._asker = asker
        self._conversation = conversation
        self._before: tuple[str, ...] = ()

    def ask(self, question: str) -> Json:
        """Return the answer to `question` in its stable shape."""
        return answer_json(self._answer(self._read(question)), self._base, self._book)

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

    def _answer(self, reading: Reading) -> Answer:
        code = find_assigned_code(reading.question)
        named = [given_hit(each, self._base.registry, self._book) for each in self._given if each.id == code]
        if named:
            return Answer(reading, self._today, given=tuple(named))
        return answer(reading, self._base, self._today, self._book, self._given)

    def _read(self, question: str) -> Reading:
        turn = read_turn(question, self._before, self._base, self._today, self._asker, self._book)
        if self._conversation:
            self._before = (*turn.context, question)
        return turn.reading


def answer_reply(answer: Answer, base: KnowledgeBase, book: StatusBook = NOTHING_REPORTED) -> Reply:
    """Return the message a chat would show for `answer`."""
    words = words_for(answer.reading.language)
    if answer.reading.intent is Intent.TASK and len(answer.tasks) == 1:
        found = answer.tasks[0]
        task = found.task
        lines = standing_lines(duty(task, base.registry), book, (), base.registry, words, answer.today)
        directive, focus = base.directives[task.directive], answer.reading.focus
        return task_card(found, directive, words, answer.today, standing=lines, focus=focus)
    if answer.directives:
        counts = base.store.counts()
        if len(answer.directives) == 1:
            one = answer.directives[0]
            return directive_card(one, counts.get(one.id, 0), words)
        return directive_list(answer.directives, counts, words)
    return AnswerView(base.registry, base.directives, base.weights).show(answer, words, View(0))
