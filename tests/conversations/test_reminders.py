"""The buttons of a reminder, how one is reminded, what is to come, and the file for a calendar."""

from datetime import date, timedelta

import icalendar
import pytest

from bot.playground.actor import Person, Shown
from knowledge.people import Appointment, PersonRole
from knowledge.when import DeadlineKind
from scheduler.preferences import Preferences
from tests.conftest import Town

BCA = "Bộ Công an"
MONDAY = date(2026, 11, 23)
WEDNESDAY = date(2026, 11, 25)
NEXT_MONDAY = date(2026, 11, 30)


async def reminded(town: Town) -> tuple[Person, Shown]:
    focal = town.person("focal")
    await town.playground.move_to(MONDAY)
    told = next(each for each in focal.from_bot if "cần chú ý" in each.text)
    return focal, told


def wishes(town: Town, person: Person) -> Preferences:
    return town.rooms.wishes.preferences(person.chat_id)


async def test_noted_is_kept_in_the_ledger(town: Town) -> None:
    focal, told = await reminded(town)
    label = next(each for each in told.buttons if each.startswith("Đã nắm"))
    toast = await focal.press(label, told)
    assert "Đã ghi nhận" in toast.text
    lines = [line for line in town.rooms.ledger.lines() if line.chat == focal.chat_id]
    assert lines
    assert all(line.seen_at and line.acknowledged_at for line in lines)


async def test_pressing_a_tasks_button_leads_to_its_report_and_marks_the_message_seen(town: Town) -> None:
    focal, told = await reminded(town)
    code = str(told.button("Báo cáo việc 1").data).split("|")[1]
    asked = await focal.tap("Báo cáo việc 1", told)
    assert code in asked.text
    assert all(line.seen_at for line in town.rooms.ledger.lines() if line.chat == focal.chat_id)


async def test_remind_again_in_three_days_and_on_a_day(town: Town) -> None:
    focal, told = await reminded(town)
    menu = await focal.tap("Nhắc lại ▾", told)
    assert menu.buttons == ["Ngày mai", "3 ngày nữa", "1 tuần nữa", "Ngày khác …"]
    done = await focal.tap("3 ngày nữa", menu)
    assert "26/11/2026" in done.text
    await town.playground.move_to(date(2026, 11, 26))
    again = focal.from_bot[-1]
    assert again.text.startswith("Thứ Năm 26/11/2026")
    assert "Bạn đã hẹn nhắc lại" in again.text

    other = await focal.tap("Ngày khác …", await focal.tap("Nhắc lại ▾", again))
    assert "ngày nào" in other.text
    odd = await focal.ask("hôm qua")
    assert "chưa hiểu" in odd.text
    set_to = await focal.ask("15/12/2026")
    assert "15/12/2026" in set_to.text
    assert {one.until for one in town.rooms.wishes.snoozed()[focal.chat_id]} == {date(2026, 12, 15)}


async def test_why_says_by_what_role_and_how_it_ends(town: Town) -> None:
    focal, told = await reminded(town)
    why = await focal.tap("Vì sao tôi nhận?", told)
    assert f"Bạn là đầu mối của {BCA}." in why.text
    assert "/nhacviec" in why.text


async def test_those_of_the_message_come_first_with_their_titles_page_by_page(town: Town) -> None:
    focal, told = await reminded(town)
    first = [line.split()[2] for line in told.text.splitlines() if line[:2] in ("1 ", "2 ", "3 ")]
    menu = await focal.tap("Tắt việc này", told)
    assert [label.split()[0] for label in menu.buttons[:3]] == first
    assert len(menu.buttons[0].split()) > 2
    later = await focal.tap(menu.buttons[-1], menu)
    assert later.id == menu.id
    assert not set(later.buttons) & set(menu.buttons)
    why = await focal.tap("Vì sao tôi nhận?", told)
    assert why.text.splitlines()[1].startswith(f"{first[0]} ")
    assert (await focal.tap(why.buttons[-1], why)).text.splitlines()[1].split()[0] == later.buttons[0].split()[0]


async def test_a_muted_task_is_told_no_more_until_it_is_wanted_again(town: Town) -> None:
    focal, told = await reminded(town)
    menu = await focal.tap("Tắt việc này", told)
    code = menu.buttons[0].split()[0]
    muted = await focal.tap(code, menu)
    assert code in muted.text
    await town.playground.move_to(NEXT_MONDAY)
    told_then = {line.task for line in town.rooms.ledger.lines(NEXT_MONDAY) if line.chat == focal.chat_id}
    assert told_then
    assert code not in told_then
    shown = await focal.ask("/nhacviec")
    assert f"Đã tắt: {code}" in shown.text
    await focal.tap("Bật lại", muted)
    assert town.rooms.wishes.muted() == {}


async def test_a_button_of_somebody_elses_message_does_nothing(town: Town) -> None:
    focal, told = await reminded(town)
    staff = town.person("staff")
    await staff.ask("/nhacviec")
    number = str(next(b for b in told.buttons if b.startswith("Đã nắm")))
    await staff.press_old(staff.from_bot[-1], str(told.button(number).data))
    await staff.ask("/trogiup")
    assert not any(line.acknowledged_at for line in town.rooms.ledger.lines())
    assert focal.chat_id in town.rooms.outbox.planned_for(MONDAY)


