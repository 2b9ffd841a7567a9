"""A stranger comes in: consent before anything is kept, three short steps, and an administrator's word."""

from dataclasses import replace

import pytest

from bot.playground.actor import Person, Shown
from bot.playground.faults import Fault
from handlers.actions import APPROVE, CHOOSE, Action
from handlers.services import KEY
from handlers.views.wording.people_vi import PEOPLE
from knowledge.people import Appointment, PersonRole, PersonState
from tests.conftest import Town
from tests.playground.conftest import png

HANOI = "Thành phố Hà Nội"
QUESTION = "Bộ Y tế còn việc gì quá hạn"


def rows_naming(town: Town, *needles: str) -> list[str]:
    """The tables with a row that holds one of `needles`, the corpus aside."""
    db = town.rooms.db
    tables = [t for t in db.table_names() if not t.startswith("_")]
    return [
        table for table in tables for row in db.query(f"SELECT * FROM [{table}]") if any(n in str(row) for n in needles)
    ]


async def asked_to_join(stranger: Person, *, agency: str = "so khcn ha noi", role: str = "Đầu mối") -> Shown:
    """Go the whole way up to the request."""
    await stranger.ask("/start")
    await stranger.tap("Tôi đồng ý")
    await stranger.tap("Dùng tên")
    offered = await stranger.ask(agency)
    await stranger.tap(offered.buttons[0], offered)
    return await stranger.tap(role)


async def test_the_whole_way_from_stranger_to_the_first_answer(town: Town) -> None:
    stranger, admin = town.person("stranger"), town.person("admin")
    greeted = await stranger.ask("/start")
    assert "Để dùng, bạn cho biết tên, cơ quan, vai trò" in greeted.text
    assert "Luật 91/2025/QH15" in greeted.text
    name = await stranger.tap("Tôi đồng ý")
    assert name.id == greeted.id
    assert name.text.startswith("1/3 · Tên của bạn?")
    agency = await stranger.tap("Dùng tên")
    assert agency.text.startswith("2/3 · Cơ quan nào?")
    offered = await stranger.ask("so khcn ha noi")
    assert offered.text.startswith(f"2/3 · “so khcn ha noi” thuộc {HANOI}, phải không?")
    role = await stranger.tap(HANOI)
    assert role.text.startswith("3/3 · Vai trò nào?")
    sent = await stranger.tap("Chuyên viên")
    assert sent.text.startswith(f"Đã gửi quản trị đăng ký: Chuyên viên · {HANOI}.")
    assert (await stranger.ask(QUESTION)).text == PEOPLE.waiting

    card = await admin.next_message()
    assert 'Lê <b>&" Tí' in card.text
    assert "so khcn ha noi" in card.text
    assert card.buttons == ["Approve", "Refuse", "Change role", "Change agency"]
    stranger.drain()
    decided = await admin.tap("Approve", card)
    assert "Đỗ Việt Dũng approved it, 09:00 22/11/2026" in decided.text
    assert decided.buttons == []
    told = await stranger.next_message()
    assert told.text.startswith(f"Đăng ký của bạn đã được duyệt: Chuyên viên · {HANOI}.")
    assert "chủ trì: Bộ Y tế" in (await stranger.ask(QUESTION)).text
    assert "chủ trì: Thành phố Hà Nội" in (await stranger.ask("việc của mình quá hạn")).text


async def test_in_english(town: Town) -> None:
    admin = town.person("admin")
    town.rooms.people.appoint(town.person("official").persona.id, Appointment(PersonRole.ADMINISTRATOR, ""))
    town.rooms.people.forget(admin.persona.id)
    greeted = await admin.ask("/start")
    assert greeted.text.startswith("Hello Đỗ Việt Dũng.")
    assert (await admin.tap("I agree")).text.startswith("1/3 · Your name?")
    assert (await admin.ask("Dung Do")).text.startswith("2/3 · Which agency?")
    offered = await admin.ask("Ministry of Health")
    assert offered.text.startswith("2/3 · Bộ Y tế, is that right?")
    await admin.tap("Bộ Y tế")
    assert (await admin.tap("Official")).text.startswith("Sent to the administrators: Official · Bộ Y tế.")
    assert (await admin.ask("overdue tasks of the Ministry of Health")).text.startswith("Sent to the administrators.")
    card = await town.person("official").next_message()
    assert "Dung Do" in card.text
    assert "Duyệt" in card.buttons


