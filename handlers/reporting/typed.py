"""What is typed in answer to a button of a proposal: how a task is, the day, the words, the obstacle."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from handlers.dialogues import AgainError, Dialogue, Step, Talk
from handlers.reporting.common import face
from handlers.reporting.drafts import code_in, shown, told
from handlers.reporting.telling import acknowledgement
from handlers.reporting.withdrawing import asked_back
from handlers.services import Services
from handlers.views import reports as views
from handlers.views.reply import Reply, esc
from handlers.views.wording import reporting_words
from handlers.views.wording.reports import ReportingWords
from knowledge.people import Person, Right
from knowledge.record import ReportDraft
from knowledge.reporting import refuses, takes_back
from knowledge.store import StoredDraft
from knowledge.when import parse_period

_MOST_SAID = 1000
SAID = "said"
_TAKEN_BACK = "taken_back"


def day_said(text: str, today: date) -> date | None:
    """Return the one day, not later than `today`, that `text` names; None where it names none."""
    period = parse_period(text[:200], today)
    if period is None or period.first is None or period.first != period.last or period.first > today:
        return None
    return period.first


def never(_: Talk, value: str) -> str:
    """Refuse whatever is pressed, in a step that offers nothing. Raises KeyError."""
    raise KeyError(value)


def draft_of(talk: Talk) -> StoredDraft | None:
    """Return the draft that a dialogue is about, None where it is gone."""
    return talk.service.drafts.find(int(talk.values["draft"]), talk.person.id)


def waiting_draft(talk: Talk) -> StoredDraft | None:
    """Return the same where it still waits for its author's yes."""
    stored = draft_of(talk)
    return stored if stored is not None and not stored.entry else None


async def shown_at_last(talk: Talk) -> Reply:
    """End with the draft as it is now, or with what has become of it."""
    said = talk.values.get(_TAKEN_BACK)
    if said is None:
        return _as_it_is(talk)
    back = asked_back(talk.service, talk.person, said) if code_in(talk.service, said) else None
    return back or Reply(esc(reporting_words(talk.person.language).dropped))


def left_in_words(talk: Talk, text: str) -> bool:
    """Forget the draft of a dialogue where `text` says no to it, or that a report was a mistake; tell whether so."""
    if not (takes_back(text) or refuses(text)):
        return False
    drop_draft(talk)
    talk.values[_TAKEN_BACK] = text
    return True


def _as_it_is(talk: Talk) -> Reply:
    stored = draft_of(talk)
    if stored is None:
        return Reply(esc(reporting_words(talk.person.language).draft_gone))
    if stored.entry:
        return acknowledgement(talk.service, talk.person, stored.entry)
    return shown(talk.service, talk.person, stored)


def _ask_how(talk: Talk) -> Reply:
    stored, words = waiting_draft(talk), reporting_words(talk.person.language)
    if stored is None:
        return Reply(esc(words.draft_gone))
    asked = words.ask_report(face(talk.service, stored.draft.task).line)
    return Reply(asked, views.status_rows(stored.number, words)[:-1])


def _take_how(talk: Talk, text: str) -> str:
    stored, words = waiting_draft(talk), reporting_words(talk.person.language)
    if stored is None or left_in_words(talk, text):
        return SAID
    draft = told(talk.service, stored.draft, text)
    if draft.status is None:
        raise AgainError(Reply(esc(words.not_yet_read), views.status_rows(stored.number, words)[:-1]))
    talk.service.drafts.keep(stored.number, draft, talk.service.now())
    return SAID


@dataclass(frozen=True, slots=True)
class _Field:
    """One thing of a draft that can be typed: how it is asked for, and where it goes."""

    ask: Callable[[ReportingWords], str]
    put: Callable[[Talk, ReportDraft, str], ReportDraft]


def _put_day(talk: Talk, draft: ReportDraft, text: str) -> ReportDraft:
    day = day_said(text, talk.service.today())
    if day is None:
        raise AgainError(Reply(esc(reporting_words(talk.person.language).day_odd)))
    return replace(draft, done_on=day, dated=True)


def _put_words(_: Talk, draft: ReportDraft, text: str) -> ReportDraft:
    return replace(draft, words=" ".join(text.split())[:_MOST_SAID])


def _put_obstacle(_: Talk, draft: ReportDraft, text: str) -> ReportDraft:
    return replace(draft, obstacle=" ".join(text.split())[:_MOST_SAID])


FIELDS: Mapping[str, _Field] = {
    "day": _Field(lambda words: words.ask_day, _put_day),
    "words": _Field(lambda words: words.ask_words, _put_words),
    "obstacle": _Field(lambda words: words.ask_obstacle, _put_obstacle),
}


def _ask_field(talk: Talk) -> Reply:
    return Reply(esc(FIELDS[talk.values["field"]].ask(reporting_words(talk.person.language))))


def _take_field(talk: Talk, text: str) -> str:
    stored = waiting_draft(talk)
    if stored is not None and not (talk.values["field"] == "day" and refuses(text)):  # "không" may be an obstacle
        draft = FIELDS[talk.values["field"]].put(talk, stored.draft, text)
        talk.service.drafts.keep(stored.number, draft, talk.service.now())
    return SAID


def drop_draft(talk: Talk) -> None:
    """Forget the draft that a dialogue is about, where it was left before its author said yes."""
    stored = waiting_draft(talk)
    if stored is not None:
        talk.service.drafts.end(stored.number)


SAY = Dialogue(
    "report",
    Right.REPORT,
    (Step("how", _ask_how, _take_how, never, prose=True, numbered=False),),
    shown_at_last,
    drop_draft,
)
AMEND = Dialogue(
    "amend_report",
    Right.REPORT,
    (Step("value", _ask_field, _take_field, never, prose=True, numbered=False),),
    shown_at_last,
    _as_it_is,
)


def leave_dialogue(service: Services, person: Person, stored: StoredDraft) -> None:
    """Wait for nothing typed about a draft any more: a button has answered."""
    current = service.dialogues.current(person.id, stored.chat, service.now())
    if current is not None and current.values.get("draft") == str(stored.number):
        service.dialogues.end(current.number)
