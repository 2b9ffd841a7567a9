"""The chain of entries: what was tampered with is named, and what cannot be seen is said."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlite_utils import Database

from knowledge.record import Break, Confirmed, Head, parse_head
from knowledge.record.chain import AuditEntry, hash_of, verify
from knowledge.store import RecordStore, open_database
from tests.trials.office import AN, DUNG, MINUTE, NOW, done, record_store, started

GUARDS = ("record_entry_is_next", "record_entry_stays", "record_entry_remains")
FIELDS = ("seq", "at", "actor", "agency", "kind", "subject", "payload", "prev")
REST = "at, actor, agency, kind, subject, '{}', prev, 'x'"


@pytest.fixture
def db() -> Database:
    return open_database(None)


@pytest.fixture
def store(db: Database) -> RecordStore:
    """A record of ten entries."""
    store = record_store(db)
    for n in range(8):
        store.record(started(percent=n), AN, NOW + n * MINUTE, str(n))
    number = store.record(done(), AN, NOW + 9 * MINUTE, "done").number
    store.record(Confirmed(number), DUNG, NOW + 10 * MINUTE, "confirmed")
    return store


def unguarded(db: Database) -> Database:
    for guard in GUARDS:
        db.execute(f"DROP TRIGGER {guard}")
    return db


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record_entry SET payload = '{}' WHERE seq = 3",
        "UPDATE record_entry SET at = at",
        "DELETE FROM record_entry WHERE seq = 10",
        "DELETE FROM record_entry",
        f"INSERT OR REPLACE INTO record_entry SELECT 3, {REST} FROM record_entry WHERE seq = 3",
        f"INSERT INTO record_entry SELECT 12, {REST} FROM record_entry WHERE seq = 3",
    ],
)
def test_the_database_refuses_to_change_the_record(statement: str, db: Database, store: RecordStore) -> None:
    with pytest.raises(Exception, match="the record"):
        db.execute(statement)
    assert store.verify().sound


def test_a_whole_chain_is_sound(store: RecordStore) -> None:
    verdict = store.verify()
    assert verdict.sound
    assert verdict.head == store.log.head
    assert verdict.head.count == 10
    assert not store.state_differs()


@pytest.mark.parametrize("column", ["at", "actor", "agency", "kind", "subject", "payload", "prev", "hash"])
def test_a_changed_byte_is_found_in_every_column(column: str, db: Database, store: RecordStore) -> None:
    unguarded(db).execute(
        f"UPDATE record_entry SET {column} = substr({column}, 1, 2) || '~' || substr({column}, 4) WHERE seq = 4"
    )
    verdict = store.verify()
    assert (verdict.broken, verdict.why) == (4, Break.ALTERED)


def test_a_deleted_entry_is_named(db: Database, store: RecordStore) -> None:
    unguarded(db).execute("DELETE FROM record_entry WHERE seq = 5")
    assert (store.verify().broken, store.verify().why) == (5, Break.MISSING)


def test_two_swapped_entries_are_found(db: Database, store: RecordStore) -> None:
    unguarded(db)
    for one, other in ((3, -1), (7, 3), (-1, 7)):
        db.execute("UPDATE record_entry SET seq = ? WHERE seq = ?", [other, one])
    assert (store.verify().broken, store.verify().why) == (3, Break.ALTERED)


def test_an_entry_that_was_rewritten_with_its_hash_breaks_the_next(db: Database, store: RecordStore) -> None:
    old = next(store.log.entries(4, 4))
    forged = replace(old, payload=old.payload.replace('"percent":3', '"percent":99'))
    assert forged != old
    unguarded(db).execute(
        "UPDATE record_entry SET payload = ?, hash = ? WHERE seq = 4", [forged.payload, hash_of(forged)]
    )
    assert (store.verify().broken, store.verify().why) == (5, Break.UNLINKED)


def test_entries_cut_from_the_end_are_missed_by_the_head(db: Database, store: RecordStore) -> None:
    unguarded(db).execute("DELETE FROM record_entry WHERE seq > 8")
    assert (store.verify().broken, store.verify().why) == (9, Break.CUT)


def test_entries_smuggled_in_at_the_end_are_not_those_of_the_head(db: Database, store: RecordStore) -> None:
    last = next(store.log.entries(10, 10))
    more = replace(last, seq=11, prev=last.hash)
    db.execute(
        "INSERT INTO record_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [*(getattr(more, name) for name in FIELDS), hash_of(more)],
    )
    assert store.verify().why is Break.BEHIND


def test_a_chain_made_anew_is_seen_only_by_a_head_that_was_kept_elsewhere(db: Database, store: RecordStore) -> None:
    kept = store.log.head
    unguarded(db)
    forge(db, list(store.log.entries()), lambda e: replace(e, payload=e.payload.replace('"percent":3', '"percent":99')))
    assert store.verify().sound  # whoever can write the file can write all of it
    verdict = store.verify(kept)
    assert (verdict.broken, verdict.why) == (10, Break.ANCHOR)


def test_a_kept_head_still_fits_when_the_record_has_grown_and_misses_what_was_cut(
    db: Database, store: RecordStore
) -> None:
    kept = parse_head(str(store.log.head))
    store.record(started("71-2"), AN, NOW + 20 * MINUTE, "later")
    assert store.verify(kept).sound
    unguarded(db)
    forge(db, list(store.log.entries())[:7], lambda e: e)
    assert store.verify().sound
    assert (store.verify(kept).broken, store.verify(kept).why) == (8, Break.CUT)


def forge(db: Database, entries: list[AuditEntry], change: Callable[[AuditEntry], AuditEntry]) -> None:
    """Write the whole record anew with the change, hashes and head as they should be."""
    db.execute("DELETE FROM record_entry")
    head = Head()
    for entry in entries:
        forged = replace(change(entry), prev=head.hash)
        head = Head(forged.seq, hash_of(forged))
        db.execute(
            "INSERT INTO record_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [*(getattr(forged, name) for name in FIELDS), head.hash],
        )
    db.execute("UPDATE record_head SET count = ?, hash = ?", [head.count, head.hash])


def test_a_tampered_state_is_found_and_made_anew(db: Database, store: RecordStore) -> None:
    before = list(store.state.rows())
    db.execute("UPDATE progress SET data = replace(data, 'done', 'dropped')")
    assert store.verify().sound
    assert store.state_differs()
    store.rebuild()
    assert list(store.state.rows()) == before
    assert not store.state_differs()


def test_a_clock_that_was_set_back_is_noted_and_decides_nothing(
    store: RecordStore, caplog: pytest.LogCaptureFixture
) -> None:
    receipt = store.record(started("71-2", percent=70), AN, NOW - 600 * MINUTE, "back")
    assert receipt.number == 11
    assert "set back" in caplog.text
    verdict = store.verify()
    assert verdict.sound
    assert verdict.backwards == (11,)
    store.record(started("71-2", percent=80), AN, NOW - 900 * MINUTE, "further back")
    assert store.state.progress("71-2", "Bộ Y tế").percent == 80
    assert not store.state_differs()


def test_an_empty_record_is_sound_and_a_missing_head_is_not() -> None:
    db = open_database(None)
    store = record_store(db)
    assert store.verify().sound
    store.record(started(), AN, NOW, "1")
    db.execute("DELETE FROM record_head")
    assert store.verify().why is Break.BEHIND


@pytest.mark.parametrize("text", ["", "5", "5:abc", "x:" + "0" * 64, "5:" + "G" * 64, "-1:" + "0" * 64])
def test_what_is_no_head_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_head(text)


def test_the_hash_is_over_every_field() -> None:
    entry = AuditEntry(1, "2026-11-22T02:00:00+00:00", "a", "b", "c", "d", "e", "f", "")
    variants = [
        replace(entry, **{name: "z"}) for name in ("at", "actor", "agency", "kind", "subject", "payload", "prev")
    ]
    hashes = {hash_of(e) for e in (entry, replace(entry, seq=2), *variants)}
    assert len(hashes) == len(variants) + 2
    moved = replace(entry, actor="ab", agency="")  # no field runs into the next
    assert hash_of(moved) != hash_of(entry)


def test_no_entries_with_a_head_are_cut() -> None:
    assert verify([], Head(3, "0" * 64)).why is Break.CUT
