"""The text of a document's first pages: PDF and Word. Nothing is written anywhere; bytes in, text out."""

import io
import logging
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

import docx
import pypdf
from docx.opc.exceptions import OpcError
from pypdf.errors import PyPdfError

log = logging.getLogger(__name__)

READABLE = (".pdf", ".docx")
_PAGES = 3
# What the two libraries raise on bytes that are no such document; SyntaxError is lxml's for broken XML.
_BROKEN = (PyPdfError, OpcError, BadZipFile, SyntaxError, KeyError, ValueError, OSError, RecursionError)
_PARAGRAPHS = 80
_MOST_UNPACKED = 100 * 1024 * 1024  # a document that is larger unpacked is a trap, not a document


def first_pages(content: bytes, name: str) -> str:
    """Return the text of the first pages; "" for what is no PDF or Word file, is locked, broken or a picture only."""
    try:
        match PurePath(name.lower()).suffix:
            case ".pdf":
                return _pdf(content)
            case ".docx":
                return _docx(content)
    except _BROKEN as error:
        log.info("a document could not be read: %s", type(error).__name__)  # it comes from anybody, in any state
    return ""


def _pdf(content: bytes) -> str:
    reader = pypdf.PdfReader(io.BytesIO(content))
    return "\n".join(page.extract_text() for page in reader.pages[:_PAGES])


def _docx(content: bytes) -> str:
    with ZipFile(io.BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > _MOST_UNPACKED:
            raise ValueError("too large unpacked")
    document = docx.Document(io.BytesIO(content))
    section = document.sections[0] if len(document.sections) else None
    heads = [p.text for part in (section.header, section.first_page_header) for p in part.paragraphs] if section else []
    # The head of an official document is a table of two columns: issuer and number left, motto and stamp right.
    cells = [cell.text for table in document.tables[:2] for row in table.rows for cell in row.cells]
    return "\n".join((*heads, *cells, *(p.text for p in document.paragraphs[:_PARAGRAPHS])))
