"""In chat: what is asked among the list before keeps its conditions, says so, and tells what it leaves aside."""

import pytest

from tests.conftest import Town
from tests.conversations.test_turns import after


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("bộ công an việc quá hạn", "về dữ liệu", "trên 1 năm"), ("chủ trì: Bộ Công an", "trên 1 năm", "về: dữ liệu")),
        (("bộ công an việc quá hạn", "của bộ khcn phối hợp"), ("chủ trì: Bộ Công an", "phối hợp: Bộ Khoa học")),
        (
            ("bộ công an hạn 2025 nq71", "bộ y tế tb 17"),
            ("Bộ Y tế", "01/01/2025 - 31/12/2025", "17-TB", "tiếp câu trước"),
        ),
        (("hạn tháng 6/2025", "tháng 8 nữa"), ("01/06/2025 - 30/06/2025, 01/08/2025 - 31/08/2025",)),
        (("csdl bộ y tế chưa kết nối", "cái nào thấp nhất"), ("chủ trì: Bộ Y tế", "1 cơ sở dữ liệu", "12/19")),
        (("5g đến 2030 phủ bao nhiêu", "ai chịu trách nhiệm"), ("23.4", "Bộ KH&CN")),
        (("bộ công an việc quá hạn", "cái nào nhiều bộ phối hợp nhất"), ("⚠️", "nhiều bộ phối hợp nhất")),
        (("bộ công an về giá vàng", "hạn 2025"), ("⚠️", "giá vàng")),
        (("MPS overdue tasks", "older than a year", "about data"), ("lead: Bộ Công an", "more than 1 year", "dữ liệu")),
        (("MPS overdue tasks", "nationwide"), ("Read as · overdue", "following the question before")),
    ],
)
async def test_the_conditions_before_are_kept_and_told(
    town: Town, turns: tuple[str, ...], says: tuple[str, ...]
) -> None:
    shown = await after(town.person("official"), *turns)
    assert [each for each in says if each not in shown.text] == []
