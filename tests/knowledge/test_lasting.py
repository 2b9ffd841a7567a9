"""What of the question before holds on where a follow-up names another time, and what it is told of the rest."""

from datetime import date

import pytest

from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from knowledge.questions import State
from tests.conftest import TODAY
from tests.knowledge.test_leaning import due, last_of

YEAR_2025 = (date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("before", "said", "states"),
    [
        ("quá hạn của Bộ Ngoại giao", "trong đó việc hạn 2026", (State.OVERDUE,)),
        ("quá hạn của Bộ Ngoại giao", "trong đó việc hạn quý I/2027", (State.OVERDUE,)),
        (
            "overdue tasks of the Ministry of Foreign Affairs",
            "which of those are due in 2026",
            (State.OVERDUE,),
        ),
        ("Bộ Nội vụ quá hạn những gì", "and Q4?", (State.OVERDUE,)),
        ("Bộ Nội vụ quá hạn những gì", "còn quý IV/2025", (State.OVERDUE,)),
        ("Bộ Nội vụ quá hạn những gì", "còn năm 2026", (State.OVERDUE,)),
        ("Bộ Nội vụ quá hạn những gì", "còn quý I/2027", ()),
        ("Bộ Nội vụ quá hạn những gì", "tháng sau thì sao", ()),
        ("Bộ Nội vụ quá hạn những gì", "tuần này có hạn gì không", ()),
        ("Bộ Nội vụ có việc gì", "còn quý I/2027", ()),
    ],
)
def test_a_state_holds_where_it_can(base: KnowledgeBase, before: str, said: str, states: tuple[State, ...]) -> None:
    reading = last_of(base, before, said)
    assert reading.states == states
    assert reading.leaned


@pytest.mark.parametrize(
    ("before", "said", "told"),
    [
        ("Bộ Nội vụ quá hạn những gì", "còn quý I/2027", ("quá hạn",)),
        ("overdue tasks of the Ministry of Foreign Affairs", "and in January 2027?", ("overdue",)),
        ("Bộ Nội vụ quá hạn những gì", "còn quý IV/2025", ()),
        ("việc quá hạn của Bộ Nội vụ", "còn việc chưa quá hạn quý I/2027", ()),
        ("Bộ Nội vụ có việc gì", "còn quý I/2027", ()),
    ],
)
def test_a_state_that_is_left_out_is_told(base: KnowledgeBase, before: str, said: str, told: tuple[str, ...]) -> None:
    assert last_of(base, before, said).unread == told


@pytest.mark.parametrize(
    ("said", "states"),
    [
        ("còn hạn năm 2025?", ()),
        ("còn hạn 2025?", ()),
        ("con han 2025", ()),
        ("thế còn hạn trong năm 2025", ()),
        ("còn hạn", (State.IN_TIME,)),
        ("cái nào còn hạn", (State.IN_TIME,)),
        ("chưa tới hạn năm 2025", (State.IN_TIME,)),
    ],
)
def test_what_about_those_due_then(base: KnowledgeBase, said: str, states: tuple[State, ...]) -> None:
    reading = last_of(base, "việc của Bộ Y tế", said)
    assert reading.states == states
    assert [ask.name for ask in reading.agencies] == ["Bộ Y tế"]
    assert due(reading) in (YEAR_2025, None)


@pytest.mark.parametrize("said", ["cái nào hạn 2025?", "cai nao han 2025", "cái nào hạn năm 2025", "còn 2025"])
@pytest.mark.parametrize("before", ["việc về bán dẫn", "NQ71 giao Bộ Nông nghiệp và Môi trường những CSDL nào?"])
def test_a_bare_year_is_a_time_and_no_word_of_the_topic(base: KnowledgeBase, before: str, said: str) -> None:
    first = last_of(base, before)
    reading = last_of(base, before, said)
    assert (reading.topic, reading.agencies, due(reading)) == (first.topic, first.agencies, YEAR_2025)
    fits = [hit.task.id for hit in answer(first, base, TODAY).tasks if hit.task.deadline.last]
    found = answer(reading, base, TODAY).tasks
    assert found
    assert {hit.task.id for hit in found}.issubset(fits)


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("có mấy việc hạn trước 15/7", (date(2026, 1, 1), date(2026, 7, 15))),
        ("còn trước ngày 15/7", (date(2026, 1, 1), date(2026, 7, 15))),
        ("còn trước 15/7/2025", (None, date(2025, 7, 15))),
        ("chỉ quý I thôi", (date(2026, 1, 1), date(2026, 3, 31))),
    ],
)
def test_a_limit_lies_in_the_year_spoken_of(
    base: KnowledgeBase, said: str, period: tuple[date | None, date | None]
) -> None:
    assert due(last_of(base, "việc của Bộ Tài chính năm 2026", said)) == period
