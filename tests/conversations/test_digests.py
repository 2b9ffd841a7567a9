"""The morning digest: one message on a morning with a step, none on another, until one stops it."""

import logging
from datetime import date, timedelta

import pytest

from bot.playground.actor import Person, Shown
from bot.playground.faults import Fault
from scheduler.plan import Following, plan_digests
from tests.conftest import Town

BCA = "Bộ Công an"


def mornings(town: Town, count: int) -> list[date]:
    """The next days on which the ministry has a step."""
    tasks = {BCA: town.reminders._tasks(BCA)}
    follower = [Following(1, BCA, "vi")]
    days = (date(2026, 11, 23) + timedelta(days=n) for n in range(200))
    return [day for day in days if plan_digests(follower, tasks, day)][:count]


def digests(person: Person) -> list[Shown]:
    return [each for each in person.from_bot if "cần chú ý" in each.text or "attention" in each.text]


async def test_a_morning_with_a_step_brings_one_message_and_stopping_ends_it(town: Town) -> None:
    focal = town.person("focal")
    followed = await focal.ask("/theodoi BCA")
    first, second, third = mornings(town, 3)
    await town.playground.move_to(first)
    (told,) = digests(focal)
    assert told.text.startswith(("Thứ", "Chủ"))
    assert f"{first:%d/%m/%Y} · {BCA}" in told.text.splitlines()[0]
    assert told.buttons[0] == "1"

    await town.playground.move_to(first)
    assert len(digests(focal)) == 1

    await town.playground.move_to(second)
    assert len(digests(focal)) == 2

    await focal.tap(followed.buttons[0], followed)
    await town.playground.move_to(third)
    assert len(digests(focal)) == 2


async def test_a_day_off_is_quiet(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/theodoi BCA")
    for day in (date(2026, 11, 22), date(2026, 11, 24), date(2026, 11, 28), date(2027, 2, 8)):
        await town.playground.move_to(day)
        assert digests(focal) == []


async def test_what_a_digest_names_opens_as_a_card_of_the_same_task(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/theodoi BCA")
    await town.playground.move_to(mornings(town, 1)[0])
    (told,) = digests(focal)
    code = town.rooms.base.store.task(str(told.button("1").data).split("|")[1]).id
    assert code in told.text
    card = await focal.tap("1", told)
    assert card.text.startswith(code)
    assert "◂ Danh sách" not in card.buttons  # there is no list behind it


async def test_a_digest_speaks_the_language_of_who_asked_for_it(town: Town) -> None:
    admin = town.person("admin")
    await admin.ask("/theodoi BCA")
    await town.playground.move_to(mornings(town, 1)[0])
    (told,) = digests(admin)
    assert told.text.splitlines()[0].endswith("attention")


async def test_a_group_that_is_bound_to_an_agency_is_told_too(town: Town) -> None:
    group = town.person("supervisor").in_group()
    await group.ask("/nhom@dondoc_bot BCA")
    await town.playground.move_to(mornings(town, 1)[0])
    assert len(digests(group)) == 1


async def test_who_blocked_the_bot_keeps_nobody_else_waiting(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    focal, staff = town.person("focal"), town.person("staff")
    await focal.ask("/theodoi BCA")
    await staff.ask("/theodoi BCA")
    await focal.block()
    await town.playground.move_to(mornings(town, 1)[0])
    assert len(digests(staff)) == 1
    assert town.rooms.outbox.states() == {"failed": 1, "sent": 1}
    assert "blocked" in next(r.getMessage() for r in caplog.records if r.levelno == logging.WARNING)


async def test_a_flood_makes_a_digest_late_not_lost_nor_double(town: Town) -> None:
    focal, staff = town.person("focal"), town.person("staff")
    await focal.ask("/theodoi BCA")
    await staff.ask("/theodoi BCA")
    town.playground.world.faults.add(Fault.flood(600, "sendMessage", focal.chat_id))
    await town.playground.move_to(mornings(town, 1)[0])
    assert (len(digests(focal)), len(digests(staff))) == (0, 1)
    await town.reminders.wake()
    assert digests(focal) == []
    town.clock.move_to(town.clock.now() + timedelta(seconds=601))
    await town.reminders.wake()
    await town.reminders.wake()
    assert (len(digests(focal)), len(digests(staff))) == (1, 1)


async def test_a_line_cut_after_sending_repeats_a_digest_once_at_most(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/theodoi BCA")
    town.playground.world.faults.add(Fault.drop_after("sendMessage", focal.chat_id, times=5))
    await town.playground.move_to(mornings(town, 1)[0])
    for _ in range(5):
        town.clock.move_to(town.clock.now() + timedelta(minutes=10))
        await town.reminders.wake()
    assert len(digests(focal)) == 2
    assert town.rooms.outbox.states() == {"failed": 1}


async def test_a_reset_of_the_playground_forgets_who_followed(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/theodoi BCA")
    await town.playground.reset()
    await town.playground.move_to(mornings(town, 1)[0])
    assert digests(focal) == []
    assert town.rooms.following.all() == []
