"""/excel: an agency's tasks as a workbook, and the filled workbook sent back: checked, listed, recorded on one yes."""

import asyncio
import logging
import re
from dataclasses import replace
from pathlib import PurePath

from telegram import CallbackQuery, Document, Update

from handlers.actions import Action
from handlers.reporting.common import REFUSALS, face, key_of_message, local, own_agencies, whole
from handlers.reporting.files import fetched
from handlers.services import Context, Services, services
from handlers.views import reports as report_views
from handlers.views import workbooks as views
from handlers.views.reply import Attachment, Reply, esc
from handlers.views.wording import reporting_words, workbook_words
from handlers.views.words import Words
from handlers.workbook_rows import as_it_stands, import_of, lines_of
from knowledge.people import Person
from knowledge.record import MAX_BYTES, EvidenceAdded, ProgressReport, StoreBusyError, StoreFullError
from knowledge.store.imports import StoredImport
from knowledge.text import fold
from knowledge.workbook import NAME_BEGINS, SPREADSHEETS, WorkbookError, is_ours, read, write

log = logging.getLogger(__name__)

_LANGUAGES = ("vi", "en")
_PRESSED = re.compile(r"(get|yes|drop)\.([a-z\d]{1,15})", re.ASCII)
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


async def workbook(update: Update, context: Context) -> None:
    """/excel: send the workbook of one's agency; of several, ask which."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None or person is None:
        return
    words, agencies = workbook_words(person.language), own_agencies(person)
    if not agencies:
        await service.outgoing.reply(message, Reply(esc(words.no_agency)))
    elif len(agencies) > 1:
        keyed = [(name, service.agency_key(name)) for name in agencies]
        await service.outgoing.reply(message, views.choice(keyed, words))
    else:
        await service.outgoing.reply(message, await _workbook(service, person, agencies[0]))


async def _workbook(service: Services, person: Person, agency: str) -> Reply:
    words = workbook_words(person.language)
    lines = lines_of(service, agency, person.language)
    if not lines:
        return Reply(esc(words.no_tasks(agency)))
    content = await asyncio.to_thread(write, agency, service.now(), lines, words.labels)
    short = _NOT_IN_NAMES.sub("-", fold(service.base.registry.short(agency))).strip("-")
    name = f"{NAME_BEGINS}-{short}-{service.today():%Y%m%d}.xlsx"
    return Reply(esc(words.sent(agency, len(lines))), attachment=Attachment(name, content))


async def sent_back(update: Update, context: Context) -> bool:
    """Take a document that is a workbook of ours and list its changes; tell whether it was one.

    Raises NotFetchedError where Telegram does not hand it out.
    """
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None or person is None or message.document is None:
        return False
    data = await _fetched(message.document)
    if data is None or not is_ours(message.document.file_name or "", data):
        return False
    await service.outgoing.reply(message, await _listed(service, person, key_of_message(update), data))
    return True


async def _fetched(document: Document) -> bytes | None:
    """Return the bytes of a spreadsheet; None for anything else, and for one that no bot can download."""
    spreadsheet = PurePath((document.file_name or "").lower()).suffix in SPREADSHEETS
    if not spreadsheet or (document.file_size or 0) > MAX_BYTES:
        return None
    return await fetched(document)


async def _listed(service: Services, person: Person, key: str, data: bytes) -> Reply:
    """Return the list of what a workbook changes, stored to wait for the yes; or why it is not taken."""
    words = workbook_words(person.language)
    try:
        labels = [workbook_words(language).labels for language in _LANGUAGES]
        filling = await asyncio.to_thread(read, data, labels, service.today())
        if filling.stamp.agency not in own_agencies(person):
            return Reply(esc(words.not_your_agency(filling.stamp.agency)))
        found = import_of(service, person, filling)
        if not found.is_ready:  # nothing of it is kept
            return views.not_ready(found, words)
        return _shown(service, person, service.imports.begin(person.id, key, found, service.now()))
    except WorkbookError as error:
        log.info("a workbook was not taken: %s", error)
        return views.refused(error, words)
    except REFUSALS as refused:
        return report_views.refusal(refused, reporting_words(person.language))


async def press(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """Send a chosen agency's workbook, or record or leave what a workbook would change. Raises KeyError."""
    person = service.people.find(query.from_user.id)
    if person is None:
        return
    words = workbook_words(person.language)
    found = _PRESSED.fullmatch(action.subject)
    if found is None:
        raise KeyError(action.subject)
    what, which = found.groups()
    if what == "get":
        agency = service.agency_by_key(which)
        if agency not in own_agencies(person):
            await service.outgoing.edit(query, Reply(esc(words.not_your_agency(agency))))
            return
        await service.outgoing.below(query, await _workbook(service, person, agency))
        return
    stored = service.imports.find(whole(which), person.id)
    if stored is None:
        await service.outgoing.edit(query, Reply(esc(words.gone)))
        return
    try:
        await _decide(query, service, person, stored, yes=what == "yes")
    except REFUSALS as refused:  # the list and its buttons stay, to be pressed again
        log.info("a workbook was not recorded: %s", refused)
        await service.outgoing.below(query, report_views.refusal(refused, reporting_words(person.language)))


