"""Follow-ups that ask among what was listed, add a time, compare or take an agency back; and what stands alone."""

from datetime import date

import pytest

from knowledge.answers import Answer, answer
from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, Lateness, Reading, Role, State, asked_among, refinement_in
from knowledge.when import Period, joined
from tests.conftest import TODAY
from tests.eval.__main__ import questions
from tests.knowledge.test_leaning import BCA, BTC, BYT, due, last_of
from tests.knowledge.test_refining import names

BKHCN, BNV = "Bộ Khoa học và Công nghệ", "Bộ Nội vụ"
LATE, LATE_EN = "bộ công an việc quá hạn", "MPS overdue tasks"
JUNE, JULY = (date(2025, 6, 1), date(2025, 6, 30)), (date(2025, 7, 1), date(2025, 7, 31))


def found_of(base: KnowledgeBase, *turns: str) -> Answer:
    return answer(last_of(base, *turns), base, TODAY)


def roles(reading: Reading) -> list[tuple[str, Role]]:
    return [(ask.name, ask.role) for ask in reading.agencies]


@pytest.mark.parametrize(
    ("before", "said", "topic"),
    [
        (LATE, "về dữ liệu", "dữ liệu"),
        (LATE, "ve du lieu", "du lieu"),
        (LATE, "cái nào về csdl", "csdl"),
        (LATE, "cai nao ve csdl", "csdl"),
        (LATE, "việc nào về dữ liệu", "dữ liệu"),
        (LATE, "trong đó cái nào liên quan đến dữ liệu", "dữ liệu"),
        (LATE, "thuộc lĩnh vực dữ liệu", "dữ liệu"),
        (LATE, "liên quan dữ liệu", "dữ liệu"),
        (LATE, "lọc dữ liệu", "dữ liệu"),
        (LATE_EN, "about data", "dữ liệu"),
        (LATE_EN, "which ones are about data", "dữ liệu"),
        (LATE_EN, "anything on data?", "dữ liệu"),
    ],
)
def test_a_matter_narrows_the_list(base: KnowledgeBase, before: str, said: str, topic: str) -> None:
    reading = last_of(base, before, said)
    assert (names(reading), reading.states, reading.topic) == ([BCA], (State.OVERDUE,), topic)
    assert (reading.intent, reading.leaned, reading.unread) == (Intent.LIST, True, ())
    listed = {hit.task.id for hit in found_of(base, before).tasks}
    narrowed = {hit.task.id for hit in answer(reading, base, TODAY).tasks}
    assert narrowed
    assert narrowed < listed


def test_another_matter_takes_the_place_of_the_one_before(base: KnowledgeBase) -> None:
    reading = last_of(base, LATE, "về dữ liệu", "về đất đai")
    assert (names(reading), reading.topic, reading.unread) == ([BCA], "đất đai", ())


@pytest.mark.parametrize(
    "turns",
    [
        (LATE, "nghị định"),
        (LATE, "chỉ lấy nghị định"),
        (LATE, "đề án", "nghị định"),
        (LATE_EN, "only decrees"),
        (LATE_EN, "which are decrees"),
    ],
)
def test_a_kind_of_output_narrows_the_list(base: KnowledgeBase, turns: tuple[str, ...]) -> None:
    reading = last_of(base, *turns)
    assert (names(reading), reading.states, reading.topic) == ([BCA], (State.OVERDUE,), "")
    assert [output.kind for output in reading.outputs] == ["decree"]
    assert (reading.intent, reading.leaned, reading.unread) == (Intent.LIST, True, ())


def test_which_of_a_matter_are_of_another_tells_that_one_is_looked_for(base: KnowledgeBase) -> None:
    assert last_of(base, LATE, "về dữ liệu", "cái nào về csdl").unread == ("dữ liệu",)


