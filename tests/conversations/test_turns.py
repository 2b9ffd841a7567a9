"""What is typed after something was shown is about the list or card on the screen; else it is said what is missing."""

from datetime import timedelta

import pytest

from bot.playground.actor import Person, Shown
from handlers.views.en import EN as ENGLISH
from handlers.views.vi import VI as VIETNAMESE
from handlers.views.wording.finding_vi import FINDING as FINDING_VI
from handlers.views.wording.turns_en import TURNS as EN
from handlers.views.wording.turns_vi import TURNS as VI
from knowledge.people import Appointment, PersonRole
from knowledge.questions import Urgency
from tests.conftest import TODAY, Town
from tests.conversations.test_buttons import codes

HEALTH = "bo y te con viec gi qua han"
HEALTH_EN = "overdue tasks of the Ministry of Health"


def lines(shown: Shown) -> list[str]:
    return shown.text.splitlines()


async def after(person: Person, *said: str) -> Shown:
    """Say one thing after the other; what begins with ! is a button. Return what came last."""
    for each in said:
        shown = await (person.tap(each[1:]) if each.startswith("!") else person.ask(each))
    return shown


@pytest.mark.parametrize(
    ("turns", "code"),
    [
        ((HEALTH, "việc cuối"), "71-89.104"),
        ((HEALTH, "cai cuoi cung"), "71-89.104"),
        ((HEALTH_EN, "the last one"), "71-89.104"),
        ((HEALTH, "việc thứ 2"), "329-pl1.1"),
        ((HEALTH, "2", "việc thứ 3"), "71-150"),  # the list is still there under the card
        ((HEALTH, "!3", "việc thứ 2"), "329-pl1.1"),
        (("/start", "/quahan BYT", "asdf qwer zxcv sầu riêng mít tố nữ", "việc thứ 2"), "329-pl1.1"),
        ((HEALTH, "hạn bao giờ?", "2"), "329-pl1.1"),
        ((HEALTH, "cái nào gấp nhất", "1"), "71-149"),
        ((HEALTH, "Trang 2", "việc thứ 7"), "71-89.52"),
        ((HEALTH, "việc thứ 2", "việc tiếp theo"), "71-150"),
        ((HEALTH, "!2", "cai ke tiep"), "71-150"),
        ((HEALTH_EN, "the third one", "previous one"), "329-pl1.1"),
        (("nhiệm vụ 149",), "71-149"),  # nobody counts so far: it is part of a code
    ],
)
async def test_a_task_of_the_list_on_the_screen(town: Town, turns: tuple[str, ...], code: str) -> None:
    shown = await after(town.person("official"), *turns)
    assert shown.text.startswith(f"{code} ")
    assert len(turns) == 1 or {VIETNAMESE.back_to_list, ENGLISH.back_to_list} & set(shown.buttons)


async def test_the_list_shown_last_may_be_an_older_one_turned_by_its_button(town: Town) -> None:
    official = town.person("official")
    older = await official.ask(HEALTH)
    await official.ask("Bộ Công an quá hạn việc gì")
    everything = await official.tap("Tất cả", older)
    assert "chủ trì: Bộ Y tế" in everything.text
    assert (await official.ask("việc thứ 2")).text.startswith(codes(everything)[1])
    groups = await official.tap("Việc giao chung", everything)
    assert (await official.ask("việc thứ 3")).text.startswith(codes(groups)[2])


