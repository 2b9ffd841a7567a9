"""What is asked and stands nowhere: unknown bodies, who heads a ministry, how far things are; "ai" that is AI."""

import pytest

from bot.shapes import Asking
from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from knowledge.questions import State
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("Bộ Năng lượng có việc gì quá hạn", "Bộ Năng lượng"),
        ("Cục Thuế quá hạn việc nào", "Cục Thuế"),
        ("cục thuế quá hạn", "cục thuế"),
        ("Ủy ban Chứng khoán Nhà nước có việc gì", "Ủy ban Chứng khoán Nhà nước"),
        ("Ministry of Energy tasks 2026", "Ministry of Energy"),
        ("State Securities Commission tasks", "State Securities Commission"),
        ("tax department tasks", "tax department"),
        ("Min of Energy overdue", "Ministry of Energy"),
    ],
)
def test_a_body_that_no_directive_knows_is_told(base: KnowledgeBase, question: str, body: str) -> None:
    assert base.read(question, TODAY).unknown == body


@pytest.mark.parametrize(
    "question",
    [
        "Bộ Y tế có việc gì quá hạn",
        "bộ tiêu chí quá hạn",
        "tập đoàn công nghệ nào có việc",
        "Sở Y tế quá hạn",
        "Min of Health overdue",
        "Ministry of Health tasks",
        "which department leads the data law",
        "Central Organising Commission tasks",
    ],
)
def test_what_is_known_or_no_body_is_not_told(base: KnowledgeBase, question: str) -> None:
    assert base.read(question, TODAY).unknown == ""


@pytest.mark.parametrize("question", ["VCCI tasks", "GSO tasks", "việc của VCCI"])
def test_what_no_text_holds_has_no_tasks_in_other_words(base: KnowledgeBase, question: str) -> None:
    assert not answer(base.read(question, TODAY), base, TODAY).tasks


@pytest.mark.parametrize(
    "question",
    [
        "việc về ai của bộ khcn",
        "việc chậm của bộ khcn về ai",
        "ứng dụng ai quá hạn",
        "nhiệm vụ liên quan ai",
        "luật ai",
        "ai phụ trách ứng dụng ai trong trường học",
        "phat trien ai ai chu tri",
    ],
)
def test_ai_in_small_letters(base: KnowledgeBase, question: str) -> None:
    reading = base.read(question, TODAY)
    assert "AI" in reading.said
    assert ("ai", "AI") in [(each.written, each.read) for each in reading.repairs]


@pytest.mark.parametrize(
    "question",
    ["báo cáo việc này về ai", "việc này gửi về ai", "ứng dụng định danh ai phụ trách", "nền tảng này ai làm"],
)
def test_ai_that_asks_who(base: KnowledgeBase, question: str) -> None:
    assert "AI" not in base.read(question, TODAY).topic


@pytest.mark.parametrize(
    "question",
    [
        "hạn gần nhất của bộ y tế",
        "việc sắp tới của bộ y tế",
        "sắp tới bộ y tế có việc gì",
        "thời gian tới bộ y tế có nhiệm vụ gì",
        "next deadline for MOH",
        "nearest deadline MOH",
    ],
)
def test_what_comes_next_is_not_yet_due(base: KnowledgeBase, question: str) -> None:
    reading = base.read(question, TODAY)
    assert (reading.states, reading.topic) == ((State.IN_TIME,), "")


@pytest.mark.parametrize("question", ["ttcp quá hạn", "việc của TTCP"])
def test_ttcp_is_the_inspectorate_where_tasks_are_asked_for(base: KnowledgeBase, question: str) -> None:
    assert [ask.name for ask in base.read(question, TODAY).agencies] == ["Thanh tra Chính phủ"]
    assert base.read("bộ y tế phải trình ttcp việc gì", TODAY).topic == "trình Thủ tướng Chính phủ"


@pytest.mark.parametrize("question", ["who is the minister of science and technology", "bộ trưởng bộ khcn là ai"])
def test_who_heads_a_ministry_stands_nowhere(base: KnowledgeBase, question: str) -> None:
    found = answer(base.read(question, TODAY), base, TODAY)
    assert not found.passages
    assert not found.tasks


@pytest.mark.parametrize(
    ("question", "aim"),
    [
        ("Hiện Việt Nam đang xếp thứ mấy về năng lực cạnh tranh số?", "4"),
        ("tính đến nay bao nhiêu người đã có chữ ký số", "31"),
        ("What is Vietnam's current rank in the UN e-government survey?", "5"),
    ],
)
def test_how_far_an_indicator_is_stands_nowhere(base: KnowledgeBase, question: str, aim: str) -> None:
    found = answer(base.read(question, TODAY), base, TODAY)
    assert not found.found
    assert found.aim == aim
    shown = answer(base.read(f"chỉ tiêu {aim}", TODAY), base, TODAY)
    assert ([row.code for row in shown.indicators], shown.reading.unread) == ([aim], ())


@pytest.mark.parametrize(
    "question",
    [
        "Ai đang làm Chủ tịch Hội đồng Tư vấn quốc gia?",
        "giám đốc Trung tâm dữ liệu quốc gia là ai",
        "who is the director of the National Data Centre",
    ],
)
def test_who_holds_an_office_that_no_text_fills(base: KnowledgeBase, question: str) -> None:
    assert not answer(base.read(question, TODAY), base, TODAY).found


def test_a_task_is_known_by_what_is_submitted(base: KnowledgeBase) -> None:
    question = "Who has to submit the strategic industry investment fund to the PM for establishment, and by when?"
    found = answer(base.read(question, TODAY), base, TODAY)
    assert (found.reading.agencies, [hit.task.id for hit in found.tasks]) == ((), ["71-61"])


def test_who_signed_is_kept_for_another_directive(base: KnowledgeBase) -> None:
    asking = Asking(base, TODAY, conversation=True)
    asking.ask("nghị quyết 71 ai ký")
    assert [each["path"][:2] for each in asking.ask("còn thông báo 329")["passages"]] == ["KT"] * 3
    assert not asking.ask("tóm tắt thông báo 05")["passages"]


@pytest.mark.parametrize("typed", ["đên han tháng 10/2026", "đến han tháng 10/2026", "dên hạn tháng 10/2026"])
def test_wrong_marks_on_words_that_can_be_nothing_else(base: KnowledgeBase, typed: str) -> None:
    assert base.read(f"nhiệm vụ bộ xây dựng chủ tri {typed}", TODAY).topic == ""
