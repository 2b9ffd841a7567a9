"""Evidence put with a report: recorded, acknowledged, asked for by [Thêm minh chứng]."""

from telegram import CallbackQuery, Message

from handlers.actions import Action
from handlers.dialogues import AgainError, Dialogue, Step, Talk, begin
from handlers.reporting.common import REFUSALS, face, key_of_press, last_report, reports_as, whole
from handlers.reporting.drafts import on_task
from handlers.reporting.flow import propose
from handlers.reporting.telling import acknowledgement
from handlers.reporting.typed import never
from handlers.services import Services
from handlers.views import reports as views
from handlers.views.reply import Reply, esc
from handlers.views.wording import reporting_words
from handlers.views.words import Words
from knowledge.people import Person, Right
from knowledge.record import Evidence, EvidenceAdded, ProgressReport, RefusedError, ReportDraft, ReportState
from knowledge.reporting import evidence_of, read_words


def asked_for(service: Services, person: Person) -> ProgressReport | None:
    """Return one's report of the last minutes for which evidence was asked and has not come, None without one."""
    last = last_report(service, person)
    return last if last is not None and last.state is ReportState.AWAITS_EVIDENCE else None


def just_asked_for(service: Services, person: Person) -> ProgressReport | None:
    """Return the same where nothing else was asked or looked at since: a stray file is evidence of no other."""
    last = asked_for(service, person)
    if last is None:
        return None
    asked, seen = service.asked.latest(person.id, last.at), service.asked.seen(person.id, last.at)
    elsewhere = seen is not None and seen.at > last.at and seen.tasks != (last.task,)
    return None if elsewhere or (asked is not None and asked.asked_at > last.at) else last


async def show_on_task(
    service: Services, message: Message, person: Person, code: str, pieces: tuple[Evidence, ...], key: str, album: str
) -> None:
    """Add to one's last report on a task where it can still be shown; else begin a report with it."""
    one = face(service, code)
    for agency in reports_as(person, one.duty):
        last = service.record.state.last_by(service.people.pseudonym(person.id), one.code, agency)
        if last and service.record.state.report(last).stands:
            await add_evidence(service, message, person, last, pieces, key)
            return
    draft = on_task(service, person, one.code).showing(pieces)
    await propose(service, message, person, draft, key, album)


async def add_evidence(
    service: Services, message: Message, person: Person, number: int, pieces: tuple[Evidence, ...], key: str
) -> None:
    """Record pieces with a report; of an album one answer grows."""
    reply = record_evidence(service, person, number, pieces, key)
    album = message.media_group_id
    stored = service.drafts.latest(person.id, message.chat_id, service.now(), album) if album else None
    if album and stored is None:
        kept = ReportDraft(task=service.record.state.report(number).task)
        stored = service.drafts.begin(person.id, message.chat_id, key, kept, service.now(), album)
        service.drafts.recorded(stored.number, number, service.now())
    if stored is not None and stored.message:
        await service.outgoing.change(message.get_bot(), message.chat_id, stored.message, reply)
        return
    sent = await service.outgoing.reply(message, reply)
    if stored is not None:
        service.drafts.shown(stored.number, sent)


def record_evidence(service: Services, person: Person, number: int, evidence: tuple[Evidence, ...], key: str) -> Reply:
    """Record evidence and return the acknowledgement."""
    service.record.record(EvidenceAdded(number, evidence), service.actor(person), service.now(), key)
    card = acknowledgement(service, person, number)
    added = reporting_words(person.language).evidence_added(len(evidence))
    return Reply(f"{esc(added)}\n{card.text}", card.rows)


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
    if not report.stands:
        await service.outgoing.below(query, Reply(esc(words.no_evidence_to), views.own_rows(report, words)))
        return
    values = {"report": str(report.id), "key": key_of_press(query)}
    reply = begin(service, query.get_bot(), person, query.message.chat.id, SHOW, values)
    await service.outgoing.below(query, reply)


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
        number, key = int(talk.values["report"]), talk.values["key"]
        return record_evidence(service, talk.person, number, evidence, key)
    except REFUSALS as refused:
        raise AgainError(views.refusal(refused, words)) from refused


SHOW = Dialogue(
    "show_evidence", Right.REPORT, (Step("shown", _ask_shown, _take_shown, never, prose=True, numbered=False),), _show
)
