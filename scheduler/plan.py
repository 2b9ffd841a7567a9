"""Who must be told what on a day: a pure function of assignments, people, what was told, and the day."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeAlias

from knowledge.when import DeadlineKind
from scheduler.calendar import first_working_day, quarter
from scheduler.escalation import Raised, Reminded, raised
from scheduler.ladder import Assignment, Step, step_of
from scheduler.notices import AGAIN, MONTH, ONGOING, QUARTER, UNREACHABLE, Item, Notice, Why
from scheduler.preferences import LADDER, Preferences
from scheduler.silence import Silence, Unanswered, Undecided

_QUARTERLY_REPORT = 14  # the last good day of "trước ngày 15 tháng cuối quý"
_BEFORE_THE_REPORT = 7


@dataclass(frozen=True, slots=True)
class Following:
    """A chat that wants an agency's morning digest, in a language ("vi", "en")."""

    chat: int
    agency: str
    language: str


@dataclass(frozen=True, slots=True)
class Snooze:
    """Somebody wants to be told of a task again on `until` or the first slot after it."""

    task: str
    agency: str
    until: date


@dataclass(frozen=True, slots=True)
class Recipient:
    """A chat, how it wants to be told, and of what: as focal point, staff, next person, supervisor, follower, watcher.

    `watches` are tasks (by followed task or topic), `muted` those that are not to be told.
    """

    chat: int
    language: str
    preferences: Preferences = field(default_factory=Preferences)
    focal: tuple[str, ...] = ()
    next_for: tuple[str, ...] = ()
    supervises: bool = False
    follows: tuple[str, ...] = ()
    watches: tuple[str, ...] = ()
    muted: frozenset[str] = frozenset()
    snoozed: tuple[Snooze, ...] = ()
    staff: tuple[str, ...] = ()


Told: TypeAlias = Callable[[int], Collection[str]]


@dataclass(frozen=True)
class Situation:
    """Everything the plan depends on but the moment.

    `leading` and `coordinating` hold assignments by agency, `own` the ids of those that name the agency itself;
    `whole` each task as a whole. `told` returns the keys of a chat's items, `dead` are chats that cannot be reached,
    `reminded` what focal points were told of and noted; `unanswered` and `undecided` what waits for somebody.
    """

    recipients: Sequence[Recipient]
    leading: Mapping[str, Sequence[Assignment]]
    told: Told
    coordinating: Mapping[str, Sequence[Assignment]] = field(default_factory=dict)
    whole: Mapping[str, Assignment] = field(default_factory=dict)
    dead: Collection[int] = frozenset()
    reminded: Reminded = field(default_factory=dict)
    unanswered: Sequence[Unanswered] = ()
    undecided: Sequence[Undecided] = ()


def plan(situation: Situation, now: datetime) -> Iterator[Notice]:
    """Yield the notices whose slot is open at `now` (aware, Asia/Ho_Chi_Minh), one for each person at most."""
    return plan_day(situation, now.date(), lambda one: one.preferences.opens(now))


def plan_day(situation: Situation, day: date, among: Callable[[Recipient], bool] | None = None) -> Iterator[Notice]:
    """Yield the notices of `day`, of all who have a slot that day or of those `among` them."""
    planner = Planner(situation, day)
    for one in situation.recipients:
        if among(one) if among else one.preferences.tells_on(day):
            notice = planner.notice(one)
            if notice is not None:
                yield notice


Due: TypeAlias = Sequence[tuple[Assignment, Step]]


