"""Reporting in a hurry on a phone: several tasks in a line, no code, no idea how to begin, second thoughts."""

from datetime import timedelta

import pytest

from bot.playground.actor import Person, Shown
from handlers.views.wording.people_vi import PEOPLE
from handlers.views.wording.reports_en import REPORTS as EN
from handlers.views.wording.reports_vi import REPORTS as VI
from knowledge.progress import Status
from knowledge.record import Refusal
from tests.conftest import Town
from tests.conversations.test_reports import entries, progress, recorded
from tests.knowledge.test_documents import pdf


async def said_yes(person: Person, shown: Shown) -> Shown:
    """Say yes, and take what is proposed next."""
    await person.tap(VI.record_it, shown)
    return await person.next_message()


async def test_two_codes_in_one_report_are_two_reports(town: Town) -> None:
    focal = town.person("focal")
    first = await focal.ask("71-89.7 va 71-89.8 xong hom qua a")
    assert first.text.splitlines()[0] == f"{VI.is_it_this} {VI.part(1)}"
    second = await said_yes(focal, first)
    assert "71-89.8 " in second.text
    assert "Ngày làm xong: 21/11/2026" in second.text
    await focal.tap(VI.record_it, second)
    assert [progress(town, code).claim for code in ("71-89.7", "71-89.8")] == [1, 2]


async def test_each_code_with_its_own_state(town: Town) -> None:
    focal = town.person("focal")
    second = await said_yes(focal, await focal.ask("71-89.7 xong hôm qua, 71-94 được 40%"))
    assert "71-94 " in second.text
    assert "Đang thực hiện, 40% · “được 40%”" in second.text


async def test_somebody_elses_code_among_them_is_told_of(town: Town) -> None:
    focal = town.person("focal")
    told = await said_yes(focal, await focal.ask("71-89.7 và 71-104 xong rồi"))
    assert "Việc này do Bộ KH&CN báo cáo" in told.text


async def test_somebody_elses_code_first_does_not_end_the_rest(town: Town) -> None:
    focal = town.person("focal")
    for command in ("", "/capnhat "):
        told = await focal.ask(f"{command}71-104 xong 20/11, 71-89.7 đang làm 30%, 71-94 xong hôm qua")
        assert "Việc này do Bộ KH&CN báo cáo" in told.text
        first = await focal.next_message()
        assert first.text.splitlines()[0] == f"{VI.is_it_this} {VI.part(1)}"
        assert "71-89.7 " in first.text
        assert "71-94 " in (await said_yes(focal, first)).text
        await focal.tap(VI.drop)


async def test_a_photo_with_such_words_is_for_ones_own(town: Town) -> None:
    focal = town.person("focal")
    focal.drain()
    await focal.send_document(pdf("x"), "qd.pdf", caption="71-104 xong rồi, 71-89.7 xong hôm qua")
    assert "Việc này do Bộ KH&CN báo cáo" in (await focal.next_message()).text
    assert "tệp qd.pdf" in (await focal.next_message()).text


async def test_what_is_kept_is_what_was_said_beside_the_code(town: Town) -> None:
    focal = town.person("focal")
    assert "→ Đã hoàn thành · “đã xong hôm qua”" in (await focal.ask("71-89.7 đã xong hôm qua")).text
    await focal.tap(VI.drop)
    assert "· “xong”" in (await focal.ask("nv 71-89.7: xong")).text


@pytest.mark.parametrize("text", ["báo cáo", "bao cao tien do", "em muốn cập nhật tiến độ ạ"])
async def test_who_only_wants_to_report_is_shown_how_and_offered_tasks(town: Town, text: str) -> None:
    focal = town.person("focal")
    shown = await focal.ask(text)
    assert shown.text.startswith("Báo cáo một việc: /capnhat")
    assert "Việc này đến đâu rồi?" in (await focal.tap(shown.buttons[0], shown)).text
    assert entries(town) == 0


async def test_the_last_report_is_taken_back_by_words(town: Town) -> None:
    focal = town.person("focal")
    assert (await focal.ask("rút lại")).text == VI.nothing_to_take_back
    await recorded(focal)
    town.clock.move_to(town.clock.now() + timedelta(minutes=14))
    shown = await focal.ask("cho em rut lai bao cao vua roi")
    assert shown.text.startswith(f"{VI.press_withdraw}\n\n✅ Đã ghi nhận lúc 09:00")
    back = await focal.tap(VI.withdraw, shown)
    assert back.text.startswith("↩️ Đã rút báo cáo gửi lúc 09:00 22/11/2026")
    assert VI.report_again in back.buttons
    assert progress(town, "71-89.7").silent
    town.clock.move_to(town.clock.now() + timedelta(minutes=20))
    assert (await focal.ask("rút lại")).text == VI.nothing_to_take_back


@pytest.mark.parametrize("text", ["nhầm rồi, rút lại", "rut bao cao 71-89.7", "tôi báo nhầm việc 71-89.7", "nhầm rồi"])
async def test_that_it_was_a_mistake_offers_to_take_it_back(town: Town, text: str) -> None:
    focal = town.person("focal")
    done = await recorded(focal)
    shown = await focal.ask(text)
    assert shown.text.startswith(VI.press_withdraw)
    assert progress(town, "71-89.7").claim == 1
    assert (await focal.tap(VI.withdraw, shown)).text.startswith("↩️ Đã rút báo cáo")
    assert (await focal.press(VI.withdraw, done)).text == VI.withdrawn_before


