"""What administrators decide: requests to join. Whoever decides second sees that it is decided, and by whom."""

from telegram import CallbackQuery

from handlers.actions import Action
from handlers.dialogues import Dialogue, Talk, begin
from handlers.services import Services, words_for
from handlers.steps import agency_step
from handlers.views import people as views
from handlers.views.answers import example_rows
from handlers.views.reply import Reply, esc
from handlers.views.wording import people_words
from handlers.views.words import Words
from knowledge.people import Appointment, PersonRole, Right
from knowledge.store import Outcome, Request


async def show(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show a request as it stands now."""
    await service.outgoing.edit(query, card(service, action.subject, words.language))


async def approve(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Approve an open request, and tell who asked."""
    request = _request(service, action.subject)
    if request is not None and service.requests.approve(request.number, query.from_user.id, service.now()):
        await _tell(query, service, request)
    await show(query, action, service, words)


async def refuse(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Refuse an open request, and tell who asked."""
    request = _request(service, action.subject)
    if request is not None and service.requests.refuse(request.number, query.from_user.id, service.now()):
        await _tell(query, service, request)
    await show(query, action, service, words)


async def amend_role(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Offer the roles, or set the chosen one on the request."""
    number, _, role = action.subject.partition(".")
    request = _request(service, number)
    if request is not None and role:
        service.requests.amend(request.number, Appointment(_role(role), request.wanted.agency))
    shown = card(service, number, words.language)
    if request is not None and request.outcome is Outcome.OPEN and not role:
        shown = views.roles_for_request(request, shown, people_words(words.language))
    await service.outgoing.edit(query, shown)


async def amend_agency(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Ask for the agency that belongs on the request."""
    request, decider = _request(service, action.subject), service.people.find(query.from_user.id)
    if request is None or decider is None or request.outcome is not Outcome.OPEN:
        await show(query, action, service, words)
        return
    values = {"request": str(request.number)}
    await service.outgoing.edit(query, begin(service, query.get_bot(), decider, decider.id, AMEND_AGENCY, values))


async def _set_agency(talk: Talk) -> Reply:
    request = _request(talk.service, talk.values["request"])
    if request is not None:
        talk.service.requests.amend(request.number, Appointment(request.wanted.role, talk.values["agency"]))
    return card(talk.service, talk.values["request"], talk.person.language)


def card(service: Services, number: str, language: str) -> Reply:
    """Return the card of a request; that it is gone where who asked withdrew it."""
    words = people_words(language)
    request = _request(service, number)
    person = service.people.find(request.person) if request else None
    if request is None or person is None:
        return Reply(esc(words.request_gone))
    decider = service.people.find(request.decided_by) if request.decided_by else None
    return views.request_card(request, person, words, esc(decider.name) if decider else "")


def _request(service: Services, number: str) -> Request | None:
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        return None
    try:
        return service.requests.get(int(number))
    except KeyError:
        return None


def _role(value: str) -> PersonRole:
    try:
        return PersonRole(value)
    except ValueError:
        raise KeyError(value) from None


async def _tell(query: CallbackQuery, service: Services, asked: Request) -> None:
    """Tell who asked what was decided, in their language, and show what their menu holds now."""
    request, person = service.requests.get(asked.number), service.people.find(asked.person)
    if person is None:
        return
    words, general = people_words(person.language), words_for(person.language)
    what = views.held(request.wanted, words)
    if request.outcome is Outcome.APPROVED:
        await service.menu(query.get_bot(), person.id, person)
        reply = Reply(words.approved(what), example_rows(general))
    else:
        reply = Reply(words.not_approved(what))
    await service.outgoing.tell(query.get_bot(), person.id, reply)


AMEND_AGENCY = Dialogue("amend_agency", Right.ADMINISTER, (agency_step(),), _set_agency)
