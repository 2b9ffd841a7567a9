"""Answers in chat: what was understood, the things found with their sources, and the next steps as buttons."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from handlers import actions
from handlers.actions import Action, View
from handlers.views.places import source
from handlers.views.reply import Button, Reply, bold, code, esc, italic, shorten
from handlers.views.words import Words, day
from knowledge.agencies import Registry
from knowledge.answers import Answer, TaskHit
from knowledge.directives import Directive, Passage
from knowledge.progress import Standing, Status, standing
from knowledge.questions import Intent, Reading
from knowledge.search import TermWeights
from knowledge.when import Deadline, DeadlineKind, Period

PAGE = 5
ROWS = 10
_MARKS = {Standing.LATE: "🔴", Standing.SOON: "🟠", Standing.IN_TIME: "🟢", Standing.UNDATED: "⚪"}
_QUOTE_LIMIT = 2600

Row = tuple[Button, ...]


def understood(
    reading: Reading, registry: Registry, directives: Mapping[str, Directive], words: Words, today: date
) -> str:
    """Return the line that says how the question was read, "" where there is nothing to say."""
    parts: list[str] = []
    english = words.language == "en"
    for role in dict.fromkeys(ask.role for ask in reading.agencies):
        names = ", ".join(
            registry.english(a.name) if english and not a.name else a.name for a in reading.agencies if a.role is role
        )
        parts.append(f"{words.roles[role.value]}: {names}")
    parts += [words.former(a.written, a.name) for a in reading.agencies if a.written]
    if reading.period is not None:
        parts.append(words.due(reading.period.first, reading.period.last))
    parts += [
        f"{words.states[s.value]} ({day(today)})" if s.value == "overdue" else words.states[s.value]
        for s in reading.states
    ]
    parts += [words.directive_named(directives[d].number) for d in reading.directives if d in directives]
    if reading.topic:
        parts.append(words.topic(shorten(reading.topic, 120)))
    if reading.repairs:
        told = ", ".join(f"“{shorten(r.written, 30)}” → “{r.read}”" for r in reading.repairs[:4])
        parts.append(words.repaired(told))
    if reading.leaned:
        parts.append(words.leaned)
    return f"{bold(words.understood)} · {esc(' · '.join(parts))}" if parts else ""


def deadline_words(deadline: Deadline, words: Words) -> str:
    """Return a deadline in a few words, plain text."""
    if deadline.last is not None:
        return words.due_day(deadline.last, deadline.strict)
    match deadline.kind:
        case DeadlineKind.RECURRING:
            return words.periodic(deadline.rrule)
        case DeadlineKind.ONGOING:
            return words.ongoing
        case DeadlineKind.EVENT | DeadlineKind.OPEN:
            return f"“{shorten(deadline.text, 60)}”"
        case _:
            return words.no_deadline


def lateness(deadline: Deadline, words: Words, today: date) -> str:
    """Return how late a dated task is, or how long there still is; "" without a last day."""
    if deadline.last is None:
        return ""
    days = deadline.days_late(today)
    if deadline.late_on(today):
        return words.late(days) if days else words.late_today
    return words.left(-days) if days else words.today


def mark(deadline: Deadline, today: date) -> str:
    """Return the mark of where an open task stands; the words beside it say the same without colour."""
    return "🔁" if deadline.kind is DeadlineKind.RECURRING else _MARKS[standing(deadline, today)]


def task_line(number: int, hit: TaskHit, directives: Mapping[str, Directive], words: Words, today: date) -> str:
    """Return one item of a list, two lines: what, then when and where it is written."""
    task = hit.task
    facts = [bold(deadline_words(task.deadline, words)), esc(lateness(task.deadline, words, today))]
    facts.append(italic(source(directives[task.directive], task.path, words)))
    head = f"{number} {mark(task.deadline, today)} {code(task.id)} {esc(task.title)}"
    return f"{head}\n{' · '.join(fact for fact in facts if fact)}"


class AnswerView:
    """Words an answer for one registry and set of directives."""

    def __init__(self, registry: Registry, directives: Mapping[str, Directive], weights: TermWeights) -> None:
        """Use the names of `registry` and `directives`; `weights` find the sentence that answers."""
        self._registry = registry
        self._weights = weights
        self._directives = directives

    def show(self, answer: Answer, words: Words, view: View) -> Reply:
        """Return `answer` as a message, looked at as `view` says."""
        match answer.reading.intent:
            case Intent.HELP:
                return Reply(words.help, example_rows(words))
            case Intent.LIST | Intent.COUNT if answer.passages and not answer.tasks:
                return self._fact(answer, words, view)
            case Intent.LIST | Intent.COUNT:
                if not answer.found and answer.passages == () and answer.reading.topic and not answer.reading.agencies:
                    return self._outside(answer, words, view)
                return self._list(answer, words, view)
            case Intent.GROUP if answer.groups:
                return self._groups(answer, words, view)
            case Intent.INDICATORS:
                return self._indicators(answer, words, view)
            case Intent.DATABASES:
                return self._databases(answer, words, view)
            case Intent.FACT | Intent.TASK if answer.passages or answer.tasks:
                return self._fact(answer, words, view)
            case _:
                return self._outside(answer, words, view)

    def _outside(self, answer: Answer, words: Words, view: View) -> Reply:
        """Say that nothing is known, and offer the nearest things as buttons: asking, not asserting."""
        near = tuple(
            (Button(shorten(task.title, 60), Action(actions.SHOW_TASK, task.id, view).encode()),)
            for task in answer.near
        )
        text = f"{esc(words.outside)}\n{esc(words.perhaps)}" if near else esc(words.outside)
        return Reply(text, (*(near or example_rows(words)), directives_row(words)))

    def _head(self, answer: Answer, words: Words) -> list[str]:
        line = understood(answer.reading, self._registry, self._directives, words, answer.today)
        return [line] if line else []

    def _list(self, answer: Answer, words: Words, view: View) -> Reply:
        who = ", ".join(self._registry.short(a.name) for a in answer.reading.agencies)
        shown = answer.via_group if view.groups else answer.own
        lines = self._head(answer, words)
        if view.groups:
            lines.append(bold(words.via_group_title(len(answer.via_group), who)))
        elif not answer.tasks:
            lines.append(esc(words.no_tasks))
        elif not answer.own:
            lines.append(esc(words.nothing_of_own))
        else:
            title = words.own_tasks(len(answer.own)) if answer.via_group else words.tasks(len(answer.own))
            told = [words.urgent_first] if len(answer.own) > 1 else []
            told += [words.no_report] if all(h.status is Status.NO_REPORT for h in answer.own) else []
            lines.append(" · ".join((bold(title), *map(esc, told))))
        if answer.other_words:
            lines.append(italic(words.other_words))
        start = (view.page - 1) * PAGE
        items = shown[start : start + PAGE]
        lines += ["\n" + task_line(start + i, h, self._directives, words, answer.today) for i, h in enumerate(items, 1)]
        tail: list[str] = []
        if answer.via_group and not view.groups:
            tail.append(esc(words.via_group(len(answer.via_group), who)))
        if answer.coordinating and not view.coordinating:
            tail.append(esc(words.coordinating(answer.coordinating)))
        if answer.recurring:
            tail.append(esc(words.recurring(answer.recurring)))
        text = "\n".join(lines) + ("\n\n" + "\n".join(tail) if tail else "")
        return Reply(text, self._list_rows(answer, words, view, items))

    def _list_rows(self, answer: Answer, words: Words, view: View, items: Sequence[TaskHit]) -> tuple[Row, ...]:
        shown = answer.via_group if view.groups else answer.own
        start = (view.page - 1) * PAGE
        rows: list[Row] = [numbered(items, start, view)] if items else []
        rows.append(_turning(len(shown), PAGE, view, words))
        rows.append(tuple(_corrections(answer, words, view)))
        return tuple(row for row in rows if row)

    def _fact(self, answer: Answer, words: Words, view: View) -> Reply:
        """Show the text itself where a passage answers, and the tasks that fit beside it."""
        lines: list[str] = []
        for passage in answer.passages[:2]:
            lines.append(marked_quote(passage, answer.reading, self._weights))
            lines.append(
                f"{esc(words.source)}: {italic(source(self._directives[passage.directive], passage.path, words))}\n"
            )
        items = answer.tasks[:PAGE] if answer.reading.intent is Intent.TASK else answer.tasks[:3]
        if items:
            if answer.reading.intent is Intent.TASK:
                lines += self._head(answer, words)
            if answer.other_words:
                lines.append(italic(words.other_words))
            lines.append(bold(words.best_guess if answer.reading.intent is Intent.TASK else words.related_tasks))
            lines += [task_line(i, h, self._directives, words, answer.today) for i, h in enumerate(items, 1)]
        rows = [numbered(items, 0, view)] if items else []
        return Reply("\n".join(lines).strip(), tuple(rows))

    def _groups(self, answer: Answer, words: Words, view: View) -> Reply:
        """Show the counts, most first (periods in their order), with what was counted."""
        lines = [*self._head(answer, words), bold(words.groupings[answer.reading.grouping])]
        start = (view.page - 1) * ROWS
        for place, (label, count) in enumerate(answer.groups[start : start + ROWS], start + 1):
            lines.append(
                f"{place}. {esc(self._label(label, answer.reading.grouping, words))} · {bold(words.tasks(count))}"
            )
        if answer.reading.grouping in ("agency", "province"):
            lines.append(f"\n{italic(words.own_only)}")
        turn = _turning(len(answer.groups), ROWS, view, words)
        return Reply("\n".join(lines), (turn,) if turn else ())

    def _label(self, label: str, grouping: str, words: Words) -> str:
        if grouping == "quarter":
            return words.quarter(int(label[-1]), int(label[:4]))
        if grouping == "month":
            return words.month(int(label[5:]), int(label[:4]))
        return words.kinds.get(label, label) if grouping == "kind" else label

    def _indicators(self, answer: Answer, words: Words, view: View) -> Reply:
        lines = self._head(answer, words)
        lines.append(bold(words.indicators(len(answer.indicators))) if answer.indicators else esc(words.no_indicators))
        start = (view.page - 1) * ROWS
        for row in answer.indicators[start : start + ROWS]:
            who = ", ".join(self._registry.short(a) for a in row.agencies)
            target = f"{row.target} {row.unit}".strip() if row.target else ""
            told = " · ".join(f for f in (bold(target) if target else "", words.by_year(row.horizon), esc(who)) if f)
            lines.append(f"{code(row.code)} {esc(row.name)}\n{told}")
        if answer.indicators:
            lines.append(f"{esc(words.source)}: {italic(source(self._directives['71'], 'PLI', words))}")
        turn = _turning(len(answer.indicators), ROWS, view, words)
        return Reply("\n".join(lines), (turn,) if turn else ())

    def _databases(self, answer: Answer, words: Words, view: View) -> Reply:
        lines = self._head(answer, words)
        lines.append(bold(words.databases(len(answer.databases))) if answer.databases else esc(words.no_databases))
        start = (view.page - 1) * ROWS
        shown = answer.databases[start : start + ROWS]
        several = len({row.agency for row in answer.databases}) > 1
        for number in dict.fromkeys(row.list for row in shown):
            where = italic(source(self._directives["329"], f"PL2.{number}", words))
            lines.append(f"\n{bold(words.database_lists[number])} ({where})")
            for row in (each for each in shown if each.list == number):
                who = f" · {esc(self._registry.short(row.agency))}" if several else ""
                lines.append(f"• {esc(row.name)} · {esc(words.criteria(row.met, row.total))}{who}")
        turn = _turning(len(answer.databases), ROWS, view, words)
        return Reply("\n".join(lines), (turn,) if turn else ())


def marked_quote(passage: Passage, reading: Reading, weights: TermWeights) -> str:
    """Return the passage as a quote, the sentence that fits the question best in bold; long ones are folded."""
    text = shorten(passage.text, _QUOTE_LIMIT)
    topic = weights.topic(reading.topic or reading.question)
    sentences = _sentences(text)
    best = max(range(len(sentences)), key=lambda i: topic.share(sentences[i])) if sentences else -1
    body = "".join(bold(s) if i == best and len(sentences) > 1 else esc(s) for i, s in enumerate(sentences))
    folded = " expandable" if len(text) > 700 else ""
    return f"<blockquote{folded}>{body}</blockquote>"


def _sentences(text: str) -> list[str]:
    return [s for s in re.split(r"(?<=[.;?!])(?=\s)|(?<=\n)", text) if s]


def numbered(items: Iterable[TaskHit], start: int, view: View) -> Row:
    """Return the row of buttons that open the items of a page."""
    return tuple(
        Button(str(start + i), Action(actions.SHOW_TASK, hit.task.id, view).encode()) for i, hit in enumerate(items, 1)
    )


def _turning(total: int, size: int, view: View, words: Words) -> Row:
    """Return the buttons that turn the pages of a list of `total` things, `size` a page."""
    pages = max(1, -(-total // size))
    turn: list[Button] = []
    if view.page > 1:
        turn.append(_list_button(words.page_back, view.at(view.page - 1)))
    if view.page < pages:
        turn.append(_list_button(words.page_next(view.page + 1, pages), view.at(view.page + 1)))
    return tuple(turn)


def _list_button(label: str, view: View) -> Button:
    return Button(label, Action(actions.SHOW_LIST, "", view).encode())


def _corrections(answer: Answer, words: Words, view: View) -> Iterable[Button]:
    for name, count in answer.wider:
        yield _list_button(words.without[name](count), replace(view, dropped=view.dropped | {name}, page=1))
    if view.groups:
        yield _list_button(words.show_own, replace(view, groups=False, page=1))
    elif answer.via_group:
        yield _list_button(words.show_groups(len(answer.via_group)), replace(view, groups=True, page=1))
    if answer.coordinating and not view.coordinating:
        yield _list_button(words.show_coordinating, replace(view, coordinating=True, page=1))
    overdue_asked = any(state.value == "overdue" for state in answer.reading.states)
    if view.overdue:
        yield _list_button(words.any_state, replace(view, overdue=False, page=1))
    elif not overdue_asked and any(h.task.deadline.late_on(answer.today) for h in answer.tasks):
        yield _list_button(words.only_overdue, replace(view, overdue=True, page=1))
    following = next_period(answer.reading.period)
    if following is not None:
        yield _list_button(
            words.next_period(period_name(following, words)), replace(view, shift=view.shift + 1, page=1)
        )


def next_period(period: Period | None) -> Period | None:
    """Return the period that follows a whole month or quarter of the calendar; None for any other stretch."""
    if period is None or period.first is None or period.last is None or period.first.day != 1:
        return None
    first = period.last + timedelta(days=1)
    for months in (1, 3):
        if period.first + relativedelta(months=months) == first and (months == 1 or period.first.month % 3 == 1):
            return Period(first, first + relativedelta(months=months) - timedelta(days=1), "within")
    return None


def period_name(period: Period, words: Words) -> str:
    """Return "Quý II/2026" or "Tháng 4/2026" for a whole quarter or month."""
    assert period.first is not None
    assert period.last is not None
    if period.first.month == period.last.month:
        return words.month(period.first.month, period.first.year)
    return words.quarter((period.first.month + 2) // 3, period.first.year)


def example_rows(words: Words) -> tuple[Row, ...]:
    """Return the example questions as buttons, one a row."""
    return tuple(
        (Button(shorten(text, 60), Action(actions.ASK_EXAMPLE, f"{words.language}{i}").encode()),)
        for i, text in enumerate(words.examples)
    )


def directives_row(words: Words) -> Row:
    """Return the row with the button to the list of directives."""
    return (Button(words.directive_list, Action(actions.SHOW_DIRECTIVES).encode()),)
