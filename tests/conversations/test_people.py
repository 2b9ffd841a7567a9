"""Administrators see who is here, change and remove; a role lost is lost at once, for old buttons too."""

import pytest

from handlers.views.wording.people_vi import PEOPLE
from knowledge.people import Appointment, PersonRole
from tests.conftest import Town

QUESTION = "Bộ Y tế còn việc gì quá hạn"


async def test_from_the_agencies_to_a_person_and_back(town: Town) -> None:
    admin = town.person("admin")
    listed = await admin.ask("/nguoidung")
    assert listed.text.startswith("5 people · 4 agencies")
    people = await admin.tap("Văn phòng Chính phủ (2)", listed)
    assert people.id == listed.id
    assert people.buttons == ["Đỗ Việt Dũng", "Vũ Khánh Linh", "◂ Back"]
    card = await admin.tap("Vũ Khánh Linh")
    assert "Supervisor · Văn phòng Chính phủ" in card.text
    assert (await admin.tap("◂ Back")).text == listed.text


async def test_a_person_is_found_by_name_without_marks(town: Town) -> None:
    admin = town.person("admin")
    assert (await admin.ask("/nguoidung tran thu ha")).text.startswith("Trần Thu Hà (570002)")
    several = await admin.ask("/nguoidung n")
    assert several.text.startswith("5 people named “n”")
    assert (await admin.ask("/nguoidung <b>%_")).text.startswith("0 people named “<b>%_”")


async def test_a_role_is_changed_and_the_person_told(town: Town) -> None:
    admin, staff = town.person("admin"), town.person("staff")
    card = await admin.ask("/nguoidung Phạm Anh Quân")
    await admin.tap("✎ Staff", card)
    await admin.tap("Focal point")
    await admin.ask("Bộ Y tế")
    staff.drain()
    changed = await admin.tap("Bộ Y tế")
    assert "• Focal point · Bộ Y tế" in changed.text
    assert "Staff" not in changed.text.replace("Staffing", "")
    assert (await staff.next_message()).text == "Vai trò của bạn: Đầu mối · Bộ Y tế."
    assert town.rooms.people.find(staff.persona.id).appointments == (Appointment(PersonRole.FOCAL_POINT, "Bộ Y tế"),)


async def test_a_role_is_added_and_one_taken_away(town: Town) -> None:
    admin, staff = town.person("admin"), town.person("staff")
    card = await admin.ask("/nguoidung Phạm Anh Quân")
    await admin.tap("Add a role", card)
    await admin.tap("Administrator")
    both = await admin.tap("No agency")
    assert "• Administrator\n" in both.text
    assert "nguoidung" in staff.commands()
    taken = await admin.tap("− Administrator", both)
    assert "• Administrator" not in taken.text
    assert "nguoidung" not in staff.commands()
    again = await admin.tap("✎ Staff", taken)
    assert again.text.startswith("1/2 · Which role?")


async def test_only_an_administrator_may_be_of_no_agency(town: Town) -> None:
    admin = town.person("admin")
    await admin.tap("Add a role", await admin.ask("/nguoidung Phạm Anh Quân"))
    asked = await admin.tap("Supervisor")
    assert "No agency" not in asked.buttons
    number = str(asked.button("Leave").data).split("|")[1]
    town.playground.world.press_blindly(admin.persona.id, asked.raw, f"y|{number}.1.none|")
    await admin.ask("/huy")
    staff = town.rooms.people.find(town.person("staff").persona.id)
    assert staff.roles == {PersonRole.STAFF}


async def test_a_removed_person_is_a_stranger_whose_old_buttons_do_nothing(town: Town) -> None:
    admin, official = town.person("admin"), town.person("official")
    listed = await official.ask(QUESTION)
    card = await admin.ask("/nguoidung Nguyễn Hoàng Minh")
    sure = await admin.tap("Remove", card)
    assert "It cannot be undone." in sure.text
    official.drain()
    assert (await admin.tap("Remove", sure)).text == "Nguyễn Hoàng Minh was removed."
    assert (await official.next_message()).text == PEOPLE.you_are_removed
    toast = await official.press("Trang 2", listed)
    assert (toast.text, toast.alert) == (PEOPLE.stranger, True)
    assert (await official.ask(QUESTION)).text == PEOPLE.stranger
    assert official.commands() == ["start", "trogiup"]
    admin.drain()
    town.playground.world.press_blindly(admin.persona.id, sure.raw, str(sure.button("Remove").data))
    assert (await admin.next_change()).text == "This person is not here any more."


