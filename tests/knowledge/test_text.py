"""One folding for the index, the questions and the matcher: what people type differently must compare equal."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.text import fold, fold_aligned, has_diacritics, squeeze, tidy, tokens, without_documents, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đầu tư chuyển đổi số", "dau tu chuyen doi so"),
        ("HOÀ BÌNH", "hoa binh"),
        ("Hòa Bình", "hoa binh"),
        ("uỷ ban", "uy ban"),
        ("Ðảng uỷ", "dang uy"),  # the Icelandic letter that some keyboards give
        ("Nghị quyết số 57–NQ/TW", "nghi quyet so 57-nq/tw"),
        ("71\u201189", "71-89"),
        ("quý\u00a0I", "quy i"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["Bộ KH&CN", "bo khcn", "BỘ KH & CN", "bộ kh-cn"])
def test_squeezed_names_compare_equal(text: str) -> None:
    assert squeeze(text) == "bokhcn"


def test_words_are_what_stands_between_the_signs() -> None:
    assert words("Điều 5.c-2(1): Bộ Công an") == ["dieu", "5", "c", "2", "1", "bo", "cong", "an"]


@pytest.mark.parametrize(("text", "marked"), [("viec cua BCA", False), ("việc", True), ("di", False), ("đi", True)])
def test_typed_with_or_without_marks(text: str, marked: bool) -> None:
    assert has_diacritics(text) is marked


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("theo 329/TB-VPCP hạn 31/12", "theo hạn 31/12"),
        ("Nghị quyết 71/NQ-CP ngày 01/4/2025 và quý I/2026", "Nghị quyết và quý I/2026"),
        ("66.7/2025/NQ-CP, ngày 15/11/2025", ""),
        ("kế hoạch số 02-KH/BCĐTW ngày 19 tháng 6 năm 2025 hết hạn", "kế hoạch số hết hạn"),
        ("Nghị định số 13/2023 có gì", "có gì"),
        ("Luật 05/2022", ""),
        ("Quyết định 1012/QĐ-TTg ngày 21/5/2025, trước ngày 30/6", "Quyết định , trước ngày 30/6"),
        ("công văn 1552/BTTTT-TTH của Bộ", "công văn của Bộ"),
        ("tháng 12/2025", "tháng 12/2025"),
        ("71-89.7", "71-89.7"),
        ("quý I/2026", "quý I/2026"),
        ("giai đoạn 2025-2030", "giai đoạn 2025-2030"),
    ],
)
def test_numbers_and_dates_of_documents_are_blanked_in_place(text: str, left: str) -> None:
    blanked = without_documents(text)
    assert len(blanked) == len(text)
    assert " ".join(blanked.split()) == left


@given(st.text(max_size=200))
@example("a\u200b\u0301")
@example("e\ufeff\u0323\u0302")
def test_tidying_once_is_enough(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert unicodedata.is_normalized("NFC", tidy(text))


@given(st.text(max_size=200))
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text(max_size=200))
def test_offsets_stay_true(text: str) -> None:
    clean = tidy(text)
    assert len(fold_aligned(clean)) == len(clean)
    assert all(clean[t.start : t.end] == t.raw for t in tokens(clean))
    assert len(without_documents(clean)) == len(clean)
