"""What Telegram refuses, in Telegram's words."""

from typing import Any

import pytest

from bot.playground.actor import Person
from bot.playground.chats import NotPossibleError
from bot.playground.limits import NOT_MODIFIED, OLD_QUERY
from bot.playground.server import Playground
from bot.playground.world import World
from tests.playground.conftest import Api, png

OFFICIAL = 570001
STRANGER = 570006


def buttons(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def callback(data: str = "x", label: str = "x") -> dict[str, Any]:
    return {"text": label, "callback_data": data}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": "  \n "}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "message text is empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "🏟" * 2049}, "message is too long"),
        ({"text": "<x>", "parse_mode": "HTML"}, 'can\'t parse entities: Unsupported start tag "x" at byte offset 0'),
        ({"text": "x", "parse_mode": "YAML"}, "unsupported parse_mode"),
        ({"text": "x", "chat_id": 404}, "chat not found"),
        ({"text": "x", "chat_id": ""}, "chat_id is empty"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "x", "message_thread_id": 7}, "message thread not found"),
        ({"text": "x", "reply_markup": buttons([callback("đ" * 33)])}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": buttons([callback("")])}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "reply_markup": buttons(*[[callback(str(n))] for n in range(101)])}, "REPLY_MARKUP_TOO_LONG"),
        ({"text": "x", "reply_markup": buttons([callback(str(n)) for n in range(9)])}, "REPLY_MARKUP_TOO_LONG"),
        (
            {"text": "x", "reply_markup": buttons([{"text": "trơ"}])},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": buttons([{"text": "a", "url": "không phải"}])},
            "inline keyboard button URL 'không phải' is invalid: Wrong HTTP URL",
        ),
    ],
)
async def test_sending(api: Api, params: dict[str, Any], words: str) -> None:
    assert await api.refusal("sendMessage", **{"chat_id": OFFICIAL, **params}) == (400, f"Bad Request: {words}")


async def test_lengths_count_after_parsing(api: Api) -> None:
    sent = await api.ok("sendMessage", chat_id=OFFICIAL, text="<b>" + "&lt;" * 4096 + "</b>", parse_mode="HTML")
    assert sent["text"] == "<" * 4096
    whole = buttons([callback("đ" * 32)])
    assert (await api.ok("sendMessage", chat_id=OFFICIAL, text="x", reply_markup=whole))["reply_markup"] == whole


async def test_editing(api: Api) -> None:
    sent = await api.ok("sendMessage", chat_id=OFFICIAL, text="<b>một</b>", parse_mode="HTML")
    here = {"chat_id": OFFICIAL, "message_id": sent["message_id"]}
    same = (400, f"Bad Request: {NOT_MODIFIED}")
    assert await api.refusal("editMessageText", **here, text="<b>một</b>", parse_mode="HTML") == same
    assert await api.refusal("editMessageReplyMarkup", **here) == same
    assert (await api.refusal("editMessageText", **here, text="x" * 4097))[1] == "Bad Request: MESSAGE_TOO_LONG"
    assert (await api.refusal("editMessageCaption", **here, caption="x"))[1] == (
        "Bad Request: there is no caption in the message to edit"
    )
    here["message_id"] = 99
    assert (await api.refusal("editMessageText", **here, text="x"))[1] == "Bad Request: message to edit not found"
    assert (await api.refusal("editMessageText", chat_id=OFFICIAL, text="x"))[1] == (
        "Bad Request: message identifier is not specified"
    )


async def test_only_its_own_messages(api: Api, world: World) -> None:
    theirs = world.say(OFFICIAL, "của tôi")
    words = (await api.refusal("editMessageText", chat_id=OFFICIAL, message_id=theirs["message_id"], text="x"))[1]
    assert words == "Bad Request: message can't be edited"
    group = world.say(OFFICIAL, "của tôi", world.group.id)
    words = (await api.refusal("deleteMessage", chat_id=world.group.id, message_id=group["message_id"]))[1]
    assert words == "Bad Request: message can't be deleted"


async def test_an_edit_without_buttons_takes_them_away(api: Api) -> None:
    sent = await api.ok("sendMessage", chat_id=OFFICIAL, text="một", reply_markup=buttons([callback()]))
    edited = await api.ok("editMessageText", chat_id=OFFICIAL, message_id=sent["message_id"], text="hai")
    assert "reply_markup" not in edited
    assert edited["edit_date"]


