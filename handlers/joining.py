"""How somebody joins: told what this is, asked for consent before anything is stored, then name, agency and role.

Before consent nothing about the person is kept anywhere: what must outlast a tap is in the button.
"""

import logging
from dataclasses import replace

from telegram import Bot, CallbackQuery, Update

from handlers.actions import Action
from handlers.dialogues import Dialogue, Talk, begin, resumed, talk_of
from handlers.services import Context, Services, language_of, services, words_for
from handlers.steps import ASKABLE, SAID, agency_step, name_step, role_step
from handlers.views import people as views
from handlers.views.answers import example_rows
from handlers.views.reply import Reply, esc
from handlers.views.wording import people_words
from handlers.views.words import Words
from knowledge.people import Appointment, Person, PersonRole, PersonState, Right, may
from knowledge.store import Request
from knowledge.store.asked import KEPT

log = logging.getLogger(__name__)


async def start(update: Update, context: Context) -> None:
    """Greet whoever is known, take up where the joining stands, or ask a stranger for consent."""
    message, user = update.effective_message, update.effective_user
    if message is None or user is None:
        return
    service, token = services(context), (context.args or [""])[0]
    person = service.person(update)
    if person is None:
        reply = _ask_consent(service, user.full_name, language_of(None, user.language_code), token)
    else:
        reply = await _take_up(service, context.bot, person, token)
    await service.outgoing.reply(message, reply)


def _ask_consent(service: Services, name: str, language: str, token: str) -> Reply:
    words = people_words(language)
    found = service.invitations.find(token, service.now()) if token else None
    if found is None:
        return views.consent(name, KEPT.days, words)
    if not found.usable:
        reply = views.consent(name, KEPT.days, words)
        return replace(reply, text=f"{esc(words.invitation_over)}\n\n{reply.text}")
    return views.consent(name, KEPT.days, words, token, found.offered)


async def consent(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Store who agreed, spend their invitation, and begin; who did not agree leaves nothing behind."""
    said = people_words(words.language)
    if action.subject == "no":
        text = said.stays if service.people.find(query.from_user.id) else said.no_consent
        await service.outgoing.edit(query, Reply(esc(text)))
        return
    person = service.people.consent(query.from_user.id, query.from_user.full_name, words.language, service.now())
    token = "" if action.subject == "ask" else action.subject
    await service.outgoing.edit(query, await _take_up(service, query.get_bot(), person, token))


async def _take_up(service: Services, bot: Bot, person: Person, token: str) -> Reply:
    """Return what comes next for somebody with a record: an invitation's place, the next step, or a greeting."""
    words = people_words(person.language)
    if person.id in service.admins and not may(person, Right.ADMINISTER):
        person = service.people.appoint(person.id, Appointment(PersonRole.ADMINISTRATOR, ""))
        return await _welcomed(service, bot, person, words.first_administrator)
    if token:
        found = service.invitations.find(token, service.now())
        held = found is not None and found.offered in person.appointments
        offered = None if held else service.invitations.use(token, person.id, service.now())
        if offered is not None:
            known = service.people.find(person.id) or person
            return await _welcomed(service, bot, known, words.now_you_are(views.held(offered, words)))
        if found is not None and not held and person.state is not PersonState.APPROVED:
            reply = await _join(service, bot, person)
            return replace(reply, text=f"{esc(words.invitation_over)}\n\n{reply.text}")
        if found is not None and not held:
            return Reply(esc(words.invitation_over))
    if may(person, Right.ASK):
        await service.menu(bot, person.id, person)
        general = words_for(person.language)
        return Reply(general.start(esc(person.name)), example_rows(general))
    return await _join(service, bot, person)


async def _join(service: Services, bot: Bot, person: Person) -> Reply:
    words = people_words(person.language)
    waiting = service.requests.open(person.id)
    if waiting:
        wanted = "; ".join(views.plain_held(one.wanted, words) for one in waiting)
        return Reply(f"{esc(words.pending(wanted))}\n{esc(words.waiting)}")
    stored = service.dialogues.current(person.id, person.id, service.now())
    if stored is not None and stored.name == JOIN.name:
        return await resumed(talk_of(service, bot, person, JOIN, stored), JOIN)
    return begin(service, bot, person, person.id, JOIN)


async def _welcomed(service: Services, bot: Bot, person: Person, what: str) -> Reply:
    stored = service.dialogues.current(person.id, person.id, service.now())
    if stored is not None and stored.name == JOIN.name:
        service.dialogues.end(stored.number)
    await service.menu(bot, person.id, person)
    general = words_for(person.language)
    return Reply(f"{what}\n{general.start(esc(person.name))}", example_rows(general))


async def my_roles(update: Update, context: Context) -> None:
    """Show what one is to the bot, with the way to ask for another role."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None:
        return
    words = people_words(service.words(update).language)
    if person is None:
        reply = Reply(esc(words.stranger))
    else:
        reply = views.my_roles(person, service.requests.open(person.id), words)
    await service.outgoing.reply(message, reply)


async def change_me(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Begin to ask for another role, or to be called otherwise."""
    person = service.people.find(query.from_user.id)
    dialogue = {"ask": ANOTHER_ROLE, "name": OTHER_NAME}[action.subject]
    if person is None:
        await service.outgoing.edit(query, Reply(esc(people_words(words.language).stranger)))
    else:
        await service.outgoing.edit(query, begin(service, query.get_bot(), person, person.id, dialogue))


async def _ask_to_join(talk: Talk) -> Reply:
    service = talk.service
    if "name" in talk.values:
        service.people.rename(talk.person.id, talk.values["name"])
    if talk.person.state is PersonState.REFUSED:
        service.people.set_state(talk.person.id, PersonState.WAITING)
    wanted = Appointment(PersonRole(talk.values["role"]), talk.values["agency"])
    if wanted in talk.person.appointments:
        return Reply(esc(talk.words.held_already(views.plain_held(wanted, talk.words))))
    said = talk.values.get(SAID, "")
    note = "" if service.affiliations.is_name_of(said, wanted.agency) else said
    request = service.requests.ask(talk.person.id, wanted, note, service.now())
    await tell_administrators(service, talk.bot, request)
    return Reply(f"{esc(talk.words.sent(views.plain_held(wanted, talk.words)))}\n{esc(talk.words.waiting_note)}")


async def tell_administrators(service: Services, bot: Bot, request: Request) -> None:
    """Show an open request to every administrator; one who cannot be reached finds it under /nguoidung."""
    person = service.people.find(request.person)
    if person is None:
        return
    for administrator in service.people.holding(PersonRole.ADMINISTRATOR):
        card = views.request_card(request, person, people_words(administrator.language))
        await service.outgoing.tell(bot, administrator.id, card)


async def _rename(talk: Talk) -> Reply:
    person = talk.service.people.rename(talk.person.id, talk.values["name"])
    return Reply(esc(talk.words.renamed(person.name)))


JOIN = Dialogue("join", None, (name_step(), agency_step(), role_step(ASKABLE)), _ask_to_join)
ANOTHER_ROLE = Dialogue("another_role", None, (agency_step(), role_step(ASKABLE)), _ask_to_join)
OTHER_NAME = Dialogue("other_name", None, (name_step(),), _rename)
