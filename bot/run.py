"""Runs the bot until it is told to stop: on Telegram with a token, in the playground without."""

import asyncio
import logging
import signal
import sys
from contextlib import AsyncExitStack, ExitStack, suppress
from pathlib import Path

from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot.alone import alone
from bot.app import ALLOWED_UPDATES, App, Rooms, build, open_rooms, reminders
from bot.clock import Clock, FrozenClock, MovableClock, SystemClock
from bot.logs import set_up
from bot.memory import settle
from bot.playground.personas import PERSONAS
from bot.playground.server import Playground
from bot.seeding import enrol, standing, start_over
from bot.settings import Settings
from handlers.menus import refresh_menus, set_menu
from scheduler.jobs import Reminders

log = logging.getLogger(__name__)


def run(settings: Settings) -> int:
    """Run until SIGINT or SIGTERM and return the exit code.

    Raises CorpusError, or SettingsError where another instance is running, before anything is started.
    """
    set_up(settings.dondoc_log_level)
    token = settings.telegram_bot_token.get_secret_value()
    with ExitStack() as stack, suppress(KeyboardInterrupt):
        alone(stack, settings.dondoc_db if token else _beside(settings.dondoc_db), token)
        if token:
            return asyncio.run(_on_telegram(settings))
        return asyncio.run(_in_playground(settings))
    return 0


async def _on_telegram(settings: Settings) -> int:
    clock: Clock = FrozenClock(settings.dondoc_today) if settings.dondoc_today else SystemClock()
    rooms = open_rooms(settings.dondoc_db, clock.now())
    application = build(
        settings.telegram_bot_token.get_secret_value(), settings.telegram_api_base, rooms, clock, settings.dondoc_admins
    )
    settle()
    stop = _stop_event()
    try:
        async with AsyncExitStack() as stack:
            await started(stack, application, rooms, clock, stop)
            log.info("the bot @%s answers on Telegram; Ctrl+C ends it", application.bot.username)
            await stop.wait()
    except InvalidToken:
        return _refuse("Telegram does not accept TELEGRAM_BOT_TOKEN. Ask @BotFather for the right one.")
    except NetworkError as error:
        return _refuse(f"{settings.telegram_api_base} cannot be reached ({type(error).__name__}).")
    return int(application.bot_data.get("exit_code", 0))


def _refuse(reason: str) -> int:
    sys.stderr.write(f"dondoc: {reason}\n")
    return 1


async def _in_playground(settings: Settings) -> int:
    clock = MovableClock(FrozenClock(settings.dondoc_today) if settings.dondoc_today else None)
    rooms = open_rooms(_beside(settings.dondoc_db), clock.now())
    enrol(rooms.people, PERSONAS, clock.now())
    playground = Playground(clock)
    root = await playground.start(port=settings.dondoc_port)
    application = build(playground.token, root, rooms, clock, settings.dondoc_admins)
    settle()
    stop = _stop_event()
    async with AsyncExitStack() as stack:
        stack.push_async_callback(playground.stop)
        wake = await started(stack, application, rooms, clock, stop)
        connect(playground, application, rooms, wake)
        sys.stdout.write(f"Đôn Đốc: mở {root} trong trình duyệt / open {root} in a browser. Ctrl+C để dừng.\n")
        sys.stdout.flush()
        await stop.wait()
    return 0


def connect(playground: Playground, application: App, rooms: Rooms, wake: Reminders) -> None:
    """Let the calendar wake the reminders, the reset forget what the trials left, and the page know the record."""

    async def time_moved(_: object) -> None:
        await wake.wake()

    async def reset() -> None:
        start_over(rooms, playground.world.personas, playground.clock.now())
        for persona in playground.world.personas:
            await set_menu(application.bot, persona.id, rooms.people.find(persona.id))

    playground.on_time_moved = time_moved
    playground.on_reset = reset
    playground.known = lambda persona: standing(rooms.people, persona)


def _beside(path: Path) -> Path:
    """Return where the playground keeps its own database, so that trials never touch real reports."""
    return path.with_name(f"{path.stem}-playground{path.suffix}")


async def started(
    stack: AsyncExitStack, application: App, rooms: Rooms, clock: Clock, stop: asyncio.Event
) -> Reminders:
    """Start the application, its polling and its reminders; `stack` ends them in the right order.

    A second instance on the same token sets `stop` and leaves exit code 1 in `bot_data`.
    """
    await application.initialize()
    stack.push_async_callback(application.shutdown)
    if application.post_init is not None:
        await application.post_init(application)
    await application.start()
    stack.push_async_callback(application.stop)
    assert application.updater is not None

    def trouble(error: TelegramError) -> None:
        if isinstance(error, Conflict):
            log.error("another instance of this bot is running with the same token; this one stops")
            application.bot_data["exit_code"] = 1
            stop.set()
        else:
            log.warning("no updates for now: %s", type(error).__name__)

    await application.updater.start_polling(
        allowed_updates=ALLOWED_UPDATES, drop_pending_updates=False, error_callback=trouble
    )
    stack.push_async_callback(application.updater.stop)
    menus = asyncio.create_task(refresh_menus(application.bot, rooms.people))
    stack.callback(menus.cancel)
    wake = reminders(application, rooms, clock)
    wake.start()
    stack.push_async_callback(wake.stop)
    return wake


def _stop_event() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(name, stop.set)
    return stop
