"""A document that is named by kind and name: the task that makes it, or that no task does."""

import pytest

from bot.shapes import Asking
from knowledge.answers.titled import titled
from knowledge.base import KnowledgeBase
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("topic", "language", "written"),
    [
        ("luật công nghệ cao trình", "vi", "luật công nghệ cao"),
        ("xây dựng luật dữ liệu", "vi", "luật dữ liệu"),
        ("nghi dinh bao ve du lieu ca nhan", "vi", "nghi dinh bao ve du lieu ca nhan"),
        ("bán dẫn chiến lược", "en", "chiến lược bán dẫn"),
        ("bán dẫn chiến lược", "vi", None),
        ("luật nào", "vi", None),
        ("nghị định 80 về viện trợ", "vi", None),
        ("trung tâm dữ liệu", "vi", None),
        ("luật", "vi", None),
        ("kế hoạch", "en", None),
    ],
)
def test_a_topic_that_names_a_document(topic: str, language: str, written: str | None) -> None:
    found = titled(topic, language)
    assert (found.written if found else None) == written


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("chiến lược bán dẫn ai chủ trì", "Không có việc nào xây dựng “chiến lược bán dẫn”"),
        (
            "nghị định bảo vệ dữ liệu cá nhân hạn khi nào",
            "Không có việc nào xây dựng “nghị định bảo vệ dữ liệu cá nhân”",
        ),
        ("luật công nghệ cao ai trình", "Không có việc nào xây dựng “luật công nghệ cao”"),
        ("luật giao dịch điện tử hạn bao giờ", "Không có việc nào xây dựng “luật giao dịch điện tử”"),
        ("ai chủ trì xây dựng luật dữ liệu", "Không có việc nào xây dựng “luật dữ liệu”"),
        ("luật viễn thông ai chủ trì", "Không có việc nào xây dựng “luật viễn thông”"),
        ("who leads the data law", "No task in the directives I have is to make “Luật Dữ liệu”"),
        ("who leads the semiconductor strategy", "No task in the directives I have is to make “chiến lược bán dẫn”"),
    ],
)
def test_what_no_task_makes_is_told_and_no_card_shown(base: KnowledgeBase, question: str, says: str) -> None:
    found = Asking(base, TODAY).ask(question)
    assert says in found["answer"]
    assert not found["tasks"]
    assert "Thời hạn" not in found["answer"]


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("luật công nghiệp công nghệ số hạn khi nào", "71-27"),
        ("luật công nghệ số ai chủ trì", "71-27"),
        ("which ministry leads the law on digital technology industry", "71-27"),
        ("luật trí tuệ nhân tạo ai trình", "07-2b.3"),
        ("sua luat hat nhan bo nao lam", "71-19"),
        ("Luật Nhà giáo do bộ nào soạn?", "71-28"),
        ("chiến lược dữ liệu quốc gia ai chủ trì", "71-57"),
        ("chien luoc hop tac quoc te ve cac cong nghe chien luoc ai chu tri", "71-189"),
        ("đề án chuyển đổi số bệnh viện Bạch Mai hạn khi nào", "71-150"),
        ("nghị định hướng dẫn luật dữ liệu ai chủ trì", "71-35"),
        ("NĐ về Quỹ đổi mới CN quốc gia: CQ nào chủ trì, hạn?", "71-32.11"),
    ],
)
def test_the_task_that_makes_it_is_first(base: KnowledgeBase, question: str, code: str) -> None:
    assert Asking(base, TODAY).ask(question)["tasks"][0]["id"] == code


@pytest.mark.parametrize("first", ["luật công nghệ cao ai trình", "chiến lược bán dẫn ai chủ trì"])
def test_nothing_follows_from_what_is_not_there(base: KnowledgeBase, first: str) -> None:
    asking = Asking(base, TODAY, conversation=True)
    asking.ask(first)
    assert not asking.ask("hạn khi nào")["tasks"]
