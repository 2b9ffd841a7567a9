"""Reports in chat: the proposal to be confirmed, the acknowledgement, and what supervisors see of a claim."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers import actions
from handlers.actions import Action
from handlers.views.filters import Row
from handlers.views.paging import Page, turning
from handlers.views.reply import Button, Reply, bold, code, esc, italic, shorten
from handlers.views.wording.reports import ReportingWords
from handlers.views.words import day
from knowledge.progress import Status
from knowledge.record import (
    Duty,
    Evidence,
    EvidenceKind,
    ProgressReport,
    RefusedError,
    ReportDraft,
    ReportState,
    StoreBusyError,
)
from knowledge.store import EvidenceRefusedError, StoredDraft
from knowledge.when import Deadline

_TITLE = 160
_SAID = 600
_LABEL = 60
_PIECES = 6
_NAMES = 300
PERCENTS = (25, 50, 75, 90)


@dataclass(frozen=True, slots=True)
class Face:
    """A task as reports name it, a directive's or one given from chat."""

    code: str
    title: str
    duty: Duty

    @property
    def line(self) -> str:
        """Its code and title as HTML."""
        return f"{code(self.code)} {bold(shorten(self.title, _TITLE))}"


def clock(moment: datetime) -> str:
    """Return a moment, which is in the reader's zone already, as "09:14 22/11/2026"."""
    return f"{moment:%H:%M} {day(moment)}"


def draft_button(number: int, label: str, what: str) -> Button:
    """Return a button that does `what` to a draft."""
    return Button(label, Action(actions.DRAFT, f"{number}.{what}").encode())


def draft_card(stored: StoredDraft, face: Face, before: Status, words: ReportingWords) -> Reply:
    """Return what was understood, to be said yes to or changed; nothing is recorded yet."""
    draft, number = stored.draft, stored.number
    if draft.status is None:
        return Reply(_with_evidence(words.how_is_it(face.line), draft, words), status_rows(number, words))
    head = f"{esc(words.is_it_this)} {esc(words.part(len(draft.rest)))}" if draft.rest else esc(words.is_it_this)
    lines = [head, face.line, f"{esc(words.for_agency)}: {esc(draft.agency)}"]
    lines += [f"→ {told(draft.status, draft.percent, draft.words, words)}"]
    if before not in (Status.NO_REPORT, draft.status):
        lines.append(f"{esc(words.was)}: {esc(words.statuses[before])}")
    if draft.done_on is not None:
        lines.append(_day_line(draft, face, words))
    if draft.obstacle:
        lines.append(f"{esc(words.obstacle)}: {esc(shorten(draft.obstacle, _SAID))}")
    if draft.evidence:
        lines.append(f"{esc(words.evidence)}: {pieces(draft.evidence, words)}")
    elif draft.status is Status.DONE:
        lines.append(f"{esc(words.evidence)}: {italic(words.no_evidence_yet)}")
    other = Status.IN_PROGRESS if draft.status is Status.DONE else Status.DONE
    rows: list[Row] = [
        (draft_button(number, words.record_it, "yes"),),
        (draft_button(number, words.statuses[other], f"status.{other.value}"),),
    ]
    change = [draft_button(number, words.change, "edit")]
    if draft.others:
        change.insert(0, draft_button(number, words.other_task, "others"))
    last = [draft_button(number, words.drop, "drop")]
    if draft.asked:
        last.append(draft_button(number, words.is_question, "ask"))
    return Reply("\n".join(lines), (*rows, tuple(change), tuple(last)))


def _day_line(draft: ReportDraft, face: Face, words: ReportingWords) -> str:
    """Return the day that a draft tells, HTML: of completion with how that is in time, else of what was done so far."""
    told = bold(day(draft.done_on)) if draft.done_on else ""
    if draft.status is not Status.DONE or draft.done_on is None:
        return f"{esc(words.on_day)}: {told}"
    assumed = "" if draft.dated else f" ({esc(words.day_ahead if draft.ahead else words.not_dated)})"
    late = lateness(face.duty.deadline, draft.done_on, words)
    return f"{esc(words.done_on)}: {told}{assumed}" + (f" · {esc(late)}" if late else "")


def _with_evidence(text: str, draft: ReportDraft, words: ReportingWords) -> str:
    return f"{text}\n{esc(words.evidence)}: {pieces(draft.evidence, words)}" if draft.evidence else text


