"""Obstacles and proposals go to who can act on them, are answered, asked on and closed by who asked."""

from datetime import timedelta

import pytest

from bot.playground.actor import Person, Shown
from handlers.views.wording.composing_vi import COMPOSING
from handlers.views.wording.people_vi import PEOPLE
from handlers.views.wording.proposals_vi import PROPOSALS
from handlers.views.wording.reports_vi import REPORTS
from knowledge.people import Appointment, PersonRole
from knowledge.record import ProposalKind, ProposalState
from tests.conftest import Town
from tests.conversations.test_joining import rows_naming

SAID = "Chưa có hướng dẫn kết nối dữ liệu Sổ sức khỏe, đề nghị ban hành"
ANSWER = "Đã ban hành hướng dẫn 45/HD-BCA"


async def put_together(person: Person, to: str = "bca") -> Shown:
    """An obstacle on 71-149, from its card to the summary."""
    await person.tap("Vướng mắc", await person.ask("71-149"))
    await person.ask(to)
    return await person.ask(SAID)


async def sent(town: Town) -> Shown:
    """What the police's focal point got of an obstacle of the health ministry's."""
    official, focal = town.person("official"), town.person("focal")
    await put_together(official)
    focal.drain()
    await official.tap("Gửi")
    return await focal.next_message()


async def test_from_a_card_to_the_agency_that_can_act_and_back(town: Town) -> None:
    official, focal = town.person("official"), town.person("focal")
    summary = await put_together(official)
    for told in ("Loại: Khó khăn, vướng mắc", "71-149", "Của: Bộ Y tế", "Gửi đến: Bộ Công an", SAID):
        assert told in summary.text
    assert (await official.tap("Gửi")).text.startswith("✅ Đã gửi Bộ Công an (số 1).")
    card = await focal.next_message()
    assert card.text.startswith("📨 Gửi đến bạn xử lý\nKhó khăn, vướng mắc số 1")
    assert SAID in card.text
    assert official.persona.name not in card.text
    official.drain()
    await focal.tap("Trả lời", card)
    assert (await focal.ask(ANSWER)).text.startswith("✅ Đã gửi trả lời")
    news = await official.next_message()
    assert news.text.startswith("💬 Có trả lời cho bạn")
    assert f"Bộ Công an trả lời, 09:00 22/11/2026\n“{ANSWER}”" in news.text
    focal.drain()
    await official.tap("Hỏi tiếp", news)
    assert (await official.ask("Bao giờ hướng dẫn có hiệu lực?")).text.startswith("✅ Đã gửi tiếp")
    again = await focal.next_message()
    assert again.text.startswith("📨 Người gửi hỏi tiếp")
    assert "Bao giờ hướng dẫn có hiệu lực?" in again.text
    closed = await official.tap("Được rồi, đóng", news)
    assert closed.text.startswith(PROPOSALS.closed_now)
    assert town.rooms.record.state.proposal(1).state is ProposalState.CLOSED
    late = await focal.tap("Trả lời", again)
    assert "Đã đóng 22/11/2026" in late.text
    assert "Trả lời" not in late.buttons


