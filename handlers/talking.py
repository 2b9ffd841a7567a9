"""What a text means: the answer to a dialogue's question, a report, or a question; and how dialogues are left."""

import re
from collections.abc import Callable, Coroutine

from telegram import Bot, CallbackQuery, Message, Update

from handlers import actions
from handlers.actions import Action
from handlers.answering import ANSWER_PROPOSAL, PURSUE_PROPOSAL
from handlers.assigning import GIVE_TASK
from handlers.deciding import DECIDE_EXTENSION
from handlers.dialogues import Dialogue, Talk, place, resumed, take_choice, take_text, talk_of
from handlers.errands import errand_in_words
from handlers.extensions import ASK_EXTENSION
from handlers.handing_down import HAND_DOWN
from handlers.invitations import INVITE
from handlers.joining import ANOTHER_ROLE, JOIN, OTHER_NAME
from handlers.measuring import MEASURE
from handlers.people import APPOINT
from handlers.proposals import PROPOSE
from handlers.questions import ask
from handlers.recalling import RECALL_TASK
from handlers.reminders import REMIND_ON
from handlers.reporting.confirming import ANSWER, ASK_AUTHOR, CONFIRM_DAY, REOPEN, SEND_BACK
from handlers.reporting.flow import report_in_words
from handlers.reporting.loose import drop_waiting
from handlers.reporting.naming_evidence import evidence_in_words
from handlers.reporting.showing import SHOW
from handlers.reporting.typed import AMEND, SAY
from handlers.reporting.which import WHICH
from handlers.requests import AMEND_AGENCY
from handlers.services import Context, Services, services
from handlers.views.reply import Button, Reply, esc
from handlers.views.wording import people_words
from handlers.views.wording.people import PeopleWords
from handlers.views.words import Words
from knowledge.asking import is_asking
from knowledge.courtesy import Courtesy, courtesy_in
from knowledge.people import Person, Right, may
from knowledge.record import is_assigned_code
from knowledge.store import StoredDialogue
from knowledge.text import fold

Handle = Callable[[Update, Context], Coroutine[object, object, None]]

_OF_PEOPLE = (JOIN, ANOTHER_ROLE, OTHER_NAME, INVITE, APPOINT, AMEND_AGENCY)
_OF_REPORTS = (SAY, WHICH, AMEND, SHOW, CONFIRM_DAY, SEND_BACK, REOPEN, ASK_AUTHOR, ANSWER)
_OF_EXTENSIONS = (ASK_EXTENSION, DECIDE_EXTENSION)
_OF_PROPOSALS = (PROPOSE, ANSWER_PROPOSAL, PURSUE_PROPOSAL)
_OF_TASKS = (GIVE_TASK, RECALL_TASK, HAND_DOWN, MEASURE, REMIND_ON)
DIALOGUES = {each.name: each for each in (*_OF_PEOPLE, *_OF_REPORTS, *_OF_EXTENSIONS, *_OF_PROPOSALS, *_OF_TASKS)}
_CHOICE = re.compile(r"(\d{1,15})\.(\d{1,2})\.(.{1,40})", re.ASCII)


def spoken_to(service: Services, person: Person | None, chat: int) -> StoredDialogue | None:
    """Return the dialogue that a text of `person` in `chat` would answer; None where it is a question of its own."""
    stored = service.dialogues.current(person.id, chat, service.now()) if person else None
    return stored if stored is not None and not stored.aside and stored.name in DIALOGUES else None


async def hear(update: Update, context: Context) -> None:
    """Take a text as the answer to the dialogue's question, as a report or its evidence, else answer it as a question.

    Whoever may ask can ask in the middle of a dialogue: it is put aside, with a button to go on.
    """
    message, service = update.effective_message, services(context)
    person = service.person(update)
    stored = spoken_to(service, person, message.chat_id) if message else None
    if message is not None and _leaves(message, stored):
        await cancel(update, context)
        return
    if message is None or person is None or stored is None or not message.text:
        for take in (errand_in_words, report_in_words, evidence_in_words, _left_in_words):
            if await take(update, context):
                return
        await ask(update, context)
        return
    dialogue = DIALOGUES[stored.name]
    talk = talk_of(service, context.bot, person, dialogue, stored)
    if may(person, Right.ASK) and _asks(talk, dialogue, message.text):
        service.dialogues.put_aside(stored.number)
        await ask(update, context)
        await service.outgoing.reply(message, put_aside(person, stored, service, context.bot))
        return
    await service.outgoing.reply(message, await take_text(talk, dialogue, message.text))
    behind = _behind(talk)
    if behind is not None:
        await service.outgoing.reply(message, behind)


async def _left_in_words(update: Update, context: Context) -> bool:
    """Take a private text that says to stop, as /huy does; tell whether it was one."""
    message = update.effective_message
    if message is None or message.chat.type != message.chat.PRIVATE:
        return False
    said = courtesy_in(message.text or "")
    if said is None or said.what is not Courtesy.LEAVE:
        return False
    await cancel(update, context)
    return True


def _leaves(message: Message, stored: StoredDialogue | None) -> bool:
    """Tell whether a text only says to stop what is half done; a report being put together reads such words itself."""
    if stored is None or stored.name in {each.name for each in _OF_REPORTS}:
        return False
    said = courtesy_in(message.text or "")
    skips = fold(message.text or "").startswith("bo")  # "bỏ qua" may be this question only
    return said is not None and said.what is Courtesy.LEAVE and not skips


