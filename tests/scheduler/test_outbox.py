"""The outbox: nothing is lost, nothing is told twice, and every end can be seen."""

import threading
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.clock import TIMEZONE
from knowledge.store import open_database
from scheduler.escalation import Reminder
from scheduler.notices import Item, Notice, Why
from scheduler.store import LEASE, MIGRATIONS, Claimed, Ledger, Outbox
from scheduler.store.schema import m001_outbox, m002_doubts, m003_items, m004_news

NOW = datetime(2026, 11, 23, 8, tzinfo=TIMEZONE)
DAY = NOW.date()
SECOND = timedelta(seconds=1)


def item(task: str = "71-1", step: str = "d3", version: str = "2026-11-26") -> Item:
    return Item(task, "Bộ Công an", step, version, Why.FOCAL)


def notice(chat: int = 7, *items: Item, day: date = DAY) -> Notice:
    return Notice(chat, day, "vi", items or (item(), item("71-2")))


def memory() -> Database:
    return open_database(None, MIGRATIONS)


@pytest.fixture
def outbox() -> Outbox:
    return Outbox(memory())


@pytest.fixture
def reopen(tmp_path: Path) -> Callable[[], Database]:
    """Open the same file again, as after a restart."""
    return lambda: open_database(tmp_path / "bot.db", MIGRATIONS)


def claimed(outbox: Outbox, now: datetime = NOW) -> Claimed:
    found = outbox.claim(now)
    assert found is not None
    return found


def test_planned_twice_is_stored_once(outbox: Outbox) -> None:
    assert outbox.plan([notice(), notice(8)], NOW) == 2
    assert outbox.plan([notice(), notice(8), notice(9)], NOW) == 1
    assert outbox.states() == {"planned": 3}


def test_an_item_is_told_once_whatever_message_it_comes_in(outbox: Outbox) -> None:
    outbox.plan([notice(7, item("71-1"))], NOW)
    tomorrow = notice(7, item("71-1"), item("71-2"), day=DAY + timedelta(days=1))
    assert outbox.plan([tomorrow], NOW) == 1
    assert [claimed(outbox).notice.items for _ in range(2)] == [(item("71-1"),), (item("71-2"),)]
    assert outbox.plan([notice(7, item("71-1"), day=DAY + timedelta(days=2))], NOW) == 0
    moved = notice(7, item("71-1", version="2026-12-31"), day=DAY + timedelta(days=2))
    assert outbox.plan([moved], NOW) == 1


def test_a_chat_gets_one_message_a_day(outbox: Outbox) -> None:
    outbox.plan([notice(7, item("71-1"))], NOW)
    assert outbox.plan([notice(7, item("71-2"))], NOW) == 0
    assert outbox.planned_for(DAY) == {7}


def test_a_claim_returns_what_was_planned_and_nobody_else_gets_it(outbox: Outbox) -> None:
    outbox.plan([notice()], NOW)
    taken = claimed(outbox)
    assert (taken.notice, taken.attempts, taken.may_have_arrived) == (notice(), 1, False)
    assert outbox.claim(NOW) is None


def test_what_is_sent_is_kept_with_its_message(outbox: Outbox) -> None:
    outbox.plan([notice()], NOW)
    taken = claimed(outbox)
    outbox.sent(taken.number, 55, NOW)
    assert outbox.is_notice(7, 55)
    assert not outbox.is_notice(8, 55)
    assert outbox.of_chat(taken.number, 7) == notice()
    assert outbox.of_chat(taken.number, 8) is None  # somebody else's button


def test_what_is_put_back_waits_until_it_is_due(outbox: Outbox) -> None:
    outbox.plan([notice()], NOW)
    outbox.retry(claimed(outbox).number, NOW + timedelta(minutes=1), "flood control")
    assert outbox.claim(NOW + timedelta(seconds=59)) is None
    assert claimed(outbox, NOW + timedelta(minutes=1)).attempts == 2