@pytest.mark.parametrize(
    ("who", "turns", "button"),
    [
        ("official", (HEALTH, "trang 2"), "Trang 2"),
        ("official", (HEALTH, "trang sau"), "Trang 2"),
        ("official", (HEALTH, "con nua khong"), "Trang 2"),
        ("admin", (HEALTH_EN, "next page"), "Page 2"),
        ("admin", (HEALTH_EN, "more"), "Page 2"),
        ("official", ("/tim dữ liệu", "xem tiếp"), "Trang 2"),
        ("official", ("chỉ tiêu", "xem tiếp"), "Trang 2"),
        ("official", (HEALTH, "!Tất cả", "xem tiếp"), "Trang 2"),
    ],
)
async def test_a_page_in_words_is_the_page_by_its_button(
    town: Town, who: str, turns: tuple[str, ...], button: str
) -> None:
    person = town.person(who)
    *first, words = turns
    listed = await after(person, *first)
    typed = await person.ask(words)
    assert (await person.tap(button, listed)).text == typed.text
    assert typed.id != listed.id


async def test_where_a_list_ends(town: Town) -> None:
    official = town.person("official")
    assert (await after(official, HEALTH, "trang cuối")).text.count("71-89.104") == 1
    ended = await official.ask("xem tiếp")
    assert lines(ended)[0] == VI.last_page(16)
    assert "Việc giao chung 41" in ended.buttons
    assert (await official.ask("trang 9")).text == VI.no_such_page(4)
    assert (await official.ask("việc thứ 17")).text == VI.no_such_place(16, 17)
    assert "71-149" in (await official.ask("trang 1")).text
    assert (await official.ask("trang trước")).text == VI.first_page


@pytest.mark.parametrize("back", ["quay lại", "go back", "trở lại danh sách trước"])
async def test_from_the_first_page_back_to_the_list_before(town: Town, back: str) -> None:
    official = town.person("official")
    first = await official.ask("việc của Bộ Y tế")
    late = await after(official, "chỉ quá hạn")
    assert lines(late)[0] != lines(first)[0]
    assert (await official.ask(back)).text == first.text
    assert "chủ trì: Bộ Công an · tiếp câu trước" in lines(await official.ask("còn Bộ Công an?"))[0]
    assert (await official.ask(back)).text == first.text
    assert (await after(official, "trang 2", "quay lại")).text == first.text
    assert (await official.ask("quay lại")).text == VI.first_page


async def test_another_order_of_the_list(town: Town) -> None:
    official = town.person("official")
    first = await official.ask(HEALTH)
    assert VIETNAMESE.urgent_first in first.text
    turned = await official.ask("sắp xếp theo hạn muộn nhất trước")
    assert VIETNAMESE.latest_first in turned.text
    assert VIETNAMESE.urgent_first not in turned.text
    assert "71-149" not in turned.text
    assert (await after(official, "việc cuối cùng là gì")).text.startswith("71-149 ")
    assert VIETNAMESE.latest_first in (await official.ask("trang 2")).text
    assert VIETNAMESE.latest_first in (await official.tap("Trang 3")).text
    assert (await official.ask("sớm nhất trước")).text == first.text


async def test_where_there_is_nothing_to_order(town: Town) -> None:
    official = town.person("official")
    assert (await official.ask("show the latest deadlines first")).text == EN.no_list_page
    assert (await after(official, "bộ nào nhiều việc quá hạn nhất", "xếp muộn nhất trước")).text == VI.no_tasks_in_list


async def test_which_of_several_is_asked_back(town: Town) -> None:
    shown = await after(town.person("official"), "việc nào của ACV", "hạn ban đầu là bao giờ", "TB nào giao việc đó")
    assert VI.which in shown.text


@pytest.mark.parametrize(
    "listed", ["chỉ tiêu của Bộ Công an", "bộ nào nhiều việc quá hạn nhất", "việc sắp đến hạn của Bộ Y tế"]
)
async def test_a_list_without_tasks_has_none_to_choose(town: Town, listed: str) -> None:
    """And no older list is meant: this one is on the screen."""
    shown = await after(town.person("official"), HEALTH, listed, "việc số 2")
    assert shown.text == VI.no_tasks_in_list


