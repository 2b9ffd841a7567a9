"""The ledger of reminders as supervisors read it: by person, or who was told of one task."""

from collections.abc import Callable, Sequence
from datetime import date

from handlers.views.reply import Reply, bold, code, esc, shorten
from handlers.views.wording import reminding_words
from handlers.views.words import Words
from scheduler.notices import Why
from scheduler.store import Line, Tally

_SHOWN = 25
Name = Callable[[int], str]


def by_person(tallies: Sequence[Tally], name: Name, since: date, words: Words) -> Reply:
    """Return what became of the messages to each person, those with failures first."""
    said = reminding_words(words.language)
    lines = [bold(said.ledger_title(f"{since:%d/%m/%Y}"))]
    for one in tallies[:_SHOWN]:
        counts = (one.planned, one.sent, one.seen, one.acknowledged, one.failed, one.unknown)
        lines.append(f"• {esc(said.ledger_line(name(one.chat) or said.somebody, *counts))}")
    if len(tallies) > _SHOWN:
        lines.append(f"… + {len(tallies) - _SHOWN}")
    if not tallies:
        lines.append(esc(said.ledger_none))
    return Reply("\n".join([*lines, "", esc(said.ledger_ask)]))


def by_task(task: str, title: str, told: Sequence[Line], name: Name, words: Words) -> Reply:
    """Return who was told of a task, when, and what they did with it, latest first."""
    said = reminding_words(words.language)
    lines = [bold(said.ledger_task(task)), f"{code(task)} {esc(shorten(title, 120))}"]
    for one in told[:_SHOWN]:
        facts = [said.states[one.state]]
        facts += [said.seen] if one.seen_at else []
        facts += [said.noted] if one.acknowledged_at else []
        facts += [said.news[one.step]] if one.why == Why.RECORDED.value else []
        facts += [shorten(one.reason, 60)] if one.reason and one.state != "sent" else []
        day = date.fromisoformat(one.day)
        lines.append(f"• {day:%d/%m/%Y} {esc(name(one.chat) or said.somebody)}: {esc(', '.join(facts))}")
    if len(told) > _SHOWN:
        lines.append(f"… + {len(told) - _SHOWN}")
    if not told:
        lines.append(esc(said.ledger_none))
    return Reply("\n".join(lines))
