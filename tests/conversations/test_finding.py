"""Looking things up by commands, in Vietnamese and English: lists, search, sections, registers, agencies."""

from datetime import timedelta

import pytest

from handlers.views.wording.finding_en import FINDING as EN
from handlers.views.wording.finding_vi import FINDING as VI
from knowledge.people import Appointment, PersonRole
from tests.conftest import Town
from tests.conversations.test_buttons import codes


@pytest.mark.parametrize(
    ("who", "command", "said"),
    [
        ("official", "/nhiemvu", "chủ trì: Bộ Y tế"),
        ("admin", "/tasks", "lead: Văn phòng Chính phủ"),
        ("official", "/quahan", "chủ trì: Bộ Y tế · quá hạn (22/11/2026)"),
        ("admin", "/overdue MOH Q1/2026", "lead: Bộ Y tế · due: 01/01/2026 - 31/03/2026 · overdue (22/11/2026)"),
        ("focal", "/quahan BYT quý I", "chủ trì: Bộ Y tế · hạn: 01/01/2026 - 31/03/2026 · quá hạn (22/11/2026)"),
        ("focal", "/sapden", "chủ trì: Bộ Công an · hạn: 22/11/2026 - 22/12/2026"),
        ("admin", "/soon all", "due: 22/11/2026 - 22/12/2026"),
        ("official", "/tim trung tâm dữ liệu", "Tìm “trung tâm dữ liệu”"),
        ("admin", "/search trung tâm dữ liệu", "Search “trung tâm dữ liệu”"),
        ("official", "/chitieu", "41 chỉ tiêu và 13 chỉ tiêu thành phần"),
        ("admin", "/indicators 2045", "6 indicators"),
        ("official", "/csdl", "45 cơ sở dữ liệu"),
        ("admin", "/databases Bộ Y tế", "Bộ Y tế"),
        ("official", "/coquan bo cong an", "Bộ Công an"),
        ("admin", "/agency MOST", "Leads 148 tasks of its own (as of 22/11/2026)"),
        ("official", "/vanban 17", "17-TB/CQTTBCĐ · 29/12/2025"),
    ],
)
async def test_a_command_takes_words_and_answers_in_the_persons_language(
    town: Town, who: str, command: str, said: str
) -> None:
    assert said in (await town.person(who).ask(command)).text


async def test_a_supervisor_sees_all_agencies_and_chooses_one(town: Town) -> None:
    supervisor = town.person("supervisor")
    every = await supervisor.ask("/quahan")
    assert "chủ trì" not in every.text.split("\n")[0]
    offered = await supervisor.tap("Cơ quan ▾")
    assert offered.id == every.id
    assert offered.text == VI.choose_agency
    chosen = await supervisor.tap("Bộ Công an · 43")
    assert "chủ trì: Bộ Công an · quá hạn (22/11/2026)" in chosen.text
    assert "43 nhiệm vụ" in chosen.text
    further = await supervisor.tap("Trang 2")
    assert "chủ trì: Bộ Công an" in further.text
    card = await supervisor.tap("6")
    assert card.text.startswith(codes(further)[0])
    assert (await supervisor.tap("◂ Danh sách")).text == further.text
    await supervisor.tap("✓ Bộ Công an")
    assert (await supervisor.tap("Mọi cơ quan")).text == every.text


