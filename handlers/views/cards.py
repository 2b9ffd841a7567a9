"""One thing shown whole: a task, its passage, its parts and relatives, a directive, the list of directives."""

from collections.abc import Mapping, Sequence
from datetime import date

from handlers import actions
from handlers.actions import Action, View
from handlers.views.filters import Row, numbered
from handlers.views.lines import OVER, deadline_line, extended_to, hit_mark, outcome, task_line
from handlers.views.paging import PAGE
from handlers.views.places import full_source, path_in_words
from handlers.views.reply import Button, Reply, bold, bold_html, code, esc, fold_quote, italic, shorten
from handlers.views.wording import condition_words, finding_words
from handlers.views.words import Words, day
from knowledge.answers import TaskHit
from knowledge.directives import Directive, Passage, Task
from knowledge.questions import Field
from knowledge.sections import Section
from knowledge.when import DeadlineKind

_QUOTE_LIMIT = 2000
_NAMES_LIMIT = 500


def task_card(
    found: TaskHit,
    directive: Directive | str,
    words: Words,
    today: date,
    rows: tuple[Row, ...] = (),
    standing: Sequence[str] = (),
    focus: str = "",
) -> Reply:
    """Return everything about a task over `rows` of next steps; forwarded alone it still says what it is and when.

    What was asked of it, `focus` (a `Field`), stands first, or that the directive does not tell it. Of a task that no
    directive holds, `directive` says where it comes from. `standing` are the lines on where it stands, HTML
    (`views.standing`); without any, nothing was reported.
    """
    task = found.task
    as_of = finding_words(words.language).as_of(day(today))
    source = directive if isinstance(directive, str) else full_source(directive, task.path, words)
    facts = {
        Field.LEADS: [f"{esc(words.lead)}: {bold(_names(task.leads) or words.none_named)}"],
        Field.COORDINATORS: [f"{esc(words.coordinators)}: {esc(_names(task.coordinators) or words.none_named)}"],
        Field.DEADLINE: [f"{esc(words.deadline)}: {_deadline(found, words, today)}"],
        Field.OUTPUT: [f"{esc(words.output)}: {esc(shorten(task.output, _NAMES_LIMIT) or words.none_named)}"],
        Field.STATUS: list(standing) or [f"{esc(words.status)}: {esc(words.no_report)} ({esc(as_of)})"],
    }
    told = {Field.COORDINATORS: bool(task.coordinators), Field.OUTPUT: bool(task.output)}
    where = f"{esc(words.source)}: {italic(source)}"
    quote = f"{task.lead_in} … {task.quote}" if task.lead_in and task.lead_in not in task.quote else task.quote
    facts[Field.SOURCE] = [where]
    facts[Field.QUOTE] = [f"{esc(words.quote)}:", f"<blockquote>{esc(shorten(quote, _QUOTE_LIMIT))}</blockquote>"]
    told |= {Field.SOURCE: False, Field.QUOTE: False}  # they stand below, the quote folded
    first = facts[Field(focus)] if focus in set(Field) else []
    others = [line for name, each in facts.items() if name != focus and told.get(name, True) for line in each]
    lines = [f"{code(task.id)} {bold(task.title)}", "", *first, *others]
    if focus != Field.QUOTE:
        lines += ["", f"{esc(words.quote)}:", fold_quote(shorten(quote, _QUOTE_LIMIT))]
    if task.note:
        lines.append(f"{esc(words.note)}: {esc(shorten(task.note, _NAMES_LIMIT))}")
    if focus != Field.SOURCE:
        lines.append(where)
    if task.parent:
        lines.append(f"{esc(words.part_of)}: {code(task.parent)}")
    return Reply("\n".join(lines), rows)


def field_line(name: str, found: TaskHit, words: Words) -> str:
    """Return who leads a task, who coordinates or what comes of it, HTML; or that the directive does not tell it."""
    task = found.task
    label, value = {
        Field.LEADS: (words.lead, _names(task.leads)),
        Field.COORDINATORS: (words.coordinators, _names(task.coordinators)),
        Field.OUTPUT: (words.output, shorten(task.output, _NAMES_LIMIT)),
    }[Field(name)]
    return f"{esc(label)}: {esc(value or words.none_named)}"


def _names(names: Sequence[str]) -> str:
    return shorten("; ".join(names), _NAMES_LIMIT)


def _deadline(found: TaskHit, words: Words, today: date) -> str:
    """Return the words as written beside the last day and the extended one, and where the task stands by that today.

    Of a task that is over, its status says how it was done.
    """
    deadline = found.task.deadline
    if deadline.kind is DeadlineKind.NONE:
        return esc(words.no_deadline)
    written = italic(f"“{shorten(deadline.text, 300)}”")
    if deadline.kind in (DeadlineKind.EVENT, DeadlineKind.OPEN):
        return written
    meaning = f"{written} → {bold_html(deadline_line(deadline, words))}"
    if deadline.last is None:
        return meaning
    if moved := extended_to(found, words):
        meaning = f"{meaning} {moved}"
    if found.status in OVER:
        return meaning
    return f"{meaning} {hit_mark(found, today)} {esc(outcome(found, words, today))}"


