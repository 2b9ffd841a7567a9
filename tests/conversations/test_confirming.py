"""Claims of completion before a supervisor: confirmed, sent back with the reason, asked about; nobody's own."""

from datetime import date, timedelta

import pytest

from bot.playground.actor import Person, Shown
from handlers.views.vi import VI as WORDS
from handlers.views.wording.extensions_vi import EXTENSIONS
from handlers.views.wording.people_vi import PEOPLE
from handlers.views.wording.reports_vi import REPORTS as VI
from knowledge.people import Appointment, PersonRole
from knowledge.progress import Status
from knowledge.record import Progress, Refusal
from tests.conftest import Town
from tests.knowledge.test_documents import pdf

POLICE = "Bộ Công an"
CLAIM = "71-89.7 đã xong ngày 20/11/2026, quyết định 45/QĐ-BCA"


def progress(town: Town) -> Progress:
    return town.rooms.record.state.progress("71-89.7", POLICE)


async def claim(town: Town, text: str = CLAIM) -> Shown:
    """Claim completion, and return the card that the supervisor gets."""
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await focal.ask(text)
    supervisor.drain()
    await focal.tap(VI.record_it)
    return await supervisor.next_message()


async def test_confirmed_and_the_author_is_told(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    card = await claim(town)
    assert card.text.startswith(VI.claim_title[Status.DONE])
    assert "Trần Thu Hà" in card.text
    assert "Minh chứng: 45/QĐ-BCA" in card.text
    assert "chậm" in card.text
    focal.drain()
    decided = await supervisor.tap(VI.confirm, card)
    assert decided.id == card.id
    assert "✓ Vũ Khánh Linh đã xác nhận lúc 09:00 22/11/2026" in decided.text
    assert decided.buttons == [VI.history]
    assert (await focal.next_message()).text.startswith(VI.you_are_confirmed)
    assert progress(town).status is Status.DONE
    shown = await focal.ask("71-89.7")
    assert "Đã hoàn thành · 20/11/2026 · chậm" in shown.text
    assert "→ 31/12/2025\n" in shown.text  # no mark of lateness beside what is done


async def test_confirmed_with_another_day(town: Town) -> None:
    supervisor = town.person("supervisor")
    card = await claim(town)
    asked = await supervisor.tap(VI.confirm_day, card)
    assert VI.ask_confirm_day in asked.text
    assert (await supervisor.ask("ngày mai")).text.startswith(VI.day_odd)
    decided = await supervisor.ask("18/11/2026")
    assert "đã xác nhận" in decided.text
    assert progress(town).done_on == date(2026, 11, 18)


async def test_sent_back_with_the_reason_and_reported_again(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    card = await claim(town)
    await supervisor.tap(VI.send_back, card)
    assert (await supervisor.ask("x")).text == VI.reason_short
    focal.drain()
    decided = await supervisor.ask("Quyết định mới phê duyệt đề cương, chưa đưa vào khai thác")
    assert "đã trả lại" in decided.text
    told = await focal.next_message()
    assert told.text.startswith(VI.you_are_returned)
    assert "Lý do: Quyết định mới phê duyệt đề cương" in told.text
    assert progress(town).returned == 1
    assert VI.sent_back in (await focal.ask("71-89.7")).text
    asked = await focal.tap(VI.report_again, told)
    assert "Việc này đến đâu rồi?" in asked.text
    await focal.ask("đang làm được 90%")
    await focal.tap(VI.record_it)
    assert progress(town).status is Status.IN_PROGRESS


async def test_a_question_and_its_answer(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    card = await claim(town)
    await supervisor.tap(VI.ask_author, card)
    focal.drain()
    assert (await supervisor.ask("Biên bản nghiệm thu đâu?")).text == VI.question_sent
    told = await focal.next_message()
    assert "“Biên bản nghiệm thu đâu?”" in told.text
    await focal.tap(VI.answer, told)
    supervisor.drain()
    assert (await focal.ask("Đang trình ký, mai có")).text == VI.answer_sent
    answered = await supervisor.next_message()
    assert answered.text.startswith(VI.you_are_answered)
    assert "Đang trình ký, mai có" in answered.text
    await supervisor.tap(VI.confirm, answered)
    assert progress(town).status is Status.DONE


async def test_the_evidence_can_be_seen(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await focal.send_document(pdf("Quyet dinh"), "qd.pdf", caption="71-89.7 đã xong ngày 20/11/2026")
    await focal.next_message()
    await focal.tap(VI.record_it)
    card = await supervisor.next_message()
    supervisor.drain()
    await supervisor.press(VI.see_evidence, card)
    file = await supervisor.next_message()
    assert (file.file_name, file.content) == ("qd.pdf", pdf("Quyet dinh"))


async def test_what_waits_is_listed_and_opened(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    assert (await supervisor.ask("/choxacnhan")).text == VI.waiting_none
    await claim(town)
    await focal.ask("/capnhat 71-89.8 xong")
    await focal.tap(VI.record_it)
    listed = await supervisor.ask("/choxacnhan")
    assert listed.text.startswith("1 báo cáo chờ xác nhận")
    assert VI.waiting_evidence(1) in listed.text
    card = await supervisor.tap("1", listed)
    await supervisor.tap(VI.confirm, card)
    assert (await supervisor.ask("/choxacnhan")).text.startswith(VI.waiting_none)


async def test_many_claims_are_paged(town: Town) -> None:
    supervisor = town.person("supervisor")
    own = [task.id for task in town.rooms.base.store.in_reading_order() if task.leads == (POLICE,)]
    for code in own[:7]:
        await claim(town, f"/capnhat {code} xong hôm qua, số 45/QĐ-BCA")
    listed = await supervisor.ask("/choxacnhan")
    assert listed.text.startswith("7 báo cáo")
    turned = await supervisor.tap("Trang 2/2", listed)
    assert turned.id == listed.id
    assert turned.buttons[:2] == ["6", "7"]
    assert (await supervisor.tap(WORDS.page_back, turned)).text == listed.text


async def test_nobody_confirms_their_own(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.SUPERVISOR, POLICE))
    await claim(town)
    assert all(VI.confirm not in shown.buttons for shown in focal.from_bot)
    listed = await focal.ask("/choxacnhan")
    card = await focal.tap("1", listed)
    assert (await focal.tap(VI.confirm, card)).text == VI.refusals[Refusal.OWN_REPORT]
    assert progress(town).status is Status.NO_REPORT
    assert supervisor.from_bot


async def test_two_supervisors_and_double_taps_decide_once(town: Town) -> None:
    admin, supervisor, focal = town.person("admin"), town.person("supervisor"), town.person("focal")
    town.rooms.people.appoint(admin.persona.id, Appointment(PersonRole.SUPERVISOR, "Văn phòng Chính phủ"))
    card = await claim(town)
    other = await admin.next_message()
    focal.drain()
    for _ in range(3):
        town.playground.world.press_blindly(supervisor.persona.id, card.raw, card.button(VI.confirm).data)
    await supervisor.ask("/trogiup")
    admin.drain()
    town.playground.world.press_blindly(admin.persona.id, other.raw, other.button("Confirm").data)
    assert "confirmed by Vũ Khánh Linh" in (await admin.next_change()).text
    assert town.rooms.record.log.head.count == 2
    await focal.ask("/trogiup")
    await town.told()
    assert [shown.text.startswith(VI.you_are_confirmed) for shown in focal.from_bot].count(True) == 1


async def test_a_withdrawn_claim_cannot_be_confirmed(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    card = await claim(town)
    await focal.tap(VI.withdraw)
    assert "Đã rút" in (await supervisor.tap(VI.confirm, card)).text
    assert progress(town).silent


async def test_a_newer_claim_takes_the_place_of_the_old(town: Town) -> None:
    supervisor = town.person("supervisor")
    old = await claim(town)
    new = await claim(town, "71-89.7 đã xong ngày 21/11/2026, quyết định 46/QĐ-BCA")
    await supervisor.press(VI.confirm, old)
    assert progress(town).status is Status.NO_REPORT
    await supervisor.tap(VI.confirm, new)
    assert progress(town).done_on == date(2026, 11, 21)


@pytest.mark.parametrize("what", [VI.confirm, VI.confirm_day, VI.send_back, VI.ask_author])
async def test_an_old_copy_of_a_settled_claim_says_so_and_changes_nothing(town: Town, what: str) -> None:
    supervisor = town.person("supervisor")
    card = await claim(town)
    copy = await supervisor.tap("1", await supervisor.ask("/choxacnhan"))
    await supervisor.tap(VI.confirm, card)
    count = town.rooms.record.log.head.count
    told = await supervisor.tap(what, copy)
    assert told.id == copy.id
    assert "đã xác nhận lúc 09:00 22/11/2026" in told.text
    await supervisor.ask("Nhầm rồi, trả lại")
    assert (town.rooms.record.log.head.count, progress(town).status) == (count, Status.DONE)


async def test_a_reason_that_comes_after_the_confirmation_of_another_changes_nothing(town: Town) -> None:
    admin, supervisor = town.person("admin"), town.person("supervisor")
    town.rooms.people.appoint(admin.persona.id, Appointment(PersonRole.SUPERVISOR, "Văn phòng Chính phủ"))
    card = await claim(town)
    await supervisor.tap(VI.send_back, card)
    await admin.tap("Confirm")
    assert "đã xác nhận lúc" in (await supervisor.ask("Chưa có biên bản nghiệm thu")).text
    assert progress(town).status is Status.DONE


async def test_a_confirmation_is_taken_back_from_the_history_only(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await supervisor.tap(VI.confirm, await claim(town))
    assert VI.reopen(1) not in (await focal.ask("/lichsu 71-89.7")).buttons
    history = await supervisor.ask("/lichsu 71-89.7")
    asked = await supervisor.tap(VI.reopen(1), history)
    assert VI.ask_reopen in asked.text
    focal.drain()
    assert "đã trả lại lúc" in (await supervisor.ask("Quyết định đó là của đề án khác")).text
    assert progress(town).status is Status.NO_REPORT
    assert (await focal.next_message()).text.startswith(VI.you_are_returned)
    assert "đã trả lại lúc" in (await supervisor.tap(VI.reopen(1), history)).text
    assert VI.reopen(1) not in (await supervisor.ask("/lichsu 71-89.7")).buttons


async def test_dropping_a_task_waits_too(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await focal.tap(VI.report, await focal.ask("71-89.7"))
    await focal.tap(VI.statuses[Status.DROPPED])
    assert "Cần nêu lý do" in (await focal.tap(VI.record_it)).text
    await focal.tap(VI.change)
    await focal.tap(VI.change_words)
    await focal.ask("Nhiệm vụ đã gộp vào CSDL quốc gia về dân cư theo Nghị định mới")
    await focal.tap(VI.record_it)
    card = await supervisor.next_message()
    assert card.text.startswith(VI.claim_title[Status.DROPPED])
    assert VI.confirm_day not in card.buttons
    await supervisor.tap(VI.confirm, card)
    assert progress(town).status is Status.DROPPED


@pytest.mark.parametrize("what", ["yes", "back", "day", "ask", "files", "open", "x"])
async def test_who_is_no_supervisor_any_more_decides_nothing(town: Town, what: str) -> None:
    supervisor = town.person("supervisor")
    card = await claim(town)
    role = Appointment(PersonRole.SUPERVISOR, "Văn phòng Chính phủ")
    town.rooms.people.dismiss(supervisor.persona.id, role)
    town.playground.world.press_blindly(supervisor.persona.id, card.raw, f"cl|1.{what}|")
    await supervisor.ask("/trogiup")
    assert supervisor.toasts[-1].text == PEOPLE.not_allowed
    assert town.rooms.record.log.head.count == 1


async def test_a_dialogue_goes_on_after_a_restart(town: Town) -> None:
    supervisor = town.person("supervisor")
    await supervisor.tap(VI.send_back, await claim(town))
    await town.restart()
    assert "đã trả lại" in (await supervisor.ask("Chưa có biên bản nghiệm thu")).text
    assert progress(town).returned == 1


async def test_old_and_altered_buttons(town: Town) -> None:
    supervisor = town.person("supervisor")
    card = await claim(town)
    for data in ("cl|99.yes|", "cl|x.yes|", "cl|1.nothing|", "cw|9|", "cw|x|", "hi|71-89.7~9|", "hi|nichts|", "hi||"):
        supervisor.drain()
        town.playground.world.press_blindly(supervisor.persona.id, card.raw, data)
        assert (await supervisor.ask("/trogiup")).text
    assert town.rooms.record.log.head.count == 1


async def names(town: Town, who: Person) -> str:
    return (await who.ask("/lichsu 71-89.7")).text


async def test_the_history_tells_who_when_and_from_what_to_what(town: Town) -> None:
    focal, supervisor, staff = town.person("focal"), town.person("supervisor"), town.person("staff")
    await focal.ask("71-89.7 đang làm được 40%")
    await focal.tap(VI.record_it)
    town.clock.move_to(town.clock.now() + timedelta(hours=1))
    card = await claim(town)
    focal.drain()
    await supervisor.tap(VI.confirm, card)
    assert (await focal.next_message()).text.startswith(VI.you_are_confirmed)
    told = await names(town, focal)
    assert "#1 09:00 22/11/2026 · Bộ Công an · Trần Thu Hà" in told
    assert "Chưa có báo cáo → Đang thực hiện, 40%" in told
    assert "Đang thực hiện → Đã hoàn thành" in told
    assert "Minh chứng: 45/QĐ-BCA" in told
    assert "#3 10:00 22/11/2026 · Văn phòng Chính phủ · người #" in told
    assert "Vũ Khánh Linh" in await names(town, supervisor)
    elsewhere = await names(town, staff)
    assert "Bộ Công an · người #" in elsewhere
    assert "Trần Thu Hà" not in elsewhere


async def test_a_long_history_is_paged(town: Town) -> None:
    focal = town.person("focal")
    for percent in range(10, 80, 10):
        await focal.ask(f"71-89.7 đang làm được {percent}%")
        await focal.tap(VI.record_it)
    card = await focal.ask("71-89.7")
    first = await focal.tap(VI.history, card)
    assert first.id != card.id
    second = await focal.tap("Trang 2/2", first)
    assert second.id == first.id
    assert "#1 09:00" in second.text


async def test_the_history_of_nothing(town: Town) -> None:
    focal = town.person("focal")
    assert (await focal.ask("/lichsu")).text.startswith("Lịch sử của việc nào?")
    assert (await focal.ask("/lichsu 99-1")).text == VI.no_such_code("99-1")
    assert VI.history_none in (await focal.ask("/lichsu 71-89.7")).text


async def test_the_claim_of_one_task_is_shown_by_its_code(town: Town) -> None:
    await claim(town)
    supervisor = town.person("supervisor")
    card = await supervisor.ask("/choxacnhan 71-89.7")
    assert card.text.startswith(VI.claim_title[Status.DONE])
    assert (await supervisor.ask("/choxacnhan 71-94")).text == VI.not_waiting("71-94")
    for command in ("/choxacnhan", "/giahan", "/lichsu"):
        assert (await supervisor.ask(f"{command} 999-1")).text == VI.no_such_code("999-1")


async def test_what_waits_can_be_asked_for_in_words(town: Town) -> None:
    await claim(town)
    supervisor = town.person("supervisor")
    for text in ("việc nào chờ tôi xác nhận", "việc nào chờ xác nhận"):
        assert (await supervisor.ask(text)).text.startswith(VI.waiting_title(1))
    assert (await supervisor.ask("xin gia hạn")).text == EXTENSIONS.waiting_none
    assert VI.waiting_title(1) not in (await town.person("official").ask("việc nào chờ xác nhận")).text
