"""What plain words add to a report that is not written yet. Pure."""

from dataclasses import replace
from datetime import date

from knowledge.progress import Status
from knowledge.record.draft import ReportDraft
from knowledge.record.evidence import Evidence, EvidenceKind
from knowledge.reporting.words import ReportWords

MOST_WORDS = 1000


def saying(draft: ReportDraft, words: ReportWords, text: str, today: date) -> ReportDraft:
    """Return `draft` with what `words`, read from `text`, say; what they do not speak of stays as it was."""
    told = replace(
        draft,
        percent=words.percent if words.percent is not None else draft.percent,
        words=(words.done or draft.words or ("" if words.obstacle else text))[:MOST_WORDS],
        obstacle=(words.obstacle or draft.obstacle)[:MOST_WORDS],
        done_on=words.done_on or draft.done_on,
        dated=words.done_on is not None or draft.dated,
        ahead=words.ahead,
    ).showing(evidence_of(words))
    status = words.status or draft.status or (Status.IN_PROGRESS if words.reports else None)
    return told.at(status, today) if status else told


def evidence_of(words: ReportWords) -> tuple[Evidence, ...]:
    """Return the documents and links that a report names."""
    documents = (Evidence(EvidenceKind.DOCUMENT, one.number, dated=one.signed) for one in words.documents)
    links = (Evidence(EvidenceKind.LINK, link if "://" in link else f"https://{link}") for link in words.links)
    return (*documents, *links)
