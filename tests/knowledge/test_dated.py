"""Directives named by when they were issued."""

from datetime import date

import pytest

from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, read_question
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("question", "directives"),
    [
        ("văn bản tháng 6 giao gì cho Bộ Y tế", ("329",)),
        ("van ban thang 6 giao gi cho bo y te", ("329",)),
        ("thông báo ngày 24/6 có gì", ("329",)),
        ("kết luận tháng 7 năm 2025 nói gì về dữ liệu", ("05",)),
        ("kết luận tháng 7/2025 có việc gì", ("05",)),
        ("thông báo kết luận ban hành ngày 15/10/2025", ("07",)),
        ("nghị quyết ra tháng 4/2025", ("71",)),
        ("kết luận cuối năm 2025 giao Bộ Nội vụ việc gì", ("17",)),
        ("what does the July 2025 conclusion say about data", ("05",)),
        ("tasks under the notice of June 2026", ("329",)),
        ("văn bản mới nhất nói gì", ("329",)),
        ("the latest directive", ("329",)),
        ("vb nao moi nhat", ("329",)),
        ("which document is the latest", ("329",)),
    ],
)
def test_kind_and_time_name_a_directive(base: KnowledgeBase, question: str, directives: tuple[str, ...]) -> None:
    reading = read_question(question, base.vocabulary, TODAY)
    assert reading.directives == directives
    assert reading.period is None  # the time is the directive's, not a deadline's


@pytest.mark.parametrize(
    "question",
    [
        "nghị quyết nào phải ban hành trong quý I/2026",
        "văn bản nào đến hạn tháng 6/2026",
        "Bộ Y tế có việc gì trong tháng 6/2026",
        "trình nghị quyết trước ngày 15/7/2026",
        "thông báo tháng 11/2026",  # none was issued then
    ],
)
def test_a_deadline_names_no_directive(base: KnowledgeBase, question: str) -> None:
    assert read_question(question, base.vocabulary, TODAY).directives == ()


def test_the_same_days_of_any_year_are_meant_where_no_year_is_written(base: KnowledgeBase) -> None:
    for today in (date(2025, 11, 1), date(2027, 2, 3)):
        assert read_question("thông báo tháng 10 có gì", base.vocabulary, today).directives == ("07",)


@pytest.mark.parametrize(
    ("question", "directives"),
    [
        ("Nghị quyết 71-NQ/TW về giáo dục", ()),
        ("Nghị quyết 71 của Bộ Chính trị về giáo dục", ()),
        ("71/NQ-CP", ("71",)),
        ("Nghị quyết số 71/NQ-CP giao gì", ("71",)),
        ("17-TB/CQTTBCĐ", ("17",)),
        ("329/TB-VPCP", ("329",)),
    ],
)
def test_another_issuers_number_is_another_document(
    base: KnowledgeBase, question: str, directives: tuple[str, ...]
) -> None:
    reading = read_question(question, base.vocabulary, TODAY)
    assert reading.directives == directives
    assert bool(reading.foreign) is not bool(directives)


def test_the_resolution_itself_can_be_asked_about(base: KnowledgeBase) -> None:
    reading = read_question("nq57 ban hành ngày nào", base.vocabulary, TODAY)
    assert reading.intent is Intent.FACT
    assert "57-NQ" in reading.said
    of_ministry = read_question("việc thực hiện NQ57 của Bộ Y tế", base.vocabulary, TODAY)
    assert of_ministry.topic == ""


@pytest.mark.parametrize(
    ("question", "directives"),
    [
        ("17-TB/TW", ()),
        ("Thông báo 17-TB/TW có việc gì của Bộ Y tế", ()),
        ("thong bao so 05-TB/TW", ()),
        ("329/TB-BCA", ()),
        ("07-TB/VPCP nói gì", ()),
        ("71/NQ-QH15", ()),
        ("05-TB/BCĐ nói gì", ("05",)),
        ("17-TB", ("17",)),
        ("07-TB/CQTT", ("07",)),
    ],
)
def test_other_letters_behind_the_number(base: KnowledgeBase, question: str, directives: tuple[str, ...]) -> None:
    reading = read_question(question, base.vocabulary, TODAY)
    assert reading.directives == directives
    assert bool(reading.foreign) is not bool(directives)


