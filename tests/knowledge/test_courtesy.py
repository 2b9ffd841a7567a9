"""What is a greeting or thanks and nothing else."""

import pytest

from knowledge.courtesy import Courtesy, courtesy_in
from tests.knowledge.test_recognising import questions


@pytest.mark.parametrize(
    ("text", "what", "language"),
    [
        ("hi", Courtesy.HELLO, ""),
        ("Hi there!", Courtesy.HELLO, "en"),
        ("Xin chào bạn ạ", Courtesy.HELLO, "vi"),
        ("chao buoi sang", Courtesy.HELLO, "vi"),
        ("good morning", Courtesy.HELLO, "en"),
        ("cảm ơn nhé", Courtesy.THANKS, "vi"),
        ("dạ em cảm ơn ạ", Courtesy.THANKS, "vi"),
        ("Thanks a lot!", Courtesy.THANKS, "en"),
        ("ok", Courtesy.NOTED, ""),
        ("got it", Courtesy.NOTED, "en"),
        ("help", Courtesy.HELP, "en"),
        ("what can you do?", Courtesy.HELP, "en"),
        ("trợ giúp", Courtesy.HELP, "vi"),
        ("thôi", Courtesy.LEAVE, "vi"),
        ("hủy bỏ đi ạ", Courtesy.LEAVE, "vi"),
        ("thoi khong can nua", Courtesy.LEAVE, "vi"),
        ("never mind", Courtesy.LEAVE, "en"),
        ("nhầm", Courtesy.WRONG, "vi"),
        ("sai roi a", Courtesy.WRONG, "vi"),
        ("không phải", Courtesy.WRONG, "vi"),
        ("wrong", Courtesy.WRONG, "en"),
        ("đúng rồi", Courtesy.NOTED, "vi"),
        ("ban lam duoc gi vay", Courtesy.HELP, "vi"),
        ("hướng dẫn em với ạ", Courtesy.HELP, "vi"),
        ("đã rõ", Courtesy.NOTED, "vi"),
    ],
)
def test_a_courtesy(text: str, what: Courtesy, language: str) -> None:
    said = courtesy_in(text)
    assert said is not None
    assert (said.what, said.language) == (what, language)


@pytest.mark.parametrize("text", ["chào, Bộ Y tế còn việc gì", "hi, what is overdue", "71-94", "", "?"])
def test_more_than_that(text: str) -> None:
    assert courtesy_in(text) is None


def test_no_question_is_taken_for_one() -> None:
    assert [text for text in questions() if courtesy_in(text)] == []
