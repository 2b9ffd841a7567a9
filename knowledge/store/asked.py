"""What people last asked and looked at: the questions behind lists on their screens, the tasks seen last."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

KEPT = timedelta(days=180)
# Old questions are looked for once in so many new ones.
_SWEEP = 500
_COLUMNS = "id, chat, question, context, asked_at"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question asked in a chat: the words, the questions before it that it leaned on, and the moment (aware)."""

    id: int
    chat: int
    question: str
    context: tuple[str, ...]
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Seen:
    """The tasks that a chat looked at last (a card's one, or those of a reminder that was answered), and when."""

    tasks: tuple[str, ...]
    at: datetime


class AskedStore:
    """Owns the tables `asked` and `tasks_seen`."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    def remember(self, chat: int, question: str, now: datetime, context: Sequence[str] = ()) -> int:
        """Store a question and return its number; now and then drop those older than `KEPT`.

        A power cut may cost the last questions their buttons.
        """
        with self._hurried():
            cursor = self._db.execute(
                "INSERT INTO asked (chat, question, context, asked_at) VALUES (?, ?, ?, ?)",
                [chat, question, json.dumps(list(context), ensure_ascii=False), now.isoformat()],
            )
            number = int(cursor.lastrowid or 0)
            if number % _SWEEP == 0:
                self.forget_old(now)
        return number

    @contextmanager
    def _hurried(self) -> Iterator[None]:
        """Commit without waiting until the disk has it: no answer waits for what helps the next one."""
        self._db.execute("PRAGMA synchronous = NORMAL")
        try:
            with self._db.atomic():
                yield
        finally:
            self._db.execute("PRAGMA synchronous = FULL")

    def see(self, chat: int, tasks: Sequence[str], now: datetime) -> None:
        """Remember the tasks that `chat` looks at now, in place of those before."""
        with self._hurried():
            self._db.execute(
                "INSERT OR REPLACE INTO tasks_seen VALUES (?, ?, ?)", [chat, json.dumps(list(tasks)), now.isoformat()]
            )

    def seen(self, chat: int, since: datetime) -> Seen | None:
        """Return what `chat` looked at last since a moment; None when that was nothing."""
        row = self._db.execute("SELECT tasks, seen_at FROM tasks_seen WHERE chat = ?", [chat]).fetchone()
        if row is None:
            return None
        found = Seen(tuple(json.loads(row[0])), datetime.fromisoformat(row[1]))
        return found if found.at >= since else None

    def recall(self, number: int, chat: int) -> Asked | None:
        """Return question `number` of `chat`; None when it is gone or was asked elsewhere."""
        return self._one(f"SELECT {_COLUMNS} FROM asked WHERE id = ? AND chat = ?", [number, chat])  # noqa: S608

    def latest(self, chat: int, since: datetime) -> Asked | None:
        """Return the last question of `chat` since a moment; None when there is none."""
        found = self._one(f"SELECT {_COLUMNS} FROM asked WHERE chat = ? ORDER BY id DESC LIMIT 1", [chat])  # noqa: S608
        return found if found is not None and found.asked_at >= since else None

    def forget_old(self, now: datetime) -> None:
        """Delete the questions older than `KEPT`: people were promised that."""
        with self._db.atomic():
            self._db.execute("DELETE FROM asked WHERE asked_at < ?", [(now - KEPT).isoformat()])
            self._db.execute("DELETE FROM tasks_seen WHERE seen_at < ?", [(now - KEPT).isoformat()])

    def about(self, chat: int) -> list[dict[str, object]]:
        """Return every question of `chat`."""
        return list(self._db.query("SELECT question, asked_at FROM asked WHERE chat = ? ORDER BY id", [chat]))

    def about_seen(self, chat: int) -> list[dict[str, object]]:
        """Return which tasks `chat` looked at last."""
        return list(self._db.query("SELECT tasks, seen_at FROM tasks_seen WHERE chat = ?", [chat]))

    def forget(self, chat: int) -> None:
        """Delete every question of `chat`, and what it looked at."""
        with self._db.atomic():
            self._db.execute("DELETE FROM asked WHERE chat = ?", [chat])
            self._db.execute("DELETE FROM tasks_seen WHERE chat = ?", [chat])

    def move(self, old: int, new: int) -> None:
        """Follow a group to its new id."""
        with self._db.atomic():
            self._db.execute("UPDATE asked SET chat = ? WHERE chat = ?", [new, old])
            self._db.execute("UPDATE OR REPLACE tasks_seen SET chat = ? WHERE chat = ?", [new, old])

    def _one(self, query: str, values: list[int]) -> Asked | None:
        row = self._db.execute(query, values).fetchone()
        if row is None:
            return None
        return Asked(row[0], row[1], row[2], tuple(json.loads(row[3])), datetime.fromisoformat(row[4]))
