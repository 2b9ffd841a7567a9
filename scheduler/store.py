"""The tables of the scheduler: who follows whom, and the outbox of notices."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlite_utils import Database, Migrations

from scheduler.plan import Digest, Following

MIGRATIONS = Migrations("scheduler")
LEASE = timedelta(minutes=2)


@MIGRATIONS()
def m001_outbox(db: Database) -> None:
    """Create the tables of followers and notices."""
    db.execute(
        "CREATE TABLE following (chat INTEGER NOT NULL, agency TEXT NOT NULL, language TEXT NOT NULL,"
        " PRIMARY KEY (chat, agency)) STRICT"
    )
    db.execute(
        "CREATE TABLE notice (key TEXT PRIMARY KEY, chat INTEGER NOT NULL, payload TEXT NOT NULL,"
        " state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'sent', 'failed', 'unknown')),"
        " due_at TEXT NOT NULL, lease_until TEXT, attempts INTEGER NOT NULL DEFAULT 0, message_id INTEGER,"
        " reason TEXT NOT NULL DEFAULT '') STRICT"
    )
    db.execute("CREATE INDEX notice_due ON notice(state, due_at)")


@MIGRATIONS()
def m002_doubts(db: Database) -> None:
    """Count the tries of which nobody knows whether they arrived."""
    db.execute("ALTER TABLE notice ADD COLUMN doubts INTEGER NOT NULL DEFAULT 0")


@dataclass(frozen=True, slots=True)
class Notice:
    """A digest on its way: `attempts` counts the claims, this one included; `doubts` those that may have arrived."""

    key: str
    digest: Digest
    attempts: int
    doubts: int


class FollowingStore:
    """Owns the table `following`."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    def follow(self, one: Following) -> None:
        """Store that a chat follows an agency; twice is once."""
        with self._db.atomic():
            self._db.execute("INSERT OR REPLACE INTO following VALUES (?, ?, ?)", [one.chat, one.agency, one.language])

    def unfollow(self, chat: int, agency: str) -> bool:
        """Remove it; tell whether there was anything to remove."""
        with self._db.atomic():
            return self._db.execute("DELETE FROM following WHERE chat = ? AND agency = ?", [chat, agency]).rowcount > 0

    def all(self, chat: int | None = None) -> list[Following]:
        """Return every following, or those of one chat."""
        where, values = ("WHERE chat = ?", [chat]) if chat is not None else ("", [])
        rows = self._db.execute(f"SELECT chat, agency, language FROM following {where} ORDER BY chat, agency", values)  # noqa: S608
        return [Following(*row) for row in rows.fetchall()]

    def about(self, chat: int) -> list[dict[str, object]]:
        """Return what `chat` follows."""
        return list(self._db.query("SELECT agency, language FROM following WHERE chat = ?", [chat]))

    def forget(self, chat: int) -> None:
        """Delete every following of `chat`."""
        with self._db.atomic():
            self._db.execute("DELETE FROM following WHERE chat = ?", [chat])

    def move(self, old: int, new: int) -> None:
        """Follow a group to its new id."""
        with self._db.atomic():
            self._db.execute("UPDATE OR REPLACE following SET chat = ? WHERE chat = ?", [new, old])


