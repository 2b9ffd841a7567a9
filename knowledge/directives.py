"""What a directive is made of: the domain's values. All are frozen; none knows where it is stored."""

from dataclasses import dataclass
from datetime import date

from knowledge.when import Deadline


@dataclass(frozen=True, slots=True)
class Relation:
    """How a directive stands to another document: `replaces`, `amends`, `passes_on` or `refers_to`."""

    kind: str
    number: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive (văn bản chỉ đạo). `date` is None and `signer` "" where the copy does not show them.

    `restored` says that its text is a restored reading of a bad scan, which every view must say. `given_by` are all who
    give the tasks in it, by their canonical names: its issuer, and whose conclusions it holds.
    """

    id: str
    number: str
    kind: str
    issuer: str
    date: date | None
    signer: str
    signer_title: str
    title: str
    short_title: str
    nicknames: tuple[str, ...]
    summary: str
    restored: bool
    default_part: str
    relations: tuple[Relation, ...] = ()
    given_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a directive (điều, khoản, mục, đoạn, row of a table) with its path, in reading order."""

    directive: str
    path: str
    order: int
    text: str


@dataclass(frozen=True, slots=True)
class Task:
    """The smallest item that can be done and reported on its own (nhiệm vụ); see docs/corpus.md for every field.

    `leads` and `coordinators` are canonical names of agencies or groups. `related` are ids of tasks that belong
    with this one. `order` is its place within the directive.
    """

    id: str
    directive: str
    path: str
    order: int
    title: str
    quote: str
    lead_in: str
    leads: tuple[str, ...]
    coordinators: tuple[str, ...]
    leads_text: str
    coordinators_text: str
    output: str
    deadline: Deadline
    parent: str = ""
    note: str = ""
    related: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """A target of Phụ lục I of 71/NQ-CP (chỉ tiêu). `target` is verbatim, `horizon` a year."""

    code: str
    parent: str
    name: str
    unit: str
    target: str
    horizon: int
    agencies: tuple[str, ...]
    coordinators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrackedDatabase:
    """A database of Phụ lục 2 of 329/TB-VPCP. `met` of `total` criteria; None where the source does not say."""

    list: int
    number: int
    agency: str
    name: str
    met: int | None
    total: int | None
    connected: bool | None
