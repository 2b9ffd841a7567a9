"""Lists and counts follow the reports: done, under way, silent; what is confirmed done is overdue no more."""

import re
from datetime import date

from bot.playground.actor import Shown
from handlers.views.wording.reports_vi import REPORTS as VI
from knowledge.answers import answer
from knowledge.progress import Status
from knowledge.record import Actor, Confirmed, Evidence, EvidenceKind, ExtensionAsked, ExtensionDecided, Reported
from tests.conftest import Town

POLICE = "Bộ Công an"
PAPER = Evidence(EvidenceKind.DOCUMENT, "45/QĐ-BCA")


def actor(town: Town, who: str) -> Actor:
    person = town.rooms.people.find(town.person(who).persona.id)
    assert person is not None
    return Actor(person, town.rooms.people.pseudonym(person.id))


def report(town: Town, task: str, status: Status, percent: int | None = None) -> int:
    done_on = date(2026, 11, 20) if status is Status.DONE else None
    said = Reported(task, POLICE, status, percent, "Đã làm", done_on, evidence=(PAPER,))
    return town.rooms.record.record(said, actor(town, "focal"), town.clock.now(), f"{task}{status}").number


def confirm(town: Town, number: int) -> None:
    town.rooms.record.record(Confirmed(number), actor(town, "supervisor"), town.clock.now(), f"confirm {number}")


def codes(town: Town, question: str) -> set[str]:
    base, today = town.rooms.base, town.clock.today()
    return {hit.task.id for hit in answer(base.read(question, today), base, today, town.rooms.record.book()).tasks}


async def test_what_is_confirmed_done_is_done_and_overdue_no_more(town: Town) -> None:
    official = town.person("official")
    before = codes(town, "Bộ Công an còn việc gì quá hạn")
    assert "71-89.7" in before
    claim = report(town, "71-89.7", Status.DONE, 100)
    assert codes(town, "Bộ Công an còn việc gì quá hạn") == before
    assert codes(town, "việc đã hoàn thành của Bộ Công an") == set()
    confirm(town, claim)
    assert codes(town, "Bộ Công an còn việc gì quá hạn") == before - {"71-89.7"}
    assert codes(town, "việc đã hoàn thành của Bộ Công an") == {"71-89.7"}
    shown = await official.ask("Bộ Công an đã hoàn thành bao nhiêu việc")
    assert "1 nhiệm vụ" in shown.text
    assert "✅ 71-89.7" in shown.text
    assert "31/12/2025 · hoàn thành chậm 324 ngày" in shown.text
    assert "❗" not in shown.text


async def test_what_is_under_way(town: Town) -> None:
    report(town, "71-89.7", Status.IN_PROGRESS, 40)
    assert codes(town, "Bộ Công an đang làm việc gì") == {"71-89.7"}
    assert "71-89.7" not in codes(town, "việc chưa có báo cáo của Bộ Công an")
    shown = await town.person("official").ask("nhiệm vụ đang thực hiện của Bộ Công an")
    assert "đang thực hiện" in shown.text
    assert "71-89.7" in shown.text


async def test_what_was_reported_on(town: Town) -> None:
    assert codes(town, "việc đã có báo cáo của Bộ Công an") == set()
    report(town, "71-89.7", Status.IN_PROGRESS, 40)
    assert codes(town, "việc đã có báo cáo của Bộ Công an") == {"71-89.7"}
    shown = await town.person("official").ask("việc đã báo cáo của Bộ Công an trong NQ71")
    assert "đã có báo cáo" in shown.text
    assert "71-89.7" in shown.text


async def test_a_list_tells_its_times_and_its_rhythm(town: Town) -> None:
    official = town.person("official")
    shown = await official.ask("việc của Bộ Công an hạn tháng 3 và tháng 12 năm 2026")
    assert "hạn: 01/03/2026 - 31/03/2026, 01/12/2026 - 31/12/2026" in shown.text
    shown = await official.ask("which tasks does Bộ Công an own due in March and December 2026")
    assert "due: 01/03/2026 - 31/03/2026, 01/12/2026 - 31/12/2026" in shown.text
    shown = await official.ask("việc hằng quý của Bộ Công an")
    assert "định kỳ, hằng quý" in shown.text
    shown = await official.ask("những việc xin gia hạn trong tháng 12 của bộ tư pháp")
    assert "Chưa tính điều kiện “xin gia hạn”" in shown.text


async def test_a_claim_that_waits_is_told_in_lists(town: Town) -> None:
    report(town, "71-89.7", Status.DONE, 100)
    shown = await town.person("official").ask("nhiệm vụ 89.7 của Bộ Công an")
    assert VI.is_it_this not in shown.text
    listed = await town.person("official").ask("việc quá hạn của Bộ Công an về cư trú")
    assert re.search(r"71-89\.7 .*\n.*chờ xác nhận", listed.text)


async def test_without_reports_nothing_is_done(town: Town) -> None:
    base, today = town.rooms.base, town.clock.today()
    for question in ("việc đã hoàn thành của Bộ Công an", "nhiệm vụ đang thực hiện"):
        assert codes(town, question) == set()
    late = answer(base.read("Bộ Công an còn việc gì quá hạn", today), base, today)
    assert codes(town, "Bộ Công an còn việc gì quá hạn") == {hit.task.id for hit in late.tasks}


