"""The page's side of the server: what the websocket tells and takes, and who is kept out."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.playground.actor import Person
from bot.playground.server import Playground
from bot.playground.world import World
from tests.playground.conftest import Api, png

OFFICIAL, STRANGER = 570001, 570006


class Browser:
    """A page without a screen."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket

    async def hears(self, kind: str) -> dict[str, Any]:
        """The next happening of this kind."""
        while True:
            event = await self.socket.receive_json(timeout=5)
            if event["type"] == kind:
                return event

    async def does(self, do: str, **wish: Any) -> None:
        await self.socket.send_json({"do": do, **wish})


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def browser(playground: Playground, http: aiohttp.ClientSession) -> AsyncIterator[Browser]:
    async with http.ws_connect(f"{playground.root}/playground/socket") as socket:
        yield Browser(socket)


async def test_the_state_comes_first(playground: Playground, browser: Browser) -> None:
    state = await browser.hears("state")
    assert [each["key"] for each in state["personas"]] == [
        "official",
        "focal",
        "staff",
        "supervisor",
        "admin",
        "stranger",
    ]
    assert state["now"].startswith("2026-11-22T09:00:00+07:00")
    group = next(each for each in state["chats"] if each["group"])
    assert group["title"] == "Tổ công tác NQ57"
    assert STRANGER in group["members"]


async def test_saying_and_hearing(browser: Browser, api: Api) -> None:
    await browser.does("say", **{"as": OFFICIAL, "chat": OFFICIAL, "text": "chào"})
    assert (await browser.hears("message"))["message"]["text"] == "chào"
    buttons = {"inline_keyboard": [[{"text": "Xong", "callback_data": "done"}]]}
    sent = await api.ok("sendMessage", chat_id=OFFICIAL, text="<b>một</b>", parse_mode="HTML", reply_markup=buttons)
    told = await browser.hears("message")
    assert told["message"]["entities"] == [{"type": "bold", "offset": 0, "length": 3}]
    await browser.does("press", **{"as": OFFICIAL, "chat": OFFICIAL, "message": sent["message_id"], "data": "done"})
    query = (await browser.hears("callback"))["query"]
    await api.ok("answerCallbackQuery", callback_query_id=query, text="vâng", show_alert=True)
    answer = await browser.hears("answer")
    assert (answer["text"], answer["alert"], answer["user_id"]) == ("vâng", True, OFFICIAL)
    await api.ok("editMessageText", chat_id=OFFICIAL, message_id=sent["message_id"], text="hai")
    assert (await browser.hears("edited"))["message"]["text"] == "hai"
    await api.ok("deleteMessage", chat_id=OFFICIAL, message_id=sent["message_id"])
    assert (await browser.hears("deleted"))["message_ids"] == [sent["message_id"]]


async def test_correcting_and_deleting_ones_own(browser: Browser, playground: Playground) -> None:
    sent = await Person(playground.world, "official").say("mot")
    where = {"as": OFFICIAL, "chat": OFFICIAL, "message": sent.id}
    await browser.does("edit", **where, text="một")
    assert (await browser.hears("edited"))["message"]["text"] == "một"
    await browser.does("delete", **where)
    assert (await browser.hears("deleted"))["message_ids"] == [sent.id]


async def test_commands_and_inline_results(echo: Playground, browser: Browser, api: Api) -> None:
    await api.ok("setMyCommands", commands=[{"command": "tim", "description": "Tìm"}])
    await browser.hears("commands")
    where = {"as": OFFICIAL, "chat": OFFICIAL}
    await browser.does("commands", **where)
    assert (await browser.hears("command_list"))["commands"] == [{"command": "tim", "description": "Tìm"}]
    await browser.does("inline", **where, text="dữ liệu")
    found = await browser.hears("inline_answer")
    await browser.does("choose", query=found["query"], result=found["results"][0]["id"], **where)
    assert (await browser.hears("message"))["message"]["via_bot"]["username"] == "dondoc_bot"


async def test_moving_time_blocking_and_starting_over(browser: Browser, playground: Playground) -> None:
    await browser.does("move", to="2026-12-01")
    assert (await browser.hears("time"))["now"].startswith("2026-12-01")
    await browser.does("move", to=None)
    assert (await browser.hears("time"))["now"].startswith("2026-11-22")
    await browser.does("block", on=True, **{"as": OFFICIAL})
    assert (await browser.hears("blocked"))["chat"] == OFFICIAL
    await browser.does("say", **{"as": OFFICIAL, "chat": OFFICIAL, "text": "x"})
    assert "blocked" in (await browser.hears("trouble"))["text"]
    await browser.does("block", on=False, **{"as": OFFICIAL})
    assert (await browser.hears("unblocked"))["chat"] == OFFICIAL
    await browser.does("move", to="hôm qua")
    assert "hôm qua" in (await browser.hears("trouble"))["text"]
    await browser.does("reset")
    state = await browser.hears("state")
    assert all(not chat["messages"] for chat in state["chats"])


