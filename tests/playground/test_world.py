"""The world behind both faces, the clock that moves it, and the methods the other tests leave out."""

import socket
from datetime import date, datetime, time, timedelta

import pytest

from bot.clock import TIMEZONE, FrozenClock, MovableClock, SystemClock
from bot.playground.actor import Person
from bot.playground.doings import split_text
from bot.playground.personas import PERSONAS, STRANGER
from bot.playground.server import Playground
from bot.playground.world import World
from tests.playground.conftest import TODAY, Api

OFFICIAL, ADMIN = 570001, 570005


def test_clocks() -> None:
    assert FrozenClock(TODAY).now() == datetime(2026, 11, 22, 9, tzinfo=TIMEZONE)
    assert SystemClock().now().tzinfo is TIMEZONE
    clock = MovableClock(FrozenClock(TODAY))
    clock.move_to(date(2026, 1, 26))
    assert clock.now() == datetime.combine(date(2026, 1, 26), time(9), TIMEZONE)
    clock.move_to(datetime(2026, 1, 26, 8))  # noqa: DTZ001 — a naive moment is Vietnamese time
    assert (clock.today(), clock.now().hour, clock.moved) == (date(2026, 1, 26), 8, True)
    clock.reset()
    assert (clock.today(), clock.moved) == (TODAY, False)


def test_the_people() -> None:
    assert len({persona.id for persona in PERSONAS}) == len(PERSONAS) == 6
    assert [persona.language_code for persona in PERSONAS].count("en") == 1
    assert STRANGER.as_user() == {"id": 570006, "is_bot": False, "first_name": 'Lê <b>&" Tí', "language_code": "vi"}


async def test_time_moves_for_everyone() -> None:
    told = []

    async def hear(now: datetime) -> None:
        told.append(now.date())

    playground = Playground(MovableClock(FrozenClock(TODAY)), on_time_moved=hear)
    await playground.move_to(date(2026, 12, 1))
    sent = await Person(playground.world, "official").say("chào")
    assert sent.sent_at.date() == date(2026, 12, 1)
    await playground.move_to(None)
    assert told == [date(2026, 12, 1), TODAY]


async def test_reset() -> None:
    told = []

    async def hear() -> None:
        told.append("reset")

    playground = Playground(MovableClock(FrozenClock(TODAY)), on_reset=hear)
    person = Person(playground.world, "official")
    await person.say("chào")
    await person.block()
    await playground.reset()
    assert person.messages == []
    assert not playground.world.chats[OFFICIAL].blocked
    assert told == ["reset"]


async def test_a_taken_port_gives_way_to_the_next() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        playground = Playground(MovableClock())
        root = await playground.start(port=port)
        assert port < int(root.rpartition(":")[2]) <= port + 20
        await playground.stop()


async def test_the_bot_speaks_of_itself(api: Api) -> None:
    me = await api.ok("getMe")
    assert (me["username"], me["supports_inline_queries"], me["can_read_all_group_messages"]) == (
        "dondoc_bot",
        True,
        False,
    )
    assert await api.ok("setMyDescription", description="Trợ lý")
    assert await api.ok("getMyDescription", language_code="en") == {"description": "Trợ lý"}
    assert await api.ok("getMyName") == {"name": "Đôn Đốc"}
    assert await api.ok("setChatMenuButton", menu_button={"type": "commands"})
    assert await api.ok("getChatMenuButton", chat_id=OFFICIAL) == {"type": "commands"}


async def test_command_lists_by_scope_and_language(api: Api, world: World) -> None:
    async def put(name: str, **where: object) -> None:
        await api.ok("setMyCommands", commands=[{"command": name, "description": name}], **where)

    await put("chung")
    await put("general", language_code="en")
    await put("nhom", scope={"type": "all_group_chats"})
    await put("rieng", scope={"type": "chat", "chat_id": OFFICIAL})
    assert Person(world, "official").commands() == ["rieng"]
    assert Person(world, "focal").commands() == ["chung"]
    assert Person(world, "admin").commands() == ["general"]
    assert Person(world, "admin").in_group().commands() == ["nhom"]
    assert await api.ok("deleteMyCommands", scope={"type": "chat", "chat_id": OFFICIAL})
    assert Person(world, "official").commands() == ["chung"]
    assert await api.ok("getMyCommands", language_code="en") == [{"command": "general", "description": "general"}]


async def test_chats_and_members(api: Api, world: World) -> None:
    group = world.group.id
    assert (await api.ok("getChat", chat_id=group))["title"] == "Tổ công tác NQ57"
    assert await api.ok("getChatMemberCount", chat_id=group) == 7
    assert (await api.ok("getChatMember", chat_id=group, user_id=ADMIN))["status"] == "member"
    assert await api.refusal("getChatMember", chat_id=group, user_id=1) == (400, "Bad Request: user not found")
    assert await api.ok("getChatAdministrators", chat_id=group) == []
    assert await api.ok("leaveChat", chat_id=group)
    assert await api.refusal("sendMessage", chat_id=group, text="x") == (
        403,
        "Forbidden: bot is not a member of the supergroup chat",
    )


