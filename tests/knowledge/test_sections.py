"""Sections: a directive's own headings, with the tasks below each."""

import pytest

from knowledge.base import KnowledgeBase
from knowledge.sections import above, heading_of


@pytest.mark.parametrize(
    ("path", "up"),
    [("II.3.a-5(2)", "II.3.a-5"), ("II.3.a-5", "II.3.a"), ("II.7/2", "II.7"), ("PLII.89(7)", "PLII.89"), ("PLII", "")],
)
def test_a_path_leads_up_step_by_step(path: str, up: str) -> None:
    assert above(path) == up


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("5. Về chuyển đổi số", "Về chuyển đổi số"),
        ("II- VỀ NHIỆM VỤ, CÔNG TÁC NĂM 2026", "VỀ NHIỆM VỤ, CÔNG TÁC NĂM 2026"),
        ("III | Tăng cường đầu tư", "Tăng cường đầu tư"),
        ("89. | Hoàn thiện triển khai:", "Hoàn thiện triển khai"),
        ("Phụ lục\nNHIỆM VỤ NĂM 2026\n(Kèm theo Thông báo số 17)", "Phụ lục: NHIỆM VỤ NĂM 2026"),
        ("- Các địa phương chủ động rà soát", "Các địa phương chủ động rà soát"),
        ("1. Quan điểm chỉ đạo:", "Quan điểm chỉ đạo"),
    ],
)
def test_a_heading_is_the_sections_own_without_its_mark(text: str, heading: str) -> None:
    assert heading_of(text) == heading


def test_every_task_lies_in_a_section_and_the_parts_lie_in_the_whole(base: KnowledgeBase) -> None:
    tasks = base.store.in_reading_order()
    for directive, sections in base.sections.items():
        assert list(sections[""].tasks) == [task.id for task in tasks if task.directive == directive]
        for section in sections.values():
            assert all(set(sections[inner].tasks) <= set(section.tasks) for inner in section.sections)
            assert all(sections[inner].parent == section.path for inner in section.sections)
            assert section.path == "" or section.heading
        top = {task for path in sections[""].sections for task in sections[path].tasks}
        assert top == set(sections[""].tasks)


def test_rows_of_a_table_lie_under_the_row_that_heads_them(base: KnowledgeBase) -> None:
    sections = base.sections["71"]
    assert sections["PLII"].sections == tuple(f"PLII.{n}" for n in ("I", "II", "III", "IV", "V", "VI", "VII"))
    assert sections["PLII.I"].heading.startswith("Nâng cao nhận thức")
    assert "71-1" in sections["PLII.I"].tasks
    assert "71-89.7" in sections["PLII.III"].tasks