async def test_deleting(api: Api, playground: Playground) -> None:
    sent = await api.ok("sendMessage", chat_id=OFFICIAL, text="một")
    here = {"chat_id": OFFICIAL, "message_id": sent["message_id"]}
    assert await api.ok("deleteMessage", **here)
    assert (await api.refusal("deleteMessage", **here))[1] == "Bad Request: message to delete not found"
    old = await api.ok("sendMessage", chat_id=OFFICIAL, text="hai")
    await playground.move_to(playground.clock.today().replace(day=25))
    here["message_id"] = old["message_id"]
    assert (await api.refusal("deleteMessage", **here))[1] == "Bad Request: message can't be deleted for everyone"


async def test_callback_queries_are_answered_once_and_in_time(api: Api, world: World) -> None:
    sent = await api.ok("sendMessage", chat_id=OFFICIAL, text="một", reply_markup=buttons([callback("a")]))
    first = world.press(OFFICIAL, sent["message_id"], "a")
    assert await api.ok("answerCallbackQuery", callback_query_id=first, text="vâng")
    late = world.press(OFFICIAL, sent["message_id"], "a")
    world.callbacks.expire()
    for query in (first, late, "404"):
        assert await api.refusal("answerCallbackQuery", callback_query_id=query) == (400, f"Bad Request: {OLD_QUERY}")
    with pytest.raises(NotPossibleError):
        world.press(OFFICIAL, sent["message_id"], "không có")


async def test_who_cannot_be_written_to(api: Api, world: World) -> None:
    here = {"chat_id": OFFICIAL, "text": "x"}
    world.block(OFFICIAL)
    assert await api.refusal("sendMessage", **here) == (403, "Forbidden: bot was blocked by the user")
    assert await api.refusal("sendChatAction", chat_id=OFFICIAL, action="typing") == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    world.unblock(OFFICIAL)
    assert await api.ok("sendMessage", **here)
    assert await api.refusal("sendMessage", chat_id=STRANGER, text="x") == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    world.remove_bot(OFFICIAL)
    assert await api.refusal("sendMessage", chat_id=world.group.id, text="x") == (
        403,
        "Forbidden: bot was kicked from the supergroup chat",
    )


async def test_a_blocked_bot_cannot_be_written_to(world: World) -> None:
    world.block(OFFICIAL)
    with pytest.raises(NotPossibleError):
        world.say(OFFICIAL, "có ai không")


