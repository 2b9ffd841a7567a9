"""Lists longer than a screen: five at a time, on and back, with what there is when the button is pressed."""

from datetime import date, timedelta

import pytest

from bot.playground.actor import Person, Shown
from handlers.views.vi import VI
from handlers.views.wording.people_vi import PEOPLE
from handlers.views.wording.proposals_vi import PROPOSALS
from knowledge.people import Appointment, PersonRole
from knowledge.progress import Status
from knowledge.record import (
    Actor,
    Change,
    ExtensionAsked,
    ExtensionDecided,
    ProposalClosed,
    ProposalKind,
    Proposed,
    Reported,
    TaskAssigned,
)
from knowledge.record.evidence import Evidence, EvidenceKind
from knowledge.store import TaskQuery
from tests.conftest import Town

POLICE = "Bộ Công an"


def recorded(town: Town, who: Person, change: Change) -> int:
    """Record a change by somebody, and return its number."""
    person = town.rooms.people.find(who.persona.id)
    assert person is not None
    actor = Actor(person, town.rooms.people.pseudonym(person.id))
    return town.rooms.record.record(change, actor, town.clock.now(), f"test:{town.rooms.record.log.head.count}").number


def dated(town: Town, count: int) -> list[str]:
    """Return tasks of the police's own with a last day."""
    every = town.rooms.base.store.tasks(TaskQuery(agencies=(POLICE,), through_groups=False, due_from=date.min))
    return [task.id for task in every[:count]]


def asked(town: Town, who: Person, count: int) -> list[int]:
    """Ask for more time on so many tasks."""
    return [
        recorded(
            town,
            who,
            ExtensionAsked(
                task=task,
                agency=POLICE,
                cause="Chưa được bố trí kinh phí trong dự toán năm nay",
                responsibility="Vụ Kế hoạch Tài chính chậm trình dự toán",
                remedy="Bổ sung dự toán trong tháng 12 và ký hợp đồng ngay",
                proposed=date(2027, 6, 30),
            ),
        )
        for task in dated(town, count)
    ]


def proposed(town: Town, who: Person, agency: str, to: str, count: int) -> list[int]:
    """Send so many requests."""
    return [
        recorded(town, who, Proposed(ProposalKind.REQUEST, agency, f"Đề nghị hướng dẫn việc thứ {number}", to, ""))
        for number in range(1, count + 1)
    ]


def places(shown: Shown) -> list[str]:
    return [label for label in shown.buttons if label.isdigit()]


