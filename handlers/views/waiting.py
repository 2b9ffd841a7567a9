"""What waits for somebody, in the message of a day: proposals without an answer, claims and extensions undecided."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers import actions
from handlers.actions import Action
from handlers.views.filters import Row
from handlers.views.reply import Button, Reply, bold, esc, shorten
from handlers.views.wording import proposal_words, waiting_words
from handlers.views.wording.waiting import WaitingWords
from handlers.views.words import day
from knowledge.record import Proposal
from scheduler.store import Reminded

_SHOWN = 5
_ROW = 2
_SNIPPET = 110


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal without an answer for so many working days; `told` says who was reminded of it before, plain text.

    `raised`: the reader need not answer, but learns that an agency is silent.
    """

    proposal: Proposal
    days: int
    raised: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many claims or extensions wait, and for how many working days the longest of them."""

    number: int = 0
    longest: int = 0


def waiting(asked: Sequence[Asked], claims: Count, extensions: Count, language: str) -> Reply | None:
    """Return what waits as a part of a message, with a button for each proposal and list; None for nothing."""
    words = waiting_words(language)
    parts, rows = _asked(asked, language)
    undecided = [
        (words.claims, words.see_claims, claims, Action(actions.CLAIMS, "1")),
        (words.extensions, words.see_extensions, extensions, Action(actions.EXTENSIONS, "1")),
    ]
    told = [(line, see, count, press) for line, see, count, press in undecided if count.number]
    if told:
        lines = (f"• {esc(line(count.number, count.longest))}" for line, _, count, _ in told)
        parts.append("\n".join((bold(words.undecided), *lines)))
        rows += [(Button(see(count.number), press.encode()),) for _, see, count, press in told]
    return Reply("\n\n".join(parts), tuple(rows)) if parts else None


def _asked(asked: Sequence[Asked], language: str) -> tuple[list[str], list[Row]]:
    words = waiting_words(language)
    shown = sorted(asked, key=lambda one: (one.raised, -one.days, one.proposal.id))[:_SHOWN]
    sections: dict[str, list[str]] = {}
    for one in shown:
        title = words.silent if one.raised else words.unanswered(one.proposal.to)
        sections.setdefault(title, []).append(_line(one, language, words))
    parts = ["\n".join((bold(title), *lines)) for title, lines in sections.items()]
    if len(asked) > len(shown):
        parts.append(esc(words.more(len(asked) - len(shown))))
    buttons = [
        Button(words.open(one.proposal.id), Action(actions.SHOW_PROPOSAL, str(one.proposal.id)).encode())
        for one in shown
    ]
    return parts, [tuple(buttons[at : at + _ROW]) for at in range(0, len(buttons), _ROW)]


def _line(one: Asked, language: str, words: WaitingWords) -> str:
    said, proposal = proposal_words(language), one.proposal
    whose = f"{proposal.agency} → {proposal.to}" if one.raised else proposal.agency
    facts = [said.title(said.kinds[proposal.kind], proposal.id), whose, words.silent_for(one.days)]
    told = " · ".join(esc(fact) for fact in (*facts, one.told) if fact)
    return f"• {told}\n“{esc(shorten(proposal.words, _SNIPPET))}”"


def who_was_reminded(reminded: Reminded | None, language: str) -> str:
    """Return that reminders of a proposal went out, plain text; "" where none did."""
    words = waiting_words(language)
    if reminded is None:
        return ""
    told = [words.reminded(reminded.times, day(reminded.last))] if reminded.times and reminded.last else []
    return " · ".join([*told, *([words.raised(day(reminded.raised))] if reminded.raised else [])])
