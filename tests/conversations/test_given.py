"""Tasks given from chat are found wherever the directives' are, by those who may see them, and labelled apart."""

from datetime import date

import pytest

from bot.playground.actor import Person
from handlers.views.wording.assigning_vi import ASSIGNING
from handlers.views.wording.reports_vi import REPORTS
from knowledge.progress import Status
from knowledge.record import TaskAssigned, deadline_in_chat
from tests.conftest import Town
from tests.conversations.test_paging import recorded

POLICE, HEALTH = "Bộ Công an", "Bộ Y tế"
LIST = "Gửi danh sách cán bộ dự tập huấn chuyển đổi số"


def give(town: Town, title: str, agency: str, deadline: str, document: str = "") -> None:
    """Give a task, as of some months ago."""
    read = deadline_in_chat(deadline, date(2026, 9, 1))
    given = TaskAssigned(title, title, (agency,), deadline=read, document=document)
    recorded(town, town.person("supervisor"), given)


@pytest.fixture
def given(town: Town) -> Town:
    """A town in which two tasks were given."""
    give(town, LIST, POLICE, "15/10/2026", "45/TB-VPCP")
    give(town, "Sơ kết triển khai sổ sức khỏe điện tử", HEALTH, "15/12/2026")
    return town


@pytest.mark.parametrize(
    ("who", "question", "line"),
    [
        ("focal", "/nhiemvu", ASSIGNING.beside(1, 1)),
        ("focal", "/quahan", ASSIGNING.beside(1, 0)),
        ("focal", "Bộ Công an còn việc gì quá hạn", ASSIGNING.beside(1, 0)),
        ("focal", "bao nhieu viec qua han cua bo cong an", ASSIGNING.beside(1, 0)),
        ("official", "/nhiemvu", ASSIGNING.beside(1, 0)),
        ("supervisor", "/quahan", ASSIGNING.beside(1, 0)),
        ("supervisor", "Bộ Y tế còn việc gì", ASSIGNING.beside(1, 0)),
        ("official", "việc của Bộ Y tế trong tháng 12/2026", ASSIGNING.found_title(1)),
        ("official", "/sapden", ASSIGNING.found_title(1)),
        ("focal", "/tim tập huấn chuyển đổi số", ASSIGNING.found_title(1)),
        ("focal", "tap huan can bo", ASSIGNING.found_title(1)),
    ],
)
async def test_where_they_are_told_of(given: Town, who: str, question: str, line: str) -> None:
    shown = await given.person(who).ask(question)
    assert line in shown.text.splitlines()


@pytest.mark.parametrize(
    ("who", "question"),
    [
        ("official", "Bộ Công an còn việc gì quá hạn"),
        ("official", "/tim tập huấn chuyển đổi số"),
        ("staff", "/quahan BCA"),
        ("focal", "việc của Bộ Y tế trong tháng 12/2026"),
    ],
)
async def test_who_is_not_concerned_does_not_see_them(given: Town, who: str, question: str) -> None:
    shown = await given.person(who).ask(question)
    assert "giao từ chat" not in shown.text
    assert "gv-" not in shown.text


async def test_the_directives_counts_stay_as_they_are(town: Town) -> None:
    focal = town.person("focal")
    before = (await focal.ask("/quahan")).text.splitlines()[:3]
    give(town, LIST, POLICE, "15/10/2026")
    assert (await focal.ask("/quahan")).text.splitlines()[:3] == before


async def test_from_the_list_to_the_card_and_back(given: Town) -> None:
    focal = given.person("focal")
    listed = await focal.ask("/quahan")
    alone = await focal.tap("Giao từ chat 1", listed)
    assert alone.id == listed.id
    assert f"gv-1 {LIST}" in alone.text
    assert "45/TB-VPCP; giao qua Đôn Đốc" in alone.text
    card = await focal.tap("1", alone)
    assert card.text.startswith("gv-1")
    again = await focal.tap("◂ Danh sách", card)
    assert again.text == alone.text
    assert (await focal.tap(ASSIGNING.by_directives, again)).text == listed.text


async def test_figures_follow_the_reports(given: Town) -> None:
    focal, supervisor = given.person("focal"), given.person("supervisor")
    listed = await focal.ask("/quahan")
    await focal.ask("gv-1 xong ngày 20/11, công văn 12/BCA-C06")
    supervisor.drain()
    await focal.tap(REPORTS.record_it)
    await supervisor.tap(REPORTS.confirm, await supervisor.next_message())
    assert (await focal.next_message()).text.startswith(REPORTS.you_are_confirmed)
    alone = await focal.tap("Giao từ chat 1", listed)
    assert ASSIGNING.list_none in alone.text


