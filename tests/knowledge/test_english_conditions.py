"""Conditions as testers typed them, English and Vietnamese: denied ones, partners, numbers of agencies, rankings, who
receives, when, and what was done. None is dropped, and none gives the list of its opposite."""

from datetime import date

import pytest

from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, Reading, Role, State, read_question
from tests.conftest import TODAY

BCA, BYT, BTC, BKHCN = "Bộ Công an", "Bộ Y tế", "Bộ Tài chính", "Bộ Khoa học và Công nghệ"
LEAD, WITH, ANY = Role.LEAD, Role.COORDINATOR, Role.ANY


def read(base: KnowledgeBase, question: str) -> Reading:
    return read_question(question, base.vocabulary, TODAY)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("tasks due not later than Q2/2026 MOET", None, date(2026, 6, 30)),
        ("MOET tasks not later than 30 June 2026", None, date(2026, 6, 30)),
        ("MOET due not after Q1 2026", None, date(2026, 3, 31)),
        ("MOET tasks not due before 2026", date(2026, 1, 1), None),
        ("not due until 2027 MOF", date(2027, 1, 1), None),
        ("việc bộ công an không muộn hơn 30/6/2026", None, date(2026, 6, 30)),
        ("việc bộ công an hạn không sau quý 1/2026", None, date(2026, 3, 31)),
        ("việc bộ công an hạn không trước năm 2026", date(2026, 1, 1), None),
        ("what was overdue at end of 2025", None, date(2025, 12, 31)),
        ("MPS tasks by Friday", None, date(2026, 11, 27)),
        ("việc bộ công an trước thứ hai", None, date(2026, 11, 23)),
        ("MPS due by 12/31/2025", None, date(2025, 12, 31)),
    ],
)
def test_a_limit_is_not_its_opposite(base: KnowledgeBase, question: str, first: date | None, last: date | None) -> None:
    reading = read(base, question)
    assert reading.period is not None
    assert (reading.period.first, reading.period.last) == (first, last)
    assert State.IN_TIME not in reading.states
    assert (reading.topic, reading.unread) == ("", ())


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("MPS tasks not in 2025", "not in 2025"),
        ("MPS tasks not due in Q1 2026", "not due in Q1 2026"),
        ("bộ công an việc không phải năm 2025", "không phải năm 2025"),
        ("việc bộ công an không thuộc quý I/2026", "không thuộc quý I/2026"),
        ("number of leads per task", "number of leads per task"),
        ("tasks MOST has to submit to the Government", "submit to the Government"),
        ("what must MOJ submit to National Assembly", "submit to National Assembly"),
        ("tasks MOF should report to the PM", "report to the PM"),
        ("việc bộ y tế không hoàn thành đúng hạn", "không hoàn thành đúng hạn"),
        ("việc bộ y tế hoàn thành trước hạn", "trước hạn"),
        ("việc được giao sau ngày 24/6/2026 cho bộ công an", "được giao sau ngày 24/6/2026"),
    ],
)
def test_what_no_list_goes_by_is_told(base: KnowledgeBase, question: str, told: str) -> None:
    reading = read(base, question)
    assert reading.unread == (told,)
    assert reading.period is None
    assert len(reading.agencies) <= 1


@pytest.mark.parametrize(
    "question", ["everything but overdue MPS", "all but overdue MPS tasks", "MPS tasks, not the late"]
)
def test_a_state_that_is_denied_is_left_out(base: KnowledgeBase, question: str) -> None:
    reading = read(base, question)
    assert (reading.states, reading.but_states) == ((), (State.OVERDUE,))


@pytest.mark.parametrize("question", ["MPS tasks not coordinating", "tasks of MPS but not supporting ones"])
def test_a_role_that_is_denied_is_the_other(base: KnowledgeBase, question: str) -> None:
    assert [(ask.name, ask.role) for ask in read(base, question).agencies] == [(BCA, LEAD)]


