"""What is told on which morning: a function of the deadline and the working days of Vietnam."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from knowledge.base import KnowledgeBase
from knowledge.directives import Task
from knowledge.when import Deadline, DeadlineKind
from scheduler.calendar import is_working_day, next_working_day
from scheduler.plan import Following, is_step, last_good_day, plan_digests

BCA = "Bộ Công an"
CHAT = Following(7, BCA, "vi")


def by(last: date, *, strict: bool = False) -> Deadline:
    return Deadline("", DeadlineKind.BY, last=last, strict=strict)


@pytest.fixture(scope="module")
def some_task(base: KnowledgeBase) -> Task:
    return base.store.in_reading_order()[0]


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        (date(2026, 11, 23), True),  # Monday
        (date(2026, 11, 21), False),  # Saturday
        (date(2026, 11, 22), False),  # Sunday
        (date(2026, 1, 1), False),
        (date(2026, 2, 13), True),  # the Friday before Tết Bính Ngọ
        (date(2026, 2, 16), False),
        (date(2026, 2, 17), False),  # mồng Một
        (date(2026, 2, 20), False),
        (date(2026, 2, 23), True),
        (date(2026, 4, 27), False),  # for Giỗ Tổ, a Sunday
        (date(2026, 4, 30), False),
        (date(2026, 5, 1), False),
        (date(2026, 9, 1), False),
        (date(2026, 9, 2), False),
        (date(2026, 9, 3), True),
        (date(2027, 2, 5), False),  # the eve of Tết Đinh Mùi
        (date(2027, 2, 8), False),
        (date(2027, 2, 11), True),
        (date(2027, 9, 2), False),
    ],
)
def test_offices_are_closed_on_weekends_and_public_holidays(day: date, open_: bool) -> None:
    assert is_working_day(day) is open_


@pytest.mark.parametrize(
    ("day", "after"),
    [
        (date(2026, 11, 20), date(2026, 11, 23)),
        (date(2026, 11, 23), date(2026, 11, 25)),  # 24/11 is the Day of Vietnamese Culture
        (date(2026, 2, 13), date(2026, 2, 23)),
        (date(2026, 12, 31), date(2027, 1, 4)),
    ],
)
def test_the_next_working_day_leaps_over_days_off(day: date, after: date) -> None:
    assert next_working_day(day) == after


def test_before_a_day_means_that_the_day_before_is_the_last_good_one() -> None:
    day = date(2026, 1, 10)
    assert last_good_day(by(day)) == day
    assert last_good_day(by(day, strict=True)) == date(2026, 1, 9)
    assert last_good_day(Deadline("thường xuyên", DeadlineKind.ONGOING)) is None


def test_the_ladder_before_and_after_a_deadline() -> None:
    last = date(2026, 6, 30)
    told = [left for left in range(40, -31, -1) if is_step(by(last), last - timedelta(days=left))]
    assert told == [30, 14, 7, 3, 1, 0, -1, -8, -15, -22, -29]


def test_the_ladder_of_before_a_day_is_one_day_earlier() -> None:
    last = date(2026, 6, 30)
    told = [left for left in range(40, -11, -1) if is_step(by(last, strict=True), last - timedelta(days=left))]
    assert told == [31, 15, 8, 4, 2, 1, 0, -7]


@pytest.mark.parametrize("kind", [DeadlineKind.RECURRING, DeadlineKind.ONGOING, DeadlineKind.EVENT, DeadlineKind.NONE])
def test_what_has_no_last_day_is_never_a_step(kind: DeadlineKind) -> None:
    assert not any(is_step(Deadline("", kind), date(2026, 1, 1) + timedelta(days=n)) for n in range(365))


def told_on(task: Task, deadline: Deadline, first: date, last: date) -> list[date]:
    dated = {BCA: [replace(task, deadline=deadline)]}
    return [day for day in days(first, last) if plan_digests([CHAT], dated, day)]


def days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


@pytest.mark.parametrize(
    ("deadline", "first", "last", "told"),
    [
        # due on a Sunday: the last two steps fall on days off and are told on Friday, once
        (by(date(2026, 11, 22)), date(2026, 11, 16), date(2026, 11, 22), [date(2026, 11, 19), date(2026, 11, 20)]),
        # due within Tết: told on the last working day before it
        (by(date(2026, 2, 18)), date(2026, 2, 12), date(2026, 2, 22), [date(2026, 2, 13)]),
        # due before Quốc khánh 2/9/2026: the day off on Monday belongs to it
        (by(date(2026, 9, 1)), date(2026, 8, 26), date(2026, 9, 3), [date(2026, 8, 28)]),
        (by(date(2027, 2, 10)), date(2027, 2, 1), date(2027, 2, 12), [date(2027, 2, 3), date(2027, 2, 11)]),
    ],
)
def test_steps_on_days_off_are_told_on_the_last_working_day_before(
    some_task: Task, deadline: Deadline, first: date, last: date, told: list[date]
) -> None:
    assert told_on(some_task, deadline, first, last) == told


@pytest.mark.parametrize("day", [date(2026, 11, 21), date(2026, 9, 2), date(2026, 2, 17), date(2027, 2, 8)])
def test_nothing_is_told_on_a_day_off(some_task: Task, day: date) -> None:
    due = {BCA: [replace(some_task, deadline=by(day))]}
    assert plan_digests([CHAT], due, day) == []


def test_a_morning_without_a_step_brings_no_message(some_task: Task) -> None:
    due = {BCA: [replace(some_task, deadline=by(date(2026, 12, 31)))]}
    assert plan_digests([CHAT], due, date(2026, 11, 25)) == []


def test_planned_twice_is_one_key_and_every_chat_agency_and_day_its_own(some_task: Task) -> None:
    due = replace(some_task, deadline=by(date(2026, 11, 25)))
    tasks = {BCA: [due], "Bộ Y tế": [due]}
    followers = [CHAT, Following(8, BCA, "en"), Following(7, "Bộ Y tế", "vi")]
    planned = plan_digests(followers, tasks, date(2026, 11, 25))
    again = plan_digests(followers, tasks, date(2026, 11, 25))
    late = plan_digests(followers, tasks, date(2026, 11, 26))
    assert [d.key for d in planned] == [d.key for d in again]
    assert len({d.key for d in (*planned, *late)}) == 6


def expected_steps(deadline: Deadline) -> list[date]:
    """The ladder written out as dates, from the deadline alone."""
    assert deadline.last is not None
    last = deadline.last - timedelta(days=1) if deadline.strict else deadline.last
    before = [last - timedelta(days=n) for n in (30, 14, 7, 3, 1, 0)]
    return before + [last + timedelta(days=1 + 7 * week) for week in range(300)]


def told_day(step: date) -> date:
    """The step's own day, or the last working day before it."""
    return step if is_working_day(step) else told_day(step - timedelta(days=1))


def test_every_step_of_2026_is_told_exactly_once(base: KnowledgeBase) -> None:
    dated = [task for task in base.store.in_reading_order() if task.deadline.last is not None]
    assert len(dated) > 100
    whole = list(days(date(2025, 12, 1), date(2027, 1, 31)))
    planned = {day: plan_digests([CHAT], {BCA: dated}, day) for day in whole}
    told: dict[str, set[date]] = {task.id: set() for task in dated}
    for day, digests in planned.items():
        assert is_working_day(day) or not digests
        for code in (code for digest in digests for code in digest.tasks):
            told[code].add(day)
        assert all(len(set(digest.tasks)) == len(digest.tasks) for digest in digests)
    for task in dated:
        wanted = {told_day(step) for step in expected_steps(task.deadline)}
        assert {d for d in told[task.id] if d.year == 2026} == {d for d in wanted if d.year == 2026}, task.id
