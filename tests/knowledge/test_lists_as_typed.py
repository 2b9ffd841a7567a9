"""Lists and counts as people type them: every condition limits the list, or is told as not taken into account."""

from collections.abc import Callable
from datetime import date

import pytest

from knowledge.answers import Answer, answer
from knowledge.base import KnowledgeBase
from knowledge.directives import Task
from knowledge.loading import Corpus, load_corpus
from knowledge.questions import ANYBODY, Asker, Intent, Reading, Role, State, for_asker, read_question
from knowledge.text import fold
from knowledge.when import DeadlineKind, parse_deadline
from tests.conftest import TODAY

BCA, BYT, BTC, BNV, BQP = "Bộ Công an", "Bộ Y tế", "Bộ Tài chính", "Bộ Nội vụ", "Bộ Quốc phòng"
BKHCN = "Bộ Khoa học và Công nghệ"
GROUP = "Các bộ, ngành"
LEAD, WITH, ANY = Role.LEAD, Role.COORDINATOR, Role.ANY


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus()


def read(base: KnowledgeBase, question: str, asker: str = "") -> Reading:
    return read_question(question, base.vocabulary, TODAY, asker)


def ask(base: KnowledgeBase, question: str) -> Answer:
    return answer(read(base, question), base, TODAY)


def codes(found: Answer) -> set[str]:
    return {hit.task.id for hit in found.tasks}


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("bộ y tế làm phụ mấy việc trong NQ71", {BYT: WITH}),
        ("các tập đoàn làm chính những việc nào", {"Các doanh nghiệp": LEAD}),
        ("bộ quốc phòng làm chính bộ công an làm phụ việc nào", {BQP: LEAD, BCA: WITH}),
        ("các việc mà bộ y tế làm phụ cho bộ công an", {BYT: WITH, BCA: LEAD}),
        ("việc bộ khcn phối hợp với bộ công an và bộ quốc phòng", {BKHCN: WITH, BCA: LEAD, BQP: LEAD}),
        ("việc Bộ Quốc phòng và Bộ Công an cùng làm", {BQP: ANY, BCA: ANY}),
        ("những việc mà bộ công an không chủ trì nhưng có phối hợp", {BCA: WITH}),
        ("bộ nội vụ chỉ phối hợp chứ không chủ trì việc nào", {BNV: WITH}),
        ("ngân hàng nhà nước phối hợp việc nào của bộ công an", {"Ngân hàng Nhà nước Việt Nam": WITH, BCA: LEAD}),
        ("việc BTC đứng vai trò phối hợp", {BTC: WITH}),
        ("việc quá hạn mà có bộ y tế tham gia", {BYT: ANY}),
        ("các việc giao chung cho địa phương quá hạn", {"Các địa phương": LEAD}),
        ("viec cac bo qua han", {GROUP: LEAD}),
        ("cac bo chua lam gi truoc tet", {GROUP: LEAD}),
    ],
)
def test_who_in_which_role(base: KnowledgeBase, question: str, roles: dict[str, Role]) -> None:
    reading = read(base, question)
    assert {each.name: each.role for each in reading.agencies} == roles
    assert (reading.topic, reading.unread) == ("", ())


@pytest.mark.parametrize(
    ("question", "role"), [("mình làm phụ những việc nào quý 4", WITH), ("tháng này tôi phải làm gì", LEAD)]
)
def test_one_s_own_in_that_role(base: KnowledgeBase, question: str, role: Role) -> None:
    reading = for_asker(read(base, question), Asker((BYT,)))
    assert [(each.name, each.role) for each in reading.agencies] == [(BYT, role)]
    assert for_asker(read(base, question), ANYBODY).agencies == ()


def test_all_of_so_many_ministries(base: KnowledgeBase) -> None:
    reading = read(base, "việc nào có cả 3 bộ công an, tài chính, tư pháp")
    assert (len(reading.agencies), reading.together) == (3, True)


def test_with_joins_who_is_left_out(base: KnowledgeBase) -> None:
    reading = read(base, "các bộ trừ bộ quốc phòng với bộ công an quá hạn việc nào")
    assert [each.name for each in reading.agencies] == [GROUP]
    assert {each.name for each in reading.excluded} == {BQP, BCA}


