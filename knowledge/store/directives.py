"""The store of what the corpus says: directives, passages, tasks, agencies, indicators, databases."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlite_utils import Database

from knowledge.agencies import Agency, AgencyGroup, Registry
from knowledge.codes import code_key
from knowledge.directives import Directive, Indicator, Passage, Task, TrackedDatabase
from knowledge.errors import UnknownTaskError
from knowledge.loading import Corpus
from knowledge.search import FtsTable, TermWeights, marked_words
from knowledge.store.records import dump, load
from knowledge.store.wording import WordingStore
from knowledge.when import DeadlineKind

LEAD, COORDINATOR = "lead", "coordinator"


@dataclass(frozen=True, slots=True)
class TaskQuery:
    """Which tasks: every field that is set must fit; the empty query fits all.

    `agencies` with `roles`: one of the agencies has one of the roles, itself or (`through_groups`) through a group.
    `due_from`/`due_to`: the last day lies between them, both included (so only dated tasks). `overdue_on`: late that
    day. `kinds`: the deadline is of one of these. `ids`: only these.
    """

    agencies: tuple[str, ...] = ()
    roles: tuple[str, ...] = (LEAD,)
    through_groups: bool = True
    directives: tuple[str, ...] = ()
    due_from: date | None = None
    due_to: date | None = None
    overdue_on: date | None = None
    kinds: tuple[DeadlineKind, ...] = ()
    ids: tuple[str, ...] | None = None


class DirectiveStore:
    """Reads and replaces the corpus tables of one database."""

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db
        self._passages = FtsTable(db, "passage_fts")
        self._tasks = FtsTable(db, "task_fts")
        self._everyday = FtsTable(db, "everyday_fts")
        self.wording = WordingStore(db)

    @property
    def version(self) -> str:
        """Return the digest of the corpus that was applied last, "" before the first."""
        row = self._db.execute("SELECT digest FROM corpus_version").fetchone()
        return str(row[0]) if row else ""

    def apply(self, corpus: Corpus, digest: str, now: datetime) -> None:
        """Replace everything the corpus says, in one transaction; what people entered is in other tables."""
        with self._db.atomic():
            for table in (
                "task_agency",
                "task",
                "passage",
                "directive",
                "agency",
                "indicator",
                "tracked_database",
                "synonym",
                "glossary",
                "everyday",
            ):
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608 own table names
            self._put_registry(corpus.registry)
            self._put_directives(corpus)
            self._put_tasks(corpus)
            self._many("INSERT INTO glossary VALUES (?, ?)", corpus.glossary.items())
            self._many("INSERT INTO synonym VALUES (?, ?)", corpus.synonyms.items())
            self._put_everyday(corpus)
            self.wording.put(corpus)
            self._db.execute("DELETE FROM corpus_version")
            self._db.execute("INSERT INTO corpus_version VALUES (?, ?)", [digest, now.isoformat()])

    def _many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        self._db.conn.executemany(statement, rows)

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
        self._passages.create()
        self._passages.fill((f"{p.directive} {p.path}", p.text) for f in corpus.folders for p in f.passages)

    def _put_tasks(self, corpus: Corpus) -> None:
        tasks = list(corpus.tasks)
        self._many(
            "INSERT INTO task VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    t.id,
                    code_key(t.id),
                    t.directive,
                    t.order,
                    t.deadline.kind.value,
                    t.deadline.last.isoformat() if t.deadline.last else None,
                    int(t.deadline.strict),
                    t.parent,
                    dump(t),
                )
                for t in tasks
            ),
        )
        self._many(
            "INSERT OR IGNORE INTO task_agency VALUES (?, ?, ?, ?)",
            (row for t in tasks for row in _responsibilities(t, corpus.registry)),
        )
        self._tasks.create()
        self._tasks.fill((t.id, f"{t.title} {t.title} {t.lead_in} {t.quote} {t.output}") for t in tasks)

    def _put_everyday(self, corpus: Corpus) -> None:
        self._many("INSERT INTO everyday VALUES (?, ?)", corpus.everyday.items())
        self._everyday.create()
        self._everyday.fill((t.id, f"{corpus.everyday.get(t.id, '')} {t.title} {t.quote}") for t in corpus.tasks)

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

    def task(self, code: str) -> Task:
        """Return the task with `code`, however it is typed (`71/89(7)`). Raises UnknownTaskError."""
        row = self._db.execute("SELECT data FROM task WHERE code_key = ?", [code_key(code)]).fetchone()
        if row is None:
            raise UnknownTaskError(code)
        return load(Task, row[0])

    def tasks(self, query: TaskQuery | None = None) -> list[Task]:
        """Return the tasks that fit `query`: dated ones by last day, then the others, in reading order."""
        where, values = _conditions(query or TaskQuery())
        rows = self._db.execute(
            "SELECT task.data FROM task JOIN directive ON directive.id = task.directive"  # noqa: S608 fixed conditions
            f" WHERE {where} ORDER BY last IS NULL, last, directive.position, task.position",
            values,
        )
        return [load(Task, data) for (data,) in rows.fetchall()]

    def in_reading_order(self) -> list[Task]:
        """Return every task, directive by directive, in the order of the text."""
        rows = self._db.execute(
            "SELECT task.data FROM task JOIN directive ON directive.id = task.directive"
            " ORDER BY directive.position, task.position"
        )
        return [load(Task, data) for (data,) in rows.fetchall()]

    def codes(self) -> frozenset[str]:
        """Return the keys of all task codes."""
        return frozenset(key for (key,) in self._db.execute("SELECT code_key FROM task").fetchall())

    def children(self, task_id: str) -> list[Task]:
        """Return the sub-rows of a task, in reading order."""
        rows = self._db.execute("SELECT data FROM task WHERE parent = ? ORDER BY position", [task_id]).fetchall()
        return [load(Task, data) for (data,) in rows]

    def own(self, agency: str, task_ids: Iterable[str], roles: Sequence[str]) -> set[str]:
        """Return those of `task_ids` that name `agency` itself in one of `roles`, not only through a group."""
        marks = ",".join("?" * len(roles))
        rows = self._db.execute(
            f"SELECT task FROM task_agency WHERE agency = ? AND via = '' AND role IN ({marks})",  # noqa: S608
            [agency, *roles],
        )
        return {task for (task,) in rows.fetchall()} & set(task_ids)

    def glossary(self) -> dict[str, str]:
        """Return the English terms with the directives' own words for them."""
        return dict(self._db.execute("SELECT english, vietnamese FROM glossary").fetchall())

    def synonyms(self) -> dict[str, str]:
        """Return everyday expressions with the directives' own words for them."""
        return dict(self._db.execute("SELECT say, means FROM synonym").fetchall())

    def everyday(self) -> dict[str, str]:
        """Return other people's words for what each task is about, by task id."""
        return dict(self._db.execute("SELECT task, words FROM everyday").fetchall())

    def texts(self) -> list[str]:
        """Return the text of every passage."""
        return [body for (body,) in self._db.execute("SELECT body FROM passage").fetchall()]

    def weights(self) -> TermWeights:
        """Return what each word says, counted over the passages."""
        return TermWeights(self._passages.holding(), self._passages.count(), marked_words(self.texts()))

    def everyday_weights(self) -> TermWeights:
        """Return what each word says, counted over the tasks with other people's words for them."""
        marked = marked_words((*self.texts(), *self.everyday().values()))
        return TermWeights(self._everyday.holding(), self._everyday.count(), marked)

    def search_everyday(self, words: str, limit: int) -> list[tuple[str, float]]:
        """Return (task id, score) by the tasks' own and other people's words, best first."""
        return self._everyday.search(words, limit)

    def search_tasks(self, words: str, limit: int) -> list[tuple[str, float]]:
        """Return (task id, score), best first."""
        return self._tasks.search(words, limit)

    def search_passages(self, words: str, limit: int) -> list[tuple[Passage, float]]:
        """Return (passage, score), best first."""
        return [(self.passage(*key.split(" ", 1)), score) for key, score in self._passages.search(words, limit)]

    def passage(self, directive: str, path: str) -> Passage:
        """Return the passage at `path`. Raises KeyError where there is none."""
        row = self._db.execute(
            "SELECT position, body FROM passage WHERE directive = ? AND path = ?", [directive, path]
        ).fetchone()
        if row is None:
            raise KeyError(path)
        return Passage(directive, path, row[0], row[1])

    def around(self, directive: str, path: str) -> list[Passage]:
        """Return the passage at `path` below those it stands under (`5.c`, `5.c-2`, `5.c-2(1)`), in reading order."""
        rows = self._db.execute(
            "SELECT path, position, body FROM passage WHERE directive = ? AND (path = ? OR"
            " (substr(?, 1, length(path)) = path AND substr(?, length(path) + 1, 1) IN ('.', '-', '(', '/')))"
            " ORDER BY position",
            [directive, path, path, path],
        )
        return [Passage(directive, *row) for row in rows.fetchall()]

    def counts(self) -> dict[str, int]:
        """Return the number of tasks by directive id."""
        return dict(self._db.execute("SELECT directive, count(*) FROM task GROUP BY directive").fetchall())

    def indicators(self) -> list[Indicator]:
        """Return the indicators, in reading order."""
        rows = self._db.execute("SELECT data FROM indicator ORDER BY position").fetchall()
        return [load(Indicator, data) for (data,) in rows]

    def databases(self) -> list[TrackedDatabase]:
        """Return the tracked databases, in reading order."""
        rows = self._db.execute("SELECT data FROM tracked_database ORDER BY position").fetchall()
        return [load(TrackedDatabase, data) for (data,) in rows]


