"""/ngonngu: the language of the interface. Answers keep the language of the question."""

from dataclasses import replace

from telegram import CallbackQuery, Update

from handlers import actions
from handlers.actions import Action
from handlers.services import Context, Services, services
from handlers.views.reply import Button, Reply, esc
from handlers.views.wording import people_words
from handlers.views.words import Words

NAMES = {"vi": "Tiếng Việt", "en": "English"}


async def choose_language(update: Update, context: Context) -> None:
    """Set the language that the command names, or offer both."""
    message, user, service = update.effective_message, update.effective_user, services(context)
    if message is None or user is None:
        return
    named = (context.args or [""])[0].lower()
    if service.person(update) is None:
        reply = Reply(esc(people_words(service.words(update).language).stranger))
    elif named in NAMES:
        await _speak(service, user.id, named)
        await service.menu(context.bot, user.id, service.person(update))
        reply = Reply(esc(people_words(named).language_set))
    else:
        rows = tuple((Button(name, Action(actions.LANGUAGE, code).encode()),) for code, name in NAMES.items())
        reply = Reply(esc(people_words(service.words(update).language).which_language), rows)
    await service.outgoing.reply(message, reply)


async def set_language(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Set the pressed language. Raises KeyError for one there is not."""
    user = query.from_user.id
    if service.people.find(user) is None:
        await service.outgoing.edit(query, Reply(esc(people_words(words.language).stranger)))
        return
    NAMES[action.subject]
    await _speak(service, user, action.subject)
    await service.menu(query.get_bot(), user, service.people.find(user))
    await service.outgoing.edit(query, Reply(esc(people_words(action.subject).language_set)))


async def _speak(service: Services, person: int, language: str) -> None:
    service.people.speak(person, language)
    for following in service.following.all(person):  # their own chat: digests speak their language too
        service.following.follow(replace(following, language=language))
