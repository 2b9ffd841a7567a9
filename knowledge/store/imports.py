"""Workbooks that were read and wait for one yes, so that a restart loses none and a yes said twice counts once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from knowledge.store.records import dump, parse
from knowledge.store.transactions import named_troubles
from knowledge.workbook import Import

KEPT = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class StoredImport:
    """A workbook's changes. `key` names the message it came by; `entry` is the first it became, 0 while it waits."""

    number: int
    person: int
    key: str
    entry: int
    read: Import


class ImportStore:
    """Owns the table `workbook_import`. Raises StoreBusyError and StoreFullError where it cannot be written."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    def begin(self, person: int, key: str, read: Import, now: datetime) -> StoredImport:
        """Store what was read; the same key again returns what is stored under it. Those older than `KEPT` go."""
        with named_troubles(), self._db.atomic():
            self._db.execute("DELETE FROM workbook_import WHERE touched_at < ?", [(now - KEPT).isoformat()])
            self._db.execute(
                "INSERT OR IGNORE INTO workbook_import (person, key, data, touched_at) VALUES (?, ?, ?, ?)",
                [person, key, dump(read), now.isoformat()],
            )
        row = self._db.execute(
            "SELECT number, entry, data FROM workbook_import WHERE person = ? AND key = ?", [person, key]
        ).fetchone()
        return StoredImport(row[0], person, key, row[1], parse(Import, row[2]))

    def find(self, number: int, person: int) -> StoredImport | None:
        """Return an import by its number, if it is this person's."""
        row = self._db.execute(
            "SELECT key, entry, data FROM workbook_import WHERE number = ? AND person = ?", [number, person]
        ).fetchone()
        return StoredImport(number, person, row[0], row[1], parse(Import, row[2])) if row else None

    def keep(self, number: int, read: Import, now: datetime) -> None:
        """Store an import as it was listed anew."""
        with named_troubles(), self._db.atomic():
            self._db.execute(
                "UPDATE workbook_import SET data = ?, touched_at = ? WHERE number = ?",
                [dump(read), now.isoformat(), number],
            )

    def recorded(self, number: int, entry: int) -> None:
        """Remember what an import became."""
        with named_troubles(), self._db.atomic():
            self._db.execute("UPDATE workbook_import SET entry = ? WHERE number = ?", [entry, number])

    def end(self, number: int) -> None:
        """Forget an import that its author does not want."""
        with named_troubles(), self._db.atomic():
            self._db.execute("DELETE FROM workbook_import WHERE number = ?", [number])

    def waiting(self, person: int) -> list[int]:
        """Return the numbers of the imports that wait for somebody's yes."""
        rows = self._db.execute("SELECT number FROM workbook_import WHERE person = ? AND entry = 0", [person])
        return [number for (number,) in rows.fetchall()]

    def about(self, person: int) -> list[dict[str, object]]:
        """Return everything kept here about somebody."""
        return list(self._db.query("SELECT data, touched_at FROM workbook_import WHERE person = ?", [person]))
