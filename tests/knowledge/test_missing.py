"""Places that a directive does not have, and what stands there instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, Reading, read_question
from knowledge.questions.missing import missing_place
from knowledge.text import fold, fold_aligned, tidy
from tests.conftest import TODAY

MISSING = (
    ("mục III.9 thông báo 329", "329", "III", ("III.1", "III.5")),
    ("việc ở mục III.9 thông báo 329", "329", "III", ("III.1", "III.5")),
    ("m. III.9 TB329", "329", "III", ("III.1", "III.5")),
    ("329 III.9", "329", "III", ("III.1", "III.5")),
    ("điều 5 nghị quyết 71", "71", "", ("Điều 1", "Điều 3")),
    ("khoản 3 điều 2 nghị quyết 71", "71", "Điều 2", ("Điều 2-1", "Điều 2-2")),
    ("Annex IV of resolution 71", "71", "", ("PLI", "PLII")),
    ("phụ lục III NQ71", "71", "", ("PLI", "PLII")),
    ("PL III NQ71", "71", "", ("PLI", "PLII")),
    ("phụ lục 3 thông báo 329", "329", "", ("PL1", "PL2")),
    ("phụ lục thông báo 05", "05", "", ("I", "II")),
    ("mục IX thông báo 329", "329", "", ("I", "PL2")),
    ("điều 3 thông báo 329", "329", "", ("I", "PL2")),
    ("dòng 500 phụ lục II nghị quyết 71", "71", "PLII", ("PLII.1", "PLII.189")),
    ("mục 89(500) NQ71", "71", "PLII.89", ("PLII.89(1)", "PLII.89(117)")),
    ("điểm z khoản 2 mục II nghị quyết 71", "71", "II.2", ("II.2.a", "II.2.o")),
    ("khoản 9 mục II nghị quyết 71", "71", "II", ("II.1", "II.7")),
    ("mục 5.z phụ lục thông báo 17", "17", "PL.5", ("PL.5.a", "PL.5.e")),
    ("section III.9 of notice 329", "329", "III", ("III.1", "III.5")),
)


def read(base: KnowledgeBase, question: str) -> Reading:
    return read_question(question, base.vocabulary, TODAY)


@pytest.mark.parametrize(("question", "directive", "within", "ends"), MISSING)
def test_what_is_missing_and_what_is_there(
    base: KnowledgeBase, question: str, directive: str, within: str, ends: tuple[str, str]
) -> None:
    for asked in (question, fold(question)):
        reading = read(base, asked)
        assert reading.missing is not None, asked
        assert reading.intent is Intent.FACT
        assert (reading.directives, reading.missing.within) == ((directive,), within)
        assert (reading.missing.there[0], reading.missing.there[-1]) == ends
        assert set(reading.missing.there) <= set(base.vocabulary.paths[directive])
        assert not answer(reading, base, TODAY).found


@pytest.mark.parametrize(
    "question",
    [
        "TB07 chê Cổng Sáng kiến quốc gia điểm gì",
        "mục III.3(1) thông báo 329",
        "m. III thông báo 329",
        "Đ.2 NQ71",
        "phụ lục II NQ71",
        "mục 89 nghị quyết 71",
        "phụ lục của nghị quyết 71",
        "danh mục 116 CSDL của nghị quyết 71",
        "giai đoạn 5 năm của nghị quyết 71",
        "khoản 500 tỷ đồng trong nghị quyết 71",
        "phần 300 việc của nghị quyết 71",
        "mục tiêu 2030 của nghị quyết 71",
        "điều 5 nghị định 13",
        "mục III.9",
    ],
)
def test_what_is_there_or_is_no_place(base: KnowledgeBase, question: str) -> None:
    assert read(base, question).missing is None


@given(
    st.lists(st.sampled_from("mục điều khoản điểm phụ lục PL III 9 500 (1) z .c Điều 2 - / , m. k".split()), max_size=9)
)
def test_any_words_point_or_do_not(base: KnowledgeBase, pieces: list[str]) -> None:
    raw = tidy(" ".join(pieces))
    for paths in base.vocabulary.paths.values():
        found = missing_place(raw, fold_aligned(raw), paths)
        assert found is None or set(found.there) <= set(paths)
