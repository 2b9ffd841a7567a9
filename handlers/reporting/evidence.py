"""What shows that work was done: sent with a report, after it, in answer to a card, as an album, or ahead of it."""

import logging
from dataclasses import replace

from telegram import Bot, CallbackQuery, Message, Update

from handlers import actions
from handlers.actions import Action
from handlers.dialogues import AgainError, Dialogue, Step, Talk, begin
from handlers.questions import not_text
from handlers.reporting.common import REFUSALS, face, key_of_message, key_of_press, last_report, reports_as, whole
from handlers.reporting.drafts import NotYoursError, code_in, on_task
from handlers.reporting.files import NotFetchedError, carries_file, take_in
from handlers.reporting.flow import propose
from handlers.reporting.loose import WAITS, begin_draft
from handlers.reporting.meant import answered_tasks, meant
from handlers.reporting.telling import acknowledgement, tell_supervisors
from handlers.reporting.typed import never
from handlers.reporting.which import proposed
from handlers.services import Context, Services, services
from handlers.views import reports as views
from handlers.views.reply import Button, Reply, esc, shorten
from handlers.views.wording import reporting_words
from handlers.views.words import Words
from handlers.workbooks import sent_back
from knowledge.people import Person, Right, may_somewhere
from knowledge.record import Evidence, EvidenceAdded, ProgressReport, RefusedError, ReportDraft, ReportState
from knowledge.reporting import evidence_of, read_words
from knowledge.store import EvidenceRefusedError, StoredDialogue, StoredDraft

log = logging.getLogger(__name__)

_OFFERED = 5


async def take_file(update: Update, context: Context) -> None:
    """Take a workbook sent back in private, or a photo or document as evidence; of anything else only text is read."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None:
        return
    if person is None or not may_somewhere(person, Right.REPORT):
        await not_text(update, context)
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
        await service.outgoing.reply(message, refused.reply)


async def _place(update: Update, context: Context, message: Message, person: Person, piece: Evidence) -> None:
    """Put evidence where it belongs, by what came with it, before it, or what it answers; else ask."""
    service, key = services(context), key_of_message(update)
    album = message.media_group_id or ""
    begun = service.drafts.latest(person.id, message.chat_id, service.now(), album) if album else None
    said = _said(message)
    draft = meant(service, person, message, said) if said else None
    if draft is not None and draft.task:
        await propose(service, message, person, draft.showing((piece,)), key, album)
    elif begun is not None:
        await _into(service, message, person, begun, piece, key)
    elif (talk := _spoken_to(service, person, message)) is not None:
        await _add(service, message, person, int(talk.values["report"]), piece, key)
        service.dialogues.end(talk.number)
    elif (code := _code_meant(service, message, said)) is not None:
        await _on_task(service, message, person, code, piece, key, album)
    elif (waiting := _waiting(service, person, message)) is not None and (draft is None or waiting.draft.task):
        if album:
            service.drafts.gather(waiting.number, album)
        await _into(service, message, person, waiting, piece, key)
    elif (last := _asked_for(service, person)) is not None:
        await _add(service, message, person, last.id, piece, key)
    elif draft is not None:
        await propose(service, message, person, draft.showing((piece,)), key, album)
    else:
        await _ask_which(service, message, person, piece, key, album)


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


def _asked_for(service: Services, person: Person) -> ProgressReport | None:
    """Return one's report of the last minutes for which evidence was asked and has not come, None without one."""
    last = last_report(service, person)
    return last if last is not None and last.state is ReportState.AWAITS_EVIDENCE else None


async def _into(
    service: Services, message: Message, person: Person, stored: StoredDraft, piece: Evidence, key: str
) -> None:
    """Add a piece to a draft, and show it in its place; to a report, where the draft has become one meanwhile."""
    if stored.entry:
        await _add(service, message, person, stored.entry, piece, key)
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


async def _on_task(
    service: Services, message: Message, person: Person, code: str, piece: Evidence, key: str, album: str
) -> None:
    """Add to one's last report on a task where it can still be shown; else begin a report with it."""
    one = face(service, code)
    for agency in reports_as(person, one.duty):
        last = service.record.state.last_by(service.people.pseudonym(person.id), one.code, agency)
        if last and service.record.state.report(last).stands:
            await _add(service, message, person, last, piece, key)
            return
    draft = on_task(service, person, one.code).showing((piece,))
    await propose(service, message, person, draft, key, album)


async def _add(service: Services, message: Message, person: Person, number: int, piece: Evidence, key: str) -> None:
    """Record a piece with a report; of an album one answer grows."""
    reply = await _recorded(service, message.get_bot(), person, number, (piece,), key)
    album = message.media_group_id
    stored = service.drafts.latest(person.id, message.chat_id, service.now(), album) if album else None
    if album and stored is None:
        kept = ReportDraft(task=service.record.state.report(number).task)
        stored = service.drafts.begin(person.id, message.chat_id, key, kept, service.now(), album)
        service.drafts.recorded(stored.number, number)
    if stored is not None and stored.message:
        await service.outgoing.change(message.get_bot(), message.chat_id, stored.message, reply)
        return
    sent = await service.outgoing.reply(message, reply)
    if stored is not None:
        service.drafts.shown(stored.number, sent)


