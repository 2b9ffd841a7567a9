"""/excel from end to end: the workbook out, filled in, back, listed, recorded on one yes, whatever comes between."""

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

import openpyxl
import pytest

from bot.playground.actor import Person, Shown
from handlers.views.wording.reports_vi import REPORTS
from handlers.views.wording.workbooks_vi import WORKBOOKS as WORDS
from knowledge.people import Appointment, PersonRole
from knowledge.progress import Status
from knowledge.record import Confirmed, Evidence, EvidenceKind, Reported, ReportState
from knowledge.workbook import Column
from tests.conftest import Town

AGENCY = "Bộ Công an"
HEALTH = "Bộ Y tế"
MINE, SHARED, OTHER = "17-5c2.1", "71-163", "71-149"
GOING = WORDS.labels.statuses[Status.IN_PROGRESS]
DONE = WORDS.labels.statuses[Status.DONE]
PLACES = {column: place for place, column in enumerate(Column, 1)}


async def workbook(person: Person) -> bytes:
    """Ask for the workbook and take the file; the words below it are taken too."""
    person.drain()
    await person.say("/excel")
    file = await person.next_message()
    assert file.file_name is not None
    assert file.file_name.startswith("dondoc-nhiem-vu-")
    await person.next_message()
    return file.content


def codes(data: bytes) -> list[str]:
    """The tasks in a workbook, in its order."""
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return [str(row[0].value) for row in sheet.iter_rows(min_row=4)]


