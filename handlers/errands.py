"""A list that waits, asked for in words: the same as by its command, for whoever may see it."""

from telegram import Update

from handlers.extensions import extensions_for
from handlers.reporting.confirming import claims_for
from handlers.services import Context, services
from knowledge.errands import Errand, errand_in, extension_asked
from knowledge.people import Right, may


async def errand_in_words(update: Update, context: Context) -> bool:
    """Take a private text that asks for such a list; tell whether it was one. Anything else is left as it is."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None or person is None or not message.text or message.chat.type != message.chat.PRIVATE:
        return False
    match errand_in(message.text):
        case Errand.CLAIMS if may(person, Right.SUPERVISE):
            reply = claims_for(service, person, message.text)
        case Errand.EXTENSIONS:
            reply = await extensions_for(service, context.bot, person, message.chat_id, extension_asked(message.text))
        case _:
            return False
    await service.outgoing.reply(message, reply)
    return True
