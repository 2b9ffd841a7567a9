"""Reporting from chat: what was understood is shown, said yes to, and acknowledged once it is on disk."""

from datetime import timedelta

import pytest
from telegram import Update

from bot.playground.actor import Person, Shown
from handlers.views.wording.people_vi import PEOPLE
from handlers.views.wording.reports_en import REPORTS as EN
from handlers.views.wording.reports_vi import REPORTS as VI
from knowledge.people import Appointment, PersonRole
from knowledge.progress import Status
from knowledge.record import Progress, Refusal, StoreBusyError, StoreFullError
from knowledge.store import EvidenceRefusal
from tests.conftest import Town

POLICE, HEALTH = "Bộ Công an", "Bộ Y tế"
DECREE = "da trinh CP nghi dinh ket noi chia se du lieu hom qua, to trinh 123/TTr-BCA"
CODED = "71-89.7 đã xong hôm qua, quyết định 45/QĐ-BCA"


def progress(town: Town, task: str, agency: str = POLICE) -> Progress:
    return town.rooms.record.state.progress(task, agency)


def entries(town: Town) -> int:
    return town.rooms.record.log.head.count


async def recorded(person: Person, text: str = CODED) -> Shown:
    """Report in words and say yes."""
    await person.ask(text)
    return await person.tap(VI.record_it)


async def test_plain_words_become_a_report_in_two_steps(town: Town) -> None:
    focal = town.person("focal")
    proposed = await focal.ask(DECREE)
    assert proposed.text.startswith(VI.is_it_this)
    assert "07-2d.1 Trình" in proposed.text
    assert "Đang thực hiện" in proposed.text
    assert "Minh chứng: 123/TTr-BCA" in proposed.text
    assert entries(town) == 0
    done = await focal.tap(VI.record_it, proposed)
    assert done.id == proposed.id
    assert done.text.startswith("✅ Đã ghi nhận lúc 09:00 22/11/2026")
    assert done.buttons == [VI.add_evidence, VI.withdraw, VI.open_task]
    assert progress(town, "07-2d.1").status is Status.IN_PROGRESS


async def test_with_a_code_and_the_day(town: Town) -> None:
    focal = town.person("focal")
    proposed = await focal.ask("/capnhat 71-89.7 xong ngày 20/11/2026")
    assert "→ Đã hoàn thành" in proposed.text
    assert "Ngày làm xong: 20/11/2026" in proposed.text
    assert VI.no_evidence_yet in proposed.text
    shown = await focal.tap(VI.record_it)
    assert VI.awaits[town.rooms.record.state.report(1).state] in shown.text
    assert progress(town, "71-89.7").status is Status.NO_REPORT
    assert progress(town, "71-89.7").claim == 1


async def test_a_day_that_was_not_said_is_told_to_be_assumed(town: Town) -> None:
    focal = town.person("focal")
    proposed = await focal.ask("/capnhat 71-89.7 xong")
    assert f"Ngày làm xong: 22/11/2026 ({VI.not_dated})" in proposed.text
    await focal.tap(VI.change)
    await focal.tap(VI.change_day)
    assert (await focal.ask("30/12/2026")).text.startswith(VI.day_odd)
    changed = await focal.ask("20/11")
    assert "Ngày làm xong: 20/11/2026 ·" in changed.text


async def test_what_has_no_last_day_is_neither_late_nor_in_time(town: Town) -> None:
    proposed = await town.person("focal").ask("/capnhat 07-3b xong hôm qua")
    assert "Ngày làm xong: 21/11/2026\n" in proposed.text


async def test_from_the_card(town: Town) -> None:
    focal = town.person("focal")
    card = await focal.ask("71-89.7")
    assert VI.report in card.buttons
    asked = await focal.tap(VI.report, card)
    assert "Việc này đến đâu rồi?" in asked.text
    proposed = await focal.ask("đang làm được 40%, vướng kinh phí chưa được cấp")
    assert "Đang thực hiện, 40%" in proposed.text
    assert "Khó khăn: vướng kinh phí" in proposed.text
    await focal.tap(VI.record_it)
    card = await focal.ask("71-89.7")
    assert "Đang thực hiện, 40% · báo cáo 22/11/2026" in card.text


