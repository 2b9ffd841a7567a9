"""The playground as a whole: one server on this machine with the Bot API, the page, and the world behind both."""

import errno
import secrets
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta

from aiohttp import web

from bot.clock import MovableClock
from bot.playground.botapi import BotApi
from bot.playground.errors import Json
from bot.playground.guard import guard, harden
from bot.playground.limits import UPLOAD_BYTES
from bot.playground.personas import PERSONAS, Persona
from bot.playground.web import Page
from bot.playground.world import World

BOT_ID = 57_000_057
MORE_PORTS = 20
_HOURS = tuple(time(half // 2, half % 2 * 30) for half in range(14, 36))  # 7:00 to 17:30
TimeMoved = Callable[[datetime], Awaitable[None]]
OnReset = Callable[[], Awaitable[None]]
Known = Callable[[Persona], Json]


class Playground:
    """Start it, give its `root` and `token` to the bot, and open the root in a browser."""

    def __init__(
        self,
        clock: MovableClock,
        token: str = "",
        personas: Sequence[Persona] = PERSONAS,
        *,
        on_time_moved: TimeMoved | None = None,
        on_reset: OnReset | None = None,
    ) -> None:
        self.clock = clock
        self.token = token or f"{BOT_ID}:{secrets.token_urlsafe(24)}"
        self.on_time_moved = on_time_moved
        self.on_reset = on_reset
        self.root = ""
        self.world = World(clock, personas, bot_id=int(self.token.partition(":")[0]))
        self.known: Known = lambda _: {"standing": "stranger", "roles": []}  # what the bot has on record of somebody
        self._page = Page(self.world, move_to=self.move_to, play=self.play, reset=self.reset, known=self._record)
        self._runner: web.AppRunner | None = None

    def _record(self, persona: Persona) -> Json:
        return self.known(persona)

    async def start(self, host: str = "127.0.0.1", port: int = 0) -> str:
        """Listen on `port`, or one of the next ones if it is taken; the root address."""
        app = web.Application(middlewares=[guard], client_max_size=UPLOAD_BYTES + 1024 * 1024)
        app.add_routes([*BotApi(self.world, self.token).routes(), *self._page.routes()])
        app.on_response_prepare.append(harden)
        app.on_shutdown.append(self._page.close)
        runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        self._runner = runner
        self.root = f"http://{host}:{await self._listen(runner, host, port)}"
        return self.root

    @staticmethod
    async def _listen(runner: web.AppRunner, host: str, port: int) -> int:
        last = port + MORE_PORTS if port else 0
        while True:
            try:
                await web.TCPSite(runner, host, port).start()
            except OSError as trouble:
                if trouble.errno != errno.EADDRINUSE or port >= last:
                    raise
                port += 1
            else:
                return int(runner.addresses[0][1])

    async def stop(self) -> None:
        """Close every line and end."""
        self.world.faults.release()
        if self._runner:
            with suppress(OSError):
                await self._runner.cleanup()
            self._runner = None

    @property
    def base_url(self) -> str:
        """For `ApplicationBuilder.base_url`."""
        return f"{self.root}/bot"

    @property
    def base_file_url(self) -> str:
        """For `ApplicationBuilder.base_file_url`."""
        return f"{self.root}/file/bot"

    async def move_to(self, when: date | None) -> datetime:
        """Make it another day (or, with None, the real one), and let the bot know."""
        if when is None:
            self.clock.reset()
        else:
            self.clock.move_to(when)
        now = self.clock.now()
        self.world.transcript.write("time", now=now.isoformat())
        if self.on_time_moved:
            await self.on_time_moved(now)
        return now

    async def play(self, days: int) -> datetime:
        """Let so many days pass, each from morning to evening, so that everything comes at its hour."""
        today = self.clock.today()
        for number in range(1, days + 1):
            day = today + timedelta(days=number)
            await self.move_to(datetime.combine(day, _HOURS[0]))
            for hour in _HOURS[1:]:
                self.clock.move_to(datetime.combine(day, hour))
                if self.on_time_moved:
                    await self.on_time_moved(self.clock.now())
        return self.clock.now()

    async def reset(self) -> None:
        """Empty the world and bring back the real day, after the bot's own memory, which is the callback's."""
        self.clock.reset()
        if self.on_reset:
            await self.on_reset()
        self.world.reset()
