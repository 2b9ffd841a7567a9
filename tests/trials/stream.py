"""A scripted stream of updates, and the process that records them and acknowledges each, as the bot does."""

import os
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.progress import Status
from knowledge.record import Change, Duty, Reported, Returned
from knowledge.record.rights import Actor
from knowledge.store import EvidenceFiles, RecordStore, open_database
from knowledge.when import Deadline, DeadlineKind
from tests.trials.office import AN, BINH, CHI, DUE, DUNG, HEALTH, MINISTRIES, MINUTE, NOW, POLICE, Office, done

TASKS = tuple(Duty(f"71-{n}", MINISTRIES, Deadline("31/12/2026", DeadlineKind.BY, last=DUE)) for n in range(1, 8))
_ROWS = 3


@dataclass(frozen=True)
class Opened:
    """The record and the evidence in one folder."""

    store: RecordStore
    files: EvidenceFiles


def opened(folder: Path) -> Opened:
    """Open what lies in `folder`, as a start of the bot does."""
    files = EvidenceFiles(folder / "evidence", lambda *_: False)
    return Opened(RecordStore(open_database(folder / "bot.db"), Office(*TASKS), files.has), files)


def marks(number: int) -> list[str]:
    """Return the marks that update `number` leaves in the record: one for each of its changes."""
    return [f"#{number}.{row}#" for row in range(_ROWS if number % 5 == 1 else 1)]


def take(number: int, at: Opened) -> None:
    """Take update `number`: alone or in rows, with a file, or sending back what waits; each carries its marks."""
    by, changes = _asked(number, at)
    at.store.record_all(changes, by, NOW + number * MINUTE, f"chat:{number}")


def _asked(number: int, at: Opened) -> tuple[Actor, tuple[Change, ...]]:
    own = marks(number)
    task = TASKS[number % len(TASKS)].task
    match number % 5:
        case 1:
            return AN, tuple(
                _progress(TASKS[(number + row) % len(TASKS)].task, HEALTH, own[row]) for row in range(_ROWS)
            )
        case 2:
            shown = at.files.put(f"Tờ trình số {number}\n".encode() * 400, f"{number}.txt")
            return BINH, (replace(done(task, evidence=(shown,)), words=own[0]),)
        case 3:
            claims = at.store.state.reports(TASKS[(number - 1) % len(TASKS)].task, HEALTH)
            return DUNG, (Returned(next(r.id for r in claims if r.words == marks(number - 1)[0]), own[0]),)
        case _:
            return CHI, (_progress(task, POLICE, own[0]),)


def _progress(task: str, agency: str, words: str) -> Reported:
    return Reported(task, agency, Status.IN_PROGRESS, 50, words)


def run(folder: Path, first: int, acknowledged: int) -> None:
    """Take the updates from number `first` on, for ever, and write the number of each to the descriptor once taken."""
    at = opened(folder)
    number = first
    while True:
        take(number, at)
        os.write(acknowledged, b"%d\n" % number)
        number += 1