def filled(data: bytes, rows: Mapping[str, Mapping[str, Any]]) -> bytes:
    """The workbook with cells filled in, by task and column."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[0]
    for row in sheet.iter_rows(min_row=4):
        for name, value in rows.get(str(row[0].value), {}).items():
            row[PLACES[Column(name)] - 1].value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def send(person: Person, data: bytes, name: str = "sổ của tôi.xlsx") -> Shown:
    person.drain()
    await person.send_document(data, name)
    return await person.next_message()


def entries(town: Town) -> int:
    return town.rooms.record.log.head.count


def report_of(town: Town, task: str, agency: str = AGENCY) -> Reported | None:
    found = [change for _, change in town.rooms.record.history(task) if isinstance(change, Reported)]
    return next((each for each in reversed(found) if each.agency == agency), None)


async def test_the_whole_way_of_a_workbook(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    data = await workbook(focal)
    tasks = codes(data)
    assert MINE in tasks
    assert len(tasks) == len(set(tasks)) > 20
    first, second, third = tasks[:3]
    listed = await send(
        focal,
        filled(
            data,
            {
                first: {"status": GOING, "percent": 0.6, "words": "Đã họp <b>tổ công tác</b>", "obstacle": "Thiếu vốn"},
                second: {"status": DONE, "done_on": date(2026, 11, 12), "evidence": "45/QĐ-BCA"},
                third: {"status": DONE, "done_on": "12/11/2026"},
            },
        ),
    )
    assert f"{AGENCY} · 3 thay đổi trong tệp" in listed.text
    assert "Đang thực hiện, 60% · “Đã họp <b>tổ công tác</b>” · vướng: Thiếu vốn" in listed.text
    assert "xong ngày 12/11/2026 · 45/QĐ-BCA" in listed.text
    assert listed.buttons == ["Ghi nhận tất cả 3", "Thôi"]
    assert entries(town) == 0

    supervisor.drain()
    done = await focal.tap("Ghi nhận tất cả")
    assert done.id == listed.id
    assert done.text == (
        "✅ Đã ghi nhận 3 dòng lúc 09:00 22/11/2026\n1 dòng có hiệu lực ngay\n1 việc chờ người theo dõi xác nhận\n"
        "1 việc đã báo hoàn thành, chờ minh chứng"
    )
    assert entries(town) == 3
    said = report_of(town, first)
    assert said is not None
    assert (said.percent, said.words, said.obstacle) == (60, "Đã họp <b>tổ công tác</b>", "Thiếu vốn")
    assert town.rooms.record.state.progress(third, AGENCY).claim_state is ReportState.AWAITS_EVIDENCE
    told = await supervisor.next_message()
    assert told.text.startswith(f"{REPORTS.claim_title[Status.DONE]}\n{second}")
    assert town.rooms.record.verify().sound


async def test_many_claims_of_a_workbook_are_one_message(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    data = await workbook(focal)
    tasks = codes(data)[:3]
    done = {"status": DONE, "done_on": date(2026, 11, 12), "evidence": "45/QĐ-BCA"}
    await send(focal, filled(data, dict.fromkeys(tasks, done)))
    supervisor.drain()
    await focal.tap("Ghi nhận tất cả")
    told = await supervisor.next_message()
    assert told.text == f"{AGENCY} vừa báo 3 việc chờ bạn xác nhận (gửi bằng sổ Excel)."
    assert tasks[2] in (await supervisor.tap("Xem", told)).text
    lines = [line for line in town.rooms.ledger.lines() if line.step == "claim"]
    assert [line.task for line in lines] == tasks


async def test_the_same_workbook_again_brings_nothing_new_and_evidence_can_follow(town: Town) -> None:
    focal = town.person("focal")
    data = await workbook(focal)
    sent = filled(data, {MINE: {"status": DONE, "done_on": "12/11/2026"}})
    await send(focal, sent)
    await focal.tap("Ghi nhận tất cả")
    assert (await send(focal, sent)).text == WORDS.nothing
    listed = await send(focal, filled(data, {MINE: {"evidence": "45/QĐ-BCA"}}))
    assert "Bổ sung minh chứng · 45/QĐ-BCA" in listed.text
    assert "1 việc chờ người theo dõi xác nhận" in (await focal.tap("Ghi nhận tất cả")).text
    assert entries(town) == 2


async def test_with_a_wrong_cell_nothing_of_the_file_is_recorded(town: Town) -> None:
    focal = town.person("focal")
    data = await workbook(focal)
    first, second, third, fourth, fifth = codes(data)[:5]
    rows: dict[str, dict[str, Any]] = {
        first: {"status": GOING, "percent": 30},
        second: {"status": DONE},
        third: {"status": DONE, "done_on": date(2026, 12, 1)},
        fourth: {"code": OTHER, "status": "xong rồi"},
        fifth: {"status": GOING},
    }
    told = await send(focal, filled(data, rows))
    assert told.text.splitlines() == [
        "⚠️ Tệp có 3 chỗ sai nên tôi chưa ghi gì:",
        "• Dòng 5, cột “Ngày hoàn thành” (I5): báo hoàn thành cần ngày hoàn thành.",
        "• Dòng 6, cột “Ngày hoàn thành” (I6): ngày hoàn thành chưa tới.",
        f"• Dòng 7, cột “Mã” (A7): mã “{OTHER}” không có trong sổ của cơ quan này.",
        "",
        WORDS.ready(2),
        WORDS.mend,
    ]
    assert told.buttons == []
    assert entries(town) == 0
    assert town.rooms.imports.about(focal.persona.id) == []  # … or kept
    mended = {**rows, second: {"status": DONE, "done_on": "20/11/2026"}, third: {"status": GOING}, fourth: {}}
    listed = await send(focal, filled(data, mended))
    assert listed.buttons == ["Ghi nhận tất cả 4", "Thôi"]
    await focal.tap("Ghi nhận tất cả 4")
    assert entries(town) == 4


async def test_where_every_row_is_wrong_none_is_said_to_be_ready(town: Town) -> None:
    focal = town.person("focal")
    told = await send(focal, filled(await workbook(focal), {MINE: {"status": DONE, "done_on": "32/1/2026"}}))
    assert "“32/1/2026” không phải một ngày" in told.text
    assert "sẵn sàng" not in told.text
    assert told.buttons == []


async def test_very_many_wrong_cells_are_named_in_part_and_counted(town: Town) -> None:
    focal = town.person("focal")
    data = await workbook(focal)
    told = await send(focal, filled(data, {task: {"status": "xong rồi"} for task in codes(data)[:50]}))
    assert told.text.count("“xong rồi” không có trong danh sách") == 40
    assert WORDS.more_wrong(10) in told.text


async def test_a_row_that_is_refused_at_the_yes_stops_them_all(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    data = await workbook(focal)
    other = codes(data)[0]
    listed = await send(focal, filled(data, {MINE: {"status": GOING, "percent": 20}, other: {"status": GOING}}))
    actor = town.application.bot_data["services"].actor
    people, record, now = town.rooms.people, town.rooms.record, town.clock.now()
    reporter, decider = people.find(focal.persona.id), people.find(supervisor.persona.id)
    assert reporter is not None
    assert decider is not None
    evidence = (Evidence(EvidenceKind.DOCUMENT, "45/QĐ-BCA"),)
    done = Reported(MINE, AGENCY, Status.DONE, 100, "", date(2026, 11, 20), "", evidence)
    number = record.record(done, actor(reporter), now, "done").number
    record.record(Confirmed(number), actor(decider), now, "confirmed")
    told = await focal.tap("Ghi nhận tất cả", listed)
    assert told.text.startswith(WORDS.changed_meanwhile)
    assert "đã được xác nhận xong" in told.text
    assert WORDS.ready(1) in told.text
    assert told.buttons == []
    await focal.press_old(listed, str(listed.button("Ghi nhận").data))
    await focal.ask("/trogiup")
    assert entries(town) == 2


async def test_many_changes_are_counted_and_all_are_recorded(town: Town) -> None:
    focal = town.person("focal")
    data = await workbook(focal)
    tasks = codes(data)[:25]
    listed = await send(focal, filled(data, {task: {"status": GOING, "percent": 10} for task in tasks}))
    assert listed.text.count("→") == 10
    assert "và 15 thay đổi nữa" in listed.text
    assert "Đã ghi nhận 25 dòng" in (await focal.tap("Ghi nhận tất cả 25")).text
    assert entries(town) == 25


async def test_a_restart_between_list_and_yes_loses_nothing_and_a_second_yes_doubles_nothing(town: Town) -> None:
    focal = town.person("focal")
    listed = await send(focal, filled(await workbook(focal), {MINE: {"status": GOING}}))
    await town.restart()
    done = await focal.tap("Ghi nhận tất cả", listed)
    await focal.press_old(listed, str(listed.button("Ghi nhận").data))
    await focal.ask("/trogiup")
    assert entries(town) == 1
    assert focal.messages[-3].text == done.text


async def test_a_yes_whose_answer_was_lost_is_recognised(town: Town) -> None:
    focal = town.person("focal")
    listed = await send(focal, filled(await workbook(focal), {MINE: {"status": GOING, "percent": 20}}))
    town.rooms.db.execute("CREATE TRIGGER lost BEFORE UPDATE ON workbook_import BEGIN SELECT RAISE(IGNORE); END")
    await focal.tap("Ghi nhận tất cả", listed)
    await focal.press_old(listed, str(listed.button("Ghi nhận").data))
    await focal.ask("/trogiup")
    assert entries(town) == 1


async def test_what_came_in_between_is_told_and_asked_again(town: Town) -> None:
    focal, staff = town.person("focal"), town.person("staff")
    town.rooms.people.appoint(staff.persona.id, Appointment(PersonRole.STAFF, AGENCY))
    data = await workbook(focal)
    listed = await send(focal, filled(data, {MINE: {"status": GOING, "percent": 20}}))
    other = town.rooms.people.find(staff.persona.id)
    assert other is not None
    service_actor = town.application.bot_data["services"].actor(other)
    town.rooms.record.record(Reported(MINE, AGENCY, Status.IN_PROGRESS, 70), service_actor, town.clock.now(), "other")
    again = await focal.tap("Ghi nhận tất cả", listed)
    assert again.text.startswith(WORDS.changed_meanwhile)
    assert WORDS.newer in again.text
    assert entries(town) == 1
    await focal.tap("Ghi nhận tất cả", again)
    assert entries(town) == 2
    stale = await send(focal, filled(data, {MINE: {"status": GOING, "percent": 25}}))
    assert WORDS.newer in stale.text


async def test_leaving_it_records_nothing(town: Town) -> None:
    focal = town.person("focal")
    listed = await send(focal, filled(await workbook(focal), {MINE: {"status": GOING}}))
    assert (await focal.tap("Thôi")).text == WORDS.left
    await focal.press_old(listed, str(listed.button("Ghi nhận").data))
    await focal.ask("/trogiup")
    assert focal.messages[-3].text == WORDS.gone
    assert entries(town) == 0


async def test_only_who_reports_for_the_agency_gets_and_sends_its_workbook(town: Town) -> None:
    focal, staff, official = town.person("focal"), town.person("staff"), town.person("official")
    data = filled(await workbook(focal), {MINE: {"status": GOING}})
    refused = await send(staff, data)
    assert refused.text == WORDS.not_your_agency(AGENCY)
    assert not (await official.ask("/excel")).buttons
    listed = await send(focal, data)
    yes = str(listed.button("Ghi nhận").data)
    staff.world.press_blindly(staff.persona.id, (await staff.ask("/trogiup")).raw, yes)
    await staff.ask("/trogiup")
    town.rooms.people.dismiss(focal.persona.id, Appointment(PersonRole.FOCAL_POINT, AGENCY))
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.FOCAL_POINT, HEALTH))
    assert (await focal.tap("Ghi nhận", listed)).text == WORDS.not_your_agency(AGENCY)
    assert entries(town) == 0


async def test_of_several_agencies_one_is_chosen(town: Town) -> None:
    focal = town.person("focal")
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.STAFF, HEALTH))
    asked = await focal.ask("/excel")
    assert (asked.text, asked.buttons) == (WORDS.which_agency, [AGENCY, HEALTH])
    file = await focal.tap(HEALTH)
    assert OTHER in codes(file.content)
    assert MINE not in codes(file.content)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("dondoc-nhiem-vu-bca-20261122.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Excel đời cũ"),
        ("dondoc-nhiem-vu-bca-20261122.csv", "Mã;Tình trạng".encode(), "không phải tệp Excel"),
    ],
)
async def test_a_workbook_in_another_shape_says_what_to_do(town: Town, name: str, content: bytes, said: str) -> None:
    assert said in (await send(town.person("focal"), content, name)).text


async def test_another_workbook_is_no_concern_of_this_one(town: Town) -> None:
    other = io.BytesIO()
    openpyxl.Workbook().save(other)
    assert "minh chứng" in (await send(town.person("focal"), other.getvalue(), "bao-cao.xlsx")).text


async def test_in_english_it_is_english_and_comes_back_from_either(town: Town) -> None:
    focal = town.person("focal")
    town.rooms.people.speak(focal.persona.id, "en")
    data = await workbook(focal)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames[:2] == ["Tasks", "How to fill in"]
    listed = await send(focal, filled(data, {MINE: {"status": DONE, "done_on": "12/11/2026"}}))
    assert f"{AGENCY} · 1 change in the file" in listed.text
    assert listed.buttons == ["Record all 1", "Leave it"]
