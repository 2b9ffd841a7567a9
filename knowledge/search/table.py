"""Full-text tables in SQLite: folded syllables and pairs, by row number or by key."""

import json
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from math import log

import numpy as np
from sqlite_utils import Database

from knowledge.search.postings import Rows, Scores, summed
from knowledge.search.terms import EMPTY, words

# A pair that matches is worth more than its two syllables; measured on accented and unaccented questions.
_PAIR = 2.0
# Rows that a search ranks, at most about: the commonest terms of a question are left out of a large table, where they
# would rank most of it and tell nothing apart.
_BUDGET = 5_000
# Terms whose number of rows is remembered, and those whose rows are: four bytes a row.
_COUNTED = 65536
_HELD = 2048
# Terms of a question that are looked up, at most.
_TERMS = 240


def search_terms(question: str) -> list[str]:
    """Return the terms a question is searched by: its telling syllables, and its pairs of neighbours."""
    found = words(question)[:_TERMS]
    single = [w for w in found if w not in EMPTY] or found
    return list(dict.fromkeys([*single, *(f"{a}_{b}" for a, b in pairwise(found))]))


def _any_of(terms: Iterable[str]) -> str:
    return " OR ".join(f'"{term}"' for term in terms)  # quoted: words are never syntax


class FtsRows:
    """One FTS5 table of a database, by row number. It keeps the index alone, not the texts."""

    def __init__(self, db: Database, name: str) -> None:
        """Take `name` in `db`; `create` makes it."""
        self._db = db
        self._name = name
        self._has_vocabulary = False
        # Counting a common term reads all of its rows, and questions share their common terms.
        self._frequency = lru_cache(maxsize=_COUNTED)(self._count)
        self._holders = lru_cache(maxsize=_HELD)(self._find)

    def create(self) -> None:
        """Create the table, or empty it where it exists."""
        self._forget()
        self._db.execute(f"DROP TABLE IF EXISTS [{self._name}]")
        self._db.execute(
            f"CREATE VIRTUAL TABLE [{self._name}] USING fts5("
            "syllables, pairs, content='', tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\")"
        )

    def fill(self, texts: Iterable[tuple[int, list[str]]]) -> None:
        """Add (row number, words of its text) pairs."""
        rows = ((row, " ".join(found), " ".join(f"{a}_{b}" for a, b in pairwise(found))) for row, found in texts)
        self._forget()
        statement = f"INSERT INTO [{self._name}] (rowid, syllables, pairs) VALUES (?, ?, ?)"  # noqa: S608 own name
        self._db.conn.executemany(statement, rows)

    def scores(self, question: str) -> Scores:
        """Return for each row how well it fits `question`, higher is better, 0 where no telling word of it occurs."""
        held = {term: count for term in search_terms(question) if (count := self.frequency(term))}
        telling, ranked = list[str](), 0
        for term, count in sorted(held.items(), key=lambda item: item[1]):
            ranked += count
            if telling and ranked > _BUDGET:
                break
            telling.append(term)
        weights = [
            log(1 + (self.size - held[term] + 0.5) / (held[term] + 0.5)) * (_PAIR if "_" in term else 1.0)
            for term in telling
        ]
        return summed(self.rows(telling), weights, self.size)

    def search(self, question: str, limit: int) -> list[tuple[int, float]]:
        """Return the rows that fit `question` best with their scores (higher is better), at most `limit`."""
        scores = self.scores(question)
        found = np.flatnonzero(scores)
        best = found[np.argsort(-scores[found], kind="stable")[: max(0, limit)]]
        return list(zip(best.tolist(), scores[best].tolist(), strict=True))

    def _forget(self) -> None:
        self._frequency.cache_clear()
        self._holders.cache_clear()
        self.__dict__.pop("size", None)

    @cached_property
    def size(self) -> int:
        """One more than the greatest row number."""
        return int(self._db.execute(f"SELECT coalesce(max(rowid), 0) + 1 FROM [{self._name}]").fetchone()[0])  # noqa: S608

    def rows(self, terms: Sequence[str]) -> list[Rows]:
        """Return for each term the rows that hold it."""
        return [self._holders(term) for term in terms]

    def _find(self, term: str) -> Rows:
        statement = f"SELECT json_group_array(rowid) FROM [{self._name}] WHERE [{self._name}] MATCH ?"  # noqa: S608
        return np.array(json.loads(self._db.execute(statement, [_any_of([term])]).fetchone()[0]), np.int32)

    def frequency(self, term: str) -> int:
        """Return how many rows hold `term`."""
        return self._frequency(term)

    def _count(self, term: str) -> int:
        statement = f"SELECT doc FROM temp.[{self._vocabulary()}] WHERE term = ?"  # noqa: S608 own table name
        found = self._db.execute(statement, [term]).fetchone()
        return int(found[0]) if found else 0

    def holding(self) -> dict[str, int]:
        """Return how many rows hold each term."""
        return dict(self._db.execute(f"SELECT term, doc FROM temp.[{self._vocabulary()}]").fetchall())  # noqa: S608

    def _vocabulary(self) -> str:
        vocabulary = f"{self._name}_terms"
        if not self._has_vocabulary:
            self._db.execute(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.[{vocabulary}] USING fts5vocab(main, [{self._name}], row)"
            )
            self._has_vocabulary = True
        return vocabulary


class FtsTable:
    """One FTS5 table of a database by key, with a plain table that holds each row's key."""

    def __init__(self, db: Database, name: str) -> None:
        """Take `name` in `db`; `create` makes it."""
        self._db = db
        self._keys = f"{name}_key"
        self._rows = FtsRows(db, name)

    def create(self) -> None:
        """Create the table, or empty it where it exists."""
        self._rows.create()
        self._db.execute(f"DROP TABLE IF EXISTS [{self._keys}]")
        self._db.execute(f"CREATE TABLE [{self._keys}] (row INTEGER PRIMARY KEY, key TEXT NOT NULL) STRICT")

    def fill(self, texts: Iterable[tuple[str, str]]) -> None:
        """Add (key, text) pairs."""
        rows = list(enumerate(texts, self.count() + 1))
        keys = ((row, key) for row, (key, _) in rows)
        self._db.conn.executemany(f"INSERT INTO [{self._keys}] VALUES (?, ?)", keys)  # noqa: S608 own table name
        self._rows.fill((row, words(text)) for row, (_, text) in rows)

    def search(self, question: str, limit: int) -> list[tuple[str, float]]:
        """Return the keys that fit `question` best with their scores (higher is better), at most `limit`."""
        found = dict(self._rows.search(question, limit))
        marks = ",".join("?" * len(found))
        keys = self._db.execute(f"SELECT row, key FROM [{self._keys}] WHERE row IN ({marks})", list(found))  # noqa: S608
        key_of = dict(keys.fetchall())
        return [(str(key_of[row]), score) for row, score in found.items()]

    def holding(self) -> dict[str, int]:
        """Return how many rows hold each term."""
        return self._rows.holding()

    def count(self) -> int:
        """Return the number of rows."""
        return int(self._db.execute(f"SELECT count(*) FROM [{self._keys}]").fetchone()[0])  # noqa: S608
