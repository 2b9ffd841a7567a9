"""Directives named by when they were issued."""

from datetime import date

import pytest

from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, read_question
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("question", "directives"),
    [
        ("văn bản tháng 6 giao gì cho Bộ Y tế", ("329",)),
        ("van ban thang 6 giao gi cho bo y te", ("329",)),
        ("thông báo ngày 24/6 có gì", ("329",)),
        ("kết luận tháng 7 năm 2025 nói gì về dữ liệu", ("05",)),
        ("kết luận tháng 7/2025 có việc gì", ("05",)),
        ("thông báo kết luận ban hành ngày 15/10/2025", ("07",)),
        ("nghị quyết ra tháng 4/2025", ("71",)),
        ("kết luận cuối năm 2025 giao Bộ Nội vụ việc gì", ("17",)),
        ("what does the July 2025 conclusion say about data", ("05",)),
        ("tasks under the notice of June 2026", ("329",)),
        ("văn bản mới nhất nói gì", ("329",)),
        ("the latest directive", ("329",)),
    ],
)
def test_kind_and_time_name_a_directive(base: KnowledgeBase, question: str, directives: tuple[str, ...]) -> None:
    reading = read_question(question, base.vocabulary, TODAY)
    assert reading.directives == directives
    assert reading.period is None  # the time is the directive's, not a deadline's


@pytest.mark.parametrize(
    "question",
    [
        "nghị quyết nào phải ban hành trong quý I/2026",
        "văn bản nào đến hạn tháng 6/2026",
        "Bộ Y tế có việc gì trong tháng 6/2026",
        "trình nghị quyết trước ngày 15/7/2026",
        "thông báo tháng 11/2026",  # none was issued then
    ],
)
def test_a_deadline_names_no_directive(base: KnowledgeBase, question: str) -> None:
    assert read_question(question, base.vocabulary, TODAY).directives == ()


def test_the_same_days_of_any_year_are_meant_where_no_year_is_written(base: KnowledgeBase) -> None:
    for today in (date(2025, 11, 1), date(2027, 2, 3)):
        assert read_question("thông báo tháng 10 có gì", base.vocabulary, today).directives == ("07",)


@pytest.mark.parametrize(
    ("question", "directives"),
    [
        ("Nghị quyết 71-NQ/TW về giáo dục", ()),
        ("Nghị quyết 71 của Bộ Chính trị về giáo dục", ()),
        ("71/NQ-CP", ("71",)),
        ("Nghị quyết số 71/NQ-CP giao gì", ("71",)),
        ("17-TB/CQTTBCĐ", ("17",)),
        ("329/TB-VPCP", ("329",)),
    ],
)
def test_another_issuers_number_is_another_document(
    base: KnowledgeBase, question: str, directives: tuple[str, ...]
) -> None:
    reading = read_question(question, base.vocabulary, TODAY)
    assert reading.directives == directives
    assert bool(reading.foreign) is not bool(directives)


def test_the_resolution_itself_can_be_asked_about(base: KnowledgeBase) -> None:
    reading = read_question("nq57 ban hành ngày nào", base.vocabulary, TODAY)
    assert reading.intent is Intent.FACT
    assert "57-NQ" in reading.said
    of_ministry = read_question("việc thực hiện NQ57 của Bộ Y tế", base.vocabulary, TODAY)
    assert of_ministry.topic == ""
