"""From words to a proposal: what a message reports, on which task, for which agency; nothing is recorded here."""

import re
from dataclasses import replace

from handlers.reporting.common import face, given_tasks, own_agencies, reports_as
from handlers.services import Services, words_for
from handlers.views import report_choices as choices
from handlers.views import reports as views
from handlers.views.reply import Reply, esc, shorten
from handlers.views.wording import reporting_words
from knowledge.codes import find_code
from knowledge.errors import UnknownTaskError
from knowledge.people import Person
from knowledge.record import ReportDraft
from knowledge.reporting import Match, matches_for, read_words, report_in, saying, split_reports
from knowledge.store import StoredDraft

MOST_TEXT = 4096
_ENUMERATES = re.compile(r"^(?:(?:và|va|and|việc|viec|nv|cả|ca)\b[\s,]*|[,;:+&-]\s*)+", re.IGNORECASE)
_GIVEN = re.compile(r"(?<![\w-])gv[-. ]?\d{1,9}(?![\w-])", re.IGNORECASE)

_LIKE_CODE = re.compile(r"(?<![\w-])(?:\d{1,4}|gv)-\w[\w.]*(?![\w-])", re.IGNORECASE)


class NotYoursError(Exception):
    """A code was typed that the sender may not report on; `reply` says who may.

    `then` is what else the same message reports, to be proposed below.
    """

    def __init__(self, reply: Reply, then: ReportDraft | None = None) -> None:
        """Keep what is shown, and what goes on."""
        super().__init__(reply.plain)
        self.reply, self.then = reply, then


def draft_in(service: Services, person: Person, text: str) -> ReportDraft | None:
    """Return the report that `text` is, with the others of the same message in `rest`; None for a question or talk.

    Raises NotYoursError where a code is that of a task one may not report on, before anything that one may.
    """
    if not own_agencies(person):
        return None
    parts = split_reports(text[:MOST_TEXT], service.base.vocabulary.codes)
    refused: list[str] = []
    unread: list[str] = []
    draft = None
    for place, part in enumerate(parts):
        try:
            draft = _draft_of(service, person, part)
        except NotYoursError as not_theirs:
            refused.append(not_theirs.reply.text)
            continue
        if draft is not None:
            rest = (*unread, *_of_other_codes(service, part, draft.task), *parts[place + 1 :])
            draft = replace(draft, rest=rest, asked=text[:MOST_TEXT])
            break
        unread.append(part)
    if refused:
        raise NotYoursError(Reply("\n\n".join(refused)), draft)
    return draft


def _of_other_codes(service: Services, part: str, task: str) -> list[str]:
    """Return what a part says of the other tasks whose codes stand in it: "71-1 và 71-2 xong rồi" is two reports."""
    others = [code for code in codes_in(service, part) if code != task]
    return [f"{code} {without_codes(service, part)}" for code in others]


def _draft_of(service: Services, person: Person, part: str) -> ReportDraft | None:
    """Return the one report that a part of a message is."""
    base, today = service.base, service.today()
    given, said = code_in(service, part), without_codes(service, part)
    words = read_words(said, base, today)
    if given is not None and _GIVEN.search(part):
        return saying(on_task(service, person, given), words, said, today) if words.reports else None
    read = report_in(part, base, today, own_agencies(person), given_tasks(service, person))
    if read is None:
        return None
    codes = [match.task.id for match in read.matches if reports_as(person, service.record.state.duty(match.task.id))]
    if read.coded and not codes:
        raise NotYoursError(not_yours(service, person, read.matches[0].task.id))
    if not codes:
        return None
    draft = replace(on_task(service, person, codes[0]), others=tuple(codes[1:]))
    return saying(draft, words if read.coded else read.words, said, today)


def commanded(service: Services, person: Person, text: str) -> ReportDraft | None:
    """Return the draft that `/capnhat` with these words begins: here they are a report even where they tell little.

    None where no task is found. Raises NotYoursError.
    """
    try:
        found = draft_in(service, person, text)
    except NotYoursError as refused:
        then = replace(refused.then, asked="") if refused.then is not None else None
        raise NotYoursError(refused.reply, then) from refused
    if found is not None:
        return replace(found, asked="")
    code = code_in(service, text)
    codes = [code] if code else [match.task.id for match in _matches(service, person, text)]
    mine = [each for each in codes if reports_as(person, service.record.state.duty(each))]
    if code and not mine:
        raise NotYoursError(not_yours(service, person, code))
    if not mine:
        return None
    draft = replace(on_task(service, person, mine[0]), others=tuple(mine[1:]))
    return told(service, draft, without_codes(service, text))


