"""Writes a list of tasks as a plain workbook, to be read, sorted and printed; nothing in it is sent back."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.workbook.writing import (
    BORDER,
    FONT,
    HEADER_ROW,
    LINE_HEIGHT,
    SIZE,
    TOLD,
    lines_shown,
    put_text,
    set_page,
)

_MOST_LINES = 16


@dataclass(frozen=True, slots=True)
class ListSheet:
    """What the workbook holds: the sheet's name, a title and a note above the table, its headings with their widths in
    characters, and its rows, each with a text for every heading.
    """

    name: str
    title: str
    note: str
    headings: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[str]]


def write_list(told: ListSheet) -> bytes:
    """Return the workbook, A4 landscape, Times New Roman 13 (Nghị định 30/2020/NĐ-CP)."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook begins with a worksheet")
    sheet.title = told.name
    put_text(sheet.cell(1, 1), told.title).font = Font(name=FONT, size=SIZE + 1, bold=True)
    put_text(sheet.cell(2, 1), told.note).font = Font(name=FONT, size=SIZE, italic=True)
    for place, (heading, width) in enumerate(told.headings, 1):
        cell = put_text(sheet.cell(HEADER_ROW, place), heading)
        cell.font, cell.fill, cell.border = Font(name=FONT, size=SIZE, bold=True), TOLD, BORDER
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = width
    for number, row in enumerate(told.rows, HEADER_ROW + 1):
        _put_row(sheet, number, row, [width for _, width in told.headings])
    last = get_column_letter(len(told.headings))
    sheet.freeze_panes = f"C{HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{last}{HEADER_ROW + max(1, len(told.rows))}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.page_margins = PageMargins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    set_page(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put_row(sheet: Worksheet, number: int, row: Sequence[str], widths: Sequence[int]) -> None:
    for place, text in enumerate(row, 1):
        cell = put_text(sheet.cell(number, place), text)
        cell.font, cell.border = Font(name=FONT, size=SIZE), BORDER
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    shown = max(lines_shown(text, width) for text, width in zip(row, widths, strict=True))
    sheet.row_dimensions[number].height = LINE_HEIGHT * min(shown, _MOST_LINES)