def status_rows(number: int, words: ReportingWords) -> tuple[Row, ...]:
    """Return the buttons that say how a task is."""
    each = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.DONE, Status.DROPPED)
    buttons = [draft_button(number, words.statuses[status], f"status.{status.value}") for status in each]
    return (tuple(buttons[1:3]), (buttons[0], buttons[3]), (draft_button(number, words.drop, "drop"),))


def edit_card(stored: StoredDraft, card: Reply, words: ReportingWords) -> Reply:
    """Return the proposal with what can be changed in it."""
    number = stored.number
    each = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.DONE, Status.DROPPED)
    statuses = [draft_button(number, words.statuses[s], f"status.{s.value}") for s in each if s != stored.draft.status]
    percents = tuple(draft_button(number, words.percent(n), f"percent.{n}") for n in PERCENTS)
    rows: list[Row] = [(each,) for each in statuses]
    if stored.draft.status is Status.IN_PROGRESS:
        rows.append(percents)
    rows.append(
        (
            draft_button(number, words.change_day, "type.day"),
            draft_button(number, words.change_words, "type.words"),
            draft_button(number, words.change_obstacle, "type.obstacle"),
        )
    )
    rows.append((draft_button(number, words.back, "back"),))
    return Reply(f"{card.text}\n\n{esc(words.what_to_change)}", tuple(rows))


def told(status: Status, percent: int | None, said: str, words: ReportingWords) -> str:
    """Return "Đang thực hiện, 80% · “…”" as HTML."""
    name = words.statuses[status]
    if percent is not None and status is Status.IN_PROGRESS:
        name = f"{name}, {words.percent(percent)}"
    return f"{bold(name)} · “{esc(shorten(said, _SAID))}”" if said else bold(name)


def pieces(evidence: Sequence[Evidence], words: ReportingWords) -> str:
    """Return evidence in a line, as HTML; photos, which have no names, are counted."""
    named = [each for each in evidence if each.kind is not EvidenceKind.PHOTO]
    photos = len(evidence) - len(named)
    shown = [*([esc(words.photos(photos))] if photos else []), *(_piece(each, words) for each in named[:_PIECES])]
    more = f" … + {len(named) - _PIECES}" if len(named) > _PIECES else ""
    return "; ".join(shown) + more


def _piece(piece: Evidence, words: ReportingWords) -> str:
    match piece.kind:
        case EvidenceKind.DOCUMENT:
            return esc(f"{piece.ref}, {day(piece.dated)}" if piece.dated else piece.ref)
        case EvidenceKind.LINK:
            return esc(shorten(piece.ref, 100))
        case _:
            return esc(f"{words.file} {shorten(piece.name, 60)}")


def lateness(deadline: Deadline, done_on: date, words: ReportingWords) -> str:
    """Return whether work done on a day was in time; "" where there is no last day."""
    if deadline.last is None:
        return ""
    if not deadline.late_on(done_on):
        return words.on_time
    return words.late(deadline.days_late(done_on))


# ── after the commit ────────────────────────────────────────────────────────────────────────────────


def acknowledgement(
    report: ProgressReport, face: Face, at: datetime, between: Sequence[str], words: ReportingWords
) -> Reply:
    """Return what is said once a report is on disk; `between` are lines on what came meanwhile, HTML."""
    taken_back = report.state is ReportState.WITHDRAWN
    lines = [bold((words.taken_back if taken_back else words.recorded)(clock(at))), face.line]
    lines.append(f"{esc(words.for_agency)}: {esc(report.agency)}")
    lines.append(f"→ {told(report.after, report.percent, report.words, words)}")
    if report.after is Status.DONE and report.done_on:
        lines.append(f"{esc(words.done_on)}: {day(report.done_on)}")
    if report.obstacle:
        lines.append(f"{esc(words.obstacle)}: {esc(shorten(report.obstacle, _SAID))}")
    if report.evidence:
        lines.append(f"{esc(words.evidence)}: {pieces(report.evidence, words)}")
    if report.state in words.awaits:
        lines.append(italic(words.awaits[report.state]))
    if not report.stands and not taken_back:
        lines.append(bold(words.states[report.state].capitalize()))
    return Reply("\n".join([*lines, *between]), own_rows(report, words))


