"""Words news: what the record's entries bring to somebody, as the record stands when it leaves."""

from handlers import assigning, extensions, proposals, recalling
from handlers.reporting import telling
from handlers.services import Services
from handlers.views import workbooks as views
from handlers.views.reply import Reply
from handlers.views.wording import extension_words, proposal_words, workbook_words
from knowledge.people import Person
from knowledge.record import (
    AuditEntry,
    Change,
    Confirmed,
    EvidenceAdded,
    ExtensionAsked,
    ExtensionDecided,
    ProgressReport,
    ProposalAnswered,
    ProposalClosed,
    ProposalPursued,
    Proposed,
    Remarked,
    Reported,
    Returned,
    TaskAssigned,
    TaskRecalled,
)
from scheduler.news import NewsKind
from scheduler.notices import Item, Notice


def news(service: Services, notice: Notice) -> Reply | None:
    """Return the message of a notice that is news; None for a reader who has left, or an entry that tells nothing."""
    reader, kind = service.people.find(notice.chat), NewsKind(notice.items[0].step)
    if reader is None:
        return None
    if kind is NewsKind.REPORT:
        return telling.others_reports(service, reader, [_report(service, item) for item in notice.items])
    if len(notice.items) > 1:  # of many claims at once, all from one workbook, the list is one tap away
        words = workbook_words(reader.language)
        return views.claims_came(notice.items[0].agency, len(notice.items), words)
    entry, change = service.record.entry(int(notice.items[0].version))
    return _worded(service, reader, kind, entry, change)


def _report(service: Services, item: Item) -> ProgressReport:
    return service.record.state.report(int(item.version))


def _worded(  # noqa: C901 one arm a change
    service: Services, reader: Person, kind: NewsKind, entry: AuditEntry, change: Change
) -> Reply | None:
    match change:
        case Reported():
            return telling.claim_card(service, reader, service.record.state.report(entry.seq))
        case EvidenceAdded():
            return telling.claim_card(service, reader, service.record.state.report(change.report))
        case Confirmed() | Returned():
            return telling.decision(service, reader, service.record.state.report(change.report))
        case Remarked():
            told = telling.question if kind is NewsKind.QUESTION else telling.reply
            return told(service, reader, service.record.state.report(change.report), change.words)
        case ExtensionAsked():
            return extensions.card(service, reader, service.record.state.extension(entry.seq))
        case ExtensionDecided():
            extension = service.record.state.extension(change.extension)
            title = extension_words(reader.language).you_are[extension.state]
            return extensions.card(service, reader, extension, title)
        case TaskAssigned():
            return assigning.news(service, reader, change.code)
        case TaskRecalled():
            return recalling.news(service, reader, change.task)
        case Proposed():
            return _proposal(service, reader, kind, entry.seq)
        case ProposalAnswered() | ProposalPursued() | ProposalClosed():
            return _proposal(service, reader, kind, change.proposal)
        case _:
            return None


def _proposal(service: Services, reader: Person, kind: NewsKind, number: int) -> Reply:
    words = proposal_words(reader.language)
    title = {
        NewsKind.PROPOSAL: words.for_you,
        NewsKind.PURSUIT: words.asked_on,
        NewsKind.ANSWER: words.you_are_answered,
        NewsKind.CLOSING: words.closed_by_asker,
    }[kind]
    return proposals.card(service, reader, service.record.state.proposal(number), title)
