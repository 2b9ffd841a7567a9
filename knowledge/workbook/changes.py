"""From filled-in rows to what is to be recorded: what a row changes, and what stands against it. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from knowledge.errors import DondocError
from knowledge.progress import Status
from knowledge.record import Evidence, EvidenceAdded, Progress, ProgressReport, Refusal, RefusedError, Reported
from knowledge.workbook.cells import CellError, CellFault
from knowledge.workbook.layout import Column
from knowledge.workbook.reading import Fault, FilledRow

_OPEN = (Status.NOT_STARTED, Status.IN_PROGRESS)
# Where the record's rules say no: what is wrong with which cell. What is not here has to do with whose task it is.
_REFUSED: dict[Refusal, tuple[Column, CellFault]] = {
    Refusal.TRANSITION: (Column.STATUS, CellFault.CLOSED),
    Refusal.WRONG_STATE: (Column.STATUS, CellFault.CLOSED),
    Refusal.PERCENT: (Column.PERCENT, CellFault.PERCENT_UNFIT),
    Refusal.DONE_ON_MISSING: (Column.DONE_ON, CellFault.DATE_MISSING),
    Refusal.DONE_IN_FUTURE: (Column.DONE_ON, CellFault.DATE_AHEAD),
    Refusal.REASON_MISSING: (Column.WORDS, CellFault.REASON_MISSING),
    Refusal.EVIDENCE_UNUSABLE: (Column.EVIDENCE, CellFault.EVIDENCE_ODD),
}


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a row is to change: a new report, or evidence added to one; exactly one of the two.

    `basis` is the last report on that part which its author has been shown; `newer` tells that one came after the
    workbook was made.
    """

    row: int
    task: str
    agency: str
    basis: int
    newer: bool = False
    report: Reported | None = None
    added: EvidenceAdded | None = None

    @property
    def change(self) -> Reported | EvidenceAdded:
        """What is recorded. Raises ValueError for a row that changes nothing."""
        change = self.report or self.added
        if change is None:
            raise ValueError("a row that changes nothing")
        return change


@dataclass(frozen=True, slots=True)
class Import:
    """What a workbook of `agency` would change, and what is wrong with it. `made_at` is the workbook's.

    All of it is recorded or nothing: with one fault it waits for no yes.
    """

    agency: str
    made_at: datetime
    letters: Mapping[Column, str]
    changes: tuple[RowChange, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def is_ready(self) -> bool:
        """Tell whether only a yes is missing."""
        return bool(self.changes) and not self.faults


def change_of(row: FilledRow, progress: Progress, last: ProgressReport | None) -> RowChange | None:
    """Return what `row` changes, None where it says only what `last`, the last report that stands, says already.

    Raises CellError where it cannot be told what it means.
    """
    found = RowChange(row.row, row.part.task, row.part.assignee, progress.last, newer=progress.last > row.part.basis)
    if _has_only_evidence(row) and last is not None:
        new = tuple(piece for piece in row.evidence if not _holds(last, piece))
        return replace(found, added=EvidenceAdded(last.id, new)) if new else None
    report = _report(row, progress)
    return None if last is not None and _says_nothing_new(report, last) else replace(found, report=report)


def _has_only_evidence(row: FilledRow) -> bool:
    said = (row.status, row.percent, row.done_on, row.words or None, row.obstacle or None)
    return bool(row.evidence) and all(each is None for each in said)


def _report(row: FilledRow, progress: Progress) -> Reported:
    status = row.status
    if status is None:  # as it is, where that can go on; what is over is not reported by the way
        if progress.status not in _OPEN or progress.claim:
            raise CellError(CellFault.STATUS_MISSING)
        status = progress.status
    percent = row.percent
    if percent is None and status is Status.DONE:
        percent = 100
    if percent is None and status is progress.status is Status.IN_PROGRESS:
        percent = progress.percent
    return Reported(
        row.part.task,
        row.part.assignee,
        status,
        percent,
        row.words,
        row.done_on,
        row.obstacle,
        row.evidence,
        progress.last,
    )


def _says_nothing_new(said: Reported, last: ProgressReport) -> bool:
    return (
        (said.after, said.percent) == (last.after, last.percent)
        and said.words in ("", last.words)
        and said.obstacle in ("", last.obstacle)
        and said.done_on in (None, last.done_on)
        and all(_holds(last, piece) for piece in said.evidence)
    )


def _holds(report: ProgressReport, piece: Evidence) -> bool:
    return any((piece.kind, piece.ref) == (each.kind, each.ref) for each in report.evidence)


def is_that(change: RowChange, report: ProgressReport) -> bool:
    """Tell whether `report` is what `change` became: the same words about the same part."""
    said = change.report
    return said is not None and report.after == said.after and _says_nothing_new(said, report)


def fault_of(objection: DondocError) -> tuple[Column, CellFault]:
    """Return what is wrong with which cell of the row that the record will not take."""
    if isinstance(objection, RefusedError):
        return _REFUSED.get(objection.why, (Column.CODE, CellFault.NOT_YOURS))
    return Column.CODE, CellFault.GONE
