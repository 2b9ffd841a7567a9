"""Bodies that no directive names are asked about through their group; who gives tasks is not who must do them."""

import pytest

from bot.shapes import Asking
from knowledge.answers import Answer, answer
from knowledge.base import KnowledgeBase
from tests.conftest import TODAY

DEPARTMENTS, COMMUNES, SCIENCE = "Các sở, ban, ngành cấp tỉnh", "Các xã, phường", "Sở Khoa học và Công nghệ"


def ask(base: KnowledgeBase, question: str) -> Answer:
    return answer(base.read(question, TODAY), base, TODAY)


def codes(found: Answer) -> set[str]:
    return {hit.task.id for hit in found.tasks}


@pytest.mark.parametrize(
    ("question", "group", "unit"),
    [
        ("sở tư pháp phải làm gì", DEPARTMENTS, "Sở Tư pháp"),
        ("so tu phap phai lam gi", DEPARTMENTS, "Sở Tư pháp"),
        ("Sở GD&ĐT có việc gì", DEPARTMENTS, "Sở Giáo dục và Đào tạo"),
        ("sở KHĐT có việc gì", DEPARTMENTS, "Sở Tài chính"),
        ("sở y tế hà nội có việc gì", DEPARTMENTS, "Sở Y tế Hà Nội"),
        ("Sở Y tế tỉnh Lào Cai còn việc gì", DEPARTMENTS, "Sở Y tế Lào Cai"),
        ("việc giao cho sở xây dựng", DEPARTMENTS, "Sở Xây dựng"),
        ("giao cho sở làm gì", DEPARTMENTS, ""),
        ("sở phải làm gì", DEPARTMENTS, ""),
        ("các sở phải làm gì", DEPARTMENTS, ""),
        ("Sở Khoa học và Công nghệ Hà Nội có việc gì", SCIENCE, ""),
        ("so khcn ha noi phai lam gi", SCIENCE, ""),
        ("sở TT&TT phải làm gì", SCIENCE, ""),
        ("giao cho xã làm gì", COMMUNES, ""),
        ("giao cho xa lam gi", COMMUNES, ""),
        ("cấp xã phải làm gì", COMMUNES, ""),
        ("xã phải làm gì", COMMUNES, ""),
        ("phường có việc gì", COMMUNES, ""),
        ("UBND phường phải làm gì", COMMUNES, ""),
        ("UBND xã Tân Lập phải làm gì", COMMUNES, "xã Tân Lập"),
        ("phường Tây Hồ có việc gì", COMMUNES, "phường Tây Hồ"),
    ],
)
def test_a_body_stands_for_its_group(base: KnowledgeBase, question: str, group: str, unit: str) -> None:
    found = ask(base, question)
    assert [(each.name, each.unit) for each in found.reading.agencies] == [(group, unit)]
    assert (found.reading.topic, found.reading.unread) == ("", ())
    every = ask(base, f"{group} phải làm gì")
    assert codes(found) == codes(every) != set()
    assert len(found.own) == (0 if unit else len(every.own))


@pytest.mark.parametrize(
    "question",
    [
        "chuyen doi so y te",
        "chuyển đổi số y tế",
        "kinh te so xay dung",
        "việc cho xã hội số",
        "viec cho xa hoi so",
        "trụ sở, máy móc",
        "cơ sở y tế phải làm gì",
        "việc về phường, xã",
    ],
)
def test_other_words_name_no_body(base: KnowledgeBase, question: str) -> None:
    assert not {DEPARTMENTS, SCIENCE}.intersection(each.name for each in base.read(question, TODAY).agencies)
    assert not any(each.unit for each in base.read(question, TODAY).agencies)


def test_it_is_said_that_the_group_is_given_them(base: KnowledgeBase) -> None:
    told = Asking(base, TODAY).ask("sở tư pháp phải làm gì")
    assert "chủ trì: Sở Tư pháp (thuộc: Các sở, ban, ngành cấp tỉnh)" in told["answer"]
    assert "Không văn bản nào giao riêng cho Sở Tư pháp" in told["answer"]
    assert f"{told['total']} nhiệm vụ giao chung cho nhóm có Sở Tư pháp" in told["answer"]
    assert told["tasks"][0]["id"] in told["answer"]  # at once: there is nothing of its own to show first
    assert all(task["via_group"] for task in told["tasks"])


@pytest.mark.parametrize(
    ("question", "giver", "lead", "directives"),
    [
        ("tỉnh ủy giao việc gì cho sở", "Các tỉnh ủy, thành ủy", DEPARTMENTS, ("tu",)),
        ("tinh uy giao viec gi cho so", "Các tỉnh ủy, thành ủy", DEPARTMENTS, ("tu",)),
        ("thủ tướng giao bộ công an những gì", "Thủ tướng Chính phủ", "Bộ Công an", ("71", "329")),
        ("thu tuong giao bo cong an nhung gi", "Thủ tướng Chính phủ", "Bộ Công an", ("71", "329")),
        ("Bộ Y tế được Thủ tướng giao việc gì", "Thủ tướng Chính phủ", "Bộ Y tế", ("71", "329")),
        ("việc Chính phủ giao cho Bộ Y tế", "Chính phủ", "Bộ Y tế", ("71",)),
        ("Chính phủ giao các địa phương những việc gì", "Chính phủ", "Các địa phương", ("71",)),
        ("Tổng Bí thư giao Bộ Tài chính việc gì", "Tổng Bí thư", "Bộ Tài chính", ("05", "07", "17")),
        ("tasks assigned by the Government to MOH", "Chính phủ", "Bộ Y tế", ("71",)),
    ],
)
def test_who_gives_is_not_who_does(
    base: KnowledgeBase, question: str, giver: str, lead: str, directives: tuple[str, ...]
) -> None:
    found = ask(base, question)
    reading = found.reading
    assert reading.givers == (giver,)
    assert [each.name for each in reading.agencies] == [lead]
    assert set(reading.directives) == set(directives)
    assert (reading.topic, reading.unread) == ("", ())
    every = ask(base, f"{lead} phải làm gì")
    assert codes(found) == {hit.task.id for hit in every.tasks if hit.task.directive in directives} != set()


def test_who_gave_nothing_here_is_owned_up_to(base: KnowledgeBase) -> None:
    reading = base.read("Bộ Công an giao việc gì cho các địa phương", TODAY)
    assert [each.name for each in reading.agencies] == ["Các địa phương"]
    assert (reading.givers, reading.unread) == ((), ("Bộ Công an giao",))


@pytest.mark.parametrize(
    "question", ["Bộ Công an được giao việc gì", "Bộ Tài chính giao dự toán ngân sách", "Bộ Công an giao việc gì"]
)
def test_who_is_given_tasks_does_them(base: KnowledgeBase, question: str) -> None:
    reading = base.read(question, TODAY)
    assert (len(reading.agencies), reading.givers, reading.directives) == (1, (), ())
