"""Where a task stands by its reports, on its card and in lists: one's own part, the roll-up, who is silent."""

from collections.abc import Sequence
from datetime import date

from handlers.views.reply import bold, esc, fold_quote, shorten
from handlers.views.reports import lateness
from handlers.views.wording import finding_words, reporting_words
from handlers.views.words import Words, day
from knowledge.agencies import Registry
from knowledge.progress import CLOSED, Status
from knowledge.record import Duty, Progress, StatusBook

_SILENT = 2000


def standing_lines(
    duty: Duty, book: StatusBook, own: Sequence[str], registry: Registry, words: Words, today: date
) -> list[str]:
    """Return the lines of a card that say how a task stands as of `today`, HTML.

    `own` are the reader's agencies: their parts stand first. A task of many has the roll-up, and the silent folded.
    """
    as_of = f"({esc(finding_words(words.language).as_of(day(today)))})"
    if all(book.of(duty.task, name).silent for name in duty.assignees):
        return [f"{esc(words.status)}: {esc(words.no_report)} {as_of}"]
    if len(duty.assignees) == 1:
        return [f"{esc(words.status)}: {_part(duty, book, duty.assignees[0], words)} {as_of}"]
    parts = [
        f"{esc(words.status)} · {bold(registry.short(name))}: {_part(duty, book, name, words)}"
        for name in duty.assignees
        if name in own
    ]
    return parts + _rolled_up(duty, book, registry, words, as_of)


def _part(duty: Duty, book: StatusBook, agency: str, words: Words) -> str:
    """Return how one agency's part stands: what counts, what waits, whether it was done in time."""
    said, progress = reporting_words(words.language), book.of(duty.task, agency)
    if progress.claim_state is not None and progress.claimed is not None and progress.status not in CLOSED:
        when = day(progress.reported_at) if progress.reported_at is not None else ""
        claim = bold(said.claimed(progress.claimed, progress.claim_state, when))
        return " · ".join([claim, *map(esc, _open_facts(progress, words))])
    name = said.statuses[progress.status]
    if progress.percent is not None and progress.status is Status.IN_PROGRESS:
        name = f"{name}, {said.percent(progress.percent)}"
    heard = progress.status is not Status.NO_REPORT or not progress.returned  # what was sent back was a report
    facts = [*([bold(name)] if heard else []), *map(esc, _facts(duty, book, agency, progress, words))]
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
    if progress.status is Status.DONE:
        return facts
    return [*facts, *_open_facts(progress, words)]


def _open_facts(progress: Progress, words: Words) -> list[str]:
    said = reporting_words(words.language)
    facts = [said.sent_back] if progress.returned else []
    if progress.obstacle:
        facts.append(f"{said.obstacle}: {shorten(progress.obstacle, 120)}")
    return facts


def _rolled_up(duty: Duty, book: StatusBook, registry: Registry, words: Words, as_of: str) -> list[str]:
    said, rolled = reporting_words(words.language), book.roll_up(duty)
    claiming = [book.of(duty.task, name).status for name in rolled.waiting]
    order = (Status.DONE, Status.IN_PROGRESS, Status.NOT_STARTED, Status.DROPPED, Status.NO_REPORT)
    counts = [
        said.rolled_up(said.statuses[status], count, rolled.assignees)
        for status in order
        if (count := rolled.counts[status] - claiming.count(status))
    ]
    if claiming:
        counts.insert(0, said.rolled_up(said.claims_wait, len(claiming), rolled.assignees))
    lines = [f"{esc(words.status)}: {esc(' · '.join(counts))} {as_of}"]
    if rolled.silent:
        names = "; ".join(registry.short(name) for name in rolled.silent)
        lines.append(fold_quote(f"{said.silent(len(rolled.silent))}: {shorten(names, _SILENT)}"))
    return lines
