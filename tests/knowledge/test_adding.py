"""Follow-ups that add an agency to those before, or mean both; and what only sounds so."""

import pytest

from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, Role, State, added_in, follows_on, means_both
from tests.conftest import TODAY
from tests.eval.__main__ import questions
from tests.knowledge.test_leaning import BTC, BYT, last_of
from tests.knowledge.test_refining import names

BNV, BTP = "Bộ Nội vụ", "Bộ Tư pháp"
LATE = "Bộ Nội vụ quá hạn những gì"


@pytest.mark.parametrize(
    ("said", "added"),
    [
        ("thêm cả Bộ Tài chính nữa", BTC),
        ("them ca bo tai chinh nua", BTC),
        ("thêm Bộ Tư pháp", BTP),
        ("gồm cả Bộ Tư pháp", BTP),
        ("bao gồm cả Bộ Tư pháp", BTP),
        ("cộng thêm Bộ Y tế", BYT),
        ("cộng cả BYT vào", BYT),
        ("mở rộng thêm Bộ Y tế", BYT),
        ("cho thêm bộ y tế vào ạ", BYT),
        ("Bộ Y tế nữa", BYT),
        ("also include the Ministry of Finance", BTC),
        ("add the Ministry of Justice too", BTP),
        ("add Finance too", BTC),
        ("thêm tài chính nữa", BTC),
        ("plus the Ministry of Justice", BTP),
        ("the Ministry of Justice as well", BTP),
    ],
)
def test_an_agency_more(base: KnowledgeBase, said: str, added: str) -> None:
    reading = last_of(base, LATE, said)
    assert (names(reading), reading.states, reading.topic) == ([BNV, added], (State.OVERDUE,), "")
    assert (reading.leaned, reading.unread, reading.intent) == (True, (), Intent.LIST)


def test_in_the_role_asked_before(base: KnowledgeBase) -> None:
    reading = last_of(base, "việc Bộ Nội vụ phối hợp", "thêm Bộ Y tế")
    assert [(ask.name, ask.role) for ask in reading.agencies] == [(BNV, Role.COORDINATOR), (BYT, Role.COORDINATOR)]


def test_an_agency_that_was_left_out_comes_back(base: KnowledgeBase) -> None:
    reading = last_of(base, "Bộ Nội vụ quá hạn", "thêm Bộ Y tế", "bỏ Bộ Y tế ra")
    assert (names(reading), reading.states) == ([BNV], (State.OVERDUE,))
    assert names(last_of(base, "Bo Noi vu qua han", "them bo y te", "bo bo noi vu")) == [BYT]
    assert names(last_of(base, "Bộ Nội vụ quá hạn", "thêm Bộ Y tế", "bỏ Bộ Nội vụ", "thêm Bộ Tư pháp")) == [BYT, BTP]


@pytest.mark.parametrize("said", ["cả hai", "ca hai bo", "xem cả hai luôn", "both of them", "cả 2 bộ"])
@pytest.mark.parametrize("turns", [(LATE, "còn Bộ Y tế"), (LATE, "thêm Bộ Y tế")])
def test_both_that_were_spoken_of(base: KnowledgeBase, turns: tuple[str, ...], said: str) -> None:
    reading = last_of(base, *turns, said)
    assert (names(reading), reading.states, reading.topic) == ([BNV, BYT], (State.OVERDUE,), "")


def test_both_where_there_are_no_two_is_told(base: KnowledgeBase) -> None:
    reading = last_of(base, LATE, "cả hai")
    assert (names(reading), reading.topic, reading.unread) == ([BNV], "", ("cả hai",))


@pytest.mark.parametrize(
    ("said", "whose"),
    [
        ("còn Bộ Y tế?", [BYT]),
        ("chỉ Bộ Y tế thôi", [BYT]),
        ("Bộ Y tế còn việc gì nữa", [BYT]),
        ("Bộ Y tế thì sao", [BYT]),
        ("không, Bộ Y tế cơ", [BYT]),
        ("cả việc định kỳ nữa", [BNV]),
        ("cả phối hợp nữa", [BNV]),
        ("thêm việc quá hạn", [BNV]),
    ],
)
def test_what_adds_no_agency(base: KnowledgeBase, said: str, whose: list[str]) -> None:
    assert names(last_of(base, LATE, said)) == whose


def test_no_question_only_adds_an_agency(base: KnowledgeBase) -> None:
    adding = [(row["text"], added_in(row["text"])) for row in questions() if "text" in row]
    readings = [(text, base.read(added, TODAY)) for text, added in adding if added]
    assert [text for text, read in readings if read.agencies and not read.topic] == []
    assert not any(means_both(text) for text, _ in adding)
    assert follows_on("cộng thêm Bộ Y tế")
