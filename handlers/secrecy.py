"""What is stamped secret goes no further than this: it is refused with the reason, and nothing of it is kept or logged.

No secret document may lie on a machine connected to the internet (Luật 117/2025/QH15).
"""

import asyncio
import logging
from pathlib import PurePath

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop

from handlers.questions import addressed
from handlers.services import Context, services
from handlers.views.reply import Reply
from handlers.views.wording import people_words
from knowledge.documents import READABLE, first_pages
from knowledge.secrecy import stamp_in_name, stamp_in_text

log = logging.getLogger(__name__)

_MOST_BYTES = 20 * 1024 * 1024  # what the Bot API lets a bot download


async def refuse_secret(update: object, context: Context) -> None:
    """Stop a message whose text, caption, file name or first pages are stamped; let everything else through."""
    message = update.message if isinstance(update, Update) else None
    if message is None or not isinstance(update, Update):
        return
    if message.chat.type != message.chat.PRIVATE and not addressed(message, context.bot):
        return
    level = _stamp(message) or await _stamp_inside(message)
    if level is None:
        return
    log.warning("a message stamped secret was refused")
    words = people_words(services(context).words(update).language)
    await services(context).outgoing.reply(message, Reply(words.secret(level)))
    raise ApplicationHandlerStop


def _stamp(message: Message) -> str | None:
    """Return the level that the words around a message carry."""
    name = message.document.file_name if message.document else None
    return stamp_in_text(message.text or message.caption or "") or (stamp_in_name(name) if name else None)


async def _stamp_inside(message: Message) -> str | None:
    """Return the level on the first pages of a PDF or Word document; it is read in memory and nowhere else."""
    document = message.document
    if document is None or PurePath((document.file_name or "").lower()).suffix not in READABLE:
        return None
    if (document.file_size or 0) > _MOST_BYTES:
        return None  # no bot can download it, so nothing of it can be taken either
    content = bytes(await (await document.get_file()).download_as_bytearray())
    text = await asyncio.to_thread(first_pages, content, document.file_name or "")
    return stamp_in_text(text)
