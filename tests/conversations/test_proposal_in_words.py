"""A proposal that waits is answered in words as by its buttons: refused, changed, set right; a yes records nothing."""

from datetime import timedelta

import pytest

from handlers.views.wording.reports_vi import REPORTS as VI
from knowledge.progress import Status
from tests.conftest import Town
from tests.conversations.test_reports import entries, progress
from tests.conversations.test_turns import after

SAID = "71-55 xong hôm qua"


def waits(town: Town) -> bool:
    """Tell whether the focal point's chat holds a proposal."""
    focal = town.person("focal")
    since = town.clock.now() - timedelta(hours=1)
    return town.rooms.drafts.latest(focal.persona.id, focal.chat_id, since) is not None


@pytest.mark.parametrize(
    "text",
    ["thôi", "huỷ", "Hủy", "huy", "bỏ đi", "thôi ko phải", "không phải", "sai rồi", "cancel", "no", "thôi bỏ đi ạ"],
)
async def test_a_no_drops_it_and_says_so(town: Town, text: str) -> None:
    focal = town.person("focal")
    proposed = await focal.ask(SAID)
    assert (await focal.ask(text)).text == VI.all_dropped("71-55")
    assert not waits(town)
    assert (await focal.tap(VI.record_it, proposed)).text == VI.draft_gone
    assert entries(town) == 0


async def test_a_no_to_one_report_of_a_message_goes_on_to_the_next(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("71-89.7 xong hôm qua, 71-94 được 40%")
    assert (await focal.ask("không phải")).text == VI.all_dropped("71-89.7")
    assert "71-94 " in (await focal.next_message()).text.splitlines()[1]


async def test_a_no_to_which_task(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("xong rồi")
    assert (await focal.ask("huỷ")).text == VI.dropped
    assert not waits(town)


@pytest.mark.parametrize("text", ["Sửa", "sua lai", "sai ngày rồi", "edit"])
async def test_to_change_it_shows_what_can_be_changed(town: Town, text: str) -> None:
    focal = town.person("focal")
    by_button = await focal.tap(VI.change, await focal.ask(SAID))
    await focal.tap(VI.back, by_button)
    typed = await focal.ask(text)
    assert (typed.text, typed.buttons) == (by_button.text, by_button.buttons)
    done = await focal.tap(VI.statuses[Status.IN_PROGRESS], typed)
    assert VI.record_it in done.buttons


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("hoàn thành 15/11", f"{VI.done_on}: 15/11/2026"),
        ("hôm 15/11 mới đúng", f"{VI.done_on}: 15/11/2026"),
        ("15/11", f"{VI.done_on}: 15/11/2026"),
        ("à nhầm, ngày 15/11", f"{VI.done_on}: 15/11/2026"),
        ("mới 70%", "→ Đang thực hiện, 70% · “xong hôm qua; mới 70%”"),
        ("chưa xong, mới 70% thôi ạ", "→ Đang thực hiện, 70% · “xong hôm qua; chưa xong, mới 70% thôi ạ”"),
        ("hoàn thành 15/12", f"{VI.done_on}: 22/11/2026 ({VI.day_ahead})"),
    ],
)
async def test_a_day_or_share_sets_the_same_report_right(town: Town, text: str, line: str) -> None:
    focal = town.person("focal")
    await focal.ask(SAID)
    right = await focal.ask(text)
    assert right.text.splitlines()[1].startswith("71-55 ")
    assert any(each.startswith(line) for each in right.text.splitlines())
    await focal.tap(VI.record_it, right)
    assert entries(town) == 1
    assert not progress(town, "71-55").silent


@pytest.mark.parametrize(
    "text", ["việc nào đến hạn ngày 15/11", "71-94 được 70%", "nghị định về hoạt động khoa học công nghệ được 70%"]
)
async def test_a_question_or_another_task_leaves_it_as_it_was(town: Town, text: str) -> None:
    focal = town.person("focal")
    before = await focal.ask(SAID)
    await focal.ask(text)
    assert (await focal.tap(VI.change, before)).text.startswith(before.text)


async def test_with_no_proposal_these_are_other_words(town: Town) -> None:
    shown = await after(town.person("focal"), "không phải")
    assert VI.all_dropped("") not in shown.text
