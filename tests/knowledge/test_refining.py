"""What changes the question before: another condition in place of one, one left aside; and what only sounds so."""

from datetime import date

import pytest

from knowledge.base import KnowledgeBase
from knowledge.conversation import loosens_nothing, read_turn
from knowledge.questions import Intent, Reading, State, follows_on, refinement_in
from knowledge.questions.refining import Part
from tests.conftest import TODAY
from tests.eval.__main__ import questions
from tests.knowledge.test_leaning import BCA, BTC, BYT, due, last_of

LATE = "Bộ Y tế việc quá hạn"
Q1 = (date(2026, 1, 1), date(2026, 3, 31))


def names(reading: Reading) -> list[str]:
    return [ask.name for ask in reading.agencies]


@pytest.mark.parametrize(
    "said",
    [
        "ý tôi là bộ tài chính",
        "y em la bo tai chinh",
        "không, bộ tài chính cơ",
        "à không bộ tài chính",
        "nhầm, bộ tài chính",
        "sai rồi, btc",
        "bộ tài chính cơ mà",
        "không phải bộ y tế mà là bộ tài chính",
        "đổi sang bộ tài chính",
        "chỉ lấy bộ tài chính thôi",
        "i meant the Ministry of Finance",
    ],
)
def test_another_agency(base: KnowledgeBase, said: str) -> None:
    reading = last_of(base, LATE, said)
    assert (names(reading), reading.states, reading.excluded) == ([BTC], (State.OVERDUE,), ())
    assert reading.leaned
    assert not reading.topic


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("nhầm, quý 3", (date(2025, 7, 1), date(2025, 9, 30))),
        ("nham quy 3", (date(2025, 7, 1), date(2025, 9, 30))),
        ("quý 3 mới đúng", (date(2025, 7, 1), date(2025, 9, 30))),
        ("hẹp lại quý 3", (date(2025, 7, 1), date(2025, 9, 30))),
        ("thu hep lai con thang 7", (date(2025, 7, 1), date(2025, 7, 31))),
        ("hẹp lại quý này", (date(2026, 10, 1), date(2026, 12, 31))),
        ("mở rộng cả năm", (date(2025, 1, 1), date(2025, 12, 31))),
        ("cả năm", (date(2025, 1, 1), date(2025, 12, 31))),
        ("mở rộng cả 2026", (date(2026, 1, 1), date(2026, 12, 31))),
        ("chỉ 2026 thôi", (date(2026, 1, 1), date(2026, 12, 31))),
        ("mo rong ra ca nam 2026", (date(2026, 1, 1), date(2026, 12, 31))),
    ],
)
def test_another_time(base: KnowledgeBase, said: str, period: tuple[date, date]) -> None:
    reading = last_of(base, "việc của BYT quý 2/2025", said)
    assert (names(reading), due(reading), reading.topic) == ([BYT], period, "")


@pytest.mark.parametrize("said", ["chỉ NQ71", "chỉ lấy NQ 71 thôi", "only directive 71", "lọc theo nq71"])
def test_one_directive(base: KnowledgeBase, said: str) -> None:
    reading = last_of(base, LATE, said)
    assert (names(reading), reading.directives, reading.intent) == ([BYT], ("71",), Intent.LIST)


FULL = "Bộ Y tế việc quá hạn về dữ liệu của NQ71 năm 2025"


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("bỏ thời gian đi", "period"),
        ("bo thoi gian", "period"),
        ("không lọc theo thời gian nữa", "period"),
        ("bỏ năm 2025", "period"),
        ("tất cả các năm", "period"),
        ("bỏ điều kiện quá hạn", "states"),
        ("bo qua han di", "states"),
        ("không cần quá hạn", "states"),
        ("drop the overdue filter", "states"),
        ("bỏ văn bản", "directives"),
        ("bỏ nq71", "directives"),
        ("tất cả các văn bản", "directives"),
        ("all directives", "directives"),
        ("bỏ bộ y tế", "agencies"),
        ("tất cả các bộ", "agencies"),
        ("bỏ chủ đề", "topic"),
        ("bỏ dữ liệu", "topic"),
    ],
)
def test_a_condition_is_left_aside(base: KnowledgeBase, said: str, gone: str) -> None:
    before, reading = last_of(base, FULL), last_of(base, FULL, said)
    kinds = ("period", "states", "directives", "agencies", "topic")
    assert [kind for kind in kinds if getattr(before, kind)] == list(kinds)
    assert [kind for kind in kinds if not getattr(reading, kind)] == [gone]
    assert (reading.leaned, reading.not_there) == (True, "")


def test_all_conditions_are_left_aside_but_not_whose_tasks(base: KnowledgeBase) -> None:
    reading = last_of(base, FULL, "bỏ hết điều kiện")
    assert names(reading) == [BYT]
    assert not any((reading.period, reading.states, reading.directives, reading.topic))


