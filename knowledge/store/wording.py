"""Other people's words for what stands in passages and for what does not, and abbreviations: for finding only."""

from collections.abc import Mapping

from sqlite_utils import Database

from knowledge.directives import Passage
from knowledge.loading import Corpus, DirectiveFolder
from knowledge.questions.initials import Pair, pairs_said, phrases_by_initials


class WordingStore:
    """Owns the tables `passage_words`, `elsewhere`, `abbreviation`, `pair_said` and `shorthand`."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    def put(self, corpus: Corpus) -> None:
        """Replace everything by what `corpus` says, within the caller's transaction."""
        passages = [(p, _words(folder, p, corpus.everyday)) for folder in corpus.folders for p in folder.passages]
        self._db.execute("DELETE FROM passage_words")
        self._db.execute("DELETE FROM abbreviation")
        self._db.execute("DELETE FROM elsewhere")
        self._db.execute("DELETE FROM shorthand")
        self._db.execute("DELETE FROM pair_said")
        meanings = [(s, n, m) for s, means in corpus.shorthand.items() for n, m in enumerate(means)]
        self._db.conn.executemany("INSERT INTO shorthand VALUES (?, ?, ?)", meanings)
        self._db.conn.executemany("INSERT INTO elsewhere VALUES (?, ?)", corpus.elsewhere.items())
        self._db.conn.executemany(
            "INSERT INTO passage_words VALUES (?, ?)", ((_key(p), words) for p, words in passages if words)
        )
        said = [p.text for p, _ in passages] + [t.title for t in corpus.tasks]
        said += [each for words in corpus.everyday.values() for each in words.split(";")]
        self._db.conn.executemany("INSERT INTO abbreviation VALUES (?, ?)", phrases_by_initials(said).items())
        said += [each for words in corpus.elsewhere.values() for each in words.split(";")]
        said += [each for f in corpus.folders for words in f.passage_words.values() for each in words.split(";")]
        pairs = ((pair.first, pair.second, pair.count, pair.whole) for pair in pairs_said(said))
        self._db.conn.executemany("INSERT INTO pair_said VALUES (?, ?, ?, ?)", pairs)

    def passage_words(self) -> dict[str, str]:
        """Return other people's words for each passage, by "directive path"."""
        return dict(self._db.execute("SELECT key, words FROM passage_words").fetchall())

    def elsewhere(self) -> dict[str, str]:
        """Return how people ask about what no directive speaks of, by the name of that subject."""
        return dict(self._db.execute("SELECT subject, asks FROM elsewhere").fetchall())

    def abbreviations(self) -> Mapping[str, str]:
        """Return the phrase that each abbreviation's letters stand for."""
        return dict(self._db.execute("SELECT letters, phrase FROM abbreviation").fetchall())

    def pairs_said(self) -> list[Pair]:
        """Return the pairs of words that people and the directives say again and again."""
        rows = self._db.execute("SELECT first, second, count, whole FROM pair_said")
        return [Pair(first, second, count, bool(whole)) for first, second, count, whole in rows]

    def shorthand(self) -> dict[str, list[str]]:
        """Return what each listed abbreviation can stand for, the likeliest first."""
        found: dict[str, list[str]] = {}
        for letters, meaning in self._db.execute("SELECT letters, meaning FROM shorthand ORDER BY letters, position"):
            found.setdefault(letters, []).append(meaning)
        return found


def _words(folder: DirectiveFolder, passage: Passage, everyday: Mapping[str, str]) -> str:
    """Return other people's words for a passage and for the tasks that stand in it."""
    of_tasks = [everyday.get(task.id, "") for task in folder.tasks if task.path == passage.path]
    return "; ".join(words for words in (folder.passage_words.get(passage.path, ""), *of_tasks) if words)


def _key(passage: Passage) -> str:
    return f"{passage.directive} {passage.path}"
