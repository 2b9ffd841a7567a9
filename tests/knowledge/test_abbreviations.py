"""Cut words are read by their letters and by the words beside them; where nothing tells, they are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base import KnowledgeBase
from knowledge.questions import Abbreviations
from knowledge.questions.initials import Pair, pairs_said, phrases_by_initials


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


def test_pairs_are_counted_beside_any_number_and_are_whole_where_no_longer_phrase_holds_them() -> None:
    said = {
        (p.first, p.second): p for p in pairs_said(["ủy ban nhân dân đạt 19 tiêu chí"] * 3 + ["15 tiêu chí, ủy ban"])
    }
    assert said["#", "tiêu"] == Pair("#", "tiêu", 4, whole=False)
    assert said["ủy", "ban"].whole
    assert not said["ban", "nhân"].whole


@pytest.mark.parametrize(
    ("written", "read"),
    [
        # the initials of a phrase
        ("CSDL LLTP", "CSDL lý lịch tư pháp"),
        ("NLĐ đi nước ngoài", "người lao động đi nước ngoài"),
        ("thông tin trên KGM", "thông tin trên không gian mạng"),
        # what is listed, told by its neighbours where it has several meanings
        ("KP năm 2026 bn", "kinh phí năm 2026 bao nhiêu"),
        ("ĐA CĐS", "đề án chuyển đổi số"),
        ("việc phải ht trong quý này", "việc phải hoàn thành trong quý này"),
        ("các CSDL, ht thông tin", "các CSDL, hệ thống thông tin"),
        ("chuyên gia NN", "chuyên gia nước ngoài"),
        ("NN hỗ trợ doanh nghiệp", "nhà nước hỗ trợ doanh nghiệp"),
        ("đã đạt 19/19 TC", "đã đạt 19/19 tiêu chí"),
        ("số ĐT của trực ban", "số điện thoại của trực ban"),
        # the first syllable of two cut
        ("nvụ thg xuyên của BNG", "nhiệm vụ thường xuyên của BNG"),
        ("việc qhạn, việc đkỳ", "việc quá hạn, việc định kỳ"),
        ("luật về ng.tử", "luật về nguyên tử"),
        ("BTC p/hợp T9", "BTC phối hợp T9"),
        ("cnghệ, dliệu, đtạo", "công nghệ, dữ liệu, đào tạo"),
        # none brought into a text without marks
        ("nvu qhan cua bo y te", "nhiem vu qua han cua bo y te"),
        # all but the first and last letters of one syllable
        ("đg sắt xong trg t7", "đường sắt xong trong t7"),
    ],
)
def test_in_the_corpus(base: KnowledgeBase, written: str, read: str) -> None:
    assert base.vocabulary.plain(written)[0] == read


@pytest.mark.parametrize(
    "written",
    [
        "tối đa, đã xong",
        "AI và IoT trong GDP",
        "LLTP-A",
        "KHONG CO DAU LLTP",
        "NQ 71, 71/NQ-CP, Bộ NN&PTNT, PL 2",
        "Bộ CT có việc gì",
        "Viện HL KHXH",
        "which tasks does Bộ Công an own, due in Q1/2026",
        "BXD vs BCT",
        "which ministry must scan for strong AI",
    ],
)
def test_what_is_no_cut_word_is_left_alone(base: KnowledgeBase, written: str) -> None:
    assert base.vocabulary.plain(written) == (written, ())


def test_a_guess_is_told_and_what_is_listed_with_one_meaning_is_not(base: KnowledgeBase) -> None:
    _, told = base.vocabulary.plain("KP cho nvụ qhạn")
    assert [(repair.written, repair.read) for repair in told] == [("nvụ", "nhiệm vụ"), ("qhạn", "quá hạn")]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    said = [Pair("nhiệm", "vụ", 9, whole=True), Pair("hoàn", "thành", 9, whole=True)]
    abbreviations = Abbreviations({"ht": ("hoàn thành", "hệ thống")}, {"lltp": "lý lịch tư pháp"}, said)
    written, repairs = abbreviations.write_out(text, none_known)
    assert isinstance(written, str)
    assert all(repair.read for repair in repairs)
