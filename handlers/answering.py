"""Proposals are answered by whom they concern, and asked on or closed by who sent them."""

from dataclasses import replace

from telegram import CallbackQuery

from handlers.actions import Action
from handlers.composing import keep, open_dialogue, prose_step
from handlers.dialogues import Dialogue, OverError, Talk
from handlers.proposals import answers_as, card, found
from handlers.reporting.common import key_of_press
from handlers.services import Services
from handlers.views.composing import said
from handlers.views.reply import Reply, esc
from handlers.views.wording import proposal_words
from handlers.views.wording.proposals import ProposalWords
from handlers.views.words import Words
from knowledge.people import Right
from knowledge.record import (
    Proposal,
    ProposalAnswered,
    ProposalClosed,
    ProposalPursued,
    ProposalState,
)


def _words(talk: Talk) -> ProposalWords:
    return proposal_words(talk.person.language)


async def press_answer(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Trả lời]: ask for the answer. Raises KeyError, RefusedError."""
    person, proposal = found(service, query, action.subject)
    if proposal.state is ProposalState.CLOSED:
        await service.outgoing.edit(query, card(service, person, proposal))
    elif answers_as(person, proposal) is None:
        await service.outgoing.below(query, Reply(esc(proposal_words(person.language).not_theirs)))
    else:
        await open_dialogue(query, service, person, ANSWER_PROPOSAL, {"proposal": action.subject})


async def press_pursue(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Hỏi tiếp]: ask what else. Raises KeyError, RefusedError."""
    person, proposal = found(service, query, action.subject)
    if proposal.state is ProposalState.CLOSED:
        await service.outgoing.edit(query, card(service, person, proposal))
    else:
        await open_dialogue(query, service, person, PURSUE_PROPOSAL, {"proposal": action.subject})


async def press_close(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Được rồi, đóng]: close it; pressed twice it says the same again. Raises KeyError, RefusedError."""
    person, proposal = found(service, query, action.subject)
    mine = proposal.actor == service.people.pseudonym(person.id)
    if not (mine and proposal.state is ProposalState.CLOSED):
        change = ProposalClosed(proposal.id)
        service.record.record(change, service.actor(person), service.now(), key_of_press(query))
    closed = card(service, person, service.record.state.proposal(proposal.id))
    text = f"{esc(proposal_words(person.language).closed_now)}\n\n{closed.text}"
    await service.outgoing.edit(query, replace(closed, text=text))


def _of(talk: Talk) -> Proposal:
    return talk.service.record.state.proposal(int(talk.values["proposal"]))


def _quoted(talk: Talk, ask: str) -> str:
    return f"{said(_of(talk).words)}\n\n{esc(ask)}"


async def _answer(talk: Talk) -> Reply:
    service, proposal, words = talk.service, _of(talk), _words(talk)
    agency = answers_as(talk.person, proposal)
    if agency is None:
        raise OverError(Reply(esc(words.not_theirs)))
    if proposal.state is ProposalState.CLOSED:
        raise OverError(Reply(esc(words.answer_closed)))
    keep(talk, ProposalAnswered(proposal.id, talk.values["words"], agency))
    return card(service, talk.person, service.record.state.proposal(proposal.id), words.answer_sent)


async def _pursue(talk: Talk) -> Reply:
    keep(talk, ProposalPursued(_of(talk).id, talk.values["words"]))
    return card(talk.service, talk.person, _of(talk), _words(talk).more_sent)


ANSWER_PROPOSAL = Dialogue(
    "answer_proposal",
    Right.ASK,
    (prose_step("words", lambda talk: _quoted(talk, _words(talk).ask_answer), numbered=False, any_words=True),),
    _answer,
)
PURSUE_PROPOSAL = Dialogue(
    "pursue_proposal",
    Right.ASK,
    (prose_step("words", lambda talk: _quoted(talk, _words(talk).ask_more), numbered=False, any_words=True),),
    _pursue,
)
