"""Steps of the ladder: which one a task has come to, on working days, over days off, and for recurring duties."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.calendar import first_working_day, is_working_day, next_working_day
from scheduler.ladder import step_of
from scheduler.preferences import LADDER, Preferences
from tests.scheduler.people import MONTHLY, ONGOING, QUARTERLY, by, task

DAYS = st.dates(date(2025, 7, 1), date(2026, 12, 31))


def steps(deadline, first: date, last: date, **more: object) -> list[tuple[date, str]]:  # type: ignore[no-untyped-def]
    """The days in working days' slots on which the step is another than before."""
    wanted, told, found = Preferences(), "", []
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        if not wanted.tells_on(day):
            continue
        step = step_of(task("71-1", deadline, **more), day, wanted.told_until(day), LADDER)
        key = f"{step.name} {step.version}" if step else ""
        if step and key != told:
            found.append((day, step.name))
        told = key or told
    return found


@pytest.mark.parametrize(
    ("day", "open_"),
    [
        (date(2026, 11, 23), True),  # Monday
        (date(2026, 11, 21), False),  # Saturday
        (date(2026, 1, 1), False),
        (date(2026, 2, 13), True),  # the Friday before Tết Bính Ngọ
        (date(2026, 2, 16), False),
        (date(2026, 2, 17), False),  # mồng Một
        (date(2026, 2, 20), False),
        (date(2026, 2, 23), True),
        (date(2026, 4, 27), False),  # for Giỗ Tổ, a Sunday
        (date(2026, 4, 30), False),
        (date(2026, 9, 1), False),
        (date(2026, 9, 3), True),
        (date(2027, 2, 5), False),  # the eve of Tết Đinh Mùi
        (date(2027, 2, 11), True),
    ],
)
def test_offices_are_closed_on_weekends_and_public_holidays(day: date, open_: bool) -> None:
    assert is_working_day(day) is open_


def test_working_days_leap_over_days_off() -> None:
    assert next_working_day(date(2026, 2, 13)) == date(2026, 2, 23)
    assert first_working_day(date(2027, 1, 20)) == date(2027, 1, 4)
    assert first_working_day(date(2026, 9, 30)) == date(2026, 9, 3)


def test_before_a_day_means_that_the_day_before_is_the_last_good_one() -> None:
    assert by(date(2026, 1, 10)).last_good == date(2026, 1, 10)
    assert by(date(2026, 1, 10), strict=True).last_good == date(2026, 1, 9)
    assert ONGOING.last_good is None


def test_the_ladder_before_a_day_and_weekly_after_it() -> None:
    wednesday = date(2026, 7, 15)
    assert steps(by(wednesday), date(2026, 6, 1), date(2026, 8, 3)) == [
        (date(2026, 6, 15), "d30"),
        (date(2026, 7, 1), "d14"),
        (date(2026, 7, 8), "d7"),
        (date(2026, 7, 10), "d3"),  # the Sunday it falls on is told on Friday
        (date(2026, 7, 14), "d1"),
        (date(2026, 7, 15), "d0"),
        (date(2026, 7, 16), "l1"),
        (date(2026, 7, 20), "l5"),  # then with the week, as all that is late
        (date(2026, 7, 27), "l12"),
        (date(2026, 8, 3), "l19"),
    ]


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (date(2026, 11, 22), date(2026, 11, 20)),  # a Sunday
        (date(2026, 2, 18), date(2026, 2, 13)),  # within Tết
        (date(2026, 9, 2), date(2026, 8, 28)),  # Quốc khánh and the day off before it
    ],
)
def test_a_last_day_on_a_day_off_is_told_on_the_last_working_day_before(last: date, told: date) -> None:
    assert (told, "d0") in steps(by(last), last - timedelta(days=40), last)


@given(last=DAYS)
def test_no_step_is_lost_each_is_told_or_overtaken_by_a_later_one_by_its_day(last: date) -> None:
    told = steps(by(last), last - timedelta(days=60), last + timedelta(days=40))
    for before in LADDER:
        day = last - timedelta(days=before)
        by_then = [name for when, name in told if when <= day]
        assert any(name[0] == "d" and int(name[1:]) <= before for name in by_then)
    late = [when for when, name in told if name[0] == "l"]
    assert (late[0] - last).days <= 11  # Tết is the longest time without a working day
    assert all((later - earlier).days <= 17 for earlier, later in itertools.pairwise(late))
    assert all(is_working_day(when) for when, _ in told)


@given(last=DAYS, day=DAYS, ladder=st.lists(st.sampled_from(LADDER), min_size=1, unique=True))
def test_the_step_is_the_latest_that_was_reached(last: date, day: date, ladder: list[int]) -> None:
    step = step_of(task("71-1", by(last)), day, day, tuple(ladder))
    left = (last - day).days
    if left < 0:
        assert step is not None
        assert 1 <= int(step.name[1:]) <= -left
    else:
        reached = [each for each in ladder if each >= left]
        assert (step.name if step else None) == (f"d{min(reached)}" if reached else None)


def test_nothing_is_told_of_a_task_before_it_exists() -> None:
    late = by(date(2026, 1, 31))
    assert step_of(task("71-1", late, since=date(2026, 6, 24)), date(2026, 6, 23), date(2026, 6, 23), LADDER) is None
    assert step_of(task("71-1", late, since=date(2026, 6, 24)), date(2026, 6, 24), date(2026, 6, 24), LADDER)


def test_a_monthly_duty_has_short_steps_and_each_month_its_own() -> None:
    told = steps(MONTHLY, date(2026, 6, 1), date(2026, 7, 31), since=date(2026, 5, 31))
    june = [(day.day, name) for day, name in told if day.month == 6]
    assert june == [(23, "d7"), (26, "d3"), (29, "d1"), (30, "d0")]
    july = [(day.day, name) for day, name in told if day.month == 7]
    assert july == [(1, "l1"), (6, "l6"), (13, "l13"), (20, "l20"), (24, "d7"), (28, "d3"), (30, "d1"), (31, "d0")]


def test_a_quarterly_duty_before_the_fifteenth_counts_to_the_fourteenth() -> None:
    told = steps(QUARTERLY, date(2026, 11, 25), date(2026, 12, 14), since=date(2026, 10, 1))
    assert [name for _, name in told] == ["d30", "d14", "d7", "d1", "d0"]  # the 14th is a Monday
    assert told[-1] == (date(2026, 12, 14), "d0")


@pytest.mark.parametrize(
    ("done_on", "day", "step"),
    [
        (date(2026, 6, 25), date(2026, 6, 30), None),  # done: June is over
        (date(2026, 6, 25), date(2026, 7, 6), None),  # and nothing is late
        (date(2026, 6, 25), date(2026, 7, 24), "d7"),  # the next one comes all the same
        (date(2026, 7, 3), date(2026, 7, 6), None),  # handed in late: that was June's
        (date(2026, 7, 3), date(2026, 7, 24), "d7"),
        (date(2026, 5, 29), date(2026, 7, 6), "l6"),  # May's does not count for June
    ],
)
def test_a_report_counts_for_the_nearest_occurrence(done_on: date, day: date, step: str | None) -> None:
    found = step_of(task("71-1", MONTHLY, done_on=done_on), day, day, LADDER)
    assert (found.name if found else None) == step
