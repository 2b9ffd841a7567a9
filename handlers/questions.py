"""Any text is a question; lists turn their pages and change their reading by buttons."""

import re
from dataclasses import replace

from telegram import Bot, Message, Update

from handlers.actions import View
from handlers.card_steps import Card, card_rows
from handlers.extensions import extension_lines
from handlers.given import given_in, given_seen, given_task, handed_down
from handlers.lists import list_reply, picked
from handlers.moving import (
    Look,
    Missing,
    Opened,
    ToBefore,
    ToPassage,
    ToTask,
    ToView,
    missing,
    opened_in,
    passages_answered,
    step_of,
)
from handlers.own import asker_in
from handlers.ready import Asked, in_words, read_ready
from handlers.reporting.common import local
from handlers.reporting.meant import answered_tasks
from handlers.services import Context, Services, services, words_for
from handlers.views import cards
from handlers.views.answers import directives_row, example_rows
from handlers.views.assigning import as_task, recall_line, unit_lines, unit_rows
from handlers.views.listed import is_list
from handlers.views.meant import directives_meant, with_issue
from handlers.views.places import given_source
from handlers.views.reply import Reply, esc
from handlers.views.standing import standing_lines
from handlers.views.wording import finding_words, turn_words
from handlers.views.words import Words
from knowledge.answers import NOTHING_REPORTED, Answer, answer, given_hit, hit, standing
from knowledge.conversation import MEMORY, loosens_nothing, move_of, read_turn
from knowledge.courtesy import Courtesy, courtesy_in
from knowledge.people import Person
from knowledge.questions import Asker, Field, Intent, Place, Urgency, follows_on, language_of, move_in, tells_language
from knowledge.store import Asked as Stored

_FILTER = re.compile(r"([da])(\d{0,3})", re.ASCII)
MAX_QUESTION = 4096


async def ask(update: Update, context: Context) -> None:
    """Answer the text of a message."""
    message = update.effective_message
    if message is None or not message.text:
        return
    if not addressed(message, context.bot):
        return
    text = without_mention(message.text, context.bot.username)
    alone = message.chat.type == message.chat.PRIVATE  # in a group the question before may be somebody else's
    service = services(context)
    if not any(letter.isalnum() for letter in text):
        words = service.words(update)
        said = finding_words(words.language)
        await service.outgoing.reply(message, Reply(esc(said.no_words), example_rows(words)))
        return
    courtesy = courtesy_in(text)
    if courtesy is not None:
        spoken = words_for(courtesy.language) if courtesy.language else _spoken(service, message.chat_id, update)
        await service.outgoing.reply(message, _courteous(courtesy.what, spoken))
        return
    answered = answered_tasks(service, message)
    card = answered[0] if len(answered) == 1 else ""
    reply = answer_text(service, message.chat_id, text, service.person(update), leaning=alone, card=card)
    await service.outgoing.reply(message, reply)


def _spoken(service: Services, chat: int, update: Update) -> Words:
    """Return the wording in the language of the last question of `chat`, else that of who sent `update`."""
    return words_for(
        _language_before(service.asked.latest(chat, service.now() - MEMORY)) or service.words(update).language
    )


def _courteous(what: Courtesy, words: Words) -> Reply:
    """Return the word back; to a call for help what can be asked, and the way to all commands."""
    if what is Courtesy.HELP:
        lines = f"{words.help}\n{esc(turn_words(words.language).commands)}"
        return Reply(lines, (*example_rows(words), directives_row(words)))
    return Reply(esc(finding_words(words.language).courtesies[what]))


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


