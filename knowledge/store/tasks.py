"""The tasks of the corpus: found by conditions and by words as numbers, loaded when they are looked at."""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlite_utils import Database

from knowledge.agencies import Registry
from knowledge.codes import code_key
from knowledge.directives import Task
from knowledge.errors import UnknownTaskError
from knowledge.loading import Corpus
from knowledge.outputs import Output, outputs_of
from knowledge.search import TermWeights, WordTable, marked_words
from knowledge.search.terms import words as index_words
from knowledge.store.records import dump, load
from knowledge.when import Deadline, DeadlineKind

LEAD, COORDINATOR = "lead", "coordinator"


@dataclass(frozen=True, slots=True)
class TaskQuery:
    """Which tasks: every field that is set must fit; the empty query fits all.

    `agencies` with `roles`: one of the agencies has one of the roles, itself or (`through_groups`) through a group.
    `due_from`/`due_to`: the last day lies between them, both included (so only dated tasks), and in none of the
    stretches `due_but`. `overdue_on`: late that day. `good_from`/`good_to`: the last day on which it is not late
    lies between them. `moved` are the extended last days by code, which decide there, and in the order. `kinds`:
    the deadline is of one of these. `ids`: only these; `but`: not these, nor by number those in `never`; `not_of`:
    none of these (role, agency) itself. `section`: a numbered part of the text, "89" for row 89 with its sub-rows,
    "5.c" for item 5.c. `either`: one of these fits too. `parties`: so many agencies, at least and at most, have
    this role. `outputs`: one of these must come of it.
    """

    agencies: tuple[str, ...] = ()
    roles: tuple[str, ...] = (LEAD,)
    through_groups: bool = True
    directives: tuple[str, ...] = ()
    due_from: date | None = None
    due_to: date | None = None
    due_but: tuple[tuple[date, date], ...] = ()
    overdue_on: date | None = None
    good_from: date | None = None
    good_to: date | None = None
    moved: tuple[tuple[str, date], ...] = ()
    kinds: tuple[DeadlineKind, ...] = ()
    ids: tuple[str, ...] | None = None
    but: tuple[str, ...] = ()
    never: frozenset[int] = frozenset()
    not_of: tuple[tuple[str, str], ...] = ()
    section: str = ""
    either: tuple["TaskQuery", ...] = ()
    parties: tuple[tuple[str, int, int], ...] = ()
    outputs: tuple[Output, ...] = ()


_EVERY = TaskQuery()
_TABLES = ("group_member", "task_agency", "task_output", "task_text", "task", "everyday", "everyday_word")


