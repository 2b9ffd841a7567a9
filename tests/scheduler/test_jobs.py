"""The wake-up: not before the hour, not on a day off, twice is once, and decided anew when something changed."""

import asyncio
from datetime import date, datetime, time, timedelta

import pytest

from bot.app import Rooms, furnished
from bot.clock import TIMEZONE
from knowledge.base import KnowledgeBase
from knowledge.people import Appointment, PersonRole
from knowledge.progress import Status
from knowledge.record import Actor, Evidence, EvidenceKind, Reported
from knowledge.store import open_database
from scheduler.delivery import FailureKind, SendFailure
from scheduler.jobs import Reminders
from scheduler.news import Newsroom
from scheduler.notices import Notice, Why
from scheduler.plan import Following
from scheduler.preferences import Preferences
from scheduler.store import LEASE, MIGRATIONS, Claimed, Watch

BCA, BYT = "Bộ Công an", "Bộ Y tế"
MONDAY = datetime(2026, 11, 23, tzinfo=TIMEZONE)


def at(hour: int, minute: int = 0, days: int = 0) -> datetime:
    return datetime.combine(MONDAY + timedelta(days=days), time(hour, minute), TIMEZONE)


class Office:
    """Reminders over the shipped tasks, a clock to turn and a list of what was sent."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.rooms: Rooms = furnished(open_database(None, MIGRATIONS), base)
        self.now = at(7)
        self.sent: list[Notice] = []
        self.trouble: list[SendFailure] = []
        self.reminders = self.restarted()

    def restarted(self) -> Reminders:
        return Reminders(self.rooms.gatherer, self.send, lambda: self.now)

    async def send(self, claimed: Claimed) -> int:
        if self.trouble:
            raise self.trouble.pop()
        self.sent.append(claimed.notice)
        return len(self.sent)

    async def wake(self, moment: datetime) -> int:
        self.now = moment
        return await self.reminders.wake()

    def appoint(self, chat: int, role: PersonRole, agency: str) -> None:
        self.rooms.people.consent(chat, f"Người {chat}", "vi", self.now)
        self.rooms.people.appoint(chat, Appointment(role, agency))


def claim(office: Office, task: str) -> None:
    """The focal point claims that a task is done."""
    person = office.rooms.people.find(7)
    assert person is not None
    paper = Evidence(EvidenceKind.DOCUMENT, "123/TTr-BCA", dated=date(2026, 11, 20))
    done = Reported(task, BCA, Status.DONE, 100, "Đã trình", date(2026, 11, 20), evidence=(paper,))
    office.rooms.record.record(done, Actor(person, office.rooms.people.pseudonym(7)), at(7, 30), f"update:{task}")


@pytest.fixture
def office(base: KnowledgeBase) -> Office:
    made = Office(base)
    made.appoint(7, PersonRole.FOCAL_POINT, BCA)
    return made


async def test_the_message_comes_at_eight_and_not_before(office: Office) -> None:
    assert await office.wake(at(0, 1)) == 0
    assert await office.wake(at(7, 59)) == 0
    assert await office.wake(at(8)) == 1
    (one,) = office.sent
    assert (one.chat, one.day, one.first) == (7, MONDAY.date(), True)
    assert {item.why for item in one.items} == {Why.FOCAL}


async def test_it_comes_at_the_hour_that_was_chosen(office: Office) -> None:
    office.rooms.wishes.prefer(7, Preferences(at=time(16)))
    assert await office.wake(at(8)) == 0
    assert await office.wake(at(15, 59)) == 0
    assert await office.wake(at(16)) == 1


async def test_woken_again_the_same_day_it_says_nothing_twice(office: Office) -> None:
    assert await office.wake(at(8)) == 1
    assert await office.wake(at(8)) == 0
    assert await office.wake(at(16, 30)) == 0
    office.reminders = office.restarted()
    assert await office.wake(at(17)) == 0
    assert len(office.sent) == 1


async def test_a_late_start_still_tells_the_day_but_not_in_the_evening(office: Office) -> None:
    assert await office.wake(at(21)) == 0
    assert await office.wake(at(15, 20, days=2)) == 1


@pytest.mark.parametrize("days", [-1, -2, 1])  # Sunday, Saturday, and 24/11, a public holiday
async def test_a_day_off_is_quiet(office: Office, days: int) -> None:
    assert await office.wake(at(9, days=days)) == 0
    assert office.rooms.outbox.states() == {}


async def test_the_steps_of_a_day_that_was_missed_come_with_the_next(base: KnowledgeBase) -> None:
    told = {}
    for missed in (False, True):
        office = Office(base)
        office.appoint(7, PersonRole.FOCAL_POINT, BCA)
        for days in (0, 2, 3, 4):
            if not (missed and days == 2):
                await office.wake(at(8, days=days))
        told[missed] = {(item.task, item.version) for one in office.sent for item in one.items}
    assert told[True] == told[False]


async def test_who_follows_after_eight_hears_that_same_day(office: Office) -> None:
    await office.wake(at(8))
    office.rooms.following.follow(Following(8, BCA, "en"))
    assert await office.wake(at(10)) == 1
    assert [(d.chat, d.language) for d in office.sent] == [(7, "vi"), (8, "en")]


async def test_a_task_and_a_topic_are_followed_too(office: Office) -> None:
    office.rooms.following.watch(Watch(9, "task", "71-149", "vi"))
    office.rooms.following.watch(Watch(10, "topic", "sổ sức khỏe điện tử", "vi"))
    await office.wake(at(8))
    by_chat = {one.chat: {item.task for item in one.items} for one in office.sent}
    assert by_chat[9] == {"71-149"}
    assert "71-149" in by_chat[10]


async def test_nobody_is_there_and_nothing_happens(base: KnowledgeBase) -> None:
    assert await Office(base).wake(at(8)) == 0


async def test_a_message_in_flight_at_a_crash_is_repeated_once(office: Office) -> None:
    office.trouble = [SendFailure(FailureKind.WAIT, "flood control", 1)]
    await office.wake(at(8))
    assert office.rooms.outbox.claim(at(8, 1))  # and here the power went
    assert await office.wake(at(8, 1)) == 0
    assert await office.wake(at(8, 1) + LEASE + timedelta(seconds=1)) == 1
    assert len(office.sent) == 1


async def test_a_flood_delays_the_message_and_nothing_is_lost(office: Office) -> None:
    office.trouble = [SendFailure(FailureKind.WAIT, "flood control", 40)]
    assert await office.wake(at(8)) == 0
    assert await office.wake(at(8) + timedelta(seconds=30)) == 0
    assert await office.wake(at(8, 1)) == 1


async def test_what_was_muted_while_it_waited_is_looked_at_by_the_next_plan(office: Office) -> None:
    await office.wake(at(8))
    muted = office.sent[0].items[0].task
    office.rooms.wishes.mute(7, muted)
    await office.wake(at(8, days=7))
    assert muted not in {item.task for one in office.sent[1:] for item in one.items}
    assert date(2026, 11, 30) in {one.day for one in office.sent}


async def test_what_was_finished_while_the_message_waited_is_not_told(office: Office) -> None:
    office.trouble = [SendFailure(FailureKind.WAIT, "flood control", 3600)]
    await office.wake(at(8))
    (planned,) = [one for one in office.rooms.ledger.lines() if one.task == "71-94"]
    claim(office, "71-94")
    assert await office.wake(at(9, 1)) == 1
    told = {item.task for item in office.sent[0].items}
    assert told
    assert planned.task not in told
    assert not [one for one in office.rooms.ledger.lines() if one.task == "71-94"]


async def test_news_that_cannot_be_worked_out_holds_up_no_reminder_and_is_not_lost(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    office.appoint(8, PersonRole.SUPERVISOR, "Văn phòng Chính phủ")
    claim(office, "71-94")

    def broken(*_: object) -> None:
        raise KeyError("a fault")

    with monkeypatch.context() as patched:
        patched.setattr(Newsroom, "since", broken)
        assert await office.wake(at(8)) == 2
    assert "news could not be planned" in caplog.text
    assert await office.wake(at(8, 1)) == 1
    assert (office.sent[-1].chat, office.sent[-1].entry) == (8, 1)


async def test_what_is_recorded_is_told_at_once_and_what_came_after_the_end_at_the_next_start(office: Office) -> None:
    office.appoint(8, PersonRole.SUPERVISOR, "Văn phòng Chính phủ")
    office.now = at(7, 30)
    heard: asyncio.Queue[int] = asyncio.Queue()

    async def send(claimed: Claimed) -> int:
        heard.put_nowait(claimed.notice.entry)
        return await office.send(claimed)

    for task, entry in (("71-94", 1), ("71-89.7", 3)):
        reminders = Reminders(office.rooms.gatherer, send, lambda: office.now)
        reminders.start()
        claim(office, task)
        async with asyncio.timeout(5):
            assert await heard.get() == entry
        await reminders.stop()
        if entry == 1:
            claim(office, "71-89.8")  # nobody is there to tell it
            assert heard.empty()
            reminders = Reminders(office.rooms.gatherer, send, lambda: office.now)
            reminders.start()
            async with asyncio.timeout(5):
                assert await heard.get() == 2
            await reminders.stop()
    assert [notice.entry for notice in office.sent] == [1, 2, 3]
