"""What the entries of the record come to: reports, progress, extensions, proposals, tasks given, measured values.

Every row is made from entries by `apply` alone, so the tables can be emptied and made anew (`clear`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from sqlite_utils import Database

from knowledge.codes import code_key
from knowledge.record import changes as c
from knowledge.record.assigned import PREFIX, AssignedTask, Recall, is_assigned_code, new_task
from knowledge.record.book import Part, StatusBook, put_off_by
from knowledge.record.chain import AuditEntry
from knowledge.record.duties import Duties, Duty
from knowledge.record.errors import Refusal, RefusedError
from knowledge.record.evidence import Evidence
from knowledge.record.extensions import Extension, ExtensionState, decide, new_extension
from knowledge.record.measurements import Measurement, new_measurement
from knowledge.record.proposals import Proposal, ProposalState, answered, closed, new_proposal, pursued
from knowledge.record.reports import Progress, ProgressReport, ReportState, changed, new_report, progress_of
from knowledge.store.record_schema import STATE_TABLES
from knowledge.store.records import canonical, parse

T = TypeVar("T")


class RecordState:
    """Owns the tables of the record's state."""

    def __init__(self, db: Database, duties: Duties, has_file: Callable[[str], bool]) -> None:
        """Use `db`, whose migrations are applied; `has_file` tells whether a file is kept, by its sha256."""
        self._db = db
        self.duties = duties
        self._has_file = has_file
        self._touched: set[Part] = set()

    def has_file(self, digest: str) -> bool:
        """Tell whether the file with that sha256 is kept."""
        return self._has_file(digest)

    def duty(self, code: str) -> Duty:
        """Return who reports on a task, a directive's or one given from chat. Raises UnknownTaskError."""
        task = self.assigned_task(code)
        return task.duty(self.duties.assignees) if task is not None else self.duties.of(code)

    def assignees(self, leads: Sequence[str]) -> tuple[str, ...]:
        """Return who reports when `leads` lead. Raises UnknownAgencyError."""
        return self.duties.assignees(leads)

    def progress(self, task: str, agency: str) -> Progress:
        """Return what the reports of an agency on a task come to."""
        row = self._db.execute("SELECT data FROM progress WHERE task = ? AND agency = ?", [task, agency]).fetchone()
        return parse(Progress, row[0]) if row else Progress()

    def book(self, entries: int) -> StatusBook:
        """Return the status of everything as it stands after so many entries."""
        rows = self._db.execute("SELECT task, agency, data FROM progress").fetchall()
        granted = self._all(Extension, "SELECT data FROM extension WHERE state = ?", ExtensionState.GRANTED)
        reported = {(task, agency): parse(Progress, data) for task, agency, data in rows}
        return StatusBook(entries, reported, put_off_by(granted))

    def report(self, number: int) -> ProgressReport:
        """Return a report by its number. Raises RefusedError where there is none."""
        return self._one(ProgressReport, "SELECT data FROM report WHERE id = ?", number)

    def reports(self, task: str, agency: str, after: int = 0) -> list[ProgressReport]:
        """Return the reports of an agency on a task with numbers above `after`, oldest first."""
        query = "SELECT data FROM report WHERE task = ? AND agency = ? AND id > ? ORDER BY id"
        return self._all(ProgressReport, query, task, agency, after)

    def last_by(self, actor: str, task: str, agency: str) -> int:
        """Return the number of a pseudonym's last report on a part that it has not withdrawn, 0 for none."""
        own = [r for r in self.reports(task, agency) if r.actor == actor and r.state is not ReportState.WITHDRAWN]
        return own[-1].id if own else 0

    def waiting(self, state: ReportState) -> list[ProgressReport]:
        """Return the claims that wait for evidence or for confirmation, the one that waits longest first."""
        query = "SELECT data FROM report WHERE id IN (SELECT claim FROM progress WHERE waiting = ?) ORDER BY id"
        return self._all(ProgressReport, query, state)

    def extension(self, number: int) -> Extension:
        """Return an extension by its number. Raises RefusedError where there is none."""
        return self._one(Extension, "SELECT data FROM extension WHERE id = ?", number)

    def extensions(self, task: str, agency: str | None = None) -> list[Extension]:
        """Return every extension that was asked for on a task, by anybody or by one agency, oldest first."""
        query = "SELECT data FROM extension WHERE task = ? AND ? IN (agency, '*') ORDER BY id"
        return self._all(Extension, query, task, "*" if agency is None else agency)

    def waiting_extensions(self) -> list[Extension]:
        """Return the extensions that wait for a supervisor, the one that waits longest first."""
        query = "SELECT data FROM extension WHERE state = ? ORDER BY id"
        return self._all(Extension, query, ExtensionState.WAITING)

    def waiting_extension(self, task: str, agency: str) -> Extension | None:
        """Return the extension on a part that waits for a supervisor, None without one."""
        return next((e for e in self.extensions(task, agency) if e.state is ExtensionState.WAITING), None)

    def until(self, task: str, agency: str) -> date | None:
        """Return the last day in force by extension, None without one."""
        return put_off_by(self.extensions(task, agency)).get((task, agency))

    def proposal(self, number: int) -> Proposal:
        """Return a proposal by its number. Raises RefusedError where there is none."""
        return self._one(Proposal, "SELECT data FROM proposal WHERE id = ?", number)

    def proposals(self, *, agency: str | None = None, to: str | None = None) -> list[Proposal]:
        """Return the proposals, oldest first: all, those of an agency, those to one ("" for the supervisors)."""
        query = "SELECT data FROM proposal WHERE ? IN (agency, '*') AND ? IN (addressee, '*') ORDER BY id"
        return self._all(Proposal, query, "*" if agency is None else agency, "*" if to is None else to)

    def open_proposals(self) -> list[Proposal]:
        """Return the proposals that wait for an answer, oldest first."""
        return self._all(Proposal, "SELECT data FROM proposal WHERE state = ? ORDER BY id", ProposalState.OPEN)

    def assigned_task(self, code: str) -> AssignedTask | None:
        """Return the task given from chat with that code, however it is typed; None for any other code."""
        if not is_assigned_code(code):
            return None
        row = self._db.execute("SELECT data FROM assigned_task WHERE code_key = ?", [code_key(code)]).fetchone()
        return parse(AssignedTask, row[0]) if row else None

    def assigned_tasks(self, parent: str | None = None) -> list[AssignedTask]:
        """Return the tasks given from chat that were not taken back, oldest first: all, or those of one `parent`."""
        query = "SELECT data FROM assigned_task WHERE ? IN (parent, '*') ORDER BY entry"
        gone = {task for (task,) in self._db.execute("SELECT task FROM task_recall").fetchall()}
        found = self._all(AssignedTask, query, "*" if parent is None else parent)
        return [each for each in found if gone.isdisjoint((each.id, each.parent))]

    def recall(self, code: str) -> Recall | None:
        """Return that a task given from chat, or the one it was handed down from, was taken back; None where not."""
        task = self.assigned_task(code)
        if task is None:
            return None
        found = self._all(Recall, "SELECT data FROM task_recall WHERE task IN (?, ?)", task.id, task.parent)
        return found[0] if found else None

    def next_code(self) -> str:
        """Return the code of the next task given from chat."""
        given = int(self._db.execute("SELECT count(*) FROM assigned_task").fetchone()[0])
        return f"{PREFIX}-{given + 1}"

    def measurements(self, kind: c.MeasuredKind, code: str) -> list[Measurement]:
        """Return every value measured, by its day; of one day, the one recorded last comes last and stands."""
        query = "SELECT data FROM measurement WHERE kind = ? AND code = ? ORDER BY day, id"
        return self._all(Measurement, query, kind, code)

    def files(self) -> set[str]:
        """Return the sha256 of every file that a report shows as evidence."""
        return {digest for (digest,) in self._db.execute("SELECT digest FROM evidence_use").fetchall()}

    def _one(self, kind: type[T], query: str, number: int) -> T:
        row = self._db.execute(query, [number]).fetchone()
        if row is None:
            raise RefusedError(Refusal.NOT_THERE, str(number))
        return parse(kind, row[0])

    def _all(self, kind: type[T], query: str, *values: object) -> list[T]:
        return [parse(kind, data) for (data,) in self._db.execute(query, values).fetchall()]

    def rows(self) -> Iterator[tuple[object, ...]]:
        """Yield every row of every table, table by table, in the order of their keys."""
        for table in STATE_TABLES:
            for row in self._db.execute(f"SELECT * FROM {table} ORDER BY 1, 2"):  # noqa: S608 own table names
                yield (table, *row)

    # From entries to rows, within the caller's transaction.

    def clear(self) -> None:
        """Empty every table, to be filled from the entries again."""
        for table in STATE_TABLES:
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 own table names

    def apply(self, entry: AuditEntry, change: c.Change) -> None:  # noqa: C901 one arm a change
        """Let an entry take effect; `settle` then says what the reports come to."""
        number, actor, at = entry.seq, entry.actor, entry.moment
        match change:
            case c.Reported():
                self._put_report(new_report(number, actor, at, change), change.evidence)
            case c.EvidenceAdded():
                report = changed(self.report(change.report), number, actor, at, change)
                self._put_report(report, change.evidence)
            case c.Confirmed() | c.Returned() | c.Remarked() | c.Withdrawn():
                self._put_report(changed(self.report(change.report), number, actor, at, change))
            case c.ExtensionAsked():
                self._put_extension(new_extension(number, actor, at, change))
            case c.ExtensionDecided():
                self._put_extension(decide(self.extension(change.extension), number, actor, at, change))
            case c.Proposed():
                self._put_proposal(new_proposal(number, actor, at, change))
            case c.ProposalAnswered():
                self._put_proposal(answered(self.proposal(change.proposal), actor, at, change))
            case c.ProposalPursued():
                self._put_proposal(pursued(self.proposal(change.proposal), actor, at, change))
            case c.ProposalClosed():
                self._put_proposal(closed(self.proposal(change.proposal), at, change))
            case c.TaskAssigned():
                self._put_task(new_task(number, actor, at, change))
            case c.TaskRecalled():
                one = Recall(change.task, number, actor, at, change.reason)
                self._put("task_recall", one.task, one.entry, canonical(one))
            case c.Measured():
                self._put_measurement(new_measurement(number, actor, at, change))

    def _put_report(self, report: ProgressReport, evidence: Iterable[Evidence] = ()) -> None:
        self._put("report", report.id, report.task, report.agency, report.actor, canonical(report))
        for piece in evidence:
            if piece.is_kept:
                self._put("evidence_use", piece.ref, report.id)
        self._touched.add((report.task, report.agency))

    def settle(self) -> None:
        """Work out again what the reports come to wherever one was added or changed: once, after many entries."""
        for task, agency in self._touched:
            progress = progress_of(self.reports(task, agency))
            self._put("progress", task, agency, progress.claim_state or "", progress.claim, canonical(progress))
        self._touched.clear()

    def _put_extension(self, one: Extension) -> None:
        self._put("extension", one.id, one.task, one.agency, one.state, one.decision, canonical(one))

    def _put_proposal(self, one: Proposal) -> None:
        self._put("proposal", one.id, one.agency, one.to, one.state, canonical(one))

    def _put_task(self, one: AssignedTask) -> None:
        self._put("assigned_task", code_key(one.id), one.entry, one.parent, canonical(one))

    def _put_measurement(self, one: Measurement) -> None:
        self._put("measurement", one.id, one.kind, one.code, one.on.isoformat(), canonical(one))

    def _put(self, table: str, *values: object) -> None:
        marks = ", ".join("?" * len(values))
        self._db.execute(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", values)  # noqa: S608 own table names
