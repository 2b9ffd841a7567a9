"""Updates side by side: in order within a chat, and none waits for another chat's."""

import asyncio
from datetime import UTC, datetime

from telegram import Chat, InlineQuery, Message, Update, User

from bot.in_order import InOrder

SOMEBODY = User(7, "Minh", is_bot=False)


def said(number: int, chat: int) -> Update:
    return Update(number, message=Message(number, datetime(2026, 11, 22, tzinfo=UTC), Chat(chat, "private")))


def typed(number: int) -> Update:
    return Update(number, inline_query=InlineQuery(str(number), SOMEBODY, "x", ""))


class Work:
    """Answers that end when they are told to; what began and ended is written down."""

    def __init__(self) -> None:
        self.log: list[str] = []
        self.doors: dict[str, asyncio.Event] = {}

    async def do(self, name: str) -> None:
        self.log.append(f"+{name}")
        await self.doors.setdefault(name, asyncio.Event()).wait()
        self.log.append(f"-{name}")

    def end(self, name: str) -> None:
        self.doors.setdefault(name, asyncio.Event()).set()


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def test_a_chat_is_answered_in_order_and_holds_up_no_other() -> None:
    order, work = InOrder(), Work()
    tasks = [
        asyncio.create_task(order.process_update(said(n, chat), work.do(name)))
        for n, (chat, name) in enumerate([(1, "a"), (1, "b"), (2, "c"), (1, "d")])
    ]
    await settle()
    assert work.log == ["+a", "+c"]
    work.end("c")
    work.end("b")
    await settle()
    assert work.log == ["+a", "+c", "-c"]
    work.end("a")
    await settle()
    assert work.log == ["+a", "+c", "-c", "-a", "+b", "-b", "+d"]
    work.end("d")
    await asyncio.gather(*tasks)
    assert order.current_concurrent_updates == 0


async def test_inline_queries_of_one_person_are_in_order() -> None:
    order, work = InOrder(), Work()
    tasks = [asyncio.create_task(order.process_update(typed(n), work.do(str(n)))) for n in (1, 2)]
    await settle()
    assert work.log == ["+1"]
    work.end("1")
    work.end("2")
    await asyncio.gather(*tasks)
    assert work.log == ["+1", "-1", "+2", "-2"]


async def test_after_a_failed_and_a_cancelled_answer_the_next_goes_on() -> None:
    async def fail() -> None:
        raise ValueError

    order, work = InOrder(), Work()
    first = asyncio.create_task(order.process_update(said(1, 1), work.do("a")))
    given_up = asyncio.create_task(order.process_update(said(2, 1), work.do("given up")))
    failing = asyncio.create_task(order.process_update(said(3, 1), fail()))
    last = asyncio.create_task(order.process_update(said(4, 1), work.do("b")))
    await settle()
    given_up.cancel()
    work.end("a")
    work.end("b")
    await asyncio.gather(first, last)
    assert isinstance(failing.exception(), ValueError)
    assert work.log == ["+a", "-a", "+b", "-b"]


async def test_what_is_no_update_waits_for_nobody() -> None:
    done: list[int] = []

    async def note() -> None:
        done.append(1)

    await InOrder().process_update(object(), note())
    assert done == [1]