async def test_before_the_first_and_after_the_last_there_is_none(town: Town) -> None:
    official = town.person("official")
    assert (await after(official, HEALTH, "1", "việc trước")).text == VI.first_of_list
    assert (await after(official, "việc cuối", "việc tiếp theo")).text == VI.no_such_place(16, 17)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("trang 2", VI.no_list_page),
        ("xem tiếp", VI.no_list_page),
        ("next page", EN.no_list_page),
        ("xem việc thứ 3", VI.no_list_place),
        ("viec cuoi", VI.no_list_place),
        ("việc tiếp theo", VI.no_list_page),
        ("the last one", EN.no_list_place),
    ],
)
async def test_with_no_list_open_it_says_what_is_missing(town: Town, text: str, said: str) -> None:
    shown = await town.person("official").ask(text)
    assert shown.text == said
    assert shown.buttons


@pytest.mark.parametrize("text", ["hạn bao giờ?", "lam toi dau roi", "ai chủ trì vậy ạ"])
async def test_with_no_task_open_a_field_asks_for_one(town: Town, text: str) -> None:
    assert lines(await town.person("official").ask(text))[0].startswith("Bạn hỏi về việc nào?")


@pytest.mark.parametrize(
    ("who", "first", "asked", "title"),
    [
        ("official", HEALTH, "cái nào gấp nhất", VI.urgent[Urgency.FIRST]),
        ("official", HEALTH, "trong do viec nao tre nhat", VI.urgent[Urgency.FIRST]),
        ("admin", HEALTH_EN, "which is most urgent?", EN.urgent[Urgency.FIRST]),
        ("official", "", "việc nào gấp nhất", VI.urgent_of_all[Urgency.FIRST]),
    ],
)
async def test_the_most_urgent_of_a_list(town: Town, who: str, first: str, asked: str, title: str) -> None:
    person = town.person(who)
    listed = await after(person, first) if first else None
    shown = await person.ask(asked)
    assert title in lines(shown)
    assert codes(shown) == ["71-149"]
    if listed is not None:
        assert (await person.tap(shown.buttons[-1], shown)).text == listed.text


async def test_the_next_to_fall_due_is_no_late_one(town: Town) -> None:
    official = town.person("official")
    shown = await after(official, "Bộ Tài chính có việc gì năm 2026", "việc nào gần hạn nhất")
    assert VI.urgent[Urgency.NEXT] in lines(shown)
    assert "❗" not in shown.text
    assert VI.none_to_come in lines(await after(official, HEALTH, "việc nào gần hạn nhất"))


@pytest.mark.parametrize("asked", ["hạn bao giờ?", "ai chu tri?", "nguồn?", "làm tới đâu rồi"])
async def test_a_field_after_several_asks_which(town: Town, asked: str) -> None:
    official = town.person("official")
    listed = await official.ask(HEALTH)
    shown = await official.ask(asked)
    assert VI.which in lines(shown)
    assert codes(shown) == codes(listed)
    assert "Trang 2/4 ▸" in shown.buttons
    assert codes(await official.ask("trang 2"))[0] == "71-89.51"


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("văn bản nào giao?", "Nguồn: Nghị quyết 71/NQ-CP, 01/04/2025 · Phụ lục II, dòng 150"),
        ("nguon?", "Nguồn: Nghị quyết 71/NQ-CP, 01/04/2025 · Phụ lục II, dòng 150"),
        ("ở đâu ra?", "Nguồn: Nghị quyết 71/NQ-CP, 01/04/2025 · Phụ lục II, dòng 150"),
        ("mức độ tới đâu rồi", "Tình trạng: chưa có báo cáo (tính đến 22/11/2026)"),
        ("lam toi dau roi", "Tình trạng: chưa có báo cáo (tính đến 22/11/2026)"),
        ("tiến độ sao rồi", "Tình trạng: chưa có báo cáo (tính đến 22/11/2026)"),
        ("sản phẩm?", "Kết quả: Các Đề án được phê duyệt"),
        ("hạn?", "Thời hạn: “Tháng 9/2025” → 30/09/2025 ❗ chậm 418 ngày"),
        ("ai chủ trì", "Chủ trì: Bộ Y tế"),
    ],
)
@pytest.mark.parametrize("opened", [("71-150",), (HEALTH, "!3")])
async def test_what_is_asked_of_the_open_task_stands_first(
    town: Town, opened: tuple[str, ...], asked: str, first: str
) -> None:
    shown = await after(town.person("official"), *opened, asked)
    assert shown.text.startswith("71-150 ")
    assert next(line for line in lines(shown)[1:] if line) == first
    assert lines(shown).count(first) == 1


