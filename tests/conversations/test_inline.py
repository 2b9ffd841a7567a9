"""Inline mode: tasks offered in any chat, to approved people only."""

from bot.playground.faults import Fault
from handlers.views.wording.finding_vi import FINDING
from tests.conftest import Town


async def test_a_question_offers_tasks_and_the_chosen_card_stands_alone(town: Town) -> None:
    focal = town.person("focal")
    (first, *others) = await focal.inline("BCA quý I/2026")
    assert first["title"].startswith("17-5c2.1 Đưa Hệ thống điều phối")
    assert first["description"] == "❗ Bộ Công an · 01/03/2026 · chậm 266 ngày"
    assert len(others) == 8
    card = await focal.choose(first["id"])
    assert card.text.startswith("17-5c2.1 ")
    assert "Nguồn: Thông báo kết luận 17-TB/CQTTBCĐ, 29/12/2025" in card.text
    assert "tính đến 22/11/2026" in card.text
    assert card.buttons == []


async def test_nothing_typed_offers_the_most_pressing_of_ones_agency(town: Town) -> None:
    offers = await town.person("focal").inline("")
    assert len(offers) == 20
    assert all("Bộ Công an" in each["description"] for each in offers)


async def test_the_rest_comes_page_by_page_without_doubling(town: Town) -> None:
    world, focal = town.playground.world, town.person("focal")
    seen: list[str] = []
    offset = ""
    for _ in range(10):
        query = world.ask_inline(focal.persona.id, "Bộ Công an quá hạn", focal.chat_id, offset=offset)
        event = await world.transcript.wait_for(
            lambda each, query=query: each.kind == "inline_answer" and each.data["query"] == query
        )
        seen += [each["id"] for each in event.data["results"]]
        offset = event.data["next_offset"] or ""
        if not offset:
            break
    assert len(seen) == len(set(seen)) > 40


async def test_a_code_offers_its_task_in_the_language_of_the_query(town: Town) -> None:
    (only,) = await town.person("admin").inline("17-5c2.1")
    assert only["id"] == "17-5c2.1"
    (english, *_) = await town.person("focal").inline("which tasks does Bộ Công an own due in Q1/2026")
    assert english["description"] == "❗ Bộ Công an · 01/03/2026 · 266 days late"


async def test_what_nothing_fits_leads_to_the_bot(town: Town) -> None:
    focal = town.person("focal")
    assert await focal.inline("giá vàng hôm nay") == []
    (answered,) = town.playground.world.transcript.of("inline_answer")
    assert answered.data["button"] == {"text": FINDING.inline_none, "start_parameter": "inline"}


async def test_strangers_are_offered_the_way_in_and_nothing_else(town: Town) -> None:
    assert await town.person("stranger").inline("BCA quý I/2026") == []
    (answered,) = town.playground.world.transcript.of("inline_answer")
    assert answered.data["button"]["start_parameter"] == "inline"


async def test_a_query_that_is_too_old_hurts_nobody(town: Town) -> None:
    focal = town.person("focal")
    words = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    town.playground.world.faults.add(Fault.refuse(400, words, "answerInlineQuery"))
    town.playground.world.ask_inline(focal.persona.id, "BCA", focal.chat_id)
    assert len(await focal.inline("BCA quý I/2026")) == 9