async def test_trouble_on_order(browser: Browser, playground: Playground, api: Api) -> None:
    await browser.hears("state")
    for kind in ("flood", "broken"):
        await browser.does("fault", kind=kind)
    await browser.does("rates", on=True)
    await browser.does("dance")
    assert "dance" in (await browser.hears("trouble"))["text"]
    assert len(playground.world.faults) == 2
    assert playground.world.rates.enforced
    assert (await api.refusal("sendMessage", chat_id=OFFICIAL, text="x"))[0] == 429
    assert (await browser.hears("call"))["outcome"] == "Too Many Requests: retry after 5"
    await browser.does("fault", kind="none")
    await browser.does("dance")
    await browser.hears("trouble")
    assert len(playground.world.faults) == 0


@pytest.mark.parametrize(
    ("kind", "name", "part"), [("photo", "anh.png", "photo"), ("document", "báo cáo.html", "document")]
)
async def test_uploads_and_downloads(
    playground: Playground, http: aiohttp.ClientSession, kind: str, name: str, part: str
) -> None:
    content = png() if kind == "photo" else b"<script>alert(1)</script>"
    form = aiohttp.FormData({"as": str(OFFICIAL), "chat": str(OFFICIAL), "kind": kind, "caption": "đây"})
    form.add_field("file", content, filename=name)
    async with http.post(f"{playground.root}/playground/upload", data=form) as response:
        assert response.status == 200
    message = Person(playground.world, "official").messages[-1]
    assert message.text == "đây"
    assert message.content == content
    stored = message.raw[part][-1] if kind == "photo" else message.raw[part]
    async with http.get(f"{playground.root}/playground/files/{stored['file_id']}") as response:
        assert await response.read() == content
        shown = response.headers["Content-Disposition"]
        assert shown == "inline" if kind == "photo" else shown.startswith("attachment")
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.content_type == ("image/png" if kind == "photo" else "application/octet-stream")


async def test_a_refused_upload_says_why(playground: Playground, http: aiohttp.ClientSession) -> None:
    form = aiohttp.FormData({"as": str(OFFICIAL), "chat": str(OFFICIAL), "kind": "photo"})
    form.add_field("file", b"no picture", filename="a.png")
    async with http.post(f"{playground.root}/playground/upload", data=form) as response:
        assert (response.status, await response.json()) == (400, {"trouble": "Bad Request: IMAGE_PROCESS_FAILED"})


async def test_the_page_and_its_parts(playground: Playground, http: aiohttp.ClientSession) -> None:
    async with http.get(f"{playground.root}/") as response:
        page = await response.text()
        assert response.content_type == "text/html"
        assert "script-src 'self'" in response.headers["Content-Security-Policy"]
    for part in ("app.js", "log.js", "style.css", "chat.css", "icon.svg"):
        async with http.get(f"{playground.root}/static/{part}") as response:
            assert response.status == 200
    for stray in ("../server.py", "..%2Fserver.py", "server.py", "nothing.js"):
        async with http.get(f"{playground.root}/static/{stray}") as response:
            assert response.status == 404
    assert "http://" not in page
    assert "https://" not in page


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Host": "evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
async def test_other_sites_are_kept_out(
    playground: Playground, http: aiohttp.ClientSession, headers: dict[str, str]
) -> None:
    async with http.post(f"{playground.root}/playground/upload", headers=headers) as response:
        assert response.status == 403
    if "Sec-Fetch-Site" not in headers:
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await http.ws_connect(f"{playground.root}/playground/socket", headers=headers)


async def test_its_own_page_is_let_in(playground: Playground, http: aiohttp.ClientSession) -> None:
    async with http.ws_connect(f"{playground.root}/playground/socket", headers={"Origin": playground.root}) as socket:
        assert (await socket.receive_json(timeout=5))["type"] == "state"


async def test_the_page_shows_the_record(playground: Playground, browser: Browser, api: Api) -> None:
    state = await browser.hears("state")
    assert {each["standing"] for each in state["personas"]} == {"stranger"}
    approved = {"standing": "approved", "roles": [{"role": "official", "agency": "Bộ Y tế"}]}
    playground.known = lambda persona: approved if persona.id == OFFICIAL else {"standing": "waiting", "roles": []}
    await api.ok("sendMessage", chat_id=OFFICIAL, text="đã duyệt")
    people = (await browser.hears("people"))["personas"]
    assert people[0]["roles"] == approved["roles"]
    assert people[-1]["standing"] == "waiting"


async def test_forwarding_and_new_groups(browser: Browser, world: World) -> None:
    await browser.hears("state")
    sent = world.say(OFFICIAL, "tờ trình")
    there = {"chat": OFFICIAL, "message": sent["message_id"], "to": world.group.id}
    await browser.does("forward", **{"as": OFFICIAL}, **there)
    while (told := await browser.hears("message"))["chat"] != world.group.id:
        pass
    assert told["message"]["forward_origin"]["sender_user"]["id"] == OFFICIAL
    world.found_group(OFFICIAL, "Tổ 57")
    assert "Tổ 57" in [each["title"] for each in (await browser.hears("state"))["chats"]]
