"""A database that none is called: told as such, with those called most like it."""

import pytest

from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("question", "name", "near"),
    [
        ("csdl về cây xanh", "cây xanh", "CSDL giống cây trồng"),
        ("có CSDL cây xanh không", "cây xanh", "CSDL giống cây trồng"),
        ("csdl cây xanh đạt mấy tiêu chí", "cây xanh", "CSDL giống cây trồng"),
        ("csdl bệnh viện ở đâu", "bệnh viện", "CSDL khám, chữa bệnh"),
        ("csdl giá vàng", "giá vàng", ""),
    ],
)
def test_there_is_none_of_that_name(base: KnowledgeBase, question: str, name: str, near: str) -> None:
    found = answer(base.read(question, TODAY), base, TODAY)
    assert found.no_database == name
    assert next(iter(found.near_databases), "") == near


@pytest.mark.parametrize(
    "question",
    [
        "csdl đất đai",
        "csdl dân cư",
        "csdl hộ tịch ai quản lý",
        "CSDL THADS",
        "csdl nào chưa kết nối",
        "csdl của Bộ Y tế",
        "cơ sở dữ liệu là gì",
        "kết nối csdl với trung tâm dữ liệu quốc gia thế nào",
    ],
)
def test_what_there_is_or_may_be_is_not_denied(base: KnowledgeBase, question: str) -> None:
    assert answer(base.read(question, TODAY), base, TODAY).no_database == ""


def test_one_on_no_list_of_those_tracked_is_named(base: KnowledgeBase) -> None:
    found = answer(base.read("csdl đất đai đạt mấy tiêu chí", TODAY), base, TODAY)
    assert (found.databases, found.near_databases) == ((), ("CSDL quốc gia về đất đai",))
