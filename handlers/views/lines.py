"""A task in a line or two: its mark, its deadline in words, where it is written."""

from collections.abc import Mapping
from datetime import date, timedelta

from handlers.views.places import place_of
from handlers.views.reply import bold_html, code, esc, italic, shorten, when
from handlers.views.wording import finding_words, reporting_words
from handlers.views.words import Words, day
from knowledge.answers import TaskHit, TaskHits
from knowledge.directives import Directive
from knowledge.progress import SOON_DAYS, Standing, Status, standing
from knowledge.record import ReportState
from knowledge.store import TaskQuery
from knowledge.when import Deadline, DeadlineKind

# Told apart by their shape, not by their colour.
MARKS = {Standing.LATE: "❗", Standing.SOON: "⏳", Standing.IN_TIME: "📅", Standing.UNDATED: "▫️"}
_OVER = {Status.DONE: "✅", Status.DROPPED: "🚫"}
_RECURRING = "🔁"
_KEPT_TOGETHER = "\u00a0"


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


def deadline_line(deadline: Deadline, words: Words) -> str:
    """Return the same as HTML, the last day tappable."""
    told = esc(deadline_words(deadline, words))
    if deadline.last is None:
        return told
    return told.replace(day(deadline.last), when(deadline.last))


def lateness(deadline: Deadline, words: Words, today: date) -> str:
    """Return how late a dated task is, or how long there still is; "" without a last day."""
    if deadline.last is None:
        return ""
    days = deadline.days_late(today)
    if days > 0:
        return words.late(days)
    return words.left(-days) if days else words.today


def mark(deadline: Deadline, today: date) -> str:
    """Return the mark of where an open task stands; the words beside it say the same."""
    return _RECURRING if deadline.kind is DeadlineKind.RECURRING else MARKS[standing(deadline, today)]


def task_line(
    number: int | str,
    hit: TaskHit,
    directives: Mapping[str, Directive],
    words: Words,
    today: date,
    put_off: Mapping[str, date] | None = None,
) -> str:
    """Return one item of a list, two lines: what, then when and where it is written.

    `put_off` are the extended last days by short name of who has them; the original one stays in sight.
    """
    task = hit.task
    facts = [bold_html(deadline_line(task.deadline, words)), *_reported(hit, words)]
    if hit.status not in _OVER:
        facts.insert(1, esc(lateness(task.deadline, words, today)))
    if put_off:
        facts.append(_put_off(put_off, words))
    facts.append(italic(place_of(hit, directives, words)))
    head = f"{number} {_OVER.get(hit.status) or mark(task.deadline, today)} {code(task.id)} {esc(task.title)}"
    return f"{head}\n{' · '.join(fact for fact in facts if fact)}"


def _reported(hit: TaskHit, words: Words) -> list[str]:
    """Return what was reported on a task, HTML; nothing where nothing was."""
    said = reporting_words(words.language)
    facts = [] if hit.status is Status.NO_REPORT else [esc(said.statuses[hit.status].lower())]
    return [*facts, esc(said.states[ReportState.AWAITS_CONFIRMATION])] if hit.waits else facts


def _put_off(put_off: Mapping[str, date], words: Words) -> str:
    """Return "⏩ Bộ Công an: được lùi đến 30/06/2027", with how many more have other days, HTML."""
    name, until = min(put_off.items(), key=lambda each: each[1])
    more = f" + {len(put_off) - 1}" if len(put_off) > 1 else ""
    return f"⏩ {esc(name)}: {esc(reporting_words(words.language).put_off(day(until)))}{more}"


def tally(hits: TaskHits, today: date) -> dict[Standing, int]:
    """Return how many of `hits` stand where, those done or dropped aside; they are counted, not loaded."""
    over = hits.over
    late = hits.fitting(TaskQuery(overdue_on=today, but=over))
    soon = hits.fitting(TaskQuery(due_to=today + timedelta(days=SOON_DAYS), but=over)) - late
    dated = hits.fitting(TaskQuery(due_from=date.min, but=over))
    done = hits.fitting(TaskQuery(ids=over)) if over else 0
    return {
        Standing.LATE: late,
        Standing.SOON: soon,
        Standing.IN_TIME: dated - late - soon,
        Standing.UNDATED: len(hits) - dated - done,
    }


def tally_line(hits: TaskHits, words: Words, today: date) -> str:
    """Return the counts in a line, "" where all stand alike."""
    said = finding_words(words.language)
    counts = {place: count for place, count in tally(hits, today).items() if count}
    if len(counts) < 2:
        return ""
    told = (f"{MARKS[place]} {esc(said.standings[place.value](count))}" for place, count in counts.items())
    return " · ".join(part.replace(" ", _KEPT_TOGETHER) for part in told)
