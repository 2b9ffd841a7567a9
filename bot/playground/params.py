"""The parameters of one Bot API call, wherever they came from: query, JSON, form or multipart."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.playground.errors import ApiError


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    name: str
    content: bytes
    mime_type: str


@dataclass(frozen=True, slots=True)
class Params:
    """Values as they came (form values are strings, JSON values are not) and files by field name."""

    values: Mapping[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return "" if value is None else str(value)

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in ("true", "1", "yes")

    def integer(self, name: str) -> int | None:
        value = self.text(name).strip()
        try:
            return int(value) if value else None
        except ValueError:
            return None

    def parsed(self, name: str) -> Any:
        """A JSON value, which a form carries as a string."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise ApiError.bad(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def shown(self) -> dict[str, Any]:
        """For the transcript: JSON strings opened, files by their names."""
        opened: dict[str, Any] = {}
        for name, value in self.values.items():
            opened[name] = value
            if isinstance(value, str) and value[:1] in ("{", "["):
                try:
                    opened[name] = json.loads(value)
                except ValueError:
                    continue
        return opened | {name: upload.name for name, upload in self.uploads.items()}


async def read_params(request: web.Request) -> Params:
    """Everything a request carries."""
    values: dict[str, Any] = dict(request.query)
    if request.method != "POST" or not request.body_exists:
        return Params(values)
    if request.content_type == "application/json":
        body = await request.json()
        return Params(values | (body if isinstance(body, dict) else {}))
    uploads: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = Upload(value.filename, value.file.read(), value.content_type)
        else:
            values[name] = value
    return Params(values, uploads)
