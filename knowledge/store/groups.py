"""Groups of the channel that work for one agency."""

from datetime import datetime

from sqlite_utils import Database


class GroupStore:
    """Owns the table `bound_group`."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    def bind(self, chat: int, agency: str, now: datetime) -> None:
        """Let the group `chat` work for `agency`, in place of the one before."""
        with self._db.atomic():
            self._db.execute("INSERT OR REPLACE INTO bound_group VALUES (?, ?, ?)", [chat, agency, now.isoformat()])

    def unbind(self, chat: int) -> bool:
        """Let the group work for nobody; tell whether it did."""
        with self._db.atomic():
            return self._db.execute("DELETE FROM bound_group WHERE chat = ?", [chat]).rowcount > 0

    def agency_of(self, chat: int) -> str:
        """Return the agency that the group works for, "" for none."""
        row = self._db.execute("SELECT agency FROM bound_group WHERE chat = ?", [chat]).fetchone()
        return str(row[0]) if row else ""

    def move(self, old: int, new: int) -> None:
        """Follow a group to its new id."""
        with self._db.atomic():
            self._db.execute("UPDATE OR REPLACE bound_group SET chat = ? WHERE chat = ?", [new, old])
