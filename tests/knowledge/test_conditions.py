"""Conditions on tasks: how late, who is left out, who has nothing late; and what was not understood of them is said."""

import re
from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers import Answer, answer
from knowledge.base import KnowledgeBase
from knowledge.directives import Task
from knowledge.loading import Corpus, load_corpus
from knowledge.questions import Amount, Intent, Lateness, Reading, Role, State, read_question
from knowledge.questions.lateness import amounts_in
from knowledge.text import fold, fold_aligned, tidy
from tests.conftest import TODAY

BCA, BYT, BTC, BNV = "Bộ Công an", "Bộ Y tế", "Bộ Tài chính", "Bộ Nội vụ"
DAYS, YEAR = Amount(30, "day"), Amount(1, "year")


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus()


def read(base: KnowledgeBase, question: str) -> Reading:
    return read_question(question, base.vocabulary, TODAY)


def ask(base: KnowledgeBase, question: str) -> Answer:
    return answer(read(base, question), base, TODAY)


def codes(found: Answer) -> set[str]:
    return {hit.task.id for hit in found.tasks}


def days_late(task: Task) -> int:
    return task.deadline.days_late(TODAY) if task.deadline.last else 0


LATE = (
    ("việc quá hạn trên 1 năm", Lateness(YEAR, more=True)),
    ("viec qua han tren 1 nam", Lateness(YEAR, more=True)),
    ("việc quá hạn hơn một năm", Lateness(YEAR, more=True)),
    ("chậm quá 500 ngày", Lateness(Amount(500, "day"), more=True)),
    ("trễ hơn 3 tháng", Lateness(Amount(3, "month"), more=True)),
    ("quá hạn dưới 30 ngày", Lateness(most=DAYS, less=True)),
    ("qua han chua toi 30 ngay", Lateness(most=DAYS, less=True)),
    ("quá hạn không quá 30 ngày", Lateness(most=DAYS)),
    ("quá hạn từ 30 ngày trở lên", Lateness(DAYS)),
    ("việc quá hạn 30 ngày trở lên", Lateness(DAYS)),
    ("việc chậm 30 ngày", Lateness(DAYS)),
    ("quá hạn ít nhất 2 tuần", Lateness(Amount(2, "week"))),
    ("quá hạn từ 3 đến 6 tháng", Lateness(Amount(3, "month"), Amount(6, "month"))),
    ("việc quá hạn từ 1 tháng đến 1 năm", Lateness(Amount(1, "month"), YEAR)),
    ("quá hạn trên 30 ngày và dưới 1 năm", Lateness(DAYS, YEAR, more=True, less=True)),
    ("quá hạn hơn nửa năm", Lateness(Amount(6, "month"), more=True)),
    ("chậm hơn 1 năm rưỡi", Lateness(Amount(18, "month"), more=True)),
    ("quá hạn > 90 ngày", Lateness(Amount(90, "day"), more=True)),
    ("những việc quá hạn của Bộ Tài chính đã trên 1 năm", Lateness(YEAR, more=True)),
    ("tasks overdue between 30 days and 1 year", Lateness(DAYS, YEAR)),
    ("tasks overdue between 3 and 6 months", Lateness(Amount(3, "month"), Amount(6, "month"))),
    ("overdue by more than 90 days", Lateness(Amount(90, "day"), more=True)),
    ("tasks overdue for over a year", Lateness(YEAR, more=True)),
    ("which tasks are at least 3 months late", Lateness(Amount(3, "month"))),
    ("tasks less than 30 days overdue", Lateness(most=DAYS, less=True)),
)


@pytest.mark.parametrize(("question", "lateness"), LATE)
def test_how_late_is_read(base: KnowledgeBase, question: str, lateness: Lateness) -> None:
    reading = read(base, question)
    assert reading.lateness == lateness
    assert State.OVERDUE in reading.states
    assert (reading.topic, reading.period, reading.unread) == ("", None, ())