async def test_filters_keep_what_the_others_set(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("Bộ Công an chủ trì việc gì trong quý I/2026")
    await focal.tap("Việc giao chung 8")
    shown = await focal.tap("◂ Quý IV/2025")
    assert "hạn: 01/10/2025 - 31/12/2025" in shown.text
    assert "giao chung cho nhóm" in shown.text
    shown = await focal.tap("Quý I/2026 ▸")
    assert "8 nhiệm vụ giao chung" in shown.text
    await focal.tap("Văn bản ▾")
    shown = await focal.tap("17-TB/CQTTBCĐ")
    assert "văn bản: 17-TB/CQTTBCĐ" in shown.text
    assert "✓ 17-TB/CQTTBCĐ" in shown.buttons
    assert len(focal.from_bot) == 1


async def test_a_list_months_old_still_works_with_todays_figures(town: Town) -> None:
    focal = town.person("focal")
    listed = await focal.ask("/nhiemvu")
    town.clock.move_to(town.clock.now() + timedelta(days=120))
    turned = await focal.tap("Trang 2", listed)
    assert "chậm" in turned.text
    assert turned.id == listed.id


async def test_whoever_has_no_agency_is_asked_which(town: Town) -> None:
    admin = town.person("admin")
    town.rooms.people.dismiss(admin.persona.id, Appointment(PersonRole.ADMINISTRATOR, "Văn phòng Chính phủ"))
    town.rooms.people.appoint(admin.persona.id, Appointment(PersonRole.ADMINISTRATOR, ""))
    asked = await admin.ask("/tasks")
    assert "Which agency?" in asked.text
    shown = await admin.tap("Bộ Công an · 66")
    assert "lead: Bộ Công an" in shown.text
    assert shown.id == asked.id


async def test_whoever_has_several_agencies_sees_them_together(town: Town) -> None:
    focal = town.person("focal")
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.FOCAL_POINT, "Bộ Y tế"))
    shown = await focal.ask("/nhiemvu")
    assert "chủ trì: Bộ Công an, Bộ Y tế" in shown.text
    assert "chủ trì: Bộ Công an, Bộ Y tế" in (await focal.tap("Trang 2")).text


async def test_a_search_shows_tasks_and_passages_and_leads_back(town: Town) -> None:
    official = town.person("official")
    found = await official.ask("/tim trung tâm dữ liệu")
    passage = await official.tap("Đoạn 1")
    assert "expandable_blockquote" in {entity["type"] for entity in passage.entities}
    assert "Phụ lục I, dòng 29" in passage.text
    assert (await official.tap("◂ Danh sách")).text == found.text
    card = await official.tap("1")
    assert card.text.startswith(codes(found)[0])
    assert (await official.tap("◂ Danh sách")).text == found.text


async def test_a_search_for_nothing_and_in_vain(town: Town) -> None:
    official = town.person("official")
    assert (await official.ask("/tim")).text.startswith("Bạn muốn tìm gì?")
    vain = await official.ask('/tim xyzzy <b>&" qwertyuiop')
    assert 'Không thấy “xyzzy <b>&" qwertyuiop”' in vain.text


async def test_down_from_a_directive_to_a_task_and_up_again(town: Town) -> None:
    official = town.person("official")
    directive = await official.ask("/vanban 17")
    annex = await official.tap("Phụ lục: NHIỆM VỤ")
    assert annex.text.startswith("Phụ lục: NHIỆM VỤ, GIẢI PHÁP")
    inner = await official.tap("5")
    assert inner.text.startswith("Về chuyển đổi số\n17-TB/CQTTBCĐ, Phụ lục, mục 5")
    tasks = await official.tap("3")
    assert tasks.text.startswith("Về các nền tảng, ứng dụng số\n3 nhiệm vụ")
    assert all(code.startswith("17-5c") for code in codes(tasks))
    card = await official.tap("1")
    assert card.text.startswith(codes(tasks)[0])
    assert (await official.tap("◂ Danh sách")).text == tasks.text
    assert (await official.tap("◂ Phụ lục, mục 5")).text == inner.text
    assert (await official.tap("◂ Phụ lục")).text == annex.text
    assert (await official.tap("◂ 17-TB/CQTTBCĐ")).text == directive.text
    assert len(official.from_bot) == 1


async def test_registers_are_narrowed_by_their_parts_and_agencies(town: Town) -> None:
    official = town.person("official")
    await official.ask("/chitieu")
    shown = await official.tap("2045")
    assert "6 chỉ tiêu" in shown.text
    assert "✓ 2045" in shown.buttons
    await official.tap("Cơ quan ▾")
    assert "1 chỉ tiêu" in (await official.tap("Bộ Công an · 1")).text
    await official.ask("/csdl")
    assert "danh sách 1" not in (await official.tap("Chưa kết nối")).text