async def test_what_the_directive_does_not_tell_is_said(town: Town) -> None:
    shown = await after(town.person("official"), "329-pl1.1", "sản phẩm?")
    assert f"{VIETNAMESE.output}: {VIETNAMESE.none_named}" in lines(shown)


async def test_a_card_leaves_the_list_to_be_spoken_of(town: Town) -> None:
    shown = await after(
        town.person("official"), "Bộ Y tế quá hạn việc gì trong Nghị quyết 71", "việc thứ 2", "còn BCA?"
    )
    assert "chủ trì: Bộ Công an · quá hạn (22/11/2026) · văn bản: 71/NQ-CP" in lines(shown)[0]


async def test_a_list_is_off_the_screen_after_half_a_day(town: Town) -> None:
    official = town.person("official")
    await official.ask(HEALTH)
    town.clock.move_to(TODAY + timedelta(days=1))
    assert (await official.ask("việc thứ 2")).text == VI.no_list_place


async def test_an_edited_place_is_of_the_same_list(town: Town) -> None:
    official = town.person("official")
    await official.ask(HEALTH)
    said = await official.say("việc thứ 2")
    await official.next_message()
    await official.edit(said, "việc thứ 3")
    assert (await official.next_message()).text.startswith("71-150 ")


async def test_in_a_group_nothing_is_guessed(town: Town) -> None:
    group = town.person("official").in_group()
    await group.ask("@dondoc_bot Bộ Y tế còn việc gì quá hạn")
    assert (await group.ask("@dondoc_bot trang 2")).text == VI.in_group
    assert (await group.ask("@dondoc_bot hạn bao giờ?")).text == VI.in_group
    assert "chủ trì" not in lines(await group.ask("@dondoc_bot việc quá hạn"))[0]


async def test_a_field_after_several_urgent_ones_asks_which_of_them(town: Town) -> None:
    shown = await after(town.person("staff"), "viec qua han", "cai nao gap nhat", "han bao gio")
    assert VI.which in lines(shown)
    assert len(codes(shown)) == 3


@pytest.mark.parametrize("said", ["việc thứ 3 xong rồi", "viec thu 3 duoc 80% roi a"])
async def test_a_report_may_name_the_place(town: Town, said: str) -> None:
    focal = town.person("focal")
    listed = await focal.ask("việc quá hạn")
    assert lines(await focal.ask(said))[1].startswith(f"{codes(listed)[2]} ")


@pytest.mark.parametrize("group", [False, True])
async def test_a_field_in_answer_to_a_card_is_that_tasks(town: Town, group: bool) -> None:
    official = town.person("official").in_group() if group else town.person("official")
    card = await official.ask("@dondoc_bot 71-150" if group else "71-150")
    await official.ask("@dondoc_bot 71-149" if group else "71-149")
    official.drain()
    await official.say("nguồn?", reply_to=card)
    shown = await official.next_message()
    assert shown.text.startswith("71-150 ")
    assert lines(shown)[2].startswith("Nguồn: ")


# ── whose tasks ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("asked", ["việc quá hạn", "viec qua han", "what is overdue"])
async def test_a_members_bare_question_is_about_their_agency_and_can_be_about_all(town: Town, asked: str) -> None:
    focal = town.person("focal")
    own = await focal.ask(asked)
    english = asked.startswith("what")
    said = EN if english else VI
    assert said.for_own("Bộ Công an") in lines(own)
    every = await focal.tap(said.everybody)
    assert "Bộ Công an" not in lines(every)[0]
    assert len(codes(every)) == 5
    assert (await focal.tap(said.own_agency)).text == own.text