def answer_text(
    service: Services, chat: int, text: str, person: Person | None, *, leaning: bool = False, card: str = ""
) -> Reply:
    """Return the answer to `text`, remembering the question so that the answer's buttons work.

    With `leaning` a follow-up ("còn Bộ Y tế?", "trang sau") leans on what the chat asked and was shown before, if that
    is not long ago; without, only what can be nothing else does. `card` is the task of the card that is answered, which
    a bare "hạn bao giờ?" is about.
    """
    question = text[:MAX_QUESTION]
    asker = asker_in(service, chat, person)
    last = service.asked.latest(chat, service.now() - MEMORY) if leaning or follows_on(question) else None
    given = given_in(service, question)
    if given is not None:
        service.asked.see(chat, (given.id,), service.now())
        return task_reply(service, given.id, _words_of(question, last, asker), None, person)
    move = move_of(question, service.base, service.today(), asker)
    if move is not None:
        opened = opened_in(service, chat, person) if leaning else Opened()
        if card and isinstance(move, Field):
            opened = replace(opened, task=card, on_top=True)
        elif move is Field.QUOTE and leaning and not (opened.on_top and opened.task):
            opened = replace(opened, passages=passages_answered(service, chat, person))
        step = step_of(move, question, opened, service.base, service.today())
        words = _words_of(question, last, asker, opened)
        if isinstance(step, Missing) and not leaning:
            return Reply(esc(turn_words(words.language).in_group))
        if isinstance(step, ToBefore):
            *context, before = step.questions
            return _answered(service, chat, before, last, asker, person, None, tuple(context))
        if isinstance(step, ToTask):
            service.asked.remember(chat, question, service.now(), _spoken_before(last, asker))
        if step is not None:
            return _stepped(service, chat, step, opened, words, person)
    urgency = move if isinstance(move, Urgency) else None
    return _answered(service, chat, question, last, asker, person, urgency, _spoken_before(last, asker))


def _answered(
    service: Services,
    chat: int,
    question: str,
    last: Stored | None,
    asker: Asker,
    person: Person | None,
    urgency: Urgency | None,
    spoken: tuple[str, ...],
) -> Reply:
    """Return the answer to a question, which may lean on those `spoken` before, the `last` of all among them; with
    `urgency` the most urgent of its tasks."""
    today, book = service.today(), service.record.book()
    turn = read_turn(question, spoken, service.base, today, asker, book)
    reading = turn.reading
    words = words_for(reading.language)
    if loosens_nothing(reading, service.base, today):
        return Reply(esc(turn_words(words.language).no_list_changed), example_rows(words))
    seen, view = given_seen(service, chat, person), View(0, urgency=urgency)
    found = picked(answer(reading, service.base, today, book, seen), view, None)
    is_card = reading.intent is Intent.TASK and len(found.tasks) == 1
    look = view.look if is_list(found, view) and not is_card else None
    nothing = not found.found and look is None and not is_card
    chain = spoken if nothing else turn.context  # what was asked before is still spoken of
    number = service.asked.remember(chat, question, service.now(), chain, look)
    if is_card:
        back = View(last.id) if last and reading.leaned else None
        code = found.tasks[0].task.id
        service.asked.see(chat, (code,), service.now())
        return task_reply(service, code, words, back, person, reading.focus)
    if reading.intent in (Intent.DIRECTIVE, Intent.DIRECTIVES):
        return _directives(service, found, words)
    return service.answers.show(found, words, replace(view, question=number))


def _words_of(question: str, last: Stored | None, asker: Asker, opened: Opened | None = None) -> Words:
    """Return the wording for words that may be of no language: that of what was spoken of before, or the person's."""
    if tells_language(question):
        return words_for(language_of(question))
    if opened is not None and opened.answer is not None:
        return words_for(opened.answer.reading.language)
    return words_for(_language_before(last) or asker.language)


def _language_before(last: Stored | None) -> str:
    """Return the language of the last question whose words are of one; "" where there is none."""
    before = (last.question, *reversed(last.context)) if last else ()
    return next((language_of(each) for each in before if tells_language(each)), "")


def _spoken_before(last: Stored | None, asker: Asker) -> tuple[str, ...]:
    """Return the questions that the next one may lean on: a card opened from a list leaves that to be spoken of."""
    if last is None:
        return ()
    opens_card = isinstance(move_in(last.question), Place | Field)
    return last.context if opens_card else (*last.context, in_words(last.question, asker.language))


