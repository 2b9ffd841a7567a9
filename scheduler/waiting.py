"""Gathers what waits for somebody: proposals for an answer, claims and extensions for a decision."""

from datetime import date

from knowledge.record import ExtensionState, ProgressReport, Proposal, ProposalState, ReportState
from knowledge.store import PeopleStore, RecordStore
from scheduler.calendar import day_of
from scheduler.notices import Item
from scheduler.silence import (
    CLAIM_WAITS,
    EXTENSION_WAITS,
    SILENT,
    UNANSWERED,
    Unanswered,
    Undecided,
    name_of,
    number_of,
    version_of,
)


class Waiting:
    """Reads from the record what waits."""

    def __init__(self, record: RecordStore, people: PeopleStore) -> None:
        """Read `record` and `people`."""
        self._record = record
        self._people = people
        self._brought: dict[int, date] = {}

    def unanswered(self) -> list[Unanswered]:
        """Return the proposals that wait for an answer, the oldest first."""
        return [
            Unanswered(one.id, one.agency, one.to, day_of(one.last_said), self._chat(one.actor))
            for one in self._record.state.open_proposals()
        ]

    def undecided(self) -> list[Undecided]:
        """Return the claims and the extensions that wait for a supervisor."""
        state = self._record.state
        claims = [
            Undecided(CLAIM_WAITS, one.id, one.agency, self._since(one), self._chat(one.actor))
            for one in state.waiting(ReportState.AWAITS_CONFIRMATION)
        ]
        extensions = [
            Undecided(EXTENSION_WAITS, one.id, one.agency, day_of(one.at), self._chat(one.actor))
            for one in state.waiting_extensions()
        ]
        return [*claims, *extensions]

    def stands(self, item: Item) -> bool:
        """Tell whether an item of no task still is to be told: nobody answered or decided meanwhile."""
        state, name = self._record.state, name_of(item)
        if name in (UNANSWERED, SILENT):
            one = state.proposal(number_of(item))
            return one.state is ProposalState.OPEN and silence_of(one) == item.version
        if name == CLAIM_WAITS:
            report = state.report(number_of(item))
            return report.awaits_confirmation and state.progress(report.task, report.agency).claim == report.id
        if name == EXTENSION_WAITS:
            return state.extension(number_of(item)).state is ExtensionState.WAITING
        return True  # a summary is told whatever happens

    def _since(self, claim: ProgressReport) -> date:
        """Return since when a supervisor could decide; that never changes, and is looked up once."""
        if claim.id not in self._brought:
            self._brought[claim.id] = day_of(self._record.brought_by(claim).moment)
        return self._brought[claim.id]

    def _chat(self, pseudonym: str) -> int:
        person = self._people.behind(pseudonym)
        return person.id if person is not None else 0


def silence_of(one: Proposal) -> str:
    """Return what tells the present silence about a proposal from another (see `silence.version_of`)."""
    return version_of(one.id, day_of(one.last_said))
