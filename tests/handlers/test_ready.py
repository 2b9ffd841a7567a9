"""Commands that stand for questions: how they are stored, read anew, and leaned on."""

from datetime import date

import pytest

from handlers.ready import Asked, Ready, asked_by_command, in_words, read_ready
from handlers.views.en import EN
from handlers.views.vi import VI
from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, State

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    "asked", [Asked(Ready.OVERDUE, "BYT quý I"), Asked(Ready.SECTION, "71 PLII.IV"), Asked(Ready.MINE, "")]
)
def test_a_stored_command_comes_back_as_it_was(asked: Asked) -> None:
    assert asked_by_command(str(asked)) == asked


@pytest.mark.parametrize("question", ["bo y te con viec gi", "/", "/trogiup", "/quahanx BYT", "quahan"])
def test_other_questions_are_no_commands(question: str) -> None:
    assert asked_by_command(question) is None


def test_words_after_a_command_are_read_as_a_question_is(base: KnowledgeBase) -> None:
    reading = read_ready(Asked(Ready.OVERDUE, "BYT quý I"), base, TODAY, VI)
    assert [ask.name for ask in reading.agencies] == ["Bộ Y tế"]
    assert reading.period is not None
    assert (reading.period.first, reading.period.last) == (date(2026, 1, 1), date(2026, 3, 31))
    assert (reading.intent, reading.states) == (Intent.LIST, (State.OVERDUE,))


def test_due_soon_is_the_next_thirty_days(base: KnowledgeBase) -> None:
    reading = read_ready(Asked(Ready.SOON, ""), base, TODAY, EN)
    assert reading.language == "en"
    assert reading.period is not None
    assert (reading.period.first, reading.period.last) == (TODAY, date(2026, 12, 22))


def test_several_agencies_stand_side_by_side(base: KnowledgeBase) -> None:
    reading = read_ready(Asked(Ready.MINE, "Bộ Công an; Bộ Y tế"), base, TODAY, VI)
    assert [ask.name for ask in reading.agencies] == ["Bộ Công an", "Bộ Y tế"]


@pytest.mark.parametrize("words", ["", "tất cả", "all"])
def test_everybody_is_no_subject(base: KnowledgeBase, words: str) -> None:
    reading = read_ready(Asked(Ready.OVERDUE, words), base, TODAY, VI)
    assert (reading.agencies, reading.topic) == ((), "")


def test_a_register_without_words_is_whole(base: KnowledgeBase) -> None:
    for ready, intent in ((Ready.INDICATORS, Intent.INDICATORS), (Ready.DATABASES, Intent.DATABASES)):
        reading = read_ready(Asked(ready, ""), base, TODAY, VI)
        assert (reading.intent, reading.topic, reading.words) == (intent, "", "")


def test_a_follow_up_leans_on_a_commands_words() -> None:
    assert in_words("/quahan BCA") == "nhiệm vụ quá hạn BCA"
    assert in_words("/tim dữ liệu") == "dữ liệu"
    assert in_words("bo y te") == "bo y te"