def _matches(service: Services, person: Person, text: str) -> tuple[Match, ...]:
    given = given_tasks(service, person)
    return matches_for(text, service.base, service.today(), own_agencies(person), given)


def told(service: Services, draft: ReportDraft, text: str) -> ReportDraft:
    """Return `draft` with what `text` says, without looking for a task in it."""
    said = text.strip()
    if not said:
        return draft
    words = read_words(said, service.base, service.today())
    return saying(draft, words, said, service.today())


def on_task(service: Services, person: Person, code: str) -> ReportDraft:
    """Return an empty draft on a task, for the agency one reports for where it is only one."""
    duty = service.record.state.duty(code)
    mine = reports_as(person, duty)
    return with_agency(service, ReportDraft(task=duty.task), mine[0] if len(mine) == 1 else "")


def with_agency(service: Services, draft: ReportDraft, agency: str) -> ReportDraft:
    """Return `draft` for an agency, having seen that agency's last report."""
    basis = service.record.state.progress(draft.task, agency).last if agency else 0
    return replace(draft, agency=agency, basis=basis)


def code_in(service: Services, text: str) -> str | None:
    """Return the first task that `text` names by its code; None where it names none that there is."""
    given = _GIVEN.search(text)
    found = find_code(text, service.base.vocabulary.codes)
    for code in (given and given.group(), found and found[0]):
        try:
            if code:
                return service.record.state.duty(code).task
        except UnknownTaskError:
            continue
    return None


def unknown_code(service: Services, text: str) -> str:
    """Return what is typed like a task's code and is none, "" where there is no such thing or a code beside it."""
    found = _LIKE_CODE.search(text) if code_in(service, text) is None else None
    return found.group() if found else ""


def codes_in(service: Services, text: str) -> tuple[str, ...]:
    """Return the tasks that `text` names by their codes, each once, in order; what names no task is passed over."""
    codes, places = service.base.vocabulary.codes, [(found.start(), found.end()) for found in _GIVEN.finditer(text)]
    rest = text
    while found := find_code(rest, codes):
        places.append(found[1:])
        rest = rest[: found[1]] + " " * (found[2] - found[1]) + rest[found[2] :]
    named = (code_in(service, text[start:end]) for start, end in sorted(places))
    return tuple(dict.fromkeys(code for code in named if code))


def code_at_head(service: Services, shown_text: str) -> str | None:
    """Return the task that a message of the bot is about: its code begins a line. None for lists and other talk."""
    for line in shown_text.splitlines():
        found = find_code(line, service.base.vocabulary.codes)
        if (found is not None and found[1] == 0) or _GIVEN.match(line):
            return code_in(service, line)
    return None


def without_codes(service: Services, text: str) -> str:
    """Return what a text says beside the codes in it."""
    rest = _GIVEN.sub(" ", text)
    while found := find_code(rest, service.base.vocabulary.codes):
        rest = rest[: found[1]] + rest[found[2] :]
    return _ENUMERATES.sub("", " ".join(rest.split())).strip(" :,;-")


def not_yours(service: Services, person: Person, code: str) -> Reply:
    """Say who reports on a task, and for whom the person may."""
    words, one = reporting_words(person.language), face(service, code)
    told_by = views.named([service.base.registry.short(name) for name in one.duty.assignees[:6]])
    own = views.named([service.base.registry.short(name) for name in own_agencies(person)])
    return Reply(f"{one.line}\n{esc(words.not_for_you(told_by, own))}")


def shown(service: Services, person: Person, stored: StoredDraft) -> Reply:
    """Return a draft as its author sees it: the proposal, or what is still to be said. Raises UnknownTaskError."""
    words, draft = reporting_words(person.language), stored.draft
    if not draft.task:
        return which_task(service, person, stored)
    one = face(service, draft.task)
    if not draft.agency:
        return choices.agency_choice(stored, one, reports_as(person, one.duty), words)
    before = service.record.state.progress(draft.task, draft.agency).status
    return views.draft_card(stored, one, before, words)


def which_task(service: Services, person: Person, stored: StoredDraft) -> Reply:
    """Ask on which task a draft is, with those it may be on, each with the deadline in force for its author."""
    offered = []
    for code in stored.draft.others:
        one = face(service, code)
        part = next(iter(reports_as(person, one.duty)), "")
        offered.append(choices.Offered(one, service.record.book().deadline(one.duty, part)))
    return choices.task_choice(stored, offered, words_for(person.language), service.today())


def unrecognised(person: Person, part: str) -> Reply:
    """Say that a part of a message names no task."""
    return Reply(esc(reporting_words(person.language).unrecognised(shorten(part, 200))))