@pytest.mark.parametrize(
    ("question", "asked", "together"),
    [
        ("tasks MOST has with MOF", {BKHCN: ANY, BTC: ANY}, True),
        ("MOH with MPS tasks", {BYT: ANY, BCA: ANY}, True),
        ("bộ công an làm cùng bộ tài chính việc gì", {BCA: ANY, BTC: ANY}, True),
        ("bộ công an và bộ y tế phối hợp việc gì", {BCA: ANY, BYT: ANY}, True),
        ("tasks of MOH done jointly with MPS", {BYT: LEAD, BCA: LEAD}, True),
        ("shared tasks MOST and MOF", {BKHCN: LEAD, BTC: LEAD}, True),
        ("tasks MOH co-leads with MPS", {BYT: LEAD, BCA: LEAD}, True),
        ("tasks MOH helps MPS with", {BYT: WITH, BCA: LEAD}, False),
        ("tasks where MOH supports MPS and MOF", {BYT: WITH, BCA: LEAD, BTC: LEAD}, False),
        ("bộ y tế hỗ trợ bộ công an việc gì", {BYT: WITH, BCA: LEAD}, False),
        ("bộ tài chính phối hợp bộ khcn", {BTC: WITH, BKHCN: LEAD}, False),
        ("tasks MPS leads with MOF", {BCA: LEAD, BTC: WITH}, False),
        ("tasks led by MPS with MOF coordinating", {BCA: LEAD, BTC: WITH}, False),
        ("compare MOH with MPS", {BYT: LEAD, BCA: LEAD}, False),
        ("bộ công an, bộ y tế phối hợp việc gì", {BCA: WITH, BYT: WITH}, False),
        ("tasks given to MOST by the Prime Minister", {BKHCN: LEAD}, False),
    ],
)
def test_what_agencies_have_with_one_another(
    base: KnowledgeBase, question: str, asked: dict[str, Role], together: bool
) -> None:
    reading = read(base, question)
    assert {ask.name: ask.role for ask in reading.agencies} == asked
    assert reading.together == together
    assert (reading.topic, reading.states, reading.unread) == ("", (), ())


@pytest.mark.parametrize(
    ("question", "parties"),
    [
        ("how many tasks have no coordinator", {(WITH, 0, 0)}),
        ("tasks w/o coordinating agency MOH", {(WITH, 0, 0)}),
        ("tasks that MOF leads without coordination", {(WITH, 0, 0)}),
        ("tasks that don't have lead", {(LEAD, 0, 0)}),
        ("how many tasks have coordinators", {(WITH, 1, None)}),
        ("tasks that have coordinators", {(WITH, 1, None)}),
        ("bao nhiêu việc có cơ quan phối hợp", {(WITH, 1, None)}),
        ("how many tasks have only one lead MPS", {(LEAD, 1, 1)}),
        ("MOH as co-lead", {(LEAD, 2, None)}),
        ("which tasks have several coordinators MOST", {(WITH, 2, None)}),
        ("tasks with coordinating agency MOH", set[tuple[Role, int, int]]()),
    ],
)
def test_how_many_lead_or_coordinate(
    base: KnowledgeBase, question: str, parties: set[tuple[Role, int | None, int | None]]
) -> None:
    reading = read(base, question)
    assert {(each.role, each.least, each.most) for each in reading.parties} == parties
    assert reading.intent in (Intent.LIST, Intent.COUNT)
    assert (reading.topic, reading.unread) == ("", ())


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("rank ministries by overdue", BKHCN),
        ("ranking of ministries, overdue, resolution 71", BKHCN),
        ("rank all ministries by number of tasks", BKHCN),
        ("who coordinates the most tasks", BKHCN),
        ("list of silent agencies", BKHCN),
        ("top 10 provinces overdue", "Thành phố Hà Nội"),
        ("xếp hạng các địa phương theo số việc quá hạn", "Thành phố Hà Nội"),
        ("breakdown of MOST tasks by quarter", "2025-Q1"),
    ],
)
def test_rankings(base: KnowledgeBase, question: str, first: str) -> None:
    found = answer(read(base, question), base, TODAY)
    assert found.reading.intent is Intent.GROUP
    assert found.groups[0][0] == first
    assert found.groups[0][1] > 0


