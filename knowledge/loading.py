"""Reads the corpus from its folder of TOML and text into values; says where a file is malformed, judges nothing."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from knowledge.agencies import Agency, AgencyGroup, FormerName, Registry
from knowledge.directives import Directive, Indicator, Passage, Relation, Task, TrackedDatabase
from knowledge.errors import CorpusError
from knowledge.when import Deadline, DeadlineKind

_Row = TypeVar("_Row")

CORPUS = Path(__file__).parent / "corpus"


@dataclass(frozen=True, slots=True)
class NotATask:
    """A place that looks like a task and is none, with the reason."""

    path: str
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A place of a restored text whose reading is not certain."""

    path: str
    reading: str
    raw: str
    reason: str


@dataclass(frozen=True)
class DirectiveFolder:
    """One directive with all that its folder holds.

    `passage_words` are other people's words for what stands in a passage, by path: for finding it, never for saying it.
    """

    directive: Directive
    text: str
    passages: tuple[Passage, ...]
    tasks: tuple[Task, ...]
    not_tasks: tuple[NotATask, ...]
    uncertain: tuple[Uncertain, ...]
    indicators: tuple[Indicator, ...]
    databases: tuple[TrackedDatabase, ...]
    passage_words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Corpus:
    """The whole corpus: registry and directives, oldest first (the undated last); `related` by task id, both ways.

    `everyday` holds other people's words for what a task is about, by task id: for finding it, never for saying it.
    `elsewhere` holds how people ask about subjects that no directive speaks of, by the subject's name.
    `shorthand` holds what the letters of official messages stand for, the likeliest first.
    """

    registry: Registry
    folders: tuple[DirectiveFolder, ...]
    glossary: dict[str, str]
    synonyms: dict[str, str]
    everyday: dict[str, str]
    elsewhere: dict[str, str]
    shorthand: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def tasks(self) -> Iterator[Task]:
        """Yield every task, in reading order, directive by directive."""
        for folder in self.folders:
            yield from folder.tasks


def load_corpus(root: Path = CORPUS) -> Corpus:
    """Read the corpus below `root`. Raises CorpusError naming the file that cannot be read."""
    registry = load_registry(root)
    related = _related(root)
    folders = [load_folder(p.parent, related) for p in sorted(root.glob("*/directive.toml"))]
    folders.sort(key=lambda f: (f.directive.date is None, f.directive.date, f.directive.id))
    everyday = _by_key(root, "*/everyday*.toml", "everyday", "task")
    elsewhere = dict(_optional(root / "elsewhere.toml", "subject", lambda row: (row["name"], row["asks"])))
    return Corpus(
        registry, tuple(folders), _glossary(root), _synonyms(root), everyday, elsewhere, _shorthand(root), related
    )


def load_registry(root: Path = CORPUS) -> Registry:
    """Read `agencies.toml`."""
    path = root / "agencies.toml"
    with _reading(path):
        return _registry(_toml(path))


def _registry(data: dict[str, Any]) -> Registry:
    agencies = {
        row["name"]: Agency(
            name=row["name"],
            short=row.get("short") or row["name"],
            english=row.get("english", ""),
            kind=row["kind"],
            abbreviations=tuple(row.get("abbreviations", ())),
            other_names=tuple(row.get("other_names", ())),
            former_names=tuple(
                FormerName(f["name"], tuple(f.get("abbreviations", ())), str(f.get("until", "")), f.get("note", ""))
                for f in row.get("former_names", ())
            ),
            bare=row.get("bare", ""),
            ambiguous=tuple(row.get("ambiguous", ())),
            capitals=tuple(row.get("capitals", ())),
        )
        for row in data["agency"]
    }
    groups = {
        row["name"]: AgencyGroup(
            name=row["name"],
            short=row.get("short") or row["name"],
            english=row.get("english", ""),
            aliases=tuple(row.get("aliases", ())),
            members=tuple(row.get("members", ()))
            + tuple(a.name for a in agencies.values() if a.kind in row.get("member_kinds", ())),
            ambiguous=tuple(row.get("ambiguous", ())),
            parents=tuple(row.get("parent_groups", ())),
            like_ministries=tuple(row.get("like_ministries", ())),
            with_names=tuple(row.get("with_names", ())),
        )
        for row in data["group"]
    }
    return Registry(agencies, groups)


def load_folder(folder: Path, related: dict[str, tuple[str, ...]] | None = None) -> DirectiveFolder:
    """Read one directive's folder; `related` maps task ids to related ids."""
    with _reading(folder / "directive.toml"):
        directive = _directive(_toml(folder / "directive.toml"))
    tasks: list[Task] = []
    for path in sorted(folder.glob("tasks*.toml")):
        with _reading(path):
            rows = _toml(path)["task"]
        for row in rows:
            with _reading(path, f", nhiệm vụ {row.get('id', len(tasks))}"):
                tasks.append(_task(directive.id, len(tasks), row))
    links = related or {}
    return DirectiveFolder(
        directive=directive,
        text=_text(folder / "text.txt"),
        passages=tuple(_passages(directive.id, _text(folder / "passages.txt"))),
        tasks=tuple(replace(t, related=links.get(t.id, ())) for t in tasks),
        not_tasks=_optional(folder / "not_tasks.toml", "place", lambda row: NotATask(**row)),
        uncertain=_optional(folder / "uncertain.toml", "place", lambda row: Uncertain(**row)),
        indicators=_optional(folder / "indicators.toml", "indicator", _indicator),
        databases=_optional(folder / "databases.toml", "database", _database),
        passage_words=_by_key(folder, "passage_words*.toml", "passage", "path"),
    )


