"""Everything that can be recorded, as values: what a person says or decides, before the rules have looked at it.

They are also what the record keeps: an entry's payload is one of these as JSON. A field may be added with a default;
none may be renamed or taken away, for entries are never rewritten. Fields marked "set when recorded" are not the
caller's: the store fills them with what it holds at that moment.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from knowledge.progress import Status
from knowledge.record.evidence import Evidence
from knowledge.when import Deadline


@dataclass(frozen=True, slots=True)
class Reported:
    """A report of progress on the part of one agency (or unit) in a task.

    `percent` 0 to 100; `done_on` is the day the work was done; `basis` the id of the last report of this part that
    the author had seen (0: there was none; None: not looked): what came in between is told. `before` is set when
    recorded.
    """

    task: str
    agency: str
    after: Status
    percent: int | None = None
    words: str = ""
    done_on: date | None = None
    obstacle: str = ""
    evidence: tuple[Evidence, ...] = ()
    basis: int | None = None
    before: Status = Status.NO_REPORT


@dataclass(frozen=True, slots=True)
class EvidenceAdded:
    """Evidence handed in after the report."""

    report: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A supervisor confirms a claim; `done_on`, where set, is the day that the evidence bears out instead."""

    report: int
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class Returned:
    """A supervisor sends a report back with the reason; with `reopens` it takes a confirmation back, and only then."""

    report: int
    reason: str
    reopens: bool = False


@dataclass(frozen=True, slots=True)
class Remarked:
    """A question or a word on a report, from a supervisor or from the agency; it changes nothing."""

    report: int
    words: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """The author takes back the last report, within minutes."""

    report: int


@dataclass(frozen=True, slots=True)
class ExtensionAsked:
    """A deadline cannot be met: why, who answers for it, what is done about it, and the new date.

    None may be missing (329/TB-VPCP III.3(1)). `before`, the last day in force until then, is set when recorded.
    """

    task: str
    agency: str
    cause: str
    responsibility: str
    remedy: str
    proposed: date
    before: date | None = None


@dataclass(frozen=True, slots=True)
class ExtensionDecided:
    """A supervisor grants or refuses an extension with a reason; `until` is another date than the proposed one."""

    extension: int
    granted: bool
    reason: str
    until: date | None = None


class ProposalKind(StrEnum):
    """What a proposal is: an obstacle (khó khăn, vướng mắc), a request (kiến nghị) or an idea (sáng kiến)."""

    OBSTACLE = "obstacle"
    REQUEST = "request"
    IDEA = "idea"


@dataclass(frozen=True, slots=True)
class Proposed:
    """An obstacle, request or idea of `agency`, `to` an agency or ("") to the supervisors, about `task` or ("") not."""

    kind: ProposalKind
    agency: str
    words: str
    to: str = ""
    task: str = ""


@dataclass(frozen=True, slots=True)
class ProposalAnswered:
    """An answer of `agency`, "" for the supervisors'."""

    proposal: int
    words: str
    agency: str = ""


@dataclass(frozen=True, slots=True)
class ProposalPursued:
    """The asker asks on: the answer does not do yet."""

    proposal: int
    words: str


@dataclass(frozen=True, slots=True)
class ProposalClosed:
    """The asker is content, or gives up; `words` may say which."""

    proposal: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class TaskAssigned:
    """A task given from chat, or a directive's task (`parent`) handed down to units.

    `leads` and `coordinators` are agencies or groups; with `owner` they are units of that agency, in its own words.
    `document` is by which it is given, "" for none. `code` is set when recorded.
    """

    title: str
    words: str
    leads: tuple[str, ...]
    coordinators: tuple[str, ...] = ()
    deadline: Deadline = field(default_factory=Deadline)
    document: str = ""
    parent: str = ""
    owner: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class TaskRecalled:
    """Whoever gave a task from chat takes it back, with the reason; nobody reports on it any more."""

    task: str
    reason: str


class MeasuredKind(StrEnum):
    """What was measured: a target of Phụ lục I, or a database's criteria."""

    INDICATOR = "indicator"
    DATABASE = "database"


@dataclass(frozen=True, slots=True)
class Measured:
    """A value of an indicator, or how many criteria a database meets, on a day and by a source.

    `code` is the indicator's, or list and number of the database ("2.14"); `value` a decimal number with a point.
    """

    kind: MeasuredKind
    code: str
    agency: str
    value: str
    on: date
    source: str


Change = (
    Reported
    | EvidenceAdded
    | Confirmed
    | Returned
    | Remarked
    | Withdrawn
    | ExtensionAsked
    | ExtensionDecided
    | Proposed
    | ProposalAnswered
    | ProposalPursued
    | ProposalClosed
    | TaskAssigned
    | TaskRecalled
    | Measured
)

KINDS: dict[str, type[Change]] = {
    "reported": Reported,
    "evidence_added": EvidenceAdded,
    "confirmed": Confirmed,
    "returned": Returned,
    "remarked": Remarked,
    "withdrawn": Withdrawn,
    "extension_asked": ExtensionAsked,
    "extension_decided": ExtensionDecided,
    "proposed": Proposed,
    "proposal_answered": ProposalAnswered,
    "proposal_pursued": ProposalPursued,
    "proposal_closed": ProposalClosed,
    "task_assigned": TaskAssigned,
    "task_recalled": TaskRecalled,
    "measured": Measured,
}
KIND_OF: dict[type[Change], str] = {change: kind for kind, change in KINDS.items()}
