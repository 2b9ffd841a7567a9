"""Whatever a person types or sends, a clear answer comes and nothing breaks."""

import unicodedata

from handlers.views.wording.finding_en import FINDING as EN
from handlers.views.wording.finding_vi import FINDING as VI
from knowledge.courtesy import Courtesy
from tests.conftest import Town
from tests.playground.conftest import png

QUESTION = "Bộ Công an chủ trì việc gì trong quý I/2026"


async def test_one_question_in_many_spellings_has_one_answer(town: Town) -> None:
    for question in (
        QUESTION,
        unicodedata.normalize("NFD", QUESTION),
        "bo cong an chu tri viec gi trong quy 1/2026",
        "BỘ CÔNG AN CHỦ TRÌ VIỆC GÌ TRONG QUÝ I/2026???",
        "bca chủ trì việc gì Q1/2026",
    ):
        shown = await town.person("official").ask(question)
        assert "chủ trì: Bộ Công an · hạn: 01/01/2026 - 31/03/2026" in shown.text, question
        assert "17-5c2.1" in shown.text
        assert "17-TB/CQTTBCĐ" in shown.text


async def test_a_question_out_of_scope_is_said_to_be_so(town: Town) -> None:
    for question in ("thời tiết hôm nay thế nào", "giá vàng", "ai là tổng thống Mỹ"):
        shown = await town.person("official").ask(question)
        assert shown.text.startswith("Các văn bản tôi có không nói về việc này."), question
        assert "Danh sách văn bản" in shown.buttons


async def test_an_example_is_asked_by_pressing_it(town: Town) -> None:
    official = town.person("official")
    started = await official.ask("/start")
    for label in started.buttons:
        await official.ask("/start")
        shown = await official.tap(label)
        assert shown.text
        assert "Các văn bản tôi có không nói" not in shown.text
        assert "cũ" not in shown.text.splitlines()[0]


ODD = [
    "😀😀😀",
    "?",
    "...",
    "-",
    "0",
    "/khongcolenhnay",
    '<b>&"',
    "</blockquote><b>",
    '<b>&" Bộ Y tế còn việc gì quá hạn </i>',
    "AND OR NOT NEAR(",
    'Bộ Y tế" OR "x',
    "' ; DROP TABLE task; --",
    "*",
    "%s %d {0} \\",
    "\u202eđảo ngược",
    "\u200b\u200bBộ Y tế",
    "ð Ð đ Đ",
    "999999999999999999999999 ngày tới",
    "trước ngày 32/13/2026",
    "quý IX/2026 của Bộ Y tế",
    "2026 " * 300,
    "việc quá hạn của Bộ Y tế " * 160,
    "a" * 4096,
    "ộ" * 4096,
    "😀" * 2048,
    "<" * 4096,
    "71-89.7 " * 500,
]


async def test_anything_typed_has_an_answer(town: Town) -> None:
    official = town.person("official")
    for text in ODD:
        shown = await official.ask(text)
        assert shown.text, text[:40]
        assert "Xin lỗi" not in shown.text, text[:40]


async def test_marks_in_a_question_are_shown_back_as_typed(town: Town) -> None:
    shown = await town.person("official").ask('Bộ Y tế có việc gì về "<b>&" dữ liệu')
    assert not any(entity["type"] == "bold" and entity["length"] > 60 for entity in shown.entities)
    assert "Bộ Y tế" in shown.text


async def test_what_is_no_text_is_told_apart(town: Town) -> None:
    official, admin = town.person("official"), town.person("admin")
    world = town.playground.world
    for send in (
        lambda: official.send_photo(png(), caption="Bộ Y tế còn việc gì"),
        lambda: official.send_document(b"%PDF-1.7", "van-ban.pdf"),
    ):
        official.drain()
        await send()
        assert (await official.next_message()).text == "Tôi chỉ đọc được tin nhắn chữ. Bạn gõ câu hỏi giúp."
    sticker = {
        "file_id": "s1",
        "file_unique_id": "s1",
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
    }
    location = {"latitude": 21.03, "longitude": 105.85}
    for content in (
        {"sticker": sticker},
        {"location": location},
        {"contact": {"phone_number": "1", "first_name": "a"}},
    ):
        admin.drain()
        world.deliver(world.chats[admin.chat_id], admin.persona.id, content)
        assert (await admin.next_message()).text == "I read text messages only. Please type your question."


async def test_an_edited_question_is_not_answered_again(town: Town) -> None:
    official = town.person("official")
    asked = await official.say(QUESTION)
    await official.next_message()
    await official.edit(asked, "6 rõ là gì")
    last = await official.ask("/trogiup")
    assert [each.id for each in official.from_bot][-1] == last.id
    assert len(official.from_bot) == 2


async def test_a_blocked_bot_that_is_unblocked_answers_again(town: Town) -> None:
    official = town.person("official")
    await official.ask(QUESTION)
    await official.block()
    await official.unblock()
    assert "17-5c2.1" in (await official.ask(QUESTION)).text


async def test_several_people_at_once_keep_their_own_answers(town: Town) -> None:
    questions = {
        "official": ("Bộ Y tế còn việc gì quá hạn", "chủ trì: Bộ Y tế"),
        "focal": ("Bộ Công an còn việc gì quá hạn", "chủ trì: Bộ Công an"),
        "staff": ("Bộ Tài chính còn việc gì quá hạn", "chủ trì: Bộ Tài chính"),
        "admin": ("overdue tasks of the Ministry of Justice", "lead: Bộ Tư pháp"),
    }
    people = {who: town.person(who) for who in questions}
    for who, (question, _) in questions.items():
        await people[who].say(question)
    lists = {who: await person.next_message() for who, person in people.items()}
    for who, (_, understood) in questions.items():
        assert understood in lists[who].text
        assert len(people[who].from_bot) == 1
    for who, person in people.items():
        next_page = next((label for label in lists[who].buttons if "2/" in label), None)
        if next_page:
            turned = await person.tap(next_page)
            assert questions[who][1] in turned.text


async def test_a_greeting_or_thanks_gets_one_line_in_its_own_language(town: Town) -> None:
    official, admin = town.person("official"), town.person("admin")
    assert (await official.ask("hi")).text == VI.courtesies[Courtesy.HELLO]
    assert (await official.ask("cảm ơn nhé")).text == VI.courtesies[Courtesy.THANKS]
    assert (await official.ask("thank you so much")).text == EN.courtesies[Courtesy.THANKS]
    assert (await admin.ask("hi")).text == EN.courtesies[Courtesy.HELLO]
    assert "Bộ Y tế" in (await official.ask("chào bạn, Bộ Y tế còn việc gì quá hạn")).text
