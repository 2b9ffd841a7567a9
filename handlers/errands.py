"""A chore asked for in words: the same as by its command, for whoever may have it done."""

from telegram import Message, Update

from handlers.calendar_file import send_calendar
from handlers.extensions import extensions_for
from handlers.list_file import list_file
from handlers.questions import addressed, without_mention
from handlers.reminding import remind_me
from handlers.reporting.confirming import claims_for
from handlers.services import Context, Services, services, words_for
from handlers.undecided import waits_for
from handlers.urging import proposing, urging
from handlers.views.reply import Reply, esc
from handlers.views.wording import people_words
from handlers.views.words import Words
from knowledge.errands import Errand, errand_in, extension_asked, file_asked, reminded
from knowledge.people import Person, Right, may
from knowledge.questions import language_of, tells_language

_ONLY_PRIVATE = (Errand.CLAIMS, Errand.WAITING, Errand.PROPOSE, Errand.REMINDERS)


async def errand_in_words(update: Update, context: Context) -> bool:
    """Take a text that asks for a chore; tell whether it was one. Anything else is left as it is.

    In a group only what concerns nobody's own is done.
    """
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None or person is None or not message.text or not addressed(message, context.bot):
        return False
    text = without_mention(message.text, context.bot.username)
    errand = errand_in(text)
    if errand is None:
        return False
    if errand is Errand.CALENDAR:
        await send_calendar(update, context)
        return True
    if message.chat.type != message.chat.PRIVATE and errand in _ONLY_PRIVATE:
        await service.outgoing.reply(message, Reply(esc(people_words(service.words(update).language).only_private)))
        return True
    if errand is Errand.REMINDERS:
        await remind_me(update, context)
        return True
    words = words_for(language_of(text)) if tells_language(text) else service.words(update)
    reply = await _for_anybody(service, message, person, errand, text, words)
    if reply is None and message.chat.type == message.chat.PRIVATE:
        reply = await _in_private(service, context, message, person, errand, text)
    if reply is not None:
        await service.outgoing.reply(message, reply)
    return reply is not None


async def _for_anybody(
    service: Services, message: Message, person: Person, errand: Errand, text: str, words: Words
) -> Reply | None:
    match errand:
        case Errand.FILE:
            kind, of = file_asked(text)
            return await list_file(service, message.chat_id, person, words, kind, of)
        case Errand.REMIND:
            named = service.base.registry.mentions(text)
            if not reminded(text, [(each.start, each.end) for each in named]):
                return None
            private = message.chat.type == message.chat.PRIVATE
            return urging(service, person, list(dict.fromkeys(each.name for each in named)), words, private=private)
        case _:
            return None


async def _in_private(
    service: Services, context: Context, message: Message, person: Person, errand: Errand, text: str
) -> Reply | None:
    match errand:
        case Errand.CLAIMS if may(person, Right.SUPERVISE):
            return claims_for(service, person, text)
        case Errand.EXTENSIONS:
            return await extensions_for(service, context.bot, person, message.chat_id, extension_asked(text))
        case Errand.WAITING:
            return waits_for(service, person)
        case Errand.PROPOSE:
            return proposing(words_for(person.language))
        case _:
            return None
