"""The corpus tables, as ordered migrations, and apart from them the questions still on screens."""

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("knowledge")


@MIGRATIONS()
def m001_corpus(db: Database) -> None:
    """Create the tables of directives, passages, tasks, agencies, indicators and databases."""
    for statement in _CORPUS.split(";"):
        if statement.strip():
            db.execute(statement)


@MIGRATIONS()
def m002_asked(db: Database) -> None:
    """Create the table of questions whose lists are still on screens."""
    db.execute(
        "CREATE TABLE asked (id INTEGER PRIMARY KEY AUTOINCREMENT, chat INTEGER NOT NULL, question TEXT NOT NULL,"
        " context TEXT NOT NULL, asked_at TEXT NOT NULL) STRICT"
    )


@MIGRATIONS()
def m003_wording(db: Database) -> None:
    """Create the tables of other people's words for passages, and of abbreviations."""
    db.execute("CREATE TABLE passage_words (key TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT")
    db.execute("CREATE TABLE abbreviation (letters TEXT PRIMARY KEY, phrase TEXT NOT NULL) STRICT")


@MIGRATIONS()
def m004_task_tables(db: Database) -> None:
    """Make the tables of tasks anew: what conditions are on in narrow rows by number, the long texts apart.

    An agency stands where it is named itself, beside when that task is due; whose members groups are is told once.
    What the corpus says is put in again when it is next applied, so nothing is carried over.
    """
    for statement in _TASKS.split(";"):
        if statement.strip():
            db.execute(statement)


@MIGRATIONS()
def m005_elsewhere(db: Database) -> None:
    """Create the table of subjects that no directive speaks of, with how people ask about them."""
    db.execute("CREATE TABLE elsewhere (subject TEXT PRIMARY KEY, asks TEXT NOT NULL) STRICT")
    db.execute("DELETE FROM corpus_version")


@MIGRATIONS()
def m006_tasks_seen(db: Database) -> None:
    """Create the table of the tasks that each chat looked at last."""
    db.execute("CREATE TABLE tasks_seen (chat INTEGER PRIMARY KEY, tasks TEXT NOT NULL, seen_at TEXT NOT NULL) STRICT")


@MIGRATIONS()
def m007_word_tables(db: Database) -> None:
    """Drop the full-text tables: the index of passages is made in memory, that of tasks is a table of terms."""
    for table in ("passage_fts", "passage_words_fts"):
        db.execute(f"DROP TABLE IF EXISTS [{table}]")
        db.execute(f"DROP TABLE IF EXISTS [{table}_key]")
    for table in ("task_fts", "everyday_fts"):
        db.execute(f"DROP TABLE IF EXISTS [{table}]")


@MIGRATIONS()
def m008_list_shown(db: Database) -> None:
    """Create the table of the list that each chat was shown last, and of the card opened over it."""
    db.execute(
        "CREATE TABLE list_shown (chat INTEGER PRIMARY KEY, question INTEGER NOT NULL, look TEXT NOT NULL,"
        " task TEXT NOT NULL, after INTEGER NOT NULL, shown_at TEXT NOT NULL) STRICT"
    )


@MIGRATIONS()
def m009_shorthand(db: Database) -> None:
    """Create the tables of listed abbreviations and what they stand for, and of the pairs of words said often."""
    db.execute(
        "CREATE TABLE pair_said (first TEXT NOT NULL, second TEXT NOT NULL, count INTEGER NOT NULL,"
        " whole INTEGER NOT NULL, PRIMARY KEY (first, second)) STRICT"
    )
    db.execute(
        "CREATE TABLE shorthand (letters TEXT NOT NULL, position INTEGER NOT NULL, meaning TEXT NOT NULL,"
        " PRIMARY KEY (letters, position)) STRICT"
    )
    db.execute("DELETE FROM corpus_version")


@MIGRATIONS()
def m010_outputs(db: Database) -> None:
    """Create the table of what must come of each task: kinds of output, with who issues them."""
    db.execute(
        "CREATE TABLE task_output (task INTEGER NOT NULL, kind TEXT NOT NULL, issuer TEXT NOT NULL,"
        " PRIMARY KEY (kind, issuer, task)) STRICT, WITHOUT ROWID"
    )
    db.execute("DELETE FROM corpus_version")


_CORPUS = """
CREATE TABLE corpus_version (digest TEXT NOT NULL, applied_at TEXT NOT NULL);
CREATE TABLE agency (name TEXT PRIMARY KEY, is_group INTEGER NOT NULL, data TEXT NOT NULL) STRICT;
CREATE TABLE directive (id TEXT PRIMARY KEY, position INTEGER NOT NULL, data TEXT NOT NULL) STRICT;
CREATE TABLE passage (
    directive TEXT NOT NULL REFERENCES directive(id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    position INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (directive, path)
) STRICT;
CREATE TABLE task (
    id TEXT PRIMARY KEY,
    code_key TEXT NOT NULL UNIQUE,
    directive TEXT NOT NULL REFERENCES directive(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    last TEXT,
    strict INTEGER NOT NULL,
    parent TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
CREATE INDEX task_last ON task(last);
CREATE INDEX task_directive ON task(directive, position);
CREATE TABLE task_agency (
    task TEXT NOT NULL REFERENCES task(id) ON DELETE CASCADE,
    agency TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('lead', 'coordinator')),
    via TEXT NOT NULL,
    PRIMARY KEY (agency, role, task, via)
) STRICT;
CREATE INDEX task_agency_task ON task_agency(task);
CREATE TABLE glossary (english TEXT PRIMARY KEY, vietnamese TEXT NOT NULL) STRICT;
CREATE TABLE synonym (say TEXT PRIMARY KEY, means TEXT NOT NULL) STRICT;
CREATE TABLE everyday (task TEXT PRIMARY KEY, words TEXT NOT NULL) STRICT;
CREATE TABLE indicator (position INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT;
CREATE TABLE tracked_database (position INTEGER PRIMARY KEY, data TEXT NOT NULL) STRICT
"""

_TASKS = """
DROP TABLE IF EXISTS everyday_word;
DROP TABLE IF EXISTS group_member;
DROP TABLE task_agency;
DROP TABLE IF EXISTS task_text;
DROP TABLE task;
CREATE TABLE task (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    code_key TEXT NOT NULL UNIQUE,
    directive TEXT NOT NULL REFERENCES directive(id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    last TEXT,
    strict INTEGER NOT NULL,
    parent TEXT NOT NULL
) STRICT;
CREATE INDEX task_last ON task(last);
CREATE INDEX task_directive ON task(directive);
CREATE INDEX task_parent ON task(parent);
CREATE TABLE task_text (
    number INTEGER PRIMARY KEY REFERENCES task(number) ON DELETE CASCADE,
    data TEXT NOT NULL
) STRICT;
CREATE TABLE task_agency (
    role TEXT NOT NULL CHECK (role IN ('lead', 'coordinator')),
    agency TEXT NOT NULL,
    task INTEGER NOT NULL REFERENCES task(number) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    last TEXT,
    strict INTEGER NOT NULL,
    PRIMARY KEY (role, agency, task)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_agency_task ON task_agency(task);
CREATE TABLE group_member (
    member TEXT NOT NULL,
    agency_group TEXT NOT NULL,
    PRIMARY KEY (member, agency_group)
) STRICT, WITHOUT ROWID;
CREATE TABLE everyday_word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
DELETE FROM corpus_version
"""
