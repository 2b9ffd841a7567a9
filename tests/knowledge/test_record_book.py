"""The status of many tasks at once, over the shipped corpus: now, and at an earlier moment."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from knowledge.base import KnowledgeBase
from knowledge.errors import UnknownAgencyError
from knowledge.progress import Status, TaskClass
from knowledge.record import (
    Confirmed,
    CorpusDuties,
    ExtensionAsked,
    ExtensionDecided,
    Reported,
    Returned,
    StatusBook,
    Withdrawn,
    duty,
)
from knowledge.record.book import book_of
from knowledge.record.duties import assignees
from knowledge.store import RecordStore, open_database
from tests.trials.office import AN, BINH, CHI, DUNG, HEALTH, MINUTE, NOW, POLICE, TODAY, done, started

DAY = timedelta(days=1)


@pytest.fixture
def store(base: KnowledgeBase) -> RecordStore:
    return RecordStore(open_database(None), CorpusDuties(base.store.task, base.registry), lambda _: True)


def led_by(base: KnowledgeBase, agency: str, *, groups: bool) -> str:
    """Return a dated task that only `agency` leads, or only groups to which it belongs."""
    for task in base.store.in_reading_order():
        members = assignees(task.leads, base.registry)
        alone = task.leads == (agency,)
        if task.deadline.last and (len(members) > 20 and agency in members if groups else alone):
            return task.id
    raise AssertionError


def test_a_collective_task_is_everyones_for_itself(base: KnowledgeBase, store: RecordStore) -> None:
    task = base.store.task(led_by(base, HEALTH, groups=True))
    one = duty(task, base.registry)
    assert HEALTH in one.assignees
    assert not any(base.registry.is_group(name) for name in one.assignees if name in base.registry.agencies)
    store.record(started(task.id), AN, NOW, "1")
    claim = store.record(done(task.id, POLICE), CHI, NOW, "2").number
    book = store.book()
    assert (book.status(one, HEALTH), book.status(one, POLICE)) == (Status.IN_PROGRESS, Status.NO_REPORT)
    assert book.status(one) is Status.IN_PROGRESS
    rolled = book.roll_up(one)
    assert rolled.assignees == len(one.assignees)
    assert set(one.assignees) - set(rolled.silent) == {HEALTH, POLICE}
    assert rolled.waiting == (POLICE,)
    store.record(Confirmed(claim), DUNG, NOW, "3")
    assert store.book().roll_up(one).counts[Status.DONE] == 1


def test_a_group_without_members_stands_for_itself(base: KnowledgeBase) -> None:
    empty = [g.name for g in base.registry.groups.values() if not g.members]
    assert empty
    assert assignees(empty, base.registry) == tuple(empty)
    with pytest.raises(UnknownAgencyError):
        CorpusDuties(base.store.task, base.registry).assignees(("Bộ Phép thuật",))


def test_codes_are_read_as_they_are_typed(base: KnowledgeBase, store: RecordStore) -> None:
    task = led_by(base, HEALTH, groups=False)
    store.record(started(task.replace("-", "/", 1)), AN, NOW, "1")
    assert store.book().of(task, HEALTH).status is Status.IN_PROGRESS


def test_every_question_of_state_can_be_answered_for_all_tasks_at_once(base: KnowledgeBase, store: RecordStore) -> None:
    mine = [t for t in base.store.in_reading_order() if t.leads == (HEALTH,)][:6]
    store.record(started(mine[0].id), AN, NOW, "1")
    store.record(Confirmed(store.record(done(mine[1].id), AN, NOW, "2").number), DUNG, NOW, "3")
    book = store.book()

    def having(status: Status) -> Iterable[str]:
        return [t.id for t in mine if book.status(duty(t, base.registry), HEALTH) is status]

    assert having(Status.IN_PROGRESS) == [mine[0].id]
    assert having(Status.DONE) == [mine[1].id]
    assert having(Status.NO_REPORT) == [t.id for t in mine[2:]]


def test_the_book_is_made_anew_only_when_something_was_recorded(store: RecordStore, base: KnowledgeBase) -> None:
    task = led_by(base, HEALTH, groups=False)
    before = store.book()
    assert store.book() is before
    store.record(started(task), AN, NOW, "1")
    assert store.book() is not before
    assert before.of(task, HEALTH).silent


def test_the_status_of_an_earlier_day_is_as_it_was_then(store: RecordStore, base: KnowledgeBase) -> None:
    task = led_by(base, HEALTH, groups=False)
    one = duty(base.store.task(task), base.registry)
    last = one.deadline.last
    assert last is not None
    sentences = (
        "Kinh phí được cấp chậm ba tháng so với kế hoạch",
        "Trách nhiệm thuộc Vụ Kế hoạch của Bộ",
        "Đã họp ba bên và thống nhất cấp vốn ngay",
    )
    new_day = max(last, TODAY) + 30 * DAY
    asked = store.record(ExtensionAsked(task, HEALTH, *sentences, new_day), AN, NOW, "ask").number
    started_at = store.record(started(task, percent=20), AN, NOW, "1").number
    wrong = store.record(started(task, percent=99), BINH, NOW + MINUTE, "2").number
    store.record(Withdrawn(wrong), BINH, NOW + 2 * MINUTE, "3")
    claim = store.record(done(task), AN, NOW + DAY, "4").number
    store.record(ExtensionDecided(asked, True, "Khách quan"), DUNG, NOW + DAY, "granted")
    store.record(Confirmed(claim), DUNG, NOW + 3 * DAY, "5")
    store.record(Returned(claim, "Nhầm", reopens=True), DUNG, NOW + 5 * DAY, "6")

    def at(moment: timedelta) -> tuple[Status, int | None, date | None]:
        book = store.book(as_of=NOW + moment)
        return book.of(task, HEALTH).status, book.of(task, HEALTH).percent, book.deadline(one, HEALTH).last

    assert at(-DAY) == (Status.NO_REPORT, None, last)
    assert at(MINUTE) == (Status.IN_PROGRESS, 99, last)
    assert at(3 * MINUTE) == (Status.IN_PROGRESS, 20, last)
    assert at(2 * DAY) == (Status.IN_PROGRESS, 20, new_day)
    assert at(4 * DAY) == (Status.DONE, 100, new_day)
    assert at(6 * DAY) == (Status.IN_PROGRESS, 20, new_day)
    assert store.book().of(task, HEALTH).report == started_at


def test_the_living_book_is_the_one_that_the_entries_make(store: RecordStore, base: KnowledgeBase) -> None:
    task = led_by(base, HEALTH, groups=False)
    for n in range(5):
        store.record(started(task, percent=n), AN, NOW + n * MINUTE, str(n))
    store.record(done(task), AN, NOW, "done")
    assert store.book() == book_of(store.changes()) == store.book(as_of=NOW + DAY)


def test_what_hangs_on_an_entry_after_the_moment_is_left_out_with_it(store: RecordStore, base: KnowledgeBase) -> None:
    task = led_by(base, HEALTH, groups=False)
    claim = store.record(done(task), AN, NOW + DAY, "1").number
    store.record(Confirmed(claim), DUNG, NOW, "the clock was set back")
    assert store.book(as_of=NOW) == StatusBook()
    assert store.book().of(task, HEALTH).status is Status.DONE


def test_an_empty_book_says_no_report_and_lets_the_calendar_judge(base: KnowledgeBase) -> None:
    one = duty(base.store.task(led_by(base, HEALTH, groups=False)), base.registry)
    last = one.deadline.last
    assert last is not None
    book = StatusBook()
    assert book.of(one.task, HEALTH).silent
    assert book.judged(one, HEALTH, last + DAY).now is TaskClass.OPEN_OVERDUE
    assert book.judged(one, HEALTH, last - DAY).now is TaskClass.OPEN_IN_TIME
    assert book.judged(replace(one, deadline=replace(one.deadline, last=None)), HEALTH, last).extended is None


def test_a_report_of_not_started_is_no_silence(store: RecordStore, base: KnowledgeBase) -> None:
    task = led_by(base, HEALTH, groups=False)
    store.record(Reported(task, HEALTH, Status.NOT_STARTED), AN, NOW, "1")
    one = duty(base.store.task(task), base.registry)
    assert store.book().status(one) is Status.NOT_STARTED
    assert store.book().roll_up(one).silent == ()