@pytest.mark.parametrize(
    ("before", "said", "same"),
    [
        (LATE, "trên 1 năm", "bộ công an việc quá hạn trên 1 năm"),
        (LATE, "tren 300 ngay thoi", "bộ công an việc quá hạn trên 300 ngày"),
        (LATE, "từ 3 đến 6 tháng", "bộ công an việc quá hạn từ 3 đến 6 tháng"),
        (LATE_EN, "older than a year", "MPS tasks overdue more than a year"),
        (LATE_EN, "less than 6 months", "MPS tasks overdue less than 6 months"),
    ],
)
def test_how_late(base: KnowledgeBase, before: str, said: str, same: str) -> None:
    reading, whole = last_of(base, before, said), last_of(base, same)
    assert reading.lateness is not None
    assert (names(reading), reading.states, reading.lateness) == ([BCA], (State.OVERDUE,), whole.lateness)


def test_two_bounds_hold_together(base: KnowledgeBase) -> None:
    late = last_of(base, "bộ tài chính chậm trên 1 năm", "dưới 2 năm").lateness
    assert isinstance(late, Lateness)
    assert late.least
    assert late.most


def test_how_late_after_tasks_that_are_not_is_told(base: KnowledgeBase) -> None:
    reading = last_of(base, "bộ công an hạn 2025", "trên 1 năm")
    assert (names(reading), reading.unread, reading.lateness) == ([BCA], ("trên 1 năm",), None)


def test_what_is_not_understood_of_the_list_is_told(base: KnowledgeBase) -> None:
    reading = last_of(base, LATE, "cái nào nhiều bộ phối hợp nhất")
    assert (names(reading), reading.states) == ([BCA], (State.OVERDUE,))
    assert reading.unread == ("nhiều bộ phối hợp nhất",)


@pytest.mark.parametrize(
    ("turns", "rows"),
    [
        (("csdl bộ y tế chưa kết nối", "cái nào thấp nhất"), 1),
        (("csdl bộ y tế chưa kết nối", "dưới 14 tiêu chí"), 3),
        (("csdl chưa kết nối", "bộ nội vụ"), 9),
        (("csdl bộ nội vụ", "chưa kết nối thôi"), 9),
        (("csdl bộ nội vụ", "chưa kết nối thôi", "dưới 10 tiêu chí"), 4),
        (("databases of MOH not connected", "which is the lowest"), 1),
        (("databases of MOH not connected", "below 14 criteria"), 3),
    ],
)
def test_databases(base: KnowledgeBase, turns: tuple[str, ...], rows: int) -> None:
    found = found_of(base, *turns)
    assert (found.reading.intent, len(found.databases)) == (Intent.DATABASES, rows)
    assert {row.list for row in found.databases} == {2}
    assert {row.agency for row in found.databases} == set(names(found.reading))


def test_indicators(base: KnowledgeBase) -> None:
    found = found_of(base, "chỉ tiêu bộ khcn", "về kinh tế số")
    assert (names(found.reading), {row.code for row in found.indicators}) == ([BKHCN], {"10", "36"})
    assert {row.horizon for row in found_of(base, "chỉ tiêu năm 2030", "bộ khcn").indicators} == {2030}


def test_a_matter_that_no_row_is_called_by_is_told(base: KnowledgeBase) -> None:
    reading = last_of(base, "chỉ tiêu 2030", "bộ y tế", "cái nào về dịch vụ công")
    assert (names(reading), reading.topic, reading.unread) == ([BYT], "", ("dịch vụ công",))


@pytest.mark.parametrize(
    ("turns", "code"),
    [
        (("5g đến 2030 phủ bao nhiêu", "ai chịu trách nhiệm"), "23.4"),
        (("5g đến 2030 phủ bao nhiêu", "bộ nào phụ trách"), "23.4"),
        (("chỉ tiêu phủ sóng 5g", "ai chịu trách nhiệm vậy"), "23.4"),
    ],
)
def test_who_answers_for_the_indicator_that_answered(base: KnowledgeBase, turns: tuple[str, ...], code: str) -> None:
    found = found_of(base, *turns)
    assert [(row.code, row.agencies) for row in found.indicators] == [(code, (BKHCN,))]
    assert not found.tasks


