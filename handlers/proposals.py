"""/kiennghi: an obstacle, a request or an idea goes to who can act on it, and is seen by both sides."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from telegram import Bot, CallbackQuery, Update

from handlers.actions import Action
from handlers.composing import keep, open_dialogue, options_step, prose_step, sure_step, words_of
from handlers.dialogues import AgainError, Dialogue, Step, Talk, begin_with, kept_for
from handlers.naming import TaskWords, agencies_named, task_step
from handlers.reporting.common import face, local, name_for, whole
from handlers.reporting.drafts import code_in, without_codes
from handlers.services import Context, Services, services
from handlers.views import proposals as views
from handlers.views.composing import said
from handlers.views.paging import page_of
from handlers.views.reply import Reply, esc, shorten
from handlers.views.waiting import who_was_reminded
from handlers.views.wording import composing_words, proposal_words, reporting_words
from handlers.views.wording.proposals import ProposalWords
from handlers.views.words import Words
from knowledge.people import Person, Right, may
from knowledge.record import (
    Proposal,
    ProposalKind,
    ProposalState,
    Proposed,
    Refusal,
    RefusedError,
)
from scheduler.audience import acting_for
from scheduler.waiting import silence_of

_MOST_TYPED = 200
_LABEL = 60
_OFFERED = 4
_SUPERVISORS = "sup"


def _words(talk: Talk) -> ProposalWords:
    return proposal_words(talk.person.language)


# ── putting it together ─────────────────────────────────────────────────────────────────────────────


async def show_proposals(update: Update, context: Context) -> None:
    """/kiennghi: what we sent and what was sent to us; with a task's code or words, a new one."""
    message, service = update.effective_message, services(context)
    person = service.person(update)
    if message is None or person is None:
        return
    typed = " ".join(context.args or ())
    reply = await _begin(service, context.bot, person, typed) if typed else _listing(service, person)
    await service.outgoing.reply(message, reply)


async def _begin(service: Services, bot: Bot, person: Person, typed: str) -> Reply:
    code = code_in(service, typed)
    known = _known(person, {"task": code} if code else {})
    if known is None:
        return Reply(esc(composing_words(person.language).no_agency))
    return await begin_with(service, bot, person, PROPOSE, known, {"words": without_codes(service, typed)})


def _known(person: Person, values: dict[str, str]) -> dict[str, str] | None:
    """Return what is known before the first step, None for somebody of no agency."""
    if not person.agencies:
        return None
    return {**values, **({"agency": person.agency} if person.agency else {})}


