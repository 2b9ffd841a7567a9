"""What a short text wants of what was shown last; with and without diacritics, in English; and what is a question."""

import pytest

from knowledge.questions import Again, Field, Order, Page, Place, Urgency, move_in, names_role
from tests.eval.__main__ import questions

LAST, ON, BACK = Place(-1), Page(steps=1), Page(steps=-1)
BEYOND, BEFORE = Page(steps=-1, beyond=True), Again(listed=True, before=True)


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("việc cuối", LAST),
        ("cai cuoi cung", LAST),
        ("cho em xem việc cuối cùng trong danh sách với ạ", LAST),
        ("the last one", LAST),
        ("việc thứ 3", Place(3)),
        ("xem viec thu hai", Place(2)),
        ("ai làm việc thứ 3?", Place(3)),
        ("hạn của việc số 5 là bao giờ", Place(5)),
        ("2", Place(2)),
        ("the second one", Place(2)),
        ("cái đầu tiên", Place(1)),
        ("việc tiếp theo", Place(steps=1)),
        ("cai ke tiep a", Place(steps=1)),
        ("the next one", Place(steps=1)),
        ("việc trước đó", Place(steps=-1)),
        ("previous task", Place(steps=-1)),
        ("trang 2", Page(2)),
        ("page 3", Page(3)),
        ("trang cuối", Page(-1)),
        ("trang sau", ON),
        ("xem tiep di a", ON),
        ("còn nữa không", ON),
        ("con viec nao nua khong", ON),
        ("next page", ON),
        ("more", ON),
        ("show the rest", ON),
        ("trang trước", BACK),
        ("quay lại", BEYOND),
        ("quay lai di", BEYOND),
        ("trở lại", BEYOND),
        ("go back", BEYOND),
        ("quay lại trang trước", BACK),
        ("trở lại danh sách trước", BEFORE),
        ("danh sách trước đó", BEFORE),
        ("back to the previous list", BEFORE),
        ("quay lại danh sách", Again(listed=True)),
        ("sắp xếp theo hạn muộn nhất trước", Order(latest=True)),
        ("xep muon nhat truoc", Order(latest=True)),
        ("sắp xếp theo hạn giảm dần", Order(latest=True)),
        ("hạn xa nhất lên đầu", Order(latest=True)),
        ("xếp ngược lại", Order(latest=True)),
        ("latest first", Order(latest=True)),
        ("sort by latest deadline first", Order(latest=True)),
        ("in reverse order", Order(latest=True)),
        ("xếp sớm nhất trước", Order(latest=False)),
        ("xếp theo hạn", Order(latest=False)),
        ("sort by deadline", Order(latest=False)),
        ("đảo ngược danh sách", Order(latest=True)),
        ("hạn tăng dần", Order(latest=False)),
        ("earliest first please", Order(latest=False)),
        ("cho em xem lai danh sach vua roi a", Again(listed=True)),
        ("danh sách lúc nãy", Again(listed=True)),
        ("back to the list", Again(listed=True)),
        ("xem lại", Again()),
        ("show it again", Again()),
        ("nguyên văn", Field.QUOTE),
        ("cho xem nguyen van cau do", Field.QUOTE),
        ("xem cả đoạn", Field.QUOTE),
        ("exact wording?", Field.QUOTE),
        ("previous page", BACK),
        ("cái nào gấp nhất", Urgency.FIRST),
        ("trong do viec nao tre nhat", Urgency.FIRST),
        ("which is most urgent?", Urgency.FIRST),
        ("nên làm việc nào trước", Urgency.FIRST),
        ("việc nào gần hạn nhất", Urgency.NEXT),
        ("which one is due next", Urgency.NEXT),
        ("hạn bao giờ?", Field.DEADLINE),
        ("deadline?", Field.DEADLINE),
        ("ai chủ trì vậy ạ", Field.LEADS),
        ("who leads it?", Field.LEADS),
        ("ai phoi hop viec do", Field.COORDINATORS),
        ("thế sản phẩm phải ra là gì ạ", Field.OUTPUT),
        ("văn bản nào giao?", Field.SOURCE),
        ("TB nào giao việc đó", Field.SOURCE),
        ("nq nào giao thế ạ", Field.SOURCE),
        ("nguon?", Field.SOURCE),
        ("ở đâu ra?", Field.SOURCE),
        ("where does it come from", Field.SOURCE),
        ("mức độ tới đâu rồi", Field.STATUS),
        ("lam toi dau roi", Field.STATUS),
        ("tiến độ sao rồi", Field.STATUS),
        ("kết quả thế nào rồi", Field.STATUS),
        ("how far along is it?", Field.STATUS),
    ],
)
def test_it_leans_on_what_was_shown(text: str, move: object) -> None:
    assert move_in(text) == move


@pytest.mark.parametrize(
    "text",
    [
        "việc cuối năm",
        "việc thứ 3 tuần này",
        "bộ nào chậm nhất",
        "cái nào gấp nhất của Bộ Y tế",
        "more tasks of the Ministry of Health",
        "còn Bộ Y tế?",
        "còn ở TB329?",
        "việc nào xong rồi",
        "bao nhiêu việc",
        "chỉ quý III thôi",
        "trong đó cái nào quá hạn",
        "mục 3",
        "xem lại quyết định",
        "bỏ quá hạn",
        "bo qua han di",
        "bỏ hạn",
        "việc của Bộ Y tế hạn muộn nhất trước 2027",
        "sắp xếp lại bộ máy",
        "theo quý",
        "xếp theo bộ",
        "trước ngày 15/7",
        "go back to school",
        "toàn văn nghị quyết 71",
        "71-89.7",
        "ok",
        "",
        "0",
    ],
)
def test_it_is_a_question_of_its_own(text: str) -> None:
    assert move_in(text) is None


def test_no_first_question_is_taken_for_one() -> None:
    assert [each["text"] for each in questions() if "text" in each and move_in(each["text"])] == []


@pytest.mark.parametrize(
    ("text", "field", "named"),
    [
        ("còn phối hợp?", Field.COORDINATORS, True),
        ("ai phối hợp?", Field.COORDINATORS, False),
        ("lead?", Field.LEADS, True),
        ("who leads it", Field.LEADS, False),
        ("hạn?", Field.DEADLINE, False),
    ],
)
def test_a_role_may_be_named_without_asking_whose(text: str, field: Field, named: bool) -> None:
    assert names_role(text, field) is named
