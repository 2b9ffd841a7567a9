"""A small bot built on python-telegram-bot, to prove that the library and the playground understand each other."""

import io

from telegram import (
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.playground.server import Playground


async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.effective_message.reply_text(f"Xin chào {update.effective_user.mention_html()} {context.args}", "HTML")


async def menu(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    buttons = [
        [InlineKeyboardButton("Thêm một", callback_data="more:1"), InlineKeyboardButton("Xong", callback_data="done")],
        [InlineKeyboardButton("Chép mã", copy_text=CopyTextButton("71-89.7"))],
    ]
    await update.effective_message.reply_text("Đếm: 0", reply_markup=InlineKeyboardMarkup(buttons))


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    await update.effective_message.reply_text(update.effective_message.text)


async def pressed(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    if query.data == "done":
        await query.answer("Đã xong", show_alert=True)
        await query.edit_message_text("<b>Xong</b>", parse_mode=ParseMode.HTML)
        return
    count = int(query.data.partition(":")[2])
    await query.answer(f"Thành {count}")
    button = InlineKeyboardButton("Thêm một", callback_data=f"more:{count + 1}")
    await query.edit_message_text(f"Đếm: {count}", reply_markup=InlineKeyboardMarkup([[button]]))


async def document(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Send a document back with its bytes turned round."""
    given = update.effective_message.document
    content = await (await given.get_file()).download_as_bytearray()
    await update.effective_message.reply_document(
        io.BytesIO(bytes(reversed(content))),
        filename=f"nguoc-{given.file_name}",
        caption="<i>Đảo ngược</i>",
        parse_mode="HTML",
    )


async def photo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    """Send a photo back twice: as it is known, and uploaded anew."""
    given = update.effective_message.photo[-1]
    await update.effective_message.reply_photo(given.file_id, caption=f"{given.width}×{given.height}")
    content = await (await given.get_file()).download_as_bytearray()
    await update.effective_message.reply_photo(bytes(content))


async def inline(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    text = update.inline_query.query
    content = InputTextMessageContent(f"<b>{text}</b>", parse_mode=ParseMode.HTML)
    await update.inline_query.answer([InlineQueryResultArticle("1", f"Tìm {text}", content, description="một kết quả")])


def echo_application(playground: Playground) -> Application:
    application = (
        Application.builder()
        .token(playground.token)
        .base_url(playground.base_url)
        .base_file_url(playground.base_file_url)
        .build()
    )
    application.add_handler(CommandHandler("start", start))
    application.add_handler(CommandHandler("menu", menu))
    application.add_handler(CallbackQueryHandler(pressed))
    application.add_handler(InlineQueryHandler(inline))
    application.add_handler(MessageHandler(filters.Document.ALL, document))
    application.add_handler(MessageHandler(filters.PHOTO, photo))
    application.add_handler(MessageHandler(filters.TEXT & ~filters.VIA_BOT, echo))
    return application
