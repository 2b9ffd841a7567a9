"""Full-text tables in SQLite by row number: which rows hold a folded syllable or pair, and what it says of them."""

import json
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from typing import TypeAlias

import numpy as np
from sqlite_utils import Database

from knowledge.search.postings import Rows, Scores, added, best_rows, rarity, saturated
from knowledge.search.terms import EMPTY, words

# A pair that matches is worth more than its two syllables; measured on accented and unaccented questions.
_PAIR = 2.0
# Postings that a search adds up, at most about: the commonest terms of a question are left out of a large table, where
# they tell nothing apart.
_BUDGET = 100_000
# A table of so many rows is held whole, of a larger one the terms asked for lately, in so many postings.
_SMALL, _HELD = 5_000, 6_000_000
# Terms whose number of rows is remembered.
_COUNTED = 65536
# Terms of a question that are looked up, at most.
_TERMS = 240
# The rows that hold a term, in order, and what it says of each.
_Posting: TypeAlias = tuple[Rows, Scores]


def search_terms(question: str) -> list[str]:
    """Return the terms a question is searched by: its telling syllables, and its pairs of neighbours."""
    found = words(question)[:_TERMS]
    single = [w for w in found if w not in EMPTY] or found
    return list(dict.fromkeys([*single, *(f"{a}_{b}" for a, b in pairwise(found))]))


class FtsRows:
    """One FTS5 table of a database, by row number. It keeps the index alone, not the texts."""

    def __init__(self, db: Database, name: str) -> None:
        """Take `name` in `db`; `create` makes it."""
        self._db = db
        self._name = name
        self._sizes = f"{name}_size"
        # Counting a common term reads all of its rows, and questions share their common terms.
        self._counted = lru_cache(maxsize=_COUNTED)(self._count)
        self._lately: dict[str, _Posting] = {}
        self._held = 0

    def create(self) -> None:
        """Create the table, or empty it where it exists."""
        self._forget()
        self._db.execute(f"DROP TABLE IF EXISTS [{self._name}]")
        self._db.execute(
            f"CREATE VIRTUAL TABLE [{self._name}] USING fts5("
            "syllables, pairs, content='', tokenize=\"unicode61 remove_diacritics 0 tokenchars '_'\")"
        )
        self._db.execute(f"DROP TABLE IF EXISTS [{self._sizes}]")
        self._db.execute(f"CREATE TABLE [{self._sizes}] (row INTEGER PRIMARY KEY, words INTEGER NOT NULL) STRICT")

    def fill(self, texts: Iterable[tuple[int, list[str]]]) -> None:
        """Add (row number, words of its text) pairs."""
        self._forget()
        put = f"INSERT INTO [{self._name}] (rowid, syllables, pairs) VALUES (?, ?, ?)"  # noqa: S608 own table name
        size = f"INSERT INTO [{self._sizes}] VALUES (?, ?)"  # noqa: S608 own table name
        for row, found in texts:
            self._db.execute(put, [row, " ".join(found), " ".join(f"{a}_{b}" for a, b in pairwise(found))])
            self._db.execute(size, [row, len(found)])

    def _forget(self) -> None:
        self._counted.cache_clear()
        self._lately.clear()
        self._held = 0
        for name in ("size", "_lengths", "_whole", "_vocabulary"):
            self.__dict__.pop(name, None)

    @cached_property
    def size(self) -> int:
        """One more than the greatest row number."""
        return int(self._db.execute(f"SELECT coalesce(max(row), 0) + 1 FROM [{self._sizes}]").fetchone()[0])  # noqa: S608

    def rows(self, terms: Sequence[str]) -> list[Rows]:
        """Return for each term the rows that hold it."""
        return [self._posting(term)[0] for term in terms]

    def scores(self, question: str) -> Scores:
        """Return for each row how well it fits `question`, higher is better, 0 where no telling word of it occurs."""
        held = {term: count for term in search_terms(question) if (count := self._frequency(term))}
        rows, said = [np.empty(0, np.int32)], [np.empty(0)]
        total = 0
        for term, count in sorted(held.items(), key=lambda item: item[1]):
            total += count
            if len(rows) > 1 and total > _BUDGET:
                break
            found, of_each = self._posting(term)
            rows.append(found)
            said.append(of_each * (rarity(count, self.size) * (_PAIR if "_" in term else 1.0)))
        return added(np.concatenate(rows), np.concatenate(said), self.size)

    def search(self, question: str, limit: int) -> list[tuple[int, float]]:
        """Return the rows that fit `question` best with their scores (higher is better), at most `limit`."""
        scores = self.scores(question)
        best = best_rows(scores, limit)
        return list(zip(best.tolist(), scores[best].tolist(), strict=True))

    def holding(self) -> dict[str, int]:
        """Return how many rows hold each term."""
        return dict(self._db.execute(f"SELECT term, doc FROM temp.[{self._vocabulary}]").fetchall())  # noqa: S608

    def _count(self, term: str) -> int:
        statement = f"SELECT doc FROM temp.[{self._vocabulary}] WHERE term = ?"  # noqa: S608 own table name
        found = self._db.execute(statement, [term]).fetchone()
        return int(found[0]) if found else 0

    def _frequency(self, term: str) -> int:
        return len(self._posting(term)[0]) if self.size <= _SMALL else self._counted(term)

    def _posting(self, term: str) -> _Posting:
        if self.size <= _SMALL:
            return self._whole.get(term, _NOWHERE)
        found = self._lately.pop(term, None)
        if found is None:
            found = self._found(self._times(" WHERE term = ?", [term]))
            self._held += len(found[0])
            while self._held > _HELD and self._lately:
                self._held -= len(self._lately.pop(next(iter(self._lately)))[0])
        self._lately[term] = found  # the one asked for last stands last
        return found

    @cached_property
    def _whole(self) -> dict[str, _Posting]:
        terms = groupby(self._times("", []), key=lambda row: row[0])
        return {term: self._found(list(rows)) for term, rows in terms}

    def _times(self, where: str, values: Sequence[str]) -> list[tuple[str, int, int]]:
        """Return (term, row, how often it stands there)."""
        return self._db.execute(
            f"SELECT term, doc, count(*) FROM temp.[{self._vocabulary}_at]{where} GROUP BY term, doc",  # noqa: S608
            list(values),
        ).fetchall()

    def _found(self, times: Sequence[tuple[str, int, int]]) -> _Posting:
        rows = np.array([row for _, row, _ in times], np.int32)
        return rows, saturated(np.array([count for _, _, count in times], np.int32), self._lengths[rows])

    @cached_property
    def _lengths(self) -> Scores:
        """The length of each row's text, in average lengths."""
        found = self._db.execute(f"SELECT json_group_array(row), json_group_array(words) FROM [{self._sizes}]")  # noqa: S608
        rows, sizes = (np.array(json.loads(each), np.int32) for each in found.fetchone())
        return added(rows, sizes / max(1.0, sizes.mean() if len(sizes) else 1.0), self.size)

    @cached_property
    def _vocabulary(self) -> str:
        """The table of terms with the number of their rows; beside it the one with `_at`, which tells their places."""
        vocabulary = f"{self._name}_terms"
        for name, kind in ((vocabulary, "row"), (f"{vocabulary}_at", "instance")):
            self._db.execute(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.[{name}] USING fts5vocab(main, [{self._name}], {kind})"
            )
        return vocabulary


_NOWHERE: _Posting = (np.empty(0, np.int32), np.empty(0))