@pytest.mark.parametrize(
    "question",
    [
        "việc quá hạn",
        "việc quá hạn 30 ngày qua",
        "việc quá hạn trong 6 tháng đầu năm 2026",
        "việc quá hạn tháng 3 năm 2026",
        "việc chậm nhất trước ngày 30 tháng 6",
        "việc còn dưới 30 ngày",
        "việc chưa quá hạn",
    ],
)
def test_what_bounds_no_lateness(base: KnowledgeBase, question: str) -> None:
    assert read(base, question).lateness is None


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("việc quá hạn trên 1 năm", lambda good: good < TODAY - relativedelta(years=1)),
        ("việc chậm quá 500 ngày", lambda good: (TODAY - good).days > 500),
        ("việc trễ hơn 3 tháng", lambda good: good < TODAY - relativedelta(months=3)),
        ("việc quá hạn từ 145 ngày trở lên", lambda good: (TODAY - good).days >= 145),
        ("việc quá hạn trên 145 ngày", lambda good: (TODAY - good).days > 145),
        ("việc quá hạn dưới 145 ngày", lambda good: 0 < (TODAY - good).days < 145),
        ("việc quá hạn không quá 145 ngày", lambda good: 0 < (TODAY - good).days <= 145),
        ("tasks overdue by more than 90 days", lambda good: (TODAY - good).days > 90),
    ],
)
def test_the_list_holds_exactly_what_is_so_late(base: KnowledgeBase, corpus: Corpus, question: str, fits) -> None:  # type: ignore[no-untyped-def]
    wanted = {task.id for task in corpus.tasks if task.deadline.last_good and fits(task.deadline.last_good)}
    assert wanted
    assert codes(ask(base, question)) == wanted


def test_counts_and_groups_keep_to_it(base: KnowledgeBase) -> None:
    every = ask(base, "việc quá hạn trên 1 năm của Bộ Tài chính")
    counted = ask(base, "Bộ Tài chính có bao nhiêu việc quá hạn trên 1 năm")
    grouped = dict(ask(base, "bộ nào nhiều việc quá hạn trên 1 năm nhất").groups)
    assert counted.reading.intent is Intent.COUNT
    assert counted.total == every.total
    assert grouped[BTC] == len(every.own) < len(ask(base, "việc quá hạn của Bộ Tài chính").own)


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2026, 12, 31), date(1, 1, 1), date(9999, 12, 31)])
@pytest.mark.parametrize("amount", [Amount(1, "year"), Amount(9999, "year"), Amount(1, "day"), Amount(9999, "day")])
def test_no_amount_leaves_the_calendar(today: date, amount: Amount) -> None:
    for lateness in (Lateness(amount, more=True), Lateness(most=amount, less=True)):
        if today > date.min:
            lateness.stretch(today)
    assert amount.after(today) >= today or today.year == 9999


@given(st.text("0123456789 quahntrengyơđ>-+,.", max_size=60))
def test_any_words_bound_or_do_not(words: str) -> None:
    raw = tidy(words)
    assert all(found.group() for found, _ in amounts_in(raw, fold_aligned(raw)))


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("việc quá hạn trừ Bộ Y tế", [BYT]),
        ("viec qua han tru bo y te", [BYT]),
        ("việc quá hạn ngoài Bộ Công an ra", [BCA]),
        ("ngoài BCA và BTC ra thì việc nào quá hạn", [BCA, BTC]),
        ("việc quá hạn không kể Bộ Y tế", [BYT]),
        ("việc quá hạn không phải của Bộ Nội vụ", [BNV]),
        ("việc quá hạn không có Bộ Công an", [BCA]),
        ("việc quá hạn mà Bộ Y tế không chủ trì", [BYT]),
        ("overdue tasks except the Ministry of Health", [BYT]),
        ("overdue tasks other than those of MOH", [BYT]),
    ],
)
def test_agencies_that_are_left_out(base: KnowledgeBase, question: str, names: list[str]) -> None:
    found = ask(base, question)
    assert [ask.name for ask in found.reading.excluded] == names
    assert found.reading.agencies == ()
    assert not any(set(names) & set(hit.task.leads) for hit in found.tasks)
    late = codes(ask(base, "việc quá hạn"))
    assert {hit.task.id for hit in found.tasks} < late
    theirs = {hit.task.id for name in names for hit in ask(base, f"việc quá hạn của {name}").own}
    assert codes(found) == late - theirs


def test_one_agency_but_not_another(base: KnowledgeBase) -> None:
    reading = read(base, "Bộ Công an phối hợp việc gì trừ việc của Bộ Y tế")
    assert [(a.name, a.role) for a in reading.agencies] == [(BCA, Role.COORDINATOR)]
    assert [a.name for a in reading.excluded] == [BYT]


@pytest.mark.parametrize(
    "question",
    [
        "việc năm ngoái Bộ Ngoại giao",
        "viec nam ngoai bo ngoai giao",
        "việc ở nước ngoài Bộ Ngoại giao lo",
        "hệ thống lưu trữ Bộ Y tế",
        "he thong luu tru bo y te",
        "có hay không có Bộ Công an tham gia",
    ],
)
def test_who_is_not_left_out(base: KnowledgeBase, question: str) -> None:
    assert read(base, question).excluded == ()


