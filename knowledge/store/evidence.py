"""Files shown as evidence, kept under the data directory by the hash of their content."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from knowledge.errors import DondocError
from knowledge.record.evidence import MAX_BYTES, Evidence, EvidenceKind, is_broken_office, media_type
from knowledge.store.transactions import named_troubles

_UNFINISHED = "unfinished"
ORPHANED_AFTER = timedelta(days=1)
MAX_NAME = 120

Secret = Callable[[bytes, str, str], bool]  # the bytes of a file, its media type and its name: is it stamped secret?


class EvidenceRefusal(StrEnum):
    """Why a file is not kept."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TYPE = "type"
    BROKEN = "broken"
    SECRET = "secret"  # noqa: S105 no password


class EvidenceRefusedError(DondocError):
    """A file that is not kept; nothing of it was stored."""

    def __init__(self, why: EvidenceRefusal) -> None:
        """Keep the reason."""
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Orphan:
    """A file that no report shows, or that was never finished."""

    path: Path
    since: datetime


class EvidenceFiles:
    """Keeps files below one folder: `ab/cd/abcd…`, written whole and on disk before `put` returns."""

    def __init__(self, root: Path, secret: Secret) -> None:
        """Use the folder `root`, made when the first file comes; `secret` tells what must not be stored."""
        self._root = root
        self._secret = secret

    def put(self, data: bytes, name: str, kind: EvidenceKind = EvidenceKind.FILE) -> Evidence:
        """Keep a file and return it as evidence; the same content twice is one file.

        Its type is told by its bytes. Raises EvidenceRefusedError where it may not be kept, StoreFullError where the
        disk is full.
        """
        found = self._checked(data, name)
        digest = hashlib.sha256(data).hexdigest()
        path = self.path(digest)
        with named_troubles():
            if not self.has(digest):
                self._write(path, data)
            _sync_folder(path.parent)
        return Evidence(kind, digest, name[:MAX_NAME], found, len(data))

    def _checked(self, data: bytes, name: str) -> str:
        if not data:
            raise EvidenceRefusedError(EvidenceRefusal.EMPTY)
        if len(data) > MAX_BYTES:
            raise EvidenceRefusedError(EvidenceRefusal.TOO_LARGE)
        found = media_type(data)
        if not found:
            broken = is_broken_office(data, name)
            raise EvidenceRefusedError(EvidenceRefusal.BROKEN if broken else EvidenceRefusal.TYPE)
        if self._secret(data, found, name):
            raise EvidenceRefusedError(EvidenceRefusal.SECRET)
        return found

    def _write(self, path: Path, data: bytes) -> None:
        """Write beside, bring to disk, then give it its name: a crash leaves no half file under a hash."""
        _make_folder(self._root / _UNFINISHED)
        _make_folder(path.parent)
        handle, unfinished = tempfile.mkstemp(dir=self._root / _UNFINISHED)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(unfinished).replace(path)
        except BaseException:
            Path(unfinished).unlink(missing_ok=True)
            raise

    def path(self, digest: str) -> Path:
        """Return where the file with that sha256 is, or would be."""
        return self._root / digest[:2] / digest[2:4] / digest

    def has(self, digest: str) -> bool:
        """Tell whether the file with that sha256 is kept."""
        return self.path(digest).is_file()

    def is_whole(self, digest: str) -> bool:
        """Tell whether the file is kept and its content still is what its name says."""
        path = self.path(digest)
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == digest

    def orphans(self, shown: set[str], now: datetime) -> list[Orphan]:
        """Return the files that none of `shown` names and that have lain for a day: no report is on its way to them."""
        return [o for o in self._unshown(shown) if now - o.since > ORPHANED_AFTER]

    def _unshown(self, shown: set[str]) -> Iterator[Orphan]:
        for path in sorted(self._root.rglob("*")):
            if path.is_file() and path.name not in shown:
                yield Orphan(path, datetime.fromtimestamp(path.stat().st_mtime, UTC))

    def sweep(self, shown: set[str], now: datetime) -> list[Orphan]:
        """Remove the orphans and return them."""
        found = self.orphans(shown, now)
        for orphan in found:
            orphan.path.unlink()
        return found


def _make_folder(path: Path) -> None:
    """Make a folder that only the bot may read, and every one above it, each on disk in the one that holds it."""
    if not path.is_dir():
        _make_folder(path.parent)
        path.mkdir(mode=0o700, exist_ok=True)
        _sync_folder(path.parent)


def _sync_folder(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
