"""Follow-ups lean on the question before, and whole questions do not."""

from datetime import date

import pytest

from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from knowledge.codes import code_key
from knowledge.conversation import read_turn
from knowledge.questions import Intent, Reading, Role, State
from tests.conftest import TODAY

BCA, BYT, BTC = "Bộ Công an", "Bộ Y tế", "Bộ Tài chính"


def last_of(base: KnowledgeBase, *turns: str) -> Reading:
    before: tuple[str, ...] = ()
    for question in turns:
        turn = read_turn(question, before, base, TODAY)
        before = (*turn.context, question)
    return turn.reading


def due(reading: Reading) -> tuple[date | None, date | None] | None:
    return (reading.period.first, reading.period.last) if reading.period else None


def test_another_agency_in_the_same_period(base: KnowledgeBase) -> None:
    reading = last_of(base, "Bộ Công an quý I/2026 có việc gì", "còn Bộ Y tế?")
    assert [a.name for a in reading.agencies] == [BYT]
    assert due(reading) == (date(2026, 1, 1), date(2026, 3, 31))
    assert reading.leaned


def test_a_period_without_a_year_stays_in_the_year_spoken_of(base: KnowledgeBase) -> None:
    reading = last_of(base, "việc của Bộ Tài chính năm 2025", "chỉ quý III thôi")
    assert due(reading) == (date(2025, 7, 1), date(2025, 9, 30))
    assert [a.name for a in reading.agencies] == [BTC]


def test_conditions_add_up(base: KnowledgeBase) -> None:
    reading = last_of(base, "việc của BTC năm 2025", "chỉ quý III thôi", "trong đó cái nào quá hạn", "cả phối hợp nữa")
    assert State.OVERDUE in reading.states
    assert [(a.name, a.role) for a in reading.agencies] == [(BTC, Role.ANY)]
    assert due(reading) == (date(2025, 7, 1), date(2025, 9, 30))


@pytest.mark.parametrize("pointing", ["xem việc thứ 3", "3", "the third one", "cho xem việc số 3"])
def test_a_task_by_its_place_in_the_list(base: KnowledgeBase, pointing: str) -> None:
    listed = answer(last_of(base, "bo y te con viec gi qua han"), base, TODAY).tasks
    reading = last_of(base, "bo y te con viec gi qua han", pointing)
    assert answer(reading, base, TODAY).tasks[0].task.id == listed[2].task.id


def test_it_is_the_one_task_spoken_of(base: KnowledgeBase) -> None:
    reading = last_of(base, "show task 17-5c2.1", "who leads it?")
    assert (reading.focus, answer(reading, base, TODAY).tasks[0].task.id) == ("leads", "17-5c2.1")


def test_it_is_the_only_task_of_a_list(base: KnowledgeBase) -> None:
    reading = last_of(base, "nhiệm vụ về ngộ độc thức ăn vỉa hè", "who leads it?")
    assert (reading.focus, answer(reading, base, TODAY).tasks[0].task.id) == ("leads", "71-89.104")


@pytest.mark.parametrize(
    "whole", ["chi tieu nhan luc nghien cuu khoa hoc", "chỉ tiêu dịch vụ công", "người phụ trách IT ở xã"]
)
def test_a_whole_question_does_not_lean_whatever_it_begins_with(base: KnowledgeBase, whole: str) -> None:
    reading = last_of(base, "Bộ Công an quá hạn việc gì", whole)
    assert not reading.leaned
    assert not reading.agencies


def test_that_task_is_the_one_spoken_of(base: KnowledgeBase) -> None:
    reading = last_of(base, "bo y te con viec gi qua han", "xem việc thứ 3", "ai phối hợp việc đó")
    assert reading.focus == "coordinators"
    assert answer(reading, base, TODAY).tasks[0].task.id == "71-150"


def test_other_kinds_of_question_are_followed_too(base: KnowledgeBase) -> None:
    assert last_of(base, "chỉ tiêu của Bộ Công an", "còn Bộ Y tế?").intent is Intent.INDICATORS
    assert last_of(base, "BYT quá hạn", "bao nhiêu việc").intent is Intent.COUNT


@pytest.mark.parametrize(
    "question",
    [
        "Bộ Y tế có việc gì quá hạn",
        "6 rõ là gì",
        "giá vàng hôm nay",
        "71-89.7",
        "xin chào",
        "bộ nào nhiều việc quá hạn nhất",
    ],
)
def test_a_whole_question_stands_alone(base: KnowledgeBase, question: str) -> None:
    reading = last_of(base, "Bộ Công an quý I/2026 có việc gì", question)
    assert not reading.leaned
    assert BCA not in [a.name for a in reading.agencies]


