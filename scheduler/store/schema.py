"""The scheduler's tables, as ordered migrations."""

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("scheduler")


@MIGRATIONS()
def m001_outbox(db: Database) -> None:
    """Create the tables of followers and notices."""
    db.execute(
        "CREATE TABLE following (chat INTEGER NOT NULL, agency TEXT NOT NULL, language TEXT NOT NULL,"
        " PRIMARY KEY (chat, agency)) STRICT"
    )
    db.execute(
        "CREATE TABLE notice (key TEXT PRIMARY KEY, chat INTEGER NOT NULL, payload TEXT NOT NULL,"
        " state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'sent', 'failed', 'unknown')),"
        " due_at TEXT NOT NULL, lease_until TEXT, attempts INTEGER NOT NULL DEFAULT 0, message_id INTEGER,"
        " reason TEXT NOT NULL DEFAULT '') STRICT"
    )
    db.execute("CREATE INDEX notice_due ON notice(state, due_at)")


@MIGRATIONS()
def m002_doubts(db: Database) -> None:
    """Count the tries of which nobody knows whether they arrived."""
    db.execute("ALTER TABLE notice ADD COLUMN doubts INTEGER NOT NULL DEFAULT 0")


@MIGRATIONS()
def m003_items(db: Database) -> None:
    """Keep apart the message of a day and what it tells, each item once; keep what people wish.

    Digests that were sent stay in the ledger, and their day counts as told; those still waiting are planned anew.
    """
    db.execute("ALTER TABLE notice RENAME TO digest")
    for statement in _ITEMS.split(";"):
        if statement.strip():
            db.execute(statement)
    db.execute(
        "INSERT INTO notice (key, chat, day, language, state, planned_at, due_at, attempts, doubts, message_id, reason)"
        " SELECT key, chat, json_extract(payload, '$.day'), json_extract(payload, '$.language'),"
        " iif(state IN ('planned', 'sending'), 'dropped', state), due_at, due_at, attempts, doubts, message_id,"
        " iif(state IN ('planned', 'sending'), 'planned anew by a newer version', reason) FROM digest"
    )
    db.execute("DROP TABLE digest")


@MIGRATIONS()
def m004_news(db: Database) -> None:
    """Let a notice be news of the record's entries, and keep up to which entry that is planned.

    What was recorded before was told by an earlier version.
    """
    db.execute("ALTER TABLE notice ADD COLUMN entry INTEGER NOT NULL DEFAULT 0")
    db.execute("CREATE INDEX notice_news ON notice(due_at, number) WHERE state = 'planned' AND entry > 0")
    db.execute("CREATE INDEX notice_item_version ON notice_item(version)")
    db.execute("CREATE TABLE record_told (id INTEGER PRIMARY KEY CHECK (id = 1), entry INTEGER NOT NULL) STRICT")
    recorded = "record_head" in db.table_names()  # not where these tables are made alone, as for a bench
    head = db.execute("SELECT count FROM record_head").fetchone() if recorded else None
    db.execute("INSERT INTO record_told VALUES (1, ?)", [head[0] if head else 0])


_ITEMS = """
CREATE TABLE notice (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    chat INTEGER NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    first INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('planned', 'sending', 'sent', 'failed', 'unknown', 'dropped')),
    planned_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    lease_until TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    doubts INTEGER NOT NULL DEFAULT 0,
    crashes INTEGER NOT NULL DEFAULT 0,
    message_id INTEGER,
    sent_at TEXT,
    seen_at TEXT,
    gone INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX notice_waiting ON notice(due_at, number) WHERE state = 'planned';
CREATE INDEX notice_flying ON notice(lease_until) WHERE state = 'sending';
CREATE INDEX notice_chat ON notice(chat, day);
CREATE TABLE notice_item (
    chat INTEGER NOT NULL,
    key TEXT NOT NULL,
    notice INTEGER REFERENCES notice(number) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    task TEXT NOT NULL,
    agency TEXT NOT NULL,
    step TEXT NOT NULL,
    version TEXT NOT NULL,
    why TEXT NOT NULL,
    acknowledged_at TEXT,
    PRIMARY KEY (chat, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX notice_item_notice ON notice_item(notice);
CREATE INDEX notice_item_task ON notice_item(task);
CREATE TABLE preference (chat INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT;
CREATE TABLE muted (chat INTEGER NOT NULL, task TEXT NOT NULL, PRIMARY KEY (chat, task)) STRICT;
CREATE TABLE snooze (
    chat INTEGER NOT NULL,
    task TEXT NOT NULL,
    agency TEXT NOT NULL,
    until TEXT NOT NULL,
    PRIMARY KEY (chat, task, agency)
) STRICT;
CREATE TABLE watch (
    chat INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('task', 'topic')),
    subject TEXT NOT NULL,
    language TEXT NOT NULL,
    PRIMARY KEY (chat, kind, subject)
) STRICT
"""
