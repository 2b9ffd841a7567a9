"""Hurried typing is read as what was meant, and words that are right are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.base import KnowledgeBase
from knowledge.questions import Glossary, Synonyms
from knowledge.text import BOUND, fold


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("nhieemj vuj cuar booj y tees quas hanj", "nhiem vu cua bo y te qua han"),
        ("bo5 y te61 co1 vie6c5 gi2", "bo y te co viec gi"),
        ("bo cong ann co viec gi qua hna", "bo cong an co viec gi qua han"),
        ("boytequahan", "bo y te qua han"),
        ("bocongan quy1/2026", "bo cong an quy 1/2026"),
        ("bộ y tếcòn việc gì quáhạn", "bo y te con viec gi qua han"),
        ("trítuệnhântạo", "tri tue nhan tao"),
        ("nhieuf vieecj nhatas", "nhieu viec nhat"),
        ("moixo quys", "moi quy"),
        ("bộ tư pahps", "bo tu phap"),  # a slip, and a tone's key behind it
    ],
)
def test_slips_are_repaired(base: KnowledgeBase, typed: str, read: str) -> None:
    text, repairs = base.vocabulary.speller.repair(typed)
    assert fold(text) == read
    assert repairs


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("nhiemj vuj cuar booj công ann", "nhiệm vụ của bộ công an"),
        ("bao nhiêu traạm 5G", "bao nhiêu trạm 5G"),
        ("an ninh mạg quốc gia", "an ninh mạng quốc gia"),  # a word that can have the mark that was typed
        ("trước hết phai lamf rox", "trước hết phai làm rõ"),
        ("nộp truwowcs hằng quyys", "nộp trước hằng quý"),
        ("bo nao phoi hopwj", "bo nao phoi hợp"),  # the key for the horn after the syllable
        ("luật nhà gíao", "luật nhà giáo"),  # the tone on the wrong vowel
        ("việc dến hạn", "việc đến hạn"),  # the stroke left out
        ("giảm thếu cho doanh nghiệp", "giảm thuế cho doanh nghiệp"),  # two letters swapped
    ],
)
def test_marks_that_were_typed_are_kept(base: KnowledgeBase, typed: str, read: str) -> None:
    assert base.vocabulary.speller.repair(typed)[0] == read


@pytest.mark.parametrize(
    "typed",
    [
        "giá vàng hôm nay",
        "thoi tiet hom nay the nao",
        "gold price today",
        "71-89.7 BKHCN",
        "5G VNeID IoT",
        "tb17 nq71",
        "Bộ Công an chủ trì việc gì trong quý I/2026",
        "which tasks does Bộ Công an own due in Q1/2026",
    ],
)
def test_what_is_right_or_unknown_is_left_alone(base: KnowledgeBase, typed: str) -> None:
    assert base.vocabulary.speller.repair(typed) == (typed, ())


@given(st.text(max_size=200))
def test_any_text_is_repaired_without_an_exception(base: KnowledgeBase, text: str) -> None:
    base.vocabulary.speller.repair(text)


def _bound(words: str) -> str:
    return words.replace(" ", BOUND)


def test_the_longest_english_term_wins_and_plurals_are_singular() -> None:
    glossary = Glossary({"data": "dữ liệu", "national data centre": "Trung tâm dữ liệu quốc gia", "law": "luật"})
    centre = _bound("Trung tâm dữ liệu quốc gia")
    assert glossary.in_vietnamese("national data centres, laws") == f"{centre}, luật"
    assert glossary.in_vietnamese("Bộ Công an data") == f"Bộ Công an {_bound('dữ liệu')}"


def test_synonyms_replace_only_what_the_directives_do_not_say() -> None:
    synonyms = Synonyms({"visa": "thị thực", "thẻ vàng": "chống khai thác IUU"})
    assert synonyms.in_directives_words("cấp visa", lambda _: False) == f"cấp {_bound('thị thực')}"
    assert synonyms.in_directives_words("cấp visa", lambda words: list(words) == ["visa"]) == "cấp visa"
    assert synonyms.in_directives_words("the vang", lambda _: False) == _bound("chống khai thác IUU")
    assert synonyms.in_directives_words("thể vàng", lambda _: False) == "thể vàng"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("việc qúa hạn", [("qúa", "quá")]),
        ("hòan thành", [("hòan", "hoàn")]),
        ("bộ qúôc phòng", [("qúôc", "quốc")]),
        ("Hoà Bình, thuỷ lợi", []),  # written both ways
        ("việc quá hạn", []),
    ],
)
def test_a_tone_put_where_it_belongs_is_told(base: KnowledgeBase, typed: str, told: list[tuple[str, str]]) -> None:
    assert [(each.written, each.read) for each in base.vocabulary.speller.repair(typed)[1]] == told
