"""The one message of a day: who gets it, when, in which words, and what becomes of it when sending is troubled."""

import logging
from datetime import date, datetime, timedelta

import pytest

from bot.clock import TIMEZONE
from bot.playground.actor import Person, Shown
from bot.playground.faults import Fault
from tests.conftest import Town

BCA, MOST = "Bộ Công an", "Bộ Khoa học và Công nghệ"
MONDAY = date(2026, 11, 23)  # the day after it is a public holiday
WEDNESDAY = date(2026, 11, 25)
NEXT_MONDAY = date(2026, 11, 30)


def digests(person: Person) -> list[Shown]:
    return [each for each in person.from_bot if "cần chú ý" in each.text or "attention" in each.text]


async def test_a_focal_point_is_told_what_stands_once_and_then_only_what_is_new(town: Town) -> None:
    focal = town.person("focal")
    await town.playground.move_to(MONDAY)
    (first,) = digests(focal)
    assert first.text.startswith(f"Thứ Hai 23/11/2026 · {BCA} · hiện có ")
    assert first.buttons[:3] == ["Báo cáo việc 1", "2", "3"]

    await town.playground.move_to(MONDAY)
    assert len(digests(focal)) == 1

    await town.playground.move_to(NEXT_MONDAY)
    second = digests(focal)[-1]
    assert "hiện có" not in second.text.splitlines()[0]
    assert "đã nhắc 23/11" in second.text


async def test_a_day_off_is_quiet(town: Town) -> None:
    focal = town.person("focal")
    for day in (date(2026, 11, 22), date(2026, 11, 24), date(2026, 11, 28), date(2027, 2, 8)):
        await town.playground.move_to(day)
        assert digests(focal) == []


async def test_who_follows_an_agency_is_told_until_they_stop(town: Town) -> None:
    official = town.person("official")
    followed = await official.ask("/theodoi BCA")
    await town.playground.move_to(MONDAY)
    (told,) = digests(official)
    assert "Cơ quan đang theo dõi" in told.text
    await official.tap(followed.buttons[0], followed)
    await town.playground.move_to(NEXT_MONDAY)
    assert len(digests(official)) == 1


async def test_what_a_followers_digest_names_opens_as_a_card_of_the_same_task(town: Town) -> None:
    official = town.person("official")
    await official.ask("/theodoi BCA")
    await town.playground.move_to(MONDAY)
    (told,) = digests(official)
    code = str(told.button("Xem việc 1").data).split("|")[1]
    assert code in told.text
    card = await official.tap("Xem việc 1", told)
    assert card.text.startswith(code)
    assert "◂ Danh sách" not in card.buttons  # there is no list behind it


async def test_a_digest_speaks_the_language_of_who_gets_it(town: Town) -> None:
    admin = town.person("admin")
    await admin.ask("/theodoi BCA")
    await town.playground.move_to(MONDAY)
    (told,) = digests(admin)
    assert told.text.splitlines()[0].endswith("need attention")


async def test_a_group_that_is_bound_to_an_agency_is_told_too(town: Town) -> None:
    group = town.person("supervisor").in_group()
    await group.ask("/nhom@dondoc_bot BCA")
    await town.playground.move_to(MONDAY)
    assert len(digests(group)) == 1


async def test_all_that_does_not_fit_is_one_tap_away(town: Town) -> None:
    focal = town.person("focal")
    await town.playground.move_to(MONDAY)
    (told,) = digests(focal)
    more = next(label for label in told.buttons if label.startswith("Xem thêm"))
    below = await focal.tap(more, told)
    assert below.text.startswith("11 ")


async def test_who_blocked_the_bot_keeps_nobody_else_waiting(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    focal, staff = town.person("focal"), town.person("staff")
    await staff.ask("/theodoi BCA")
    await focal.block()
    await town.playground.move_to(MONDAY)
    assert len(digests(staff)) == 1
    assert town.rooms.outbox.dead() == {focal.chat_id}
    assert "blocked" in next(r.getMessage() for r in caplog.records if r.levelno == logging.WARNING)


async def test_an_agency_whose_focal_point_is_out_of_reach_is_told_to_the_supervisor(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await focal.block()
    await town.playground.move_to(MONDAY)
    await town.playground.move_to(WEDNESDAY)
    told = [each.text for each in supervisor.from_bot if "Không liên lạc được đầu mối" in each.text]
    assert len(told) == 1
    assert BCA in told[0]


async def test_a_flood_makes_a_digest_late_not_lost_nor_double(town: Town) -> None:
    focal, staff = town.person("focal"), town.person("staff")
    await staff.ask("/theodoi BCA")
    town.playground.world.faults.add(Fault.flood(600, "sendMessage", focal.chat_id))
    await town.playground.move_to(MONDAY)
    assert (len(digests(focal)), len(digests(staff))) == (0, 1)
    await town.reminders.wake()
    assert digests(focal) == []
    town.clock.move_to(town.clock.now() + timedelta(seconds=601))
    await town.reminders.wake()
    await town.reminders.wake()
    assert (len(digests(focal)), len(digests(staff))) == (1, 1)


async def test_a_line_cut_after_sending_repeats_a_digest_once_at_most(town: Town) -> None:
    focal = town.person("focal")
    town.playground.world.faults.add(Fault.drop_after("sendMessage", focal.chat_id, times=5))
    await town.playground.move_to(MONDAY)
    for _ in range(5):
        town.clock.move_to(town.clock.now() + timedelta(minutes=10))
        await town.reminders.wake()
    assert len(digests(focal)) == 2
    assert town.rooms.outbox.states()["unknown"] == 1


async def test_what_is_late_into_the_quiet_hours_comes_the_next_morning(town: Town) -> None:
    focal = town.person("focal")
    town.playground.world.faults.add(Fault.flood(12 * 3600, "sendMessage", focal.chat_id))
    await town.playground.move_to(MONDAY)
    town.clock.move_to(town.clock.now() + timedelta(hours=12, minutes=1))  # 21:01
    await town.reminders.wake()
    assert digests(focal) == []
    await town.playground.move_to(datetime(2026, 11, 25, 8, tzinfo=TIMEZONE))
    (told,) = digests(focal)
    assert told.text.startswith("Thứ Tư 25/11/2026")


async def test_days_without_the_bot_come_in_one_message(town: Town) -> None:
    focal = town.person("focal")
    await town.playground.move_to(MONDAY)
    await town.stop()
    town.clock.move_to(date(2026, 12, 18))
    await town.start()
    await town.reminders.wake()
    assert len(digests(focal)) == 2


async def test_a_reset_of_the_playground_forgets_who_followed_and_what_was_told(town: Town) -> None:
    official = town.person("official")
    await official.ask("/theodoi BCA")
    await town.playground.move_to(MONDAY)
    await town.playground.reset()
    assert town.rooms.outbox.states() == {}
    await town.playground.move_to(NEXT_MONDAY)
    assert digests(official) == []
    assert town.rooms.following.all() == []


async def test_a_month_plays_day_by_day_and_every_message_comes_at_its_hour(town: Town) -> None:
    focal = town.person("focal")
    await town.playground.play(30)
    assert town.clock.today() == date(2026, 12, 22)
    told = digests(focal)
    days = [each.text.split(" · ")[0].split()[-1] for each in told]
    assert len(days) == len(set(days)) > 8
    assert days[0] == "23/11/2026"
    hours = {datetime.fromtimestamp(each.raw["date"], TIMEZONE).hour for each in told}
    assert hours == {8}
