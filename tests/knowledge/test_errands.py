"""What asks for a list that waits, and what only sounds like it."""

import pytest

from knowledge.base import KnowledgeBase
from knowledge.errands import Errand, errand_in, file_asked, reminded
from tests.knowledge.test_recognising import questions


@pytest.mark.parametrize(
    "text",
    [
        "việc nào chờ tôi xác nhận",
        "việc nào chờ xác nhận?",
        "co bao cao nao dang cho xac nhan khong a",
        "chờ xác nhận",
        "reports waiting for my confirmation",
    ],
)
def test_claims(text: str) -> None:
    assert errand_in(text) is Errand.CLAIMS


@pytest.mark.parametrize(
    "text",
    [
        "xin gia hạn",
        "ai đang xin gia hạn?",
        "việc nào xin lùi hạn",
        "xin gia han 71-89.7",
        "đề nghị gia hạn đang chờ",
        "xin gia hạn 71-94 đến 30/6/2027",
        "xin lùi hạn việc 1 đến 30/6/2027",
        "em xin phép lùi hạn việc này đến hết tháng 6/2027 vì chưa bố trí được kinh phí ạ",
        "de nghi gia han nv 71-94 den het quy II/2027",
    ],
)
def test_extensions(text: str) -> None:
    assert errand_in(text) is Errand.EXTENSIONS


@pytest.mark.parametrize(
    ("text", "errand"),
    [
        ("còn báo cáo nào chưa duyệt", Errand.CLAIMS),
        ("bao cao nao cho duyet", Errand.CLAIMS),
        ("có gì chờ tôi duyệt", Errand.WAITING),
        ("việc gì đang chờ tôi", Errand.WAITING),
        ("cái gì cần tôi quyết định ạ", Errand.WAITING),
        ("anything waiting for me?", Errand.WAITING),
        ("ai xin gia hạn", Errand.EXTENSIONS),
        ("lịch ics", Errand.CALENDAR),
        ("cho em file lịch", Errand.CALENDAR),
        ("xuất lịch", Errand.CALENDAR),
        ("export calendar", Errand.CALENDAR),
        ("nhắc bộ y tế báo cáo đi", Errand.REMIND),
        ("gửi nhắc việc cho bca", Errand.REMIND),
        ("nhắc việc của tôi", Errand.REMINDERS),
        ("cài đặt nhắc việc", Errand.REMINDERS),
        ("tôi muốn gửi kiến nghị thì gửi đâu", Errand.PROPOSE),
        ("vướng mắc thì gửi ai", Errand.PROPOSE),
    ],
)
def test_chores(text: str, errand: Errand) -> None:
    assert errand_in(text) is errand


@pytest.mark.parametrize(
    ("text", "kind", "of"),
    [
        ("xuất excel", "excel", ""),
        ("xuat file excel di a", "excel", ""),
        ("cho file excel", "excel", ""),
        ("tải danh sách về", "", ""),
        ("cho em xin danh sách này dạng excel", "excel", ""),
        ("xuất word", "word", ""),
        ("tải về máy", "", ""),
        ("xuất danh sách việc chậm của Bộ Y tế ra excel", "excel", "việc chậm của Bộ Y tế"),
        ("export this list to excel", "excel", ""),
        ("cho file", "", ""),
        ("xuất excel Bộ Y tế quá hạn", "excel", "Bộ Y tế quá hạn"),
        ("cho em xin file excel của bộ y tế quý 4", "excel", "bộ y tế quý 4"),
    ],
)
def test_a_list_as_a_file(text: str, kind: str, of: str) -> None:
    assert errand_in(text) is Errand.FILE
    assert file_asked(text) == (kind, of)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("nhắc bộ y tế báo cáo đi", True),
        ("đôn đốc Bộ Tài chính", True),
        ("remind the Ministry of Health to report", True),
        ("giục bộ xây dựng nộp báo cáo 71-149", True),
        ("đôn đốc bộ tài chính giải ngân vốn đầu tư công", False),
        ("nhắc tôi ngày mai", False),
    ],
)
def test_whom_to_remind(base: KnowledgeBase, text: str, only: bool) -> None:
    named = [(each.start, each.end) for each in base.registry.mentions(text)]
    assert reminded(text, named) is only


@pytest.mark.parametrize("text", ["xuất khẩu phần mềm", "cho danh sách", "danh sách quá hạn", "in 3D là gì"])
def test_no_file_is_asked_for(text: str) -> None:
    assert errand_in(text) is None


@pytest.mark.parametrize("text", ["xác nhận", "xin gia hạn giấy phép lái xe", "gia hạn visa", "71-94 chờ ký", ""])
def test_other_words(text: str) -> None:
    assert errand_in(text) is None


def test_no_question_is_taken_for_one(base: KnowledgeBase) -> None:
    taken = [text for text in questions() if errand_in(text)]
    names = {text: [(each.start, each.end) for each in base.registry.mentions(text)] for text in taken}
    assert [text for text in taken if errand_in(text) is not Errand.REMIND or reminded(text, names[text])] == []
