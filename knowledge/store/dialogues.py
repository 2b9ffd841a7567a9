"""Dialogues of several steps that are not finished yet, so that they go on after a restart. Moments are aware."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

KEPT = timedelta(days=1)
_COLUMNS = "number, person, chat, name, state, aside"
_MOVED = "number, person, chat, name, state, touched_at"


@dataclass(frozen=True, slots=True)
class StoredDialogue:
    """Where somebody stands in a dialogue: its name, what was answered so far, and whether it was put aside."""

    number: int
    person: int
    chat: int
    name: str
    values: Mapping[str, str]
    aside: bool


class DialogueStore:
    """Owns the tables `dialogue`, at most one for a person in a chat, and `dialogue_behind`: those it came before."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    def begin(
        self,
        person: int,
        chat: int,
        name: str,
        values: Mapping[str, str],
        now: datetime,
        *,
        lasting: bool = False,
    ) -> StoredDialogue:
        """Store a new dialogue in place of the one before; those left alone for `KEPT` go.

        Where the one before is `lasting`, it comes back, put aside, when the new one ends.
        """
        with self._db.atomic():
            for table in ("dialogue", "dialogue_behind"):
                self._db.execute(f"DELETE FROM {table} WHERE touched_at < ?", [(now - KEPT).isoformat()])  # noqa: S608
            self._db.execute(
                f"INSERT INTO dialogue_behind ({_MOVED}) SELECT {_MOVED} FROM dialogue"  # noqa: S608
                " WHERE person = ? AND chat = ? AND lasting",
                [person, chat],
            )
            self._db.execute("DELETE FROM dialogue WHERE person = ? AND chat = ?", [person, chat])
            cursor = self._db.execute(
                "INSERT INTO dialogue (person, chat, name, state, touched_at, lasting) VALUES (?, ?, ?, ?, ?, ?)",
                [person, chat, name, _dump(values), now.isoformat(), lasting],
            )
        return StoredDialogue(int(cursor.lastrowid or 0), person, chat, name, dict(values), aside=False)

    def current(self, person: int, chat: int, now: datetime) -> StoredDialogue | None:
        """Return the dialogue of a person in a chat, put aside or not; None without one or after `KEPT`."""
        row = self._db.execute(
            f"SELECT {_COLUMNS} FROM dialogue WHERE person = ? AND chat = ? AND touched_at >= ?",  # noqa: S608
            [person, chat, (now - KEPT).isoformat()],
        ).fetchone()
        if row is None:
            return None
        return StoredDialogue(row[0], row[1], row[2], row[3], json.loads(row[4]), aside=bool(row[5]))

    def keep(self, number: int, values: Mapping[str, str], now: datetime) -> None:
        """Store what was answered so far."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE dialogue SET state = ?, aside = 0, touched_at = ? WHERE number = ?",
                [_dump(values), now.isoformat(), number],
            )

    def put_aside(self, number: int) -> None:
        """Let what is typed next be no answer to it, until it is resumed."""
        with self._db.atomic():
            self._db.execute("UPDATE dialogue SET aside = 1 WHERE number = ?", [number])

    def end(self, number: int) -> bool:
        """Remove it; tell whether it was there. The one that it came before is current again, put aside."""
        with self._db.atomic():
            row = self._db.execute("DELETE FROM dialogue WHERE number = ? RETURNING person, chat", [number]).fetchone()
            if row is None:
                return False
            latest = "SELECT max(number) FROM dialogue_behind WHERE person = ? AND chat = ?"
            before = self._db.execute(latest, row).fetchone()[0]
            self._db.execute(
                f"INSERT INTO dialogue ({_MOVED}, aside, lasting)"  # noqa: S608
                f" SELECT {_MOVED}, 1, 1 FROM dialogue_behind WHERE number = ?",
                [before],
            )
            self._db.execute("DELETE FROM dialogue_behind WHERE number = ?", [before])
            return True

    def about(self, person: int) -> list[dict[str, object]]:
        """Return everything kept here about somebody."""
        kept = "SELECT name, state, touched_at FROM {} WHERE person = :person"
        every = f"{kept.format('dialogue')} UNION ALL {kept.format('dialogue_behind')}"
        rows = self._db.query(every, {"person": person})
        return [{**row, "state": json.loads(str(row["state"]))} for row in rows]


def _dump(values: Mapping[str, str]) -> str:
    return json.dumps(dict(values), ensure_ascii=False)
