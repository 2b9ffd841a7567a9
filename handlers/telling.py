"""Who is told of what is asked, decided and given: those who act for an agency, supervisors, whoever wrote it."""

from collections.abc import Callable, Iterable

from telegram import Bot

from handlers.services import Services
from handlers.views.reply import Reply
from knowledge.people import Person, PersonRole, Right, may

ForReader = Callable[[Person], Reply]


def supervisors(service: Services) -> list[Person]:
    """Return who supervises."""
    return [each for each in service.people.holding(PersonRole.SUPERVISOR) if may(each, Right.SUPERVISE)]


def acting_for(service: Services, agencies: Iterable[str]) -> list[Person]:
    """Return the focal points and staff of some agencies, each once."""
    found = {
        each.id: each
        for agency in agencies
        for each in service.people.of_agency(agency)
        if may(each, Right.REPORT, agency)
    }
    return list(found.values())


async def tell_all(
    service: Services, bot: Bot, people: Iterable[Person], reply: ForReader, besides: int | None = None
) -> int:
    """Write to each of `people` but `besides` (a Telegram id), each in their language; return how many it reached."""
    reached = 0
    for person in people:
        if person.id != besides:
            reached += await service.outgoing.tell(bot, person.id, reply(person))
    return reached
