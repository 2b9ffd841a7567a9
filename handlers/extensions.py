"""Extensions: asked for with cause, responsibility and remedy (329/TB-VPCP III.3(1)), and seen by whom they concern."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from telegram import Bot, CallbackQuery, Update

from handlers.actions import Action
from handlers.composing import MOST_SAID, keep, open_dialogue, options_step, prose_step, sure_step, words_of
from handlers.dialogues import AgainError, Dialogue, OverError, Step, Talk, begin_with
from handlers.moving import Missing, missing, opened_in
from handlers.reporting.common import face, local, may_know, name_for, reports_as, whole
from handlers.reporting.drafts import code_in, unknown_code, without_codes
from handlers.reporting.places import in_codes, unplaced
from handlers.services import Context, Services, services, words_for
from handlers.showing import show
from handlers.views import extensions as views
from handlers.views.composing import said
from handlers.views.paging import page_of
from handlers.views.reply import Reply, esc
from handlers.views.reports import clock, named
from handlers.views.wording import extension_words, reporting_words
from handlers.views.wording.extensions import ExtensionWords
from handlers.views.words import Words, day
from knowledge.conversation import MEMORY
from knowledge.errands import without_this
from knowledge.people import Person, Right, may
from knowledge.progress import Status
from knowledge.questions import Place
from knowledge.record import (
    Duty,
    Extension,
    ExtensionAsked,
    ExtensionField,
    ExtensionState,
    Refusal,
    RefusedError,
    date_fault,
    deadline_in_chat,
    text_fault,
)
from knowledge.reporting import places_in
from knowledge.text import tidy
from knowledge.when import Deadline, parse_period

_WHY = re.compile(r"^[\s,;:.-]*(?:(?:vì|do|bởi vì|because)\s+)?", re.IGNORECASE)
_POLITE_END = re.compile(r"(?:(?:^|\s+)(?:ạ|à|nhé|nha|với|giúp|please)(?!\w))+[\s.!]*$", re.IGNORECASE)
_BEFORE_DAY = 3  # "xin lùi đến": a day after more words than that is part of a reason
TEXTS = (ExtensionField.CAUSE, ExtensionField.RESPONSIBILITY, ExtensionField.REMEDY)


def _words(talk: Talk) -> ExtensionWords:
    return extension_words(talk.person.language)


# ── asking ──────────────────────────────────────────────────────────────────────────────────────────


async def press_extend(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Xin gia hạn]: begin to ask, or say kindly why not now. Raises UnknownTaskError."""
    person = service.people.find(query.from_user.id)
    if person is None:
        return
    known, against = _begun(service, person, action.subject)
    if known:
        await open_dialogue(query, service, person, ASK_EXTENSION, known)
    else:
        await service.outgoing.below(query, Reply(esc(against)))


def _begun(service: Services, person: Person, code: str) -> tuple[dict[str, str], str]:
    """Return what is known before the first step; or {} and what stands against asking. Raises UnknownTaskError."""
    words, duty = extension_words(person.language), service.record.state.duty(code)
    mine = reports_as(person, duty)
    against = {part: _against(service, duty, part, words) for part in mine}
    free = [part for part in mine if not against[part]]
    if not mine:
        return {}, words.not_yours(named([service.base.registry.short(name) for name in duty.assignees]))
    if not free:
        return {}, against[mine[0]]
    return {"task": duty.task, **({"agency": free[0]} if len(free) == 1 else {})}, ""


def _against(service: Services, duty: Duty, agency: str, words: ExtensionWords) -> str:
    """Say what stands against asking for more time now, "" for nothing."""
    state = service.record.state
    waiting = state.waiting_extension(duty.task, agency)
    if waiting is not None:
        return words.waits_already(agency, clock(local(service, waiting.at)))
    if state.progress(duty.task, agency).status in (Status.DONE, Status.DROPPED):
        return words.settled_already
    fault = date_fault(date.max, in_force(service, duty, agency), service.today())
    return words.faults[fault] if fault is not None else ""


def in_force(service: Services, duty: Duty, agency: str) -> Deadline:
    """Return the deadline in force for an agency."""
    return service.record.book().deadline(duty, agency)


def _parts(talk: Talk) -> dict[str, str]:
    """Return for whom somebody may ask, by place."""
    duty = talk.service.record.state.duty(talk.values["task"])
    free = [p for p in reports_as(talk.person, duty) if not _against(talk.service, duty, p, _words(talk))]
    return {str(place): part for place, part in enumerate(free)}


def _part_step() -> Step:
    step = options_step("agency", lambda talk: esc(words_of(talk).which_part), _parts, numbered=False)

    def choose(talk: Talk, value: str) -> str:
        return _parts(talk)[step.choose(talk, value)]

    def take(talk: Talk, text: str) -> str:
        return _parts(talk)[step.take(talk, text)]

    return replace(step, choose=choose, take=take)