async def test_too_late_it_is_told_how_a_report_is_corrected(town: Town) -> None:
    focal = town.person("focal")
    await recorded(focal)
    town.clock.move_to(town.clock.now() + timedelta(minutes=16))
    late = await focal.ask("rút báo cáo 71-89.7")
    assert VI.refusals[Refusal.TOO_LATE] in late.text
    assert "Việc này đến đâu rồi?" in (await focal.tap(VI.report_again, late)).text
    await focal.ask("/huy")
    assert VI.not_reported_by_you in (await focal.ask("rút báo cáo 71-94")).text


@pytest.mark.parametrize("text", ["nhầm rồi", "nhầm rồi, rút lại"])
async def test_a_mistake_before_anything_is_recorded(town: Town, text: str) -> None:
    focal = town.person("focal")
    await recorded(focal)
    await focal.ask("/capnhat xong rồi")
    assert (await focal.ask(text)).text == VI.dropped
    await focal.ask("71-94 chưa xong")
    assert (await focal.ask(text)).text.startswith(VI.not_yet_recorded)
    assert entries(town) == 1


async def test_a_day_that_has_not_come_is_not_said_to_be_missing(town: Town) -> None:
    focal = town.person("focal")
    proposed = await focal.ask("71-55 xong 10/1/2027")
    assert f"Ngày làm xong: 22/11/2026 ({VI.day_ahead})" in proposed.text


async def test_the_day_of_what_goes_on_is_not_that_of_its_end(town: Town) -> None:
    focal = town.person("focal")
    proposed = await focal.ask("71-55 đã trình Bộ trưởng hôm qua")
    assert "Ngày: 21/11/2026" in proposed.text
    assert VI.done_on not in proposed.text
    done = await focal.tap(VI.statuses[Status.DONE], proposed)
    assert f"{VI.done_on}: 21/11/2026" in done.text


async def test_leaving_a_change_comes_back_to_the_proposal(town: Town) -> None:
    focal = town.person("focal")
    proposed = await focal.ask("71-55 xong hôm qua")
    await focal.tap(VI.change, proposed)
    await focal.tap(VI.change_obstacle)
    back = await focal.tap(PEOPLE.leave)
    assert back.text == proposed.text
    assert back.buttons == proposed.buttons
    await focal.tap(VI.record_it)
    assert entries(town) == 1


async def test_a_report_that_is_left_before_it_says_anything_is_forgotten(town: Town) -> None:
    focal = town.person("focal")
    await focal.tap(VI.report, await focal.ask("71-55"))
    assert (await focal.tap(PEOPLE.leave)).text == PEOPLE.left
    assert town.rooms.drafts.latest(focal.persona.id, focal.chat_id, town.clock.now() - timedelta(hours=1)) is None


@pytest.mark.parametrize("text", ["đúng", "dung roi a", "ok", "vâng ghi nhận ạ", "yes"])
async def test_a_yes_in_words_brings_the_button_back(town: Town, text: str) -> None:
    focal = town.person("focal")
    proposed = await focal.ask("71-55 xong hôm qua")
    again = await focal.ask(text)
    assert again.text == f"{VI.press_yes}\n\n{proposed.text}"
    assert entries(town) == 0
    await focal.tap(VI.record_it, again)
    await focal.press_old(proposed, proposed.button(VI.record_it).data or "")
    await focal.ask("/trogiup")
    assert entries(town) == 1


async def test_a_yes_to_nothing_is_no_report(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("71-55 xong hôm qua")
    town.clock.move_to(town.clock.now() + timedelta(minutes=1))
    await focal.ask("Bộ Công an còn việc gì")
    assert VI.press_yes not in (await focal.ask("ok")).text


async def test_the_code_says_where_a_file_belongs(town: Town) -> None:
    focal = town.person("focal")
    focal.drain()
    await focal.send_document(pdf("x"), "bb.pdf")
    assert (await focal.next_message()).text == VI.evidence_for_which(1)
    asked = await focal.ask("71-55")
    assert "Việc này đến đâu rồi?" in asked.text
    assert "Minh chứng: tệp bb.pdf" in asked.text
    await focal.tap(VI.statuses[Status.DONE], asked)
    await focal.tap(VI.record_it)
    assert progress(town, "71-55").claim == 1
    assert (await focal.ask("71-56")).text.startswith("71-56 ")


async def test_in_english(town: Town) -> None:
    focal = town.person("focal")
    town.rooms.people.speak(focal.persona.id, "en")
    asked = await focal.ask("almost done, 80%")
    assert asked.text.startswith(f"{EN.you_report}: ")
    assert EN.or_type_task in asked.text
    proposed = await focal.ask("71-89.7")
    assert proposed.text.startswith(EN.is_it_this)
    await focal.tap(EN.record_it)
    assert (await focal.tap(EN.withdraw)).text.startswith("↩️ Report of 09:00 22/11/2026 withdrawn")
