"""Who must be told what today: a pure function of who follows whom, the tasks, and the day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.directives import Task
from knowledge.when import Deadline
from scheduler.calendar import is_working_day, next_working_day

LADDER = (30, 14, 7, 3, 1, 0)
LATE_EVERY = 7


@dataclass(frozen=True, slots=True)
class Following:
    """A chat that wants an agency's morning digest, in a language ("vi", "en")."""

    chat: int
    agency: str
    language: str


@dataclass(frozen=True, slots=True)
class Digest:
    """One morning message: the tasks of `agency` that `chat` must be told of on `day`."""

    chat: int
    agency: str
    day: date
    language: str
    tasks: tuple[str, ...]

    @property
    def key(self) -> str:
        """What makes it unique: planned twice, it is still one."""
        return f"digest:{self.chat}:{self.agency}:{self.day.isoformat()}"


def last_good_day(deadline: Deadline) -> date | None:
    """Return the last day on which the task is not late: the day before D for "trước ngày D"."""
    if deadline.last is None:
        return None
    return deadline.last - timedelta(days=1) if deadline.strict else deadline.last


def is_step(deadline: Deadline, day: date) -> bool:
    """Tell whether `day` is a step of the ladder: 30, 14, 7, 3, 1, 0 days before, the first day late, then weekly."""
    last = last_good_day(deadline)
    if last is None:
        return False
    left = (last - day).days
    return left in LADDER if left >= 0 else (-left - 1) % LATE_EVERY == 0


def plan_digests(following: Iterable[Following], tasks_of: Mapping[str, Sequence[Task]], day: date) -> list[Digest]:
    """Return the digests of `day`: none on a day off, whose steps are told on the last working day before."""
    if not is_working_day(day):
        return []
    until = next_working_day(day)
    span = [day + timedelta(days=n) for n in range((until - day).days)]
    digests: list[Digest] = []
    for follower in following:
        due = tuple(t.id for t in tasks_of.get(follower.agency, ()) if any(is_step(t.deadline, each) for each in span))
        if due:
            digests.append(Digest(follower.chat, follower.agency, day, follower.language, due))
    return digests
