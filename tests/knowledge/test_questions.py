"""What is understood of a question, in the ways people type it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, Reading, Role, State, language_of, read_question
from knowledge.text import fold
from tests.conftest import TODAY

BCA, BYT, BKHCN, BTC = "Bộ Công an", "Bộ Y tế", "Bộ Khoa học và Công nghệ", "Bộ Tài chính"


def read(base: KnowledgeBase, question: str, asker: str = "") -> Reading:
    return read_question(question, base.vocabulary, TODAY, asker)


@pytest.mark.parametrize(
    ("question", "agency", "role"),
    [
        ("which tasks does Bộ Công an own due in Q1/2026", BCA, Role.LEAD),
        ("BCA quý I/2026", BCA, Role.LEAD),
        ("bo cong an chu tri viec gi", BCA, Role.LEAD),
        ("Bộ KH&CN phối hợp những việc gì", BKHCN, Role.COORDINATOR),
        ("việc phối hợp của Bộ Y tế năm 2026", BYT, Role.COORDINATOR),
        ("nhiệm vụ liên quan đến Bộ Tài chính", BTC, Role.ANY),
        ("tasks coordinated by the Ministry of Finance", BTC, Role.COORDINATOR),
        ("overdue tasks of the Ministry of Health", BYT, Role.LEAD),
        ("viec cua MOST trong thang 12/2025", BKHCN, Role.LEAD),
        ("MAE tasks due in Q2 2026", "Bộ Nông nghiệp và Môi trường", Role.LEAD),
        ("what must MOC finish", "Bộ Xây dựng", Role.LEAD),
        ("Bộ CT có việc gì", "Bộ Công Thương", Role.LEAD),
    ],
)
def test_agency_and_role(base: KnowledgeBase, question: str, agency: str, role: Role) -> None:
    asked = read(base, question).agencies
    assert [(a.name, a.role) for a in asked] == [(agency, role)]


def test_two_agencies_in_two_roles(base: KnowledgeBase) -> None:
    asked = read(base, "Bộ Y tế chủ trì, phối hợp với Bộ Công an việc gì").agencies
    assert [(a.name, a.role) for a in asked] == [(BYT, Role.LEAD), (BCA, Role.COORDINATOR)]


def test_a_former_name_means_its_successor_and_says_so(base: KnowledgeBase) -> None:
    (ask,) = read(base, "Bộ TT&TT còn việc gì").agencies
    assert ask.name == BKHCN
    assert ask.written == "Bộ Thông tin và Truyền thông"


@pytest.mark.parametrize("question", ["đơn vị tôi có việc gì quá hạn", "việc của mình tháng này", "my tasks due soon"])
def test_mine_is_the_agency_of_who_asks(base: KnowledgeBase, question: str) -> None:
    assert [a.name for a in read(base, question, BCA).agencies] == [BCA]
    assert read(base, question).agencies == ()


@pytest.mark.parametrize(
    ("question", "state"),
    [
        ("bo y te con viec gi qua han", State.OVERDUE),
        ("việc nào trễ hạn của BTC", State.OVERDUE),
        ("which tasks are late", State.OVERDUE),
        ("việc sắp đến hạn của Bộ Nội vụ", State.DUE_SOON),
        ("nhiệm vụ thường xuyên của Bộ GD&ĐT", State.ONGOING),
        ("nhiệm vụ định kỳ của Bộ Công an", State.RECURRING),
        ("nhiệm vụ không có thời hạn của Bộ Ngoại giao", State.NO_DEADLINE),
        ("việc chưa báo cáo của VPCP", State.NO_REPORT),
        ("việc đã xong của Bộ Y tế", State.DONE),
    ],
)
def test_states(base: KnowledgeBase, question: str, state: State) -> None:
    assert read(base, question).states == (state,)


@pytest.mark.parametrize(
    "question",
    [
        "phương châm hành động là gì",
        "phuong cham hanh dong la gi",
        "chăm sóc sức khỏe",
        "trẻ em",
        "chậm nhất ngày 01/3/2026",
    ],
)
def test_words_that_only_look_like_lateness(base: KnowledgeBase, question: str) -> None:
    assert State.OVERDUE not in read(base, question).states


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("bộ công an có bao nhiêu nhiệm vụ trong nghị quyết 71", Intent.COUNT),
        ("how many overdue tasks does the ministry of finance have", Intent.COUNT),
        ("ai chủ trì Luật Năng lượng nguyên tử", Intent.TASK),
        ("khi nào phải xong hệ thống điều phối giải quyết thủ tục hành chính", Intent.TASK),
        ("71/89(7)", Intent.TASK),
        ("thời hạn của 17-5c2.1", Intent.TASK),
        ("6 rõ là gì", Intent.FACT),
        ("xin điều chỉnh nhiệm vụ thì gửi ai", Intent.FACT),
        ("bộ muốn xin chỉnh 1 việc trong CTHĐ thì gửi đâu", Intent.FACT),
        ("tất cả các văn bản", Intent.DIRECTIVES),
        ("all directives", Intent.DIRECTIVES),
        ("chỉ tiêu của Bộ Công an", Intent.INDICATORS),
        ("CSDL nào của Bộ Y tế chưa đạt đủ tiêu chí", Intent.DATABASES),
        ("bao nhiêu CSDL chưa kết nối Trung tâm dữ liệu quốc gia", Intent.DATABASES),
        ("nghị quyết 71 là gì", Intent.DIRECTIVE),
        ("ai ký thông báo 329", Intent.DIRECTIVE),
        ("danh sách văn bản", Intent.DIRECTIVES),
        ("xin chào", Intent.HELP),
        ("cảm ơn nhé", Intent.HELP),
        ("", Intent.HELP),
        ("???", Intent.NONE),
    ],
)
def test_kinds_of_question(base: KnowledgeBase, question: str, intent: Intent) -> None:
    assert read(base, question).intent is intent


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("nhiệm vụ về trí tuệ nhân tạo của Bộ KHCN", "trí tuệ nhân tạo"),
        ("ai chủ trì nghị định về kết nối chia sẻ dữ liệu bắt buộc", "nghị định về kết nối chia sẻ dữ liệu bắt buộc"),
        ("quy mô kinh tế số đến 2045", "quy mô kinh tế số"),
        ("phương châm năm 2026 là gì", "phương châm năm 2026"),
        ("Bộ Công an có việc gì trong quý I/2026", ""),
        ("việc với chuyên gia nước ngoài", "chuyên gia nước ngoài"),
        ("có việc nào về di sản, hiện vật không", "di sản, hiện vật"),
    ],
)
def test_what_is_left_is_the_topic(base: KnowledgeBase, question: str, topic: str) -> None:
    assert read(base, question).topic == topic


@pytest.mark.parametrize(
    ("question", "directive"),
    [
        ("NQ71 giao gì cho Bộ Y tế", "71"),
        ("thông báo 329 có gì cho Bộ Y tế", "329"),
        ("thong bao 17 co gi cho BCA", "17"),
        ("nhiệm vụ theo văn bản 05-TB/BCĐTW", "05"),
        ("tasks of directive 17-TB/CQTTBCĐ", "17"),
        ("tb 7 giao gì cho Bộ Tư pháp", "07"),
    ],
)
def test_directives_by_number_and_nickname(base: KnowledgeBase, question: str, directive: str) -> None:
    assert read(base, question).directives == (directive,)


def test_a_question_without_marks_is_read_as_with_them(base: KnowledgeBase) -> None:
    for question in (
        "Bộ Công an chủ trì việc gì trong quý I/2026",
        "Bộ Y tế còn việc gì quá hạn",
        "Bộ Giáo dục và Đào tạo phối hợp việc gì tháng 9/2025",
        "thông báo 329 có gì cho Bộ Xây dựng",
    ):
        with_marks, without = read(base, question), read(base, fold(question))
        assert without.agencies == with_marks.agencies
        assert without.states == with_marks.states
        assert without.directives == with_marks.directives
        assert (without.period is None) == (with_marks.period is None)
        if with_marks.period and without.period:
            assert (without.period.first, without.period.last) == (with_marks.period.first, with_marks.period.last)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("which tasks does Bộ Công an own due in Q1/2026", "en"),
        ("overdue tasks of the Ministry of Health", "en"),
        ("bo y te con viec gi qua han", "vi"),
        ("nhiệm vụ nào do Bộ Y tế chủ trì", "vi"),
        ("BCA Q1/2026", "vi"),
    ],
)
def test_the_answer_speaks_the_question_s_language(question: str, language: str) -> None:
    assert language_of(question) == language


def test_soon_is_the_next_thirty_days(base: KnowledgeBase) -> None:
    period = read(base, "việc sắp đến hạn của BCA").period
    assert period is not None
    assert (period.first, period.last) == (TODAY, date(2026, 12, 22))


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("mỗi tháng năm 2026 bao nhiêu việc đến hạn", date(2026, 1, 1), date(2026, 12, 31)),
        ("việc hạn chót 31/12/2026 của BTC", date(2026, 12, 31), date(2026, 12, 31)),
        ("việc của BTC trước 31/12/2026", None, date(2026, 12, 31)),
        ("Tỉnh Quảng Nam trước đây phải xong gì trong quý IV/2026", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_periods_beside_other_words(base: KnowledgeBase, question: str, first: date | None, last: date) -> None:
    period = read(base, question).period
    assert period is not None
    assert (period.first, period.last) == (first, last)


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("Nghị quyết 68 về kinh tế tư nhân giao việc gì", "Nghị quyết 68"),
        ("NQ68 giao BTC mấy việc", "NQ68"),
        ("theo 168/2024/NĐ-CP thì phạt bao nhiêu", "168/2024/NĐ"),
        ("what does Decree 13 say", "Decree 13"),
        ("Nghị quyết 57 nói gì", ""),
        ("Nghị định 80/2020 sửa thế nào", ""),
        ("thông báo 3 việc cho Bộ Y tế", ""),
        ("NQ71 giao Bộ Y tế việc gì", ""),
    ],
)
def test_documents_that_no_directive_mentions(base: KnowledgeBase, question: str, document: str) -> None:
    assert read(base, question).foreign == document


def test_a_topic_that_repeats_the_agency_is_none(base: KnowledgeBase) -> None:
    assert read(base, "bên cảng hàng không ACV đang chậm những gì").topic == ""


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_exception(base: KnowledgeBase, text: str) -> None:
    reading = read(base, text)
    assert reading.question == text


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("cho nao noi ve ban dan", "ban dan"),
        ("ai lo viec ban dan", "ban dan"),
        ("chi tieu kinh te so", "kinh te so"),
        ("kinh te so la gi", "kinh te so"),
        ("an ninh mang la sao", "an ninh mang"),
        ("viec tham muu thanh lap uy ban du lieu quoc gia han khi nao", "tham muu thanh lap uy ban du lieu quoc gia"),
        ("so suc khoe dien tu han bao gio", "so suc khoe dien tu"),
        ("chuyen doi so benh vien den khi nao thi phai xong", "chuyen doi so benh vien"),
        ("quy dinh ve chu ky so o dau", "chu ky so"),
        ("binh dan hoc vu so la gi", "binh dan hoc vu so"),
        ("trung tam du lieu quoc gia khi nao xong", "trung tam du lieu quoc gia"),
        ("bao gio xong co so du lieu ho tich dien tu", "so du lieu ho tich dien tu"),
        ("kinh phi lay o dau", "kinh phi lay"),
    ],
)
def test_question_words_are_known_without_their_marks(base: KnowledgeBase, question: str, topic: str) -> None:
    assert read(base, question).topic == topic