def put_off(town: Town, task: str, until: date) -> None:
    """Have the deadline of the police's part in a task moved."""
    sentences = (
        "Kinh phí được cấp chậm ba tháng so với kế hoạch",
        "Trách nhiệm thuộc Cục Công nghệ thông tin của Bộ",
        "Đã họp ba bên và thống nhất cấp vốn ngay",
    )
    record, now = town.rooms.record, town.clock.now()
    asked = record.record(ExtensionAsked(task, POLICE, *sentences, until), actor(town, "focal"), now, f"ask {task}")
    granted = ExtensionDecided(asked.number, granted=True, reason="Có lý do khách quan")
    record.record(granted, actor(town, "supervisor"), now, f"grant {task}")


def label(shown: Shown, name: str) -> int:
    """Return the count on a button."""
    return next(int(each.removeprefix(name)) for each in shown.buttons if each.startswith(f"{name} "))


def count(shown: Shown, what: str) -> int:
    found = re.search(rf"(\d+)\s{what}", shown.text)
    return int(found[1]) if found else 0


async def test_an_extension_decides_lateness_tallies_and_periods_and_the_old_day_stays_in_sight(town: Town) -> None:
    official = town.person("official")
    before = await official.ask("/nhiemvu BCA")
    put_off(town, "71-89.7", date(2027, 6, 30))
    after = await official.ask("/nhiemvu BCA")
    assert count(after, "quá\\s?hạn") == count(before, "quá\\s?hạn") - 1 == label(after, "Quá hạn")
    late = await official.ask("/quahan BCA")
    assert count(late, "nhiệm vụ") == label(after, "Quá hạn")
    found = await official.ask("bộ công an việc nào hạn quý 2/2027")
    assert "31/12/2025 · ⏩ Bộ Công an: được lùi đến 30/06/2027 · còn 220 ngày" in found.text
    assert "71-89.7" not in codes(town, "bộ công an việc nào hạn quý 4/2025")
    card = await official.ask("71-89.7")
    assert "→ 31/12/2025 ⏩ được lùi đến 30/06/2027 📅 còn 220 ngày" in card.text
    assert "❗" not in card.text


async def test_an_extended_task_takes_its_place_by_the_new_day(town: Town) -> None:
    put_off(town, "71-89.7", date(2029, 12, 31))
    base, today = town.rooms.base, town.clock.today()
    found = answer(base.read("nhiệm vụ của Bộ Công an", today), base, today, town.rooms.record.book())
    days = [hit.deadline.last for hit in found.own if hit.deadline.last is not None]
    assert days == sorted(days)


async def test_what_is_done_is_last_counted_apart_and_never_late(town: Town) -> None:
    official = town.person("official")
    before = await official.ask("/nhiemvu BCA")
    confirm(town, report(town, "71-89.7", Status.DONE, 100))
    listed = await official.ask("/nhiemvu BCA")
    assert "71-89.7" not in listed.text
    assert count(listed, "hoàn\\s?thành") == 1
    assert count(listed, "quá\\s?hạn") == count(before, "quá\\s?hạn") - 1 == label(listed, "Quá hạn")
    late = await official.tap(f"Quá hạn {label(listed, 'Quá hạn')}", listed)
    assert count(late, "nhiệm vụ") == label(listed, "Quá hạn")
    base, today = town.rooms.base, town.clock.today()
    found = answer(base.read("nhiệm vụ của Bộ Công an", today), base, today, town.rooms.record.book())
    assert found.own[-1].task.id == "71-89.7"


async def test_the_tally_and_its_buttons_count_all(town: Town) -> None:
    official = town.person("official")
    confirm(town, report(town, "71-89.7", Status.DONE, 100))
    listed = await official.ask("/nhiemvu BCA")
    line = next(each for each in listed.text.splitlines() if "quá" in each and "hoàn" in each)
    assert sum(map(int, re.findall(r"(\d+)\s(?:quá|còn|không|hoàn|đến)", line))) == count(listed, "nhiệm vụ")


async def test_a_claim_that_waits_is_said_with_its_day_and_contradicts_nothing(town: Town) -> None:
    official = town.person("official")
    report(town, "71-89.7", Status.DONE, 100)
    card = (await official.ask("71-89.7")).text
    assert "Tình trạng: Đã báo xong 22/11/2026, chờ xác nhận (tính đến 22/11/2026)" in card
    assert "Chưa có báo cáo" not in card
    listed = (await official.ask("việc quá hạn của Bộ Công an về cư trú")).text
    assert "chờ xác nhận" in listed
    assert "chưa có báo cáo" not in listed
    first_page = (await official.ask("/quahan BCA")).text  # it stands on a later one
    assert "71-89.7" not in first_page
    assert "chưa có báo cáo" not in first_page


async def test_what_is_left_is_whatever_is_not_confirmed_done(town: Town) -> None:
    left = "Bộ Công an còn những việc gì phải xong"
    before = codes(town, left)
    assert {"71-89.7", "71-94"} <= before
    report(town, "71-94", Status.IN_PROGRESS, 40)
    assert codes(town, left) == before
    assert "71-94" not in codes(town, "việc Bộ Công an chưa thực hiện")
    confirm(town, report(town, "71-89.7", Status.DONE, 100))
    assert codes(town, left) == before - {"71-89.7"}
    assert "71-89.7" not in codes(town, "việc của Bộ Công an quá hạn trên 300 ngày")
    assert "71-94" in codes(town, "việc của Bộ Công an quá hạn trên 300 ngày")


async def test_the_deadline_in_force_says_how_late(town: Town) -> None:
    longer = "việc của Bộ Công an quá hạn trên 300 ngày"
    before = codes(town, longer)
    assert "71-89.7" in before
    put_off(town, "71-89.7", date(2027, 6, 30))
    assert codes(town, longer) == before - {"71-89.7"}
    assert "71-89.7" in codes(town, "việc của Bộ Công an chưa quá hạn")