async def test_from_the_card_by_buttons_only(town: Town) -> None:
    focal = town.person("focal")
    await focal.tap(VI.report, await focal.ask("71-89.7"))
    await focal.tap(VI.statuses[Status.IN_PROGRESS])
    await focal.tap(VI.change)
    await focal.tap("75%")
    await focal.tap(VI.record_it)
    assert progress(town, "71-89.7").percent == 75


async def test_only_who_may_report_is_offered_it(town: Town) -> None:
    for who in ("official", "staff", "supervisor", "admin"):
        card = await town.person(who).ask("71-89.7")
        assert VI.report not in card.buttons
        assert EN.report not in card.buttons


async def test_the_words_of_who_may_not_report_are_a_question(town: Town) -> None:
    for who in ("official", "supervisor"):
        shown = await town.person(who).ask(CODED)
        assert VI.is_it_this not in shown.text
    assert entries(town) == 0


async def test_a_code_of_somebody_elses_task_says_whose_it_is(town: Town) -> None:
    staff = town.person("staff")
    shown = await staff.ask(CODED)
    assert "Việc này do" in shown.text
    assert (await staff.ask("/capnhat 71-89.7 xong")).text == shown.text


async def test_it_was_a_question_after_all(town: Town) -> None:
    focal = town.person("focal")
    assert VI.is_it_this in (await focal.ask("71-89.7 đã xong")).text
    answered = await focal.tap(VI.is_question)
    assert answered.text.startswith("71-89.7")
    assert entries(town) == 0


async def test_another_task(town: Town) -> None:
    focal = town.person("focal")
    proposed = await focal.ask(DECREE)
    choice = await focal.tap(VI.other_task, proposed)
    assert choice.text.startswith(VI.which_task)
    other = choice.buttons[0].split(" ")[0]
    changed = await focal.tap(choice.buttons[0], choice)
    assert other in changed.text.splitlines()[1]
    assert "123/TTr-BCA" in changed.text
    await focal.tap(VI.record_it)
    assert progress(town, other).status is Status.IN_PROGRESS
    assert progress(town, "07-2d.1").silent


async def test_several_reports_are_taken_one_by_one(town: Town) -> None:
    focal = town.person("focal")
    first = await focal.ask("1. 71-89.7 đã xong 80%\n2. 71-89.8 đã xong 50%\n3. 71-55 đang lấy ý kiến")
    assert "(còn 2 báo cáo nữa trong tin này)" in first.text
    await focal.tap(VI.record_it, first)
    second = await focal.next_message()
    assert "71-89.8" in second.text
    await focal.tap(VI.drop, second)
    third = await focal.next_message()
    assert "71-55" in third.text
    await focal.tap(VI.record_it, third)
    assert entries(town) == 2
    assert progress(town, "71-89.8").silent


async def test_a_double_tap_writes_once(town: Town) -> None:
    focal = town.person("focal")
    proposed = await focal.ask(CODED)
    data = proposed.button(VI.record_it).data
    for _ in range(3):
        town.playground.world.press_blindly(focal.persona.id, proposed.raw, data)
    await focal.ask("/trogiup")
    assert entries(town) == 1
    assert focal.last.text


async def test_the_same_update_again_writes_once(town: Town) -> None:
    """What Telegram delivers again after a crash finds the draft it began, and its yes the report it became."""
    focal = town.person("focal")
    said = await focal.say(CODED)
    proposed = await focal.next_message()
    update = Update.de_json({"update_id": 7_000, "message": said.raw}, town.application.bot)
    pressed = {
        "id": "7001",
        "from": said.raw["from"],
        "chat_instance": "1",
        "message": proposed.raw,
        "data": proposed.button(VI.record_it).data,
    }
    press = Update.de_json({"update_id": 7_001, "callback_query": pressed}, town.application.bot)
    for each in (update, update, press, press):
        await town.application.process_update(each)
    assert entries(town) == 1
    assert len(town.rooms.drafts.about(focal.persona.id)) == 2  # what was said, and what came as update 7000


