"""Opens what somebody sent as a workbook, and refuses what could do harm before any of it is unpacked."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import PurePath
from xml.etree.ElementTree import Element

import openpyxl
from defusedxml.ElementTree import iterparse
from openpyxl import Workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from knowledge.errors import DondocError
from knowledge.record.evidence import MAX_BYTES, has_macros, office_parts
from knowledge.workbook.layout import STAMP_SHEET

NAME_BEGINS = "dondoc-nhiem-vu"
SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Excel 97-2003, and any workbook with a password
_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
# An agency's workbook unpacks to about one megabyte; a bomb to as much as it likes.
_MOST_UNPACKED = 10 * 1024 * 1024
# What the libraries raise on bytes that are no workbook, or a broken one; it comes from anybody, in any state.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    InvalidFileException,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
)

Box = tuple[int, int, int, int]  # first column, first row, last column, last row


class FileFault(StrEnum):
    """Why a file is not taken at all."""

    NOT_A_WORKBOOK = "not_a_workbook"
    OLD_OR_LOCKED = "old_or_locked"
    MACROS = "macros"
    TOO_LARGE = "too_large"
    BROKEN = "broken"
    NOT_OURS = "not_ours"
    CHANGED = "changed"
    HEADING_MISSING = "heading_missing"


class WorkbookError(DondocError):
    """A file that is not taken: `why`, and in `detail` what it is about."""

    def __init__(self, why: FileFault, detail: str = "") -> None:
        """Keep the reason."""
        super().__init__(f"{why.value}: {detail}" if detail else why.value)
        self.why = why
        self.detail = detail


def is_ours(name: str, data: bytes) -> bool:
    """Tell whether a file is a workbook made here: by its hidden sheet, or by its name (it may be unreadable)."""
    path = PurePath(name.lower())
    if path.name.startswith(NAME_BEGINS) and path.suffix in SPREADSHEETS:
        return True
    try:
        _look_over(data, macros_too=True)
        with named_faults(), zipfile.ZipFile(io.BytesIO(data)) as archive:
            return STAMP_SHEET in _sheets(archive)
    except WorkbookError:
        return False


@contextmanager
def opened(data: bytes) -> Iterator[Workbook]:
    """Open a workbook for reading cell by cell, formulas as they are written. Raises WorkbookError, inside too."""
    _look_over(data)
    with named_faults():
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _sheets(archive)  # by a parser that refuses entities before openpyxl meets them
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        try:
            yield book
        finally:
            book.close()


def merged_boxes(data: bytes, sheet: str) -> list[Box]:
    """Return which cells of a sheet are merged. Raises WorkbookError."""
    with named_faults(), zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = _sheets(archive)[sheet]
        return [_box(item.attrib["ref"]) for item in _items(archive, part) if _tag(item.tag) == "mergeCell"]


@contextmanager
def named_faults() -> Iterator[None]:
    """Give whatever a broken file brings about one name."""
    try:
        yield
    except _BROKEN as error:
        raise WorkbookError(FileFault.BROKEN, type(error).__name__) from error


def _look_over(data: bytes, *, macros_too: bool = False) -> None:
    if len(data) > MAX_BYTES:
        raise WorkbookError(FileFault.TOO_LARGE)
    if data.startswith(_OLD_OR_LOCKED):
        raise WorkbookError(FileFault.OLD_OR_LOCKED)
    parts = office_parts(data) if data.startswith(b"PK") else ()
    if _BOOK not in {part.filename for part in parts}:
        raise WorkbookError(FileFault.NOT_A_WORKBOOK)
    if has_macros(parts) and not macros_too:
        raise WorkbookError(FileFault.MACROS)
    if sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise WorkbookError(FileFault.TOO_LARGE)


def _sheets(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the name of the part that holds each sheet, by the sheet's title."""
    targets = {item.attrib["Id"]: item.attrib["Target"] for item in _items(archive, _RELATIONS) if "Id" in item.attrib}
    found = {}
    for item in _items(archive, _BOOK):
        if _tag(item.tag) == "sheet":
            number = next(value for name, value in item.attrib.items() if _tag(name) == "id")
            target = targets[number]
            found[item.attrib["name"]] = target[1:] if target.startswith("/") else f"xl/{target}"
    return found


def _items(archive: zipfile.ZipFile, part: str) -> Iterator[Element]:
    """Yield the elements of a part as they end, emptied afterwards; one with a DTD is refused."""
    with archive.open(part) as source:
        for _, item in iterparse(source, forbid_dtd=True):
            yield item
            item.clear()


def _tag(name: str) -> str:
    return name.rpartition("}")[2]


def _box(ref: str) -> Box:
    left, top, right, bottom = range_boundaries(ref)
    if left is None or top is None or right is None or bottom is None:
        raise ValueError(ref)
    return left, top, right, bottom
