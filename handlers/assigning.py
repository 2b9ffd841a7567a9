"""/giaoviec: supervisors give tasks from chat, focal points hand tasks down to the units of their agency."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from telegram import CallbackQuery, Update

from handlers.actions import Action
from handlers.composing import keep, nothing_to_press, open_dialogue, options_step, prose_step, sure_step
from handlers.dialogues import AgainError, Dialogue, Step, Talk, begin
from handlers.given import given_to
from handlers.naming import agencies_step, kept_agencies
from handlers.questions import task_reply
from handlers.reporting.common import face
from handlers.services import Context, Services, services, words_for
from handlers.telling import acting_for, tell_all
from handlers.views import assigning as views
from handlers.views.composing import said
from handlers.views.reply import Reply, bold, esc, shorten
from handlers.views.reports import named
from handlers.views.wording import assigning_words, composing_words
from handlers.views.wording.assigning import AssigningWords
from handlers.views.words import Words, day
from knowledge.people import Person, Right, may
from knowledge.record import Duty, TaskAssigned, deadline_in_chat, no_later
from knowledge.reporting.documents import find_numbers
from knowledge.when import Deadline, DeadlineKind

NONE = "none"
_PARENT = "parent"
_TITLE = 120
_MOST_TYPED = 200
_MOST_UNITS = 8
_SENTENCE = re.compile(r"(?<=[.;!?])\s|\n")


def _words(talk: Talk) -> AssigningWords:
    return assigning_words(talk.person.language)


def _title(what: str) -> str:
    """Return the first sentence, as the task's name."""
    return shorten(_SENTENCE.split(what.strip(), maxsplit=1)[0].strip(" .;"), _TITLE)


# ── giving ──────────────────────────────────────────────────────────────────────────────────────────


async def give(update: Update, context: Context) -> None:
    """/giaoviec: begin to give a task."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is not None and person is not None:
        await service.outgoing.reply(message, begin(service, context.bot, person, person.id, GIVE_TASK))


async def press_give(query: CallbackQuery, _: Action, service: Services, __: Words) -> None:
    """[Giao việc mới]: begin to give a task."""
    person = service.people.find(query.from_user.id)
    if person is not None:
        await open_dialogue(query, service, person, GIVE_TASK, {})


async def press_list(query: CallbackQuery, _: Action, service: Services, words: Words) -> None:
    """Show the tasks given from chat that concern whoever pressed."""
    person = service.people.find(query.from_user.id)
    if person is not None:
        giving = may(person, Right.SUPERVISE)
        reply = views.listing(given_to(service, person), words, service.today(), giving=giving)
        await service.outgoing.below(query, reply)


def _deadline_step(label: str) -> Step:
    """Return the step that asks for a deadline in words; kept with the day on which it was read."""

    def ask(talk: Talk) -> Reply:
        return Reply(_words(talk).ask_deadline, ((talk.choice(_words(talk).no_deadline, NONE),),))

    def take(talk: Talk, text: str) -> str:
        return _taken_deadline(talk, text, ask(talk))

    def choose(_: Talk, value: str) -> str:
        if value != NONE:
            raise KeyError(value)
        return ""

    return Step(label, ask, take, choose)


def _taken_deadline(talk: Talk, text: str, again: Reply) -> str:
    """Return what is kept of a typed deadline. Raises AgainError where it is none, or over."""
    words, today = _words(talk), talk.service.today()
    read = deadline_in_chat(text[:_MOST_TYPED], today)
    if read.kind is DeadlineKind.NONE:
        raise AgainError(Reply(f"{esc(words.deadline_unread)}\n\n{again.text}", again.rows))
    if read.last is not None and read.late_on(today):
        raise AgainError(Reply(f"{esc(words.deadline_past(day(read.last)))}\n\n{again.text}", again.rows))
    return f"{today.isoformat()}|{text[:_MOST_TYPED]}"


def _kept_deadline(kept: str) -> Deadline:
    today, _, text = kept.partition("|")
    return deadline_in_chat(text, date.fromisoformat(today)) if kept else Deadline()


def _document_step() -> Step:
    def ask(talk: Talk) -> Reply:
        return Reply(_words(talk).ask_document, ((talk.choice(_words(talk).no_document, NONE),),))

    def take(talk: Talk, text: str) -> str:
        typed, base = " ".join(text.split())[:_MOST_TYPED], talk.service.base
        named_here = base.read(f"văn bản {typed}", talk.service.today()).directives
        if len(named_here) == 1:
            return base.directives[named_here[0]].number
        if not find_numbers(typed):
            again = ask(talk)
            raise AgainError(Reply(f"{esc(_words(talk).document_odd)}\n\n{again.text}", again.rows))
        return typed

    def choose(_: Talk, value: str) -> str:
        if value != NONE:
            raise KeyError(value)
        return ""

    return Step("document", ask, take, choose, code=True)


def _summary(talk: Talk) -> dict[str, str]:
    words, values = _words(talk), talk.values
    general = words_for(talk.person.language)
    what = values["what"]
    more = f"\n{said(what)}" if _title(what) != what.strip(" .;") else ""
    return {
        words.what: f"{bold(_title(what))}{more}",
        words.leads: bold("; ".join(kept_agencies(talk, "leads"))),
        words.coordinators: esc("; ".join(kept_agencies(talk, "coordinators")) or words.nothing),
        words.deadline: views.deadline_told(_kept_deadline(values["deadline"]), general),
        words.document: esc(values["document"] or words.nothing),
    }


def _changeable(talk: Talk) -> dict[str, str]:
    words = _words(talk)
    return {
        "what": words.what,
        "leads": words.leads,
        "coordinators": words.coordinators,
        "deadline": words.deadline,
        "document": words.document,
    }


async def _give(talk: Talk) -> Reply:
    service, values, words = talk.service, talk.values, _words(talk)
    change = TaskAssigned(
        title=_title(values["what"]),
        words=values["what"],
        leads=kept_agencies(talk, "leads"),
        coordinators=kept_agencies(talk, "coordinators"),
        deadline=_kept_deadline(values["deadline"]),
        document=values["document"],
    )
    code = keep(talk, change).entries[0].subject
    agencies = service.record.state.assignees((*change.leads, *change.coordinators))
    reached = await _tell(talk, agencies, code)
    silent = [service.base.registry.short(name) for name in agencies if not acting_for(service, (name,))]
    lines = [words.given(esc(code)), esc(words.reached(reached)) if reached else ""]
    if silent:
        lines.append(esc(composing_words(talk.person.language).nobody_there(named(silent))))
    card = _card(service, talk.person, code)
    return Reply(f"{' '.join(line for line in lines if line)}\n\n{card.text}", card.rows)


async def _tell(talk: Talk, agencies: Iterable[str], code: str) -> int:
    """Tell those who act for some agencies of a task; return how many it reached."""
    people = acting_for(talk.service, agencies)
    return await tell_all(
        talk.service, talk.bot, people, lambda reader: _notice(talk.service, reader, code), talk.person.id
    )


def _card(service: Services, reader: Person, code: str) -> Reply:
    return task_reply(service, code, words_for(reader.language), None, reader)


def _notice(service: Services, reader: Person, code: str) -> Reply:
    """Return a task's card as its news to somebody whom it concerns."""
    card = _card(service, reader, code)
    return Reply(f"{bold(assigning_words(reader.language).for_you)}\n{card.text}", card.rows)


