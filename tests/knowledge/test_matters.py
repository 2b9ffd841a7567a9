"""What a question is about is no condition: names in a matter, agencies and times of which no task speaks so."""

import pytest

from bot.shapes import Asking
from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from knowledge.questions import Intent
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("giảm thuế cho DN làm chip – NV nào?", "doanh nghiệp làm chip"),
        ("việc nào hỗ trợ cho doanh nghiệp khởi nghiệp", "doanh nghiệp khởi nghiệp"),
        ("đào tạo cho các địa phương: nhiệm vụ nào", "địa phương"),
        ("Bộ nào xây cơ sở dữ liệu của Quốc hội", "của Quốc hội"),
        ("Which ministry makes sure there is money every year for the government's cloud?", "government"),
    ],
)
def test_names_in_a_matter_are_asked_about_as_that(base: KnowledgeBase, question: str, topic: str) -> None:
    reading = base.read(question, TODAY)
    assert reading.agencies == ()
    assert topic in reading.topic


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("việc giao cho doanh nghiệp", "Các doanh nghiệp"),
        ("việc cho các địa phương", "Các địa phương"),
        ("nhiệm vụ cho các bộ, ngành", "Các bộ, ngành"),
        ("có việc gì cho các bộ", "Các bộ, ngành"),
        ("MOH's overdue tasks", "Bộ Y tế"),
        ("the Ministry of Health's tasks on data", "Bộ Y tế"),
        ("việc của Bộ Y tế do bộ nào phối hợp", "Bộ Y tế"),
    ],
)
def test_who_is_given_tasks_is_asked_about(base: KnowledgeBase, question: str, name: str) -> None:
    assert [each.name for each in base.read(question, TODAY).agencies] == [name]


@pytest.mark.parametrize(
    "question",
    ["VNPT đã lắp bao nhiêu trạm 5G rồi?", "Dân số cả nước năm 2026 là bao nhiêu?", "Dân số cả nước năm 2026"],
)
def test_an_agency_or_a_year_makes_no_list_of_something_else(base: KnowledgeBase, question: str) -> None:
    found = answer(base.read(question, TODAY), base, TODAY)
    told = Asking(base, TODAY).ask(question)
    assert found.reading.intent is not Intent.LIST
    assert "Hiểu là" not in told["answer"]
    assert not found.tasks or "năm 2026" in question


@pytest.mark.parametrize(
    "question",
    [
        "việc về chip trong tháng 2/2027",
        "tasks on chips due in February 2027",
        "việc về y tế của Bộ Quốc phòng năm 2028",
    ],
)
def test_no_task_fits_conditions_that_none_meets(base: KnowledgeBase, question: str) -> None:
    told = Asking(base, TODAY).ask(question)
    assert told["tasks"] == []
    assert "Không có nhiệm vụ nào khớp." in told["answer"] or "No task fits." in told["answer"]
    assert told["passages"]  # what the text says of it is told below
