"""Buttons: pages, cards, ways back; pressed twice, pressed late, pressed by the wrong person, or forged."""

from bot.playground.actor import Person, Shown
from bot.playground.faults import Fault
from handlers.actions import Action, View
from handlers.views.vi import VI
from tests.conftest import Town

OVERDUE = "Bộ Y tế còn việc gì quá hạn"


async def forged(town: Town, person: Person, message: Shown, data: str) -> Shown:
    """Press a button that the message never had, as an old or altered app could, and see what comes."""
    person.drain()
    town.playground.world.press_blindly(person.persona.id, message.raw, data)
    return await person.next_change()


def codes(shown: Shown) -> list[str]:
    """The task codes of a list."""
    return [e for e in (text_of(shown, entity) for entity in shown.entities if entity["type"] == "code") if e]


def text_of(shown: Shown, entity: dict[str, int]) -> str:
    units = shown.text.encode("utf-16-le")
    return units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")


async def test_pages_forward_and_back_show_every_item_once(town: Town) -> None:
    official = town.person("official")
    first = shown = await official.ask(OVERDUE)
    seen = codes(shown)
    while label := next((label for label in shown.buttons if label.startswith("Trang ")), None):
        shown = await official.tap(label)
        assert shown.id == first.id
        seen += codes(shown)
    assert len(seen) == len(set(seen))
    assert f"{len(seen)} nhiệm vụ" in first.text
    while "◂ Trước" in shown.buttons:
        shown = await official.tap("◂ Trước")
    assert shown.text == first.text
    assert shown.buttons == first.buttons


async def test_from_a_list_to_a_card_its_passage_and_back(town: Town) -> None:
    official = town.person("official")
    listed = await official.ask(OVERDUE)
    card = await official.tap("1")
    assert card.text.startswith(codes(listed)[0])
    assert "Nguyên văn" in card.text
    passage = await official.tap("Xem cả đoạn")
    assert "expandable_blockquote" in {e["type"] for e in passage.entities}
    assert (await official.tap("◂ Nhiệm vụ")).text == card.text
    back = await official.tap("◂ Danh sách")
    assert (back.text, back.buttons) == (listed.text, listed.buttons)
    assert len(official.from_bot) == 1


async def test_the_code_of_a_task_is_read_however_it_is_typed(town: Town) -> None:
    official = town.person("official")
    for typed in ("71-89.7", "71/89(7)", "nv 89.7", "NV 89(7)", "71-89.7 ?"):
        card = await official.ask(typed)
        assert card.text.startswith("71-89.7 "), typed
        assert "Chép mã" in card.buttons
        assert "◂ Danh sách" not in card.buttons


async def test_the_parts_of_a_task_are_listed_and_lead_back(town: Town) -> None:
    official = town.person("official")
    parent = await official.ask("71-89")
    label = next(label for label in parent.buttons if "mục con" in label)
    parts = await official.tap(label)
    assert label in parts.text
    assert codes(parts)[0] == "71-89"
    assert all(code.startswith("71-89.") for code in codes(parts)[1:])
    assert len(codes(parts)) > 5
    part = await official.tap("2")
    assert part.text.startswith(codes(parts)[2])
    assert "Thuộc: 71-89" in part.text
    again = await official.ask("71-89")
    await official.tap(label, again)
    assert (await official.tap("◂ Nhiệm vụ")).text == parent.text


async def test_related_tasks_are_listed(town: Town) -> None:
    official = town.person("official")
    tasks = town.rooms.base.store.in_reading_order()
    task = next(t for t in tasks if t.related)
    await official.ask(task.id)
    shown = await official.tap("Việc liên quan")
    assert codes(shown)[1:] == list(task.related)[:10]


async def test_another_period_and_another_reading_are_a_button_away(town: Town) -> None:
    official = town.person("official")
    await official.ask("Bộ Công an chủ trì việc gì trong quý I/2026")
    following = await official.tap("Quý II/2026 ▸")
    assert "hạn: 01/04/2026 - 30/06/2026" in following.text
    further = await official.tap("Quý III/2026 ▸")
    assert "hạn: 01/07/2026 - 30/09/2026" in further.text
    assert len(official.from_bot) == 1