async def test_before_consent_nothing_is_kept(town: Town) -> None:
    stranger = town.person("stranger")
    await stranger.ask("/start")
    await stranger.ask(QUESTION)
    await stranger.ask("/vanban")
    await stranger.ask("/xoatoi")
    assert (await stranger.ask("/dulieu")).text == PEOPLE.no_data
    await stranger.ask("/ngonngu en")
    await stranger.ask("/start")
    assert (await stranger.tap("Không đồng ý")).text == PEOPLE.no_consent
    assert rows_naming(town, str(stranger.persona.id), stranger.persona.name, QUESTION) == []


async def test_a_stranger_gets_no_answer_from_anything(town: Town) -> None:
    stranger, official = town.person("stranger"), town.person("official")
    for text in (QUESTION, "/vanban", "/theodoi BCA", "/nguoidung", "/moi", "/khongco", "71-89.7", "😀"):
        assert (await stranger.ask(text)).text == PEOPLE.stranger, text
    listed = await official.ask(QUESTION)
    mine = await stranger.ask("/start")
    for data in (listed.button("1").data, listed.button("Trang 2").data, "x", Action(APPROVE, "1").encode()):
        assert data
        town.playground.world.press_blindly(stranger.persona.id, mine.raw, data)
        await stranger.ask("/start")
        assert stranger.toasts[-1].text == PEOPLE.stranger
        assert stranger.toasts[-1].alert
    assert {each.text for each in stranger.from_bot} == {mine.text, PEOPLE.stranger}


async def test_an_inline_query_of_a_stranger_offers_the_way_in_and_nothing_else(town: Town) -> None:
    assert await town.person("stranger").inline("BCA quý I/2026") == []
    (event,) = town.playground.world.transcript.of("inline_answer")
    assert event.data["button"]["text"] == PEOPLE.stranger_inline


async def test_who_stops_half_way_is_told_how_to_go_on_or_to_be_forgotten(town: Town) -> None:
    stranger = town.person("stranger")
    await stranger.ask("/start")
    asked = await stranger.tap("Tôi đồng ý")
    await stranger.send_photo(png())
    assert (await stranger.next_message()).text == PEOPLE.unfinished
    assert (await stranger.tap("Thôi", asked)).text == PEOPLE.left_joining
    assert (await stranger.ask(QUESTION)).text == PEOPLE.unfinished
    assert (await stranger.ask("/start")).text.startswith("1/3 · Tên của bạn?")


async def test_every_step_can_be_typed_and_what_does_not_do_says_why(town: Town) -> None:
    stranger = town.person("stranger")
    await stranger.ask("/start")
    await stranger.tap("Tôi đồng ý")
    assert "bằng chữ" in (await stranger.ask("1")).text
    await stranger.ask("Lê <i>&' Tí")
    assert "Tôi không tìm thấy cơ quan “xyzzy <b>”" in (await stranger.ask("xyzzy <b>")).text
    renamed = await stranger.ask("Bộ TT&TT")
    assert renamed.buttons[0] == "Bộ Khoa học và Công nghệ (Bộ Thông tin và Truyền thông cũ)"
    await stranger.tap(renamed.buttons[0], renamed)
    assert "bấm một vai trò" in (await stranger.ask("trùm")).text
    sent = await stranger.ask("đầu mối")
    assert "Đầu mối · Bộ Khoa học và Công nghệ" in sent.text
    (request,) = town.rooms.requests.open()
    assert town.rooms.people.find(request.person).name == "Lê <i>&' Tí"


