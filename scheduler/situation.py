"""Gathers what the plan depends on: the tasks with their agencies, the record, people, and what they wish."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from knowledge.people import Person, PersonRole, PersonState
from knowledge.progress import CLOSED, Status
from knowledge.record import Duty, ReportState, StatusBook, duty
from knowledge.store import PeopleStore, RecordStore
from knowledge.when import DeadlineKind
from scheduler.ladder import Assignment
from scheduler.notices import AGAIN, Item
from scheduler.plan import Recipient, Situation
from scheduler.store import TASK, FollowingStore, Outbox, Watch, WishStore
from scheduler.waiting import Waiting

_NEXT = (PersonRole.STAFF, PersonRole.OFFICIAL)
_TOPIC_TASKS = 30


@dataclass(frozen=True, slots=True)
class _Given:
    """A task with who leads, coordinates and reports, and the day from which it stands (None: always)."""

    leads: tuple[str, ...]
    coordinators: tuple[str, ...]
    duty: Duty
    since: date | None


@dataclass(frozen=True)
class Sources:
    """The rooms the situation is gathered from."""

    base: KnowledgeBase
    record: RecordStore
    people: PeopleStore
    following: FollowingStore
    wishes: WishStore
    outbox: Outbox


class Gatherer:
    """Gathers the situation as it stands. What only the directives say is worked out once."""

    def __init__(self, sources: Sources) -> None:
        """Work with `sources`."""
        self.sources = self._at = sources
        self._waiting = Waiting(sources.record, sources.people)
        self._version = ""
        self._leading: Mapping[str, Sequence[Assignment]] = {}
        self._made = ("", -1)
        self._directives: list[_Given] = []
        self._by_task: dict[str, _Given] = {}

    def situation(self, today: date) -> Situation:
        """Return the situation as record, people and wishes stand now; topics are read as on `today`."""
        at, book = self._at, self._at.record.book()
        recipients = self.recipients(today)
        agencies = {agency for one in recipients if one.preferences.coordinating for agency in one.focal}
        watched = {code for one in recipients for code in one.watches}
        coordinating: dict[str, list[Assignment]] = {}
        whole: dict[str, Assignment] = {}
        for given in (*self._of_directives(), *self._of_chats()):
            if given.duty.task in watched or not agencies.isdisjoint(given.coordinators):
                one = whole_task(given.duty, book, given.since)
                whole[one.task] = one
                for agency in given.coordinators:
                    coordinating.setdefault(agency, []).append(one)
        outbox = at.outbox
        return Situation(
            recipients,
            self.leading(),
            outbox.told,
            coordinating,
            whole,
            outbox.dead(),
            outbox.reminded(),
            self._waiting.unanswered(),
            self._waiting.undecided(),
        )

    def leading(self) -> Mapping[str, Sequence[Assignment]]:
        """Return how every task stands, by the agency that answers for it; made anew when the record has grown."""
        book = self._at.record.book()
        made = (self._at.base.store.version, book.entries)
        if made != self._made:
            leading: dict[str, list[Assignment]] = {}
            for given in (*self._of_directives(), *self._of_chats()):
                for agency in given.duty.assignees:
                    one = assignment(given.duty, agency, book, given.since, collective=agency not in given.leads)
                    leading.setdefault(given.duty.answers_for(agency), []).append(one)
            self._leading, self._made = leading, made
        return self._leading

    def whole(self) -> list[Assignment]:
        """Return how each task of the directives stands as a whole, in reading order."""
        book = self._at.record.book()
        return [whole_task(given.duty, book, given.since) for given in self._of_directives()]

    def stands(self, item: Item) -> bool:
        """Tell whether an item still is to be told: its task is open, and its deadline was not moved meanwhile."""
        if not item.task:
            return self._waiting.stands(item)
        given = self._given(item.task)
        if given is None:
            return False
        one = self._part(given, item.agency)
        if item.step == AGAIN:
            return one.to_do
        last = one.deadline.last_good
        return one.asks and (last is None or last.isoformat() == item.version)

    def part(self, task: str, agency: str) -> Assignment | None:
        """Return how a task stands for an agency, or with "" as a whole; None for a task that is gone."""
        given = self._given(task)
        return None if given is None else self._part(given, agency)

    def _part(self, given: _Given, agency: str) -> Assignment:
        book = self._at.record.book()
        if agency not in given.duty.assignees:
            return whole_task(given.duty, book, given.since)
        return assignment(given.duty, agency, book, given.since, collective=agency not in given.leads)

    def _given(self, task: str) -> _Given | None:
        self._of_directives()
        found = self._by_task.get(task)
        return found or next((one for one in self._of_chats() if one.duty.task == task), None)

    def _of_directives(self) -> list[_Given]:
        base = self._at.base
        version = base.store.version
        if version != self._version:
            days = {name: one.date for name, one in base.directives.items()}
            self._directives = [
                _Given(task.leads, task.coordinators, duty(task, base.registry), days[task.directive])
                for task in base.store.in_reading_order()
            ]
            self._by_task = {one.duty.task: one for one in self._directives}
            self._version = version
        return self._directives

    def _of_chats(self) -> list[_Given]:
        state = self._at.record.state
        return [
            _Given(one.leads, one.coordinators, state.duty(one.id), one.at.date()) for one in state.assigned_tasks()
        ]

    def recipients(self, today: date) -> list[Recipient]:
        """Return every chat that may be told something."""
        at = self._at
        wanted, muted, snoozed = at.wishes.every_preference(), at.wishes.muted(), at.wishes.snoozed()
        people = [person for person in at.people.all() if person.state is PersonState.APPROVED]
        heads = {a.agency for p in people for a in p.appointments if a.role is PersonRole.FOCAL_POINT}
        nexts = _next_persons(people, heads)
        follows, watches = at.following.all(), at.following.watches()
        by_chat = {person.id: person for person in people}
        languages = {one.chat: one.language for one in follows} | {one.chat: one.language for one in watches}
        chats = dict.fromkeys((*by_chat, *languages))
        agencies: dict[int, list[str]] = {}
        for one in follows:
            agencies.setdefault(one.chat, []).append(one.agency)
        tasks = self._watched(watches, today)
        plain = Recipient(0, "vi").preferences
        return [
            Recipient(
                chat,
                person.language if (person := by_chat.get(chat)) else languages[chat],
                wanted.get(chat, plain),
                _held(person, PersonRole.FOCAL_POINT),
                nexts.get(chat, ()),
                bool(_held(person, PersonRole.SUPERVISOR)),
                tuple(agencies.get(chat, ())),
                tasks.get(chat, ()),
                muted.get(chat, frozenset()),
                snoozed.get(chat, ()),
                _held(person, PersonRole.STAFF),
            )
            for chat in chats
        ]

    def _watched(self, watches: Iterable[Watch], today: date) -> dict[int, tuple[str, ...]]:
        found: dict[int, dict[str, None]] = {}
        topics: dict[str, tuple[str, ...]] = {}
        for one in watches:
            if one.kind != TASK and one.subject not in topics:
                topics[one.subject] = self.topic(one.subject, today)
            codes = (one.subject,) if one.kind == TASK else topics[one.subject]
            found.setdefault(one.chat, {}).update(dict.fromkeys(codes))
        return {chat: tuple(codes) for chat, codes in found.items()}

    def topic(self, words: str, today: date) -> tuple[str, ...]:
        """Return the tasks that a followed topic means: those that answer a question about it, the best first."""
        base = self._at.base
        found = answer(base.read(words, today), base, today)
        return tuple(hit.task.id for hit in (*found.own[:_TOPIC_TASKS], *found.via_group[:_TOPIC_TASKS]))


def assignment(given: Duty, agency: str, book: StatusBook, since: date | None, *, collective: bool) -> Assignment:
    """Return how a task stands for one agency."""
    progress = book.of(given.task, agency)
    waits = progress.claim_state is ReportState.AWAITS_CONFIRMATION
    recurring = given.deadline.kind is DeadlineKind.RECURRING
    claimed = progress.reported_at if waits and progress.claimed is Status.DONE else None
    done = progress.done_on if progress.status is Status.DONE else None
    return Assignment(
        given.task,
        agency,
        book.deadline(given, agency),
        since,
        open=progress.status is not Status.DROPPED if recurring else progress.status not in CLOSED,
        done=progress.status is Status.DONE and not recurring,
        waits=waits,
        silent=progress.silent,
        collective=collective,
        done_on=claimed.date() if claimed else done,
    )


def whole_task(given: Duty, book: StatusBook, since: date | None) -> Assignment:
    """Return how a task stands as a whole, whoever has a part in it."""
    status, parts = book.status(given), [book.of(given.task, name) for name in given.assignees]
    recurring = given.deadline.kind is DeadlineKind.RECURRING
    return Assignment(
        given.task,
        "",
        book.in_force(given),
        since,
        open=status is not Status.DROPPED if recurring else status not in CLOSED,
        done=status is Status.DONE and not recurring,
        waits=any(each.claim_state is ReportState.AWAITS_CONFIRMATION for each in parts),
        silent=all(each.silent for each in parts),
    )


def _held(person: Person | None, role: PersonRole) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a.agency for a in person.appointments if a.role is role)) if person else ()


def _next_persons(people: Sequence[Person], heads: set[str]) -> dict[int, tuple[str, ...]]:
    """Return for whom each person stands next: staff before officials, at agencies that have a focal point."""
    chosen: dict[str, int] = {}
    for role in _NEXT:
        for person in people:
            for agency in _held(person, role):
                if agency in heads and PersonRole.FOCAL_POINT not in {
                    a.role for a in person.appointments if a.agency == agency
                }:
                    chosen.setdefault(agency, person.id)
    found: dict[int, tuple[str, ...]] = {}
    for agency, chat in chosen.items():
        found[chat] = (*found.get(chat, ()), agency)
    return found