def _responsibilities(task: Task, registry: Registry) -> Iterable[tuple[str, str, str, str]]:
    for role, names in ((LEAD, task.leads), (COORDINATOR, task.coordinators)):
        for name in names:
            yield task.id, name, role, ""
            group = registry.groups.get(name)
            for member in (*group.members, *registry.within(name)) if group else ():
                yield task.id, member, role, name


def _conditions(query: TaskQuery) -> tuple[str, list[str]]:
    parts, values = ["1"], list[str]()

    def among(column: str, items: Sequence[str]) -> str:
        values.extend(items)
        return f"{column} IN ({','.join('?' * len(items))})"

    if query.agencies:
        condition = among("agency", query.agencies) + " AND " + among("role", query.roles)
        via = "" if query.through_groups else " AND via = ''"
        parts.append(f"task.id IN (SELECT task FROM task_agency WHERE {condition}{via})")  # noqa: S608
    if query.directives:
        parts.append(among("task.directive", query.directives))
    if query.kinds:
        parts.append(among("task.kind", [k.value for k in query.kinds]))
    if query.ids is not None:
        parts.append(among("task.id", query.ids))
    if query.due_from:
        parts.append("last >= ?")
        values.append(query.due_from.isoformat())
    if query.due_to:
        parts.append("last <= ?")
        values.append(query.due_to.isoformat())
    if query.overdue_on:
        parts.append("(last < ? OR (strict AND last <= ?))")
        values += [query.overdue_on.isoformat()] * 2
    return " AND ".join(parts), values
