"""`make eval`: asks every question of the development set and scores the answers by kind and by style.

The expected results are written in terms of the corpus (an agency, a role, a period …) and worked out here from the
corpus itself, not by the engine. The run fails when a kind or a style falls under its recorded level (levels.toml).
"""

import argparse
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bot.app import open_rooms
from bot.clock import FrozenClock
from bot.shapes import Asking, Json
from knowledge.codes import code_key
from knowledge.directives import Task
from knowledge.loading import Corpus, load_corpus
from knowledge.text import fold

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)
Question = dict[str, Any]


def questions() -> Iterator[Question]:
    """Yield every question of the set with the file it stands in."""
    for path in sorted(HERE.glob("*.toml")):
        if path.name != "levels.toml":
            for row in tomllib.loads(path.read_text(encoding="utf-8"))["question"]:
                yield {**row, "file": path.name}


class Oracle:
    """Works out what must be found, from the corpus alone."""

    def __init__(self, corpus: Corpus) -> None:
        """Take the corpus."""
        self._corpus = corpus
        self._tasks = list(corpus.tasks)

    def ids(self, expect: Json, today: date) -> set[str]:
        """Return the codes of the tasks that fit the filter `expect`."""
        if "ids" in expect:
            return set(expect["ids"])
        pairs = expect.get("pairs")
        fits = [t for t in self._tasks if self._dated(t, expect, today)]
        if pairs:
            return {t.id for t in fits if all(self._has(t, name, role) for name, role in pairs)}
        names = expect.get("agencies", [])
        role = expect.get("role", "lead")
        return {t.id for t in fits if not names or any(self._has(t, name, role) for name in names)}

    def _has(self, task: Task, name: str, role: str) -> bool:
        registry = self._corpus.registry
        groups = registry.groups
        named = {"lead": task.leads, "coordinator": task.coordinators, "any": (*task.leads, *task.coordinators)}[role]
        return name in named or any(
            g in groups and (name in groups[g].members or name in registry.within(g)) for g in named
        )

    @staticmethod
    def _dated(task: Task, expect: Json, today: date) -> bool:
        last = task.deadline.last
        if ("from" in expect or "to" in expect) and last is None:
            return False
        if "from" in expect and last is not None and last < date.fromisoformat(str(expect["from"])):
            return False
        if "to" in expect and last is not None and last > date.fromisoformat(str(expect["to"])):
            return False
        if expect.get("overdue") and not task.deadline.late_on(today):
            return False
        if "kinds" in expect and task.deadline.kind.value not in expect["kinds"]:
            return False
        return "directives" not in expect or task.directive in expect["directives"]


def right(kind: str, expect: Json, found: Json, oracle: Oracle, numbers: dict[str, str], today: date) -> bool:
    """Tell whether `found` is the answer that `expect` describes."""
    listed = [t["id"] for t in found["tasks"]]
    places = [f"{numbers[p['directive']]} {p['path']}" for p in found["passages"]]
    match kind:
        case "list":
            return set(listed) == oracle.ids(expect, today)
        case "count":
            return found["total"] == len(oracle.ids(expect, today))
        case "task":
            return bool(listed) and code_key(listed[0]) == code_key(expect["task"])
        case "topic":
            return any(code in expect["any"] for code in listed[:3])
        case "fact":
            return bool(places) and places[0] in expect["passages"]
        case "indicator":
            return [i["code"] for i in found["indicators"]] == [str(c) for c in expect["codes"]] or (
                {i["code"] for i in found["indicators"]} == {str(c) for c in expect["codes"]}
            )
        case "database":
            return {f"{d['list']}.{d['number']}" for d in found["databases"]} == set(expect["rows"])
        case "directive":
            return all(
                any(number in found["answer"] for number, i in numbers.items() if i == d) for d in expect["directives"]
            )
        case "group":
            answer = fold(found["answer"])
            return all(fold(str(words)) in answer for words in expect["says"])
        case "outside":
            return not any(found[key] for key in ("tasks", "passages", "indicators", "databases"))
        case _:
            raise ValueError(f"unknown kind {kind}")


def main(argv: list[str] | None = None) -> int:
    """Score the set; print what was wrong with --wrong; return 1 when a level is missed."""
    parser = argparse.ArgumentParser(description="score the development set of questions")
    parser.add_argument("--wrong", action="store_true", help="print every question that was answered wrongly")
    parser.add_argument("--kind", default="", help="only this kind")
    options = parser.parse_args(argv)
    base = open_rooms(None, FrozenClock(TODAY).now()).base
    oracle = Oracle(load_corpus())
    numbers = {d.number: d.id for d in base.directives.values()}
    by_kind: dict[str, list[bool]] = defaultdict(list)
    by_style: dict[str, list[bool]] = defaultdict(list)
    for row in questions():
        if options.kind and row["kind"] != options.kind:
            continue
        today = date.fromisoformat(str(row.get("today", TODAY)))
        turns = row.get("turns") or [row["text"]]
        asking = Asking(base, today, row.get("asker", ""), conversation=len(turns) > 1)
        found = [asking.ask(turn) for turn in turns][-1]
        kind = row["expect"].get("as", row["kind"])
        good = right(kind, row["expect"], found, oracle, numbers, today)
        by_kind[row["kind"]].append(good)
        by_style[row["style"]].append(good)
        if options.wrong and not good:
            print(f"✗ {row['kind']}/{row['style']}: {' → '.join(turns)}")
            print(f"    {_tell(found, row['expect'], kind, oracle, today)}")
    return _report(by_kind, by_style)


def _tell(found: Json, expect: Json, kind: str, oracle: Oracle, today: date) -> str:
    read = {k: v for k, v in found["understood"].items() if v}
    got = [t["id"] for t in found["tasks"]]
    if kind in ("list", "count"):
        want = oracle.ids(expect, today)
        missing, extra = sorted(want - set(got))[:4], sorted(set(got) - want)[:4]
        return f"{read} | {len(got)} for {len(want)}; missing {missing}, too much {extra}"
    places = [f"{p['directive']} {p['path']}" for p in found["passages"][:3]]
    return f"{read} | wanted {expect} | tasks {got[:3]} passages {places}"


def _report(by_kind: dict[str, list[bool]], by_style: dict[str, list[bool]]) -> int:
    levels = tomllib.loads((HERE / "levels.toml").read_text(encoding="utf-8"))
    missed = 0
    for title, scores in (("kind", by_kind), ("style", by_style)):
        for name, results in sorted(scores.items()):
            share = 100 * sum(results) / len(results)
            level = levels[title].get(name, 0)
            low = share < level
            missed += low
            print(f"{title:<6} {name:<12} {share:6.1f}%  of {len(results):4d}   level {level}{'  ✗' if low else ''}")
    every = [good for results in by_kind.values() for good in results]
    print(f"all                 {100 * sum(every) / len(every):6.1f}%  of {len(every):4d}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
