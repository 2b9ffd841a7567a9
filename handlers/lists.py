"""A stored question, read anew and looked at as a view says: what every list, page and filter button ends in."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from handlers.actions import Shown, View
from handlers.ready import Asked, Ready, asked_by_command, read_ready
from handlers.services import Services, words_for
from handlers.views import cards
from handlers.views.filters import AGENCIES, DIRECTIVES, Row, chooser
from handlers.views.listed import listed
from handlers.views.periods import stepped
from handlers.views.reply import Reply, esc
from handlers.views.wording import finding_words
from handlers.views.words import Words
from knowledge.answers import NOTHING_REPORTED, Answer, TaskHits, answer, most_urgent, tasks_of_section
from knowledge.base import KnowledgeBase
from knowledge.conversation import read_turn
from knowledge.questions import SOON, AgencyAsk, Asker, Intent, Reading, Role, State, language_of, tells_language
from knowledge.record import AssignedTask, StatusBook
from knowledge.sections import Section
from knowledge.store import Asked as Stored
from knowledge.when import Period


def reading_of(service: Services, stored: Stored, words: Words, asker: Asker) -> Reading:
    """Return the reading of a stored question as it was on the day it was asked; a command's speaks as `words`."""
    day = stored.asked_at.date()
    command = asked_by_command(stored.question)
    if command is not None:
        return read_ready(command, service.base, day, words)
    return read_turn(stored.question, stored.context, service.base, day, asker, service.record.book()).reading


def language_asked(question: str, words: Words) -> Words:
    """Return the wording that a stored question is answered in: its own language; a command's is that of the person."""
    told = tells_language(question) and not asked_by_command(question)
    return words_for(language_of(question)) if told else words


def list_reply(
    service: Services, question: str, reading: Reading, view: View, given: Sequence[AssignedTask] = ()
) -> Reply:
    """Return the list that answers `reading`, looked at as `view` says; with those of `given` that fit.

    Raises KeyError for an agency that is gone.
    """
    words = words_for(reading.language)
    command = asked_by_command(question)
    found = looked_at(reading, view, command, service.base, service.today(), service.record.book(), given)
    if view.urgency is not None or view.which:
        return service.answers.show(found, words, view)
    if command is not None and command.ready is Ready.SEARCH:
        return service.answers.search(found, command.words, words, view)
    if command is not None and command.ready is Ready.SECTION:
        return _of_section(service, command, found, words, view)
    return service.answers.show(found, words, view)


def looked_at(
    reading: Reading,
    view: View,
    command: Asked | None,
    base: KnowledgeBase,
    today: date,
    book: StatusBook = NOTHING_REPORTED,
    given: Sequence[AssignedTask] = (),
) -> Answer:
    """Return the answer to `reading` as the filters of `view` change and narrow it."""
    changed = change(reading, view, base, today)
    if command is not None and command.ready is Ready.SECTION:
        section = section_of(base, reading.directives[0], reading.section)
        return picked(_ordered(tasks_of_section(section, changed, base, today, book), view), view, command)
    found = _ordered(answer(changed, base, today, book, given), view)
    if not view.part:
        return picked(found, view, command)
    return replace(
        found,
        indicators=tuple(row for row in found.indicators if str(row.horizon) == view.part),
        databases=tuple(row for row in found.databases if str(row.list) == view.part),
    )


def _ordered(found: Answer, view: View) -> Answer:
    return replace(found, tasks=found.tasks.latest_first()) if view.latest else found


def shows_all(command: Asked | None) -> bool:
    """Tell whether a list numbers every task that was found, whatever the question was: that of a search does."""
    return command is not None and command.ready is Ready.SEARCH


def picked(found: Answer, view: View, command: Asked | None) -> Answer:
    """Return `found` with nothing but what its list shows, where one of that is to be chosen; or its most urgent."""
    if view.urgency is None and not view.which:
        return found
    shown = listed(found, view, whole=shows_all(command))
    if view.urgency is not None:
        places = most_urgent(shown, view.urgency, found.today)
        shown = shown.at(places) if isinstance(shown, TaskHits) else [shown[place] for place in places]
    given = () if isinstance(shown, TaskHits) else tuple(shown)
    tasks = shown if isinstance(shown, TaskHits) else TaskHits()
    return Answer(replace(found.reading, intent=Intent.LIST), found.today, tasks, given=given)