@pytest.mark.parametrize(
    ("before", "said", "whose"),
    [
        (LATE, "có phối hợp bộ khcn", [(BCA, Role.LEAD), (BKHCN, Role.COORDINATOR)]),
        (LATE, "của bộ khcn phối hợp", [(BCA, Role.LEAD), (BKHCN, Role.COORDINATOR)]),
        (LATE, "có bộ khcn", [(BCA, Role.LEAD), (BKHCN, Role.ANY)]),
        (LATE, "liên quan bộ khcn", [(BCA, Role.LEAD), (BKHCN, Role.ANY)]),
        (LATE, "còn bộ khcn phối hợp", [(BKHCN, Role.COORDINATOR)]),
        (LATE, "còn bộ khcn", [(BKHCN, Role.LEAD)]),
        (LATE, "bộ khcn phối hợp thì sao", [(BKHCN, Role.COORDINATOR)]),
        ("bộ công an phối hợp 2025", "bộ khcn chủ trì", [(BCA, Role.COORDINATOR), (BKHCN, Role.LEAD)]),
        (LATE_EN, "which of them coordinate with MOST", [(BCA, Role.LEAD), (BKHCN, Role.COORDINATOR)]),
        (LATE_EN, "the ones with MOST", [(BCA, Role.LEAD), (BKHCN, Role.ANY)]),
        (LATE, "không phải chủ trì, phối hợp cơ", [(BCA, Role.COORDINATOR)]),
        (LATE, "không phải bộ công an, bộ khcn cơ", [(BKHCN, Role.LEAD)]),
        (LATE, "thế cả nước", []),
        (LATE_EN, "nationwide", []),
    ],
)
def test_whose(base: KnowledgeBase, before: str, said: str, whose: list[tuple[str, Role]]) -> None:
    reading = last_of(base, before, said)
    assert (roles(reading), reading.topic, reading.unread, reading.leaned) == (whose, "", (), True)


@pytest.mark.parametrize(
    ("turns", "first"),
    [
        (("bộ tài chính và bộ công an việc quá hạn", "bộ nào nhiều hơn"), BCA),
        (("bộ y tế quá hạn", "bộ công an", "bộ nào ít hơn"), BYT),
        (("bộ y tế quá hạn", "so với bộ công an"), BCA),
        (("MOF and MPS overdue tasks", "which has more"), BCA),
        (("việc quá hạn", "bộ nào nhiều nhất"), BKHCN),
    ],
)
def test_who_has_more(base: KnowledgeBase, turns: tuple[str, ...], first: str) -> None:
    found = found_of(base, *turns)
    assert (found.reading.intent, found.reading.states) == (Intent.GROUP, (State.OVERDUE,))
    assert found.groups[0][0] == first
    alone = turns[-1] == "bộ nào nhiều nhất"
    assert alone or {label for label, _ in found.groups} == set(names(found.reading))


@pytest.mark.parametrize(
    ("before", "said", "period"),
    [
        ("hạn tháng 6/2025", "tháng 7 nữa", (JUNE[0], JULY[1])),
        ("hạn tháng 6/2025", "thêm tháng 7", (JUNE[0], JULY[1])),
        ("hạn tháng 6/2025", "thang 7 thi sao", JULY),
        ("tasks due in June 2025", "and July too", (JUNE[0], JULY[1])),
        ("hạn tháng 6/2025", "trong 2 tuần nữa", (TODAY, date(2026, 12, 6))),
        ("hạn tháng 6/2025", "cả năm 2026", (date(2026, 1, 1), date(2026, 12, 31))),
    ],
)
def test_a_time_more(base: KnowledgeBase, before: str, said: str, period: tuple[date, date]) -> None:
    assert due(last_of(base, before, said)) == period


def test_both_times(base: KnowledgeBase) -> None:
    turns = ("bộ công an hạn 2025", "2026", "cả hai năm")
    assert due(last_of(base, *turns)) == (date(2025, 1, 1), date(2026, 12, 31))
    assert last_of(base, turns[0], turns[2]).unread == ("cả hai năm",)


def test_what_lies_between_two_times_is_left_out() -> None:
    june, august = Period(*JUNE, "within"), Period(date(2025, 8, 1), date(2025, 8, 31), "within")
    assert joined(august, june).stretches() == [JUNE, (date(2025, 8, 1), date(2025, 8, 31))]
    assert joined(joined(june, august), Period(*JULY, "within")).but == ()
    ever = joined(Period(None, JUNE[1], "by"), Period(date(2025, 8, 1), None, "from"))
    assert (ever.first, ever.last, ever.but) == (None, None, (JULY,))


