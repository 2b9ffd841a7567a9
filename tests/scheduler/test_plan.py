"""Who is told what on a day, once, and to whom silence climbs."""

import itertools
from collections import defaultdict
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.base import KnowledgeBase
from knowledge.record import StatusBook, duty
from scheduler.calendar import is_working_day
from scheduler.escalation import Reminder
from scheduler.forecast import forecast
from scheduler.ladder import Assignment
from scheduler.notices import Notice, Why
from scheduler.plan import Recipient, Situation, Snooze, plan, plan_day
from scheduler.preferences import LADDER, Preferences
from scheduler.situation import assignment
from tests.scheduler.people import BCA, BYT, HEAD, MONTHLY, NEXT, ONGOING, SUPERVISOR, at, by, situation, task

MONDAY = date(2026, 11, 23)
WEDNESDAY = date(2026, 11, 25)
SOON = by(date(2026, 11, 25))


def told(now: Situation, day: date) -> dict[int, list[str]]:
    return {n.chat: [f"{i.task or i.agency} {i.step}" for i in n.items] for n in plan_day(now, day)}


def test_the_focal_point_of_the_lead_is_told_and_nobody_else() -> None:
    other = Recipient(9, "vi", focal=(BYT,))
    assert told(situation([HEAD, other], task("71-1", SOON)), MONDAY) == {1: ["71-1 d1"]}


def test_several_tasks_are_one_message() -> None:
    now = situation(
        [HEAD], task("71-1", SOON), task("71-2", by(date(2026, 11, 30))), task("71-3", by(date(2026, 1, 5)))
    )
    assert told(now, MONDAY) == {1: ["71-1 d1", "71-2 d7", "71-3 l322"]}


def test_planned_again_after_it_was_told_there_is_nothing() -> None:
    now = situation([HEAD], task("71-1", SOON), task("71-2", ONGOING))
    (notice,) = plan_day(now, MONDAY)
    again = situation([HEAD], task("71-1", SOON), task("71-2", ONGOING), told=[item.key for item in notice.items])
    assert list(plan_day(again, MONDAY)) == []


def test_a_moved_deadline_reminds_again() -> None:
    (notice,) = plan_day(situation([HEAD], task("71-1", SOON)), MONDAY)
    moved = situation([HEAD], task("71-1", by(date(2026, 11, 24))), told=[item.key for item in notice.items])
    assert told(moved, MONDAY) == {1: ["71-1 d0"]}


@pytest.mark.parametrize("day", [date(2026, 11, 21), date(2026, 9, 2), date(2026, 2, 17), date(2027, 2, 8)])
def test_nothing_is_told_on_a_day_off(day: date) -> None:
    assert told(situation([HEAD, SUPERVISOR], task("71-1", by(day))), day) == {}


@pytest.mark.parametrize(
    ("how", "asked"),
    [
        ({"open": False}, False),
        ({"collective": True, "silent": True}, True),
        ({"collective": True, "silent": False}, False),  # a member that has reported
        ({"collective": False, "silent": False}, True),
    ],
)
def test_only_those_are_told_who_have_something_to_do(how: dict[str, bool], asked: bool) -> None:
    assert bool(told(situation([HEAD], task("71-1", SOON, **how)), MONDAY)) is asked


def test_what_always_goes_on_is_told_once_a_quarter_and_is_never_late() -> None:
    notices = list(forecast(situation([HEAD], task("71-1", ONGOING), task("71-2", ONGOING)), MONDAY, date(2027, 7, 10)))
    steps = [(n.day, i.step) for n in notices for i in n.items if i.step == "ongoing"]
    assert steps == [
        (MONDAY, "ongoing"),
        (date(2027, 1, 4), "ongoing"),
        (date(2027, 4, 1), "ongoing"),
        (date(2027, 7, 1), "ongoing"),
    ]


def test_the_quarterly_report_is_announced_a_week_ahead() -> None:
    notices = forecast(situation([HEAD, SUPERVISOR], task("71-1", by(date(2027, 6, 1)))), MONDAY, date(2026, 12, 31))
    cues = {(n.chat, n.day) for n in notices for i in n.items if i.step == "quarter"}
    assert cues == {(1, date(2026, 12, 7)), (3, date(2026, 12, 7))}


def test_supervisors_get_the_list_of_the_month_on_its_first_working_day() -> None:
    days = [n.day for n in forecast(situation([SUPERVISOR]), date(2026, 12, 1), date(2027, 3, 31))]
    lists = [day for day in days if day.month != 12 or day == date(2026, 12, 1)]
    assert lists[:3] == [date(2026, 12, 1), date(2027, 1, 4), date(2027, 2, 1)]


def test_followers_hear_of_an_agencys_own_tasks_and_watchers_of_theirs() -> None:
    follower = Recipient(7, "vi", follows=(BCA,))
    watcher = Recipient(8, "en", watches=("71-9",))
    now = situation(
        [follower, watcher],
        task("71-1", SOON),
        task("71-2", SOON, collective=True),
        task("71-9", SOON, agency=""),
    )
    assert told(now, MONDAY) == {7: ["71-1 d1"], 8: ["71-9 d1"]}