class Planner:
    """Plans a day; what several people of an agency have in common is worked out once."""

    def __init__(self, situation: Situation, day: date) -> None:
        self._now = situation
        self._day = day
        self._due: dict[tuple[int, date, tuple[int, ...]], Due] = {}
        self._unreachable = _unreachable(situation, day)

    def notice(self, one: Recipient) -> Notice | None:
        """Return the message of the day for `one`, None when there is nothing to tell."""
        items = self.items(one)
        if not items:
            return None
        return Notice(one.chat, self._day, one.language, tuple(items), first=not self._now.told(one.chat))

    def items(self, one: Recipient) -> list[Item]:
        """Return what `one` must be told on the day and was not told before, each once."""
        candidates = {item.key: item for item in reversed(list(self._candidates(one)))}
        if not candidates:
            return []
        told = self._now.told(one.chat)
        fresh = [item for key, item in candidates.items() if key not in told and item.task not in one.muted]
        return fresh[::-1]

    def _candidates(self, one: Recipient) -> Iterator[Item]:
        own = set(one.focal)
        standing_in = [agency for agency in one.next_for if agency in self._unreachable and agency not in own]
        for agency in (*one.focal, *standing_in):
            why = Why.FOCAL if agency in own else Why.STANDING_IN
            yield from self._of(one, agency, self._now.leading, why)
            yield from self._summaries(one, agency, why)
        yield from self._silence.items(one.chat, one.focal, one.staff, supervises=one.supervises)
        if one.preferences.coordinating:
            for agency in one.focal:
                yield from self._of(one, agency, self._now.coordinating, Why.COORDINATING)
        for agency in one.follows:
            if agency not in own:
                yield from self._of(one, agency, self._now.leading, Why.FOLLOWING, directly=True)
        yield from self._watched(one)
        for agency in one.next_for:
            yield from (_item(each, Why.ESCALATED) for each in self._raised.get(agency, ()) if not each.to_supervisors)
        yield from self._again(one)
        if one.supervises:
            yield from self._for_supervisors(one)

    def _for_supervisors(self, one: Recipient) -> Iterator[Item]:
        for several in self._raised.values():
            yield from (_item(each, Why.SUPERVISING) for each in several if each.to_supervisors)
        month = f"{self._day:%Y-%m}"
        for agency in self._unreachable:
            if agency not in self._nexts:
                yield Item("", agency, UNREACHABLE, month, Why.SUPERVISING)
        if self._day >= first_working_day(self._day):
            yield Item("", "", MONTH, month, Why.SUPERVISING)
        if self._quarterly(one):
            yield Item("", "", QUARTER, quarter(self._day), Why.SUPERVISING)

    @cached_property
    def _silence(self) -> Silence:
        """What waits for an answer or a decision."""
        headed = {agency for one in self._now.recipients for agency in one.focal}
        here = headed.union(*(one.staff for one in self._now.recipients))
        present = headed.difference(self._unreachable)
        return Silence(self._now.unanswered, self._now.undecided, self._day, here, present)

    @cached_property
    def _nexts(self) -> frozenset[str]:
        return frozenset(agency for one in self._now.recipients for agency in one.next_for)

    @cached_property
    def _raised(self) -> dict[str, list[Raised]]:
        """What goes up on the day, by agency."""
        found: dict[str, list[Raised]] = {}
        for agency in sorted({agency for _, agency, _ in self._now.reminded}):
            steps = self._steps(self._now.leading.get(agency, ()), _USUAL)
            going = (
                each
                for one, step in steps
                for each in raised(one, step, self._now.reminded, self._day, has_next=agency in self._nexts)
            )
            if several := list(going):
                found[agency] = several
        return found

    def _of(
        self,
        one: Recipient,
        agency: str,
        by_agency: Mapping[str, Sequence[Assignment]],
        why: Why,
        *,
        directly: bool = False,
    ) -> Iterator[Item]:
        for assignment, step in self._steps(by_agency.get(agency, ()), one.preferences):
            if not (directly and assignment.collective):
                yield Item(assignment.task, assignment.agency, step.name, step.version, why)

    def _steps(self, assignments: Sequence[Assignment], wanted: Preferences) -> Due:
        until = wanted.told_until(self._day)
        key = (id(assignments), until, wanted.ladder)
        found = self._due.get(key)
        if found is None:
            steps = ((a, step_of(a, self._day, until, wanted.ladder)) for a in assignments if a.asks)
            found = self._due[key] = [(a, step) for a, step in steps if step is not None]
        return found

    def _summaries(self, one: Recipient, agency: str, why: Why) -> Iterator[Item]:
        """Yield the quarter's nudge about what is always to be done, and the cue for the quarterly report."""
        if any(a.to_do and is_ongoing(a) and _exists(a, self._day) for a in self._now.leading.get(agency, ())):
            yield Item("", agency, ONGOING, quarter(self._day), why)
        if self._now.leading.get(agency) and self._quarterly(one):
            yield Item("", agency, QUARTER, quarter(self._day), why)

    def _quarterly(self, one: Recipient) -> bool:
        day = self._day
        if day.month % 3 or day.day > _QUARTERLY_REPORT:
            return False
        last = day.replace(day=_QUARTERLY_REPORT)
        return (last - one.preferences.told_until(day)).days <= _BEFORE_THE_REPORT

    def _watched(self, one: Recipient) -> Iterator[Item]:
        agencies = {*one.focal, *one.follows}
        known = {a.task for agency in agencies for a in self._now.leading.get(agency, ())} if one.watches else set()
        watched = [self._now.whole[code] for code in one.watches if code in self._now.whole and code not in known]
        for assignment in watched:
            until = one.preferences.told_until(self._day)
            step = step_of(assignment, self._day, until, one.preferences.ladder) if assignment.open else None
            if step is not None:
                yield Item(assignment.task, "", step.name, step.version, Why.WATCHING)

    def _again(self, one: Recipient) -> Iterator[Item]:
        for snooze in one.snoozed:
            if snooze.until <= self._day and self._open(snooze):
                yield Item(snooze.task, snooze.agency, AGAIN, snooze.until.isoformat(), Why.ASKED_AGAIN)

    def _open(self, snooze: Snooze) -> bool:
        if not snooze.agency:
            return snooze.task in self._now.whole and self._now.whole[snooze.task].to_do
        return self._parts.get((snooze.task, snooze.agency), False)

    @cached_property
    def _parts(self) -> dict[tuple[str, str], bool]:
        """Whether there is something to do on each part."""
        return {(a.task, a.agency): a.to_do for several in self._now.leading.values() for a in several}


_USUAL = Preferences(ladder=LADDER)


def _item(one: Raised, why: Why) -> Item:
    return Item(one.task, one.agency, one.step, one.version, why)


def is_ongoing(one: Assignment) -> bool:
    """Tell whether a task is always to be done: "thường xuyên", or "định kỳ" without a day. It is never late."""
    deadline = one.deadline
    return deadline.kind is DeadlineKind.ONGOING or (deadline.kind is DeadlineKind.RECURRING and not deadline.rrule)


def _exists(one: Assignment, day: date) -> bool:
    return one.since is None or one.since <= day


def _unreachable(situation: Situation, day: date) -> tuple[str, ...]:
    """Return the agencies that have focal points of whom none can be told now: gone, or on holiday."""
    reachable: dict[str, bool] = {}
    for one in situation.recipients:
        here = one.chat not in situation.dead and not one.preferences.is_away(day)
        for agency in one.focal:
            reachable[agency] = reachable.get(agency, False) or here
    return tuple(agency for agency, here in reachable.items() if not here)