@pytest.mark.parametrize(
    "words", ["trừ phối hợp", "không tính việc phối hợp", "except coordinated tasks", "tru viec phoi hop"]
)
def test_what_is_coordinated_is_left_out(base: KnowledgeBase, words: str) -> None:
    (ask,) = read_question(f"Bộ Y tế việc quá hạn {words}", base.vocabulary, TODAY).agencies
    assert ask.role is Role.LEAD


@pytest.mark.parametrize(
    "words", ["trừ việc giao chung", "tru giao chung", "except joint tasks", "without group tasks"]
)
def test_what_is_given_to_all_is_left_out(base: KnowledgeBase, words: str) -> None:
    reading = read_question(f"Bộ Y tế việc quá hạn {words}", base.vocabulary, TODAY)
    assert (reading.groups_too, reading.unread, reading.topic) == (False, (), "")


@pytest.mark.parametrize(
    ("question", "excluded"),
    [
        ("việc BYT phối hợp trừ việc BCA chủ trì", (BCA, Role.LEAD)),
        ("viec byt phoi hop tru viec bca chu tri", (BCA, Role.LEAD)),
        ("việc Bộ Y tế phối hợp trừ Bộ Công an", (BCA, Role.LEAD)),
        ("việc BYT chủ trì trừ việc BCA phối hợp", (BCA, Role.COORDINATOR)),
        ("việc của Bộ Y tế trừ việc phối hợp với Bộ Công an", (BCA, Role.COORDINATOR)),
        ("việc của Bộ Y tế trừ việc liên quan đến Bộ Công an", (BCA, Role.ANY)),
        ("việc Bộ Y tế chủ trì mà Bộ Công an không tham gia", (BCA, Role.ANY)),
        ("tasks of MOH except those coordinated by MPS", (BCA, Role.COORDINATOR)),
    ],
)
def test_who_is_left_out_in_which_role(base: KnowledgeBase, question: str, excluded: tuple[str, Role]) -> None:
    found = ask(base, question)
    reading = found.reading
    ((name, asked),) = [(each.name, each.role) for each in reading.agencies]
    assert name == BYT
    assert asked is (Role.COORDINATOR if "phoi hop" in fold(question).split("tru")[0] else Role.LEAD)
    assert [(each.name, each.role) for each in reading.excluded] == [excluded]
    role = {Role.LEAD: "", Role.COORDINATOR: "phối hợp", Role.ANY: "chủ trì lẫn phối hợp"}[excluded[1]]
    theirs = ask(base, f"việc {BCA} {role}" if role else f"việc của {BCA}")
    every = ask(base, f"việc {BYT} phối hợp" if asked is Role.COORDINATOR else f"việc của {BYT}")
    out = theirs.tasks if excluded[1] is Role.ANY else theirs.own
    assert codes(found) == codes(every) - {hit.task.id for hit in out}


@pytest.mark.parametrize(
    "question",
    [
        "việc nào Bộ Y tế không làm",
        "viec nao bo y te khong lam",
        "những việc Bộ Y tế không tham gia",
        "việc Bộ Y tế không liên quan",
        "tasks MOH is not involved in",
    ],
)
def test_in_what_is_not_done_nobody_takes_part(base: KnowledgeBase, corpus: Corpus, question: str) -> None:
    names = {BYT, *corpus.registry.groups_of(BYT)}
    wanted = {task.id for task in corpus.tasks if not names.intersection((*task.leads, *task.coordinators))}
    assert codes(ask(base, question)) == wanted


@pytest.mark.parametrize("question", ["việc Bộ Y tế không làm xong", "sao Bộ Y tế không làm CSDL bệnh viện"])
def test_what_is_not_got_done_is_theirs(base: KnowledgeBase, question: str) -> None:
    reading = read(base, question)
    assert ([each.name for each in reading.agencies], reading.excluded) == ([BYT], ())


@pytest.mark.parametrize(
    ("question", "group"),
    [
        ("việc quá hạn trừ các bộ", "Các bộ, ngành"),
        ("viec qua han tru cac bo", "Các bộ, ngành"),
        ("việc quá hạn trừ các bộ, ngành", "Các bộ, ngành"),
        ("việc quá hạn trừ doanh nghiệp", "Các doanh nghiệp"),
        ("việc quá hạn không kể doanh nghiệp", "Các doanh nghiệp"),
        ("việc quá hạn ngoài các tỉnh", "Các địa phương"),
        ("overdue tasks except ministries", "Các bộ, ngành"),
    ],
)
def test_a_group_that_is_left_out_takes_all_within_it(
    base: KnowledgeBase, corpus: Corpus, question: str, group: str
) -> None:
    out = set(corpus.registry.all_of(group))
    assert len(out) > 2
    late = [task for task in corpus.tasks if task.deadline.late_on(TODAY)]
    found = ask(base, question)
    assert (found.reading.topic, found.reading.unread) == ("", ())
    assert codes(found) == {task.id for task in late if not out.intersection(task.leads)}


