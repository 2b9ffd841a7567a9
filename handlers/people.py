"""/nguoidung: administrators see who is here, change their roles, remove them. The last administrator stays."""

from collections import Counter

from telegram import CallbackQuery, Update

from handlers.actions import Action
from handlers.data import forget
from handlers.dialogues import Dialogue, Talk, begin
from handlers.services import Context, Services, services
from handlers.steps import agency_step, role_step
from handlers.views import people as views
from handlers.views.reply import Reply, esc
from handlers.views.wording import people_words
from handlers.views.words import Words
from knowledge.errors import UnknownPersonError
from knowledge.people import Appointment, Person, PersonRole, Right, is_last_administrator

_NEW = "new"


async def people(update: Update, context: Context) -> None:
    """List the agencies with their people, or those whose name was given."""
    message, service = update.effective_message, services(context)
    if message is None:
        return
    words = people_words(service.words(update).language)
    named = " ".join(context.args or ()).strip()
    reply = _named(service, named, words.language) if named else _overview(service, words.language, 1)
    await service.outgoing.reply(message, reply)


async def turn_page(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show another page of the agencies."""
    await service.outgoing.edit(query, _overview(service, words.language, _whole(action.subject)))


async def of_agency(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """List the people of one agency, or those without any."""
    said = people_words(words.language)
    agency = service.agency_by_key(action.subject)
    found = service.people.of_agency(agency) if agency else [p for p in service.people.all() if not p.agencies]
    await service.outgoing.edit(query, views.people_list(agency or said.no_agency, found, said))


async def show(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show one person."""
    await service.outgoing.edit(query, _card(service, _person(service, action.subject), words.language))


async def change(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Begin to give somebody another role in place of one, or one more."""
    number, _, key = action.subject.partition(".")
    person, administrator = _person(service, number), service.people.find(query.from_user.id)
    if key != _NEW and _held(service, person, key) is None:
        await service.outgoing.edit(query, _card(service, person, words.language))
        return
    if administrator is not None:
        values = {"person": str(person.id), "instead": key}
        reply = begin(service, query.get_bot(), administrator, administrator.id, APPOINT, values)
        await service.outgoing.edit(query, reply)


async def dismiss(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Take a role away."""
    number, _, key = action.subject.partition(".")
    person = _person(service, number)
    held = _held(service, person, key)
    if held is not None:
        if _would_orphan(service, person, held):
            await service.outgoing.edit(query, Reply(esc(people_words(words.language).last_administrator)))
            return
        person = service.people.dismiss(person.id, held)
        await service.menu(query.get_bot(), person.id, person)
        said = people_words(person.language)
        await service.outgoing.tell(query.get_bot(), person.id, Reply(said.role_gone(views.held(held, said))))
    await service.outgoing.edit(query, _card(service, person, words.language))


async def remove(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Remove somebody and all that is kept about them, after a second tap."""
    number, _, sure = action.subject.partition(".")
    person, said = _person(service, number), people_words(words.language)
    if is_last_administrator(person, service.people.holding(PersonRole.ADMINISTRATOR)):
        await service.outgoing.edit(query, Reply(esc(said.last_administrator)))
    elif sure != "yes":
        await service.outgoing.edit(query, views.removal(person, said))
    else:
        forget(service, person.id)
        await service.menu(query.get_bot(), person.id, None)
        await service.outgoing.tell(
            query.get_bot(), person.id, Reply(esc(people_words(person.language).you_are_removed))
        )
        await service.outgoing.edit(query, Reply(esc(said.removed(person.name))))


async def _appoint(talk: Talk) -> Reply:
    service, words = talk.service, talk.words
    person = service.people.find(int(talk.values["person"]))
    if person is None:
        return Reply(esc(words.person_gone))
    wanted = Appointment(PersonRole(talk.values["role"]), talk.values["agency"])
    old = _held(service, person, talk.values["instead"])
    if old is not None and old != wanted:
        if wanted.role is not PersonRole.ADMINISTRATOR and _would_orphan(service, person, old):
            return Reply(esc(words.last_administrator))
        service.people.dismiss(person.id, old)
    person = service.people.appoint(person.id, wanted)
    await service.menu(talk.bot, person.id, person)
    theirs = people_words(person.language)
    await service.outgoing.tell(talk.bot, person.id, Reply(theirs.now_you_are(views.held(wanted, theirs))))
    return _card(service, person, talk.person.language)


def _overview(service: Services, language: str, page: int) -> Reply:
    everybody = service.people.all()
    counts = Counter(agency for person in everybody for agency in (person.agencies or ("",)))
    keys = {name: service.agency_key(name) for name in counts}
    return views.overview(counts, keys, service.requests.open(), people_words(language), page)


def _named(service: Services, named: str, language: str) -> Reply:
    words, found = people_words(language), service.people.named(named)
    if len(found) == 1:
        return _card(service, found[0], language)
    title = words.found_people(len(found), named[:80])
    return views.people_list(title, found, words)


def _card(service: Services, person: Person, language: str) -> Reply:
    keys = {held: _key(service, held) for held in person.appointments}
    return views.person_card(person, keys, people_words(language))


def _key(service: Services, held: Appointment) -> str:
    return f"{held.role.value}.{service.agency_key(held.agency)}"


def _held(service: Services, person: Person, key: str) -> Appointment | None:
    return next((held for held in person.appointments if _key(service, held) == key), None)


def _would_orphan(service: Services, person: Person, held: Appointment) -> bool:
    """Tell whether nobody would be administrator if `person` did not hold this any more."""
    others = [a for a in person.appointments if a.role is PersonRole.ADMINISTRATOR and a != held]
    last = is_last_administrator(person, service.people.holding(PersonRole.ADMINISTRATOR))
    return held.role is PersonRole.ADMINISTRATOR and not others and last


def _whole(number: str) -> int:
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        raise UnknownPersonError(number)
    return int(number)


def _person(service: Services, number: str) -> Person:
    person = service.people.find(_whole(number))
    if person is None:
        raise UnknownPersonError(number)
    return person


APPOINT = Dialogue("appoint", Right.ADMINISTER, (role_step(tuple(PersonRole)), agency_step()), _appoint)
