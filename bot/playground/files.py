"""Files that were sent: kept in memory, named as Telegram names them."""

import mimetypes
import random
import struct
from dataclasses import dataclass
from pathlib import PurePosixPath

from bot.playground import limits
from bot.playground.errors import ApiError, Json

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
JPEG_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file and its two names: `file_id` to fetch or send it again, `unique_id` to know it again."""

    file_id: str
    unique_id: str
    kind: str  # "documents" or "photos"
    name: str
    mime_type: str
    content: bytes
    sides: tuple[int, int] | None

    @property
    def path(self) -> str:
        suffix = PurePosixPath(self.name).suffix
        return f"{self.kind}/file_{self.unique_id}{suffix}"

    def as_document(self) -> Json:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_name": self.name,
            "mime_type": self.mime_type,
            "file_size": len(self.content),
        }

    def as_photo(self) -> list[Json]:
        width, height = self.sides or (0, 0)
        size = {"width": width, "height": height, "file_size": len(self.content)}
        return [{"file_id": self.file_id, "file_unique_id": self.unique_id, **size}]


class FileStore:
    """All files of one world."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._by_id: dict[str, StoredFile] = {}

    def document(self, name: str, content: bytes, mime_type: str | None = None) -> StoredFile:
        limits.uploaded(len(content))
        guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
        kept = mime_type if mime_type and mime_type != "application/octet-stream" else guessed
        return self._keep("documents", name or "file", content, kept)

    def photo(self, content: bytes) -> StoredFile:
        limits.uploaded(len(content))
        sides = image_sides(content)
        limits.photo(len(content), sides)
        is_png = content.startswith(PNG)
        return self._keep(
            "photos", "photo.png" if is_png else "photo.jpg", content, f"image/{'png' if is_png else 'jpeg'}"
        )

    def _keep(self, kind: str, name: str, content: bytes, mime_type: str) -> StoredFile:
        unique = f"{self._chance.getrandbits(48):012x}"
        prefix = "AgAC" if kind == "photos" else "BQAC"
        safe = name.replace("/", "_").replace("\\", "_")
        file = StoredFile(f"{prefix}{unique}", f"AQAD{unique}", kind, safe, mime_type, content, image_sides(content))
        self._by_id[file.file_id] = file
        return file

    def get(self, file_id: str) -> StoredFile:
        try:
            return self._by_id[file_id]
        except KeyError:
            raise ApiError.bad("wrong file_id or the file is temporarily unavailable") from None

    def __contains__(self, file_id: str) -> bool:
        return file_id in self._by_id

    def at_path(self, path: str) -> StoredFile | None:
        return next((file for file in self._by_id.values() if file.path == path), None)

    def clear(self) -> None:
        self._by_id.clear()


def image_sides(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, JPEG or GIF; None when it is no image we know."""
    try:
        if content.startswith(PNG):
            return struct.unpack(">II", content[16:24])
        if content.startswith(b"GIF8"):
            return struct.unpack("<HH", content[6:10])
        return _jpeg_sides(content) if content.startswith(JPEG) else None
    except struct.error:
        return None


def _jpeg_sides(content: bytes) -> tuple[int, int] | None:
    pos = 2
    while pos + 9 <= len(content) and content[pos] == 0xFF:
        marker = content[pos + 1]
        if marker in JPEG_SIZES:
            height, width = struct.unpack(">HH", content[pos + 5 : pos + 9])
            return width, height
        pos += 2 + struct.unpack(">H", content[pos + 2 : pos + 4])[0]
    return None