def own_rows(report: ProgressReport, words: ReportingWords) -> tuple[Row, ...]:
    """Return the next steps of a report's author."""
    number = str(report.id)
    see = Button(words.open_task, Action(actions.OPEN_TASK, report.task).encode())
    if not report.stands:
        return ((Button(words.report_again, Action(actions.REPORT_TASK, report.task).encode()), see),)
    rows: list[Row] = [(Button(words.add_evidence, Action(actions.ADD_EVIDENCE, number).encode()),)]
    if report.state is not ReportState.CONFIRMED:
        rows.append((Button(words.withdraw, Action(actions.WITHDRAW, number).encode()), see))
    else:
        rows.append((see,))
    return tuple(rows)


def report_lines(report: ProgressReport, face: Face, author: str, words: ReportingWords, at: datetime) -> list[str]:
    """Return a report as others read it, HTML: what, who, when, the words, the evidence."""
    lines = [face.line, f"→ {told(report.after, report.percent, report.words, words)}"]
    lines.append(f"{esc(words.by)}: {esc(report.agency)} · {esc(author)} · {clock(at)}")
    if report.done_on is not None and report.after is Status.DONE:
        lines.append(f"{esc(words.done_on)}: {bold(day(report.done_on))}")
    if report.obstacle:
        lines.append(f"{esc(words.obstacle)}: {esc(shorten(report.obstacle, _SAID))}")
    if report.evidence:
        lines.append(f"{esc(words.evidence)}: {pieces(report.evidence, words)}")
    return lines


def judged_lines(original: Deadline, in_force: Deadline, done_on: date | None, words: ReportingWords) -> list[str]:
    """Return whether work was in time, by the deadline in force and, where it was put off, by the old one; HTML."""
    if done_on is None or in_force.last is None:
        return []
    lines = [bold(lateness(in_force, done_on, words))]
    if in_force != original:
        lines.append(f"{esc(words.by_old_deadline)}: {esc(lateness(original, done_on, words))}")
    return lines


def claim_button(number: int, label: str, what: str) -> Button:
    """Return a button that does `what` to a claim."""
    return Button(label, Action(actions.CLAIM, f"{number}.{what}").encode())


def claim_card(report: ProgressReport, lines: Sequence[str], decided: str, words: ReportingWords) -> Reply:
    """Return a claim as a supervisor sees it: with buttons while it waits, else with what became of it (HTML)."""
    number = report.id
    files = any(piece.is_kept for piece in report.evidence)
    see = ((claim_button(number, words.see_evidence, "files"),),) if files else ()
    history = (Button(words.history, Action(actions.HISTORY, report.task).encode()),)
    remarks = [f"💬 {esc(shorten(each.words, _SAID))}" for each in report.remarks[-3:]]
    if report.state is not ReportState.AWAITS_CONFIRMATION:
        return Reply("\n".join([*lines, *remarks, decided]), (*see, history))
    decide: tuple[Row, ...] = (
        (claim_button(number, words.confirm, "yes"), claim_button(number, words.send_back, "back")),
        (claim_button(number, words.ask_author, "ask"),),
    )
    if report.after is Status.DONE:
        decide = (decide[0], (claim_button(number, words.confirm_day, "day"), *decide[1]))
    title = bold(words.claim_title[report.after])
    return Reply("\n".join([title, *lines, *remarks]), (*see, *decide, history))


def waiting_list(page: Page[tuple[ProgressReport, Face]], without: int, words: ReportingWords) -> Reply:
    """Return one page of the claims that wait, with a button for each; `without` wait for evidence first."""
    lines = [bold(words.waiting_title(page.total)) if page.total else esc(words.waiting_none)]
    for place, (report, face) in enumerate(page.things, page.first):
        status = esc(words.statuses[report.after])
        lines.append(f"\n{place} {face.line}\n{esc(report.agency)} · {status} · {day(report.at)}")
    if without:
        lines.append(f"\n{esc(words.waiting_evidence(without))}")
    numbered = tuple(claim_button(r.id, str(place), "open") for place, (r, _) in enumerate(page.things, page.first))
    rows = (numbered, turning(page, words.language, actions.CLAIMS))
    return Reply("\n".join(lines), tuple(row for row in rows if row))


def refusal(error: Exception, words: ReportingWords) -> Reply:
    """Return what somebody is told whose change was not recorded: why, and what to do next."""
    match error:
        case RefusedError():
            return Reply(esc(words.refusals[error.why]))
        case EvidenceRefusedError():
            return Reply(esc(words.files_refused[error.why]))
        case StoreBusyError():
            return Reply(esc(words.busy))
        case _:
            return Reply(esc(words.full))


def named(names: Sequence[str]) -> str:
    """Return names in a line."""
    return shorten("; ".join(names), _NAMES)
