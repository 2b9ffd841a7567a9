"""Which tasks a report in plain words is on."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.base import KnowledgeBase
from knowledge.reporting import CODED, match

TODAY = date(2026, 11, 22)


def ids(base: KnowledgeBase, text: str, agency: str = "") -> list[str]:
    return [found.task.id for found in match(text, base, TODAY, agency)]


def test_typed_codes_decide_in_the_order_they_were_typed(base: KnowledgeBase) -> None:
    found = match("17-5c2.2 và 17/5c2(1) xong, còn CSDL cư trú đang làm", base, TODAY)
    assert [(m.task.id, m.score) for m in found] == [("17-5c2.2", CODED), ("17-5c2.1", CODED)]


@pytest.mark.parametrize(
    ("agency", "task"), [("Bộ Tư pháp", "71-89.86"), ("Bộ Công an", "71-89.20"), ("Bộ Y tế", "71-89.86")]
)
def test_the_reporters_own_task_comes_first(base: KnowledgeBase, agency: str, task: str) -> None:
    assert ids(base, "CSDL xử lý vi phạm hành chính đã đưa vào khai thác", agency)[0] == task


def test_the_agency_in_the_words_counts_but_not_the_one_that_is_asked(base: KnowledgeBase) -> None:
    own = ids(base, "Bộ Công an: CSDL xử lý vi phạm hành chính xong 80%")
    asked = ids(base, "CSDL xử lý vi phạm hành chính xong 80%, đã gửi Bộ Công an", "Bộ Tư pháp")
    assert own[0] == "71-89.20"
    assert asked[0] == "71-89.86"


def test_what_was_made_is_what_a_report_is_on(base: KnowledgeBase) -> None:
    report = "Văn phòng Trung ương Đảng đã xây dựng xong Chương trình công tác năm 2026 của Ban Chỉ đạo"
    assert ids(base, report)[0] in ("17-1dd", "17-ii7p2.1")
    assert ids(base, "Đề án chuyển đổi số bệnh viện Bạch Mai, Chợ Rẫy đã trình")


def test_a_group_task_is_found_for_a_member(base: KnowledgeBase) -> None:
    assert ids(base, "Đề án đô thị thông minh đã được phê duyệt", "Tỉnh Quảng Ninh")[0] == "71-80"


@pytest.mark.parametrize(("directive", "task"), [("NQ 71", "71-118"), ("thông báo 05", "05-5c1.1")])
def test_a_named_directive_decides_between_twins(base: KnowledgeBase, directive: str, task: str) -> None:
    assert ids(base, f"theo {directive}, Khung chiến lược giáo dục đại học đã trình")[0] == task


def test_marks_shorthand_and_slips_make_no_difference(base: KnowledgeBase) -> None:
    for text in (
        "Nghị định về Quỹ phát triển dữ liệu quốc gia đã trình Chính phủ",
        "nghi dinh ve quy phat trien du lieu quoc gia da trinh CP",
        "nđ về quỹ phát triển dữ liệu QG đã trình CP",
        "nghij dinhj veef quyx phat trien du lieuu quoc gia ddax trinh",
    ):
        assert ids(base, text)[0] == "71-55", text


def test_other_peoples_words_lead_to_the_task(base: KnowledgeBase) -> None:
    assert ids(base, "Kho dữ liệu bằng lái đã bàn giao từ đầu tháng")[0] == "71-89.27"


def test_where_the_work_was_brought_is_not_what_it_is(base: KnowledgeBase) -> None:
    assert ids(base, "dữ liệu tai nạn giao thông đã đồng bộ về Trung tâm dữ liệu quốc gia")[0] == "71-89.18"


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Y tế còn việc gì quá hạn?",
        "nghị định quỹ phát triển dữ liệu quốc gia trình chưa",
        "csdl cu tru han khi nao",
        "liệt kê nhiệm vụ của Bộ Công an",
        "71-89.7 do ai làm?",
        "xong rồi nhé",
        "hôm nay em xin nghỉ phép vì con ốm",
        "máy in hỏng, đã sửa xong",
        "đã nộp tiền nhà",
        "",
        "👍",
    ],
)
def test_what_is_no_report_finds_nothing(base: KnowledgeBase, text: str) -> None:
    assert ids(base, text) == []


def test_at_most_as_many_as_wanted_best_first(base: KnowledgeBase) -> None:
    found = match("CSDL về giáo dục xong 80%", base, TODAY, limit=3)
    assert len(found) == 3
    assert [m.score for m in found] == sorted((m.score for m in found), reverse=True)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200))
def test_any_message_is_matched_without_a_fault(base: KnowledgeBase, text: str) -> None:
    assert len(match(text, base, TODAY)) <= 5
