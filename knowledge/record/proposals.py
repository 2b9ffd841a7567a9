"""Proposals: an obstacle, a request or an idea, answered by whom it concerns and closed by who asked."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from knowledge.record.changes import ProposalAnswered, ProposalClosed, ProposalKind, ProposalPursued, Proposed


class ProposalState(StrEnum):
    """Where a proposal stands."""

    OPEN = "open"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ProposalAnswer:
    """An answer, `agency` "" for the supervisors'; or (`pursuing`) what the asker said to it."""

    actor: str
    at: datetime
    agency: str
    words: str
    pursuing: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal as it stands. `to` is an agency, "" for the supervisors; `task` "" when it is about none."""

    id: int
    kind: ProposalKind
    agency: str
    actor: str
    at: datetime
    words: str
    to: str
    task: str
    state: ProposalState = ProposalState.OPEN
    answers: tuple[ProposalAnswer, ...] = ()
    closed_at: datetime | None = None
    closing: str = ""

    @property
    def last_said(self) -> datetime:
        """When somebody last said something in it."""
        return self.answers[-1].at if self.answers else self.at


def new_proposal(number: int, actor: str, at: datetime, said: Proposed) -> Proposal:
    """Return the proposal that entry `number` makes."""
    return Proposal(number, said.kind, said.agency, actor, at, said.words, said.to, said.task)


def answered(proposal: Proposal, actor: str, at: datetime, said: ProposalAnswered) -> Proposal:
    """Return the proposal with an answer more."""
    answer = ProposalAnswer(actor, at, said.agency, said.words)
    return replace(proposal, state=ProposalState.ANSWERED, answers=(*proposal.answers, answer))


def pursued(proposal: Proposal, actor: str, at: datetime, said: ProposalPursued) -> Proposal:
    """Return the proposal waiting for an answer again, with what its asker said."""
    more = ProposalAnswer(actor, at, proposal.agency, said.words, pursuing=True)
    return replace(proposal, state=ProposalState.OPEN, answers=(*proposal.answers, more))


def closed(proposal: Proposal, at: datetime, said: ProposalClosed) -> Proposal:
    """Return the proposal closed by who asked."""
    return replace(proposal, state=ProposalState.CLOSED, closed_at=at, closing=said.words)
