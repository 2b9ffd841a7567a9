"""Directives named by their number alone."""

import pytest

from knowledge.base import KnowledgeBase
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("question", "directive"),
    [
        ("việc BKHCN trong 05", "05"),
        ("05: việc của BKHCN", "05"),
        ("BCA qua han 05", "05"),
        ("việc của bộ y tế 71", "71"),
        ("việc bộ y tế theo 71 hạn 2026", "71"),
        ("việc của bộ công an thuộc 17", "17"),
        ("07 giao bộ y tế việc gì", "07"),
        ("329 giao các địa phương những việc gì", "329"),
        ("05 giao những gì", "05"),
        ("what does 329 require from MOST", "329"),
        ("MOST tasks from 05", "05"),
        ("MOST tasks, 17", "17"),
        ("which jobs fall to People's Committees under 05", "05"),
    ],
)
def test_a_number_alone_names_its_directive(base: KnowledgeBase, question: str, directive: str) -> None:
    assert base.read(question, TODAY).directives == (directive,)


def test_numbers_alone_one_after_the_other(base: KnowledgeBase) -> None:
    assert base.read("việc của bộ y tế trong 05, 07 và 17", TODAY).directives == ("05", "07", "17")


@pytest.mark.parametrize(
    "question",
    [
        "trẻ em dưới 17",
        "17 việc nào quá hạn",
        "05 nhiệm vụ của bộ y tế",
        "7 việc của bộ y tế",
        "bộ y tế có 17 việc",
        "việc của bộ y tế còn 17 ngày nữa",
        "việc của BCA hạn 17",
        "việc của BCA hạn 17/5",
        "bộ công an làm được 71 dịch vụ công",
        "top 17 bộ nhiều việc nhất",
        "MOST tasks due by 17 May",
        "việc chỉ thị 05 của bộ y tế",
    ],
)
def test_a_number_that_counts_or_dates_names_none(base: KnowledgeBase, question: str) -> None:
    assert base.read(question, TODAY).directives == ()


def test_a_number_that_nothing_stands_for_is_told(base: KnowledgeBase) -> None:
    assert "44" in base.read("việc của bộ y tế ở 44", TODAY).unread
