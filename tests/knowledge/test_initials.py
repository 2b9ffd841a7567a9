"""Abbreviations nobody listed are read by their letters, where the directives say one such phrase more than others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base import KnowledgeBase
from knowledge.questions import Initials
from knowledge.questions.initials import phrases_by_initials


def none_known(_: str) -> bool:
    return False


def test_a_phrase_said_again_and_again_is_found_by_its_letters() -> None:
    found = phrases_by_initials(["lý lịch tư pháp của công dân", "dữ liệu lý lịch tư pháp, lý lịch tư pháp"])
    assert found["lltp"] == "lý lịch tư pháp"


def test_a_phrase_does_not_run_over_a_comma_nor_begin_with_a_function_word() -> None:
    found = phrases_by_initials(["lý lịch, tư pháp và công dân"] * 3)
    assert "lltp" not in found
    assert "vcd" not in found


def test_what_is_always_part_of_a_longer_phrase_is_none() -> None:
    found = phrases_by_initials(["nguồn lực đầu tư"] * 4 + ["người lao động"] * 3)
    assert found["nlđ"] == "người lao động"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("CSDL LLTP", "CSDL lý lịch tư pháp"),
        ("NLĐ đi nước ngoài", "người lao động đi nước ngoài"),
        ("thông tin trên KGM", "thông tin trên không gian mạng"),
        ("AI và IoT trong GDP", "AI và IoT trong GDP"),
        ("LLTP-A", "LLTP-A"),
        ("KHONG CO DAU LLTP", "KHONG CO DAU LLTP"),
    ],
)
def test_in_the_corpus(base: KnowledgeBase, written: str, read: str) -> None:
    text, repairs = base.vocabulary.initials.write_out(written, base.vocabulary.knows)
    assert text == read
    assert bool(repairs) == (written != read)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    initials = Initials({"lltp": "lý lịch tư pháp"})
    written, repairs = initials.write_out(text, none_known)
    assert isinstance(written, str)
    assert all(r.read == "lý lịch tư pháp" for r in repairs)
