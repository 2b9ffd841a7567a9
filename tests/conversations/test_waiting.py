"""Whoever must answer or decide is reminded in the one message of the day; who asked sees that; an answer ends it."""

import json
from datetime import date, datetime

import pytest

from bot.clock import TIMEZONE
from bot.notices import plan
from bot.playground.actor import Person, Shown
from handlers.views.wording.reports_vi import REPORTS as VI
from handlers.views.wording.waiting_vi import WAITING
from knowledge.people import Appointment, PersonRole
from knowledge.progress import Status
from scheduler.plan import plan_day
from tests.conftest import Town
from tests.conversations.test_confirming import CLAIM, claim
from tests.conversations.test_extensions import asked
from tests.conversations.test_proposals import ANSWER, SAID, put_together, sent

BCA = "Bộ Công an"
FIFTH, TENTH = date(2026, 11, 30), date(2026, 12, 7)  # working days after Sunday 22/11; the 24th is a public holiday


def holding(person: Person, words: str) -> list[Shown]:
    return [each for each in person.from_bot if words in each.text]


async def test_an_agency_that_does_not_answer_is_reminded_and_the_asker_sees_it(town: Town) -> None:
    await sent(town)
    official, focal, supervisor = town.person("official"), town.person("focal"), town.person("supervisor")
    title = WAITING.unanswered(BCA)
    await town.playground.move_to(date(2026, 11, 27))
    assert holding(focal, title) == []
    await town.playground.move_to(FIFTH)
    (told,) = holding(focal, title)
    assert told.text.startswith("Thứ Hai 30/11/2026 · Bộ Công an · ")  # in the message that tells of tasks too
    assert f"Khó khăn, vướng mắc số 1 · Bộ Y tế · im lặng 5 ngày làm việc\n“{SAID}”" in told.text
    mine = await official.ask("/kiennghi")
    assert "chờ trả lời · im lặng 8 ngày · đã nhắc 30/11/2026" in mine.text
    await town.playground.move_to(FIFTH)
    assert len(holding(focal, title)) == 1

    await town.playground.move_to(TENTH)
    assert "im lặng 10 ngày làm việc · đã nhắc 30/11/2026" in holding(focal, title)[1].text
    (heard,) = holding(supervisor, WAITING.silent)
    assert "số 1 · Bộ Y tế → Bộ Công an · im lặng 10 ngày làm việc · đã nhắc 30/11/2026" in heard.text
    card = await supervisor.tap("Xem kiến nghị 1", heard)
    assert card.id != heard.id
    assert "đã nhắc 2 lần, gần nhất 07/12/2026 · đã báo người theo dõi 07/12/2026" in card.text

    opened = await focal.tap("Xem kiến nghị 1", told)
    await focal.tap("Trả lời", opened)
    await focal.ask(ANSWER)
    await town.told()
    assert "đã nhắc" not in (await official.ask("/kiennghi")).text
    await town.playground.move_to(date(2026, 12, 14))
    await town.playground.move_to(date(2026, 12, 21))
    assert len(holding(focal, title)) == 2


async def test_what_was_answered_while_the_message_waited_is_not_told(town: Town) -> None:
    card = await sent(town)
    focal = town.person("focal")
    town.clock.move_to(datetime(2026, 11, 30, 9, tzinfo=TIMEZONE))
    notices = plan_day(town.rooms.gatherer.situation(town.clock.today()), town.clock.today())
    (item,) = (each for notice in notices for each in notice.items if each.step.startswith("unanswered"))
    assert town.rooms.gatherer.stands(item)
    await focal.tap("Trả lời", card)
    await focal.ask(ANSWER)
    assert not town.rooms.gatherer.stands(item)


async def test_what_is_to_come_can_be_seen_and_cancelled(town: Town) -> None:
    official, supervisor, focal = town.person("official"), town.person("supervisor"), town.person("focal")
    town.rooms.people.dismiss(focal.persona.id, Appointment(PersonRole.FOCAL_POINT, BCA))  # whose tasks fill the list
    await put_together(official, "Người theo dõi, đôn đốc")
    await official.tap("Gửi")
    await town.told()
    ahead = await supervisor.ask("/nhacviec danhsach")
    line = next(each for each in ahead.text.splitlines() if "30/11 · chờ trả lời: kiến nghị 1" in each)
    await supervisor.tap(f"Bỏ {line.split()[0]}", ahead)
    await town.playground.move_to(FIFTH)
    assert holding(supervisor, WAITING.unanswered("")) == []
    await town.playground.move_to(TENTH)
    assert len(holding(supervisor, WAITING.unanswered(""))) == 1


async def test_why(town: Town) -> None:
    await sent(town)
    focal = town.person("focal")
    await town.playground.move_to(FIFTH)
    (told,) = holding(focal, WAITING.unanswered(BCA))
    assert "Kiến nghị gửi Bộ Công an chưa có trả lời" in (await focal.tap("Vì sao tôi nhận?", told)).text


