"""Answers in chat: what was understood, the things found with their sources, and the next steps as buttons."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from handlers import actions
from handlers.actions import Action, View
from handlers.views.beside import beside_line, few_lines, few_rows, given_list, with_given
from handlers.views.cards import field_line
from handlers.views.filters import Row, back_to_list, filters, numbered, recurring_row, shows_groups, turning, whose
from handlers.views.instead import no_database, no_such_place, none_issued, same_number
from handlers.views.lines import RECURRING, short_line, tally_line, task_line, undated_line
from handlers.views.listed import BESIDE_TEXT
from handlers.views.paging import PAGE
from handlers.views.places import source
from handlers.views.read_as import understood, unread_line
from handlers.views.registers import Values, databases, groups, indicators
from handlers.views.reply import Button, Reply, bold, code, esc, italic, shorten
from handlers.views.wording import condition_words, finding_words, turn_words
from handlers.views.words import Words
from knowledge.agencies import Registry
from knowledge.answers import Answer, TaskHit, by_topic
from knowledge.directives import Directive, Passage
from knowledge.questions import Intent, Mine, Reading, Urgency, below, move_in
from knowledge.search import TermWeights

_QUOTE_LIMIT = 2600
_SNIPPET = 240
_TITLE = 90
_PASSAGES = 3
_BOTH = re.compile(r"\b(?:ca|lan|both|and)\b")
# Recurring duties that are told below a list; the others are one tap away.
_AGAIN = 3
_LISTS = (Intent.LIST, Intent.COUNT)
# Fields that a task's line does not show.
_BESIDE_THE_LINE = ("leads", "coordinators", "output")


class AnswerView:
    """Words an answer for one registry and set of directives."""

    def __init__(
        self,
        registry: Registry,
        directives: Mapping[str, Directive],
        weights: TermWeights,
        measured: Values = lambda _kind, _code: (),
        put_off: Callable[[str], Mapping[str, date]] = lambda _task: {},
    ) -> None:
        """Use the names of `registry` and `directives`; `weights` find the sentence that answers.

        `measured` are the values recorded of indicators and databases, `put_off` the extended last days on a task.
        """
        self._measured = measured
        self._extended = put_off
        self._registry = registry
        self._weights = weights
        self._directives = directives

    def show(self, answer: Answer, words: Words, view: View, title: str = "") -> Reply:
        """Return `answer` as a message, looked at as `view` says; a list may have a `title` in place of its reading.

        Tasks given from chat stand apart: in a list as a line with a button, else the first of them.
        """

        def line(place: int | str, hit: TaskHit) -> str:
            return self._line(place, hit, words, answer.today)

        lists = answer.reading.intent in _LISTS and not (answer.reading.topic and not answer.reading.agencies)
        if view.urgency is not None or view.which:
            return self._choice(answer, words, view)
        if view.given or (answer.given and not answer.found and not lists):
            return given_list(answer, self._head(answer, words), words, view, line)
        reply = self._of_directives(answer, words, view, title)
        if (answer.no_database or answer.near_databases) and not title:
            reply = no_database(reply, answer, words)
        if view.groups or (answer.reading.intent in _LISTS and answer.own):
            return reply
        return with_given(reply, answer, words, view, line)

    def _of_directives(self, answer: Answer, words: Words, view: View, title: str) -> Reply:
        """Return what the directives say on it."""
        match answer.reading.intent:
            case Intent.HELP:
                return Reply(words.help, example_rows(words))
            case Intent.LIST | Intent.COUNT if answer.passages and not answer.tasks:
                told = self._fact(answer, words, view)
                return self._without_tasks(answer, told, words, view) if answer.reading.lists else told
            case Intent.LIST | Intent.COUNT:
                if not answer.found and answer.passages == () and answer.reading.topic and not answer.reading.agencies:
                    return self._outside(answer, words, view)
                return self._list(answer, words, view, title)
            case Intent.GROUP:
                return groups(answer, self._head(answer, words), words, view)
            case Intent.INDICATORS:
                return indicators(
                    answer, self._head(answer, words), words, view, self._registry, self._directives, self._measured
                )
            case Intent.DATABASES:
                return databases(
                    answer, self._head(answer, words), words, view, self._registry, self._directives, self._measured
                )
            case Intent.FACT | Intent.TASK if answer.passages or answer.tasks:
                return self._fact(answer, words, view)
            case _:
                return self._outside(answer, words, view)

    def _line(self, place: int | str, hit: TaskHit, words: Words, today: date) -> str:
        extended = {self._registry.short(name): until for name, until in self._extended(hit.task.id).items()}
        return task_line(place, hit, self._directives, words, today, extended)

    def _outside(self, answer: Answer, words: Words, view: View) -> Reply:
        """Say that nothing is known, and offer the nearest things as buttons: asking, not asserting."""
        if answer.reading.missing is not None:
            return no_such_place(answer.reading.missing, self._directives[answer.reading.directives[0]], words, view)
        if answer.reading.unissued:
            return none_issued(answer.reading.unissued, tuple(self._directives.values()), words)
        near = tuple(
            (Button(shorten(task.title, 60), Action(actions.SHOW_TASK, task.id, view).encode()),)
            for task in answer.near
        )
        foreign = answer.reading.foreign
        lines = [words.unknown_document(shorten(foreign, 60))] if foreign and not answer.reading.directives else []
        same = same_number(foreign, tuple(self._directives.values())) if lines else None
        if same is not None:
            lines.append(condition_words(words.language).same_number(same.number))
            card = (Button(same.number, Action(actions.SHOW_DIRECTIVE, same.id).encode()),)
            return Reply("\n".join(map(esc, lines)), (card, directives_row(words)))
        said = condition_words(words.language)
        if answer.no_document:
            lines.append(said.no_document(shorten(answer.no_document, 80)))
            lines += [said.near_tasks] if near else []
            return Reply("\n".join(map(esc, lines)), (*near, directives_row(words)))
        lines.append(said.only_mentioned if answer.reading.mentioned else words.outside)
        lines += [said.only_aim(answer.aim)] if answer.aim else []
        lines += [words.perhaps] if near else []
        return Reply("\n".join(map(esc, lines)), (*(near or example_rows(words)), directives_row(words)))

    def _head(self, answer: Answer, words: Words) -> list[str]:
        reading = replace(answer.reading, period=None) if answer.no_target else answer.reading
        line = understood(reading, self._directives, words, answer.today)
        return [each for each in (line, unread_line(answer.reading, words)) if each]

    def _list(self, answer: Answer, words: Words, view: View, title: str) -> Reply:
        who = ", ".join(a.unit or self._registry.short(a.name) for a in answer.reading.agencies)
        by_groups = shows_groups(answer, view)
        shown = answer.via_group if by_groups else answer.own
        start = (view.page - 1) * PAGE
        items = list(shown[start : start + PAGE])
        lines = [bold(title)] if title else self._head(answer, words)
        if by_groups:
            lines += self._only_through_groups(answer, words) if not answer.own else []
            lines.append(bold(words.via_group_title(len(answer.via_group), who)))
        elif not answer.tasks:
            lines.append(esc(words.no_tasks))
        else:
            count = words.own_tasks(len(answer.own)) if answer.via_group else words.tasks(len(answer.own))
            by_deadline = words.latest_first if view.latest else words.urgent_first
            order = words.best_first if by_topic(answer.reading) and not view.latest else by_deadline
            told = [order] if len(answer.own) > 1 else []
            told += [words.no_report] if shown.silent else []
            lines.append(" · ".join((bold(count), *map(esc, told))))
        lines += own_lines(answer.reading, words)
        if answer.other_words:
            lines.append(italic(words.other_words))
        if len(shown) > PAGE and (counts := tally_line(shown, words, answer.today)):
            lines.append(counts)
        lines += [undated] if (undated := undated_line(shown, answer.reading, words)) else []
        lines += ["\n" + self._line(start + i, h, words, answer.today) for i, h in enumerate(items, 1)]
        tail = self._below(answer, words, view, who)
        text = "\n".join(lines) + ("\n\n" + "\n".join(tail) if tail else "")
        rows = (
            numbered(items, start, view),
            turning(len(shown), PAGE, view, words),
            recurring_row(answer, words, view),
            *filters(answer, words, view, self._registry, self._directives),
        )
        return Reply(text, tuple(row for row in rows if row))

    def _without_tasks(self, answer: Answer, told: Reply, words: Words, view: View) -> Reply:
        """Return what the text says under the word that no task fits the conditions, with the ways to drop one."""
        lines = [*self._head(answer, words), esc(words.no_tasks)]
        rows = filters(answer, words, view, self._registry, self._directives)
        return Reply("\n".join([*lines, "", told.text]), (*rows, *told.rows))

    def _only_through_groups(self, answer: Answer, words: Words) -> list[str]:
        """Return what says that nothing is given to the asked ones themselves, HTML."""
        said, units = condition_words(words.language), [ask for ask in answer.reading.agencies if ask.unit]
        if answer.reading.groups_only:  # nobody asked for them
            return []
        if not units:
            return [esc(words.nothing_of_own)]
        return [esc(said.unit_only(ask.unit, self._registry.short(ask.name))) for ask in units]

    def _below(self, answer: Answer, words: Words, view: View, who: str) -> list[str]:
        """Return what is told below a list, HTML: what it leaves aside, what is one tap away."""
        tail = [beside_line(answer, words)] if answer.given and answer.own and not view.groups else []
        if answer.via_group and not shows_groups(answer, view):
            tail.append(esc(words.via_group(len(answer.via_group), who)))
        if answer.common is not None and (answer.common or _BOTH.search(answer.reading.words)):
            tail.append(esc(condition_words(words.language).common(answer.common, who)))
        if answer.joint:
            names = ", ".join(self._registry.short(ask.name) for ask in answer.reading.excluded)
            tail.append(esc(condition_words(words.language).joint(answer.joint, names)))
        if answer.coordinating and not view.coordinating:
            tail.append(esc(words.coordinating(answer.coordinating)))
        until = answer.reading.period.last if answer.reading.period is not None else None
        again = 0
        if answer.due_again and not view.groups and (until is None or until >= answer.today):
            tail.append(self._due_again(answer, words))  # of a time gone by, their days there help nobody
            again = len(answer.due_again)
        if answer.recurring > again:
            tail.append(esc((words.recurring_others if again else words.recurring)(answer.recurring - again)))
        return tail

    def _choice(self, answer: Answer, words: Words, view: View) -> Reply:
        """Show the most urgent tasks of a list, or the list in short, so that one of it can be chosen."""
        said = turn_words(words.language)
        hits: Sequence[TaskHit] = answer.tasks or answer.given
        start = (view.page - 1) * PAGE
        items = list(hits[start : start + PAGE])
        whole = replace(view, urgency=None, which=False, page=1)
        last = (back_to_list(words, whole), *whose(answer, words, view.at(1)))
        rows = (numbered(items, start, view), turning(len(hits), PAGE, view, words), last)
        lines = [*self._head(answer, words), *own_lines(answer.reading, words)]
        if view.which or view.urgency is None:
            lines.append(bold(said.which))
            lines += [short_line(start + i, h, words, answer.today) for i, h in enumerate(items, 1)]
        elif not items:
            lines.append(esc(said.none_dated))
        else:
            alone = not answer.reading.leaned and move_in(answer.reading.question) is view.urgency
            titles = said.urgent_of_all if alone else said.urgent
            gone_by = view.urgency is Urgency.NEXT and items[0].deadline.late_on(answer.today)
            lines.append(bold(titles[view.urgency]))
            lines += [esc(said.none_to_come)] if gone_by else []
            lines += ["\n" + self._line(start + i, h, words, answer.today) for i, h in enumerate(items, 1)]
        return Reply("\n".join(lines), tuple(row for row in rows if row))

    def _due_again(self, answer: Answer, words: Words) -> str:
        """Return the recurring duties that fall due in the period, HTML, with their next day there."""
        said = finding_words(words.language)
        lines = [bold(said.due_again(len(answer.due_again)))]
        for task, named in answer.due_again[:_AGAIN]:
            told = words.due_day(named, task.deadline.strict)
            lines.append(f"{RECURRING} {code(task.id)} {esc(shorten(task.title, _TITLE))} · {bold(told)}")
        if len(answer.due_again) > _AGAIN:
            lines.append(f"… + {len(answer.due_again) - _AGAIN}")
        return "\n".join(lines)

    def _fact(self, answer: Answer, words: Words, view: View) -> Reply:
        """Show the text itself where a passage answers, and the tasks that fit beside it."""
        reading = answer.reading
        out = reading.excluded or reading.but_states or reading.but_topics or (reading.unknown and reading.lists)
        told = unread_line(reading, words) if out else ""
        if answer.unmet:
            told = "\n".join((*self._head(answer, words), f"{esc(words.no_tasks)}\n"))
        further = bool(
            reading.place and reading.leaned and reading.matter
        )  # asked of what was shown: where it says that
        lines = self._whole(answer, words) if (reading.place and not further) or _heads(answer.passages) else []
        for passage in answer.passages[: 0 if lines else 1 if further else 2]:
            asked = replace(reading, topic=reading.matter) if further else reading
            lines.append(marked_quote(passage, asked, self._weights))
            lines.append(
                f"{esc(words.source)}: {italic(source(self._directives[passage.directive], passage.path, words))}\n"
            )
        items = answer.tasks[: PAGE if answer.reading.intent is Intent.TASK else BESIDE_TEXT]
        if items:
            if answer.reading.intent is Intent.TASK:
                lines.append(understood(answer.reading, self._directives, words, answer.today))
            if answer.other_words:
                lines.append(italic(words.other_words))
            lines.append(bold(words.best_guess if answer.reading.intent is Intent.TASK else words.related_tasks))
            for i, hit in enumerate(items, 1):
                lines.append(self._line(i, hit, words, answer.today))
                if answer.reading.intent is Intent.TASK and answer.reading.focus in _BESIDE_THE_LINE:
                    lines.append(field_line(answer.reading.focus, hit, words))
        rows = [numbered(items, 0, view)] if items else []
        return Reply("\n".join([*([told] if told else []), *lines]).strip(), tuple(rows))

    def _whole(self, answer: Answer, words: Words) -> list[str]:
        """Return a passage with what stands below it as one quote, as far as a message holds it, with its source."""
        first, *others = answer.passages
        parts = [first, *(each for each in others if _is_below(each, first))]
        text = shorten("\n".join(passage.text for passage in parts), _QUOTE_LIMIT)
        where = italic(source(self._directives[first.directive], first.path, words))
        return [f"<blockquote expandable>{esc(text)}</blockquote>", f"{esc(words.source)}: {where}\n"]

    def search(self, answer: Answer, searched: str, words: Words, view: View) -> Reply:
        """Return what was found for the words of a search: the tasks five a page, and the passages to open."""
        said = finding_words(words.language)

        def line(place: int | str, hit: TaskHit) -> str:
            return self._line(place, hit, words, answer.today)

        if view.given or (answer.given and not answer.found):
            title = [bold(said.search_title(shorten(searched, 100)))]
            return given_list(answer, title, words, view, line)
        if not answer.tasks and not answer.passages:
            near = self._outside(answer, words, view)
            return Reply(esc(said.search_none(shorten(searched, 100))), near.rows)
        rows = {(hit.task.directive, hit.task.path) for hit in answer.tasks}  # a row of a table is its task
        passages = [each for each in answer.passages if (each.directive, each.path) not in rows][:_PASSAGES]
        counts = [words.tasks(len(answer.tasks))] if answer.tasks else []
        counts += [said.passages(len(passages))] if passages else []
        lines = [f"{bold(said.search_title(shorten(searched, 100)))} · {esc(' · '.join(counts))}"]
        if answer.other_words:
            lines.append(italic(words.other_words))
        start = (view.page - 1) * PAGE
        items = answer.tasks[start : start + PAGE]
        lines += ["\n" + line(start + i, h) for i, h in enumerate(items, 1)]
        if view.page == 1:
            lines += ["", *few_lines(answer, words, line)] if answer.given else []
            lines += [self._snippet(passage, words) for passage in passages]
        opened = tuple(
            Button(said.passage_button(n), Action(actions.READ_PASSAGE, f"{each.directive}:{each.path}", view).encode())
            for n, each in enumerate(passages, 1)
        )
        given = few_rows(answer, words, view) if view.page == 1 else ()
        buttons = (numbered(items, start, view), *given, turning(len(answer.tasks), PAGE, view, words), opened)
        return Reply("\n".join(lines), tuple(row for row in buttons if row))

    def _snippet(self, passage: Passage, words: Words) -> str:
        where = italic(source(self._directives[passage.directive], passage.path, words))
        return f"\n<blockquote>{esc(shorten(passage.text, _SNIPPET))}</blockquote>\n{where}"


def own_lines(reading: Reading, words: Words) -> list[str]:
    """Return the line that says whose tasks are told where nobody was named, HTML; none where that goes without it."""
    said = turn_words(words.language)
    if reading.mine is Mine.UNKNOWN:
        return [italic(said.own_unknown)]
    if reading.mine is Mine.OWN and reading.agencies:
        return [italic(said.for_own("; ".join(ask.name for ask in reading.agencies)))]
    return []


def _is_below(passage: Passage, first: Passage) -> bool:
    return passage.directive == first.directive and bool(below(first.path, [passage.path]))


def _heads(passages: Sequence[Passage]) -> bool:
    """Tell whether the first of the passages only heads those that follow it."""
    return len(passages) > 1 and passages[0].text.rstrip().endswith(":") and _is_below(passages[1], passages[0])


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


def example_rows(words: Words) -> tuple[Row, ...]:
    """Return the example questions as buttons, one a row."""
    return tuple(
        (Button(shorten(text, 60), Action(actions.ASK_EXAMPLE, f"{words.language}{i}").encode()),)
        for i, text in enumerate(words.examples)
    )


def directives_row(words: Words) -> Row:
    """Return the row with the button to the list of directives."""
    return (Button(words.directive_list, Action(actions.SHOW_DIRECTIVES).encode()),)
