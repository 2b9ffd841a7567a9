"""Scores the development set of reports: is the right task offered first, among three, and nothing for other talk?

Part of `make eval`. The run fails when a share or a style falls under its recorded level (levels.toml).
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
from knowledge.reporting import match

HERE = Path(__file__).parent
TODAY = date(2026, 11, 22)


def reports() -> Iterator[dict[str, Any]]:
    """Yield every report of the set."""
    for path in sorted(HERE.glob("*.toml")):
        if path.name != "levels.toml":
            yield from tomllib.loads(path.read_text(encoding="utf-8"))["report"]


def main(argv: list[str] | None = None) -> int:
    """Score the set; print what was wrong with --wrong; return 1 when a level is missed."""
    parser = argparse.ArgumentParser(description="score the development set of reports in plain words")
    parser.add_argument("--wrong", action="store_true", help="print every report whose task is not offered first")
    options = parser.parse_args(argv)
    base = open_rooms(None, FrozenClock(TODAY).now()).base
    share: dict[str, list[bool]] = defaultdict(list)
    style: dict[str, list[bool]] = defaultdict(list)
    for row in reports():
        reporter = base.registry.resolve(row["as"]) if "as" in row else ""
        found = [m.task.id for m in match(row["text"], base, TODAY, reporter)]
        if row["tasks"]:
            good = found[:1] != [] and found[0] in row["tasks"]
            share["first"].append(good)
            share["among_three"].append(any(code in row["tasks"] for code in found[:3]))
            style[row["style"]].append(good)
        else:
            good = not found
            share["refused"].append(good)
        if options.wrong and not good:
            print(f"✗ {row['style']}: {row['text']}\n    wanted {row['tasks']}, found {found[:3]}")
    return _report({"share": share, "style": style})


def _report(scores: dict[str, dict[str, list[bool]]]) -> int:
    levels = tomllib.loads((HERE / "levels.toml").read_text(encoding="utf-8"))
    missed = 0
    for title, groups in scores.items():
        for name, results in sorted(groups.items()):
            percent = 100 * sum(results) / len(results)
            level = levels[title].get(name, 0)
            low = percent < level
            missed += low
            print(f"report {name:<12} {percent:6.1f}%  of {len(results):4d}   level {level}{'  ✗' if low else ''}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