def _stepped(service: Services, chat: int, step: Look, opened: Opened, words: Words, person: Person | None) -> Reply:
    """Show what a short text leads to: a card, the open list looked at otherwise, or what is missing."""
    match step:
        case ToTask(code, focus):
            over = (opened.view.question, opened.view.look)
            service.asked.see(chat, (code,), service.now(), over)
            return task_reply(service, code, words, opened.view if opened.view.question else None, person, focus)
        case ToPassage(passage):
            around = service.base.store.around(passage.directive, passage.path)
            return cards.passage_card(around, service.base.directives[passage.directive], words, ())
        case ToView(view):
            service.asked.turn(chat, view.question, view.look, service.now())
            given = given_seen(service, chat, person)
            return list_reply(service, opened.question, opened.reading, view, given)
        case Missing():
            return missing(step, opened, words)


def ready_reply(service: Services, chat: int, asked: Asked, words: Words, person: Person | None) -> Reply:
    """Return the list that a command asks for, remembering it so that its buttons work."""
    reading = read_ready(asked, service.base, service.today(), words)
    number = service.asked.remember(chat, str(asked), service.now(), look=View(0).look)
    return list_reply(service, str(asked), reading, View(number), given_seen(service, chat, person))


def task_reply(
    service: Services, code: str, words: Words, view: View | None, person: Person | None, focus: str = ""
) -> Reply:
    """Return the card of the task `code`, a directive's or one given from chat, with the steps that `person` may take.

    What was asked of it, `focus`, stands first. Raises UnknownTaskError.
    """
    base, record, today = service.base, service.record, service.today()
    given, book, own = given_task(service, code), record.book(), person.agencies if person else ()
    task = as_task(given, words) if given is not None else base.store.task(code)
    duty = record.state.duty(task.id)
    whose = next((name for name in own if name in duty.assignees), "")
    found = replace(given_hit(given, base.registry, NOTHING_REPORTED), task=task) if given else hit(task, base.registry)
    found = standing(found, base.registry, book, whose)
    source = given_source(given, words) if given is not None else base.directives[task.directive]
    owner = given.owner if given is not None else ""
    recall = record.state.recall(task.id) if given is not None else None
    mine = given is not None and person is not None and given.actor == service.people.pseudonym(person.id)
    parts = len(base.store.children(task.id))
    card = Card(task, parts, view, words, owner, given=mine, recalled=recall is not None)
    rows = card_rows(card, person, base.registry)
    handed = handed_down(service, task.id, person)
    if recall is not None:
        gone = [recall_line(replace(recall, at=local(service, recall.at)), words)]
        return cards.task_card(found, source, words, today, rows, gone, focus)
    lines = [
        *standing_lines(duty, book, own, base.registry, words, today),
        *extension_lines(service, task.id, words),
        *unit_lines([given_hit(each, base.registry, book) for each in handed], words, today),
    ]
    return cards.task_card(found, source, words, today, (*unit_rows(handed, view), *rows), lines, focus)


def _directives(service: Services, found: Answer, words: Words) -> Reply:
    if len(found.directives) == 1:
        return with_issue(directive_reply(service, found.directives[0].id, words), found, words)
    return directives_meant(found, service.base, service.base.store.counts(), words)


def directive_reply(service: Services, directive: str, words: Words) -> Reply:
    """Return the card of one directive. Raises KeyError for an unknown one."""
    base = service.base
    count = base.store.counts().get(directive, 0)
    return cards.directive_card(base.directives[directive], count, words, base.sections[directive])


def directives_reply(service: Services, words: Words) -> Reply:
    """Return the list of directives."""
    return cards.directive_list(tuple(service.base.directives.values()), service.base.store.counts(), words)


def without_mention(text: str, username: str) -> str:
    """Return what is said to the bot, without its name."""
    return _mention(username).sub(" ", text).strip() if username else text


def _mention(username: str) -> re.Pattern[str]:
    """Return what finds the bot's name, in any case, and not within a longer name."""
    return re.compile(rf"@{re.escape(username)}(?!\w)", re.IGNORECASE)
