"""Who may record what: one table from the kind of change to the right it needs, and for whose agency."""

from dataclasses import dataclass

from knowledge.people import Person, Right, may
from knowledge.record.changes import (
    Change,
    Confirmed,
    ExtensionDecided,
    ProposalAnswered,
    ProposalClosed,
    ProposalPursued,
    Proposed,
    Remarked,
    Returned,
    TaskAssigned,
    TaskRecalled,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: the person as the record of people stands now, and the pseudonym that entries name them by."""

    person: Person
    pseudonym: str


_GIVEN = (TaskAssigned, TaskRecalled)
_SUPERVISORS = (Confirmed, Returned, ExtensionDecided, *_GIVEN)


def permits(person: Person, change: Change, agency: str) -> bool:
    """Tell whether `person` may record `change`, which concerns `agency` ("" for none).

    Supervisors decide, assign, and answer in their own name (agency ""); people of the agency report, ask, measure and
    answer for it. A proposal is for anyone of the agency, its leaders too; its focal points hand tasks down to its
    units. Authorship is looked at elsewhere.
    """
    if isinstance(change, _GIVEN) and agency and may(person, Right.HAND_DOWN, agency):
        return True
    if isinstance(change, _SUPERVISORS):
        return may(person, Right.SUPERVISE)
    if isinstance(change, ProposalAnswered) and not agency:
        return may(person, Right.SUPERVISE)
    if isinstance(change, Remarked):
        return may(person, Right.SUPERVISE) or may(person, Right.REPORT, agency)
    if isinstance(change, Proposed):
        return may(person, Right.SUPERVISE) or (may(person, Right.ASK) and agency in person.agencies)
    if isinstance(change, ProposalPursued | ProposalClosed):
        return may(person, Right.ASK)
    return may(person, Right.REPORT, agency)
