"""What is still to be chosen for a report: on which task it is, and for which of one's agencies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.views.filters import Row
from handlers.views.lines import deadline_line, lateness, mark
from handlers.views.reply import Reply, bold, code, esc, shorten
from handlers.views.reports import Face, draft_button, pieces, told
from handlers.views.wording import reporting_words
from handlers.views.wording.reports import ReportingWords
from handlers.views.words import Words, day
from knowledge.record import ReportDraft
from knowledge.store import StoredDraft
from knowledge.when import Deadline

_TITLE = 160
_LABEL = 60


@dataclass(frozen=True, slots=True)
class Offered:
    """A task that a report may be on, with the deadline in force."""

    face: Face
    deadline: Deadline


def task_choice(stored: StoredDraft, offered: Sequence[Offered], general: Words, today: date) -> Reply:
    """Ask which task a report is on: one of those offered, or another whose code or words are typed."""
    words, number = reporting_words(general.language), stored.number
    lines = [*_said(stored.draft, words), bold(words.which_task) if offered else bold(words.which_task_typed)]
    lines += [f"\n{_line(each, general, today)}" for each in offered]
    if offered:
        lines.append(f"\n{esc(words.or_type_task)}")
    rows: list[Row] = [
        (draft_button(number, shorten(f"{each.face.code} {each.face.title}", _LABEL), f"task.{each.face.code}"),)
        for each in offered
    ]
    last = [draft_button(number, words.back, "back")] if stored.draft.task else []
    if stored.draft.asked and not stored.draft.task:
        last.append(draft_button(number, words.is_question, "ask"))
    return Reply("\n".join(lines), tuple(row for row in (*rows, tuple(last)) if row))


def _said(draft: ReportDraft, words: ReportingWords) -> list[str]:
    """Return what was understood already of a report whose task is not known, HTML."""
    if draft.task or draft.status is None:
        return []
    when = f" · {day(draft.done_on)}" if draft.done_on is not None and draft.dated else ""
    lines = [f"{esc(words.you_report)}: {told(draft.status, draft.percent, '', words)}{when}"]
    if draft.evidence:
        lines.append(f"{esc(words.evidence)}: {pieces(draft.evidence, words)}")
    return lines


def _line(one: Offered, words: Words, today: date) -> str:
    facts = [deadline_line(one.deadline, words), esc(lateness(one.deadline, words, today))]
    title = f"{mark(one.deadline, today)} {code(one.face.code)} {esc(shorten(one.face.title, _TITLE))}"
    return f"{title}\n{' · '.join(fact for fact in facts if fact)}"


def agency_choice(stored: StoredDraft, face: Face, agencies: Sequence[str], words: ReportingWords) -> Reply:
    """Ask for which of one's agencies the report is; a button carries its place."""
    rows = tuple(
        (draft_button(stored.number, shorten(name, _LABEL), f"agency.{place}"),) for place, name in enumerate(agencies)
    )
    drop = (draft_button(stored.number, words.drop, "drop"),)
    return Reply(f"{face.line}\n\n{esc(words.which_agency)}", (*rows, drop))