async def test_an_administrator_no_more_cannot_use_old_cards(town: Town) -> None:
    admin, official = town.person("admin"), town.person("official")
    town.rooms.people.appoint(official.persona.id, Appointment(PersonRole.ADMINISTRATOR, ""))
    card = await official.ask("/nguoidung Trần Thu Hà")
    town.rooms.people.dismiss(official.persona.id, Appointment(PersonRole.ADMINISTRATOR, ""))
    before = town.rooms.people.all()
    for label in ("✎ Đầu mối", "Thêm vai trò", "Xoá khỏi hệ thống", "◂ Quay lại"):
        assert (await official.press(label, card)).text == PEOPLE.not_allowed
    assert town.rooms.people.all() == before
    assert admin.from_bot == []


async def test_a_dialogue_ends_with_the_right_to_it(town: Town) -> None:
    official = town.person("official")
    administrator = Appointment(PersonRole.ADMINISTRATOR, "")
    town.rooms.people.appoint(official.persona.id, administrator)
    asked = await official.ask("/moi")
    town.rooms.people.dismiss(official.persona.id, administrator)
    assert (await official.press("Đầu mối", asked)).text == PEOPLE.not_allowed
    assert (await official.ask("bo y te")).text == PEOPLE.not_allowed
    await official.ask("/huy")
    assert "chủ trì: Bộ Y tế" in (await official.ask(QUESTION)).text


async def test_the_last_administrator_stays(town: Town) -> None:
    admin = town.person("admin")
    last = "This is the last administrator."
    card = await admin.ask("/nguoidung Đỗ Việt Dũng")
    assert (await admin.tap("Remove", card)).text.startswith(last)
    card = await admin.ask("/nguoidung Đỗ Việt Dũng")
    await admin.tap("✎ Administrator", card)
    await admin.tap("Staff")
    await admin.ask("BCA")
    assert (await admin.tap("Bộ Công an")).text.startswith(last)
    assert (await admin.ask("/xoatoi")).text.startswith(last)
    assert PersonRole.ADMINISTRATOR in town.rooms.people.find(admin.persona.id).roles


@pytest.mark.parametrize("who", ["official", "focal", "staff", "supervisor"])
async def test_nobody_else_administers(town: Town, who: str) -> None:
    person = town.person(who)
    assert (await person.ask("/nguoidung")).text == PEOPLE.not_allowed
    assert "nguoidung" not in (await person.ask("/trogiup")).text
    shown = await person.ask("/start")
    for data in ("pp|1|", "pe|570005|", "px|570005.yes|", "pd|570005.administrator.none|", "qa|1|", "pc|570003.new|"):
        town.playground.world.press_blindly(person.persona.id, shown.raw, data)
    await person.ask("/trogiup")
    assert {toast.text for toast in person.toasts} == {PEOPLE.not_allowed}
    assert len(town.rooms.people.all()) == 5


async def test_the_menu_shows_what_one_can_do(town: Town) -> None:
    menus = {}
    for who in ("official", "supervisor", "admin"):
        await town.person(who).ask("/start")
        menus[who] = town.person(who).commands()
    assert "nhom" not in menus["official"]
    assert "nhom" in menus["supervisor"]
    assert {"invite", "people"} <= set(menus["admin"])  # an English phone
    assert not {"moi", "nguoidung"} & set(menus["supervisor"])


async def test_the_language_is_the_persons_choice(town: Town) -> None:
    admin, focal = town.person("admin"), town.person("focal")
    offered = await focal.ask("/ngonngu")
    assert (await focal.tap("English", offered)).text == "I will use English."
    await focal.ask("/start")
    assert (await focal.ask("/vanban")).text.startswith("The directives I have")
    assert (await focal.ask(QUESTION)).text.startswith("Hiểu là")  # the question's own language
    assert (await admin.ask("/ngonngu vi")).text == "Tôi sẽ dùng tiếng Việt."
    assert (await admin.ask("/vanban")).text.startswith("Các văn bản tôi có")


async def test_a_person_without_any_role_left_is_told_the_way_on(town: Town) -> None:
    focal = town.person("focal")
    town.rooms.people.dismiss(focal.persona.id, Appointment(PersonRole.FOCAL_POINT, "Bộ Công an"))
    assert (await focal.ask(QUESTION)).text == PEOPLE.not_allowed
