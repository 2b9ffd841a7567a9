"""Pressed buttons: one table from verb to what is shown. What a button carries is never trusted."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import CallbackQuery, Update
from telegram.error import TelegramError

from handlers import (
    actions,
    answering,
    assigning,
    data,
    deciding,
    extensions,
    finding,
    groups,
    handing_down,
    joining,
    language,
    measuring,
    people,
    proposals,
    recalling,
    reminders,
    reminding,
    requests,
    talking,
    workbooks,
)
from handlers.actions import Action
from handlers.following import stop_following, unwatch
from handlers.list_buttons import choose_filter, show_list, stale, stored_for
from handlers.lists import language_asked
from handlers.questions import answer_text, directive_reply, directives_reply, task_reply
from handlers.reporting import confirming, evidence, flow, history, pressing, showing, withdrawing
from handlers.seen import note_seen
from handlers.services import Context, Services, services, words_for
from handlers.views import cards
from handlers.views.composing import refusal
from handlers.views.reply import Reply, esc
from handlers.views.wording import people_words
from handlers.views.words import Words
from knowledge.answers import hit, standing
from knowledge.directives import Passage
from knowledge.errors import UnknownPersonError, UnknownTaskError
from knowledge.people import Right
from knowledge.record import RefusedError, StoreBusyError, StoreFullError
from knowledge.store.transactions import named_troubles

log = logging.getLogger(__name__)

Handle = Callable[[CallbackQuery, Action, Services, Words], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Press:
    """What a verb sets going, and the right that the gate asks of whoever presses; None: open to anybody.

    In a group it may take another right. With `answers` the handler answers the query itself, to say something there.
    """

    handle: Handle
    right: Right | None = Right.ASK
    in_group: Right | None = None
    answers: bool = False


async def press(update: Update, context: Context) -> None:
    """Do what a pressed button says, or say why it no longer can be done."""
    query = update.callback_query
    if query is None:
        return
    service = services(context)
    words = service.words(update)
    _note(query, service)
    try:
        action = Action.decode(query.data or "")
        pressed = PRESSES[action.verb]
    except (ValueError, KeyError):
        await _acknowledge(query)
        log.info("a button nobody knows was pressed")
        await service.outgoing.edit(query, stale(words))
        return
    if not pressed.answers:
        await _acknowledge(query)
    try:
        await pressed.handle(query, action, service, _same_language(action, service, query, words))
        note_seen(query, action, service)
    except (UnknownTaskError, KeyError):
        await service.outgoing.edit(query, Reply(esc(words.gone), stale(words).rows))
    except (RefusedError, StoreBusyError, StoreFullError) as refused:
        await service.outgoing.below(query, Reply(esc(refusal(refused, words.language))))
    except UnknownPersonError:
        await service.outgoing.edit(query, Reply(esc(people_words(words.language).person_gone)))


def _note(query: CallbackQuery, service: Services) -> None:
    """Note that a button of a notice was pressed; where that cannot be written, what it says is done all the same."""
    if query.message is None:
        return
    try:
        with named_troubles():
            service.outbox.pressed(query.message.chat.id, query.message.message_id, service.now())
    except (StoreBusyError, StoreFullError) as error:
        log.warning("that a notice was seen could not be noted: %s", error)


async def _acknowledge(query: CallbackQuery) -> None:
    """Stop the button's spinner. It may be too late for that, and never for showing what was asked for."""
    try:
        await query.answer()
    except TelegramError as error:
        log.info("a pressed button could not be acknowledged: %s", type(error).__name__)


def _same_language(action: Action, service: Services, query: CallbackQuery, words: Words) -> Words:
    """Stay in the language of the question that the list answers."""
    stored = stored_for(query, action, service)
    return language_asked(stored.question, words) if stored is not None else words


