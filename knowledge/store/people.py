"""The people with a record, and the roles they hold. Moments are aware and kept as ISO text."""

import secrets
from collections.abc import Callable, Iterable
from datetime import datetime

from sqlite_utils import Database

from knowledge.people import Appointment, Person, PersonRole, PersonState
from knowledge.text import fold

_COLUMNS = "id, name, language, state, consented_at"
MAX_NAME = 80


class PeopleStore:
    """Owns the tables `person` and `appointment`."""

    def __init__(self, db: Database, fresh: Callable[[], str] = lambda: secrets.token_hex(8)) -> None:
        """Use `db`, whose migrations are applied; `fresh` makes pseudonyms."""
        self._db = db
        self._fresh = fresh

    def find(self, person: int) -> Person | None:
        """Return the person with this Telegram id as the record stands now; None for a stranger."""
        found = self._people("WHERE id = ?", [person])
        return found[0] if found else None

    def all(self) -> list[Person]:
        """Return everybody with a record, in the order of their names."""
        return self._people("ORDER BY folded, id", [])

    def named(self, words: str) -> list[Person]:
        """Return those whose name holds `words`, marks aside."""
        like = fold(words).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        return self._people("WHERE folded LIKE ? ESCAPE '\\' ORDER BY folded, id", [f"%{like}%"])

    def holding(self, role: PersonRole) -> list[Person]:
        """Return the approved people who hold `role` anywhere."""
        return self._people(
            "WHERE state = 'approved' AND id IN (SELECT person FROM appointment WHERE role = ?) ORDER BY folded, id",
            [role.value],
        )

    def of_agency(self, agency: str) -> list[Person]:
        """Return the approved people who hold a role at `agency`."""
        return self._people(
            "WHERE state = 'approved' AND id IN (SELECT person FROM appointment WHERE agency = ?) ORDER BY folded, id",
            [agency],
        )

    def consent(self, person: int, name: str, language: str, now: datetime) -> Person:
        """Make the record of somebody who agreed to it: waiting, without a role. Twice is once."""
        with self._db.atomic():
            self._db.execute(
                "INSERT OR IGNORE INTO person (id, name, folded, language, state, consented_at, pseudonym)"
                " VALUES (?, ?, ?, ?, 'waiting', ?, ?)",
                [person, name[:MAX_NAME], fold(name[:MAX_NAME]), language, now.isoformat(), self._fresh()],
            )
        return self._known(person)

    def rename(self, person: int, name: str) -> Person:
        """Set the name. Raises KeyError for a stranger."""
        return self._set(person, "name = ?, folded = ?", [name[:MAX_NAME], fold(name[:MAX_NAME])])

    def speak(self, person: int, language: str) -> Person:
        """Set the language of the interface, "vi" or "en". Raises KeyError for a stranger."""
        return self._set(person, "language = ?", [language])

    def set_state(self, person: int, state: PersonState) -> Person:
        """Approve, refuse or put back. Raises KeyError for a stranger."""
        return self._set(person, "state = ?", [state.value])

    def appoint(self, person: int, appointment: Appointment) -> Person:
        """Give a role at an agency to somebody, who is approved by that. Raises KeyError for a stranger."""
        with self._db.atomic():
            self._known(person)
            self._db.execute(
                "INSERT OR IGNORE INTO appointment (person, role, agency) VALUES (?, ?, ?)",
                [person, appointment.role.value, appointment.agency],
            )
            return self.set_state(person, PersonState.APPROVED)

    def dismiss(self, person: int, appointment: Appointment) -> Person:
        """Take a role away; who holds none afterwards is still known, and may do nothing."""
        with self._db.atomic():
            self._db.execute(
                "DELETE FROM appointment WHERE person = ? AND role = ? AND agency = ?",
                [person, appointment.role.value, appointment.agency],
            )
        return self._known(person)

    def forget(self, person: int) -> None:
        """Remove the record and all that hangs on it; with the row goes the link to the pseudonym."""
        with self._db.atomic():
            self._db.execute("DELETE FROM person WHERE id = ?", [person])

    def pseudonym(self, person: int) -> str:
        """Return what stands for somebody in records that must outlive them. Raises KeyError for a stranger.

        It is random, so that without this row nobody can tell whose it was; what one person wrote still hangs together.
        """
        row = self._db.execute("SELECT pseudonym FROM person WHERE id = ?", [person]).fetchone()
        if row is None:
            raise KeyError(person)
        return str(row[0])

    def behind(self, pseudonym: str) -> Person | None:
        """Return whom a pseudonym stands for; None once they are forgotten."""
        found = self._people("WHERE pseudonym = ?", [pseudonym])
        return found[0] if found else None

    def about(self, person: int) -> dict[str, list[dict[str, object]]]:
        """Return everything kept here about somebody: the record, and the roles."""
        record = "SELECT id, name, language, state, consented_at, pseudonym FROM person WHERE id = ?"
        roles = "SELECT role, agency FROM appointment WHERE person = ? ORDER BY position"
        return {"record": list(self._db.query(record, [person])), "roles": list(self._db.query(roles, [person]))}

    def _known(self, person: int) -> Person:
        found = self.find(person)
        if found is None:
            raise KeyError(person)
        return found

    def _set(self, person: int, assignments: str, values: Iterable[str]) -> Person:
        with self._db.atomic():
            self._db.execute(f"UPDATE person SET {assignments} WHERE id = ?", [*values, person])  # noqa: S608
        return self._known(person)

    def _people(self, condition: str, values: list[object]) -> list[Person]:
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM person {condition}", values).fetchall()  # noqa: S608
        return [
            Person(row[0], row[1], row[2], PersonState(row[3]), self._held(row[0]), datetime.fromisoformat(row[4]))
            for row in rows
        ]

    def _held(self, person: int) -> tuple[Appointment, ...]:
        rows = self._db.execute(
            "SELECT role, agency FROM appointment WHERE person = ? ORDER BY position", [person]
        ).fetchall()
        return tuple(Appointment(PersonRole(role), agency) for role, agency in rows)
