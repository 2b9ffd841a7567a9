"""A supervisor's summary: tasks counted once and as /quahan counts them, claims that wait never as done."""

import re
from datetime import date

from bot.playground.actor import Person
from handlers.views.wording.reports_vi import REPORTS as VI
from handlers.views.wording.waiting_vi import WAITING
from tests.conftest import Town

MONDAY = date(2026, 11, 23)
NEXT_MONTH = date(2026, 12, 1)


async def claim(town: Town, text: str = "71-89.7 đã xong ngày 20/11/2026, quyết định 45/QĐ-BCA") -> None:
    focal = town.person("focal")
    await focal.ask(text)
    await focal.tap(VI.record_it)


def summary(person: Person) -> str:
    return next(each.text for each in reversed(person.from_bot) if "📊" in each.text)


def count(words: str, text: str) -> int:
    found = re.search(rf"{words} (\d+)|(\d+) {words}", text)
    return int(found[1] or found[2]) if found else 0


async def test_a_claim_that_waits_is_no_completion_until_it_is_confirmed(town: Town) -> None:
    supervisor = town.person("supervisor")
    await claim(town)
    card = await supervisor.next_message()
    await town.playground.move_to(MONDAY)
    told = summary(supervisor)
    assert "hoàn thành 0" in told
    assert "chờ xác nhận 1" in told
    assert "1 báo cáo chờ anh/chị xác nhận" in told
    listed = await supervisor.tap(WAITING.see_claims(1), supervisor.from_bot[-1])
    assert "71-89.7" in listed.text
    await supervisor.tap(VI.confirm, card)
    await town.playground.move_to(NEXT_MONTH)
    told = summary(supervisor)
    assert "hoàn thành 1" in told
    assert "chờ xác nhận" not in told


async def test_a_claim_without_evidence_is_no_completion_either(town: Town) -> None:
    await claim(town, "71-89.7 đã xong ngày 20/11/2026")
    await town.playground.move_to(MONDAY)
    told = summary(town.person("supervisor"))
    assert "hoàn thành 0" in told


async def test_tasks_are_counted_once_and_as_the_list_of_overdue_ones_counts_them(town: Town) -> None:
    supervisor = town.person("supervisor")
    await claim(town)
    await town.playground.move_to(MONDAY)
    told = summary(supervisor)
    assert "📊 Tình hình chung đến 23/11/2026" in told
    assert count("nhiệm vụ", told) == len(town.rooms.base.store.in_reading_order())
    assert count("quá hạn", told) == count("nhiệm vụ", (await supervisor.ask("/quahan tất cả")).text)


async def test_the_latest_are_told_with_title_and_agency(town: Town) -> None:
    await town.playground.move_to(MONDAY)
    told = summary(town.person("supervisor")).splitlines()
    first = told[told.index("Trễ nhất:") + 1]
    code = first.split()[1]
    task = town.rooms.base.store.task(code)
    assert task.title[:30] in first
    assert town.rooms.base.registry.short(task.leads[0]) in first
    assert first.endswith(" ngày")


async def test_nobody_is_reminded_of_a_claim_that_waits_for_a_supervisor(town: Town) -> None:
    part = "71-89.7"
    await claim(town)
    stands = town.rooms.gatherer.part(part, "Bộ Công an")
    assert stands is not None
    assert (stands.open, stands.done, stands.waits, stands.asks) == (True, False, True, False)
    supervisor = town.person("supervisor")
    await supervisor.tap(VI.send_back, await supervisor.next_message())
    await supervisor.ask("Chưa có biên bản nghiệm thu")
    stands = town.rooms.gatherer.part(part, "Bộ Công an")
    assert stands is not None
    assert stands.asks


async def test_a_day_before_which_something_is_due_is_told_alike_on_card_and_digest(town: Town) -> None:
    official = town.person("official")
    one = next(
        each
        for each in town.rooms.base.store.in_reading_order()
        if each.deadline.strict and each.deadline.late_on(MONDAY)
    )
    await official.ask(f"/theodoi {one.id}")
    await town.playground.move_to(MONDAY)
    late = f"chậm {one.deadline.days_late(MONDAY)} ngày"
    assert f"{late} (trước {one.deadline.last:%d/%m/%Y})" in official.from_bot[-1].text
    assert late in (await official.ask(one.id)).text
