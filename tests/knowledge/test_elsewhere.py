"""What lies outside the directives is told by what people ask elsewhere."""

import pytest

from knowledge.answers import answer
from knowledge.answers.relevance import Look
from knowledge.base import KnowledgeBase
from knowledge.checks import check_corpus
from knowledge.loading import load_corpus
from knowledge.questions import read_question
from knowledge.search import Phrases
from tests.conftest import TODAY


def test_the_nearest_phrases_tell_how_well_a_question_fits() -> None:
    phrases = Phrases({"a": "dữ liệu hộ chiếu; kho hộ chiếu", "b": "bán dẫn"}, ["làm hộ chiếu mấy ngày; đổi hộ chiếu"])
    errand, system, nothing = (phrases.fit(words) for words in ("doi ho chieu", "kho hộ chiếu", "thời tiết"))
    assert errand.outside > errand.inside > 0
    assert system.inside > system.outside > 0
    assert system.texts[0] > system.texts[1] == 0
    assert nothing.inside == nothing.outside == nothing.texts.sum() == 0


def test_no_phrases_fit_nothing() -> None:
    nothing = Phrases[str]({}, []).fit("hộ chiếu")
    assert nothing.inside == nothing.outside == 0
    assert len(nothing.texts) == 0


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        ("kho dữ liệu giấy phép lái xe bao giờ xong", "đổi bằng lái xe B2 hết hạn cần giấy tờ gì"),
        ("bao giờ có sổ sức khỏe điện tử", "khám sức khỏe lái xe hết bao nhiêu tiền"),
        ("cơ sở dữ liệu bảo hiểm do ai làm", "đóng bảo hiểm xã hội 14 năm rút một lần được bao nhiêu"),
    ],
)
def test_an_errand_is_told_from_the_system_it_uses(base: KnowledgeBase, inside: str, outside: str) -> None:
    near, far = (Look(read_question(q, base.vocabulary, TODAY), base) for q in (inside, outside))
    assert near.finds
    assert not far.finds
    assert not answer(read_question(outside, base.vocabulary, TODAY), base, TODAY).found


def test_the_name_of_a_matter_brings_what_speaks_of_it(base: KnowledgeBase) -> None:
    assert answer(read_question("dữ liệu", base.vocabulary, TODAY), base, TODAY).tasks


def test_a_way_to_ask_that_is_used_for_both_is_found() -> None:
    corpus = load_corpus()
    both = next(iter(corpus.everyday.values())).split(";")[0]
    corpus.elsewhere["Thử"] = both
    assert [finding for finding in check_corpus(corpus) if "'Thử'" in finding]
