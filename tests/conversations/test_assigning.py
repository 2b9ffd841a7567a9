"""Supervisors give tasks from chat, focal points hand tasks down to units; both are tasks like any other."""

from datetime import date

import pytest

from bot.playground.actor import Person, Shown
from handlers.views.wording.assigning_vi import ASSIGNING
from handlers.views.wording.composing_vi import COMPOSING
from handlers.views.wording.people_vi import PEOPLE
from handlers.views.wording.reports_vi import REPORTS
from knowledge.people import Appointment, PersonRole
from knowledge.progress import Status
from knowledge.record import Refusal
from tests.conftest import Town

POLICE, CODE = "Bộ Công an", "17-5c2.1"
WHAT = "Rà soát dữ liệu đất đai của các bộ. Gửi báo cáo về Văn phòng Chính phủ."


async def put_together(supervisor: Person, leads: str = "BCA", deadline: str = "trước 30/12") -> Shown:
    """A task, up to the summary."""
    await supervisor.ask("/giaoviec")
    await supervisor.ask(WHAT)
    await supervisor.ask(leads)
    await supervisor.tap("Xong")
    await supervisor.tap("Không có ai phối hợp")
    await supervisor.ask(deadline)
    return await supervisor.ask("45/TB-VPCP")


async def given(town: Town) -> Shown:
    """What the police's focal point got of a task."""
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await put_together(supervisor)
    focal.drain()
    await supervisor.tap("Gửi")
    return await focal.next_message()


async def handed_down(focal: Person, card: Shown, deadline: str = "20/12") -> Shown:
    """A task handed down to a unit, up to the summary."""
    await focal.tap("Giao đơn vị", card)
    await focal.ask("Cục C06; Cục A05")
    await focal.tap("Như việc gốc")
    return await focal.ask(deadline)


async def test_a_task_is_given_step_by_step_and_those_concerned_are_told(town: Town) -> None:
    supervisor, focal, staff = town.person("supervisor"), town.person("focal"), town.person("staff")
    assert (await supervisor.ask("/giaoviec")).text.startswith("1/5 · Giao việc gì?")
    assert (await supervisor.ask(WHAT)).text.startswith("2/5 · Ai chủ trì?")
    assert "Đã có: Bộ Công an; Bộ Y tế" in (await supervisor.ask("bca, bo y te")).text
    await supervisor.tap("Xong")
    assert "Đã có: Bộ Khoa học và Công nghệ" in (await supervisor.ask("bo khoa hoc va cong nghe")).text
    assert (await supervisor.ask("xong")).text.startswith("4/5 · Thời hạn?")
    await supervisor.ask("trước 30/12")
    summary = await supervisor.ask("nq 71")
    for told in (
        "Việc: Rà soát dữ liệu đất đai của các bộ\n",
        "Chủ trì: Bộ Công an; Bộ Y tế",
        "Phối hợp: Bộ Khoa học và Công nghệ",
        "“trước 30/12” → trước 30/12/2026",
        "Theo văn bản: 71/NQ-CP",
    ):
        assert told in summary.text
    done = await supervisor.tap("Gửi")
    assert done.text.startswith("✅ Đã giao, mã gv-1. Đã báo 2 người.")
    assert f"Chưa có ai trên hệ thống nhận tin cho: Bộ Y tế. {COMPOSING.let_them_be_invited}" in done.text
    assert "/moi" not in done.text
    news = await focal.next_message()
    assert news.text.startswith("📌 Việc mới giao\ngv-1 Rà soát dữ liệu đất đai của các bộ")
    assert "Nguồn: 71/NQ-CP; giao qua Đôn Đốc, 22/11/2026" in news.text
    assert news.buttons[:2] == ["Báo cáo", "Xin gia hạn"]
    helping = await staff.next_message()
    assert "📌 Việc mới giao" in helping.text
    assert "Báo cáo" not in helping.buttons