def date_step(key: str, ask: Callable[[Talk], str], deadline: Callable[[Talk], Deadline]) -> Step:
    """Return the step that asks (HTML) for a day later than `deadline`, typed in any way."""

    def take(talk: Talk, text: str) -> str:
        read = deadline_in_chat(text[:MOST_SAID], talk.service.today())
        if read.last is None:
            raise AgainError(Reply(f"{esc(words_of(talk).day_unread)}\n\n{ask(talk)}"))
        chosen = read.last - timedelta(days=1) if read.strict else read.last
        fault = date_fault(chosen, deadline(talk), talk.service.today())
        if fault is not None:
            raise AgainError(Reply(f"{esc(_words(talk).faults[fault])} ({day(chosen)})\n\n{ask(talk)}"))
        return chosen.isoformat()

    def choose(_: Talk, value: str) -> str:
        raise KeyError(value)

    return Step(key, lambda talk: Reply(ask(talk)), take, choose, numbered=False)


def _asked_deadline(talk: Talk) -> Deadline:
    duty = talk.service.record.state.duty(talk.values["task"])
    return in_force(talk.service, duty, talk.values["agency"])


def _ask_date(talk: Talk) -> str:
    last = _asked_deadline(talk).last
    return _words(talk).ask_date(face(talk.service, talk.values["task"]).line, day(last) if last else "")


def _text_step(name: ExtensionField) -> Step:
    def ask(talk: Talk) -> str:
        words = _words(talk)
        return {
            ExtensionField.CAUSE: words.ask_cause,
            ExtensionField.RESPONSIBILITY: words.ask_responsibility,
            ExtensionField.REMEDY: words.ask_remedy,
        }[name]

    def fault(talk: Talk, text: str) -> str:
        texts = {field: talk.values.get(field, "") for field in TEXTS[: TEXTS.index(name)]} | {name: text}
        found = text_fault(name, texts)
        words = _words(talk)
        return f"{words.faults[found]} ({words.rule})" if found is not None else ""

    return prose_step(name, ask, fault)


def _summary(talk: Talk) -> dict[str, str]:
    words, values, last = _words(talk), talk.values, _asked_deadline(talk).last
    old = day(last) if last else ""
    return {
        words.task: face(talk.service, values["task"]).line,
        words.agency: esc(values["agency"]),
        words.proposed: f"{old} → <b>{day(date.fromisoformat(values[ExtensionField.PROPOSED]))}</b>",
        words.cause: said(values[ExtensionField.CAUSE]),
        words.responsibility: said(values[ExtensionField.RESPONSIBILITY]),
        words.remedy: said(values[ExtensionField.REMEDY]),
    }


def _changeable(talk: Talk) -> dict[str, str]:
    words = _words(talk)
    return {
        ExtensionField.PROPOSED: words.proposed,
        ExtensionField.CAUSE: words.cause,
        ExtensionField.RESPONSIBILITY: words.responsibility,
        ExtensionField.REMEDY: words.remedy,
    }


async def _send(talk: Talk) -> Reply:
    values, service, words = talk.values, talk.service, _words(talk)
    duty = service.record.state.duty(values["task"])
    waiting = service.record.state.waiting_extension(duty.task, values["agency"])
    if waiting is not None and waiting.actor != service.people.pseudonym(talk.person.id):
        raise OverError(Reply(esc(words.waits_already(values["agency"], clock(local(service, waiting.at))))))
    asked = ExtensionAsked(
        task=values["task"],
        agency=values["agency"],
        cause=values[ExtensionField.CAUSE],
        responsibility=values[ExtensionField.RESPONSIBILITY],
        remedy=values[ExtensionField.REMEDY],
        proposed=date.fromisoformat(values[ExtensionField.PROPOSED]),
    )
    number = keep(talk, asked).number
    extension = service.record.state.extension(number)
    sent = words.sent(clock(local(service, extension.at)))
    return Reply(f"{esc(sent)}\n\n{views.rule(words)}", card(service, talk.person, extension).rows[-1:])


ASK_EXTENSION = Dialogue(
    "extend",
    Right.REPORT,
    (
        _part_step(),
        date_step(ExtensionField.PROPOSED, _ask_date, _asked_deadline),
        *(_text_step(name) for name in TEXTS),
        sure_step(_summary, _changeable),
    ),
    _send,
    lasting=True,
)


# ── seeing ──────────────────────────────────────────────────────────────────────────────────────────


def card(service: Services, reader: Person, extension: Extension, title: str = "") -> Reply:
    """Return an extension as `reader` sees it, with the buttons to decide for supervisors."""
    words = extension_words(reader.language)
    return views.card(_shown(service, reader, extension), words, deciding=may(reader, Right.SUPERVISE), title=title)