def test_a_directive_more_or_another(base: KnowledgeBase) -> None:
    assert last_of(base, "bộ y tế nq71", "thêm tb 329").directives == ("71", "329")
    other = last_of(base, "bộ công an hạn 2025 nq71", "bộ y tế tb 17")
    assert (names(other), other.directives, due(other)) == ([BYT], ("17",), (date(2025, 1, 1), date(2025, 12, 31)))
    assert last_of(base, LATE, "ngoài nq71").without == ("71",)
    ranked = last_of(base, "bộ nào nhiều việc quá hạn nhất", "của nq71")
    assert (ranked.intent, ranked.directives, ranked.states) == (Intent.GROUP, ("71",), (State.OVERDUE,))


def test_which_end_of_a_ranking_is_first_is_kept(base: KnowledgeBase) -> None:
    counts = [count for _, count in found_of(base, "bộ nào ít việc quá hạn nhất", "còn năm 2025").groups]
    assert counts == sorted(counts)


def test_a_matter_that_nothing_speaks_of_is_told_when_it_is_left_aside(base: KnowledgeBase) -> None:
    reading = last_of(base, "bộ công an về giá vàng", "hạn 2025")
    assert (names(reading), reading.topic, reading.unread) == ([BCA], "", ("giá vàng",))
    assert last_of(base, "bộ công an về giá vàng", "hạn 2025", "về dữ liệu").unread == ()


def test_a_condition_that_is_denied_is_told(base: KnowledgeBase) -> None:
    assert last_of(base, LATE, "chưa kết nối thôi").unread == ("chưa kết nối",)


@pytest.mark.parametrize(
    ("turns", "states"),
    [
        ((LATE, "chưa có báo cáo"), (State.OVERDUE, State.NO_REPORT)),
        ((LATE, "chưa có báo cáo", "trên 1 năm"), (State.OVERDUE, State.NO_REPORT)),
        ((LATE, "chưa có báo cáo", "bỏ quá hạn"), (State.NO_REPORT,)),
        ((LATE, "trên 1 năm", "chưa có báo cáo"), (State.OVERDUE, State.NO_REPORT)),
        ((LATE, "còn việc chưa quá hạn"), (State.IN_TIME,)),
        ((LATE, "đã hoàn thành"), (State.DONE,)),
        (("bộ y tế sắp đến hạn", "chưa có báo cáo"), (State.DUE_SOON, State.NO_REPORT)),
    ],
)
def test_how_the_work_stands_beside_how_the_deadline_does(
    base: KnowledgeBase, turns: tuple[str, ...], states: tuple[State, ...]
) -> None:
    reading = last_of(base, *turns)
    assert reading.states == states
    assert (reading.lateness is not None) is ("trên 1 năm" in turns)
    assert (reading.period is not None) is (State.DUE_SOON in states)


@pytest.mark.parametrize(
    "text",
    [
        "6 rõ là gì",
        "chỉ tiêu dịch vụ công",
        "việc nào quá hạn",
        "báo cáo",
        "chưa tới hạn năm 2025",
        "nghị định về dữ liệu quy định gì",
        "bộ nào nhiều việc quá hạn nhất",
        "what are decrees",
        "giá vàng hôm nay",
    ],
)
def test_what_asks_among_nothing(text: str) -> None:
    assert asked_among(text) is None


def test_a_whole_question_stands_alone(base: KnowledgeBase) -> None:
    for text in ("bộ nào nhiều việc quá hạn nhất", "việc nào về dữ liệu do bộ y tế làm", "6 rõ là gì"):
        assert last_of(base, LATE, text) == last_of(base, text)
    assert names(last_of(base, LATE, "bộ tài chính phối hợp những việc gì")) == [BTC]


def test_no_first_question_is_changed_by_these(base: KnowledgeBase) -> None:
    """Asked first, nothing was listed that they could ask among."""
    for row in questions():
        if "text" in row and (asked_among(row["text"]) or refinement_in(row["text"])):
            assert not last_of(base, row["text"]).leaned
