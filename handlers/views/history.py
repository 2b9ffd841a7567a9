"""The history of a task in chat: who, when, from what to what, the words, the evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers import actions
from handlers.actions import Action
from handlers.views.paging import Page, turning
from handlers.views.reply import Button, Reply, bold, code, esc, shorten
from handlers.views.reports import Face, claim_button, pieces
from handlers.views.wording.reports import ReportingWords
from handlers.views.words import day
from knowledge.record import (
    Change,
    Confirmed,
    EvidenceAdded,
    ExtensionAsked,
    ExtensionDecided,
    ProposalAnswered,
    ProposalPursued,
    Proposed,
    Remarked,
    Reported,
    Returned,
    TaskAssigned,
    TaskRecalled,
)

_SAID = 300
BETWEEN = "~"


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as somebody reads it: its number, when ("09:14 22/11/2026"), by whom, what was recorded."""

    number: int
    when: str
    who: str
    kind: str
    change: Change


def history(face: Face, page: Page[Told], words: ReportingWords, reopened: Sequence[int] = ()) -> Reply:
    """Return one page of the entries on a task, newest first; who may take confirmations back can with `reopened`."""
    see = Button(words.open_task, Action(actions.OPEN_TASK, face.code).encode())
    lines = [f"{bold(words.history_title)} · {code(face.code)} {esc(shorten(face.title, 160))}"]
    if not page.things:
        return Reply("\n".join([*lines, "", esc(words.history_none)]), ((see,),))
    for each in page.things:
        head = f"\n{code(f'#{each.number}')} {each.when} · {esc(each.who)}"
        kind = bold(words.kinds.get(each.kind, each.kind))
        what = _what(each.change, words)
        lines.append(f"{head}\n{kind}: {what}" if what else f"{head}\n{kind}")
    turn = turning(page, words.language, actions.HISTORY, f"{face.code}{BETWEEN}")
    reopen = tuple((claim_button(number, words.reopen(number), "reopen"),) for number in reopened)
    return Reply("\n".join(lines), tuple(row for row in (turn, *reopen, (see,)) if row))


def _what(change: Change, words: ReportingWords) -> str:  # noqa: C901 one arm a change
    """Return what an entry says, as HTML."""
    match change:
        case Reported():
            return _report(change, words)
        case EvidenceAdded():
            return f"{code(f'#{change.report}')} {pieces(change.evidence, words)}"
        case Confirmed():
            on = f" · {esc(words.done_on)}: {day(change.done_on)}" if change.done_on else ""
            return f"{code(f'#{change.report}')}{on}"
        case Returned():
            return f"{code(f'#{change.report}')} “{esc(shorten(change.reason, _SAID))}”"
        case Remarked():
            return f"{code(f'#{change.report}')} “{esc(shorten(change.words, _SAID))}”"
        case ExtensionAsked():
            before = day(change.before) if change.before else words.no_date
            return f"{before} → {bold(day(change.proposed))} “{esc(shorten(change.cause, _SAID))}”"
        case ExtensionDecided():
            granted = f"✓ {day(change.until)}" if change.until else "✓" if change.granted else "✕"
            return f"{granted} {code(f'#{change.extension}')} “{esc(shorten(change.reason, _SAID))}”"
        case Proposed() | ProposalAnswered() | ProposalPursued():
            return f"“{esc(shorten(change.words, _SAID))}”"
        case TaskRecalled():
            return f"“{esc(shorten(change.reason, _SAID))}”"
        case TaskAssigned():
            return esc(shorten(change.title, _SAID))
        case _:
            return ""


def _report(said: Reported, words: ReportingWords) -> str:
    after = words.statuses[said.after]
    if said.percent is not None and said.percent < 100:
        after = f"{after}, {words.percent(said.percent)}"
    parts = [f"{esc(words.statuses[said.before])} → {bold(after)}"]
    if said.done_on is not None:
        parts.append(day(said.done_on))
    if said.words:
        parts.append(f"“{esc(shorten(said.words, _SAID))}”")
    if said.obstacle:
        parts.append(f"{esc(words.obstacle)}: {esc(shorten(said.obstacle, _SAID))}")
    if said.evidence:
        parts.append(f"{esc(words.evidence)}: {pieces(said.evidence, words)}")
    return " · ".join(parts)