def test_coordinators_are_told_as_they_choose() -> None:
    now = replace(situation([HEAD]), coordinating={BCA: [task("71-5", SOON, agency="")]})
    assert told(now, MONDAY) == {}
    asked = replace(HEAD, preferences=Preferences(coordinating=True))
    (notice,) = plan_day(replace(now, recipients=[asked]), MONDAY)
    assert [(i.task, i.why) for i in notice.items] == [("71-5", Why.COORDINATING)]


def test_muted_tasks_are_not_told_and_snoozed_ones_on_their_day_if_still_open() -> None:
    quiet = replace(HEAD, muted=frozenset({"71-1"}))
    assert told(situation([quiet], task("71-1", SOON)), MONDAY) == {}
    later = replace(HEAD, snoozed=(Snooze("71-1", BCA, WEDNESDAY),))
    far = by(date(2027, 6, 30))
    assert told(situation([later], task("71-1", far)), MONDAY) == {}
    assert told(situation([later], task("71-1", far)), WEDNESDAY) == {1: ["71-1 again"]}
    assert told(situation([later], task("71-1", far, open=False)), WEDNESDAY) == {}


@pytest.mark.parametrize(
    ("hour", "minute", "open_"), [(7, 59, False), (8, 0, True), (18, 59, True), (19, 0, False), (23, 0, False)]
)
def test_a_slot_opens_at_its_hour_and_closes_with_the_quiet(hour: int, minute: int, open_: bool) -> None:
    now = situation([HEAD], task("71-1", SOON))
    assert bool(list(plan(now, at(MONDAY, hour, minute)))) is open_


def test_a_weekly_message_speaks_for_its_whole_week() -> None:
    weekly = replace(HEAD, preferences=Preferences(weekly=True))
    friday = task("71-1", by(date(2026, 11, 27)))
    assert told(situation([weekly], friday), MONDAY) == {1: ["71-1 d0"]}
    assert told(situation([weekly], friday), date(2026, 11, 25)) == {}


def test_before_a_holiday_one_is_told_what_falls_into_it_and_the_next_person_stands_in() -> None:
    away = replace(HEAD, preferences=Preferences(away=date(2026, 12, 6)))
    now = situation([away, NEXT], task("71-1", by(date(2026, 12, 2))))
    (notice,) = plan_day(now, WEDNESDAY)
    assert (notice.chat, notice.items[0].why) == (2, Why.STANDING_IN)


# Escalation.

LATE = task("71-1", by(date(2026, 11, 13)))


def climbing(first: date | None, *recipients: Recipient, one: Assignment = LATE, noted: bool = False) -> Situation:
    version = one.deadline.last.isoformat() if one.deadline.last else ""
    return situation(recipients, one, reminded={("71-1", BCA, version): Reminder(first, noted)} if first else {})


def up(now: Situation, day: date) -> dict[int, list[str]]:
    return {
        n.chat: found for n in plan_day(now, day) if (found := [i.step for i in n.items if i.step.startswith("up")])
    }


def test_what_is_due_tomorrow_and_was_not_noted_goes_to_the_next_person_first() -> None:
    due = task("71-1", by(WEDNESDAY))
    before = date(2026, 11, 11)
    assert up(climbing(before, NEXT, SUPERVISOR, one=due), MONDAY) == {2: ["up-due"]}
    assert up(climbing(before, SUPERVISOR, one=due), MONDAY) == {3: ["up-due"]}
    assert up(climbing(before, NEXT, SUPERVISOR, one=due, noted=True), MONDAY) == {}
    assert up(climbing(MONDAY, NEXT, SUPERVISOR, one=due), MONDAY) == {}  # told only today: they get their chance
    assert up(climbing(None, NEXT, SUPERVISOR, one=due), MONDAY) == {}


@pytest.mark.parametrize(
    ("late", "step"), [(6, []), (7, ["up-l7"]), (29, ["up-l7"]), (30, ["up-l30"]), (90, ["up-l30"])]
)
def test_late_by_seven_and_thirty_days_goes_to_both(late: int, step: list[str]) -> None:
    day = date(2026, 12, 16)
    one = task("71-1", by(day - timedelta(days=late)))
    found = up(climbing(date(2026, 8, 3), NEXT, SUPERVISOR, one=one, noted=True), day)
    assert found == ({2: step, 3: step} if step else {})


def test_what_was_finished_climbs_no_further() -> None:
    assert up(climbing(date(2026, 8, 3), NEXT, SUPERVISOR, one=replace(LATE, open=False)), MONDAY) == {}


