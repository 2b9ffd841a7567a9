"""Where what a button brings is shown: in place of its message, but below a notice, which stays as it was told."""

from telegram import CallbackQuery

from handlers.services import Services
from handlers.views.reply import Reply


async def show(query: CallbackQuery, service: Services, reply: Reply) -> None:
    """Show `reply` in place of the message whose button was pressed; below it where that is a notice."""
    if query.message is not None and service.outbox.is_notice(query.message.chat.id, query.message.message_id):
        await service.outgoing.below(query, reply)
    else:
        await service.outgoing.edit(query, reply)
