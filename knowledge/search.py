"""Retrieval over Vietnamese text: folded syllables and pairs of neighbouring syllables, ranked by BM25.

Most Vietnamese words are two syllables long, so a pair ("chuyen_doi") says far more than its syllables do. Both are
indexed folded, which makes accented and unaccented questions equal (SQLite's own tokenizer never folds đ).
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from math import log

from sqlite_utils import Database

from knowledge.text import BOUND, Token, is_syllable, tidy, tokens
from knowledge.text import words as plain_words

# A pair that matches is worth more than its two syllables; measured on accented and unaccented questions.
_WEIGHTS = "1.0, 2.0"
# Syllables so common in questions that they only dilute a search.
_EMPTY = frozenset(
    "la gi nao va cua cac cho co duoc the nhu ve trong o tai den tu voi thi ma nhung mot khi nay do da se hay "
    "hoi em anh chi oi a nhe khong bao gio ai the of and in on is are what which who when".split()
)


# Abbreviations of the trade mean the same as what they stand for, in texts and in questions.
_LONG_FORMS = {
    "csdl": "co so du lieu", "csdlqg": "co so du lieu quoc gia", "tthc": "thu tuc hanh chinh", "cds": "chuyen doi so",
    "khcn": "khoa hoc cong nghe", "khccn": "khoa hoc cong nghe", "dmst": "doi moi sang tao", "dvc": "dich vu cong",
    "dvctt": "dich vu cong truc tuyen", "ttdlqg": "trung tam du lieu quoc gia", "ttdl": "trung tam du lieu",
    "bhyt": "bao hiem y te", "bhxh": "bao hiem xa hoi", "cntt": "cong nghe thong tin", "attt": "an toan thong tin",
    "anm": "an ninh mang", "htqt": "hop tac quoc te", "ktxh": "kinh te xa hoi", "nsnn": "ngan sach nha nuoc",
    "ptn": "phong thi nghiem", "dvcqg": "dich vu cong quoc gia", "hssk": "ho so suc khoe",
    "vbqppl": "van ban quy pham phap luat",
    "qppl": "quy pham phap luat", "shtt": "so huu tri tue", "cnc": "cong nghe cao", "cncl": "cong nghe chien luoc",
}  # fmt: skip
_CAPITALS = re.compile(r"(?<!\w)AI(?!\w)")


def words(text: str) -> list[str]:
    """Return the folded words of `text` with the trade's abbreviations written out."""
    found: list[str] = []
    for word in plain_words(_CAPITALS.sub("trí tuệ nhân tạo", text)):
        found += _LONG_FORMS[word].split() if word in _LONG_FORMS else (_DIGITS.get(word, word),)
    return found


# Numbers are written both ways ("3 câu hỏi", "ba câu hỏi"); the words that folding confuses least stand for digits.
_DIGITS = {"hai": "2", "ba": "3", "bon": "4", "sau": "6", "bay": "7", "tam": "8", "chin": "9", "muoi": "10"}


@lru_cache(maxsize=8192)
def _terms(text: str) -> frozenset[str]:
    """Return the syllables and pairs of a text; the directives' texts are asked about again and again."""
    found = words(text)
    return frozenset([*found, *(f"{a}_{b}" for a, b in pairwise(found))])


# Words bound by no-break spaces stand for one expression of the question, however many they are.
_ONE_EXPRESSION = 12.0


def _expressions(topic: str) -> Iterator[str]:
    """Yield what stands for one expression each: bound words, and abbreviations of several."""
    for chunk in topic.split(" "):
        if BOUND in chunk or any(" " in _LONG_FORMS.get(word, "") for word in plain_words(chunk)):
            yield chunk


def enumerated(topic: str) -> list[str]:
    """Return the parts of a topic between its commas; one within a bound expression separates nothing."""
    return re.split(rf",(?!{BOUND})", topic)


def _runs(topic: str) -> Iterator[str]:
    """Yield the stretches of a topic whose words were written side by side: between commas and expressions."""
    for part in enumerated(topic):
        side_by_side: list[str] = []
        for chunk in part.split(" "):
            if BOUND in chunk:
                yield " ".join(side_by_side)
                yield chunk
                side_by_side = []
            else:
                side_by_side.append(chunk)
        yield " ".join(side_by_side)