async def test_an_agencys_card_leads_to_its_lists_and_back(town: Town) -> None:
    official = town.person("official")
    card = await official.ask("/coquan Bộ TT&TT")
    assert "Tên trước đây: Bộ Thông tin và Truyền thông" in card.text
    overdue = await official.tap("Quá hạn")
    assert "chủ trì: Bộ Khoa học và Công nghệ · quá hạn" in overdue.text
    assert (await official.tap("Về Bộ KH&CN")).text == card.text


async def test_an_agency_is_asked_for_or_told_to_be_unknown(town: Town) -> None:
    official = town.person("official")
    busiest = await official.ask("/coquan")
    assert busiest.text.startswith(VI.agencies_title)
    assert (await official.tap("Bộ Y tế · 18")).text.startswith("Bộ Y tế\n")
    assert (await official.ask("/coquan <b>zzzz qqqq</b>")).text == VI.agency_unknown("<b>zzzz qqqq</b>")


@pytest.mark.parametrize(
    ("who", "typed", "said", "offered"),
    [
        ("official", "/quahann BYT", VI.unknown_command("/quahann"), "/quahan"),
        ("admin", "/overdu", EN.unknown_command("/overdu"), "/overdue"),
        ("official", "/zzzzzzzz", VI.unknown_command("/zzzzzzzz"), "/trogiup"),
    ],
)
async def test_an_unknown_command_gets_the_nearest(town: Town, who: str, typed: str, said: str, offered: str) -> None:
    shown = await town.person(who).ask(typed)
    assert shown.text.startswith(said)
    assert offered in shown.text.split()


async def test_what_one_may_not_do_is_not_suggested(town: Town) -> None:
    assert "/nguoidung" not in (await town.person("official").ask("/nguoidun")).text


async def test_an_unknown_command_of_another_bot_stays_unanswered_in_a_group(town: Town) -> None:
    official = town.person("official").in_group()
    await official.say("/quahann@other_bot")
    await town.person("focal").ask("/trogiup")
    assert official.from_bot == []


async def test_a_suggested_list_is_a_button_away(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/quahann")
    assert "chủ trì: Bộ Công an · quá hạn" in (await focal.tap("Nhiệm vụ quá hạn")).text


async def test_a_sign_alone_gets_one_sentence(town: Town) -> None:
    assert (await town.person("official").ask("👍")).text == VI.no_words
    assert (await town.person("admin").ask("?!")).text == EN.no_words


async def test_an_edited_question_is_answered_anew_and_only_when_it_says_something_else(town: Town) -> None:
    official = town.person("official")
    said = await official.say("Bộ Y tế còn việc gì quá hạn")
    await official.next_message()
    await official.edit(said, "Bộ Y tế còn việc gì quá hạn")
    official.drain()
    await official.edit(said, "Bộ Công an còn việc gì quá hạn")
    assert "chủ trì: Bộ Công an" in (await official.next_message()).text
    assert len(official.from_bot) == 2


async def test_an_old_question_that_is_edited_stays_as_it_was(town: Town) -> None:
    official = town.person("official")
    said = await official.say("Bộ Y tế còn việc gì quá hạn")
    await official.next_message()
    town.clock.move_to(town.clock.now() + timedelta(minutes=10))
    await official.edit(said, "Bộ Công an còn việc gì quá hạn")
    await official.ask("/trogiup")
    assert len(official.from_bot) == 2


async def test_a_card_shares_its_code_and_says_of_which_day_it_is(town: Town) -> None:
    card = await town.person("official").ask("17-5c2.1")
    assert card.button("Chia sẻ").raw["switch_inline_query"] == "17-5c2.1"
    assert card.button("Chép mã").raw["copy_text"] == {"text": "17-5c2.1"}
    assert "(tính đến 22/11/2026)" in card.text
    assert "Nguồn: Thông báo kết luận 17-TB/CQTTBCĐ, 29/12/2025" in card.text
    dates = [entity for entity in card.entities if entity["type"] == "date_time"]
    assert [entity["unix_time"] for entity in dates] == [1772341200]  # noon of 01/03/2026 in Vietnam


async def test_a_follow_up_leans_on_a_commands_list(town: Town) -> None:
    official = town.person("official")
    await official.ask("/quahan BCA")
    shown = await official.ask("còn Bộ Y tế?")
    assert "chủ trì: Bộ Y tế · quá hạn" in shown.text