@pytest.mark.parametrize("typed", ["gv-1", "GV 1", "gv1", "việc gv-1 đến đâu rồi"])
async def test_it_is_found_by_its_code(town: Town, typed: str) -> None:
    await given(town)
    assert (await town.person("official").ask(typed)).text.startswith("gv-1 Rà soát")
    assert not (await town.person("official").ask("gv-2")).text.startswith("gv-")


async def test_it_takes_reports_and_extensions_like_any(town: Town) -> None:
    card = await given(town)
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await focal.ask("gv-1 đang làm, được 40%")
    await focal.tap("Đúng, ghi nhận")
    assert town.rooms.record.state.progress("gv-1", POLICE).status is Status.IN_PROGRESS
    assert "Đang thực hiện" in (await supervisor.ask("gv-1")).text
    assert "từ 30/12/2026 đến ngày nào?" in (await focal.tap("Xin gia hạn", card)).text
    for said in (
        "31/1/2027",
        "Địa phương gửi số liệu chậm hơn kế hoạch",
        "Trách nhiệm thuộc Cục C06 do đôn đốc chưa sát",
        "Đã cử ba tổ công tác xuống từng tỉnh",
    ):
        await focal.ask(said)
    supervisor.drain()
    await focal.tap("Gửi")
    assert "30/12/2026 → 31/01/2027" in (await supervisor.next_message()).text
    assert (await focal.tap("Vướng mắc", card)).text.startswith("3/4")


async def test_it_stands_beside_my_tasks(town: Town) -> None:
    await given(town)
    focal, supervisor, staff = town.person("focal"), town.person("supervisor"), town.person("staff")
    listed = await focal.ask("/nhiemvu")
    assert "\n+ 1 việc giao từ chat\n" in listed.text
    alone = await focal.tap("Giao từ chat 1", listed)
    assert "1 việc giao từ chat" in alone.text
    assert (await focal.tap("1", alone)).text.startswith("gv-1")
    assert "giao từ chat" not in (await staff.ask("/nhiemvu")).text
    everything = await supervisor.tap("Mọi việc giao từ chat (1)", await supervisor.ask("/nhiemvu BYT"))
    assert (await supervisor.tap("Giao việc mới", everything)).text.startswith("1/5")


async def test_names_that_are_not_clear_are_asked_for_and_can_be_taken_away(town: Town) -> None:
    supervisor = town.person("supervisor")
    await supervisor.ask("/giaoviec")
    await supervisor.ask(WHAT)
    mixed = await supervisor.ask("BCA, so khcn ha noi, zzzz")
    assert "“so khcn ha noi” là cơ quan nào?" in mixed.text
    assert "Tôi không biết cơ quan “zzzz”" in mixed.text
    assert "Đã có: Bộ Công an" in mixed.text
    both = await supervisor.tap("+ Thành phố Hà Nội", mixed)
    assert "Đã có: Bộ Công an; Thành phố Hà Nội" in both.text
    assert "Đã có: Thành phố Hà Nội." in (await supervisor.tap("✕ Bộ Công an", both)).text
    none = await supervisor.tap("✕ Hà Nội")
    assert none.text.startswith("2/5 · Ai chủ trì?")
    assert "Xong" not in none.buttons
    assert "Đã có: Các bộ" in (await supervisor.ask("các bộ")).text


async def test_a_group_is_given_to_each_of_its_members(town: Town) -> None:
    supervisor, focal = town.person("supervisor"), town.person("focal")
    await put_together(supervisor, leads="các bộ")
    focal.drain()
    await supervisor.tap("Gửi")
    assert (await focal.next_message()).text.startswith("📌 Việc mới giao")
    assert POLICE in town.rooms.record.state.duty("gv-1").assignees


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("tuần trước", "15/11/2026 đã qua."), ("abc", "Tôi chưa đọc ra thời hạn."), ("hôm qua", "21/11/2026 đã qua.")],
)
async def test_a_deadline_is_read_and_lies_ahead(town: Town, typed: str, answer: str) -> None:
    supervisor = town.person("supervisor")
    await supervisor.ask("/giaoviec")
    await supervisor.ask(WHAT)
    await supervisor.ask("BCA")
    await supervisor.tap("Xong")
    await supervisor.tap("Không có ai phối hợp")
    assert (await supervisor.ask(typed)).text.startswith(f"4/5 · {answer}")
    assert (await supervisor.tap("Không có thời hạn")).text.startswith("5/5")
    assert "Tôi cần số, ký hiệu văn bản" in (await supervisor.ask("theo lời thủ trưởng")).text
    assert "Thời hạn: Không có thời hạn" in (await supervisor.tap("Không theo văn bản nào")).text