def passage_card(passages: Sequence[Passage], directive: Directive, words: Words, back: tuple[Row, ...]) -> Reply:
    """Return a passage, the last of `passages`, with what stands above it, verbatim; `back` leads whence it came."""
    text = "\n".join(p.text for p in passages)
    body = f"{bold(full_source(directive, passages[-1].path, words))}\n{fold_quote(shorten(text, 3400))}"
    return Reply(body, back)


def back_to_task(task: Task, words: Words, view: View | None) -> tuple[Row, ...]:
    """Return the row with the way back to a task's card."""
    return ((Button(words.back_to_task, Action(actions.SHOW_TASK, task.id, view).encode()),),)


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
    rows = [numbered(shown[start : start + PAGE], start, view or View(0)) for start in range(0, len(shown), PAGE)]
    return Reply("\n".join(lines), (*rows, (back,)))


def directive_card(
    directive: Directive, tasks: int, words: Words, sections: Mapping[str, Section] | None = None
) -> Reply:
    """Return a directive as a whole: what it is, who signed it, what is in it, and its sections as buttons."""
    when = day(directive.date) if directive.date else words.undated
    signer = words.signed_by(directive.signer, directive.signer_title) if directive.signer else words.signer_unknown
    lines = [bold(f"{directive.number} · {when}"), esc(directive.title), "", esc(directive.issuer), esc(signer)]
    if directive.restored:
        lines.append(italic(words.restored))
    lines += ["", esc(directive.summary), "", bold(words.directive_tasks(tasks))]
    parts = sections[""].sections if sections else ()
    rows = [
        (Button(shorten(sections[path].heading, 60), section_action(sections[path])),) for path in parts if sections
    ]
    last = (
        Button(words.tasks_of, Action(actions.LIST_DIRECTIVE, directive.id).encode()),
        Button(words.directive_list, Action(actions.SHOW_DIRECTIVES).encode()),
    )
    return Reply("\n".join(lines), (*rows, last))


def section_action(section: Section) -> str:
    """Return what a button carries that shows `section`."""
    return Action(actions.SECTION, _key(section)).encode()


def section_page(section: Section, sections: Mapping[str, Section], directive: Directive, words: Words) -> Reply:
    """Return a section with those in it, numbered as their buttons are, and the way to all of its tasks."""
    said = finding_words(words.language)
    place = path_in_words(section.path, words)
    lines = [bold(section.heading), italic(f"{directive.number}, {place}"), ""]
    inner = [sections[path] for path in section.sections]
    for number, one in enumerate(inner, 1):
        lines.append(f"{number}. {esc(shorten(one.heading, 120))} · {bold(said.section_count(len(one.tasks)))}")
    buttons = [Button(str(number), section_action(one)) for number, one in enumerate(inner, 1)]
    rows = [tuple(buttons[at : at + PAGE]) for at in range(0, len(buttons), PAGE)]
    every = Button(said.section_all(len(section.tasks)), Action(actions.SECTION, f"{_key(section)}*").encode())
    return Reply("\n".join(lines), (*rows, (every, up_from(section, sections, directive, words))))


def _key(section: Section) -> str:
    return f"{section.directive}:{section.path}"


def up_from(section: Section, sections: Mapping[str, Section], directive: Directive, words: Words) -> Button:
    """Return the button that leads from a section to the one it stands in, or to its directive."""
    said = finding_words(words.language)
    if section.parent in sections and section.parent:
        above = sections[section.parent]
        return Button(said.up(shorten(path_in_words(above.path, words), 30)), section_action(above))
    return Button(said.up(directive.number), Action(actions.SHOW_DIRECTIVE, directive.id).encode())


def directive_list(
    directives: Sequence[Directive], counts: Mapping[str, int], words: Words, *, some: bool = False
) -> Reply:
    """Return the directives, oldest first, one button each; `some`: these are not all there are."""
    said = condition_words(words.language)
    lines = [bold(said.some_directives(len(directives)) if some else words.directives_title)]
    for directive in directives:
        when = day(directive.date) if directive.date else words.undated
        lines.append(
            f"\n{bold(directive.number)} · {when} · {esc(words.directive_tasks(counts.get(directive.id, 0)))}\n"
            f"{esc(directive.short_title)}"
        )
    rows = tuple((Button(shorten(d.number, 40), Action(actions.SHOW_DIRECTIVE, d.id).encode()),) for d in directives)
    return Reply("\n".join(lines), rows)