def test_another_document_beside_a_directive_is_owned_up_to(base: KnowledgeBase) -> None:
    reading = read_question("17-TB/TW và thông báo 329 có việc gì của Bộ Y tế", base.vocabulary, TODAY)
    assert (reading.directives, reading.topic, reading.unread) == (("329",), "", ("17-TB/TW",))


@pytest.mark.parametrize(
    "question",
    [
        "văn bản tháng 8/2025",
        "van ban thang 8/2025",
        "văn bản năm 2024",
        "chỉ đạo ban hành tháng 9",
        "thông báo tháng 11/2026",
        "nghị quyết tháng 10/2025",
        "văn bản ban hành sau tháng 6/2026",
        "thông báo của Văn phòng Chính phủ tháng 9",
        "chỉ đạo của Thủ tướng tháng 3",
        "việc của Bộ Y tế theo văn bản tháng 8",
        "documents issued in August 2025",
        "tasks under the notice of August 2025",
    ],
)
def test_nothing_was_issued_then(base: KnowledgeBase, question: str) -> None:
    reading = read_question(question, base.vocabulary, TODAY)
    assert reading.unissued
    assert reading.period is None
    assert not answer(reading, base, TODAY).found


@pytest.mark.parametrize(
    "question",
    [
        "việc đến hạn tháng 8/2025",
        "các văn bản cần trình tháng 8/2025",
        "văn bản tháng 8/2025 của Bộ Y tế",
        "văn bản tháng 6",
        "Bộ Y tế có việc gì trong tháng 8/2025",
        "việc Ban Chỉ đạo tháng 8/2025",
    ],
)
def test_something_else_is_due_then(base: KnowledgeBase, question: str) -> None:
    assert read_question(question, base.vocabulary, TODAY).unissued == ""


@pytest.mark.parametrize(
    ("question", "directive"),
    [
        ("thông báo 07 tháng mấy", "07"),
        ("TB 07 ra ngày nào", "07"),
        ("thong bao 329 ban hanh khi nao", "329"),
        ("NQ 71 năm nào", "71"),
        ("when was notice 329 issued", "329"),
        ("issue date of notice 07", "07"),
        ("tb17 ky ngay bao nhieu", "17"),
        ("ngày ký nq71?", "71"),
        ("TB329 ban hanh ngay nao", "329"),
    ],
)
def test_when_a_directive_was_issued(base: KnowledgeBase, question: str, directive: str) -> None:
    reading = read_question(question, base.vocabulary, TODAY)
    assert (reading.intent, reading.directives, reading.topic) == (Intent.DIRECTIVE, (directive,), "")
    assert [d.id for d in answer(reading, base, TODAY).directives] == [directive]


@pytest.mark.parametrize(
    ("question", "written"),
    [
        ("NQ 57 dieu 3", "NQ 57"),
        ("điều 3 nghị quyết 57", "nghị quyết 57"),
        ("03/NQ-CP điều 1 nói gì", "03/NQ-CP"),
        ("do you have resolution 57 itself", "resolution 57"),
        ("toàn văn nghị quyết 57", "nghị quyết 57"),
    ],
)
def test_a_document_that_is_only_mentioned_is_not_held(base: KnowledgeBase, question: str, written: str) -> None:
    reading = read_question(question, base.vocabulary, TODAY)
    assert (reading.foreign, reading.mentioned) == (written, True)
    assert not answer(reading, base, TODAY).found


@pytest.mark.parametrize(
    "question", ["NQ 71 điều 2", "nghị quyết 57 nói gì về dữ liệu", "việc thực hiện nghị quyết 57 của Bộ Y tế"]
)
def test_what_is_held_or_said_of_it_is_answered(base: KnowledgeBase, question: str) -> None:
    assert not read_question(question, base.vocabulary, TODAY).foreign


def test_a_day_of_issue_can_be_asked_for_its_truth(base: KnowledgeBase) -> None:
    for question, right in (("nq71 ra ngày 1/5/2025 đúng ko", False), ("NQ71 ký ngày 1/4/2025 phải không", True)):
        reading = read_question(question, base.vocabulary, TODAY)
        assert (reading.intent, reading.directives, reading.period) == (Intent.DIRECTIVE, ("71",), None)
        assert reading.issued_on is not None
        assert reading.issued_on.holds(date(2025, 4, 1)) is right