class TaskStore:
    """Owns the tables of tasks, of the agencies they name and of other people's words for them, and their indexes.

    A task's number is its place in reading order, from 1: what lists of tasks are made of until they are shown.
    """

    def __init__(self, db: Database) -> None:
        """Use `db`, whose migrations are applied."""
        self._db = db
        self._words = WordTable(db, "task_term")
        self._everyday = WordTable(db, "everyday_term")
        db.conn.create_function("in_section", 2, _in_section, deterministic=True)

    def _drop_tasks(self) -> None:
        for table in _TABLES:
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608 own table names

    def _put_tasks(self, corpus: Corpus) -> None:
        """Put in the tasks of `corpus`, within the caller's transaction."""
        numbered = list(enumerate(corpus.tasks, 1))
        self._many("INSERT INTO task VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (_row(n, t) for n, t in numbered))
        self._many("INSERT INTO task_text VALUES (?, ?)", ((n, dump(t)) for n, t in numbered))
        named = (row for n, t in numbered for row in _responsible(n, t))
        self._many("INSERT OR IGNORE INTO task_agency VALUES (?, ?, ?, ?, ?, ?)", named)
        made = ((n, each.kind, each.issuer) for n, t in numbered for each in outputs_of(t.title, t.output))
        self._many("INSERT INTO task_output VALUES (?, ?, ?)", made)
        self._many("INSERT OR IGNORE INTO group_member VALUES (?, ?)", _memberships(corpus.registry))
        other = corpus.everyday
        self._many("INSERT INTO everyday VALUES (?, ?)", other.items())
        self._many("INSERT INTO everyday_word VALUES (?)", ((word,) for word in marked_words(other.values())))
        self._words.create()
        texts = [(n, t.id, f"{t.title} {t.lead_in} {t.quote} {t.output}") for n, t in numbered]
        self._words.fill((n, index_words(text)) for n, _, text in texts)
        self._everyday.create()
        self._everyday.fill((n, index_words(f"{other.get(name, '')} {text}")) for n, name, text in texts)

    def _many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        self._db.conn.executemany(statement, rows)

    def task(self, code: str) -> Task:
        """Return the task with `code`, however it is typed (`71/89(7)`). Raises UnknownTaskError."""
        return next(iter(self.load([self.number(code)])))

    def number(self, code: str) -> int:
        """Return the number of the task with `code`, however it is typed. Raises UnknownTaskError."""
        row = self._db.execute("SELECT number FROM task WHERE code_key = ?", [code_key(code)]).fetchone()
        if row is None:
            raise UnknownTaskError(code)
        return int(row[0])

    def numbers(self, query: TaskQuery, among: Collection[int] | None = None) -> list[int]:
        """Return the numbers of the tasks that fit `query`: dated by last day, then the others, in reading order.

        With `among` only those of these tasks.
        """
        where, values = _conditions(query, among)
        last, moved = _last(query)
        rows = self._db.execute(
            f"SELECT number FROM task WHERE {where} ORDER BY {last} NULLS LAST, number",  # noqa: S608 fixed conditions
            [*values, *moved],
        )
        return [number for (number,) in rows]  # row by row: a list of all rows would keep the collector busy

    def tasks(self, query: TaskQuery | None = None) -> list[Task]:
        """Return the tasks that fit `query`, in the order of `numbers`."""
        return self.load(self.numbers(query or _EVERY))

    def load(self, numbers: Sequence[int]) -> list[Task]:
        """Return the tasks with `numbers`, in that order."""
        where, values = _conditions(_EVERY, numbers)
        rows = self._db.execute(f"SELECT number, data FROM task_text WHERE {where}", values)  # noqa: S608 fixed conditions
        data = dict(rows.fetchall())
        return [load(Task, data[number]) for number in numbers]

    def in_reading_order(self) -> list[Task]:
        """Return every task, directive by directive, in the order of the text."""
        rows = self._db.execute("SELECT data FROM task_text ORDER BY number").fetchall()
        return [load(Task, data) for (data,) in rows]

    def titles(self) -> Iterator[str]:
        """Yield every task's title in the order of the text, one at a time: there may be very many."""
        for (title,) in self._db.execute("SELECT json_extract(data, '$.title') FROM task_text ORDER BY number"):
            yield title

    def due_days(self) -> dict[str, frozenset[date]]:
        """Return for each directive the last days of its tasks."""
        found: dict[str, set[date]] = {}
        statement = "SELECT DISTINCT directive, last FROM task WHERE last IS NOT NULL"
        for directive, last in self._db.execute(statement).fetchall():
            found.setdefault(directive, set()).add(date.fromisoformat(last))
        return {directive: frozenset(days) for directive, days in found.items()}

    def codes(self) -> frozenset[str]:
        """Return the keys of all task codes."""
        return frozenset(key for (key,) in self._db.execute("SELECT code_key FROM task").fetchall())

    def children(self, task_id: str) -> list[Task]:
        """Return the sub-rows of a task, in reading order."""
        rows = self._db.execute("SELECT number FROM task WHERE parent = ? ORDER BY number", [task_id]).fetchall()
        return self.load([number for (number,) in rows])

    def own(self, agency: str, roles: Sequence[str]) -> set[int]:
        """Return the numbers of the tasks that name `agency` itself in one of `roles`, not only through a group."""
        marks = ",".join("?" * len(roles))
        rows = self._db.execute(
            f"SELECT task FROM task_agency WHERE agency = ? AND role IN ({marks})",  # noqa: S608
            [agency, *roles],
        )
        return {number for (number,) in rows}

    def count(self, query: TaskQuery, among: Collection[int] | None = None) -> int:
        """Return how many tasks fit `query`, with `among` only of these."""
        where, values = _conditions(query, among)
        return int(self._db.execute(f"SELECT count(*) FROM task WHERE {where}", values).fetchone()[0])  # noqa: S608

    def counts(self) -> dict[str, int]:
        """Return the number of tasks by directive id."""
        return dict(self._db.execute("SELECT directive, count(*) FROM task GROUP BY directive").fetchall())

    def count_by_agency(self, among: Collection[int] | None, role: str, query: TaskQuery = _EVERY) -> Counter[str]:
        """Return how many of the tasks (None: of all) that fit `query` name each agency or group itself in `role`."""
        due, days = _joined(_due_then(query))
        if query.moved or any(True for _ in _named(query, among)):
            where, values = _conditions(query, among)
            due, days = f"task IN (SELECT number FROM task WHERE {where})", values  # noqa: S608 fixed conditions
        rows = self._db.execute(
            f"SELECT agency, count(*) FROM task_agency WHERE role = ? AND {due} GROUP BY agency",  # noqa: S608
            [role, *days],
        )
        return Counter(dict(rows.fetchall()))

    def count_by(self, column: str, among: Collection[int] | None, query: TaskQuery = _EVERY) -> Counter[str]:
        """Return how many of the tasks (None: of all) fit `query` by `directive`, deadline's `kind` or last `month`.

        A month is "2026-03"; tasks without a last day are in none.
        """
        last, moved = _last(query) if column == "month" else ("", [])
        value = {"directive": "directive", "kind": "kind", "month": f"substr({last}, 1, 7)"}[column]
        where, values = _conditions(query, among)
        rows = self._db.execute(
            f"SELECT {value} AS label, count(*) FROM task WHERE {where} AND label IS NOT NULL GROUP BY label",  # noqa: S608
            [*moved, *values],
        )
        return Counter(dict(rows.fetchall()))

    def everyday(self) -> dict[str, str]:
        """Return other people's words for what each task is about, by task id."""
        return dict(self._db.execute("SELECT task, words FROM everyday").fetchall())

    def everyday_words(self) -> frozenset[str]:
        """Return the words that other people's words are made of, as written, in lower case."""
        return frozenset(word for (word,) in self._db.execute("SELECT word FROM everyday_word").fetchall())

    def _everyday_weights(self, marked: frozenset[str]) -> TermWeights:
        count = int(self._db.execute("SELECT count(*) FROM task").fetchone()[0])
        return TermWeights(self._everyday.holding(), count, marked)

    @property
    def saying(self) -> WordTable:
        """The tasks' own words, by task number."""
        return self._words

    @property
    def saying_everyday(self) -> WordTable:
        """The tasks' own and other people's words, by task number."""
        return self._everyday


def _row(number: int, task: Task) -> tuple[object, ...]:
    return number, task.id, code_key(task.id), task.directive, task.path, *_due(task.deadline), task.parent


def _due(deadline: Deadline) -> tuple[object, ...]:
    return deadline.kind.value, deadline.last.isoformat() if deadline.last else None, int(deadline.strict)


def _responsible(number: int, task: Task) -> Iterable[tuple[object, ...]]:
    for role, names in ((LEAD, task.leads), (COORDINATOR, task.coordinators)):
        for name in names:
            yield role, name, number, *_due(task.deadline)


def _memberships(registry: Registry) -> Iterable[tuple[str, str]]:
    for name, group in registry.groups.items():
        for member in (*group.members, *registry.within(name)):
            yield member, name


def _in_section(path: str, section: str) -> bool:
    return _section(section).match(path) is not None


@lru_cache(maxsize=64)
def _section(section: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|^PL[I\d]*\.){re.escape(section)}(?![\w])", re.IGNORECASE)


Conditions = Iterable[tuple[str, Sequence[str]]]


def _joined(conditions: Conditions) -> tuple[str, list[str]]:
    parts, values = ["1"], list[str]()
    for condition, needed in conditions:
        parts.append(condition)
        values += needed
    return " AND ".join(parts), values


def _conditions(query: TaskQuery, among: Collection[int] | None = None) -> tuple[str, list[str]]:
    """Return the condition on rows of `task` and the values for its marks."""
    return _joined((*_named(query, among), *_due_then(query), *_due_after_all(query)))


def _last(query: TaskQuery) -> tuple[str, list[str]]:
    """Return the last day in force as an expression on rows of `task`, and the values for its marks."""
    if not query.moved:
        return "last", []
    moved = json.dumps({code: last.isoformat() for code, last in query.moved})
    new = "(SELECT value FROM json_each(?) WHERE key = task.id)"
    return f"CASE WHEN id IN (SELECT key FROM json_each(?)) THEN {new} ELSE last END", [moved, moved]  # noqa: S608


_NAMED = "SELECT value FROM json_each(?)"
_NAMED_OR_GROUP = (
    "SELECT value FROM json_each(?) UNION SELECT agency_group FROM group_member"
    " WHERE member IN (SELECT value FROM json_each(?))"
)


# So few tasks are looked at one by one; for more of them all the agency's are collected.
_FEW = 2_000
_EACH_OF_THEM = "EXISTS (SELECT 1 FROM task_agency WHERE task = number AND {})"
_ALL_OF_THE_AGENCY = "number IN (SELECT task FROM task_agency WHERE {})"


def _one_of(column: str, items: Sequence[str]) -> str:
    return f"{column} IN ({','.join('?' * len(items))})"


def _named(query: TaskQuery, among: Collection[int] | None) -> Conditions:
    if query.agencies:
        names = _NAMED_OR_GROUP if query.through_groups else _NAMED
        asked = [json.dumps(query.agencies)] * (2 if query.through_groups else 1)
        named = (_one_of("role", query.roles), query.roles), (f"agency IN ({names})", asked)
        few = among is not None and len(among) < _FEW
        responsible, values = _joined(named if few else (*named, *_due_then(query)))
        yield (_EACH_OF_THEM if few else _ALL_OF_THE_AGENCY).format(responsible), values
    if query.directives:
        yield _one_of("directive", query.directives), query.directives
    if query.ids is not None:
        yield "id IN (SELECT value FROM json_each(?))", [json.dumps(query.ids)]
    if query.but:
        yield "id NOT IN (SELECT value FROM json_each(?))", [json.dumps(query.but)]
    yield from _numbered(query)
    if query.either:
        parts = [_conditions(each) for each in query.either]
        one_of = " UNION ".join(f"SELECT number FROM task WHERE {where}" for where, _ in parts)  # noqa: S608
        yield f"number IN ({one_of})", [value for _, values in parts for value in values]
    if query.never:
        yield "number NOT IN (SELECT value FROM json_each(?))", [json.dumps(sorted(query.never))]
    for role in dict.fromkeys(role for role, _ in query.not_of):
        names = json.dumps([name for each, name in query.not_of if each == role])
        theirs, values = _joined([("role = ?", [role]), (f"agency IN ({_NAMED})", [names])])
        yield f"number NOT IN (SELECT task FROM task_agency WHERE {theirs})", values  # noqa: S608 fixed conditions
    if among is not None:
        yield "number IN (SELECT value FROM json_each(?))", [json.dumps(list(among))]
    if query.section:  # the cheap condition first
        yield "instr(lower(path), lower(?)) AND in_section(path, ?)", [query.section] * 2


def _numbered(query: TaskQuery) -> Conditions:
    """Yield the conditions on how many agencies have which role, and on what must come of the tasks."""
    for role, least, most in query.parties:
        having = "(SELECT count(*) FROM task_agency WHERE task = number AND role = ?)"
        yield f"{having} BETWEEN CAST(? AS INTEGER) AND CAST(? AS INTEGER)", [role, str(least), str(most)]
    if query.outputs:
        made = [f"kind = ?{' AND issuer = ?' if each.issuer else ''}" for each in query.outputs]
        values = [value for each in query.outputs for value in (each.kind, each.issuer) if value]
        yield f"number IN (SELECT task FROM task_output WHERE {' OR '.join(made)})", values  # noqa: S608 fixed conditions


def _due_then(query: TaskQuery) -> Conditions:
    """Yield the conditions on when tasks are due; `task_agency` has those columns too."""
    if query.kinds:
        yield _one_of("kind", query.kinds), [kind.value for kind in query.kinds]
    if not query.moved:
        yield from _due_when(query)


def _due_after_all(query: TaskQuery) -> Conditions:
    """Yield the same where days were moved: those tasks by their new day, the others by the day they had."""
    due, days = _joined(_due_when(query))
    if query.moved and days:
        codes = json.dumps([code for code, _ in query.moved])
        fitting = json.dumps([code for code, last in query.moved if _fits(query, last)])
        without = "id NOT IN (SELECT value FROM json_each(?))"
        yield f"({due} AND {without} OR id IN (SELECT value FROM json_each(?)))", [*days, codes, fitting]  # noqa: S608


def _fits(query: TaskQuery, last: date) -> bool:
    return (
        (query.due_from is None or last >= query.due_from)
        and (query.due_to is None or last <= query.due_to)
        and not any(first <= last <= end for first, end in query.due_but)
        and (query.overdue_on is None or last < query.overdue_on)
        and (query.good_from is None or last >= query.good_from)
        and (query.good_to is None or last <= query.good_to)
    )


def _due_when(query: TaskQuery) -> Conditions:
    if query.due_from:
        yield "last >= ?", [query.due_from.isoformat()]
    if query.due_to:
        yield "last <= ?", [query.due_to.isoformat()]
    for first, end in query.due_but:
        yield "last NOT BETWEEN ? AND ?", [first.isoformat(), end.isoformat()]
    if query.overdue_on:
        yield "(last < ? OR (strict AND last <= ?))", [query.overdue_on.isoformat()] * 2
    if query.good_from:
        yield "(last > ? OR (NOT strict AND last = ?))", [query.good_from.isoformat()] * 2
    if query.good_to:
        yield "(last <= ? OR (strict AND last <= date(?, '+1 day')))", [query.good_to.isoformat()] * 2
