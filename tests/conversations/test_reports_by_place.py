"""A report that counts a task of the list on the screen is on that task; without a list it is asked which is meant."""

import pytest

from handlers.views.wording.people_vi import PEOPLE
from handlers.views.wording.reports_vi import REPORTS as VI
from handlers.views.wording.turns_vi import TURNS
from tests.conftest import Town
from tests.conversations.test_reports import entries
from tests.conversations.test_turns import after

LATE = "bca qua han"


@pytest.mark.parametrize(
    ("turns", "code"),
    [
        ((LATE, "trang 2", "việc 7 đã xong 20/11"), "71-164"),
        ((LATE, "viec 3 xong hom qua"), "71-55"),
        ((LATE, "viec so 4 xong r"), "71-56"),
        ((LATE, "cái 4 xong rồi ạ"), "71-56"),
        ((LATE, "số 4 xong rồi"), "71-56"),
        ((LATE, "việc đầu tiên chưa làm được do thiếu kinh phí"), "71-94"),
        ((LATE, "việc thứ 3 cũng xong", f"!{VI.drop}", "à khoan việc 3 chưa xong, mới 70%"), "71-55"),
        ((LATE, "/capnhat việc 3 xong"), "71-55"),
        ((LATE, "việc 71-7 xong"), "71-7"),
        ((LATE, "việc 71/7 xong"), "71-7"),
        (("71-7", "việc 7 xong rồi"), "71-7"),  # the card of that very task is looked at
    ],
)
async def test_it_is_on_the_task_at_that_place(town: Town, turns: tuple[str, ...], code: str) -> None:
    proposed = await after(town.person("focal"), *turns)
    assert proposed.text.splitlines()[0] == VI.is_it_this
    assert proposed.text.splitlines()[1].startswith(f"{code} ")


async def test_what_is_kept_is_what_was_said_beside_the_place(town: Town) -> None:
    proposed = await after(town.person("focal"), LATE, "viec 2 dang lam khoang 40%")
    assert "71-35 " in proposed.text.splitlines()[1]
    assert "40% · “dang lam khoang 40%”" in proposed.text


async def test_several_places_are_several_reports(town: Town) -> None:
    focal = town.person("focal")
    first = await after(focal, LATE, "việc 1 và 2 xong rồi")
    assert first.text.splitlines()[1].startswith("71-94 ")
    await focal.tap(VI.drop, first)
    assert (await focal.next_message()).text.splitlines()[1].startswith("71-35 ")


@pytest.mark.parametrize("text", ["việc 7 xong rồi", "viec 7 da xong 20/11", "/capnhat việc 7 xong"])
async def test_with_no_list_a_small_number_is_no_code(town: Town, text: str) -> None:
    focal = town.person("focal")
    asked = await focal.ask(text)
    assert not asked.text.startswith(VI.is_it_this)
    assert asked.buttons[0].startswith("71-7 ")
    assert len(asked.buttons) > 2
    assert "71-7 " in (await focal.tap(asked.buttons[0], asked)).text.splitlines()[1]
    assert entries(town) == 0


async def test_a_place_the_list_does_not_have_is_asked_about(town: Town) -> None:
    asked = await after(town.person("official"), "bo y te con viec gi qua han", "việc 19 xong rồi")
    assert asked.text == VI.may_not_report
    focal = town.person("focal")
    asked = await focal.ask("việc 19 xong rồi")
    assert not asked.text.startswith(VI.is_it_this)
    assert PEOPLE.leave in asked.buttons


@pytest.mark.parametrize(
    ("text", "number"), [("việc 99 xong", 99), ("việc 45 xong rồi", 45), ("/capnhat việc 99 xong", 99)]
)
async def test_a_place_behind_the_list_is_no_code(town: Town, text: str, number: int) -> None:
    focal = town.person("focal")
    asked = await after(focal, LATE, text)
    assert asked.text.startswith(TURNS.no_such_place(43, number))
    assert VI.which_task in asked.text
    assert entries(town) == 0
    told = await after(town.person("official"), "bo y te con viec gi qua han", text.removeprefix("/capnhat "))
    assert told.text == VI.may_not_report


async def test_the_code_of_a_task_in_the_list_is_one(town: Town) -> None:
    proposed = await after(town.person("focal"), LATE, "việc 94 xong")
    assert proposed.text.splitlines()[1].startswith("71-94 ")


async def test_who_may_not_report_sees_the_task_at_that_place(town: Town) -> None:
    official = town.person("official")
    for text in ("việc 2 xong rồi", "báo cáo việc 1 xong"):
        told = await official.ask(text)
        assert told.text.startswith(VI.may_not_report)
        assert TURNS.in_group not in told.text
    told = await after(official, "bo y te con viec gi qua han", "việc 2 xong rồi")
    assert "329-pl1.1 " in told.text


async def test_in_answer_to_an_older_list_its_numbers_count(town: Town) -> None:
    focal = town.person("focal")
    older = await after(focal, LATE, "trang 2")
    await focal.ask("Bộ Công an có việc gì quý IV/2026")
    focal.drain()
    await focal.say("việc 7 xong rồi", reply_to=older)
    proposed = await focal.next_message()
    assert proposed.text.splitlines()[1].startswith("71-164 ")
