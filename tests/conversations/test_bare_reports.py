"""A report that names no task: it is asked for, the likeliest first, and what was said is kept until it is known."""

from datetime import date, timedelta

import pytest

from bot.playground.actor import Person, Shown
from handlers.views.wording.people_vi import PEOPLE
from handlers.views.wording.reports_en import REPORTS as EN
from handlers.views.wording.reports_vi import REPORTS as VI
from knowledge.people import Appointment, PersonRole
from knowledge.progress import Status
from knowledge.record import Actor, TaskAssigned, deadline_in_chat
from tests.conftest import Town
from tests.conversations.test_evidence import album
from tests.conversations.test_reports import entries, progress
from tests.knowledge.test_documents import pdf

CARD = "71-89.7"
PDF = pdf("BÁO CÁO")
MONDAY = date(2026, 11, 23)


async def answered(person: Person, before: Shown, text: str) -> Shown:
    """Answer a message of the bot's and take what comes."""
    person.drain()
    await person.say(text, reply_to=before)
    return await person.next_message()


@pytest.mark.parametrize(
    "text", ["xong rồi", "xong roi a", "em đang làm", "được 80% rồi ạ", "hoàn thành hôm qua", "done"]
)
async def test_it_is_asked_which_task_is_meant(town: Town, text: str) -> None:
    focal = town.person("focal")
    asked = await focal.ask(text)
    assert asked.text.startswith(VI.you_report)
    assert VI.which_task in asked.text
    assert asked.buttons[0].startswith("71-94 ")
    assert asked.buttons[5:] == [VI.is_question, PEOPLE.leave]
    assert entries(town) == 0


async def test_what_was_said_is_kept_when_a_task_is_chosen(town: Town) -> None:
    focal = town.person("focal")
    asked = await focal.ask("hoàn thành hôm qua, quyết định 45/QĐ-BCA")
    assert "Đã hoàn thành · 21/11/2026" in asked.text
    assert "Minh chứng: 45/QĐ-BCA" in asked.text
    proposed = await focal.tap(asked.buttons[1], asked)
    assert proposed.id == asked.id
    assert proposed.text.startswith(VI.is_it_this)
    assert "71-35 " in proposed.text
    assert "Ngày làm xong: 21/11/2026" in proposed.text
    assert "45/QĐ-BCA" in proposed.text
    assert entries(town) == 0
    await focal.tap(VI.record_it)
    assert progress(town, "71-35").claim == 1
    assert (await focal.tap(VI.open_task)).text.startswith("71-35 ")


