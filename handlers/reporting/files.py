"""Photos and documents as evidence: taken in whole, checked, and on disk before anybody is told that they are here."""

import asyncio

from telegram import Document, Message, PhotoSize
from telegram.error import TelegramError

from handlers.services import Services
from knowledge.record import MAX_BYTES, Evidence, EvidenceKind
from knowledge.store import EvidenceRefusal, EvidenceRefusedError


def carries_file(message: Message) -> bool:
    """Tell whether a message brings what can be evidence: a photo or a document."""
    return bool(message.photo or message.document)


class NotFetchedError(Exception):
    """Telegram did not hand the file out; nothing of it is here."""


async def take_in(service: Services, message: Message) -> Evidence:
    """Fetch the photo or document of `message`, keep it and return it as evidence.

    Raises EvidenceRefusedError where it may not be kept, StoreFullError, and NotFetchedError.
    """
    document = message.document
    source = document if document is not None else message.photo[-1]
    name = (document.file_name or "") if document is not None else ""
    kind = EvidenceKind.FILE if document is not None else EvidenceKind.PHOTO
    if (source.file_size or 0) > MAX_BYTES:
        raise EvidenceRefusedError(EvidenceRefusal.TOO_LARGE)
    return await asyncio.to_thread(service.evidence.put, await fetched(source), name, kind)


async def fetched(source: Document | PhotoSize) -> bytes:
    """Return the bytes of a file that was sent. Raises NotFetchedError."""
    try:
        return bytes(await (await source.get_file()).download_as_bytearray())
    except TelegramError as error:
        raise NotFetchedError(type(error).__name__) from error
