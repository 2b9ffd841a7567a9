"""Who is told of what is asked, decided and given: supervisors, those who act for an agency, whoever wrote it."""

from collections.abc import Iterable

from knowledge.people import Person, PersonRole, PersonState, Right, may
from knowledge.store import PeopleStore


def supervisors(people: PeopleStore) -> list[Person]:
    """Return who supervises."""
    return [each for each in people.holding(PersonRole.SUPERVISOR) if may(each, Right.SUPERVISE)]


def acting_for(people: PeopleStore, agencies: Iterable[str]) -> list[Person]:
    """Return the focal points and staff of some agencies, each once."""
    found = {
        each.id: each for agency in agencies for each in people.of_agency(agency) if may(each, Right.REPORT, agency)
    }
    return list(found.values())


def receiving(people: PeopleStore, to: str) -> list[Person]:
    """Return who is to act on what is sent to an agency ("": the supervisors); supervisors where it has nobody here."""
    return (acting_for(people, (to,)) if to else []) or supervisors(people)


def author_or(people: PeopleStore, pseudonym: str, agency: str) -> list[Person]:
    """Return whom a pseudonym stands for, or those who act for `agency` where that person is gone."""
    author = people.behind(pseudonym)
    if author is not None and author.state is PersonState.APPROVED:
        return [author]
    return acting_for(people, (agency,))
