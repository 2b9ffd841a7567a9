"""A list of tasks as a file: the one just seen, or one that is named with the wish for it."""

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handlers.actions import View
from handlers.given import given_seen
from handlers.lists import picked
from handlers.moving import opened_in
from handlers.own import asker_in
from handlers.services import Services
from handlers.views.answers import example_rows
from handlers.views.lines import deadline_words, outcome
from handlers.views.listed import is_list, listed
from handlers.views.places import place_of
from handlers.views.read_as import understood, unread_line
from handlers.views.reply import Attachment, Reply, esc
from handlers.views.wording import errand_words, reporting_words
from handlers.views.words import Words, day
from knowledge.answers import Answer, TaskHit, answer
from knowledge.conversation import read_turn
from knowledge.people import Person, Right, may_somewhere
from knowledge.progress import Status
from knowledge.questions import Intent
from knowledge.workbook import ListSheet, write_list

_WIDTHS = (6, 11, 42, 24, 24, 16, 22, 26)
_EXCEL = ("", "excel", "exel", "xls", "xlsx", "csv", "bang tinh", "spreadsheet")


@dataclass(frozen=True, slots=True)
class _List:
    """A list: what it answers, how it is looked at, and its tasks."""

    answer: Answer
    view: View
    hits: Sequence[TaskHit]


async def list_file(
    service: Services, chat: int, person: Person | None, words: Words, kind: str = "", of: str = ""
) -> Reply:
    """Return the tasks of the list just seen, or of what `of` asks for, as a workbook; without any, how to get one.

    `kind` is the kind of file that was asked for, in folded words.
    """
    said = errand_words(words.language)
    found = _asked(service, chat, person, of) if of else _seen(service, chat, person)
    notes = [esc(said.reporting_book)] if may_somewhere(person, Right.REPORT) else []
    if found is None:
        return Reply("\n\n".join((esc(said.no_list), *notes)), example_rows(words))
    if not found.hits:
        return Reply("\n\n".join((esc(said.no_tasks), *notes)))
    content = await asyncio.to_thread(write_list, _sheet(service, found, words))
    lines = [
        _read(service, found.answer, words),
        unread_line(found.answer.reading, words),
        esc(said.sent(len(found.hits))),
    ]
    if found.answer.own and found.answer.via_group and not found.view.groups:
        lines.append(esc(said.without_groups(len(found.answer.via_group))))
    if kind not in _EXCEL:
        lines.append(esc(said.only_excel))
    name = f"nhiem-vu-{service.today():%Y%m%d}.xlsx"
    return Reply("\n".join(filter(None, (*lines, *notes))), attachment=Attachment(name, content))


def _seen(service: Services, chat: int, person: Person | None) -> _List | None:
    opened = opened_in(service, chat, person)
    return _List(opened.answer, opened.view, opened.tasks) if opened.answer is not None else None


def _asked(service: Services, chat: int, person: Person | None, of: str) -> _List | None:
    asker, book, view = asker_in(service, chat, person), service.record.book(), View(0)
    reading = read_turn(of, (), service.base, service.today(), asker, book).reading
    given = given_seen(service, chat, person)
    found = picked(answer(reading, service.base, service.today(), book, given), view, None)
    lists = reading.intent in (Intent.LIST, Intent.COUNT) and is_list(found, view)
    return _List(found, view, listed(found, view)) if lists else None


def _read(service: Services, found: Answer, words: Words) -> str:
    return understood(found.reading, service.base.directives, words, service.today())


def _sheet(service: Services, found: _List, words: Words) -> ListSheet:
    said = errand_words(words.language)
    read = Reply(_read(service, found.answer, words)).plain.partition(" · ")[2]
    rows = [tuple(_cells(service, number, hit, words)) for number, hit in enumerate(found.hits, 1)]
    note = said.list_note(read, day(service.today()))
    return ListSheet(said.sheet, said.list_title, note, tuple(zip(said.headings, _WIDTHS, strict=True)), rows)


def _cells(service: Services, number: int, hit: TaskHit, words: Words) -> Iterator[str]:
    task, registry = hit.task, service.base.registry
    yield str(number)
    yield task.id
    yield task.title
    yield "; ".join(map(registry.short, task.leads))
    yield "; ".join(map(registry.short, task.coordinators))
    yield deadline_words(hit.deadline, words)
    stands, statuses = outcome(hit, words, service.today()), reporting_words(words.language).statuses
    status = words.no_report if hit.status is Status.NO_REPORT else statuses[hit.status].lower()
    over = hit.status is Status.DONE  # "hoàn thành đúng hạn" says both
    yield "; ".join(filter(None, (stands, "" if over and stands else status)))
    yield place_of(hit, service.base.directives, words)