@pytest.mark.parametrize(
    ("question", "agency", "states"),
    [
        ("breakdown of MOST tasks by quarter", BKHCN, ()),
        ("breakdown of MOF tasks by month 2026", BTC, ()),
        ("breakdown of MOH overdue by directive", BYT, (State.OVERDUE,)),
        ("share of MOH tasks by directive", BYT, ()),
        ("statistics of MPS overdue by quarter", BCA, (State.OVERDUE,)),
        ("break MOF tasks down by quarter", BTC, ()),
    ],
)
def test_a_breakdown_is_of_what_it_says(
    base: KnowledgeBase, question: str, agency: str, states: tuple[State, ...]
) -> None:
    reading = read(base, question)
    assert reading.intent is Intent.GROUP
    assert ([ask.name for ask in reading.agencies], reading.states, reading.topic) == ([agency], states, "")


def test_the_most_overdue_tasks_are_a_list(base: KnowledgeBase) -> None:
    found = answer(read(base, "top 5 most overdue tasks of MOH"), base, TODAY)
    assert found.reading.intent is Intent.LIST
    own = [hit.task.deadline.last for hit in found.own]
    assert own == sorted(own, key=lambda last: last or date.max)


@pytest.mark.parametrize("question", ["who issued resolution 71", "who issued 05-TB", "cơ quan nào ban hành 05-TB"])
def test_who_issued_a_directive_is_on_its_card(base: KnowledgeBase, question: str) -> None:
    assert read(base, question).intent is Intent.DIRECTIVE


@pytest.mark.parametrize(
    ("question", "done"),
    [
        ("quý trước bộ công an xong được việc nào", True),
        ("bộ y tế năm 2025 làm xong bao nhiêu việc", True),
        ("bộ y tế làm được bao nhiêu việc rồi", True),
        ("bộ công an tháng này hoàn thành mấy việc", True),
        ("việc bộ y tế hoàn thành đúng hạn", True),
        ("Trong năm 2026 Bộ Y tế phải chủ trì hoàn thành bao nhiêu việc?", False),
        ("quý 1/2026 bộ công an phải làm xong mấy việc", False),
        ("bộ công an chưa hoàn thành được việc nào", False),
    ],
)
def test_what_was_done_and_what_must_be(base: KnowledgeBase, question: str, done: bool) -> None:
    assert (State.DONE in read(base, question).states) == done


@pytest.mark.parametrize(
    "question", ["chỉ việc giao chung của bộ y tế", "bộ y tế giao chung mấy việc", "MOH only group tasks"]
)
def test_what_groups_alone_were_given(base: KnowledgeBase, question: str) -> None:
    found = answer(read(base, question), base, TODAY)
    every = answer(read(base, "việc của bộ y tế"), base, TODAY)
    assert found.tasks
    assert all(hit.via_group for hit in found.tasks)
    assert len(found.tasks) + len(every.own) == len(every.tasks)


def test_given_to_us_is_not_given_to_groups(base: KnowledgeBase) -> None:
    assert not read(base, "nghị quyết 71 giao chúng tôi những việc gì").groups_only


@pytest.mark.parametrize("question", ["việc giao trong tháng 6/2026", "tasks assigned in June 2026"])
def test_when_tasks_were_given_is_when_the_directive_was_issued(base: KnowledgeBase, question: str) -> None:
    reading = read(base, question)
    assert reading.period is None
    assert [base.directives[each].date for each in reading.directives] == [date(2026, 6, 24)]
