"""The most urgent of some tasks: open, and by their deadlines in force the first of all or the next to come."""

from collections.abc import Sequence
from datetime import date
from itertools import islice

from knowledge.answers.result import TaskHit
from knowledge.progress import CLOSED
from knowledge.questions import Urgency

# Lists have their earliest deadlines first: what is urgent in a longer one stands among these.
_LOOKED_AT = 1000


def most_urgent(hits: Sequence[TaskHit], urgency: Urgency, today: date) -> list[int]:
    """Return the places of the tasks with the earliest last day, or the next to come; several where the day is one.

    Where none is to come any more, those with the latest day gone by are the nearest. None is without a last day.
    """
    found = enumerate(islice(hits, _LOOKED_AT))
    days = {place: hit.deadline.last for place, hit in found if hit.status not in CLOSED}
    dated = {place: last for place, last in days.items() if last is not None}
    if not dated:
        return []
    best = min(dated.values())
    if urgency is Urgency.NEXT:
        best = min((last for last in dated.values() if last >= today), default=max(dated.values()))
    return [place for place, last in dated.items() if last == best]
