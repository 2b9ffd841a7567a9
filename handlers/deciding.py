"""Supervisors decide on extensions, with a reason."""

from datetime import date

from telegram import CallbackQuery

from handlers.actions import Action
from handlers.composing import keep, open_dialogue, prose_step
from handlers.dialogues import Dialogue, OverError, Talk
from handlers.extensions import card, date_step, found, in_force
from handlers.services import Services
from handlers.views.reply import Reply, code, esc
from handlers.views.wording import extension_words
from handlers.views.wording.extensions import ExtensionWords
from handlers.views.words import Words, day
from knowledge.people import Right
from knowledge.record import ExtensionDecided, ExtensionState
from knowledge.when import Deadline


def _words(talk: Talk) -> ExtensionWords:
    return extension_words(talk.person.language)


async def press_grant(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Đồng ý]: ask for the reason. Raises KeyError, RefusedError."""
    await _begin_decision(query, service, action.subject, {"granted": "yes", "until": ""})


async def press_grant_otherwise(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Đến ngày khác]: ask for the day, then the reason. Raises KeyError, RefusedError."""
    await _begin_decision(query, service, action.subject, {"granted": "yes"})


async def press_refuse(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Từ chối]: ask for the reason. Raises KeyError, RefusedError."""
    await _begin_decision(query, service, action.subject, {"granted": "no", "until": ""})


async def _begin_decision(query: CallbackQuery, service: Services, number: str, values: dict[str, str]) -> None:
    person, extension = found(service, query, number)
    if extension.state is not ExtensionState.WAITING:
        await service.outgoing.edit(query, card(service, person, extension))
    else:
        await open_dialogue(query, service, person, DECIDE_EXTENSION, {"extension": number, **values})


def _decided_deadline(talk: Talk) -> Deadline:
    extension = talk.service.record.state.extension(int(talk.values["extension"]))
    return in_force(talk.service, talk.service.record.state.duty(extension.task), extension.agency)


def _ask_reason(talk: Talk) -> str:
    extension = talk.service.record.state.extension(int(talk.values["extension"]))
    until = date.fromisoformat(talk.values["until"]) if talk.values["until"] else extension.proposed
    about = f"{code(extension.task)} · {esc(extension.agency)} · → {day(until)}"
    return f"{about}\n{_words(talk).ask_reason[talk.values['granted'] == 'yes']}"


async def _decide(talk: Talk) -> Reply:
    service, values = talk.service, talk.values
    number = int(values["extension"])
    before, mine = service.record.state.extension(number), service.people.pseudonym(talk.person.id)
    if before.state is not ExtensionState.WAITING and before.decided_by != mine:
        raise OverError(card(service, talk.person, before))
    until = date.fromisoformat(values["until"]) if values["until"] else None
    keep(talk, ExtensionDecided(number, values["granted"] == "yes", values["reason"], until))
    return card(service, talk.person, service.record.state.extension(number))


DECIDE_EXTENSION = Dialogue(
    "decide_extension",
    Right.SUPERVISE,
    (
        date_step("until", lambda talk: esc(_words(talk).ask_other_date), _decided_deadline),
        prose_step("reason", _ask_reason, numbered=False),
    ),
    _decide,
)