def _shown(service: Services, reader: Person, extension: Extension) -> views.Shown:
    names = reporting_words(reader.language)
    decided_at = local(service, extension.decided_at) if extension.decided_at else None
    here = replace(extension, at=local(service, extension.at), decided_at=decided_at)
    decider = service.people.behind(extension.decided_by) if extension.decided_by else None
    decided_by = (
        decider.name if decider and may_know(reader, decider) else extension_words(reader.language).a_supervisor
    )
    author = name_for(service, reader, extension.actor, names)
    return views.Shown(here, face(service, extension.task), author, decided_by)


def may_see(service: Services, person: Person, extension: Extension) -> bool:
    owner = service.record.state.duty(extension.task).answers_for(extension.agency)
    return may(person, Right.SUPERVISE) or owner in person.agencies


async def list_extensions(update: Update, context: Context) -> None:
    """/giahan: the extensions that wait, or one asked for on the task whose code comes with the command."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is not None and person is not None:
        typed = " ".join(context.args or ())
        await service.outgoing.reply(
            message, await extensions_for(service, context.bot, person, message.chat_id, typed)
        )


async def extensions_for(service: Services, bot: Bot, person: Person, chat: int, typed: str) -> Reply:
    """Return the extensions that wait; supervisors see all, others their agencies'. With a task: ask for one.

    The task is named by its code, its place in the list that `chat` has open, or as "việc này". A day that is typed
    with it is taken, and so is a reason ("vì …").
    """
    asked = _in_codes(service, person, chat, typed)
    if unplaced(asked):
        place = Missing(Place(places_in(asked)[0].number))
        return missing(place, opened_in(service, chat, person), words_for(person.language))
    code, unknown = code_in(service, asked), unknown_code(service, asked)
    if unknown:
        return Reply(esc(reporting_words(person.language).no_such_code(unknown)))
    if code is None:
        return _waiting(service, person, 1)
    known, against = _begun(service, person, code)
    if not known:
        return Reply(esc(against))
    said = _said_already(without_codes(service, asked), service.today())
    reply, line = await begin_with(service, bot, person, ASK_EXTENSION, known, said), face(service, code).line
    if asked == tidy(typed) or line in reply.text:
        return reply
    return replace(reply, text=f"{line}\n\n{reply.text}")  # only counted or pointed at, the task is named first


def _in_codes(service: Services, person: Person, chat: int, typed: str) -> str:
    """Return `typed` with the code of the task it names by a place of the open list, or as the one on the screen."""
    asked = in_codes(service, person, chat, tidy(typed))
    rest, seen = without_this(asked), service.asked.seen(chat, service.now() - MEMORY)
    if rest != asked and seen is not None and len(seen.tasks) == 1:
        return f"{seen.tasks[0]} {rest}"
    return asked


def _said_already(text: str, today: date) -> dict[str, str]:
    """Return what a command's words say already: the day, and the cause."""
    said = _POLITE_END.sub("", tidy(text[:MOST_SAID]))
    period = parse_period(said, today)
    day_first = period is not None and len(said[: period.start].split()) <= _BEFORE_DAY
    end = period.end if period is not None and day_first else 0
    return {ExtensionField.PROPOSED: said[:end], ExtensionField.CAUSE: _WHY.sub("", said[end:]).strip(" .")}


async def turn_page(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """Show another page of the extensions that wait now. Raises KeyError."""
    person = service.people.find(query.from_user.id)
    if person is not None:
        await show(query, service, _waiting(service, person, whole(action.subject)))


def _waiting(service: Services, person: Person, page: int) -> Reply:
    waiting = [e for e in service.record.state.waiting_extensions() if may_see(service, person, e)]
    shown = page_of(waiting, page).each(lambda one: _shown(service, person, one))
    return views.waiting(shown, extension_words(person.language))


def found(service: Services, query: CallbackQuery, number: str) -> tuple[Person, Extension]:
    """Return who pressed, and the extension. Raises RefusedError for one that is not there, or not theirs to see."""
    person = service.people.find(query.from_user.id)
    if person is None or not (number.isascii() and number.isdigit() and len(number) < 16):
        raise KeyError(number)
    extension = service.record.state.extension(int(number))
    if not may_see(service, person, extension):
        raise RefusedError(Refusal.NOT_PERMITTED, number)
    return person, extension


async def press_show(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """Show an extension below the list. Raises KeyError, RefusedError."""
    person, extension = found(service, query, action.subject)
    await service.outgoing.below(query, card(service, person, extension))


# ── on a task's card ────────────────────────────────────────────────────────────────────────────────


def extension_lines(service: Services, task: str, words: Words) -> list[str]:
    """Return the lines of a task's card on the extensions that wait, HTML."""
    waiting = [e for e in service.record.state.extensions(task) if e.state is ExtensionState.WAITING]
    return views.on_card(waiting, extension_words(words.language))
