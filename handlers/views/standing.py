"""Where a task stands by its reports, on its card and in lists: one's own part, the roll-up, who is silent."""

from collections.abc import Sequence
from datetime import date

from handlers.views.reply import bold, esc, fold_quote, shorten
from handlers.views.reports import lateness
from handlers.views.wording import finding_words, reporting_words
from handlers.views.words import Words, day
from knowledge.agencies import Registry
from knowledge.progress import Status
from knowledge.record import Duty, Progress, StatusBook

_SILENT = 2000
_CLAIMED = (Status.NO_REPORT, Status.NOT_STARTED, Status.IN_PROGRESS)


def standing_lines(
    duty: Duty, book: StatusBook, own: Sequence[str], registry: Registry, words: Words, today: date
) -> list[str]:
    """Return the lines of a card that say how a task stands as of `today`, HTML.

    `own` are the reader's agencies: their parts stand first. A task of many has the roll-up, and the silent folded.
    """
    as_of = f"({esc(finding_words(words.language).as_of(day(today)))})"
    if all(book.of(duty.task, name).silent for name in duty.assignees):
        lines = [f"{esc(words.status)}: {esc(words.no_report)} {as_of}"]
    elif len(duty.assignees) == 1:
        lines = [f"{esc(words.status)}: {_part(duty, book, duty.assignees[0], words)} {as_of}"]
    else:
        lines = [
            f"{esc(words.status)} · {bold(registry.short(name))}: {_part(duty, book, name, words)}"
            for name in duty.assignees
            if name in own
        ]
        lines += _rolled_up(duty, book, registry, words, as_of)
    return lines + _put_off(duty, book, own, registry, words)


def _part(duty: Duty, book: StatusBook, agency: str, words: Words) -> str:
    """Return how one agency's part stands: what counts, what waits, whether it was done in time."""
    said, progress = reporting_words(words.language), book.of(duty.task, agency)
    name = said.statuses[progress.status]
    if progress.percent is not None and progress.status is Status.IN_PROGRESS:
        name = f"{name}, {said.percent(progress.percent)}"
    facts = [bold(name), *map(esc, _facts(duty, book, agency, progress, words))]
    return " · ".join(facts)


def _facts(duty: Duty, book: StatusBook, agency: str, progress: Progress, words: Words) -> list[str]:
    said = reporting_words(words.language)
    facts = []
    if progress.status is Status.DONE and progress.done_on is not None:
        facts.append(day(progress.done_on))
        in_force = book.deadline(duty, agency)
        if in_force.last is not None:
            facts.append(lateness(in_force, progress.done_on, said))
            if in_force != duty.deadline:
                facts.append(f"{said.by_old_deadline}: {lateness(duty.deadline, progress.done_on, said)}")
    elif progress.reported_at is not None:
        facts.append(said.reported(day(progress.reported_at)))
    if progress.claim_state is not None and progress.status in _CLAIMED:
        facts.append(said.claimed[progress.claim_state])
    if progress.returned:
        facts.append(said.sent_back)
    if progress.obstacle and progress.status is not Status.DONE:
        facts.append(f"{said.obstacle}: {shorten(progress.obstacle, 120)}")
    return facts


def _rolled_up(duty: Duty, book: StatusBook, registry: Registry, words: Words, as_of: str) -> list[str]:
    said, rolled = reporting_words(words.language), book.roll_up(duty)
    order = (Status.DONE, Status.IN_PROGRESS, Status.NOT_STARTED, Status.DROPPED, Status.NO_REPORT)
    counts = [
        said.rolled_up(said.statuses[status], rolled.counts[status], rolled.assignees)
        for status in order
        if rolled.counts[status]
    ]
    lines = [f"{esc(words.status)}: {esc(' · '.join(counts))} {as_of}"]
    if rolled.silent:
        names = "; ".join(registry.short(name) for name in rolled.silent)
        lines.append(fold_quote(f"{said.silent(len(rolled.silent))}: {shorten(names, _SILENT)}"))
    return lines


def _put_off(duty: Duty, book: StatusBook, own: Sequence[str], registry: Registry, words: Words) -> list[str]:
    """Return the extended deadlines: of the only agency, or of one's own."""
    said = reporting_words(words.language)
    shown = [name for name in duty.assignees if len(duty.assignees) == 1 or name in own]
    return [
        f"⏩ {esc(registry.short(name))}: {esc(said.put_off(day(until)))}"
        for name in shown
        if (until := book.put_off.get((duty.task, name))) is not None
    ]
