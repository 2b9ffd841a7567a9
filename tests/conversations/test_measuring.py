"""The agency in charge records values with day and source; they stand beside the directive's figure and stay."""

from datetime import date

import pytest

from bot.playground.actor import Person, Shown
from handlers.measuring import read_value
from handlers.views.wording.measuring_vi import MEASURING
from handlers.views.wording.people_vi import PEOPLE
from handlers.views.wording.reports_vi import REPORTS
from knowledge.people import Appointment, PersonRole
from knowledge.record import MeasuredKind
from tests.conftest import Town

POLICE = "Bộ Công an"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("35,5 %", "35.5"),
        ("35.5%", "35.5"),
        ("khoảng 1.200 doanh nghiệp", "1200"),
        ("1.234.567,8", "1234567.8"),
        ("1,234,567.8", "1234567.8"),
        ("-3", "-3"),
        ("+3.", "3"),
        ("đạt 100", "100"),
        ("1,5,2", None),
        ("từ 3 đến 5", None),
        ("nhiều", None),
        ("", None),
        ("²", None),
    ],
)
def test_numbers_are_read_as_people_write_them(typed: str, value: str | None) -> None:
    assert read_value(typed) == value


async def put_together(focal: Person, value: str = "7/19", day: str = "hôm qua") -> Shown:
    """A value of the police's database 2.1, up to the summary."""
    await focal.tap("2.1", await focal.ask("/csdl BCA"))
    await focal.tap("Ghi số đo")
    await focal.ask(value)
    await focal.ask(day)
    return await focal.ask("120/BC-BCA")


async def test_a_databases_criteria_stand_beside_the_directives_figure(town: Town) -> None:
    focal, official = town.person("focal"), town.person("official")
    card = await focal.tap("2.1", await focal.ask("/csdl BCA"))
    assert "Theo văn bản: 6/19 tiêu chí" in card.text
    assert "Chưa có số đo nào." in card.text
    assert "Đã đạt bao nhiêu tiêu chí trên 19?" in (await focal.tap("Ghi số đo", card)).text
    for wrong in ("25", "nhiều", "7,5", "-1"):
        assert "Tôi cần số tiêu chí, từ 0 đến 19." in (await focal.ask(wrong)).text
    assert (await focal.ask("7/19")).text.startswith("2/3 · Đo ngày nào?")
    assert "30/11/2026 chưa đến." in (await focal.ask("30/11/2026")).text
    assert "Tôi cần một ngày cụ thể" in (await focal.ask("tháng 10")).text
    assert (await focal.ask("hôm qua")).text.startswith("3/3 · Nguồn")
    assert "Tôi cần số, ký hiệu văn bản" in (await focal.ask("tự đánh giá")).text
    summary = await focal.ask("120/BC-BCA ngày 20/11/2026")
    for told in ("Số đo: 7/19 tiêu chí", "Ngày đo: 21/11/2026", "Nguồn: 120/BC-BCA ngày 20/11/2026"):
        assert told in summary.text
    done = await focal.tap("Gửi")
    assert done.text.startswith("✅ Đã ghi lúc 09:00")
    assert "Theo văn bản: 6/19 tiêu chí" in done.text
    listed = await official.ask("/csdl BCA")
    assert "6/19 tiêu chí\nSố đo: 7/19 tiêu chí (21/11/2026)" in listed.text
    seen = await official.tap("2.1", listed)
    assert "• 21/11/2026: 7/19 tiêu chí · 120/BC-BCA ngày 20/11/2026 · Bộ Công an" in seen.text
    assert "Ghi số đo" not in seen.buttons
    assert (await official.tap("◂", seen)).text == listed.text


async def test_an_indicators_values_are_a_history(town: Town) -> None:
    focal = town.person("focal")
    for value, day in (("2", "30/6/2026"), ("3,5", "20/11/2026")):
        await focal.tap("28", await focal.ask("/chitieu BCA"))
        assert "Sàn dữ liệu" in (await focal.tap("Ghi số đo")).text
        await focal.ask(value)
        await focal.ask(day)
        await focal.ask("https://bocongan.gov.vn/bao-cao")
        await focal.tap("Gửi")
    kept = town.rooms.record.state.measurements(MeasuredKind.INDICATOR, "28")
    assert [(m.value, m.on) for m in kept] == [("2", date(2026, 6, 30)), ("3.5", date(2026, 11, 20))]
    card = await focal.tap("28", await focal.ask("/chitieu BCA"))
    assert "Số đo: 3,5 Sàn dữ liệu (20/11/2026)" in card.text
    assert card.text.index("• 20/11/2026") < card.text.index("• 30/06/2026")
    assert "Lịch sử đo (2)" in card.text


async def test_any_part_is_mended_and_today_is_a_button(town: Town) -> None:
    focal = town.person("focal")
    await put_together(focal)
    await focal.tap("Sửa")
    await focal.tap("Ngày đo")
    assert "Ngày đo: 22/11/2026" in (await focal.tap("Hôm nay")).text
    await focal.tap("Sửa")
    await focal.tap("Số đo")
    assert "Số đo: 8/19" in (await focal.ask("8")).text


async def test_it_survives_double_taps_and_can_be_left(town: Town) -> None:
    focal = town.person("focal")
    summary = await put_together(focal)
    assert (await focal.ask("/huy")).text == PEOPLE.left
    assert (await focal.press("Gửi", summary)).text == PEOPLE.dialogue_over
    summary = await put_together(focal)
    for _ in range(3):
        await focal.press_old(summary, str(summary.button("Gửi").data))
    await focal.ask("/trogiup")
    assert len(town.rooms.record.state.measurements(MeasuredKind.DATABASE, "2.1")) == 1


async def test_only_the_agency_in_charge_records(town: Town) -> None:
    staff, focal = town.person("staff"), town.person("focal")
    card = await staff.tap("2.1", await staff.ask("/csdl BCA"))
    assert "Ghi số đo" not in card.buttons
    await staff.press_old(card, "mm|d2.1|")
    assert (await staff.next_message()).text == MEASURING.not_yours(POLICE)
    summary = await put_together(focal)
    town.rooms.people.dismiss(focal.persona.id, Appointment(PersonRole.FOCAL_POINT, POLICE))
    town.rooms.people.appoint(focal.persona.id, Appointment(PersonRole.STAFF, "Bộ Y tế"))
    assert (await focal.tap("Gửi", summary)).text == f"⚠️ {REPORTS.refusals['not_permitted']}"
    for subject in ("d9.99", "i999", "x", "", "d²"):
        await staff.press_old(card, f"ms|{subject}|")
    await staff.ask("/trogiup")
    assert town.rooms.record.log.head.count == 0


async def test_in_english(town: Town) -> None:
    focal = town.person("focal")
    town.rooms.people.speak(focal.persona.id, "en")
    card = await focal.tap("2.1", await focal.ask("/databases BCA"))
    assert "The directive says: 6" in card.text
    await focal.tap("Record a value", card)
    assert "from 0 to 19" in (await focal.ask("twenty")).text
    await focal.ask("12")
    await focal.ask("yesterday")
    assert "Value: 12/19 criteria" in (await focal.ask("120/BC-BCA")).text
    assert (await focal.tap("Send")).text.startswith("✅ Recorded at 09:00")