def test_a_matter_and_not_its_agency_is_left_out(base: KnowledgeBase) -> None:
    reading = read(base, "việc bộ khcn không liên quan dữ liệu")
    assert [each.name for each in reading.agencies] == [BKHCN]
    assert (reading.excluded, reading.but_topics) == ((), ("dữ liệu",))


STATES = (
    ("bộ y tế còn việc nào dang dở", (State.UNFINISHED,)),
    ("may viec cua bo cong an con treo", (State.UNFINISHED,)),
    ("việc tồn đọng của bộ khcn", (State.UNFINISHED,)),
    ("việc chưa động đến của VPCP", (State.NOT_STARTED,)),
    ("việc chưa biết hạn", (State.NO_DEADLINE,)),
    ("việc chưa giao hạn", (State.NO_DEADLINE,)),
    ("việc làm thường xuyên của hội đồng tư vấn", (State.ONGOING,)),
    ("những việc đã có báo cáo của bộ tài chính", (State.REPORTED,)),
    ("việc đã báo cáo hay chưa báo cáo của bộ y tế", ()),
    ("bộ khcn hoàn thành bao nhiêu việc rồi", (State.DONE,)),
    ("bộ khcn phải hoàn thành bao nhiêu việc", ()),
    ("hết hạn trong tháng 12 này có những việc gì", ()),
    ("việc còn chưa tới 1 tháng nữa là hết hạn", ()),
    ("việc nào hôm nay hết hạn", ()),
    ("việc hết hạn quý 3 vừa rồi của bộ công thương", (State.OVERDUE,)),
)


@pytest.mark.parametrize(("question", "states"), STATES)
def test_how_they_stand(base: KnowledgeBase, question: str, states: tuple[State, ...]) -> None:
    reading = read(base, question)
    assert reading.states == states
    assert (reading.topic, reading.unread) == ("", ())


def test_what_was_never_reported_on_is_not_reported(base: KnowledgeBase) -> None:
    assert not ask(base, "những việc đã có báo cáo của bộ tài chính").tasks


def test_what_expires_today_is_due_today(base: KnowledgeBase) -> None:
    period = read(base, "việc nào hôm nay hết hạn").period
    assert period is not None
    assert (period.first, period.last) == (TODAY, TODAY)


@pytest.mark.parametrize(
    ("question", "last"),
    [
        ("đến hết quý 3 bộ khcn quá hạn bao nhiêu việc", date(2026, 9, 30)),
        ("đến hết quý 3 bộ khcn phải xong bao nhiêu việc", date(2027, 9, 30)),
        ("việc quá hạn đến cuối năm", date(2026, 12, 31)),
    ],
)
def test_nothing_is_late_by_a_time_to_come(base: KnowledgeBase, question: str, last: date) -> None:
    period = read(base, question).period
    assert period is not None
    assert period.last == last


RHYTHMS = (
    ("việc hằng quý", "quarter"),
    ("nhiem vu bao cao hang thang", "month"),
    ("các việc định kỳ hàng năm", "year"),
    ("việc 6 tháng một lần phải báo cáo", "half"),
    ("recurring tasks, monthly", "month"),
    ("việc hằng tháng hoặc hằng quý", ""),
    ("việc định kỳ", ""),
)


@pytest.mark.parametrize(("question", "rhythm"), RHYTHMS)
def test_how_often_they_come_back(base: KnowledgeBase, corpus: Corpus, question: str, rhythm: str) -> None:
    reading = read(base, question)
    assert (reading.rhythm, reading.states, reading.code) == (rhythm, (State.RECURRING,), "")
    recurring = [task for task in corpus.tasks if task.deadline.kind is DeadlineKind.RECURRING]
    wanted = {task.id for task in recurring if not rhythm or task.deadline.rhythm == rhythm}
    assert codes(answer(reading, base, TODAY)) == wanted


@pytest.mark.parametrize(
    ("words", "rhythm"),
    [("hằng tháng", "month"), ("hằng quý", "quarter"), ("hằng năm", "year"), ("thường xuyên", ""), ("", "")],
)
def test_the_rhythm_of_a_deadline(words: str, rhythm: str) -> None:
    assert parse_deadline(words, TODAY).rhythm == rhythm


