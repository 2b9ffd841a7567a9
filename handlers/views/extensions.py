"""Extensions in chat: what is put together, the card that is decided on, the list of those that wait."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers import actions
from handlers.actions import Action
from handlers.views.composing import said
from handlers.views.filters import Row
from handlers.views.paging import Page, turning
from handlers.views.reply import Button, Reply, bold, bold_html, esc, italic, when
from handlers.views.reports import Face, clock
from handlers.views.wording.extensions import ExtensionWords
from handlers.views.words import day
from knowledge.record import Extension, ExtensionState

_ON_CARD = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """An extension as somebody sees it: its task, and who asked and decided as they may know them."""

    extension: Extension
    face: Face
    author: str
    decider: str = ""


def card(one: Shown, words: ExtensionWords, *, deciding: bool = False, title: str = "") -> Reply:
    """Return an extension whole; with buttons to decide where it waits and `deciding`."""
    extension, decided = one.extension, one.extension.state is not ExtensionState.WAITING
    lines = [bold(title or words.title), one.face.line, f"{esc(words.agency)}: {bold(extension.agency)}"]
    lines.append(f"{esc(words.deadline)}: {_days(extension, one.face, words)}")
    lines.append(f"{esc(words.cause)}: {said(extension.cause)}")
    lines.append(f"{esc(words.responsibility)}: {said(extension.responsibility)}")
    lines.append(f"{esc(words.remedy)}: {said(extension.remedy)}")
    lines.append(f"{esc(words.by)}: {esc(one.author)} · {clock(extension.at)}")
    if decided:
        lines += ["", bold(words.decided[extension.state](day(extension.until) if extension.until else ""))]
        by = words.by_whom(one.decider, clock(extension.decided_at)) if extension.decided_at else ""
        lines.append(f"{esc(words.reason)}: {said(extension.reason)} ({esc(by)})")
    rows: list[Row] = []
    if deciding and not decided:
        number = str(extension.id)
        rows += [
            (
                Button(words.grant, Action(actions.GRANT_EXTENSION, number).encode()),
                Button(words.refuse, Action(actions.REFUSE_EXTENSION, number).encode()),
            ),
            (Button(words.grant_other, Action(actions.GRANT_OTHERWISE, number).encode()),),
        ]
    rows.append((Button(extension.task, Action(actions.OPEN_TASK, extension.task).encode()),))
    return Reply("\n".join(lines), tuple(rows))


def _days(extension: Extension, face: Face, words: ExtensionWords) -> str:
    """Return "31/12/2026 → 30/06/2027 (thêm 181 ngày · hạn gốc 31/12/2025)"."""
    if extension.before is None:
        return when(extension.proposed)
    notes = [words.days_later((extension.proposed - extension.before).days)]
    first = face.duty.deadline.last
    if first is not None and first != extension.before:
        notes.append(words.original(day(first)))
    return f"{when(extension.before)} → {bold_html(when(extension.proposed))} ({esc(' · '.join(notes))})"


def rule(words: ExtensionWords) -> str:
    """Return what an extension is asked by, HTML."""
    return italic(words.rule)


def waiting(page: Page[Shown], words: ExtensionWords) -> Reply:
    """Return one page of the extensions that wait, a button each."""
    if not page.total:
        return Reply(esc(words.waiting_none))
    lines = [bold(words.waiting(page.total))]
    for place, one in enumerate(page.things, page.first):
        days = _days(one.extension, one.face, words)
        lines.append(f"\n{place} {one.face.line}\n{esc(one.extension.agency)} · {days} · {clock(one.extension.at)}")
    numbered = tuple(
        Button(str(place), Action(actions.SHOW_EXTENSION, str(one.extension.id)).encode())
        for place, one in enumerate(page.things, page.first)
    )
    turn = turning(page, words.language, actions.EXTENSIONS)
    return Reply("\n".join(lines), (numbered, turn) if turn else (numbered,))


def on_card(waiting: Sequence[Extension], words: ExtensionWords) -> list[str]:
    """Return the lines of a task's card on the extensions that wait, HTML; those granted stand with the deadline."""
    lines = [words.on_card_waiting(esc(one.agency), when(one.proposed)) for one in waiting]
    return lines if len(lines) <= _ON_CARD else [*lines[:_ON_CARD], esc(words.more(len(lines) - _ON_CARD))]
