"""How people come in: requests that administrators decide on, and one-time invitations. Moments are aware."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from knowledge.people import Appointment, PersonRole, PersonState
from knowledge.store.people import PeopleStore

_REQUEST = "number, person, role, agency, note, outcome, decided_by, decided_at"


class Outcome(StrEnum):
    """What became of a request."""

    OPEN = "open"
    APPROVED = "approved"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody asks for a role at an agency; `note` is the unit in their own words, "" where it is the agency.

    `decided_by` is None while it is open, and where the administrator has been forgotten since.
    """

    number: int
    person: int
    wanted: Appointment
    note: str
    outcome: Outcome
    decided_by: int | None
    decided_at: datetime | None


class RequestStore:
    """Owns the table `joining`."""

    def __init__(self, db: Database, people: PeopleStore) -> None:
        """Use `db`, whose migrations are applied; `people` receives who is approved."""
        self._db = db
        self._people = people

    def ask(self, person: int, wanted: Appointment, note: str, now: datetime) -> Request:
        """Store a request; an open one for the same role and agency is that one, whatever is asked anew replaces none.

        Raises KeyError for a stranger: nothing is kept of those who did not agree to it.
        """
        if self._people.find(person) is None:
            raise KeyError(person)
        for request in self.open(person):
            if request.wanted == wanted:
                return request
        with self._db.atomic():
            cursor = self._db.execute(
                "INSERT INTO joining (person, role, agency, note, asked_at) VALUES (?, ?, ?, ?, ?)",
                [person, wanted.role.value, wanted.agency, note, now.isoformat()],
            )
        return self.get(int(cursor.lastrowid or 0))

    def get(self, number: int) -> Request:
        """Return a request. Raises KeyError when it is not there, or went with its person."""
        found = self._requests("WHERE number = ?", [number])
        if not found:
            raise KeyError(number)
        return found[0]

    def open(self, person: int | None = None) -> list[Request]:
        """Return what waits for a decision, oldest first, of everybody or of one person."""
        if person is None:
            return self._requests("WHERE outcome = 'open' ORDER BY number", [])
        return self._requests("WHERE outcome = 'open' AND person = ? ORDER BY number", [person])

    def amend(self, number: int, wanted: Appointment) -> Request:
        """Change what an open request asks for; one that is decided stays as it is."""
        with self._db.atomic():
            self._db.execute(
                "UPDATE joining SET role = ?, agency = ? WHERE number = ? AND outcome = 'open'",
                [wanted.role.value, wanted.agency, number],
            )
        return self.get(number)

    def approve(self, number: int, by: int, now: datetime) -> bool:
        """Approve and appoint in one; False where somebody decided before. Raises KeyError."""
        request = self.get(number)
        with self._db.atomic():
            if not self._decide(number, Outcome.APPROVED, by, now):
                return False
            self._people.appoint(request.person, request.wanted)
        return True

    def refuse(self, number: int, by: int, now: datetime) -> bool:
        """Refuse; False where somebody decided before. Who holds a role already keeps it. Raises KeyError."""
        request = self.get(number)
        with self._db.atomic():
            if not self._decide(number, Outcome.REFUSED, by, now):
                return False
            person = self._people.find(request.person)
            if person is not None and person.state is PersonState.WAITING and not self.open(person.id):
                self._people.set_state(person.id, PersonState.REFUSED)
        return True

    def about(self, person: int) -> list[dict[str, object]]:
        """Return everything kept here about somebody."""
        return list(self._db.query("SELECT * FROM joining WHERE person = ? OR decided_by = ?", [person, person]))

    def _decide(self, number: int, outcome: Outcome, by: int, now: datetime) -> bool:
        done = self._db.execute(
            "UPDATE joining SET outcome = ?, decided_by = ?, decided_at = ? WHERE number = ? AND outcome = 'open'",
            [outcome.value, by, now.isoformat(), number],
        )
        return bool(done.rowcount)

    def _requests(self, condition: str, values: list[object]) -> list[Request]:
        rows = self._db.execute(f"SELECT {_REQUEST} FROM joining {condition}", values).fetchall()  # noqa: S608
        return [
            Request(
                row[0],
                row[1],
                Appointment(PersonRole(row[2]), row[3]),
                row[4],
                Outcome(row[5]),
                row[6],
                datetime.fromisoformat(row[7]) if row[7] else None,
            )
            for row in rows
        ]


@dataclass(frozen=True, slots=True)
class Invitation:
    """A place kept for whoever brings the token; `usable` until it is used or expires."""

    offered: Appointment
    made_by: int | None
    usable: bool


class InvitationStore:
    """Owns the table `invitation`. Only a hash of a token is kept: who reads the file cannot use it."""

    def __init__(self, db: Database, people: PeopleStore, fresh: Callable[[], str]) -> None:
        """Use `db`, whose migrations are applied; `fresh` makes tokens of at most 32 letters that fit a link."""
        self._db = db
        self._people = people
        self._fresh = fresh

    def make(self, offered: Appointment, made_by: int, expires: datetime) -> str:
        """Store an invitation and return its token, which is kept nowhere."""
        token = self._fresh()
        with self._db.atomic():
            self._db.execute(
                "INSERT INTO invitation (hash, role, agency, made_by, expires_at) VALUES (?, ?, ?, ?, ?)",
                [_hash(token), offered.role.value, offered.agency, made_by, expires.isoformat()],
            )
        return token

    def find(self, token: str, now: datetime) -> Invitation | None:
        """Return the invitation behind `token`, usable or not any more; None where there never was one."""
        row = self._db.execute(
            "SELECT role, agency, made_by, expires_at, used_at FROM invitation WHERE hash = ?", [_hash(token)]
        ).fetchone()
        if row is None:
            return None
        usable = row[4] is None and datetime.fromisoformat(row[3]) > now
        return Invitation(Appointment(PersonRole(row[0]), row[1]), row[2], usable)

    def use(self, token: str, person: int, now: datetime) -> Appointment | None:
        """Spend the invitation on `person`, who is appointed by that; None where it cannot be used any more."""
        with self._db.atomic():
            found = self.find(token, now)
            if found is None or not found.usable:
                return None
            self._db.execute("UPDATE invitation SET used_at = ? WHERE hash = ?", [now.isoformat(), _hash(token)])
            self._people.appoint(person, found.offered)
        return found.offered

    def about(self, person: int) -> list[dict[str, object]]:
        """Return everything kept here about somebody: the invitations they made."""
        query = "SELECT role, agency, expires_at, used_at FROM invitation WHERE made_by = ?"
        return list(self._db.query(query, [person]))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
