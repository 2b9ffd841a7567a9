"""Gives the playground's personas the records that real people would have earned by joining."""

from collections.abc import Iterable
from datetime import datetime

from bot.playground.personas import Persona
from knowledge.people import Appointment, PersonRole
from knowledge.store import PeopleStore


def enrol(people: PeopleStore, personas: Iterable[Persona], now: datetime) -> None:
    """Let everybody with a role be approved in it at their agency; whoever has none stays a stranger. Twice is once."""
    for persona in personas:
        if persona.role in set(PersonRole):
            people.consent(persona.id, persona.name, "en" if persona.language_code == "en" else "vi", now)
            people.appoint(persona.id, Appointment(PersonRole(persona.role), persona.agency or ""))
