"""Tasks given from chat as they are found and seen: by their code, on the card of their task, in a list."""

from dataclasses import replace

from handlers.reporting.common import local
from handlers.services import Services
from knowledge.people import Person, Right, may
from knowledge.record import AssignedTask, find_assigned_code


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
    every = reversed(service.record.state.assigned_tasks())
    if may(person, Right.SUPERVISE):
        return list(every)
    own = set(person.agencies)
    return [each for each in every if own & _concerned(service, each)]


def _concerned(service: Services, given: AssignedTask) -> set[str]:
    if given.owner:
        return {given.owner}
    return set(service.record.state.assignees((*given.leads, *given.coordinators)))
