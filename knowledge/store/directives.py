"""The store of what the corpus says: directives, passages, tasks, agencies, indicators, databases."""

from datetime import datetime

from sqlite_utils import Database

from knowledge.agencies import Agency, AgencyGroup, Registry
from knowledge.directives import Directive, Indicator, Passage, TrackedDatabase
from knowledge.loading import Corpus
from knowledge.search import PassageIndex, TermWeights, marked_words
from knowledge.store.records import dump, load
from knowledge.store.tasks import TaskStore
from knowledge.store.wording import WordingStore


class DirectiveStore(TaskStore):
    """Reads and replaces the corpus tables of one database; the tasks' own are the TaskStore's."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        super().__init__(db)
        self.wording = WordingStore(db)

    @property
    def version(self) -> str:
        """Return the digest of the corpus that was applied last, "" before the first."""
        row = self._db.execute("SELECT digest FROM corpus_version").fetchone()
        return str(row[0]) if row else ""

    def apply(self, corpus: Corpus, digest: str, now: datetime) -> None:
        """Replace everything the corpus says, in one transaction; what people entered is in other tables."""
        with self._db.atomic():
            self._drop_tasks()
            for table in ("passage", "directive", "agency", "indicator", "tracked_database", "synonym", "glossary"):
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608 own table names
            self._put_registry(corpus.registry)
            self._put_directives(corpus)
            self._put_tasks(corpus)
            self._many("INSERT INTO glossary VALUES (?, ?)", corpus.glossary.items())
            self._many("INSERT INTO synonym VALUES (?, ?)", corpus.synonyms.items())
            self.wording.put(corpus)
            self._db.execute("DELETE FROM corpus_version")
            self._db.execute("INSERT INTO corpus_version VALUES (?, ?)", [digest, now.isoformat()])

    def _put_registry(self, registry: Registry) -> None:
        self._many(
            "INSERT INTO agency VALUES (?, ?, ?)",
            [(a.name, 0, dump(a)) for a in registry.agencies.values()]
            + [(g.name, 1, dump(g)) for g in registry.groups.values()],
        )

    def _put_directives(self, corpus: Corpus) -> None:
        for position, folder in enumerate(corpus.folders):
            one = folder.directive
            self._db.execute("INSERT INTO directive VALUES (?, ?, ?)", [one.id, position, dump(one)])
            self._many(
                "INSERT INTO passage VALUES (?, ?, ?, ?)",
                ((p.directive, p.path, p.order, p.text) for p in folder.passages),
            )
            self._many("INSERT INTO indicator (data) VALUES (?)", ([dump(i)] for i in folder.indicators))
            self._many("INSERT INTO tracked_database (data) VALUES (?)", ([dump(d)] for d in folder.databases))

    def registry(self) -> Registry:
        """Return the registry of agencies and groups."""
        rows = self._db.execute("SELECT is_group, data FROM agency ORDER BY rowid").fetchall()
        agencies = [load(Agency, data) for is_group, data in rows if not is_group]
        groups = [load(AgencyGroup, data) for is_group, data in rows if is_group]
        return Registry({a.name: a for a in agencies}, {g.name: g for g in groups})

    def directives(self) -> tuple[Directive, ...]:
        """Return the directives, oldest first."""
        rows = self._db.execute("SELECT data FROM directive ORDER BY position").fetchall()
        return tuple(load(Directive, data) for (data,) in rows)

    def glossary(self) -> dict[str, str]:
        """Return the English terms with the directives' own words for them."""
        return dict(self._db.execute("SELECT english, vietnamese FROM glossary").fetchall())

    def synonyms(self) -> dict[str, str]:
        """Return everyday expressions with the directives' own words for them."""
        return dict(self._db.execute("SELECT say, means FROM synonym").fetchall())

    def everyday_weights(self) -> TermWeights:
        """Return what each word says, counted over the tasks with other people's words for them."""
        return self._everyday_weights(marked_words(self.texts()) | self.everyday_words())

    def texts(self) -> list[str]:
        """Return the text of every passage."""
        return [body for (body,) in self._db.execute("SELECT body FROM passage").fetchall()]

    def weights(self) -> TermWeights:
        """Return what each word says, counted over the passages."""
        texts = self.texts()
        return TermWeights(PassageIndex(enumerate(texts)).holding(), len(texts), marked_words(texts))

    def passage(self, directive: str, path: str) -> Passage:
        """Return the passage at `path`. Raises KeyError where there is none."""
        row = self._db.execute(
            "SELECT position, body FROM passage WHERE directive = ? AND path = ?", [directive, path]
        ).fetchone()
        if row is None:
            raise KeyError(path)
        return Passage(directive, path, row[0], row[1])

    def passages(self, directive: str = "") -> list[Passage]:
        """Return every passage of a directive, in reading order; without one, of all."""
        rows = self._db.execute(
            "SELECT directive, path, position, body FROM passage WHERE ? IN (directive, '')"
            " ORDER BY directive, position",
            [directive],
        )
        return [Passage(*row) for row in rows.fetchall()]

    def around(self, directive: str, path: str) -> list[Passage]:
        """Return the passage at `path` below those it stands under (`5.c`, `5.c-2`, `5.c-2(1)`), in reading order."""
        rows = self._db.execute(
            "SELECT path, position, body FROM passage WHERE directive = ? AND (path = ? OR"
            " (substr(?, 1, length(path)) = path AND substr(?, length(path) + 1, 1) IN ('.', '-', '(', '/')))"
            " ORDER BY position",
            [directive, path, path, path],
        )
        return [Passage(directive, *row) for row in rows.fetchall()]

    def indicators(self) -> list[Indicator]:
        """Return the indicators, in reading order."""
        rows = self._db.execute("SELECT data FROM indicator ORDER BY position").fetchall()
        return [load(Indicator, data) for (data,) in rows]

    def databases(self) -> list[TrackedDatabase]:
        """Return the tracked databases, in reading order."""
        rows = self._db.execute("SELECT data FROM tracked_database ORDER BY position").fetchall()
        return [load(TrackedDatabase, data) for (data,) in rows]
