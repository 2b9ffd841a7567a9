"""Reads one filled-in cell: a status, a percentage, a day, words, evidence. Each raises CellError."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from openpyxl.utils.datetime import from_excel

from knowledge.progress import Status
from knowledge.record.evidence import Evidence, EvidenceKind, is_usable
from knowledge.reporting.documents import find_documents, find_links
from knowledge.secrecy import stamp_in_text
from knowledge.text import fold, tidy
from knowledge.when import find_periods
from knowledge.workbook.layout import OFFERED, Labels

MOST_CHARACTERS = 4000
_QUOTED = re.compile(r'"[^"]*"|\\.')
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*(%?)")
_DAY_FIRST = re.compile(r"(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})")
# A day that lost its format is a number of days; these are the years 2009 to 2064.
_SERIAL = range(40_000, 60_000)
_PIECES = re.compile(r"[;\n]")
_NUMBER_LIKE = re.compile(r"\d\w*\s?[/-]\s?\w")
_LONGEST_NUMBER = 80


class CellFault(StrEnum):
    """What is wrong with a cell, or with the row that it stands for."""

    CODE_MISSING = "code_missing"
    NOT_LISTED = "not_listed"
    DUPLICATE = "duplicate"
    MERGED = "merged"
    FORMULA = "formula"
    ERROR_VALUE = "error_value"
    STATUS_ODD = "status_odd"
    STATUS_MISSING = "status_missing"
    PERCENT_ODD = "percent_odd"
    DATE_ODD = "date_odd"
    EVIDENCE_ODD = "evidence_odd"
    TOO_LONG = "too_long"
    SECRET = "secret"  # noqa: S105 a stamp, no password
    CLOSED = "closed"
    PERCENT_UNFIT = "percent_unfit"
    DATE_MISSING = "date_missing"
    DATE_AHEAD = "date_ahead"
    REASON_MISSING = "reason_missing"
    NOT_YOURS = "not_yours"
    GONE = "gone"


class CellError(Exception):
    """What is wrong with a cell; `detail` is what stands in it, or what it is about."""

    def __init__(self, why: CellFault, detail: str = "") -> None:
        """Keep the reason."""
        super().__init__(why.value)
        self.why = why
        self.detail = detail


def status_in(value: object, languages: Iterable[Labels]) -> Status | None:
    """Return the status that one of the languages' drop-downs means."""
    said = text_in(value)
    known = {fold(labels.statuses[each]): each for labels in languages for each in OFFERED}
    if said and fold(said) not in known:
        raise CellError(CellFault.STATUS_ODD, said)
    return known[fold(said)] if said else None


def percent_in(value: object, number_format: str) -> int | None:
    """Return a whole percentage: 80, "80%", or 0.8 where it is a share."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, bool):
        raise CellError(CellFault.PERCENT_ODD, str(value))
    if isinstance(value, int | float):
        share = "%" in _QUOTED.sub("", number_format) or 0 < value < 1
        return _whole(value * 100 if share else value, f"{value:g}")
    said = text_in(value)
    found = _PERCENT.fullmatch(said)
    if found is None:
        raise CellError(CellFault.PERCENT_ODD, said)
    number = float(found[1].replace(",", "."))
    return _whole(number * 100 if not found[2] and 0 < number < 1 else number, said)


def _whole(number: float, said: str) -> int:
    if not 0 <= number <= 100 or abs(number - round(number)) > 1e-6:
        raise CellError(CellFault.PERCENT_ODD, said)
    return round(number)


def day_in(value: object, today: date, epoch: datetime) -> date | None:
    """Return a day: a date of the spreadsheet, or words such as "12/11/2026" (day first) or "ngày 12/11"."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        if int(value) not in _SERIAL:
            raise CellError(CellFault.DATE_ODD, f"{value:g}")
        moment = from_excel(value, epoch)
        return moment.date() if isinstance(moment, datetime) else None
    said = text_in(value)
    return _day_said(said, today) if said else None


def _day_said(said: str, today: date) -> date:
    written = _DAY_FIRST.fullmatch(said)
    try:
        if written:
            return date(int(written[3]), int(written[2]), int(written[1]))
        return date.fromisoformat(said[:10])
    except ValueError:
        if written:
            raise CellError(CellFault.DATE_ODD, said) from None
    periods = find_periods(said, today, forward=False)
    if len(periods) != 1 or periods[0].first is None or periods[0].first != periods[0].last:
        raise CellError(CellFault.DATE_ODD, said)
    return periods[0].first


def text_in(value: object) -> str:
    """Return what is written in a cell, a number without its ".0"; neither too long nor stamped secret."""
    if value is None:
        return ""
    said = f"{value:g}" if isinstance(value, float) else str(value)
    lines = (" ".join(tidy(line).split()) for line in said.splitlines())
    words = "\n".join(line for line in lines if line)
    if len(words) > MOST_CHARACTERS:
        raise CellError(CellFault.TOO_LONG, str(len(words)))
    if stamp_in_text(words):
        raise CellError(CellFault.SECRET)
    return words


def evidence_in(value: object, today: date) -> tuple[Evidence, ...]:
    """Return the documents (số, ký hiệu) and links in a cell, apart by ";" or line; each is only named, not fetched."""
    found: dict[tuple[EvidenceKind, str], Evidence] = {}
    for piece in _PIECES.split(text_in(value)):
        said = piece.strip(" .,")
        if not said:
            continue
        pieces = list(_evidence_of(said, today))
        if not pieces or not all(is_usable(each) for each in pieces):
            raise CellError(CellFault.EVIDENCE_ODD, said)
        found.update({(each.kind, each.ref): each for each in pieces})
    return tuple(found.values())


def _evidence_of(said: str, today: date) -> Iterable[Evidence]:
    links = [link for link, _, _ in find_links(said)]
    if links:
        return [Evidence(EvidenceKind.LINK, link if "://" in link else f"https://{link}") for link in links]
    documents = [each.value for each in find_documents(said, today)]
    if documents:
        return [Evidence(EvidenceKind.DOCUMENT, each.number, dated=each.signed) for each in documents]
    if _NUMBER_LIKE.search(said) and len(said) <= _LONGEST_NUMBER:
        return [Evidence(EvidenceKind.DOCUMENT, said)]
    return []
