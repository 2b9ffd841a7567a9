"""`dondoc audit`: the record proved, written out, and its files looked after."""

import csv
import io
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from bot.app import Rooms, open_rooms
from bot.cli import main
from bot.evidence import evidence_beside, is_secret
from bot.settings import Settings
from knowledge.people import Appointment, PersonRole
from knowledge.progress import Status
from knowledge.record import Actor, Confirmed, Evidence, Reported, parse_head
from knowledge.record.chain import AuditEntry, hash_of
from knowledge.record.evidence import DOCX, PDF, TEXT
from knowledge.store import EvidenceRefusal, EvidenceRefusedError, open_database
from tests.trials.office import DUNG, NOW

Run = Callable[..., tuple[int, str, str]]
FORMULA = '=HYPERLINK("http://xau")'


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the corpus and nothing else: filling it takes a second, copying it none."""
    path = tmp_path_factory.mktemp("filled") / "bot.db"
    open_rooms(path, NOW).db.close()
    return path


@pytest.fixture
def database(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for field in Settings.model_fields.values():
        monkeypatch.delenv(str(field.validation_alias), raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DONDOC_DB", str(tmp_path / "bot.db"))
    monkeypatch.setenv("DONDOC_TODAY", "2026-11-22")
    return Path(shutil.copy(filled, tmp_path / "bot.db"))


@pytest.fixture
def rooms(database: Path) -> Rooms:
    """A database in which a task was reported done, with a file, and confirmed."""
    rooms = open_rooms(database, NOW)
    rooms.people.consent(4711, FORMULA, "vi", NOW)
    person = rooms.people.appoint(4711, Appointment(PersonRole.STAFF, "Bộ Công an"))
    by = Actor(person, rooms.people.pseudonym(4711))
    shown: Evidence = rooms.evidence.put("Tờ trình đã ký".encode(), "to trinh.txt")
    said = Reported("17-5c2.1", "Bộ Công an", Status.DONE, 100, "Đã xong", NOW.date(), evidence=(shown,))
    claim = rooms.record.record(said, by, NOW, "1").number
    rooms.record.record(Confirmed(claim), DUNG, NOW, "2")
    return rooms


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], rooms: Rooms) -> Run:
    def call(*argv: str) -> tuple[int, str, str]:
        code = main(["audit", *argv])
        return code, *capsys.readouterr()

    return call


def test_a_whole_record_is_proved_and_its_head_is_told(run: Run, rooms: Rooms) -> None:
    code, out, _ = run("verify")
    assert code == 0
    assert out == f"whole: 2 entries, head {rooms.record.log.head}\n"
    assert run("verify", "--head", str(rooms.record.log.head))[0] == 0


def test_the_first_broken_entry_is_named(run: Run, rooms: Rooms) -> None:
    rooms.db.execute("DROP TRIGGER record_entry_stays")
    rooms.db.execute("UPDATE record_entry SET payload = replace(payload, '100', '10') WHERE seq = 1")
    code, out, _ = run("verify")
    assert code == 1
    assert out == "BROKEN: entry 1 was altered: it does not fit its own hash\n"


def test_a_head_that_was_kept_elsewhere_shows_what_the_file_cannot(run: Run, rooms: Rooms) -> None:
    code, out, _ = run("verify", "--head", "3:" + "a" * 64)
    assert (code, out) == (1, "BROKEN: the record ends before entry 3, which was there\n")
    with pytest.raises(SystemExit):
        run("verify", "--head", "three")


def test_a_state_that_is_not_what_the_entries_come_to_is_told(run: Run, rooms: Rooms) -> None:
    rooms.db.execute("DELETE FROM progress")
    code, out, _ = run("verify")
    assert code == 1
    assert "present state" in out


def test_a_clock_set_back_is_noted(run: Run, rooms: Rooms) -> None:
    person = rooms.people.find(4711)
    assert person is not None
    by = Actor(person, rooms.people.pseudonym(4711))
    task = next(t.id for t in rooms.base.store.in_reading_order() if t.leads == ("Bộ Công an",) and t.id != "17-5c2.1")
    rooms.record.record(Reported(task, "Bộ Công an", Status.NOT_STARTED), by, NOW.replace(year=2025), "3")
    code, out, _ = run("verify")
    assert code == 0
    assert out.startswith("note: at entry 3 the clock stood before that of entry 2\n")


def test_csv_is_for_excel_and_runs_no_formula(run: Run, rooms: Rooms) -> None:
    code, out, err = run("export", "--csv")
    assert code == 0
    assert out.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert [(row["seq"], row["kind"], row["subject"], row["agency"]) for row in rows] == [
        ("1", "reported", "17-5c2.1", "Bộ Công an"),
        ("2", "confirmed", "17-5c2.1", "Bộ Công an"),
    ]
    assert rows[0]["name"] == f"'{FORMULA}"
    assert rows[1]["name"] == ""
    assert parse_head(err.removeprefix("head ")) == rooms.record.log.head


def test_json_is_exactly_what_was_hashed(run: Run, rooms: Rooms) -> None:
    code, out, _ = run("export", "--json")
    written = json.loads(out)
    assert code == 0
    assert written["head"] == {"count": 2, "hash": rooms.record.log.head.hash}
    assert [row["change"]["words"] for row in written["entries"][:1]] == ["Đã xong"]
    for row in written["entries"]:
        entry = AuditEntry(**{name: row[name] for name in AuditEntry.__dataclass_fields__})
        assert hash_of(entry) == row["hash"]


def test_an_empty_record_is_written_out_too(
    run: Run, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DONDOC_DB", str(shutil.copy(filled, tmp_path / "empty.db")))
    assert json.loads(run("export", "--json")[1])["entries"] == []
    assert run("export", "--csv")[1].startswith("\ufeffseq,")
    assert run("verify")[0] == 0


def test_files_are_proved_and_orphans_swept(run: Run, rooms: Rooms) -> None:
    assert run("files")[:2] == (0, "1 of 1 files whole\n")
    orphan = rooms.evidence.path(rooms.evidence.put(b"%PDF-1.7 of a report never sent", "b.pdf").ref)
    os.utime(orphan, (1_700_000_000, 1_700_000_000))
    assert f"shown by no report: {orphan}" in run("files")[1]
    assert orphan.exists()
    assert f"removed: {orphan}" in run("files", "--sweep")[1]
    assert not orphan.exists()
    shown = next(iter(rooms.record.state.files()))
    rooms.evidence.path(shown).write_bytes(b"%PDF-1.7 another")
    assert run("files")[:2] == (1, f"BROKEN: {shown} is missing or was altered\n0 of 1 files whole\n")


def test_evidence_lies_beside_its_database(rooms: Rooms, database: Path) -> None:
    digest = next(iter(rooms.record.state.files()))
    assert rooms.evidence.path(digest).is_relative_to(database.with_name("bot-evidence"))
    assert rooms.evidence.has(digest)
    assert not evidence_beside(open_database(None)).has(digest)


def stamped() -> bytes:
    made, document = io.BytesIO(), docx.Document()
    document.add_paragraph("TỐI MẬT")
    document.add_paragraph("BÁO CÁO")
    document.save(made)
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type", "name", "secret"),
    [
        ("Đã trình Chính phủ".encode(), TEXT, "bao cao.txt", False),
        ("MẬT\nBáo cáo".encode(), TEXT, "bao cao.txt", True),
        ("MẬT\nBáo cáo".encode("utf-16"), TEXT, "bao cao.txt", True),
        (b"%PDF-1.7 that nobody can read", PDF, "(Tối mật) KH.pdf", True),
        (b"%PDF-1.7 that nobody can read", PDF, "KH.pdf", False),
    ],
)
def test_what_is_stamped_secret_is_told(data: bytes, media_type: str, name: str, secret: bool) -> None:
    assert is_secret(data, media_type, name) is secret


def test_a_stamped_document_is_not_stored_whatever_its_name(rooms: Rooms) -> None:
    assert is_secret(stamped(), DOCX, "anh.jpg")
    with pytest.raises(EvidenceRefusedError) as refused:
        rooms.evidence.put(stamped(), "anh.jpg")
    assert refused.value.why is EvidenceRefusal.SECRET
