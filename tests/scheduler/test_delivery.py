"""What a failure means, and that every notice ends where somebody can see it."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from bot.clock import TIMEZONE
from knowledge.store import open_database
from scheduler.delivery import MAX_ATTEMPTS, FailureKind, GiveUp, RetryAt, SendFailure, decide, deliver_due
from scheduler.plan import Digest
from scheduler.store import MIGRATIONS, Outbox

NOW = datetime(2026, 11, 23, 8, tzinfo=TIMEZONE)
WAIT, GONE, REFUSED, TROUBLE, UNCLEAR = FailureKind


def seconds(count: float, *, doubtful: bool = False) -> RetryAt:
    return RetryAt(NOW + timedelta(seconds=count), doubtful)


@pytest.mark.parametrize(
    ("kind", "wait", "attempts", "doubts", "outcome"),
    [
        (WAIT, 7, 1, 0, seconds(7)),
        (WAIT, 0, 1, 0, seconds(1)),  # never at once: that would spin
        (WAIT, 3600, 1, 0, seconds(3600)),
        (WAIT, 7, MAX_ATTEMPTS + 5, 0, seconds(7)),  # to be told to wait is no reason to give up
        (GONE, 0, 1, 0, GiveUp("why")),
        (REFUSED, 0, 1, 0, GiveUp("why")),
        (TROUBLE, 0, 1, 0, seconds(30)),
        (TROUBLE, 0, 2, 0, seconds(60)),
        (TROUBLE, 0, 5, 0, seconds(480)),
        (TROUBLE, 0, MAX_ATTEMPTS, 0, GiveUp("why (6 tries)")),
        (TROUBLE, 0, 3, 1, seconds(120)),
        (UNCLEAR, 0, 1, 0, seconds(30, doubtful=True)),
        (UNCLEAR, 0, 3, 0, seconds(120, doubtful=True)),  # the first that may have arrived, whatever came before
        (UNCLEAR, 0, 2, 1, GiveUp("why: may have arrived")),
        (UNCLEAR, 0, MAX_ATTEMPTS, 0, GiveUp("why (6 tries)")),
    ],
)
def test_what_a_failure_leads_to(
    kind: FailureKind, wait: float, attempts: int, doubts: int, outcome: RetryAt | GiveUp
) -> None:
    assert decide(SendFailure(kind, "why", wait), attempts, NOW, doubts) == outcome


@pytest.mark.parametrize("kind", list(FailureKind))
def test_every_kind_of_failure_ends_or_waits(kind: FailureKind) -> None:
    for attempts in range(1, 20):
        match decide(SendFailure(kind, "why"), attempts, NOW):
            case RetryAt(moment):
                assert moment > NOW
            case GiveUp(reason):
                assert reason.startswith("why")


class Street:
    """An outbox with digests for some chats, a clock, and a way to send that fails as told."""

    def __init__(self, *chats: int) -> None:
        self.db = open_database(None, MIGRATIONS)
        self.outbox = Outbox(self.db)
        self.now = NOW
        self.sent: list[int] = []
        self.troubles: dict[int, list[Exception]] = {}
        self.outbox.plan([Digest(chat, "Bộ Công an", date(2026, 11, 23), "vi", ("71-1",)) for chat in chats], NOW)

    async def send(self, digest: Digest) -> int:
        waiting = self.troubles.get(digest.chat)
        if waiting:
            raise waiting.pop(0)
        self.sent.append(digest.chat)
        return 100 + digest.chat

    async def deliver(self, after: float = 0) -> int:
        self.now += timedelta(seconds=after)
        return await deliver_due(self.outbox, self.send, lambda: self.now)

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
    ("failure", "reason"),
    [
        (SendFailure(GONE, "Forbidden: bot was blocked by the user"), "Forbidden: bot was blocked by the user"),
        (SendFailure(REFUSED, "Bad Request: can't parse entities"), "Bad Request: can't parse entities"),
    ],
)
async def test_what_cannot_pass_is_given_up_and_stays_to_be_seen(
    failure: SendFailure, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    street = Street(1, 2)
    street.troubles[1] = [failure]
    assert await street.deliver() == 1
    assert street.row(1) == ("failed", reason, None)
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert await street.deliver(86_400) == 0
    assert street.sent == [2]


async def test_lasting_trouble_ends_after_some_tries() -> None:
    street = Street(1)
    street.troubles[1] = [SendFailure(TROUBLE, "Bad Gateway") for _ in range(MAX_ATTEMPTS)]
    for _ in range(MAX_ATTEMPTS):
        assert street.row(1)[0] == "planned"
        await street.deliver(3600)
    assert street.row(1)[:2] == ("failed", f"Bad Gateway ({MAX_ATTEMPTS} tries)")


async def test_what_may_have_arrived_is_sent_twice_at_most() -> None:
    street = Street(1)
    street.troubles[1] = [SendFailure(UNCLEAR, "ReadTimeout") for _ in range(5)]
    for _ in range(5):
        await street.deliver(3600)
    assert len(street.troubles[1]) == 3
    assert street.row(1)[:2] == ("failed", "ReadTimeout: may have arrived")


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
