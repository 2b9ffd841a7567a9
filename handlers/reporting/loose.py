"""What waits in a chat for its author: evidence that came before its report, proposals without a yes."""

from datetime import timedelta

from handlers.services import Services
from handlers.views.reply import Reply, esc
from handlers.views.wording import reporting_words
from knowledge.people import Person
from knowledge.record import ReportDraft
from knowledge.store import StoredDraft

WAITS = timedelta(hours=1)


def loose_evidence(service: Services, person: Person) -> StoredDraft | None:
    """Return what waits for its task since the last hour: evidence, or a bare report; None without any."""
    waiting = service.drafts.latest(person.id, person.id, service.now() - WAITS)
    return waiting if waiting is not None and not waiting.draft.task else None


def begin_draft(
    service: Services, person: Person, chat: int, key: str, draft: ReportDraft, album: str = ""
) -> StoredDraft:
    """Store a draft under its key, with the evidence that came before it."""
    loose = loose_evidence(service, person)
    if loose is None:
        return service.drafts.begin(person.id, chat, key, draft, service.now(), album)
    draft = draft.showing(loose.draft.evidence)
    stored = service.drafts.begin(person.id, chat, key, draft, service.now(), album or loose.album)
    if stored.number != loose.number:  # the same message again finds its own draft
        service.drafts.end(loose.number)
    return stored


def waiting_since_asked(service: Services, person: Person) -> StoredDraft | None:
    """Return what waits for its author in the private chat, where nothing else was asked there since; else None."""
    last = service.asked.latest(person.id, service.now() - WAITS)
    since = max(service.now() - WAITS, last.asked_at) if last is not None else service.now() - WAITS
    return service.drafts.latest(person.id, person.id, since)


def drop_waiting(service: Services, person: Person) -> Reply | None:
    """Forget the proposals and workbooks that wait for somebody's yes, and name them; None where none does."""
    words, drafts = reporting_words(person.language), service.drafts.waiting(person.id, person.id)
    books = service.imports.waiting(person.id)
    for draft in drafts:
        service.drafts.end(draft.number)
    for book in books:
        service.imports.end(book)
    if not drafts and not books:
        return None
    codes = dict.fromkeys(draft.draft.task for draft in drafts if draft.draft.task)
    return Reply(esc(words.all_dropped(", ".join(codes))))
