"""Retrieval: accented and unaccented questions find the same, and question text is never query syntax."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.search import PassageIndex, TermWeights, enumerated
from knowledge.search.postings import Postings
from knowledge.text import BOUND, fold

TEXTS = [
    ("a", "Đầu tư xây dựng hạ tầng số quốc gia"),
    ("b", "Chuyển đổi số trong cơ quan nhà nước"),
    ("c", "Đào tạo nhân lực bán dẫn, trí tuệ nhân tạo"),
    ("d", "Hoàn thành cơ sở dữ liệu quốc gia về đất đai"),
]


@pytest.mark.parametrize(
    ("question", "best"),
    [("đầu tư hạ tầng", "a"), ("chuyển đổi số", "b"), ("CĐS", "b"), ("đào tạo AI", "c"), ("CSDL đất đai", "d")],
)
def test_the_passage_that_says_it_comes_first_however_it_is_typed(question: str, best: str) -> None:
    index = PassageIndex(TEXTS)
    for typed in (question, fold(question) if "AI" not in question else question, question.upper()):
        assert index.search(typed, 3)[0][0] == best


def test_scores_fall_and_the_limit_holds() -> None:
    found = PassageIndex(TEXTS).search("hạ tầng dữ liệu quốc gia số", 2)
    assert len(found) == 2
    assert found[0][1] >= found[1][1]


def test_a_title_that_says_it_comes_before_a_text_that_mentions_it() -> None:
    index = PassageIndex([(1, "Điều khác\nChi phí của hợp đồng mua bán."), (2, "Hợp đồng mua bán\nCác chi phí khác.")])
    assert [key for key, _ in index.search("hợp đồng mua bán")] == [2, 1]


def test_words_side_by_side_come_before_the_same_words_apart() -> None:
    index = PassageIndex([(("law", 1), "chủ của sở có hữu tài và sản"), (("law", 2), "tài sản của chủ sở hữu là gì")])
    assert index.search("tài sản chủ sở hữu", 1)[0][0] == ("law", 2)


def test_a_short_text_that_holds_the_question_comes_before_a_long_one_that_holds_a_part() -> None:
    index = PassageIndex([("long", "tài sản " * 30 + "của người khác"), ("short", "thế chấp tài sản")])
    assert index.search("thế chấp tài sản", 1)[0][0] == "short"


def test_what_stands_beside_the_passages_is_found_with_them_and_weighed_by_itself() -> None:
    beside = ["kho dữ liệu đất đai", "đất đai ở đâu", "thời tiết", "Hồ sơ đất đai\nở đâu"]
    both, alone, others = PassageIndex(TEXTS, beside), PassageIndex(TEXTS), PassageIndex(enumerate(beside[:3]))
    for question in ("cơ sở dữ liệu đất đai", "thời tiết", "bán dẫn", "không gì cả", ""):
        assert both.scores(question).tolist() == pytest.approx(alone.scores(question).tolist())
        passages, phrases = both.both(question)
        assert passages.tolist() == pytest.approx(alone.scores(question).tolist())
        assert phrases.tolist() == pytest.approx(both.beside(question).tolist())
    three = PassageIndex(TEXTS, beside[:3])
    assert three.beside("dữ liệu đất đai").tolist() == pytest.approx(others.scores("dữ liệu đất đai").tolist())
    assert three.holding() == alone.holding()
    assert three.holding(beside=True) == others.holding()
    assert [rows.tolist() for rows in three.rows(["dat_dai", "thoi_tiet"])] == [[3], []]


def test_a_term_says_more_of_the_texts_whose_titles_have_it() -> None:
    texts = [["du", "lieu", "mo"], ["mo", "du", "lieu"], ["mo"]]
    numbering: dict[str, int] = {}
    postings = Postings(texts, numbering=numbering)
    terms = postings.keys([["du", "lieu"], ["mo"]])
    before = postings.find(terms, range(1)).impact.tolist()
    postings.say_more(Postings([["du", "lieu"], [], ["mo"]], numbering=numbering), 0.5)
    more = [now - was for now, was in zip(postings.find(terms, range(1)).impact.tolist(), before, strict=True)]
    assert more == pytest.approx([0.5, 0.0, 0.0, 0.0, 0.5])  # of the pair's two rows, then of the three of "mo"


def test_a_topic_is_held_alike_by_all_texts_and_by_some() -> None:
    index = PassageIndex(TEXTS)
    held = TermWeights(index.holding(), index.size).topic("cơ sở dữ liệu đất đai").held(index)
    some = held.at(np.array([3, 0]))
    assert some.share.tolist() == held.share[[3, 0]].tolist()
    assert some.share[0] > some.share[1] > 0
    assert some.single.tolist() == held.single[[3, 0]].tolist()


def test_no_limit_and_no_passages_find_nothing() -> None:
    assert PassageIndex(TEXTS).search("hạ tầng", 0) == []
    assert PassageIndex([]).search("hạ tầng") == []
    assert PassageIndex([("a", ""), ("b", "…")]).search("hạ tầng") == []


@given(st.text(max_size=200))
def test_no_question_is_syntax(text: str) -> None:
    assert len(PassageIndex(TEXTS).search(text, 5)) <= 4


@pytest.mark.parametrize("question", ["", "  ", "?!*", '"'])
def test_no_words_no_query(question: str) -> None:
    assert PassageIndex(TEXTS).search(question) == []


def test_a_word_that_no_text_knows_weighs_most() -> None:
    weights = TermWeights({"so": 90, "du": 40, "lieu": 40, "du_lieu": 38}, 100)
    assert weights.topic("dữ liệu").share("cơ sở dữ liệu") == 1
    assert weights.topic("dữ liệu vàng").share("cơ sở dữ liệu") < 0.5
    assert weights.topic("").share("cơ sở dữ liệu") == 0


def test_bound_words_weigh_as_one_expression() -> None:
    weights = TermWeights({"lai": 3, "xe": 3, "lai_xe": 2, "giay": 3, "phep": 3, "giay_phep": 2, "phep_lai": 1}, 300)
    text = "cơ sở dữ liệu giấy phép lái xe"
    loose, bound = (
        weights.topic("đổi giấy phép lái xe hạng"),
        weights.topic(f"đổi giấy{BOUND}phép{BOUND}lái{BOUND}xe hạng"),
    )
    assert bound.share(text) < loose.share(text)
    assert weights.topic(f"giấy{BOUND}phép{BOUND}lái{BOUND}xe").share(text) == 1


def test_a_comma_enumerates_and_parts_what_stands_beside_it() -> None:
    assert enumerated("di sản, hiện vật") == ["di sản", " hiện vật"]
    assert enumerated(f"phòng cháy,{BOUND}chữa cháy") == [f"phòng cháy,{BOUND}chữa cháy"]
    assert "san_hien" not in TermWeights({}, 10).topic("di sản, hiện vật").weights