async def test_forward_copy_pin_react_delete(api: Api, world: World) -> None:
    theirs = world.say(OFFICIAL, "tờ trình 123/TTr-BCA")["message_id"]
    here = {"chat_id": ADMIN, "from_chat_id": OFFICIAL, "message_id": theirs}
    forwarded = await api.ok("forwardMessage", **here)
    assert forwarded["forward_origin"]["sender_user"]["id"] == OFFICIAL
    copied = await api.ok("copyMessage", **here)
    assert world.chats[ADMIN].messages[copied["message_id"]]["text"] == "tờ trình 123/TTr-BCA"
    assert (await api.refusal("copyMessage", **(here | {"message_id": 99})))[
        1
    ] == "Bad Request: message to copy not found"
    assert await api.ok("pinChatMessage", chat_id=ADMIN, message_id=copied["message_id"])
    assert (await api.ok("getChat", chat_id=ADMIN))["pinned_message"]["message_id"] == copied["message_id"]
    assert await api.ok("unpinChatMessage", chat_id=ADMIN)
    assert await api.ok(
        "setMessageReaction", chat_id=OFFICIAL, message_id=theirs, reaction=[{"type": "emoji", "emoji": "👍"}]
    )
    assert await api.ok("deleteMessages", chat_id=ADMIN, message_ids=[forwarded["message_id"], 99])
    assert list(world.chats[ADMIN].messages) == [copied["message_id"]]


async def test_what_a_person_forwards_loses_its_buttons(api: Api, world: World) -> None:
    press, link = {"text": "a", "callback_data": "b"}, {"text": "a", "url": "https://example.org/"}
    official = Person(world, "official")
    for button, kept in ((press, False), (link, True)):
        await api.ok("sendMessage", chat_id=OFFICIAL, text="thẻ", reply_markup={"inline_keyboard": [[button]]})
        passed = await official.forward(official.last, world.group.id)
        assert ("reply_markup" in passed.raw) is kept
        assert passed.raw["forward_origin"]["sender_user"]["username"] == "dondoc_bot"


async def test_a_caption_is_corrected(api: Api, world: World) -> None:
    official = Person(world, "official")
    sent = await official.send_document(b"x", "a.txt", caption="mot")
    await official.edit(sent, "một")
    told = (await api.ok("getUpdates"))[-1]["edited_message"]
    assert (told["caption"], told["document"]["file_name"]) == ("một", "a.txt")


async def test_a_button_of_a_message_that_is_gone(api: Api, world: World) -> None:
    official = Person(world, "official")
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    sent = await api.ok("sendMessage", chat_id=OFFICIAL, text="x", reply_markup=markup)
    shown = official.last
    await official.delete(shown)
    await official.press_old(shown, "b")
    message = (await api.ok("getUpdates"))[-1]["callback_query"]["message"]
    assert message == {"chat": sent["chat"], "message_id": sent["message_id"], "date": 0}
    edit = {"chat_id": OFFICIAL, "message_id": sent["message_id"], "text": "y"}
    assert (await api.refusal("editMessageText", **edit))[1] == "Bad Request: message to edit not found"


async def test_forms_and_queries_are_read_as_well(api: Api) -> None:
    url = f"{api.root}/bot{api.token}"
    form = {
        "chat_id": str(OFFICIAL),
        "text": "x",
        "reply_markup": '{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}',
    }
    sent = (await api.client.post(f"{url}/sendMessage", data=form)).json()["result"]
    assert sent["reply_markup"]["inline_keyboard"][0][0]["callback_data"] == "b"
    assert (await api.client.get(f"{url}/sendMessage", params={"chat_id": OFFICIAL, "text": "y"})).json()["ok"]
    broken = {"chat_id": str(OFFICIAL), "text": "x", "reply_markup": "{"}
    assert not (await api.client.post(f"{url}/sendMessage", data=broken)).json()["ok"]


async def test_the_transcript_tells_everything_in_order(api: Api, world: World) -> None:
    world.say(OFFICIAL, "một")
    await api.ok("sendChatAction", chat_id=OFFICIAL, action="typing")
    await api.ok("sendMessage", chat_id=OFFICIAL, text="hai")
    assert [each.kind for each in world.transcript] == ["message", "action", "call", "message", "call"]
    assert world.transcript.of("call")[-1].data["method"] == "sendMessage"
    with pytest.raises(TimeoutError, match="hai"):
        await Person(world, "focal").next_message(0.01)


def test_long_texts_go_in_parts() -> None:
    parts = split_text("việc " * 2000)
    assert len(parts) == 3
    assert all(len(part) <= 4096 for part in parts)
    assert sum(part.count("việc") for part in parts) == 2000
    assert split_text("") == []


async def test_a_week_later(playground: Playground) -> None:
    before = playground.clock.today()
    await playground.move_to(before + timedelta(days=7))
    assert playground.world.transcript.of("time")[-1].data["now"].startswith("2026-11-29")