def test_a_year_that_began_may_be_late(base: KnowledgeBase) -> None:
    for said, late in (("chỉ năm 2026", True), ("chỉ tháng 12 thôi", False)):
        reading = last_of(base, "Bộ Tài chính quá hạn", said)
        assert (State.OVERDUE in reading.states) is late


def test_what_limits_nothing_is_left_out_of_the_list(base: KnowledgeBase) -> None:
    assert [ask.name for ask in last_of(base, "việc quá hạn", "bỏ bộ y tế").excluded] == [BYT]
    assert last_of(base, "việc quá hạn", "bỏ nq71").without == ("71",)


def test_what_was_left_out_comes_back(base: KnowledgeBase) -> None:
    reading = last_of(base, "bộ y tế quá hạn trừ nq71", "bỏ loại trừ")
    assert (names(reading), reading.directives, reading.without) == ([BYT], (), ())


@pytest.mark.parametrize("said", ["bỏ thời gian đi", "bỏ chủ đề", "không lọc theo thời gian nữa"])
def test_a_condition_that_is_not_there_is_told(base: KnowledgeBase, said: str) -> None:
    reading = last_of(base, LATE, said)
    assert (names(reading), reading.states, reading.not_there) == ([BYT], (State.OVERDUE,), said)
    assert last_of(base, LATE, said, "còn bộ tài chính").not_there == ""


def test_refinements_in_a_row(base: KnowledgeBase) -> None:
    turns = ["bộ kh&cn quý 1/2026", "ý tôi là bộ công an", *("bỏ thời gian", "quý 1/2026 mới đúng") * 6]
    reading = last_of(base, *turns)
    assert (names(reading), due(reading)) == ([BCA], Q1)


@pytest.mark.parametrize(
    "text",
    [
        "bo y te qua han",
        "Bộ Y tế quá hạn",
        "bộ công thương có gì mới",
        "chuyển đổi số là gì",
        "lấy ý kiến nhân dân thế nào",
        "mở rộng băng thông",
        "cho xem tất cả các nhiệm vụ",
        "bỏ phiếu",
    ],
)
def test_other_words_stand_for_themselves(base: KnowledgeBase, text: str) -> None:
    alone = last_of(base, text)
    after = last_of(base, "6 rõ là gì", text)
    assert (after.topic, names(after), after.states) == (alone.topic, names(alone), alone.states)
    assert not loosens_nothing(alone, base, TODAY)


def test_noise_between_leaves_the_list_spoken_of(base: KnowledgeBase) -> None:
    """The chain of questions holds what had no answer, too: nothing leans on it."""
    turn = read_turn("ý tôi là bộ tài chính", (LATE, "asdfgh"), base, TODAY)
    assert (names(turn.reading), turn.reading.states, turn.reading.topic) == ([BTC], (State.OVERDUE,), "")


def test_nothing_leans_on_noise(base: KnowledgeBase) -> None:
    turn = read_turn("còn bộ tài chính?", ("asdfgh",), base, TODAY)
    assert (names(turn.reading), turn.reading.topic, turn.reading.leaned) == ([BTC], "", False)


def test_an_unmarked_ministry_is_not_left_aside(base: KnowledgeBase) -> None:
    reading = last_of(base, "bộ công an quá hạn", "bo y te qua han")
    assert (names(reading), reading.states) == ([BYT], (State.OVERDUE,))


def test_without_a_list_there_is_nothing_to_leave_aside(base: KnowledgeBase) -> None:
    for said in ("bỏ thời gian đi", "bo dieu kien", "bỏ quá hạn"):
        assert loosens_nothing(last_of(base, "6 rõ là gì", said), base, TODAY)
        assert not loosens_nothing(last_of(base, FULL, said), base, TODAY)


def test_a_correction_before_a_question_is_no_part_of_it(base: KnowledgeBase) -> None:
    assert last_of(base, LATE, "ý tôi là 6 rõ là gì").topic == last_of(base, "6 rõ là gì").topic


def test_the_kind_of_condition() -> None:
    found = refinement_in("bỏ điều kiện thời gian đi nhé")
    assert found is not None
    assert (found.part, found.drops) == (Part.PERIOD, True)


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("còn bộ tài chính?", True),
        ("nhầm, quý 3", True),
        ("bỏ thời gian đi", True),
        ("thế Bộ Y tế thì sao", True),
        ("còn việc gì quá hạn", False),
        ("việc quá hạn", False),
        ("chỉ tiêu của Bộ Y tế", False),
        ("Bộ Tài chính quý 3", False),
    ],
)
def test_what_can_be_nothing_but_a_follow_up(text: str, follows: bool) -> None:
    assert follows_on(text) is follows


def test_no_first_question_leaves_anything_aside(base: KnowledgeBase) -> None:
    first = [each["text"] for each in questions() if "text" in each]
    assert [text for text in first if loosens_nothing(last_of(base, text), base, TODAY)] == []
