"""Evidence files: told by their bytes, kept by their hash, whole or not at all."""

import errno
import io
import os
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.record import MAX_BYTES, EvidenceKind, Refusal, RefusedError, StoreFullError, media_type
from knowledge.record.evidence import DOCX, PDF, PPTX, TEXT, XLSX
from knowledge.store import EvidenceFiles, EvidenceRefusal, EvidenceRefusedError, RecordStore, open_database
from tests.trials.office import AN, NOW, Office, done

A_PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF"


def office(part: str, *more: str) -> bytes:
    """Return an archive with the parts of an office document."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("[Content_Types].xml", part, *more):
            archive.writestr(name, "<xml/>")
    return made.getvalue()


@pytest.fixture
def files(tmp_path: Path) -> EvidenceFiles:
    return EvidenceFiles(tmp_path / "evidence", lambda data, _type, name: b"SECRET" in data or "MẬT" in name)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (A_PDF, PDF),
        (b"\xef\xbb\xbf" + A_PDF, PDF),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "image/heic"),
        (office("word/document.xml"), DOCX),
        (office("xl/workbook.xml"), XLSX),
        (office("ppt/presentation.xml"), PPTX),
        ("Đã trình Chính phủ.\r\n".encode(), TEXT),
        ("Đã trình".encode("utf-16"), TEXT),
    ],
)
def test_what_may_be_evidence(data: bytes, expected: str) -> None:
    assert media_type(data) == expected


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n",
        b"MZ\x90\x00\x03\x00",
        b"\x7fELF\x02\x01",
        b"RIFF\x24\x00\x00\x00AVI LIST",
        b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00",
        b"GIF89a\x00\x01",
        b"PK\x03\x04 no archive at all",
        office("payload.exe"),
        office("word/document.xml", "word/vbaProject.bin"),
        office("word/document.xml", *(f"part-{n}-{'x' * 200}" for n in range(5000))),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"text with a \x07 bell",
        b"\xff\xfe\x00",
    ],
)
def test_what_may_not(data: bytes) -> None:
    assert media_type(data) == ""


def test_a_zip_bomb_is_never_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * 5_000_000)

    def unpacked(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(zipfile.ZipFile, "open", unpacked)
    assert media_type(made.getvalue()) == DOCX


def test_a_document_that_says_it_is_huge_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.record.evidence._MAX_UNPACKED", 10)
    assert media_type(office("word/document.xml")) == ""


def test_a_file_is_kept_by_its_hash_once(files: EvidenceFiles, tmp_path: Path) -> None:
    one = files.put(A_PDF, "to trinh.pdf")
    other = files.put(A_PDF, "ten khac.exe", EvidenceKind.FILE)
    assert one.ref == other.ref
    assert (one.name, one.media_type, one.size) == ("to trinh.pdf", PDF, len(A_PDF))
    path = tmp_path / "evidence" / one.ref[:2] / one.ref[2:4] / one.ref
    assert path.read_bytes() == A_PDF
    assert [p for p in (tmp_path / "evidence").rglob("*") if p.is_file()] == [path]
    assert files.is_whole(one.ref)


def test_only_the_bot_may_read_what_is_kept(files: EvidenceFiles, tmp_path: Path) -> None:
    path = files.path(files.put(A_PDF, "a.pdf").ref)
    assert path.stat().st_mode & 0o077 == 0
    assert (tmp_path / "evidence").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "a.pdf", EvidenceRefusal.EMPTY),
        (A_PDF + b" " * MAX_BYTES, "a.pdf", EvidenceRefusal.TOO_LARGE),
        (b"MZ\x90\x00", "a.pdf", EvidenceRefusal.TYPE),
        (A_PDF + b"SECRET", "a.pdf", EvidenceRefusal.SECRET),
        (A_PDF, "MẬT.pdf", EvidenceRefusal.SECRET),
    ],
)
def test_what_is_refused_is_not_stored(
    data: bytes, name: str, why: EvidenceRefusal, files: EvidenceFiles, tmp_path: Path
) -> None:
    with pytest.raises(EvidenceRefusedError) as refused:
        files.put(data, name)
    assert refused.value.why is why
    assert not (tmp_path / "evidence").exists()


def test_a_full_disk_leaves_no_half_file(files: EvidenceFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    files.put(b"a first one", "a.txt")
    with monkeypatch.context() as patched:
        patched.setattr("knowledge.store.evidence.os.fsync", full)
        with pytest.raises(StoreFullError):
            files.put(A_PDF, "a.pdf")
    assert len([p for p in (tmp_path / "evidence").rglob("*") if p.is_file()]) == 1
    assert files.has(files.put(A_PDF, "a.pdf").ref)


def test_a_changed_file_is_no_longer_whole(files: EvidenceFiles) -> None:
    evidence = files.put(A_PDF, "a.pdf")
    files.path(evidence.ref).write_bytes(A_PDF + b" ")
    assert not files.is_whole(evidence.ref)
    assert not files.is_whole("0" * 64)


def test_a_report_shows_only_files_that_are_kept(files: EvidenceFiles) -> None:
    store = RecordStore(open_database(None), Office(), files.has)
    evidence = files.put(A_PDF, "a.pdf")
    files.path(evidence.ref).unlink()
    with pytest.raises(RefusedError) as refused:
        store.record(done(evidence=(evidence,)), AN, NOW, "1")
    assert refused.value.why is Refusal.EVIDENCE_UNUSABLE
    files.put(A_PDF, "a.pdf")
    store.record(done(evidence=(evidence,)), AN, NOW, "1")
    assert store.state.files() == {evidence.ref}


def test_only_what_no_report_shows_for_a_day_is_swept(files: EvidenceFiles, tmp_path: Path) -> None:
    shown, forgotten = files.put(b"shown in a report", "a.txt"), files.put(b"never shown", "b.txt")
    unfinished = tmp_path / "evidence" / "unfinished" / "tmp123"
    unfinished.write_bytes(b"half")
    now = datetime.now(UTC)
    assert files.sweep({shown.ref}, now) == []
    later = now + timedelta(days=1, seconds=5)
    swept = files.sweep({shown.ref}, later)
    assert {o.path for o in swept} == {files.path(forgotten.ref), unfinished}
    assert files.has(shown.ref)
    assert files.sweep({shown.ref}, later) == []


def test_a_folder_that_is_not_there_has_no_orphans(tmp_path: Path) -> None:
    assert EvidenceFiles(tmp_path / "none", lambda *_: False).orphans(set(), datetime.now(UTC)) == []