UNREAD = (
    ("những việc xin gia hạn của bộ tư pháp", ("xin gia hạn",)),
    ("việc được gia hạn năm nay", ("được gia hạn",)),
    ("việc nào đang chờ duyệt của Bộ Y tế", ("đang chờ duyệt",)),
    ("việc có khó khăn vướng mắc của bộ xây dựng", ("có khó khăn vướng mắc",)),
    ("việc nào đã báo cáo mà chưa có minh chứng", ("chưa có minh chứng",)),
    ("sắp xếp việc bộ công an theo hạn giảm dần", ("giảm dần",)),
    ("việc quá hạn bộ công an, mới nhất trước", ("mới nhất trước",)),
    ("việc nào hạn xa nhất", ("xa nhất",)),
    ("việc của các tỉnh phía bắc", ("bắc",)),
    ("việc nào nhiều cơ quan phối hợp nhất", ("nhất",)),
    ("quý 4 có việc nào đến hạn sau kỳ họp quốc hội", ("sau kỳ họp quốc hội",)),
    ("việc trước Đại hội Đảng", ("trước Đại hội Đảng",)),
)


@pytest.mark.parametrize(("question", "unread"), UNREAD)
def test_what_no_list_knows_is_told(base: KnowledgeBase, question: str, unread: tuple[str, ...]) -> None:
    found = ask(base, question)
    assert found.reading.intent is Intent.LIST
    assert (found.reading.unread, found.reading.topic) == (unread, "")


@pytest.mark.parametrize(
    "question",
    [
        "3 việc gấp nhất của Bộ Tài chính",
        "5 việc đầu của bộ tài chính",
        "việc của bộ tài chính xếp theo hạn gần nhất trước",
        "sắp xếp giúp anh việc bộ tài chính theo thời hạn",
        "cho e xin list viec bo tai chinh phu trach chinh",
        "tổng hợp giúp chị các việc của bộ tài chính",
        "lãnh đạo bộ hỏi các việc của bộ tài chính",
        "hai việc gần hạn nhất của bộ tài chính",
        "coi giùm các việc của bộ tài chính",
        "check giúp việc BTC",
    ],
)
def test_words_that_are_no_condition(base: KnowledgeBase, question: str) -> None:
    found = ask(base, question)
    assert (found.reading.topic, found.reading.unread) == ("", ())
    assert codes(found) == codes(ask(base, "việc của bộ tài chính"))


def test_the_nearest_of_all(base: KnowledgeBase) -> None:
    assert ask(base, "liệt kê 10 việc hạn gần nhất").reading.intent is Intent.LIST
    assert read(base, "top 5 việc quá hạn lâu nhất").grouping == ""
    assert read(base, "top 5 bộ quá hạn nhiều nhất").grouping == "agency"


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("liệt kê mấy việc quá hạn của bộ y tế", Intent.LIST),
        ("kể mấy việc bộ y tế còn nợ", Intent.LIST),
        ("cho xem mấy việc quá hạn của bộ y tế", Intent.LIST),
        ("bộ y tế có mấy việc quá hạn", Intent.COUNT),
    ],
)
def test_the_few_are_a_list(base: KnowledgeBase, question: str, intent: Intent) -> None:
    assert read(base, question).intent is intent


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("việc hạn quý 1 hoặc quý 3 năm 2026", lambda day: day.year == 2026 and day.month in (1, 2, 3, 7, 8, 9)),
        ("việc hạn tháng 3, tháng 6 và tháng 12 năm 2026", lambda day: day.year == 2026 and day.month in (3, 6, 12)),
        ("viec han 30/6/2026 va 30/9/2026", lambda day: day in (date(2026, 6, 30), date(2026, 9, 30))),
        ("việc hạn năm 2026 và năm 2028", lambda day: day.year in (2026, 2028)),
        ("việc hạn muộn hơn tháng 6/2026", lambda day: day > date(2026, 6, 30)),
        ("việc hạn không quá 31/12/2025", lambda day: day <= date(2025, 12, 31)),
        ("ba quý đầu năm 2026 có những việc gì", lambda day: date(2026, 1, 1) <= day <= date(2026, 9, 30)),
        ("việc còn từ 1 đến 3 tháng nữa tới hạn", lambda day: date(2026, 12, 22) <= day <= date(2027, 2, 22)),
    ],
)
def test_when_they_are_due(base: KnowledgeBase, corpus: Corpus, question: str, fits: Callable[[date], bool]) -> None:
    wanted = {task.id for task in corpus.tasks if task.deadline.last is not None and fits(task.deadline.last)}
    found = ask(base, question)
    assert codes(found) == wanted
    assert found.reading.unread == ()


