"""Gives the playground's personas the records that real people would have earned by joining."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from bot.app import Rooms
from bot.playground.personas import Persona
from knowledge.people import Appointment, PersonRole
from knowledge.store import PeopleStore


def enrol(people: PeopleStore, personas: Iterable[Persona], now: datetime) -> None:
    """Let everybody with a role be approved in it at their agency; whoever has none stays a stranger. Twice is once."""
    for persona in personas:
        if persona.role in set(PersonRole):
            people.consent(persona.id, persona.name, "en" if persona.language_code == "en" else "vi", now)
            people.appoint(persona.id, Appointment(PersonRole(persona.role), persona.agency or ""))


def standing(people: PeopleStore, persona: Persona) -> dict[str, Any]:
    """Return how a persona stands on the record: approved, waiting, refused or stranger, and the roles held where."""
    person = people.find(persona.id)
    if person is None:
        return {"standing": "stranger", "roles": []}
    roles = [{"role": held.role.value, "agency": held.agency} for held in person.appointments]
    return {"standing": person.state.value, "roles": roles}


def start_over(rooms: Rooms, personas: Sequence[Persona], now: datetime) -> None:
    """Forget what trials left about anybody, groups and notices, and let the personas be what they were."""
    for one in rooms.following.all():
        rooms.following.forget(one.chat)
        rooms.groups.unbind(one.chat)
    for person in rooms.people.all():
        rooms.asked.forget(person.id)
        rooms.people.forget(person.id)
    rooms.outbox.clear()
    for chat in rooms.wishes.chats():
        rooms.wishes.forget(chat)
    enrol(rooms.people, personas, now)