async def test_in_general_and_to_the_supervisors(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    assert (await focal.ask("/kiennghi")).text == PROPOSALS.none
    assert (await focal.tap("Gửi kiến nghị mới")).text.startswith("1/4 · Về nhiệm vụ nào?")
    await focal.tap("Việc chung")
    assert (await focal.tap("Sáng kiến")).text.startswith("3/4 · Gửi đến cơ quan nào")
    await focal.tap("Người theo dõi")
    await focal.ask("Lập một kho mã nguồn dùng chung cho các bộ")
    assert "Gửi đến: người theo dõi, đôn đốc" in focal.last.text
    await focal.tap("Gửi")
    card = await supervisor.next_message()
    assert "Sáng kiến số 1" in card.text
    focal.drain()
    await supervisor.tap("Trả lời", card)
    await supervisor.ask("Rất hay, sẽ đưa vào chương trình quý I")
    assert "Người theo dõi, đôn đốc trả lời" in (await focal.next_message()).text
    kept = town.rooms.record.state.proposal(1)
    assert (kept.kind, kept.to, kept.task) == (ProposalKind.IDEA, "", "")


async def test_the_task_is_named_by_code_or_by_words(town: Town) -> None:
    official = town.person("official")
    await official.ask("/kiennghi")
    await official.tap("Gửi kiến nghị mới")
    assert (await official.ask("xyzzy")).text.startswith("1/4 · Tôi không thấy nhiệm vụ “xyzzy”")
    offered = await official.ask("sổ sức khỏe điện tử")
    assert offered.text.startswith("1/4 · Nhiệm vụ nào trong số này?")
    assert any(label.startswith("71-149") for label in offered.buttons)
    assert (await official.ask("nv 149")).text.startswith("2/4 · Đây là gì?")
    assert (await official.ask("/kiennghi 71-89.7")).text.startswith("2/4 · Đây là gì?")


async def test_to_whom_is_read_forgivingly_and_never_oneself(town: Town) -> None:
    official = town.person("official")
    await official.tap("Vướng mắc", await official.ask("71-149"))
    assert (await official.ask("bo y te")).text.startswith(f"3/4 · {PROPOSALS.to_own}")
    assert (await official.ask("zzzz qqqq")).text.startswith("3/4 · Tôi không biết cơ quan “zzzz qqqq”")
    which = await official.ask("so khcn ha noi")
    assert which.text.startswith("3/4 · “so khcn ha noi” là cơ quan nào?")
    assert (await official.tap("Thành phố Hà Nội", which)).text.startswith("4/4")
    assert (await official.ask("vướng lắm")).text.startswith("4/4 · Ngắn quá")


async def test_where_nobody_of_the_agency_is_here_the_supervisors_are_told(town: Town) -> None:
    official, supervisor = town.person("official"), town.person("supervisor")
    await put_together(official, "Bộ Tài chính")
    done = await official.tap("Gửi")
    assert PROPOSALS.nobody("Bộ Tài chính") in done.text
    assert (await supervisor.next_message()).text.startswith("📨 Gửi đến bạn xử lý")


async def test_mine_and_ours_are_listed_with_the_days_of_silence(town: Town) -> None:
    card = await sent(town)
    official, focal, staff = town.person("official"), town.person("focal"), town.person("staff")
    town.clock.move_to(town.clock.now() + timedelta(days=5))
    mine = await official.ask("/kiennghi")
    assert "Chúng tôi gửi: 1" in mine.text
    assert "chờ trả lời · im lặng 5 ngày" in mine.text
    ours = await focal.ask("/kiennghi")
    assert "Gửi đến chúng tôi: 1" in ours.text
    assert (await focal.tap("1", ours)).buttons == ["Trả lời", "71-149"]
    await focal.tap("Trả lời", card)
    await focal.ask(ANSWER)
    await town.told()
    town.clock.move_to(town.clock.now() + timedelta(days=2))
    assert "đã trả lời, chờ người gửi xem · im lặng 2 ngày" in (await official.ask("/kiennghi")).text
    assert (await staff.ask("/kiennghi")).text == PROPOSALS.none


async def test_only_whom_it_concerns_sees_answers_or_closes(town: Town) -> None:
    card = await sent(town)
    staff, focal, admin = town.person("staff"), town.person("focal"), town.person("admin")
    mine = await staff.ask("/trogiup")
    for verb in ("os", "oz", "oq", "oc"):
        staff.drain()
        await staff.press_old(mine, f"{verb}|1|")
        assert (await staff.next_message()).text == REPORTS.refusals["not_permitted"]
    focal.drain()
    await focal.press_old(card, "oc|1|")
    assert (await focal.next_message()).text == COMPOSING.refusals["not_the_author"]
    for subject in ("999", "²", "", "1.2"):
        await admin.press_old(await admin.ask("/help"), f"os|{subject}|")
    await admin.ask("/help")
    assert town.rooms.record.log.head.count == 1


async def test_closed_twice_or_at_once_it_is_closed_once(town: Town) -> None:
    await sent(town)
    official = town.person("official")
    listed = await official.ask("/kiennghi")
    card = await official.tap("1", listed)
    for _ in range(3):
        await official.press_old(card, str(card.button("Được rồi, đóng").data))
    await official.ask("/trogiup")
    assert town.rooms.record.log.head.count == 2


async def test_it_survives_double_taps_and_can_be_left(town: Town) -> None:
    official, focal = town.person("official"), town.person("focal")
    summary = await put_together(official)
    assert (await official.ask("/huy")).text == PEOPLE.left
    assert (await official.press("Gửi", summary)).text == PEOPLE.dialogue_over
    summary = await put_together(official)
    focal.drain()
    for _ in range(2):
        await official.press_old(summary, str(summary.button("Gửi").data))
    await official.ask("/trogiup")
    await town.told()
    assert len(town.rooms.record.state.proposals()) == 1
    assert len([each for each in focal.from_bot if each.text.startswith("📨")]) == 1


async def test_a_role_lost_meanwhile_answers_no_more(town: Town) -> None:
    card = await sent(town)
    focal = town.person("focal")
    await focal.tap("Trả lời", card)
    town.rooms.people.dismiss(focal.persona.id, Appointment(PersonRole.FOCAL_POINT, "Bộ Công an"))
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.OFFICIAL, "Bộ Công an"))
    assert (await focal.ask(ANSWER)).text == PROPOSALS.not_theirs
    assert town.rooms.record.state.proposal(1).answers == ()


