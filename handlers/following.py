"""/theodoi: a chat asks to be reminded of an agency, a task or a topic, or stops it."""

import hashlib

from telegram import CallbackQuery, Update

from handlers import actions
from handlers.actions import Action
from handlers.services import Context, Services, services
from handlers.views.reply import Button, Reply, bold, esc
from handlers.views.wording import reminding_words
from handlers.views.words import Words
from knowledge.errors import UnknownAgencyError, UnknownTaskError
from scheduler.plan import Following
from scheduler.store import TASK, TOPIC, Watch

_LONGEST_TOPIC = 80


async def follow(update: Update, context: Context) -> None:
    """Start following what the command names, or list what is followed."""
    message = update.effective_message
    if message is None:
        return
    service = services(context)
    words = service.words(update)
    named = " ".join(context.args or ()).strip()
    reply = _start(service, message.chat_id, named, words) if named else _list(service, message.chat_id, words)
    await service.outgoing.reply(message, reply)


def _start(service: Services, chat: int, named: str, words: Words) -> Reply:
    try:
        agency = service.base.registry.resolve(named)
    except UnknownAgencyError:
        return _watch(service, chat, named[:_LONGEST_TOPIC], words)
    service.following.follow(Following(chat, agency, words.language))
    return Reply(esc(words.follow_done(agency)), (_stop_button(service, agency, words),))


def _watch(service: Services, chat: int, named: str, words: Words) -> Reply:
    """Follow one task by its code, else the tasks about a topic, where there are any."""
    try:
        watch, count = Watch(chat, TASK, service.record.state.duty(named).task, words.language), 1
    except UnknownTaskError:
        watch, count = Watch(chat, TOPIC, named, words.language), len(service.gatherer.topic(named, service.today()))
    if not count:
        return Reply(esc(words.follow_unknown(named)))
    service.following.watch(watch)
    told = reminding_words(words.language).watching(watch.subject, count)
    return Reply(esc(told), (_unwatch_button(watch, words),))


def _list(service: Services, chat: int, words: Words) -> Reply:
    followed, watched = [f.agency for f in service.following.all(chat)], service.following.watches(chat)
    if not followed and not watched:
        return Reply(f"{esc(words.follow_none)}\n{words.follow_ask}")
    rows = tuple(_stop_button(service, agency, words) for agency in followed)
    rows += tuple(_unwatch_button(watch, words) for watch in watched)
    names = ", ".join(bold(name) for name in (*followed, *(watch.subject for watch in watched)))
    return Reply(f"{words.follow_list(names)}\n{words.follow_ask}", rows)


def _stop_button(service: Services, agency: str, words: Words) -> tuple[Button, ...]:
    number = service.base.agency_number(agency)
    label = f"{words.unfollow}: {service.base.registry.short(agency)}"
    return (Button(label, Action(actions.UNFOLLOW, str(number)).encode()),)


def _unwatch_button(watch: Watch, words: Words) -> tuple[Button, ...]:
    label = reminding_words(words.language).unwatch(watch.subject)
    return (Button(label, Action(actions.UNWATCH, _key(watch)).encode()),)


def _key(watch: Watch) -> str:
    return hashlib.sha256(f"{watch.kind}:{watch.subject}".encode()).hexdigest()[:16]


def stop_following(service: Services, chat: int, number: str, words: Words) -> Reply:
    """Remove the agency with `number` from what `chat` follows. Raises KeyError for an unknown number."""
    if not number.isascii():  # "²" is a digit and no number
        raise KeyError(number)
    agency = service.base.agency_by_number(number)
    service.following.unfollow(chat, agency)
    return Reply(esc(words.unfollow_done(agency)))


async def unwatch(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Remove a task or topic from what this chat follows. Raises KeyError when it is not followed."""
    if query.message is None:
        return
    chat = query.message.chat.id
    watch = next((one for one in service.following.watches(chat) if _key(one) == action.subject), None)
    if watch is None:
        raise KeyError(action.subject)
    service.following.unwatch(chat, watch.kind, watch.subject)
    await service.outgoing.edit(query, Reply(esc(reminding_words(words.language).watch_ended(watch.subject))))