async def test_buttons_pressed_twice_do_their_thing_once(town: Town) -> None:
    stranger, admin = town.person("stranger"), town.person("admin")
    greeted = await stranger.ask("/start")
    agree = greeted.button("Tôi đồng ý").data
    for _ in range(2):
        town.playground.world.press_blindly(stranger.persona.id, greeted.raw, str(agree))
    await stranger.next_change()
    use = await stranger.tap("Dùng tên")
    town.playground.world.press_blindly(stranger.persona.id, use.raw, str(greeted.button("Tôi đồng ý").data))
    offered = await stranger.ask("BCA")
    await stranger.tap("Bộ Công an", offered)
    role = stranger.last
    for _ in range(2):
        town.playground.world.press_blindly(stranger.persona.id, role.raw, str(role.button("Đầu mối").data))
    assert (await stranger.ask(QUESTION)).text == PEOPLE.waiting
    assert len(town.rooms.requests.open()) == 1
    assert stranger.toasts[-1].text == PEOPLE.dialogue_over
    assert len([each for each in admin.from_bot if each.text.startswith("Request")]) == 1


async def test_the_second_administrator_sees_who_decided(town: Town) -> None:
    stranger, admin, supervisor = town.person("stranger"), town.person("admin"), town.person("supervisor")
    town.rooms.people.appoint(supervisor.persona.id, Appointment(PersonRole.ADMINISTRATOR, ""))
    await asked_to_join(stranger)
    first, second = await admin.next_message(), await supervisor.next_message()
    stranger.drain()
    await admin.tap("Refuse", first)
    late = await supervisor.tap("Duyệt", second)
    assert "Đỗ Việt Dũng đã từ chối, 09:00 22/11/2026" in late.text
    assert (await stranger.next_message()).text.startswith(f"Đăng ký Đầu mối · {HANOI} chưa được chấp thuận.")
    assert town.rooms.people.find(stranger.persona.id).state is PersonState.REFUSED
    assert (await stranger.ask(QUESTION)).text == PEOPLE.refused
    assert (await stranger.ask("/start")).text.startswith("1/3 · Tên của bạn?")


async def test_an_administrator_changes_role_and_agency_before_approving(town: Town) -> None:
    stranger, admin = town.person("stranger"), town.person("admin")
    await asked_to_join(stranger)
    card = await admin.next_message()
    roles = await admin.tap("Change role", card)
    assert "Administrator" in roles.buttons
    changed = await admin.tap("Official", roles)
    assert "Asks to be: Official" in changed.text
    assert (await admin.tap("Change agency", changed)).text.startswith("1/1 · Which agency?")
    offered = await admin.ask("BYT")
    changed = await admin.tap("Bộ Y tế", offered)
    assert "Asks to be: Official · Bộ Y tế" in changed.text
    await admin.tap("Approve", changed)
    person = town.rooms.people.find(stranger.persona.id)
    assert person.appointments == (Appointment(PersonRole.OFFICIAL, "Bộ Y tế"),)


async def test_a_withdrawn_request_says_so_to_the_administrator(town: Town) -> None:
    stranger, admin = town.person("stranger"), town.person("admin")
    await asked_to_join(stranger)
    card = await admin.next_message()
    await stranger.ask("/xoatoi")
    await stranger.tap("Xoá tất cả về tôi")
    assert (await admin.tap("Approve", card)).text.startswith("This request is gone")


async def test_somebody_approved_asks_for_another_role(town: Town) -> None:
    focal, admin = town.person("focal"), town.person("admin")
    shown = await focal.ask("/vaitro")
    assert "Đầu mối · Bộ Công an" in shown.text
    assert (await focal.tap("Xin thêm vai trò")).text.startswith("1/2 · Cơ quan nào?")
    await focal.ask("Bộ Y tế")
    await focal.tap("Bộ Y tế")
    assert "Đã gửi quản trị" in (await focal.tap("Đầu mối")).text
    assert "chủ trì: Bộ Y tế" in (await focal.ask(QUESTION)).text  # and goes on meanwhile
    card = await admin.next_message()
    assert "Is already: Focal point · Bộ Công an" in card.text
    await admin.tap("Approve", card)
    assert town.rooms.people.find(focal.persona.id).agencies == ("Bộ Công an", "Bộ Y tế")


