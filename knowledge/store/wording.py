"""Other people's words for what stands in passages and for what does not, and abbreviations: for finding only."""

from collections.abc import Mapping

from sqlite_utils import Database

from knowledge.directives import Passage
from knowledge.loading import Corpus, DirectiveFolder
from knowledge.questions.initials import phrases_by_initials


class WordingStore:
    """Owns the tables `passage_words`, `elsewhere` and `abbreviation`."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db

    def put(self, corpus: Corpus) -> None:
        """Replace everything by what `corpus` says, within the caller's transaction."""
        passages = [(p, _words(folder, p, corpus.everyday)) for folder in corpus.folders for p in folder.passages]
        self._db.execute("DELETE FROM passage_words")
        self._db.execute("DELETE FROM abbreviation")
        self._db.execute("DELETE FROM elsewhere")
        self._db.conn.executemany("INSERT INTO elsewhere VALUES (?, ?)", corpus.elsewhere.items())
        self._db.conn.executemany(
            "INSERT INTO passage_words VALUES (?, ?)", ((_key(p), words) for p, words in passages if words)
        )
        said = [p.text for p, _ in passages] + [t.title for t in corpus.tasks]
        said += [each for words in corpus.everyday.values() for each in words.split(";")]
        self._db.conn.executemany("INSERT INTO abbreviation VALUES (?, ?)", phrases_by_initials(said).items())

    def passage_words(self) -> dict[str, str]:
        """Return other people's words for each passage, by "directive path"."""
        return dict(self._db.execute("SELECT key, words FROM passage_words").fetchall())

    def elsewhere(self) -> dict[str, str]:
        """Return how people ask about what no directive speaks of, by the name of that subject."""
        return dict(self._db.execute("SELECT subject, asks FROM elsewhere").fetchall())

    def abbreviations(self) -> Mapping[str, str]:
        """Return the phrase that each abbreviation's letters stand for."""
        return dict(self._db.execute("SELECT letters, phrase FROM abbreviation").fetchall())


def _words(folder: DirectiveFolder, passage: Passage, everyday: Mapping[str, str]) -> str:
    """Return other people's words for a passage and for the tasks that stand in it."""
    of_tasks = [everyday.get(task.id, "") for task in folder.tasks if task.path == passage.path]
    return "; ".join(words for words in (folder.passage_words.get(passage.path, ""), *of_tasks) if words)


def _key(passage: Passage) -> str:
    return f"{passage.directive} {passage.path}"
