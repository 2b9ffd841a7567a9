"""The sections of a directive: what is written under which heading, and the tasks below each."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.directives import Passage, Task

# A path without its last step: II.3.a-5(2) → II.3.a-5 → II.3.a → II.3 → II.
_STEP = re.compile(r"^(.+?)(?:\.[^.()/-]+|-\d+|\([^)]*\)|/\d+)$")
# A row of a table that only heads the rows after it: PLII.IV.
_HEADING_ROW = re.compile(r"^PL[I\d]*\.[IVX]+$")
_MARK = re.compile(r"^(?:(?:[IVXLC]+|\d+|[a-zđ])\s*[.)/|-]+\s*\|?\s*|[-+•]\s+)")
_WITH = re.compile(r"\(Kèm theo.*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a directive with tasks: its own heading, the sections in it, and every task below it, in order."""

    directive: str
    path: str
    heading: str
    parent: str
    sections: tuple[str, ...]
    tasks: tuple[str, ...]


def above(path: str) -> str:
    """Return the path one step up, "" for the top."""
    found = _STEP.match(path)
    return found[1] if found else ""


def sections_of(passages: Sequence[Passage], tasks: Iterable[Task]) -> Mapping[str, Section]:
    """Return the sections of one directive by path, from its passages and tasks in reading order.

    A section holds at least two tasks, or stands at the top. The section "" is the directive as a whole.
    """
    texts = {passage.path: passage.text for passage in passages}
    parents = _parents(passages)
    below: dict[str, list[str]] = {"": []}
    for task in tasks:
        below[""].append(task.id)
        path = task.path
        while path:
            below.setdefault(path, []).append(task.id)
            path = parents.get(path, above(path))
    kept = [path for path, ids in below.items() if path and (len(ids) > 1 or not parents.get(path, above(path)))]
    order = {passage.path: passage.order for passage in passages}
    kept.sort(key=lambda path: order.get(path, 0))
    children: dict[str, list[str]] = {}
    for path in kept:
        children.setdefault(parents.get(path, above(path)), []).append(path)
    directive = passages[0].directive if passages else ""
    return {
        path: Section(
            directive,
            path,
            heading_of(texts.get(path, path)) if path else "",
            parents.get(path, above(path)),
            tuple(children.get(path, ())),
            tuple(below[path]),
        )
        for path in ["", *kept]
    }


def _parents(passages: Iterable[Passage]) -> dict[str, str]:
    """Return the heading row above each row of a table, where there is one."""
    found: dict[str, str] = {}
    heading = ""
    for passage in passages:
        table = passage.path.partition(".")[0]
        if _HEADING_ROW.match(passage.path):
            heading = passage.path
        elif heading and above(passage.path) == table == heading.partition(".")[0]:
            found[passage.path] = heading
    return found


def heading_of(text: str) -> str:
    """Return a passage's heading without its mark: "5. Về chuyển đổi số" → "Về chuyển đổi số"."""
    lines = [line.strip() for line in _WITH.sub("", text).splitlines() if line.strip()]
    if lines and lines[0].casefold().startswith("phụ lục"):
        return ": ".join(lines[:2])
    first = lines[0] if lines else text
    return _MARK.sub("", first.split(" | ", 1)[-1] if " | " in first[:8] else first).strip(" :|") or first
