"""A deadline is put off only with cause, responsibility and remedy, by a supervisor, and the old one stays in sight."""

from datetime import date, timedelta

import pytest

from bot.playground.actor import Person, Shown
from handlers.views.wording.extensions_vi import EXTENSIONS
from handlers.views.wording.people_vi import PEOPLE
from handlers.views.wording.reports_vi import REPORTS
from handlers.views.wording.turns_vi import TURNS
from knowledge.people import Appointment, PersonRole
from knowledge.record import ExtensionState, StoreBusyError
from knowledge.store import DialogueStore, RecordStore
from tests.conftest import Town
from tests.conversations.test_turns import after

CODE, POLICE = "17-5c2.1", "Bộ Công an"
CAUSE = "Bộ Tài chính chưa cấp kinh phí theo kế hoạch năm"
RESPONSIBILITY = "Trách nhiệm thuộc Vụ Kế hoạch do trình dự toán chậm"
REMEDY = "Đã họp ba bên, thống nhất cấp vốn trong tháng 12"
REASON = "Nguyên nhân khách quan, đã có giải pháp"


async def put_together(focal: Person, until: str = "hết quý II/2027") -> Shown:
    """Ask for more time, up to the summary."""
    await focal.tap("Xin gia hạn", await focal.ask(CODE))
    for said in (until, CAUSE, RESPONSIBILITY):
        await focal.ask(said)
    return await focal.ask(REMEDY)


async def asked(town: Town) -> Shown:
    """An extension of the police's task, sent; return the card that the supervisor got."""
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await put_together(focal)
    supervisor.drain()
    await focal.tap("Gửi")
    return await supervisor.next_message()


async def test_it_is_asked_for_step_by_step_and_decided_with_a_reason(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    day = await focal.tap("Xin gia hạn", await focal.ask(CODE))
    assert "từ 01/03/2026 đến ngày nào?" in day.text
    assert (await focal.ask("hết quý II/2027")).text.startswith("1/3 · Nguyên nhân")
    assert (await focal.ask(CAUSE)).text.startswith("2/3 · Trách nhiệm")
    assert (await focal.ask(RESPONSIBILITY)).text.startswith("3/3 · Giải pháp")
    summary = await focal.ask(REMEDY)
    assert "01/03/2026 → 30/06/2027" in summary.text
    assert summary.buttons == ["Gửi", "Sửa ▾", "Thôi"]
    sent = await focal.tap("Gửi")
    assert sent.text.startswith("✅ Đã gửi đề nghị lúc 09:00 22/11/2026.")
    assert "329/TB-VPCP III.3(1)" in sent.text
    card = await supervisor.next_message()
    for told in (CODE, POLICE, "thêm 486 ngày", CAUSE, RESPONSIBILITY, REMEDY, "Trần Thu Hà"):
        assert told in card.text
    assert "đang xin lùi đến 30/06/2027" in (await focal.ask(CODE)).text
    focal.drain()
    assert "Lý do đồng ý?" in (await supervisor.tap("Đồng ý", card)).text
    assert "✓ Đồng ý lùi đến 30/06/2027" in (await supervisor.ask(REASON)).text
    news = await focal.next_message()
    assert news.text.startswith("✅ Đề nghị lùi hạn được đồng ý")
    assert f"“{REASON}” (người theo dõi" in news.text
    listed = await focal.ask("BCA chủ trì việc gì quý II/2027")
    assert "01/03/2026 · ⏩ Bộ Công an: được lùi đến 30/06/2027 · còn 220 ngày" in listed.text
    assert CODE not in (await focal.ask("BCA chủ trì việc gì quý I/2026")).text
    shown = (await focal.ask(CODE)).text
    assert "01/03/2026 ⏩ được lùi đến 30/06/2027 📅 còn 220 ngày" in shown
    assert "❗" not in shown
    task = await focal.ask(CODE)
    assert "→ 01/03/2026" in task.text
    assert "được lùi đến 30/06/2027" in task.text
    assert len([each for each in supervisor.from_bot if each.text.startswith("Đề nghị lùi thời hạn")]) == 2


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("abc", "Tôi cần một câu đủ ý"),
        ("như đã nêu ở mục 1 phía trên", "Tôi cần một câu đủ ý"),
        ("....", "Tôi cần một câu đủ ý"),
    ],
)
async def test_what_is_no_sentence_is_asked_again_with_the_rule(town: Town, said: str, answer: str) -> None:
    focal = town.person("focal")
    await focal.tap("Xin gia hạn", await focal.ask(CODE))
    await focal.ask("30/6/2027")
    again = await focal.ask(said)
    assert again.text.startswith(f"1/3 · {answer}")
    assert EXTENSIONS.rule in again.text
    await focal.ask(CAUSE)
    copied = await focal.ask(CAUSE + ".")
    assert "giống câu ở bước trước" in copied.text
    assert copied.text.startswith("2/3")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("1/2/2026", "Ngày mới phải sau hạn đang có. (01/02/2026)"),
        ("hôm qua", "Ngày này đã qua."),
        ("chưa biết", "Tôi chưa đọc ra ngày nào."),
    ],
)
async def test_the_new_day_is_later_than_the_old_and_not_over(town: Town, said: str, answer: str) -> None:
    focal = town.person("focal")
    await focal.tap("Xin gia hạn", await focal.ask(CODE))
    assert (await focal.ask(said)).text.startswith(answer)
    assert (await focal.ask("trước ngày 1/7/2027")).text.startswith("1/3")
    stored = town.rooms.dialogues.current(focal.persona.id, focal.chat_id, town.clock.now())
    assert stored is not None
    assert stored.values["proposed"] == "2027-06-30"


