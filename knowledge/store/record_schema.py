"""The tables of the record, as ordered migrations: the entries, which nobody can change, and what they come to."""

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("record")


@MIGRATIONS()
def m001_record(db: Database) -> None:
    """Create the entries with their guards, and the tables that can be made from them anew."""
    for statement in (*_ENTRIES.split(";\n\n"), *_STATE.split(";\n")):
        if statement.strip():
            db.execute(statement)


@MIGRATIONS()
def m002_together(db: Database) -> None:
    """Find what was recorded last, together, without looking at every key."""
    db.execute("CREATE INDEX record_key_last ON record_key(last)")


@MIGRATIONS()
def m003_recalls(db: Database) -> None:
    """Keep which tasks given from chat were taken back."""
    db.execute("CREATE TABLE task_recall (task TEXT PRIMARY KEY, entry INTEGER NOT NULL, data TEXT NOT NULL) STRICT")


# REPLACE deletes without asking a DELETE trigger, so what is inserted must be the next number. `record_key` remembers
# which update made which entries; it is no part of the chain, and its keys are hashed, for an update names a chat.
_ENTRIES = """
CREATE TABLE record_entry (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    agency TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    payload TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE INDEX record_entry_subject ON record_entry(subject);

CREATE INDEX record_entry_actor ON record_entry(actor);

CREATE TRIGGER record_entry_is_next BEFORE INSERT ON record_entry
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM record_entry)
BEGIN SELECT RAISE(ABORT, 'the record only grows at its end'); END;

CREATE TRIGGER record_entry_stays BEFORE UPDATE ON record_entry
BEGIN SELECT RAISE(ABORT, 'the record is never changed'); END;

CREATE TRIGGER record_entry_remains BEFORE DELETE ON record_entry
BEGIN SELECT RAISE(ABORT, 'the record is never deleted'); END;

CREATE TABLE record_head (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    count INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE record_key (
    key TEXT PRIMARY KEY,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL
) STRICT
"""

_STATE = """
CREATE TABLE report (
    id INTEGER PRIMARY KEY, task TEXT NOT NULL, agency TEXT NOT NULL, actor TEXT NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE INDEX report_part ON report(task, agency, id);
CREATE TABLE progress (
    task TEXT NOT NULL, agency TEXT NOT NULL, waiting TEXT NOT NULL, claim INTEGER NOT NULL, data TEXT NOT NULL,
    PRIMARY KEY (task, agency)
) STRICT;
CREATE INDEX progress_waiting ON progress(waiting, claim);
CREATE TABLE extension (
    id INTEGER PRIMARY KEY, task TEXT NOT NULL, agency TEXT NOT NULL, state TEXT NOT NULL, decision INTEGER NOT NULL,
    data TEXT NOT NULL
) STRICT;
CREATE INDEX extension_part ON extension(task, agency, state);
CREATE TABLE proposal (
    id INTEGER PRIMARY KEY, agency TEXT NOT NULL, addressee TEXT NOT NULL, state TEXT NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE INDEX proposal_state ON proposal(state, addressee);
CREATE TABLE assigned_task (
    code_key TEXT PRIMARY KEY, entry INTEGER NOT NULL, parent TEXT NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE INDEX assigned_task_parent ON assigned_task(parent);
CREATE TABLE measurement (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, code TEXT NOT NULL, day TEXT NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE INDEX measurement_code ON measurement(kind, code, day);
CREATE TABLE evidence_use (
    digest TEXT NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (digest, report)
) STRICT
"""

STATE_TABLES = (
    "report",
    "progress",
    "extension",
    "proposal",
    "assigned_task",
    "task_recall",
    "measurement",
    "evidence_use",
)