def test_a_name_of_many_meanings_is_left_out_too(base: KnowledgeBase) -> None:
    reading = read(base, "việc quá hạn trừ Ban Chỉ đạo")
    assert [each.name for each in reading.excluded] == ["Ban Chỉ đạo Trung ương"]


@pytest.mark.parametrize(
    "question",
    [
        "việc về AI trừ dữ liệu",
        "viec ve AI tru du lieu",
        "việc về AI không liên quan đến dữ liệu",
        "việc về AI, trừ việc về dữ liệu",
        "trừ dữ liệu, có việc gì về AI",
        "tasks on AI but not about data",
    ],
)
def test_a_matter_is_left_out(base: KnowledgeBase, question: str) -> None:
    found, every = ask(base, question), ask(base, "việc về AI")
    assert found.reading.unread == ()
    assert codes(found) == codes(every) - codes(ask(base, "việc về dữ liệu"))
    assert 0 < len(found.tasks) < len(every.tasks)


def test_a_matter_that_no_task_speaks_of_is_owned_up_to(base: KnowledgeBase) -> None:
    found = ask(base, "việc về AI trừ khủng long bạo chúa")
    assert found.reading.but_topics == ()
    assert found.reading.unread == ("khủng long bạo chúa",)


def test_whose_tasks_are_meant_is_no_part_of_what_is_left_out(base: KnowledgeBase) -> None:
    for question in ("việc quá hạn không tính CSDL của Bộ Y tế", "Bộ Y tế việc quá hạn không tính CSDL"):
        reading = read(base, question)
        assert ([each.name for each in reading.agencies], reading.topic) == ([BYT], "")
        assert (reading.but_topics, reading.unread) == (("CSDL",), ())


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("trừ việc quá hạn", (State.OVERDUE,)),
        ("trừ việc định kỳ", (State.RECURRING,)),
        ("trừ việc thường xuyên, định kỳ", (State.RECURRING, State.ONGOING)),
        ("không tính việc không có thời hạn", (State.NO_DEADLINE,)),
        ("mà có thời hạn", (State.NO_DEADLINE,)),
        ("không định kỳ", (State.RECURRING,)),
    ],
)
def test_what_stands_so_is_left_out(base: KnowledgeBase, words: str, states: tuple[State, ...]) -> None:
    every = ask(base, "việc của Bộ Y tế")
    found = ask(base, f"việc của Bộ Y tế {words}")
    assert (found.reading.states, found.reading.topic, found.reading.unread) == ((), "", ())
    assert set(found.reading.but_states) == set(states)
    out = {
        State.OVERDUE: "việc quá hạn",
        State.RECURRING: "việc định kỳ",
        State.ONGOING: "việc thường xuyên",
        State.NO_DEADLINE: "việc không có thời hạn",
    }
    theirs = {code for state in states for code in codes(ask(base, f"{out[state]} của Bộ Y tế"))}
    assert theirs
    assert codes(found) == codes(every) - theirs


def test_a_directive_left_out_is_told_as_that(base: KnowledgeBase) -> None:
    assert read_question("việc quá hạn trừ TB329", base.vocabulary, TODAY).without == ("329",)


@pytest.mark.parametrize("question", ["which ministry is the slowest", "which ministry is latest"])
def test_the_slowest_have_most_overdue(base: KnowledgeBase, question: str) -> None:
    reading = read_question(question, base.vocabulary, TODAY)
    assert (reading.intent, reading.grouping, reading.states) == (Intent.GROUP, "agency", (State.OVERDUE,))


@pytest.mark.parametrize("question", ["CSDL đất đai đạt mấy tiêu chí", "csdl dat dai dat may tieu chi"])
def test_another_database_does_not_stand_for_it(base: KnowledgeBase, question: str) -> None:
    found = answer(read_question(question, base.vocabulary, TODAY), base, TODAY)
    assert (found.reading.intent, found.databases, found.passages) == (Intent.DATABASES, (), ())


def test_directives_and_what_is_done_are_left_out(base: KnowledgeBase) -> None:
    assert "71" not in read(base, "việc quá hạn trừ nghị quyết 71").directives
    assert read(base, "việc của Bộ Y tế trừ việc đã xong").states == (State.UNFINISHED,)


