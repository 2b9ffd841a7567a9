"""A task in a line or two: its mark, its deadline in words, where it is written."""

from collections.abc import Mapping
from datetime import date, timedelta

from handlers.views.places import place_of
from handlers.views.reply import bold_html, code, esc, italic, shorten, when
from handlers.views.wording import condition_words, finding_words, reporting_words
from handlers.views.words import Words, day
from knowledge.answers import TaskHit, TaskHits, next_day
from knowledge.directives import Directive
from knowledge.progress import SOON_DAYS, Standing, Status, standing
from knowledge.questions import Reading, State
from knowledge.store import TaskQuery
from knowledge.when import Deadline, DeadlineKind

# Told apart by their shape, not by their colour.
MARKS = {Standing.LATE: "❗", Standing.SOON: "⏳", Standing.IN_TIME: "📅", Standing.UNDATED: "▫️"}
OVER: Mapping[Status, str] = {Status.DONE: "✅", Status.DROPPED: "🚫"}
RECURRING = "🔁"
_SHORT_TITLE = 60
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


def how_late(reading: Reading, words: Words, today: date) -> str:
    """Return in words how late what is asked for is, or is not: "quá hạn", "quá hạn trên 1 năm (22/11/2026)"."""
    if reading.lateness is None:
        return words.states[State.OVERDUE.value]
    return condition_words(words.language).overdue(reading.lateness, day(today))


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
    return RECURRING if deadline.kind is DeadlineKind.RECURRING else MARKS[standing(deadline, today)]


def task_line(
    number: int | str,
    hit: TaskHit,
    directives: Mapping[str, Directive],
    words: Words,
    today: date,
    put_off: Mapping[str, date] | None = None,
) -> str:
    """Return one item of a list, two lines: what, then when and where it is written.

    `put_off` are the extended last days by short name of who has them: they decide, the original one stays in sight.
    """
    task = hit.task
    facts = [
        bold_html(deadline_line(task.deadline, words)),
        _put_off(put_off, words) if put_off else extended_to(hit, words),
        esc(outcome(hit, words, today)),
        *_reported(hit, words),
        italic(place_of(hit, directives, words)),
    ]
    head = f"{number} {hit_mark(hit, today)} {code(task.id)} {esc(task.title)}"
    return f"{head}\n{' · '.join(fact for fact in facts if fact)}"


def short_line(number: int | str, hit: TaskHit, words: Words, today: date) -> str:
    """Return one item of a list in one line, to be told from the others: its number, code, title and day."""
    title = shorten(hit.task.title, _SHORT_TITLE)
    return f"{number} {hit_mark(hit, today)} {code(hit.task.id)} {esc(title)} · {deadline_line(hit.deadline, words)}"


def extended_to(hit: TaskHit, words: Words) -> str:
    """Return "⏩ được lùi đến 30/06/2027", HTML; "" where the deadline is as it was."""
    if hit.deadline == hit.task.deadline or hit.deadline.last is None:
        return ""
    return f"⏩ {esc(reporting_words(words.language).put_off(day(hit.deadline.last)))}"


def hit_mark(hit: TaskHit, today: date) -> str:
    """Return the mark of where a task stands: what is over is not late."""
    return OVER.get(hit.status) or mark(hit.deadline, today)


def outcome(hit: TaskHit, words: Words, today: date) -> str:
    """Return how late a task is, or how long there still is; of one that is done, whether it was done in time."""
    said = reporting_words(words.language)
    if hit.deadline.kind is DeadlineKind.RECURRING:
        following = next_day(hit.deadline, None, today)
        return (
            finding_words(words.language).next_day(day(following))
            if following and hit.status is not Status.DROPPED
            else ""
        )
    if hit.status is Status.DONE:
        return (
            said.done
            if hit.days_over is None
            else said.done_late(hit.days_over)
            if hit.days_over
            else said.done_on_time
        )
    return "" if hit.status is Status.DROPPED else lateness(hit.deadline, words, today)


def _reported(hit: TaskHit, words: Words) -> list[str]:
    """Return what was reported on a task that is open, HTML; nothing where nothing was."""
    said = reporting_words(words.language)
    facts = [] if hit.status in (Status.NO_REPORT, Status.DONE) else [esc(said.statuses[hit.status].lower())]
    return [*facts, esc(said.states[hit.claim])] if hit.claim else facts


def _put_off(put_off: Mapping[str, date], words: Words) -> str:
    """Return "⏩ Bộ Công an: được lùi đến 30/06/2027", with how many more have other days, HTML."""
    name, until = min(put_off.items(), key=lambda each: each[1])
    more = f" + {len(put_off) - 1}" if len(put_off) > 1 else ""
    return f"⏩ {esc(name)}: {esc(reporting_words(words.language).put_off(day(until)))}{more}"


def tally(hits: TaskHits, today: date) -> dict[Standing | Status, int]:
    """Return how many of `hits` stand where, those done or dropped as such; they are counted, not loaded."""
    closed = {status: hits.reported_as(status) for status in OVER}
    over = tuple(code for codes in closed.values() for code in codes)
    ended = {status: hits.fitting(TaskQuery(ids=codes)) if codes else 0 for status, codes in closed.items()}
    late = hits.fitting(TaskQuery(overdue_on=today, but=over))
    soon = hits.fitting(TaskQuery(due_to=today + timedelta(days=SOON_DAYS), but=over)) - late
    dated = hits.fitting(TaskQuery(due_from=date.min, but=over))
    counts: dict[Standing | Status, int] = {
        Standing.LATE: late,
        Standing.SOON: soon,
        Standing.IN_TIME: dated - late - soon,
        Standing.UNDATED: len(hits) - dated - sum(ended.values()),
    }
    return counts | ended


def undated_line(hits: TaskHits, reading: Reading, words: Words) -> str:
    """Return how many of what has no definite deadline name none, and how many one without a day; "" of other lists."""
    if State.NO_DEADLINE not in reading.states:
        return ""
    none, vague = (hits.fitting(TaskQuery(kinds=(kind,))) for kind in (DeadlineKind.NONE, DeadlineKind.OPEN))
    return esc(condition_words(words.language).undated(none, vague)) if none + vague else ""


def tally_line(hits: TaskHits, words: Words, today: date) -> str:
    """Return the counts in a line, "" where all stand alike."""
    said = finding_words(words.language)
    counts = {place: count for place, count in tally(hits, today).items() if count}
    if len(counts) < 2:
        return ""
    told = (
        f"{MARKS[place] if isinstance(place, Standing) else OVER[place]} {esc(said.standings[place.value](count))}"
        for place, count in counts.items()
    )
    return " · ".join(part.replace(" ", _KEPT_TOGETHER) for part in told)