async def test_the_first_administrators_are_those_of_the_settings_once_they_agree(town: Town) -> None:
    stranger = town.person("stranger")
    services = town.application.bot_data[KEY]
    town.application.bot_data[KEY] = replace(services, admins=frozenset({stranger.persona.id}))
    assert (await stranger.ask("/nguoidung")).text == PEOPLE.stranger
    await stranger.ask("/start")
    done = await stranger.tap("Tôi đồng ý")
    assert done.text.startswith(PEOPLE.first_administrator)
    assert "moi" in stranger.commands()
    assert "người" in (await stranger.ask("/nguoidung")).text


async def test_several_strangers_at_once_do_not_mix(town: Town) -> None:
    names = ("stranger", "staff", "official")
    for who in names[1:]:
        town.rooms.people.forget(town.person(who).persona.id)
    people = {who: town.person(who) for who in names}
    for step in ("/start", "agree", "name", "agency", "pick", "role"):
        for person in people.values():
            match step:
                case "/start":
                    await person.ask("/start")
                case "agree":
                    await person.tap("Tôi đồng ý")
                case "name":
                    await person.tap("Dùng tên")
                case "agency":
                    await person.ask({"stranger": "BCA", "staff": "bo y te", "official": "hà nội"}[person.persona.key])
                case "pick":
                    await person.tap(person.last.buttons[0], person.last)
                case _:
                    await person.tap("Đầu mối")
    asked = {r.person: r.wanted.agency for r in town.rooms.requests.open()}
    wanted = {"stranger": "Bộ Công an", "staff": "Bộ Y tế", "official": HANOI}
    assert asked == {people[who].persona.id: agency for who, agency in wanted.items()}


async def test_a_forged_choice_is_refused(town: Town) -> None:
    stranger = town.person("stranger")
    await stranger.ask("/start")
    shown = await stranger.tap("Tôi đồng ý")
    number = str(shown.button("Dùng tên").data).split("|")[1].split(".")[0]
    for subject in (f"{number}.0.khác", f"{number}.9.known", "999999.0.known", f"{number}.0", "²", ""):
        town.playground.world.press_blindly(stranger.persona.id, shown.raw, Action(CHOOSE, subject).encode())
    await stranger.ask("/start")
    stored = town.rooms.dialogues.current(stranger.persona.id, stranger.chat_id, town.clock.now())
    assert stored.values == {}


async def test_an_administrator_who_blocked_the_bot_keeps_nobody_from_joining(town: Town) -> None:
    stranger, admin = town.person("stranger"), town.person("admin")
    await admin.block()
    assert "Đã gửi quản trị" in (await asked_to_join(stranger)).text
    await admin.unblock()
    overview = await admin.ask("/nguoidung")
    assert "1 request waits" in overview.text
    card = await admin.tap("Waiting: request 1", overview)
    await admin.tap("Approve", card)
    assert town.rooms.people.find(stranger.persona.id).state is PersonState.APPROVED


async def test_a_request_whose_word_does_not_arrive_is_decided_all_the_same(town: Town) -> None:
    stranger, admin = town.person("stranger"), town.person("admin")
    await asked_to_join(stranger)
    card = await admin.next_message()
    town.playground.world.faults.add(Fault.flood(60, "sendMessage", stranger.chat_id))
    assert "approved it" in (await admin.tap("Approve", card)).text
    assert town.rooms.people.find(stranger.persona.id).state is PersonState.APPROVED


@pytest.mark.parametrize("payload", ["inline", "group", "x" * 64, "<b>&"])
async def test_any_deep_link_leads_to_the_way_in(town: Town, payload: str) -> None:
    stranger = town.person("stranger")
    await stranger.say(f"/start {payload}")
    assert "Tôi đồng ý" in (await stranger.next_message()).buttons