class TermWeights:
    """How much each syllable and pair says, from how many texts hold it; what no text holds says most."""

    def __init__(self, holding: Mapping[str, int], texts: int, marked: frozenset[str] = frozenset()) -> None:
        """Take the number of texts that hold each term, of `texts` in all, and the words as they are written there."""
        self._holding = holding
        self._marked = marked
        self._texts = max(1, texts)

    @property
    def holding(self) -> Mapping[str, int]:
        """The number of texts that hold each term."""
        return self._holding

    def weight(self, term: str) -> float:
        """Return the inverse document frequency of a syllable or pair."""
        return log((self._texts + 1) / (self._holding.get(term, 0) + 0.5))

    def topic(self, words_: str) -> "Topic":
        """Return what `words_` ask for, weighed, to be measured against many texts."""
        weights = {term: self.weight(term) for term in self._wanted(words_)}
        for bound in _expressions(words_):
            said = [term for term in self._wanted(bound) if term in weights]
            whole = sum(weights[term] for term in said)
            weights.update({term: weights[term] * min(1.0, _ONE_EXPRESSION / whole) for term in said})
        return Topic(weights)

    def _wanted(self, topic: str) -> list[str]:
        """Return the terms of a topic; an empty word counts only in known pairs ("trọng điểm" is "trong_diem"),
        and so does a pair across a comma or the border of an expression, which nobody wrote side by side."""
        parts = [[word for token in tokens(tidy(run)) for word in self._words_of(token)] for run in _runs(topic)]
        found = [word for part in parts for word in part]
        single = [w for w in found if w not in _EMPTY] or found
        double = [
            f"{a}_{b}" for a, b in pairwise(found) if f"{a}_{b}" in self._holding and not _EMPTY.issuperset((a, b))
        ]
        double += [f"{a}_{b}" for part in parts for a, b in pairwise(part) if not (a in _EMPTY or b in _EMPTY)]
        return list(dict.fromkeys([*single, *double]))

    def _words_of(self, token: Token) -> list[str]:
        """Return a word's terms; one that no text writes so ("mưa") is none of those that fold alike ("mua")."""
        lowered = token.raw.lower()
        strange = self._marked and lowered != token.folded and lowered not in self._marked
        return [lowered] if strange else words(token.raw)


# When a text speaks of a topic: it holds most of it, or enough words side by side that this is no accident. Measured
# on the development set so that questions about something else are declined.
_MOST = 0.55
_LEAST_SAID = 6.0
_SIDE_BY_SIDE = ((0.35, 9.0, 2), (0.28, 16.0, 2), (0.28, 14.0, 4))
_SIDE_BY_SIDE_OWN = ((0.25, 8.0, 2),)


class Topic:
    """A topic's terms with what each says."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        """Take the weight of each syllable and pair."""
        self._weights = weights
        self._total = sum(weights.values())

    @property
    def total(self) -> float:
        """How much the topic says in all."""
        return self._total

    @property
    def weights(self) -> dict[str, float]:
        """The topic's terms and what each says."""
        return dict(self._weights)

    def share(self, text: str) -> float:
        """Return how much of what the topic says stands in `text`, 0 to 1.

        A word that no directive knows counts most, so a question about something else scores low however many
        common words it shares. Pairs count too: "thời tiết" is none of the words it is made of.
        """
        if not self._total:
            return 0.0
        present = _terms(text)
        return sum(weight for term, weight in self._weights.items() if term in present) / self._total

    def fits(self, text: str, *, among_own: bool = False) -> bool:
        """Tell whether `text` speaks of the topic; with `among_own` (an agency's own tasks) less is enough."""
        share = self.share(text)
        if share >= _MOST:
            telling = any("_" in term or not is_syllable(term) for term in self._weights)
            return telling or self._total >= _LEAST_SAID
        enough = _SIDE_BY_SIDE_OWN if among_own else _SIDE_BY_SIDE
        if share < enough[-1][0]:
            return False
        present = _terms(text)
        pairs = [weight for term, weight in self._weights.items() if "_" in term and term in present]
        return any(share >= least and sum(pairs) >= said and len(pairs) >= count for least, said, count in enough)


def marked_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of many texts as written, in lower case."""
    return frozenset(token.raw.lower() for text in texts for token in tokens(tidy(text)))


def syllables(text: str) -> str:
    """Return the folded syllables of `text` as the index holds them."""
    return " ".join(words(text))


def pairs(text: str) -> str:
    """Return the pairs of neighbouring folded syllables of `text`, joined by `_`."""
    found = words(text)
    return " ".join(f"{a}_{b}" for a, b in pairwise(found))


def fts_query(question: str) -> str:
    """Return the FTS5 query for `question`, every term quoted: its words are never syntax. "" when it has none."""
    found = words(question)
    single = [w for w in found if w not in _EMPTY] or found
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
