"""Rankings of those who work with an agency, beside an oracle that reads the corpus itself."""

from collections import Counter

import pytest

from bot.shapes import Asking
from knowledge.answers import Answer, answer
from knowledge.base import KnowledgeBase
from knowledge.loading import Corpus, load_corpus
from knowledge.questions import Intent, Role, read_question
from tests.conftest import TODAY

BCA, BYT = "Bộ Công an", "Bộ Y tế"
THEY_COORDINATE, THEY_LEAD, EITHER = Role.COORDINATOR, Role.LEAD, Role.ANY
MINISTRIES = frozenset({"ministry", "ministry_level"})


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus()


def ask(base: KnowledgeBase, question: str) -> Answer:
    return answer(read_question(question, base.vocabulary, TODAY), base, TODAY)


def partners(corpus: Corpus, agency: str, role: Role) -> Counter[str]:
    """Count the tasks of `agency` by who has the role `role` in them, it itself in the other."""
    counts: Counter[str] = Counter()
    for task in corpus.tasks:
        if agency in task.leads and role in (THEY_COORDINATE, EITHER):
            counts.update(task.coordinators)
        if agency in task.coordinators and role in (THEY_LEAD, EITHER):
            counts.update(task.leads)
        if agency in task.leads and role is EITHER:
            counts.update(task.leads)
    agencies = corpus.registry.agencies
    return Counter({name: n for name, n in counts.items() if name in agencies and name != agency})


@pytest.mark.parametrize(
    ("question", "agency", "role", "only_ministries"),
    [
        ("bộ nào phối hợp với bộ y tế nhiều nhất", BYT, THEY_COORDINATE, True),
        ("bo nao phoi hop voi byt nhieu nhat", BYT, THEY_COORDINATE, True),
        ("cơ quan nào phối hợp với bộ công an nhiều nhất", BCA, THEY_COORDINATE, False),
        ("ai phối hợp với bộ y tế nhiều nhất", BYT, THEY_COORDINATE, False),
        ("xếp hạng các bộ phối hợp với bộ công an", BCA, THEY_COORDINATE, True),
        ("bộ công an phối hợp với bộ nào nhiều nhất", BCA, THEY_LEAD, True),
        ("bộ công an hay phối hợp với bộ nào nhất", BCA, THEY_LEAD, True),
        ("bộ nào chủ trì nhiều việc có bộ công an phối hợp nhất", BCA, THEY_LEAD, True),
        ("bộ nào làm việc cùng bộ y tế nhiều nhất", BYT, EITHER, True),
        ("which ministry works most with MPS", BCA, EITHER, True),
        ("who works most closely with the Ministry of Health", BYT, EITHER, False),
        ("which ministry coordinates most with the Ministry of Health", BYT, THEY_COORDINATE, True),
        ("which agencies does MPS coordinate with most", BCA, THEY_LEAD, False),
    ],
)
def test_who_works_with_an_agency(
    base: KnowledgeBase, corpus: Corpus, question: str, agency: str, role: Role, only_ministries: bool
) -> None:
    found, kinds = ask(base, question), corpus.registry.agencies
    expected = partners(corpus, agency, role)
    if only_ministries:
        expected = Counter({name: n for name, n in expected.items() if kinds[name].kind in MINISTRIES})
    assert found.reading.intent is Intent.GROUP
    assert found.reading.partners is role
    assert dict(found.groups) == expected
    assert agency not in dict(found.groups)
    assert not found.reading.unread


@pytest.mark.parametrize(
    ("question", "agencies"),
    [
        ("bộ nào phối hợp nhiều nhất", ()),
        ("bộ y tế với bộ công an bên nào nhiều việc hơn", (BYT, BCA)),
        ("bộ nào nhiều việc quá hạn nhất", ()),
    ],
)
def test_other_rankings_count_no_partners(base: KnowledgeBase, question: str, agencies: tuple[str, ...]) -> None:
    reading = ask(base, question).reading
    assert reading.partners is None
    assert tuple(each.name for each in reading.agencies) == agencies


def test_states_limit_what_is_counted(base: KnowledgeBase) -> None:
    every, late = (
        dict(ask(base, f"bộ nào phối hợp với bộ y tế nhiều việc {state}nhất").groups) for state in ("", "quá hạn ")
    )
    assert late
    assert all(late[name] <= every[name] for name in late)


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("bộ nào phối hợp với bộ y tế nhiều nhất",), ("theo cơ quan phối hợp", "1. Bộ Công an · 3 nhiệm vụ")),
        (
            ("bộ nào phối hợp với bộ y tế nhiều nhất", "còn bộ công an thì sao"),
            ("chủ trì: Bộ Công an", "theo cơ quan phối hợp", "1. Bộ Khoa học và Công nghệ"),
        ),
        (("bộ công an phối hợp với bộ nào nhiều nhất",), ("phối hợp: Bộ Công an", "theo cơ quan chủ trì")),
        (("which ministry works most with MPS",), ("Tasks they share", "1. Bộ Khoa học và Công nghệ")),
    ],
)
def test_the_answer_says_what_was_counted(base: KnowledgeBase, turns: tuple[str, ...], says: tuple[str, ...]) -> None:
    asking = Asking(base, TODAY, conversation=len(turns) > 1)
    shown = [asking.ask(turn)["answer"] for turn in turns][-1]
    assert all(each in shown for each in says)
