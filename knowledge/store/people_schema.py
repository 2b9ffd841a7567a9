"""The tables of people, as ordered migrations: who they are, how they joined, their dialogues, their groups."""

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("people")


@MIGRATIONS()
def m001_people(db: Database) -> None:
    """Create the tables. What hangs on a person goes when the person goes."""
    for statement in _PEOPLE.split(";"):
        if statement.strip():
            db.execute(statement)


@MIGRATIONS()
def m002_report_drafts(db: Database) -> None:
    """Create the table of reports that wait for their author's yes."""
    db.execute(
        "CREATE TABLE report_draft (number INTEGER PRIMARY KEY AUTOINCREMENT,"
        " person INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE, chat INTEGER NOT NULL, key TEXT NOT NULL,"
        " entry INTEGER NOT NULL DEFAULT 0, message INTEGER NOT NULL DEFAULT 0, album TEXT NOT NULL DEFAULT '',"
        " data TEXT NOT NULL, touched_at TEXT NOT NULL, UNIQUE (person, key)) STRICT"
    )


@MIGRATIONS()
def m003_workbook_imports(db: Database) -> None:
    """Create the table of workbooks that wait for their sender's yes."""
    db.execute(
        "CREATE TABLE workbook_import (number INTEGER PRIMARY KEY AUTOINCREMENT,"
        " person INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE, key TEXT NOT NULL,"
        " entry INTEGER NOT NULL DEFAULT 0, data TEXT NOT NULL, touched_at TEXT NOT NULL, UNIQUE (person, key)) STRICT"
    )


@MIGRATIONS()
def m004_dialogues_behind(db: Database) -> None:
    """Let a dialogue in which something is put together wait behind the one that takes its place."""
    db.execute("ALTER TABLE dialogue ADD COLUMN lasting INTEGER NOT NULL DEFAULT 0")
    db.execute(
        "CREATE TABLE dialogue_behind (number INTEGER PRIMARY KEY,"
        " person INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE, chat INTEGER NOT NULL, name TEXT NOT NULL,"
        " state TEXT NOT NULL, touched_at TEXT NOT NULL) STRICT"
    )


_PEOPLE = """
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    language TEXT NOT NULL CHECK (language IN ('vi', 'en')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'approved', 'refused')),
    consented_at TEXT NOT NULL,
    pseudonym TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE appointment (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    agency TEXT NOT NULL,
    UNIQUE (person, role, agency)
) STRICT;
CREATE INDEX appointment_agency ON appointment(agency);
CREATE TABLE joining (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    agency TEXT NOT NULL,
    note TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'approved', 'refused')),
    decided_by INTEGER REFERENCES person(id) ON DELETE SET NULL,
    decided_at TEXT
) STRICT;
CREATE INDEX joining_person ON joining(person);
CREATE TABLE invitation (
    hash TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    agency TEXT NOT NULL,
    made_by INTEGER REFERENCES person(id) ON DELETE SET NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT;
CREATE TABLE bound_group (
    chat INTEGER PRIMARY KEY,
    agency TEXT NOT NULL,
    bound_at TEXT NOT NULL
) STRICT;
CREATE TABLE dialogue (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    person INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    chat INTEGER NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    aside INTEGER NOT NULL DEFAULT 0,
    touched_at TEXT NOT NULL,
    UNIQUE (person, chat)
) STRICT
"""