def test_in_flight_at_a_crash_is_repeated_once_and_then_unknown(outbox: Outbox) -> None:
    outbox.plan([notice()], NOW)
    claimed(outbox)
    assert outbox.settle(NOW) == 0  # the lease still runs
    later = NOW + LEASE + SECOND
    assert outbox.settle(later) == 1
    assert claimed(outbox, later).may_have_arrived
    assert outbox.settle(later, alone=True) == 1
    assert outbox.states() == {"unknown": 1}
    assert outbox.plan([notice()], later) == 0


def test_what_surely_did_not_arrive_can_be_told_anew(outbox: Outbox) -> None:
    outbox.plan([notice()], NOW)
    outbox.release(claimed(outbox).number, "failed", "Bad Gateway (6 tries)")
    assert outbox.told(7) == frozenset()
    assert outbox.plan([notice(day=DAY + timedelta(days=1))], NOW) == 1


def test_a_day_that_is_over_is_told_in_the_next_message_unless_it_may_have_arrived(outbox: Outbox) -> None:
    outbox.plan([notice(7), notice(8)], NOW)
    outbox.retry(claimed(outbox).number, NOW, "ReadTimeout", doubtful=True)
    tomorrow = DAY + timedelta(days=1)
    assert outbox.let_go(DAY) == 0
    assert outbox.let_go(tomorrow) == 2
    assert outbox.states() == {"unknown": 1, "dropped": 1}
    assert outbox.plan([notice(7, day=tomorrow), notice(8, day=tomorrow)], NOW) == 1


def test_dead_is_whose_latest_message_reached_nobody(outbox: Outbox) -> None:
    outbox.plan([notice()], NOW)
    outbox.give_up(claimed(outbox).number, "Forbidden: bot was blocked by the user", gone=True)
    assert outbox.dead() == {7}
    outbox.plan([notice(7, item("71-9"), day=DAY + timedelta(days=1))], NOW)
    outbox.sent(claimed(outbox).number, 1, NOW)
    assert outbox.dead() == frozenset()


def test_what_focal_points_were_told_and_noted(outbox: Outbox) -> None:
    outbox.plan([notice(7, item("71-1"))], NOW)
    number = claimed(outbox).number
    assert outbox.reminded() == {}
    outbox.sent(number, 1, NOW)
    key = ("71-1", "Bộ Công an", "2026-11-26")
    assert outbox.reminded() == {key: Reminder(DAY)}
    outbox.acknowledge(number, NOW)
    assert outbox.reminded() == {key: Reminder(DAY, acknowledged=True)}


def test_a_cancelled_item_is_never_told(outbox: Outbox) -> None:
    outbox.cancel(7, item())
    outbox.cancel(7, item())
    assert outbox.plan([notice(7, item())], NOW) == 0


def test_the_ledger_tells_who_was_told_and_what_they_did(outbox: Outbox) -> None:
    db = memory()
    outbox = Outbox(db)
    outbox.plan([notice(7, item("71-1")), notice(8, item("71-1")), notice(9, item("71-2"))], NOW)
    first, second = claimed(outbox), claimed(outbox)
    outbox.sent(first.number, 1, NOW)
    outbox.pressed(7, 1, NOW + SECOND)
    outbox.give_up(second.number, "blocked", gone=True)
    ledger = Ledger(db)
    assert [(line.chat, line.state, bool(line.seen_at)) for line in ledger.of_task("71-1")] == [
        (8, "failed", False),
        (7, "sent", True),
    ]
    assert [(t.chat, t.planned, t.sent, t.seen, t.acknowledged, t.failed) for t in ledger.tallies(DAY)] == [
        (8, 0, 0, 0, 0, 1),
        (7, 0, 1, 1, 0, 0),
        (9, 1, 0, 0, 0, 0),
    ]
    assert list(ledger.lines(DAY + timedelta(days=1))) == []


def test_a_group_that_moves_takes_its_notices_along(outbox: Outbox) -> None:
    outbox.plan([notice(-5)], NOW)
    claimed(outbox)
    outbox.move(-5, -1005)
    assert claimed(outbox).notice == notice(-1005)
    assert outbox.plan([notice(-1005)], NOW) == 0
    assert outbox.about(-5) == []


