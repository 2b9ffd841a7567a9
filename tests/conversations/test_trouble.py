"""When Telegram is in trouble the bot goes on, and the log knows why."""

import itertools
import logging

import pytest

from bot.playground.actor import Person
from bot.playground.faults import Fault
from tests.conftest import Town

QUESTION = "Bộ Y tế còn việc gì quá hạn"
UNDERSTOOD = "chủ trì: Bộ Y tế"


def logged(caplog: pytest.LogCaptureFixture, level: int) -> list[str]:
    """The lines of a level with the exceptions they carry."""
    return [
        f"{record.getMessage()} {record.exc_info[1]!r}" if record.exc_info else record.getMessage()
        for record in caplog.records
        if record.levelno == level
    ]


async def tried(person: Person, count: int) -> None:
    """Wait until the bot has tried to answer `person` so many times."""
    calls = itertools.count(1)
    await person.world.transcript.wait_for(
        lambda each: each.kind == "call" and each.chat_id == person.chat_id and next(calls) >= count
    )


async def still_answers(person: Person) -> None:
    assert UNDERSTOOD in (await person.ask(QUESTION)).text


@pytest.mark.parametrize("code", [500, 502, 504])
async def test_an_answer_that_met_a_broken_server_comes_at_the_second_try(code: int, town: Town) -> None:
    official = town.person("official")
    town.playground.world.faults.add(Fault.broken(code, "sendMessage"))
    await still_answers(official)
    assert len(official.from_bot) == 1


async def test_a_server_that_stays_broken_is_logged_and_the_bot_goes_on(
    town: Town, caplog: pytest.LogCaptureFixture, errors_wanted: None
) -> None:
    official, focal = town.person("official"), town.person("focal")
    town.playground.world.faults.add(Fault.broken(502, "sendMessage", official.chat_id, times=2))
    await official.say(QUESTION)
    await still_answers(focal)
    await still_answers(official)
    (error,) = logged(caplog, logging.ERROR)
    assert "NetworkError" in error
    assert QUESTION not in error


async def test_a_flood_is_logged_not_fought_and_the_bot_goes_on(
    town: Town, caplog: pytest.LogCaptureFixture, errors_wanted: None
) -> None:
    official, focal = town.person("official"), town.person("focal")
    town.playground.world.faults.add(Fault.flood(5, "sendMessage", official.chat_id))
    await official.say(QUESTION)
    await still_answers(focal)
    await tried(official, 1)
    assert official.from_bot == []  # no apology into a flood: it would lengthen it
    await still_answers(official)
    (error,) = logged(caplog, logging.ERROR)
    assert "RetryAfter" in error


async def test_a_line_cut_after_sending_does_not_send_twice(
    town: Town, caplog: pytest.LogCaptureFixture, errors_wanted: None
) -> None:
    official = town.person("official")
    town.playground.world.faults.add(Fault.drop_after("sendMessage"))
    await still_answers(official)
    await official.ask("/trogiup")
    assert len(official.from_bot) == 2
    assert len(logged(caplog, logging.ERROR)) == 1


async def test_a_refused_message_brings_an_apology_with_the_number_in_the_log(
    town: Town, caplog: pytest.LogCaptureFixture, errors_wanted: None
) -> None:
    official = town.person("official")
    words = "Bad Request: can't parse entities: Unsupported start tag"
    town.playground.world.faults.add(Fault.refuse(400, words, "sendMessage"))
    shown = await official.ask(QUESTION)
    assert shown.text.startswith("Xin lỗi, tôi gặp lỗi khi xử lý.")
    (error,) = logged(caplog, logging.ERROR)
    assert error.split()[1] in shown.text
    assert "can't parse entities" in error.lower()
    assert QUESTION not in caplog.text
    await still_answers(official)


async def test_an_apology_speaks_the_persons_language(town: Town, errors_wanted: None) -> None:
    town.playground.world.faults.add(Fault.refuse(400, "Bad Request: anything", "sendMessage"))
    assert (await town.person("admin").ask("/start")).text.startswith("Sorry, something went wrong.")


async def test_a_person_who_blocks_before_the_answer_hurts_nobody(town: Town, errors_wanted: None) -> None:
    official, focal = town.person("official"), town.person("focal")
    words = "Forbidden: bot was blocked by the user"
    town.playground.world.faults.add(Fault.refuse(403, words, "sendMessage", official.chat_id))
    await official.say(QUESTION)
    await still_answers(focal)
    assert official.from_bot == []


async def test_a_flood_while_turning_a_page_leaves_the_list_usable(town: Town, errors_wanted: None) -> None:
    official = town.person("official")
    listed = await official.ask(QUESTION)
    town.playground.world.faults.add(Fault.flood(5, "editMessageText"))
    await official.press("Trang 2", listed)
    turned = await official.tap("Trang 2", listed)
    assert turned.id == listed.id
    assert "◂ Trước" in turned.buttons


async def test_telegrams_own_limits_are_met_without_losing_the_bot(town: Town, errors_wanted: None) -> None:
    world = town.playground.world
    world.rates.enforced = True
    world.rates.seconds = lambda: 0.0
    official, focal = town.person("official"), town.person("focal")
    for _ in range(5):
        await official.say("/trogiup")
    await still_answers(focal)
    await tried(official, 5)
    assert len(official.from_bot) == 3


async def test_a_slow_answer_holds_up_nobody_else_and_keeps_its_own_chat_in_order(town: Town) -> None:
    official, focal = town.person("official"), town.person("focal")
    town.playground.world.faults.add(Fault.hang(60, "sendMessage", official.chat_id))
    await official.say(QUESTION)
    await official.say("71-89.7")
    for _ in range(3):
        await still_answers(focal)
    assert official.from_bot == []
    town.playground.world.faults.release()
    assert UNDERSTOOD in (await official.next_message()).text
    assert (await official.next_message()).text.startswith("71-89.7")
