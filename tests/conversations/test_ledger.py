"""The ledger: a supervisor sees who was told what, and what they did with it; nobody else does."""

from datetime import date

from tests.conftest import Town

MONDAY = date(2026, 11, 23)


async def test_the_ledger_tells_by_person_by_agency_and_by_task(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await town.playground.move_to(MONDAY)
    told = next(each for each in focal.from_bot if "cần chú ý" in each.text)
    await focal.press(next(each for each in told.buttons if each.startswith("Đã nắm")), told)
    shown = await supervisor.ask("/sonhac")
    assert "Trần Thu Hà: gửi 1, đã xem 1, đã nắm 1" in shown.text
    assert "Trần Thu Hà" in (await supervisor.ask("/sonhac BCA")).text
    assert "Trần Thu Hà" not in (await supervisor.ask("/sonhac Bộ Y tế")).text
    code = str(told.button("Báo cáo việc 1").data).split("|")[1]
    of_task = await supervisor.ask(f"/sonhac {code}")
    assert "23/11/2026 Trần Thu Hà: đã gửi, đã xem, đã nắm" in of_task.text
    assert "zzz" in (await supervisor.ask("/sonhac zzz")).text


async def test_who_could_not_be_reached_stands_there_with_the_reason(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    await focal.block()
    await town.playground.move_to(MONDAY)
    assert "Trần Thu Hà: gửi 0, đã xem 0, đã nắm 0, không gửi được 1" in (await supervisor.ask("/sonhac")).text


async def test_it_is_for_supervisors(town: Town) -> None:
    staff = town.person("staff")
    assert "Sổ nhắc việc" not in (await staff.ask("/sonhac")).text