def test_a_dead_chat_is_replaced_by_the_next_person_or_told_to_supervisors() -> None:
    due = task("71-1", SOON)
    (own, instead) = plan_day(situation([HEAD, NEXT], due, dead={1}), MONDAY)
    assert (own.chat, instead.chat, instead.items[0].why) == (1, 2, Why.STANDING_IN)
    found = [i for n in plan_day(situation([HEAD, SUPERVISOR], due, dead={1}), MONDAY) for i in n.items if n.chat == 3]
    assert ("", BCA, "unreachable") in [(i.task, i.agency, i.step) for i in found]


# Whatever comes.

DEADLINES = st.one_of(
    st.builds(by, st.dates(date(2026, 9, 1), date(2027, 3, 31)), strict=st.booleans()),
    st.just(MONTHLY),
    st.just(ONGOING),
)
PREFERENCES = st.builds(
    Preferences,
    ladder=st.lists(st.sampled_from(LADDER), min_size=1, unique=True).map(tuple),
    at=st.sampled_from([time(8), time(16)]),
    days=st.frozensets(st.integers(0, 6), min_size=1),
    weekly=st.booleans(),
    away=st.none() | st.just(date(2026, 11, 30)),
)


@settings(max_examples=60, deadline=None)
@given(deadlines=st.lists(DEADLINES, max_size=6), wanted=st.lists(PREFERENCES, min_size=1, max_size=3))
def test_one_message_a_day_each_item_once_and_every_last_day_is_told_before_it_is_over(
    deadlines: list, wanted: list[Preferences]
) -> None:
    people = [Recipient(n, "vi", each, focal=(BCA,)) for n, each in enumerate(wanted, 1)]
    tasks = [task(f"71-{n}", each) for n, each in enumerate(deadlines, 1)]
    first, last = date(2026, 10, 1), date(2027, 1, 31)
    notices = list(forecast(situation(people, *tasks), first, last))
    assert len({(n.chat, n.day) for n in notices}) == len(notices)
    for person in people:
        items = [item.key for n in notices if n.chat == person.chat for item in n.items]
        assert len(set(items)) == len(items)
        slots = [
            day for n in range((last - first).days + 1) if person.preferences.tells_on(day := first + timedelta(n))
        ]
        assert {n.day for n in notices if n.chat == person.chat} <= set(slots)
        for one in tasks:
            ends = one.deadline.last
            if ends is None or not slots or not slots[0] < ends < last:
                continue
            ends -= timedelta(days=one.deadline.strict)
            mine = [n.day for n in notices if n.chat == person.chat and any(i.task == one.task for i in n.items)]
            if any(slot <= ends for slot in slots):
                assert any(day <= ends for day in mine), (one, person)


def told_by_day(notices: list[Notice]) -> dict[tuple[int, str, str], list[tuple[date, str]]]:
    found: dict[tuple[int, str, str], list[tuple[date, str]]] = defaultdict(list)
    for notice in notices:
        for item in notice.items:
            found[notice.chat, item.task, item.version].append((notice.day, item.step))
    return found


def test_a_year_and_a_half_over_the_real_corpus_misses_no_deadline_and_floods_nobody(base: KnowledgeBase) -> None:
    agencies = {1: BCA, 2: BYT, 3: "Thành phố Hà Nội"}
    people = [Recipient(chat, "vi", focal=(agency,)) for chat, agency in agencies.items()]
    days = {name: one.date for name, one in base.directives.items()}
    parts: list[Assignment] = []
    for one in base.store.in_reading_order():
        given_to = duty(one, base.registry)
        for agency in given_to.assignees:
            if agency in agencies.values():
                book = StatusBook()
                parts.append(
                    assignment(given_to, agency, book, days[one.directive], collective=agency not in one.leads)
                )
    first, last = date(2025, 7, 1), date(2026, 12, 31)
    notices = list(forecast(situation(people, *parts), first, last))
    assert len({(n.chat, n.day) for n in notices}) == len(notices)  # at most one message a day and person
    assert all(is_working_day(n.day) for n in notices)
    for chat in agencies:
        assert sum(n.chat == chat for n in notices) < 200  # of 380 working days, for who never reports anything
    kept = told_by_day(notices)
    chat_of = {agency: chat for chat, agency in agencies.items()}
    dated = [p for p in parts if p.deadline.last is not None]
    assert len(dated) > 150
    for part in dated:
        assert part.deadline.last is not None
        ends = part.deadline.last - timedelta(days=part.deadline.strict)
        found = kept[chat_of[part.agency], part.task, ends.isoformat()]
        begins = max(first, part.since or first)
        for before in LADDER:
            day = ends - timedelta(days=before)
            if begins <= last_slot(day) and day <= last:
                reached = [step for when, step in found if when <= day and step[0] == "d"]
                assert any(int(step[1:]) <= before for step in reached), (part, before, found)
        if begins <= ends < last - timedelta(days=12):
            late = [when for when, step in found if step[0] == "l"]
            assert late, part
            assert all((b - a).days <= 17 for a, b in itertools.pairwise(late))


def last_slot(day: date) -> date:
    """The last working day on or before a day."""
    return day if is_working_day(day) else last_slot(day - timedelta(days=1))
