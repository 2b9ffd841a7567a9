"""A token never reaches the log, whichever way it comes."""

import io
import logging
import urllib.parse
from collections.abc import Callable, Iterator

import httpx
import pytest

from bot.logs import set_up

TOKEN = "57000057:AAF-x_9kzQ7bW2cE4rT6yU8iO0pA1sD3fG5"
SECRET = TOKEN.partition(":")[2]
NOISY = ("httpx", "httpcore", "apscheduler", "aiohttp.access")


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What standard error gets; the loggers are put back afterwards."""
    root = logging.getLogger()
    before = root.level, root.handlers[:], {name: logging.getLogger(name).level for name in NOISY}
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    set_up("DEBUG")
    yield stream
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    for name, level in before[2].items():
        logging.getLogger(name).setLevel(level)


def message(log: logging.Logger) -> None:
    log.error("POST https://api.telegram.org/bot%s/sendMessage", TOKEN)


def escaped_url(log: logging.Logger) -> None:
    log.error("POST https://api.telegram.org/bot%s/getMe", urllib.parse.quote(TOKEN))


def refuse(error: Exception) -> None:
    raise error


def exception_text(log: logging.Logger) -> None:
    try:
        refuse(RuntimeError(f"the token {TOKEN} was rejected"))
    except RuntimeError:
        log.exception("no start")


def chained_exception(log: logging.Logger) -> None:
    try:
        try:
            refuse(httpx.ConnectError(f"https://api.telegram.org/bot{TOKEN}/getMe"))
        except httpx.ConnectError as error:
            raise RuntimeError("no line") from error
    except RuntimeError:
        log.exception("no start")


def argument_of_any_kind(log: logging.Logger) -> None:
    log.warning("settings: %s", {"url": httpx.URL(f"https://api.telegram.org/bot{TOKEN}/getMe")})


def stack(log: logging.Logger) -> None:
    log.warning("here %r", TOKEN.encode(), stack_info=True)


@pytest.mark.parametrize(
    "write", [message, escaped_url, exception_text, chained_exception, argument_of_any_kind, stack]
)
def test_a_token_is_taken_out(write: Callable[[logging.Logger], None], written: io.StringIO) -> None:
    write(logging.getLogger("bot.run"))
    shown = written.getvalue()
    assert "<token>" in shown
    assert SECRET not in shown


def test_a_traceback_stays_readable(written: io.StringIO) -> None:
    exception_text(logging.getLogger("bot.run"))
    assert "Traceback (most recent call last)" in written.getvalue()
    assert "RuntimeError: the token <token> was rejected" in written.getvalue()


def test_numbers_of_directives_and_times_stay(written: io.StringIO) -> None:
    logging.getLogger("bot").info("71/NQ-CP, 07:30:15, notice digest:570001:Bộ Công an:2026-11-23")
    assert "71/NQ-CP, 07:30:15, notice digest:570001:Bộ Công an:2026-11-23" in written.getvalue()


async def test_the_http_client_does_not_write_its_urls(written: io.StringIO) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(200))
    async with httpx.AsyncClient(transport=transport) as client:
        await client.get("https://api.telegram.org/bot1/getMe")
    assert "getMe" not in written.getvalue()


def test_the_level_is_the_one_asked_for(written: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", written)
    set_up("WARNING")
    logging.getLogger("bot").info("quiet")
    logging.getLogger("bot").warning("loud")
    assert "loud" in written.getvalue()
    assert "quiet" not in written.getvalue()
