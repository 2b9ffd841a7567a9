"""Who uses the bot: a person, the roles they hold at agencies, and what each role may do. Pure; it stores nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class PersonRole(StrEnum):
    """What somebody is to the bot (vai trò)."""

    OFFICIAL = "official"
    FOCAL_POINT = "focal_point"
    STAFF = "staff"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"


class PersonState(StrEnum):
    """Where somebody's joining stands. Whom no record names is a stranger, and may do nothing."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"


class Right(StrEnum):
    """What somebody may do."""

    ASK = "ask"
    REPORT = "report"
    HAND_DOWN = "hand_down"  # giao việc xuống đơn vị của cơ quan mình
    SUPERVISE = "supervise"
    INVITE = "invite"
    ADMINISTER = "administer"


_ANYWHERE = {
    PersonRole.OFFICIAL: frozenset({Right.ASK}),
    PersonRole.FOCAL_POINT: frozenset({Right.ASK}),
    PersonRole.STAFF: frozenset({Right.ASK}),
    PersonRole.SUPERVISOR: frozenset({Right.ASK, Right.SUPERVISE}),
    PersonRole.ADMINISTRATOR: frozenset({Right.ASK, Right.INVITE, Right.ADMINISTER}),
}
_FOR_THE_OWN_AGENCY = {
    PersonRole.FOCAL_POINT: frozenset({Right.REPORT, Right.HAND_DOWN}),
    PersonRole.STAFF: frozenset({Right.REPORT}),
}


@dataclass(frozen=True, slots=True)
class Appointment:
    """A role held at an agency (canonical name; "" only for an administrator without one)."""

    role: PersonRole
    agency: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a record. `id` is Telegram's; moments are aware; `language` is "vi" or "en"."""

    id: int
    name: str
    language: str
    state: PersonState
    appointments: tuple[Appointment, ...]
    consented_at: datetime

    @property
    def agencies(self) -> tuple[str, ...]:
        """The agencies at which a role is held, in the order of appointment."""
        return tuple(dict.fromkeys(a.agency for a in self.appointments if a.agency))

    @property
    def agency(self) -> str:
        """The agency that "mình" means: the only one, or "" where there is none or several."""
        return self.agencies[0] if len(self.agencies) == 1 else ""

    @property
    def roles(self) -> frozenset[PersonRole]:
        """The roles held anywhere."""
        return frozenset(a.role for a in self.appointments)


def is_last_administrator(person: Person, administrators: Iterable[Person]) -> bool:
    """Tell whether nobody but `person` is among `administrators`: somebody must be able to let people in."""
    return {each.id for each in administrators} == {person.id}


def may_somewhere(person: Person | None, right: Right) -> bool:
    """Tell whether `person` may do `right` at all: anywhere, or for at least one of their agencies."""
    return may(person, right) or (person is not None and any(may(person, right, own) for own in person.agencies))


def may(person: Person | None, right: Right, agency: str = "") -> bool:
    """Tell whether `person` may do `right`, for `agency` where the right is bound to one. Nobody may by default."""
    if person is None or person.state is not PersonState.APPROVED:
        return False
    return any(
        right in _ANYWHERE[held.role]
        or (right in _FOR_THE_OWN_AGENCY.get(held.role, ()) and agency != "" and held.agency == agency)
        for held in person.appointments
    )
