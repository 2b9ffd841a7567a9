"""In a group the bot is silent unless it is spoken to."""

from tests.conftest import Town
from tests.playground.conftest import png

QUESTION = "Bộ Y tế còn việc gì quá hạn"
UNDERSTOOD = "chủ trì: Bộ Y tế"


async def test_only_what_is_addressed_to_it_is_answered(town: Town) -> None:
    world = town.playground.world
    world.privacy = False  # as an administrator of the group it sees everything
    official = town.person("official").in_group()
    await official.say(QUESTION)
    await official.say("@dondoc_botany " + QUESTION)
    await official.say("/vanban@another_bot")
    await official.say("gửi email tới x@dondoc_bot2.vn")
    await official.send_photo(png(), caption=QUESTION)
    shown = await official.ask(f"@dondoc_bot {QUESTION}")
    assert UNDERSTOOD in shown.text
    assert len(official.from_bot) == 1


async def test_its_name_is_read_in_any_case_and_is_no_part_of_the_question(town: Town) -> None:
    official = town.person("official").in_group()
    plain = await official.ask(f"@dondoc_bot {QUESTION}")
    for addressed in (f"@DonDoc_Bot {QUESTION}", f"{QUESTION} @dondoc_bot", f"@dondoc_bot, {QUESTION}"):
        shown = await official.ask(addressed)
        assert shown.text == plain.text, addressed


async def test_an_answer_to_it_is_a_question(town: Town) -> None:
    world = town.playground.world
    world.privacy = False
    official, staff = town.person("official").in_group(), town.person("staff").in_group()
    first = await official.ask(f"@dondoc_bot {QUESTION}")
    staff.drain()
    theirs = await staff.say("tôi nghĩ là ba việc")
    await staff.say("đúng không", reply_to=theirs)
    await staff.say("Bộ Công an còn việc gì quá hạn", reply_to=first)
    assert "chủ trì: Bộ Công an" in (await staff.next_message()).text
    assert len(staff.from_bot) == 2


async def test_commands_work_in_a_group(town: Town) -> None:
    shown = await town.person("official").in_group().ask("/vanban@dondoc_bot")
    assert shown.text.startswith("Các văn bản tôi có")


async def test_its_name_alone_gets_an_answer(town: Town) -> None:
    shown = await town.person("official").in_group().ask("@dondoc_bot")
    assert shown.text
    assert shown.buttons


async def test_a_list_in_the_group_is_turned_by_anyone_there(town: Town) -> None:
    official, focal = town.person("official").in_group(), town.person("focal").in_group()
    listed = await official.ask(f"@dondoc_bot {QUESTION}")
    turned = await focal.tap("Trang 2", listed)
    assert turned.id == listed.id
    assert UNDERSTOOD in turned.text