async def test_the_code_can_be_typed_or_words_and_more_can_be_said_with_it(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("được 80% rồi ạ")
    proposed = await focal.ask(CARD)
    assert f"{CARD} " in proposed.text
    assert "Đang thực hiện, 80% · “được 80% rồi ạ”" in proposed.text
    await focal.tap(VI.drop)
    await focal.ask("đang làm")
    proposed = await focal.ask("nghị định kết nối chia sẻ dữ liệu")
    assert "07-2d.1 " in proposed.text
    assert "Đang thực hiện · “đang làm”" in proposed.text
    await focal.tap(VI.drop)
    await town.restart()  # … and a restart changes nothing of it
    town.rooms.asked.forget(focal.persona.id)
    await focal.ask("xong rồi")
    proposed = await focal.ask(f"{CARD} xong hôm kia, công văn 12/BCA-C06")
    assert "Ngày làm xong: 20/11/2026" in proposed.text
    assert "12/BCA-C06" in proposed.text


async def test_words_that_name_no_task_of_ones_own_are_asked_again(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("xong rồi")
    again = await focal.ask("linh tinh vớ vẩn")
    assert again.text.startswith(VI.no_such_task("linh tinh vớ vẩn"))
    assert VI.which_task in again.text
    again = await focal.ask("71-104")
    assert "Việc này do Bộ KH&CN báo cáo" in again.text
    assert "71-94" in again.buttons[0]
    assert entries(town) == 0


async def test_a_question_amidst_it_is_answered_and_one_can_go_on(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("xong rồi")
    assert "Bộ Y tế" in (await focal.ask("Bộ Y tế còn việc gì quá hạn?")).text
    aside = await focal.next_message()
    assert PEOPLE.dialogues["which_task"] in aside.text
    assert VI.which_task in (await focal.tap(PEOPLE.resume, aside)).text


async def test_it_was_a_question_after_all(town: Town) -> None:
    focal = town.person("focal")
    asked = await focal.ask("đang thực hiện")
    shown = await focal.tap(VI.is_question, asked)
    assert VI.which_task not in shown.text
    assert (await focal.ask("71-89.7")).text.startswith("71-89.7")  # nothing waits for a task any more


async def test_left_it_is_forgotten(town: Town) -> None:
    focal = town.person("focal")
    for leave in ("button", "command"):
        asked = await focal.ask("xong rồi")
        left = await focal.tap(PEOPLE.leave, asked) if leave == "button" else await focal.ask("/huy")
        assert left.text == PEOPLE.left
        await focal.press_old(asked, asked.button(asked.buttons[0]).data or "")
        assert (await focal.next_change()).text == VI.draft_gone
    focal.drain()
    await focal.send_document(PDF, "qd.pdf")
    assert (await focal.next_message()).text == VI.evidence_for_which(1)


async def test_the_task_just_looked_at_is_proposed(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask(CARD)
    proposed = await focal.ask("xong rồi")
    assert proposed.text.splitlines()[:2] == [VI.is_it_this, f"{CARD} Xây dựng, đưa vào khai thác CSDL về cư trú"]
    other = await focal.tap(VI.other_task, proposed)
    assert [label.split()[0] for label in other.buttons[:2]] == ["71-94", "71-35"]
    assert (await focal.tap(VI.back, other)).text == proposed.text
    assert entries(town) == 0


async def test_a_card_opened_from_a_list_counts_too(town: Town) -> None:
    focal = town.person("focal")
    shown = await focal.ask("Bộ Công an còn việc gì quá hạn")
    await focal.tap("3", shown)
    assert "71-55 " in (await focal.ask("được 30%")).text.splitlines()[1]


async def test_what_was_looked_at_long_ago_or_before_another_question_is_only_offered_first(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask(CARD)
    town.clock.move_to(town.clock.now() + timedelta(minutes=1))
    await focal.ask("Bộ Công an còn việc gì")
    asked = await focal.ask("xong rồi")
    assert asked.buttons[0].startswith(f"{CARD} ")
    assert len(asked.buttons) == 7
    await focal.tap(PEOPLE.leave)
    town.clock.move_to(town.clock.now() + timedelta(hours=1))
    assert (await focal.ask("xong rồi")).buttons[0].startswith("71-94 ")


async def test_somebody_elses_task_that_was_looked_at_is_not_meant(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("71-104")
    assert "71-104" not in (await focal.ask("xong rồi")).text


async def test_what_is_claimed_or_done_already_is_not_offered(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/capnhat 71-94 xong")
    await focal.tap(VI.record_it)
    assert (await focal.ask("xong rồi")).buttons[0].startswith("71-35 ")


async def test_more_on_what_was_just_reported(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask(f"/capnhat {CARD} 80%")
    await focal.tap(VI.record_it)
    assert f"{CARD} " in (await focal.ask("à xong hết rồi")).text.splitlines()[1]


async def test_an_answer_to_a_card_is_about_its_task(town: Town) -> None:
    focal = town.person("focal")
    card = await focal.ask(CARD)
    await focal.ask("71-94")
    proposed = await answered(focal, card, "xong rồi")
    assert f"{CARD} " in proposed.text.splitlines()[1]
    await focal.tap(VI.drop)
    proposed = await answered(focal, card, "đã gửi công văn hướng dẫn công an các tỉnh rồi")
    assert f"{CARD} " in proposed.text.splitlines()[1]
    assert "Đang thực hiện" in proposed.text


async def test_a_question_in_answer_to_a_card_stays_a_question(town: Town) -> None:
    focal = town.person("focal")
    card = await focal.ask(CARD)
    for text in ("xong chưa?", "ai chủ trì việc này?"):
        shown = await answered(focal, card, text)
        assert VI.is_it_this not in shown.text


async def test_an_answer_to_the_card_of_somebody_elses_task_says_whose_it_is(town: Town) -> None:
    focal = town.person("focal")
    card = await focal.ask("71-104")
    assert "Việc này do Bộ KH&CN báo cáo" in (await answered(focal, card, "xong rồi")).text


async def test_an_answer_to_a_list_is_about_one_of_its_tasks(town: Town) -> None:
    focal = town.person("focal")
    shown = await focal.ask("nghị định Bộ Công an chủ trì")
    codes = [line.split()[2] for line in shown.text.splitlines() if line[:1].isdigit() and " 71-" in line[:8]]
    asked = await answered(focal, shown, "xong rồi")
    assert [label.split()[0] for label in asked.buttons[: len(codes)]] == codes


async def test_an_answer_to_a_reminder_is_about_its_tasks(town: Town) -> None:
    focal = town.person("focal")
    await town.playground.move_to(MONDAY)
    digest = focal.last
    asked = await answered(focal, digest, "xong rồi")
    assert asked.buttons[0].split()[0] in digest.text
    await focal.tap(PEOPLE.leave)
    await focal.press("Đã nắm", digest)
    later = await focal.ask("xong rồi")
    assert later.buttons[:5] == asked.buttons[:5]


async def test_a_file_with_such_a_caption(town: Town) -> None:
    focal = town.person("focal")
    focal.drain()
    await focal.send_document(PDF, "qd.pdf", caption="xong rồi ạ")
    asked = await focal.next_message()
    assert VI.which_task in asked.text
    assert "tệp qd.pdf" in asked.text
    proposed = await focal.tap(asked.buttons[0], asked)
    assert "tệp qd.pdf" in proposed.text
    await focal.tap(VI.record_it)
    assert progress(town, "71-94").claim == 1


async def test_a_file_that_comes_before_or_after_belongs_to_it(town: Town) -> None:
    focal = town.person("focal")
    focal.drain()
    await focal.send_document(PDF, "truoc.pdf")
    await focal.next_message()
    assert "tệp truoc.pdf" in (await focal.ask("xong rồi")).text
    await focal.send_document(PDF + b" ", "sau.pdf")
    asked = await focal.next_message()
    assert VI.which_task in asked.text
    assert "tệp truoc.pdf; tệp sau.pdf" in asked.text
    assert CARD in (await focal.ask(CARD)).text


async def test_a_file_in_answer_to_a_card_says_how_it_is(town: Town) -> None:
    focal = town.person("focal")
    card = await focal.ask(CARD)
    await focal.ask("71-94")
    focal.drain()
    await focal.send_document(PDF, "qd.pdf", caption="xong rồi ạ", reply_to=card)
    proposed = await focal.next_message()
    assert f"{CARD} " in proposed.text
    assert "Đã hoàn thành · “xong rồi ạ”" in proposed.text


async def test_a_number_in_answer_to_a_card_is_evidence_for_its_task(town: Town) -> None:
    focal = town.person("focal")
    card = await focal.ask(CARD)
    await focal.ask("71-94")
    asked = await answered(focal, card, "quyết định số 45/QĐ-BCA")
    assert f"{CARD} " in asked.text
    assert "Minh chứng: 45/QĐ-BCA" in asked.text
    await focal.tap("Đã hoàn thành", asked)
    done = await focal.tap(VI.record_it)
    more = await answered(focal, done, "công văn 46/BCA-C06")
    assert "45/QĐ-BCA; 46/BCA-C06" in more.text
    other = await focal.ask("71-104")
    assert "Việc này do Bộ KH&CN báo cáo" in (await answered(focal, other, "45/QĐ-BCA")).text


async def test_with_the_command(town: Town) -> None:
    focal = town.person("focal")
    assert VI.which_task in (await focal.ask("/capnhat xong rồi")).text
    await focal.tap(PEOPLE.leave)
    asked = await focal.ask("/capnhat đã lo xong hoa quả")
    assert VI.which_task in asked.text
    assert "“đã lo xong hoa quả”" in (await focal.tap(asked.buttons[0], asked)).text
    usage = await focal.ask("/capnhat")
    assert usage.buttons[0].startswith("71-94 ")
    assert "Việc này đến đâu rồi?" in (await focal.tap(usage.buttons[0], usage)).text


async def test_whoever_may_not_report_is_told_so(town: Town) -> None:
    for who in ("official", "supervisor"):
        assert (await town.person(who).ask("xong rồi ạ")).text == VI.may_not_report
    assert (await town.person("admin").ask("done")).text == EN.may_not_report
    assert entries(town) == 0


async def test_whoever_may_not_report_is_told_so_with_the_card(town: Town) -> None:
    official = town.person("official")
    told = await official.ask("71-149 xong rồi")
    assert told.text.startswith(f"{VI.may_not_report}\n\n71-149 ")
    assert VI.may_not_report not in (await official.ask("71-149 xong chưa?")).text
    official.drain()
    await official.send_document(PDF, "qd.pdf", caption="71-149 xong")
    assert (await official.next_message()).text.startswith(VI.may_not_report)
    assert entries(town) == 0


async def test_with_several_agencies_the_agency_is_asked_too(town: Town) -> None:
    focal = town.person("focal")
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.FOCAL_POINT, "Bộ Y tế"))
    await focal.ask("xong rồi")
    choice = await focal.ask("329-pl1.1")
    if VI.which_agency in choice.text:
        choice = await focal.tap(choice.buttons[0], choice)
    assert VI.is_it_this in choice.text


async def test_tasks_given_from_chat_are_offered_by_their_deadline(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.rooms.people.find(town.person("supervisor").persona.id)
    assert supervisor is not None
    given = TaskAssigned(
        title="Gửi danh sách cán bộ tập huấn",
        words="Gửi danh sách cán bộ tập huấn",
        leads=("Bộ Công an",),
        coordinators=(),
        deadline=deadline_in_chat("1/1/2025", date(2024, 12, 1)),
        document="",
    )
    actor = Actor(supervisor, town.rooms.people.pseudonym(supervisor.id))
    town.rooms.record.record(given, actor, town.clock.now(), "given")
    asked = await focal.ask("xong rồi")
    assert asked.buttons[0].startswith("gv-1 ")
    assert "gv-1 " in (await focal.tap(asked.buttons[0], asked)).text.splitlines()[1]


async def test_said_otherwise_before_the_task_is_known_the_later_words_count(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("xong rồi")
    again = await focal.ask("à mới được 80% thôi")
    assert again.text.startswith(f"{VI.you_report}: Đang thực hiện, 80%")
    assert VI.is_it_this in (await focal.tap(again.buttons[0], again)).text
    assert progress(town, "71-94").status is Status.NO_REPORT


async def test_an_album_with_such_a_caption_is_one_question(town: Town) -> None:
    focal = town.person("focal")
    album(town, "focal", 3, "xong rồi ạ")
    await focal.next_message()
    await focal.next_edit()
    asked = await focal.next_edit()  # its parts come one by one
    assert VI.which_task in asked.text
    assert "Minh chứng: 3 ảnh" in asked.text
    proposed = await focal.tap(asked.buttons[0], asked)
    assert "Minh chứng: 3 ảnh" in proposed.text
    await focal.tap(VI.record_it, proposed)
    assert progress(town, "71-94").claim == 1