async def test_extensions_that_wait(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    numbers = asked(town, focal, 12)
    first = await supervisor.ask("/giahan")
    assert first.text.startswith("12 đề nghị lùi hạn đang chờ")
    assert first.buttons == ["1", "2", "3", "4", "5", "Trang 2/3 ▸"]
    second = await supervisor.tap("Trang 2/3 ▸", first)
    assert second.id == first.id
    assert places(second) == ["6", "7", "8", "9", "10"]
    assert second.buttons[5:] == [VI.page_back, "Trang 3/3 ▸"]
    seventh = await supervisor.tap("7", second)
    assert dated(town, 7)[-1] in seventh.text
    recorded(town, supervisor, ExtensionDecided(numbers[0], granted=False, reason="Chưa đủ căn cứ để lùi hạn"))
    last = await supervisor.tap("Trang 3/3 ▸", second)
    assert last.text.startswith("11 đề nghị")  # as it stands now
    assert last.buttons == ["11", VI.page_back]
    assert places(await supervisor.tap(VI.page_back, last)) == ["6", "7", "8", "9", "10"]


async def test_a_page_that_is_no_more_is_the_last_one(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    numbers = asked(town, focal, 6)
    first = await supervisor.ask("/giahan")
    for number in numbers[:2]:
        recorded(town, supervisor, ExtensionDecided(number, granted=False, reason="Chưa đủ căn cứ để lùi hạn"))
    turned = await supervisor.tap("Trang 2/2 ▸", first)
    assert places(turned) == ["1", "2", "3", "4"]
    assert turned.buttons == ["1", "2", "3", "4"]


async def test_who_asked_sees_the_pages_of_their_own_agency_only(town: Town) -> None:
    focal, staff = town.person("focal"), town.person("staff")
    asked(town, focal, 6)
    assert "Trang 2/2 ▸" in (await focal.ask("/giahan")).buttons
    listed = await staff.ask("/giahan")
    await staff.press_old(listed, "xw|2|")
    await staff.ask("/trogiup")
    assert staff.from_bot[0].text == listed.text


async def test_requests_to_us_come_before_ours_on_one_run_of_pages(town: Town) -> None:
    focal, official = town.person("focal"), town.person("official")
    proposed(town, official, "Bộ Y tế", POLICE, 7)
    mine = proposed(town, focal, POLICE, "Bộ Y tế", 4)
    first = await focal.ask("/kiennghi")
    assert first.text.splitlines()[0] == PROPOSALS.to_us(7)
    assert PROPOSALS.mine(4) not in first.text
    assert first.buttons == ["1", "2", "3", "4", "5", "Trang 2/3 ▸", PROPOSALS.new]
    second = await focal.tap("Trang 2/3 ▸", first)
    assert PROPOSALS.to_us(7) in second.text
    assert PROPOSALS.mine(4) in second.text
    assert places(second) == ["6", "7", "8", "9", "10"]
    assert "Đề nghị hướng dẫn việc thứ 1" in (await focal.tap("8", second)).text
    recorded(town, focal, ProposalClosed(mine[0]))
    third = await focal.tap("Trang 3/3 ▸", second)
    assert places(third) == ["11"]
    assert PROPOSALS.closed("22/11/2026") in third.text  # what is closed comes last


async def test_claims_that_wait(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    evidence = (Evidence(EvidenceKind.DOCUMENT, "45/QĐ-BCA"),)
    for task in dated(town, 11):
        recorded(town, focal, Reported(task, POLICE, Status.DONE, 100, "xong", date(2026, 11, 20), "", evidence, 0))
    first = await supervisor.ask("/choxacnhan")
    second = await supervisor.tap("Trang 2/3 ▸", first)
    assert places(second) == ["6", "7", "8", "9", "10"]
    assert (await supervisor.tap("Trang 3/3 ▸", second)).buttons == ["11", VI.page_back]


async def test_tasks_given_from_chat(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    for number in range(1, 8):
        recorded(town, supervisor, TaskAssigned(f"Việc thứ {number}", f"Việc thứ {number}", (POLICE,)))
    listed = await supervisor.ask("/nhiemvu Bộ Y tế")
    first = await supervisor.tap("Mọi việc giao từ chat (7)", listed)
    assert first.id != listed.id
    assert first.buttons == ["gv-7", "gv-6", "gv-5", "gv-4", "gv-3", "Trang 2/2 ▸", "Giao việc mới"]
    second = await supervisor.tap("Trang 2/2 ▸", first)
    assert second.id == first.id
    assert second.buttons == ["gv-2", "gv-1", VI.page_back, "Giao việc mới"]
    mine = await focal.tap("Giao từ chat 7", await focal.ask("/nhiemvu"))
    assert places(mine) == ["1", "2", "3", "4", "5"]
    assert places(await focal.tap("Trang 2/2 ▸", mine)) == ["6", "7"]


@pytest.mark.parametrize(
    "data", ["gl|x|", "gl|0|", "xw|x|", "xw|0|", "xw|99|", "xw||", "ow|x|", "ow|0|", "ow|99|", "cw|0|", "cw|99|"]
)
async def test_altered_buttons_break_nothing(town: Town, data: str) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    asked(town, focal, 1)
    before = town.rooms.record.log.head.count
    listed = await supervisor.ask("/giahan")
    await supervisor.press_old(listed, data)
    assert (await supervisor.ask("/trogiup")).text
    assert town.rooms.record.log.head.count == before


async def test_an_old_button_of_somebody_who_may_no_more_shows_nothing(town: Town) -> None:
    focal, supervisor = town.person("focal"), town.person("supervisor")
    asked(town, focal, 6)
    listed = await supervisor.ask("/giahan")
    town.clock.move_to(town.clock.now() + timedelta(days=100))
    town.rooms.people.dismiss(supervisor.persona.id, Appointment(PersonRole.SUPERVISOR, "Văn phòng Chính phủ"))
    toast = await supervisor.press("Trang 2/2 ▸", listed)
    assert toast.text == PEOPLE.not_allowed
