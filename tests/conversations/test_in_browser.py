"""The page in a real browser, from the question to the task card."""

import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page, async_playwright, expect

from tests.conftest import Town

BROWSER = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed on this machine")


@pytest.fixture(params=[(390, 844), (1280, 800)], ids=["phone", "desk"])
async def page(request: pytest.FixtureRequest) -> AsyncIterator[Page]:
    """A page of a fresh browser that fails the test when a script on it fails."""
    width, height = request.param
    async with async_playwright() as player:
        browser = await player.chromium.launch(executable_path=BROWSER, args=list(QUIET))
        opened = await browser.new_page(viewport={"width": width, "height": height})
        failures: list[str] = []
        opened.on("pageerror", lambda error: failures.append(str(error)))
        yield opened
        await browser.close()
        assert failures == []


async def test_from_question_to_task_card(town: Town, page: Page) -> None:
    await page.goto(f"{town.playground.root}/?as=official")
    composer = page.get_by_test_id("composer")
    await composer.fill("which tasks does Bộ Công an own due in Q1/2026")
    await composer.press("Enter")
    answer = page.get_by_test_id("message").last
    await expect(answer).to_contain_text("1 task of its own")
    await expect(answer).to_contain_text("17-TB/CQTTBCĐ, Annex, item 5.c")
    await page.get_by_role("button", name="1", exact=True).click()
    await expect(answer).to_contain_text("Lead: Bộ Công an")
    await expect(answer).to_contain_text("hoàn thành chậm nhất ngày 01/3/2026")
    await page.get_by_role("button", name="◂ List").click()
    await expect(answer).to_contain_text("1 task of its own")


async def test_a_deep_link_asks_its_question(town: Town, page: Page) -> None:
    await page.goto(f"{town.playground.root}/?as=focal&q=6%20r%C3%B5%20l%C3%A0%20g%C3%AC")
    await expect(page.get_by_test_id("message").last).to_contain_text("mỗi sản phẩm phải bảo đảm 6 rõ")


async def test_the_calendar_moves_the_bot_s_day(town: Town, page: Page) -> None:
    await page.goto(f"{town.playground.root}/?as=focal&q=17-5c2.1")
    await expect(page.get_by_test_id("message").last).to_contain_text("chậm 266 ngày")
    await town.playground.move_to(town.clock.today().replace(day=23))
    composer = page.get_by_test_id("composer")
    await composer.fill("17-5c2.1")
    await composer.press("Enter")
    await expect(page.get_by_test_id("message").last).to_contain_text("chậm 267 ngày")
