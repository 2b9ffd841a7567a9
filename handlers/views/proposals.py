"""Obstacles, requests and ideas in chat: the card with what was said so far, and the list of mine and ours."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handlers import actions
from handlers.actions import Action
from handlers.views.composing import said
from handlers.views.filters import Row
from handlers.views.reply import Button, Reply, bold, code, esc, shorten
from handlers.views.reports import clock
from handlers.views.wording.proposals import ProposalWords
from handlers.views.words import day
from knowledge.record import Proposal, ProposalState

PAGE = 8
_ROW = 4
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


def listing(
    mine: Sequence[Proposal],
    to_us: Sequence[Proposal],
    words: ProposalWords,
    today: date,
    reminded: Callable[[Proposal], str],
) -> Reply:
    """Return what we sent and what was sent to us, the longest silent first, with the way to raise a new matter.

    `reminded` says who was reminded of one, plain text.
    """
    new = (Button(words.new, Action(actions.PROPOSE).encode()),)
    if not mine and not to_us:
        return Reply(esc(words.none), (new,))
    lines: list[str] = []
    buttons: list[Button] = []
    for title, found in ((words.to_us, to_us), (words.mine, mine)):
        if not found:
            continue
        lines.append(("\n" if lines else "") + bold(title(len(found))))
        for one in found[:PAGE]:
            place = len(buttons) + 1
            about = f"{code(one.task)} " if one.task else ""
            lines.append(
                f"{place} {about}{esc(shorten(one.words, _SNIPPET))}\n"
                f"{esc(one.agency)} → {esc(addressee(one, words))} · {esc(standing(one, words, today, reminded(one)))}"
            )
            buttons.append(Button(str(place), Action(actions.SHOW_PROPOSAL, str(one.id)).encode()))
        if len(found) > PAGE:
            lines.append(esc(words.more(len(found) - PAGE)))
    rows = tuple(tuple(buttons[at : at + _ROW]) for at in range(0, len(buttons), _ROW))
    return Reply("\n".join(lines), (*rows, new))
