"""What a person hears when something unforeseen happens, and what the log keeps."""

import logging
import secrets

from telegram import Update
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from handlers.services import Context, services
from handlers.views.reply import Reply
from handlers.views.reports import refusal
from handlers.views.wording import reporting_words
from knowledge.store.transactions import trouble_of

log = logging.getLogger(__name__)


async def apologise(update: object, context: Context) -> None:
    """Log the cause under a reference number and tell the person that number; never what they wrote.

    Where the database is locked or the disk full, they are told that, and that nothing was written.
    """
    trouble = trouble_of(context.error)
    if trouble is not None and isinstance(update, Update):
        log.warning("an update was not taken: %s", trouble)
        await _say(update, context, refusal(trouble, reporting_words(services(context).words(update).language)))
        return
    reference = secrets.token_hex(3)
    log.error("error %s", reference, exc_info=context.error)
    if isinstance(update, Update) and _may_speak(context.error):
        await _say(update, context, Reply(services(context).words(update).trouble(reference)))


async def _say(update: Update, context: Context, reply: Reply) -> None:
    if update.effective_message is None:
        return
    try:
        await services(context).outgoing.reply(update.effective_message, reply)
    except TelegramError as error:
        log.warning("an apology could not be sent: %s", type(error).__name__)


def _may_speak(error: Exception | None) -> bool:
    """Tell whether more words can reach the person. BadRequest is a NetworkError in this library, and says they can."""
    return isinstance(error, BadRequest) or not isinstance(error, NetworkError | RetryAfter | Forbidden)
