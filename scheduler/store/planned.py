"""What is planned to be told, and what was: each message and each item once, by its key."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from sqlite_utils import Database

from scheduler.escalation import Reminder
from scheduler.notices import Item, Notice, Why

ITEM = "task, agency, step, version, why"


class Planned:
    """The planning half of the outbox: the tables `notice` and `notice_item`, and `record_told`."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    @property
    def changes(self) -> int:
        """How many rows were ever written over this connection: whether anything may have changed."""
        return self._db.conn.total_changes

    def plan(self, notices: Iterable[Notice], now: datetime) -> int:
        """Store notices under their keys, each item once for its chat; return how many were new.

        A chat gets one message a day: what is planned for a day that has one is left for the next.
        """
        with self._db.atomic():
            return sum(self._plan(notice, now) for notice in notices)

    def _plan(self, notice: Notice, now: datetime) -> int:
        day, told = notice.day.isoformat(), self.told(notice.chat)
        items = [item for item in notice.items if item.key not in told]
        taken = "SELECT 1 FROM notice WHERE chat = ? AND day = ? AND entry = 0 AND (key = ? OR state <> 'dropped')"
        if not items or self._db.execute(taken, [notice.chat, day, notice.key]).fetchone():
            return 0
        self._insert(replace(notice, items=tuple(items)), now)
        return 1

    def _insert(self, notice: Notice, now: datetime) -> None:
        row = self._db.execute(
            "INSERT OR IGNORE INTO notice (key, chat, day, language, first, entry, state, planned_at, due_at)"
            " VALUES (?, ?, ?, ?, ?, ?, 'planned', ?, ?) RETURNING number",
            [
                notice.key,
                notice.chat,
                notice.day.isoformat(),
                notice.language,
                int(notice.first),
                notice.entry,
                now.isoformat(),
                now.isoformat(),
            ],
        ).fetchone()
        if row is None:
            return
        self._db.conn.executemany(
            f"INSERT INTO notice_item (chat, key, notice, place, {ITEM}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                (notice.chat, i.key, row[0], place, i.task, i.agency, i.step, i.version, i.why.value)
                for place, i in enumerate(notice.items)
            ),
        )

    def told_up_to(self) -> int:
        """Return the number of the last entry of the record whose news is planned."""
        return int(self._db.execute("SELECT entry FROM record_told").fetchone()[0])

    def plan_news(self, notices: Iterable[Notice], up_to: int, now: datetime) -> None:
        """Store the news of the entries up to number `up_to`, and that it is stored: both, or at a crash neither.

        It is due at once.
        """
        with self._db.atomic():
            for notice in notices:
                self._insert(notice, now)
            self._db.execute("UPDATE record_told SET entry = ?", [up_to])

    def cancel(self, chat: int, item: Item) -> None:
        """Let `item` count as told to `chat`, so that it never is; twice is once."""
        with self._db.atomic():
            self._db.execute(
                f"INSERT OR IGNORE INTO notice_item (chat, key, notice, place, {ITEM})"  # noqa: S608
                " VALUES (?, ?, NULL, 0, ?, ?, ?, ?, ?)",
                [chat, item.key, item.task, item.agency, item.step, item.version, item.why.value],
            )

    def told(self, chat: int) -> frozenset[str]:
        """Return the keys of everything that `chat` was told, will be told, or cancelled, besides news."""
        query = "SELECT key FROM notice_item WHERE chat = ? AND why <> ?"
        return frozenset(key for (key,) in self._db.execute(query, [chat, Why.RECORDED.value]).fetchall())

    def told_of(self, chat: int, entry: int) -> bool:
        """Tell whether news of an entry of the record was told to `chat`, or may have been."""
        query = (
            "SELECT 1 FROM notice_item AS i JOIN notice AS n ON n.number = i.notice"
            " WHERE i.version = ? AND i.chat = ? AND i.why = ? AND n.state IN ('sent', 'unknown')"
        )
        return self._db.execute(query, [str(entry), chat, Why.RECORDED.value]).fetchone() is not None

    def planned_for(self, day: date) -> frozenset[int]:
        """Return the chats that have their message of `day`, sent or not."""
        query = "SELECT chat FROM notice WHERE day = ? AND entry = 0 AND state <> 'dropped'"
        return frozenset(chat for (chat,) in self._db.execute(query, [day.isoformat()]).fetchall())

    def dead(self) -> frozenset[int]:
        """Return the chats whose latest notice could not reach anybody any more."""
        query = "SELECT chat, gone FROM notice WHERE state <> 'dropped' GROUP BY chat HAVING number = max(number)"
        return frozenset(chat for chat, gone in self._db.execute(query).fetchall() if gone)

    def reminded(self) -> dict[tuple[str, str, str], Reminder]:
        """Return what focal points were told of, by task, agency, version: since when, and whether one took note."""
        rows = self._db.execute(
            "SELECT i.task, i.agency, i.version, min(n.day), max(i.acknowledged_at IS NOT NULL)"
            " FROM notice_item AS i JOIN notice AS n ON n.number = i.notice"
            " WHERE i.why = ? AND i.task <> '' AND n.state IN ('sent', 'unknown')"
            " GROUP BY i.task, i.agency, i.version",
            [Why.FOCAL.value],
        ).fetchall()
        return {
            (task, agency, version): Reminder(date.fromisoformat(first), bool(noted))
            for task, agency, version, first, noted in rows
        }
