"""A report is told from a question: no question of the sets is taken for a report, and reports are."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from knowledge.base import KnowledgeBase
from knowledge.progress import Status
from knowledge.reporting import agrees, bare_report, begins_report, read_words, report_in, split_reports, takes_back

TODAY = date(2026, 11, 22)
TESTS = Path(__file__).parents[1]


def questions() -> Iterator[str]:
    """Yield every question of the development set, those of conversations too."""
    for path in sorted((TESTS / "eval").glob("*.toml")):
        if path.name != "levels.toml":
            for row in tomllib.loads(path.read_text(encoding="utf-8"))["question"]:
                yield from row.get("turns") or [row["text"]]


def reports() -> Iterator[dict[str, str]]:
    """Yield every report of the development set that is on a task."""
    for path in sorted((TESTS / "reports").glob("*.toml")):
        if path.name != "levels.toml":
            yield from (row for row in tomllib.loads(path.read_text(encoding="utf-8"))["report"] if row["tasks"])


def test_no_question_is_taken_for_a_report(base: KnowledgeBase) -> None:
    asked = list(questions())
    assert len(asked) > 700
    assert [text for text in asked if report_in(text, base, TODAY)] == []


def test_no_question_is_taken_for_a_bare_report(base: KnowledgeBase) -> None:
    assert [text for text in questions() if bare_report(text, base, TODAY)] == []


def test_no_question_is_taken_for_a_wish_to_report(base: KnowledgeBase) -> None:
    assert [text for text in questions() if begins_report(text) or takes_back(text) or agrees(text)] == []


@pytest.mark.parametrize(
    "text",
    ["báo cáo", "bao cao tien do", "Em muốn báo cáo ạ", "cập nhật tiến độ", "cho tôi báo cáo", "report"],
)
def test_a_wish_to_report(text: str) -> None:
    assert begins_report(text)
    assert not takes_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "rút lại",
        "rut lai bao cao vua roi",
        "cho em rút báo cáo ạ",
        "huỷ báo cáo",
        "undo",
        "rut bao cao 71-104",
        "nhầm rồi, rút lại",
        "nhầm rồi",
        "tôi báo nhầm việc 71-104",
        "em báo nhầm mất rồi ạ",
        "báo sai việc gv-3",
        "rút lại báo cáo việc 71-89.7",
        "xin lỗi, ghi nhầm",
    ],
)
def test_a_wish_to_take_back(text: str) -> None:
    assert takes_back(text)
    assert not begins_report(text)


@pytest.mark.parametrize(
    "text",
    [
        "huỷ",
        "báo cáo tháng 11",
        "báo cáo của Bộ Y tế",
        "rút ngắn thời hạn",
        "cập nhật CSDL",
        "sai rồi",
        "nhầm lẫn trong dữ liệu đất đai",
        "rút hồ sơ",
        "",
    ],
)
def test_what_is_no_such_wish(text: str) -> None:
    assert not begins_report(text)
    assert not takes_back(text)


def test_a_report_that_names_its_task_is_no_bare_one(base: KnowledgeBase) -> None:
    assert [row["text"] for row in reports() if bare_report(row["text"], base, TODAY)] == []


@pytest.mark.parametrize(
    ("text", "status", "percent", "done_on"),
    [
        ("xong rồi", Status.DONE, None, None),
        ("đã làm xong", Status.DONE, None, None),
        ("xong roi sep oi", Status.DONE, None, None),
        ("tất cả đã xong ạ", Status.DONE, None, None),
        ("done", Status.DONE, None, None),
        ("finished yesterday", Status.DONE, None, date(2026, 11, 21)),
        ("hoàn thành hôm qua", Status.DONE, None, date(2026, 11, 21)),
        ("báo cáo anh việc đó bên em đã hoàn thành ạ", Status.DONE, None, None),
        ("xong rồi, quyết định 45/QĐ-BYT ngày 20/11", Status.DONE, None, date(2026, 11, 20)),
        ("đã trình Bộ trưởng ký rồi", Status.IN_PROGRESS, None, None),
        ("em đang làm", Status.IN_PROGRESS, None, None),
        ("sắp xong rồi chỉ chờ ký", Status.IN_PROGRESS, None, None),
        ("working on it", Status.IN_PROGRESS, None, None),
        ("được 80% rồi ạ", Status.IN_PROGRESS, 80, None),
        ("80%", Status.IN_PROGRESS, 80, None),
        ("mới được một nửa", Status.IN_PROGRESS, 50, None),
        ("đang làm, vướng kinh phí chưa được cấp", Status.IN_PROGRESS, None, None),
        ("chưa làm được gì", Status.NOT_STARTED, None, None),
    ],
)
def test_a_bare_report_is_read(
    base: KnowledgeBase, text: str, status: Status, percent: int | None, done_on: date | None
) -> None:
    words = bare_report(text, base, TODAY)
    assert words is not None
    assert (words.status, words.percent, words.done_on) == (status, percent, done_on)


@pytest.mark.parametrize(
    "text",
    [
        "xong chưa",
        "làm xong chưa ạ?",
        "đã xong việc nào",
        "bao nhiêu việc đã xong",
        "cảm ơn em",
        "ok",
        "45/QĐ-BYT",
        "họp xong rồi, về ăn cơm thôi",
        "nhà em xây xong rồi",
        "71-89.7 xong",
        "các việc đã hoàn thành",
        "khó khăn, vướng mắc",
        "",
    ],
)
def test_what_is_no_bare_report(base: KnowledgeBase, text: str) -> None:
    assert bare_report(text, base, TODAY) is None


def test_reports_are_taken_for_reports(base: KnowledgeBase) -> None:
    told = list(reports())
    missed = [
        row["text"]
        for row in told
        if report_in(row["text"], base, TODAY, (base.registry.resolve(row["as"]) if "as" in row else "",)) is None
    ]
    assert len(missed) <= 0.04 * len(told), missed


@pytest.mark.parametrize(
    "text",
    [
        "việc đã hoàn thành của Bộ Y tế",
        "các nhiệm vụ đang thực hiện",
        "danh sách việc đã xong",
        "how many tasks are done",
        "completed tasks of Bộ Công an",
        "71-89.7 đã xong chưa",
        "nghị định dữ liệu đã ban hành chưa",
        "thời hạn hoàn thành CSDL đất đai",
        "phải hoàn thành trước 30/6/2026",
        "hoàn thành trong năm 2025",
        "khó khăn của Bộ Y tế",
        "vướng mắc về CSDL đất đai",
        "không đề xuất lùi thời hạn khi chưa làm rõ nguyên nhân",
        "cần đoạn nói doanh nghiệp là trung tâm, em đang viết bài",
        "CSDL của Bộ Văn hóa chưa kết nối",
        "71-89.7",
        "cảm ơn em nhé",
        "",
    ],
)
def test_what_only_names_a_state_is_no_report(base: KnowledgeBase, text: str) -> None:
    assert report_in(text, base, TODAY) is None


def test_what_is_kept_of_a_report_is_as_it_was_written(base: KnowledgeBase) -> None:
    said = read_words("da trinh CP nghi dinh ket noi hom qua, to trinh 123/TTr-BCA", base, TODAY)
    assert said.documents[0].number == "123/TTr-BCA"
    assert "trinh CP nghi dinh" in said.done


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("71-89.7 xong, 71-94 chưa làm", ["71-89.7 xong", "71-94 chưa làm"]),
        ("71-89.7 xong hôm qua còn 71-94 đang làm", ["71-89.7 xong hôm qua", "71-94 đang làm"]),
        ("gv-1 xong; gv-2 đang làm", ["gv-1 xong", "gv-2 đang làm"]),
        ("71-89.7, 71-94 xong rồi", ["71-89.7, 71-94 xong rồi"]),
        ("71-89.7 xong, đã gửi công văn", ["71-89.7 xong, đã gửi công văn"]),
    ],
)
def test_reports_that_each_have_a_code_are_taken_apart(base: KnowledgeBase, text: str, parts: list[str]) -> None:
    assert list(split_reports(text, base.vocabulary.codes)) == parts
