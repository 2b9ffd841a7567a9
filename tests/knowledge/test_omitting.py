"""Follow-ups that leave something out of the list before, or narrow it by another's role; and what only sounds so."""

import pytest

from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, Role, State, omitted_in
from tests.conftest import TODAY
from tests.eval.__main__ import questions
from tests.knowledge.test_leaning import BCA, BTC, BYT, due, last_of
from tests.knowledge.test_refining import names

HANOI = "List tasks for Hanoi due in 2025"
MOST = "Bộ Khoa học và Công nghệ"


@pytest.mark.parametrize(
    "said", ["without NQ71", "exclude resolution 71", "trừ NQ71", "không tính nghị quyết 71", "loại NQ71 ra"]
)
def test_a_directive_is_left_out(base: KnowledgeBase, said: str) -> None:
    first, reading = last_of(base, HANOI), last_of(base, HANOI, said)
    assert (names(reading), due(reading), reading.without) == (names(first), due(first), ("71",))
    wanted = {hit.task.id for hit in answer(first, base, TODAY).tasks if hit.task.directive != "71"}
    assert {hit.task.id for hit in answer(reading, base, TODAY).tasks} == wanted
    assert (reading.leaned, reading.unread) == (True, ())


@pytest.mark.parametrize(
    "said", ["exclude the database ones", "without the databases", "trừ việc về CSDL", "không tính CSDL"]
)
def test_a_matter_is_left_out(base: KnowledgeBase, said: str) -> None:
    first, reading = last_of(base, HANOI), last_of(base, HANOI, said)
    assert (names(reading), due(reading), reading.topic) == (names(first), due(first), "")
    assert len(reading.but_topics) == 1
    before = {hit.task.id for hit in answer(first, base, TODAY).tasks}
    assert {hit.task.id for hit in answer(reading, base, TODAY).tasks} < before


def test_what_was_left_out_before_stays_out(base: KnowledgeBase) -> None:
    reading = last_of(base, "việc quá hạn", "trừ Bộ Y tế", "trừ Bộ Công an nữa", "trừ việc định kỳ", "không kể TB 329")
    assert [ask.name for ask in reading.excluded] == [BYT, BCA]
    assert (reading.states, reading.but_states, reading.without) == ((State.OVERDUE,), (State.RECURRING,), ("329",))


def test_a_state_that_was_asked_for_is_left_out(base: KnowledgeBase) -> None:
    reading = last_of(base, "Bộ Y tế quá hạn", "không tính quá hạn")
    assert (names(reading), reading.states, reading.but_states) == ([BYT], (), (State.OVERDUE,))


@pytest.mark.parametrize("said", ["not the overdue", "not the late ones", "but not the overdue ones"])
def test_a_state_that_is_denied_is_left_out(base: KnowledgeBase, said: str) -> None:
    reading = last_of(base, "MOH tasks in 2026", said)
    assert (names(reading), reading.states, reading.but_states) == ([BYT], (), (State.OVERDUE,))


@pytest.mark.parametrize("said", ["not coordinating", "không phối hợp", "trừ phối hợp"])
def test_a_role_that_is_denied_is_the_other(base: KnowledgeBase, said: str) -> None:
    reading = last_of(base, "MOH tasks in 2026", said)
    assert [(ask.name, ask.role) for ask in reading.agencies] == [(BYT, Role.LEAD)]


def test_one_of_several_agencies_is_left_out(base: KnowledgeBase) -> None:
    reading = last_of(base, "việc của Bộ Y tế và Bộ Công an", "trừ Bộ Công an")
    assert (names(reading), reading.excluded) == ([BYT], ())


@pytest.mark.parametrize(
    "said", ["trụ sở của ai", "loại cán bộ nào", "skip", "tru diem bang lai xe may diem moi lan vuot den do"]
)
def test_other_words_leave_out_nothing(base: KnowledgeBase, said: str) -> None:
    reading = last_of(base, HANOI, said)
    assert (reading.excluded, reading.but_topics, reading.but_states, reading.without) == ((), (), (), ())


def test_no_question_only_leaves_out() -> None:
    texts = [row["text"] for row in questions() if "text" in row]
    assert [text for text in texts if omitted_in(text) and len(omitted_in(text).split()) <= 6] == []


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("Bộ Y tế có việc gì trong năm 2026", "cái nào của TB 329"),
        ("Bộ Y tế có việc gì trong năm 2026", "những cái nào trong thông báo 329"),
        ("Bộ Y tế có việc gì trong năm 2026", "which ones are in Notice 329"),
        ("Bộ Y tế có việc gì trong năm 2026", "which of those come from Notice 329?"),
    ],
)
def test_those_of_a_directive(base: KnowledgeBase, before: str, said: str) -> None:
    reading = last_of(base, before, said)
    assert (reading.intent, names(reading), reading.directives) == (Intent.LIST, [BYT], ("329",))
    assert due(reading) == due(last_of(base, before))


@pytest.mark.parametrize("said", ["thông báo 329", "thông báo 329 nói gì", "TB 329 do ai ký"])
def test_a_directive_itself_is_its_card(base: KnowledgeBase, said: str) -> None:
    assert last_of(base, "Bộ Y tế có việc gì trong năm 2026", said).intent is Intent.DIRECTIVE


@pytest.mark.parametrize(
    ("before", "said", "asked"),
    [
        (
            "việc của Bộ KHCN hạn tháng 7/2026",
            "việc nào có Bộ Tài chính phối hợp",
            [(MOST, "lead"), (BTC, "coordinator")],
        ),
        (
            "việc của Bộ KHCN hạn tháng 7/2026",
            "trong đó Bộ Tài chính phối hợp",
            [(MOST, "lead"), (BTC, "coordinator")],
        ),
        ("việc của Bộ KHCN hạn tháng 7/2026", "cái nào Bộ Tài chính phối hợp", [(MOST, "lead"), (BTC, "coordinator")]),
        (
            "tasks led by MOST due in July 2026",
            "which ones does MOF coordinate",
            [(MOST, "lead"), (BTC, "coordinator")],
        ),
        (
            "việc Bộ KHCN phối hợp tháng 7/2026",
            "việc nào do Bộ Tài chính chủ trì",
            [(MOST, "coordinator"), (BTC, "lead")],
        ),
    ],
)
def test_another_in_another_role_narrows(
    base: KnowledgeBase, before: str, said: str, asked: list[tuple[str, str]]
) -> None:
    first, reading = last_of(base, before), last_of(base, before, said)
    assert [(ask.name, ask.role) for ask in reading.agencies] == [(name, Role(role)) for name, role in asked]
    assert (due(reading), reading.leaned) == (due(first), True)
    found = {hit.task.id for hit in answer(reading, base, TODAY).tasks}
    assert found <= {hit.task.id for hit in answer(first, base, TODAY).tasks}


@pytest.mark.parametrize(
    "said",
    [
        "Bộ Tài chính phối hợp những việc nào",
        "việc nào Bộ Tài chính chủ trì",
        "việc nào có Bộ Tài chính phối hợp quá hạn",
        "việc nào Bộ KHCN phối hợp",
    ],
)
def test_a_question_of_its_own_narrows_nothing(base: KnowledgeBase, said: str) -> None:
    reading = last_of(base, "việc của Bộ KHCN hạn tháng 7/2026", said)
    assert len(reading.agencies) == 1
    assert reading.period is None


def test_which_of_several_is_meant_is_not_guessed(base: KnowledgeBase) -> None:
    assert last_of(base, "việc nào của ACV", "việc đó khó không").code == ""
    assert last_of(base, "việc nào của ACV", "việc thứ 2").code
