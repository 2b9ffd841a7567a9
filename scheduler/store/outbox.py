"""The outbox: each message once, from its plan to what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from scheduler.notices import Item, Notice, Why
from scheduler.store.planned import ITEM, Planned

LEASE = timedelta(minutes=2)
_NEXT = "SELECT number FROM notice WHERE state = 'planned' AND due_at <= :now"
_IN_TURN = "ORDER BY due_at, number LIMIT 1"
# News goes first: it is waited for, and a morning's broadcast takes minutes.
_CLAIM = (
    "UPDATE notice SET state = 'sending', lease_until = :until, attempts = attempts + 1"  # noqa: S608 own words
    f" WHERE number = coalesce(({_NEXT} AND entry > 0 {_IN_TURN}), ({_NEXT} {_IN_TURN}))"
    " RETURNING number, chat, day, language, first, entry, attempts, doubts, crashes"
)


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


class Outbox(Planned):
    """Owns the tables `notice` and `notice_item`. All moments are aware and stored as ISO text of one zone."""

    def claim(self, now: datetime) -> Claimed | None:
        """Take the next notice that is due, under a lease; None without one. Two claimers never take the same."""
        with self._db.atomic():
            moments = {"until": (now + LEASE).isoformat(), "now": now.isoformat()}
            row = self._db.execute(_CLAIM, moments).fetchone()
            if row is None:
                return None
            number, chat, day, language, first, entry, attempts, doubts, crashes = row
            notice = Notice(chat, date.fromisoformat(day), language, self.items(number), bool(first), entry)
        return Claimed(number, notice, attempts, doubts, doubts + crashes > 0)

    def items(self, number: int) -> tuple[Item, ...]:
        """Return what the notice tells, in its order."""
        query = f"SELECT {ITEM} FROM notice_item WHERE notice = ? ORDER BY place"  # noqa: S608
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

    def put_off(self, number: int, until: datetime) -> None:
        """Put a notice back that was not tried: it is due again at `until`."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE notice SET state = 'planned', due_at = ?, lease_until = NULL, attempts = attempts - 1"
                " WHERE number = ?",
                [until.isoformat(), number],
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

        What may have arrived is not told again. News has no day of its own, and waits.
        """
        query = "SELECT number, doubts + crashes FROM notice WHERE state = 'planned' AND entry = 0 AND day < ?"
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
        """Return a message of a day that was sent to `chat`; None where there is no such."""
        query = "SELECT day, language, first FROM notice WHERE number = ? AND chat = ? AND entry = 0"
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
