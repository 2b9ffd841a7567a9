"""How a report begins: in plain words, with /capnhat, or by [Báo cáo] on a card; each becomes a proposal."""

from telegram import CallbackQuery, Message, Update

from handlers import actions
from handlers.actions import Action
from handlers.dialogues import begin
from handlers.questions import answer_text
from handlers.reporting.answered import proposal_answered
from handlers.reporting.common import face, key_of_message, key_of_press, reports_as
from handlers.reporting.drafts import NotYoursError, code_in, not_yours, on_task, shown, unrecognised, without_codes
from handlers.reporting.likely import likely_tasks
from handlers.reporting.loose import begin_draft, waiting_since_asked
from handlers.reporting.meant import meant, not_in_list, ordered
from handlers.reporting.places import beyond_list, in_codes, unplaced, without_places
from handlers.reporting.typed import SAY
from handlers.reporting.which import proposed
from handlers.reporting.withdrawing import asked_back
from handlers.services import Context, Services, services
from handlers.views.filters import Row
from handlers.views.reply import Button, Reply, below_line, esc, shorten
from handlers.views.wording import reporting_words, turn_words
from handlers.views.words import Words
from knowledge.people import Person, Right, may_somewhere
from knowledge.record import ReportDraft
from knowledge.reporting import bare_report, begins_report, told_in

_LABEL = 60
_CODE_ALONE = 16


async def report_in_words(update: Update, context: Context) -> bool:
    """Take a private text that is a report; tell whether it was one. Anything else is left to be a question."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None or person is None or not message.text or message.chat.type != message.chat.PRIVATE:
        return False
    if not may_somewhere(person, Right.REPORT):
        refused = may_not(service, person, message.chat_id, message.text)
        if refused is not None:
            await service.outgoing.reply(message, refused)
        return refused is not None
    if await proposal_answered(service, person, message):
        return True
    wish = _wish(service, person, message.text)
    if wish is not None:
        await service.outgoing.reply(message, wish)
        return True
    try:
        draft = _on_the_code(service, person, message.text) or meant(service, person, message, message.text)
    except NotYoursError as refused:
        draft = await refuse(service, message, refused)
        if draft is None:
            return True
    if draft is None:
        return False
    await propose(service, message, person, draft, key_of_message(update))
    return True


def _wish(service: Services, person: Person, text: str) -> Reply | None:
    """Return what answers "báo cáo tiến độ" and "rút lại báo cáo"; None for what reports or asks."""
    if begins_report(text):
        return Reply(reporting_words(person.language).usage, _pressing(service, person))
    return asked_back(service, person, text)


def _on_the_code(service: Services, person: Person, text: str) -> ReportDraft | None:
    """Return a draft on the task whose code answers "cho việc nào?", asked of evidence; None for any other text."""
    code = code_in(service, text)
    waiting = waiting_since_asked(service, person) if code is not None and len(text) <= _CODE_ALONE else None
    if code is None or waiting is None or waiting.draft.task or not waiting.draft.evidence:
        return None
    draft = on_task(service, person, code)
    if not reports_as(person, face(service, code).duty):
        raise NotYoursError(not_yours(service, person, code))
    return draft


def may_not(service: Services, person: Person, chat: int, text: str) -> Reply | None:
    """Return what tells somebody who reports, and has no right to, that nothing was recorded; None for other words.

    Where a task is named its card stands below.
    """
    words, today = reporting_words(person.language), service.today()
    placed = in_codes(service, person, chat, text)
    unclear = unplaced(placed) or beyond_list(service, person, chat, placed)
    code = code_in(service, placed) if not unclear else None
    if code is None:
        placed = without_places(placed)
        bare = bare_report(placed, service.base, today)
        return Reply(esc(words.may_not_report)) if bare is not None else None
    if told_in(without_codes(service, placed), service.base, today) is None:
        return None
    return below_line(answer_text(service, chat, placed, person, leaning=True), words.may_not_report)


async def report(update: Update, context: Context) -> None:
    """/capnhat: report on the task whose code or words come with it; without any, the most pressing are offered."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None or person is None:
        return
    words = reporting_words(person.language)
    said = (message.text or "").partition(" ")[2].strip()
    try:
        draft = ordered(service, person, message, said) if said else None
    except NotYoursError as refused:
        draft = await refuse(service, message, refused)
        if draft is None:
            return
    if draft is None:
        reply = unrecognised(person, said) if said else Reply(words.usage, _pressing(service, person))
        await service.outgoing.reply(message, reply)
        return
    await propose(service, message, person, draft, key_of_message(update))


async def refuse(service: Services, message: Message, refused: NotYoursError) -> ReportDraft | None:
    """Say whose task was named, and return what else the message reports."""
    await service.outgoing.reply(message, refused.reply)
    return refused.then


async def propose(
    service: Services, message: Message, person: Person, draft: ReportDraft, key: str, album: str = ""
) -> None:
    """Store a draft with the evidence that came before it, and show it below `message`."""
    stored = begin_draft(service, person, message.chat_id, key, draft, album)
    if stored.draft.task:
        service.asked.see(message.chat_id, (stored.draft.task,), service.now())
    card = proposed(service, message.get_bot(), person, stored)
    behind = not_in_list(service, person, message, draft.asked or message.text or "") if not stored.draft.task else None
    if behind is not None:
        card = below_line(card, turn_words(person.language).no_such_place(*behind))
    service.drafts.shown(stored.number, await service.outgoing.reply(message, card))


def _pressing(service: Services, person: Person) -> tuple[Row, ...]:
    """Return a button for each of one's most pressing tasks, to report on it."""
    faces = [face(service, code) for code in likely_tasks(service, person)]
    return tuple(
        (Button(shorten(f"{one.code} {one.title}", _LABEL), Action(actions.REPORT_TASK, one.code).encode()),)
        for one in faces
    )


async def press_report(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Báo cáo]: ask how a task is. Raises UnknownTaskError."""
    person = service.people.find(query.from_user.id)
    if person is None or query.message is None:
        return
    one = face(service, action.subject)
    if not reports_as(person, one.duty):
        await service.outgoing.below(query, not_yours(service, person, one.code))
        return
    draft = on_task(service, person, one.code)
    stored = begin_draft(service, person, query.message.chat.id, key_of_press(query), draft)
    if not draft.agency or stored.entry:
        await service.outgoing.below(query, shown(service, person, stored))
        return
    values = {"draft": str(stored.number)}
    asked = begin(service, query.get_bot(), person, query.message.chat.id, SAY, values)
    await service.outgoing.below(query, asked)
