"""`dondoc audit`: the record proved, written out for an inspector, and its files looked after."""

import csv
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import lru_cache
from typing import Any

from bot.app import Rooms
from bot.clock import SystemClock
from knowledge.record import Break, Head

# What Excel would take for a formula when a cell begins with it.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SAID = {
    Break.MISSING: "entry {n} is missing",
    Break.ALTERED: "entry {n} was altered: it does not fit its own hash",
    Break.UNLINKED: "entry {n} does not carry the hash of the entry before it",
    Break.CUT: "the record ends before entry {n}, which was there",
    Break.BEHIND: "the record's end is not the one that was noted with entry {n}",
    Break.ANCHOR: "entry {n} is not the one whose hash was kept",
}


def verify(rooms: Rooms, kept: Head | None) -> int:
    """Prove the record and print what was found; return 0 when it is whole, 1 when not."""
    verdict = rooms.record.verify(kept)
    for number in verdict.backwards:
        print(f"note: at entry {number} the clock stood before that of entry {number - 1}")
    if verdict.why is not None:
        print(f"BROKEN: {_SAID[verdict.why].format(n=verdict.broken)}")
        return 1
    if rooms.record.state_differs():
        print("BROKEN: the entries are whole, but the tables of the present state are not what they come to")
        return 1
    print(f"whole: {verdict.head.count} entries, head {verdict.head}")
    return 0


def export(rooms: Rooms, *, as_json: bool) -> int:
    """Write every entry to standard output, one after the other, and the head of the chain."""
    rows = _rows(rooms)
    if as_json:
        _json(rows, rooms.record.log.head)
    else:
        _csv(rows)
        print(f"head {rooms.record.log.head}", file=sys.stderr)
    return 0


def files(rooms: Rooms, *, sweep: bool) -> int:
    """Look whether every file that a report shows is whole; name those that no report shows, and `sweep` removes them.

    Returns 1 when a file is missing or was altered.
    """
    shown = rooms.record.state.files()
    broken = sorted(digest for digest in shown if not rooms.evidence.is_whole(digest))
    for digest in broken:
        print(f"BROKEN: {digest} is missing or was altered")
    # Files carry the system's time, so the system's clock says how old they are.
    now = SystemClock().now()
    found = rooms.evidence.sweep(shown, now) if sweep else rooms.evidence.orphans(shown, now)
    for orphan in found:
        print(f"{'removed' if sweep else 'shown by no report'}: {orphan.path}")
    print(f"{len(shown) - len(broken)} of {len(shown)} files whole")
    return 1 if broken else 0


def _rows(rooms: Rooms) -> Iterator[dict[str, Any]]:
    name = _names(rooms)
    for entry in rooms.record.log.entries():
        yield {**asdict(entry), "name": name(entry.actor)}


def _names(rooms: Rooms) -> Callable[[str], str]:
    """Return what tells the name behind a pseudonym, "" once the person was removed."""

    @lru_cache(maxsize=4096)
    def name(pseudonym: str) -> str:
        person = rooms.people.behind(pseudonym)
        return person.name if person else ""

    return name


def _csv(rows: Iterator[dict[str, Any]]) -> None:
    """Write CSV as Excel reads it: UTF-8 with a mark at the start, and nothing that runs as a formula."""
    columns = ("seq", "at", "actor", "name", "agency", "kind", "subject", "payload", "prev", "hash")
    sys.stdout.write("\ufeff")
    writer = csv.writer(sys.stdout)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_harmless(row[column]) for column in columns])


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _json(rows: Iterator[dict[str, Any]], head: Head) -> None:
    """Write one JSON object, an entry a line; `payload` is the exact text that was hashed, `change` the same read."""
    sys.stdout.write('{"entries": [')
    for number, row in enumerate(rows):
        row["change"] = json.loads(row["payload"])
        sys.stdout.write(("," if number else "") + "\n" + json.dumps(row, ensure_ascii=False))
    sys.stdout.write(f'\n], "head": {json.dumps(asdict(head))}}}\n')
