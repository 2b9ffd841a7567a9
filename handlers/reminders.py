"""What the buttons under a notice do: noted, remind again, why me, mute. Each press is kept in the ledger as seen."""

import re
from datetime import date, timedelta

from telegram import CallbackQuery

from handlers.actions import Action
from handlers.dialogues import AgainError, Dialogue, Step, Talk, begin
from handlers.noticing import noticing_of
from handlers.reporting.common import whole
from handlers.services import Services, words_for
from handlers.views import reminders as views
from handlers.views.digests import SHOWN, Line
from handlers.views.paging import page_of
from handlers.views.reply import Reply, esc
from handlers.views.wording import reminding_words
from handlers.views.words import Words
from knowledge.people import Right
from knowledge.when import parse_period
from scheduler.notices import Notice
from scheduler.plan import Snooze

_PAIR = re.compile(r"(\d{1,15})\.(\d{1,3}|d)", re.ASCII)
_FURTHEST = timedelta(days=730)


async def noted(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """[Đã nắm]: everything in the message was taken note of."""
    _notice(query, action.subject, service)
    service.outbox.acknowledge(int(action.subject), service.now())
    await query.answer(reminding_words(words.language).acknowledged)


async def show_rest(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """Show below what did not fit into the message."""
    number, start = _pair(action.subject)
    notice = _notice(query, number, service)
    if not start.isdigit():
        raise KeyError(action.subject)
    await service.outgoing.below(query, noticing_of(service).rest(notice, int(number), int(start), service.today()))


async def why(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Vì sao tôi nhận?]: say by what the message came to this chat, and how it ends."""
    number, page = _paged(action.subject)
    notice = _notice(query, number, service)
    told = page_of(_lines(service, notice), page or 1, SHOWN)
    reply = views.why(notice, number, told, words_for(notice.language))
    await (service.outgoing.edit if page else service.outgoing.below)(query, reply)


async def ask_when(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """[Nhắc lại]: offer days."""
    notice = _notice(query, action.subject, service)
    await service.outgoing.below(query, views.again_when(_tasks(notice), action.subject, words))


async def remind_in(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Remind again in so many days, or ask on which day."""
    number, days = _pair(action.subject)
    notice = _notice(query, number, service)
    person = service.people.find(query.from_user.id)
    if days != "d":
        day = service.today() + timedelta(days=int(days))
        await service.outgoing.edit(query, _snoozed(service, notice, day, words))
    elif person is not None:
        asked = begin(service, query.get_bot(), person, notice.chat, REMIND_ON, {"notice": number})
        await service.outgoing.edit(query, asked)


async def ask_which(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """[Tắt việc này]: offer the tasks of the message; a single one is muted at once."""
    number, page = _paged(action.subject)
    notice = _notice(query, number, service)
    tasks = list({line.item.task: line.title for line in _lines(service, notice)}.items())
    if len(tasks) == 1:
        task, _ = tasks[0]
        service.wishes.mute(_chat(query), task)
        await service.outgoing.below(query, views.muted(task, words))
        return
    reply = views.mute_which(number, page_of(tasks, page or 1, SHOWN), words)
    await (service.outgoing.edit if page else service.outgoing.below)(query, reply)


async def mute(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Remind this chat of a task no more."""
    service.wishes.mute(_chat(query), _known(service, action.subject))
    await service.outgoing.edit(query, views.muted(action.subject, words))


async def unmute(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Remind this chat of a task as before."""
    service.wishes.unmute(_chat(query), action.subject)
    await service.outgoing.edit(query, Reply(esc(reminding_words(words.language).unmuted(action.subject))))


def _snoozed(service: Services, notice: Notice, day: date, words: Words) -> Reply:
    items = [item for item in notice.items if item.task]
    for item in items:
        service.wishes.snooze(notice.chat, Snooze(item.task, item.agency, day))
    said = reminding_words(words.language)
    return Reply(esc(said.again_set(len(items), f"{day:%d/%m/%Y}")))


def _ask_day(talk: Talk) -> Reply:
    return Reply(esc(reminding_words(talk.person.language).again_ask))


def _take_day(talk: Talk, text: str) -> str:
    today = talk.service.today()
    period = parse_period(text, today)
    day = period.last if period is not None else None
    if day is None or not today < day <= today + _FURTHEST:
        raise AgainError(Reply(esc(reminding_words(talk.person.language).again_odd)))
    return day.isoformat()


def _choose_day(_: Talk, value: str) -> str:
    raise KeyError(value)  # no day is offered


async def _remind_on(talk: Talk) -> Reply:
    notice = talk.service.outbox.of_chat(int(talk.values["notice"]), talk.chat)
    if notice is None:
        raise KeyError(talk.values["notice"])
    day = date.fromisoformat(talk.values["day"])
    return _snoozed(talk.service, notice, day, words_for(talk.person.language))


REMIND_ON = Dialogue("remind_on", Right.ASK, (Step("day", _ask_day, _take_day, _choose_day),), _remind_on)


def _notice(query: CallbackQuery, number: str, service: Services) -> Notice:
    """Return the notice behind a button of this chat, and record that it was seen. Raises KeyError."""
    if not (number.isascii() and number.isdigit() and len(number) < 16):
        raise KeyError(number)
    notice = service.outbox.of_chat(int(number), _chat(query))
    if notice is None:
        raise KeyError(number)
    service.outbox.seen(int(number), service.now())
    return notice


def _chat(query: CallbackQuery) -> int:
    if query.message is None:
        raise KeyError(query.id)
    return query.message.chat.id


def _pair(subject: str) -> tuple[str, str]:
    found = _PAIR.fullmatch(subject)
    if found is None:
        raise KeyError(subject)
    return found[1], found[2]


def _paged(subject: str) -> tuple[str, int]:
    """Return the notice's number and the page that a button carries, 0 for that under the notice itself."""
    number, _, page = subject.partition(".")
    return number, whole(page) if page else 0


def _lines(service: Services, notice: Notice) -> list[Line]:
    """Return the tasks of a notice in the order of its message."""
    return noticing_of(service).lines(notice, words_for(notice.language), service.today())


def _tasks(notice: Notice) -> list[str]:
    return list(dict.fromkeys(item.task for item in notice.items if item.task))


def _known(service: Services, code: str) -> str:
    if not noticing_of(service).title(code):
        raise KeyError(code)
    return code
