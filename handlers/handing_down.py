"""Focal points hand tasks down to the units of their agency; its people report for them."""

import re
from dataclasses import replace
from datetime import date

from telegram import CallbackQuery

from handlers.actions import Action
from handlers.assigning import card, kept_deadline, note_told, taken_deadline, title_of, words_of
from handlers.composing import keep, nothing_to_press, open_dialogue, options_step, prose_step, sure_step
from handlers.dialogues import AgainError, Dialogue, Step, Talk
from handlers.reporting.common import face
from handlers.services import Services, words_for
from handlers.views import assigning as views
from handlers.views.composing import said
from handlers.views.reply import Reply, bold, esc
from handlers.views.reports import named
from handlers.views.wording import assigning_words
from handlers.views.words import Words, day
from knowledge.people import Person, Right, may
from knowledge.record import Duty, TaskAssigned, no_later
from knowledge.when import Deadline

_PARENT = "parent"
_MOST_TYPED = 200
_MOST_UNITS = 8


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

    step = options_step("owner", lambda talk: esc(words_of(talk).ask_owner), options, numbered=False)
    return replace(
        step,
        choose=lambda talk, value: options(talk)[step.choose(talk, value)],
        take=lambda talk, text: options(talk)[step.take(talk, text)],
    )


def _units(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(each.split()) for each in re.split(r"[;\n]", text) if each.strip()))


def _units_step() -> Step:
    def ask(talk: Talk) -> str:
        return words_of(talk).ask_units(face(talk.service, talk.values["task"]).line)

    def take(talk: Talk, text: str) -> str:
        units = _units(text[:_MOST_TYPED])
        right = all(any(letter.isalpha() for letter in each) for each in units)
        if not (1 <= len(units) <= _MOST_UNITS and right):
            raise AgainError(Reply(f"{esc(words_of(talk).units_odd(_MOST_UNITS))}\n\n{ask(talk)}"))
        return "; ".join(units)

    return Step("units", lambda talk: Reply(ask(talk)), take, nothing_to_press, prose=True)


def _part_step() -> Step:
    step = prose_step("what", lambda talk: words_of(talk).ask_part)

    def ask(talk: Talk) -> Reply:
        return Reply(words_of(talk).ask_part, ((talk.choice(words_of(talk).as_parent, _PARENT),),))

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
        rows = ((talk.choice(words_of(talk).as_parent_deadline, _PARENT),),)
        return Reply(words_of(talk).ask_unit_deadline(day(last) if last else ""), rows)

    def take(talk: Talk, text: str) -> str:
        again, own, words = ask(talk), _own_deadline(talk), words_of(talk)
        if own.last is not None and own.late_on(talk.service.today()):
            raise AgainError(Reply(f"{esc(words.parent_over(day(own.last)))}\n\n{again.text}", again.rows))
        kept = taken_deadline(talk, text, again)
        read = kept_deadline(kept)
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
    return kept_deadline(kept) if kept else _own_deadline(talk)


def _unit_summary(talk: Talk) -> dict[str, str]:
    words, values = words_of(talk), talk.values
    return {
        words.parent: face(talk.service, values["task"]).line,
        words.units: f"{bold(values['units'])} ({esc(words.own_of(values['owner']))})",
        words.what: said(values["what"]),
        words.deadline: views.deadline_told(_unit_deadline(talk), words_for(talk.person.language)),
    }


def _unit_changeable(talk: Talk) -> dict[str, str]:
    words = words_of(talk)
    return {"units": words.units, "what": words.what, "deadline": words.deadline}


async def _hand_down(talk: Talk) -> Reply:
    service, values = talk.service, talk.values
    change = TaskAssigned(
        title=title_of(values["what"]),
        words=values["what"],
        leads=_units(values["units"]),
        deadline=_unit_deadline(talk),
        parent=values["task"],
        owner=values["owner"],
    )
    code = keep(talk, change).entries[0].subject
    others = note_told(talk, (values["owner"],), code)
    shown, words = card(service, talk.person, code), words_of(talk)
    told = f" {esc(words.reached(others))}" if others else ""
    return Reply(f"{words.handed(esc(code))}{told}\n\n{shown.text}", shown.rows)


HAND_DOWN = Dialogue(
    "hand_down",
    Right.HAND_DOWN,
    (_owner_step(), _units_step(), _part_step(), _unit_deadline_step(), sure_step(_unit_summary, _unit_changeable)),
    _hand_down,
    lasting=True,
)
