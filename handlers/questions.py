"""Any text is a question; lists turn their pages and change their reading by buttons."""

import re
from dataclasses import replace

from telegram import Bot, CallbackQuery, Message, Update

from handlers.actions import Action, View
from handlers.services import Context, Services, services, words_for
from handlers.views import cards
from handlers.views.answers import next_period
from handlers.views.reply import Reply
from handlers.views.words import Words
from knowledge.answers import Answer, answer
from knowledge.conversation import MEMORY, read_turn
from knowledge.questions import Intent, Reading, Role, State
from knowledge.when import Period

MAX_QUESTION = 4096


async def ask(update: Update, context: Context) -> None:
    """Answer the text of a message."""
    message = update.effective_message
    if message is None or not message.text:
        return
    if not addressed(message, context.bot):
        return
    text = _without_mention(message.text, context.bot.username)
    alone = message.chat.type == message.chat.PRIVATE  # in a group the question before may be somebody else's
    reply = answer_text(services(context), message.chat_id, text, leaning=alone)
    await services(context).outgoing.reply(message, reply)


def addressed(message: Message, bot: Bot) -> bool:
    """Tell whether a message is meant for the bot: anything in private; in a group, its name or an answer to it."""
    if message.chat.type == message.chat.PRIVATE:
        return True
    answered = message.reply_to_message.from_user if message.reply_to_message else None
    said = message.text or message.caption or ""
    return _mention(bot.username).search(said) is not None or (answered is not None and answered.id == bot.id)


async def not_text(update: Update, context: Context) -> None:
    """Say that only text is read, to whoever sends something else."""
    message = update.effective_message
    if message is not None:
        words = services(context).words(update)
        await services(context).outgoing.reply(message, Reply(words.unsupported))


def answer_text(service: Services, chat: int, text: str, *, leaning: bool = False) -> Reply:
    """Return the answer to `text`, remembering the question so that the answer's buttons work.

    With `leaning` a follow-up ("còn Bộ Y tế?") leans on the chat's question before, if that is not long ago.
    """
    today, question = service.today(), text[:MAX_QUESTION]
    last = service.asked.latest(chat, service.now() - MEMORY) if leaning else None
    before = (*last.context, last.question) if last else ()
    turn = read_turn(question, before, service.base, today, _own_agency(service, chat))
    reading = turn.reading
    words = words_for(reading.language)
    found = answer(reading, service.base, today)
    number = service.asked.remember(chat, question, service.now(), turn.context)
    if reading.intent is Intent.TASK and len(found.tasks) == 1:
        back = View(last.id) if last and reading.leaned else None
        return task_reply(service, found.tasks[0].task.id, words, back)
    if reading.intent in (Intent.DIRECTIVE, Intent.DIRECTIVES):
        return _directives(service, found, words)
    return service.answers.show(found, words, View(number))


async def show_list(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show a list again, at another page or read otherwise."""
    view = action.view
    asked = service.asked.recall(view.question, query.message.chat.id) if view and query.message else None
    if view is None or asked is None:
        await service.outgoing.edit(query, Reply(words.stale))
        return
    today = service.today()
    own = _own_agency(service, asked.chat)
    reading = read_turn(asked.question, asked.context, service.base, asked.asked_at.date(), own).reading
    found = answer(change(reading, view), service.base, today)
    await service.outgoing.edit(query, service.answers.show(found, words_for(reading.language), view))


def change(reading: Reading, view: View) -> Reading:
    """Return `reading` as the buttons of its list changed it: another period, a condition dropped, only overdue …"""
    changed = replace(
        reading,
        period=None if "period" in view.dropped else _shifted(reading.period, view.shift),
        topic="" if "topic" in view.dropped else reading.topic,
        states=() if "states" in view.dropped else reading.states,
    )
    if view.coordinating:
        asks = tuple(replace(ask, role=Role.ANY) for ask in reading.agencies)
        changed = replace(changed, agencies=asks)
    if view.overdue and State.OVERDUE not in reading.states:
        changed = replace(changed, states=(*changed.states, State.OVERDUE))
    return changed


def _shifted(period: Period | None, steps: int) -> Period | None:
    for _ in range(max(0, steps)):
        period = next_period(period) or period
    return period


def task_reply(service: Services, code: str, words: Words, view: View | None) -> Reply:
    """Return the card of the task `code`. Raises UnknownTaskError."""
    base = service.base
    task = base.store.task(code)
    children = len(base.store.children(task.id))
    return cards.task_card(task, base.directives[task.directive], words, service.today(), view=view, children=children)


def _directives(service: Services, found: Answer, words: Words) -> Reply:
    if len(found.directives) == 1:
        return directive_reply(service, found.directives[0].id, words)
    return directives_reply(service, words)


def directive_reply(service: Services, directive: str, words: Words) -> Reply:
    """Return the card of one directive. Raises KeyError for an unknown one."""
    return cards.directive_card(
        service.base.directives[directive], service.base.store.counts().get(directive, 0), words
    )


def directives_reply(service: Services, words: Words) -> Reply:
    """Return the list of directives."""
    return cards.directive_list(tuple(service.base.directives.values()), service.base.store.counts(), words)


def _own_agency(service: Services, chat: int) -> str:
    """Return the agency that "mình" means in `chat`: of a person their own, of a group the one it is bound to.

    Else the one it follows; "" when that is none or several. A private chat has the number of its person.
    """
    person = service.people.find(chat)
    own = person.agency if person else service.groups.agency_of(chat)
    if own:
        return own
    followed = service.following.all(chat)
    return followed[0].agency if len(followed) == 1 else ""


def _without_mention(text: str, username: str) -> str:
    return _mention(username).sub(" ", text).strip() if username else text


def _mention(username: str) -> re.Pattern[str]:
    """Return what finds the bot's name, in any case, and not within a longer name."""
    return re.compile(rf"@{re.escape(username)}(?!\w)", re.IGNORECASE)
