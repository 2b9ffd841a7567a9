"""In the middle of a dialogue: is this its answer, or something else asked?"""

import pytest

from knowledge.asking import is_asking
from knowledge.base import KnowledgeBase


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Y tế còn việc gì quá hạn",
        "bo y te con viec gi qua han",
        "6 rõ là gì",
        "hạn của việc này là khi nào",
        "Hà Nội?",
        "71-89.7",
        "nv 89.7",
        "which tasks does Bộ Công an own",
        "list overdue tasks",
        "danh sách quá hạn",
        "ai chu tri nghi dinh du lieu",
        "bao nhieu nhiem vu",
    ],
)
def test_a_question_is_told(base: KnowledgeBase, text: str) -> None:
    assert is_asking(text, base.store.codes())


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Y tế",
        "so khcn ha noi",
        "Nguyễn Văn Ai",
        "nguyen van may",
        "Việc này quá hạn do thiếu kinh phí",
        "Do Bộ Y tế chưa gửi số liệu",
        "Ứng dụng AI trong y tế",
        "đầu mối",
        "30/6/2027",
        "7",
        "Vướng mắc về kinh phí, đề nghị bố trí bổ sung trong quý I/2027",
    ],
)
def test_an_answer_is_none(base: KnowledgeBase, text: str) -> None:
    assert not is_asking(text, base.store.codes())


def test_in_prose_only_a_mark_or_a_code_asks(base: KnowledgeBase) -> None:
    codes = base.store.codes()
    for text in ("Không có vướng mắc gì", "Chưa rõ ai chủ trì", "which is why it took longer"):
        assert not is_asking(text, codes, prose=True)
    for text in ("6 rõ là gì?", "71-89.7"):
        assert is_asking(text, codes, prose=True)
