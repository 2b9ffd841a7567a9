"""The record: what is reported, decided and assigned. It returns after the commit, or nothing has happened."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest

from sqlite_utils import Database

from knowledge.errors import DondocError
from knowledge.record.assigned import AssignedTask
from knowledge.record.book import StatusBook, book_of, until_moment
from knowledge.record.chain import AuditEntry, Head, Verdict, verify
from knowledge.record.changes import KIND_OF, Change, EvidenceAdded, Reported
from knowledge.record.duties import Duties
from knowledge.record.errors import KeyReusedError
from knowledge.record.reports import ProgressReport, new_report
from knowledge.record.rights import Actor
from knowledge.record.rules import Rules
from knowledge.store.record_log import RecordLog, change_of
from knowledge.store.record_schema import MIGRATIONS
from knowledge.store.record_state import RecordState
from knowledge.store.transactions import rehearsing, writing


@dataclass(frozen=True, slots=True)
class Receipt:
    """What stands in the record now, on disk. `again`: it was there before, for the same update came twice.

    `between` are the reports on the same part that its author had not seen (`Reported.basis`): they are kept too, and
    the author is told.
    """

    entries: tuple[AuditEntry, ...]
    between: tuple[ProgressReport, ...] = ()
    again: bool = False

    @property
    def number(self) -> int:
        """The number of the first entry: the id of the report, extension or proposal that it made."""
        return self.entries[0].seq


class RecordStore:
    """Writes the record and reads it. `state` answers what stands now, `log` what happened."""

    def __init__(self, db: Database, duties: Duties, has_file: Callable[[str], bool]) -> None:
        """Use `db`, whose migrations are applied; `duties` knows the directives' tasks, `has_file` the kept files."""
        self._db = db
        self.log = RecordLog(db)
        self.state = RecordState(db, duties, has_file)
        self._book = StatusBook(entries=-1)
        self.on_commit: Callable[[], None] | None = None  # called after each commit; it may not raise
        self._given: tuple[int, tuple[AssignedTask, ...]] = (-1, ())

    def record(self, change: Change, by: Actor, at: datetime, key: str) -> Receipt:
        """Record one change, as `record_all` does."""
        return self.record_all((change,), by, at, key)

    def record_all(self, changes: Sequence[Change], by: Actor, at: datetime, key: str) -> Receipt:
        """Record `changes` together, or none of them, and return once they are on disk.

        `key` names the update that asked for it (chat and update id): the same key of the same person again records
        nothing and returns what was recorded then. `at` is aware, in the zone whose calendar counts. Raises
        RefusedError, UnknownTaskError or UnknownAgencyError where a rule stands against one of them, StoreBusyError
        or StoreFullError where it cannot be written, KeyReusedError where the key was used for something else.
        """
        if at.tzinfo is None or not changes or not key:
            raise ValueError("what is recorded has an aware moment, at least one change, and a key")
        digest = hashlib.sha256(f"{by.pseudonym}:{key}".encode()).hexdigest()
        with writing(self._db):
            earlier = self.log.under(digest)
            if earlier:
                return _again(earlier, changes, key)
            between = tuple(report for change in changes for report in self._between(change))
            entries = tuple(self._add(change, by, at) for change in changes)
            self.log.keep_key(digest, entries)
        if self.on_commit is not None:
            self.on_commit()
        return Receipt(entries, between)

    def rehearse(self, changes: Sequence[Change], by: Actor, at: datetime) -> tuple[DondocError | None, ...]:
        """Return for each of `changes` what stands against it, None for nothing; afterwards all is as it was.

        Each is tried after those before it, so that two rows on the same task are judged as they would be recorded.
        """
        with rehearsing(self._db):
            return tuple(self._objection(change, by, at) for change in changes)

    def _objection(self, change: Change, by: Actor, at: datetime) -> DondocError | None:
        try:
            self._add(change, by, at)
        except DondocError as refused:
            return refused
        return None

    def _add(self, change: Change, by: Actor, at: datetime) -> AuditEntry:
        ruled = Rules(self.state, by, at).rule(change)
        entry = self.log.append(ruled, by.pseudonym, at)
        self.state.apply(entry, ruled.change)
        self.state.settle()
        return entry

    def _between(self, change: Change) -> list[ProgressReport]:
        if not isinstance(change, Reported) or change.basis is None:
            return []
        task = self.state.duty(change.task).task
        return [r for r in self.state.reports(task, change.agency, after=change.basis) if r.stands]

    def book(self, as_of: datetime | None = None) -> StatusBook:
        """Return the status of all tasks as it stands, or as it stood at a moment.

        As it stands it costs a look at the end of the record while nothing was added; at a moment, reading it all.
        """
        if as_of is not None:
            return book_of(until_moment(self.changes(), as_of))
        count = self.log.head.count
        if self._book.entries != count:
            self._book = self.state.book(count)
        return self._book

    def entry(self, number: int) -> tuple[AuditEntry, Change]:
        """Return an entry with its change. Raises KeyError where there is none."""
        entry = next(self.log.entries(number, number), None)
        if entry is None:
            raise KeyError(number)
        return entry, change_of(entry)

    def brought_by(self, claim: ProgressReport) -> AuditEntry:
        """Return the entry that brought a claim before the supervisors: its own, or the first evidence for it."""
        entry, said = self.entry(claim.id)
        if not isinstance(said, Reported) or new_report(entry.seq, entry.actor, entry.moment, said).awaits_confirmation:
            return entry
        added = (e for e, c in self.history(claim.task) if isinstance(c, EvidenceAdded) and c.report == claim.id)
        return next(added, entry)

    def given(self) -> tuple[AssignedTask, ...]:
        """Return the tasks given from chat, oldest first; read anew only when something was added."""
        count = self.log.head.count
        if self._given[0] != count:
            self._given = (count, tuple(self.state.assigned_tasks()))
        return self._given[1]

    def changes(self) -> Iterator[tuple[AuditEntry, Change]]:
        """Yield every entry with its change, in order."""
        return ((entry, change_of(entry)) for entry in self.log.entries())

    def history(self, subject: str) -> list[tuple[AuditEntry, Change]]:
        """Return what happened to a task (by its id), oldest first: who, when, from what to what."""
        return [(entry, change_of(entry)) for entry in self.log.about(subject)]

    def verify(self, kept: Head | None = None) -> Verdict:
        """Walk the chain and name the first broken entry; `kept` is a head that was noted earlier, elsewhere."""
        return verify(self.log.entries(), self.log.head, kept)

    def close(self) -> None:
        """Close the database, for those who open it for a look only."""
        self._db.close()

    def rebuild(self) -> None:
        """Make the state anew from the entries, in one transaction."""
        with writing(self._db):
            self.state.clear()
            for entry, change in self.changes():
                self.state.apply(entry, change)
            self.state.settle()
        self._book = StatusBook(entries=-1)

    def state_differs(self) -> bool:
        """Tell whether the tables of the state hold anything else than the entries come to."""
        fresh = Database(memory=True)
        MIGRATIONS.apply(fresh)
        anew = RecordState(fresh, self.state.duties, self.state.has_file)
        with fresh.atomic():
            for entry, change in self.changes():
                anew.apply(entry, change)
            anew.settle()
        differs = any(one != other for one, other in zip_longest(self.state.rows(), anew.rows()))
        fresh.close()
        return differs


def _again(earlier: tuple[AuditEntry, ...], changes: Sequence[Change], key: str) -> Receipt:
    if [entry.kind for entry in earlier] != [KIND_OF[type(change)] for change in changes]:
        raise KeyReusedError(key)
    return Receipt(earlier, again=True)
