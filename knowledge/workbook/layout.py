"""What the workbook holds: its columns, what stands in them, and the stamp by which it is known when it comes back."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.progress import Status

FORMAT = "dondoc-1"
STAMP_SHEET = "_dondoc"


class Column(StrEnum):
    """The columns of the sheet of tasks, in order: first what is told, then what is filled in."""

    CODE = "code"
    TITLE = "title"
    QUOTE = "quote"
    ROLE = "role"
    DEADLINE = "deadline"
    NOW = "now"
    STATUS = "status"
    PERCENT = "percent"
    DONE_ON = "done_on"
    WORDS = "words"
    OBSTACLE = "obstacle"
    EVIDENCE = "evidence"


FILLED = (Column.STATUS, Column.PERCENT, Column.DONE_ON, Column.WORDS, Column.OBSTACLE, Column.EVIDENCE)
# The statuses that can be reported, as the drop-down offers them.
OFFERED = (Status.NOT_STARTED, Status.IN_PROGRESS, Status.DONE, Status.DROPPED)


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of a workbook in one language. Headings and statuses are also how it is read back."""

    language: str
    sheet: str
    guide_sheet: str
    title: str  # the heading above the table, before the agency's name
    note: str  # the line below it
    headings: Mapping[Column, str]
    statuses: Mapping[Status, str]
    guide: tuple[str, ...]
    status_odd: str  # what the spreadsheet says when something else than a drop-down's entry is typed
    percent_odd: str
    date_odd: str


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A row of the workbook as it is sent: a task on which `assignee` (the agency, or a unit of it) reports.

    `basis` is the id of the last report on it, 0 for none. The rest is told as text.
    """

    task: str
    assignee: str
    basis: int
    title: str
    quote: str
    role: str
    deadline: str
    now: str


@dataclass(frozen=True, slots=True)
class StampedRow:
    """Which part of which task a row is for, and the last report on it when the workbook was made."""

    task: str
    assignee: str
    basis: int
    role: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the hidden sheet says: whose workbook it is, when it was made (aware) and for which rows."""

    agency: str
    made_at: datetime
    language: str
    rows: tuple[StampedRow, ...]

    def cells(self) -> list[str]:
        """Return the stamp as the cells of the hidden sheet, the last of them the hash over the others."""
        told = {"agency": self.agency, "made_at": self.made_at.isoformat(), "language": self.language}
        lines = [FORMAT, _json(told), *(_json(asdict(row)) for row in self.rows)]
        return [*lines, digest(lines)]


def stamp_of(cells: list[str]) -> Stamp:
    """Read what `Stamp.cells` wrote. Raises ValueError where anything of it was changed or is of another version."""
    if len(cells) < 3 or cells[0] != FORMAT or digest(cells[:-1]) != cells[-1]:
        raise ValueError("no stamp of ours, or of an older version, or changed")
    told = json.loads(cells[1])
    rows = tuple(StampedRow(**json.loads(line)) for line in cells[2:-1])
    return Stamp(told["agency"], datetime.fromisoformat(told["made_at"]), told["language"], rows)


def digest(lines: list[str]) -> str:
    """Return the hash that shows a changed stamp. It is no signature: rights are looked up when the rows are taken."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
