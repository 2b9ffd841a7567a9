"""Rankings that are turned round, what was counted asked for, and topics that nothing leans on."""

import pytest

from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, State
from tests.conftest import TODAY
from tests.knowledge.test_leaning import last_of
from tests.knowledge.test_refining import names

MOST, MOST_EN = "bộ nào nhiều việc quá hạn nhất", "Which ministry has the most overdue tasks?"
BNG = "Bộ Ngoại giao"


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (MOST, "ít nhất thì sao"),
        (MOST, "còn ít nhất?"),
        (MOST, "bo nao thap nhat"),
        (MOST, "bộ nào ít nhất"),
        (MOST_EN, "and the fewest?"),
        (MOST_EN, "which has the fewest"),
        (MOST_EN, "what about the lowest?"),
    ],
)
def test_the_other_end_of_a_ranking(base: KnowledgeBase, before: str, said: str) -> None:
    first, reading = last_of(base, before), last_of(base, before, said)
    counts = [count for _, count in answer(reading, base, TODAY).groups]
    assert dict(answer(reading, base, TODAY).groups) == dict(answer(first, base, TODAY).groups)
    assert counts == sorted(counts)
    assert counts[0] < counts[-1]
    assert (reading.states, reading.topic, reading.unread) == ((State.OVERDUE,), "", ())
    again = answer(last_of(base, before, said, "và nhiều nhất?"), base, TODAY).groups
    assert again == answer(first, base, TODAY).groups


@pytest.mark.parametrize("said", ["bộ nào ít việc nhất", "Bộ nào ít báo cáo nhất", "tỉnh nào nhiều việc nhất"])
def test_another_ranking_is_a_question_whole(base: KnowledgeBase, said: str) -> None:
    reading = last_of(base, MOST, said)
    assert reading == last_of(base, said)


@pytest.mark.parametrize(
    "turns",
    [
        (MOST_EN, "and the fewest?", "What about Bộ Ngoại giao?"),
        (MOST, "bo nao thap nhat", "còn Bộ Ngoại giao?"),
        (MOST, "xyzzy thì sao", "còn Bộ Ngoại giao?"),
    ],
)
def test_nothing_leans_on_words_that_were_not_read(base: KnowledgeBase, turns: tuple[str, ...]) -> None:
    reading = last_of(base, *turns)
    assert (names(reading), reading.topic, reading.states) == ([BNG], "", (State.OVERDUE,))
    assert answer(reading, base, TODAY).groups == ((BNG, 7),)


def test_a_topic_that_another_agency_may_have_is_kept(base: KnowledgeBase) -> None:
    assert last_of(base, "Bộ Y tế có việc gì về bán dẫn", "còn Bộ Ngoại giao?").topic == "bán dẫn"


@pytest.mark.parametrize(
    "said",
    [
        "những việc đó là gì",
        "liệt kê",
        "liet ke ra",
        "các việc đó là gì vậy",
        "đó là những việc nào",
        "which ones are they",
        "list those",
    ],
)
@pytest.mark.parametrize("turns", [(MOST, "còn Bộ Ngoại giao?"), ("Bộ Ngoại giao có bao nhiêu việc quá hạn",)])
def test_what_was_counted(base: KnowledgeBase, turns: tuple[str, ...], said: str) -> None:
    reading = last_of(base, *turns, said)
    found = answer(reading, base, TODAY)
    assert (reading.intent, len(found.own), reading.topic) == (Intent.LIST, 7, "")


def test_a_ranking_of_all_stays_one(base: KnowledgeBase) -> None:
    assert last_of(base, MOST, "liệt kê ra").intent is Intent.GROUP