async def test_two_people_at_once_are_both_kept_and_the_later_is_told(town: Town) -> None:
    focal, staff = town.person("focal"), town.person("staff")
    town.rooms.people.appoint(staff.persona.id, Appointment(PersonRole.STAFF, POLICE))
    mine = await focal.ask("71-89.7 đã làm được 60%")
    theirs = await staff.ask("71-89.7 đã làm được 70%")
    await staff.tap(VI.record_it, theirs)
    done = await focal.tap(VI.record_it, mine)
    assert "Trong lúc đó Phạm Anh Quân cũng đã báo cáo việc này (09:00): Đang thực hiện, 70%" in done.text
    assert entries(town) == 2
    assert progress(town, "71-89.7").percent == 60


async def test_who_works_for_two_agencies_is_asked_for_which(town: Town) -> None:
    focal = town.person("focal")
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.STAFF, HEALTH))
    asked = await focal.ask("/capnhat 329-3.2.2.1 đang làm")
    assert VI.which_agency in asked.text
    assert asked.buttons[:2] == [POLICE, HEALTH]
    proposed = await focal.tap(HEALTH, asked)
    assert f"Cho: {HEALTH}" in proposed.text
    await focal.tap(VI.record_it)
    assert progress(town, "329-3.2.2.1", HEALTH).status is Status.IN_PROGRESS
    card = await focal.ask("329-3.2.2.1")
    assert "Tình trạng · BYT: Đang thực hiện" in card.text or "Tình trạng · Bộ Y tế: Đang thực hiện" in card.text
    assert "Chưa báo cáo (" in card.text


async def test_withdrawn_within_a_quarter_of_an_hour_and_not_after(town: Town) -> None:
    focal = town.person("focal")
    done = await recorded(focal)
    taken = await focal.tap(VI.withdraw, done)
    assert "Đã rút" in taken.text
    assert taken.buttons == [VI.report_again, VI.open_task]
    assert progress(town, "71-89.7").silent
    again = await recorded(focal)
    town.clock.move_to(town.clock.now() + timedelta(minutes=16))
    late = await focal.tap(VI.withdraw, again)
    assert "quá 15 phút" in late.text
    assert progress(town, "71-89.7").claim


async def test_a_restart_half_way_loses_nothing(town: Town) -> None:
    focal = town.person("focal")
    proposed = await focal.ask(CODED)
    await town.restart()
    assert (await focal.tap(VI.record_it, proposed)).text.startswith("✅")
    await focal.tap(VI.report, await focal.ask("71-89.8"))
    await town.restart()
    assert VI.is_it_this in (await focal.ask("đang làm được 40%")).text


async def test_a_role_lost_between_proposal_and_yes(town: Town) -> None:
    focal = town.person("focal")
    proposed = await focal.ask(CODED)
    town.rooms.people.dismiss(focal.persona.id, Appointment(PersonRole.FOCAL_POINT, POLICE))
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.STAFF, HEALTH))
    refused = await focal.tap(VI.record_it, proposed)
    assert "Vai trò hiện nay của bạn không ghi được" in refused.text
    town.rooms.people.dismiss(focal.persona.id, Appointment(PersonRole.STAFF, HEALTH))
    assert (await focal.press(VI.record_it, proposed)).text == PEOPLE.not_allowed
    assert entries(town) == 0