@pytest.mark.parametrize(
    ("question", "states"),
    [
        ("việc của Bộ Y tế chưa quá hạn", (State.IN_TIME,)),
        ("viec bo y te khong cham", (State.IN_TIME,)),
        ("nhiệm vụ còn trong hạn của BYT", (State.IN_TIME,)),
        ("tasks of MOH that are not overdue", (State.IN_TIME,)),
        ("chưa xong mà chưa quá hạn", (State.IN_TIME, State.UNFINISHED)),
        ("BTC nợ mấy việc", (State.OVERDUE,)),
        ("btc no may viec", (State.OVERDUE,)),
        ("Bộ Công an còn nợ gì", (State.OVERDUE,)),
        ("BCA nợ hạn việc nào", (State.OVERDUE,)),
        ("việc sắp quá hạn của Bộ Y tế", (State.DUE_SOON,)),
        ("Bộ Y tế có việc nào quá hạn không", (State.OVERDUE,)),
        ("what's left for ministry of health this year", (State.UNFINISHED,)),
        ("what remains to be done by MOH this quarter", (State.UNFINISHED,)),
        ("remaining tasks of the Ministry of Finance in 2026", (State.UNFINISHED,)),
        ("còn lại gì cho bộ y tế năm nay", (State.UNFINISHED,)),
        ("Bộ Y tế năm nay còn những việc gì phải xong", (State.UNFINISHED,)),
        ("bo y te nam nay con gi phai lam", (State.UNFINISHED,)),
        ("việc Bộ Y tế chưa xong", (State.UNFINISHED,)),
        ("việc Bộ Y tế chưa làm", (State.NOT_STARTED,)),
        ("việc Bộ Y tế đã xong", (State.DONE,)),
        ("hôm nay Bộ Y tế có việc nào quá hạn", (State.OVERDUE,)),
    ],
)
def test_states_and_their_opposites(base: KnowledgeBase, question: str, states: tuple[State, ...]) -> None:
    assert read(base, question).states == states


def test_what_is_left_is_due_then_and_was_not_reported_done(base: KnowledgeBase) -> None:
    left = ask(base, "Bộ Tài chính năm nay còn những việc gì phải xong")
    assert left.reading.period is not None
    due = ask(base, "việc của Bộ Tài chính năm 2026")
    assert (left.reading.period.first, left.reading.period.last) == (date(2026, 1, 1), date(2026, 12, 31))
    assert codes(left) == codes(due)  # nothing was reported


def test_what_is_in_time_is_dated_and_not_late(base: KnowledgeBase, corpus: Corpus) -> None:
    wanted = {t.id for t in corpus.tasks if t.deadline.last and not t.deadline.late_on(TODAY)}
    assert codes(ask(base, "việc chưa quá hạn")) == wanted


@pytest.mark.parametrize(
    "question",
    [
        "bộ nào đang chậm",
        "bo nao dang cham",
        "đơn vị nào trễ hạn nhiều",
        "which ministries are late",
        "ai đang chậm",
        "bao nhiêu bộ đang quá hạn",
        "how many ministries are late",
        "ministries with overdue tasks",
    ],
)
def test_who_is_late_is_a_ranking(base: KnowledgeBase, question: str) -> None:
    found = ask(base, question)
    assert found.reading.intent is Intent.GROUP
    most = ask(base, "cơ quan nào nhiều việc quá hạn nhất").groups
    kinds = {agency.name: agency.kind for agency in base.registry.agencies.values()}
    only_ministries = re.search("bộ|bo |ministries", question) is not None  # whoever says "bộ" wants no province
    assert found.groups == tuple(
        row for row in most if not only_ministries or kinds[row[0]] in ("ministry", "ministry_level")
    )


@pytest.mark.parametrize("question", ["bộ nào không chậm việc nào", "which ministries have nothing overdue"])
def test_no_ministry_has_nothing_late(base: KnowledgeBase, question: str) -> None:
    assert ask(base, question).groups == ()


@pytest.mark.parametrize(
    "question",
    [
        "bộ, ngành nào không chậm việc nào",
        "cơ quan nào chưa quá hạn việc nào",
        "co quan nao chua qua han viec nao",
        "đơn vị nào không có việc nào quá hạn",
        "which agencies have no overdue tasks",
    ],
)
def test_who_has_nothing_late(base: KnowledgeBase, corpus: Corpus, question: str) -> None:
    found = ask(base, question)
    late = {name for task in corpus.tasks if task.deadline.late_on(TODAY) for name in task.leads}
    leading = {name for task in corpus.tasks for name in task.leads if name in corpus.registry.agencies}
    assert {name for name, _ in found.groups} == leading - late
    assert all(count > 0 for _, count in found.groups)


