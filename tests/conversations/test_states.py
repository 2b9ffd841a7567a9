"""Lists and counts follow the reports: done, under way, silent; what is confirmed done is overdue no more."""

import re
from datetime import date

from handlers.views.wording.reports_vi import REPORTS as VI
from knowledge.answers import answer
from knowledge.progress import Status
from knowledge.record import Actor, Confirmed, Evidence, EvidenceKind, Reported
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
    assert "chậm" not in shown.text


async def test_what_is_under_way(town: Town) -> None:
    report(town, "71-89.7", Status.IN_PROGRESS, 40)
    assert codes(town, "Bộ Công an đang làm việc gì") == {"71-89.7"}
    assert "71-89.7" not in codes(town, "việc chưa có báo cáo của Bộ Công an")
    shown = await town.person("official").ask("nhiệm vụ đang thực hiện của Bộ Công an")
    assert "đang thực hiện" in shown.text
    assert "71-89.7" in shown.text


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