class Outbox:
    """Owns the table `notice`: what must be told once. All moments are aware and stored as ISO text of one zone."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    def plan(self, digests: Iterable[Digest], now: datetime) -> int:
        """Store digests under their keys and return how many were new."""
        with self._db.atomic():
            before = self._count()
            for digest in digests:
                self._db.execute(
                    "INSERT OR IGNORE INTO notice (key, chat, payload, state, due_at) VALUES (?, ?, ?, 'planned', ?)",
                    [digest.key, digest.chat, _dump(digest), now.isoformat()],
                )
            return self._count() - before

    def _count(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM notice").fetchone()[0])

    def claim(self, now: datetime) -> Notice | None:
        """Take the next notice that is due, under a lease; None without one. Two claimers never take the same."""
        with self._db.atomic():
            row = self._db.execute(
                "UPDATE notice SET state = 'sending', lease_until = ?, attempts = attempts + 1 WHERE key = ("
                "SELECT key FROM notice WHERE state = 'planned' AND due_at <= ? ORDER BY due_at, key LIMIT 1)"
                " RETURNING key, payload, attempts, doubts",
                [(now + LEASE).isoformat(), now.isoformat()],
            ).fetchone()
        return Notice(row[0], _load(row[1]), row[2], row[3]) if row else None

    def sent(self, key: str, message_id: int) -> None:
        """Record that a notice reached its chat as `message_id`."""
        self._set(key, "sent", message_id=message_id)

    def retry(self, key: str, at: datetime, reason: str, *, doubtful: bool = False) -> None:
        """Put a notice back, due again at `at`; `doubtful` when it may have arrived nevertheless."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE notice SET state = 'planned', due_at = ?, lease_until = NULL, reason = ?, doubts = doubts + ?"
                " WHERE key = ?",
                [at.isoformat(), reason, int(doubtful), key],
            )

    def give_up(self, key: str, reason: str) -> None:
        """Record that a notice will not be sent; the row stays to be seen."""
        self._set(key, "failed", reason=reason)

    def settle(self, now: datetime) -> int:
        """Deal with what was in flight at a crash: put it back; what may have arrived before that stays `unknown`.

        Telegram has no key that would make a second try safe, so what may have arrived is repeated once at most.
        """
        with self._db.atomic():
            unknown = self._db.execute(
                "UPDATE notice SET state = 'unknown', reason = 'in flight at a crash' "
                "WHERE state = 'sending' AND lease_until < ? AND doubts > 0",
                [now.isoformat()],
            ).rowcount
            back = self._db.execute(
                "UPDATE notice SET state = 'planned', doubts = doubts + 1, reason = 'in flight at a crash' "
                "WHERE state = 'sending' AND lease_until < ?",
                [now.isoformat()],
            ).rowcount
        return unknown + back

    def clear(self) -> None:
        """Forget every notice: only for trials, where time is turned back."""
        with self._db.atomic():
            self._db.execute("DELETE FROM notice")

    def about(self, chat: int) -> list[dict[str, object]]:
        """Return the notices meant for `chat`."""
        query = "SELECT payload, state, due_at FROM notice WHERE chat = ? ORDER BY due_at"
        return [{**row, "payload": json.loads(str(row["payload"]))} for row in self._db.query(query, [chat])]

    def forget(self, chat: int) -> None:
        """Delete every notice for `chat`, sent or not."""
        with self._db.atomic():
            self._db.execute("DELETE FROM notice WHERE chat = ?", [chat])

    def move(self, old: int, new: int) -> None:
        """Follow a group to its new id; the keys change too, so that nothing is planned there again.

        What is on its way to the old id goes back: it was refused there.
        """
        with self._db.atomic():
            self._db.execute(
                "UPDATE OR REPLACE notice SET chat = :new, payload = json_set(payload, '$.chat', :new),"
                " key = replace(key, ':' || :old || ':', ':' || :new || ':'),"
                " state = iif(state = 'sending', 'planned', state), lease_until = NULL WHERE chat = :old",
                {"old": old, "new": new},
            )

    def states(self) -> dict[str, int]:
        """Return how many notices are in which state."""
        return dict(self._db.execute("SELECT state, count(*) FROM notice GROUP BY state").fetchall())

    def _set(self, key: str, state: str, *, message_id: int | None = None, reason: str = "") -> None:
        with self._db.atomic():
            self._db.execute(
                "UPDATE notice SET state = ?, message_id = ?, reason = ?, lease_until = NULL WHERE key = ?",
                [state, message_id, reason, key],
            )


def _dump(digest: Digest) -> str:
    return json.dumps(
        {
            "chat": digest.chat,
            "agency": digest.agency,
            "day": digest.day.isoformat(),
            "language": digest.language,
            "tasks": digest.tasks,
        },
        ensure_ascii=False,
    )


def _load(text: str) -> Digest:
    row = json.loads(text)
    return Digest(row["chat"], row["agency"], date.fromisoformat(row["day"]), row["language"], tuple(row["tasks"]))
