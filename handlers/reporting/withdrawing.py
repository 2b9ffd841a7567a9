"""A report is taken back: by its button, or asked for in words, of one's last report or of that on a task named."""

from contextlib import suppress

from telegram import CallbackQuery
from telegram.error import TelegramError

from handlers import actions
from handlers.actions import Action
from handlers.reporting.common import REFUSALS, face, key_of_press, last_report, reports_as, whole
from handlers.reporting.drafts import code_in, shown
from handlers.reporting.loose import waiting_since_asked
from handlers.reporting.telling import acknowledgement
from handlers.services import Services
from handlers.views import reports as views
from handlers.views.reply import Button, Reply, below_line, esc
from handlers.views.wording import reporting_words
from handlers.views.words import Words
from knowledge.people import Person
from knowledge.record import WITHDRAWAL, ProgressReport, Refusal, RefusedError, ReportState, Withdrawn
from knowledge.reporting import mistaken, takes_back


def asked_back(service: Services, person: Person, text: str) -> Reply | None:
    """Return what answers words that take a report back, with the button that does it; None for any other words."""
    if not takes_back(text):
        return None
    words, code = reporting_words(person.language), code_in(service, text)
    if code is not None:
        return _of_task(service, person, code)
    waiting = waiting_since_asked(service, person)
    if waiting is not None and waiting.draft.is_ready:
        return below_line(shown(service, person, waiting), words.not_yet_recorded)
    last = last_report(service, person)
    if last is not None:
        return _to_withdraw(service, person, last)
    return None if mistaken(text) else Reply(esc(words.nothing_to_take_back))


def _of_task(service: Services, person: Person, code: str) -> Reply:
    """Return one's last report on a task with the button that takes it back; too late, how it is corrected."""
    words, one = reporting_words(person.language), face(service, code)
    pseudonym = service.people.pseudonym(person.id)
    parts = reports_as(person, one.duty)
    own = max((service.record.state.last_by(pseudonym, one.code, part) for part in parts), default=0)
    if not own:
        return Reply(f"{one.line}\n{esc(words.not_reported_by_you)}")
    report = service.record.state.report(own)
    if service.now() - report.at <= WITHDRAWAL:
        return _to_withdraw(service, person, report)
    again = Button(words.report_again, Action(actions.REPORT_TASK, one.code).encode())
    return Reply(f"{one.line}\n{esc(words.refusals[Refusal.TOO_LATE])}", ((again,),))


def _to_withdraw(service: Services, person: Person, report: ProgressReport) -> Reply:
    card = acknowledgement(service, person, report.id)
    stands = report.state not in (ReportState.WITHDRAWN, ReportState.CONFIRMED, ReportState.RETURNED)
    return below_line(card, reporting_words(person.language).press_withdraw) if stands else card


async def withdraw(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Rút lại]: take one's last report back, within minutes. Pressed again it says that it was."""
    person = service.people.find(query.from_user.id)
    if person is None:
        return
    number, words, told = whole(action.subject), reporting_words(person.language), None
    try:
        service.record.record(Withdrawn(number), service.actor(person), service.now(), key_of_press(query))
    except REFUSALS as refused:
        if not (isinstance(refused, RefusedError) and _is_withdrawn(service, number)):
            await _answer(query, None)
            await service.outgoing.below(query, views.refusal(refused, words))
            return
        told = words.withdrawn_before
    await _answer(query, told)
    await service.outgoing.edit(query, acknowledgement(service, person, number))


async def _answer(query: CallbackQuery, told: str | None) -> None:
    """Stop the button's spinner, with a word; too late for that, what was done is shown all the same."""
    with suppress(TelegramError):
        await query.answer(told)


def _is_withdrawn(service: Services, number: int) -> bool:
    try:
        report = service.record.state.report(number)
    except RefusedError:
        return False
    return report.state is ReportState.WITHDRAWN
