"""What a failure means, and that every notice ends where somebody can see it."""

import asyncio
import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from bot.clock import TIMEZONE
from knowledge.store import open_database
from scheduler.delivery import (
    MAX_ATTEMPTS,
    FailureKind,
    GiveUp,
    NotYetError,
    RetryAt,
    SendFailure,
    TellAnew,
    Unknown,
    Unreachable,
    decide,
    deliver_due,
)
from scheduler.notices import Item, Notice, Why
from scheduler.store import MIGRATIONS, Claimed, Outbox

NOW = datetime(2026, 11, 23, 8, tzinfo=TIMEZONE)
WAIT, MOVED, GONE, REFUSED, TROUBLE, UNCLEAR = FailureKind


def seconds(count: float, *, doubtful: bool = False) -> RetryAt:
    return RetryAt(NOW + timedelta(seconds=count), doubtful)


@pytest.mark.parametrize(
    ("kind", "wait", "attempts", "doubts", "outcome"),
    [
        (WAIT, 7, 1, 0, seconds(7)),
        (WAIT, 0, 1, 0, seconds(1)),  # never at once: that would spin
        (WAIT, 3600, 1, 0, seconds(3600)),
        (WAIT, 7, MAX_ATTEMPTS + 5, 0, seconds(7)),  # to be told to wait is no reason to give up
        (MOVED, 0, 1, 0, seconds(0)),  # the notice is at its new chat already
        (GONE, 0, 1, 0, Unreachable("why")),
        (REFUSED, 0, 1, 0, GiveUp("why")),
        (TROUBLE, 0, 1, 0, seconds(30)),
        (TROUBLE, 0, 2, 0, seconds(60)),
        (TROUBLE, 0, 5, 0, seconds(480)),
        (TROUBLE, 0, MAX_ATTEMPTS, 0, TellAnew("why (6 tries)")),
        (TROUBLE, 0, MAX_ATTEMPTS, 1, Unknown("why (6 tries)")),
        (TROUBLE, 0, 3, 1, seconds(120)),
        (UNCLEAR, 0, 1, 0, seconds(30, doubtful=True)),
        (UNCLEAR, 0, 3, 0, seconds(120, doubtful=True)),  # the first that may have arrived, whatever came before
        (UNCLEAR, 0, 2, 1, Unknown("why: may have arrived")),
        (UNCLEAR, 0, MAX_ATTEMPTS, 0, Unknown("why (6 tries)")),
    ],
)
def test_what_a_failure_leads_to(
    kind: FailureKind, wait: float, attempts: int, doubts: int, outcome: RetryAt | GiveUp
) -> None:
    assert decide(SendFailure(kind, "why", wait), attempts, NOW, doubts) == outcome


class Street:
    """An outbox with messages for some chats, a clock, and a way to send that fails as told."""

    def __init__(self, *chats: int) -> None:
        self.db = open_database(None, MIGRATIONS)
        self.outbox = Outbox(self.db)
        self.now = NOW
        self.sent: list[int] = []
        self.troubles: dict[int, list[Exception]] = {}
        self.slow: dict[int, asyncio.Event] = {}
        self.flying = self.most_flying = 0
        item = Item("71-1", "Bộ Công an", "d3", "2026-11-26", Why.FOCAL)
        self.outbox.plan([Notice(chat, date(2026, 11, 23), "vi", (item,)) for chat in chats], NOW)

    async def send(self, claimed: Claimed) -> int | None:
        chat = claimed.notice.chat
        self.flying += 1
        self.most_flying = max(self.flying, self.most_flying)
        try:
            if chat in self.slow:
                await self.slow[chat].wait()
            if self.troubles.get(chat):
                raise self.troubles[chat].pop(0)
        finally:
            self.flying -= 1
        if chat == 404:
            return None
        self.sent.append(chat)
        return 100 + chat

    async def deliver(self, after: float = 0, at_once: int = 1) -> int:
        self.now += timedelta(seconds=after)
        return await deliver_due(self.outbox, self.send, lambda: self.now, at_once=at_once)

    def row(self, chat: int) -> tuple[str, str, int | None]:
        found = self.db.execute("SELECT state, reason, message_id FROM notice WHERE chat = ?", [chat]).fetchone()
        return found[0], found[1], found[2]


async def test_everything_due_goes_out_once() -> None:
    street = Street(1, 2, 3)
    assert await street.deliver() == 3
    assert street.sent == [1, 2, 3]
    assert street.row(2) == ("sent", "", 102)
    assert await street.deliver(3600) == 0
    assert street.sent == [1, 2, 3]


async def test_a_slow_chat_holds_up_none_of_the_others_and_no_more_fly_than_may() -> None:
    street = Street(*range(1, 11))
    street.slow = {1: asyncio.Event(), 4: asyncio.Event()}
    running = asyncio.create_task(street.deliver(at_once=3))
    while len(street.sent) < 8:
        await asyncio.sleep(0)
        if street.most_flying > 3 or running.done():
            break
    assert sorted(street.sent) == [2, 3, 5, 6, 7, 8, 9, 10]
    for event in street.slow.values():
        event.set()
    assert await running == 10
    assert street.most_flying <= 3


