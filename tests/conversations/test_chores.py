"""Chores asked for in words: a list as a file, an agency to be reminded, what waits, and to stop what is half done."""

import io

import pytest
from openpyxl import load_workbook

from bot.playground.actor import Person, Shown
from handlers.views.wording.errands_en import ERRANDS as EN
from handlers.views.wording.errands_vi import ERRANDS as VI
from handlers.views.wording.finding_vi import FINDING
from handlers.views.wording.people_vi import PEOPLE
from knowledge.courtesy import Courtesy
from tests.conftest import Town
from tests.conversations.test_extensions import asked as extension_asked
from tests.conversations.test_turns import HEALTH, after, lines


async def file_for(person: Person, text: str) -> tuple[list[tuple[object, ...]], Shown]:
    """Ask for a file; return its rows and the words below it."""
    shown = await person.ask(text)
    sheet = load_workbook(io.BytesIO(shown.content)).worksheets[0]
    return list(sheet.iter_rows(values_only=True)), await person.next_message()


@pytest.mark.parametrize("text", ["xuất excel", "tải danh sách về", "cho em file excel"])
@pytest.mark.parametrize("group", [False, True])
async def test_the_list_just_seen_as_a_file(town: Town, text: str, group: bool) -> None:
    official = town.person("official").in_group() if group else town.person("official")
    call = "@dondoc_bot " if group else ""
    listed = await official.ask(call + HEALTH)
    rows, _ = await file_for(official, call + text)
    read = lines(listed)[0].removeprefix("Hiểu là · ")
    assert rows[1][0] == VI.list_note(read, "22/11/2026")
    assert rows[2] == VI.headings
    assert len(rows) == 3 + 16
    assert rows[3][:4] == ("1", "71-149", rows[3][2], "Bộ Y tế")
    assert rows[3][5:7] == ("30/04/2025", "chậm 571 ngày; chưa có báo cáo")


async def test_it_says_what_is_in_it(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask(HEALTH)
    _, shown = await file_for(focal, "xuất word")
    said = shown.text
    for told in ("chủ trì: Bộ Y tế", VI.sent(16), VI.without_groups(41), VI.only_excel, VI.reporting_book):
        assert told in said


async def test_a_list_that_is_named_with_the_wish(town: Town) -> None:
    rows, _ = await file_for(town.person("official"), "xuất excel Bộ Tài chính quá hạn")
    assert "Bộ Tài chính" in str(rows[1][0])
    assert len(rows) == 3 + 39


@pytest.mark.parametrize("before", [(), ("giá vàng hôm nay",)])
async def test_without_a_list_it_is_said_how_to_get_one(town: Town, before: tuple[str, ...]) -> None:
    assert lines(await after(town.person("official"), *before, "xuất excel"))[0] == VI.no_list
    assert lines(await after(town.person("official"), *before, "xuất excel 6 rõ"))[0] == VI.no_list


async def test_a_list_without_tasks(town: Town) -> None:
    shown = await after(town.person("official"), "bộ nào nhiều việc quá hạn nhất", "xuất excel")
    assert shown.text == VI.no_tasks


async def test_deadlines_for_a_calendar(town: Town) -> None:
    focal = town.person("focal")
    shown = await focal.ask("lịch ics")
    assert shown.file_name == "dondoc.ics"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("nhắc bộ y tế báo cáo đi", "Bộ Y tế"),
        ("đôn đốc bộ tài chính", "Bộ Tài chính"),
        ("gửi nhắc việc cho bca", "Bộ Công an"),
    ],
)
async def test_an_agency_is_reminded_anyway(town: Town, text: str, who: str) -> None:
    official = town.person("official")
    shown = await official.ask(text)
    assert lines(shown)[0] == VI.by_itself
    assert (VI.reached(who, 1) if who == "Bộ Công an" else VI.nobody(who)) in lines(shown)
    assert VI.ledger not in lines(shown)
    assert shown.buttons == [VI.overdue_of(who), VI.soon_of(who), VI.propose]
    listed = await official.tap(VI.overdue_of(who), shown)
    assert f"chủ trì: {who} · quá hạn" in lines(listed)[0]


async def test_it_is_answered_in_the_language_it_is_said_in(town: Town) -> None:
    shown = await town.person("official").ask("remind the Ministry of Finance to report")
    assert lines(shown)[0] == EN.by_itself


async def test_a_supervisor_is_told_of_the_ledger(town: Town) -> None:
    assert VI.ledger in lines(await town.person("supervisor").ask("đôn đốc bộ tài chính"))


@pytest.mark.parametrize("text", ["có gì chờ tôi duyệt", "vướng mắc thì gửi ai", "nhắc việc của tôi"])
async def test_in_a_group_ones_own_is_not_told(town: Town, text: str) -> None:
    group = town.person("supervisor").in_group()
    assert (await group.ask(f"@dondoc_bot {text}")).text == PEOPLE.only_private


async def test_in_a_group_nothing_is_proposed(town: Town) -> None:
    shown = await town.person("official").in_group().ask("@dondoc_bot nhắc bộ y tế đi")
    assert shown.buttons == [VI.overdue_of("Bộ Y tế"), VI.soon_of("Bộ Y tế")]


async def test_what_waits_for_a_decision(town: Town) -> None:
    supervisor = town.person("supervisor")
    assert (await supervisor.ask("có gì chờ tôi duyệt")).text == VI.nothing_waits
    await extension_asked(town)
    shown = await supervisor.ask("co gi cho toi duyet ko")
    assert lines(shown) == [VI.waiting, f"• {VI.extensions(1)}"]
    assert "17-5c2.1" in (await supervisor.tap(VI.see(VI.extensions(1)), shown)).text
    assert (await town.person("official").ask("có gì chờ tôi duyệt")).text == VI.nothing_waits


async def test_where_proposals_go(town: Town) -> None:
    focal = town.person("focal")
    shown = await focal.ask("vướng mắc thì gửi ai")
    assert shown.text == VI.how_to_propose
    assert (await focal.tap(VI.propose, shown)).text


@pytest.mark.parametrize("text", ["huỷ", "hủy", "thôi", "bỏ qua", "thôi bỏ đi", "không cần nữa", "never mind"])
async def test_with_nothing_open_there_is_nothing_to_leave(town: Town, text: str) -> None:
    official = town.person("official")
    assert (await official.ask(text)).text == PEOPLE.nothing_to_leave
    assert (await after(official, HEALTH, text)).text == PEOPLE.nothing_to_leave


async def test_in_a_group_too(town: Town) -> None:
    assert (await town.person("official").in_group().ask("@dondoc_bot huỷ")).text == FINDING.courtesies[Courtesy.LEAVE]


@pytest.mark.parametrize("text", ["thôi", "huỷ", "dừng lại"])
async def test_words_leave_a_dialogue_as_the_command_does(town: Town, text: str) -> None:
    focal = town.person("focal")
    await focal.tap("Xin gia hạn", await focal.ask("17-5c2.1"))
    await focal.ask("hết quý II/2027")
    assert (await focal.ask(text)).text == PEOPLE.left
    assert (await focal.ask(text)).text == PEOPLE.nothing_to_leave


async def test_ones_own_reminders(town: Town) -> None:
    assert (await town.person("focal").ask("nhắc việc của tôi")).text == (
        await town.person("focal").ask("/nhacviec")
    ).text