def test_how_many_tasks_they_must_have(base: KnowledgeBase) -> None:
    every = ask(base, "bộ nào nhiều việc quá hạn nhất").groups
    assert ask(base, "bộ nào có trên 20 việc quá hạn").groups == tuple(row for row in every if row[1] > 20)
    assert ask(base, "bộ nào có dưới 3 việc quá hạn").groups == tuple(row for row in every if row[1] < 3)


@pytest.mark.parametrize(
    ("question", "unread"),
    [
        ("việc quá hạn khoảng 3 tháng", "khoảng 3 tháng"),
        ("việc không cần kinh phí của Bộ Y tế", "không cần kinh phí"),
        ("việc quá hạn trừ việc trong quý I", "trừ việc trong quý I"),
        ("việc của Bộ Y tế tháng 3 hay là ngày 5/9/2026", "ngày 5/9/2026"),
        ("việc đúng hạn của Bộ Tài chính", "đúng hạn"),
    ],
)
def test_what_was_not_understood_is_said(base: KnowledgeBase, question: str, unread: str) -> None:
    assert any(each.startswith(unread) for each in read(base, question).unread), read(base, question).unread


@pytest.mark.parametrize(
    "question",
    [
        "Bộ Y tế có việc gì không ạ",
        "việc của Bộ Y tế quý I năm 2026",
        "năm 2026, việc quý I của Bộ Y tế",
        "việc thanh toán không dùng tiền mặt",
        "bộ nào nhiều việc nhất, đúng không",
        "bo y te con viec gi qua han khong",
        "việc phải xong trước hạn 30/6/2026 của BTC",
    ],
)
def test_what_is_understood_is_not_excused(base: KnowledgeBase, question: str) -> None:
    assert read(base, question).unread == ()


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("CSDL nào đạt dưới 15 tiêu chí", lambda met: met < 15),
        ("CSDL nao dat tren 15/19 tieu chi", lambda met: met > 15),
        ("CSDL nào đạt từ 16 tiêu chí trở lên", lambda met: met >= 16),
        ("databases that meet at most 15 criteria", lambda met: met <= 15),
        ("CSDL nào đạt 16 trên 19 tiêu chí", lambda met: met == 16),
        ("CSDL nào đạt 17 tiêu chí", lambda met: met == 17),
        ("CSDL nào không đạt tiêu chí nào cả", lambda met: met == 0),
        ("Hai cơ sở dữ liệu nào chưa đạt tiêu chí nào hết, 0 trên 19?", lambda met: met == 0),
    ],
)
def test_criteria_are_compared(base: KnowledgeBase, question: str, fits) -> None:  # type: ignore[no-untyped-def]
    wanted = [row for row in base.store.databases() if row.met is not None and fits(row.met)]
    assert list(ask(base, question).databases) == wanted


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("việc còn trên 30 ngày mới đến hạn", date(2026, 12, 23), None),
        ("viec con hon 3 thang nua moi den han", date(2027, 2, 23), None),
        ("việc còn ít nhất 30 ngày", date(2026, 12, 22), None),
        ("việc còn hơn 30 ngày nữa đến hạn trong quý I/2027", date(2027, 1, 1), date(2027, 3, 31)),
    ],
)
def test_how_long_there_still_is(base: KnowledgeBase, question: str, first: date, last: date | None) -> None:
    period = read(base, question).period
    assert period is not None
    assert (period.first, period.last) == (first, last)


def test_the_part_of_a_time_is_the_time_meant(base: KnowledgeBase) -> None:
    period = read(base, "năm 2026, việc quý I của Bộ Y tế").period
    assert period is not None
    assert (period.first, period.last) == (date(2026, 1, 1), date(2026, 3, 31))


def test_marks_are_not_needed(base: KnowledgeBase) -> None:
    for question, lateness in LATE:
        assert read(base, fold(question)).lateness == lateness, question


@pytest.mark.parametrize(
    ("negated", "plain"),
    [
        ("việc quá hạn không dưới 30 ngày", "việc quá hạn từ 30 ngày trở lên"),
        ("viec qua han khong tren 1 nam", "việc quá hạn tối đa 1 năm"),
        ("việc quá hạn chưa vượt 30 ngày", "việc quá hạn tối đa 30 ngày"),
        ("overdue tasks not over 30 days", "overdue tasks at most 30 days"),
        ("tasks overdue by no less than 60 days", "tasks overdue by at least 60 days"),
    ],
)
def test_a_negated_comparison_is_the_other_one(base: KnowledgeBase, negated: str, plain: str) -> None:
    one, other = ask(base, negated), ask(base, plain)
    assert one.reading.lateness == other.reading.lateness is not None
    assert len(one.tasks) == len(other.tasks) > 0


