"""Agencies in combination: all of them or any, so many of them, none that coordinates; in which role each."""

import pytest

from bot.shapes import Asking
from knowledge.answers import Answer, answer
from knowledge.base import KnowledgeBase
from knowledge.loading import Corpus, load_corpus
from knowledge.questions import Role
from tests.conftest import TODAY

BYT, BCA, BTC, BKHCN = "Bộ Y tế", "Bộ Công an", "Bộ Tài chính", "Bộ Khoa học và Công nghệ"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus()


def ask(base: KnowledgeBase, question: str) -> Answer:
    return answer(base.read(question, TODAY), base, TODAY)


def codes(found: Answer) -> set[str]:
    return {hit.task.id for hit in found.tasks}


@pytest.mark.parametrize(
    "question",
    [
        "việc Bộ Y tế và Bộ Công an cùng chủ trì",
        "viec bo y te va bo cong an cung chu tri",
        "việc chung của Bộ Y tế và Bộ Công an",
        "tasks MOH and MPS lead jointly",
        "Bộ Y tế cùng Bộ Công an chủ trì việc gì",
    ],
)
def test_what_all_of_them_have(base: KnowledgeBase, question: str) -> None:
    found = ask(base, question)
    assert found.reading.together
    assert codes(found) == codes(ask(base, f"việc của {BYT}")) & codes(ask(base, f"việc của {BCA}"))
    assert all({BYT, BCA} <= set(hit.task.leads) for hit in found.own)


@pytest.mark.parametrize(
    "question", ["Bộ Y tế và Bộ Công an cùng làm việc gì", "Bộ Y tế cùng với Bộ Công an làm những gì"]
)
def test_what_they_do_together_is_theirs_in_any_role(base: KnowledgeBase, corpus: Corpus, question: str) -> None:
    both = {t.id for t in corpus.tasks if {BYT, BCA} <= {*t.leads, *t.coordinators}}
    assert {hit.task.id for hit in ask(base, question).own} == both


def test_of_what_any_has_it_is_told_how_much_all_have(base: KnowledgeBase, corpus: Corpus) -> None:
    found = ask(base, "việc của cả Bộ Y tế lẫn Bộ Công an")
    assert not found.reading.together
    assert codes(found) == codes(ask(base, f"việc của {BYT}")) | codes(ask(base, f"việc của {BCA}"))
    assert found.common == sum({BYT, BCA} <= set(task.leads) for task in corpus.tasks) > 0
    told = Asking(base, TODAY).ask("việc của cả Bộ Y tế lẫn Bộ Công an")["answer"]
    assert f"Trong đó {found.common} nhiệm vụ giao riêng cho cả Bộ Y tế, Bộ Công an." in told


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        (
            "việc Bộ KH&CN chủ trì có Bộ Tài chính hoặc Bộ Công an phối hợp",
            {BKHCN: Role.LEAD, BTC: Role.COORDINATOR, BCA: Role.COORDINATOR},
        ),
        ("bộ nào phối hợp với Bộ Y tế", {BYT: Role.LEAD}),
        ("Bộ Y tế phối hợp với ai", {BYT: Role.COORDINATOR}),
        ("việc Bộ Công an vừa chủ trì vừa phối hợp", {BCA: Role.ANY}),
        ("việc Bộ Y tế chủ trì và Bộ Công an phối hợp", {BYT: Role.LEAD, BCA: Role.COORDINATOR}),
        ("viec bo khcn chu tri ma bo ca phoi hop", {BKHCN: Role.LEAD, BCA: Role.COORDINATOR}),
        ("việc nào phối hợp với Bộ Y tế", {BYT: Role.COORDINATOR}),
        ("Bộ Y tế và Bộ Công an cùng làm việc gì", {BYT: Role.ANY, BCA: Role.ANY}),
    ],
)
def test_each_in_its_role(base: KnowledgeBase, question: str, roles: dict[str, Role]) -> None:
    assert {each.name: each.role for each in base.read(question, TODAY).agencies} == roles


@pytest.mark.parametrize(
    ("question", "fits"),
    [
        ("việc không có cơ quan phối hợp", lambda leads, others: not others),
        ("viec khong co co quan phoi hop", lambda leads, others: not others),
        ("việc không có cơ quan chủ trì", lambda leads, others: not leads),
        ("việc có nhiều cơ quan chủ trì", lambda leads, others: leads > 1),
        ("việc có từ 2 cơ quan chủ trì trở lên", lambda leads, others: leads > 1),
        ("việc có trên 3 cơ quan phối hợp", lambda leads, others: others > 3),
        ("tasks with no coordinating agencies", lambda leads, others: not others),
    ],
)
def test_how_many_have_a_role(base: KnowledgeBase, corpus: Corpus, question: str, fits) -> None:  # type: ignore[no-untyped-def]
    found = ask(base, question)
    assert (found.reading.topic, found.reading.unread, found.reading.agencies) == ("", (), ())
    wanted = {task.id for task in corpus.tasks if fits(len(set(task.leads)), len(set(task.coordinators)))}
    assert codes(found) == wanted != set()


def test_what_one_does_alone(base: KnowledgeBase, corpus: Corpus) -> None:
    own = ask(base, "những việc Bộ KH&CN làm một mình").own
    alone = {task.id for task in corpus.tasks if set(task.leads) == {BKHCN} and not task.coordinators}
    assert {hit.task.id for hit in own} == alone != set()


def test_who_urges_is_not_alone(base: KnowledgeBase) -> None:
    assert base.read("ai đôn đốc việc của Bộ Y tế", TODAY).parties == ()


def test_what_stands_beside_the_overdue(base: KnowledgeBase) -> None:
    found = ask(base, "ngoài việc quá hạn Bộ Y tế còn việc gì")
    assert codes(found) == codes(ask(base, "việc của Bộ Y tế")) - codes(ask(base, "việc quá hạn của Bộ Y tế")) != set()


def test_a_directive_by_its_bare_number(base: KnowledgeBase) -> None:
    assert base.read("việc của VPCP theo 329 quá hạn", TODAY).directives == ("329",)


def test_what_is_told_as_unread_is_no_topic(base: KnowledgeBase) -> None:
    reading = base.read("việc hoàn thành trước hạn", TODAY)
    assert (reading.topic, reading.unread) == ("", ("trước hạn",))
