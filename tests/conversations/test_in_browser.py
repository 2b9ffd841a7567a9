"""The page in a real browser: asking, playing others, inline mode, starting over, by keyboard alone."""

import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Locator, Page, async_playwright, expect

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
    await page.goto(f"{town.playground.root}/#persona=official")
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
    await page.goto(f"{town.playground.root}/#persona=focal&q=6%20r%C3%B5%20l%C3%A0%20g%C3%AC")
    await expect(page.get_by_test_id("message").last).to_contain_text("mỗi sản phẩm phải bảo đảm 6 rõ")


async def test_the_calendar_moves_the_bot_s_day(town: Town, page: Page) -> None:
    await page.goto(f"{town.playground.root}/#persona=focal&q=17-5c2.1")
    await expect(page.get_by_test_id("message").last).to_contain_text("chậm 266 ngày")
    await town.playground.move_to(town.clock.today().replace(day=23))
    composer = page.get_by_test_id("composer")
    await composer.fill("17-5c2.1")
    await composer.press("Enter")
    await expect(page.get_by_test_id("message").last).to_contain_text("chậm 267 ngày")


async def open_at(town: Town, page: Page, address: str) -> Locator:
    """Open the page at a deep link; the composer."""
    await page.goto(f"{town.playground.root}/{address}")
    await expect(page.get_by_test_id("chat")).to_be_visible()
    await expect(page.locator("#app")).to_have_attribute("aria-busy", "false")
    return page.get_by_test_id("composer")


async def test_a_link_opens_at_a_person_and_a_chat(town: Town, page: Page) -> None:
    await open_at(town, page, "#persona=staff&chat=group")
    await expect(page.get_by_role("tab", name="Tổ công tác NQ57")).to_have_attribute("aria-selected", "true")
    await page.get_by_role("tab", name="Đôn Đốc").click()
    assert page.url.endswith("#persona=staff&chat=private")
    await page.evaluate("location.hash = 'persona=admin&chat=group'")
    await expect(page.get_by_test_id("persona-admin")).to_have_attribute("aria-selected", "true")


async def test_a_link_to_the_bot_carries_its_token(town: Town, page: Page) -> None:
    await open_at(town, page, "#persona=stranger&start=moi-57")
    await expect(page.get_by_test_id("message").first).to_contain_text("/start moi-57")


async def test_who_is_played_has_the_role_on_record(town: Town, page: Page) -> None:
    await open_at(town, page, "#persona=official")
    if page.viewport_size and page.viewport_size["width"] < 1000:
        await page.get_by_test_id("who").click()
    await expect(page.get_by_test_id("role-focal")).to_have_text("Đầu mối · Bộ Công an")
    stranger = page.get_by_test_id("role-stranger")
    await expect(stranger).to_have_text("Bot chưa biết người này")
    people, person = town.rooms.people, town.person("stranger").persona
    people.consent(person.id, person.name, "vi", town.clock.now())
    await town.person("official").ask("6 rõ là gì")
    await expect(stranger).to_have_text("Đang chờ duyệt")
    await page.get_by_test_id("persona-focal").click()
    assert page.url.endswith("#persona=focal&chat=private")


async def test_inline_results_go_into_any_chat(town: Town, page: Page) -> None:
    composer = await open_at(town, page, "#persona=focal&chat=group")
    await composer.fill("@dondoc_bot 17-5c2.1")
    await expect(page.get_by_test_id("suggestion").first).to_contain_text("17-5c2.1")
    await composer.press("Enter")
    sent = page.get_by_test_id("message").last
    await expect(sent).to_contain_text("qua @dondoc_bot")
    await expect(sent).to_contain_text("17-5c2.1")


async def test_strangers_are_shown_the_way_in_instead_of_results(town: Town, page: Page) -> None:
    composer = await open_at(town, page, "#persona=stranger&chat=group")
    await composer.fill("@dondoc_bot 17-5c2.1")
    await page.get_by_test_id("inline-button").click()
    await expect(page.get_by_role("tab", name="Đôn Đốc")).to_have_attribute("aria-selected", "true")
    await expect(page.get_by_test_id("message").first).to_contain_text("/start inline")


async def test_starting_over(town: Town, page: Page) -> None:
    await open_at(town, page, "#persona=focal&q=17-5c2.1")
    await expect(page.get_by_test_id("message").last).to_contain_text("chậm 266 ngày")
    if page.viewport_size and page.viewport_size["width"] < 1000:
        await page.get_by_test_id("day-chip").click()
    await page.get_by_test_id("reset").click()
    await page.get_by_test_id("confirm").get_by_role("button", name="Làm lại từ đầu").click()
    await expect(page.get_by_test_id("message")).to_have_count(0)


async def test_a_code_is_copied_and_a_message_forwarded(town: Town, page: Page) -> None:
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    await open_at(town, page, "#persona=focal&q=17-5c2.1")
    answer = page.get_by_test_id("message").last
    await answer.get_by_test_id("code").first.click()
    assert await page.evaluate("navigator.clipboard.readText()") == "17-5c2.1"
    await answer.focus()
    await answer.get_by_role("button", name="Chuyển tiếp").click()
    await page.get_by_test_id("to-group").click()
    await expect(page.get_by_test_id("message").last).to_contain_text("Chuyển tiếp từ Đôn Đốc")
    assert page.url.endswith("chat=group")


async def test_by_keyboard_alone(town: Town, page: Page) -> None:
    await open_at(town, page, "#persona=focal")
    keys = page.keyboard
    await expect(page.get_by_test_id("composer")).to_be_focused()
    await keys.type("bộ công an quá hạn")
    await keys.press("Enter")
    answer = page.get_by_test_id("message").last
    await expect(answer).to_contain_text("chủ trì: Bộ Công an")
    await page.get_by_test_id("log").focus()
    await keys.press("ArrowUp")
    await expect(answer).to_be_focused()
    first = answer.get_by_role("button", name="1", exact=True)
    for _ in range(40):
        await keys.press("Tab")
        if await first.evaluate("node => node === document.activeElement"):
            break
    await keys.press("Enter")
    await expect(answer).to_contain_text("Thời hạn:")
    await keys.press("Escape")
    await expect(page.get_by_test_id("composer")).to_be_focused()
    await keys.type("/qua")
    await expect(page.get_by_test_id("suggestion")).to_have_count(1)
    await keys.press("Enter")
    await expect(page.get_by_test_id("message").last).to_contain_text("Quá hạn")
