"""What an answer says of the question itself: how it was read, what was left out of it, and what there is instead."""

import pytest

from bot.shapes import Asking, Json
from handlers.views.wording import condition_words
from knowledge.base import KnowledgeBase
from knowledge.outputs import ISSUERS, KINDS
from tests.conftest import TODAY


def told(base: KnowledgeBase, question: str) -> Json:
    return Asking(base, TODAY).ask(question)


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("việc quá hạn trên 1 năm", "quá hạn trên 1 năm (tính đến 22/11/2026)"),
        ("việc quá hạn từ 30 ngày trở lên", "quá hạn từ 30 ngày trở lên"),
        ("việc quá hạn dưới 30 ngày", "quá hạn dưới 30 ngày"),
        ("việc quá hạn từ 3 đến 6 tháng", "quá hạn từ 3 tháng đến 6 tháng"),
        ("tasks overdue by more than 90 days", "overdue by more than 90 days (as of 22/11/2026)"),
        ("tasks overdue by at most 1 year", "overdue by at most 1 year"),
        ("việc quá hạn trừ Bộ Y tế", "không tính việc do Bộ Y tế chủ trì"),
        ("overdue tasks except MOH", "without tasks led by: Bộ Y tế"),
        ("cơ quan nào không chậm việc nào", "Cơ quan chủ trì không có nhiệm vụ nào quá hạn"),
        ("cơ quan nào không có việc quá hạn trên 1 năm", "không có nhiệm vụ nào quá hạn trên 1 năm"),
        ("bộ nào có trên 20 việc quá hạn", "từ 21 nhiệm vụ trở lên"),
        ("bộ nào có từ 5 đến 10 việc", "từ 5 đến 10 nhiệm vụ"),
        ("cơ quan nào chỉ có 1 việc", "đúng 1 nhiệm vụ"),
        ("tỉnh nào không có việc nào", "không có nhiệm vụ nào"),
        ("bộ nào phối hợp trên 10 việc", "Số nhiệm vụ theo cơ quan phối hợp"),
        ("việc Bộ Tư pháp chủ trì mà không có thời hạn", "2 không ghi thời hạn · 0 có ghi nhưng không rõ ngày"),
        ("việc không có thời hạn", "124 không ghi thời hạn · 23 có ghi nhưng không rõ ngày"),
        ("tasks without a deadline", "124 without any deadline · 23 with one that names no day"),
        ("có bao nhiêu chỉ tiêu", "41 chỉ tiêu và 13 chỉ tiêu thành phần"),
        ("phụ lục I nghị quyết 71 có bao nhiêu chỉ tiêu", "41 chỉ tiêu và 13 chỉ tiêu thành phần"),
        ("how many indicators are there", "41 indicators and 13 parts of some of them"),
        ("chỉ tiêu đến năm 2045", "6 chỉ tiêu\n"),
        ("bộ nào có trên 999 việc quá hạn", "Không có cơ quan nào khớp."),
        ("việc chưa quá hạn của Bộ Công an", "chưa quá hạn (22/11/2026)"),
        ("việc quá hạn khoảng 3 tháng", "Chưa tính điều kiện “khoảng 3 tháng”."),
        ("luật quá hạn", "quá hạn (22/11/2026) · sản phẩm: luật"),
        ("nghị định, thông tư quá hạn", "sản phẩm: nghị định / thông tư"),
        ("quyết định của thủ tướng nào quá hạn", "sản phẩm: quyết định của Thủ tướng Chính phủ"),
        ("overdue decrees", "output: decree"),
        ("bộ y tế thuốc quá hạn", "Chưa tính điều kiện “thuốc”."),
        ("tasks of MOH not needing money", "Not taken into account: “not needing money”."),
    ],
)
def test_conditions_are_told(base: KnowledgeBase, question: str, says: str) -> None:
    assert says in told(base, question)["answer"]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("mục III.9 thông báo 329", "329/TB-VPCP không có “mục III.9”. Mục III có: mục III.1 đến III.5."),
        ("phu luc III nq71", "71/NQ-CP không có “phu luc III”. Văn bản này có: Phụ lục I, II."),
        ("điều 3 thông báo 329", "Văn bản này có: mục I, II, III; Phụ lục 1, 2."),
        ("dòng 500 phụ lục II nghị quyết 71", "Phụ lục II có: dòng 1 đến 189."),
        ("Annex IV of resolution 71", "71/NQ-CP has no “Annex IV”. It has: Annex I, II."),
    ],
)
def test_a_place_that_is_not_there(base: KnowledgeBase, question: str, says: str) -> None:
    found = told(base, question)
    assert found["answer"].endswith(says)
    assert not any(found[key] for key in ("tasks", "passages", "indicators", "databases", "total"))


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("văn bản tháng 8/2025", "không văn bản nào trong 6 văn bản tôi có được ban hành vào thời gian đó"),
        ("văn bản tháng 8/2025", "07-TB/CQTTBCĐ: 15/10/2025"),
        ("documents issued in August 2025", "none of the 6 directives I have was issued then"),
        ("Thông báo 17-TB/TW", "Tôi không có văn bản “17-TB/TW”"),
        ("NQ 57 dieu 3", "Các văn bản tôi có chỉ nhắc đến văn bản đó"),
        ("nq71 ra ngày 1/5/2025 đúng ko", "Không phải: 71/NQ-CP ban hành ngày 01/04/2025."),
        ("van ban nao cua tong bi thu", "3 văn bản khớp"),
        ("văn bản nào của Bộ Y tế", "Chưa tính điều kiện “Bộ Y tế”"),
        ("việc quá hạn trừ TB329", "trừ 329/TB-VPCP"),
        ("CSDL đất đai đạt mấy tiêu chí", "Không có cơ sở dữ liệu nào khớp trong Phụ lục 2"),
        ("Thông báo 17-TB/TW", "Văn bản cùng số mà tôi có là 17-TB/CQTTBCĐ."),
    ],
)
def test_a_directive_that_is_not_there(base: KnowledgeBase, question: str, says: str) -> None:
    assert says in told(base, question)["answer"]


