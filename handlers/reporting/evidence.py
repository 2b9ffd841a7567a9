"""Files that show what was done: with a report, after it, in answer to a card, as an album, or ahead of it."""

import logging
from dataclasses import replace

from telegram import CallbackQuery, Message, Update

from handlers import actions
from handlers.actions import Action
from handlers.questions import not_text
from handlers.reporting.common import REFUSALS, face, key_of_message, whole
from handlers.reporting.drafts import NotYoursError, code_in
from handlers.reporting.files import NotFetchedError, carries_file, take_in
from handlers.reporting.flow import may_not, propose, refuse
from handlers.reporting.loose import WAITS, begin_draft
from handlers.reporting.meant import answered_tasks, meant
from handlers.reporting.showing import SHOW, add_evidence, just_asked_for, record_evidence, show_on_task
from handlers.reporting.telling import acknowledgement
from handlers.reporting.which import proposed
from handlers.services import Context, Services, services
from handlers.views import reports as views
from handlers.views.reply import Button, Reply, esc, shorten
from handlers.views.wording import reporting_words
from handlers.views.words import Words
from handlers.workbooks import sent_back
from knowledge.people import Person, Right, may_somewhere
from knowledge.record import Evidence, ProgressReport, ReportDraft, ReportState
from knowledge.store import EvidenceRefusedError, StoredDialogue, StoredDraft

log = logging.getLogger(__name__)

_OFFERED = 5
_OPEN = 2
_PROPOSAL = "d"  # what is chosen is a proposal that waits, no report
_LABEL = 60


async def take_file(update: Update, context: Context) -> None:
    """Take a workbook sent back in private, or a photo or document as evidence; of anything else only text is read."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None:
        return
    if person is None or not may_somewhere(person, Right.REPORT):
        said = _said(message)
        refused = may_not(service, person, message.chat_id, said) if person is not None and said else None
        if refused is None:
            await not_text(update, context)
        else:
            await service.outgoing.reply(message, refused)
        return
    words = reporting_words(person.language)
    if not carries_file(message):
        await service.outgoing.reply(message, Reply(esc(words.only_these_files)))
        return
    try:
        if await sent_back(update, context):
            return
        piece = await take_in(service, message)
        await _place(update, context, message, person, piece)
    except (EvidenceRefusedError, *REFUSALS) as refused:
        log.info("evidence was not taken: %s", refused)
        await service.outgoing.reply(message, views.refusal(refused, words))
    except NotFetchedError as error:
        log.warning("evidence could not be fetched: %s", error)
        await service.outgoing.reply(message, Reply(esc(words.not_fetched)))
    except NotYoursError as refused:
        await refuse(service, message, refused)


async def _place(update: Update, context: Context, message: Message, person: Person, piece: Evidence) -> None:
    """Put evidence where it belongs, by what came with it, before it, or what it answers; else ask."""
    service, key = services(context), key_of_message(update)
    album = message.media_group_id or ""
    begun = service.drafts.latest(person.id, message.chat_id, service.now(), album) if album else None
    said = _said(message)
    draft = await _reported(service, person, message, said) if said else None
    if draft is not None and draft.task:
        await propose(service, message, person, draft.showing((piece,)), key, album)
    elif begun is not None:
        await _into(service, message, person, begun, piece, key)
    elif (talk := _spoken_to(service, person, message)) is not None:
        await add_evidence(service, message, person, int(talk.values["report"]), (piece,), key)
        service.dialogues.end(talk.number)
    elif (code := _code_meant(service, message, said)) is not None:
        await show_on_task(service, message, person, code, (piece,), key, album)
    elif (waiting := _waiting(service, person, message)) is not None and (draft is None or waiting.draft.task):
        if album:
            service.drafts.gather(waiting.number, album)
        await _into(service, message, person, waiting, piece, key)
    elif (last := just_asked_for(service, person)) is not None:
        await add_evidence(service, message, person, last.id, (piece,), key)
    elif draft is not None:
        await propose(service, message, person, draft.showing((piece,)), key, album)
    else:
        await _ask_which(service, message, person, piece, key, album)


async def _reported(service: Services, person: Person, message: Message, said: str) -> ReportDraft | None:
    """Return what a caption reports; of what is not theirs that is said first. Raises NotYoursError."""
    try:
        return meant(service, person, message, said)
    except NotYoursError as refused:
        if refused.then is None:
            raise
        return await refuse(service, message, refused)


def _said(message: Message) -> str:
    """Return what a caption says, without the command that it may begin with."""
    caption = (message.caption or "").strip()
    return caption.partition(" ")[2].strip() if caption.startswith("/") else caption


def _spoken_to(service: Services, person: Person, message: Message) -> StoredDialogue | None:
    """Return the dialogue that waits for evidence, None where none does."""
    stored = service.dialogues.current(person.id, message.chat_id, service.now())
    return stored if stored is not None and not stored.aside and stored.name == SHOW.name else None


def _code_meant(service: Services, message: Message, said: str) -> str | None:
    """Return the task that a caption names, or that stands in the message of the bot which is answered."""
    answered = answered_tasks(service, message)
    return code_in(service, said) or (answered[0] if len(answered) == 1 else None)


def _waiting(service: Services, person: Person, message: Message) -> StoredDraft | None:
    return service.drafts.latest(person.id, message.chat_id, service.now() - WAITS)


async def _into(
    service: Services, message: Message, person: Person, stored: StoredDraft, piece: Evidence, key: str
) -> None:
    """Add a piece to a draft, and show it in its place; to a report, where the draft has become one meanwhile."""
    if stored.entry:
        await add_evidence(service, message, person, stored.entry, (piece,), key)
        return
    draft = stored.draft.showing((piece,))
    service.drafts.keep(stored.number, draft, service.now())
    stored = replace(stored, draft=draft)
    reported = draft.task or draft.status
    card = proposed(service, message.get_bot(), person, stored) if reported else _which(service, person, stored)
    same_album = bool(message.media_group_id) and message.media_group_id == stored.album
    if same_album and stored.message:
        await service.outgoing.change(message.get_bot(), message.chat_id, stored.message, card)
    else:
        service.drafts.shown(stored.number, await service.outgoing.reply(message, card))


async def _ask_which(
    service: Services, message: Message, person: Person, piece: Evidence, key: str, album: str
) -> None:
    """Ask what a piece is for: one's open proposals and latest reports as buttons."""
    stored = begin_draft(service, person, message.chat_id, key, ReportDraft(evidence=(piece,)), album)
    service.drafts.shown(stored.number, await service.outgoing.reply(message, _which(service, person, stored)))


