"""The status of every task and agency at once: as it stands, or as it stood at an earlier moment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from knowledge.progress import CLOSED, Judged, Status, extended, judge
from knowledge.record.chain import AuditEntry
from knowledge.record.changes import (
    Change,
    Confirmed,
    EvidenceAdded,
    ExtensionAsked,
    ExtensionDecided,
    Remarked,
    Reported,
    Returned,
    Withdrawn,
)
from knowledge.record.duties import Duty, RollUp, roll_up
from knowledge.record.extensions import Extension, ExtensionState, decide, new_extension
from knowledge.record.reports import Progress, ProgressReport, changed, new_report, progress_of
from knowledge.when import Deadline

Part = tuple[str, str]  # a task and the agency (or unit) that reports on it
_SILENT = Progress()


@dataclass(frozen=True, slots=True)
class StatusBook:
    """Who has come how far. `entries` is how many entries it was made from; `put_off` holds the extended last days."""

    entries: int = 0
    reported: Mapping[Part, Progress] = field(default_factory=dict)
    put_off: Mapping[Part, date] = field(default_factory=dict)

    def of(self, task: str, agency: str) -> Progress:
        """Return what the reports of an agency on a task come to."""
        return self.reported.get((task, agency), _SILENT)

    def deadline(self, duty: Duty, agency: str) -> Deadline:
        """Return the deadline in force for an agency: the task's own, or the extended one."""
        return extended(duty.deadline, self.put_off.get((duty.task, agency)))

    def in_force(self, duty: Duty, agency: str = "") -> Deadline:
        """Return the deadline that decides whether a task is late: of `agency`'s own part where it has one.

        Else the earliest of the parts that are still open: a task is late as long as one of them is.
        """
        names = (agency,) if agency in duty.assignees else duty.assignees
        open_ones = [name for name in names if self.of(duty.task, name).status not in CLOSED]
        deadlines = [self.deadline(duty, name) for name in open_ones or names]
        return min(deadlines, key=lambda each: each.last or date.max, default=duty.deadline)

    def days_over(self, duty: Duty, agency: str = "") -> int | None:
        """Return how late a task that is done was done, by the deadlines in force: of `agency`'s part, or the worst.

        0 is in time; None where no day was to be kept, or nothing is done.
        """
        late = []
        for name in (agency,) if agency in duty.assignees else duty.assignees:
            progress, deadline = self.of(duty.task, name), self.deadline(duty, name)
            if progress.status is Status.DONE and progress.done_on is not None and deadline.last is not None:
                late.append(max(0, deadline.days_late(progress.done_on)))
        return max(late, default=None)

    def put_off_on(self, task: str) -> dict[str, date]:
        """Return the extended last days on a task, by who has them."""
        return {agency: until for (code, agency), until in self.put_off.items() if code == task}

    def judged(self, duty: Duty, agency: str, today: date) -> Judged:
        """Judge an agency's part by the deadline as it was, and as it was extended."""
        progress = self.of(duty.task, agency)
        until = self.put_off.get((duty.task, agency))
        return judge(progress.status, duty.deadline, until, progress.done_on, today)

    def roll_up(self, duty: Duty) -> RollUp:
        """Return what the reports of all who must report on a task come to."""
        return roll_up(duty, lambda agency: self.of(duty.task, agency))

    def status(self, duty: Duty, agency: str = "") -> Status:
        """Return the status of a task: that of `agency`'s own part where it has one, else the roll-up of all."""
        if agency in duty.assignees:
            return self.of(duty.task, agency).status
        return self.roll_up(duty).status


def book_of(entries: Iterable[tuple[AuditEntry, Change]]) -> StatusBook:
    """Return the status after `entries`, which are given from the first on, in order."""
    reports: dict[int, ProgressReport] = {}
    extensions: dict[int, Extension] = {}
    count = 0
    for entry, change in entries:
        count = entry.seq
        match change:
            case Reported():
                reports[entry.seq] = new_report(entry.seq, entry.actor, entry.moment, change)
            case EvidenceAdded() | Confirmed() | Returned() | Remarked() | Withdrawn():
                report = reports[change.report]
                reports[report.id] = changed(report, entry.seq, entry.actor, entry.moment, change)
            case ExtensionAsked():
                extensions[entry.seq] = new_extension(entry.seq, entry.actor, entry.moment, change)
            case ExtensionDecided():
                asked = extensions[change.extension]
                extensions[asked.id] = decide(asked, entry.seq, entry.actor, entry.moment, change)
            case _:  # proposals, tasks given and measured values say nothing about progress
                pass
    return StatusBook(count, _progress(reports.values()), put_off_by(extensions.values()))


def _progress(reports: Iterable[ProgressReport]) -> dict[Part, Progress]:
    parts: dict[Part, list[ProgressReport]] = {}
    for report in reports:
        parts.setdefault((report.task, report.agency), []).append(report)
    return {part: progress_of(those) for part, those in parts.items()}


def put_off_by(extensions: Iterable[Extension]) -> dict[Part, date]:
    """Return the last days in force by what was granted, the latest decision last."""
    granted = sorted((e for e in extensions if e.state is ExtensionState.GRANTED), key=lambda e: e.decision)
    return {(e.task, e.agency): e.until for e in granted if e.until is not None}


def until_moment(entries: Iterable[tuple[AuditEntry, Change]], moment: datetime) -> Iterable[tuple[AuditEntry, Change]]:
    """Yield the entries made by `moment`; what hangs on an entry that is not among them is left out with it."""
    known: set[int] = set()
    for entry, change in entries:
        if entry.moment > moment:
            continue
        if _basis(change) is None or _basis(change) in known:
            known.add(entry.seq)
            yield entry, change


def _basis(change: Change) -> int | None:
    match change:
        case EvidenceAdded() | Confirmed() | Returned() | Remarked() | Withdrawn():
            return change.report
        case ExtensionDecided():
            return change.extension
        case _:
            return None
