"""The questions behind lists that are still on people's screens, so that their buttons keep working."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

KEPT = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question asked in a chat: the words, and the moment (aware)."""

    id: int
    chat: int
    question: str
    asked_at: datetime


class AskedStore:
    """Owns the table `asked`."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    def remember(self, chat: int, question: str, now: datetime) -> int:
        """Store a question and return its number; drop those older than `KEPT`."""
        with self._db.atomic():
            self._db.execute("DELETE FROM asked WHERE asked_at < ?", [(now - KEPT).isoformat()])
            cursor = self._db.execute(
                "INSERT INTO asked (chat, question, asked_at) VALUES (?, ?, ?)", [chat, question, now.isoformat()]
            )
        return int(cursor.lastrowid or 0)

    def recall(self, number: int, chat: int) -> Asked | None:
        """Return question `number` of `chat`; None when it is gone or was asked elsewhere."""
        row = self._db.execute(
            "SELECT id, chat, question, asked_at FROM asked WHERE id = ? AND chat = ?", [number, chat]
        ).fetchone()
        return Asked(row[0], row[1], row[2], datetime.fromisoformat(row[3])) if row else None
