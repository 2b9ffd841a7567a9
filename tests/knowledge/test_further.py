"""What is asked further of what the text said, and the same of another year; and what is a question of its own."""

import pytest

from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from knowledge.questions import Intent
from tests.conftest import TODAY
from tests.knowledge.test_leaning import last_of
from tests.knowledge.test_refining import names

MONEY = "Quốc hội duyệt bao nhiêu tiền cho KHCN năm 2026?"
MEETING, MEETING_EN = "Ai chủ trì cuộc họp ngày 23/6/2026?", "Who chaired the 23 June 2026 meeting?"


@pytest.mark.parametrize(
    ("turns", "place"),
    [
        ((MONEY, "trong đó trung ương bao nhiêu"), "329 I.1"),
        ((MONEY, "còn ngân sách địa phương bao nhiêu"), "329 I.1"),
        ((MONEY, "còn địa phương bao nhiêu"), "329 I.1"),
        ((MONEY, "giải ngân được bao nhiêu rồi"), "329 CT.2"),
        ((MONEY, "trong đó trung ương bao nhiêu", "giải ngân được bao nhiêu rồi"), "329 CT.2"),
        ((MEETING, "còn ai dự nữa"), "329 MĐ/3"),
        ((MEETING_EN, "Who else attended?"), "329 MĐ/3"),
    ],
)
def test_the_passage_that_answered_is_asked(base: KnowledgeBase, turns: tuple[str, ...], place: str) -> None:
    reading = last_of(base, *turns)
    assert (reading.intent, reading.leaned, reading.agencies) == (Intent.FACT, True, ())
    assert [f"{each.directive} {each.path}" for each in answer(reading, base, TODAY).passages][:1] == [place]


@pytest.mark.parametrize(
    "said",
    [
        "Bộ Y tế quá hạn bao nhiêu việc",
        "6 rõ là gì",
        "giá vàng bao nhiêu",
        "Ai ký thông báo 329",
        "chỉ tiêu kinh tế số năm 2030 là bao nhiêu",
    ],
)
def test_a_question_of_its_own_asks_no_passage(base: KnowledgeBase, said: str) -> None:
    assert last_of(base, MONEY, said) == last_of(base, said)


def test_an_agency_after_a_passage_is_asked_for_its_tasks(base: KnowledgeBase) -> None:
    reading = last_of(base, MEETING, "còn Bộ Y tế có bao nhiêu việc")
    assert (reading.intent, names(reading), reading.place) == (Intent.COUNT, ["Bộ Y tế"], "")


@pytest.mark.parametrize(
    "turns",
    [
        ("What is the target for the digital economy by 2030?", "and by 2045?"),
        ("kinh tế số đến 2030 chiếm bao nhiêu", "còn đến 2045?"),
        ("Đến 2030 quy mô kinh tế số phải đạt bao nhiêu GDP?", "thế năm 2045"),
    ],
)
def test_the_same_indicator_in_another_year(base: KnowledgeBase, turns: tuple[str, ...]) -> None:
    reading = last_of(base, *turns)
    assert [row.code for row in answer(reading, base, TODAY).indicators] == ["36"]
    assert reading.language == last_of(base, turns[0]).language


@pytest.mark.parametrize("before", ["phương châm 2026", "phương châm năm 2026"])
def test_the_text_is_still_asked_in_another_year(base: KnowledgeBase, before: str) -> None:
    reading = last_of(base, before, "còn năm 2025")
    found = answer(reading, base, TODAY)
    assert (reading.intent, reading.period) == (Intent.FACT, None)
    assert (found.passages[0].directive, found.passages[0].path) == ("17", "II.1")
