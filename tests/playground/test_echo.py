"""python-telegram-bot against the playground, over HTTP."""

import asyncio

from bot.playground.actor import Person
from bot.playground.server import Playground
from tests.playground.conftest import png


async def test_text_comes_back(echo: Playground) -> None:
    person = Person(echo.world, "official")
    answer = await person.ask("Bộ Y tế còn việc gì?")
    assert answer.text == "Bộ Y tế còn việc gì?"
    assert answer.from_bot


async def test_start_with_a_payload_and_a_name_full_of_marks(echo: Playground) -> None:
    person = Person(echo.world, "stranger")
    await person.start("task_71-89")
    answer = await person.next_message()
    assert answer.text == "Xin chào Lê <b>&\" Tí ['task_71-89']"
    assert answer.entities[0]["type"] == "text_mention"


async def test_buttons_answers_and_edits(echo: Playground) -> None:
    person = Person(echo.world, "focal")
    menu = await person.ask("/menu")
    assert menu.buttons == ["Thêm một", "Xong", "Chép mã"]
    assert [len(row) for row in menu.rows] == [2, 1]
    changed = await person.tap("Thêm một")
    assert changed.id == menu.id
    assert changed.text == "Đếm: 1"
    assert person.toasts[-1].text == "Thành 1"
    assert (await person.tap("Thêm một")).text == "Đếm: 2"
    assert person.last.text == "Đếm: 2"


async def test_an_alert_and_the_end_of_the_buttons(echo: Playground) -> None:
    person = Person(echo.world, "focal")
    await person.ask("/menu")
    toast = await person.press("done")
    assert toast.alert
    assert toast.text == "Đã xong"
    done = await person.next_edit()
    assert (done.text, done.buttons) == ("Xong", [])
    assert done.entities == [{"type": "bold", "offset": 0, "length": 4}]


async def test_a_document_goes_both_ways(echo: Playground) -> None:
    person = Person(echo.world, "staff")
    await person.send_document(b"bao cao", "báo cáo.pdf", caption="tiến độ")
    back = await person.next_message()
    assert back.file_name == "nguoc-báo cáo.pdf"
    assert back.content == b"oac oab"
    assert back.raw["document"]["mime_type"] == "application/pdf"
    assert back.text == "Đảo ngược"


async def test_a_photo_goes_both_ways(echo: Playground) -> None:
    person = Person(echo.world, "staff")
    await person.send_photo(png(8, 6))
    known, anew = await person.next_message(), await person.next_message()
    assert known.text == "8×6"
    assert known.content == anew.content == png(8, 6)
    assert known.raw["photo"][0]["file_id"] != anew.raw["photo"][0]["file_id"]


async def test_inline_results_are_inserted(echo: Playground) -> None:
    person = Person(echo.world, "staff").in_group()
    results = await person.inline("dữ liệu")
    assert results[0]["title"] == "Tìm dữ liệu"
    sent = await person.choose("1")
    assert sent.text == "dữ liệu"
    assert sent.raw["via_bot"]["username"] == "dondoc_bot"
    assert sent.entities[0]["type"] == "bold"


async def test_two_people_at_once(echo: Playground) -> None:
    people = [Person(echo.world, key) for key in ("official", "focal", "staff", "supervisor")]
    answers = await asyncio.gather(*(person.ask(f"tôi là {person.persona.key}") for person in people))
    assert [answer.text for answer in answers] == [f"tôi là {person.persona.key}" for person in people]


async def test_the_group_and_its_privacy(echo: Playground) -> None:
    member = Person(echo.world, "supervisor").in_group()
    await member.say("chuyện riêng của chúng tôi")
    answer = await member.ask("/start@dondoc_bot")
    assert "Vũ Khánh Linh" in answer.text
    again = await member.ask("@dondoc_bot có đó không?")
    assert again.text == "@dondoc_bot có đó không?"
    await member.say("cảm ơn", reply_to=again)
    assert (await member.next_message()).text == "cảm ơn"
    assert len(member.from_bot) == 3
