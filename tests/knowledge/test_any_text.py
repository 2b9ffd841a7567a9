"""Whatever is typed, up to the longest message, gets an answer or a refusal, on a corpus of any size."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.scale import LONGEST, hard_questions
from knowledge.answers import answer
from knowledge.base import KnowledgeBase

TODAY = date(2026, 11, 22)
WORDS = st.sampled_from(
    "Bộ Y tế|BKHCN|tỉnh Hà Giang cũ|các địa phương|quá hạn|quý I/2026|trước ngày 31/02|31/12/2026|từ 1/7 đến|mục 89"
    "|30 ngày tới|71-89.7|NQ71|329/TB-VPCP|dữ liệu|chuyển đổi số|CSDL|CĐS|nhieemj vuj|vie6c5|chuyendoiso|mỗi quý|bộ nào"
    '|which tasks|how many|bao nhiêu|ai chủ trì|còn|thứ 3|AND|NEAR(|"|*|(|,|;|\n|\u0301|\u00a0|đ|ð|😀|漢|\x00'.split(
        "|"
    )
)
BUSY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def asked(base: KnowledgeBase, text: str) -> None:
    found = answer(base.read(text, TODAY, "Bộ Y tế"), base, TODAY)
    assert found.total == len(found.own) + len(found.via_group) or not found.tasks
    assert len(list(found.own[:5])) == min(5, len(found.own))


@BUSY
@given(st.text(max_size=LONGEST))
def test_any_unicode_text(base: KnowledgeBase, text: str) -> None:
    asked(base, text)


@BUSY
@given(st.lists(WORDS, max_size=30).map(" ".join), st.integers(1, 400))
def test_any_words_of_questions_again_and_again(base: KnowledgeBase, text: str, times: int) -> None:
    asked(base, f"{text} " * min(times, LONGEST // (len(text) + 1)))


def test_the_hardest_texts(base: KnowledgeBase) -> None:
    for text in hard_questions(base):
        assert len(text) == LONGEST
        asked(base, text)
