"""Claims before a supervisor: confirmed, sent back with the reason, asked about. Nobody decides their own."""

import logging
from datetime import date

from telegram import CallbackQuery, Update

from handlers import actions
from handlers.actions import Action
from handlers.dialogues import AgainError, Dialogue, Step, Talk, begin
from handlers.reporting.common import REFUSALS, face, key_of_press, whole
from handlers.reporting.drafts import code_in, unknown_code
from handlers.reporting.telling import claim_card
from handlers.reporting.typed import day_said, never
from handlers.services import Context, Services, services
from handlers.showing import show
from handlers.views import reports as views
from handlers.views.paging import page_of
from handlers.views.reply import Attachment, Button, Reply, esc
from handlers.views.wording import reporting_words
from handlers.views.words import Words
from knowledge.people import Person, Right
from knowledge.record import (
    Change,
    Confirmed,
    Evidence,
    EvidenceKind,
    ProgressReport,
    Refusal,
    RefusedError,
    Remarked,
    ReportState,
    Returned,
)
from knowledge.record.evidence import SUFFIXES

log = logging.getLogger(__name__)

_DECIDED = (Refusal.WRONG_STATE, Refusal.REPLACED)


async def waiting(update: Update, context: Context) -> None:
    """/choxacnhan: list the claims that wait; with a task's code, those on it."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is not None and person is not None:
        await service.outgoing.reply(message, claims_for(service, person, " ".join(context.args or ())))


def claims_for(service: Services, person: Person, typed: str) -> Reply:
    """Return the claims that wait, or those on the task that is typed: one whole, or that none waits there."""
    words, code, unknown = reporting_words(person.language), code_in(service, typed), unknown_code(service, typed)
    if unknown:
        return Reply(esc(words.no_such_code(unknown)))
    if code is None:
        return _list(service, person, 1)
    here = [claim for claim in service.record.state.waiting(ReportState.AWAITS_CONFIRMATION) if claim.task == code]
    if len(here) == 1:
        return claim_card(service, person, here[0])
    if not here:
        see = Button(words.open_task, Action(actions.OPEN_TASK, code).encode())
        return Reply(esc(words.not_waiting(code)), ((see,),))
    shown = page_of(here, 1, len(here)).each(lambda report: (report, face(service, report.task)))
    return views.waiting_list(shown, 0, words)


async def turn_page(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """Show another page of the claims that wait. Raises KeyError."""
    person = service.people.find(query.from_user.id)
    if person is not None:
        await show(query, service, _list(service, person, whole(action.subject)))


def _list(service: Services, person: Person, page: int) -> Reply:
    claims = service.record.state.waiting(ReportState.AWAITS_CONFIRMATION)
    without = len(service.record.state.waiting(ReportState.AWAITS_EVIDENCE))
    shown = page_of(claims, page).each(lambda report: (report, face(service, report.task)))
    return views.waiting_list(shown, without, reporting_words(person.language))


async def press_claim(query: CallbackQuery, action: Action, service: Services, _words: Words) -> None:
    """Do to a claim what its button says. One that is decided already shows how. Raises KeyError."""
    number, _, what = action.subject.partition(".")
    person = service.people.find(query.from_user.id)
    if person is None or query.message is None:
        return
    try:
        report = service.record.state.report(whole(number))
    except RefusedError as refused:
        await service.outgoing.edit(query, views.refusal(refused, reporting_words(person.language)))
        return
    if what in _DECIDES and not report.waits:  # an old button: it says what became of the claim, and changes nothing
        await service.outgoing.edit(query, claim_card(service, person, report))
        return
    if what == "reopen" and report.state is not ReportState.CONFIRMED:
        await service.outgoing.below(query, claim_card(service, person, report))
        return
    match what:
        case "open":
            await service.outgoing.below(query, claim_card(service, person, report))
        case "files":
            await _send_files(query, service, person, report)
        case "yes":
            await _confirm(query, service, person, report)
        case "day" | "back" | "ask" | "reopen":
            values = {"report": number, "key": key_of_press(query)}
            chat = query.message.chat.id
            await service.outgoing.below(query, begin(service, query.get_bot(), person, chat, _ASKED[what], values))
        case _:
            raise KeyError(what)


async def _confirm(query: CallbackQuery, service: Services, person: Person, report: ProgressReport) -> None:
    change = Confirmed(report.id)
    try:
        service.record.record(change, service.actor(person), service.now(), key_of_press(query))
    except REFUSALS as refused:
        if isinstance(refused, RefusedError) and refused.why in _DECIDED:
            await service.outgoing.edit(query, claim_card(service, person, service.record.state.report(report.id)))
            return
        await service.outgoing.below(query, views.refusal(refused, reporting_words(person.language)))
        return
    await service.outgoing.edit(query, claim_card(service, person, service.record.state.report(report.id)))


async def _send_files(query: CallbackQuery, service: Services, person: Person, report: ProgressReport) -> None:
    """Send the files of a report, one below the other."""
    words = reporting_words(person.language)
    for place, piece in enumerate((p for p in report.evidence if p.is_kept), 1):
        path = service.evidence.path(piece.ref)
        if not service.evidence.has(piece.ref):
            await service.outgoing.below(query, Reply(esc(words.evidence_gone)))
            continue
        attachment = Attachment(_file_name(report, piece, place), path.read_bytes())
        await service.outgoing.below(query, Reply(views.pieces((piece,), words), attachment=attachment))


def _file_name(report: ProgressReport, piece: Evidence, place: int) -> str:
    if piece.kind is EvidenceKind.FILE and piece.name:
        return piece.name
    return f"{report.task}-{place}{SUFFIXES.get(piece.media_type, '')}"


# ── what a supervisor, or the author, types ─────────────────────────────────────────────────────────


def _card(talk: Talk) -> Reply:
    return claim_card(talk.service, talk.person, talk.service.record.state.report(int(talk.values["report"])))


def _asks(which: str) -> Step:
    """Return the step that asks for words; `which` names the question among the words."""

    def ask(talk: Talk) -> Reply:
        words = reporting_words(talk.person.language)
        report = talk.service.record.state.report(int(talk.values["report"]))
        asked = {
            "day": words.ask_confirm_day,
            "reason": words.ask_reason,
            "reopen": words.ask_reopen,
            "question": words.ask_question,
            "answer": words.ask_answer,
        }[which]
        return Reply(f"{face(talk.service, report.task).line}\n{esc(asked)}")

    def take(talk: Talk, text: str) -> str:
        words = reporting_words(talk.person.language)
        if which == "day":
            day = day_said(text, talk.service.today())
            if day is None:
                raise AgainError(Reply(esc(words.day_odd)))
            return day.isoformat()
        said = " ".join(text.split())
        if sum(c.isalpha() for c in said) < _LEAST_LETTERS:
            raise AgainError(Reply(esc(words.reason_short)))
        return said[:_MOST_SAID]

    return Step("said", ask, take, never, prose=True, numbered=False, any_words=which in ("question", "answer"))


def _record(talk: Talk, change: Change) -> None:
    """Record what was decided. What is decided already is no error: its card tells.

    Raises AgainError where something else stands against it.
    """
    service = talk.service
    try:
        service.record.record(change, service.actor(talk.person), service.now(), talk.values["key"])
    except REFUSALS as refused:
        if not (isinstance(refused, RefusedError) and refused.why in _DECIDED):
            raise AgainError(views.refusal(refused, reporting_words(talk.person.language))) from refused
        log.info("a claim was decided meanwhile: %s", refused)


async def _confirm_day(talk: Talk) -> Reply:
    _record(talk, Confirmed(int(talk.values["report"]), date.fromisoformat(talk.values["said"])))
    return _card(talk)


async def _send_back(talk: Talk) -> Reply:
    _record(talk, Returned(int(talk.values["report"]), talk.values["said"]))
    return _card(talk)


async def _reopen(talk: Talk) -> Reply:
    _record(talk, Returned(int(talk.values["report"]), talk.values["said"], reopens=True))
    return _card(talk)


async def _ask_author(talk: Talk) -> Reply:
    _record(talk, Remarked(int(talk.values["report"]), talk.values["said"]))
    return Reply(esc(reporting_words(talk.person.language).question_sent))


async def _answer(talk: Talk) -> Reply:
    _record(talk, Remarked(int(talk.values["report"]), talk.values["said"]))
    return Reply(esc(reporting_words(talk.person.language).answer_sent))


async def answer_remark(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Trả lời]: ask the author for the answer to a supervisor's question. Raises KeyError."""
    person = service.people.find(query.from_user.id)
    if person is None or query.message is None:
        return
    try:
        report = service.record.state.report(whole(action.subject))
    except RefusedError as refused:
        await service.outgoing.below(query, views.refusal(refused, reporting_words(person.language)))
        return
    values = {"report": str(report.id), "key": key_of_press(query)}
    chat = query.message.chat.id
    await service.outgoing.below(query, begin(service, query.get_bot(), person, chat, ANSWER, values))


_LEAST_LETTERS = 3
_MOST_SAID = 1000
CONFIRM_DAY = Dialogue("confirm_day", Right.SUPERVISE, (_asks("day"),), _confirm_day)
SEND_BACK = Dialogue("send_back", Right.SUPERVISE, (_asks("reason"),), _send_back)
REOPEN = Dialogue("reopen", Right.SUPERVISE, (_asks("reopen"),), _reopen)
ASK_AUTHOR = Dialogue("ask_author", Right.SUPERVISE, (_asks("question"),), _ask_author)
ANSWER = Dialogue("answer_remark", Right.REPORT, (_asks("answer"),), _answer)
_ASKED = {"day": CONFIRM_DAY, "back": SEND_BACK, "ask": ASK_AUTHOR, "reopen": REOPEN}
_DECIDES = ("yes", "day", "back", "ask")
