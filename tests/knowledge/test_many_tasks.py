"""Among many tasks the index finds exactly those that reading every task would find; nothing is loaded for a count."""

from datetime import UTC, date, datetime

import pytest

from bench.synthetic import grown
from knowledge.answers import answer
from knowledge.answers.topics import OnTopic
from knowledge.base import KnowledgeBase
from knowledge.directives import Task
from knowledge.loading import load_corpus
from knowledge.store import DirectiveStore, TaskQuery, open_database

TODAY = date(2026, 11, 22)
TASKS = 2_000
TOPICS = (
    "chuyển đổi số",
    "cơ sở dữ liệu",
    "trí tuệ nhân tạo",
    "lò phản ứng, điện hạt nhân",
    "quy hoạch hạ tầng thông tin",
    "thời tiết Đà Nẵng ngày mai",
    "số",
)


def text_of(task: Task) -> str:
    return f"{task.title} {task.lead_in} {task.quote} {task.output}"


@pytest.fixture(scope="module")
def many() -> KnowledgeBase:
    """The shipped corpus grown to two thousand tasks."""
    store = DirectiveStore(open_database(None))
    store.apply(grown(load_corpus(), TASKS), "many", datetime.now(UTC))
    return KnowledgeBase(store)


@pytest.mark.parametrize("among_own", [False, True])
@pytest.mark.parametrize("topic", TOPICS)
def test_the_index_finds_what_reading_every_task_finds(many: KnowledgeBase, topic: str, *, among_own: bool) -> None:
    numbers = many.store.numbers(TaskQuery())
    asked = many.weights.topic(topic)
    tasks = zip(numbers, many.store.load(numbers), strict=True)
    fitting = {number for number, task in tasks if asked.fits(text_of(task), among_own=among_own)}
    assert asked.fitting(many.store.saying, among_own=among_own).keys() == fitting


def test_a_topic_among_conditions_keeps_the_order_of_lists(many: KnowledgeBase) -> None:
    late_ones = TaskQuery(overdue_on=TODAY)
    found = OnTopic("cơ sở dữ liệu", many).among(lambda among: many.store.numbers(late_ones, among))
    about = many.weights.topic("cơ sở dữ liệu")
    assert found == [n for n in many.store.numbers(late_ones) if about.fits(text_of(many.store.load([n])[0]))] != []


def late(task: Task) -> bool:
    return task.deadline.late_on(TODAY)


def test_counts_and_pages_are_those_of_the_whole_list(many: KnowledgeBase) -> None:
    found = answer(many.read("Bộ Y tế có việc gì quá hạn", TODAY), many, TODAY)
    listed = [hit.task for hit in found.tasks]
    assert len(listed) == len(found.own) + len(found.via_group) > 100
    assert all(late(task) for task in listed)
    assert [hit.task for hit in found.own] + [hit.task for hit in found.via_group] == listed
    assert [hit.task for hit in found.tasks[95:105]] == listed[95:105]
    assert found.tasks[-1].task == listed[-1]
    assert {hit.via_group for hit in found.own} == {False}
    assert {hit.via_group for hit in found.via_group} == {True}


def test_what_fits_a_list_is_counted_as_it_would_be_one_by_one(many: KnowledgeBase) -> None:
    found = answer(many.read("việc của Bộ Công an trong Nghị quyết 71", TODAY), many, TODAY)
    tasks = [hit.task for hit in found.tasks]
    assert found.tasks.fitting(TaskQuery(overdue_on=TODAY)) == sum(map(late, tasks)) > 0


def test_groups_are_counted_as_they_would_be_one_by_one(many: KnowledgeBase) -> None:
    found = answer(many.read("bộ nào nhiều việc quá hạn nhất", TODAY), many, TODAY)
    overdue = [task for task in many.store.in_reading_order() if late(task)]
    agency, count = found.groups[0]
    assert count == sum(agency in task.leads for task in overdue)
    assert count == max(sum(name in task.leads for task in overdue) for name in many.registry.agencies)
    by_year = answer(many.read("mỗi năm có bao nhiêu nhiệm vụ đến hạn", TODAY), many, TODAY).groups
    assert dict(by_year)["2026"] == sum(
        task.deadline.last is not None and task.deadline.last.year == 2026 for task in many.store.in_reading_order()
    )
