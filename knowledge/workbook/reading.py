"""Reads a workbook that came back: whose it is, which rows were filled in, and what is wrong with which cell.

Columns are found by their headings, so they may have been moved; a row is known by its code. Nothing is decided here.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from knowledge.codes import code_key
from knowledge.progress import Status
from knowledge.record.evidence import Evidence
from knowledge.text import fold, tidy
from knowledge.workbook.cells import CellError, CellFault, day_in, evidence_in, percent_in, status_in, text_in
from knowledge.workbook.layout import FILLED, STAMP_SHEET, Column, Labels, Stamp, StampedRow, stamp_of
from knowledge.workbook.opening import FileFault, WorkbookError, merged_boxes, opened

_HEADER_WITHIN = 20
_MOST_COLUMNS = 60
_MOST_ROWS = 5000
_NEEDED = (Column.CODE, *FILLED)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in `row`, in the cell `cell` ("G12"); `detail` is what stands there, or what it is about."""

    row: int
    column: Column
    cell: str
    why: CellFault
    detail: str = ""


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row in which something was filled in. What was not is None or empty."""

    row: int
    part: StampedRow
    status: Status | None = None
    percent: int | None = None
    done_on: date | None = None
    words: str = ""
    obstacle: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Filling:
    """What came back: the stamp, the rows that can be read, and the faults in the order of rows."""

    stamp: Stamp
    rows: tuple[FilledRow, ...]
    faults: tuple[Fault, ...]
    letters: Mapping[Column, str]

    def fault(self, row: int, column: Column, why: CellFault, detail: str = "") -> Fault:
        """Return a fault found later, in the cell of `column` in `row`."""
        return Fault(row, column, f"{self.letters[column]}{row}", why, detail)


def read(data: bytes, languages: Sequence[Labels], today: date) -> Filling:
    """Read a workbook of ours. Raises WorkbookError for any other file, and for one in which a heading is missing."""
    with opened(data) as book:
        stamp = _stamp(book)
        name, header, places = _headings(book, languages)
        table = _Table(stamp, languages, today, book.epoch, header, places)
        for number, cells in enumerate(_rows(book, name, header + 1), header + 1):
            table.take(number, cells)
    for left, top, right, bottom in merged_boxes(data, name):
        table.merge(left, top, right, bottom)
    return table.filling()


def _rows(book: Workbook, name: str, first: int = 1) -> Iterator[Sequence[Any]]:
    sheet = book[name]
    sheet.reset_dimensions()  # what a file says of its own size need not be so
    return sheet.iter_rows(min_row=first, max_col=_MOST_COLUMNS)


def _stamp(book: Workbook) -> Stamp:
    if STAMP_SHEET not in book.sheetnames:
        raise WorkbookError(FileFault.NOT_OURS)
    cells = [str(row[0].value) for row in islice(_rows(book, STAMP_SHEET), _MOST_ROWS) if row[0].value is not None]
    try:
        return stamp_of(cells)
    except (ValueError, TypeError, LookupError) as error:
        raise WorkbookError(FileFault.CHANGED) from error


def _headings(book: Workbook, languages: Sequence[Labels]) -> tuple[str, int, dict[Column, int]]:
    """Return the sheet of tasks, the row of its headings and the place of each. Raises WorkbookError without one."""
    known = {fold(words.headings[column]): column for words in languages for column in Column}
    best: tuple[str, int, dict[Column, int]] = ("", 0, {})
    for name in book.sheetnames:
        if name == STAMP_SHEET:
            continue
        for number, cells in enumerate(islice(_rows(book, name), _HEADER_WITHIN), 1):
            read = [known.get(fold(_told(cell.value))) for cell in cells]
            places = {column: place for place, column in reversed(list(enumerate(read))) if column is not None}
            if len(places) > len(best[2]):
                best = (name, number, places)
    missing = [column for column in _NEEDED if column not in best[2]]
    if missing:
        raise WorkbookError(FileFault.HEADING_MISSING, missing[0])
    return best


class _Table:
    """Takes the rows one by one; `filling` says what they come to."""

    def __init__(
        self,
        stamp: Stamp,
        languages: Sequence[Labels],
        today: date,
        epoch: datetime,
        header: int,
        places: Mapping[Column, int],
    ) -> None:
        self._stamp = stamp
        self._languages = languages
        self._today = today
        self._epoch = epoch
        self._header = header
        self._places = places
        self._letters = {column: get_column_letter(place + 1) for column, place in places.items()}
        self._parts: dict[str, list[StampedRow]] = defaultdict(list)
        for part in stamp.rows:
            self._parts[code_key(part.task)].append(part)
        self._rows: list[FilledRow] = []
        self._faults: list[Fault] = []

    def take(self, number: int, cells: Sequence[Any]) -> None:
        """Read one row; one in which nothing was filled in says nothing."""
        filled = {column: cells[self._places[column]] for column in FILLED if self._places[column] < len(cells)}
        if all(_is_blank(cell.value) for cell in filled.values()):
            return
        if number > self._header + _MOST_ROWS:
            raise WorkbookError(FileFault.TOO_LARGE)
        part = self._part(number, cells)
        if part is None:
            return
        said: dict[str, Any] = {}
        before = len(self._faults)
        for column, cell in filled.items():
            try:
                said[column.value] = self._value(column, cell)
            except CellError as error:
                self._fault(number, column, error.why, error.detail)
        if len(self._faults) == before:
            self._rows.append(FilledRow(number, part, **said))

    def _value(self, column: Column, cell: Any) -> object:
        if cell.data_type == "f":
            raise CellError(CellFault.FORMULA)
        if cell.data_type == "e":
            raise CellError(CellFault.ERROR_VALUE, str(cell.value))
        match column:
            case Column.STATUS:
                return status_in(cell.value, self._languages)
            case Column.PERCENT:
                return percent_in(cell.value, cell.number_format)
            case Column.DONE_ON:
                return day_in(cell.value, self._today, self._epoch)
            case Column.EVIDENCE:
                return evidence_in(cell.value, self._today)
            case _:
                return text_in(cell.value)

    def _part(self, number: int, cells: Sequence[Any]) -> StampedRow | None:
        """Return which part of which task a row is for; None, with a fault, where it is none of this workbook's."""
        code = self._told(cells, Column.CODE)
        if not code:
            self._fault(number, Column.CODE, CellFault.CODE_MISSING)
            return None
        parts = self._parts.get(code_key(code), [])
        if len(parts) > 1:  # handed to several units: told apart by who reports
            role = fold(self._told(cells, Column.ROLE))
            parts = [part for part in parts if fold(part.role) == role]
        if not parts:
            self._fault(number, Column.CODE, CellFault.NOT_LISTED, code[:60])
            return None
        return parts[0]

    def _told(self, cells: Sequence[Any], column: Column) -> str:
        place = self._places.get(column)
        value = cells[place].value if place is not None and place < len(cells) else None
        return _told(value)

    def merge(self, left: int, top: int, right: int, bottom: int) -> None:
        """Take nothing from rows whose cells are merged: nobody can tell for which of them they were meant."""
        hit = [c for c in _NEEDED if left <= self._places[c] + 1 <= right]
        if not hit or bottom <= self._header:
            return
        column, row = hit[0], max(top, self._header + 1)
        said = {*(each.row for each in self._rows), *(each.row for each in self._faults)}
        if not any(row <= number <= bottom for number in said):
            return
        ref = f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"
        self._rows = [each for each in self._rows if not row <= each.row <= bottom]
        self._faults = [each for each in self._faults if not row <= each.row <= bottom]
        self._faults.append(Fault(row, column, ref, CellFault.MERGED))

    def _fault(self, row: int, column: Column, why: CellFault, detail: str = "") -> None:
        self._faults.append(Fault(row, column, f"{self._letters[column]}{row}", why, detail))

    def filling(self) -> Filling:
        """Return what the rows come to; of a part filled in twice no row is taken."""
        by_part: dict[tuple[str, str], list[FilledRow]] = defaultdict(list)
        for row in self._rows:
            by_part[row.part.task, row.part.assignee].append(row)
        for rows in by_part.values():
            if len(rows) > 1:
                for row, other in zip(rows, (*rows[1:], rows[0]), strict=True):
                    self._fault(row.row, Column.CODE, CellFault.DUPLICATE, str(other.row))
        once = tuple(rows[0] for rows in by_part.values() if len(rows) == 1)
        faults = sorted(self._faults, key=lambda each: (each.row, each.cell))
        return Filling(self._stamp, once, tuple(faults), self._letters)


def _told(value: object) -> str:
    return " ".join(tidy(str(value)).split()) if value is not None else ""


def _is_blank(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
