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


@dataclass(frozen=True, slots=True)
class Shown:
    """What a chat was shown last: a list, by its question's number (0: none) and how it is looked at; a card over it.

    `task` is "" where there is no card; `on_top`: nothing was asked since.
    """

    question: int
    look: str
    task: str
    on_top: bool


class AskedStore:
    """Owns the tables `asked`, `tasks_seen` and `list_shown`."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    def remember(
        self, chat: int, question: str, now: datetime, context: Sequence[str] = (), look: str | None = None
    ) -> int:
        """Store a question and return its number; now and then drop those older than `KEPT`.

        Where its answer is a list, `look` is how that is looked at. A power cut may cost the last questions their
        buttons.
        """
        with self._hurried():
            cursor = self._db.execute(
                "INSERT INTO asked (chat, question, context, asked_at) VALUES (?, ?, ?, ?)",
                [chat, question, json.dumps(list(context), ensure_ascii=False), now.isoformat()],
            )
            number = int(cursor.lastrowid or 0)
            if look is not None:
                self._show(chat, number, look, now)
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

    def see(self, chat: int, tasks: Sequence[str], now: datetime, over: tuple[int, str] | None = None) -> None:
        """Remember the tasks that `chat` looks at now, in place of those before.

        One alone is a card, opened `over` a list (its question's number, and how that is looked at) or the last one.
        """
        with self._hurried():
            self._db.execute(
                "INSERT OR REPLACE INTO tasks_seen VALUES (?, ?, ?)", [chat, json.dumps(list(tasks)), now.isoformat()]
            )
            if len(tasks) == 1:
                question, look = over or self._list_of(chat)
                self._show(chat, question, look, now, tasks[0])

    def turn(self, chat: int, question: int, look: str, now: datetime) -> None:
        """Remember how `chat` looks at a list now."""
        with self._hurried():
            self._show(chat, question, look, now)

    def shown(self, chat: int, since: datetime) -> Shown | None:
        """Return what `chat` was shown last since a moment; None when that was no list and no card."""
        row = self._db.execute(
            "SELECT question, look, task, shown_at, after >= (SELECT ifnull(max(id), 0) FROM asked WHERE chat = ?1)"
            " FROM list_shown WHERE chat = ?1",
            [chat],
        ).fetchone()
        if row is None or datetime.fromisoformat(row[3]) < since:
            return None
        return Shown(row[0], row[1], row[2], bool(row[4]))

    def _show(self, chat: int, question: int, look: str, now: datetime, task: str = "") -> None:
        self._db.execute(
            "INSERT OR REPLACE INTO list_shown"
            " SELECT ?1, ?2, ?3, ?4, ifnull(max(id), 0), ?5 FROM asked WHERE chat = ?1",
            [chat, question, look, task, now.isoformat()],
        )

    def _list_of(self, chat: int) -> tuple[int, str]:
        row = self._db.execute("SELECT question, look FROM list_shown WHERE chat = ?", [chat]).fetchone()
        return (row[0], row[1]) if row else (0, "")

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
            self._db.execute("DELETE FROM list_shown WHERE shown_at < ?", [(now - KEPT).isoformat()])

    def about(self, chat: int) -> list[dict[str, object]]:
        """Return every question of `chat`."""
        return list(self._db.query("SELECT question, asked_at FROM asked WHERE chat = ? ORDER BY id", [chat]))

    def about_seen(self, chat: int) -> list[dict[str, object]]:
        """Return which tasks `chat` looked at last."""
        return list(self._db.query("SELECT tasks, seen_at FROM tasks_seen WHERE chat = ?", [chat]))

    def about_shown(self, chat: int) -> list[dict[str, object]]:
        """Return which list `chat` was shown last ("" for none), and the card over it ("" for none)."""
        return list(
            self._db.query(
                "SELECT ifnull(a.question, '') AS question, s.task, s.shown_at AS seen_at FROM list_shown s"
                " LEFT JOIN asked a ON a.id = s.question WHERE s.chat = ?",
                [chat],
            )
        )

    def forget(self, chat: int) -> None:
        """Delete every question of `chat`, and what it looked at."""
        with self._db.atomic():
            self._db.execute("DELETE FROM asked WHERE chat = ?", [chat])
            self._db.execute("DELETE FROM tasks_seen WHERE chat = ?", [chat])
            self._db.execute("DELETE FROM list_shown WHERE chat = ?", [chat])

    def move(self, old: int, new: int) -> None:
        """Follow a group to its new id."""
        with self._db.atomic():
            self._db.execute("UPDATE asked SET chat = ? WHERE chat = ?", [new, old])
            self._db.execute("UPDATE OR REPLACE tasks_seen SET chat = ? WHERE chat = ?", [new, old])
            self._db.execute("UPDATE OR REPLACE list_shown SET chat = ? WHERE chat = ?", [new, old])

    def _one(self, query: str, values: list[int]) -> Asked | None:
        row = self._db.execute(query, values).fetchone()
        if row is None:
            return None
        return Asked(row[0], row[1], row[2], tuple(json.loads(row[3])), datetime.fromisoformat(row[4]))