async def test_any_step_can_be_mended_before_it_is_sent(town: Town) -> None:
    focal = town.person("focal")
    await put_together(focal)
    which = await focal.tap("Sửa")
    assert which.buttons == ["Hạn mới", "Nguyên nhân", "Trách nhiệm", "Giải pháp", "◂ Quay lại", "Thôi"]
    assert (await focal.tap("◂ Quay lại")).buttons == ["Gửi", "Sửa ▾", "Thôi"]
    await focal.tap("Sửa")
    assert (await focal.tap("Hạn mới")).text.startswith("Lùi")
    assert "01/03/2026 → 31/03/2027" in (await focal.ask("31/3/2027")).text
    await focal.tap("Sửa")
    assert (await focal.tap("Trách nhiệm")).text.startswith("2/3")
    mended = await focal.ask("Trách nhiệm thuộc Cục C06 do khởi công chậm")
    assert "Cục C06" in mended.text
    assert RESPONSIBILITY not in mended.text


async def test_while_one_waits_another_is_refused_kindly(town: Town) -> None:
    await asked(town)
    focal = town.person("focal")
    refused = await focal.tap("Xin gia hạn", await focal.ask(CODE))
    assert "đang chờ quyết định từ 09:00 22/11/2026" in refused.text
    assert len(town.rooms.record.state.waiting_extensions()) == 1


async def test_of_two_colleagues_at_once_the_second_is_told(town: Town) -> None:
    focal, official = town.person("focal"), town.person("official")
    town.rooms.people.appoint(official.persona.id, Appointment(PersonRole.STAFF, POLICE))
    await put_together(focal)
    await put_together(official)
    await focal.tap("Gửi")
    assert "đang chờ quyết định" in (await official.tap("Gửi")).text
    assert len(town.rooms.record.state.waiting_extensions()) == 1


async def test_it_survives_restarts_and_double_taps(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    summary = await put_together(focal)
    await town.restart()
    send = str(summary.button("Gửi").data)
    for _ in range(3):
        await focal.press_old(summary, send)
    assert "Hiện" in (await focal.ask("/trogiup")).text or focal.last.text
    await town.told()
    assert len(town.rooms.record.state.waiting_extensions()) == 1
    assert len([each for each in supervisor.from_bot if each.text.startswith("Đề nghị lùi")]) == 1
    assert focal.toasts[-1].text == PEOPLE.dialogue_over


@pytest.mark.usefixtures("errors_wanted")
async def test_killed_between_the_record_and_the_end_it_is_sent_once(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    focal = town.person("focal")
    summary = await put_together(focal)

    def killed(*_: object) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patched:
        patched.setattr(DialogueStore, "end", killed)
        await focal.press_old(summary, str(summary.button("Gửi").data))
        await focal.next_message()
    await town.restart()
    assert (await focal.tap("Gửi", summary)).text.startswith("✅ Đã gửi đề nghị")
    assert town.rooms.record.log.head.count == 1


async def test_from_a_group_it_is_asked_in_private(town: Town) -> None:
    focal = town.person("focal")
    card = await focal.in_group().ask(f"@{town.application.bot.username} {CODE}")
    focal.drain()
    await focal.in_group().press("Xin gia hạn", card)
    assert "đến ngày nào?" in (await focal.next_message()).text
    assert (await focal.ask("30/6/2027")).text.startswith("1/3")


async def test_it_can_be_left(town: Town) -> None:
    focal = town.person("focal")
    summary = await put_together(focal)
    assert (await focal.ask("/huy")).text == PEOPLE.left
    assert (await focal.press("Gửi", summary)).text == PEOPLE.dialogue_over
    assert town.rooms.record.log.head.count == 0


async def test_a_question_in_between_puts_it_aside(town: Town) -> None:
    focal = town.person("focal")
    await put_together(focal)
    await focal.ask("Bộ Y tế còn việc gì quá hạn")
    aside = await focal.next_message()
    assert aside.text == "Đang để dở: xin gia hạn."
    assert (await focal.tap("Làm tiếp", aside)).buttons == ["Gửi", "Sửa ▾", "Thôi"]


async def test_a_role_lost_meanwhile_is_lost_for_this_too(town: Town) -> None:
    focal = town.person("focal")
    summary = await put_together(focal)
    town.rooms.people.dismiss(focal.persona.id, Appointment(PersonRole.FOCAL_POINT, POLICE))
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.OFFICIAL, POLICE))
    assert (await focal.press("Gửi", summary)).text == PEOPLE.not_allowed
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.STAFF, "Bộ Y tế"))
    refused = await focal.tap("Gửi", summary)
    assert refused.text == f"⚠️ {REPORTS.refusals['not_permitted']}"
    assert town.rooms.record.log.head.count == 0