@pytest.mark.parametrize(
    ("path", "field", "value"),
    [
        (("Bậc nhắc", "✓ 30 ngày"), "ladder", (14, 7, 3, 1, 0)),
        (("Ngày nhắc", "T7"), "days", frozenset(range(6))),
        (("Giờ yên lặng", "22:00 - 06:00"), "quiet", None),
        (("Kỳ nghỉ", "1 tuần"), "away", date(2026, 11, 28)),
        (("Gộp theo tuần",), "weekly", True),
        (("Nhận cả phối hợp",), "coordinating", True),
    ],
)
async def test_each_setting_is_two_taps_away(town: Town, path: tuple[str, ...], field: str, value: object) -> None:
    focal = town.person("focal")
    shown = await focal.ask("/nhacviec")
    assert "Giờ nhắc: 08:00" in shown.text
    for label in path:
        shown = await focal.tap(label, shown)
    kept = getattr(wishes(town, focal), field)
    assert kept != getattr(Preferences(), field)
    if value is not None:
        assert kept == value


async def test_the_hour_that_is_chosen_is_kept_unless_it_lies_in_the_quiet(town: Town) -> None:
    focal = town.person("focal")
    shown = await focal.tap("Giờ nhắc", await focal.ask("/nhacviec"))
    back = await focal.tap("16:00", shown)
    assert "Giờ nhắc: 16:00" in back.text
    town.rooms.wishes.prefer(focal.chat_id, Preferences())
    await focal.tap("Giờ nhắc", await focal.ask("/nhacviec"))
    for hour, taken in (("07:00", True), ("07:30", True)):
        await focal.tap("Giờ nhắc", await focal.ask("/nhacviec"))
        await focal.tap(hour)
        assert (f"{wishes(town, focal).at:%H:%M}" == hour) is taken
    await focal.tap("Giờ yên lặng", await focal.ask("/nhacviec"))
    await focal.tap("18:00 - 07:00")
    assert wishes(town, focal).quiet[0].hour == 18


async def test_what_is_to_come_can_be_seen_and_cancelled(town: Town) -> None:
    focal, _ = await reminded(town)
    ahead = await focal.ask("/nhacviec danhsach")
    assert ahead.text.startswith("30 ngày tới")
    lines = ahead.text.splitlines()
    first = lines[1]
    after = await focal.tap("Bỏ 1", ahead)
    assert after.text.startswith("Đã bỏ lần nhắc đó.")
    assert first.partition(" · ")[2] not in [line.partition(" · ")[2] for line in after.text.splitlines()]
    cancelled = [line for line in town.rooms.ledger.lines() if line.state == "cancelled"]
    assert len(cancelled) == 1
    for day in (NEXT_MONDAY, date(2026, 12, 7), date(2026, 12, 14), date(2026, 12, 21)):
        await town.playground.move_to(day)
    told = [
        line
        for line in town.rooms.ledger.lines(WEDNESDAY)
        if (line.task, line.step, line.version) == (cancelled[0].task, cancelled[0].step, cancelled[0].version)
    ]
    assert told == []


async def test_a_task_and_a_topic_are_followed_by_name_and_left_again(town: Town) -> None:
    official = town.person("official")
    one = await official.ask("/theodoi 71/149")
    assert "71-149" in one.text
    topic = await official.ask("/theodoi sổ sức khỏe điện tử")
    assert "sổ sức khỏe điện tử" in topic.text
    nothing = await official.ask("/theodoi giá vàng hôm nay")
    assert "sẽ nhắc" not in nothing.text.lower()
    ended = await official.tap("Thôi theo dõi: 71-149", one)
    assert "Thôi theo dõi" in ended.text
    assert [watch.kind for watch in town.rooms.following.watches()] == ["topic"]


def events(shown: Shown, town: Town) -> dict[str, icalendar.Event]:
    file = town.playground.world.files.get(shown.raw["document"]["file_id"]).content
    return {str(event["UID"]): event for event in icalendar.Calendar.from_ical(file).walk("VEVENT")}


async def test_the_calendar_keeps_its_uids_and_follows_a_moved_day(town: Town) -> None:
    focal = town.person("focal")
    await focal.ask("/lich")
    before = events(next(each for each in reversed(focal.from_bot) if "document" in each.raw), town)
    assert len(before) > 30
    assert all(uid.endswith("@dondoc") for uid in before)
    parts = {part.task: part for part in town.rooms.gatherer.leading()[BCA]}
    for uid, event in before.items():
        part = next(p for code, p in parts.items() if uid.startswith(f"{code}-"))
        if part.deadline.kind is not DeadlineKind.RECURRING:
            assert part.deadline.last is not None
            last = part.deadline.last - timedelta(days=part.deadline.strict)
            assert event["DTSTART"].dt == last
    await focal.ask("/lich")
    again = events(next(each for each in reversed(focal.from_bot) if "document" in each.raw), town)
    assert set(again) == set(before)


async def test_who_has_no_deadlines_gets_no_calendar(town: Town) -> None:
    town.rooms.people.dismiss(570001, Appointment(PersonRole.OFFICIAL, "Bộ Y tế"))
    town.rooms.people.appoint(570001, Appointment(PersonRole.OFFICIAL, "Ngân hàng Nhà nước Việt Nam"))
    official = town.person("official")
    town.rooms.people.appoint(570001, Appointment(PersonRole.ADMINISTRATOR, ""))
    town.rooms.people.dismiss(570001, Appointment(PersonRole.OFFICIAL, "Ngân hàng Nhà nước Việt Nam"))
    shown = await official.ask("/lich")
    assert "Không có thời hạn nào" in shown.text
