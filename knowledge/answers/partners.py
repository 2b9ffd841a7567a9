"""With whom an agency works: who has a role in the tasks in which it has the other."""

from collections import Counter
from dataclasses import replace
from datetime import date
from functools import partial

from knowledge.answers.queries import asked_tasks, query_of
from knowledge.answers.topics import OnTopic
from knowledge.base import KnowledgeBase
from knowledge.questions import Reading, Role
from knowledge.record import StatusBook
from knowledge.store import COORDINATOR, LEAD

# The role of the agency that is named beside that of the others, by how these are counted.
_ROLES: dict[Role, tuple[tuple[Role, str], ...]] = {
    Role.COORDINATOR: ((Role.LEAD, COORDINATOR),),
    Role.LEAD: ((Role.COORDINATOR, LEAD),),
    Role.ANY: ((Role.LEAD, COORDINATOR), (Role.COORDINATOR, LEAD), (Role.LEAD, LEAD)),
}


def partner_counts(reading: Reading, base: KnowledgeBase, today: date, book: StatusBook) -> Counter[str]:
    """Count for every agency and group the tasks it has with the only one that is named, who is not counted itself.

    Only what both are given themselves counts, as in every ranking.
    """
    counts: Counter[str] = Counter()
    if reading.partners is None:
        return counts
    topic = OnTopic(reading.topic, base)
    for named_role, role in _ROLES[reading.partners]:
        asks = tuple(replace(ask, role=named_role) for ask in reading.agencies)
        theirs = replace(reading, agencies=asks, groups_too=False)
        query = query_of(theirs, base, today, book)
        counts.update(base.store.count_by_agency(topic.among(partial(asked_tasks, theirs, query, base)), role))
    for ask in reading.agencies:
        for name in base.registry.all_of(ask.name):
            counts.pop(name, None)
    return counts
