"""Full-text tables in SQLite, and the passage retriever on top of one."""

from collections.abc import Iterable

from sqlite_utils import Database

from knowledge.search.terms import EMPTY, pairs, syllables, words

# A pair that matches is worth more than its two syllables; measured on accented and unaccented questions.
_WEIGHTS = "1.0, 2.0"


def fts_query(question: str) -> str:
    """Return the FTS5 query for `question`, every term quoted: its words are never syntax. "" when it has none."""
    found = words(question)
    single = [w for w in found if w not in EMPTY] or found
    terms = dict.fromkeys([*single, *pairs(question).split()])
    return " OR ".join(f'"{term}"' for term in terms)


class FtsTable:
    """One FTS5 table of a database: folded syllables and pairs by key."""

    def __init__(self, db: Database, name: str) -> None:
        """Take `name` in `db`; `create` makes it."""
        self._db = db
        self._name = name

    def create(self) -> None:
        """Create the table, or empty it where it exists."""
        self._db.execute(f"DROP TABLE IF EXISTS [{self._name}]")
        self._db.execute(
            f"CREATE VIRTUAL TABLE [{self._name}] USING fts5("
            "key UNINDEXED, syllables, pairs, tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\")"
        )

    def fill(self, texts: Iterable[tuple[str, str]]) -> None:
        """Add (key, text) pairs."""
        rows = ((key, syllables(text), pairs(text)) for key, text in texts)
        self._db.conn.executemany(f"INSERT INTO [{self._name}] VALUES (?, ?, ?)", rows)  # noqa: S608 own table name

    def search(self, question: str, limit: int) -> list[tuple[str, float]]:
        """Return the keys that fit `question` best with their scores (higher is better), at most `limit`."""
        query = fts_query(question)
        if not query or limit <= 0:
            return []
        rows = self._db.execute(
            f"SELECT key, -bm25([{self._name}], 0.0, {_WEIGHTS}) AS score FROM [{self._name}] "  # noqa: S608
            f"WHERE [{self._name}] MATCH ? ORDER BY score DESC, rowid LIMIT ?",
            [query, limit],
        )
        return [(str(key), float(score)) for key, score in rows.fetchall()]

    def holding(self) -> dict[str, int]:
        """Return how many rows hold each term."""
        vocabulary = f"{self._name}_terms"
        self._db.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.[{vocabulary}] USING fts5vocab(main, [{self._name}], row)"
        )
        return dict(self._db.execute(f"SELECT term, doc FROM temp.[{vocabulary}]").fetchall())  # noqa: S608

    def count(self) -> int:
        """Return the number of rows."""
        return int(self._db.execute(f"SELECT count(*) FROM [{self._name}]").fetchone()[0])  # noqa: S608


class PassageIndex:
    """A passage retriever over any collection of (key, text), held in memory."""

    def __init__(self, passages: Iterable[tuple[str, str]]) -> None:
        """Index `passages`."""
        self._table = FtsTable(Database(memory=True), "passage")
        self._table.create()
        self._table.fill(passages)

    def search(self, query: str, limit: int = 10) -> list[tuple[str, float]]:
        """Return [(key, score)], best first, at most `limit`; empty when no word of `query` occurs."""
        return self._table.search(query, limit)
