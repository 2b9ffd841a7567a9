"""Tasks given from chat as they are found and seen: by their code, on the card of their task, in a list."""

from dataclasses import replace

from handlers.reporting.common import local
from handlers.services import Services
from knowledge.people import Person, Right, may
from knowledge.record import AssignedTask, concerning, find_assigned_code


def given_in(service: Services, text: str) -> AssignedTask | None:
    """Return the task given from chat whose code stands in `text`; None where there is none."""
    code = find_assigned_code(text)
    return given_task(service, code) if code else None


def given_task(service: Services, code: str) -> AssignedTask | None:
    """Return the task given from chat with that code, its moment in the clock's zone; None for any other code."""
    found = service.record.state.assigned_task(code)
    return replace(found, at=local(service, found.at)) if found is not None else None


def handed_down(service: Services, task: str, person: Person | None) -> list[AssignedTask]:
    """Return what was handed down from a task to units, as far as `person` may see: their agency's, or all."""
    return [
        each
        for each in service.record.state.assigned_tasks(parent=task)
        if each.owner and (may(person, Right.SUPERVISE) or (person is not None and each.owner in person.agencies))
    ]


def given_to(service: Services, person: Person) -> list[AssignedTask]:
    """Return the tasks given from chat that concern somebody's agencies, or all for supervisors; newest first."""
    every = service.record.given()[::-1]
    return list(every) if may(person, Right.SUPERVISE) else concerning(every, person.agencies, service.base.registry)


def given_seen(service: Services, chat: int, person: Person | None) -> list[AssignedTask]:
    """Return the tasks given from chat that lists in `chat` may hold: in a group those of its agency, for all to see.

    In private it is the person who counts. Their moments are in the clock's zone.
    """
    if person is not None and chat == person.id:
        seen = given_to(service, person)
    else:
        bound = service.groups.agency_of(chat)
        seen = concerning(service.record.given(), (bound,) if bound else (), service.base.registry)
    return [replace(each, at=local(service, each.at)) for each in seen]