async def _recorded(
    service: Services, bot: Bot, person: Person, number: int, evidence: tuple[Evidence, ...], key: str
) -> Reply:
    """Record evidence and return the acknowledgement; the supervisors are told when it was what they waited for."""
    before = service.record.state.report(number).state
    change = EvidenceAdded(number, evidence)
    receipt = service.record.record(change, service.actor(person), service.now(), key)
    report = service.record.state.report(number)
    if before is ReportState.AWAITS_EVIDENCE and not receipt.again:
        await tell_supervisors(service, bot, report)
    card = acknowledgement(service, person, report.id)
    added = reporting_words(person.language).evidence_added(len(evidence))
    return Reply(f"{esc(added)}\n{card.text}", card.rows)


async def _ask_which(
    service: Services, message: Message, person: Person, piece: Evidence, key: str, album: str
) -> None:
    """Ask what a piece is for: one's latest reports as buttons."""
    stored = begin_draft(service, person, message.chat_id, key, ReportDraft(evidence=(piece,)), album)
    service.drafts.shown(stored.number, await service.outgoing.reply(message, _which(service, person, stored)))


def _which(service: Services, person: Person, stored: StoredDraft) -> Reply:
    words = reporting_words(person.language)
    rows = []
    for report in _latest(service, person):
        label = shorten(f"{report.task} {face(service, report.task).title}", 60)
        rows.append((Button(label, Action(actions.ATTACH, f"{stored.number}.{report.id}").encode()),))
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
    try:
        bot, evidence = query.get_bot(), stored.draft.evidence
        reply = await _recorded(service, bot, person, whole(report), evidence, stored.key)
    except REFUSALS as refused:
        await service.outgoing.below(query, views.refusal(refused, reporting_words(person.language)))
        return
    service.drafts.recorded(stored.number, whole(report))
    await service.outgoing.edit(query, reply)


async def ask_for_evidence(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Thêm minh chứng]: wait for a file, a link or a document's number."""
    person = service.people.find(query.from_user.id)
    if person is None or query.message is None:
        return
    words = reporting_words(person.language)
    try:
        report = service.record.state.report(whole(action.subject))
    except RefusedError as refused:
        await service.outgoing.below(query, views.refusal(refused, words))
        return
    values = {"report": str(report.id), "key": key_of_press(query)}
    reply = begin(service, query.get_bot(), person, query.message.chat.id, SHOW, values)
    await service.outgoing.below(query, reply)


async def evidence_in_words(update: Update, context: Context) -> bool:
    """Take a text of nothing but links or document numbers as the evidence just asked for; tell whether it was."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None or person is None or not message.text or message.chat.type != message.chat.PRIVATE:
        return False
    last = _asked_for(service, person) if may_somewhere(person, Right.REPORT) else None
    found = _shown_in(service, message.text) if last is not None else ()  # reading words costs more than looking up
    if last is None or not found:
        return False
    try:
        reply = await _recorded(service, context.bot, person, last.id, found, key_of_message(update))
    except REFUSALS as refused:
        reply = views.refusal(refused, reporting_words(person.language))
    await service.outgoing.reply(message, reply)
    return True


def _shown_in(service: Services, text: str) -> tuple[Evidence, ...]:
    """Return the links and documents that a text names, () where it says more than that."""
    words = read_words(text, service.base, service.today())
    bare = len("".join(c for c in words.matter if c.isalpha())) <= len("quyet dinh so ngay")
    return evidence_of(words) if bare else ()


# ── [Thêm minh chứng], in words ─────────────────────────────────────────────────────────────────────


def _ask_shown(talk: Talk) -> Reply:
    return Reply(esc(reporting_words(talk.person.language).ask_evidence))


def _take_shown(talk: Talk, text: str) -> str:
    words = read_words(text, talk.service.base, talk.service.today())
    if not evidence_of(words):
        raise AgainError(Reply(esc(reporting_words(talk.person.language).evidence_odd)))
    return text


async def _show(talk: Talk) -> Reply:
    service, words = talk.service, reporting_words(talk.person.language)
    evidence = evidence_of(read_words(talk.values["shown"], service.base, service.today()))
    try:
        return await _recorded(service, talk.bot, talk.person, int(talk.values["report"]), evidence, talk.values["key"])
    except REFUSALS as refused:
        raise AgainError(views.refusal(refused, words)) from refused


SHOW = Dialogue(
    "show_evidence", Right.REPORT, (Step("shown", _ask_shown, _take_shown, never, prose=True, numbered=False),), _show
)
