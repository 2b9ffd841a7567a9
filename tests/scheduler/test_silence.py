"""Silence on a proposal is told in steps of working days, climbs to the supervisors, and ends with the answer."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scheduler.calendar import day_of, is_working_day, working_days
from scheduler.forecast import forecast
from scheduler.notices import Notice, Why
from scheduler.plan import Recipient, Situation
from scheduler.preferences import Preferences
from scheduler.silence import CLAIM_WAITS, EXTENSION_WAITS, Unanswered, Undecided, step_of_silence
from tests.scheduler.people import BCA, BYT, HEAD, SUPERVISOR, at, situation

THURSDAY = date(2026, 12, 3)
STAFF = Recipient(2, "vi", staff=(BCA,))
OBSTACLE = Unanswered(12, BYT, BCA, THURSDAY, asker=9)
CLAIM = Undecided(CLAIM_WAITS, 7, BYT, THURSDAY, author=9)


def waiting(*recipients: Recipient, unanswered: tuple = (OBSTACLE,), undecided: tuple = (), **more) -> Situation:
    return replace(situation(recipients, **more), unanswered=unanswered, undecided=undecided)


def told(now: Situation, last: date = date(2027, 1, 31)) -> dict[int, list[tuple[date, str]]]:
    """What each is told of what waits, in the order of the days; the lists of the month are left out."""
    found: dict[int, list[tuple[date, str]]] = {}
    for notice in forecast(now, THURSDAY, last):
        steps = [item.step for item in notice.items if "." in item.step]
        found.setdefault(notice.chat, []).extend((notice.day, step) for step in steps)
    return {chat: steps for chat, steps in found.items() if steps}


def days(n: int) -> date:
    """The day on which a silence has lasted so many working days."""
    return next(d for back in range(400) if working_days(THURSDAY, d := THURSDAY + timedelta(back)) == n)


def test_working_days_leave_out_weekends_and_days_off() -> None:
    assert working_days(THURSDAY, THURSDAY) == 0
    assert working_days(THURSDAY, date(2026, 12, 7)) == 2
    assert working_days(date(2026, 12, 31), date(2027, 1, 4)) == 1  # new year
    first = date(2026, 1, 1)
    for n in range(800):
        day = first + timedelta(days=n)
        assert working_days(day, day + timedelta(days=1)) == is_working_day(day + timedelta(days=1))
    whole = sum(is_working_day(first + timedelta(days=n)) for n in range(1, 800))
    assert working_days(first, first + timedelta(days=799)) == whole
    assert working_days(THURSDAY, first) == 0


def test_a_moment_belongs_to_the_day_in_vietnam() -> None:
    assert day_of(at(THURSDAY, 1).astimezone(None)) == THURSDAY


@pytest.mark.parametrize(
    ("count", "step"),
    [(4, None), (5, 5), (9, 5), (10, 10), (14, 10), (15, 15), (17, 15), (20, 15), (21, 21), (25, 21), (26, 26)],
)
def test_the_steps_are_after_5_10_and_15_working_days_and_then_with_each_week(count: int, step: int | None) -> None:
    assert step_of_silence(THURSDAY, days(count), (5, 10, 15)) == step


def test_who_must_answer_is_reminded_and_after_ten_days_the_supervisors_hear() -> None:
    found = told(waiting(HEAD, SUPERVISOR))
    assert found[1][:5] == [
        (date(2026, 12, 10), "unanswered.5"),
        (date(2026, 12, 17), "unanswered.10"),
        (date(2026, 12, 24), "unanswered.15"),
        (date(2027, 1, 4), "unanswered.21"),  # a Monday
        (date(2027, 1, 11), "unanswered.26"),
    ]
    assert found[3] == [(date(2026, 12, 17), "silent.10"), (date(2027, 1, 4), "silent.20")]


def reasons(now: Situation) -> set[tuple[int, Why]]:
    return {(n.chat, item.why) for n in forecast(now, THURSDAY, days(9)) for item in n.items if "." in item.step}


def test_the_staff_is_told_where_no_focal_point_can_be() -> None:
    assert reasons(waiting(HEAD, STAFF)) == {(1, Why.ANSWERING)}
    assert reasons(waiting(STAFF, SUPERVISOR)) == {(2, Why.ANSWERING)}
    assert reasons(waiting(HEAD, STAFF, dead={1})) == {(1, Why.ANSWERING), (2, Why.ANSWERING)}
    away = replace(HEAD, preferences=Preferences(away=date(2026, 12, 31)))
    assert reasons(waiting(away, STAFF)) == {(2, Why.ANSWERING)}


def test_supervisors_answer_what_is_sent_to_them_and_what_goes_to_an_agency_with_nobody_here() -> None:
    theirs = replace(OBSTACLE, to="")
    assert reasons(waiting(HEAD, SUPERVISOR, unanswered=(theirs,))) == {(3, Why.ANSWERING)}
    assert reasons(waiting(SUPERVISOR)) == {(3, Why.ANSWERING)}


def test_nobody_is_reminded_of_their_own() -> None:
    mine = (replace(OBSTACLE, to="", asker=3),)
    own = (replace(CLAIM, author=3),)
    assert reasons(waiting(SUPERVISOR, unanswered=mine, undecided=own)) == set()


def test_asked_on_it_begins_anew_and_is_told_once_by_key() -> None:
    notices = list(forecast(waiting(HEAD), THURSDAY, days(5)))
    keys = {item.key for n in notices for item in n.items}
    assert len(keys) == 1
    assert not list(forecast(waiting(HEAD, told=keys), THURSDAY, days(9)))
    later = waiting(HEAD, unanswered=(replace(OBSTACLE, since=days(3)),), told=keys)
    assert [n.day for n in forecast(later, THURSDAY, days(9))] == [days(8)]


def test_claims_and_extensions_wait_three_working_days_before_supervisors_are_told() -> None:
    cases = (CLAIM, replace(CLAIM, step=EXTENSION_WAITS, number=8))
    found = told(waiting(HEAD, SUPERVISOR, unanswered=(), undecided=cases), days(14))
    assert found == {
        3: [
            (days(4), "claim-waits.4"),
            (days(4), "extension-waits.4"),
            (date(2026, 12, 21), "claim-waits.12"),
            (date(2026, 12, 21), "extension-waits.12"),
        ]
    }


def test_it_comes_in_the_one_message_of_a_day_that_somebody_chose() -> None:
    wanted = replace(HEAD, preferences=Preferences(weekly=True))
    notices: list[Notice] = [n for n in forecast(waiting(wanted), THURSDAY, date(2027, 1, 31)) if n.items]
    assert notices[0].day == date(2026, 12, 14)  # the Monday after the fifth working day
    assert all(n.day.weekday() == 0 for n in notices)
    assert len({(n.chat, n.day) for n in notices}) == len(notices)
