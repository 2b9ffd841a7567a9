"""The commands that look things up: lists of tasks, search, directives by section, indicators, databases, agencies."""

from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import timedelta

from telegram import CallbackQuery, Update

from handlers import actions
from handlers.actions import Action
from handlers.given import given_to
from handlers.list_buttons import stored_for
from handlers.lists import section_of
from handlers.own import own_agencies
from handlers.questions import answer_text, directive_reply, directives_reply, ready_reply
from handlers.ready import Asked, Ready, for_everybody
from handlers.services import Context, Services, services
from handlers.talking import spoken_to
from handlers.views import agencies, cards
from handlers.views.reply import Button, Reply
from handlers.views.wording import assigning_words, finding_words
from handlers.views.words import Words
from knowledge.answers import TaskHits
from knowledge.conversation import move_of
from knowledge.errors import UnknownAgencyError
from knowledge.people import Person, Right, may, may_somewhere
from knowledge.store import TaskQuery

Handle = Callable[[Update, Context], Coroutine[object, object, None]]

EDITED_WITHIN = timedelta(minutes=5)
_LONGEST = 300


def listing(ready: Ready) -> Handle:
    """Return the handler of the command that shows `ready`, for the words that stand after it."""

    async def handle(update: Update, context: Context) -> None:
        message, service = update.effective_message, services(context)
        if message is None:
            return
        words, person = service.words(update), service.person(update)
        typed = " ".join(context.args or ()).strip()[:_LONGEST]
        await service.outgoing.reply(message, _list(service, message.chat_id, ready, typed, words, person))

    return handle


def _list(service: Services, chat: int, ready: Ready, typed: str, words: Words, person: Person | None) -> Reply:
    said = finding_words(words.language)
    if ready is Ready.SEARCH and not any(letter.isalnum() for letter in typed):
        return Reply(said.search_ask)
    if ready is Ready.SECTION:
        return _directive(service, typed, words)
    if ready in (Ready.MINE, Ready.OVERDUE, Ready.SOON) and not for_everybody(typed):
        named = service.base.read(typed, service.today()).agencies if typed else ()
        own = own_agencies(service, chat, person)
        everybody = ready is not Ready.MINE and (not own or may_somewhere(person, Right.SUPERVISE))
        if not named and own and not everybody:
            typed = f"{'; '.join(own)} {typed}".strip()
        elif not named and not everybody:
            return agencies.which_own(_busiest(service), words, ready)
    reply = ready_reply(service, chat, Asked(ready, typed), words, person)
    if ready is not Ready.MINE or person is None or chat != person.id or not may(person, Right.SUPERVISE):
        return reply
    given = len(given_to(service, person))
    if not given:
        return reply
    button = Button(assigning_words(words.language).given_tasks(given), Action(actions.GIVEN_TASKS).encode())
    return replace(reply, rows=(*reply.rows, (button,)))


def _directive(service: Services, typed: str, words: Words) -> Reply:
    named = service.base.read(f"văn bản {typed}", service.today()).directives if typed else ()
    return directive_reply(service, named[0], words) if len(named) == 1 else directives_reply(service, words)


async def show_agency(update: Update, context: Context) -> None:
    """/coquan: the card of the agency that is named, however it is written; else the agencies with most tasks."""
    message, service = update.effective_message, services(context)
    if message is None:
        return
    words = service.words(update)
    named = " ".join(context.args or ()).strip()[:_LONGEST]
    await service.outgoing.reply(message, _agency(service, named, words))


def _agency(service: Services, named: str, words: Words) -> Reply:
    if not named:
        return agencies.busiest(_busiest(service), words)
    registry = service.base.registry
    try:
        return agency_reply(service, registry.resolve(named), words)
    except UnknownAgencyError:
        near = [one.agency for one in service.affiliations.find(named)]
    if len(near) == 1:
        return agency_reply(service, near[0], words)
    return agencies.which(named, [(service.base.agency_number(name), registry.short(name)) for name in near], words)


def agency_reply(service: Services, name: str, words: Words) -> Reply:
    """Return the card of an agency or group."""
    base = service.base
    return agencies.card(name, base.agency_number(name), base, words, service.today(), service.record.book())


def _busiest(service: Services) -> list[tuple[int, str, int]]:
    """Return (number, short name, tasks) of the agencies that lead most tasks, most first."""
    base = service.base
    counts = TaskHits(base.store.numbers(TaskQuery()), base).by_lead()
    ordered = sorted(
        (item for item in counts.items() if item[0] in base.registry.agencies), key=lambda i: (-i[1], i[0])
    )
    return [(base.agency_number(name), base.registry.short(name), count) for name, count in ordered]


# ── buttons ─────────────────────────────────────────────────────────────────────────────────────────


async def press_ready(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show a command's list, for the agency whose number stands after it where one does. Raises KeyError."""
    name, _, number = action.subject.partition(".")
    if name not in set(Ready) or query.message is None:
        raise KeyError(action.subject)
    chat, person = query.message.chat.id, service.people.find(query.from_user.id)
    typed = service.base.agency_by_number(number) if number.isascii() and number else ""
    await service.outgoing.edit(query, _list(service, chat, Ready(name), typed, words, person))


async def press_agency(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show an agency's card. Raises KeyError for an unknown number."""
    if not action.subject.isascii():
        raise KeyError(action.subject)
    await service.outgoing.edit(query, agency_reply(service, service.base.agency_by_number(action.subject), words))


async def press_section(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show a section: those in it, or its tasks where there are none, or all of them where that is asked (`*`).

    Raises KeyError for a section that is not there.
    """
    place, everything, _ = action.subject.partition("*")
    directive, _, path = place.partition(":")
    section = section_of(service.base, directive, path)
    if len(section.sections) > 1 and not everything:
        known = service.base.directives[directive]
        reply = cards.section_page(section, service.base.sections[directive], known, words)
        await service.outgoing.edit(query, reply)
    elif query.message is not None:
        asked = Asked(Ready.SECTION, f"{directive} {path}".strip())
        await service.outgoing.edit(query, ready_reply(service, query.message.chat.id, asked, words, None))


async def press_passage(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show a passage that a search found. Raises KeyError for one that is not there."""
    directive, _, path = action.subject.partition(":")
    service.base.store.passage(directive, path)
    passages = service.base.store.around(directive, path)
    back: tuple[tuple[Button, ...], ...] = ()
    if action.view is not None and stored_for(query, action, service) is not None:
        back = ((Button(words.back_to_list, Action(actions.SHOW_LIST, "", action.view).encode()),),)
    await service.outgoing.edit(query, cards.passage_card(passages, service.base.directives[directive], words, back))


async def ask_again(update: Update, context: Context) -> None:
    """Answer an edited question anew: in private, within minutes, when its words changed and no dialogue waits."""
    message, service = update.edited_message, services(context)
    if message is None or not message.text or message.edit_date is None:
        return
    person = service.person(update)
    last = service.asked.latest(message.chat_id, service.now() - EDITED_WITHIN)
    if (
        message.edit_date - message.date > EDITED_WITHIN
        or message.text.startswith("/")
        or not any(letter.isalnum() for letter in message.text)
        or (last is not None and last.question == message.text)
        or spoken_to(service, person, message.chat_id) is not None
    ):
        return
    leaning = (
        move_of(message.text, service.base, service.today()) is not None
    )  # the list that "việc thứ 2" was of is still there for "việc thứ 3"
    reply = answer_text(service, message.chat_id, message.text, person, leaning=leaning)
    await service.outgoing.reply(message, reply)