def _which(service: Services, person: Person, stored: StoredDraft) -> Reply:
    words = reporting_words(person.language)
    open_ones = [each for each in service.drafts.waiting(person.id, stored.chat) if each.draft.task][:_OPEN]
    offered = [(f"{_PROPOSAL}{each.number}", each.draft.task, f" ({words.not_recorded})") for each in open_ones]
    offered += [(str(report.id), report.task, "") for report in _latest(service, person)]
    rows = []
    for subject, task, note in offered[:_OFFERED]:
        label = f"{shorten(f'{task} {face(service, task).title}', _LABEL - len(note))}{note}"
        rows.append((Button(label, Action(actions.ATTACH, f"{stored.number}.{subject}").encode()),))
    drop = (views.draft_button(stored.number, words.drop, "drop"),)
    return Reply(esc(words.evidence_for_which(len(stored.draft.evidence))), (*rows, drop))


def _latest(service: Services, person: Person) -> list[ProgressReport]:
    """Return one's last reports that can take evidence, of each task the last; those that wait for it come first."""
    found: dict[tuple[str, str], ProgressReport] = {}
    for entry in reversed(service.record.log.by(service.people.pseudonym(person.id))):
        if entry.kind == "reported" and (entry.subject, entry.agency) not in found:
            report = service.record.state.report(entry.seq)
            if report.stands:
                found[entry.subject, entry.agency] = report
        if len(found) == _OFFERED:
            break
    return sorted(found.values(), key=lambda each: each.state is not ReportState.AWAITS_EVIDENCE)


async def attach(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Put evidence that came ahead of a report with the chosen one. Raises KeyError."""
    number, _, report = action.subject.partition(".")
    person = service.people.find(query.from_user.id)
    stored = service.drafts.find(whole(number), person.id) if person else None
    if person is None or stored is None:
        await service.outgoing.edit(query, Reply(esc(reporting_words(words.language).draft_gone)))
        return
    if stored.entry:
        await service.outgoing.edit(query, acknowledgement(service, person, stored.entry))
        return
    if report.startswith(_PROPOSAL):
        await _attach_to_proposal(query, service, person, stored, whole(report.removeprefix(_PROPOSAL)))
        return
    try:
        reply = record_evidence(service, person, whole(report), stored.draft.evidence, stored.key)
    except REFUSALS as refused:
        await service.outgoing.below(query, views.refusal(refused, reporting_words(person.language)))
        return
    service.drafts.recorded(stored.number, whole(report), service.now())
    await service.outgoing.edit(query, reply)


async def _attach_to_proposal(
    query: CallbackQuery, service: Services, person: Person, stored: StoredDraft, number: int
) -> None:
    """Put evidence with a proposal that waits, and show that one; of one that was recorded meanwhile, its report."""
    chosen = service.drafts.find(number, person.id)
    if chosen is None:
        await service.outgoing.below(query, Reply(esc(reporting_words(person.language).draft_gone)))
        return
    if chosen.entry:
        reply = record_evidence(service, person, chosen.entry, stored.draft.evidence, stored.key)
    else:
        draft = chosen.draft.showing(stored.draft.evidence)
        service.drafts.keep(chosen.number, draft, service.now())
        service.drafts.gather(chosen.number, stored.album)
        reply = proposed(service, query.get_bot(), person, replace(chosen, draft=draft))
    service.drafts.end(stored.number)
    await service.outgoing.edit(query, reply)
