"""Opens the database file and brings its schema up to date."""

import sqlite3
from pathlib import Path

from sqlite_utils import Database, Migrations

from knowledge.store import people_schema, record_schema, schema

_BUSY_MS = 5_000
# Room for the whole corpus with its indexes, so that answering reads no file.
_CACHE_KIB = 32_768


def open_database(path: Path | None, *migrations: Migrations) -> Database:
    """Open `path` (None: in memory), apply the migrations of this room and those given, and return the database.

    WAL lets readers go on while one writes; a writer that finds the file locked waits up to five seconds. What is
    committed is on disk: a power cut loses nothing. Raises sqlite3.OperationalError where the file cannot be opened.
    """
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path or ":memory:", check_same_thread=False, timeout=_BUSY_MS / 1000)
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    db = Database(connection)
    if path is not None:
        db.enable_wal()
    for migration in (schema.MIGRATIONS, people_schema.MIGRATIONS, record_schema.MIGRATIONS, *migrations):
        migration.apply(db)
    return db
