"""The store: filled once, refilled when the corpus changes, refused whole when it is unsound."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from knowledge.base import open_knowledge
from knowledge.errors import CorpusError, UnknownTaskError
from knowledge.loading import CORPUS, load_corpus
from knowledge.store import AskedStore, DirectiveStore, TaskQuery, open_database
from knowledge.store.asked import KEPT
from scheduler.plan import Following
from scheduler.store import MIGRATIONS, FollowingStore

NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)


@pytest.fixture
def corpus_copy(tmp_path: Path) -> Path:
    """Return a copy of the corpus that may be changed."""
    return Path(shutil.copytree(CORPUS, tmp_path / "corpus"))


def test_everything_read_from_the_corpus_comes_back_as_it_was() -> None:
    corpus = load_corpus()
    base = open_knowledge(open_database(None), NOW)
    assert base.store.in_reading_order() == list(corpus.tasks)
    assert base.store.directives() == tuple(f.directive for f in corpus.folders)
    assert base.store.registry().agencies == corpus.registry.agencies
    assert base.store.registry().groups == corpus.registry.groups
    assert base.store.indicators() == [i for f in corpus.folders for i in f.indicators]
    assert base.store.databases() == [d for f in corpus.folders for d in f.databases]
    for folder in corpus.folders:
        assert [base.store.passage(p.directive, p.path) for p in folder.passages] == list(folder.passages)


def test_a_second_start_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    first = open_database(path)
    version = open_knowledge(first, NOW).store.version
    first.close()
    again = open_database(path)
    store = open_knowledge(again, NOW + timedelta(days=1)).store
    assert store.version == version
    assert again.execute("SELECT applied_at FROM corpus_version").fetchone()[0] == NOW.isoformat()
    assert again.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_newer_corpus_is_applied_and_what_people_entered_stays(tmp_path: Path, corpus_copy: Path) -> None:
    path = tmp_path / "a.db"
    db = open_database(path, MIGRATIONS)
    open_knowledge(db, NOW, corpus_copy)
    FollowingStore(db).follow(Following(7, "Bộ Y tế", "vi"))
    number = AskedStore(db).remember(7, "bo y te", NOW)
    db.close()
    tasks = corpus_copy / "17-tb-cqttbcd" / "tasks.toml"
    text = tasks.read_text(encoding="utf-8")
    old = next(line for line in text.splitlines() if line.startswith("title = "))
    tasks.write_text(text.replace(old, 'title = "Tiêu đề mới"', 1), encoding="utf-8")
    db = open_database(path, MIGRATIONS)
    store = open_knowledge(db, NOW, corpus_copy).store
    assert "Tiêu đề mới" in {t.title for t in store.tasks()}
    assert FollowingStore(db).all() == [Following(7, "Bộ Y tế", "vi")]
    asked = AskedStore(db).recall(number, 7)
    assert asked is not None
    assert asked.question == "bo y te"


def test_an_unsound_corpus_is_refused_whole(tmp_path: Path, corpus_copy: Path) -> None:
    path = tmp_path / "a.db"
    version = open_knowledge(open_database(path), NOW, corpus_copy).store.version
    tasks = corpus_copy / "71-nq-cp" / "tasks-1.toml"
    tasks.write_text(tasks.read_text(encoding="utf-8").replace("2025-04-30", "2025-05-30", 1), encoding="utf-8")
    db = open_database(path)
    with pytest.raises(CorpusError) as refused:
        open_knowledge(db, NOW, corpus_copy)
    assert any("71-1" in finding for finding in refused.value.findings)
    assert DirectiveStore(db).version == version
    assert DirectiveStore(db).task("71-1").deadline.last is not None


def test_a_question_is_recalled_only_in_its_chat_and_for_a_while() -> None:
    asked = AskedStore(open_database(None))
    number = asked.remember(1, "câu hỏi", NOW)
    assert asked.recall(number, 1) is not None
    assert asked.recall(number, 2) is None
    assert asked.recall(number + 1, 1) is None
    asked.forget_old(NOW + KEPT)
    assert asked.recall(number, 1) is not None
    asked.forget_old(NOW + KEPT + timedelta(seconds=1))
    assert asked.recall(number, 1) is None


def test_old_questions_go_though_nobody_starts_the_bot_anew() -> None:
    asked = AskedStore(open_database(None))
    number = asked.remember(1, "câu hỏi", NOW)
    for _ in range(500):
        asked.remember(1, "câu hỏi khác", NOW + KEPT + timedelta(days=1))
    assert asked.recall(number, 1) is None


def test_an_unknown_code_raises() -> None:
    store = open_knowledge(open_database(None), NOW).store
    with pytest.raises(UnknownTaskError):
        store.task("71-999")
    assert store.tasks(TaskQuery(ids=())) == []
