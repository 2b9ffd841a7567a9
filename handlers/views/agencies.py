"""Agencies in chat: one agency's card, and the ways to choose one."""

from collections.abc import Sequence
from datetime import date

from handlers import actions
from handlers.actions import Action
from handlers.ready import Ready
from handlers.views.filters import Row
from handlers.views.lines import tally_line
from handlers.views.reply import Button, Reply, bold, esc, italic, shorten
from handlers.views.wording import finding_words
from handlers.views.wording.finding import FindingWords
from handlers.views.words import Words, day
from knowledge.agencies import Agency, Registry
from knowledge.answers import TaskHits
from knowledge.base import KnowledgeBase
from knowledge.record import StatusBook
from knowledge.store import TaskQuery

_CHOICES = 12
_NAMES = 6


def card(name: str, number: int, base: KnowledgeBase, words: Words, today: date, book: StatusBook) -> Reply:
    """Return an agency or group: its names, what it was called, its groups, where its tasks stand, its lists."""
    said, registry = finding_words(words.language), base.registry
    lines = [bold(name)]
    if name in registry.agencies:
        lines += _names(registry.agencies[name], registry, said)
    else:
        group = registry.groups[name]
        lines += [italic(group.english)] if group.english else []
        lines += [esc(said.members(len(group.members)))] if group.members else []
    own = TaskHits(base.store.numbers(TaskQuery(agencies=(name,), through_groups=False)), base).standing(book, name)
    lines += ["", f"{bold(said.leads(len(own)))} ({esc(said.as_of(day(today)))})"]
    lines += [line] if (line := tally_line(own, words, today)) else []
    every = len(base.store.numbers(TaskQuery(agencies=(name,))))
    if every > len(own):
        lines.append(esc(said.through_groups(every - len(own))))
    helping = len(base.store.numbers(TaskQuery(agencies=(name,), roles=("coordinator",), through_groups=False)))
    if helping:
        lines.append(esc(said.coordinates(helping)))
    return Reply("\n".join(lines), _lists(name, number, base, said))


def _names(agency: Agency, registry: Registry, said: FindingWords) -> list[str]:
    also = [n for n in dict.fromkeys((agency.short, *agency.abbreviations)) if n != agency.name][:_NAMES]
    lines = [
        " · ".join(part for part in (esc(", ".join(also)), italic(agency.english) if agency.english else "") if part)
    ]
    if agency.former_names:
        former = "; ".join(f.name for f in agency.former_names)
        lines.append(f"{esc(said.former_names)}: {esc(shorten(former, 300))}")
    groups = registry.groups_of(agency.name)
    if groups:
        lines.append(f"{esc(said.groups)}: {esc(shorten('; '.join(groups), 300))}")
    return [line for line in lines if line]


def _lists(name: str, number: int, base: KnowledgeBase, said: FindingWords) -> tuple[Row, ...]:
    rows = [[(said.card_tasks, Ready.MINE), (said.card_overdue, Ready.OVERDUE), (said.card_soon, Ready.SOON)]]
    more = []
    if any(name in (*row.agencies, *row.coordinators) for row in base.store.indicators()):
        more.append((said.card_indicators, Ready.INDICATORS))
    if any(row.agency == name for row in base.store.databases()):
        more.append((said.card_databases, Ready.DATABASES))
    rows.append(more)
    return tuple(tuple(ready_button(label, ready, number) for label, ready in row) for row in rows if row)


def ready_button(label: str, ready: Ready, number: int) -> Button:
    """Return the button that shows a command's list for the agency with `number`."""
    return Button(label, Action(actions.READY, f"{ready}.{number}").encode())


def busiest(agencies: Sequence[tuple[int, str, int]], words: Words) -> Reply:
    """Return the agencies that lead most tasks, given as (number, short name, tasks), and how to name another."""
    said = finding_words(words.language)
    buttons = [
        Button(said.with_count(shorten(name, 26) + " ·", count), Action(actions.AGENCY, str(number)).encode())
        for number, name, count in agencies[:_CHOICES]
    ]
    return Reply(f"{bold(said.agencies_title)}\n{said.agencies_ask}", in_pairs(buttons))


def which(named: str, options: Sequence[tuple[int, str]], words: Words) -> Reply:
    """Return the agencies that `named` may mean, given as (number, short name), or say that none is known."""
    said = finding_words(words.language)
    if not options:
        return Reply(esc(said.agency_unknown(shorten(named, 80))))
    rows = ((Button(shorten(name, 60), Action(actions.AGENCY, str(number)).encode()),) for number, name in options)
    return Reply(esc(said.agency_which), tuple(rows))


def which_own(agencies: Sequence[tuple[int, str, int]], words: Words, ready: Ready) -> Reply:
    """Ask somebody without an agency whose tasks they want to see."""
    said = finding_words(words.language)
    buttons = [
        ready_button(said.with_count(shorten(name, 26) + " ·", count), ready, number)
        for number, name, count in agencies[:_CHOICES]
    ]
    return Reply(said.choose_own, in_pairs(buttons))


def in_pairs(buttons: Sequence[Button]) -> tuple[Row, ...]:
    """Return the buttons two a row."""
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
