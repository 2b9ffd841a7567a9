"""Reports that wait for their author's yes, so that a restart loses none and a yes said twice counts once."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from knowledge.record.draft import ReportDraft
from knowledge.store.records import dump, parse
from knowledge.store.transactions import named_troubles

KEPT = timedelta(days=7)
_COLUMNS = "number, person, chat, key, entry, message, album, data"


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft in a chat. `key` names the message it came by; `entry` is the report it became, 0 while it waits.

    `message` is the bot's message that shows it (0: none yet), `album` the album whose pictures belong to it.
    """

    number: int
    person: int
    chat: int
    key: str
    entry: int
    message: int
    album: str
    draft: ReportDraft


class DraftStore:
    """Owns the table `report_draft`. Raises StoreBusyError and StoreFullError where it cannot be written."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    def begin(
        self, person: int, chat: int, key: str, draft: ReportDraft, now: datetime, album: str = ""
    ) -> StoredDraft:
        """Store a draft; the same key again returns what is stored under it. Those older than `KEPT` go."""
        with named_troubles(), self._db.atomic():
            self._db.execute("DELETE FROM report_draft WHERE touched_at < ?", [(now - KEPT).isoformat()])
            self._db.execute(
                "INSERT OR IGNORE INTO report_draft (person, chat, key, album, data, touched_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [person, chat, key, album, dump(draft), now.isoformat()],
            )
        (stored,) = self._find("person = ? AND key = ?", person, key)
        return stored

    def find(self, number: int, person: int) -> StoredDraft | None:
        """Return a draft by its number, if it is this person's."""
        return next(iter(self._find("number = ? AND person = ?", number, person)), None)

    def latest(self, person: int, chat: int, since: datetime, album: str = "") -> StoredDraft | None:
        """Return the draft touched last since a moment, None where it was recorded; with `album`, the one it began."""
        if album:
            found = self._find("person = ? AND chat = ? AND album = ?", person, chat, album)
            return found[-1] if found else None
        found = self._find("person = ? AND chat = ? AND touched_at >= ?", person, chat, since.isoformat())
        return found[-1] if found and not found[-1].entry else None

    def waiting(self, person: int, chat: int) -> list[StoredDraft]:
        """Return the drafts of a chat that wait for their author's yes, the latest first."""
        return self._find("person = ? AND chat = ? AND entry = 0", person, chat)[::-1]

    def keep(self, number: int, draft: ReportDraft, now: datetime) -> None:
        """Store a draft as it was changed."""
        self._set("data = ?, touched_at = ?", number, dump(draft), now.isoformat())

    def shown(self, number: int, message: int) -> None:
        """Remember the message that shows a draft."""
        self._set("message = ?", number, message)

    def gather(self, number: int, album: str) -> None:
        """Let the pictures of an album belong to a draft."""
        self._set("album = ?", number, album)

    def recorded(self, number: int, entry: int, now: datetime) -> None:
        """Remember which report a draft became."""
        self._set("entry = ?, touched_at = ?", number, entry, now.isoformat())

    def end(self, number: int) -> None:
        """Forget a draft that its author does not want."""
        with named_troubles(), self._db.atomic():
            self._db.execute("DELETE FROM report_draft WHERE number = ?", [number])

    def about(self, person: int) -> list[dict[str, object]]:
        """Return everything kept here about somebody."""
        return list(self._db.query("SELECT data, touched_at FROM report_draft WHERE person = ?", [person]))

    def _set(self, assignments: str, number: int, *values: object) -> None:
        with named_troubles(), self._db.atomic():
            self._db.execute(f"UPDATE report_draft SET {assignments} WHERE number = ?", [*values, number])  # noqa: S608

    def _find(self, condition: str, *values: object) -> list[StoredDraft]:
        query = f"SELECT {_COLUMNS} FROM report_draft WHERE {condition} ORDER BY touched_at, number"  # noqa: S608
        rows = self._db.execute(query, values).fetchall()
        return [
            StoredDraft(n, who, chat, key, entry, shown, album, parse(ReportDraft, data))
            for n, who, chat, key, entry, shown, album, data in rows
        ]
