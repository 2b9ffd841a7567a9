"""What shows that work was done (minh chứng), and what its files may be: told by their bytes, never by their name."""

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePath
from urllib.parse import urlsplit

MAX_BYTES = 20 * 1024 * 1024  # what a bot can download from Telegram


class EvidenceKind(StrEnum):
    """How the evidence is given."""

    FILE = "file"
    PHOTO = "photo"
    LINK = "link"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of evidence. `ref`: the sha256 of a kept file or photo, an address, or số/ký hiệu of a document.

    `name`, `media_type` and `size` (bytes) belong to files; `dated` is the date of a document where it was given.
    """

    kind: EvidenceKind
    ref: str
    name: str = ""
    media_type: str = ""
    size: int = 0
    dated: date | None = None

    @property
    def is_kept(self) -> bool:
        """Tell whether its bytes are kept under the data directory."""
        return self.kind in (EvidenceKind.FILE, EvidenceKind.PHOTO)


_HASH = re.compile(r"[0-9a-f]{64}")


def is_usable(evidence: Evidence) -> bool:
    """Tell whether `ref` is what its kind asks for: a hash, an address on the web, a number that holds a digit."""
    if evidence.is_kept:
        return _HASH.fullmatch(evidence.ref) is not None
    if evidence.kind is EvidenceKind.LINK:
        return _is_address(evidence.ref)
    return any(c.isdigit() for c in evidence.ref)


def _is_address(ref: str) -> bool:
    try:
        parts = urlsplit(ref)
    except ValueError:  # "http://[": no address at all
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "") and not re.search(r"\s", ref)


PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
TEXT = "text/plain"

SUFFIXES = {
    PDF: ".pdf",
    DOCX: ".docx",
    XLSX: ".xlsx",
    PPTX: ".pptx",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/heic": ".heic",
    TEXT: ".txt",
}
_BEGINS = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_OFFICE = (("word/document.xml", DOCX), ("xl/workbook.xml", XLSX), ("ppt/presentation.xml", PPTX))
_MACROS = "vbaProject.bin"
_DIRECTORY_END = b"PK\x05\x06"
_MAX_UNPACKED = 200 * 1024 * 1024  # what its parts say they come to; who reads them gets no byte more than they say
_MAX_DIRECTORY = 1024 * 1024  # an office document lists some dozens of parts; a megabyte of them is none


def media_type(data: bytes) -> str:
    """Return the media type that the bytes show, "" for anything that is not allowed as evidence.

    Archives are not unpacked: of an office document only the list of its parts is read. One with macros is refused.
    """
    for magic, found in _BEGINS:
        if data.startswith(magic):
            return found
    if b"%PDF-" in data[:1024]:
        return PDF
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return "image/heic"
    if data.startswith(b"PK\x03\x04"):
        return _office_type(data)
    return TEXT if _is_text(data) else ""


def _office_type(data: bytes) -> str:
    listed = office_parts(data)
    parts = {part.filename for part in listed}
    if has_macros(listed) or sum(part.file_size for part in listed) > _MAX_UNPACKED:
        return ""
    return next((kind for part, kind in _OFFICE if part in parts), "")


def office_parts(data: bytes) -> tuple[zipfile.ZipInfo, ...]:
    """Return the list of an archive's parts, nothing unpacked; () where it can be no office document."""
    end = data.rfind(_DIRECTORY_END)
    if end < 0 or int.from_bytes(data[end + 12 : end + 16], "little") > _MAX_DIRECTORY:
        return ()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError):  # whatever it is, it is no office document
        return ()


def is_broken_office(data: bytes, name: str) -> bool:
    """Tell whether a file that is named as an office document cannot be opened as one."""
    return PurePath(name.lower()).suffix in {SUFFIXES[kind] for _, kind in _OFFICE} and not office_parts(data)


def has_macros(parts: Iterable[zipfile.ZipInfo]) -> bool:
    """Tell whether programs are among the parts of an office document."""
    return any(part.filename.endswith(_MACROS) for part in parts)


def plain_text(data: bytes) -> str:
    """Return the text of a plain text file in UTF-8 or, with its mark, UTF-16. Raises UnicodeDecodeError."""
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")


def _is_text(data: bytes) -> bool:
    try:
        text = plain_text(data)
    except UnicodeDecodeError:
        return False
    return bool(text.strip()) and not any(ord(c) < 32 and c not in "\t\n\r\f" for c in text)
