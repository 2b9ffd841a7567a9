"""What chats wish to be told: followed agencies, tasks and topics, preferences, muted tasks, snoozes."""

import json
from dataclasses import dataclass
from datetime import date, time

from sqlite_utils import Database

from scheduler.plan import Following, Snooze
from scheduler.preferences import Preferences

TASK, TOPIC = "task", "topic"
_TABLES = ("preference", "muted", "snooze")


@dataclass(frozen=True, slots=True)
class Watch:
    """A chat that wants to be told of one task (its id) or of a topic (words), in a language."""

    chat: int
    kind: str
    subject: str
    language: str


class FollowingStore:
    """Owns the tables `following` and `watch`."""

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

    def watch(self, one: Watch) -> None:
        """Store that a chat follows a task or a topic; twice is once."""
        with self._db.atomic():
            self._db.execute(
                "INSERT OR REPLACE INTO watch VALUES (?, ?, ?, ?)", [one.chat, one.kind, one.subject, one.language]
            )

    def unwatch(self, chat: int, kind: str, subject: str) -> bool:
        """Remove it; tell whether there was anything to remove."""
        with self._db.atomic():
            query = "DELETE FROM watch WHERE chat = ? AND kind = ? AND subject = ?"
            return self._db.execute(query, [chat, kind, subject]).rowcount > 0

    def watches(self, chat: int | None = None) -> list[Watch]:
        """Return every followed task and topic, or those of one chat."""
        where, values = ("WHERE chat = ?", [chat]) if chat is not None else ("", [])
        query = f"SELECT chat, kind, subject, language FROM watch {where} ORDER BY chat, kind, subject"  # noqa: S608
        return [Watch(*row) for row in self._db.execute(query, values).fetchall()]

    def about(self, chat: int) -> list[dict[str, object]]:
        """Return what `chat` follows."""
        agencies = self._db.query("SELECT agency, language FROM following WHERE chat = ?", [chat])
        return [*agencies, *self._db.query("SELECT kind, subject, language FROM watch WHERE chat = ?", [chat])]

    def forget(self, chat: int) -> None:
        """Delete every following of `chat`."""
        with self._db.atomic():
            for table in ("following", "watch"):
                self._db.execute(f"DELETE FROM {table} WHERE chat = ?", [chat])  # noqa: S608 own table names

    def move(self, old: int, new: int) -> None:
        """Follow a group to its new id."""
        with self._db.atomic():
            for table in ("following", "watch"):
                self._db.execute(f"UPDATE OR REPLACE {table} SET chat = ? WHERE chat = ?", [new, old])  # noqa: S608


class WishStore:
    """Owns the tables `preference`, `muted` and `snooze`."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    def chats(self) -> frozenset[int]:
        """Return the chats with any wish."""
        tables = " UNION ".join(f"SELECT chat FROM {table}" for table in _TABLES)  # noqa: S608 own table names
        return frozenset(chat for (chat,) in self._db.execute(tables).fetchall())

    def preferences(self, chat: int) -> Preferences:
        """Return how `chat` wants to be told."""
        row = self._db.execute("SELECT data FROM preference WHERE chat = ?", [chat]).fetchone()
        return _load(row[0]) if row else Preferences()

    def every_preference(self) -> dict[int, Preferences]:
        """Return the preferences of all who have any of their own."""
        return {chat: _load(data) for chat, data in self._db.execute("SELECT chat, data FROM preference").fetchall()}

    def prefer(self, chat: int, wanted: Preferences) -> None:
        """Store how `chat` wants to be told."""
        with self._db.atomic():
            self._db.execute("INSERT OR REPLACE INTO preference VALUES (?, ?)", [chat, _dump(wanted)])

    def mute(self, chat: int, task: str) -> None:
        """Tell `chat` no more of a task; twice is once."""
        with self._db.atomic():
            self._db.execute("INSERT OR IGNORE INTO muted VALUES (?, ?)", [chat, task])
            self._db.execute("DELETE FROM snooze WHERE chat = ? AND task = ?", [chat, task])

    def unmute(self, chat: int, task: str) -> None:
        """Tell `chat` of a task again."""
        with self._db.atomic():
            self._db.execute("DELETE FROM muted WHERE chat = ? AND task = ?", [chat, task])

    def muted(self) -> dict[int, frozenset[str]]:
        """Return the tasks that are muted, by chat."""
        found: dict[int, set[str]] = {}
        for chat, task in self._db.execute("SELECT chat, task FROM muted").fetchall():
            found.setdefault(chat, set()).add(task)
        return {chat: frozenset(tasks) for chat, tasks in found.items()}

    def snooze(self, chat: int, one: Snooze) -> None:
        """Tell `chat` of a task again on a day, in place of an earlier wish."""
        with self._db.atomic():
            self._db.execute(
                "INSERT OR REPLACE INTO snooze VALUES (?, ?, ?, ?)", [chat, one.task, one.agency, one.until.isoformat()]
            )

    def snoozed(self) -> dict[int, tuple[Snooze, ...]]:
        """Return what is to be told again, by chat."""
        found: dict[int, list[Snooze]] = {}
        query = "SELECT chat, task, agency, until FROM snooze ORDER BY chat, until, task"
        for chat, task, agency, until in self._db.execute(query).fetchall():
            found.setdefault(chat, []).append(Snooze(task, agency, date.fromisoformat(until)))
        return {chat: tuple(several) for chat, several in found.items()}

    def about(self, chat: int) -> list[dict[str, object]]:
        """Return every wish of `chat`."""
        found: list[dict[str, object]] = []
        for table in _TABLES:
            rows = self._db.query(f"SELECT * FROM {table} WHERE chat = ?", [chat])  # noqa: S608 own table names
            found += [{name: value for name, value in row.items() if name != "chat"} for row in rows]
        return found

    def forget(self, chat: int) -> None:
        """Delete every wish of `chat`."""
        with self._db.atomic():
            for table in _TABLES:
                self._db.execute(f"DELETE FROM {table} WHERE chat = ?", [chat])  # noqa: S608 own table names

    def move(self, old: int, new: int) -> None:
        """Follow a group to its new id."""
        with self._db.atomic():
            for table in _TABLES:
                self._db.execute(f"UPDATE OR REPLACE {table} SET chat = ? WHERE chat = ?", [new, old])  # noqa: S608


def _dump(wanted: Preferences) -> str:
    return json.dumps(
        {
            "ladder": wanted.ladder,
            "at": f"{wanted.at:%H:%M}",
            "days": sorted(wanted.days),
            "quiet": [f"{each:%H:%M}" for each in wanted.quiet],
            "weekly": wanted.weekly,
            "away": wanted.away.isoformat() if wanted.away else None,
            "coordinating": wanted.coordinating,
        }
    )


def _load(text: str) -> Preferences:
    row = json.loads(text)
    begin, end = (time.fromisoformat(each) for each in row["quiet"])
    return Preferences(
        tuple(row["ladder"]),
        time.fromisoformat(row["at"]),
        frozenset(row["days"]),
        (begin, end),
        row["weekly"],
        date.fromisoformat(row["away"]) if row["away"] else None,
        row["coordinating"],
    )
