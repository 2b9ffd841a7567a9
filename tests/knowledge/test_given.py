"""Tasks given from chat are found by the same conditions as the directives' own, and stand apart from them."""

from collections.abc import Sequence
from datetime import date, datetime

import pytest

from bot.clock import TIMEZONE
from knowledge.answers import Answer, answer
from knowledge.base import KnowledgeBase
from knowledge.progress import Status
from knowledge.record import AssignedTask, Progress, StatusBook, concerning, deadline_in_chat
from knowledge.reporting import match

TODAY = date(2026, 11, 22)
POLICE, HEALTH = "Bộ Công an", "Bộ Y tế"
NOTHING = StatusBook()


def task(number: int, title: str, leads: Sequence[str], deadline: str = "", **more: object) -> AssignedTask:
    """A task as it stands in the record."""
    return AssignedTask(
        id=f"gv-{number}",
        entry=number,
        actor="somebody",
        at=datetime(2026, 9, 1, 9, tzinfo=TIMEZONE),
        title=title,
        words=title,
        leads=tuple(leads),
        coordinators=tuple(more.get("coordinators", ())),  # type: ignore[arg-type]
        deadline=deadline_in_chat(deadline, date(2026, 9, 1)),
        document=str(more.get("document", "")),
        parent="",
        owner=str(more.get("owner", "")),
    )


GIVEN = (
    task(1, "Gửi danh sách cán bộ dự tập huấn chuyển đổi số", [POLICE], "15/10/2026", document="45/TB-VPCP"),
    task(2, "Sơ kết triển khai sổ sức khỏe điện tử", [HEALTH], "15/12/2026", document="71/NQ-CP"),
    task(3, "Rà soát dữ liệu hộ tịch", ["Các bộ, cơ quan ngang bộ"], "20/12/2026", coordinators=["Bộ Tư pháp"]),
    task(4, "Kiểm tra an toàn trung tâm dữ liệu", ["Cục A05"], "hằng tháng", owner=POLICE),
    task(5, "Chuẩn bị hội nghị tổng kết", [HEALTH]),
)


def asked(base: KnowledgeBase, question: str, book: StatusBook = NOTHING) -> Answer:
    return answer(base.read(question, TODAY), base, TODAY, book, GIVEN)


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("Bộ Công an chủ trì việc gì", ["gv-1", "gv-3", "gv-4"]),
        ("bo cong an con viec gi qua han", ["gv-1"]),
        ("nhiệm vụ quá hạn", ["gv-1"]),
        ("việc của Bộ Y tế trong tháng 12/2026", ["gv-2", "gv-3"]),
        ("Bộ Y tế còn việc gì sắp đến hạn", ["gv-3", "gv-2"]),
        ("which tasks does Bộ Y tế own due in December 2026", ["gv-2", "gv-3"]),
        ("Bộ Tư pháp phối hợp việc gì", ["gv-3"]),
        ("việc định kỳ của Bộ Công an", ["gv-4"]),
        ("việc hằng tháng của Bộ Công an", ["gv-4"]),
        ("việc hằng quý của Bộ Công an", []),
        ("việc của Bộ Y tế đã có báo cáo", []),
        ("việc tháng 10 và tháng 12 năm 2026", ["gv-1", "gv-2", "gv-3"]),
        ("việc tháng 9 và tháng 11 năm 2026", []),
        ("việc của Bộ Y tế chưa có báo cáo", ["gv-2", "gv-3", "gv-5"]),
        ("nhiệm vụ của Bộ Y tế theo Nghị quyết 71/NQ-CP", ["gv-2"]),
        ("bao nhiêu việc quá hạn của Bộ Công an", ["gv-1"]),
        ("tập huấn chuyển đổi số", ["gv-1"]),
        ("tap huan can bo", ["gv-1"]),
        ("danh sách cán bộ dự tập huấn", ["gv-1"]),
        ("thời tiết hôm nay thế nào", []),
        ("6 rõ là gì", []),
        ("mục 89 của Nghị quyết 71", []),
        ("việc quá hạn trừ các bộ", []),
        ("việc trong tháng 12/2026 trừ Bộ Y tế", ["gv-3"]),
        ("việc trong tháng 12/2026 trừ các bộ, cơ quan ngang bộ", []),
        ("việc trong tháng 12/2026 trừ việc Bộ Tư pháp phối hợp", ["gv-2"]),
        ("việc của Bộ Công an trừ việc quá hạn", ["gv-3", "gv-4"]),
        ("việc của Bộ Y tế trừ việc về sổ sức khỏe", ["gv-3", "gv-5"]),
        ("Bộ Quốc phòng làm gì về hội nghị tổng kết", []),
    ],
)
def test_what_a_question_finds(base: KnowledgeBase, question: str, codes: list[str]) -> None:
    found = [hit.task.id for hit in asked(base, question).given]
    assert sorted(found) == sorted(codes)