def test_the_context_is_what_was_leaned_on(base: KnowledgeBase) -> None:
    first, second = "Bộ Công an quý I/2026 có việc gì", "còn Bộ Y tế?"
    assert read_turn(second, (first,), base, TODAY).context == (first,)
    assert read_turn("6 rõ là gì", (first, second), base, TODAY).context == ()


def test_how_late_and_who_is_left_out_hold_on(base: KnowledgeBase) -> None:
    reading = last_of(base, "việc quá hạn trên 1 năm trừ Bộ Tài chính", "còn trong thông báo 329?")
    assert reading.lateness is not None
    assert [a.name for a in reading.excluded] == [BTC]
    assert reading.states == (State.OVERDUE,)


def test_somebody_is_left_out_afterwards(base: KnowledgeBase) -> None:
    reading = last_of(base, "việc quá hạn", "trừ Bộ Y tế")
    assert [a.name for a in reading.excluded] == [BYT]
    assert (reading.states, reading.agencies, reading.unread) == ((State.OVERDUE,), (), ())


@pytest.mark.parametrize(
    "follow_up",
    ["còn ở TB329?", "còn trong thông báo 329 thì sao", "con trong tb 329 thi sao", "what about Notice 329?"],
)
def test_another_directive_under_the_same_conditions(base: KnowledgeBase, follow_up: str) -> None:
    reading = last_of(base, "Bộ Y tế quá hạn việc gì trong Nghị quyết 71", follow_up)
    assert ([a.name for a in reading.agencies], reading.states) == ([BYT], (State.OVERDUE,))
    assert reading.directives == ("329",)


@pytest.mark.parametrize("follow_up", ["còn mục III.3(2)?", "muc III.3(2) thi sao", "what about item III.3(2)?"])
@pytest.mark.parametrize("before", ["mục III.3(1) thông báo 329", "thông báo 329 ban hành ngày nào", "329-3.2.5"])
def test_another_place_of_the_directive_spoken_of(base: KnowledgeBase, before: str, follow_up: str) -> None:
    reading = last_of(base, before, follow_up)
    assert (reading.intent, reading.directives, reading.place) == (Intent.FACT, ("329",), "III.3(2)")


def test_another_place_keeps_the_conditions_of_a_list(base: KnowledgeBase) -> None:
    reading = last_of(base, "Bộ Y tế có việc gì trong TB329", "còn mục III.3(2)?")
    assert ([a.name for a in reading.agencies], reading.section) == ([BYT], "III.3(2)")


def test_the_last_of_a_list(base: KnowledgeBase) -> None:
    listed = answer(last_of(base, "bo y te con viec gi qua han"), base, TODAY).tasks
    assert last_of(base, "bo y te con viec gi qua han", "việc cuối").code == code_key(listed[-1].task.id)


@pytest.mark.parametrize(
    ("turns", "language"),
    [
        (("which tasks does MOST lead in 2026", "BYT?"), "en"),
        (("which tasks does MOST lead in 2026", "Q1/2026"), "en"),
        (("which tasks does MOST lead in 2026", "còn Bộ Y tế?"), "vi"),
        (("Bộ Y tế có việc gì năm 2026", "BTC?"), "vi"),
        (("Bộ Y tế có việc gì năm 2026", "and MOST?"), "en"),
    ],
)
def test_words_of_no_language_are_answered_in_the_one_spoken(
    base: KnowledgeBase, turns: tuple[str, ...], language: str
) -> None:
    assert last_of(base, *turns).language == language


def test_a_whole_question_about_a_register_does_not_lean(base: KnowledgeBase) -> None:
    reading = last_of(base, "BYT quá hạn", "cơ sở dữ liệu của Bộ Y tế chưa đạt tiêu chí")
    assert (reading.intent, reading.states, reading.leaned) == (Intent.DATABASES, (), False)


def test_a_place_that_the_directive_spoken_of_does_not_have(base: KnowledgeBase) -> None:
    reading = last_of(base, "mục III.3(1) thông báo 329", "còn mục III.9?")
    assert reading.missing is not None
    assert (reading.directives, reading.missing.within) == (("329",), "III")


