"""Whose tasks a question is about that names nobody."""

from dataclasses import replace

import pytest

from knowledge.base import KnowledgeBase
from knowledge.conversation import read_turn
from knowledge.questions import ANYBODY, Asker, Intent, Mine
from tests.conftest import TODAY

BCA = "Bộ Công an"
MEMBER = Asker((BCA,), own_first=True)
OVERSEER = Asker((BCA,))  # who follows the work of all, and a group


def whose(base: KnowledgeBase, question: str, asker: Asker) -> tuple[list[str], Mine]:
    reading = read_turn(question, (), base, TODAY, asker).reading
    return [ask.name for ask in reading.agencies], reading.mine


@pytest.mark.parametrize(
    "question",
    ["việc sắp đến hạn", "viec qua han", "hôm nay có gì", "what is overdue", "việc nào gấp nhất", "có việc gì không"],
)
def test_a_bare_condition_is_about_a_members_own_agency_and_else_about_all(base: KnowledgeBase, question: str) -> None:
    assert whose(base, question, MEMBER) == ([BCA], Mine.OWN)
    assert whose(base, question, OVERSEER) == ([], Mine.NOBODY)
    assert whose(base, question, ANYBODY) == ([], Mine.NOBODY)


@pytest.mark.parametrize(
    "question",
    ["tôi phải làm gì hôm nay", "tuan nay minh co viec gi", "what do I have this week", "what should I do today"],
)
def test_whoever_speaks_of_themselves_means_their_own(base: KnowledgeBase, question: str) -> None:
    assert whose(base, question, MEMBER) == ([BCA], Mine.OWN)
    assert whose(base, question, OVERSEER) == ([BCA], Mine.OWN)
    assert whose(base, question, replace(MEMBER, agencies=())) == ([], Mine.UNKNOWN)


@pytest.mark.parametrize(
    "question",
    [
        "cho tôi xem việc quá hạn",
        "em cần danh sách việc quá hạn",
        "show me overdue tasks",
        "tôi có thể xem việc quá hạn không",
    ],
)
def test_whoever_only_asks_speaks_of_nobody(base: KnowledgeBase, question: str) -> None:
    assert whose(base, question, OVERSEER) == ([], Mine.NOBODY)


@pytest.mark.parametrize(
    "question",
    [
        "việc quá hạn của Bộ Y tế",
        "việc quá hạn trong thông báo 329",
        "việc quá hạn về dữ liệu",
        "bộ nào nhiều việc quá hạn nhất",
        "6 rõ là gì",
        "71-89.7",
    ],
)
def test_what_names_something_is_about_that(base: KnowledgeBase, question: str) -> None:
    assert whose(base, question, MEMBER)[1] is Mine.NOBODY
    assert BCA not in whose(base, question, MEMBER)[0]


def test_several_agencies_are_all_ones_own(base: KnowledgeBase) -> None:
    assert whose(base, "việc quá hạn", Asker((BCA, "Bộ Y tế"), own_first=True))[0] == [BCA, "Bộ Y tế"]


def test_one_bare_condition_does_not_limit_the_next(base: KnowledgeBase) -> None:
    reading = read_turn("việc quá hạn", ("việc sắp đến hạn",), base, TODAY, MEMBER).reading
    assert (reading.intent, reading.period, reading.mine) == (Intent.LIST, None, Mine.OWN)
    assert read_turn("việc quá hạn", ("tuần này mình có việc gì",), base, TODAY, OVERSEER).reading.agencies == ()


def test_after_somebody_elses_it_is_still_about_those(base: KnowledgeBase) -> None:
    reading = read_turn("việc quá hạn", ("việc của Bộ Y tế trong Nghị quyết 71",), base, TODAY, MEMBER).reading
    assert ([a.name for a in reading.agencies], reading.directives, reading.mine) == (["Bộ Y tế"], ("71",), Mine.NOBODY)
