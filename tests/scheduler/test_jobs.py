"""The wake-up: not before eight, not on a day off, and twice is once."""

from datetime import datetime, time, timedelta

import pytest

from bot.clock import TIMEZONE
from knowledge.base import KnowledgeBase
from knowledge.store import open_database
from scheduler.delivery import FailureKind, SendFailure
from scheduler.jobs import Reminders
from scheduler.plan import Digest, Following
from scheduler.store import LEASE, MIGRATIONS, FollowingStore, Outbox

BCA = "Bộ Công an"
MONDAY = datetime(2026, 11, 23, tzinfo=TIMEZONE)


def at(hour: int, minute: int = 0, days: int = 0) -> datetime:
    return datetime.combine(MONDAY + timedelta(days=days), time(hour, minute), TIMEZONE)


class Office:
    """Reminders over the shipped tasks, a clock to turn and a list of what was sent."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        db = open_database(None, MIGRATIONS)
        self.following, self.outbox = FollowingStore(db), Outbox(db)
        self.now = at(7)
        self.sent: list[Digest] = []
        self.trouble: list[SendFailure] = []
        self.reminders = self.restarted()

    def restarted(self) -> Reminders:
        return Reminders(self.base, self.following, self.outbox, self.send, lambda: self.now)

    async def send(self, digest: Digest) -> int:
        if self.trouble:
            raise self.trouble.pop()
        self.sent.append(digest)
        return len(self.sent)

    async def wake(self, moment: datetime) -> int:
        self.now = moment
        return await self.reminders.wake()


@pytest.fixture
def office(base: KnowledgeBase) -> Office:
    made = Office(base)
    made.following.follow(Following(7, BCA, "vi"))
    return made


async def test_the_digest_comes_at_eight_and_not_before(office: Office) -> None:
    assert await office.wake(at(0, 1)) == 0
    assert await office.wake(at(7, 59)) == 0
    assert await office.wake(at(8)) == 1
    (one,) = office.sent
    assert (one.chat, one.agency, one.day) == (7, BCA, MONDAY.date())


async def test_woken_again_the_same_day_it_says_nothing_twice(office: Office) -> None:
    assert await office.wake(at(8)) == 1
    assert await office.wake(at(8)) == 0
    assert await office.wake(at(16, 30)) == 0
    office.reminders = office.restarted()
    assert await office.wake(at(17)) == 0
    assert len(office.sent) == 1


async def test_a_late_start_still_tells_the_day(office: Office) -> None:
    assert await office.wake(at(15, 20)) == 1


@pytest.mark.parametrize("days", [-1, -2, 1])  # Sunday, Saturday, and 24/11, a public holiday
async def test_a_day_off_is_quiet(office: Office, days: int) -> None:
    assert await office.wake(at(9, days=days)) == 0
    assert office.outbox.states() == {}


async def test_only_what_names_the_agency_itself_is_told(office: Office, base: KnowledgeBase) -> None:
    await office.wake(at(8))
    for code in office.sent[0].tasks:
        assert BCA in base.store.task(code).leads


async def test_who_follows_after_eight_hears_that_same_day(office: Office) -> None:
    await office.wake(at(8))
    office.following.follow(Following(8, BCA, "en"))
    assert await office.wake(at(10)) == 1
    assert [(d.chat, d.language) for d in office.sent] == [(7, "vi"), (8, "en")]


async def test_nobody_follows_and_nothing_happens(base: KnowledgeBase) -> None:
    office = Office(base)
    assert await office.wake(at(8)) == 0


async def test_a_digest_in_flight_at_a_crash_is_repeated_once(office: Office) -> None:
    office.now = at(8)
    office.outbox.plan([Digest(7, BCA, MONDAY.date(), "vi", ("71-1",))], office.now)
    assert office.outbox.claim(office.now)  # and here the power went
    assert await office.wake(at(8, 1)) == 0
    assert await office.wake(at(8) + LEASE + timedelta(seconds=1)) == 1
    assert len(office.sent) == 1


async def test_a_flood_delays_the_digest_and_nothing_is_lost(office: Office) -> None:
    office.trouble = [SendFailure(FailureKind.WAIT, "flood control", 40)]
    assert await office.wake(at(8)) == 0
    assert await office.wake(at(8) + timedelta(seconds=30)) == 0
    assert await office.wake(at(8, 1)) == 1