async def test_a_delivery_that_is_ended_leaves_what_flies_to_be_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scheduler.delivery._GRACE_SECONDS", 0)
    street = Street(1, 2)
    street.slow = {1: asyncio.Event()}
    running = asyncio.create_task(street.deliver())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert street.outbox.states() == {"planned": 1, "sending": 1}
    street.slow = {}
    street.outbox.settle(street.now, alone=True)
    assert await street.deliver() == 2


@pytest.mark.parametrize(
    ("failure", "retried_after"),
    [
        (SendFailure(WAIT, "flood control", 17), 17),
        (SendFailure(TROUBLE, "Bad Gateway"), 30),
        (SendFailure(UNCLEAR, "ReadTimeout"), 30),
    ],
)
async def test_what_can_pass_is_tried_again_at_its_time(failure: SendFailure, retried_after: int) -> None:
    street = Street(1, 2)
    street.troubles[1] = [failure]
    assert await street.deliver() == 1
    assert street.sent == [2]  # nobody waits for another chat's trouble
    assert street.row(1)[:2] == ("planned", failure.reason)
    assert await street.deliver(retried_after - 1) == 0
    assert await street.deliver(1) == 1
    assert street.sent == [2, 1]


@pytest.mark.parametrize(
    "failure",
    [
        SendFailure(GONE, "Forbidden: bot was blocked by the user"),
        SendFailure(REFUSED, "Bad Request: can't parse entities"),
    ],
)
async def test_what_cannot_pass_is_given_up_and_stays_to_be_seen(
    failure: SendFailure, caplog: pytest.LogCaptureFixture
) -> None:
    street = Street(1, 2)
    street.troubles[1] = [failure]
    assert await street.deliver() == 1
    assert street.row(1) == ("failed", failure.reason, None)
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert await street.deliver(86_400) == 0
    assert street.sent == [2]
    assert street.outbox.told(1)
    assert street.outbox.dead() == ({1} if failure.kind is GONE else frozenset())


async def test_lasting_trouble_ends_after_some_tries_and_is_told_with_the_next_message() -> None:
    street = Street(1)
    street.troubles[1] = [SendFailure(TROUBLE, "Bad Gateway") for _ in range(MAX_ATTEMPTS)]
    for _ in range(MAX_ATTEMPTS):
        assert street.row(1)[0] == "planned"
        await street.deliver(3600)
    assert street.row(1)[:2] == ("failed", f"Bad Gateway ({MAX_ATTEMPTS} tries)")
    assert street.outbox.told(1) == frozenset()


async def test_what_may_have_arrived_is_sent_twice_at_most() -> None:
    street = Street(1)
    street.troubles[1] = [SendFailure(UNCLEAR, "ReadTimeout") for _ in range(5)]
    for _ in range(5):
        await street.deliver(3600)
    assert len(street.troubles[1]) == 3
    assert street.row(1)[:2] == ("unknown", "ReadTimeout: may have arrived")


async def test_a_message_in_which_nothing_is_left_to_tell_is_dropped() -> None:
    street = Street(404)
    assert await street.deliver() == 0
    assert street.row(404)[0] == "dropped"


@pytest.mark.parametrize("make", [lambda: KeyError("71-1"), lambda: ValueError("no such day")])
async def test_a_notice_that_cannot_be_made_does_not_hold_up_the_others(
    make: Callable[[], Exception], caplog: pytest.LogCaptureFixture
) -> None:
    street = Street(1, 2)
    street.troubles[1] = [make()]
    assert await street.deliver() == 1
    assert street.sent == [2]
    assert street.row(1) == ("failed", type(make()).__name__, None)
    assert caplog.records[0].exc_info


def street_with_news() -> Street:
    street = Street()
    item = Item("71-1", "Bộ Công an", "claim", "1", Why.RECORDED)
    street.outbox.plan_news([Notice(7, NOW.date(), "vi", (item,), entry=1)], 1, NOW)
    return street


async def test_news_is_tried_for_as_long_as_the_trouble_lasts() -> None:
    street = street_with_news()
    street.troubles = {7: [SendFailure(TROUBLE, "Bad Gateway")] * 40}
    for _ in range(40):
        assert await street.deliver(3601) == 0
    assert await street.deliver(3601) == 1
    assert street.sent == [7]


async def test_news_that_may_have_arrived_is_repeated_once_like_any_notice() -> None:
    street = street_with_news()
    street.troubles = {7: [SendFailure(UNCLEAR, "ReadTimeout")] * 9}
    for _ in range(9):
        await street.deliver(3601)
    assert street.row(7)[0] == "unknown"


async def test_news_before_its_time_is_put_off_and_not_counted() -> None:
    street = street_with_news()
    street.troubles = {7: [NotYetError(NOW + timedelta(hours=9))]}
    assert await street.deliver() == 0
    assert await street.deliver(8 * 3600) == 0
    assert await street.deliver(3600) == 1
    assert street.db.execute("SELECT attempts FROM notice").fetchone()[0] == 1


async def test_news_that_cannot_be_worded_is_tried_again_and_in_the_end_given_up() -> None:
    street = street_with_news()
    street.troubles = {7: [KeyError("words")] * 9}
    for _ in range(9):
        assert await street.deliver(3601) == 0
    assert street.row(7)[:2] == ("failed", "KeyError")
    assert len(street.troubles[7]) == 9 - MAX_ATTEMPTS
