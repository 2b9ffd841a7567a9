"""What buttons carry: small values written into at most 64 bytes, and read back with distrust.

A button says only what to show. Who may see it is decided on the server's record when it is pressed.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from knowledge.questions import Urgency

LIMIT_BYTES = 64
_SEPARATOR = "|"
# question.page.flags.shift.part.agency; the lengths keep every number within what a database and a calendar hold.
_VIEW = re.compile(
    r"(\d{1,15})\.([1-9]\d{0,5})\.(g?v?c?[odar]?t?p?m?[fn]?w?z?)"
    r"\.(-?\d{1,3})(?:\.([a-z0-9]{0,5})\.(\d{0,4}))?",
    re.ASCII,
)
_DROPS = (("t", "topic"), ("p", "period"), ("m", "agency"))
_URGENCIES = (("f", Urgency.FIRST), ("n", Urgency.NEXT))
# A period is moved on or back by so many steps at most.
FURTHEST = 400


class Shown(StrEnum):
    """Which tasks of a list are shown, by where they stand."""

    AS_ASKED = ""
    OVERDUE = "o"
    SOON = "d"
    ALL = "a"
    RECURRING = "r"


@dataclass(frozen=True, slots=True)
class View:
    """How a list is looked at: `question` is the stored question's number (0: none), `shift` moves its period on.

    `groups` shows what an agency has through its groups, `given` what was given from chat; `coordinating` adds what it
    coordinates. `part` is a part of
    the list: a directive's id, an indicator's year, a list of databases; `agency` the number of one agency, or None.
    `dropped` names conditions of the question that are left aside: "topic", "period", "agency" (one's own, that nobody
    named). `urgency` leaves the most urgent of the list, `which` offers it as a choice of one. With
    `latest` the latest deadlines come first.
    """

    question: int
    page: int = 1
    groups: bool = False
    coordinating: bool = False
    shown: Shown = Shown.AS_ASKED
    shift: int = 0
    dropped: frozenset[str] = frozenset()
    part: str = ""
    agency: int | None = None
    given: bool = False
    urgency: Urgency | None = None
    which: bool = False
    latest: bool = False

    def at(self, page: int) -> "View":
        """Return the same view at another page."""
        return replace(self, page=page)

    def encode(self) -> str:
        """Return the view as short text."""
        on = (("g", self.groups), ("v", self.given), ("c", self.coordinating))
        flags = "".join(letter for letter, is_on in on if is_on) + self.shown
        flags += "".join(letter for letter, name in _DROPS if name in self.dropped)
        flags += "".join(letter for letter, name in _URGENCIES if name is self.urgency) + ("w" if self.which else "")
        flags += "z" if self.latest else ""
        text = f"{self.question}.{self.page}.{flags}.{self.shift}"
        if not self.part and self.agency is None:
            return text
        return f"{text}.{self.part}.{'' if self.agency is None else self.agency}"

    @classmethod
    def decode(cls, text: str) -> "View":
        """Read what `encode` wrote. Raises ValueError."""
        found = _VIEW.fullmatch(text)
        if found is None or abs(int(found[4])) > FURTHEST:
            raise ValueError(text)
        flags = found[3]
        return cls(
            int(found[1]),
            int(found[2]),
            "g" in flags,
            "c" in flags,
            next((each for each in Shown if each and each in flags), Shown.AS_ASKED),
            int(found[4]),
            frozenset(name for letter, name in _DROPS if letter in flags),
            found[5] or "",
            int(found[6]) if found[6] else None,
            "v" in flags,
            next((name for letter, name in _URGENCIES if letter in flags), None),
            "w" in flags,
            "z" in flags,
        )

    @property
    def look(self) -> str:
        """Everything but the question's number, as short text."""
        return self.encode().partition(".")[2]


@dataclass(frozen=True, slots=True)
class Action:
    """A pressed button: `verb` with its `subject` (a task code, a directive, a path) and the list to go back to."""

    verb: str
    subject: str = ""
    view: View | None = None

    def encode(self) -> str:
        """Return the action as callback data. Raises ValueError when it is too long."""
        text = _SEPARATOR.join((self.verb, self.subject, self.view.encode() if self.view else ""))
        if len(text.encode()) > LIMIT_BYTES:
            raise ValueError(f"callback data of {len(text.encode())} bytes: {text}")
        return text

    @classmethod
    def decode(cls, data: str) -> "Action":
        """Read what `encode` wrote. Raises ValueError for anything else."""
        verb, subject, view = data.split(_SEPARATOR)
        return cls(verb, subject, View.decode(view) if view else None)


SHOW_LIST = "l"
SHOW_TASK = "t"
SHOW_PASSAGE = "p"
SHOW_RELATED = "r"
SHOW_PARTS = "k"
SHOW_DIRECTIVE = "d"
SHOW_DIRECTIVES = "v"
ASK_EXAMPLE = "e"
LIST_DIRECTIVE = "n"
UNFOLLOW = "u"
CONSENT = "c"
CHOOSE = "y"
RESUME = "yr"
LEAVE = "yl"
MY_ROLES = "m"
SHOW_REQUEST = "q"
APPROVE = "qa"
REFUSE = "qr"
AMEND_ROLE = "qo"
AMEND_AGENCY = "qg"
PEOPLE = "pp"
PEOPLE_OF = "po"
PERSON = "pe"
CHANGE = "pc"
DISMISS = "pd"
REMOVE = "px"
FORGET = "x"
LANGUAGE = "lg"
UNBIND = "ub"
OPEN_TASK = "ot"
FILTER = "fc"
SECTION = "se"
READY = "rd"
AGENCY = "ag"
READ_PASSAGE = "pg"
REPORT_TASK = "rp"
DRAFT = "dr"
ADD_EVIDENCE = "ae"
ATTACH = "at"
WITHDRAW = "wd"
CLAIM = "cl"
CLAIMS = "cw"
ANSWER_REMARK = "ra"
HISTORY = "hi"
NOTED = "nk"
NOTICE_REST = "nl"
NOTICE_WHY = "nw"
REMIND_AGAIN = "nz"
AGAIN_IN = "na"
MUTE = "nm"
MUTE_TASK = "nx"
UNMUTE_TASK = "nu"
REMINDING = "ns"
SET_REMINDING = "np"
AHEAD = "nd"
CANCEL_AHEAD = "nc"
UNWATCH = "uw"
EXTEND = "xa"
SHOW_EXTENSION = "xs"
EXTENSIONS = "xw"
GRANT_EXTENSION = "xg"
GRANT_OTHERWISE = "xo"
REFUSE_EXTENSION = "xr"
PROPOSE = "oa"
SHOW_PROPOSAL = "os"
PROPOSALS = "ow"
ANSWER_PROPOSAL = "oz"
PURSUE_PROPOSAL = "oq"
CLOSE_PROPOSAL = "oc"
GIVE_TASK = "gv"
GIVEN_TASKS = "gl"
RECALL_TASK = "gr"
HAND_DOWN = "gd"
SHOW_MEASURED = "ms"
MEASURE = "mm"
WORKBOOK = "wb"
