"""Documents to be made, directives by who issued them, slips in a name, and "our ministry" of nobody known."""

import pytest

from bot.shapes import Asking
from knowledge.base import KnowledgeBase
from knowledge.questions import Asker, Intent, Mine, Reading, State, for_asker, read_question
from tests.conftest import TODAY

BNV, BCA, BYT, BKHCN = "Bộ Nội vụ", "Bộ Công an", "Bộ Y tế", "Bộ Khoa học và Công nghệ"


def read(base: KnowledgeBase, question: str) -> Reading:
    return read_question(question, base.vocabulary, TODAY)


def shown(base: KnowledgeBase, question: str) -> str:
    return str(Asking(base, TODAY).ask(question)["answer"])


@pytest.mark.parametrize(
    ("question", "agency", "states", "intent"),
    [
        ("bộ nội vụ còn nợ văn bản nào", BNV, (State.OVERDUE,), Intent.LIST),
        ("bộ nội vụ còn nợ những văn bản nào", BNV, (State.OVERDUE,), Intent.LIST),
        ("bộ nội vụ còn nợ bao nhiêu văn bản", BNV, (State.OVERDUE,), Intent.COUNT),
        ("bộ khcn đã ban hành được văn bản nào", BKHCN, (State.DONE,), Intent.LIST),
        ("bộ y tế chưa ban hành văn bản nào", BYT, (State.UNFINISHED,), Intent.LIST),
        ("bộ công an phải ban hành văn bản nào", BCA, (), Intent.LIST),
    ],
)
def test_documents_to_be_made_are_the_agencys_tasks(
    base: KnowledgeBase, question: str, agency: str, states: tuple[State, ...], intent: Intent
) -> None:
    reading = read(base, question)
    assert (reading.intent, reading.states) == (intent, states)
    assert [each.name for each in reading.agencies] == [agency]
    assert reading.unread == ("văn bản",)


@pytest.mark.parametrize(
    "question", ["văn bản nào giao bộ nội vụ sửa luật tổ chức chính phủ", "văn phòng chính phủ đã ban hành văn bản nào"]
)
def test_the_directives_themselves_are_none_of_these(base: KnowledgeBase, question: str) -> None:
    assert "văn bản" not in read(base, question).unread


@pytest.mark.parametrize(
    ("question", "directives", "agencies"),
    [
        ("việc của bộ công an từ văn bản của văn phòng chính phủ", ("329",), [BCA]),
        ("việc quá hạn của bộ y tế trong thông báo của văn phòng chính phủ", ("329",), [BYT]),
        ("việc bộ khcn trong văn bản của chính phủ", ("71",), [BKHCN]),
        ("việc của văn phòng chính phủ", (), ["Văn phòng Chính phủ"]),
        ("việc của bộ công an trong văn bản của bộ y tế", (), [BCA, BYT]),
    ],
)
def test_tasks_in_what_an_agency_issued(
    base: KnowledgeBase, question: str, directives: tuple[str, ...], agencies: list[str]
) -> None:
    reading = read(base, question)
    assert reading.directives == directives
    assert [each.name for each in reading.agencies] == agencies


@pytest.mark.parametrize(
    ("question", "says", "says_not"),
    [
        ("bọ tài chính còn việc gì", "“bọ tài chính” → “Bộ Tài chính”", "nay là"),
        ("bộ kế hoạch và đầu tư còn việc gì", "Bộ Kế hoạch và Đầu tư nay là Bộ Tài chính", "→ “Bộ Tài chính”"),
        ("bộ tttt còn việc gì", "nay là Bộ Khoa học và Công nghệ", "→ “Bộ"),
    ],
)
def test_a_slip_is_no_former_name(base: KnowledgeBase, question: str, says: str, says_not: str) -> None:
    told = shown(base, question)
    assert says in told
    assert says_not not in told


@pytest.mark.parametrize(
    "question",
    [
        "bộ mình quá hạn",
        "việc của đơn vị tôi",
        "cơ quan tôi có việc gì sắp đến hạn",
        "đơn vị mình phối hợp việc gì",
        "đơn vị tôi có việc gì về dữ liệu",
        "our ministry overdue tasks",
    ],
)
def test_whose_it_is_is_told_where_nobody_knows(base: KnowledgeBase, question: str) -> None:
    assert for_asker(read(base, question), Asker()).mine is Mine.UNKNOWN
    told = shown(base, question)
    assert "Tôi chưa biết bạn ở cơ quan nào" in told or "I do not know your agency" in told
    assert "về: đơn vị" not in told


def test_whose_it_is_goes_by_who_asks(base: KnowledgeBase) -> None:
    reading = for_asker(read(base, "bộ mình quá hạn"), Asker((BYT, BNV)))
    assert [each.name for each in reading.agencies] == [BYT, BNV]
    assert reading.mine is Mine.OWN
