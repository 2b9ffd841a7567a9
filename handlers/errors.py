"""What a person hears when something unforeseen happens, and what the log keeps."""

import logging
import secrets

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from handlers.services import Context, services
from handlers.views.reply import Reply

log = logging.getLogger(__name__)


async def apologise(update: object, context: Context) -> None:
    """Log the cause under a reference number and tell the person that number; never what they wrote."""
    reference = secrets.token_hex(3)
    log.error("error %s", reference, exc_info=context.error)
    if not isinstance(update, Update) or update.effective_message is None or not _may_speak(context.error):
        return
    words = services(context).words(update)
    try:
        await services(context).outgoing.reply(update.effective_message, Reply(words.trouble(reference)))
    except TelegramError as error:
        log.warning("the apology %s could not be sent: %s", reference, type(error).__name__)


def _may_speak(error: Exception | None) -> bool:
    """Tell whether more words can reach the person. BadRequest is a NetworkError in this library, and says they can."""
    return isinstance(error, BadRequest) or not isinstance(error, NetworkError | RetryAfter | Forbidden)