async def _decide(query: CallbackQuery, service: Services, person: Person, stored: StoredImport, *, yes: bool) -> None:
    words, agency = workbook_words(person.language), stored.read.agency
    if stored.entry:
        await service.outgoing.edit(query, _recorded(service, person, stored))
    elif not yes:
        service.imports.end(stored.number)
        await service.outgoing.edit(query, Reply(esc(words.left)))
    elif agency not in own_agencies(person):
        await service.outgoing.edit(query, Reply(esc(words.not_your_agency(agency))))
    else:
        await _record(query, service, person, stored)


async def _record(query: CallbackQuery, service: Services, person: Person, stored: StoredImport) -> None:
    """Record all that was listed or, where something came in between, list it anew. Raises what the record raises."""
    words = workbook_words(person.language)
    now = as_it_stands(service, person, stored.read)
    if now != stored.read or not now.is_ready:
        if now.is_ready:
            service.imports.keep(stored.number, now, service.now())
            anew = _shown(service, person, replace(stored, read=now))
        else:
            service.imports.end(stored.number)
            anew = views.not_ready(now, words)
        await service.outgoing.edit(query, Reply(f"{esc(words.changed_meanwhile)}\n\n{anew.text}", anew.rows))
        return
    changes = [one.change for one in now.changes]
    receipt = service.record.record_all(changes, service.actor(person), service.now(), f"workbook:{stored.key}")
    stored = replace(stored, entry=receipt.number)
    try:
        service.imports.recorded(stored.number, receipt.number)
    except (StoreBusyError, StoreFullError) as error:  # all is on disk: the key says so when it is pressed again
        log.warning("that a workbook was recorded could not be noted: %s", error)
    await service.outgoing.edit(query, _recorded(service, person, stored))


def _shown(service: Services, person: Person, stored: StoredImport) -> Reply:
    if stored.entry:
        return _recorded(service, person, stored)
    titles = {one.task: face(service, one.task).title for one in stored.read.changes[: views.MOST_SHOWN]}
    return views.listing(stored, titles, local(service, stored.read.made_at), person.language)


def _reports(service: Services, stored: StoredImport) -> list[ProgressReport]:
    """Return the reports that an import made or added to, as they stand; its entries follow one another."""
    state = service.record.state
    return [
        state.report(one.added.report if isinstance(one.added, EvidenceAdded) else number)
        for number, one in enumerate(stored.read.changes, stored.entry)
    ]


def _recorded(service: Services, person: Person, stored: StoredImport) -> Reply:
    states = [report.state for report in _reports(service, stored)]
    at = next(service.record.log.entries(stored.entry, stored.entry)).moment
    return views.recorded(len(states), states, local(service, at), workbook_words(person.language))