@pytest.mark.parametrize(
    "said", ["thế của giáo dục thì sao", "giao duc thi sao", "giáo dục thì sao", "thế ngành giáo dục?"]
)
def test_a_field_means_its_ministry_after_another(base: KnowledgeBase, said: str) -> None:
    reading = last_of(base, "Bộ Y tế có việc gì quá hạn", said)
    assert [a.name for a in reading.agencies] == ["Bộ Giáo dục và Đào tạo"]
    assert reading.states == (State.OVERDUE,)
    assert reading.topic == ""


def test_a_field_alone_is_a_topic(base: KnowledgeBase) -> None:
    assert not last_of(base, "việc quá hạn", "giáo dục").agencies


def test_a_count_in_shorthand_counts_what_was_listed(base: KnowledgeBase) -> None:
    reading = last_of(base, "BKHCN chủ trì gì trong TB07", "tất cả bn việc")
    assert reading.intent is Intent.COUNT
    assert reading.directives == ("07",)


@pytest.mark.parametrize("said", ["tháng sau có gì", "thang 12 thi sao", "tuần này có hạn gì không"])
def test_what_is_not_due_yet_is_not_late(base: KnowledgeBase, said: str) -> None:
    reading = last_of(base, "bca qua han", said)
    assert [a.name for a in reading.agencies] == [BCA]
    assert reading.states == ()
    assert reading.period


def test_a_time_that_is_over_stays_late(base: KnowledgeBase) -> None:
    assert last_of(base, "bca qua han", "chỉ tháng 3/2026 thôi").states == (State.OVERDUE,)


@pytest.mark.parametrize("said", ["liệt kê ra xem", "ke ra di", "cho xem danh sách", "list them all"])
def test_what_was_counted_is_listed(base: KnowledgeBase, said: str) -> None:
    reading = last_of(base, "BYT chủ trì bn NV quá hạn trong NQ71?", said)
    assert reading.intent is Intent.LIST
    assert (reading.states, reading.directives) == ((State.OVERDUE,), ("71",))


def test_a_state_more_widens_and_its_opposite_frees(base: KnowledgeBase) -> None:
    both = last_of(base, "việc quá hạn của Bộ Y tế", "cả chưa quá hạn nữa")
    assert (both.states, set(both.whatever)) == ((), {State.OVERDUE, State.IN_TIME})
    either = last_of(base, "việc quá hạn của Bộ Y tế", "cả việc định kỳ nữa")
    assert (set(either.states), either.either) == ({State.OVERDUE, State.RECURRING}, True)
    other = last_of(base, "việc quá hạn của Bộ Y tế", "còn việc định kỳ")
    assert other.states == (State.RECURRING,)


def test_how_many_they_must_have_is_asked_anew(base: KnowledgeBase) -> None:
    reading = last_of(base, "bộ nào có trên 10 việc", "trên 20 việc thì sao")
    assert (reading.grouping, reading.counted, reading.unread) == ("agency", (21, None), ())


def test_who_gave_them_is_kept(base: KnowledgeBase) -> None:
    reading = last_of(base, "thủ tướng giao bộ công an những gì", "còn Bộ Y tế?")
    assert [each.name for each in reading.agencies] == ["Bộ Y tế"]
    assert reading.givers == ("Thủ tướng Chính phủ",)
    assert set(reading.directives) == {"71", "329"}


@pytest.mark.parametrize(
    "follow_up", ["Thế còn năm 2045?", "con 2045 thi sao", "what about 2045?", "thế năm 2045 thi mấy"]
)
def test_the_same_of_another_year(base: KnowledgeBase, follow_up: str) -> None:
    reading = last_of(base, "Đến 2030 quy mô kinh tế số phải đạt bao nhiêu GDP?", follow_up)
    assert [row.code for row in answer(reading, base, TODAY).indicators] == ["36"]
    assert reading.leaned


def test_a_role_named_after_a_list_wants_its_other_tasks(base: KnowledgeBase) -> None:
    listed = last_of(base, "việc Bộ Xây dựng chủ trì trong thông báo 329", "phối hợp thì sao")
    assert [(ask.name, ask.role) for ask in listed.agencies] == [("Bộ Xây dựng", Role.COORDINATOR)]


def test_a_quarter_is_no_place_in_a_list(base: KnowledgeBase) -> None:
    reading = last_of(
        base,
        "Which tasks does the Ministry of Finance lead in Notice 17?",
        "Which were due in the first quarter of 2026?",
    )
    assert (reading.intent, due(reading)) == (Intent.LIST, (date(2026, 1, 1), date(2026, 3, 31)))
