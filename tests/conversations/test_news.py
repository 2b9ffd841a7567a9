"""News of the record: it survives a crash, keeps the quiet hours, and what was settled meanwhile is not told."""

import logging
from datetime import datetime, timedelta

import pytest

from bot.clock import TIMEZONE
from bot.playground.actor import Person, Shown
from bot.playground.faults import Fault
from handlers.views.wording.proposals_vi import PROPOSALS
from handlers.views.wording.reports_vi import REPORTS as VI
from knowledge.people import Appointment, PersonRole
from scheduler.jobs import Reminders
from tests.conftest import Town
from tests.conversations.test_confirming import CLAIM, claim
from tests.conversations.test_extensions import put_together as more_time
from tests.conversations.test_proposals import ANSWER, put_together, sent

POLICE = "Bộ Công an"
NIGHT = datetime(2026, 11, 22, 22, 30, tzinfo=TIMEZONE)


def cards(person: Person) -> list[Shown]:
    """The claims that a supervisor was shown."""
    return [each for each in person.from_bot if each.text.startswith(tuple(VI.claim_title.values()))]


async def recorded_and_killed(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim on disk, and the bot killed before it told anybody."""
    focal = town.person("focal")
    await focal.ask(CLAIM)
    with monkeypatch.context() as patched:
        patched.setattr(Reminders, "_plan_news", lambda _: None)
        await focal.tap(VI.record_it)
        await town.stop()
    await town.start()


async def test_what_a_crash_kept_from_being_told_is_told_at_the_next_start(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    supervisor = town.person("supervisor")
    await recorded_and_killed(town, monkeypatch)
    assert (await supervisor.next_message()).text.startswith("Báo hoàn thành, chờ bạn xác nhận\n71-89.7")
    await town.restart()
    await town.told()
    assert len(cards(supervisor)) == 1


async def test_another_process_may_have_recorded_it(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await focal.ask(CLAIM)
    monkeypatch.setattr(town.rooms.record, "on_commit", None)
    await focal.tap(VI.record_it)
    assert cards(supervisor) == []
    await town.reminders.wake()
    assert len(cards(supervisor)) == 1


async def test_a_claim_at_night_waits_for_the_morning_and_its_decision_does_not(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    town.clock.move_to(NIGHT)
    await focal.ask(CLAIM)
    await focal.tap(VI.record_it)
    await town.told()
    assert cards(supervisor) == []
    listed = await supervisor.ask("/choxacnhan")
    card = await supervisor.tap("1", listed)
    focal.drain()
    await supervisor.tap(VI.confirm, card)
    assert (await focal.next_message()).text.startswith(VI.you_are_confirmed)
    town.clock.move_to(NIGHT.replace(day=23, hour=7, minute=0))
    before = len(supervisor.from_bot)
    await town.told()
    assert len(supervisor.from_bot) == before  # they decided on it themselves
    assert town.rooms.outbox.states() == {"dropped": 1, "sent": 1}


async def test_what_waited_through_the_quiet_hours_comes_when_they_are_over(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    town.clock.move_to(NIGHT)
    await more_time(focal)
    await focal.tap("Gửi")
    await town.told()
    assert supervisor.from_bot == []
    town.clock.move_to(NIGHT.replace(day=23, hour=6, minute=59))
    await town.told()
    assert supervisor.from_bot == []
    town.clock.move_to(NIGHT.replace(day=23, hour=7, minute=0))  # an hour before any digest
    await town.told()
    assert supervisor.last.text.startswith("Đề nghị lùi thời hạn")
    assert "Đồng ý" in supervisor.last.buttons


async def test_a_day_off_and_a_holiday_hold_back_no_news(town: Town) -> None:
    supervisor = town.person("supervisor")
    town.clock.move_to(datetime(2026, 11, 24, 9, tzinfo=TIMEZONE))  # a public holiday
    await supervisor.ask("/nhacviec")
    await supervisor.tap("Kỳ nghỉ")
    await supervisor.tap("2 tuần")
    assert (await claim(town)).text.startswith("Báo hoàn thành")


async def test_a_proposal_that_was_closed_the_same_night_is_not_told_at_all(town: Town) -> None:
    official, focal = town.person("official"), town.person("focal")
    town.clock.move_to(NIGHT)
    await put_together(official)
    await official.tap("Gửi")
    listed = await official.ask("/kiennghi")
    await official.tap(PROPOSALS.content_close, await official.tap("1", listed))
    town.clock.move_to(NIGHT.replace(day=23, hour=8))
    await town.told()
    assert focal.from_bot == []


async def test_who_answered_hears_that_it_was_closed(town: Town) -> None:
    card = await sent(town)
    official, focal = town.person("official"), town.person("focal")
    await focal.tap("Trả lời", card)
    await focal.ask(ANSWER)
    await town.told()
    focal.drain()
    await official.tap(PROPOSALS.content_close)
    news = await focal.next_message()
    assert news.text.startswith(PROPOSALS.closed_by_asker)
    assert "Trả lời" not in news.buttons


async def test_a_second_persons_report_is_told_to_the_first(town: Town) -> None:
    focal, staff = town.person("focal"), town.person("staff")
    town.rooms.people.appoint(staff.persona.id, Appointment(PersonRole.STAFF, POLICE))
    for person, text in ((focal, "71-89.7 đang làm được 40%"), (staff, "71-89.7 đang làm được 60%")):
        await person.ask(text)
        focal.drain()
        await person.tap(VI.record_it)
    news = await focal.next_message()
    assert news.text.startswith("👥 Việc bạn đã báo cáo vừa có báo cáo mới\n71-89.7")
    assert "Đang thực hiện, 60%" in news.text
    assert staff.persona.name in news.text
    assert "#2" in (await focal.tap(VI.history, news)).text


async def test_who_blocked_the_bot_stands_in_the_ledger_and_keeps_nobody_waiting(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    admin, supervisor, focal = town.person("admin"), town.person("supervisor"), town.person("focal")
    town.rooms.people.appoint(admin.persona.id, Appointment(PersonRole.SUPERVISOR, "Văn phòng Chính phủ"))
    await supervisor.block()
    await focal.ask(CLAIM)
    await focal.tap(VI.record_it)
    assert (await admin.next_message()).text.startswith("Reported done, awaits your confirmation")
    await town.told()
    assert town.rooms.outbox.dead() == {supervisor.chat_id}
    assert "blocked" in next(r.getMessage() for r in caplog.records if r.levelno == logging.WARNING)
    told = await admin.ask("/ledger 71-89.7")
    assert "Vũ Khánh Linh: failed, news: claim to confirm" in told.text
    assert f"{admin.persona.name}: sent, news: claim to confirm" in told.text


async def test_a_flood_makes_news_late_not_lost_nor_double(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    town.playground.world.faults.add(Fault.flood(600, "sendMessage", supervisor.chat_id))
    await focal.ask(CLAIM)
    await focal.tap(VI.record_it)
    await town.told()
    assert cards(supervisor) == []
    town.clock.move_to(town.clock.now() + timedelta(seconds=601))
    await town.told()
    await town.told()
    assert len(cards(supervisor)) == 1


async def test_trouble_that_lasts_the_whole_day_loses_no_news(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    town.playground.world.faults.add(Fault.broken(502, "sendMessage", supervisor.chat_id, times=9))
    await focal.ask(CLAIM)
    await focal.tap(VI.record_it)
    for _ in range(10):
        await town.told()
        town.clock.move_to(town.clock.now() + timedelta(hours=1, minutes=1))
        if town.clock.now().hour > 18:
            town.clock.move_to(town.clock.now() + timedelta(hours=13))
    assert len(cards(supervisor)) == 1


async def test_the_ledger_is_seen_by_supervisors_and_by_whom_it_is_about(town: Town) -> None:
    supervisor, focal = town.person("supervisor"), town.person("focal")
    card = await claim(town)
    focal.drain()
    await supervisor.tap(VI.confirm, card)
    await focal.next_message()
    await town.told()
    shown = await supervisor.ask("/sonhac 71-89.7")
    assert "22/11/2026 Vũ Khánh Linh: đã gửi, đã xem, tin: báo hoàn thành chờ xác nhận" in shown.text
    assert "22/11/2026 Trần Thu Hà: đã gửi, tin: kết quả xác nhận báo cáo" in shown.text
    assert "Trần Thu Hà: gửi 1" in (await supervisor.ask("/sonhac")).text


async def test_the_first_digest_is_the_first_though_news_came_before(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    card = await claim(town)
    focal.drain()
    await supervisor.tap(VI.confirm, card)
    await focal.next_message()
    await town.playground.move_to(datetime(2026, 11, 23, 9, tzinfo=TIMEZONE))
    digest = next(each for each in focal.from_bot if "cần chú ý" in each.text)
    assert "hiện có" in digest.text.splitlines()[0]
