"""The outbox: each message of a person and day once, from its plan to what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from scheduler.escalation import Reminder
from scheduler.notices import Item, Notice, Why

LEASE = timedelta(minutes=2)
_ITEM = "task, agency, step, version, why"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A notice on its way: `attempts` counts the claims, this one included; `doubts` lost answers before.

    `may_have_arrived`: an answer was lost or the bot was killed while it was on its way.
    """

    number: int
    notice: Notice
    attempts: int
    doubts: int
    may_have_arrived: bool


class Outbox:
    """Owns the tables `notice` and `notice_item`. All moments are aware and stored as ISO text of one zone."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    @property
    def changes(self) -> int:
        """How many rows were ever written over this connection: whether anything may have changed."""
        return self._db.conn.total_changes

    # Planning.

    def plan(self, notices: Iterable[Notice], now: datetime) -> int:
        """Store notices under their keys, each item once for its chat; return how many were new.

        A chat gets one message a day: what is planned for a day that has one is left for the next.
        """
        with self._db.atomic():
            return sum(self._plan(notice, now) for notice in notices)

    def _plan(self, notice: Notice, now: datetime) -> int:
        day, told = notice.day.isoformat(), self.told(notice.chat)
        items = [item for item in notice.items if item.key not in told]
        taken = "SELECT 1 FROM notice WHERE chat = ? AND day = ? AND (key = ? OR state <> 'dropped')"
        if not items or self._db.execute(taken, [notice.chat, day, notice.key]).fetchone():
            return 0
        row = self._db.execute(
            "INSERT INTO notice (key, chat, day, language, first, state, planned_at, due_at)"
            " VALUES (?, ?, ?, ?, ?, 'planned', ?, ?) RETURNING number",
            [notice.key, notice.chat, day, notice.language, int(notice.first), now.isoformat(), now.isoformat()],
        ).fetchone()
        self._db.conn.executemany(
            f"INSERT INTO notice_item (chat, key, notice, place, {_ITEM}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
            (
                (notice.chat, i.key, row[0], place, i.task, i.agency, i.step, i.version, i.why.value)
                for place, i in enumerate(items)
            ),
        )
        return 1

    def cancel(self, chat: int, item: Item) -> None:
        """Let `item` count as told to `chat`, so that it never is; twice is once."""
        with self._db.atomic():
            self._db.execute(
                f"INSERT OR IGNORE INTO notice_item (chat, key, notice, place, {_ITEM})"  # noqa: S608
                " VALUES (?, ?, NULL, 0, ?, ?, ?, ?, ?)",
                [chat, item.key, item.task, item.agency, item.step, item.version, item.why.value],
            )

    def told(self, chat: int) -> frozenset[str]:
        """Return the keys of everything that `chat` was told, will be told, or cancelled."""
        return frozenset(
            key for (key,) in self._db.execute("SELECT key FROM notice_item WHERE chat = ?", [chat]).fetchall()
        )

    def planned_for(self, day: date) -> frozenset[int]:
        """Return the chats that have their message of `day`, sent or not."""
        query = "SELECT chat FROM notice WHERE day = ? AND state <> 'dropped'"
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

    # Delivery.

    def claim(self, now: datetime) -> Claimed | None:
        """Take the next notice that is due, under a lease; None without one. Two claimers never take the same."""
        with self._db.atomic():
            row = self._db.execute(
                "UPDATE notice SET state = 'sending', lease_until = ?, attempts = attempts + 1 WHERE number = ("
                "SELECT number FROM notice WHERE state = 'planned' AND due_at <= ? ORDER BY due_at, number LIMIT 1)"
                " RETURNING number, chat, day, language, first, attempts, doubts, crashes",
                [(now + LEASE).isoformat(), now.isoformat()],
            ).fetchone()
            if row is None:
                return None
            number, chat, day, language, first, attempts, doubts, crashes = row
            notice = Notice(chat, date.fromisoformat(day), language, self.items(number), bool(first))
        return Claimed(number, notice, attempts, doubts, doubts + crashes > 0)

    def items(self, number: int) -> tuple[Item, ...]:
        """Return what the notice tells, in its order."""
        query = f"SELECT {_ITEM} FROM notice_item WHERE notice = ? ORDER BY place"  # noqa: S608
        rows = self._db.execute(query, [number]).fetchall()
        return tuple(Item(task, agency, step, version, Why(why)) for task, agency, step, version, why in rows)

    def sent(self, number: int, message_id: int, now: datetime) -> None:
        """Record that a notice reached its chat as `message_id`."""
        self._set(number, "sent", message_id=message_id, sent_at=now.isoformat(), reason="")

    def retry(self, number: int, at: datetime, reason: str, *, doubtful: bool = False) -> None:
        """Put a notice back, due again at `at`; `doubtful` when it may have arrived nevertheless."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE notice SET state = 'planned', due_at = ?, lease_until = NULL, reason = ?, doubts = doubts + ?"
                " WHERE number = ?",
                [at.isoformat(), reason, int(doubtful), number],
            )

    def give_up(self, number: int, reason: str, *, gone: bool = False) -> None:
        """Record that a notice will not be sent; the row stays to be seen. `gone`: nobody can be reached there."""
        self._set(number, "failed", reason=reason, gone=int(gone))

    def leave_unknown(self, number: int, reason: str) -> None:
        """Record that nobody knows whether a notice arrived, and that it is not repeated any more."""
        self._set(number, "unknown", reason=reason)

    def release(self, number: int, state: str, reason: str) -> None:
        """End a notice that surely did not arrive, `failed` or `dropped`; what it told is free to be told anew."""
        with self._db.atomic():
            self._db.execute("DELETE FROM notice_item WHERE notice = ?", [number])
            self._set(number, state, reason=reason)

    def drop_items(self, number: int, keys: Iterable[str]) -> None:
        """Take out of a notice what need not be told any more."""
        with self._db.atomic():
            self._db.conn.executemany(
                "DELETE FROM notice_item WHERE notice = ? AND key = ?", ((number, key) for key in keys)
            )

    def settle(self, now: datetime, *, alone: bool = False) -> int:
        """Deal with what was in flight at a crash: repeat it once; a second time it stays `unknown`.

        Telegram has no key that would make more tries safe. Who is `alone` (at the start, under the lock that only one
        holds) need not wait until leases are over.
        """
        over = datetime.max.replace(tzinfo=now.tzinfo) if alone else now
        with self._db.atomic():
            return self._db.execute(
                "UPDATE notice SET state = iif(crashes > 0, 'unknown', 'planned'), crashes = crashes + 1,"
                " lease_until = NULL, reason = 'in flight at a crash' WHERE state = 'sending' AND lease_until < ?",
                [over.isoformat()],
            ).rowcount

    def let_go(self, today: date) -> int:
        """End what was planned for an earlier day and did not leave: it is decided anew, in today's message.

        What may have arrived is not told again.
        """
        query = "SELECT number, doubts + crashes FROM notice WHERE state = 'planned' AND day < ?"
        waiting = self._db.execute(query, [today.isoformat()]).fetchall()
        for number, doubts in waiting:
            if doubts:
                self.leave_unknown(number, "may have arrived; its day is over")
            else:
                self.release(number, "dropped", "its day is over; told anew")
        return len(waiting)

    def waiting(self) -> int:
        """Return how many notices are still to be sent, those on their way among them."""
        query = "SELECT count(*) FROM notice WHERE state IN ('planned', 'sending')"
        return int(self._db.execute(query).fetchone()[0])

    # What people do with them.

    def of_chat(self, number: int, chat: int) -> Notice | None:
        """Return a notice that was sent to `chat`; None where there is no such."""
        query = "SELECT day, language, first FROM notice WHERE number = ? AND chat = ?"
        row = self._db.execute(query, [number, chat]).fetchone()
        if row is None:
            return None
        return Notice(chat, date.fromisoformat(row[0]), row[1], self.items(number), bool(row[2]))

    def is_notice(self, chat: int, message_id: int) -> bool:
        """Tell whether a message of `chat` is a notice."""
        query = "SELECT 1 FROM notice WHERE chat = ? AND message_id = ?"
        return self._db.execute(query, [chat, message_id]).fetchone() is not None

    def seen(self, number: int, now: datetime) -> None:
        """Record that a button of the message was pressed; the first time counts."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE notice SET seen_at = coalesce(seen_at, ?) WHERE number = ?", [now.isoformat(), number]
            )

    def pressed(self, chat: int, message_id: int, now: datetime) -> None:
        """Record that a button of a message was pressed, where that is a notice."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE notice SET seen_at = ? WHERE chat = ? AND message_id = ? AND seen_at IS NULL",
                [now.isoformat(), chat, message_id],
            )

    def acknowledge(self, number: int, now: datetime) -> None:
        """Record that everything the message tells was taken note of; the first time counts."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE notice_item SET acknowledged_at = coalesce(acknowledged_at, ?) WHERE notice = ?",
                [now.isoformat(), number],
            )
        self.seen(number, now)

    # People and groups who leave or move.

    def clear(self) -> None:
        """Forget every notice: only for trials, where time is turned back."""
        with self._db.atomic():
            self._db.execute("DELETE FROM notice_item")
            self._db.execute("DELETE FROM notice")

    def about(self, chat: int) -> list[dict[str, object]]:
        """Return the notices meant for `chat`, and what they told."""
        found = []
        query = "SELECT number, day, state, due_at, sent_at, seen_at FROM notice WHERE chat = ? ORDER BY number"
        for row in self._db.query(query, [chat]):
            items = "SELECT task, agency, step, version, why, acknowledged_at FROM notice_item WHERE notice = ?"
            told = list(self._db.query(f"{items} ORDER BY place", [row["number"]]))
            found.append({name: value for name, value in row.items() if name != "number"} | {"items": told})
        return found

    def forget(self, chat: int) -> None:
        """Delete every notice for `chat`, sent or not."""
        with self._db.atomic():
            self._db.execute("DELETE FROM notice_item WHERE chat = ?", [chat])
            self._db.execute("DELETE FROM notice WHERE chat = ?", [chat])

    def move(self, old: int, new: int) -> None:
        """Follow a group to its new id; the keys change too, so that nothing is planned there again.

        What is on its way to the old id goes back: it was refused there.
        """
        with self._db.atomic():
            self._db.execute(
                "UPDATE OR REPLACE notice_item SET chat = :new WHERE chat = :old", {"old": old, "new": new}
            )
            self._db.execute(
                "UPDATE OR REPLACE notice SET chat = :new, key = replace(key, ':' || :old || ':', ':' || :new || ':'),"
                " state = iif(state = 'sending', 'planned', state), lease_until = NULL WHERE chat = :old",
                {"old": old, "new": new},
            )

    def states(self) -> dict[str, int]:
        """Return how many notices are in which state."""
        return dict(self._db.execute("SELECT state, count(*) FROM notice GROUP BY state").fetchall())

    def _set(self, number: int, state: str, **columns: object) -> None:
        assignments = "".join(f", {name} = ?" for name in columns)
        with self._db.atomic():
            self._db.execute(
                f"UPDATE notice SET state = ?, lease_until = NULL{assignments} WHERE number = ?",  # noqa: S608 own names
                [state, *columns.values(), number],
            )
