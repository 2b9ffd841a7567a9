"""The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import json

from aiohttp import web

from bot.playground.errors import ApiError, Json
from bot.playground.faults import Fault
from bot.playground.methods import METHODS
from bot.playground.params import Params, read_params
from bot.playground.updates import MOST
from bot.playground.world import World

POLLING = "getupdates"


class BotApi:
    """The face that the bot's library sees."""

    def __init__(self, world: World, token: str) -> None:
        self.world = world
        self.token = token

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/bot{token:[^/]*}/{method:[^/]*}", self.call),
            web.get("/file/bot{token:[^/]*}/{path:.+}", self.download),
        ]

    async def call(self, request: web.Request) -> web.Response:
        """Do one call, with whatever trouble was ordered for it."""
        method = request.match_info["method"]
        params = Params({})
        fault = None
        try:
            self._check_token(request)
            params = await read_params(request)
            fault = self.world.faults.take(method, params.integer("chat_id"))
            if fault and fault.kind == "drop_before":
                self._note(method, params, outcome="line cut before")
                return _cut(request)
            answer: Json = {"ok": True, "result": await self._answer(method, params, fault)}
        except ApiError as refusal:
            answer = refusal.as_json()
        except (json.JSONDecodeError, UnicodeDecodeError):
            answer = ApiError.bad("can't parse the request body").as_json()
        self._note(method, params, outcome=answer.get("description", "ok"), code=answer.get("error_code", 200))
        if fault and fault.kind == "drop_after":
            return _cut(request)
        return web.json_response(answer, status=answer.get("error_code", 200))

    def _check_token(self, request: web.Request) -> None:
        token = request.match_info["token"]
        if token != self.token:
            raise ApiError(401, "Unauthorized") if ":" in token else ApiError(404, "Not Found")
        if request.method not in ("GET", "POST"):
            raise ApiError(405, "Method Not Allowed")

    async def _answer(self, method: str, params: Params, fault: Fault | None) -> object:
        if fault and fault.error:
            raise fault.error
        if fault and fault.kind == "hang":
            return await asyncio.shield(self._late(method, params, fault.seconds))
        return await self._do(method, params)

    async def _late(self, method: str, params: Params, seconds: float) -> object:
        """Done in the end, even if nobody waits for the answer any more."""
        await self.world.faults.wait(seconds)
        return await self._do(method, params)

    async def _do(self, method: str, params: Params) -> object:
        if method.lower() == POLLING:
            return await self._get_updates(params)
        try:
            function = METHODS[method.lower()]
        except KeyError:
            raise ApiError(404, "Not Found: method not found") from None
        return function(self.world, params)

    async def _get_updates(self, params: Params) -> list[Json]:
        if self.world.webhook:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        updates = self.world.updates
        updates.allow(params.parsed("allowed_updates"))
        limit = params.integer("limit")
        return await updates.get(
            params.integer("offset") or 0,
            MOST if limit is None else limit,
            params.integer("timeout") or 0,
        )

    def _note(self, method: str, params: Params, outcome: str, code: int = 0) -> None:
        if method.lower() != POLLING:
            chat_id = params.integer("chat_id")
            self.world.transcript.write(
                "call", chat_id, method=method, params=params.shown(), outcome=outcome, code=code
            )

    async def download(self, request: web.Request) -> web.Response:
        """A file that getFile named."""
        file = self.world.files.at_path(request.match_info["path"])
        if request.match_info["token"] != self.token or file is None:
            return web.json_response(ApiError(404, "Not Found").as_json(), status=404)
        return web.Response(body=file.content, content_type=file.mime_type)


def _cut(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response(status=499)  # goes nowhere
