"""The ledger of notices: who was told what and when, and what they did with it. Reads the outbox' tables only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlite_utils import Database

from scheduler.notices import Why


@dataclass(frozen=True, slots=True)
class Line:
    """One item told (or to be told) to a chat. Moments are ISO text, "" where it did not come to that.

    `state` is the outbox' word; "cancelled" for what somebody took off their list.
    """

    chat: int
    day: str
    task: str
    agency: str
    step: str
    version: str
    why: str
    state: str
    planned_at: str
    sent_at: str
    seen_at: str
    acknowledged_at: str
    attempts: int
    reason: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many messages to a chat ended how; `seen` and `acknowledged` are among those sent."""

    chat: int
    planned: int
    sent: int
    seen: int
    acknowledged: int
    failed: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Reminded:
    """On how many days those who must answer a proposal were reminded, on which last; when supervisors were told."""

    times: int
    last: date | None
    raised: date | None


_LINE = (
    "SELECT i.chat, coalesce(n.day, ''), i.task, i.agency, i.step, i.version, i.why, coalesce(n.state, 'cancelled'),"
    " coalesce(n.planned_at, ''), coalesce(n.sent_at, ''), coalesce(n.seen_at, ''), coalesce(i.acknowledged_at, ''),"
    " coalesce(n.attempts, 0), coalesce(n.reason, '')"
    " FROM notice_item AS i LEFT JOIN notice AS n ON n.number = i.notice"
)


class Ledger:
    """Reads the tables of the outbox."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    def lines(self, since: date | None = None) -> Iterator[Line]:
        """Yield every item, oldest first; with `since` only those of that day and later."""
        day = since.isoformat() if since else ""
        query = f"{_LINE} WHERE coalesce(n.day, '') >= ? ORDER BY coalesce(n.day, ''), n.number, i.place"
        for row in self._db.execute(query, [day]).fetchall():
            yield Line(*row)

    def of_task(self, task: str) -> list[Line]:
        """Return who was told of a task, latest first."""
        query = f"{_LINE} WHERE i.task = ? AND n.number IS NOT NULL ORDER BY n.day DESC, n.number DESC"
        return [Line(*row) for row in self._db.execute(query, [task]).fetchall()]

    def tallies(self, since: date) -> list[Tally]:
        """Return what became of the messages of each chat since a day, the chat with most failures first."""
        rows = self._db.execute(
            "SELECT chat, sum(state IN ('planned', 'sending')), sum(state = 'sent'),"
            " sum(state = 'sent' AND seen_at IS NOT NULL),"
            " sum(state = 'sent' AND EXISTS (SELECT 1 FROM notice_item AS i WHERE i.notice = number"
            " AND i.acknowledged_at IS NOT NULL)), sum(state = 'failed'), sum(state = 'unknown')"
            " FROM notice WHERE day >= ? AND state <> 'dropped' GROUP BY chat ORDER BY 6 DESC, 7 DESC, chat",
            [since.isoformat()],
        ).fetchall()
        return [Tally(*row) for row in rows]

    def of_silence(self, version: str, before: date = date.max) -> Reminded | None:
        """Return who was reminded of a silence (see `silence.version_of`) before a day; None where nobody was."""
        times, last, raised = self._db.execute(
            "SELECT count(DISTINCT iif(i.why = :answering, n.day, NULL)), max(iif(i.why = :answering, n.day, NULL)),"
            " min(iif(i.why = :answering, NULL, n.day)) FROM notice_item AS i JOIN notice AS n ON n.number = i.notice"
            " WHERE i.version = :version AND n.day < :before AND n.state IN ('sent', 'unknown')",
            {"version": version, "answering": Why.ANSWERING.value, "before": before.isoformat()},
        ).fetchone()
        if last is None and raised is None:
            return None
        return Reminded(times, *(date.fromisoformat(each) if each else None for each in (last, raised)))
