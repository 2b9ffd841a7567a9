"""What is pressed under a proposal and under an acknowledgement: it is changed, said yes to, dropped, withdrawn."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import CallbackQuery

from handlers.actions import Action
from handlers.dialogues import begin
from handlers.questions import answer_text
from handlers.reporting.answered import take_up_next
from handlers.reporting.common import REFUSALS, face, reports_as, whole
from handlers.reporting.drafts import on_task, shown, with_agency
from handlers.reporting.telling import acknowledgement
from handlers.reporting.typed import AMEND, FIELDS, leave_dialogue
from handlers.reporting.which import asked_which
from handlers.services import Services
from handlers.views import reports as views
from handlers.views.reply import Reply, esc
from handlers.views.wording import reporting_words
from handlers.views.words import Words
from knowledge.people import Person
from knowledge.progress import Status
from knowledge.record import ReportDraft
from knowledge.store import StoredDraft

log = logging.getLogger(__name__)


class _Pressed:
    """A button pressed under a draft that still waits."""

    def __init__(self, query: CallbackQuery, service: Services, person: Person, stored: StoredDraft) -> None:
        self.query, self.service, self.person, self.stored = query, service, person, stored
        self.words = reporting_words(person.language)

    async def show(self, reply: Reply) -> None:
        await self.service.outgoing.edit(self.query, reply)

    async def keep(self, draft: ReportDraft) -> None:
        """Store the draft as it was changed, and show it."""
        self.service.drafts.keep(self.stored.number, draft, self.service.now())
        self.stored = replace(self.stored, draft=draft)
        await self.show(shown(self.service, self.person, self.stored))


async def _say_yes(press: _Pressed, _: str) -> None:
    """Record the draft, once, and only then say so; where it cannot be, the buttons stay to be pressed again."""
    service, stored = press.service, press.stored
    if not stored.draft.is_ready:
        await press.show(shown(service, press.person, stored))
        return
    actor = service.actor(press.person)
    try:
        receipt = service.record.record(stored.draft.change(), actor, service.now(), stored.key)
    except REFUSALS as refused:
        log.info("a report was not recorded: %s", refused)
        await service.outgoing.below(press.query, views.refusal(refused, press.words))
        return
    await press.show(acknowledgement(service, press.person, receipt.number, receipt))
    service.drafts.recorded(stored.number, receipt.number, service.now())
    service.asked.see(stored.chat, (stored.draft.task,), service.now())  # "xong rồi" an hour later is on the same
    await _take_up_next(press)


async def _drop(press: _Pressed, _: str) -> None:
    press.service.drafts.end(press.stored.number)
    await press.show(Reply(esc(press.words.dropped)))
    await _take_up_next(press)


async def _take_up_next(press: _Pressed) -> None:
    """Propose the next report of the same message, where there is one."""

    async def below(reply: Reply) -> int:
        return await press.service.outgoing.below(press.query, reply)

    await take_up_next(press.service, press.person, press.stored, below)


async def _ask_instead(press: _Pressed, _: str) -> None:
    """It was no report: answer it as the question that it is."""
    press.service.drafts.end(press.stored.number)
    asked, chat = press.stored.draft.asked, press.stored.chat
    await press.show(answer_text(press.service, chat, asked, press.person, leaning=chat == press.person.id))


async def _others(press: _Pressed, _: str) -> None:
    await press.show(asked_which(press.service, press.query.get_bot(), press.person, press.stored))


async def _edit(press: _Pressed, _: str) -> None:
    await press.show(views.edit_card(press.stored, shown(press.service, press.person, press.stored), press.words))


async def _back(press: _Pressed, _: str) -> None:
    await press.show(shown(press.service, press.person, press.stored))


async def _choose_task(press: _Pressed, code: str) -> None:
    """Put the report on another task; what it says stays."""
    fresh = on_task(press.service, press.person, code)
    await press.keep(press.stored.draft.on(fresh.task, fresh.agency, fresh.basis))


async def _choose_agency(press: _Pressed, place: str) -> None:
    mine = reports_as(press.person, face(press.service, press.stored.draft.task).duty)
    if not (place.isascii() and place.isdigit() and int(place) < len(mine)):
        raise KeyError(place)
    await press.keep(with_agency(press.service, press.stored.draft, mine[int(place)]))


async def _choose_status(press: _Pressed, value: str) -> None:
    if value not in set(Status) - {Status.NO_REPORT}:
        raise KeyError(value)
    await press.keep(press.stored.draft.at(Status(value), press.service.today()))


async def _choose_percent(press: _Pressed, value: str) -> None:
    if value not in {str(each) for each in views.PERCENTS}:
        raise KeyError(value)
    await press.keep(replace(press.stored.draft, status=Status.IN_PROGRESS, percent=int(value)))


async def _type(press: _Pressed, what: str) -> None:
    """Ask for something to be typed in place of what was understood."""
    if what not in FIELDS:
        raise KeyError(what)
    values, bot = {"draft": str(press.stored.number), "field": what}, press.query.get_bot()
    await press.show(begin(press.service, bot, press.person, press.stored.chat, AMEND, values))


_DEEDS: dict[str, Callable[[_Pressed, str], Awaitable[None]]] = {
    "yes": _say_yes,
    "drop": _drop,
    "ask": _ask_instead,
    "others": _others,
    "edit": _edit,
    "back": _back,
    "task": _choose_task,
    "agency": _choose_agency,
    "status": _choose_status,
    "percent": _choose_percent,
    "type": _type,
}


async def press_draft(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Do to a draft what its button says. Raises KeyError for what no button says, UnknownTaskError."""
    number, _, what = action.subject.partition(".")
    person = service.people.find(query.from_user.id)
    stored = service.drafts.find(whole(number), person.id) if person else None
    if person is None or stored is None:
        await service.outgoing.edit(query, Reply(esc(reporting_words(words.language).draft_gone)))
        return
    if stored.entry:
        await service.outgoing.edit(query, acknowledgement(service, person, stored.entry))
        return
    verb, _, value = what.partition(".")
    leave_dialogue(service, person, stored)
    await _DEEDS[verb](_Pressed(query, service, person, stored), value)
