"""A dialogue says where one is, can be left, gives way to a question, survives a restart, and is forgotten in a day."""

from datetime import timedelta

import pytest

from bot.playground.actor import Person, Shown
from handlers.views.wording.people_vi import PEOPLE
from tests.conftest import Town

QUESTION = "Bộ Y tế còn việc gì quá hạn"


async def half_way(focal: Person) -> Shown:
    """Ask for another role, up to its second step."""
    await focal.ask("/vaitro")
    await focal.tap("Xin thêm vai trò")
    offered = await focal.ask("Bộ Tài chính")
    return await focal.tap("Bộ Tài chính", offered)


async def test_it_goes_on_after_a_restart(town: Town) -> None:
    focal = town.person("focal")
    asked = await half_way(focal)
    assert asked.text.startswith("2/2 · Vai trò nào?")
    await town.restart()
    sent = await focal.tap("Chuyên viên", asked)
    assert sent.text.startswith("Đã gửi quản trị đăng ký: Chuyên viên · Bộ Tài chính")


async def test_what_is_typed_after_a_restart_is_still_the_answer(town: Town) -> None:
    stranger = town.person("stranger")
    await stranger.ask("/start")
    await stranger.tap("Tôi đồng ý")
    await town.restart()
    assert (await stranger.ask("Lê Tí")).text.startswith("2/3 · Cơ quan nào?")
    assert (await stranger.ask("/start")).text.startswith("2/3 · Cơ quan nào?")


@pytest.mark.parametrize("command", ["/huy", "/cancel"])
async def test_it_can_be_left_by_command(town: Town, command: str) -> None:
    focal = town.person("focal")
    asked = await half_way(focal)
    assert (await focal.ask(command)).text == PEOPLE.left
    assert (await focal.ask(command)).text == PEOPLE.nothing_to_leave
    assert "chủ trì: Bộ Công an" in (await focal.ask("BCA còn việc gì quá hạn")).text
    assert (await focal.press("Đầu mối", asked)).text == PEOPLE.dialogue_over


async def test_it_can_be_left_by_button(town: Town) -> None:
    focal = town.person("focal")
    asked = await half_way(focal)
    assert (await focal.tap("Thôi", asked)).text == PEOPLE.left
    town.playground.world.press_blindly(focal.persona.id, asked.raw, str(asked.button("Thôi").data))
    assert (await focal.next_change()).text == PEOPLE.dialogue_over


async def test_a_question_in_between_is_answered_and_the_dialogue_waits(town: Town) -> None:
    focal = town.person("focal")
    await half_way(focal)
    assert "chủ trì: Bộ Y tế" in (await focal.ask(QUESTION)).text
    aside = await focal.next_message()
    assert aside.text == "Đang để dở: xin vai trò, bước 2/2."
    assert "71-89.7" in (await focal.ask("71-89.7")).text
    again = await focal.tap("Làm tiếp", aside)
    assert again.text.startswith("2/2 · Vai trò nào?")
    assert "Đã gửi quản trị" in (await focal.ask("đầu mối")).text


async def test_a_command_in_between_puts_it_aside_too(town: Town) -> None:
    focal = town.person("focal")
    await half_way(focal)
    assert (await focal.ask("/vanban")).text.startswith("Các văn bản tôi có")
    aside = await focal.next_message()
    assert aside.text.startswith("Đang để dở")
    await focal.tap("Thôi", aside)
    assert "chủ trì: Bộ Y tế" in (await focal.ask(QUESTION)).text


async def test_what_was_put_aside_survives_a_restart_as_well(town: Town) -> None:
    focal = town.person("focal")
    await half_way(focal)
    await focal.ask(QUESTION)
    aside = await focal.next_message()
    await town.restart()
    assert "chủ trì: Bộ Y tế" in (await focal.ask(QUESTION)).text
    assert (await focal.tap("Làm tiếp", aside)).text.startswith("2/2")


async def test_a_day_later_it_is_forgotten(town: Town) -> None:
    focal = town.person("focal")
    asked = await half_way(focal)
    town.clock.move_to(town.clock.now() + timedelta(days=1, seconds=1))
    assert (await focal.press("Đầu mối", asked)).text == PEOPLE.dialogue_over
    assert "Bộ Tài chính" in (await focal.ask("Bộ Tài chính")).text
    assert town.rooms.requests.open() == []


async def test_a_button_of_an_earlier_step_shows_where_one_is(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/vaitro")
    await focal.tap("Xin thêm vai trò")
    offered = await focal.ask("Bộ Tài chính")
    asked = await focal.tap("Bộ Tài chính", offered)
    town.playground.world.press_blindly(focal.persona.id, asked.raw, str(offered.button("Bộ Tài chính").data))
    await focal.ask("/vaitro")
    assert focal.messages[-2].text.startswith(("2/2", "Trần", "/vaitro"))
    stored = town.rooms.dialogues.current(focal.persona.id, focal.chat_id, town.clock.now())
    assert stored.values["agency"] == "Bộ Tài chính"
    assert "role" not in stored.values


async def test_nobody_presses_in_anothers_dialogue(town: Town) -> None:
    focal, staff = town.person("focal"), town.person("staff")
    asked = await half_way(focal)
    mine = await staff.ask("/vaitro")
    town.playground.world.press_blindly(staff.persona.id, mine.raw, str(asked.button("Đầu mối").data))
    await staff.ask("/trogiup")
    assert staff.toasts[-1].text == PEOPLE.dialogue_over
    assert town.rooms.requests.open() == []


async def test_in_english(town: Town) -> None:
    admin = town.person("admin")
    await admin.ask("/moi")
    await admin.tap("Staff")
    await admin.ask("which tasks does Bộ Công an own due in Q1/2026")
    aside = await admin.next_message()
    assert aside.text == "Put aside: making an invitation, step 2/3."
    assert (await admin.tap("Go on", aside)).text.startswith("2/3 · Which agency?")
    assert (await admin.ask("/cancel")).text == "Left. You can go on asking."


async def test_what_is_put_together_waits_behind_another(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/giahan 17-5c2.1")
    await focal.ask("30/6/2027")
    other = await focal.ask("/kiennghi 71-106")
    await town.restart()
    assert (await focal.tap("Thôi", other)).text == PEOPLE.left
    aside = await focal.next_message()
    assert aside.text == "Đang để dở: xin gia hạn, bước 1/3."
    assert "71-106" in (await focal.ask("71-106")).text
    again = await focal.tap("Làm tiếp", aside)
    assert again.text.startswith("1/3 · Nguyên nhân")
    assert (await focal.tap("Thôi", again)).text == PEOPLE.left
    assert (await focal.ask("/huy")).text == PEOPLE.nothing_to_leave


async def test_it_comes_back_once_the_other_is_finished(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/giahan 17-5c2.1")
    card = await focal.ask("71-149")
    await focal.next_message()
    await focal.tap("Vướng mắc", card)
    await focal.ask("byt")
    await focal.ask("Chưa có hướng dẫn kết nối dữ liệu, đề nghị ban hành")
    sent = await focal.tap("Gửi")
    assert sent.text.startswith("✅ Đã gửi Bộ Y tế")
    assert (await focal.next_message()).text.startswith("Đang để dở: xin gia hạn")
