"""What a report shows for itself: numbers of documents (số, ký hiệu by Nghị định 30/2020/NĐ-CP) and links."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.text import fold, fold_aligned
from knowledge.when import find_periods

# "123/TTr-BCA", "214/2025/NĐ-CP", "05-TB/BCĐTW", "91/2025/QH15", "12/KH-UBND": number, year or none, kind, issuer.
_NUMBER = re.compile(
    r"(?<![\w/.\-])(?P<number>\d{1,5}[a-z]?(?:\.\d)?(?:/(?:19|20)\d\d/(?:[a-zđ]{1,6}\d{0,2}(?:-[a-zđ&\d]{1,12}){0,3})"
    r"|\s?/\s?[a-zđ]{2,6}(?:-[a-zđ&\d]{1,12}){1,3}|-[a-zđ]{2,4}/[a-zđ]{1,8}(?:-[a-zđ]{1,8})?))(?![\w/]|-\w)",
    re.IGNORECASE,
)
_DATED = re.compile(r"[,\s]*(?:ky\s+|ban hanh\s+)?(?:hom\s+|ngay\s+)(?=\d)")
# The kind of document before its number is part of how it is named: "tờ trình số 123/TTr-BCA".
_KIND = re.compile(
    r"(?:\b(?:theo|tai|la|bang|kem)\s+)?(?:\b(?:to trinh|ttr|quyet dinh|qd|nghi dinh|nd|thong tu|tt"
    r"|nghi quyet|nq|luat|cong van|cv|vb"
    r"|van ban|ke hoach|kh|thong bao|tb|bao cao|bc|chi thi|ct)\s+)?(?:\bso\s*:?\s*)?$"
)
# A document that is changed is what the work is about, no proof that it was done.
_CHANGED = re.compile(r"\b(?:sua|sua doi|thay the|thay|bo sung|bai bo)(?:\s+(?:cua|cho))?\s*$")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_LINK_ENDS = ".,;:!?)]}…"
_DAY_REACH = 40


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document by its number as written; `signed` is its day where the words give it, None else."""

    number: str
    signed: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Something at `start`:`end` of a text."""

    value: DocumentNumber
    start: int
    end: int


def find_documents(text: str, today: date, known: Collection[str] = ()) -> Iterator[Found]:
    """Yield the documents of tidied `text` with all the words that name them.

    Those in `known` (as `number_key` gives them) are spoken of, not shown, and so is one that is being changed.
    """
    folded = fold_aligned(text)
    for place in _NUMBER.finditer(text):
        kind = _KIND.search(folded, max(0, place.start() - 40), place.start())
        start = kind.start() if kind else place.start()
        if number_key(place["number"]) in known or _CHANGED.search(folded, max(0, start - 40), start):
            continue
        signed, end = _day_after(text, folded, place.end(), today)
        yield Found(DocumentNumber(re.sub(r"\s", "", place["number"]), signed), start, end)


def _day_after(text: str, folded: str, position: int, today: date) -> tuple[date | None, int]:
    """Return the day that stands right after `position` with its end; none that is still to come."""
    opening = _DATED.match(folded, position)
    if opening is None:
        return None, position
    periods = find_periods(text[opening.end() : position + _DAY_REACH], today, forward=False)
    if not periods or periods[0].start or periods[0].first is None or periods[0].first != periods[0].last:
        return None, position
    end = opening.end() + periods[0].end
    return (periods[0].first if periods[0].first <= today else None), end


def number_key(number: str) -> str:
    """Return what makes a document's number itself: folded, without spaces or leading zeros."""
    return re.sub(r"\s", "", fold(number)).lstrip("0")


def find_numbers(text: str) -> set[str]:
    """Return the keys of all document numbers in `text`."""
    return {number_key(place["number"]) for place in _NUMBER.finditer(text)}


def find_links(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield (link, start, end), closing punctuation left out."""
    for place in _LINK.finditer(text):
        link = place.group().rstrip(_LINK_ENDS)
        yield link, place.start(), place.start() + len(link)
