"""An agency's tasks as a workbook: written, read back row by row, and turned into what is to be recorded. Pure."""

from knowledge.workbook.cells import CellError, CellFault
from knowledge.workbook.changes import Import, RowChange, change_of, fault_of, is_that
from knowledge.workbook.layout import FILLED, OFFERED, Column, Labels, Stamp, StampedRow, TaskLine
from knowledge.workbook.listing import ListSheet, write_list
from knowledge.workbook.opening import NAME_BEGINS, SPREADSHEETS, FileFault, WorkbookError, is_ours
from knowledge.workbook.reading import Fault, FilledRow, Filling, read
from knowledge.workbook.writing import write

__all__ = [
    "FILLED",
    "NAME_BEGINS",
    "OFFERED",
    "SPREADSHEETS",
    "CellError",
    "CellFault",
    "Column",
    "Fault",
    "FileFault",
    "FilledRow",
    "Filling",
    "Import",
    "Labels",
    "ListSheet",
    "RowChange",
    "Stamp",
    "StampedRow",
    "TaskLine",
    "WorkbookError",
    "change_of",
    "fault_of",
    "is_ours",
    "is_that",
    "read",
    "write",
    "write_list",
]
