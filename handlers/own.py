"""Whose tasks somebody means who names no agency: their own, the group's, or those of the one agency followed here."""

from handlers.services import Services
from knowledge.people import Person, Right, may_somewhere
from knowledge.questions import Asker


def own_agencies(service: Services, chat: int, person: Person | None) -> tuple[str, ...]:
    """Return the agencies whose tasks are "mine" in `chat`: that of the group, the person's, or the one followed."""
    of_group = service.groups.agency_of(chat)
    if of_group:
        return (of_group,)
    if person is not None and person.agencies:
        return person.agencies
    followed = service.following.all(chat)
    return (followed[0].agency,) if len(followed) == 1 else ()


def asker_in(service: Services, chat: int, person: Person | None) -> Asker:
    """Return who asks in `chat`. What names nobody is about their own in private, unless they follow all."""
    private = person is not None and chat == person.id
    own_first = private and not may_somewhere(person, Right.SUPERVISE)
    own, followed = own_agencies(service, chat, person), service.following.all(chat)
    if len(own) > 1 and len(followed) == 1:  # who works at several means the one followed here
        own = (followed[0].agency,)
    return Asker(own, own_first, person.language if person else "")
