"""Counts of tasks, indicators and databases: by agency, directive, or the period of the last day."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import partial

from knowledge.answers.databases import find_databases
from knowledge.answers.names import horizons
from knowledge.answers.partners import partner_counts
from knowledge.answers.queries import asked_tasks, query_of
from knowledge.answers.result import Answer, Counted
from knowledge.answers.standing import NOTHING_REPORTED
from knowledge.answers.topics import OnTopic, with_known_topics
from knowledge.base import KnowledgeBase
from knowledge.questions import COORDINATE, INDICATOR, Reading, State, asks_databases, left_aside
from knowledge.record import StatusBook
from knowledge.store import COORDINATOR, LEAD, TaskQuery

_MINISTRIES = re.compile(
    r"\b(?:(?:bao nhieu|may|nhung|cac|xep hang cac|so) bo|bo nao)\b(?!,? (?:ban|nganh|co quan|don vi|dia phuong))"
    r"|\bministr(?:y|ies)\b(?! (?:and|of)\b)"
)
_FEWEST = re.compile(r"\b(?:it|thap|fewest|least|lowest)\b.{0,40}?(?:nhat|$)")


def count_by_group(reading: Reading, base: KnowledgeBase, today: date, book: StatusBook = NOTHING_REPORTED) -> Answer:
    """Count the tasks that fit, by agency (itself in its role), directive, or the period of their last day; or the
    indicators or databases by agency."""
    reading = with_known_topics(reading, base)
    counted: Counted = "tasks"
    nothing_else = replace(reading, topic="", matter="", said="")
    if INDICATOR.search(reading.words):
        counted, counts, reading = "indicators", _indicator_counts(reading, base), nothing_else
    elif asks_databases(reading.words, reading.words):
        counted, counts, reading = "databases", _database_counts(reading, base), nothing_else
    else:
        if reading.topic and not reading.about and not _spoken_of(reading, base, today, book):
            reading = left_aside(reading)
        counts = _fitting(reading, base, today, book)
    by_time = reading.grouping in ("year", "quarter", "month")
    ordered = sorted(counts.items(), key=lambda item: (item[0],) if by_time else (-item[1], item[0]))
    if _FEWEST.search(reading.words) and not by_time:
        ordered.sort(key=lambda item: (item[1], item[0]))
    return Answer(reading, today, groups=tuple(ordered), counted=counted)


def _fitting(reading: Reading, base: KnowledgeBase, today: date, book: StatusBook) -> Counter[str]:
    """Return the counts of those that are asked for: with none that is late, with so many, not those left out."""
    by_agency = reading.grouping in ("agency", "province")
    asked = replace(reading, excluded=()) if by_agency else reading
    if reading.none_of:
        late = _task_counts(replace(asked, states=(State.OVERDUE,)), base, today, book)
        every = _task_counts(replace(asked, states=()), base, today, book)
        counts = Counter({label: count for label, count in every.items() if not late[label]})
    else:
        counts = _task_counts(asked, base, today, book)
    least, most = reading.counted
    if most == 0 and by_agency:
        counts = Counter(dict.fromkeys(_wanted(reading, base) - counts.keys(), 0))
    kept_out = {name for ask in reading.excluded for name in base.registry.all_of(ask.name)} if by_agency else ()
    return Counter(
        {
            label: count
            for label, count in counts.items()
            if label not in kept_out and (least is None or count >= least) and (most is None or count <= most)
        }
    )


def _database_counts(reading: Reading, base: KnowledgeBase) -> Counter[str]:
    asked = replace(reading, agencies=(), topic="")
    return Counter(row.agency for row in find_databases(asked, base))


def _indicator_counts(reading: Reading, base: KnowledgeBase) -> Counter[str]:
    """Count the indicators of those years that are asked for, each for all who answer for it."""
    years = horizons(reading)
    rows = (row for row in base.indicators if not years or row.horizon in years)
    return Counter(name for row in rows for name in row.agencies)


def _spoken_of(reading: Reading, base: KnowledgeBase, today: date, book: StatusBook) -> bool:
    """Tell whether any task that may be counted speaks of the topic."""
    asked = _of_all(reading)
    return bool(
        OnTopic(reading.topic, base).among(partial(asked_tasks, asked, query_of(asked, base, today, book), base))
    )


def _of_all(reading: Reading) -> Reading:
    """Return the reading of what is counted: agencies that are compared limit nothing."""
    compared = reading.agencies and reading.grouping in ("agency", "province")
    return replace(reading, agencies=()) if compared else reading


def _task_counts(reading: Reading, base: KnowledgeBase, today: date, book: StatusBook) -> Counter[str]:
    if reading.partners is not None:
        wanted = _wanted(reading, base)
        counted = partner_counts(reading, base, today, book)
        return Counter({name: count for name, count in counted.items() if name in wanted})
    asked = _of_all(reading)
    query = query_of(asked, base, today, book)
    tasks = partial(asked_tasks, asked, query, base)
    among = OnTopic(reading.topic, base).among(tasks) if reading.topic or asked.agencies else None
    counts = _count(query, among, reading, base)
    if asked is not reading:
        return Counter({label: counts[label] for label in _compared(reading, base, counts)})
    return counts


def _compared(reading: Reading, base: KnowledgeBase, counts: Counter[str]) -> dict[str, None]:
    """Return who is compared: the agencies that are named, and of a group ("rank ministries by overdue") its members
    that have any."""
    named: dict[str, None] = {}
    for ask in reading.agencies:
        members = base.registry.all_of(ask.name) if base.registry.is_group(ask.name) else ()
        named.update(
            dict.fromkeys(name for name in members if name != ask.name and counts[name])
            if members
            else {ask.name: None}
        )
    return named


def _count(query: TaskQuery, among: list[int] | None, reading: Reading, base: KnowledgeBase) -> Counter[str]:
    match reading.grouping:
        case "agency" | "province":
            role = COORDINATOR if counts_coordinators(reading) else LEAD
            wanted = _wanted(reading, base)
            named = base.store.count_by_agency(among, role, query)
            return Counter({name: count for name, count in named.items() if name in wanted})
        case "directive":
            named = base.store.count_by("directive", among, query)
            return Counter({base.directives[directive].number: count for directive, count in named.items()})
        case "kind":
            return base.store.count_by("kind", among, query)
        case grouping:
            counts: Counter[str] = Counter()
            for month, count in base.store.count_by("month", among, query).items():
                counts[_period_of(month, grouping)] += count
            return counts


def _wanted(reading: Reading, base: KnowledgeBase) -> set[str]:
    """Return the agencies that are asked for; of those that have no task, such as groups name at all."""
    kinds, registry = _kinds_of(reading), base.registry
    named = {agency.name for agency in registry.agencies.values() if not kinds or agency.kind in kinds}
    return {name for name in named if registry.groups_of(name)} if reading.counted[1] == 0 else named


def counts_coordinators(reading: Reading) -> bool:
    """Tell whether agencies are counted by what they coordinate, not by what they lead."""
    return COORDINATE.search(reading.words) is not None


def _kinds_of(reading: Reading) -> tuple[str, ...]:
    """Return the kinds of agencies that are compared, none for all: "bộ nào" is no province, "bộ, ngành nào" is any."""
    if reading.grouping == "province":
        return ("province",)
    everybody = bool(reading.agencies) and reading.partners is None
    return ("ministry", "ministry_level") if not everybody and _MINISTRIES.search(reading.words) else ()


def _period_of(month: str, grouping: str) -> str:
    """Return the year, quarter or month that "2026-03" lies in."""
    if grouping == "year":
        return month[:4]
    return f"{month[:4]}-Q{(int(month[5:]) + 2) // 3}" if grouping == "quarter" else month
