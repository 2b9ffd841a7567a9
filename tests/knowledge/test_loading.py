"""Reading the corpus folder: what is there becomes values, what is malformed names its file."""

import shutil
from pathlib import Path

import pytest

from knowledge.errors import CorpusError
from knowledge.loading import CORPUS, load_corpus, load_folder, load_registry

FOLDER = "tu-17-tb"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A corpus of one directive."""
    shutil.copytree(CORPUS / FOLDER, tmp_path / FOLDER)
    shutil.copy(CORPUS / "agencies.toml", tmp_path)
    return tmp_path


def test_a_directive_without_a_date_has_none(root: Path) -> None:
    folder = load_folder(root / FOLDER)
    assert folder.directive.date is None
    assert folder.indicators == folder.databases == folder.uncertain == ()
    assert [t.order for t in folder.tasks] == list(range(len(folder.tasks)))
    assert [p.order for p in folder.passages] == list(range(len(folder.passages)))


def test_windows_line_ends_change_nothing(root: Path) -> None:
    before = load_folder(root / FOLDER)
    for path in (root / FOLDER).iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    after = load_folder(root / FOLDER)
    assert (after.passages, after.tasks) == (before.passages, before.tasks)


def test_related_tasks_know_each_other(root: Path) -> None:
    (root / "related.toml").write_text('[[pair]]\na = "tu-1.1"\nb = "tu-1.2"\nwhy = "…"\n', encoding="utf-8")
    corpus = load_corpus(root)
    related = {t.id: t.related for t in corpus.tasks if t.related}
    assert related == corpus.related == {"tu-1.1": ("tu-1.2",), "tu-1.2": ("tu-1.1",)}


def test_tasks_are_read_from_several_files_in_their_order(root: Path) -> None:
    whole = load_folder(root / FOLDER)
    path = root / FOLDER / "tasks.toml"
    pieces = path.read_text(encoding="utf-8").split("[[task]]")
    path.unlink()
    for name, part in (("tasks-1", pieces[1:5]), ("tasks-2", pieces[5:])):
        (path.parent / f"{name}.toml").write_text("".join("[[task]]" + p for p in part), encoding="utf-8")
    assert load_folder(root / FOLDER).tasks == whole.tasks


MALFORMED = [
    (f"{FOLDER}/directive.toml", 'id = "tu"', 'id = "tu', f"{FOLDER}/directive.toml"),
    (f"{FOLDER}/directive.toml", 'number = "', 'nummer = "', f"{FOLDER}/directive.toml: thiếu 'number'"),
    (f"{FOLDER}/tasks.toml", 'path = "1/3"', 'place = "1/3"', f"{FOLDER}/tasks.toml, nhiệm vụ tu-1.7: thiếu 'path'"),
    (f"{FOLDER}/tasks.toml", 'kind = "by"', 'kind = "soon"', f"{FOLDER}/tasks.toml, nhiệm vụ tu-1.7: 'soon'"),
    (f"{FOLDER}/tasks.toml", "[[task]]", "[[tasks]]", f"{FOLDER}/tasks.toml"),
    (f"{FOLDER}/not_tasks.toml", "reason = ", "why = ", f"{FOLDER}/not_tasks.toml"),
    ("agencies.toml", 'kind = "ministry"\n', "", "agencies.toml: thiếu 'kind'"),
    ("agencies.toml", "[[group]]", "[[groups]]", "agencies.toml"),
]


@pytest.mark.parametrize(("place", "old", "new", "told"), MALFORMED)
def test_a_malformed_file_is_named(root: Path, place: str, old: str, new: str, told: str) -> None:
    path = root / place
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(CorpusError) as refused:
        load_corpus(root)
    assert told in refused.value.findings[0]


@pytest.mark.parametrize("name", ["text.txt", "passages.txt"])
def test_a_missing_file_is_named(root: Path, name: str) -> None:
    (root / FOLDER / name).unlink()
    with pytest.raises(CorpusError, match=f"{FOLDER}/{name}"):
        load_corpus(root)


def test_a_file_in_another_encoding_is_named(root: Path) -> None:
    (root / FOLDER / "text.txt").write_bytes("Bộ Công an".encode("utf-16"))
    with pytest.raises(CorpusError, match=rf"{FOLDER}/text\.txt: "):
        load_corpus(root)


def test_a_corpus_without_agencies_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"agencies\.toml: "):
        load_registry(tmp_path)
