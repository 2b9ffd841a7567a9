"""Nothing is lost and nothing is written twice: repeated updates, a locked database, a full disk, a restart."""

import errno
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from knowledge.people import Appointment, PersonRole
from knowledge.record import Actor, Confirmed, KeyReusedError, RefusedError, Reported, StoreBusyError, StoreFullError
from knowledge.store import PeopleStore, open_database
from knowledge.store.records import parse
from knowledge.store.transactions import named_troubles
from tests.trials.office import AN, BINH, DUNG, HEALTH, MINUTE, NOW, done, record_store, started


@pytest.fixture
def reopen(tmp_path: Path) -> Callable[[], Database]:
    """Open the same file again, as after a restart."""
    return lambda: open_database(tmp_path / "bot.db")


def test_an_update_that_comes_again_writes_nothing_and_returns_what_was_recorded(
    reopen: Callable[[], Database],
) -> None:
    first = record_store(reopen()).record(started(percent=40), AN, NOW, "7:1001")
    store = record_store(reopen())
    again = store.record(started(percent=40), AN, NOW + MINUTE, "7:1001")
    assert again.entries == first.entries
    assert (first.again, again.again) == (False, True)
    assert store.log.head.count == 1


def test_a_repeated_update_is_not_refused_for_what_it_did_itself() -> None:
    store = record_store(open_database(None))
    claim = store.record(done(), AN, NOW, "1").number
    first = store.record(Confirmed(claim), DUNG, NOW, "2")
    with pytest.raises(RefusedError):
        store.record(Confirmed(claim), DUNG, NOW, "3")
    assert store.record(Confirmed(claim), DUNG, NOW, "2").entries == first.entries


def test_the_same_key_of_somebody_else_is_another_and_of_another_kind_a_slip() -> None:
    store = record_store(open_database(None))
    claim = store.record(done(), AN, NOW, "1").number
    assert not store.record(started(), BINH, NOW, "1").again
    with pytest.raises(KeyReusedError):
        store.record_all((started(), done()), AN, NOW, "1")
    with pytest.raises(KeyReusedError):
        store.record(Confirmed(claim), AN, NOW, "1")
    assert store.log.head.count == 2


def test_keys_do_not_tell_whose_chat_it_was() -> None:
    db = open_database(None)
    record_store(db).record(started(), AN, NOW, "chat 123456789 update 5")
    assert "123456789" not in "".join(str(row) for row in db.execute("SELECT * FROM record_key"))


def test_a_commit_waits_for_the_disk(reopen: Callable[[], Database]) -> None:
    db = reopen()
    assert db.execute("PRAGMA synchronous").fetchone() == (2,)
    assert db.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_locked_database_is_waited_for_and_then_named(reopen: Callable[[], Database]) -> None:
    holder, db = reopen(), reopen()
    store = record_store(db)
    db.execute("PRAGMA busy_timeout = 1")
    holder.conn.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusyError):
        store.record(started(), AN, NOW, "1")
    with pytest.raises(StoreBusyError):
        store.rehearse([started()], AN, NOW)
    holder.conn.execute("ROLLBACK")
    assert not store.record(started(), AN, NOW, "1").again
    assert store.verify().sound


def test_a_full_disk_is_named_and_leaves_nothing_half_written(reopen: Callable[[], Database]) -> None:
    db = reopen()
    store = record_store(db)
    store.record(started(percent=1), AN, NOW, "before")
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + 3}")
    kept = 1
    with pytest.raises(StoreFullError):  # noqa: PT012 how many fit is not the point
        for n in range(100):
            store.record(started(words="chữ " * 900, percent=2), AN, NOW, f"{n}")
            kept += 1
    assert store.log.head.count == kept
    assert len(store.state.reports("71-1", HEALTH)) == kept
    assert store.verify().sound
    assert not store.state_differs()
    db.execute("PRAGMA max_page_count = 1000000")
    receipt = store.record(started(percent=3), AN, NOW, f"{kept - 1}")
    assert (receipt.number, receipt.again) == (kept + 1, False)
    assert record_store(reopen()).verify().sound


def test_nothing_is_recorded_within_another_transaction() -> None:
    db = open_database(None)
    with pytest.raises(RuntimeError, match="committed by itself"), db.atomic():
        record_store(db).record(started(), AN, NOW, "1")


@pytest.mark.parametrize("key", ["", None])
def test_a_change_without_key_or_with_a_naive_moment_is_a_slip(key: str | None) -> None:
    store = record_store(open_database(None))
    with pytest.raises(ValueError, match="aware moment"):
        store.record(started(), AN, NOW if key == "" else NOW.replace(tzinfo=None), key or "")


def test_words_that_are_no_text_are_kept_as_far_as_they_are() -> None:
    store = record_store(open_database(None))
    number = store.record(started(words="Đã \ud83d gửi \x00 rồi"), AN, NOW, "1").number
    assert store.state.report(number).words == "Đã ? gửi \x00 rồi"
    assert store.verify().sound
    assert not store.state_differs()


def test_an_entry_of_an_older_version_is_read_with_todays_defaults() -> None:
    assert parse(Reported, '{"task":"71-1","agency":"Bộ Y tế","after":"in_progress"}') == started()


def test_other_troubles_keep_their_names() -> None:
    with pytest.raises(sqlite3.OperationalError), named_troubles():
        open_database(None).conn.execute("SELECT * FROM nowhere")
    with pytest.raises(PermissionError), named_troubles():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    with pytest.raises(StoreFullError), named_troubles():
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_removing_a_person_needs_no_change_of_the_record(reopen: Callable[[], Database]) -> None:
    db = reopen()
    people = PeopleStore(db)
    people.consent(4711, "Nguyễn Văn An", "vi", NOW)
    person = people.appoint(4711, Appointment(PersonRole.STAFF, HEALTH))
    store = record_store(db)
    store.record(started(), Actor(person, people.pseudonym(4711)), NOW, "1")
    entry = next(store.log.entries())
    known = people.behind(entry.actor)
    assert known is not None
    assert known.id == 4711
    people.forget(4711)
    assert store.verify().sound
    assert people.behind(entry.actor) is None
    written = " ".join(str(value) for row in db.execute("SELECT * FROM record_entry") for value in row)
    assert "4711" not in written.replace(entry.hash, "")
    assert "Nguyễn" not in written
