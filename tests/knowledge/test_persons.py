"""Who holds an office, and who somebody is: told by the texts, the last directive first."""

import pytest

from knowledge.answers import answer
from knowledge.answers.persons import tells_of
from knowledge.base import KnowledgeBase
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("question", "passage", "said"),
    [
        ("Thủ tướng là ai", "329 MĐ/3", "Lê Minh Hùng"),
        ("thu tuong hien nay la ai", "329 MĐ/3", "Lê Minh Hùng"),
        ("who is the Prime Minister?", "329 MĐ/3", "Lê Minh Hùng"),
        ("ai là Tổng Bí thư", "17 MĐ/6", "Tô Lâm"),
        ("Chủ tịch Quốc hội là ai", "07 MĐ/3", "Trần Thanh Mẫn"),
        ("Lê Hoài Trung là ai", "05 KT/3", "Lê Hoài Trung"),
        ("who is Lê Hoài Trung", "05 KT/3", "Lê Hoài Trung"),
    ],
)
def test_who_it_is(base: KnowledgeBase, question: str, passage: str, said: str) -> None:
    first = answer(base.read(question, TODAY), base, TODAY).passages[0]
    assert f"{first.directive} {first.path}" == passage
    assert said in first.text


@pytest.mark.parametrize(
    "question", ["Elon Musk là ai", "Bộ trưởng Bộ Tài chính là ai", "who is the President of France"]
)
def test_who_is_not_named_is_not_known(base: KnowledgeBase, question: str) -> None:
    assert answer(base.read(question, TODAY), base, TODAY).passages == ()


@pytest.mark.parametrize(
    ("text", "person", "told"),
    [
        ("đồng chí Tổng Bí thư Tô Lâm chủ trì", "Tổng Bí thư", True),
        ("Thủ tướng Chính phủ Lê Minh Hùng chủ trì", "thủ tướng", True),
        ("Thủ tướng Chính phủ, Phó Trưởng Ban", "Thủ tướng", False),
        ("báo cáo Thủ tướng Chính phủ trong tháng 7", "Thủ tướng", False),
        ("THỦ TƯỚNG", "thủ tướng", False),
        ("đồng chí Trần Thanh Mẫn, Ủy viên Bộ Chính trị, Chủ tịch Quốc hội", "chủ tịch quốc hội", True),
        ("báo cáo đồng chí Chủ tịch Quốc hội", "chủ tịch quốc hội", False),
        ("Lê Hoài Trung", "le hoai trung", True),
        ("lê hoài trung", "Lê Hoài Trung", False),
        ("Tô Lâm", "Lâm", False),
        ("", "Tô Lâm", False),
    ],
)
def test_a_text_tells_of_a_person(text: str, person: str, told: bool) -> None:
    assert tells_of(text, person) is told
