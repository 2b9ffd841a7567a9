"""Silence climbs: from the focal point to the next person and the supervisor, who see who was told when."""

from datetime import date, timedelta

from knowledge.people import Appointment, PersonRole
from tests.conftest import Town

BCA = "Bộ Công an"
MONDAY = date(2026, 11, 23)


async def test_what_is_late_by_a_month_reaches_both_with_who_was_told_when(town: Town) -> None:
    staff, supervisor = town.person("staff"), town.person("supervisor")
    town.rooms.people.appoint(staff.chat_id, Appointment(PersonRole.STAFF, BCA))
    await town.playground.move_to(MONDAY)
    assert not any("đã nhắc" in each.text for each in (*staff.from_bot, *supervisor.from_bot))
    await town.playground.move_to(MONDAY + timedelta(days=2))
    for person, section in ((staff, "nhờ bạn nhắc giúp"), (supervisor, "Cần lãnh đạo, theo dõi đôn đốc")):
        told = next(each for each in person.from_bot if section in each.text)
        assert "đã nhắc Trần Thu Hà 23/11" in told.text
        assert told.text.splitlines()[0].startswith("Thứ Tư 25/11/2026")


async def test_who_takes_note_is_not_passed_over_before_the_last_day(town: Town) -> None:
    focal, staff = town.person("focal"), town.person("staff")
    town.rooms.people.appoint(staff.chat_id, Appointment(PersonRole.STAFF, BCA))
    due = date(2026, 11, 30)  # what is monthly falls due: told first three days before
    await town.playground.move_to(date(2026, 11, 27))
    told = next(each for each in focal.from_bot if "cần chú ý" in each.text)
    await focal.press(next(each for each in told.buttons if each.startswith("Đã nắm")), told)
    await town.playground.move_to(due)
    lines = [line for line in town.rooms.ledger.lines() if line.chat == staff.chat_id]
    assert not any(line.step == "up-due" for line in lines)


async def test_who_stays_silent_is_passed_over(town: Town) -> None:
    staff = town.person("staff")
    town.rooms.people.appoint(staff.chat_id, Appointment(PersonRole.STAFF, BCA))
    await town.playground.move_to(date(2026, 11, 27))
    await town.playground.move_to(date(2026, 11, 30))
    lines = [line for line in town.rooms.ledger.lines() if line.chat == staff.chat_id]
    assert any(line.step == "up-due" and line.why == "escalated" for line in lines)