def test_no_more_than_so_many_is_not_none(base: KnowledgeBase) -> None:
    assert not base.read("which ministries have no more than 10 overdue tasks", TODAY).none_of


@pytest.mark.parametrize(
    "question",
    [
        "cả việc quá hạn và chưa quá hạn của Bộ Y tế",
        "ca viec qua han va chua qua han cua bo y te",
        "việc của Bộ Y tế, quá hạn hay chưa đều lấy",
        "việc của Bộ Y tế bất kể quá hạn hay chưa",
        "việc của Bộ Y tế đã xong và chưa xong",
        "tasks of MOH, both overdue and not overdue",
        "whether overdue or not, tasks of MOH",
    ],
)
def test_a_state_and_its_opposite_limit_nothing(base: KnowledgeBase, question: str) -> None:
    found = ask(base, question)
    assert (found.reading.intent, found.reading.states, found.reading.unread) == (Intent.LIST, (), ())
    assert len(found.reading.whatever) == 2
    assert codes(found) == codes(ask(base, "việc của Bộ Y tế"))


def test_without_anybody_it_is_all_tasks(base: KnowledgeBase, corpus: Corpus) -> None:
    assert len(ask(base, "cả việc quá hạn và chưa quá hạn").tasks) == len(list(corpus.tasks))


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("việc quá hạn hoặc sắp đến hạn", ("việc quá hạn", "việc sắp đến hạn")),
        ("việc quá hạn và sắp đến hạn", ("việc quá hạn", "việc sắp đến hạn")),
        ("việc quá hạn hoặc không có thời hạn", ("việc quá hạn", "việc không có thời hạn")),
        ("việc định kỳ và việc quá hạn của Bộ Tài chính", ("việc định kỳ của BTC", "việc quá hạn của BTC")),
        ("việc sắp đến hạn hoặc định kỳ của Bộ Tài chính", ("việc sắp đến hạn của BTC", "việc định kỳ của BTC")),
        ("việc quá hạn hoặc chưa có báo cáo của Bộ Y tế", ("việc của Bộ Y tế",)),
        ("việc quá hạn chưa có báo cáo của Bộ Y tế", ("việc quá hạn của Bộ Y tế",)),
        ("tasks of MOF that are overdue or recurring", ("việc định kỳ của BTC", "việc quá hạn của BTC")),
    ],
)
def test_states_of_which_one_is_enough(base: KnowledgeBase, question: str, parts: tuple[str, ...]) -> None:
    found = ask(base, question)
    assert codes(found) == set[str]().union(*(codes(ask(base, part)) for part in parts))
    counted = ask(base, question.replace("việc", "bao nhiêu việc", 1))
    assert len(counted.tasks) == len(found.tasks)


def test_groups_count_what_stands_in_either_way(base: KnowledgeBase) -> None:
    counts = dict(ask(base, "bộ nào nhiều việc quá hạn hoặc định kỳ nhất").groups)
    assert counts[BTC] == len(ask(base, "việc quá hạn hoặc định kỳ của Bộ Tài chính").own)


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("bộ nào có trên 10 việc", lambda n: n > 10),
        ("bo nao co tren 10 viec", lambda n: n > 10),
        ("các bộ có trên 10 việc", lambda n: n > 10),
        ("có bao nhiêu bộ có trên 10 việc", lambda n: n > 10),
        ("bộ nào có từ 5 đến 10 việc", lambda n: 5 <= n <= 10),
        ("bộ nào có 5-10 việc", lambda n: 5 <= n <= 10),
        ("bộ nào có từ 20 việc trở lên", lambda n: n >= 20),
        ("bộ nào có nhiều hơn 20 việc", lambda n: n > 20),
        ("bộ nào có 18 việc", lambda n: n == 18),
        ("bộ nào có đúng 18 nhiệm vụ", lambda n: n == 18),
        ("which ministries have more than 10 tasks", lambda n: n > 10),
        ("which ministries have exactly 18 tasks", lambda n: n == 18),
    ],
)
def test_who_has_so_many(base: KnowledgeBase, corpus: Corpus, question: str, fits) -> None:  # type: ignore[no-untyped-def]
    found = ask(base, question)
    kinds = ("ministry", "ministry_level")
    names = [agency.name for agency in corpus.registry.agencies.values() if agency.kind in kinds]
    counts = {name: sum(name in task.leads for task in corpus.tasks) for name in names}
    assert found.reading.intent is Intent.GROUP
    assert (found.reading.topic, found.reading.unread, found.reading.agencies) == ("", (), ())
    assert dict(found.groups) == {name: n for name, n in counts.items() if n and fits(n)}


