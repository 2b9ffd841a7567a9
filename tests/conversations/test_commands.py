"""The commands, in the language of each person's phone."""

from knowledge.people import Appointment, PersonRole
from tests.conftest import Town


async def test_start_greets_by_name_and_offers_examples(town: Town) -> None:
    shown = await town.person("official").ask("/start")
    assert shown.text.startswith("Xin chào Nguyễn Hoàng Minh.")
    assert shown.buttons[0] == "Bộ Công an chủ trì việc gì trong quý I/2026"
    english = await town.person("admin").ask("/start")
    assert english.text.startswith("Hello Đỗ Việt Dũng.")
    assert english.buttons[0] == "which tasks does Bộ Công an own due in Q1/2026"


async def test_start_by_a_deep_link_greets_too(town: Town) -> None:
    official = town.person("official")
    await official.start("from_a_poster")
    assert (await official.next_message()).text.startswith("Xin chào")


async def test_a_name_full_of_marks_is_greeted_as_it_is_written(town: Town) -> None:
    shown = await town.person("stranger").ask("/start")
    assert shown.text.startswith('Xin chào Lê <b>&" Tí.')
    assert {entity["type"] for entity in shown.entities} == {"bot_command"}


async def test_every_command_answers_in_the_persons_language(town: Town) -> None:
    for who, command, beginning in (
        ("official", "/trogiup", "Hỏi bằng lời"),
        ("official", "/help", "Hỏi bằng lời"),
        ("admin", "/help", "Ask in your own words"),
        ("admin", "/trogiup", "Ask in your own words"),
        ("official", "/vanban", "Các văn bản tôi có"),
        ("admin", "/vanban", "The directives I have"),
        ("admin", "/directives", "The directives I have"),
        ("official", "/theodoi", "Bạn chưa theo dõi cơ quan nào."),
        ("admin", "/follow", "You follow no agency yet."),
    ):
        shown = await town.person(who).ask(command)
        assert shown.text.startswith(beginning), command


async def test_the_menu_shows_the_commands_in_both_languages(town: Town) -> None:
    assert town.person("stranger").commands() == ["start", "trogiup"]
    book = town.playground.world.commands
    names = [
        {each["command"]: each["description"] for each in book.get(("default", 0, 0, language))}
        for language in ("", "en")
    ]
    assert names[0]["trogiup"] == "Trợ giúp"
    assert names[1]["help"] == "Help"


async def test_from_the_list_of_directives_to_one_and_its_tasks_and_back(town: Town) -> None:
    official = town.person("official")
    listed = await official.ask("/vanban")
    assert "71/NQ-CP" in listed.buttons
    card = await official.tap("71/NQ-CP")
    assert card.id == listed.id
    assert card.text.startswith("71/NQ-CP · 01/04/2025")
    assert "Người ký: " in card.text
    back = await official.tap("Danh sách văn bản")
    assert back.text == listed.text
    await official.tap("71/NQ-CP")
    tasks = await official.tap("Nhiệm vụ của văn bản")
    assert "văn bản: 71/NQ-CP" in tasks.text
    assert "71-1" in tasks.text


async def test_the_tasks_of_a_directive_are_listed_in_english_for_an_english_phone(town: Town) -> None:
    admin = town.person("admin")
    await admin.ask("/vanban")
    await admin.tap("71/NQ-CP")
    tasks = await admin.tap("Its tasks")
    assert "directive: 71/NQ-CP" in tasks.text


async def test_an_agency_is_followed_listed_and_left(town: Town) -> None:
    focal = town.person("focal")
    done = await focal.ask("/theodoi bca")
    assert done.text.startswith("Đã ghi nhận.")
    assert "Bộ Công an" in done.text
    await focal.ask("/theodoi Bộ Y tế")
    listed = await focal.ask("/theodoi")
    assert "Đang theo dõi: Bộ Công an, Bộ Y tế." in listed.text
    stopped = await focal.tap(listed.buttons[0], listed)
    assert stopped.text == "Đã thôi theo dõi Bộ Công an."
    assert "Đang theo dõi: Bộ Y tế." in (await focal.ask("/theodoi")).text


async def test_following_twice_and_leaving_twice_is_quiet(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/theodoi BCA")
    done = await focal.ask("/theodoi Bộ Công an")
    assert len(town.rooms.following.all(focal.chat_id)) == 1
    (button,) = done.buttons
    data = done.button(button).data
    assert data
    stopped = await focal.tap(button, done)
    town.playground.world.press_blindly(focal.persona.id, done.raw, data)
    assert (await focal.ask("/theodoi")).text.startswith("Bạn chưa theo dõi")
    assert focal.from_bot[-2].text == stopped.text


async def test_an_agency_nobody_knows_is_said_back_as_typed(town: Town) -> None:
    for name in ("Bộ Phép thuật", '<b>&"', "😀", "x" * 3000, "@", "%s"):
        shown = await town.person("focal").ask(f"/theodoi {name}")
        assert shown.text.startswith(f"Tôi không biết cơ quan “{name[:80]}”.")
        assert "BKHCN" in shown.text
    assert town.rooms.following.all() == []


async def test_what_mine_means_is_the_agency_one_works_at_whatever_is_followed(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/theodoi Bộ Y tế")
    shown = await focal.ask("việc của mình quá hạn")
    assert "chủ trì: Bộ Công an" in shown.text


async def test_who_works_at_several_agencies_means_the_one_that_is_followed(town: Town) -> None:
    focal = town.person("focal")
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.STAFF, "Bộ Tài chính"))
    await focal.ask("/theodoi Bộ Tài chính")
    assert "chủ trì: Bộ Tài chính" in (await focal.ask("việc của mình quá hạn")).text
