"""Whole conversations of follow-ups: what is added, left out, turned round, asked further; and what is told of it."""

import pytest

from handlers.views.vi import VI as VIETNAMESE
from handlers.views.wording.conditions_vi import CONDITIONS as VI
from tests.conftest import Town
from tests.conversations.test_turns import after, lines

INNER = "Bộ Nội vụ quá hạn những gì"


@pytest.mark.parametrize(
    ("turns", "head"),
    [
        ((INNER, "thêm cả Bộ Tài chính nữa"), "chủ trì: Bộ Nội vụ, Bộ Tài chính · quá hạn"),
        ((INNER, "còn Bộ Y tế", "cả hai"), "chủ trì: Bộ Nội vụ, Bộ Y tế · quá hạn"),
        ((INNER, "thêm Bộ Y tế", "bỏ Bộ Y tế ra"), "chủ trì: Bộ Nội vụ · quá hạn"),
        ((INNER, "trong đó việc hạn 2026"), "chủ trì: Bộ Nội vụ · hạn: 01/01/2026 - 31/12/2026 · quá hạn"),
        (("việc của Bộ Y tế", "còn hạn năm 2025?"), "chủ trì: Bộ Y tế · hạn: 01/01/2025 - 31/12/2025 · tiếp câu trước"),
        (("việc của Bộ Y tế năm 2026", "cái nào của TB 329"), "văn bản: 329/TB-VPCP · tiếp câu trước"),
        (
            ("việc của Bộ KHCN năm 2026", "việc nào có Bộ Tài chính phối hợp"),
            "phối hợp: Bộ Tài chính · hạn: 01/01/2026",
        ),
        (("việc của Bộ Y tế năm 2026", "trừ NQ71"), "trừ 71/NQ-CP · tiếp câu trước"),
        (("bộ nào nhiều việc quá hạn nhất", "còn Bộ Ngoại giao?", "liệt kê"), "chủ trì: Bộ Ngoại giao · quá hạn"),
    ],
)
async def test_what_a_follow_up_is_read_as(town: Town, turns: tuple[str, ...], head: str) -> None:
    shown = await after(town.person("official"), *turns)
    assert head in lines(shown)[0]
    assert VIETNAMESE.leaned in lines(shown)[0]


async def test_a_lateness_that_cannot_be_is_told(town: Town) -> None:
    shown = await after(town.person("official"), INNER, "còn quý I/2027")
    assert "quá hạn" not in lines(shown)[0]
    assert VI.unread("“quá hạn”") in lines(shown)[1]


async def test_the_sentence_that_answers_further_is_shown(town: Town) -> None:
    official = town.person("official")
    shown = await after(official, "Quốc hội duyệt bao nhiêu tiền cho KHCN năm 2026?", "trong đó trung ương bao nhiêu")
    assert "ngân sách trung ương 70 nghìn tỷ đồng" in shown.text
    assert "329/TB-VPCP" in shown.text
    assert "giải ngân 8,7 nghìn tỷ đồng" in (await official.ask("giải ngân được bao nhiêu rồi")).text


async def test_the_other_end_of_a_ranking(town: Town) -> None:
    official = town.person("official")
    most = await official.ask("bộ nào nhiều việc quá hạn nhất")
    fewest = await official.ask("ít nhất thì sao")
    first = next(line for line in lines(most) if line.startswith("1. "))
    assert first not in lines(fewest)
    assert (await official.ask("và nhiều nhất?")).text.splitlines()[1:] == lines(most)[1:]
