"""Turns a `Reply` into Bot API calls, and Telegram's errors into failures that the scheduler understands."""

import io
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import TypeVar

import aiohttp
from telegram import (
    Bot,
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram import Message as TelegramMessage
from telegram.constants import MessageLimit, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.http import NOT_LEFT
from bot.pieces import pieces
from handlers.views.offers import Offer
from handlers.views.reply import Button, Reply
from scheduler.delivery import FailureKind, SendFailure

log = logging.getLogger(__name__)

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_LINE_TROUBLE = (aiohttp.ClientError, TimeoutError)
_DATE_TAG = re.compile(r"</?tg-time[^>]*>")
_INLINE_SECONDS = 10
_UNMODIFIED = "message is not modified"
# Refusals of the chat, not of the message: gone, or the bot may not write there (a closed topic, no rights).
_NO_WAY_IN = ("chat not found", "topic_closed", "not enough rights", "chat_write_forbidden", "have no rights to send")

Part = tuple[str, InlineKeyboardMarkup | None]
T = TypeVar("T")


def keyboard(reply: Reply, *, inline: bool = True) -> InlineKeyboardMarkup | None:
    """Return the buttons of `reply` as Telegram's markup; those that share only for a bot with inline mode."""
    rows = [[_button(button) for button in row if inline or not button.share] for row in reply.rows]
    return InlineKeyboardMarkup([row for row in rows if row]) if any(rows) else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.copy:
        return InlineKeyboardButton(button.label, copy_text=CopyTextButton(button.copy))
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    if button.share:
        return InlineKeyboardButton(button.label, switch_inline_query=button.share)
    return InlineKeyboardButton(button.label, callback_data=button.action)


def parts_of(reply: Reply, *, inline: bool = True) -> list[Part]:
    """Return the messages that show `reply`: HTML each, and the buttons under the last."""
    *before, last = pieces(reply.text, MessageLimit.MAX_TEXT_LENGTH)
    return [*((text, None) for text in before), (last, keyboard(reply, inline=inline))]


class TelegramOut:
    """The way out for handlers: answers a message, or changes the one whose button was pressed."""

    async def reply(self, message: TelegramMessage, reply: Reply) -> int:
        """Send `reply` into the chat (and topic) of `message`, and return the number of its last message."""
        *before, last = parts_of(reply, inline=message.get_bot().supports_inline_queries)
        for part in before:
            await _answer(message, part)
        if reply.attachment is not None:
            await message.reply_document(io.BytesIO(reply.attachment.content), filename=reply.attachment.name)
        return await _answer(message, last)

    async def edit(self, query: CallbackQuery, reply: Reply) -> None:
        """Show `reply` in place of the pressed button's message, or below it where that cannot be changed any more."""
        first, *below = parts_of(reply, inline=query.get_bot().supports_inline_queries)
        text, buttons = first
        try:
            await _dated(
                lambda html: query.edit_message_text(
                    html, parse_mode=ParseMode.HTML, reply_markup=buttons, link_preview_options=_NO_PREVIEW
                ),
                text,
            )
        except BadRequest as error:
            if _UNMODIFIED in str(error).lower():
                return  # pressed twice: what is shown is what was asked for
            log.info("a message could not be edited (%s); sending a new one", error.message)
            below = [first, *below]
        if query.message is not None:
            for part in below:
                await _send_part(query.get_bot(), query.message.chat.id, part, _topic(query))

    async def below(self, query: CallbackQuery, reply: Reply) -> int:
        """Send `reply` into the chat (and topic) of the pressed button's message, which stays as it is."""
        return await self.reply(query.message, reply) if isinstance(query.message, TelegramMessage) else 0

    async def change(self, bot: Bot, chat: int, message: int, reply: Reply) -> None:
        """Show `reply`, which fits one message, in place of a message; a new one where that cannot be changed."""
        ((text, buttons),) = parts_of(reply, inline=bot.supports_inline_queries)

        def edit(html: str) -> Awaitable[object]:
            return bot.edit_message_text(
                html,
                chat,
                message,
                parse_mode=ParseMode.HTML,
                reply_markup=buttons,
                link_preview_options=_NO_PREVIEW,
            )

        try:
            await _dated(edit, text)
        except BadRequest as error:
            if _UNMODIFIED not in str(error).lower():
                log.info("a message could not be changed (%s); sending a new one", error.message)
                await send(bot, chat, reply)

    async def offer(self, query: InlineQuery, offers: Sequence[Offer], after: str, nothing: str) -> None:
        """Answer an inline query with `offers`; who typed on meanwhile does not wait for the answer any more."""
        button = InlineQueryResultsButton(nothing, start_parameter="inline") if nothing else None

        async def answer(worded: Callable[[str], str]) -> None:
            results = [_article(each, worded(each.reply.text)) for each in offers]
            await query.answer(
                results, cache_time=_INLINE_SECONDS, is_personal=True, next_offset=after or None, button=button
            )

        try:
            await answer(str)
        except BadRequest as error:
            if _knows_dates(error):
                log.info("an inline query could not be answered: %s", error.message)
                return
            await answer(_without_dates)

    async def tell(self, bot: Bot, chat: int, reply: Reply) -> bool:
        """Write to somebody who did not ask; who has blocked the bot is no error."""
        try:
            await send(bot, chat, reply)
        except TelegramError as error:
            log.warning("somebody could not be told: %s", failure(error).reason)
            return False
        return True


async def _answer(message: TelegramMessage, part: Part) -> int:
    """Answer `message` with `part`; where trouble kept it from leaving, try once more: a person is waiting."""
    text, buttons = part

    def send(html: str) -> Awaitable[TelegramMessage]:
        return message.reply_html(html, reply_markup=buttons, link_preview_options=_NO_PREVIEW)

    try:
        sent = await _dated(send, text)
    except NetworkError as error:
        if failure(error).kind is not FailureKind.TROUBLE:
            raise
        log.warning("an answer did not leave (%s); trying once more", type(error).__name__)
        sent = await _dated(send, text)
    return sent.message_id


async def _dated(send: Callable[[str], Awaitable[T]], text: str) -> T:
    """Send HTML; to a server that does not know tappable dates yet, the same with plain ones."""
    try:
        return await send(text)
    except BadRequest as error:
        if _knows_dates(error):
            raise
        return await send(_without_dates(text))


def _knows_dates(error: BadRequest) -> bool:
    """Tell whether a refusal has another reason than that the server does not know tappable dates."""
    return "tg-time" not in error.message


def _without_dates(text: str) -> str:
    return _DATE_TAG.sub("", text)


def _article(offer: Offer, text: str) -> InlineQueryResultArticle:
    content = InputTextMessageContent(text, ParseMode.HTML, link_preview_options=_NO_PREVIEW)
    return InlineQueryResultArticle(offer.key, offer.title, content, description=offer.description)


def _topic(query: CallbackQuery) -> int | None:
    """Return the group topic in which the button was pressed, None outside of topics."""
    message = query.message
    return message.message_thread_id if isinstance(message, TelegramMessage) and message.is_topic_message else None


async def _send_part(bot: Bot, chat: int, part: Part, topic: int | None = None) -> int:
    text, buttons = part
    sent = await _dated(
        lambda html: bot.send_message(
            chat,
            html,
            parse_mode=ParseMode.HTML,
            reply_markup=buttons,
            link_preview_options=_NO_PREVIEW,
            message_thread_id=topic,
        ),
        text,
    )
    return sent.message_id


async def send(bot: Bot, chat: int, reply: Reply) -> int:
    """Send `reply` to `chat` and return the id of its last message. Raises TelegramError."""
    return [await _send_part(bot, chat, part) for part in parts_of(reply, inline=bot.supports_inline_queries)][-1]


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
            seconds = wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
            return SendFailure(FailureKind.WAIT, "flood control", seconds)
        case Forbidden():
            return SendFailure(FailureKind.GONE, error.message)
        case ChatMigrated():
            return SendFailure(FailureKind.MOVED, f"the group became the supergroup {error.new_chat_id}")
        case BadRequest() if any(words in error.message.lower() for words in _NO_WAY_IN):
            return SendFailure(FailureKind.GONE, error.message)
        case BadRequest():
            return SendFailure(FailureKind.REFUSED, error.message)
        case NetworkError() if isinstance(error.__cause__, _LINE_TROUBLE) and not isinstance(error.__cause__, NOT_LEFT):
            return SendFailure(FailureKind.UNCLEAR, type(error.__cause__).__name__)
        case _:
            return SendFailure(FailureKind.TROUBLE, type(error.__cause__ or error).__name__)