@contextmanager
def _reading(path: Path, place: str = "") -> Iterator[None]:
    """Turn what goes wrong while `path` is read into a CorpusError that names it."""
    try:
        yield
    except (OSError, KeyError, TypeError, ValueError, AttributeError) as error:
        words = f"thiếu {error}" if isinstance(error, KeyError) else str(error)
        raise CorpusError([f"{path.parent.name}/{path.name}{place}: {words}"]) from error


def _text(path: Path) -> str:
    with _reading(path):
        return path.read_text(encoding="utf-8")


def _toml(path: Path) -> dict[str, Any]:
    with _reading(path):
        return tomllib.loads(tidy_newlines(_text(path)))


def tidy_newlines(text: str) -> str:
    """Return `text` with Unix line ends."""
    return text.replace("\r\n", "\n")


def _optional(path: Path, key: str, make: Callable[[dict[str, Any]], _Row]) -> tuple[_Row, ...]:
    """Return what `make` makes of the rows `key` of a file that need not be there."""
    with _reading(path):
        return tuple(make(row) for row in _toml(path).get(key, ())) if path.exists() else ()


def _directive(row: dict[str, Any]) -> Directive:
    return Directive(
        id=row["id"],
        number=row["number"],
        kind=row["kind"],
        issuer=row["issuer"],
        date=row.get("date"),
        signer=row.get("signer", ""),
        signer_title=row.get("signer_title", ""),
        title=row["title"],
        short_title=row["short_title"],
        nicknames=tuple(row.get("nicknames", ())),
        summary=row.get("summary", ""),
        restored=row.get("restored", False),
        default_part=row.get("default_part", ""),
        relations=tuple(Relation(r["kind"], r["number"], r.get("note", "")) for r in row.get("relation", ())),
        given_by=tuple(row.get("given_by", ())),
    )


def _task(directive: str, order: int, row: dict[str, Any]) -> Task:
    due = row.get("deadline", {})
    deadline = Deadline(
        due.get("text", ""),
        DeadlineKind(due.get("kind", "none")),
        due.get("first"),
        due.get("last"),
        due.get("strict", False),
        due.get("rrule", ""),
    )
    return Task(
        id=row["id"],
        directive=directive,
        path=row["path"],
        order=order,
        title=row["title"],
        quote=row["quote"],
        lead_in=row.get("lead_in", ""),
        leads=tuple(row["leads"]),
        coordinators=tuple(row.get("coordinators", ())),
        leads_text=row.get("leads_text", ""),
        coordinators_text=row.get("coordinators_text", ""),
        output=row.get("output", ""),
        deadline=deadline,
        parent=row.get("parent", ""),
        note=row.get("note", ""),
    )


def _indicator(row: dict[str, Any]) -> Indicator:
    return Indicator(
        code=row["code"],
        parent=row.get("parent", ""),
        name=row["name"],
        unit=row.get("unit", ""),
        target=row.get("target", ""),
        horizon=row["horizon"],
        agencies=tuple(row.get("agencies", ())),
        coordinators=tuple(row.get("coordinators", ())),
    )


def _database(row: dict[str, Any]) -> TrackedDatabase:
    return TrackedDatabase(
        list=row["list"],
        number=row["number"],
        agency=row["agency"],
        name=row["name"],
        met=row.get("met"),
        total=row.get("total"),
        connected=row.get("connected"),
    )


def _passages(directive: str, text: str) -> Iterator[Passage]:
    for order, block in enumerate(("\n" + tidy_newlines(text)).split("\n## ")[1:]):
        path, _, body = block.partition("\n")
        yield Passage(directive, path.strip(), order, body.strip())


def _glossary(root: Path) -> dict[str, str]:
    rows = _optional(root / "glossary.toml", "term", lambda row: (row["vi"], (row["en"], *row.get("other", ()))))
    return {english: vietnamese for vietnamese, names in rows for english in names}


def _synonyms(root: Path) -> dict[str, str]:
    return dict(_optional(root / "synonyms.toml", "synonym", lambda row: (row["say"], row["means"])))


def _shorthand(root: Path) -> dict[str, tuple[str, ...]]:
    path = root / "shorthand.toml"
    with _reading(path):
        rows = _toml(path)["shorthand"] if path.exists() else {}
        return {short: tuple(means) for short, means in rows.items()}


def _by_key(root: Path, files: str, table: str, key: str) -> dict[str, str]:
    """Return the words of every row of `table` by its `key`, from the files below `root` that fit the pattern."""
    found: dict[str, str] = {}
    for path in sorted(root.glob(files)):
        found |= dict(_optional(path, table, lambda row: (row[key], row["words"])))
    return found


def _related(root: Path) -> dict[str, tuple[str, ...]]:
    links: dict[str, tuple[str, ...]] = {}
    for one, other in _optional(root / "related.toml", "pair", lambda row: (row["a"], row["b"])):
        links[one] = (*links.get(one, ()), other)
        links[other] = (*links.get(other, ()), one)
    return links