async def _task(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    person = service.people.find(query.from_user.id)
    await service.outgoing.edit(query, task_reply(service, action.subject, words, action.view, person))


async def _open_task(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    """Show a card below the message whose button was pressed, which stays as it is."""
    person = service.people.find(query.from_user.id)
    await service.outgoing.below(query, task_reply(service, action.subject, words, None, person))


async def _passage(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    store = service.base.store
    task = store.task(action.subject)
    passages: list[Passage] = store.around(task.directive, task.path)
    directive = service.base.directives[task.directive]
    back = cards.back_to_task(task, words, action.view)
    await service.outgoing.edit(query, cards.passage_card(passages, directive, words, back))


async def _linked(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    base = service.base
    task = base.store.task(action.subject)
    parts = action.verb == actions.SHOW_PARTS
    others = base.store.children(task.id) if parts else [base.store.task(code) for code in task.related]
    title = words.parts(len(others)) if parts else words.related
    book = service.record.book()
    hits = [standing(hit(other, base.registry), base.registry, book) for other in others]
    reply = cards.linked_tasks(task, hits, title, base.directives, words, service.today(), action.view)
    await service.outgoing.edit(query, reply)


async def _directive(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    await service.outgoing.edit(query, directive_reply(service, action.subject, words))


async def _directive_list(query: CallbackQuery, _: Action, service: Services, words: Words) -> None:
    await service.outgoing.edit(query, directives_reply(service, words))


async def _tasks_of_directive(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    number = service.base.directives[action.subject].number
    await _ask(query, words.tasks_of_question(number), service)


async def _example(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    language, number = action.subject[:2], action.subject[2:]
    examples = {str(i): text for i, text in enumerate(words_for(language).examples)}
    await _ask(query, examples[number], service)


async def _ask(query: CallbackQuery, question: str, service: Services) -> None:
    message = query.message
    if message is not None:
        person = service.people.find(query.from_user.id)
        await service.outgoing.edit(query, answer_text(service, message.chat.id, question, person))


async def _unfollow(query: CallbackQuery, action: Action, service: Services, words: Words) -> None:
    if query.message is not None:
        await service.outgoing.edit(query, stop_following(service, query.message.chat.id, action.subject, words))


PRESSES: dict[str, Press] = {
    actions.SHOW_LIST: Press(show_list),
    actions.SHOW_TASK: Press(_task),
    actions.SHOW_PASSAGE: Press(_passage),
    actions.SHOW_RELATED: Press(_linked),
    actions.SHOW_PARTS: Press(_linked),
    actions.SHOW_DIRECTIVE: Press(_directive),
    actions.SHOW_DIRECTIVES: Press(_directive_list),
    actions.LIST_DIRECTIVE: Press(_tasks_of_directive),
    actions.ASK_EXAMPLE: Press(_example),
    actions.OPEN_TASK: Press(_open_task),
    actions.FILTER: Press(choose_filter),
    actions.SECTION: Press(finding.press_section),
    actions.READY: Press(finding.press_ready),
    actions.AGENCY: Press(finding.press_agency),
    actions.READ_PASSAGE: Press(finding.press_passage),
    actions.UNFOLLOW: Press(_unfollow, in_group=Right.SUPERVISE),
    actions.CONSENT: Press(joining.consent, right=None),
    actions.MY_ROLES: Press(joining.change_me, right=None),
    actions.CHOOSE: Press(talking.choose, right=None, answers=True),  # the dialogue has a right of its own
    actions.RESUME: Press(talking.resume, right=None),
    actions.LEAVE: Press(talking.leave, right=None),
    actions.SHOW_REQUEST: Press(requests.show, Right.ADMINISTER),
    actions.APPROVE: Press(requests.approve, Right.ADMINISTER),
    actions.REFUSE: Press(requests.refuse, Right.ADMINISTER),
    actions.AMEND_ROLE: Press(requests.amend_role, Right.ADMINISTER),
    actions.AMEND_AGENCY: Press(requests.amend_agency, Right.ADMINISTER),
    actions.PEOPLE: Press(people.turn_page, Right.ADMINISTER),
    actions.PEOPLE_OF: Press(people.of_agency, Right.ADMINISTER),
    actions.PERSON: Press(people.show, Right.ADMINISTER),
    actions.CHANGE: Press(people.change, Right.ADMINISTER),
    actions.DISMISS: Press(people.dismiss, Right.ADMINISTER),
    actions.REMOVE: Press(people.remove, Right.ADMINISTER),
    actions.FORGET: Press(data.forget_me, right=None),
    actions.LANGUAGE: Press(language.set_language, right=None),
    actions.UNBIND: Press(groups.unbind, Right.SUPERVISE),
    actions.UNWATCH: Press(unwatch, in_group=Right.SUPERVISE),
    actions.NOTED: Press(reminders.noted, answers=True),
    actions.NOTICE_REST: Press(reminders.show_rest),
    actions.NOTICE_WHY: Press(reminders.why),
    actions.REMIND_AGAIN: Press(reminders.ask_when),
    actions.AGAIN_IN: Press(reminders.remind_in),
    actions.MUTE: Press(reminders.ask_which, in_group=Right.SUPERVISE),
    actions.MUTE_TASK: Press(reminders.mute, in_group=Right.SUPERVISE),
    actions.UNMUTE_TASK: Press(reminders.unmute, in_group=Right.SUPERVISE),
    actions.REMINDING: Press(reminding.show_settings),
    actions.SET_REMINDING: Press(reminding.change, in_group=Right.SUPERVISE),
    actions.AHEAD: Press(reminding.show_ahead),
    actions.CANCEL_AHEAD: Press(reminding.cancel_ahead, in_group=Right.SUPERVISE),
    actions.REPORT_TASK: Press(flow.press_report, Right.REPORT),
    actions.DRAFT: Press(pressing.press_draft, Right.REPORT),
    actions.WITHDRAW: Press(withdrawing.withdraw, Right.REPORT, answers=True),
    actions.ADD_EVIDENCE: Press(showing.ask_for_evidence, Right.REPORT),
    actions.ATTACH: Press(evidence.attach, Right.REPORT),
    actions.CLAIM: Press(confirming.press_claim, Right.SUPERVISE),
    actions.CLAIMS: Press(confirming.turn_page, Right.SUPERVISE),
    actions.ANSWER_REMARK: Press(confirming.answer_remark, Right.REPORT),
    actions.HISTORY: Press(history.press),
    actions.WORKBOOK: Press(workbooks.press, Right.REPORT),
    actions.EXTEND: Press(extensions.press_extend, Right.REPORT),
    actions.SHOW_EXTENSION: Press(extensions.press_show),
    actions.EXTENSIONS: Press(extensions.turn_page),
    actions.GRANT_EXTENSION: Press(deciding.press_grant, Right.SUPERVISE),
    actions.GRANT_OTHERWISE: Press(deciding.press_grant_otherwise, Right.SUPERVISE),
    actions.REFUSE_EXTENSION: Press(deciding.press_refuse, Right.SUPERVISE),
    actions.PROPOSE: Press(proposals.press_propose),
    actions.SHOW_PROPOSAL: Press(proposals.press_show),
    actions.PROPOSALS: Press(proposals.turn_page),
    actions.ANSWER_PROPOSAL: Press(answering.press_answer),
    actions.PURSUE_PROPOSAL: Press(answering.press_pursue),
    actions.CLOSE_PROPOSAL: Press(answering.press_close),
    actions.GIVE_TASK: Press(assigning.press_give, Right.SUPERVISE),
    actions.GIVEN_TASKS: Press(assigning.press_list),
    actions.RECALL_TASK: Press(recalling.press_recall),
    actions.HAND_DOWN: Press(handing_down.press_hand_down, Right.HAND_DOWN),
    actions.SHOW_MEASURED: Press(measuring.press_show),
    actions.MEASURE: Press(measuring.press_measure, Right.REPORT),
}
