"""Trouble on order."""

import asyncio

import httpx
import pytest

from bot.playground.faults import Fault, Rates
from bot.playground.world import World
from tests.playground.conftest import Api

OFFICIAL, FOCAL = 570001, 570002


async def test_a_flood_for_one_chat_only(api: Api, world: World) -> None:
    world.faults.add(Fault.flood(7, "sendMessage", OFFICIAL, times=2))
    assert await api.ok("sendMessage", chat_id=FOCAL, text="x")
    for _ in range(2):
        assert await api("sendMessage", chat_id=OFFICIAL, text="x") == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        }
    assert await api.ok("sendMessage", chat_id=OFFICIAL, text="x")
    assert len(world.faults) == 0


async def test_a_broken_server_does_nothing(api: Api, world: World) -> None:
    world.faults.add(Fault.broken(502))
    assert await api.ok("getUpdates") == []
    assert await api.refusal("sendMessage", chat_id=OFFICIAL, text="x") == (502, "Bad Gateway")
    assert world.chats[OFFICIAL].messages == {}


async def test_any_refusal(api: Api, world: World) -> None:
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    world.faults.add(Fault.refuse(400, words, parameters={"migrate_to_chat_id": -1001}))
    answer = await api("sendMessage", chat_id=world.group.id, text="x")
    assert (answer["description"], answer["parameters"]) == (words, {"migrate_to_chat_id": -1001})


@pytest.mark.parametrize(
    ("fault", "done"), [(Fault.drop_before("sendMessage"), 0), (Fault.drop_after("sendMessage"), 1)]
)
async def test_the_line_is_cut(api: Api, world: World, fault: Fault, done: int) -> None:
    world.faults.add(fault)
    with pytest.raises(httpx.TransportError):
        await api("sendMessage", chat_id=OFFICIAL, text="x")
    assert len(world.chats[OFFICIAL].messages) == done


async def test_a_hanging_call_is_done_in_the_end(api: Api, world: World) -> None:
    world.faults.add(Fault.hang(60, "sendMessage"))
    call = asyncio.create_task(api("sendMessage", chat_id=OFFICIAL, text="x"))
    async with asyncio.timeout(5):
        while len(world.faults):  # noqa: ASYNC110 — lets the server's side of the line run
            await asyncio.sleep(0)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    assert world.chats[OFFICIAL].messages == {}
    world.faults.release()
    event = await world.transcript.wait_for(lambda each: each.kind == "message")
    assert event.data["message"]["text"] == "x"


class TestRates:
    """The real limits, on a clock that the test turns."""

    def setup_method(self) -> None:
        self.now = 100.0
        self.rates = Rates(lambda: self.now)
        self.rates.enforced = True

    def sent(self, chat_id: int) -> bool:
        try:
            self.rates.check(chat_id)
        except Exception:  # noqa: BLE001
            return False
        return True

    def test_a_chat_takes_one_a_second_after_a_burst(self) -> None:
        assert [self.sent(1) for _ in range(4)] == [True, True, True, False]
        assert self.sent(2)
        self.now += 3
        assert self.sent(1)

    def test_thirty_a_second_in_all(self) -> None:
        assert sum(self.sent(chat) for chat in range(1, 50)) == 30
        self.now += 1
        assert self.sent(49)

    def test_twenty_a_minute_in_a_group(self) -> None:
        taken = 0
        for _ in range(30):
            taken += self.sent(-1)
            self.now += 1
        assert taken == 20

    async def test_over_http(self, api: Api, world: World) -> None:
        world.rates.enforced = True
        world.rates.seconds = lambda: 0.0
        answers = [await api("sendMessage", chat_id=OFFICIAL, text=str(n)) for n in range(4)]
        assert [each["ok"] for each in answers] == [True, True, True, False]
        assert answers[3]["parameters"]["retry_after"] >= 1
