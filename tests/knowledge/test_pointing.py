"""Places in a directive as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, below, read_question, section_of
from knowledge.questions.pointing import place_in
from knowledge.text import fold_aligned, tidy
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("question", "directive", "path"),
    [
        ("mục III.3(1) của thông báo 329 nói gì", "329", "III.3(1)"),
        ("muc III.3 (1) thong bao 329", "329", "III.3(1)"),
        ("329 III.3(1)", "329", "III.3(1)"),
        ("điều 2 nghị quyết 71 quy định gì", "71", "Điều 2"),
        ("article 2 of resolution 71", "71", "Điều 2"),
        ("điểm đ khoản 2 mục II nghị quyết 71", "71", "II.2.đ"),
        ("điểm d khoản 2 mục II nghị quyết 71", "71", "II.2.d"),
        ("phần II TB17 nói gì", "17", "II"),
        ("phụ lục 1 TB329 là gì", "329", "PL1"),
        ("What is Annex I of Resolution 71 about?", "71", "PLI"),
        ("phu luc 2 nq71 dong 94", "71", "PLII.94"),
        ("mục 5.c phụ lục thông báo 17", "17", "PL.5.c"),
        ("mục 5 phụ lục TB17", "17", "PL.5"),
        ("chú thích 4 thông báo 329", "329", "CT.4"),
        ("17-TB/CQTTBCĐ, Phụ lục, mục 5.c, gạch 2 (1)", "17", "PL.5.c-2(1)"),  # as sources are shown
        ("mục II.7, đoạn 2 thông báo 17", "17", "II.7/2"),
    ],
)
def test_a_place_is_read_and_shown(base: KnowledgeBase, question: str, directive: str, path: str) -> None:
    reading = read_question(question, base.vocabulary, TODAY)
    assert (reading.directives, reading.place) == ((directive,), path)
    found = answer(reading, base, TODAY)
    assert reading.intent is Intent.FACT
    assert (found.passages[0].directive, found.passages[0].path) == (directive, path)
    assert all(below(path, [passage.path]) for passage in found.passages)


@pytest.mark.parametrize(
    "question",
    [
        "quý II năm 2026 theo nghị quyết 71",
        "mục tiêu 2030 của nghị quyết 71",
        "thông báo 329 có mấy mục",
        "mục IX.9 thông báo 329",
        "phần mềm dùng chung trong nghị quyết 71",
    ],
)
def test_what_is_no_place_of_the_directive_points_nowhere(base: KnowledgeBase, question: str) -> None:
    assert read_question(question, base.vocabulary, TODAY).place == ""


def test_the_tasks_of_a_place_are_a_list(base: KnowledgeBase) -> None:
    found = answer(read_question("việc ở mục 5.c phụ lục TB17", base.vocabulary, TODAY), base, TODAY)
    assert found.reading.intent is Intent.LIST
    there = {task.id for task in base.store.in_reading_order() if task.id.startswith("17-5c")}
    assert {hit.task.id for hit in found.tasks} == there


def test_paths_below_and_without_their_annex() -> None:
    assert below("II.2", ["II", "II.2", "II.2.đ", "II.2(1)", "II.2-1", "II.2/2", "II.21"]) == [
        "II.2", "II.2.đ", "II.2(1)", "II.2-1", "II.2/2",
    ]  # fmt: skip
    assert (section_of("PL.5.c"), section_of("PLII.89"), section_of("III.3(1)")) == ("5.c", "89", "III.3(1)")


@given(st.text(max_size=200))
def test_any_text_points_somewhere_or_nowhere(base: KnowledgeBase, text: str) -> None:
    raw = tidy(text)
    paths = [p.path for p in base.passages.values() if p.directive == "71"]
    found = place_in(raw, fold_aligned(raw), paths)
    assert found is None or found[0] in paths
