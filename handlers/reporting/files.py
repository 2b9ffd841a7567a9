"""Photos and documents as evidence: taken in whole, checked, and on disk before anybody is told that they are here."""

import asyncio

from telegram import Message

from handlers.services import Services
from knowledge.record import MAX_BYTES, Evidence, EvidenceKind
from knowledge.store import EvidenceRefusal, EvidenceRefusedError


def carries_file(message: Message) -> bool:
    """Tell whether a message brings what can be evidence: a photo or a document."""
    return bool(message.photo or message.document)


async def take_in(service: Services, message: Message) -> Evidence:
    """Fetch the photo or document of `message`, keep it and return it as evidence.

    Raises EvidenceRefusedError where it may not be kept, StoreFullError, and TelegramError where it cannot be fetched.
    """
    document = message.document
    source = document if document is not None else message.photo[-1]
    name = (document.file_name or "") if document is not None else ""
    kind = EvidenceKind.FILE if document is not None else EvidenceKind.PHOTO
    if (source.file_size or 0) > MAX_BYTES:
        raise EvidenceRefusedError(EvidenceRefusal.TOO_LARGE)
    content = bytes(await (await source.get_file()).download_as_bytearray())
    return await asyncio.to_thread(service.evidence.put, content, name, kind)