@pytest.mark.parametrize(
    ("question", "directives", "unread"),
    [
        ("van ban nao cua tong bi thu", ["05", "07", "17"], ()),
        ("văn bản nào của Chính phủ", ["71"], ()),
        ("văn bản nào của Bộ Y tế", ["71", "05", "07", "17", "329", "tu"], ("Bộ Y tế",)),
        ("văn bản nào ban hành năm 2025", ["71", "05", "07", "17"], ()),
        ("văn bản nào ban hành tháng 10/2025", ["07"], ()),
    ],
)
def test_whose_the_directives_are(
    base: KnowledgeBase, question: str, directives: list[str], unread: tuple[str, ...]
) -> None:
    found = answer(read_question(question, base.vocabulary, TODAY), base, TODAY)
    assert sorted(each.id for each in found.directives) == sorted(directives)
    assert found.reading.unread == unread


@pytest.mark.parametrize(
    "question", ["nq71 có hiệu lực từ bao giờ", "NQ71 thay thế văn bản nào", "what did resolution 71 replace"]
)
def test_its_own_article_tells_of_force_and_of_what_it_replaced(base: KnowledgeBase, question: str) -> None:
    found = answer(read_question(question, base.vocabulary, TODAY), base, TODAY)
    assert found.passages[0].path.startswith("Điều 2")


@pytest.mark.parametrize("question", ["nghị quyết 71 khi nào hoàn thành", "việc nào của TB 07 tháng mấy"])
def test_by_when_something_must_be_done(base: KnowledgeBase, question: str) -> None:
    assert read_question(question, base.vocabulary, TODAY).intent is not Intent.DIRECTIVE


@pytest.mark.parametrize(
    ("question", "directive"),
    [
        ("hội nghị ngày 2/7/2025 giao gì", "05"),
        ("phiên họp tháng 7/2025 nói gì về dữ liệu", "05"),
        ("buổi sơ kết tháng 10 năm ngoái chê gì", "07"),
        ("hội nghị quý 3/2025 chê gì", "07"),
        ("kết luận quý III/2025 khen ai", "07"),
        ("hôm hội nghị 25/12 năm ngoái ai phát biểu", "17"),
        ("cuộc họp ngày 23/6/2026 có gì cho Bộ Y tế", "329"),
    ],
)
def test_the_meeting_names_the_notice_that_concludes_it(base: KnowledgeBase, question: str, directive: str) -> None:
    assert read_question(question, base.vocabulary, TODAY).directives == (directive,)


@pytest.mark.parametrize(
    "question",
    ["chuẩn bị hội nghị tháng 10/2026", "việc phải xong trước hội nghị tháng 12/2026", "họp ngày 29/2 nói gì"],
)
def test_a_meeting_to_come_names_none(base: KnowledgeBase, question: str) -> None:
    reading = read_question(question, base.vocabulary, TODAY)
    assert (reading.directives, reading.unissued) == ((), "")


@pytest.mark.parametrize(
    "question",
    [
        "tổng kết năm 2025 nói xã phường thiếu gì",
        "hội nghị quý 3/2025 chê ngành công nghệ cao ở điểm nào",
        "hội nghị ngày 15/10/2025 có lãnh đạo nào dự",
        "ai dự hội nghị tháng 10/2025",
    ],
)
def test_how_things_are_judged_and_who_was_there_the_texts_tell(base: KnowledgeBase, question: str) -> None:
    found = answer(read_question(question, base.vocabulary, TODAY), base, TODAY)
    assert found.reading.intent is Intent.FACT
    assert found.passages


@pytest.mark.parametrize(
    "question",
    ["việc chậm trễ là do đâu", "vì sao nhiều việc chậm", "why are tasks late"],
)
def test_why_tasks_are_late_is_told_by_the_texts(base: KnowledgeBase, question: str) -> None:
    found = answer(base.read(question, TODAY), base, TODAY)
    assert found.reading.intent is Intent.FACT
    assert not found.tasks or found.passages
    assert "nguyên nhân" in found.passages[0].text
