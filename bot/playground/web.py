"""The page: static files, one websocket that carries every happening, uploads and downloads."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date, datetime
from importlib import resources
from urllib.parse import quote

from aiohttp import WSMsgType, web

from bot.playground.chats import Chat, NotPossibleError
from bot.playground.errors import ApiError, Json
from bot.playground.hands import Hands
from bot.playground.personas import Persona
from bot.playground.transcript import Event
from bot.playground.world import World

TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
HEARTBEAT = 20.0
PICTURES = {"image/png", "image/jpeg", "image/gif"}
HEARD = {
    "message",
    "edited",
    "deleted",
    "answer",
    "action",
    "reaction",
    "pinned",
    "blocked",
    "unblocked",
    "membership",
    "commands",
    "callback",
    "inline_query",
    "inline_answer",
    "time",
    "call",
}
logger = logging.getLogger(__name__)


class Page:
    """The phone in the browser."""

    def __init__(
        self,
        world: World,
        *,
        move_to: Callable[[date | None], Awaitable[datetime]],
        play: Callable[[int], Awaitable[datetime]],
        reset: Callable[[], Awaitable[None]],
        known: Callable[[Persona], Json],
    ) -> None:
        self.world = world
        self._known = known
        self._hands = Hands(world, move_to, reset, play)
        self._sockets: set[web.WebSocketResponse] = set()

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/", self.index),
            web.get("/static/{name}", self.static),
            web.get("/playground/socket", self.socket),
            web.post("/playground/upload", self.upload),
            web.get("/playground/files/{file_id}", self.download),
        ]

    async def close(self, _app: web.Application) -> None:
        """Hang up on every browser."""
        for socket in tuple(self._sockets):
            await socket.close(code=1001)

    # ── files ───────────────────────────────────────────────────────────────────────────────────────

    async def index(self, _request: web.Request) -> web.Response:
        return _asset("index.html")

    async def static(self, request: web.Request) -> web.Response:
        return _asset(request.match_info["name"])

    async def download(self, request: web.Request) -> web.Response:
        """A photo to look at, anything else to save: what people upload must never run here."""
        try:
            file = self.world.files.get(request.match_info["file_id"])
        except ApiError:
            raise web.HTTPNotFound from None
        shown = file.kind == "photos" and file.mime_type in PICTURES
        headers = {"Content-Disposition": "inline" if shown else f"attachment; filename*=UTF-8''{quote(file.name)}"}
        kind = file.mime_type if shown else "application/octet-stream"
        return web.Response(body=file.content, content_type=kind, headers=headers)

    async def upload(self, request: web.Request) -> web.Response:
        """A file or photo that somebody sends."""
        form = await request.post()
        given = form.get("file")
        if not isinstance(given, web.FileField):
            raise web.HTTPBadRequest
        reply_to = int(str(form.get("reply_to") or 0)) or None
        user_id, chat_id = int(str(form["as"])), int(str(form["chat"]))
        caption, content = str(form.get("caption", "")), given.file.read()
        try:
            if form.get("kind") == "photo":
                self.world.send_photo(user_id, content, chat_id, caption=caption, reply_to=reply_to)
            else:
                self.world.send_document(user_id, content, given.filename, chat_id, caption=caption, reply_to=reply_to)
        except (ApiError, NotPossibleError) as trouble:
            return web.json_response({"trouble": str(trouble)}, status=400)
        return web.json_response({})

    # ── the websocket ───────────────────────────────────────────────────────────────────────────────

    async def socket(self, request: web.Request) -> web.WebSocketResponse:
        """Everything that is, then everything that happens; and what the person behind the page does."""
        socket = web.WebSocketResponse(heartbeat=HEARTBEAT)
        await socket.prepare(request)
        self._sockets.add(socket)
        outbox: asyncio.Queue[Json] = asyncio.Queue()
        teller = Teller(self, outbox)
        stop = self.world.transcript.listen(teller.tell)
        writer = asyncio.create_task(_write(socket, outbox))
        try:
            async for frame in socket:
                if frame.type is WSMsgType.TEXT and (answer := await self._hear(frame.data)):
                    outbox.put_nowait(answer)
        finally:
            stop()
            writer.cancel()
            with suppress(asyncio.CancelledError):
                await writer
            self._sockets.discard(socket)
        return socket

    async def _hear(self, text: str) -> Json | None:
        try:
            return await self._hands.do(json.loads(text))
        except (ApiError, NotPossibleError) as trouble:
            return {"type": "trouble", "text": str(trouble)}
        except Exception:
            logger.exception("the page asked for something that failed")
            return {"type": "trouble", "text": "Có lỗi trong máy chủ; xem nhật ký. / The server failed; see its log."}

    def state(self) -> Json:
        """The whole world, for a page that has just opened."""
        clock = self.world.clock
        return {
            "type": "state",
            "bot": self.world.bot,
            "about": {
                language: self.world.profile.get(("description", language))
                or self.world.profile.get(("description", ""), "")
                for language in ("vi", "en")
            },
            "group": self.world.group.id,
            "personas": self.people(),
            "chats": [_shown_chat(chat) for chat in self.world.chats.values()],
            "now": clock.now().isoformat(),
            "rates": self.world.rates.enforced,
        }

    def people(self) -> list[Json]:
        """Everybody, with the standing and the roles that the bot has on record at this moment."""
        return [_shown_persona(persona) | self._known(persona) for persona in self.world.personas]


class Teller:
    """What one browser is told: everything that is, then everything that happens."""

    def __init__(self, page: Page, outbox: asyncio.Queue[Json]) -> None:
        self._page = page
        self._outbox = outbox
        self._people: list[Json] = []
        self._tell_all()

    def _tell_all(self) -> None:
        state = self._page.state()
        self._people = state["personas"]
        self._outbox.put_nowait(state)

    def tell(self, event: Event) -> None:
        """Pass on one happening. What the bot did may have changed what it knows of people."""
        if event.kind in ("reset", "chats"):
            self._tell_all()
        elif event.kind in HEARD:
            self._outbox.put_nowait({"type": event.kind, "chat": event.chat_id, "number": event.number, **event.data})
        if event.kind == "call" and (people := self._page.people()) != self._people:
            self._people = people
            self._outbox.put_nowait({"type": "people", "personas": people})


async def _write(socket: web.WebSocketResponse, outbox: asyncio.Queue[Json]) -> None:
    with suppress(ConnectionError):
        while True:
            await socket.send_json(await outbox.get())


def _asset(name: str) -> web.Response:
    kind = TYPES.get(name[name.rfind(".") :])
    file = resources.files("bot.playground").joinpath("static", name)
    if kind is None or not file.is_file():
        raise web.HTTPNotFound
    return web.Response(text=file.read_text("utf-8"), content_type=kind)


def _shown_persona(persona: Persona) -> Json:
    return {
        "key": persona.key,
        "id": persona.id,
        "name": persona.name,
        "username": persona.username,
        "language": persona.language_code,
    }


def _shown_chat(chat: Chat) -> Json:
    return {
        "id": chat.id,
        "group": chat.is_group,
        "title": chat.identity.get("title"),
        "members": [user_id for user_id in chat.members if chat.has(user_id)],
        "messages": list(chat.messages.values()),
        "reactions": [
            {"message": number, "user": user_id, "emoji": each["emoji"]}
            for number, of_message in chat.reactions.items()
            for user_id, given in of_message.items()
            for each in given
        ],
        "topics": chat.topics,
        "pinned": chat.pinned,
        "blocked": chat.blocked,
        "moved": chat.moved_to is not None,
    }