async def test_ten_january_said_in_november_is_the_next_one_whenever_it_is_sent(town: Town) -> None:
    supervisor = town.person("supervisor")
    await put_together(supervisor, deadline="10/1")
    await town.restart()
    await supervisor.tap("Gửi")
    deadline = town.rooms.record.state.duty("gv-1").deadline
    assert (deadline.last, deadline.text) == (date(2027, 1, 10), "10/1")


async def test_any_part_is_mended_before_it_is_sent(town: Town) -> None:
    supervisor = town.person("supervisor")
    await put_together(supervisor)
    which = await supervisor.tap("Sửa")
    assert which.buttons[:5] == ["Việc", "Chủ trì", "Phối hợp", "Thời hạn", "Theo văn bản"]
    assert "Đã có: Bộ Công an" in (await supervisor.tap("Chủ trì")).text
    await supervisor.ask("BYT")
    assert "Chủ trì: Bộ Công an; Bộ Y tế" in (await supervisor.tap("Xong")).text


async def test_sent_twice_it_is_given_once(town: Town) -> None:
    supervisor, focal = town.person("supervisor"), town.person("focal")
    summary = await put_together(supervisor)
    focal.drain()
    for _ in range(3):
        await supervisor.press_old(summary, str(summary.button("Gửi").data))
    await supervisor.ask("/trogiup")
    await town.told()
    assert [each.id for each in town.rooms.record.state.assigned_tasks()] == ["gv-1"]
    assert len([each for each in focal.from_bot if each.text.startswith("📌")]) == 1