async def test_a_busy_database_loses_nothing(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    focal = town.person("focal")
    await put_together(focal)

    def busy(*_: object) -> None:
        raise StoreBusyError("locked")

    with monkeypatch.context() as patched:
        patched.setattr(RecordStore, "record", busy)
        shown = await focal.tap("Gửi")
    assert shown.text.startswith(f"⚠️ {REPORTS.busy}")
    assert CAUSE in shown.text
    assert (await focal.tap("Gửi")).text.startswith("✅")


async def test_refused_it_leaves_the_deadline_and_may_be_asked_again(town: Town) -> None:
    card = await asked(town)
    focal, supervisor = town.person("focal"), town.person("supervisor")
    focal.drain()
    assert (await supervisor.tap("Từ chối", card)).text.endswith(
        "Lý do từ chối? Người gửi đọc nguyên văn, và được giữ trong hồ sơ."
    )
    assert (await supervisor.ask("không")).text.startswith("Ngắn quá")
    assert "✕ Từ chối, hạn cũ giữ nguyên" in (await supervisor.ask("Nguyên nhân chưa thuyết phục")).text
    assert (await focal.next_message()).text.startswith("✕ Đề nghị lùi hạn bị từ chối")
    assert "lùi đến" not in (await focal.ask(CODE)).text
    assert "từ 01/03/2026" in (await focal.tap("Xin gia hạn")).text


async def test_another_day_than_the_proposed_one(town: Town) -> None:
    card = await asked(town)
    supervisor = town.person("supervisor")
    await supervisor.tap("Đến ngày khác", card)
    assert "Ngày mới phải sau hạn đang có." in (await supervisor.ask("1/1/2026")).text
    assert "→ 31/03/2027" in (await supervisor.ask("31/3/2027")).text
    assert "✓ Đồng ý lùi đến 31/03/2027" in (await supervisor.ask(REASON)).text
    assert town.rooms.record.state.until(CODE, POLICE) == date(2027, 3, 31)


async def test_whoever_decides_second_sees_what_was_decided(town: Town) -> None:
    admin = town.person("admin")
    town.rooms.people.appoint(admin.persona.id, Appointment(PersonRole.SUPERVISOR, "Văn phòng Chính phủ"))
    card = await asked(town)
    supervisor = town.person("supervisor")
    theirs = await admin.next_message()
    await admin.tap("Refuse", theirs)
    await supervisor.tap("Đồng ý", card)
    await supervisor.ask(REASON)
    late = await admin.ask("The cause is not clear enough")
    assert "✓ Granted until 30/06/2027" in late.text
    assert "Vũ Khánh Linh" in late.text
    assert "✓ Granted" in (await admin.tap("Grant", theirs)).text
    assert town.rooms.record.log.head.count == 2


async def test_what_waits_is_listed_for_whom_it_concerns(town: Town) -> None:
    await asked(town)
    focal, supervisor, staff = town.person("focal"), town.person("supervisor"), town.person("staff")
    for person in (focal, supervisor):
        listed = await person.ask("/giahan")
        assert CODE in listed.text
    opened = await supervisor.tap("1")
    assert "Đồng ý" in opened.buttons
    assert "Đồng ý" not in (await focal.tap("1")).buttons
    assert (await staff.ask("/giahan")).text == EXTENSIONS.waiting_none
    mine = await staff.ask("/trogiup")
    await staff.press_old(mine, "xs|1|")
    assert (await staff.next_message()).text == REPORTS.refusals["not_permitted"]
    await staff.press_old(mine, "xg|1|")
    await staff.ask("/trogiup")
    assert staff.toasts[-1].text == PEOPLE.not_allowed


async def test_with_a_code_the_command_asks_for_one(town: Town) -> None:
    focal, staff = town.person("focal"), town.person("staff")
    assert f"Lùi {CODE}" in (await focal.ask(f"/giahan {CODE}")).text
    assert (await focal.ask("30/6/2027")).text.startswith("1/3 · ")
    assert (await staff.ask(f"/giahan {CODE}")).text.startswith("Việc này do Bộ Công an báo cáo")
    assert (await town.person("supervisor").ask(f"/giahan {CODE}")).text.startswith("Việc này do Bộ Công an báo cáo")


async def test_who_cannot_report_has_no_button_and_an_old_one_says_who_can(town: Town) -> None:
    staff = town.person("staff")
    card = await staff.ask(CODE)
    assert "Xin gia hạn" not in card.buttons
    await staff.press_old(card, f"xa|{CODE}|")
    assert (await staff.next_message()).text.startswith("Việc này do Bộ Công an báo cáo")


async def test_an_asker_forgotten_meanwhile_leaves_the_news_to_the_agency(town: Town) -> None:
    card = await asked(town)
    focal, official, supervisor = town.person("focal"), town.person("official"), town.person("supervisor")
    town.rooms.people.appoint(official.persona.id, Appointment(PersonRole.STAFF, POLICE))
    await focal.ask("/xoatoi")
    await focal.tap("Xoá tất cả về tôi")
    official.drain()
    await supervisor.tap("Đồng ý", card)
    await supervisor.ask(REASON)
    assert (await official.next_message()).text.startswith("✅ Đề nghị lùi hạn được đồng ý")
    assert town.rooms.record.state.extension(1).state is ExtensionState.GRANTED


async def test_in_english(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    town.rooms.people.speak(focal.persona.id, "en")
    await focal.tap("Ask for more time", await focal.ask(f"task {CODE}"))
    assert (await focal.ask("end of Q2/2027")).text.startswith("1/3 · Cause")
    assert "I need a full sentence" in (await focal.ask("as above")).text
    for said in (CAUSE, RESPONSIBILITY):
        await focal.ask(said)
    summary = await focal.ask(REMEDY)
    assert summary.buttons == ["Send", "Change ▾", "Leave"]
    assert (await focal.tap("Send")).text.startswith("✅ Sent at 09:00 22/11/2026.")
    assert (await supervisor.next_message()).text.startswith("Đề nghị lùi thời hạn")
    again = await focal.tap("Ask for more time", await focal.ask(f"task {CODE}"))
    assert "a decision is awaited since" in again.text


async def test_a_day_later_a_half_asked_one_is_forgotten(town: Town) -> None:
    focal = town.person("focal")
    summary = await put_together(focal)
    town.clock.move_to(town.clock.now() + timedelta(days=1, seconds=1))
    assert (await focal.press("Gửi", summary)).text == PEOPLE.dialogue_over


async def test_a_day_and_a_reason_with_the_command_are_taken(town: Town) -> None:
    focal = town.person("focal")
    assert (await focal.ask("/giahan 17-5c2.1 đến 30/6/2027")).text.startswith("1/3 · Nguyên nhân")
    await focal.ask("/huy")
    asked = await focal.ask("/giahan 17-5c2.1 đến 30/6/2027 vì chưa bố trí được kinh phí năm nay")
    assert asked.text.startswith("2/3 · Trách nhiệm")
    await focal.ask("/huy")
    asked = await focal.ask("/giahan 17-5c2.1 chưa bố trí được kinh phí năm nay")
    assert asked.text.startswith("Lùi 17-5c2.1")
    assert (await focal.ask("30/6/2027")).text.startswith("2/3 · Trách nhiệm")


@pytest.mark.parametrize(
    ("turns", "code"),
    [
        (("xin gia hạn 71-94 đến 30/6/2027",), "71-94"),
        (("xin lui han 71-94 den 30/6/2027",), "71-94"),
        (("bca qua han", "xin lùi hạn việc 1 đến 30/6/2027"), "71-94"),
        (("bca qua han", "em xin phép lùi hạn việc thứ 3 đến hết quý II/2027 ạ"), "71-55"),
        (("bca qua han", "/giahan việc 3 đến 30/6/2027"), "71-55"),
        (("71-55", "xin gia hạn việc này đến 30/6/2027"), "71-55"),
    ],
)
async def test_in_words_the_task_and_the_day_are_taken(town: Town, turns: tuple[str, ...], code: str) -> None:
    focal = town.person("focal")
    asked = await after(focal, *turns)
    assert "1/3 · Nguyên nhân" in asked.text
    assert code in turns[-1] or asked.text.startswith(f"{code} ")
    summary = await after(focal, CAUSE, RESPONSIBILITY, REMEDY)
    assert code in summary.text
    assert "→ 30/06/2027" in summary.text


@pytest.mark.parametrize("text", ["xin lùi hạn việc 1 đến 30/6/2027", "/giahan việc 1"])
async def test_with_no_list_a_place_is_no_code(town: Town, text: str) -> None:
    assert (await town.person("focal").ask(text)).text == TURNS.no_list_place