async def test_old_and_altered_buttons(town: Town) -> None:
    focal = town.person("focal")
    proposed = await focal.ask(CODED)
    await focal.tap(VI.drop, proposed)
    for data in (
        "dr|1.yes|",
        "dr|99.yes|",
        "dr|x.yes|",
        "dr|²|",
        "dr|1.task.71-1|",
        "wd|77|",
        "wd|a|",
        "ae|9|",
        "at|1.1|",
    ):
        focal.drain()
        town.playground.world.press_blindly(focal.persona.id, proposed.raw, data)
        await focal.ask("/trogiup")
    await focal.ask(CODED)
    for data in ("dr|2.status.no_report|", "dr|2.percent.13|", "dr|2.agency.7|", "dr|2.type.x|", "dr|2.nothing|"):
        focal.drain()
        town.playground.world.press_blindly(focal.persona.id, proposed.raw, data)
        await focal.ask("/trogiup")
    assert entries(town) == 0


async def test_nobody_presses_anothers_draft(town: Town) -> None:
    focal, staff = town.person("focal"), town.person("staff")
    proposed = await focal.ask(CODED)
    mine = await staff.ask("/trogiup")
    staff.drain()
    town.playground.world.press_blindly(staff.persona.id, mine.raw, proposed.button(VI.record_it).data)
    assert (await staff.next_change()).text == VI.draft_gone
    assert entries(town) == 0


@pytest.mark.parametrize("said", ["", "xyz", "?", "<b>&", "🙂"])
async def test_junk_after_the_command(town: Town, said: str) -> None:
    shown = await town.person("focal").ask(f"/capnhat {said}".strip())
    assert shown.text
    assert entries(town) == 0


async def test_in_english(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/ngonngu en")
    proposed = await focal.ask("/update 71-89.7 done yesterday, decision 45/QĐ-BCA")
    assert proposed.text.startswith(EN.is_it_this)
    assert "Done on: 21/11/2026" in proposed.text
    done = await focal.tap(EN.record_it)
    assert done.text.startswith("✅ Recorded at 09:00")
    assert "Awaits a supervisor's confirmation" in done.text


async def test_what_is_confirmed_can_not_be_reported_over(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await recorded(focal)
    await supervisor.next_message()
    await supervisor.tap(VI.confirm)
    assert (await focal.next_message()).text.startswith(VI.you_are_confirmed)
    await focal.ask("71-89.7 đang làm được 20%")
    assert VI.refusals[Refusal.TRANSITION] in (await focal.tap(VI.record_it)).text
    assert progress(town, "71-89.7").status is Status.DONE


@pytest.mark.parametrize(
    ("trouble", "said"),
    [(StoreBusyError("locked"), VI.busy), (StoreFullError("full"), VI.full)],
    ids=["locked", "full"],
)
async def test_a_database_in_trouble_is_told_and_the_yes_can_be_pressed_again(
    town: Town, monkeypatch: pytest.MonkeyPatch, trouble: Exception, said: str
) -> None:
    focal = town.person("focal")
    proposed = await focal.ask(CODED)

    def refuse(*_: object) -> None:
        raise trouble

    with monkeypatch.context() as patched:
        patched.setattr(town.rooms.record, "record", refuse)
        assert (await focal.tap(VI.record_it, proposed)).text == said
    assert entries(town) == 0
    assert (await focal.tap(VI.record_it, proposed)).text.startswith("✅")
    assert entries(town) == 1


def test_every_refusal_that_a_report_can_meet_has_its_sentence() -> None:
    others = {
        Refusal.EXTENSION_FAULTS,
        Refusal.EXTENSION_WAITING,
        Refusal.NOT_LATER,
        Refusal.LATER_THAN_PARENT,
        Refusal.NOBODY_LEADS,
        Refusal.TITLE_MISSING,
        Refusal.VALUE,
        Refusal.SOURCE_MISSING,
        Refusal.MEASURED_IN_FUTURE,
    }
    for words in (VI, EN):
        assert set(words.refusals) == set(Refusal) - others
        assert set(words.files_refused) == set(EvidenceRefusal)
        assert all(words.refusals.values())
