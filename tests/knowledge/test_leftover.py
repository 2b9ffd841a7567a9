"""One word beside a question's conditions: a matter of the directives limits the list, anything else is told."""

import pytest

from bot.shapes import Asking
from knowledge.base import KnowledgeBase
from knowledge.questions import matters_in
from tests.conftest import TODAY

OF_TAX = {"71-17", "71-18", "71-23", "71-24", "71-25", "71-147.10"}


@pytest.mark.parametrize(
    ("question", "topic", "own"),
    [
        ("bộ tài chính thuế quá hạn", "thuế", OF_TAX),
        ("bo tai chinh thue qua han", "thuế", OF_TAX),
        ("nhiệm vụ về thuế bộ tài chính", "thuế", OF_TAX | {"71-123", "17-6c"}),
        ("bộ công thương điện quá hạn", "điện", {"71-84"}),
        ("bộ nnmt đất quá hạn", "đất", {"71-69", "71-89.73"}),
        ("bộ công an quỹ quá hạn", "quỹ", {"71-55"}),
        ("bộ khcn chip quá hạn", "chip", {"71-122"}),
        ("bộ khcn sàn quá hạn", "sàn", {"71-103"}),
        ("vneid hạn 2026", "vneid", {"17-5c2.2", "329-3.2.5"}),
    ],
)
def test_a_matter_limits_the_list(base: KnowledgeBase, question: str, topic: str, own: set[str]) -> None:
    found = Asking(base, TODAY).ask(question)
    assert found["understood"]["topic"] == topic
    assert {task["id"] for task in found["tasks"] if not task["via_group"]} == own
    assert "⚠️" not in found["answer"]


@pytest.mark.parametrize(("question", "told"), [("bộ y tế thuốc quá hạn", "thuốc"), ("bo nnmt dat qua han", "dat")])
def test_what_no_title_has_is_told(base: KnowledgeBase, question: str, told: str) -> None:
    reading = base.read(question, TODAY)
    assert reading.topic == ""
    assert reading.unread == (told,)


@pytest.mark.parametrize(
    "question", ["bộ y tế nợ gì", "bộ y tế bị quá hạn ạ", "bo y te con no viec gi", "bộ nào nhiều việc quá hạn nhất"]
)
def test_noise_is_neither(base: KnowledgeBase, question: str) -> None:
    reading = base.read(question, TODAY)
    assert reading.topic == ""
    assert reading.unread == ()


def test_a_matter_is_not_left_aside_where_nobody_has_it(base: KnowledgeBase) -> None:
    asking = Asking(base, TODAY, conversation=True)
    asking.ask("bộ tài chính thuế quá hạn")
    found = asking.ask("còn bộ y tế")
    assert found["total"] == 0
    assert "về: thuế" in found["answer"]


def test_words_that_may_be_a_matter() -> None:
    titles = (
        "Luật Thuế",
        "ưu đãi thuế",
        "thuê nhà",
        "đất hiếm",
        "đạt chuẩn",
        "đất đai",
        "mạng",
        "trên mạng",
        "mang",
        "nợ đọng",
    )
    found = matters_in(titles)
    assert found["thuế"] == "thuế"
    assert "thue" not in found  # as well may be "thuê"
    assert {"đất", "mạng"} <= set(found)
    assert not {"dat", "mang", "nợ", "luật"} & set(found)
