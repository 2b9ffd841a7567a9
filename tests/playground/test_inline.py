"""Inline mode as Telegram does it: what is refused, what is kept on its server, and messages sent through the bot."""

from typing import Any

import pytest

from bot.playground.actor import Person
from bot.playground.chats import NotPossibleError
from bot.playground.limits import OLD_QUERY
from bot.playground.world import World
from tests.playground.conftest import Api

OFFICIAL, FOCAL = 570001, 570002


def article(identifier: str, text: str = "x", **more: Any) -> dict[str, Any]:
    content = {"message_text": text, "parse_mode": "HTML"}
    return {
        "type": "article",
        "id": identifier,
        "title": f"Việc {identifier}",
        "input_message_content": content,
        **more,
    }


BUTTON = {"inline_keyboard": [[{"text": "Thẻ", "callback_data": "card"}]]}


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"results": [article("1"), article("1")]}, "RESULT_ID_DUPLICATE"),
        ({"results": [article("")]}, "RESULT_ID_INVALID"),
        ({"results": [article(str(n)) for n in range(51)]}, "RESULTS_TOO_MUCH"),
        (
            {"results": [article("1", "<b>")]},
            (
                "can't parse inline query result: Can't parse entities: "
                'Can\'t find end tag corresponding to start tag "b"'
            ),
        ),
        ({"results": [], "next_offset": "đ" * 33}, "NEXT_OFFSET_INVALID"),
        ({"results": [], "button": {"text": "Tham gia"}}, "START_PARAM_EMPTY"),
        ({"results": [], "button": {"text": "Tham gia", "start_parameter": "xin chào"}}, "START_PARAM_INVALID"),
        ({"results": [], "button": {"text": "", "start_parameter": "x"}}, "SWITCH_PM_TEXT_EMPTY"),
        (
            {"results": [], "button": []},
            "can't parse inline query results button: InlineQueryResultsButton must be an Object",
        ),
    ],
)
async def test_what_is_refused(api: Api, world: World, params: dict[str, Any], words: str) -> None:
    query = world.ask_inline(OFFICIAL, "x")
    assert await api.refusal("answerInlineQuery", inline_query_id=query, **params) == (400, f"Bad Request: {words}")


async def test_late_answers(api: Api, world: World) -> None:
    query = world.ask_inline(OFFICIAL, "x")
    world.inline_queries.expire()
    answer = await api.refusal("answerInlineQuery", inline_query_id=query, results=[])
    assert answer == (400, f"Bad Request: {OLD_QUERY}")


async def answered(api: Api, world: World, who: str, text: str, **answer: Any) -> bool:
    """Ask as `who`; whether the bot was asked. If it was, it answers."""
    before = len(world.updates)
    query = world.ask_inline(world.persona(who).id, text)
    if len(world.updates) == before:
        return False
    assert await api.ok("answerInlineQuery", inline_query_id=query, **answer)
    return True


async def test_what_is_not_personal_is_shown_to_anybody(api: Api, world: World) -> None:
    assert await answered(api, world, "focal", "BCA", results=[article("1")])
    assert not await answered(api, world, "stranger", "BCA")
    shown = await Person(world, "stranger").inline("BCA")
    assert [each["title"] for each in shown] == ["Việc 1"]
    assert await answered(api, world, "stranger", "Bộ Y tế", results=[], is_personal=True)


async def test_what_is_personal_is_kept_for_its_asker(api: Api, world: World) -> None:
    assert await answered(api, world, "focal", "BCA", results=[article("1")], is_personal=True)
    assert not await answered(api, world, "focal", "BCA")
    assert await answered(api, world, "stranger", "BCA", results=[], is_personal=True)


async def test_what_may_not_be_kept_is_asked_again(api: Api, world: World) -> None:
    for _ in range(2):
        assert await answered(api, world, "focal", "BCA", results=[article("1")], cache_time=0)


async def test_results_a_button_and_more_results(api: Api, world: World) -> None:
    focal = Person(world, "focal").in_group()
    button = {"text": "Mở trò chuyện", "start_parameter": "inline"}
    first = {"results": [article("1")], "next_offset": "1", "button": button}
    await api.ok("answerInlineQuery", inline_query_id=world.ask_inline(FOCAL, "BCA"), **first)
    second = world.ask_inline(FOCAL, "BCA", offset="1")
    await api.ok("answerInlineQuery", inline_query_id=second, results=[article("2", "<b>hai</b>")])
    assert [each["id"] for each in await focal.inline("BCA")] == ["1"]
    assert focal.inline_button == button
    assert [each["id"] for each in await focal.more()] == ["2"]
    assert await focal.more() == []
    await focal.inline("BCA", "1")
    sent = await focal.choose(0)
    assert (sent.text, sent.entities[0]["type"], sent.raw["via_bot"]["username"]) == ("hai", "bold", "dondoc_bot")
    with pytest.raises(NotPossibleError):
        await focal.choose("3")


async def test_buttons_of_a_message_sent_through_the_bot(api: Api, world: World) -> None:
    query = world.ask_inline(FOCAL, "BCA", world.group.id)
    await api.ok("answerInlineQuery", inline_query_id=query, results=[article("1", "một", reply_markup=BUTTON)])
    sent = world.choose_inline(FOCAL, query, "1")
    world.press(OFFICIAL, sent["message_id"], "card", world.group.id)
    updates = await api.ok("getUpdates")
    chosen = next(each["chosen_inline_result"] for each in updates if "chosen_inline_result" in each)
    pressed = updates[-1]["callback_query"]
    assert "message" not in pressed
    name = pressed["inline_message_id"]
    assert name == chosen["inline_message_id"]
    assert await api.ok("editMessageText", inline_message_id=name, text="hai") is True
    assert world.chat(world.group.id).messages[sent["message_id"]]["text"] == "hai"
    refused = await api.refusal("editMessageText", inline_message_id="404", text="hai")
    assert refused == (400, "Bad Request: MESSAGE_ID_INVALID")


async def test_a_button_that_leads_to_inline_mode(api: Api, world: World) -> None:
    share = {"inline_keyboard": [[{"text": "Chia sẻ", "switch_inline_query": "71-89.7"}]]}
    await api.ok("sendMessage", chat_id=FOCAL, text="x", reply_markup=share)
    await answered(api, world, "focal", "71-89.7", results=[article("1", "thẻ")])
    focal = Person(world, "focal")
    assert [each["id"] for each in await focal.switch("Chia sẻ", world.group.id)] == ["1"]
    assert (await focal.choose(0)).raw["chat"]["id"] == world.group.id
