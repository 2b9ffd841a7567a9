"""getUpdates: numbers, offsets, long polling, and two bots on one token."""

import asyncio

from bot.playground.world import World
from tests.playground.conftest import Api

OFFICIAL, FOCAL = 570001, 570002


async def test_updates_stay_until_they_are_confirmed(api: Api, world: World) -> None:
    for text in ("một", "hai", "ba"):
        world.say(OFFICIAL, text)
    updates = await api.ok("getUpdates", limit=2)
    assert [each["message"]["text"] for each in updates] == ["một", "hai"]
    assert updates[1]["update_id"] == updates[0]["update_id"] + 1
    assert await api.ok("getUpdates", limit=2) == updates
    rest = await api.ok("getUpdates", offset=updates[-1]["update_id"] + 1)
    assert [each["message"]["text"] for each in rest] == ["ba"]
    assert await api.ok("getUpdates", offset=rest[-1]["update_id"] + 1) == []


async def test_a_negative_offset_keeps_the_last_ones(api: Api, world: World) -> None:
    for text in ("một", "hai", "ba"):
        world.say(OFFICIAL, text)
    assert [each["message"]["text"] for each in await api.ok("getUpdates", offset=-1)] == ["ba"]
    assert len(await api.ok("getUpdates")) == 1


async def waiting_poll(api: Api, world: World) -> asyncio.Task[dict[str, object]]:
    poll = asyncio.create_task(api("getUpdates", timeout=30))
    async with asyncio.timeout(5):
        while not world.updates.polled:  # noqa: ASYNC110 — lets the server's side of the line run
            await asyncio.sleep(0)
    return poll


async def test_a_long_poll_ends_with_the_first_update(api: Api, world: World) -> None:
    poll = await waiting_poll(api, world)
    world.say(OFFICIAL, "chào")
    answer = await poll
    assert answer["result"][0]["message"]["text"] == "chào"
    assert not world.updates.polled


async def test_two_polls_are_one_too_many(api: Api, world: World) -> None:
    poll = await waiting_poll(api, world)
    assert await api.ok("getUpdates") == []
    answer = await poll
    assert answer == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }


async def test_a_webhook_excludes_polling(api: Api) -> None:
    await api.ok("setWebhook", url="https://example.org/")
    assert (await api.ok("getWebhookInfo"))["url"] == "https://example.org/"
    code, words = await api.refusal("getUpdates")
    assert code == 409
    assert words.startswith("Conflict: can't use getUpdates method while webhook is active")
    await api.ok("deleteWebhook")
    assert await api.ok("getUpdates") == []


async def test_pending_updates_are_dropped_only_on_request(api: Api, world: World) -> None:
    world.say(OFFICIAL, "đừng vứt đi")
    await api.ok("deleteWebhook")
    assert len(await api.ok("getUpdates")) == 1
    await api.ok("deleteWebhook", drop_pending_updates=True)
    assert await api.ok("getUpdates") == []


async def test_allowed_updates(api: Api, world: World) -> None:
    sent = world.say(OFFICIAL, "một")
    await api.ok("getUpdates", allowed_updates=["message_reaction"])
    world.say(OFFICIAL, "hai")
    world.react(OFFICIAL, sent["message_id"], "👍")
    kinds = [set(each) - {"update_id"} for each in await api.ok("getUpdates")]
    assert kinds == [{"message"}, {"message_reaction"}]
    await api.ok("getUpdates", offset=-1, allowed_updates=[])
    world.react(OFFICIAL, sent["message_id"], None)
    world.say(OFFICIAL, "ba")
    assert [each["message"]["text"] for each in (await api.ok("getUpdates"))[1:]] == ["ba"]


async def test_what_else_is_told(api: Api, world: World) -> None:
    sent = world.say(OFFICIAL, "mot")
    world.edit_own(OFFICIAL, sent["message_id"], "một")
    world.block(OFFICIAL)
    world.block(OFFICIAL)
    world.unblock(OFFICIAL)
    world.remove_bot(FOCAL)
    world.say(FOCAL, "/start", world.group.id)
    world.add_bot(FOCAL)
    updates = (await api.ok("getUpdates"))[1:]
    assert updates[0]["edited_message"]["text"] == "một"
    changes = [
        (each["my_chat_member"]["chat"]["id"], each["my_chat_member"]["new_chat_member"]["status"])
        for each in updates[1:]
    ]
    group = world.group.id
    assert changes == [(OFFICIAL, "kicked"), (OFFICIAL, "member"), (group, "kicked"), (group, "member")]


async def test_numbers_repeat_from_run_to_run(api: Api, world: World) -> None:
    twin = World(world.clock)
    assert [each.say(OFFICIAL, "x")["message_id"] for each in (world, twin)] == [1, 1]
    assert world.identifier() == twin.identifier()
