"""In a group: nothing about a person, a hint once in a while, digests by a supervisor's word, a new id followed."""

from datetime import date, timedelta

from bot.playground.actor import Person, Shown
from handlers.views.wording.people_vi import PEOPLE
from scheduler.plan import Following
from tests.conftest import Town

QUESTION = "@dondoc_bot Bộ Y tế còn việc gì quá hạn"
BCA = "Bộ Công an"


async def settled(town: Town) -> None:
    """Wait until the bot has dealt with everything said so far."""
    await town.person("focal").ask("/trogiup")


def basic_group(town: Town) -> tuple[Person, int]:
    """A supervisor in a basic group, which can become a supergroup, and its id."""
    supervisor = town.person("supervisor").persona.id
    group = town.playground.world.found_group(supervisor, "Tổ công tác")
    return Person(town.playground.world, supervisor, group.id), group.id


async def test_a_stranger_is_shown_the_way_once_in_a_while(town: Town) -> None:
    stranger = town.person("stranger").in_group()
    hint = await stranger.ask(QUESTION)
    assert hint.text == PEOPLE.in_group_stranger
    assert hint.rows[0][0].raw["url"] == "https://t.me/dondoc_bot?start=group"
    assert stranger.persona.name not in hint.text
    await stranger.say(QUESTION)
    await stranger.say("/vanban@dondoc_bot")
    await settled(town)
    assert len(stranger.from_bot) == 1
    town.clock.move_to(town.clock.now() + timedelta(hours=7))
    assert (await stranger.ask(QUESTION)).text == PEOPLE.in_group_stranger


async def test_what_a_stranger_says_to_others_is_none_of_its_business(town: Town) -> None:
    town.playground.world.privacy = False
    stranger = town.person("stranger").in_group()
    await stranger.say("Bộ Y tế còn việc gì quá hạn")
    await stranger.say("/vanban@another_bot")
    await settled(town)
    assert stranger.from_bot == []


async def test_what_is_a_persons_own_business_is_done_in_private(town: Town) -> None:
    admin = town.person("admin").in_group()
    for command in ("/dulieu", "/xoatoi", "/vaitro", "/nguoidung", "/moi", "/start", "/ngonngu", "/theodoi BCA"):
        await admin.say(f"{command.partition(' ')[0]}@dondoc_bot")
    await settled(town)
    (hint,) = admin.from_bot
    assert hint.text.startswith("This is done in a private chat with me.")


async def test_a_strangers_press_is_answered_to_them_alone(town: Town) -> None:
    official, stranger = town.person("official").in_group(), town.person("stranger").in_group()
    listed = await official.ask(QUESTION)
    toast = await stranger.press("Trang 2", listed)
    assert (toast.text, toast.alert) == (PEOPLE.stranger, True)
    assert len(official.from_bot) == 1


async def test_a_supervisor_binds_the_group_and_lets_it_go(town: Town) -> None:
    supervisor = town.person("supervisor").in_group()
    assert (await supervisor.ask("/nhom@dondoc_bot")).text.startswith("Nhóm này chưa gắn với cơ quan nào.")
    assert "không tìm thấy cơ quan “xyzzy”" in (await supervisor.ask("/nhom@dondoc_bot xyzzy")).text
    bound = await supervisor.ask("/nhom@dondoc_bot bca")
    assert bound.text == "Nhóm này làm việc cho Bộ Công an và nhận nhắc việc lúc 8:00 các ngày làm việc."
    assert "chủ trì: Bộ Công an" in (await supervisor.ask("@dondoc_bot việc của mình quá hạn")).text
    await supervisor.ask("/nhom@dondoc_bot Bộ Y tế")
    assert town.rooms.following.all() == [Following(supervisor.chat_id, "Bộ Y tế", "vi")]
    free = await supervisor.tap("Thôi gắn", await supervisor.ask("/nhom@dondoc_bot"))
    assert free.text == PEOPLE.group_free
    assert town.rooms.following.all() == []
    assert town.rooms.groups.agency_of(supervisor.chat_id) == ""


async def test_nobody_else_binds_it_or_lets_it_go(town: Town) -> None:
    supervisor, official = town.person("supervisor").in_group(), town.person("official").in_group()
    bound = await supervisor.ask("/nhom@dondoc_bot BCA")
    assert (await official.ask("/nhom@dondoc_bot Bộ Y tế")).text == PEOPLE.in_group_not_allowed
    toast = await official.press("Thôi gắn", bound)
    assert (toast.text, toast.alert) == (PEOPLE.not_allowed, True)
    assert town.rooms.groups.agency_of(supervisor.chat_id) == BCA


async def test_digests_of_a_group_are_stopped_by_supervisors_alone(town: Town) -> None:
    supervisor, official = town.person("supervisor").in_group(), town.person("official").in_group()
    bound = await supervisor.ask("/nhom@dondoc_bot BCA")
    data = f"u|{town.rooms.base.agency_number(BCA)}|"
    town.playground.world.press_blindly(official.persona.id, bound.raw, data)
    await settled(town)
    assert official.toasts[-1].text == PEOPLE.not_allowed
    assert town.rooms.following.all() == [Following(supervisor.chat_id, BCA, "vi")]


async def test_in_private_it_says_where_it_belongs(town: Town) -> None:
    assert (await town.person("supervisor").ask("/nhom BCA")).text == PEOPLE.only_in_group
    assert town.rooms.following.all() == []


async def test_a_group_that_became_a_supergroup_keeps_what_it_had(town: Town) -> None:
    supervisor, old = basic_group(town)
    await supervisor.ask("/nhom@dondoc_bot BCA")
    await supervisor.ask(QUESTION)
    new = town.playground.world.upgrade(supervisor.persona.id, old).id
    await settled(town)
    assert town.rooms.groups.agency_of(new) == BCA
    assert town.rooms.groups.agency_of(old) == ""
    assert town.rooms.following.all() == [Following(new, BCA, "vi")]
    assert town.rooms.asked.about(old) == []
    assert len(town.rooms.asked.about(new)) == 1


async def test_a_digest_to_the_old_id_reaches_the_new_one_once(town: Town) -> None:
    supervisor, old = basic_group(town)
    world = town.playground.world
    await supervisor.ask("/nhom@dondoc_bot BCA")
    world.updates.allow(["callback_query"])  # the bot does not hear of the change
    new = world.upgrade(supervisor.persona.id, old).id
    for _ in range(2):
        await town.playground.move_to(date(2026, 12, 31))
    told = [m for m in world.chats[new].messages.values() if "cần chú ý" in Shown(m, world).text]
    assert len(told) == 1
    assert town.rooms.following.all() == [Following(new, BCA, "vi")]
    assert [each["state"] for each in town.rooms.outbox.about(new)] == ["sent"]


async def test_in_a_topic_the_answer_stays_in_the_topic(town: Town) -> None:
    official = town.person("official").in_topic("Báo cáo")
    asked = await official.say(QUESTION)
    answer = await official.next_message()
    assert answer.raw["reply_to_message"]["message_id"] == asked.id
    assert answer.raw["message_thread_id"] == official.thread
