"""Inline mode: `@bot BCA quý I/2026` in any chat offers tasks to insert. The gate lets only approved people through."""

from collections.abc import Sequence

from telegram import Update

from handlers.given import given_in, given_seen
from handlers.ready import Asked, Ready, read_ready
from handlers.services import Context, Services, services, words_for
from handlers.views.offers import offer
from handlers.views.wording import finding_words
from handlers.views.words import Words
from knowledge.answers import TaskHit, answer, given_hit
from knowledge.people import Person
from knowledge.questions import Reading, language_of
from knowledge.record import StatusBook

PAGE = 20
_LONGEST = 256


async def inline(update: Update, context: Context) -> None:
    """Offer the tasks that fit what was typed after the bot's name; nothing typed: the person's most pressing."""
    query, service = update.inline_query, services(context)
    if query is None:
        return
    person = service.person(update)
    typed = query.query.strip()[:_LONGEST]
    words = words_for(language_of(typed)) if typed else service.words(update)
    book = service.record.book()
    start = int(query.offset) if query.offset.isascii() and query.offset.isdigit() and len(query.offset) < 6 else 0
    base, today = service.base, service.today()
    given, tasks = _found(service, typed, person, words, book)
    end, before = start + PAGE, len(given)
    hits = [*given[start:end], *tasks[max(0, start - before) : max(0, end - before)]]
    offers = [offer(hit, base.registry, base.directives, words, today, book) for hit in hits]
    after = str(end) if before + len(tasks) > end else ""
    nothing = finding_words(words.language).inline_none if not before + len(tasks) else ""
    await service.outgoing.offer(query, offers, after, nothing)


def _found(
    service: Services, typed: str, person: Person | None, words: Words, book: StatusBook
) -> tuple[Sequence[TaskHit], Sequence[TaskHit]]:
    """Return what fits: the tasks given from chat, which are few and one's own concern, and those of the directives."""
    given = given_in(service, typed)
    if given is not None:
        return [given_hit(given, service.base.registry, book)], ()
    seen = given_seen(service, person.id, person) if person is not None else ()
    found = answer(_reading(service, typed, person, words), service.base, service.today(), book, seen)
    return found.given, found.tasks


def _reading(service: Services, typed: str, person: Person | None, words: Words) -> Reading:
    if typed:
        return service.base.read(typed, service.today(), person.agency if person else "")
    own = "; ".join(person.agencies) if person else ""
    asked = Asked(Ready.MINE, own) if own else Asked(Ready.OVERDUE, "")
    return read_ready(asked, service.base, service.today(), words)
