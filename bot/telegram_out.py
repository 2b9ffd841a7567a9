"""Turns a `Reply` into Bot API calls, and Telegram's errors into failures that the scheduler understands."""

import io
import logging

from telegram import Bot, CallbackQuery, CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram import Message as TelegramMessage
from telegram.constants import MessageLimit, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from handlers.views.reply import Button, Reply
from scheduler.delivery import FailureKind, SendFailure

log = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_UNMODIFIED = "message is not modified"


def keyboard(reply: Reply) -> InlineKeyboardMarkup | None:
    """Return the buttons of `reply` as Telegram's markup."""
    if not reply.rows:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in reply.rows])


def _button(button: Button) -> InlineKeyboardButton:
    if button.copy:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copy))
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=button.action)


def parts_of(reply: Reply) -> list[str]:
    """Return the HTML of `reply` in pieces that Telegram accepts."""
    return pieces(reply.text, MessageLimit.MAX_TEXT_LENGTH)


class TelegramOut:
    """The way out for handlers: answers a message, or changes the one whose button was pressed."""

    async def reply(self, message: TelegramMessage, reply: Reply) -> None:
        """Send `reply` into the chat (and topic) of `message`."""
        parts = pieces(reply)
        for part in parts[:-1]:
            await message.reply_html(part, link_preview_options=_NO_PREVIEW)
        if reply.attachment is not None:
            await message.reply_document(io.BytesIO(reply.attachment.content), filename=reply.attachment.name)
        await message.reply_html(parts[-1], reply_markup=keyboard(reply), link_preview_options=_NO_PREVIEW)

    async def edit(self, query: CallbackQuery, reply: Reply) -> None:
        """Show `reply` in place of the pressed button's message, or below it where that cannot be changed any more."""
        try:
            await query.edit_message_text(
                pieces(reply)[0],
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard(reply),
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as error:
            if _UNMODIFIED in str(error).lower():
                return  # pressed twice: what is shown is what was asked for
            log.info("a message could not be edited (%s); sending a new one", error.message)
            if query.message is not None:
                await send(query.get_bot(), query.message.chat.id, reply)


async def send(bot: Bot, chat: int, reply: Reply) -> int:
    """Send `reply` to `chat` and return the id of its last message. Raises TelegramError."""
    parts = pieces(reply)
    for part in parts[:-1]:
        await bot.send_message(chat, part, parse_mode=ParseMode.HTML, link_preview_options=_NO_PREVIEW)
    sent = await bot.send_message(
        chat, parts[-1], parse_mode=ParseMode.HTML, reply_markup=keyboard(reply), link_preview_options=_NO_PREVIEW
    )
    return sent.message_id


async def send_notice(bot: Bot, chat: int, reply: Reply) -> int:
    """Send a notice and return its message id. Raises SendFailure saying what went wrong in the scheduler's terms."""
    try:
        return await send(bot, chat, reply)
    except TelegramError as error:
        raise failure(error) from error


def failure(error: TelegramError) -> SendFailure:
    """Return what `error` means. BadRequest is a NetworkError in this library, so it is looked at first."""
    match error:
        case RetryAfter():
            wait = error.retry_after
            seconds = wait.total_seconds() if hasattr(wait, "total_seconds") else float(wait)
            return SendFailure(FailureKind.WAIT, "flood control", seconds)
        case Forbidden():
            return SendFailure(FailureKind.GONE, error.message)
        case ChatMigrated():
            return SendFailure(FailureKind.GONE, f"the group became the supergroup {error.new_chat_id}")
        case BadRequest() if "chat not found" in error.message.lower():
            return SendFailure(FailureKind.GONE, error.message)
        case BadRequest():
            return SendFailure(FailureKind.REFUSED, error.message)
        case NetworkError():
            return SendFailure(FailureKind.TROUBLE, type(error).__name__)
        case _:
            return SendFailure(FailureKind.TROUBLE, type(error).__name__)