async def test_only_supervisors_give(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    assert (await focal.ask("/giaoviec")).text == PEOPLE.not_allowed
    assert "giaoviec" not in focal.commands()
    summary = await put_together(supervisor)
    town.rooms.people.dismiss(supervisor.persona.id, Appointment(PersonRole.SUPERVISOR, "Văn phòng Chính phủ"))
    town.rooms.people.appoint(supervisor.persona.id, Appointment(PersonRole.STAFF, "Văn phòng Chính phủ"))
    assert (await supervisor.press("Gửi", summary)).text == PEOPLE.not_allowed
    await supervisor.ask("/huy")
    assert town.rooms.record.state.assigned_tasks() == []


# ── handing down ────────────────────────────────────────────────────────────────────────────────────


async def test_a_focal_point_hands_a_directives_task_down(town: Town) -> None:
    focal, supervisor, staff, official = (town.person(who) for who in ("focal", "supervisor", "staff", "official"))
    town.rooms.people.appoint(staff.persona.id, Appointment(PersonRole.STAFF, POLICE))
    card = await focal.ask("71-106")
    last = town.rooms.base.store.task("71-106").deadline.last
    assert last == date(2026, 12, 31)
    assert (await focal.tap("Giao đơn vị", card)).text.startswith("1/3 · Giao 71-106")
    assert (await focal.ask(";;")).text.startswith("1/3 · Gõ tên đơn vị")
    assert (await focal.ask("Cục C06")).text.startswith("2/3 · Làm gì?")
    assert "Không muộn hơn 31/12/2026." in (await focal.ask("Làm phần kết nối dữ liệu dân cư")).text
    assert "Không được muộn hơn hạn của việc gốc: 31/12/2026." in (await focal.ask("1/1/2027")).text
    summary = await focal.ask("20/12")
    assert "Đơn vị: Cục C06 (đơn vị của Bộ Công an)" in summary.text
    staff.drain()
    done = await focal.tap("Gửi")
    assert done.text.startswith("✅ Đã giao đơn vị, mã gv-1.")
    assert (await staff.next_message()).text.startswith("📌 Việc mới giao\ngv-1 Làm phần kết nối dữ liệu dân cư")
    for person in (focal, supervisor):
        seen = await person.ask("71-106")
        assert "Bộ Công an đã giao đơn vị:" in seen.text
        assert "gv-1 Cục C06 · 20/12/2026" in seen.text
    assert "giao đơn vị" not in (await official.ask("71-106")).text
    await staff.ask("gv-1 đang làm")
    await staff.tap("Đúng, ghi nhận")
    assert town.rooms.record.state.progress("gv-1", "Cục C06").status is Status.IN_PROGRESS
    opened = await focal.tap("gv-1", await focal.ask("71-106"))
    assert "Đang thực hiện" in opened.text
    assert (await focal.tap("Thuộc 71-106", opened)).text.startswith("71-106")


async def test_a_given_task_is_handed_down_with_its_own_deadline(town: Town) -> None:
    focal = town.person("focal")
    await handed_down(focal, await given(town))
    await focal.tap("Sửa")
    await focal.tap("Thời hạn")
    assert "“trước 30/12” → trước 30/12/2026" in (await focal.tap("Như hạn của việc gốc")).text
    await focal.tap("Gửi")
    task = town.rooms.record.state.assigned_task("gv-2")
    assert task is not None
    assert (task.leads, task.owner, task.parent) == (("Cục C06", "Cục A05"), POLICE, "gv-1")
    assert task.deadline.last == date(2026, 12, 30)


async def test_an_overdue_task_is_handed_down_by_its_own_deadline_or_put_off_first(town: Town) -> None:
    focal = town.person("focal")
    over = await handed_down(focal, await focal.ask(CODE), "20/12")
    assert over.text.startswith("3/3 · Việc gốc đã quá hạn 01/03/2026.")
    await focal.tap("Như hạn của việc gốc")
    assert (await focal.tap("Gửi")).text.startswith("✅ Đã giao đơn vị")


async def test_before_a_day_is_before_it_for_units_too(town: Town) -> None:
    focal = town.person("focal")
    assert "Không được muộn hơn" in (await handed_down(focal, await given(town), "30/12")).text
    assert "29/12/2026" in (await focal.ask("29/12")).text


async def test_staff_and_others_hand_nothing_down(town: Town) -> None:
    staff, official = town.person("staff"), town.person("official")
    town.rooms.people.appoint(staff.persona.id, Appointment(PersonRole.STAFF, POLICE))
    card = await staff.ask(CODE)
    assert "Báo cáo" in card.buttons
    assert "Giao đơn vị" not in card.buttons
    assert "Giao đơn vị" not in (await official.ask(CODE)).buttons
    town.rooms.people.appoint(official.persona.id, Appointment(PersonRole.FOCAL_POINT, "Bộ Y tế"))
    await official.press_old(await official.ask(CODE), f"gd|{CODE}|")
    assert (await official.next_message()).text == ASSIGNING.not_yours(POLICE)


async def test_the_deadline_that_moved_meanwhile_is_held_to(town: Town) -> None:
    focal = town.person("focal")
    summary = await handed_down(focal, await focal.ask("71-106"))
    number = town.rooms.dialogues.current(focal.persona.id, focal.chat_id, town.clock.now())
    assert number is not None
    town.rooms.dialogues.keep(number.number, {**number.values, "deadline": "2026-11-22|31/1/2027"}, town.clock.now())
    refused = await focal.tap("Gửi", summary)
    assert "Hạn giao đơn vị không được sau hạn của việc gốc." in refused.text
    await focal.tap("Sửa")
    await focal.tap("Thời hạn")
    await focal.ask("15/12")
    assert (await focal.tap("Gửi")).text.startswith("✅ Đã giao đơn vị")


async def test_the_post_given_up_meanwhile(town: Town) -> None:
    focal = town.person("focal")
    summary = await handed_down(focal, await focal.ask("71-106"))
    town.rooms.people.dismiss(focal.persona.id, Appointment(PersonRole.FOCAL_POINT, POLICE))
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.FOCAL_POINT, "Bộ Y tế"))
    assert (await focal.tap("Gửi", summary)).text == f"⚠️ {REPORTS.refusals['not_permitted']}"


