"""Writes an agency's tasks as a workbook: A4 landscape, Times New Roman 13 (Nghị định 30/2020/NĐ-CP), drop-downs.

What is told is locked, what is filled in is not; the protection has no password, for it guards against slips only.
"""

import io
from collections.abc import Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.workbook.layout import FILLED, OFFERED, STAMP_SHEET, Column, Labels, Stamp, StampedRow, TaskLine

HEADER_ROW = 3
_WIDTHS = {
    Column.CODE: 11,
    Column.TITLE: 28,
    Column.QUOTE: 42,
    Column.ROLE: 14,
    Column.DEADLINE: 14,
    Column.NOW: 15,
    Column.STATUS: 16,
    Column.PERCENT: 7,
    Column.DONE_ON: 14,
    Column.WORDS: 28,
    Column.OBSTACLE: 20,
    Column.EVIDENCE: 20,
}
_FORMATS = {Column.PERCENT: '0"%"', Column.DONE_ON: "dd/mm/yyyy"}
_TEXT = "@"  # what is typed stays as it is typed: "- đã trình" is no formula
FONT = "Times New Roman"
SIZE = 13
LINE_HEIGHT = 17  # points, at that size
_FEWEST_LINES, _MOST_LINES = 2, 16  # a row shows at least and at most so many; the rest is in the cell
_LONGEST = 32_000  # a cell holds 32767 characters
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_LINE = Side(style="thin", color="FF9E9E9E")
BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
TOLD = PatternFill("solid", fgColor="FFE8EDF3")
_TO_FILL = PatternFill("solid", fgColor="FFFFF6D6")
_FIRST_DAY = "DATE(2020,1,1)"


def write(agency: str, made_at: datetime, lines: Sequence[TaskLine], labels: Labels) -> bytes:
    """Return the workbook of `agency` with a row for each of `lines`, in their order. `made_at` is aware."""
    book = Workbook()
    sheet = book.active
    if not isinstance(sheet, Worksheet):
        raise TypeError("a new workbook begins with a worksheet")
    sheet.title = labels.sheet
    _put_head(sheet, agency, made_at, labels)
    for number, line in enumerate(lines, HEADER_ROW + 1):
        _put_line(sheet, number, line)
    _set_up(sheet, labels, HEADER_ROW + max(1, len(lines)))
    _put_guide(book.create_sheet(labels.guide_sheet), labels)
    rows = tuple(StampedRow(line.task, line.assignee, line.basis, line.role) for line in lines)
    _put_stamp(book.create_sheet(STAMP_SHEET), Stamp(agency, made_at, labels.language, rows))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put_head(sheet: Worksheet, agency: str, made_at: datetime, labels: Labels) -> None:
    put_text(sheet.cell(1, 1), f"{labels.title} – {agency}").font = Font(name=FONT, size=SIZE + 1, bold=True)
    put_text(sheet.cell(2, 1), f"{made_at:%H:%M %d/%m/%Y}. {labels.note}").font = Font(
        name=FONT, size=SIZE, italic=True
    )
    sheet.row_dimensions[HEADER_ROW].height = 2 * LINE_HEIGHT
    for place, column in enumerate(Column, 1):
        cell = put_text(sheet.cell(HEADER_ROW, place), labels.headings[column])
        cell.font = Font(name=FONT, size=SIZE, bold=True)
        cell.fill = _TO_FILL if column in FILLED else TOLD
        cell.border = BORDER
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _put_line(sheet: Worksheet, number: int, line: TaskLine) -> None:
    told = {
        Column.CODE: line.task,
        Column.TITLE: line.title,
        Column.QUOTE: line.quote,
        Column.ROLE: line.role,
        Column.DEADLINE: line.deadline,
        Column.NOW: line.now,
    }
    for place, column in enumerate(Column, 1):
        cell = sheet.cell(number, place)
        cell.font = Font(name=FONT, size=SIZE)
        cell.border = BORDER
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if column in told:
            put_text(cell, told[column])
            continue
        cell.number_format = _FORMATS.get(column, _TEXT)
        cell.protection = Protection(locked=False)
        cell.fill = _TO_FILL
    shown = max(lines_shown(text, _WIDTHS[column]) for column, text in told.items())
    # No program works a height out on opening, so it is said.
    sheet.row_dimensions[number].height = LINE_HEIGHT * min(max(shown, _FEWEST_LINES), _MOST_LINES)


def lines_shown(text: str, width: int) -> int:
    """Return on how many lines a text stands in a column of that width, roughly."""
    return sum(-(-max(1, len(line)) // width) for line in text.splitlines())


def put_text(cell: Cell | MergedCell, text: str) -> Cell:
    """Put `text` into a cell so that no program takes it for a formula, and return the cell."""
    if not isinstance(cell, Cell):
        raise TypeError("nothing is merged in what is written here")
    cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", text)[:_LONGEST]
    cell.data_type = "s"
    if text.startswith(_FORMULA_STARTS):
        cell.quotePrefix = True  # still text when somebody unlocks and edits it
    return cell


def _set_up(sheet: Worksheet, labels: Labels, last_row: int) -> None:
    for place, column in enumerate(Column, 1):
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS[column]
    last = get_column_letter(len(Column))
    sheet.freeze_panes = f"C{HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{last}{last_row}"
    for column, rule in _rules(labels).items():
        letter = get_column_letter(list(Column).index(column) + 1)
        rule.add(f"{letter}{HEADER_ROW + 1}:{letter}{last_row}")
        sheet.add_data_validation(rule)
    sheet.protection.sheet = True
    sheet.protection.autoFilter = sheet.protection.formatColumns = sheet.protection.formatRows = False  # stay allowed
    set_page(sheet)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.print_area = f"A1:{last}{last_row}"
    sheet.page_margins = PageMargins(left=0.6, right=0.4, top=0.6, bottom=0.6)
    if sheet.oddFooter is not None:
        sheet.oddFooter.center.text = "&P/&N"


def set_page(sheet: Worksheet) -> None:
    """Print on A4 landscape, as wide as the page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _rules(labels: Labels) -> dict[Column, DataValidation]:
    status = DataValidation(type="list", formula1=f'"{",".join(labels.statuses[each] for each in OFFERED)}"')
    percent = DataValidation(type="decimal", operator="between", formula1="0", formula2="100")
    done_on = DataValidation(type="date", operator="greaterThan", formula1=_FIRST_DAY)
    told = {
        Column.STATUS: (status, labels.status_odd),
        Column.PERCENT: (percent, labels.percent_odd),
        Column.DONE_ON: (done_on, labels.date_odd),
    }
    for column, (rule, odd) in told.items():
        rule.errorTitle, rule.error = labels.headings[column][:32], odd[:225]
        rule.showErrorMessage = True
        rule.allow_blank = True
    return {column: rule for column, (rule, _) in told.items()}


def _put_guide(sheet: Worksheet, labels: Labels) -> None:
    sheet.column_dimensions["A"].width = 110
    for number, line in enumerate(labels.guide, 1):
        cell = put_text(sheet.cell(number, 1), line)
        cell.font = Font(name=FONT, size=SIZE, bold=number == 1)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.protection.sheet = True
    set_page(sheet)


def _put_stamp(sheet: Worksheet, stamp: Stamp) -> None:
    for number, line in enumerate(stamp.cells(), 1):
        put_text(sheet.cell(number, 1), line)
    sheet.protection.sheet = True
    sheet.sheet_state = "veryHidden"