async def test_claims_and_extensions_that_wait_are_told_to_supervisors_with_their_lists(town: Town) -> None:
    supervisor = town.person("supervisor")
    await claim(town)
    await asked(town)
    await town.playground.move_to(date(2026, 11, 26))
    assert holding(supervisor, WAITING.undecided) == []
    await town.playground.move_to(date(2026, 11, 27))  # the fourth working day
    (told,) = holding(supervisor, WAITING.undecided)
    assert "• 1 báo cáo hoàn thành chờ xác nhận, lâu nhất 4 ngày làm việc" in told.text
    assert "• 1 đề nghị lùi hạn, lâu nhất 4 ngày làm việc" in told.text
    claims = await supervisor.tap(WAITING.see_claims(1), told)
    assert claims.id != told.id
    assert claims.text.startswith("1 báo cáo chờ xác nhận")
    extensions = await supervisor.tap(WAITING.see_extensions(1), told)
    assert "17-5c2.1" in extensions.text
    assert "Đồng ý" in (await supervisor.tap("1", extensions)).buttons
    await supervisor.tap(VI.confirm, await supervisor.tap("1", claims))
    await town.playground.move_to(date(2026, 12, 7))
    later = holding(supervisor, WAITING.undecided)[-1]
    assert "báo cáo hoàn thành" not in later.text
    assert "đề nghị lùi hạn" in later.text


async def test_a_claim_waits_from_its_first_evidence_on(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await focal.ask("71-89.7 đã xong ngày 20/11/2026")
    await focal.tap(VI.record_it)
    await town.playground.move_to(date(2026, 11, 26))
    await focal.tap(VI.add_evidence)
    supervisor.drain()
    await focal.ask("45/QĐ-BCA")
    assert (await supervisor.next_message()).text.startswith(VI.claim_title[Status.DONE])
    await town.playground.move_to(date(2026, 11, 27))
    assert holding(supervisor, WAITING.undecided) == []
    await town.playground.move_to(date(2026, 12, 2))
    assert len(holding(supervisor, WAITING.undecided)) == 1


async def test_nobody_is_told_of_their_own_and_an_empty_chair_falls_to_supervisors(town: Town) -> None:
    focal, supervisor, official = town.person("focal"), town.person("supervisor"), town.person("official")
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.SUPERVISOR, BCA))
    await focal.ask(CLAIM)
    await focal.tap(VI.record_it)
    await official.tap("Vướng mắc", await official.ask("71-149"))
    await official.ask("Bộ Tài chính")
    await official.ask(SAID)
    await official.tap("Gửi")
    await town.playground.move_to(FIFTH)
    assert len(holding(supervisor, WAITING.unanswered("Bộ Tài chính"))) == 1
    assert len(holding(supervisor, "báo cáo hoàn thành chờ xác nhận")) == 1
    assert holding(focal, "báo cáo hoàn thành chờ xác nhận") == []


async def test_many_are_cut_with_the_way_to_all(town: Town) -> None:
    official, focal = town.person("official"), town.person("focal")
    for number in range(7):
        await official.tap("Vướng mắc", await official.ask("71-149"))
        await official.ask("bca")
        await official.ask(f"{SAID} lần thứ {number}")
        await official.tap("Gửi")
    await town.playground.move_to(FIFTH)
    (told,) = holding(focal, WAITING.unanswered(BCA))
    assert WAITING.more(2) in told.text
    assert len([label for label in told.buttons if label.startswith("Xem kiến nghị")]) == 5


async def test_in_english(town: Town) -> None:
    await sent(town)
    focal = town.person("focal")
    town.rooms.people.speak(focal.persona.id, "en")
    await town.playground.move_to(FIFTH)
    (told,) = holding(focal, "Waiting for an answer of Bộ Công an")
    assert "Obstacle 1 · Bộ Y tế · silent for 5 working days" in told.text
    assert "A proposal to Bộ Công an has no answer yet" in (await focal.tap("Why me?", told)).text


async def test_the_plan_on_the_command_line_prints_what_waits(town: Town, capsys: pytest.CaptureFixture[str]) -> None:
    await sent(town)
    await claim(town)
    today = town.clock.today()
    assert plan(town.rooms, today, TENTH, today=today, person=None, agency="", as_json=False) == 0
    printed = capsys.readouterr().out
    for told in (WAITING.unanswered(BCA), WAITING.silent, WAITING.undecided):
        assert told in printed
    assert plan(town.rooms, today, TENTH, today=today, person=None, agency=BCA, as_json=True) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    waits = [item for row in rows for item in row["items"] if item["why"] == "answering"]
    assert [(item["step"], item["version"]) for item in waits] == [
        ("unanswered.5", "1.2026-11-22"),
        ("unanswered.10", "1.2026-11-22"),
    ]
