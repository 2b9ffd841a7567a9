"""The bot's HTTP client: aiohttp under python-telegram-bot, at a third of the cost of its own client.

Its own walks through all requests and connections at every change, so that fifty people at once make each other slow,
and spends as long on a request as the rest of the bot on an answer.
"""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from scheduler.pacing import Pacer

# What is raised while a request cannot have left yet.
NOT_LEFT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)

# What a message carries because we put it there. Making objects of it takes longer than sending it.
_SENT_BY_US = frozenset({"entities", "caption_entities", "reply_markup", "reply_to_message"})
# The methods that Telegram counts against its limits.
_SENDING = frozenset({"sendMessage", "sendDocument", "sendPhoto", "sendMediaGroup", "copyMessage", "forwardMessage"})
_BROADCASTING: ContextVar[bool] = ContextVar("broadcasting", default=False)
_CONNECTIONS = 128
_CONNECT_SECONDS = 10.0
_ANSWER_SECONDS = 20.0
_UPLOAD_SECONDS = 60.0


@contextmanager
def broadcasting() -> Iterator[None]:
    """Let what is sent within wait for its turn, behind the answers to people."""
    before = _BROADCASTING.set(True)
    try:
        yield
    finally:
        _BROADCASTING.reset(before)


class AiohttpRequest(BaseRequest):
    """Carries the Bot API's requests. A proxy of the environment (HTTPS_PROXY) is used."""

    def __init__(self, pacer: Pacer | None = None) -> None:
        """Open nothing yet. With a `pacer`, messages keep within Telegram's limits while something is broadcast."""
        self._pacer = pacer
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take."""
        return _ANSWER_SECONDS

    async def initialize(self) -> None:
        """Get ready to connect."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=_CONNECTIONS),
                headers={"User-Agent": self.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer. Of a message that was just sent only what it is known by is kept: nobody reads the rest."""
        answer = BaseRequest.parse_json_payload(payload)
        sent = answer.get("result")
        if isinstance(sent, dict) and "message_id" in sent:
            answer["result"] = {name: value for name, value in sent.items() if name not in _SENT_BY_US}
        return answer

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 aiohttp has none: reading times out
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Send one request and return status and body. Raises TimedOut or NetworkError, caused by what aiohttp said."""
        if self._session is None:
            raise RuntimeError("the HTTP client is not initialized")
        upload = request_data is not None and request_data.contains_files
        timeout = aiohttp.ClientTimeout(
            connect=_given(pool_timeout, _CONNECT_SECONDS),
            sock_connect=_given(connect_timeout, _CONNECT_SECONDS),
            sock_read=_given(read_timeout, _UPLOAD_SECONDS if upload else _ANSWER_SECONDS),
        )
        async with self._turn(url, request_data):
            return await self._send(url, method, _body(request_data), timeout)

    @asynccontextmanager
    async def _turn(self, url: str, data: RequestData | None) -> AsyncIterator[None]:
        chat = data.parameters.get("chat_id") if data is not None and url.rpartition("/")[2] in _SENDING else None
        if self._pacer is None or not isinstance(chat, int):
            yield
            return
        async with self._pacer.turn(chat, broadcast=_BROADCASTING.get()):
            yield

    async def _send(
        self, url: str, method: str, body: aiohttp.FormData | dict[str, str] | None, patience: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        assert self._session is not None
        try:
            async with self._session.request(
                method, url, data=body, timeout=patience, proxy=_proxy(urlsplit(url).netloc, url[:5])
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            raise NetworkError(type(error).__name__) from error


@lru_cache(maxsize=8)
def _proxy(host: str, scheme: str) -> str | None:
    """Return the proxy that the environment names for `host`. aiohttp's own way starts a thread for every request."""
    return None if proxy_bypass(host) else getproxies().get(scheme.rstrip(":"))


def _given(seconds: Any, usual: float) -> float | None:
    return usual if isinstance(seconds, DefaultValue) else seconds


def _body(data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if data is None:
        return None
    if not data.contains_files:
        return data.json_parameters
    form = aiohttp.FormData(data.json_parameters)
    for name, (file_name, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=file_name, content_type=kind)
    return form