def test_who_is_forgotten_leaves_nothing(outbox: Outbox) -> None:
    outbox.plan([notice(7), notice(8)], NOW)
    outbox.forget(7)
    assert outbox.about(7) == []
    assert outbox.told(7) == frozenset()
    assert outbox.states() == {"planned": 1}


def test_everything_is_there_after_a_restart(reopen: Callable[[], Database]) -> None:
    first = reopen()
    Outbox(first).plan([notice(), notice(8)], NOW)
    number = claimed(Outbox(first)).number
    first.close()
    outbox = Outbox(reopen())
    assert outbox.settle(NOW, alone=True) == 1
    assert {claimed(outbox).number, claimed(outbox).number} == {number, number + 1}
    assert outbox.claim(NOW) is None


# News.


def news(chat: int = 7, entry: int = 1) -> Notice:
    return Notice(chat, DAY, "vi", (Item("71-1", "Bộ Công an", "claim", str(entry), Why.RECORDED),), entry=entry)


def test_news_is_no_message_of_a_day_and_hides_no_item(outbox: Outbox) -> None:
    outbox.plan_news([news()], 1, NOW)
    assert outbox.planned_for(DAY) == frozenset()
    assert outbox.told(7) == frozenset()
    assert outbox.plan([notice()], NOW) == 1
    assert outbox.let_go(DAY + timedelta(days=9)) == 1
    assert outbox.states() == {"planned": 1, "dropped": 1}


def test_news_goes_before_a_broadcast_that_began_earlier(outbox: Outbox) -> None:
    outbox.plan([notice(8), notice(9)], NOW)
    outbox.plan_news([news()], 1, NOW + SECOND)
    assert [claimed(outbox, NOW + SECOND).notice.chat for _ in range(3)] == [7, 8, 9]


def test_what_is_put_off_was_not_tried(outbox: Outbox) -> None:
    outbox.plan_news([news()], 1, NOW)
    outbox.put_off(claimed(outbox).number, NOW + timedelta(hours=9))
    assert outbox.claim(NOW + timedelta(hours=8)) is None
    again = claimed(outbox, NOW + timedelta(hours=9))
    assert (again.attempts, again.notice) == (1, news())


def test_a_group_that_moved_keeps_its_news(outbox: Outbox) -> None:
    outbox.plan_news([news(-7)], 1, NOW)
    outbox.move(-7, -1007)
    outbox.plan_news([news(-1007)], 1, NOW)
    assert claimed(outbox).notice == news(-1007)
    assert outbox.claim(NOW) is None


def test_two_claimers_never_take_the_same(reopen: Callable[[], Database]) -> None:
    Outbox(reopen()).plan([notice(chat) for chat in range(1, 61)], NOW)
    taken: list[int] = []

    def claim() -> None:
        outbox = Outbox(reopen())
        while (found := outbox.claim(NOW)) is not None:
            taken.append(found.number)

    threads = [threading.Thread(target=claim) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(1, 61))


def test_digests_of_an_earlier_version_stay_in_the_ledger_and_their_day_counts(tmp_path: Path) -> None:
    db = Database(str(tmp_path / "old.db"))
    m001_outbox(db)
    m002_doubts(db)
    payload = '{"chat": %d, "agency": "Bộ Công an", "day": "2026-11-23", "language": "vi", "tasks": ["71-1"]}'
    row = "INSERT INTO notice (key, chat, payload, state, due_at, message_id) VALUES (?, ?, ?, ?, ?, ?)"
    db.execute(row, ["digest:7:Bộ Công an:2026-11-23", 7, payload % 7, "sent", NOW.isoformat(), 41])
    db.execute(row, ["digest:8:Bộ Công an:2026-11-23", 8, payload % 8, "planned", NOW.isoformat(), None])
    m003_items(db)
    m004_news(db)
    outbox = Outbox(db)
    assert outbox.states() == {"dropped": 1, "sent": 1}
    assert outbox.plan([notice(7), notice(8)], NOW) == 1  # 7 had its message of the day; 8 still gets one
