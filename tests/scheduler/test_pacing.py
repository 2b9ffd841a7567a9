"""Turns: no second holds more messages than the limit, answers go first, and nobody waits for another chat."""

import asyncio
import itertools
from collections import deque
from collections.abc import Callable, Coroutine
from functools import wraps

import pytest

from scheduler.pacing import Limits, Pacer


class Line:
    """A channel on a loop whose time is told, not waited for: counts what it gets in its own seconds."""

    def __init__(self, limits: Limits | None = None, *, slow: float = 0.004) -> None:
        self.loop = asyncio.get_running_loop()
        self.pacer = Pacer(limits, self.loop.time)
        self.slow = slow
        self.got: list[tuple[float, int]] = []

    async def send(self, chat: int, *, broadcast: bool = True) -> None:
        async with self.pacer.turn(chat, broadcast=broadcast):
            await asyncio.sleep(self.slow / 2)
            self.got.append((self.loop.time(), chat))
            await asyncio.sleep(self.slow / 2)

    @property
    def most_in_a_second(self) -> int:
        window: deque[float] = deque()
        most = 0
        for moment, _ in self.got:
            window.append(moment)
            while window[0] <= moment - 1:
                window.popleft()
            most = max(most, len(window))
        return most


class FastLoop(asyncio.SelectorEventLoop):
    """Jumps to the next timer instead of waiting for it."""

    def __init__(self) -> None:
        super().__init__()
        self._jumped = 0.0

    def time(self) -> float:
        return self._jumped

    def _run_once(self) -> None:
        if not self._ready and self._scheduled:  # type: ignore[attr-defined]
            self._jumped = max(self._jumped, self._scheduled[0]._when)  # type: ignore[attr-defined]
        super()._run_once()  # type: ignore[misc]


Test = Callable[..., Coroutine[object, object, None]]


def fast(test: Test) -> Callable[..., None]:
    """Run a test on such a loop."""

    @wraps(test)
    def run(*args: object, **named: object) -> None:
        with asyncio.Runner(loop_factory=FastLoop) as runner:
            runner.run(test(*args, **named))

    return run


@pytest.mark.parametrize("slow", [0.0, 0.004, 0.03, 0.5])
@fast
async def test_a_broadcast_never_exceeds_the_limit_and_comes_near_it(slow: float) -> None:
    line = Line(slow=slow)
    await asyncio.gather(*(line.send(chat) for chat in range(1, 301)))
    assert line.most_in_a_second <= 30
    seconds = line.got[-1][0] - line.got[0][0]
    if slow <= 0.03:
        assert 299 / seconds > 28.5


@fast
async def test_an_answer_goes_before_everything_that_waits() -> None:
    line = Line()
    broadcast = asyncio.gather(*(line.send(chat) for chat in range(1, 301)))
    await asyncio.sleep(2)
    before = line.loop.time()
    await line.send(999, broadcast=False)
    assert line.loop.time() - before < 0.2
    await broadcast
    assert line.most_in_a_second <= 30


@fast
async def test_without_a_broadcast_answers_do_not_wait() -> None:
    line = Line()
    before = line.loop.time()
    await asyncio.gather(*(line.send(chat, broadcast=False) for chat in range(1, 201)))
    assert line.loop.time() - before < 0.1


@fast
async def test_one_chat_gets_one_a_second_and_holds_up_nobody() -> None:
    line = Line()
    await asyncio.gather(*(line.send(7) for _ in range(4)), *(line.send(chat) for chat in range(100, 110)))
    own = [moment for moment, chat in line.got if chat == 7]
    assert all(later - earlier >= 1 for earlier, later in itertools.pairwise(own))
    assert max(moment for moment, chat in line.got if chat != 7) < 1


@fast
async def test_a_group_gets_twenty_a_minute() -> None:
    line = Line()
    await asyncio.gather(*(line.send(-7) for _ in range(25)))
    moments = [moment for moment, _ in line.got]
    assert all(later - earlier >= 60 for earlier, later in zip(moments, moments[20:], strict=False))


@fast
async def test_a_turn_that_is_given_up_is_free_for_others() -> None:
    line = Line(Limits(in_all=1))
    first = asyncio.create_task(line.send(1))
    second = asyncio.create_task(line.send(2))
    await asyncio.sleep(0.5)
    second.cancel()
    await line.send(3)
    await first
    assert [chat for _, chat in line.got] == [1, 3]