async def test_where_the_directives_have_nothing_they_are_shown_at_once(given: Town) -> None:
    shown = await given.person("official").ask("/sapden")
    assert "gv-2 Sơ kết triển khai sổ sức khỏe điện tử" in shown.text
    assert shown.buttons[0] == "gv-2"
    assert (await given.person("official").tap("gv-2", shown)).text.startswith("gv-2")


async def test_of_many_the_first_stand_under_a_search_and_the_rest_a_tap_away(town: Town) -> None:
    focal = town.person("focal")
    for number in range(1, 8):
        give(town, f"Tập huấn đợt {number} cho cán bộ cấp xã", POLICE, "15/12/2026")
    shown = await focal.ask("/tim tập huấn cán bộ cấp xã")
    assert [label for label in shown.buttons if label.startswith("gv-")] == ["gv-1", "gv-2", "gv-3"]
    alone = await focal.tap("Mọi việc giao từ chat (7)", shown)
    assert "7 việc giao từ chat" in alone.text
    assert "gv-7" in (await focal.tap("Trang 2/2 ▸", alone)).text


async def test_in_a_group_only_those_of_its_agency_are_told(given: Town) -> None:
    supervisor = given.person("supervisor").in_group()
    asked = "@dondoc_bot Bộ Công an còn việc gì quá hạn"
    assert "giao từ chat" not in (await supervisor.ask(asked)).text
    given.rooms.groups.bind(supervisor.chat_id, POLICE, given.clock.now())
    assert ASSIGNING.beside(1, 0) in (await supervisor.ask(asked)).text
    assert "giao từ chat" not in (await supervisor.ask("@dondoc_bot việc của Bộ Y tế tháng 12/2026")).text


async def inline(person: Person, text: str) -> list[str]:
    return [each["id"] for each in await person.inline(text)]


async def test_inline_offers_them_to_those_concerned(given: Town) -> None:
    focal, official = given.person("focal"), given.person("official")
    assert (await inline(focal, "BCA quá hạn"))[0] == "gv-1"
    assert len(await inline(focal, "BCA quá hạn")) == 20
    assert "gv-1" in await inline(focal, "tập huấn chuyển đổi số")
    assert "gv-1" not in await inline(official, "BCA quá hạn")
    (offer,) = await focal.inline("gv-1")
    card = await focal.choose(offer["id"])
    assert card.text.startswith(f"gv-1 {LIST}")
    assert "Nguồn: 45/TB-VPCP; giao qua Đôn Đốc" in card.text
    seen: list[str] = await inline(focal, "Bộ Công an")
    while more := await focal.more():
        seen += [each["id"] for each in more]
        focal._inline_text = "Bộ Công an"
    assert len(seen) == len(set(seen)) > 40


async def test_plain_words_report_on_them(given: Town) -> None:
    focal = given.person("focal")
    proposed = await focal.ask("da gui danh sach can bo tap huan hom qua, cong van 12/BCA-C06")
    assert proposed.text.splitlines()[:2] == [REPORTS.is_it_this, f"gv-1 {LIST}"]
    await focal.tap(REPORTS.record_it)
    assert given.rooms.record.state.progress("gv-1", POLICE).status is Status.IN_PROGRESS
    staff = given.person("staff")
    assert "gv-1" not in (await staff.ask("đã gửi danh sách cán bộ tập huấn hôm qua")).text


async def test_some_words_name_one_when_it_is_asked_which_task_is_meant(given: Town) -> None:
    focal = given.person("focal")
    await focal.ask("xong rồi")
    assert f"gv-1 {LIST}" in (await focal.ask("cán bộ tập huấn")).text


async def test_just_told_of_one_xong_roi_is_about_it(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await supervisor.ask("/giaoviec")
    for said in ("Gửi danh sách cán bộ dự tập huấn", "BCA"):
        await supervisor.ask(said)
    for pressed in ("Xong", "Không có ai phối hợp", "Không có thời hạn", "Không theo văn bản nào"):
        await supervisor.tap(pressed)
    focal.drain()
    await supervisor.tap("Gửi")
    assert (await focal.next_message()).text.startswith(ASSIGNING.for_you)
    assert "gv-1 " in (await focal.ask("xong rồi ạ")).text.splitlines()[1]
