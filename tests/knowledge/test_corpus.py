"""The corpus is proven against the texts, and every kind of damage to it is found."""

import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from knowledge.checks import check_corpus, coverage, main, normalised, require_sound
from knowledge.errors import CorpusError
from knowledge.loading import CORPUS, load_corpus
from knowledge.when import DeadlineKind

SMALL = ("17-tb-cqttbcd", "tu-17-tb")
TASKS = "17-tb-cqttbcd/tasks.toml"
PAIR = '[[pair]]\na = "tu-1.1"\nb = "17-ii2"\nwhy = "…"\n'
TERM = '[[term]]\nen = "database"\nvi = "cơ sở dữ liệu"\nother = ["DB"]\n'
SYNONYM = '[[synonym]]\nsay = "mã độc"\nmeans = "lỗ hổng"\n'


def test_the_shipped_corpus_is_sound() -> None:
    assert list(check_corpus(load_corpus())) == []


@dataclass(frozen=True)
class Size:
    """What is counted of a directive. Numbers change only with a reviewed change of the corpus."""

    passages: int
    tasks: int
    not_tasks: int
    triggers: int
    dated: int
    strict: int
    indicators: int = 0
    databases: int = 0


SIZES = {
    "71": Size(passages=543, tasks=335, not_tasks=15, triggers=160, dated=305, strict=1, indicators=54),
    "05": Size(passages=91, tasks=68, not_tasks=6, triggers=45, dated=22, strict=1),
    "07": Size(passages=120, tasks=64, not_tasks=18, triggers=59, dated=29, strict=6),
    "17": Size(passages=126, tasks=85, not_tasks=16, triggers=59, dated=29, strict=3),
    "329": Size(passages=132, tasks=47, not_tasks=15, triggers=55, dated=31, strict=5, databases=45),
    "tu": Size(passages=12, tasks=17, not_tasks=5, triggers=2, dated=1, strict=1),
}


def test_each_directive_has_the_size_that_was_reviewed() -> None:
    assert {
        folder.directive.id: Size(
            passages=len(folder.passages),
            tasks=len(folder.tasks),
            not_tasks=len(folder.not_tasks),
            triggers=coverage(folder)[1].triggers,
            dated=sum(t.deadline.kind in {DeadlineKind.BY, DeadlineKind.WITHIN} for t in folder.tasks),
            strict=sum(t.deadline.strict for t in folder.tasks),
            indicators=len(folder.indicators),
            databases=len(folder.databases),
        )
        for folder in load_corpus().folders
    } == SIZES


def test_directives_stand_oldest_first_and_the_undated_last() -> None:
    assert [folder.directive.id for folder in load_corpus().folders] == ["71", "05", "07", "17", "329", "tu"]


def test_only_the_restored_scan_is_called_restored() -> None:
    restored = {f.directive.id for f in load_corpus().folders if f.directive.restored}
    uncertain = {f.directive.id for f in load_corpus().folders if f.uncertain}
    assert restored == uncertain == {"07"}


def test_related_tasks_point_at_each_other() -> None:
    tasks = {task.id: task for task in load_corpus().tasks}
    assert sum(bool(task.related) for task in tasks.values()) > 200
    for task in tasks.values():
        assert task.id not in task.related
        assert all(task.id in tasks[other].related for other in task.related)


def test_paths_are_unique_within_a_directive() -> None:
    for folder in load_corpus().folders:
        assert max(Counter(p.path for p in folder.passages).values()) == 1


