"""Keeps other sites out: a page from elsewhere must not reach this server through the person's browser."""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Only this machine, by its own name, and only pages that came from here."""
    if not _is_local(request.host) or not _is_same_origin(request):
        return web.Response(status=403, text="This server answers only its own page on this machine.\n")
    return await handler(request)


def _is_local(host: str) -> bool:
    return urlsplit(f"//{host}").hostname in LOOPBACK


def _is_same_origin(request: web.Request) -> bool:
    """Browsers name the page that asks; programs such as the bot do not."""
    origin = request.headers.get("Origin")
    if origin is not None:
        return urlsplit(origin).netloc == request.host
    return request.headers.get("Sec-Fetch-Site", "none") in ("none", "same-origin") or request.method == "GET"


async def harden(_request: web.Request, response: web.StreamResponse) -> None:
    """Headers that keep the page to itself."""
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers.setdefault("Content-Security-Policy", POLICY)
    response.headers.setdefault("Cache-Control", "no-store")
