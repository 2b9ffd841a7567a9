"""Databases and indicators: each condition limits the list, or is told as not taken into account."""

from collections.abc import Callable

import pytest

from bot.shapes import Asking
from knowledge.answers import Answer, answer
from knowledge.base import KnowledgeBase
from knowledge.directives import TrackedDatabase
from knowledge.questions import Intent, read_question
from tests.conftest import TODAY

BYT, BCA = "Bộ Y tế", "Bộ Công an"


def ask(base: KnowledgeBase, question: str) -> Answer:
    return answer(read_question(question, base.vocabulary, TODAY), base, TODAY)


def shown(base: KnowledgeBase, question: str) -> str:
    return str(Asking(base, TODAY).ask(question)["answer"])


def met(low: int, high: int) -> Callable[[TrackedDatabase], bool]:
    return lambda row: row.met is not None and low <= row.met <= high


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("csdl đạt từ 10 đến 15 tiêu chí", met(10, 15)),
        ("csdl đạt 10-15 tiêu chí", met(10, 15)),
        ("databases meeting between 10 and 15 criteria", met(10, 15)),
        ("csdl của bộ y tế đạt từ 10 đến 15 tiêu chí", lambda row: met(10, 15)(row) and row.agency == BYT),
        ("csdl đạt trên 10 tiêu chí", met(11, 19)),
        ("có bao nhiêu csdl", lambda row: True),
        ("có mấy cơ sở dữ liệu", lambda row: True),
        ("danh sách csdl", lambda row: True),
        ("how many databases are there", lambda row: True),
        ("bộ y tế có bao nhiêu csdl", lambda row: row.agency == BYT),
        ("bao nhiêu csdl chưa kết nối", lambda row: row.list == 2),
        ("csdl của bộ công an đã kết nối chưa", lambda row: row.list == 2 and row.agency == BCA),
    ],
)
def test_the_databases_meant(base: KnowledgeBase, question: str, fits: Callable[[TrackedDatabase], bool]) -> None:
    found = ask(base, question)
    assert found.reading.intent is Intent.DATABASES
    assert set(found.databases) == {row for row in base.store.databases() if fits(row)}
    assert not found.reading.topic
    assert not found.reading.unread


@pytest.mark.parametrize(
    ("question", "told", "agencies"),
    [
        ("csdl nào của bộ y tế chưa kết nối với vneid", "vneid", {BYT}),
        ("csdl nào chưa kết nối với lgsp", "lgsp", None),
    ],
)
def test_what_limits_no_list_is_told(base: KnowledgeBase, question: str, told: str, agencies: set[str] | None) -> None:
    found = ask(base, question)
    unconnected = {row for row in base.store.databases() if row.list == 2 and (not agencies or row.agency in agencies)}
    assert set(found.databases) == unconnected
    assert found.reading.unread == (told,)
    assert "về:" not in shown(base, question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("csdl nào đã kết nối trung tâm dữ liệu quốc gia", "chỉ nêu 37 CSDL chưa kết nối"),
        ("bộ nào đã kết nối đủ csdl", "không liệt kê CSDL đã kết nối"),
        ("which databases are connected to the national data centre", "only names 37 that are not"),
    ],
)
def test_those_that_are_connected_are_not_known(base: KnowledgeBase, question: str, says: str) -> None:
    found = ask(base, question)
    assert not found.found
    assert says in shown(base, question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("chỉ tiêu chưa đạt", "chỉ nêu mức phải đạt"),
        ("chỉ tiêu nào đã đạt", "chỉ nêu mức phải đạt"),
        ("chỉ tiêu nào đang chậm", "chỉ nêu mức phải đạt"),
        ("bộ y tế còn chỉ tiêu nào chưa hoàn thành", "chỉ nêu mức phải đạt"),
        ("which indicators have not been met", "only set targets"),
    ],
)
def test_how_far_indicators_are_is_not_known(base: KnowledgeBase, question: str, says: str) -> None:
    found = ask(base, question)
    assert found.indicators
    assert found.only_targets
    assert not found.reading.states
    assert says in shown(base, question)


@pytest.mark.parametrize(
    "question", ["chỉ tiêu của bộ y tế", "chỉ tiêu đến năm 2045", "chỉ tiêu về sổ sức khỏe điện tử"]
)
def test_targets_alone_need_no_such_word(base: KnowledgeBase, question: str) -> None:
    assert not ask(base, question).only_targets


def test_the_count_says_how_many_are_on_each_list(base: KnowledgeBase) -> None:
    assert "Chưa đủ tiêu chí: 8 · Chưa kết nối: 37" in shown(base, "có bao nhiêu csdl")


@pytest.mark.parametrize(
    "question", ["bộ công an phải xây dựng bao nhiêu csdl", "những csdl nào phải hoàn thành trong năm 2026"]
)
def test_databases_to_be_made_are_tasks(base: KnowledgeBase, question: str) -> None:
    assert ask(base, question).reading.intent in (Intent.LIST, Intent.COUNT)
