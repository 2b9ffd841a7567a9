"""Who is silent: a proposal without an answer; a claim or an extension on which no supervisor has decided.

Silence is counted in working days. Only the latest step that was reached counts; the weekly steps begin with the week,
so that they make one message.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from scheduler.calendar import working_days
from scheduler.notices import Item, Why

# Steps, each with the working days after a dot: to who must answer, and to the supervisors that an agency is silent;
# of a claim and of an extension that wait.
UNANSWERED, SILENT, CLAIM_WAITS, EXTENSION_WAITS = "unanswered", "silent", "claim-waits", "extension-waits"
WAITS = frozenset({UNANSWERED, SILENT, CLAIM_WAITS, EXTENSION_WAITS})
ANSWERED_WITHIN = (5, 10, 15)
SILENCE_RISES = (10, 20)
DECIDED_WITHIN = (4,)  # longer than three
_WEEK = 5


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A proposal of `agency` that waits for an answer of `to` ("": the supervisors) since a day.

    `asker` is the chat of who sent it, 0 for somebody who left.
    """

    number: int
    agency: str
    to: str
    since: date
    asker: int = 0


@dataclass(frozen=True, slots=True)
class Undecided:
    """A claim (`step` CLAIM_WAITS) or an extension (EXTENSION_WAITS) of `agency` that waits for a decision since a day.

    `author` is the chat of who sent it, 0 for somebody who left.
    """

    step: str
    number: int
    agency: str
    since: date
    author: int = 0


@dataclass(frozen=True)
class Silence:
    """What waits on a day. `here` are the agencies with somebody who can answer, `headed` those whose focal points can.

    Of the others the staff is told; where an agency has nobody here, the supervisors must answer in its place.
    """

    unanswered: Sequence[Unanswered]
    undecided: Sequence[Undecided]
    day: date
    here: Collection[str] = field(default_factory=frozenset)
    headed: Collection[str] = field(default_factory=frozenset)

    def items(self, chat: int, focal: Sequence[str], staff: Sequence[str], *, supervises: bool) -> Iterator[Item]:
        """Yield what somebody is told who is focal point and staff of some agencies, or supervises."""
        agencies = dict.fromkeys((*focal, *(name for name in staff if name not in self.headed)))
        for name in agencies:
            yield from (_answer(one, days) for one, days in self._silent.get(name, ()) if one.asker != chat)
        if not supervises:
            return
        for to, several in self._silent.items():
            if to not in agencies:
                yield from self._for_supervisors(chat, several, theirs=to not in self.here)
        for case in self.undecided:
            reached = step_of_silence(case.since, self.day, DECIDED_WITHIN)
            if reached is not None and case.author != chat:
                version = version_of(case.number, case.since)
                yield Item("", case.agency, f"{case.step}.{reached}", version, Why.SUPERVISING)

    def _for_supervisors(self, chat: int, several: Sequence[tuple[Unanswered, int]], *, theirs: bool) -> Iterator[Item]:
        for one, days in several:
            if one.asker == chat:
                continue
            if theirs:
                yield _answer(one, days)
            elif days >= SILENCE_RISES[0]:
                step = max(each for each in SILENCE_RISES if each <= days)
                version = version_of(one.number, one.since)
                yield Item("", one.to, f"{SILENT}.{step}", version, Why.SUPERVISING)

    @cached_property
    def _silent(self) -> dict[str, list[tuple[Unanswered, int]]]:
        """The proposals that have come to a step, with its working days, by who must answer."""
        found: dict[str, list[tuple[Unanswered, int]]] = {}
        for one in self.unanswered:
            step = step_of_silence(one.since, self.day, ANSWERED_WITHIN)
            if step is not None:
                found.setdefault(one.to, []).append((one, step))
        return found


def _answer(one: Unanswered, days: int) -> Item:
    return Item("", one.to, f"{UNANSWERED}.{days}", version_of(one.number, one.since), Why.ANSWERING)


def step_of_silence(since: date, day: date, ladder: Sequence[int]) -> int | None:
    """Return the latest step that a silence has come to on `day`, as its working days; None before the first.

    A week after the last of `ladder` there is one with each week.
    """
    weekly = working_days(since, day - timedelta(days=day.weekday()))
    if weekly >= ladder[-1] + _WEEK:
        return weekly
    return max((step for step in ladder if step <= working_days(since, day)), default=None)


def version_of(number: int, since: date) -> str:
    """Return what tells one silence from the next: whose it is, and since when."""
    return f"{number}.{since.isoformat()}"


def number_of(item: Item) -> int:
    """Return the number of what an item of silence is about: a proposal's, a claim's, an extension's."""
    return int(item.version.partition(".")[0])


def name_of(item: Item) -> str:
    """Return the step of an item without its days: UNANSWERED, SILENT …, or the name of a summary."""
    return item.step.partition(".")[0]


def days_of(item: Item) -> int:
    """Return the working days that an item of silence has come to."""
    return int(item.step.partition(".")[2])