async def test_the_same_button_twice_changes_nothing_and_says_nothing(town: Town) -> None:
    official = town.person("official")
    listed = await official.ask(OVERDUE)
    button = listed.button("Trang 2")
    assert button.data
    turned = await official.tap("Trang 2")
    before = len(town.playground.world.transcript.of("edited", chat_id=official.chat_id))
    town.playground.world.press_blindly(official.persona.id, turned.raw, button.data)
    asked = await official.ask("/trogiup")
    assert len(town.playground.world.transcript.of("edited", chat_id=official.chat_id)) == before
    assert [each.id for each in official.from_bot] == [listed.id, asked.id]
    assert len(official.toasts) == 2


async def test_forged_or_outdated_buttons_say_that_they_are_old(town: Town) -> None:
    official = town.person("official")
    shown = await official.ask(OVERDUE)
    for data in (
        "x",
        "zz|71-1|",
        "l||",
        "l||999999999999.1..0",
        "l||999999999999999999999999999999.1..0",
        "l||1.0..0",
        "menu:main",
        "l|||",
        "²",
        Action("l", "", View(0)).encode(),
    ):
        await official.ask("/trogiup")
        changed = await forged(town, official, official.last, data)
        assert changed.text.startswith(VI.stale), data
        assert "Nhiệm vụ quá hạn" in changed.buttons
    assert shown.text in {each.text for each in official.from_bot}


async def test_buttons_to_what_is_not_there_say_so(town: Town) -> None:
    official = town.person("official")
    for data in (
        "t|71-9999|",
        "t||",
        "p|x|",
        "r|71-9999|",
        "k||",
        "d|99|",
        "n||",
        "e|vi99|",
        "e|vix|",
        "e||",
        "e|vi-1|",
    ):
        await official.ask("/trogiup")
        changed = await forged(town, official, official.last, data)
        assert changed.text == VI.gone, data


async def test_unfollowing_nothing_known_says_so(town: Town) -> None:
    official = town.person("official")
    for number in ("", "9999", "²", "x", "-1"):
        await official.ask("/trogiup")
        changed = await forged(town, official, official.last, f"u|{number}|")
        assert changed.text == VI.gone, number


async def test_a_list_of_another_chat_is_never_shown(town: Town) -> None:
    official, focal = town.person("official"), town.person("focal")
    theirs = await official.ask(OVERDUE)
    data = theirs.button("Trang 2").data
    assert data
    mine = await focal.ask("/trogiup")
    changed = await forged(town, focal, mine, data)
    assert changed.text.startswith(VI.stale)
    assert official.last.text == theirs.text


async def test_a_card_opened_with_another_chats_list_does_not_lead_to_that_list(town: Town) -> None:
    official, focal = town.person("official"), town.person("focal")
    theirs = await official.ask(OVERDUE)
    data = theirs.button("1").data
    assert data
    card = await forged(town, focal, await focal.ask("/trogiup"), data)
    assert card.text.startswith(codes(theirs)[0])
    assert (await focal.tap("◂ Danh sách")).text.startswith(VI.stale)


async def test_a_button_that_can_no_longer_be_acknowledged_still_works(town: Town) -> None:
    official = town.person("official")
    await official.ask(OVERDUE)
    words = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    town.playground.world.faults.add(Fault.refuse(400, words, "answerCallbackQuery"))
    shown = official.last
    data = shown.button("Trang 2").data
    assert data
    turned = await forged(town, official, shown, data)
    assert "◂ Trước" in turned.buttons
    assert len(official.from_bot) == 1


async def test_a_button_under_a_deleted_message_brings_a_new_one(town: Town) -> None:
    official = town.person("official")
    listed = await official.ask(OVERDUE)
    data = listed.button("Trang 2").data
    assert data
    town.playground.world.delete_own(official.persona.id, listed.id)
    turned = await forged(town, official, listed, data)
    assert turned.id != listed.id
    assert "◂ Trước" in turned.buttons


async def test_a_list_stays_in_the_language_of_its_question(town: Town) -> None:
    admin = town.person("admin")
    listed = await admin.ask(OVERDUE)
    assert "Hiểu là" in listed.text
    card = await admin.tap("1")
    assert "Chủ trì: " in card.text
    assert (await admin.tap("◂ Danh sách")).text == listed.text