# ---- damage ----


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Two of the directives, one pair of related tasks."""
    for name in SMALL:
        shutil.copytree(CORPUS / name, tmp_path / name)
    shutil.copy(CORPUS / "agencies.toml", tmp_path)
    (tmp_path / "related.toml").write_text(PAIR, encoding="utf-8")
    (tmp_path / "glossary.toml").write_text(TERM, encoding="utf-8")
    (tmp_path / "synonyms.toml").write_text(SYNONYM, encoding="utf-8")
    return tmp_path


def edit(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text(encoding="utf-8")
    after = change(before)
    assert after != before, "the damage was not done"
    path.write_text(after, encoding="utf-8")


def swap(old: str, new: str) -> Callable[[str], str]:
    """Replace the first `old`."""
    return lambda text: text.replace(old, new, 1)


def without(pattern: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, "", text, count=1, flags=re.DOTALL)


def without_task(code: str) -> Callable[[str], str]:
    return without(rf'\[\[task\]\]\nid = "{re.escape(code)}"\n.*?(?=\n\[\[task\]\]|\n#|\Z)')


DAMAGE = {
    "a changed quote": (
        TASKS,
        swap(
            "Triển khai ứng dụng VNeID trở thành nền tảng số quốc gia, là",
            "Triển khai ứng dụng VNeID thành nền tảng, là",
        ),
        "17-5c2.2: quote không có trong văn bản",
    ),
    "no quote": (
        TASKS,
        without(r"(?<=quote = ''')\(1\) Xây dựng và đưa vào vận hành Hệ thống[^']*"),
        "17-5c2.1: không có trích dẫn",
    ),
    "a changed lead-in": (
        TASKS,
        swap("lead_in = '''Bộ Công an:'''", "lead_in = '''Bộ Công an chủ trì:'''"),
        "lead_in không có",
    ),
    "a wrong last day": (TASKS, swap("last = 2026-03-01", "last = 2026-03-02"), "17-5c2.1: thời hạn"),
    "a wrong first day": (TASKS, swap("first = 2026-01-01", "first = 2026-01-02"), "thời hạn"),
    "strict left out": (TASKS, swap(", strict = true", ""), "bộ đọc hiểu là by None…2026-01-10 nghiêm"),
    "a wrong kind of deadline": (TASKS, swap('kind = "by", last = 2026-03-01', 'kind = "open"'), "17-5c2.1: thời hạn"),
    "a deadline the text does not have": (
        TASKS,
        swap("'''hoàn thành chậm nhất ngày 01/3/2026''', kind", "'''xong chậm nhất ngày 01/3/2026''', kind"),
        "17-5c2.1: thời hạn 'xong chậm nhất ngày 01/3/2026' không có trong văn bản",
    ),
    "an unknown lead": (
        TASKS,
        swap('leads = ["Bộ Công an"]', 'leads = ["Bộ Bưu điện"]'),
        "không có cơ quan 'Bộ Bưu điện'",
    ),
    "an unknown coordinator": (TASKS, swap("coordinators = []", 'coordinators = ["BCA"]'), "không có cơ quan 'BCA'"),
    "nobody in the lead": (TASKS, swap('leads = ["Bộ Công an"]', "leads = []"), "không có cơ quan chủ trì"),
    "an id that is used twice": (TASKS, swap('id = "17-5c2.2"', 'id = "17-5c2.1"'), "mã 17-5c2.1 dùng 2 lần"),
    "an id of another directive": (TASKS, swap('id = "17-5c2.2"', 'id = "07-5c2.2"'), "07-5c2.2: mã không đúng dạng"),
    "a removed task with a deadline": (TASKS, without_task("17-5c2.1"), "17: chưa có nhiệm vụ hay lý do cho"),
    "a removed task with a lead": (TASKS, without_task("17-ii7p2.1"), "giaovănphòngtrungươngđảngchủtrì"),
    "a path nobody knows": (
        TASKS,
        swap('path = "PL.5.c-2(1)"', 'path = "PL.5.c-9(1)"'),
        "17-5c2.1: không có đoạn PL.5.c-9(1)",
    ),
    "a title of 91 characters": (
        TASKS,
        swap('title = "Triển khai ứng dụng VNeID trở thành nền tảng số quốc gia"', f'title = "{"x" * 91}"'),
        "17-5c2.2: tiêu đề dài 91 ký tự",
    ),
    "an empty title": (
        TASKS,
        swap('title = "Triển khai ứng dụng VNeID trở thành nền tảng số quốc gia"', 'title = ""'),
        "17-5c2.2: tiêu đề dài 0 ký tự",
    ),
    "an unknown parent": (
        TASKS,
        swap('id = "17-5c2.2"', 'id = "17-5c2.2"\nparent = "17-99"'),
        "17-5c2.2: cha 17-99 không có",
    ),
    "decomposed letters": (
        TASKS,
        swap("Triển khai ứng dụng", "Trie\u0302\u0309n khai ứng dụng"),
        "17-5c2.2: không phải NFC",
    ),
    "an unknown related task": ("related.toml", swap('"17-ii2"', '"17-99"'), "việc liên quan 17-99 không có"),
    "a pair of unknown tasks": (
        "related.toml",
        lambda text: text + PAIR.replace("-", "-9"),
        "việc liên quan 17-9ii2 không có",
    ),
    "a dropped passage": (
        "tu-17-tb/passages.txt",
        without(r"## 1/3\n.*?(?=## )"),
        "tu: không có trong các đoạn",
    ),
    "a passage twice": (
        "tu-17-tb/passages.txt",
        lambda text: text + text[text.index("## 1/3") : text.index("## 2\n")],
        "tu: đường dẫn 1/3 dùng 2 lần",
    ),
    "a changed word in a passage": (
        "tu-17-tb/passages.txt",
        swap("10/01/2026", "10/02/2026"),
        "tu: không có trong các đoạn",
    ),
    "a changed word in the text": ("tu-17-tb/text.txt", swap("10/01/2026", "10/02/2026"), "tu-1.7: thời hạn"),
    "a reason left out": (
        "17-tb-cqttbcd/not_tasks.toml",
        swap('reason = "Kể lại ai chủ trì hội nghị, không giao việc."', 'reason = ""'),
        "17 MĐ/6: thiếu lý do",
    ),
    "a place that is not in the text": (
        "17-tb-cqttbcd/not_tasks.toml",
        swap("Hội nghị do đồng chí", "Cuộc họp do đồng chí"),
        "17 MĐ/6: 'Cuộc họp do đồng chí",
    ),
    "one name for two agencies": (
        "agencies.toml",
        swap('abbreviations = ["BYT"', 'abbreviations = ["BCA"'),
        "'bca' vừa là",
    ),
    "an unknown member of a group": (
        "agencies.toml",
        swap('    "Thành phố Huế",\n]', '    "Thành phố Cố đô",\n]'),
        "không có Thành phố Cố đô",
    ),
    "an English term for what no text says": (
        "glossary.toml",
        swap("cơ sở dữ liệu", "kho cơ sở dữ liệu"),
        "từ tiếng Anh 'DB': 'kho cơ sở dữ liệu' không có trong văn bản",
    ),
    "everyday words for what no text says": (
        "synonyms.toml",
        swap("lỗ hổng", "hổng lỗ"),
        "từ đồng nghĩa 'mã độc': 'hổng lỗ' không có trong văn bản",
    ),
    "two folders of one directive": (
        "tu-17-tb/directive.toml",
        swap('id = "tu"', 'id = "17"'),
        "văn bản 17 có 2 thư mục",
    ),
}


def test_the_small_corpus_is_sound_before_it_is_damaged(small: Path) -> None:
    assert list(check_corpus(load_corpus(small))) == []


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_found_and_the_corpus_refused(small: Path, damage: str) -> None:
    place, change, finding = DAMAGE[damage]
    edit(small / place, change)
    corpus = load_corpus(small)
    with pytest.raises(CorpusError) as refused:
        require_sound(corpus)
    assert [f for f in refused.value.findings if finding in f], refused.value.findings


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("Bộ Công an<sup>12</sup> chủ trì", "BộCôngan" + "chủtrì"),
        ("<b>Tên</b> | **nhiệm vụ** #", "Tênnhiệmvụ"),
        ("TT\tTên nhiệm vụ\tThời hạn\nđúng", "đúng"),
        ("tie\u0302\u0301n", "tiến"),
        ("CDS, chuyên đổi", "CDS,chuyênđổi"),
    ],
)
def test_what_is_forgiven_when_a_quote_is_compared(text: str, compared: str) -> None:
    assert normalised(text) == compared


# ---- the command ----


def test_the_command_tells_the_counts_and_that_nothing_was_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    told = capsys.readouterr().out
    assert told.endswith("0 phát hiện\n")
    assert [line.split()[0] for line in told.splitlines()[:-1]] == list(SIZES)


def test_the_command_checks_one_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--folder", "tu-17-tb"]) == 0
    assert capsys.readouterr().out.splitlines()[0].split()[:2] == ["tu", "12"]


def test_the_command_says_what_it_cannot_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--folder", "no-such-folder"]) == 1
    assert "✗ no-such-folder/directive.toml" in capsys.readouterr().out
