"""Which task a report is on, where its words do not say: one is pressed, or its code or some words are typed."""

from dataclasses import replace

from telegram import Bot

from handlers.dialogues import AgainError, Dialogue, Step, Talk, begin
from handlers.given import given_seen
from handlers.reporting.drafts import NotYoursError, commanded, shown, which_task
from handlers.reporting.likely import OFFERED, reportable
from handlers.reporting.places import in_codes, unplaced
from handlers.reporting.typed import SAID, drop_draft, left_in_words, never, shown_at_last, waiting_draft
from handlers.services import Services
from handlers.views.reply import Reply, esc, shorten
from handlers.views.wording import reporting_words
from knowledge.answers import answer
from knowledge.people import Person, Right
from knowledge.record import ReportDraft
from knowledge.reporting import bare_report, saying
from knowledge.store import StoredDraft

_MOST_TYPED = 400
_SEARCHED = 20


def proposed(service: Services, bot: Bot, person: Person, stored: StoredDraft) -> Reply:
    """Return a draft as its author sees it; where its task is still to be said, what is typed next says it."""
    if stored.draft.task or stored.entry:
        return shown(service, person, stored)
    return asked_which(service, bot, person, stored)


def asked_which(service: Services, bot: Bot, person: Person, stored: StoredDraft) -> Reply:
    """Ask on which task a draft is, and wait for what is typed or pressed."""
    return begin(service, bot, person, stored.chat, WHICH, {"draft": str(stored.number)})


def _ask(talk: Talk) -> Reply:
    stored = waiting_draft(talk)
    if stored is None:
        return Reply(esc(reporting_words(talk.person.language).draft_gone))
    return which_task(talk.service, talk.person, stored)


def _take(talk: Talk, text: str) -> str:
    stored, service, person = waiting_draft(talk), talk.service, talk.person
    if stored is None or left_in_words(talk, text):
        return SAID
    typed, today = in_codes(service, person, talk.chat, text[:_MOST_TYPED]), service.today()
    bare = bare_report(typed, service.base, today)
    if bare is not None:  # no task yet, but said otherwise than before
        stored = replace(stored, draft=saying(stored.draft, bare, typed, today))
        service.drafts.keep(stored.number, stored.draft, service.now())
        raise AgainError(which_task(service, person, stored))
    try:
        named = commanded(service, person, typed) if not unplaced(typed) else None  # a small number names no task
    except NotYoursError as refused:
        raise AgainError(_again(talk, stored, refused.reply.text)) from refused
    if named is None:
        raise AgainError(_near(talk, stored, typed))
    service.drafts.keep(stored.number, _on(stored.draft, named), service.now())
    return SAID


def _on(draft: ReportDraft, named: ReportDraft) -> ReportDraft:
    """Return `draft` on the task that was named; what was said with its name counts too."""
    on = replace(draft.on(named.task, named.agency, named.basis), others=named.others or draft.others)
    on = replace(on, others=tuple(code for code in on.others if code != on.task)).showing(named.evidence)
    if named.status is None:
        return on
    return replace(
        on,
        status=named.status,
        percent=named.percent,
        words=named.words,
        done_on=named.done_on,
        dated=named.dated,
        obstacle=named.obstacle or draft.obstacle,
        rest=(*draft.rest, *named.rest),
    )


def _near(talk: Talk, stored: StoredDraft, typed: str) -> Reply:
    """Offer the tasks nearest to what was typed; where there are none, those offered before."""
    service, words = talk.service, reporting_words(talk.person.language)
    reading = service.base.read(typed, service.today())
    found = answer(reading, service.base, service.today(), given=given_seen(service, talk.chat, talk.person))
    hits = (*found.given, *found.tasks[:_SEARCHED])
    near = reportable(service, talk.person, [hit.task.id for hit in hits])[:OFFERED]
    if near:
        return which_task(service, talk.person, replace(stored, draft=replace(stored.draft, others=near)))
    return _again(talk, stored, esc(words.no_such_task(shorten(typed, 80))))


def _again(talk: Talk, stored: StoredDraft, before: str) -> Reply:
    """Ask once more below what was wrong (HTML)."""
    asked = which_task(talk.service, talk.person, stored)
    return Reply(f"{before}\n\n{asked.text}", asked.rows)


WHICH = Dialogue(
    "which_task",
    Right.REPORT,
    (Step("task", _ask, _take, never, code=True, numbered=False),),
    shown_at_last,
    drop_draft,
)
