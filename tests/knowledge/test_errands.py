"""What asks for a list that waits, and what only sounds like it."""

import pytest

from knowledge.errands import Errand, errand_in
from tests.knowledge.test_recognising import questions


@pytest.mark.parametrize(
    "text",
    [
        "việc nào chờ tôi xác nhận",
        "việc nào chờ xác nhận?",
        "co bao cao nao dang cho xac nhan khong a",
        "chờ xác nhận",
        "reports waiting for my confirmation",
    ],
)
def test_claims(text: str) -> None:
    assert errand_in(text) is Errand.CLAIMS


@pytest.mark.parametrize(
    "text",
    [
        "xin gia hạn",
        "ai đang xin gia hạn?",
        "việc nào xin lùi hạn",
        "xin gia han 71-89.7",
        "đề nghị gia hạn đang chờ",
        "xin gia hạn 71-94 đến 30/6/2027",
        "xin lùi hạn việc 1 đến 30/6/2027",
        "em xin phép lùi hạn việc này đến hết tháng 6/2027 vì chưa bố trí được kinh phí ạ",
        "de nghi gia han nv 71-94 den het quy II/2027",
    ],
)
def test_extensions(text: str) -> None:
    assert errand_in(text) is Errand.EXTENSIONS


@pytest.mark.parametrize("text", ["xác nhận", "xin gia hạn giấy phép lái xe", "gia hạn visa", "71-94 chờ ký", ""])
def test_other_words(text: str) -> None:
    assert errand_in(text) is None


def test_no_question_is_taken_for_one() -> None:
    assert [text for text in questions() if errand_in(text)] == []