@pytest.mark.parametrize("asked", ["tôi phải làm gì hôm nay", "tuần này mình có việc gì", "what should I do today"])
async def test_my_tasks_are_those_of_my_agency(town: Town, asked: str) -> None:
    said = EN if asked.startswith("what") else VI
    assert said.for_own("Bộ Công an") in lines(await town.person("focal").ask(asked))
    assert said.for_own("Văn phòng Chính phủ") in lines(await town.person("supervisor").ask(asked))


async def test_nothing_today_still_leads_to_what_is_late(town: Town) -> None:
    focal = town.person("focal")
    shown = await focal.ask("hôm nay có gì")
    assert VIETNAMESE.no_tasks in lines(shown)
    assert "43 nhiệm vụ" in (await focal.tap(FINDING_VI.show_overdue)).text


async def test_a_supervisors_bare_question_is_about_all(town: Town) -> None:
    shown = await town.person("supervisor").ask("việc quá hạn")
    assert "chủ trì" not in lines(shown)[0]
    assert VI.everybody not in shown.buttons


async def test_whose_agency_is_not_known_gets_all_and_the_way_to_say_it(town: Town) -> None:
    admin = town.person("admin").persona.id
    town.rooms.people.dismiss(admin, Appointment(PersonRole.ADMINISTRATOR, "Văn phòng Chính phủ"))
    town.rooms.people.appoint(admin, Appointment(PersonRole.ADMINISTRATOR, ""))
    shown = await town.person("admin").ask("tôi có việc gì quá hạn")
    assert VI.own_unknown in lines(shown)
    assert "394 nhiệm vụ" in shown.text


# ── in which language ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("who", "turns", "english"),
    [
        ("official", ("hello",), True),
        ("official", ("thank you!",), True),
        ("official", ("help",), True),
        ("official", ("trợ giúp",), False),
        ("official", (HEALTH_EN, "ok"), True),
        ("official", (HEALTH_EN, "2", "ok"), True),
        ("admin", (HEALTH, "ok"), False),
        ("official", (HEALTH_EN, "2"), True),
        ("official", (HEALTH_EN, "trang 9"), True),
        ("official", (HEALTH, "deadline?"), False),
        ("admin", ("/overdue MOH", "MOF?"), True),
        ("official", ("/quahan BYT", "BTC?"), False),
        ("admin", ("71-150",), True),
        ("official", ("71-150",), False),
    ],
)
async def test_it_answers_in_the_language_spoken(town: Town, who: str, turns: tuple[str, ...], english: bool) -> None:
    shown = await after(town.person(who), *turns)
    told = any(mark in f" {shown.text.lower()}" for mark in (" the ", "lead:", "ask ", "which task"))
    assert told is english


async def test_a_call_for_help_says_what_can_be_asked(town: Town) -> None:
    shown = await town.person("official").ask("help")
    assert lines(shown)[0] == ENGLISH.help.splitlines()[0]
    assert EN.commands in lines(shown)


# ── one word ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("word", "found"), [("chip", "71-122"), ("wifi", "17-5a3.1"), ("drone", "71-64")])
async def test_one_word_that_stands_somewhere_finds_it(town: Town, word: str, found: str) -> None:
    shown = await town.person("official").ask(word)
    assert found in codes(shown)
    assert VIETNAMESE.outside not in shown.text


@pytest.mark.parametrize("word", ["phở", "gold", "luong", "trạm sạc"])
async def test_one_word_that_stands_nowhere_finds_nothing(town: Town, word: str) -> None:
    assert VIETNAMESE.outside in (await town.person("official").ask(word)).text