@pytest.mark.parametrize(
    ("question", "says", "codes"),
    [
        (
            "chỉ tiêu kinh tế số 2025",
            "Các văn bản chỉ đặt chỉ tiêu đến năm 2030 và năm 2045, không có chỉ tiêu riêng cho năm 2025.",
            {"10", "36"},
        ),
        ("kinh tế số chiếm bao nhiêu phần trăm GDP năm 2025", "không có chỉ tiêu riêng cho năm 2025", {"10", "36"}),
        ("chỉ tiêu năm nay của Bộ Y tế", "không có chỉ tiêu riêng cho thời gian bạn hỏi", {"32"}),
        ("digital economy indicators for 2027", "none for 2027", {"10", "36"}),
    ],
)
def test_a_year_without_indicators(base: KnowledgeBase, question: str, says: str, codes: set[str]) -> None:
    found = told(base, question)
    assert says in found["answer"]
    assert {row["code"] for row in found["indicators"]} == codes


@pytest.mark.parametrize(
    "question",
    ["chỉ tiêu kinh tế số", "chỉ tiêu đến năm 2030", "chỉ tiêu giai đoạn 2025-2030", "chỉ tiêu sau năm 2030"],
)
def test_a_year_with_indicators(base: KnowledgeBase, question: str) -> None:
    found = told(base, question)
    assert found["indicators"]
    assert "không có chỉ tiêu" not in found["answer"]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("ai phối hợp 71-89", "Phối hợp: văn bản không nêu"),
        ("ai phoi hop 71-158", "Phối hợp: Các địa phương"),
        ("ai phối hợp việc thành lập ủy ban dữ liệu", "Phối hợp: Các bộ, ngành; Các địa phương"),
        ("71-94 ai chủ trì", "Chủ trì: Bộ Công an"),
        ("sản phẩm của 71-94 là gì", "Kết quả: Báo cáo Chính phủ"),
        ("hạn của 71-94 khi nào", "Thời hạn: “Tháng 3/2025” → 31/03/2025 ❗ chậm 601 ngày"),
        ("who coordinates 71-89.7", "Coordinating: not named in the text"),
        ("71-94", "71-94 Tham mưu Chính phủ thành lập Ủy ban dữ liệu quốc gia"),
    ],
)
def test_the_field_that_is_asked_for_comes_first(base: KnowledgeBase, question: str, first: str) -> None:
    title, _, field, *_ = told(base, question)["answer"].split("\n")
    assert first in (title, field)


def test_conditions_stand_in_the_machine_readable_reading(base: KnowledgeBase) -> None:
    understood = told(base, "việc quá hạn dưới 30 ngày trừ Bộ Y tế")["understood"]
    assert understood["due"] == {"from": "2026-10-24", "to": "2026-11-21"}
    assert understood["agencies"] == [{"name": "Bộ Y tế", "role": "except"}]
    assert understood["statuses"] == ["overdue"]


def test_parts_of_indicators_are_counted_with_them(base: KnowledgeBase) -> None:
    found = told(base, "có bao nhiêu chỉ tiêu")
    assert (found["total"], len(found["indicators"])) == (41, 54)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_kind_of_output_has_its_words(language: str) -> None:
    said = condition_words(language)
    assert set(said.outputs) == set(KINDS)
    assert set(said.issuers) == set(ISSUERS)
