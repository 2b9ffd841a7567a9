"""What is said after a list to change it, to see it again, or to read what it was taken from, word for word."""

import pytest

from handlers.views.wording.conditions_vi import CONDITIONS
from handlers.views.wording.turns_en import TURNS as EN
from handlers.views.wording.turns_vi import TURNS as VI
from tests.conftest import Town
from tests.conversations.test_turns import HEALTH, after, lines


async def test_a_list_is_changed_in_words(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask(HEALTH)
    for said, told in (
        ("ý tôi là bộ tài chính", "chủ trì: Bộ Tài chính · quá hạn (22/11/2026)"),
        ("chỉ nq71", "chủ trì: Bộ Tài chính · quá hạn (22/11/2026) · văn bản: 71/NQ-CP"),
        ("bỏ điều kiện quá hạn", "chủ trì: Bộ Tài chính · văn bản: 71/NQ-CP"),
        ("nhầm, quý 3", "chủ trì: Bộ Tài chính · hạn: 01/07/2026 - 30/09/2026 · văn bản: 71/NQ-CP"),
        ("bỏ thời gian đi", "chủ trì: Bộ Tài chính · văn bản: 71/NQ-CP"),
        ("tất cả các văn bản", "chủ trì: Bộ Tài chính"),
    ):
        assert lines(await focal.ask(said))[0] == f"Hiểu là · {told} · tiếp câu trước"


async def test_only_what_its_groups_were_given_stays_asked_for(town: Town) -> None:
    official = town.person("official")
    shown = await after(official, "chỉ việc giao chung của bộ y tế")
    assert lines(shown)[0] == f"Hiểu là · chủ trì: Bộ Y tế · {CONDITIONS.groups_only}"
    assert lines(shown)[1] == "107 nhiệm vụ giao chung cho nhóm có Bộ Y tế"
    shown = await official.ask("còn bộ công an")
    assert lines(shown)[0] == f"Hiểu là · chủ trì: Bộ Công an · {CONDITIONS.groups_only} · tiếp câu trước"


async def test_what_was_left_aside_does_not_come_back(town: Town) -> None:
    for said in ("bỏ quá hạn", "bo qua han"):
        shown = await after(town.person("official"), HEALTH, said, "asdfgh", "còn bộ tài chính", "chỉ nq71")
        assert lines(shown)[0] == "Hiểu là · chủ trì: Bộ Tài chính · văn bản: 71/NQ-CP · tiếp câu trước"


async def test_a_number_behind_the_list_is_no_place_and_may_be_a_code(town: Town) -> None:
    official = town.person("official")
    shown = await after(official, HEALTH, "việc 99")
    assert lines(shown) == [VI.no_such_place(16, 99)]
    assert (await official.tap("71-99", shown)).text.startswith("71-99 ")


async def test_its_buttons_keep_what_was_said(town: Town) -> None:
    official = town.person("official")
    before = await after(official, HEALTH, "bỏ quá hạn")
    turned = await official.tap("Trang 2", before)
    assert lines(turned)[0] == lines(before)[0]


async def test_what_is_not_there_to_be_left_aside_is_told(town: Town) -> None:
    official = town.person("official")
    assert CONDITIONS.not_there("bỏ thời gian đi") in (await after(official, HEALTH, "bỏ thời gian đi")).text


@pytest.mark.parametrize("before", [(), ("6 rõ là gì",)])
async def test_without_a_list_it_is_said_that_there_is_none(town: Town, before: tuple[str, ...]) -> None:
    official = town.person("official")
    assert (await after(official, *before, "bỏ thời gian đi")).text == VI.no_list_changed
    assert (await after(official, *before, "drop the overdue filter")).text == EN.no_list_changed


@pytest.mark.parametrize("said", ["quay lại danh sách", "xem lai danh sach", "danh sách lúc nãy"])
@pytest.mark.parametrize("between", ["việc 2", "giá vàng hôm nay", "!Trang 2"])
async def test_the_list_comes_back(town: Town, said: str, between: str) -> None:
    official = town.person("official")
    listed = await official.ask(HEALTH)
    await after(official, between)
    shown = await official.ask(said)
    assert lines(shown)[0] == lines(listed)[0]


async def test_what_was_shown_last_is_shown_again(town: Town) -> None:
    official = town.person("official")
    assert (await official.ask("xem lại")).text == VI.no_list_page
    listed = await official.ask(HEALTH)
    assert (await official.ask("xem lại")).text == listed.text
    card = await official.ask("việc 2")
    assert (await official.ask("xem lai di a")).text == card.text


async def test_the_very_words_of_a_card_stand_first(town: Town) -> None:
    card = await after(town.person("official"), HEALTH, "việc 2", "nguyên văn")
    assert lines(card)[2] == "Nguyên văn:"
    assert card.text.count("Nguyên văn:") == 1


async def test_the_very_words_of_what_was_answered(town: Town) -> None:
    official = town.person("official")
    whole = await after(official, "6 rõ là gì", "nguyên văn")
    assert "III. QUAN ĐIỂM, ĐỊNH HƯỚNG" in whole.text
    assert "6 rõ" in whole.text
    assert (await town.person("staff").ask("nguyên văn")).text.startswith(VI.no_task[:20])


async def test_in_a_group_a_follow_up_leans_on_the_list_before(town: Town) -> None:
    group = town.person("official").in_group()
    await group.ask("@dondoc_bot bo y te qua han")
    assert "chủ trì: Bộ Tài chính · quá hạn" in lines(await group.ask("@dondoc_bot còn bộ tài chính?"))[0]
    assert "chủ trì: Bộ Tài chính · tiếp câu trước" in lines(await group.ask("@dondoc_bot bỏ quá hạn"))[0]
    assert "tiếp câu trước" not in lines(await group.ask("@dondoc_bot bộ công an"))[0]
    assert "tiếp câu trước" not in lines(await group.ask("@dondoc_bot còn việc gì quá hạn"))[0]