def test_a_list_of_times_is_told_as_that(base: KnowledgeBase) -> None:
    period = read(base, "việc hạn tháng 6 và tháng 9 năm 2026").period
    assert period is not None
    assert period.stretches() == [(date(2026, 6, 1), date(2026, 6, 30)), (date(2026, 9, 1), date(2026, 9, 30))]


def test_given_then_is_not_due_then(base: KnowledgeBase) -> None:
    assert read(base, "việc nào mới giao trong tháng này").unissued == "mới giao trong tháng này"
    since = read(base, "việc được giao từ đầu năm 2026")
    assert (since.period, since.directives) == (None, ("329",))
    assert read(base, "việc được giao quý 1/2026").period is not None


def _speaks_of(task: Task, what: str) -> bool:
    return what in f"{task.title} {task.quote} {task.output}".lower()


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("chị cần các nghị định bộ công an chủ trì hạn 2025", "nghị định"),
        ("mấy đề án của bộ công an quá hạn rồi", "đề án"),
        ("bộ tài chính đứng tên bao nhiêu nghị định", "nghị định"),
    ],
)
def test_what_must_come_of_them(base: KnowledgeBase, question: str, what: str) -> None:
    found = ask(base, question)
    assert found.tasks
    assert found.reading.lists
    assert all(_speaks_of(hit.task, what) for hit in found.tasks)


def test_a_law_is_no_word_left_over(base: KnowledgeBase) -> None:
    assert [each.kind for each in read(base, "bao nhiêu luật hạn năm 2025").outputs] == ["law"]


def test_provinces_that_have_not_finished(base: KnowledgeBase) -> None:
    reading = read(base, "tỉnh nào chưa xong việc trong 329")
    assert (reading.intent, reading.grouping) == (Intent.GROUP, "province")


@pytest.mark.parametrize(
    "question",
    [
        "cho xem hết việc bộ y tế, đừng gộp việc chung",
        "không lấy việc của nhóm, việc của bộ y tế",
        "ngoài việc chung thì bộ y tế có mấy việc",
        "việc của riêng bộ y tế",
    ],
)
def test_without_what_is_given_to_groups(base: KnowledgeBase, question: str) -> None:
    reading = read(base, question)
    assert [each.name for each in reading.agencies] == [BYT]
    assert (reading.groups_too, reading.unread) == (False, ())


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("tuần này giao ban, tuần trước có việc nào đến hạn", date(2026, 11, 9)),
        ("hôm nay họp, tuần sau có việc gì phải xong", date(2026, 11, 23)),
        ("tuần này có việc nào đến hạn", date(2026, 11, 16)),
    ],
)
def test_the_time_that_tasks_are_spoken_of(base: KnowledgeBase, question: str, day: date) -> None:
    reading = read(base, question)
    assert reading.period is not None
    assert (reading.period.first, reading.unread) == (day, ())


@pytest.mark.parametrize(
    ("question", "directives"),
    [
        ("việc ở thông báo 05 hoặc 07 của BNV", ("05", "07")),
        ("việc quá hạn trong tb 17, 05 và 329", ("17", "05", "329")),
        ("việc trong thông báo 05 và 07 việc khác", ("05",)),
        ("việc trong thông báo 17 và 20 ngày tới", ("17",)),
    ],
)
def test_a_number_beside_a_directive(base: KnowledgeBase, question: str, directives: tuple[str, ...]) -> None:
    assert read(base, question).directives == directives


@pytest.mark.parametrize(
    ("question", "late"),
    [
        ("bộ yt, bộ gd qh nq71 q1/26", True),
        ("nv BCA ctrì BTC phhợp qh 2025", True),
        ("NHNN QH NQ71", True),
        ("6 tháng đầu 2025 QH đã thông qua luật nào về KHCN theo TB05?", False),
    ],
)
def test_late_in_two_letters(base: KnowledgeBase, question: str, late: bool) -> None:
    assert (State.OVERDUE in read(base, question).states) is late