async def test_files(api: Api, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    async def upload(method: str, field: str, name: str, content: bytes, **form: str) -> tuple[int, str]:
        url = f"{api.root}/bot{api.token}/{method}"
        answer = await api.client.post(url, data={"chat_id": OFFICIAL, **form}, files={field: (name, content)})
        return answer.json().get("error_code", 200), answer.json().get("description", "")

    assert await upload("sendDocument", "document", "a.txt", b"x", caption="c" * 1025) == (
        400,
        "Bad Request: message caption is too long",
    )
    assert await upload("sendDocument", "document", "a.txt", b"") == (400, "Bad Request: file must be non-empty")
    assert await upload("sendPhoto", "photo", "a.png", b"no picture") == (400, "Bad Request: IMAGE_PROCESS_FAILED")
    assert await upload("sendPhoto", "photo", "a.png", png(300, 2)) == (400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
    assert await upload("sendPhoto", "photo", "a.png", png()) == (200, "")
    assert await upload("sendDocument", "nothing", "a.txt", b"x") == (
        400,
        "Bad Request: there is no document in the request",
    )
    monkeypatch.setattr("bot.playground.limits.PHOTO_BYTES", 50)
    assert (await upload("sendPhoto", "photo", "a.png", png()))[1].startswith("Bad Request: file of size")
    monkeypatch.setattr("bot.playground.limits.UPLOAD_BYTES", 2)
    assert await upload("sendDocument", "document", "a.txt", b"xxx") == (413, "Request Entity Too Large")
    monkeypatch.setattr("bot.playground.limits.DOWNLOAD_BYTES", 20)
    photo = next(message for message in world.chats[OFFICIAL].messages.values() if "photo" in message)
    words = await api.refusal("getFile", file_id=photo["photo"][0]["file_id"])
    assert words == (400, "Bad Request: file is too big")
    assert (await api.refusal("getFile", file_id="404"))[1] == (
        "Bad Request: wrong file_id or the file is temporarily unavailable"
    )


async def test_caption_edits(api: Api, world: World) -> None:
    Person(world, OFFICIAL)
    files = {"document": ("a.txt", b"x")}
    url = f"{api.root}/bot{api.token}/sendDocument"
    answer = await api.client.post(url, data={"chat_id": OFFICIAL, "caption": "một"}, files=files)
    here = {"chat_id": OFFICIAL, "message_id": answer.json()["result"]["message_id"]}
    assert (await api.refusal("editMessageText", **here, text="x"))[1] == (
        "Bad Request: there is no text in the message to edit"
    )
    assert (await api.refusal("editMessageCaption", **here, caption="x" * 1025))[1] == (
        "Bad Request: MEDIA_CAPTION_TOO_LONG"
    )
    assert (await api.ok("editMessageCaption", **here, caption="hai"))["caption"] == "hai"


async def test_unknown_methods_and_tokens(api: Api) -> None:
    assert await api.refusal("sendCarrierPigeon") == (404, "Not Found: method not found")
    assert await api.ok("SENDMESSAGE", chat_id=OFFICIAL, text="x")
    api.token = "57000057:wrong"
    assert await api.refusal("getMe") == (401, "Unauthorized")
    api.token = "nonsense"
    assert await api.refusal("getMe") == (404, "Not Found")


@pytest.mark.parametrize(
    ("commands", "words"),
    [
        ([{"command": "Tìm", "description": "x"}], "BOT_COMMAND_INVALID"),
        ([{"command": "tim", "description": ""}], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": f"c{n}", "description": "x"} for n in range(101)], "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_commands(api: Api, commands: list[dict[str, str]], words: str) -> None:
    assert await api.refusal("setMyCommands", commands=commands) == (400, f"Bad Request: {words}")


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ({"language_code": "vie"}, "invalid language code specified"),
        ({"scope": {"type": "chat", "chat_id": 404}}, "chat not found"),
        ({"scope": {"type": "room"}}, "can't parse BotCommandScope: Unsupported type specified"),
    ],
)
async def test_scopes_of_commands(api: Api, where: dict[str, Any], words: str) -> None:
    listed = [{"command": "tim", "description": "x"}]
    assert await api.refusal("setMyCommands", commands=listed, **where) == (400, f"Bad Request: {words}")


@pytest.mark.parametrize(
    ("reaction", "words"),
    [
        ([{"type": "emoji", "emoji": "📌"}], "REACTION_INVALID"),
        ([{"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "🔥"}], "REACTIONS_TOO_MANY"),
    ],
)
async def test_reactions(api: Api, world: World, reaction: list[dict[str, str]], words: str) -> None:
    said = world.say(OFFICIAL, "x")["message_id"]
    here = {"chat_id": OFFICIAL, "message_id": said}
    assert await api.refusal("setMessageReaction", **here, reaction=reaction) == (400, f"Bad Request: {words}")


async def test_an_answered_button_opens_only_the_bots_own_links(api: Api, world: World) -> None:
    sent = await api.ok("sendMessage", chat_id=OFFICIAL, text="một", reply_markup=buttons([callback("a")]))
    query = world.press(OFFICIAL, sent["message_id"], "a")
    refused = await api.refusal("answerCallbackQuery", callback_query_id=query, url="https://example.org/")
    assert refused == (400, "Bad Request: URL_INVALID")
    assert await api.ok("answerCallbackQuery", callback_query_id=query, url="https://t.me/dondoc_bot?start=moi")


async def test_deep_links_carry_little(world: World) -> None:
    official = Person(world, "official")
    assert (await official.start("moi_57-a")).text == "/start moi_57-a"
    assert (await official.in_group().start("nhom")).text == "/start@dondoc_bot nhom"
    for payload in ("xin chào", "a" * 65, "a.b"):
        with pytest.raises(NotPossibleError):
            await official.start(payload)


async def test_what_may_not_be_passed_on(api: Api, world: World) -> None:
    sent = await api.ok("sendMessage", chat_id=OFFICIAL, text="mật", protect_content=True)
    there = {"chat_id": 570002, "from_chat_id": OFFICIAL, "message_id": sent["message_id"]}
    assert (await api.refusal("forwardMessage", **there))[1] == "Bad Request: message can't be forwarded"
    assert (await api.refusal("copyMessage", **there))[1] == "Bad Request: message can't be copied"
    official = Person(world, "official")
    with pytest.raises(NotPossibleError):
        await official.forward(official.last, world.group.id)
