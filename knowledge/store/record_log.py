"""The entries of the record: appended, never changed, each bound to the one before."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from sqlite_utils import Database

from knowledge.record.chain import AuditEntry, Head, hash_of
from knowledge.record.changes import KIND_OF, KINDS, Change
from knowledge.record.rules import Ruled
from knowledge.store.records import canonical, parse

log = logging.getLogger(__name__)

_COLUMNS = "seq, at, actor, agency, kind, subject, payload, prev, hash"


class RecordLog:
    """Owns the tables `record_entry`, `record_head` and `record_key`."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    @property
    def head(self) -> Head:
        """The end of the chain as it was left by the last append."""
        row = self._db.execute("SELECT count, hash FROM record_head").fetchone()
        return Head(*row) if row else Head()

    def append(self, ruled: Ruled, actor: str, at: datetime) -> AuditEntry:
        """Add an entry at the end, within the caller's transaction, and return it.

        The clock may stand before that of the last entry: the number decides the order, and the log tells.
        """
        head = self.head
        moment = at.astimezone(UTC)
        self._tell_if_backwards(head, moment)
        unsealed = AuditEntry(
            seq=head.count + 1,
            at=moment.isoformat(),
            actor=actor,
            agency=ruled.agency,
            kind=KIND_OF[type(ruled.change)],
            subject=ruled.subject,
            payload=canonical(ruled.change),
            prev=head.hash,
            hash="",
        )
        entry = replace(unsealed, hash=hash_of(unsealed))
        self._db.execute(
            f"INSERT INTO record_entry ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 own columns
            [
                entry.seq,
                entry.at,
                entry.actor,
                entry.agency,
                entry.kind,
                entry.subject,
                entry.payload,
                entry.prev,
                entry.hash,
            ],
        )
        self._db.execute("INSERT OR REPLACE INTO record_head VALUES (1, ?, ?)", [entry.seq, entry.hash])
        return entry

    def _tell_if_backwards(self, head: Head, moment: datetime) -> None:
        row = self._db.execute("SELECT at FROM record_entry WHERE seq = ?", [head.count]).fetchone()
        if row is not None and moment < datetime.fromisoformat(row[0]):
            log.warning("the clock stands before that of entry %d: was it set back?", head.count)

    def entries(self, first: int = 1, last: int | None = None) -> Iterator[AuditEntry]:
        """Yield the entries from number `first` to `last` (both included; None: the end), as they are stored."""
        bound, values = ("", [first]) if last is None else (" AND seq <= ?", [first, last])
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM record_entry WHERE seq >= ?{bound} ORDER BY seq", values)  # noqa: S608
        return (AuditEntry(*row) for row in rows)

    def together(self, after: int) -> Iterator[tuple[AuditEntry, ...]]:
        """Yield the entries above number `after`, in order; those that were recorded at once come together."""
        query = "SELECT first, last FROM record_key WHERE last > ? ORDER BY last"
        return (tuple(self.entries(*row)) for row in self._db.execute(query, [after]).fetchall())

    def about(self, subject: str) -> list[AuditEntry]:
        """Return the entries on a subject (a task's id), oldest first."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM record_entry WHERE subject = ? ORDER BY seq", [subject])  # noqa: S608
        return [AuditEntry(*row) for row in rows]

    def by(self, actor: str) -> list[AuditEntry]:
        """Return the entries of a pseudonym, oldest first."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM record_entry WHERE actor = ? ORDER BY seq", [actor])  # noqa: S608
        return [AuditEntry(*row) for row in rows]

    def under(self, key: str) -> tuple[AuditEntry, ...]:
        """Return what was recorded under a key, () for nothing."""
        row = self._db.execute("SELECT first, last FROM record_key WHERE key = ?", [key]).fetchone()
        return tuple(self.entries(*row)) if row else ()

    def keep_key(self, key: str, entries: tuple[AuditEntry, ...]) -> None:
        """Remember what was recorded under a key, within the caller's transaction."""
        self._db.execute("INSERT INTO record_key VALUES (?, ?, ?)", [key, entries[0].seq, entries[-1].seq])


def change_of(entry: AuditEntry) -> Change:
    """Return the change that an entry records."""
    return parse(KINDS[entry.kind], entry.payload)
