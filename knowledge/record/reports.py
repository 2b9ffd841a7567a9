"""Reports of progress: which may follow which, what becomes of them, and what they come to together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from knowledge.progress import Status
from knowledge.record.changes import Confirmed, EvidenceAdded, Remarked, Reported, Returned, Withdrawn
from knowledge.record.errors import Refusal, RefusedError
from knowledge.record.evidence import Evidence

WITHDRAWAL = timedelta(minutes=15)


class ReportState(StrEnum):
    """Where a report stands. Only `counts` and `confirmed` say how the task is."""

    COUNTS = "counts"
    AWAITS_EVIDENCE = "awaits_evidence"  # đã báo hoàn thành, chờ minh chứng
    AWAITS_CONFIRMATION = "awaits_confirmation"
    CONFIRMED = "confirmed"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


class Action(StrEnum):
    """What can happen to a report."""

    ADD_EVIDENCE = "add_evidence"
    CONFIRM = "confirm"
    RETURN = "return"
    WITHDRAW = "withdraw"


WAITING = (ReportState.AWAITS_EVIDENCE, ReportState.AWAITS_CONFIRMATION)
_STANDS = (ReportState.COUNTS, *WAITING, ReportState.CONFIRMED)

NEXT: dict[tuple[ReportState, Action], ReportState] = {
    (ReportState.COUNTS, Action.ADD_EVIDENCE): ReportState.COUNTS,
    (ReportState.AWAITS_EVIDENCE, Action.ADD_EVIDENCE): ReportState.AWAITS_CONFIRMATION,
    (ReportState.AWAITS_CONFIRMATION, Action.ADD_EVIDENCE): ReportState.AWAITS_CONFIRMATION,
    (ReportState.CONFIRMED, Action.ADD_EVIDENCE): ReportState.CONFIRMED,
    (ReportState.AWAITS_CONFIRMATION, Action.CONFIRM): ReportState.CONFIRMED,
    (ReportState.COUNTS, Action.RETURN): ReportState.RETURNED,
    (ReportState.AWAITS_EVIDENCE, Action.RETURN): ReportState.RETURNED,
    (ReportState.AWAITS_CONFIRMATION, Action.RETURN): ReportState.RETURNED,
    (ReportState.CONFIRMED, Action.RETURN): ReportState.RETURNED,
    (ReportState.COUNTS, Action.WITHDRAW): ReportState.WITHDRAWN,
    (ReportState.AWAITS_EVIDENCE, Action.WITHDRAW): ReportState.WITHDRAWN,
    (ReportState.AWAITS_CONFIRMATION, Action.WITHDRAW): ReportState.WITHDRAWN,
}

# What a supervisor must confirm before it counts.
CLAIMS = (Status.DONE, Status.DROPPED)
_OPEN = (Status.NOT_STARTED, Status.IN_PROGRESS)
# Which status may be reported after which. What is done or dropped is opened again by taking the confirmation back.
MAY_FOLLOW: dict[Status, tuple[Status, ...]] = {
    Status.NO_REPORT: (*_OPEN, *CLAIMS),
    Status.NOT_STARTED: (*_OPEN, *CLAIMS),
    Status.IN_PROGRESS: (*_OPEN, *CLAIMS),
    Status.DONE: (),
    Status.DROPPED: (),
}


def may_follow(before: Status, after: Status, *, regular: bool) -> bool:
    """Tell whether `after` may be reported when `before` counts; a regular duty that is done is due again."""
    if regular and before is Status.DONE:
        before = Status.IN_PROGRESS
    return after in MAY_FOLLOW[before]


@dataclass(frozen=True, slots=True)
class Remark:
    """A word on a report; `actor` is a pseudonym."""

    actor: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True)
class ProgressReport:
    """A report as it stands now. `id` is the number of its entry; `actor` and `decided_by` are pseudonyms.

    `decision` is the number of the entry that confirmed, returned or withdrew it, 0 for none; `reason` belongs to it.
    """

    id: int
    task: str
    agency: str
    actor: str
    at: datetime
    before: Status
    after: Status
    state: ReportState
    percent: int | None = None
    words: str = ""
    done_on: date | None = None
    obstacle: str = ""
    evidence: tuple[Evidence, ...] = ()
    basis: int | None = None
    decision: int = 0
    decided_by: str = ""
    decided_at: datetime | None = None
    reason: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def effect(self) -> int:
        """The number of the entry from which it says how the task is; 0 while it does not."""
        if self.state is ReportState.COUNTS:
            return self.id
        return self.decision if self.state is ReportState.CONFIRMED else 0

    @property
    def is_claim(self) -> bool:
        """Tell whether it claims that the task is done or dropped, and was not withdrawn."""
        return self.after in CLAIMS and self.state is not ReportState.WITHDRAWN

    @property
    def stands(self) -> bool:
        """Tell whether it was neither sent back nor withdrawn."""
        return self.state in _STANDS

    @property
    def awaits_confirmation(self) -> bool:
        """Tell whether it is a supervisor's turn."""
        return self.state is ReportState.AWAITS_CONFIRMATION

    @property
    def waits(self) -> bool:
        """Tell whether it waits for evidence or for a supervisor."""
        return self.state in WAITING


