"""One thing shown whole: a task, its passage, its parts and relatives, a directive, the list of directives."""

from collections.abc import Mapping, Sequence
from datetime import date

from handlers import actions
from handlers.actions import Action, View
from handlers.views.answers import PAGE, deadline_words, lateness, mark, numbered, task_line
from handlers.views.places import full_source
from handlers.views.reply import Button, Reply, bold, code, esc, fold_quote, italic, shorten
from handlers.views.words import Words, day
from knowledge.answers import TaskHit
from knowledge.directives import Directive, Passage, Task
from knowledge.when import DeadlineKind

_QUOTE_LIMIT = 2000
_NAMES_LIMIT = 500


def task_card(
    task: Task, directive: Directive, words: Words, today: date, *, view: View | None, children: int = 0
) -> Reply:
    """Return everything about a task and the next steps; `view` is the list it was opened from."""
    lines = [f"{code(task.id)} {bold(task.title)}", ""]
    lines.append(f"{esc(words.lead)}: {bold(shorten('; '.join(task.leads), _NAMES_LIMIT) or words.none_named)}")
    if task.coordinators:
        lines.append(f"{esc(words.coordinators)}: {esc(shorten('; '.join(task.coordinators), _NAMES_LIMIT))}")
    lines.append(f"{esc(words.deadline)}: {_deadline(task, words, today)}")
    if task.output:
        lines.append(f"{esc(words.output)}: {esc(shorten(task.output, _NAMES_LIMIT))}")
    lines.append(f"{esc(words.status)}: {esc(words.no_report)}")
    quote = f"{task.lead_in} … {task.quote}" if task.lead_in and task.lead_in not in task.quote else task.quote
    lines += ["", f"{esc(words.quote)}:", fold_quote(shorten(quote, _QUOTE_LIMIT))]
    if task.note:
        lines.append(f"{esc(words.note)}: {esc(shorten(task.note, _NAMES_LIMIT))}")
    lines.append(f"{esc(words.source)}: {italic(full_source(directive, task.path, words))}")
    if task.parent:
        lines.append(f"{esc(words.part_of)}: {code(task.parent)}")
    return Reply("\n".join(lines), _card_rows(task, words, view, children))


def _deadline(task: Task, words: Words, today: date) -> str:
    """Return the words as written beside the last day, and where that day stands today."""
    deadline = task.deadline
    if deadline.kind is DeadlineKind.NONE:
        return esc(words.no_deadline)
    written = italic(f"“{shorten(deadline.text, 300)}”")
    if deadline.kind in (DeadlineKind.EVENT, DeadlineKind.OPEN):
        return written
    meaning = f"{written} → {bold(deadline_words(deadline, words))}"
    if deadline.last is None:
        return meaning
    return f"{meaning} {mark(deadline, today)} {esc(lateness(deadline, words, today))}"


def _card_rows(task: Task, words: Words, view: View | None, children: int) -> tuple[tuple[Button, ...], ...]:
    first = [
        Button(words.copy_code, copy=task.id),
        Button(words.whole_passage, Action(actions.SHOW_PASSAGE, task.id, view).encode()),
    ]
    second: list[Button] = []
    if children:
        second.append(Button(words.parts_button(children), Action(actions.SHOW_PARTS, task.id, view).encode()))
    if task.related:
        second.append(Button(words.related_button, Action(actions.SHOW_RELATED, task.id, view).encode()))
    if view is not None and view.question:
        second.append(Button(words.back_to_list, Action(actions.SHOW_LIST, "", view).encode()))
    return tuple(tuple(row) for row in (first, second) if row)


def passage_card(
    task: Task, passages: Sequence[Passage], directive: Directive, words: Words, view: View | None
) -> Reply:
    """Return the passage a task stands in, with what stands above it, verbatim."""
    text = "\n".join(p.text for p in passages)
    body = f"{bold(full_source(directive, task.path, words))}\n{fold_quote(shorten(text, 3400))}"
    return Reply(body, ((Button(words.back_to_task, Action(actions.SHOW_TASK, task.id, view).encode()),),))


def linked_tasks(
    task: Task,
    others: Sequence[TaskHit],
    title: str,
    directives: Mapping[str, Directive],
    words: Words,
    today: date,
    view: View | None,
) -> Reply:
    """Return the tasks that belong to `task` (its parts or relatives) as a list under `title`."""
    shown = others[: 2 * PAGE]
    lines = [f"{code(task.id)} {bold(task.title)}", "", esc(title)]
    lines += [task_line(i, hit, directives, words, today) for i, hit in enumerate(shown, 1)]
    if len(others) > len(shown):
        lines.append(f"… + {len(others) - len(shown)}")
    back = Button(words.back_to_task, Action(actions.SHOW_TASK, task.id, view).encode())
    blank = view or View(0)
    rows = [numbered(shown[start : start + PAGE], start, blank) for start in range(0, len(shown), PAGE)]
    return Reply("\n".join(lines), (*rows, (back,)))


def directive_card(directive: Directive, tasks: int, words: Words) -> Reply:
    """Return a directive as a whole: what it is, who signed it, what is in it, what it stands to."""
    when = day(directive.date) if directive.date else words.undated
    signer = words.signed_by(directive.signer, directive.signer_title) if directive.signer else words.signer_unknown
    lines = [bold(f"{directive.number} · {when}"), esc(directive.title), "", esc(directive.issuer), esc(signer)]
    if directive.restored:
        lines.append(italic(words.restored))
    lines += ["", esc(directive.summary), "", bold(words.directive_tasks(tasks))]
    rows = (
        (Button(words.tasks_of, Action(actions.LIST_DIRECTIVE, directive.id).encode()),),
        (Button(words.directive_list, Action(actions.SHOW_DIRECTIVES).encode()),),
    )
    return Reply("\n".join(lines), rows)


def directive_list(directives: Sequence[Directive], counts: Mapping[str, int], words: Words) -> Reply:
    """Return the directives, oldest first, one button each."""
    lines = [bold(words.directives_title)]
    for directive in directives:
        when = day(directive.date) if directive.date else words.undated
        lines.append(
            f"\n{bold(directive.number)} · {when} · {esc(words.directive_tasks(counts.get(directive.id, 0)))}\n"
            f"{esc(directive.short_title)}"
        )
    rows = tuple((Button(shorten(d.number, 40), Action(actions.SHOW_DIRECTIVE, d.id).encode()),) for d in directives)
    return Reply("\n".join(lines), rows)