async def press_propose(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """[Vướng mắc] on a card, or [Gửi kiến nghị mới] without one. Raises UnknownTaskError."""
    person = service.people.find(query.from_user.id)
    if person is None:
        return
    about: dict[str, str] = {}
    if action.subject:
        about = {"task": service.record.state.duty(action.subject).task, "kind": ProposalKind.OBSTACLE.value}
    known = _known(person, about)
    if known is None:
        await service.outgoing.below(query, Reply(esc(composing_words(person.language).no_agency)))
    else:
        await open_dialogue(query, service, person, PROPOSE, known)


def _from_step() -> Step:
    def options(talk: Talk) -> dict[str, str]:
        return {str(place): name for place, name in enumerate(talk.person.agencies)}

    step = options_step("agency", lambda talk: esc(_words(talk).ask_from), options, numbered=False, keeps="words")
    return replace(
        step,
        choose=lambda talk, value: options(talk)[step.choose(talk, value)],
        take=lambda talk, text: options(talk)[step.take(talk, text)],
    )


def _those_concerned(talk: Talk) -> list[str]:
    """Return the agencies that were named, then those that lead or help with the task, without the asker's own."""
    service, code = talk.service, talk.values["task"]
    said = talk.values.get(kept_for("words"), "")
    names = dict.fromkeys(each.name for each in service.base.registry.mentions(said))
    if code:
        given = service.record.state.assigned_task(code)
        task = given.task if given else service.base.store.task(code)
        names.update(dict.fromkeys((*service.record.state.duty(code).assignees, *task.coordinators)))
    return [n for n in names if n in service.base.registry.agencies and n != talk.values["agency"]][:_OFFERED]


def _to_shown(talk: Talk, names: Sequence[str], text: str) -> Reply:
    number = talk.service.base.agency_number
    rows = tuple((talk.choice(shorten(name, _LABEL), str(number(name))),) for name in names)
    return Reply(esc(text), (*rows, (talk.choice(_words(talk).to_supervisors, _SUPERVISORS),)))


def _to_ask(talk: Talk) -> Reply:
    return _to_shown(talk, _those_concerned(talk), _words(talk).ask_to)


def _to_checked(talk: Talk, name: str) -> str:
    if name == talk.values["agency"]:
        raise AgainError(_to_shown(talk, _those_concerned(talk), _words(talk).to_own))
    return name


def _to_take(talk: Talk, text: str) -> str:
    words, typed, agencies = _words(talk), text.strip()[:_MOST_TYPED], talk.service.base.registry.agencies
    if typed.casefold() == words.to_supervisors.casefold():
        return ""
    named = agencies_named(talk.service, typed)
    sure = [name for name in named.sure if name in agencies]
    if len(sure) == 1 and not named.unclear:
        return _to_checked(talk, sure[0])
    near = [*sure, *(name for _, names in named.unclear for name in names if name in agencies)]
    told = words.to_which(typed[:80]) if near else words_of(talk).agency_unknown(typed[:80])
    raise AgainError(_to_shown(talk, list(dict.fromkeys(near))[:_OFFERED], told))


def _to_choose(talk: Talk, value: str) -> str:
    if value == _SUPERVISORS:
        return ""
    name = talk.service.base.agency_by_number(value)
    if name not in talk.service.base.registry.agencies:
        raise KeyError(value)
    return _to_checked(talk, name)


def _kinds(talk: Talk) -> dict[str, str]:
    return {kind.value: label for kind, label in _words(talk).kinds.items()}


def _summary(talk: Talk) -> dict[str, str]:
    words, values = _words(talk), talk.values
    about = face(talk.service, values["task"]).line if values["task"] else esc(words.in_general)
    return {
        words.kind: esc(_kinds(talk)[values["kind"]]),
        words.about: about,
        words.of: esc(values["agency"]),
        words.to: f"<b>{esc(values['to'] or words.supervisors)}</b>",
        words.content: said(values["words"]),
    }


def _changeable(talk: Talk) -> dict[str, str]:
    words = _words(talk)
    return {"task": words.about, "to": words.to, "kind": words.kind, "words": words.content}


async def _send(talk: Talk) -> Reply:
    service, values, words = talk.service, talk.values, _words(talk)
    change = Proposed(ProposalKind(values["kind"]), values["agency"], values["words"], values["to"], values["task"])
    proposal = service.record.state.proposal(keep(talk, change).number)
    lines = [esc(words.sent(views.addressee(proposal, words), str(proposal.id)))]
    if proposal.to and not acting_for(service.people, (proposal.to,)):
        lines.append(esc(words.nobody(proposal.to)))
    return Reply("\n".join(lines), card(service, talk.person, proposal).rows[-1:] if proposal.task else ())


def _task_words(talk: Talk) -> TaskWords:
    words = _words(talk)
    return TaskWords(esc(words.ask_about), words.about_unknown, words.about_which, words.in_general)


PROPOSE = Dialogue(
    "propose",
    Right.ASK,
    (
        _from_step(),
        task_step("task", _task_words),
        options_step("kind", lambda talk: esc(_words(talk).ask_kind), _kinds, keeps="words"),
        Step("to", _to_ask, _to_take, _to_choose),  # the agency, "" for the supervisors
        prose_step(
            "words", lambda talk: esc(_words(talk).ask_words[ProposalKind(talk.values["kind"])]), any_words=True
        ),
        sure_step(_summary, _changeable),
    ),
    _send,
    lasting=True,
)


# ── seeing ──────────────────────────────────────────────────────────────────────────────────────────


def answers_as(person: Person, proposal: Proposal) -> str | None:
    """Return the agency for which `person` may answer, "" for the supervisors, None where they may not."""
    if proposal.to and may(person, Right.REPORT, proposal.to):
        return proposal.to
    return "" if may(person, Right.SUPERVISE) else None


def card(service: Services, reader: Person, proposal: Proposal, title: str = "") -> Reply:
    """Return a proposal as `reader` sees it."""
    names = reporting_words(reader.language)
    here = replace(
        proposal,
        at=local(service, proposal.at),
        answers=tuple(replace(each, at=local(service, each.at)) for each in proposal.answers),
        closed_at=local(service, proposal.closed_at) if proposal.closed_at else None,
    )
    own = proposal.actor == service.people.pseudonym(reader.id)
    seen = views.Seen(
        here,
        face(service, proposal.task).line if proposal.task else "",
        {proposal.actor: name_for(service, reader, proposal.actor, names)},
        service.today(),
        answering=answers_as(reader, proposal) is not None and not own,
        own=own,
        reminded=_reminded(service, reader, proposal),
    )
    return views.card(seen, proposal_words(reader.language), title)


def _reminded(service: Services, reader: Person, proposal: Proposal) -> str:
    """Say who was reminded of a proposal that waits, so that who asked sees that it is followed; "" for nobody."""
    if proposal.state is not ProposalState.OPEN:
        return ""
    return who_was_reminded(service.ledger.of_silence(silence_of(proposal)), reader.language)


async def turn_page(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """Show another page of what was sent, as it stands now. Raises KeyError."""
    person = service.people.find(query.from_user.id)
    if person is not None:
        await service.outgoing.edit(query, _listing(service, person, whole(action.subject)))


def _listing(service: Services, person: Person, page: int = 1) -> Reply:
    state, mine = service.record.state, service.people.pseudonym(person.id)
    ours = [p for p in state.proposals() if p.actor == mine or p.agency in person.agencies]
    to_us = [
        p
        for p in state.proposals()
        if answers_as(person, p) is not None and p.actor != mine and p.state is not ProposalState.CLOSED
    ]

    def order(one: Proposal) -> tuple[bool, timedelta]:
        return one.state is ProposalState.CLOSED, one.last_said - service.now()

    parts = {views.Part.TO_US: sorted(to_us, key=order), views.Part.MINE: sorted(ours, key=order)}
    listed = page_of([(part, one) for part, those in parts.items() for one in those], page)
    counts = {part: len(those) for part, those in parts.items()}
    words = proposal_words(person.language)
    return views.listing(listed, counts, words, service.today(), lambda one: _reminded(service, person, one))


def found(service: Services, query: CallbackQuery, number: str) -> tuple[Person, Proposal]:
    """Return who pressed, and the proposal. Raises RefusedError for one that is not there, or not theirs to see."""
    person = service.people.find(query.from_user.id)
    if person is None or not (number.isascii() and number.isdigit() and len(number) < 16):
        raise KeyError(number)
    proposal = service.record.state.proposal(int(number))
    if answers_as(person, proposal) is None and not {proposal.agency, proposal.to} & set(person.agencies):
        raise RefusedError(Refusal.NOT_PERMITTED, number)
    return person, proposal


async def press_show(query: CallbackQuery, action: Action, service: Services, _: Words) -> None:
    """Show a proposal below the list. Raises KeyError, RefusedError."""
    person, proposal = found(service, query, action.subject)
    await service.outgoing.below(query, card(service, person, proposal))
