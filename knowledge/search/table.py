"""A word index kept in the database, by row number: which rows hold a folded syllable or pair, and how often.

For more texts than memory should hold. A term's rows are arrays as they are used, in parts of some thousand texts, so
that reading those of a common term costs little and filling the index needs little memory.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, groupby, islice, pairwise
from operator import itemgetter
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from knowledge.search.postings import Counts, Impact, Postings, Rows, Scores, added, best_rows, rarity, saturated
from knowledge.search.terms import EMPTY, words

# A pair that matches is worth more than its two syllables; measured on accented and unaccented questions.
_PAIR = 2.0
# Postings that a search adds up, at most about: the commonest terms of a question are left out of a large index, where
# they tell nothing apart.
_BUDGET = 100_000
# An index of so many rows is held whole, of a larger one the terms asked for lately, in so many postings.
_SMALL, _HELD = 5_000, 6_000_000
# Terms whose number of rows is remembered.
_COUNTED = 65536
# Terms of a question that are looked up, at most.
_TERMS = 240
# Texts in a part.
_PART = 5_000
# The rows that hold a term, in order, and what it says of each, by how rare it is.
_Posting: TypeAlias = tuple[Rows, Impact]
_NOWHERE: _Posting = (np.empty(0, np.int32), np.empty(0, np.float32))


def search_terms(question: str) -> list[str]:
    """Return the terms a question is searched by: its telling syllables, and its pairs of neighbours."""
    found = words(question)[:_TERMS]
    single = [w for w in found if w not in EMPTY] or found
    return list(dict.fromkeys([*single, *(f"{a}_{b}" for a, b in pairwise(found))]))


class WordTable:
    """The word index `name` of a database. It keeps the index alone, not the texts."""

    def __init__(self, db: Database, name: str) -> None:
        """Take `name` in `db`; `create` makes it."""
        self._db = db
        self._name = name
        self._sizes = f"{name}_size"
        self._counted = lru_cache(maxsize=_COUNTED)(self._count)
        self._lately: dict[str, _Posting] = {}
        self._held = 0

    def create(self) -> None:
        """Create the index, or empty it where it exists."""
        self._forget()
        for name, columns in (
            (self._sizes, "row INTEGER PRIMARY KEY, words INTEGER NOT NULL"),
            (self._name, "term TEXT, part INTEGER, rows BLOB NOT NULL, times BLOB NOT NULL, PRIMARY KEY (term, part)"),
        ):
            self._db.execute(f"DROP TABLE IF EXISTS [{name}]")
            self._db.execute(f"CREATE TABLE [{name}] ({columns}) STRICT")

    def fill(self, texts: Iterable[tuple[int, list[str]]]) -> None:
        """Fill the empty index with (row number, words of its text) pairs, in the order of their rows."""
        self._forget()
        waiting = iter(texts)
        part = 0
        while some := list(islice(waiting, _PART)):
            part += 1
            self._put(part, some)

    def _put(self, part: int, texts: Sequence[tuple[int, list[str]]]) -> None:
        number = np.array([row for row, _ in texts], np.int32)
        found = Postings((words_ for _, words_ in texts), longest=2)
        many = self._db.conn.executemany
        sizes = ((row, len(words_)) for row, words_ in texts)
        many(f"INSERT INTO [{self._sizes}] VALUES (?, ?)", sizes)  # noqa: S608 own table name
        many(
            f"INSERT INTO [{self._name}] VALUES (?, ?, ?, ?)",  # noqa: S608 own table name
            (("_".join(term), part, number[rows].tobytes(), times.tobytes()) for term, rows, times in found.terms()),
        )

    def _forget(self) -> None:
        self._counted.cache_clear()
        self._lately.clear()
        self._held = 0
        for name in ("size", "_lengths", "_whole"):
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
        found = self._rarest(search_terms(question))
        if not found:
            return np.zeros(self.size)
        rows, said = zip(*found, strict=True)
        return added(np.concatenate(rows), np.concatenate(said), self.size)

    def _rarest(self, terms: Iterable[str]) -> list[_Posting]:
        """Return the rows of those terms that any row holds, the rarest first, as many as are added up."""
        if self.size <= _SMALL:
            whole = self._whole
            found = sorted([whole[term] for term in terms if term in whole], key=_holding)
            return found[: _within_budget(map(_holding, found))]
        held = [(count, term) for term in terms if (count := self._counted(term))]
        held.sort(key=itemgetter(0))
        return [self._posting(term) for _, term in held[: _within_budget(count for count, _ in held)]]

    def search(self, question: str, limit: int) -> list[tuple[int, float]]:
        """Return the rows that fit `question` best with their scores (higher is better), at most `limit`."""
        scores = self.scores(question)
        best = best_rows(scores, limit)
        return list(zip(best.tolist(), scores[best].tolist(), strict=True))

    def holding(self) -> dict[str, int]:
        """Return how many rows hold each term."""
        statement = f"SELECT term, sum(length(rows)) / 4 FROM [{self._name}] GROUP BY term"  # noqa: S608 own table name
        return dict(self._db.execute(statement).fetchall())

    def _count(self, term: str) -> int:
        statement = f"SELECT coalesce(sum(length(rows)) / 4, 0) FROM [{self._name}] WHERE term = ?"  # noqa: S608
        return int(self._db.execute(statement, [term]).fetchone()[0])

    def _posting(self, term: str) -> _Posting:
        if self.size <= _SMALL:
            return self._whole.get(term, _NOWHERE)
        found = self._lately.pop(term, None)
        if found is None:
            parts = self._db.execute(
                f"SELECT rows, times FROM [{self._name}] WHERE term = ? ORDER BY part",  # noqa: S608 own table name
                [term],
            )
            found = self._joined(term, parts.fetchall())
            self._held += len(found[0])
            while self._held > _HELD and self._lately:
                self._held -= len(self._lately.pop(next(iter(self._lately)))[0])
        if len(found[0]):
            self._lately[term] = found  # the one asked for last stands last
        return found

    @cached_property
    def _whole(self) -> dict[str, _Posting]:
        """Every term's rows."""
        parts = self._db.execute(f"SELECT term, rows, times FROM [{self._name}] ORDER BY term, part")  # noqa: S608
        by_term: Iterator[tuple[str, Iterator[tuple[str, bytes, bytes]]]] = groupby(parts, key=lambda part: part[0])
        return {term: self._joined(term, [part[1:] for part in of_term]) for term, of_term in by_term}

    def _joined(self, term: str, parts: Sequence[tuple[bytes, ...]]) -> _Posting:
        if not parts:
            return _NOWHERE
        rows: Rows = np.frombuffer(b"".join(part[0] for part in parts), np.int32)
        times: Counts = np.frombuffer(b"".join(part[1] for part in parts), np.uint8)
        says = np.float32(rarity(len(rows), self.size) * (_PAIR if "_" in term else 1.0))
        return rows, says * saturated(times, self._lengths[rows])

    @cached_property
    def _lengths(self) -> NDArray[np.float32]:
        """The length of each row's text, in average lengths."""
        lengths = np.zeros(self.size, np.float32)
        for row, found in self._db.execute(f"SELECT row, words FROM [{self._sizes}]"):  # noqa: S608 own table name
            lengths[row] = found
        filled = lengths[lengths > 0]
        return lengths / np.float32(filled.mean() if len(filled) else 1.0)


def _holding(posting: _Posting) -> int:
    """Return how many rows hold a term."""
    return len(posting[0])


def _within_budget(holding: Iterable[int]) -> int:
    """Return how many of some terms, the rarest first, are added up: one at least, and all that are not too common."""
    so_far = accumulate(holding)
    return sum(1 for place, total in enumerate(so_far) if not place or total <= _BUDGET)