async def test_somebody_of_no_agency_is_told_the_way_on(town: Town) -> None:
    admin = town.person("admin")
    for held in town.rooms.people.find(admin.persona.id).appointments:
        town.rooms.people.dismiss(admin.persona.id, held)
    town.rooms.people.appoint(admin.persona.id, Appointment(PersonRole.ADMINISTRATOR, ""))
    await admin.ask("/proposals")
    assert (await admin.tap("Raise a new matter")).text.startswith("You belong to no agency yet")


async def test_somebody_of_two_agencies_says_for_which(town: Town) -> None:
    focal = town.person("focal")
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.STAFF, "Bộ Y tế"))
    asked = await focal.tap("Vướng mắc", await focal.ask("71-149"))
    assert asked.text == PROPOSALS.ask_from
    assert (await focal.tap("Bộ Y tế", asked)).text.startswith("3/4")


async def test_who_asked_is_forgotten_and_the_answer_goes_to_the_agency(town: Town) -> None:
    card = await sent(town)
    official, focal, staff = town.person("official"), town.person("focal"), town.person("staff")
    town.rooms.people.appoint(staff.persona.id, Appointment(PersonRole.STAFF, "Bộ Y tế"))
    pseudonym = town.rooms.people.pseudonym(official.persona.id)
    await official.ask("/xoatoi")
    await official.tap("Xoá tất cả về tôi")
    left = rows_naming(town, str(official.persona.id), official.persona.name, pseudonym)
    assert set(left) <= {"record_entry", "proposal"}
    staff.drain()
    await focal.tap("Trả lời", card)
    await focal.ask(ANSWER)
    assert (await staff.next_message()).text.startswith("💬 Có trả lời cho bạn")


@pytest.mark.parametrize("said", ['<b>&"</b> đề nghị làm rõ', "a" * 1500 + " b c", "ộ" * 1400 + " đề nghị xem"])
async def test_anything_may_be_written(town: Town, said: str) -> None:
    official = town.person("official")
    await official.tap("Vướng mắc", await official.ask("71-149"))
    await official.ask("bca")
    shown = await official.ask(said)
    if len(said) > 1500:
        assert "Dài quá 1500 ký tự" in shown.text
        return
    await official.tap("Gửi")
    assert town.rooms.record.state.proposal(1).words == said


async def test_in_english(town: Town) -> None:
    admin, focal = town.person("admin"), town.person("focal")
    await admin.tap("Obstacle", await admin.ask("task 71-149"))
    await admin.ask("BCA")
    summary = await admin.ask("No guideline on how to connect the data yet")
    assert "To: Bộ Công an" in summary.text
    assert (await admin.tap("Send")).text.startswith("✅ Sent to Bộ Công an (number 1).")
    card = await focal.next_message()
    assert "Khó khăn, vướng mắc số 1" in card.text
    admin.drain()
    await focal.tap("Trả lời", card)
    await focal.ask(ANSWER)
    news = await admin.next_message()
    assert news.text.startswith("💬 You are answered\nObstacle 1")
    assert (await admin.tap("That does, close it", news)).text.startswith("✅ Closed. Thank you.")


async def test_the_words_after_the_command_are_the_matter(town: Town) -> None:
    official = town.person("official")
    matter = "đề nghị Bộ Tài chính bố trí vốn sớm"
    asked = await official.ask(f"/kiennghi 71-106 {matter}")
    assert asked.text.startswith("2/4 · Đây là gì?")
    asked = await official.tap("Kiến nghị", asked)
    assert asked.buttons[0] == "Bộ Tài chính"
    summary = await official.tap("Bộ Tài chính", asked)
    for told in ("Loại: Kiến nghị", "Về: 71-106", "Gửi đến: Bộ Tài chính", f"“{matter}”"):
        assert told in summary.text


async def test_without_a_code_the_words_are_kept_too(town: Town) -> None:
    official = town.person("official")
    asked = await official.ask("/kiennghi đề nghị Bộ Tài chính bố trí vốn sớm")
    assert asked.text.startswith("1/4 · Về nhiệm vụ nào?")
    await official.tap("Việc chung", asked)
    await official.tap("Kiến nghị")
    assert "bố trí vốn sớm" in (await official.ask("btc")).text


async def test_a_sentence_typed_where_a_button_is_asked_for_is_kept(town: Town) -> None:
    official = town.person("official")
    await official.ask("/kiennghi 71-149 ")
    again = await official.ask(SAID)
    assert again.text.startswith(f"2/4 · {COMPOSING.kept_for_later}")
    await official.tap("Khó khăn, vướng mắc", again)
    assert SAID in (await official.ask("bca")).text
