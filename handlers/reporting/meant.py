"""What somebody reports in a message, and on which task where the words alone do not say it.

The task may stand in the bot's message that is answered, or be the one just looked at; else it is asked for.
"""

from dataclasses import replace

from telegram import Message

from handlers.reporting.common import reports_as
from handlers.reporting.drafts import (
    MOST_TEXT,
    NotYoursError,
    code_at_head,
    code_in,
    codes_in,
    commanded,
    draft_in,
    not_yours,
    on_task,
    told,
)
from handlers.reporting.likely import likely_tasks, reportable
from handlers.reporting.places import beyond_list, counted_in, in_codes, unplaced, without_places
from handlers.services import Services
from knowledge.conversation import MEMORY
from knowledge.people import Person
from knowledge.record import ReportDraft
from knowledge.reporting import bare_report, saying, told_in


def meant(service: Services, person: Person, message: Message, said: str) -> ReportDraft | None:
    """Return what `said` in a message reports, without a task where that must be asked; None for a question or talk.

    Raises NotYoursError where a task is named or answered that the sender may not report on.
    """
    answered = answered_tasks(service, message)
    counted = _counted(service, message, answered)
    asked, said = said, in_codes(service, person, message.chat_id, said, counted)
    if len(answered) == 1 and code_in(service, said) is None:
        draft = _on(service, person, answered[0], said)
        if draft is not None:
            return draft
    if unplaced(said) or beyond_list(service, person, message.chat_id, said, counted):
        return _of_no_list(service, person, message.chat_id, said, answered)
    draft = draft_in(service, person, said)
    if draft is not None and said != asked:
        draft = replace(draft, asked=asked[:MOST_TEXT])
    if draft is not None:
        return _rather(service, person, draft, answered)
    return _unnamed(service, person, message.chat_id, said, answered)


def ordered(service: Services, person: Person, message: Message, said: str) -> ReportDraft | None:
    """Return what `/capnhat` with these words reports; as `meant`, but nothing else than a report is looked for."""
    answered = answered_tasks(service, message)
    counted = _counted(service, message, answered)
    said = in_codes(service, person, message.chat_id, said, counted)
    unclear = unplaced(said) or beyond_list(service, person, message.chat_id, said, counted)
    draft = _of_no_list(service, person, message.chat_id, said, answered) if unclear else None
    draft = draft or commanded(service, person, said)
    if draft is not None:
        return replace(draft, asked="")
    if len(answered) == 1:
        draft = _on(service, person, answered[0], said)
        if draft is not None:
            return draft
    draft = _unnamed(service, person, message.chat_id, said, answered)
    if draft is None and told_in(said, service.base, service.today()) is not None:
        draft = told(service, _asked_for(service, person, ()), said)
    return replace(draft, asked="") if draft is not None else None


def answered_tasks(service: Services, message: Message) -> tuple[str, ...]:
    """Return the tasks in the bot's message that is answered: that of a card, or all of a list or a reminder."""
    before = message.reply_to_message
    if before is None or before.from_user is None or before.from_user.id != message.get_bot().id:
        return ()
    text = before.text or before.caption or ""
    head = code_at_head(service, text)
    return (head,) if head is not None else codes_in(service, text)


def not_in_list(service: Services, person: Person, message: Message, said: str) -> tuple[int, int] | None:
    """Return how many tasks the list has that is answered or open, and the place behind them that `said` counts."""
    counted = _counted(service, message, answered_tasks(service, message))
    said = in_codes(service, person, message.chat_id, said, counted)
    return beyond_list(service, person, message.chat_id, said, counted)


def _counted(service: Services, message: Message, answered: tuple[str, ...]) -> dict[int, str] | None:
    """Return the tasks of the list that is answered, by their numbers; None where none is, and the open one counts."""
    before = message.reply_to_message
    return counted_in(service, before.text or before.caption or "") if before and len(answered) > 1 else None


def _on(service: Services, person: Person, code: str, said: str) -> ReportDraft | None:
    """Return what is said about the task of a card that is answered; None where that reports no state."""
    words = told_in(said[:MOST_TEXT], service.base, service.today())
    if words is None or words.status is None:
        return None
    if not reports_as(person, service.record.state.duty(code)):
        raise NotYoursError(not_yours(service, person, code))
    draft = replace(on_task(service, person, code), others=_besides(code, likely_tasks(service, person)))
    return replace(saying(draft, words, said, service.today()), asked=said[:MOST_TEXT])


def _rather(service: Services, person: Person, draft: ReportDraft, answered: tuple[str, ...]) -> ReportDraft:
    """Return `draft` on a task of the list or reminder that is answered, where its words fit one of those too."""
    fitting = [code for code in draft.others if code in answered]
    if draft.task in answered or not fitting:
        return draft
    fresh = on_task(service, person, fitting[0])
    return draft.on(fresh.task, fresh.agency, fresh.basis)


def _unnamed(service: Services, person: Person, chat: int, said: str, answered: tuple[str, ...]) -> ReportDraft | None:
    """Return a bare report, on the task just looked at, or on none with those it is likely on; None for other words."""
    words = bare_report(said, service.base, service.today())
    if words is None:
        return None
    seen = service.asked.seen(chat, service.now() - MEMORY)
    first = reportable(service, person, answered or (seen.tasks if seen else ()))
    draft = _asked_for(service, person, first)
    if len(first) == 1 and (answered or not _asked_since(service, chat)):
        draft = replace(on_task(service, person, first[0]), others=_besides(first[0], draft.others))
    return replace(saying(draft, words, said, service.today()), asked=said)


def _of_no_list(
    service: Services, person: Person, chat: int, said: str, answered: tuple[str, ...]
) -> ReportDraft | None:
    """Return a report on "việc 7" where no list has a seventh: which task is meant is asked; None for other words.

    A number so small is rather counted than part of a code, and only who looks at that task means it for certain.
    """
    plain = without_places(said)
    words = told_in(plain[:MOST_TEXT], service.base, service.today())
    if words is None:
        return None
    coded, seen = codes_in(service, said), service.asked.seen(chat, service.now() - MEMORY)
    looked_at = seen.tasks if seen else ()
    if len(coded) == 1 and coded == looked_at and reportable(service, person, coded):
        draft = replace(on_task(service, person, coded[0]), others=_besides(coded[0], likely_tasks(service, person)))
    else:
        draft = _asked_for(service, person, (*coded, *answered, *looked_at))
    return replace(saying(draft, words, plain, service.today()), asked=said[:MOST_TEXT])


def _asked_since(service: Services, chat: int) -> bool:
    """Tell whether something else was asked after a task was looked at."""
    seen, last = service.asked.seen(chat, service.now() - MEMORY), service.asked.latest(chat, service.now() - MEMORY)
    return seen is not None and last is not None and last.asked_at > seen.at


def _asked_for(service: Services, person: Person, first: tuple[str, ...]) -> ReportDraft:
    """Return an empty draft whose task is to be asked for."""
    return ReportDraft(others=likely_tasks(service, person, first))


def _besides(code: str, others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(each for each in others if each != code)
