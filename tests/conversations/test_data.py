"""What is kept about somebody can be seen whole, and deleted whole."""

import json

from bot.playground.actor import Person
from handlers.views.wording.people_vi import PEOPLE
from knowledge.people import Appointment, PersonRole
from tests.conftest import Town
from tests.conversations.test_joining import asked_to_join, rows_naming

QUESTION = "Bộ Y tế còn việc gì quá hạn"


async def busy_stranger(town: Town) -> Person:
    """A stranger who joined, asked, follows an agency, and has a dialogue half done."""
    stranger = town.person("stranger")
    await asked_to_join(stranger, agency="BCA")
    await town.person("admin").tap("Approve")
    await stranger.ask(QUESTION)
    await stranger.tap("1")
    await stranger.ask("/theodoi Bộ Công an")
    await stranger.ask("/vaitro")
    await stranger.tap("Xin thêm vai trò")
    return stranger


async def test_everything_comes_as_a_file_that_can_be_read(town: Town) -> None:
    stranger = await busy_stranger(town)
    stranger.drain()
    await stranger.say("/dulieu")
    file = await stranger.next_message()
    assert file.file_name == f"dondoc-{stranger.persona.id}.json"
    told = json.loads(file.content)
    assert told["Hồ sơ"][0]["Tên"] == 'Lê <b>&" Tí'
    assert told["Hồ sơ"][0]["Mã số Telegram"] == stranger.persona.id
    assert told["Vai trò"] == [{"Vai trò": "focal_point", "Cơ quan": "Bộ Công an"}]
    assert [q["Câu hỏi"] for q in told["Câu hỏi đã gửi"]] == [QUESTION]
    assert told["Cơ quan đang theo dõi"] == [{"Cơ quan": "Bộ Công an", "Ngôn ngữ": "vi"}]
    assert told["Hội thoại đang dở"]
    assert told["Nhiệm vụ vừa xem"][0]["Nhiệm vụ"] == '["71-149"]'
    assert (await stranger.next_message()).text == PEOPLE.your_data


async def test_nothing_is_left_after_asking_to_be_forgotten(town: Town) -> None:
    stranger = await busy_stranger(town)
    pseudonym = town.rooms.people.pseudonym(stranger.persona.id)
    known = {"person", "tasks_seen", "list_shown", "joining", "following", "asked", "dialogue", "appointment"}
    assert known <= set(rows_naming(town, str(stranger.persona.id)))
    sure = await stranger.ask("/xoatoi")
    assert (await stranger.next_message()).text.startswith("Đang để dở")
    assert (await stranger.tap("Xoá tất cả về tôi", sure)).text == PEOPLE.forgotten
    assert rows_naming(town, str(stranger.persona.id), stranger.persona.name, "le <b>", QUESTION, pseudonym) == []
    assert (await stranger.ask(QUESTION)).text == PEOPLE.stranger
    assert stranger.commands() == ["start", "trogiup"]


async def test_an_administrators_traces_in_others_records_go_too(town: Town) -> None:
    admin, stranger = town.person("admin"), town.person("stranger")
    town.rooms.people.appoint(town.person("official").persona.id, Appointment(PersonRole.ADMINISTRATOR, ""))
    await asked_to_join(stranger)
    card = await admin.next_message()
    await admin.tap("Approve", card)
    await admin.ask("/moi")
    await admin.tap("Staff")
    await admin.ask("BCA")
    await admin.tap("Bộ Công an")
    await admin.tap("7 days")
    await admin.ask("/xoatoi")
    await admin.tap("Delete everything about me")
    assert rows_naming(town, str(admin.persona.id), admin.persona.name) == []
    assert town.rooms.people.find(stranger.persona.id) is not None


async def test_it_takes_a_second_tap_and_can_be_taken_back(town: Town) -> None:
    focal = town.person("focal")
    sure = await focal.ask("/xoatoi")
    assert (await focal.tap("Giữ lại", sure)).text == PEOPLE.stays
    assert town.rooms.people.find(focal.persona.id) is not None


async def test_pressed_twice_it_says_the_same(town: Town) -> None:
    focal = town.person("focal")
    sure = await focal.ask("/xoatoi")
    done = await focal.tap("Xoá tất cả về tôi", sure)
    town.playground.world.press_blindly(focal.persona.id, sure.raw, str(sure.button("Xoá tất cả").data))
    again = await focal.ask("/start")
    assert "Tôi đồng ý" in again.buttons
    assert focal.messages[-3].text == done.text


async def test_who_waits_or_was_refused_can_see_and_delete_too(town: Town) -> None:
    stranger = town.person("stranger")
    await asked_to_join(stranger)
    stranger.drain()
    await stranger.say("/dulieu")
    assert "Đăng ký, và quyết định về đăng ký" in (await stranger.next_message()).content.decode()
    await stranger.next_message()
    await stranger.ask("/xoatoi")
    await stranger.tap("Xoá tất cả về tôi")
    assert rows_naming(town, str(stranger.persona.id)) == []


async def test_another_joins_anew_under_another_pseudonym(town: Town) -> None:
    focal = town.person("focal")
    before = town.rooms.people.pseudonym(focal.persona.id)
    await focal.ask("/xoatoi")
    await focal.tap("Xoá tất cả về tôi")
    await focal.ask("/start")
    await focal.tap("Tôi đồng ý")
    assert town.rooms.people.pseudonym(focal.persona.id) != before
    assert town.rooms.people.behind(before) is None


async def test_what_was_recorded_is_shown_too(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/kiennghi 71-149")
    await focal.tap("Kiến nghị")
    await focal.tap("Người theo dõi")
    await focal.ask("Đề nghị gia hạn phần kết nối dữ liệu")
    await focal.tap("Gửi")
    await focal.say("/dulieu")
    told = json.loads((await focal.next_message()).content)
    kept = told["Đã ghi vào sổ, dưới bí danh"]
    assert [(each["Loại"], each["Nội dung"]["Lời"]) for each in kept] == [
        ("proposed", "Đề nghị gia hạn phần kết nối dữ liệu")
    ]


async def test_a_card_without_a_list_is_told_of(town: Town) -> None:
    official = town.person("official")
    await official.ask("17-5c2.1")
    shown = town.rooms.asked.about_shown(official.persona.id)
    assert [(row["question"], row["task"]) for row in shown] == [("", "17-5c2.1")]
    official.drain()
    await official.say("/dulieu")
    told = json.loads((await official.next_message()).content)
    assert told["Danh sách vừa xem"][0]["Nhiệm vụ"] == "17-5c2.1"