async def test_in_english(town: Town) -> None:
    admin, focal = town.person("admin"), town.person("focal")
    town.rooms.people.appoint(admin.persona.id, Appointment(PersonRole.SUPERVISOR, "Văn phòng Chính phủ"))
    assert (await admin.ask("/assign")).text.startswith("1/5 · What is to be done?")
    await admin.ask("Review the land data of all ministries")
    await admin.ask("BCA and Bộ Y tế")
    await admin.tap("Done")
    await admin.tap("Nobody helps")
    await admin.ask("end of Q1/2027")
    summary = await admin.tap("By no document")
    assert "Lead: Bộ Công an; Bộ Y tế" in summary.text
    assert "31/03/2027" in summary.text
    focal.drain()
    assert (await admin.tap("Send")).text.startswith("✅ Assigned, code gv-1. 1 person told.")
    assert (await focal.next_message()).text.startswith("📌 Việc mới giao")
    assert (await admin.ask("task gv-1")).text.startswith("gv-1 Review the land data")


async def test_the_words_after_the_command_are_the_task(town: Town) -> None:
    supervisor = town.person("supervisor")
    said = "giao BYT báo cáo tiến độ kết nối dữ liệu trước 10/12/2026"
    assert (await supervisor.ask(f"/giaoviec {said}")).text.startswith("2/5 · Ai chủ trì?")
    asked = await supervisor.ask("15/12/2026")
    assert asked.text.startswith("2/5 · Tôi không biết cơ quan “15/12/2026”.")
    await supervisor.ask("BYT")
    await supervisor.tap("Xong")
    await supervisor.tap("Không có ai phối hợp")
    await supervisor.ask("10/12")
    assert f"Việc: {said}" in (await supervisor.tap("Không theo văn bản nào")).text


async def test_too_few_words_after_the_command_are_asked_for_anew(town: Town) -> None:
    assert (await town.person("supervisor").ask("/giaoviec BYT")).text.startswith(f"1/5 · {COMPOSING.too_short}")


async def test_whoever_gave_a_task_takes_it_back_with_a_reason(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    card = await given(town)
    assert ASSIGNING.recall not in card.buttons
    own = await supervisor.ask("gv-1")
    asked = await supervisor.tap(ASSIGNING.recall, own)
    assert ASSIGNING.ask_recall in asked.text
    focal.drain()
    done = await supervisor.ask("Trùng với việc đã giao tại Thông báo 45")
    assert done.text.startswith(ASSIGNING.recall_done)
    news = await focal.next_message()
    assert news.text.startswith(f"{ASSIGNING.recalled_for_you}\ngv-1 ")
    assert "Lý do: “Trùng với việc đã giao tại Thông báo 45”" in news.text
    assert news.buttons == [REPORTS.history]
    await focal.ask("gv-1 xong hôm qua")
    assert (await focal.tap(REPORTS.record_it)).text == REPORTS.refusals[Refusal.TASK_RECALLED]
    assert "gv-1" not in (await focal.ask("/nhiemvu")).text
    assert "Trùng với việc" in (await focal.ask("/lichsu gv-1")).text


async def test_what_was_reported_done_is_not_taken_back(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await given(town)
    own = await supervisor.ask("gv-1")
    await focal.ask("gv-1 xong hôm qua, 46/BC-BCA")
    await focal.tap(REPORTS.record_it)
    assert (await supervisor.tap(ASSIGNING.recall, own)).text == ASSIGNING.recall_too_late