def test_what_the_directives_say_stays_as_it_was(base: KnowledgeBase) -> None:
    for question in ("Bộ Công an còn việc gì quá hạn", "bộ nào nhiều việc quá hạn nhất", "tập huấn chuyển đổi số"):
        reading = base.read(question, TODAY)
        without, beside = answer(reading, base, TODAY), answer(reading, base, TODAY, NOTHING, GIVEN)
        assert [hit.task.id for hit in beside.tasks] == [hit.task.id for hit in without.tasks]
        assert (beside.groups, beside.coordinating, beside.passages) == (
            without.groups,
            without.coordinating,
            without.passages,
        )


def test_ones_own_come_first_and_of_these_the_soonest(base: KnowledgeBase) -> None:
    found = asked(base, "Bộ Y tế chủ trì việc gì").given
    assert [hit.task.id for hit in found] == ["gv-2", "gv-5", "gv-3"]
    assert [hit.via_group for hit in found] == [False, False, True]


def test_they_stand_as_was_reported_and_by_the_deadline_in_force(base: KnowledgeBase) -> None:
    done = StatusBook(1, {("gv-1", POLICE): Progress(status=Status.DONE)})
    assert asked(base, "Bộ Công an còn việc gì quá hạn", done).given == ()
    (hit,) = asked(base, "việc đã hoàn thành của Bộ Công an", done).given
    assert (hit.task.id, hit.status) == ("gv-1", Status.DONE)
    put_off = StatusBook(1, {}, {("gv-1", POLICE): date(2026, 12, 31)})
    assert asked(base, "Bộ Công an còn việc gì quá hạn", put_off).given == ()
    assert "gv-1" in [hit.task.id for hit in asked(base, "việc của Bộ Công an trong tháng 12/2026", put_off).given]


def test_who_is_concerned(base: KnowledgeBase) -> None:
    def codes(*agencies: str) -> list[str]:
        return [each.id for each in concerning(GIVEN, agencies, base.registry)]

    assert codes(POLICE) == ["gv-1", "gv-3", "gv-4"]
    assert codes(HEALTH) == ["gv-2", "gv-3", "gv-5"]
    assert codes("Bộ Tư pháp") == ["gv-3"]
    assert codes() == []


@pytest.mark.parametrize(
    ("report", "code"),
    [
        ("đã gửi danh sách cán bộ tập huấn hôm qua", "gv-1"),
        ("da ra soat xong du lieu ho tich", "gv-3"),
        ("danh sách cán bộ dự tập huấn đã gửi rồi ạ", "gv-1"),
    ],
)
def test_a_report_may_mean_one(base: KnowledgeBase, report: str, code: str) -> None:
    given = [each.task for each in GIVEN]
    assert match(report, base, TODAY, POLICE, given=given)[0].task.id == code
    assert code not in [found.task.id for found in match(report, base, TODAY, POLICE)]


def test_a_report_on_a_directives_task_still_means_that(base: KnowledgeBase) -> None:
    given = [each.task for each in GIVEN]
    for report in ("đã trình nghị định kết nối chia sẻ dữ liệu", "CSDL cư trú xong rồi", "hộ tịch điện tử được 80%"):
        before = match(report, base, TODAY, POLICE)
        after = match(report, base, TODAY, POLICE, given=given)
        assert [found.task.id for found in before[:1]] == [found.task.id for found in after[:1]]
