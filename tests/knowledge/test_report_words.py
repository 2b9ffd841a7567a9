"""What a report in plain words says: status, percent, day, evidence, obstacle; several in one message."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base import KnowledgeBase
from knowledge.progress import Status
from knowledge.reporting import DocumentNumber, read_report, split_reports

TODAY = date(2026, 11, 22)  # a Sunday
DONE, UNDER_WAY, NOT_STARTED, DROPPED = Status.DONE, Status.IN_PROGRESS, Status.NOT_STARTED, Status.DROPPED


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("CSDL cư trú xong rồi nhé", DONE),
        ("csdl cu tru da xong", DONE),
        ("Đề án đã được Thủ tướng phê duyệt", DONE),
        ("nghị định ban hành rồi", DONE),
        ("Luật đã được Quốc hội thông qua", DONE),
        ("hệ thống đã đưa vào vận hành", DONE),
        ("Bộ tiêu chí: báo cáo hoàn thành", DONE),
        ("đã ban hành, đề nghị ghi nhận hoàn thành", DONE),
        ("xin báo cáo hoàn thành nhiệm vụ", DONE),
        ("completed last week", DONE),
        ("đã trình Chính phủ", UNDER_WAY),
        ("đã trình Thủ tướng ban hành", UNDER_WAY),
        ("chưa xong", UNDER_WAY),
        ("chưa hoàn thành", UNDER_WAY),
        ("gần xong rồi", UNDER_WAY),
        ("sap xong", UNDER_WAY),
        ("xong 80%", UNDER_WAY),
        ("hoàn thành 95 phần trăm", UNDER_WAY),
        ("dự kiến hoàn thành tháng 12", UNDER_WAY),
        ("xong dự thảo lần 2", UNDER_WAY),
        ("thẩm định xong rồi", UNDER_WAY),
        ("đã xong, còn chờ ký", UNDER_WAY),
        ("đã phê duyệt đề án thứ nhất, đề án thứ hai đang thẩm định", UNDER_WAY),
        ("cơ bản hoàn thành", UNDER_WAY),
        ("tạm dừng triển khai do chưa có vốn", UNDER_WAY),
        ("chưa triển khai xong", UNDER_WAY),
        ("chua lam", NOT_STARTED),
        ("chưa triển khai", NOT_STARTED),
        ("chưa bắt đầu vì thiếu người", NOT_STARTED),
        ("tiến độ 0%", NOT_STARTED),
        ("không thực hiện nữa", DROPPED),
        ("dừng thực hiện theo chỉ đạo mới", DROPPED),
        ("chào buổi sáng", None),
        ("họp lúc 9 giờ", None),
    ],
)
def test_status(words: str, status: Status | None) -> None:
    assert read_report(words, TODAY).status is status


@pytest.mark.parametrize(
    ("words", "percent"),
    [
        ("xong 80%", 80),
        ("được khoảng 45 phần trăm", 45),
        ("đạt 99,5%", 99),
        ("mới được một nửa", 50),
        ("hoàn thành 100%", 100),
        ("bố trí ít nhất 3% ngân sách, đã xong 60%", 60),
        ("cắt giảm 30% thủ tục, đang làm", None),
        ("tăng 150% so với năm trước", None),
        ("xong rồi", None),
    ],
)
def test_percent(words: str, percent: int | None) -> None:
    assert read_report(words, TODAY).percent == percent


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("đã trình hôm qua", date(2026, 11, 21)),
        ("xong sáng nay", TODAY),
        ("xong chiều hôm qua", date(2026, 11, 21)),
        ("đã ban hành ngày 12/11", date(2026, 11, 12)),
        ("xong ngay 30/10 roi", date(2026, 10, 30)),
        ("đã xong tuần trước", date(2026, 11, 15)),
        ("xong hôm thứ sáu", date(2026, 11, 20)),
        ("xong thứ sáu tuần trước", date(2026, 11, 13)),
        ("ký cách đây 3 ngày", date(2026, 11, 19)),
        ("vận hành từ 15/10/2026", date(2026, 10, 15)),
        ("xong từ tháng 9", date(2026, 9, 1)),
        ("đã ban hành, 12/KH-UBND ngày 9/1/2026", date(2026, 1, 9)),
        ("dự kiến xong 15/12", None),
        ("phải xong trước ngày 30/11/2026", None),
        ("sẽ trình ngày 20/11", None),
        ("4/6 cảng đã lắp xong", None),
        ("được tầm 2/3 rồi", None),
        ("kế hoạch năm 2026 đã ban hành", None),
        ("đã xong ngày 1/12/2026", None),
    ],
)
def test_the_day_of_the_work_is_never_one_to_come(words: str, day: date | None) -> None:
    assert read_report(words, TODAY).done_on == day


def test_a_day_of_last_year_said_in_january() -> None:
    assert read_report("đã ban hành 28/12", date(2027, 1, 5)).done_on == date(2026, 12, 28)


@pytest.mark.parametrize(
    ("words", "documents"),
    [
        ("Tờ trình số 123/TTr-BCA", (DocumentNumber("123/TTr-BCA"),)),
        ("to trinh 123/ttr-bca", (DocumentNumber("123/ttr-bca"),)),
        ("số 45/QĐ-TTg ngày 3/2/2026", (DocumentNumber("45/QĐ-TTg", date(2026, 2, 3)),)),
        ("Nghị định 214/2025/NĐ-CP", (DocumentNumber("214/2025/NĐ-CP"),)),
        ("Luật số 91/2025/QH15", (DocumentNumber("91/2025/QH15"),)),
        ("12/KH-UBND và 4410/BNG-KTĐN", (DocumentNumber("12/KH-UBND"), DocumentNumber("4410/BNG-KTĐN"))),
        ("sửa đổi Nghị định 109/2022/NĐ-CP đã ban hành, số 301/2026/NĐ-CP", (DocumentNumber("301/2026/NĐ-CP"),)),
        ("đã xong ngày 12/11/2026, 34/34 tỉnh", ()),
    ],
)
def test_document_numbers_are_evidence(words: str, documents: tuple[DocumentNumber, ...]) -> None:
    assert read_report(words, TODAY).documents == documents


def test_documents_that_are_spoken_of_are_no_evidence() -> None:
    assert read_report("xong theo nghị quyết 71/NQ-CP", TODAY, known={"71/nq-cp"}).documents == ()


def test_links_are_evidence() -> None:
    said = read_report("xong rồi, xem https://vanban.example.vn/1123?a=b.", TODAY)
    assert said.links == ("https://vanban.example.vn/1123?a=b",)


@pytest.mark.parametrize(
    ("words", "obstacle"),
    [
        ("Bộ quy tắc chậm vì chưa có ý kiến của Bộ Công an", "chậm vì chưa có ý kiến của Bộ Công an"),
        ("đang làm, vướng mặt bằng. Cuối tuần họp", "vướng mặt bằng"),
        ("khó khăn về kinh phí, khoảng 60%", "khó khăn về kinh phí"),
        ("CSDL xong 30%, thiếu kinh phí", "thiếu kinh phí"),
        ("chua trien khai do vuong thu tuc", "chua trien khai do vuong thu tuc"),
        ("danh mục hợp tác quốc tế đã xong", ""),
        ("sửa đổi nghị định xong rồi", ""),
        ("đơn vị đã làm xong", ""),
    ],
)
def test_the_obstacle_is_the_reporters_own_clause(words: str, obstacle: str) -> None:
    assert read_report(words, TODAY).obstacle == obstacle


def test_what_was_done_is_the_sentence_without_its_address() -> None:
    said = read_report("Em báo cáo anh, CSDL giao dịch bảo đảm xong hôm 10/11. Mai em gửi biên bản.", TODAY)
    assert said.done == "CSDL giao dịch bảo đảm xong hôm 10/11"


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        (
            "1. CSDL tiêm chủng xong 80%\n2. CSDL an toàn thực phẩm chưa làm\n- CSDL nhân lực y tế đã hoàn thành",
            ("CSDL tiêm chủng xong 80%", "CSDL an toàn thực phẩm chưa làm", "CSDL nhân lực y tế đã hoàn thành"),
        ),
        (
            "Bộ Y tế báo cáo:\nCSDL tiêm chủng xong 80%\nCSDL nhân lực y tế chưa làm",
            ("Bộ Y tế báo cáo: CSDL tiêm chủng xong 80%", "Bộ Y tế báo cáo: CSDL nhân lực y tế chưa làm"),
        ),
        ("csdl cu tru xong; csdl dan cu 90%", ("csdl cu tru xong", "csdl dan cu 90%")),
        ("71-89.7 xong; 71-89.8 được 50%", ("71-89.7 xong", "71-89.8 được 50%")),
        ("CSDL cư trú xong 80%; còn vướng kinh phí; dự kiến xong tháng 12", None),
        ("CSDL cư trú\nđã xong hôm qua\nsố 12/BB-BCA", None),
        ("đã trình nghị định dữ liệu hôm qua", None),
    ],
)
def test_several_reports_in_one_message(message: str, parts: tuple[str, ...] | None, base: KnowledgeBase) -> None:
    assert split_reports(message, base.vocabulary.codes) == (parts or (message,))


PIECES = st.sampled_from(
    "đã xong|chưa|hôm qua|ngày 31/12|30/2|80%|999%|100 phần trăm|vướng|123/TTr-BCA|ngày|;|\n|1.|29/2/2024|thứ bảy này"
    "|tết|cách đây 3 ngày|tháng sau|tuần này|đến|từ|CSDL|\u0301|71-89.7".split("|")
)


@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=12).map(" ".join)), st.dates(date(2020, 1, 1)))
def test_free_text_is_read_without_a_fault(text: str, today: date) -> None:
    said = read_report(text, today)
    assert said.percent is None or 0 <= said.percent <= 100
    assert said.done_on is None or said.done_on <= today
    assert all(shown.signed is None or shown.signed <= today for shown in said.documents)
    assert all(part.strip() for part in split_reports(text))