@pytest.mark.parametrize(
    ("question", "grouping", "counted"),
    [
        ("tháng nào nhiều việc đến hạn nhất năm 2026", "month", (None, None)),
        ("bộ nào chưa có việc hạn năm 2026", "agency", (0, 0)),
        ("bộ nào không có việc nào trong TB 05", "agency", (0, 0)),
    ],
)
def test_what_is_counted_by(
    base: KnowledgeBase, question: str, grouping: str, counted: tuple[int | None, int | None]
) -> None:
    reading = read(base, question)
    assert (reading.intent, reading.grouping, reading.counted) == (Intent.GROUP, grouping, counted)


@pytest.mark.parametrize(
    ("question", "topic", "states"),
    [
        ("ai làm chính sách về AI", "chính sách về AI", ()),
        ("bộ nào làm phụ lục II", "phụ lục II", ()),
        ("nhiệm vụ đang do Bộ Y tế chủ trì", "", ()),
        ("nền tảng số dùng chung cho doanh nghiệp", "nền tảng số dùng chung cho doanh nghiệp", ()),
        ("việc chậm trước đây của bộ y tế", "", (State.OVERDUE,)),
        ("trong năm việc nào của bộ y tế quá hạn lâu nhất", "", (State.OVERDUE,)),
        ("việc về đầu tư xếp theo hạn của bộ tài chính", "đầu tư", ()),
    ],
)
def test_what_only_looks_like_it(base: KnowledgeBase, question: str, topic: str, states: tuple[State, ...]) -> None:
    reading = read(base, question)
    assert (reading.topic, reading.states, reading.unread) == (topic, states, ())


@pytest.mark.parametrize(("words", "year"), [("sang năm", 2027), ("sang năm 2026", 2026), ("trong năm", 2026)])
def test_the_year_that_comes(base: KnowledgeBase, words: str, year: int) -> None:
    period = read(base, f"{words} bộ y tế phải làm việc gì").period
    assert period is not None
    assert (period.first, period.last) == (date(year, 1, 1), date(year, 12, 31))


@pytest.mark.parametrize(
    "question",
    [
        "nhiệm vụ về dữ liệu của bộ công an quá hạn hơn 3 tháng",
        "việc về nhân lực bộ nội vụ chủ trì chưa bắt đầu",
        "việc về chuyển đổi số của văn phòng trung ương đảng quá hạn",
        "việc về dữ liệu y tế hạn quý 4/2025",
        "việc đào tạo nhân lực quá hạn của bộ gd và bộ nội vụ",
        "chị cần các nghị định bộ công an chủ trì hạn 2025",
        "danh sách đề án quá hạn của các bộ",
        "mấy đề án của bộ GDĐT quá hạn rồi",
        "có đề án nào hạn 2026 không",
        "việc có hạn cụ thể năm 2026",
        "nhiệm vụ trọng tâm năm 2026",
        "hai tháng tới bộ xây dựng phải trình gì",
        "việc nào không phải bộ công an chủ trì trong TB 329 về dữ liệu",
        "việc về vệ tinh quá hạn",
        "việc về cơ chế chính sách của bộ tài chính",
        "việc về máy tính lượng tử",
    ],
)
def test_a_list_is_the_same_without_marks(base: KnowledgeBase, question: str) -> None:
    marked = ask(base, question)
    assert codes(ask(base, fold(question))) == codes(marked)
    assert marked.tasks


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("nhiệm vụ nào có hạn chót tháng 6/2028", date(2028, 6, 1), date(2028, 6, 30)),
        ("việc hạn chót quý 2/2026", date(2026, 4, 1), date(2026, 6, 30)),
        ("hạn chót năm 2026 của bộ y tế", date(2026, 1, 1), date(2026, 12, 31)),
        ("việc nào hạn chót 31/12/2026", date(2026, 12, 31), date(2026, 12, 31)),
        ("việc hạn chót hết tháng 6/2026", None, date(2026, 6, 30)),
    ],
)
def test_a_last_day_in_a_month_lies_in_it(
    base: KnowledgeBase, question: str, first: date | None, last: date | None
) -> None:
    period = read(base, question).period
    assert period is not None
    assert (period.first, period.last) == (first, last)