def change(reading: Reading, view: View, base: KnowledgeBase, today: date) -> Reading:
    """Return `reading` as the filters of its list changed it: another period, standing, role, directive, agency."""
    period = None if "period" in view.dropped else _moved(reading.period, view.shift)
    changed = replace(reading, period=period, topic="" if "topic" in view.dropped else reading.topic)
    if "agency" in view.dropped:
        changed = replace(changed, agencies=())
    if view.shown:
        changed = _standing(changed, view.shown, today)
    if view.agency is not None:
        changed = replace(changed, agencies=(AgencyAsk(base.agency_by_number(str(view.agency))),))
    if view.coordinating:
        changed = replace(changed, agencies=tuple(replace(ask, role=Role.ANY) for ask in changed.agencies))
    if view.part in base.directives:
        changed = replace(changed, directives=(view.part,))
    return changed


def _moved(period: Period | None, steps: int) -> Period | None:
    return stepped(period, steps) or period if steps else period


def _standing(reading: Reading, shown: Shown, today: date) -> Reading:
    """Return `reading` with only the tasks that stand so; a period that "sắp đến hạn" set goes with it."""
    period = None if State.DUE_SOON in reading.states else reading.period
    reading = replace(reading, either=False, whatever=())
    match shown:
        case Shown.OVERDUE:
            return replace(reading, states=(State.OVERDUE,), period=period)
        case Shown.SOON:
            return replace(reading, states=(State.DUE_SOON,), period=Period(today, today + SOON, "within"))
        case Shown.RECURRING:
            return replace(reading, states=(State.RECURRING,), period=None)
        case _:
            return replace(reading, states=(), period=period)


def section_of(base: KnowledgeBase, directive: str, path: str) -> Section:
    """Return a section by its directive and path. Raises KeyError where there is none."""
    return base.sections[directive][path]


def _of_section(service: Services, command: Asked, found: Answer, words: Words, view: View) -> Reply:
    """Return the tasks of a section under its own heading, with the way up."""
    base = service.base
    directive, _, path = command.words.partition(" ")
    section = section_of(base, directive, path)
    title = section.heading or base.directives[directive].number
    reply = service.answers.show(found, words, view, title)
    up = cards.up_from(section, base.sections[directive], base.directives[directive], words)
    return replace(reply, rows=(*reply.rows, (up,)))


def chooser_reply(service: Services, question: str, reading: Reading, view: View, what: str, page: int) -> Reply:
    """Return the choice of a directive or an agency for a list, with how many things each leaves."""
    words = words_for(reading.language)
    said = finding_words(words.language)
    command = asked_by_command(question)
    whole = replace(view, part="") if what == DIRECTIVES else replace(view, agency=None)
    found = looked_at(reading, whole, command, service.base, service.today(), service.record.book())
    if what == DIRECTIVES:
        counts = found.tasks.by_directive()
        options = [(one.id, one.number, counts[one.id]) for one in service.base.directives.values() if counts[one.id]]
        return Reply(esc(said.choose_directive), chooser(DIRECTIVES, options, words, view))
    return Reply(esc(said.choose_agency), agency_rows(service, _by_agency(found), words, view, page))


def agency_rows(service: Services, counts: Mapping[str, int], words: Words, view: View, page: int) -> tuple[Row, ...]:
    """Return the buttons that choose an agency, those with most first."""
    base = service.base
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    options = [
        (str(base.agency_number(name)), base.registry.short(name), count)
        for name, count in ordered
        if name in base.registry.agencies
    ]
    return chooser(AGENCIES, options, words, view, page)


def _by_agency(found: Answer) -> Counter[str]:
    """Count what was found by the agencies it belongs to."""
    if found.reading.intent is Intent.INDICATORS:
        return Counter(name for row in found.indicators for name in row.agencies)
    if found.reading.intent is Intent.DATABASES:
        return Counter(row.agency for row in found.databases)
    return found.tasks.by_lead()
