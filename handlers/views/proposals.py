"""Obstacles, requests and ideas in chat: the card with what was said so far, and the list of mine and ours."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import groupby

from handlers import actions
from handlers.actions import Action
from handlers.views.composing import said
from handlers.views.filters import Row
from handlers.views.paging import Page, turning
from handlers.views.reply import Button, Reply, bold, code, esc, shorten
from handlers.views.reports import clock
from handlers.views.wording.proposals import ProposalWords
from handlers.views.words import day
from knowledge.record import Proposal, ProposalState

_TURNS = 4
_SNIPPET = 90


@dataclass(frozen=True, slots=True)
class Seen:
    """A proposal as somebody sees it: names by pseudonym, as they may know them, and what they may do."""

    proposal: Proposal
    about: str  # HTML: the task it is about, "" for none
    names: Mapping[str, str]
    today: date
    answering: bool = False
    own: bool = False
    reminded: str = ""  # who was reminded of it, plain text


def addressee(proposal: Proposal, words: ProposalWords) -> str:
    """Return to whom it goes, plain text."""
    return proposal.to or words.supervisors


def card(seen: Seen, words: ProposalWords, title: str = "") -> Reply:
    """Return a proposal with the last of what was said, and what may be done."""
    one = seen.proposal
    lines = [bold(title)] if title else []
    lines.append(bold(words.title(words.kinds[one.kind], one.id)))
    if seen.about:
        lines.append(f"{esc(words.about)}: {seen.about}")
    lines.append(f"{esc(words.of)}: {esc(one.agency)} → {esc(addressee(one, words))}")
    lines.append(said(one.words))
    lines.append(f"{esc(words.by)}: {esc(seen.names[one.actor])} · {clock(one.at)}")
    for turn in one.answers[-_TURNS:]:
        who = turn.agency or words.supervisors.capitalize()
        head = words.pursued(clock(turn.at)) if turn.pursuing else words.answered(who, clock(turn.at))
        lines.append(f"\n{bold(head)}\n{said(turn.words)}")
    lines.append(f"\n{esc(standing(one, words, seen.today, seen.reminded))}")
    return Reply("\n".join(lines), _rows(seen, words))


def standing(one: Proposal, words: ProposalWords, today: date, reminded: str = "") -> str:
    """Return where it stands, since when nobody said anything, and who was reminded; plain text."""
    if one.state is ProposalState.CLOSED:
        return words.closed(day(one.closed_at)) if one.closed_at else words.states[one.state]
    silent = words.silent((today - one.last_said.date()).days)
    return " · ".join(fact for fact in (words.states[one.state], silent, reminded) if fact)


def _rows(seen: Seen, words: ProposalWords) -> tuple[Row, ...]:
    one, number = seen.proposal, str(seen.proposal.id)
    rows: list[Row] = []
    if one.state is not ProposalState.CLOSED:
        if seen.answering:
            rows.append((Button(words.answer, Action(actions.ANSWER_PROPOSAL, number).encode()),))
        if seen.own:
            close = Button(words.content_close, Action(actions.CLOSE_PROPOSAL, number).encode())
            more = Button(words.ask_on, Action(actions.PURSUE_PROPOSAL, number).encode())
            rows.append((close, more) if one.answers else (more, close))
    if one.task:
        rows.append((Button(one.task, Action(actions.OPEN_TASK, one.task).encode()),))
    return tuple(rows)


class Part(Enum):
    """The two parts of the list: what was sent to us, and what we sent."""

    TO_US = "to_us"
    MINE = "mine"


def listing(
    page: Page[tuple[Part, Proposal]],
    counts: Mapping[Part, int],
    words: ProposalWords,
    today: date,
    reminded: Callable[[Proposal], str],
) -> Reply:
    """Return one page of what was sent to us and then of what we sent, with the way to raise a new matter.

    `counts` are how many each part has on all pages; `reminded` says who was reminded of one, plain text.
    """
    new = (Button(words.new, Action(actions.PROPOSE).encode()),)
    if not page.total:
        return Reply(esc(words.none), (new,))
    titles = {Part.TO_US: words.to_us, Part.MINE: words.mine}
    lines: list[str] = []
    for part, those in groupby(enumerate(page.things, page.first), key=lambda each: each[1][0]):
        lines.append(("\n" if lines else "") + bold(titles[part](counts[part])))
        lines += [_item(place, one, words, today, reminded(one)) for place, (_, one) in those]
    numbered = tuple(
        Button(str(place), Action(actions.SHOW_PROPOSAL, str(one.id)).encode())
        for place, (_, one) in enumerate(page.things, page.first)
    )
    turn = turning(page, words.language, actions.PROPOSALS)
    return Reply("\n".join(lines), tuple(row for row in (numbered, turn, new) if row))


def _item(place: int, one: Proposal, words: ProposalWords, today: date, reminded: str) -> str:
    about = f"{code(one.task)} " if one.task else ""
    way = f"{esc(one.agency)} → {esc(addressee(one, words))} · {esc(standing(one, words, today, reminded))}"
    return f"{place} {about}{esc(shorten(one.words, _SNIPPET))}\n{way}"