@pytest.mark.parametrize(
    "question", ["cơ quan nào chỉ có 1 việc", "co quan nao chi co mot viec", "agencies with only one task"]
)
def test_who_has_only_one(base: KnowledgeBase, corpus: Corpus, question: str) -> None:
    leads = [name for task in corpus.tasks for name in task.leads if name in corpus.registry.agencies]
    assert dict(ask(base, question).groups) == {name: 1 for name in leads if leads.count(name) == 1}


@pytest.mark.parametrize(
    "question", ["tỉnh nào không có việc nào", "tinh nao chua duoc giao viec gi", "which provinces have no tasks"]
)
def test_who_has_none(base: KnowledgeBase, corpus: Corpus, question: str) -> None:
    leads = {name for task in corpus.tasks for name in task.leads}
    provinces = {agency.name for agency in corpus.registry.agencies.values() if agency.kind == "province"}
    assert dict(ask(base, question).groups) == dict.fromkeys(provinces - leads, 0)


@pytest.mark.parametrize(
    "question",
    ["Bộ Y tế có việc gì không", "bộ nào không chậm việc nào", "bộ nào phụ trách 5 trung tâm dữ liệu", "có 5 việc gì"],
)
def test_who_is_not_asked_how_many_they_have(base: KnowledgeBase, question: str) -> None:
    assert read(base, question).counted == (None, None)


def test_what_has_nothing_to_do_with_a_matter_is_still_theirs(base: KnowledgeBase) -> None:
    reading = read(base, "việc của Bộ Tài chính không liên quan đến ngân sách")
    assert ([each.name for each in reading.agencies], reading.excluded, reading.topic) == ([BTC], (), "")
    assert reading.but_topics == ("ngân sách",)


def test_except_opens_a_question(base: KnowledgeBase) -> None:
    reading = read(base, "except for data, what tasks does MPS lead")
    assert ([each.name for each in reading.agencies], reading.topic) == ([BCA], "")
    assert reading.but_topics == ("dữ liệu",)


def test_given_to_these_but_not_to_those(base: KnowledgeBase) -> None:
    reading = read(base, "tasks given to provinces but not to ministries")
    assert [each.name for each in reading.agencies] == ["Các địa phương"]
    assert [each.name for each in reading.excluded] == ["Các bộ, ngành"]


@pytest.mark.parametrize(
    ("question", "state"),
    [
        ("việc Bộ Tài chính không ghi thời hạn", State.UNWRITTEN),
        ("viec ko ghi han cua BTC", State.UNWRITTEN),
        ("việc Bộ Tài chính không có thời hạn", State.NO_DEADLINE),
        ("việc Bộ Tài chính không ghi rõ thời hạn", State.NO_DEADLINE),
    ],
)
def test_no_deadline_written_is_less_than_none_that_names_a_day(
    base: KnowledgeBase, question: str, state: State
) -> None:
    assert read(base, question).states == (state,)


@pytest.mark.parametrize(
    "question", ["Việc trễ rồi thì có được xin dời hạn không?", "viec qua han co bi phat khong nhi"]
)
def test_what_is_allowed_is_no_list_of_what_is_so(base: KnowledgeBase, question: str) -> None:
    reading = read(base, question)
    assert (reading.states, reading.lists) == ((), False)


@pytest.mark.parametrize(
    ("question", "law"),
    [
        ("Luật An ninh mạng có hiệu lực từ ngày nào?", "Luật An ninh mạng"),
        ("When does the new Cybersecurity Law take effect?", "the new Cybersecurity Law"),
        ("Nghị quyết 71 có hiệu lực từ ngày nào", ""),
        ("Nghị định hướng dẫn các luật phải có hiệu lực chậm nhất ngày nào?", ""),
    ],
)
def test_when_a_law_takes_effect_is_not_known_here(base: KnowledgeBase, question: str, law: str) -> None:
    assert read(base, question).foreign == law


@pytest.mark.parametrize(
    ("question", "signer"),
    [
        ("thủ tướng nào đặt bút ký nghị quyết 71", True),
        ("ai đứng tên ký dưới thông báo 05", True),
        ("việc định kỳ nào trong nghị quyết 71", False),
        ("bộ nào lo hạ tầng kỹ thuật trong nghị quyết 71", False),
    ],
)
def test_who_signed_a_directive(base: KnowledgeBase, question: str, signer: bool) -> None:
    assert (read(base, question).focus == "signer") == signer
