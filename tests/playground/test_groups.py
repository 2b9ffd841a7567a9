"""Groups: topics, threads of replies, growing into a supergroup, people who leave, administrators."""

import pytest

from bot.playground.actor import Person
from bot.playground.chats import NotPossibleError
from bot.playground.world import World
from tests.playground.conftest import Api

OFFICIAL, FOCAL, STRANGER = 570001, 570002, 570006


async def test_what_is_said_in_a_topic_and_answered_there(api: Api, world: World) -> None:
    focal = Person(world, "focal").in_topic("Bộ Công an")
    group = world.group.id
    said = await focal.say("/trogiup")
    assert said.thread == focal.thread
    assert "forum_topic_created" in said.raw["reply_to_message"]  # so it comes, though it is no reply
    assert (await Person(world, "official").in_topic("Bộ Công an").say("/a")).thread == focal.thread
    assert (await api.ok("getChat", chat_id=group))["is_forum"]
    answer = await api.ok("sendMessage", chat_id=group, text="x", message_thread_id=focal.thread)
    assert (answer["message_thread_id"], answer["is_topic_message"]) == (focal.thread, True)
    reply = await api.ok("sendMessage", chat_id=group, text="x", reply_parameters={"message_id": said.id})
    assert reply["message_thread_id"] == focal.thread
    assert reply["reply_to_message"]["text"] == "/trogiup"


async def test_topics_that_cannot_be_written_to(api: Api, world: World) -> None:
    focal = Person(world, "focal").in_topic("Việc cũ")
    there = {"chat_id": world.group.id, "message_thread_id": focal.thread, "text": "x"}
    world.close_topic(FOCAL, focal.thread)
    assert await api.refusal("sendMessage", **there) == (400, "Bad Request: TOPIC_CLOSED")
    with pytest.raises(NotPossibleError):
        await focal.say("/x")
    world.add_bot(FOCAL, status="administrator")
    assert await api.ok("sendMessage", **there)


async def test_a_chain_of_replies_is_a_thread_but_no_topic(api: Api, world: World) -> None:
    group, person = world.group.id, Person(world, "focal").in_group()
    first = await api.ok("sendMessage", chat_id=group, text="một")
    second = world.say(FOCAL, "hai", group, reply_to=first["message_id"])
    third = await person.say("ba", reply_to=person.last)
    for message in (second, third.raw):
        assert message["message_thread_id"] == first["message_id"]
        assert "is_topic_message" not in message
    assert await api.refusal("sendMessage", chat_id=group, text="x", message_thread_id=first["message_id"]) == (
        400,
        "Bad Request: message thread not found",
    )


async def test_a_group_becomes_a_supergroup(api: Api, world: World) -> None:
    old = world.found_group(OFFICIAL, "Tổ 57")
    assert await api.ok("sendMessage", chat_id=old.id, text="x")
    new = world.upgrade(OFFICIAL, old.id)
    answer = await api("sendMessage", chat_id=old.id, text="x")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}
    assert await api.ok("sendMessage", chat_id=new.id, text="x")
    told = await api.ok("getUpdates")
    assert told[0]["my_chat_member"]["new_chat_member"]["status"] == "member"
    messages = [each["message"] for each in told[1:]]
    assert [each["chat"]["id"] for each in messages] == [old.id, old.id, new.id]
    assert messages[1]["migrate_to_chat_id"] == new.id
    assert messages[2]["migrate_from_chat_id"] == old.id
    with pytest.raises(NotPossibleError):
        world.say(OFFICIAL, "x", old.id)
    with pytest.raises(NotPossibleError):
        world.upgrade(OFFICIAL, new.id)


async def test_basic_groups_have_their_own_words(api: Api, world: World) -> None:
    group = world.found_group(OFFICIAL, "Tổ 57").id
    world.remove_bot(OFFICIAL, group)
    assert await api.refusal("sendMessage", chat_id=group, text="x") == (
        403,
        "Forbidden: bot was kicked from the group chat",
    )


async def test_people_leave_and_come_back(api: Api, world: World) -> None:
    focal = Person(world, "focal").in_group()
    await focal.leave()
    assert (await api.ok("getChatMember", chat_id=world.group.id, user_id=FOCAL))["status"] == "left"
    with pytest.raises(NotPossibleError):
        await focal.say("/x")
    with pytest.raises(NotPossibleError):
        await focal.leave()
    await focal.join()
    left, came = [each["message"] for each in await api.ok("getUpdates")]
    assert left["left_chat_member"]["id"] == came["new_chat_members"][0]["id"] == FOCAL


async def test_whose_account_is_gone(api: Api, world: World) -> None:
    await Person(world, "official").vanish()
    assert await api.refusal("sendMessage", chat_id=OFFICIAL, text="x") == (403, "Forbidden: user is deactivated")


async def test_administrators(api: Api, world: World) -> None:
    group = world.group.id
    world.add_bot(FOCAL, status="administrator")
    world.chat(group).members[OFFICIAL] = "creator"
    assert {each["user"]["id"] for each in await api.ok("getChatAdministrators", chat_id=group)} == {
        OFFICIAL,
        world.bot_id,
    }
    scope = {"type": "chat_administrators", "chat_id": group}
    assert await api.ok("setMyCommands", commands=[{"command": "gan", "description": "x"}], scope=scope)
    assert Person(world, "official").in_group().commands() == ["gan"]
    assert Person(world, "focal").in_group().commands() == []
    assert Person(world, "official").commands() == []


async def test_only_an_administrator_bot_is_told_of_reactions_in_a_group(api: Api, world: World) -> None:
    await api.ok("getUpdates", allowed_updates=["message_reaction"])
    group = world.group.id
    sent = await api.ok("sendMessage", chat_id=group, text="x")
    world.react(OFFICIAL, sent["message_id"], "👍", group)
    world.add_bot(FOCAL, status="administrator")
    world.react(OFFICIAL, sent["message_id"], "🎉", group)
    (told,) = [each["message_reaction"] for each in await api.ok("getUpdates")]
    emoji = [told[part][0]["emoji"] for part in ("old_reaction", "new_reaction")]
    assert emoji == ["👍", "🎉"]
    with pytest.raises(NotPossibleError):
        world.react(OFFICIAL, sent["message_id"], "📌", group)