def _asks(talk: Talk, dialogue: Dialogue, text: str) -> bool:
    """Tell whether what was typed amidst a dialogue asks something else."""
    step = dialogue.steps[talk.step] if talk.step < len(dialogue.steps) else None
    if step is not None and step.any_words:
        return False
    code = step is not None and step.code
    codes = () if code else talk.service.base.vocabulary.codes
    if not code and is_assigned_code(text):
        return True
    return is_asking(text, codes, prose=step is not None and step.prose)


def put_aside(person: Person, stored: StoredDialogue, service: Services, bot: Bot) -> Reply:
    """Return the reminder of a dialogue that was put aside, with the way back into it."""
    words, dialogue = people_words(person.language), DIALOGUES[stored.name]
    talk = talk_of(service, bot, person, dialogue, stored)
    text = words.put_aside(words.dialogues[dialogue.name], place(talk, dialogue))
    rows = (
        (Button(words.resume, Action(actions.RESUME, str(stored.number)).encode()),),
        (Button(words.leave, Action(actions.LEAVE, str(stored.number)).encode()),),
    )
    return Reply(esc(text), rows)


def interrupting(command: Handle) -> Handle:
    """Return a command's handler so that a dialogue it comes amidst is put aside, with a button to go on."""

    async def handle(update: Update, context: Context) -> None:
        message, service = update.effective_message, services(context)
        person = service.person(update)
        before = spoken_to(service, person, message.chat_id) if message else None
        await command(update, context)
        person = service.person(update)
        if message is None or person is None or before is None:
            return
        still = spoken_to(service, person, message.chat_id)
        if still is not None and still.number == before.number and may(person, Right.ASK):
            service.dialogues.put_aside(before.number)
            await service.outgoing.reply(message, put_aside(person, before, service, context.bot))

    return handle


def _behind(talk: Talk) -> Reply | None:
    """Return the reminder of the dialogue that waited behind this one, now that it is over; None for none."""
    stored = talk.service.dialogues.current(talk.person.id, talk.chat, talk.service.now())
    if stored is None or stored.number == talk.number or stored.name not in DIALOGUES:
        return None
    return put_aside(talk.person, stored, talk.service, talk.bot) if may(talk.person, Right.ASK) else None


async def cancel(update: Update, context: Context) -> None:
    """/huy: leave the dialogue, else the proposals that wait for a yes."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None:
        return
    stored = service.dialogues.current(person.id, message.chat_id, service.now()) if person else None
    words = people_words(service.words(update).language)
    if stored is None or person is None:
        dropped = drop_waiting(service, person) if person is not None else None
        await service.outgoing.reply(message, dropped or Reply(esc(words.nothing_to_leave)))
        return
    dialogue = DIALOGUES.get(stored.name)  # one of an older version of the bot is none
    talk = talk_of(service, context.bot, person, dialogue, stored) if dialogue else None
    instead = dialogue.left(talk) if dialogue and talk else None
    service.dialogues.end(stored.number)
    await service.outgoing.reply(message, instead or Reply(esc(_left(person, words))))
    behind = _behind(talk) if talk else None
    if behind is not None:
        await service.outgoing.reply(message, behind)


async def choose(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Take a pressed choice. One of a dialogue that is over says so and changes nothing. Raises KeyError."""
    found = _CHOICE.fullmatch(action.subject)
    if found is None:
        raise KeyError(action.subject)
    talk, dialogue = _mine(query, int(found[1]), service)
    if talk is None or dialogue is None:
        await query.answer(people_words(words.language).dialogue_over)
        return
    await query.answer()
    await service.outgoing.edit(query, await take_choice(talk, dialogue, int(found[2]), found[3]))
    await _show_behind(query, talk)


async def resume(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Go on with a dialogue that was put aside."""
    talk, dialogue = _mine(query, _number(action.subject), service)
    if talk is None or dialogue is None:
        await service.outgoing.edit(query, Reply(esc(people_words(words.language).dialogue_over)))
        return
    service.dialogues.keep(talk.number, talk.values, service.now())
    await service.outgoing.edit(query, await resumed(talk, dialogue))


async def leave(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Leave a dialogue by its button."""
    said = people_words(words.language)
    talk, dialogue = _mine(query, _number(action.subject), service)
    if talk is None or dialogue is None:
        await service.outgoing.edit(query, Reply(esc(said.dialogue_over)))
        return
    instead = dialogue.left(talk)
    service.dialogues.end(talk.number)
    await service.outgoing.edit(query, instead or Reply(esc(_left(talk.person, said))))
    await _show_behind(query, talk)


async def _show_behind(query: CallbackQuery, talk: Talk) -> None:
    behind = _behind(talk)
    if behind is not None:
        await talk.service.outgoing.below(query, behind)


def _left(person: Person | None, words: PeopleWords) -> str:
    return words.left if may(person, Right.ASK) else words.left_joining


def dialogue_of(query: CallbackQuery, number: str, service: Services) -> Dialogue | None:
    """Return the dialogue that a button with this number belongs to, if it is the presser's own; for the gate."""
    first = number.partition(".")[0]
    return _mine(query, int(first), service)[1] if first.isascii() and first.isdigit() and len(first) < 16 else None


def _number(subject: str) -> int:
    if not (subject.isascii() and subject.isdigit() and len(subject) < 16):
        raise KeyError(subject)
    return int(subject)


def _mine(query: CallbackQuery, number: int, service: Services) -> tuple[Talk | None, Dialogue | None]:
    person = service.people.find(query.from_user.id)
    if person is None or query.message is None:
        return None, None
    stored = service.dialogues.current(person.id, query.message.chat.id, service.now())
    if stored is None or stored.number != number or stored.name not in DIALOGUES:
        return None, None
    dialogue = DIALOGUES[stored.name]
    return talk_of(service, query.get_bot(), person, dialogue, stored), dialogue