GIVE_TASK = Dialogue(
    "give_task",
    Right.SUPERVISE,
    (
        prose_step("what", lambda talk: _words(talk).ask_what),
        agencies_step("leads", lambda talk: _words(talk).ask_leads),
        agencies_step(
            "coordinators", lambda talk: _words(talk).ask_coordinators, lambda talk: _words(talk).no_coordinators
        ),
        _deadline_step("deadline"),
        _document_step(),
        sure_step(_summary, _changeable),
    ),
    _give,
)


# ── handing down to units ───────────────────────────────────────────────────────────────────────────


async def press_hand_down(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Giao đơn vị]: begin to hand a task down. Raises UnknownTaskError."""
    person = service.people.find(query.from_user.id)
    if person is None:
        return
    duty = service.record.state.duty(action.subject)
    owners = _owners(person, duty)
    if not owners:
        leads = named([service.base.registry.short(name) for name in duty.assignees])
        await service.outgoing.below(query, Reply(esc(assigning_words(person.language).not_yours(leads))))
        return
    values = {"task": duty.task, **({"owner": owners[0]} if len(owners) == 1 else {})}
    await open_dialogue(query, service, person, HAND_DOWN, values)


def _owners(person: Person, duty: Duty) -> tuple[str, ...]:
    """Return the agencies whose units `person` may hand a task down to."""
    owners = dict.fromkeys(duty.answers_for(name) for name in duty.assignees)
    return tuple(owner for owner in owners if may(person, Right.HAND_DOWN, owner))


def _duty(talk: Talk) -> Duty:
    return talk.service.record.state.duty(talk.values["task"])


def _owner_step() -> Step:
    def options(talk: Talk) -> dict[str, str]:
        return {str(place): name for place, name in enumerate(_owners(talk.person, _duty(talk)))}

    step = options_step("owner", lambda talk: esc(_words(talk).ask_owner), options, numbered=False)
    return replace(
        step,
        choose=lambda talk, value: options(talk)[step.choose(talk, value)],
        take=lambda talk, text: options(talk)[step.take(talk, text)],
    )


def _units(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(each.split()) for each in re.split(r"[;\n]", text) if each.strip()))


def _units_step() -> Step:
    def ask(talk: Talk) -> str:
        return _words(talk).ask_units(face(talk.service, talk.values["task"]).line)

    def take(talk: Talk, text: str) -> str:
        units = _units(text[:_MOST_TYPED])
        right = all(any(letter.isalpha() for letter in each) for each in units)
        if not (1 <= len(units) <= _MOST_UNITS and right):
            raise AgainError(Reply(f"{esc(_words(talk).units_odd(_MOST_UNITS))}\n\n{ask(talk)}"))
        return "; ".join(units)

    return Step("units", lambda talk: Reply(ask(talk)), take, nothing_to_press, prose=True)


def _part_step() -> Step:
    step = prose_step("what", lambda talk: _words(talk).ask_part)

    def ask(talk: Talk) -> Reply:
        return Reply(_words(talk).ask_part, ((talk.choice(_words(talk).as_parent, _PARENT),),))

    def choose(talk: Talk, value: str) -> str:
        if value != _PARENT:
            raise KeyError(value)
        return face(talk.service, talk.values["task"]).title

    return replace(step, ask=ask, choose=choose)


def _own_deadline(talk: Talk) -> Deadline:
    """Return the deadline in force for the agency that hands down: the latest of its parts."""
    duty, book = _duty(talk), talk.service.record.book()
    mine = [book.deadline(duty, name) for name in duty.assignees if duty.answers_for(name) == talk.values["owner"]]
    return max(mine, key=lambda each: each.last or date.min)


def _unit_deadline_step() -> Step:
    def ask(talk: Talk) -> Reply:
        last = _own_deadline(talk).last
        rows = ((talk.choice(_words(talk).as_parent_deadline, _PARENT),),)
        return Reply(_words(talk).ask_unit_deadline(day(last) if last else ""), rows)

    def take(talk: Talk, text: str) -> str:
        again, own, words = ask(talk), _own_deadline(talk), _words(talk)
        if own.last is not None and own.late_on(talk.service.today()):
            raise AgainError(Reply(f"{esc(words.parent_over(day(own.last)))}\n\n{again.text}", again.rows))
        kept = _taken_deadline(talk, text, again)
        read = _kept_deadline(kept)
        if own.last is not None and (read.last is None or not no_later(read, own)):
            raise AgainError(Reply(f"{esc(words.later_than_parent(day(own.last)))}\n\n{again.text}", again.rows))
        return kept

    def choose(_: Talk, value: str) -> str:
        if value != _PARENT:
            raise KeyError(value)
        return ""

    return Step("deadline", ask, take, choose)


def _unit_deadline(talk: Talk) -> Deadline:
    kept = talk.values["deadline"]
    return _kept_deadline(kept) if kept else _own_deadline(talk)


def _unit_summary(talk: Talk) -> dict[str, str]:
    words, values = _words(talk), talk.values
    return {
        words.parent: face(talk.service, values["task"]).line,
        words.units: f"{bold(values['units'])} ({esc(words.own_of(values['owner']))})",
        words.what: said(values["what"]),
        words.deadline: views.deadline_told(_unit_deadline(talk), words_for(talk.person.language)),
    }


def _unit_changeable(talk: Talk) -> dict[str, str]:
    words = _words(talk)
    return {"units": words.units, "what": words.what, "deadline": words.deadline}


async def _hand_down(talk: Talk) -> Reply:
    service, values = talk.service, talk.values
    change = TaskAssigned(
        title=_title(values["what"]),
        words=values["what"],
        leads=_units(values["units"]),
        deadline=_unit_deadline(talk),
        parent=values["task"],
        owner=values["owner"],
    )
    code = keep(talk, change).entries[0].subject
    reached = await _tell(talk, (values["owner"],), code)
    card, words = _card(service, talk.person, code), _words(talk)
    told = f" {esc(words.reached(reached))}" if reached else ""
    return Reply(f"{words.handed(esc(code))}{told}\n\n{card.text}", card.rows)


HAND_DOWN = Dialogue(
    "hand_down",
    Right.HAND_DOWN,
    (_owner_step(), _units_step(), _part_step(), _unit_deadline_step(), sure_step(_unit_summary, _unit_changeable)),
    _hand_down,
)