def new_report(number: int, actor: str, at: datetime, said: Reported) -> ProgressReport:
    """Return the report that entry `number` makes of what was said: claims wait, the rest counts at once."""
    return ProgressReport(
        id=number,
        task=said.task,
        agency=said.agency,
        actor=actor,
        at=at,
        before=said.before,
        after=said.after,
        state=_first_state(said),
        percent=said.percent,
        words=said.words,
        done_on=said.done_on,
        obstacle=said.obstacle,
        evidence=said.evidence,
        basis=said.basis,
    )


def _first_state(said: Reported) -> ReportState:
    if said.after not in CLAIMS:
        return ReportState.COUNTS
    if said.after is Status.DONE and not said.evidence:
        return ReportState.AWAITS_EVIDENCE
    return ReportState.AWAITS_CONFIRMATION


def after_action(report: ProgressReport, action: Action) -> ReportState:
    """Return the state that `action` leads to. Raises RefusedError where it may not be done."""
    if action is Action.CONFIRM and report.state is ReportState.AWAITS_EVIDENCE:
        raise RefusedError(Refusal.EVIDENCE_MISSING, str(report.id))
    try:
        return NEXT[report.state, action]
    except KeyError:
        raise RefusedError(Refusal.WRONG_STATE, report.state.value) from None


OnReport = EvidenceAdded | Confirmed | Returned | Remarked | Withdrawn


def changed(report: ProgressReport, number: int, actor: str, at: datetime, change: OnReport) -> ProgressReport:
    """Return the report after entry `number` did `change` to it. Raises RefusedError where that may not be done."""
    match change:
        case Remarked():
            return replace(report, remarks=(*report.remarks, Remark(actor, at, change.words)))
        case EvidenceAdded():
            state = after_action(report, Action.ADD_EVIDENCE)
            return replace(report, state=state, evidence=(*report.evidence, *change.evidence))
        case Confirmed():
            state, reason = after_action(report, Action.CONFIRM), ""
            report = replace(report, done_on=change.done_on or report.done_on)
        case Returned():
            state, reason = after_action(report, Action.RETURN), change.reason
        case Withdrawn():
            state, reason = after_action(report, Action.WITHDRAW), ""
    return replace(report, state=state, decision=number, decided_by=actor, decided_at=at, reason=reason)


@dataclass(frozen=True, slots=True)
class Progress:
    """What the reports of one agency on one task come to.

    `report` is the one that counts and `last` the latest that stands (ids, 0 for none). `claim` is the latest claim
    while it waits for evidence or a supervisor: a later claim takes the place of those before it. `returned` was sent
    back, and nothing came after. `obstacle` is that of the latest report.
    """

    status: Status = Status.NO_REPORT
    percent: int | None = None
    done_on: date | None = None
    report: int = 0
    last: int = 0
    claim: int = 0
    claim_state: ReportState | None = None
    claimed: Status | None = None
    returned: int = 0
    obstacle: str = ""
    reported_at: datetime | None = None

    @property
    def silent(self) -> bool:
        """Tell whether nothing at all was reported, but for what was withdrawn."""
        return self.last == 0 and self.returned == 0

    @property
    def is_over(self) -> bool:
        """Tell whether it is done or dropped, or said to be."""
        return self.claim != 0 or self.status in (Status.DONE, Status.DROPPED)


def progress_of(reports: Iterable[ProgressReport]) -> Progress:
    """Return what the reports of one agency on one task come to, whatever order they are given in."""
    ordered = sorted(reports, key=lambda r: r.id)
    standing = [r for r in ordered if r.stands]
    sent_back = max((r.id for r in ordered if r.state is ReportState.RETURNED), default=0)
    if not standing:
        return Progress(returned=sent_back)
    counting = max((r for r in standing if r.effect), key=lambda r: r.effect, default=None)
    claim = next((r for r in reversed(ordered) if r.is_claim), None)
    if claim is not None and not claim.waits:
        claim = None
    last = standing[-1]
    return Progress(
        status=counting.after if counting else Status.NO_REPORT,
        percent=counting.percent if counting else None,
        done_on=counting.done_on if counting else None,
        report=counting.id if counting else 0,
        last=last.id,
        claim=claim.id if claim else 0,
        claim_state=claim.state if claim else None,
        claimed=claim.after if claim else None,
        returned=sent_back if sent_back > last.id else 0,
        obstacle=last.obstacle,
        reported_at=last.at,
    )
