"""Where the files shown as evidence lie, and what is never stored among them."""

import os
import tempfile
from pathlib import Path

from sqlite_utils import Database

from knowledge.documents import first_pages
from knowledge.record.evidence import SUFFIXES, TEXT, plain_text
from knowledge.secrecy import stamp_in_name, stamp_in_text
from knowledge.store import EvidenceFiles


def evidence_beside(db: Database) -> EvidenceFiles:
    """Return the files that belong to `db`: in a folder beside its file, or a passing one for a database in memory."""
    file = db.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
    path = Path(file) if file else Path(tempfile.gettempdir()) / f"dondoc-{os.getpid()}"
    return EvidenceFiles(path.with_name(f"{path.stem}-evidence"), is_secret)


def is_secret(data: bytes, media_type: str, name: str) -> bool:
    """Tell whether a file is stamped secret, in its name or on its first pages; its type is what its bytes show."""
    if stamp_in_name(name):
        return True
    text = plain_text(data) if media_type == TEXT else first_pages(data, f"file{SUFFIXES[media_type]}")
    return stamp_in_text(text) is not None
