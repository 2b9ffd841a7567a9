"""/nhacviec: how somebody is reminded, and what is to come; each setting is one tap away, each reminder cancellable."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

from telegram import CallbackQuery, Update

from handlers.actions import Action
from handlers.noticing import noticing_of
from handlers.services import Context, Services, services
from handlers.showing import show
from handlers.views import reminders as views
from handlers.views.reminders import HOURS, QUIET, Coming
from handlers.views.reply import Reply, esc
from handlers.views.wording import reminding_words
from handlers.views.words import Words
from knowledge.text import fold
from scheduler.forecast import forecast
from scheduler.preferences import LADDER, Preferences

_SETTING = re.compile(r"([a-z]{1,8})(?:\.(\d{1,4}))?", re.ASCII)
_LIST = ("danh sach", "danhsach", "list")
_AHEAD = timedelta(days=30)
_MOST_AWAY = 60


async def remind_me(update: Update, context: Context) -> None:
    """Show how this chat is reminded; with "danhsach" what is to come in the next 30 days."""
    message, service = update.effective_message, services(context)
    if message is None:
        return
    words = service.words(update)
    asked = fold(" ".join(context.args or ()))
    reply = _ahead_reply if asked in _LIST else _settings_reply
    await service.outgoing.reply(message, reply(service, message.chat_id, words))


async def show_settings(query: CallbackQuery, _: Action, service: Services, words: Words) -> None:
    """Show how this chat is reminded: from a notice below it, else in place of what was shown."""
    if query.message is not None:
        await show(query, service, _settings_reply(service, query.message.chat.id, words))


async def change(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show the choices of a setting, or take one. Raises KeyError for what was never offered."""
    found = _SETTING.fullmatch(action.subject)
    if found is None or query.message is None:
        raise KeyError(action.subject)
    chat, field, value = query.message.chat.id, found[1], found[2]
    wanted = service.wishes.preferences(chat)
    if value is None:
        await service.outgoing.edit(query, views.chooser(field, wanted, words))
        return
    changed = _changed(wanted, field, value, service)
    if changed.is_quiet(changed.at):
        refused = views.chooser(field, wanted, words)
        told = esc(reminding_words(words.language).in_quiet)
        await service.outgoing.edit(query, Reply(f"{refused.text}\n{told}", refused.rows))
        return
    service.wishes.prefer(chat, changed)
    several = field in ("ladder", "days")
    shown = views.chooser(field, changed, words) if several else _settings_reply(service, chat, words)
    await service.outgoing.edit(query, shown)


def _changed(wanted: Preferences, field: str, value: str, service: Services) -> Preferences:
    if field not in _CHANGES:
        raise KeyError(field)
    return _CHANGES[field](wanted, int(value), service)


def _ladder(wanted: Preferences, step: int, _: Services) -> Preferences:
    """Toggle a step; the last one stays."""
    if step not in LADDER:
        raise KeyError(step)
    toggled = set(wanted.ladder) ^ {step}
    return replace(wanted, ladder=tuple(sorted(toggled, reverse=True))) if toggled else wanted


def _hour(wanted: Preferences, value: int, _: Services) -> Preferences:
    hour = time(value // 100 % 24, value % 100 % 60)
    if hour not in HOURS:
        raise KeyError(value)
    return replace(wanted, at=hour)


def _days(wanted: Preferences, day: int, _: Services) -> Preferences:
    """Toggle a weekday; the last one stays."""
    if day > 6:
        raise KeyError(day)
    toggled = wanted.days ^ {day}
    return replace(wanted, days=toggled) if toggled else wanted


def _quiet(wanted: Preferences, place: int, _: Services) -> Preferences:
    if place >= len(QUIET):
        raise KeyError(place)
    return replace(wanted, quiet=QUIET[place])


def _away(wanted: Preferences, days: int, service: Services) -> Preferences:
    if days > _MOST_AWAY:
        raise KeyError(days)
    return replace(wanted, away=service.today() + timedelta(days=days - 1) if days else None)


def _weekly(wanted: Preferences, on: int, _: Services) -> Preferences:
    return replace(wanted, weekly=bool(on))


def _coordinating(wanted: Preferences, on: int, _: Services) -> Preferences:
    return replace(wanted, coordinating=bool(on))


_CHANGES: dict[str, Callable[[Preferences, int, Services], Preferences]] = {
    "ladder": _ladder,
    "at": _hour,
    "days": _days,
    "quiet": _quiet,
    "away": _away,
    "weekly": _weekly,
    "coord": _coordinating,
}


def _settings_reply(service: Services, chat: int, words: Words) -> Reply:
    muted = service.wishes.muted().get(chat, frozenset())
    return views.settings(service.wishes.preferences(chat), muted, words, service.today())


async def show_ahead(query: CallbackQuery, _: Action, service: Services, words: Words) -> None:
    """Show what is to come."""
    if query.message is not None:
        await service.outgoing.edit(query, _ahead_reply(service, query.message.chat.id, words))


async def cancel_ahead(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Cancel one reminder that is to come. Raises KeyError when it is not to come any more."""
    if query.message is None:
        return
    chat = query.message.chat.id
    item = next((one.item for one in coming(service, chat) if one.key == action.subject), None)
    if item is None:
        raise KeyError(action.subject)
    service.outbox.cancel(chat, item)
    reply = _ahead_reply(service, chat, words)
    told = esc(reminding_words(words.language).ahead_cancelled)
    await service.outgoing.edit(query, Reply(f"{told}\n{reply.text}", reply.rows))


def _ahead_reply(service: Services, chat: int, words: Words) -> Reply:
    return views.ahead(coming(service, chat), words)


def coming(service: Services, chat: int) -> list[Coming]:
    """Return what a chat will be told in the next 30 days, if nothing changes; today's slot, if still to come, too."""
    today = service.today()
    situation = service.gatherer.situation(today)
    mine = replace(situation, recipients=[one for one in situation.recipients if one.chat == chat])
    taken = chat in service.outbox.planned_for(today)
    first = today + timedelta(days=1) if taken else today
    noticing = noticing_of(service)
    return [
        Coming(notice.day, item, noticing.title(item.task) if item.task else "", _short(item.key))
        for notice in forecast(mine, first, today + _AHEAD)
        for item in notice.items
    ]


def _short(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:16]
