"""A locked database, a full disk, a clock set back: one hears what to do, nothing is half written, all goes on."""

import logging
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app import Rooms
from bot.playground.actor import Person, Shown
from handlers.views.wording.reports_vi import REPORTS as VI
from knowledge.progress import Status
from knowledge.record import Progress, Reported, StoreFullError
from knowledge.store import open_database
from scheduler.store import MIGRATIONS
from tests.conftest import Town, running_town
from tests.conversations.test_workbooks import codes, filled, send, workbook

TASK, AGENCY = "71-89.7", "Bộ Công an"
REPORT = f"{TASK} đang làm được 40%"
LONG = "Đã họp tổ công tác và gửi dự thảo lấy ý kiến các đơn vị. " * 16


@pytest.fixture
async def town(shared_rooms: Rooms, tmp_path: Path) -> AsyncIterator[Town]:
    """The bot on a database file, which others can open too."""
    async with running_town(open_database(tmp_path / "bot.db", MIGRATIONS), shared_rooms.base) as town:
        yield town


@contextmanager
def locked(town: Town) -> Iterator[None]:
    """Another process holds the write lock for longer than the bot waits."""
    file = town.rooms.db.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()[0]
    town.rooms.db.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(file)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.rollback()
    other.close()


@contextmanager
def full(town: Town) -> Iterator[None]:
    """There is no room for another page."""
    pages = town.rooms.db.execute("PRAGMA page_count").fetchone()[0]
    town.rooms.db.execute(f"PRAGMA max_page_count = {pages}")
    yield
    town.rooms.db.execute("PRAGMA max_page_count = 1000000")


def entries(town: Town) -> int:
    return town.rooms.record.log.head.count


def progress(town: Town) -> Progress:
    return town.rooms.record.state.progress(TASK, AGENCY)


def is_whole(town: Town) -> bool:
    return town.rooms.record.verify().sound and not town.rooms.record.state_differs()


def fill_pages(town: Town, person: Person) -> None:
    """Record until another report finds no room."""
    known = town.rooms.people.find(person.persona.id)
    assert known is not None
    actor = town.application.bot_data["services"].actor(known)
    with pytest.raises(StoreFullError):  # noqa: PT012 how many fit is not the point
        for number in range(1000):
            said = Reported(TASK, AGENCY, Status.IN_PROGRESS, 10, "x")
            town.rooms.record.record(said, actor, town.clock.now(), f"before {number}")


async def proposed(focal: Person, text: str = REPORT) -> Shown:
    """A proposal that waits for the yes, and nothing under way any more: one chat's updates are taken in order."""
    shown = await focal.ask(text)
    await focal.ask("/trogiup")
    return shown


async def test_a_report_confirmed_while_the_database_is_locked(town: Town) -> None:
    focal = town.person("focal")
    shown = await proposed(focal)
    with locked(town):
        assert (await focal.tap(VI.record_it, shown)).text == VI.busy
        assert entries(town) == 0
    assert (await focal.tap(VI.record_it, shown)).text.startswith("✅ Đã ghi nhận")
    assert (entries(town), progress(town).percent) == (1, 40)
    assert is_whole(town)


async def test_a_report_typed_while_the_database_is_locked(town: Town) -> None:
    focal = town.person("focal")
    with locked(town):
        assert (await focal.ask(REPORT)).text == VI.busy
        assert (await focal.ask("/trogiup")).text
    await focal.ask(REPORT)
    await focal.tap(VI.record_it)
    assert entries(town) == 1


async def test_a_report_confirmed_while_the_disk_is_full(town: Town) -> None:
    focal = town.person("focal")
    shown = await proposed(focal)
    with full(town):
        fill_pages(town, focal)
        before = entries(town)
        for _ in range(2):
            assert (await focal.tap(VI.record_it, shown)).text == VI.full
        assert entries(town) == before
        assert is_whole(town)
    assert (await focal.tap(VI.record_it, shown)).text.startswith("✅ Đã ghi nhận")
    assert (entries(town), progress(town).percent) == (before + 1, 40)
    assert is_whole(town)


async def listed(town: Town, focal: Person) -> Shown:
    """A workbook with thirty changes, which waits for the yes."""
    data = await workbook(focal)
    return await send(
        focal, filled(data, {task: {"status": "Đang thực hiện", "words": LONG} for task in codes(data)[:30]})
    )


async def test_a_workbook_is_recorded_whole_or_not_at_all(town: Town) -> None:
    focal = town.person("focal")
    shown = await listed(town, focal)
    with locked(town):
        assert (await focal.tap("Ghi nhận tất cả", shown)).text == VI.busy
    with full(town):
        assert (await focal.tap("Ghi nhận tất cả", shown)).text == VI.full
    assert entries(town) == 0
    assert is_whole(town)
    assert "Đã ghi nhận 30 dòng" in (await focal.tap("Ghi nhận tất cả", shown)).text
    assert entries(town) == 30
    assert is_whole(town)


async def test_a_workbook_sent_while_the_disk_is_full_or_the_database_locked(town: Town) -> None:
    focal = town.person("focal")
    data = await workbook(focal)
    sent = filled(data, {task: {"status": "Đang thực hiện", "words": LONG} for task in codes(data)[:30]})
    with locked(town):
        assert (await send(focal, sent)).text == VI.busy
    with full(town):
        assert (await send(focal, sent)).text == VI.full
    assert "30 thay đổi" in (await send(focal, sent)).text
    assert entries(town) == 0


async def test_a_clock_set_back_changes_no_order(town: Town, caplog: pytest.LogCaptureFixture) -> None:
    focal = town.person("focal")
    await focal.ask(f"{TASK} đang làm được 40%")
    await focal.tap(VI.record_it)
    waiting = await proposed(focal, f"{TASK} đang làm được 60%")
    town.clock.move_to(town.clock.now() - timedelta(days=1, hours=2))
    with caplog.at_level(logging.WARNING):
        assert (await focal.tap(VI.record_it, waiting)).text.startswith("✅ Đã ghi nhận lúc 07:00 21/11/2026")
    assert "was it set back?" in caplog.text
    assert (entries(town), progress(town).percent) == (2, 60)
    assert is_whole(town)
    assert (await focal.tap(VI.withdraw)).text.startswith("↩️ Đã rút")
    assert progress(town).percent == 40


async def test_a_clock_set_back_before_the_day_of_the_work_says_so(town: Town) -> None:
    focal = town.person("focal")
    shown = await proposed(focal, f"{TASK} xong ngày 22/11/2026, quyết định 45/QĐ-BCA")
    town.clock.move_to(town.clock.now() - timedelta(days=1))
    assert (await focal.tap(VI.record_it, shown)).text == VI.refusals["done_in_future"]
    assert entries(town) == 0
    town.clock.reset()
    assert (await focal.tap(VI.record_it, shown)).text.startswith("✅ Đã ghi nhận")
    assert entries(town) == 1
