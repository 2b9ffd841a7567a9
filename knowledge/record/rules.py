"""What is recorded and what is refused: one function a change, each of the state it meets, the actor and the day.

Each returns the change as it is recorded, with what the store knows filled in, or raises RefusedError.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol

from knowledge.progress import Status, extended, is_regular
from knowledge.record import changes as c
from knowledge.record.assigned import AssignedTask, Recall, no_later
from knowledge.record.duties import Duty
from knowledge.record.errors import Refusal, RefusedError
from knowledge.record.evidence import Evidence, is_usable
from knowledge.record.extensions import Extension, ExtensionState, extension_faults
from knowledge.record.measurements import is_value
from knowledge.record.proposals import Proposal, ProposalState
from knowledge.record.reports import WITHDRAWAL, Action, Progress, ProgressReport, ReportState, after_action, may_follow
from knowledge.record.rights import Actor, permits
from knowledge.record.sentences import is_sentence


class State(Protocol):
    """What the rules ask of the record as it stands. Each raises RefusedError (not there) for what is unknown."""

    def duty(self, code: str) -> Duty: ...
    def assignees(self, leads: Sequence[str]) -> tuple[str, ...]: ...
    def progress(self, task: str, agency: str) -> Progress: ...
    def report(self, number: int) -> ProgressReport: ...
    def last_by(self, actor: str, task: str, agency: str) -> int: ...
    def extension(self, number: int) -> Extension: ...
    def waiting_extension(self, task: str, agency: str) -> Extension | None: ...
    def until(self, task: str, agency: str) -> date | None: ...
    def proposal(self, number: int) -> Proposal: ...
    def next_code(self) -> str: ...
    def assigned_task(self, code: str) -> AssignedTask | None: ...
    def recall(self, code: str) -> Recall | None: ...
    def has_file(self, digest: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Ruled:
    """A change that may be recorded: what it is about, and which agency it concerns ("" for none)."""

    change: c.Change
    subject: str
    agency: str


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules as they apply to one actor at one moment; the moment's own zone says which day it is."""

    state: State
    by: Actor
    at: datetime

    def rule(self, change: c.Change) -> Ruled:  # noqa: C901, PLR0912 one arm a change
        """Return `change` as it may be recorded. Raises RefusedError, UnknownTaskError or UnknownAgencyError."""
        match change:
            case c.Reported():
                return self._reported(change)
            case c.EvidenceAdded():
                return self._evidence_added(change)
            case c.Confirmed():
                return self._confirmed(change)
            case c.Returned():
                return self._returned(change)
            case c.Remarked():
                return self._remarked(change)
            case c.Withdrawn():
                return self._withdrawn(change)
            case c.ExtensionAsked():
                return self._extension_asked(change)
            case c.ExtensionDecided():
                return self._extension_decided(change)
            case c.Proposed():
                return self._proposed(change)
            case c.ProposalAnswered():
                return self._answered(change)
            case c.ProposalPursued():
                return self._pursued(change)
            case c.ProposalClosed():
                return self._closed(change)
            case c.TaskAssigned():
                return self._assigned(change)
            case c.TaskRecalled():
                return self._recalled(change)
            case c.Measured():
                return self._measured(change)

    @property
    def _today(self) -> date:
        return self.at.date()

    def _permit(self, change: c.Change, agency: str) -> None:
        if not permits(self.by.person, change, agency):
            raise RefusedError(Refusal.NOT_PERMITTED, agency)

    def _duty(self, code: str, agency: str, change: c.Change) -> Duty:
        """Return the duty of `agency` in a task, for which the actor may speak."""
        duty = self.state.duty(code)
        self._permit(change, duty.answers_for(agency))
        _require(self.state.recall(duty.task) is None, Refusal.TASK_RECALLED, duty.task)
        _require(agency in duty.assignees, Refusal.NOT_ASSIGNED, agency)
        return duty

    def _reported(self, said: c.Reported) -> Ruled:
        duty = self._duty(said.task, said.agency, said)
        before = self.state.progress(duty.task, said.agency).status
        _require(
            may_follow(before, said.after, regular=is_regular(duty.deadline)),
            Refusal.TRANSITION,
            f"{before.value} → {said.after.value}",
        )
        _require(_is_percent(said.percent, said.after), Refusal.PERCENT, str(said.percent))
        if said.after is Status.DONE:
            _require(said.done_on is not None, Refusal.DONE_ON_MISSING)
        if said.after is Status.DROPPED:
            _require(is_sentence(said.words), Refusal.REASON_MISSING)
        _require(said.done_on is None or said.done_on <= self._today, Refusal.DONE_IN_FUTURE, str(said.done_on))
        self._usable(said.evidence)
        return Ruled(replace(said, task=duty.task, before=before), duty.task, said.agency)

    def _usable(self, evidence: Sequence[Evidence]) -> None:
        for piece in evidence:
            kept = not piece.is_kept or self.state.has_file(piece.ref)
            _require(is_usable(piece) and kept, Refusal.EVIDENCE_UNUSABLE, piece.ref)

    def _report(self, number: int, change: c.Change) -> ProgressReport:
        """Return a report on which the actor may act."""
        report = self.state.report(number)
        self._permit(change, self.state.duty(report.task).answers_for(report.agency))
        return report

    def _is_latest_claim(self, report: ProgressReport) -> None:
        claim = self.state.progress(report.task, report.agency).claim
        _require(not report.waits or report.id == claim, Refusal.REPLACED, str(claim))

    def _evidence_added(self, added: c.EvidenceAdded) -> Ruled:
        report = self._report(added.report, added)
        _require(bool(added.evidence), Refusal.EVIDENCE_MISSING)
        self._usable(added.evidence)
        after_action(report, Action.ADD_EVIDENCE)
        return Ruled(added, report.task, report.agency)

    def _confirmed(self, confirmed: c.Confirmed) -> Ruled:
        report = self._report(confirmed.report, confirmed)
        self._is_latest_claim(report)
        after_action(report, Action.CONFIRM)
        _require(report.actor != self.by.pseudonym, Refusal.OWN_REPORT)
        done_on = confirmed.done_on
        _require(done_on is None or done_on <= self._today, Refusal.DONE_IN_FUTURE, str(done_on))
        return Ruled(confirmed, report.task, report.agency)

    def _returned(self, returned: c.Returned) -> Ruled:
        report = self._report(returned.report, returned)
        self._is_latest_claim(report)
        after_action(report, Action.RETURN)
        settled = report.state is ReportState.CONFIRMED  # what was decided is not undone by who means to decide it
        _require(returned.reopens is settled, Refusal.WRONG_STATE, report.state.value)
        counts = self.state.progress(report.task, report.agency).report
        _require(not settled or report.id == counts, Refusal.REPLACED, str(counts))
        _require(bool(returned.reason.strip()), Refusal.REASON_MISSING)
        return Ruled(returned, report.task, report.agency)

    def _remarked(self, remarked: c.Remarked) -> Ruled:
        report = self._report(remarked.report, remarked)
        _require(bool(remarked.words.strip()), Refusal.WORDS_MISSING)
        return Ruled(remarked, report.task, report.agency)

    def _withdrawn(self, withdrawn: c.Withdrawn) -> Ruled:
        report = self._report(withdrawn.report, withdrawn)
        _require(report.actor == self.by.pseudonym, Refusal.NOT_THE_AUTHOR)
        last = self.state.last_by(self.by.pseudonym, report.task, report.agency)
        _require(report.id == last, Refusal.NOT_THE_LAST)
        after_action(report, Action.WITHDRAW)
        _require(self.at - report.at <= WITHDRAWAL, Refusal.TOO_LATE)
        return Ruled(withdrawn, report.task, report.agency)

    def _extension_asked(self, asked: c.ExtensionAsked) -> Ruled:
        duty = self._duty(asked.task, asked.agency, asked)
        status = self.state.progress(duty.task, asked.agency).status
        _require(status not in (Status.DONE, Status.DROPPED), Refusal.WRONG_STATE, status.value)
        waiting = self.state.waiting_extension(duty.task, asked.agency)
        _require(waiting is None, Refusal.EXTENSION_WAITING, str(waiting.id) if waiting else "")
        in_force = extended(duty.deadline, self.state.until(duty.task, asked.agency))
        faults = extension_faults(asked, in_force, self._today)
        _require(not faults, Refusal.EXTENSION_FAULTS, ", ".join(f"{name}: {fault}" for name, fault in faults))
        return Ruled(replace(asked, task=duty.task, before=in_force.last), duty.task, asked.agency)

    def _extension_decided(self, decided: c.ExtensionDecided) -> Ruled:
        extension = self.state.extension(decided.extension)
        self._permit(decided, "")
        _require(extension.state is ExtensionState.WAITING, Refusal.WRONG_STATE, extension.state.value)
        _require(extension.actor != self.by.pseudonym, Refusal.OWN_REPORT)
        _require(bool(decided.reason.strip()), Refusal.REASON_MISSING)
        if decided.granted and decided.until is not None and extension.before is not None:
            _require(decided.until > extension.before, Refusal.NOT_LATER, str(decided.until))
        return Ruled(decided, extension.task, extension.agency)

    def _proposed(self, said: c.Proposed) -> Ruled:
        self._permit(said, said.agency)
        _require(bool(said.words.strip()), Refusal.WORDS_MISSING)
        if said.to:
            self.state.assignees((said.to,))
        task = self.state.duty(said.task).task if said.task else ""
        return Ruled(replace(said, task=task), task or "proposal", said.agency)

    def _answered(self, answer: c.ProposalAnswered) -> Ruled:
        proposal = self.state.proposal(answer.proposal)
        self._permit(answer, answer.agency)
        _require(answer.agency in ("", proposal.to), Refusal.NOT_PERMITTED, answer.agency)
        _require(proposal.state is not ProposalState.CLOSED, Refusal.WRONG_STATE, proposal.state.value)
        _require(bool(answer.words.strip()), Refusal.WORDS_MISSING)
        return Ruled(answer, proposal.task or "proposal", proposal.agency)

    def _pursued(self, more: c.ProposalPursued) -> Ruled:
        proposal = self._own_proposal(more.proposal, more)
        _require(bool(more.words.strip()), Refusal.WORDS_MISSING)
        return Ruled(more, proposal.task or "proposal", proposal.agency)

    def _closed(self, closed: c.ProposalClosed) -> Ruled:
        proposal = self._own_proposal(closed.proposal, closed)
        return Ruled(closed, proposal.task or "proposal", proposal.agency)

    def _own_proposal(self, number: int, change: c.Change) -> Proposal:
        """Return a proposal that the actor made and that is not closed."""
        proposal = self.state.proposal(number)
        self._permit(change, proposal.agency)
        _require(proposal.actor == self.by.pseudonym, Refusal.NOT_THE_AUTHOR)
        _require(proposal.state is not ProposalState.CLOSED, Refusal.WRONG_STATE, proposal.state.value)
        return proposal

    def _assigned(self, given: c.TaskAssigned) -> Ruled:
        self._permit(given, given.owner)
        _require(bool(given.title.strip()), Refusal.TITLE_MISSING)
        _require(bool(given.leads) and all(name.strip() for name in given.leads), Refusal.NOBODY_LEADS)
        self.state.assignees((given.owner,) if given.owner else (*given.leads, *given.coordinators))
        parent = self._parent(given) if given.parent else ""
        code = self.state.next_code()
        return Ruled(replace(given, parent=parent, code=code), code, given.owner)

    def _parent(self, given: c.TaskAssigned) -> str:
        """Return the task that is handed down: one of the owner's, to be done no later than the owner must."""
        parent = self.state.duty(given.parent)
        _require(self.state.recall(parent.task) is None, Refusal.TASK_RECALLED, parent.task)
        if given.owner:
            mine = [name for name in parent.assignees if parent.answers_for(name) == given.owner]
            _require(bool(mine), Refusal.NOT_ASSIGNED, given.owner)
            limits = [extended(parent.deadline, self.state.until(parent.task, name)) for name in mine]
            _require(any(no_later(given.deadline, limit) for limit in limits), Refusal.LATER_THAN_PARENT)
        return parent.task

    def _recalled(self, recalled: c.TaskRecalled) -> Ruled:
        """Only whoever gave a task takes it back, while nobody has reported that it is over."""
        task = self.state.assigned_task(recalled.task)
        if task is None:
            raise RefusedError(Refusal.NOT_THERE, recalled.task)
        self._permit(recalled, task.owner)
        _require(task.actor == self.by.pseudonym, Refusal.NOT_THE_AUTHOR)
        _require(self.state.recall(task.id) is None, Refusal.TASK_RECALLED, task.id)
        parts = [self.state.progress(task.id, part) for part in self.state.duty(task.id).assignees]
        _require(not any(part.is_over for part in parts), Refusal.WRONG_STATE)
        _require(bool(recalled.reason.strip()), Refusal.REASON_MISSING)
        return Ruled(replace(recalled, task=task.id), task.id, task.owner)

    def _measured(self, said: c.Measured) -> Ruled:
        self._permit(said, said.agency)
        _require(is_value(said), Refusal.VALUE, said.value)
        _require(bool(said.source.strip()), Refusal.SOURCE_MISSING)
        _require(said.on <= self._today, Refusal.MEASURED_IN_FUTURE, str(said.on))
        return Ruled(said, f"{said.kind.value}:{said.code}", said.agency)


def _require(holds: bool, why: Refusal, detail: str = "") -> None:
    if not holds:
        raise RefusedError(why, detail)


def _is_percent(percent: int | None, status: Status) -> bool:
    if percent is None:
        return True
    least, most = {Status.NOT_STARTED: (0, 0), Status.DONE: (100, 100)}.get(status, (0, 100))
    return least <= percent <= most
