"""The tables of the scheduler: nothing is lost, nothing is told twice."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.clock import TIMEZONE
from knowledge.store import open_database
from scheduler.plan import Digest, Following
from scheduler.store import LEASE, MIGRATIONS, FollowingStore, Outbox

NOW = datetime(2026, 11, 23, 8, tzinfo=TIMEZONE)
SECOND = timedelta(seconds=1)


def digest(chat: int = 7) -> Digest:
    return Digest(chat, "Bộ Công an", date(2026, 11, 23), "vi", ("71-89.7", "17-5c2.1"))


def memory() -> Database:
    return open_database(None, MIGRATIONS)


@pytest.fixture
def outbox() -> Outbox:
    return Outbox(memory())


@pytest.fixture
def reopen(tmp_path: Path) -> Callable[[], Database]:
    """Open the same file again, as after a restart."""
    return lambda: open_database(tmp_path / "bot.db", MIGRATIONS)


def test_planned_twice_is_stored_once(outbox: Outbox) -> None:
    assert outbox.plan([digest(), digest(8)], NOW) == 2
    assert outbox.plan([digest(), digest(8), digest(9)], NOW) == 1
    assert outbox.states() == {"planned": 3}


@pytest.mark.parametrize("state", ["sending", "sent", "failed", "unknown"])
def test_a_notice_that_was_dealt_with_is_not_planned_anew(outbox: Outbox, state: str) -> None:
    outbox.plan([digest()], NOW)
    taken = outbox.claim(NOW)
    assert taken is not None
    if state == "sent":
        outbox.sent(taken.key, 5)
    elif state == "failed":
        outbox.give_up(taken.key, "Forbidden")
    elif state == "unknown":
        outbox.settle(NOW + LEASE + SECOND)
        outbox.claim(NOW + LEASE + SECOND)
        outbox.settle(NOW + 3 * LEASE)
    assert outbox.states() == {state: 1}
    assert outbox.plan([digest()], NOW + timedelta(hours=1)) == 0
    assert outbox.states() == {state: 1}


def test_a_claim_returns_what_was_planned(outbox: Outbox) -> None:
    outbox.plan([digest()], NOW)
    taken = outbox.claim(NOW)
    assert taken is not None
    assert (taken.digest, taken.key, taken.attempts) == (digest(), digest().key, 1)
    assert outbox.claim(NOW) is None


def test_two_claimers_never_take_the_same(reopen: Callable[[], Database]) -> None:
    first, second = Outbox(reopen()), Outbox(reopen())
    first.plan([digest(chat) for chat in range(20)], NOW)
    taken = []
    while (one := first.claim(NOW)) and (other := second.claim(NOW)):
        taken += [one.key, other.key]
    assert sorted(taken) == sorted(digest(chat).key for chat in range(20))


def test_what_was_in_flight_is_put_back_once_and_then_unknown(outbox: Outbox) -> None:
    outbox.plan([digest()], NOW)
    assert outbox.claim(NOW)
    assert outbox.settle(NOW + LEASE) == 0  # still within its lease
    assert outbox.states() == {"sending": 1}
    after = NOW + LEASE + SECOND
    assert outbox.settle(after) == 1
    assert outbox.states() == {"planned": 1}
    assert outbox.claim(after)
    assert outbox.settle(after + LEASE + SECOND) == 1
    assert outbox.states() == {"unknown": 1}
    assert outbox.claim(after + timedelta(days=1)) is None


def test_a_crash_after_a_refused_try_is_still_put_back(outbox: Outbox) -> None:
    outbox.plan([digest()], NOW)
    assert outbox.claim(NOW)
    outbox.retry(digest().key, NOW + SECOND, "flood control")  # this one has surely not arrived
    assert outbox.claim(NOW + SECOND)
    outbox.settle(NOW + LEASE + 2 * SECOND)
    assert outbox.states() == {"planned": 1}


def test_what_may_have_arrived_is_not_repeated_after_a_crash(outbox: Outbox) -> None:
    outbox.plan([digest()], NOW)
    assert outbox.claim(NOW)
    outbox.retry(digest().key, NOW + SECOND, "ReadTimeout", doubtful=True)
    again = outbox.claim(NOW + SECOND)
    assert again is not None
    assert again.doubts == 1
    outbox.settle(NOW + LEASE + 2 * SECOND)
    assert outbox.states() == {"unknown": 1}


def test_a_retry_waits_for_its_time(outbox: Outbox) -> None:
    outbox.plan([digest()], NOW)
    assert outbox.claim(NOW)
    due = NOW + timedelta(seconds=30)
    outbox.retry(digest().key, due, "flood control")
    assert outbox.claim(due - SECOND) is None
    again = outbox.claim(due)
    assert again is not None
    assert again.attempts == 2


def test_the_oldest_due_comes_first(outbox: Outbox) -> None:
    outbox.plan([digest(1)], NOW)
    outbox.plan([digest(0)], NOW + SECOND)
    taken = [outbox.claim(NOW + timedelta(microseconds=1_500_000)) for _ in range(2)]
    assert [one.digest.chat for one in taken if one] == [1, 0]


def test_a_give_up_leaves_a_visible_row() -> None:
    db = memory()
    outbox = Outbox(db)
    outbox.plan([digest()], NOW)
    assert outbox.claim(NOW)
    outbox.give_up(digest().key, "Forbidden: bot was blocked by the user")
    row = db.execute("SELECT state, reason, attempts FROM notice").fetchone()
    assert row == ("failed", "Forbidden: bot was blocked by the user", 1)
    assert outbox.claim(NOW + timedelta(days=1)) is None


def test_a_restart_keeps_everything(reopen: Callable[[], Database]) -> None:
    before = reopen()
    FollowingStore(before).follow(Following(7, "Bộ Công an", "vi"))
    outbox = Outbox(before)
    outbox.plan([digest(1), digest(2), digest(3)], NOW)
    sent, in_flight = outbox.claim(NOW), outbox.claim(NOW)
    assert sent
    assert in_flight
    outbox.sent(sent.key, 41)
    before.close()

    after = reopen()
    assert FollowingStore(after).all() == [Following(7, "Bộ Công an", "vi")]
    outbox = Outbox(after)
    assert outbox.states() == {"sent": 1, "sending": 1, "planned": 1}
    later = NOW + LEASE + SECOND
    assert outbox.settle(later) == 1
    taken = [outbox.claim(later), outbox.claim(later)]
    assert {one.key for one in taken if one} == {in_flight.key, digest(3).key}
    assert outbox.claim(later) is None


def test_migrations_from_empty_and_again_change_nothing() -> None:
    db = Database(memory=True)
    MIGRATIONS.apply(db)
    schema = db.schema
    MIGRATIONS.apply(db)
    assert db.schema == schema
    assert {"following", "notice"} <= set(db.table_names())


def test_a_file_of_the_first_version_is_brought_up_to_date() -> None:
    db = Database(memory=True)
    MIGRATIONS.apply(db, stop_before="m002_doubts")
    db.execute(
        "INSERT INTO notice (key, chat, payload, state, due_at) VALUES (?, 7, ?, 'planned', ?)",
        [
            digest().key,
            '{"chat": 7, "agency": "Bộ Công an", "day": "2026-11-23", "language": "vi", "tasks": ["71-89.7"]}',
            NOW.isoformat(),
        ],
    )
    MIGRATIONS.apply(db)
    taken = Outbox(db).claim(NOW)
    assert taken is not None
    assert (taken.digest.tasks, taken.doubts) == (("71-89.7",), 0)


def test_following_twice_is_once_and_takes_the_last_language() -> None:
    following = FollowingStore(memory())
    following.follow(Following(7, "Bộ Y tế", "vi"))
    following.follow(Following(7, "Bộ Y tế", "en"))
    following.follow(Following(8, "Bộ Y tế", "vi"))
    assert following.all(7) == [Following(7, "Bộ Y tế", "en")]
    assert following.unfollow(7, "Bộ Y tế")
    assert not following.unfollow(7, "Bộ Y tế")
    assert following.all() == [Following(8, "Bộ Y tế", "vi")]
