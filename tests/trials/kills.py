"""Kills the recording process at random instants and looks whether anything acknowledged is lost or doubled."""

import os
import random
import re
import select
import signal
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.trials.stream import marks, opened, run

Run = Callable[[Path, int, int], None]  # folder, number of the first update, descriptor for the acknowledgements

_MARK = re.compile(r"#\d+\.\d+#")
_MOST_ACKNOWLEDGED = 24
_START_SECONDS = 0.04
_REDELIVERED = 3  # Telegram offers again what was taken but not confirmed by the next request


@dataclass(frozen=True)
class Outcome:
    """What a series of kills came to: how often killed, updates acknowledged, entries, and every finding."""

    kills: int
    acknowledged: int
    entries: int
    findings: tuple[str, ...]


def series(folder: Path, kills: int, seed: int, work: Run = run) -> Outcome:
    """Start the work in `folder`, kill it at an instant that `seed` decides, look, and start again, `kills` times."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    last = 0
    findings: list[str] = []
    for kill in range(kills):
        acknowledged = _until_killed(folder, max(1, last - _REDELIVERED), chance, work)
        last = max((last, *acknowledged))
        findings += [f"seed {seed}, kill {kill + 1}: {finding}" for finding in look(folder, last)]
    return Outcome(kills, last, opened(folder).store.log.head.count, tuple(findings))


def _until_killed(folder: Path, first: int, chance: random.Random, work: Run) -> list[int]:
    """Run the work in a child until it has acknowledged some updates and a moment more; return what it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            work(folder, first, writing)
        finally:
            os._exit(1)  # never into the parent's code, whatever happened
    os.close(writing)
    wanted = chance.randint(0, _MOST_ACKNOWLEDGED)
    moment = chance.uniform(0, _START_SECONDS if wanted == 0 else 0.003)
    heard = b""
    while heard.count(b"\n") < wanted and (more := os.read(reading, 4096)):
        heard += more
    select.select([], [], [], moment)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while more := os.read(reading, 4096):
        heard += more
    os.close(reading)
    if os.WIFEXITED(status):
        raise RuntimeError("the work ended by itself")
    return [int(line) for line in heard.split(b"\n")[:-1]]


def look(folder: Path, last: int) -> list[str]:
    """Return what is wrong in `folder` when update `last` was the last acknowledged; nothing, when all is well."""
    at = opened(folder)
    findings: list[str] = []
    verdict = at.store.verify()
    if not verdict.sound:
        findings.append(f"the chain is broken at {verdict.broken} ({verdict.why})")
    if at.store.state_differs():
        findings.append("the state is not what the entries come to")
    found = Counter(mark for entry in at.store.log.entries() for mark in _MARK.findall(entry.payload))
    for number in range(1, last + 1):
        findings += [f"{mark} stands {found[mark]} times" for mark in marks(number) if found[mark] != 1]
    for number in range(last + 1, last + 3):  # recorded but not acknowledged, or neither: whole in both cases
        times = {found[mark] for mark in marks(number)}
        if times not in ({0}, {1}):
            findings.append(f"update {number} is half written: {times}")
    findings += [f"file {digest} is not whole" for digest in at.store.state.files() if not at.files.is_whole(digest)]
    at.store.close()
    return findings
