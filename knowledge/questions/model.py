"""What a question comes to: its intent, agencies in their roles, states, and the reading as a whole."""

from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter
from typing import Any

from rapidfuzz.distance import OSA

from knowledge.outputs import Output
from knowledge.questions.lateness import Lateness
from knowledge.questions.missing import MissingPlace
from knowledge.questions.typing import Repair
from knowledge.text import fold
from knowledge.when import Period

_A_SLIP = 2  # letters


class Intent(StrEnum):
    """The kinds of question."""

    LIST = "list"
    COUNT = "count"
    TASK = "task"
    FACT = "fact"
    DIRECTIVE = "directive"
    DIRECTIVES = "directives"
    INDICATORS = "indicators"
    DATABASES = "databases"
    GROUP = "group"
    HELP = "help"
    NONE = "none"


class Role(StrEnum):
    """In which role an agency is asked about."""

    LEAD = "lead"
    COORDINATOR = "coordinator"
    ANY = "any"


class State(StrEnum):
    """The states a question can name."""

    OVERDUE = "overdue"
    IN_TIME = "in_time"
    DUE_SOON = "due_soon"
    NO_REPORT = "no_report"
    REPORTED = "reported"
    DONE = "done"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    UNFINISHED = "unfinished"
    ONGOING = "ongoing"
    RECURRING = "recurring"
    NO_DEADLINE = "no_deadline"
    UNWRITTEN = "unwritten"


class Mine(StrEnum):
    """Whose tasks a question that names nobody is about."""

    NOBODY = ""  # nobody's in particular: all
    OWN = "own"  # those of the asker's agencies
    UNKNOWN = "unknown"  # the asker's own, whose agency is not known: all


@dataclass(frozen=True, slots=True)
class AgencyAsk:
    """An agency or group the question names, in which role; `written` is the former name or slip it stood for.

    `unit` is what was named where the group is asked about because no directive names that body: "Sở Tư pháp".
    """

    name: str
    role: Role = Role.LEAD
    written: str = ""
    unit: str = ""

    @property
    def slip(self) -> bool:
        """Tell whether it was written with a slip, and not by a former name."""
        written, name = fold(self.written), fold(self.name)
        return bool(written) and OSA.distance(written, name, score_cutoff=_A_SLIP) <= _A_SLIP


@dataclass(frozen=True, slots=True)
class Parties:
    """How many agencies must have a role in a task, at least and at most."""

    role: Role
    least: int | None = None
    most: int | None = None

    def fits(self, count: int) -> bool:
        """Tell whether so many are enough and not too many."""
        return (self.least is None or count >= self.least) and (self.most is None or count <= self.most)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a question.

    `period`, `states`, `directives`, `section` ("mục 89") and `groups_too` filter tasks. `topic` is the words left
    over, as written, `matter` the same with its time words, for looking in the text itself; `about` says that the
    topic was introduced ("về …"), `lists` that tasks were asked for ("việc gì"). `code` is a task code's key, `focus`
    the field that is asked for (leads, coordinators, deadline, output, signer, issued), `grouping` by what tasks are
    counted (agency, province, directive, kind, year, quarter, month). `leaned` says that the question before it was
    needed, `repairs` what was read otherwise than written, `plain` is the whole question as it was read, `words` the
    same folded, `said` the topic before it was put into the directives' words, and `foreign` a document that no
    directive mentions. `place` is the path of the passage that is pointed at ("mục III.3(1) của thông báo 329"). `mine`
    says that the agencies are the asker's, who named none, or would be if they were known.

    `lateness` bounds how late what is overdue is, `excluded` are the agencies whose tasks are left out ("trừ Bộ Y tế").
    With `none_of` the agencies are asked for that have no task in that state, and `counted` bounds how many they have
    ("bộ nào có trên 10 việc quá hạn"). With `groups_only` they are what the agencies have through their groups alone.
    `unread` are conditions, as written, that nothing here takes into account: the
    answer must say so. `missing` is a place that the directive does not have, `unissued` names directives by a time in
    which none was issued, `mentioned` says that the directives mention the `foreign` document, `issued_on` is when a
    directive was issued as the question has it, `without` are the ids of directives that are left out, `parts_of` is
    the code of a task whose parts are listed. `but_states` and `but_topics` are states and matters whose tasks are left
    out ("trừ việc định kỳ", "việc về AI trừ dữ liệu"). With `either` one of the `states` is enough ("quá hạn hoặc chưa
    báo cáo"); `whatever` are states that were named with their opposites, and so limit nothing. `givers` are who gave
    the tasks that are asked for: these are those of their `directives`. `parties` bound how many lead or coordinate
    them; with `together` all the agencies must have them, not any. `not_there` are the words that leave a
    condition aside which the question before does not have. `rhythm` is how often what is recurring comes back, and
    `unknown` a body that is named and that no directive knows. `partners` is the role in which those are counted that
    work with the only agency ("bộ nào phối hợp với Bộ Y tế nhiều nhất"). `outputs` are the kinds of
    output of which one must come of the tasks ("nghị định").
    """

    question: str
    language: str
    intent: Intent
    agencies: tuple[AgencyAsk, ...] = ()
    period: Period | None = None
    states: tuple[State, ...] = ()
    directives: tuple[str, ...] = ()
    topic: str = ""
    code: str = ""
    focus: str = ""
    groups_too: bool = True
    repairs: tuple[Repair, ...] = ()
    grouping: str = ""
    section: str = ""
    about: bool = False
    lists: bool = False
    words: str = ""
    plain: str = ""
    matter: str = ""
    leaned: bool = False
    said: str = ""
    foreign: str = ""
    place: str = ""
    lateness: Lateness | None = None
    excluded: tuple[AgencyAsk, ...] = ()
    none_of: bool = False
    counted: tuple[int | None, int | None] = (None, None)
    unread: tuple[str, ...] = ()
    missing: MissingPlace | None = None
    parts_of: str = ""
    unissued: str = ""
    mentioned: bool = False
    issued_on: Period | None = None
    without: tuple[str, ...] = ()
    mine: Mine = Mine.NOBODY
    but_states: tuple[State, ...] = ()
    but_topics: tuple[str, ...] = ()
    either: bool = False
    whatever: tuple[State, ...] = ()
    givers: tuple[str, ...] = ()
    parties: tuple[Parties, ...] = ()
    together: bool = False
    not_there: str = ""
    rhythm: str = ""
    unknown: str = ""
    groups_only: bool = False
    partners: Role | None = None
    outputs: tuple[Output, ...] = ()


_FIELDS = tuple(each.name for each in fields(Reading))
_values_of = attrgetter(*_FIELDS)


def changed(reading: Reading, **changes: Any) -> Reading:
    """Return `reading` with these values, as `replace` does: it has many fields, so that nothing is copied in vain."""
    if all(getattr(reading, name) == value for name, value in changes.items()):
        return reading
    return Reading(**{**dict(zip(_FIELDS, _values_of(reading), strict=True)), **changes})
