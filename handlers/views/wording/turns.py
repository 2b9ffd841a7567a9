"""What is said when a text leans on what was shown before: a place in a list, a page, the most urgent, a field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.questions import Urgency


@dataclass(frozen=True)
class TurnWords:
    """Every word of this area that is not data."""

    urgent: Mapping[Urgency, str]
    urgent_of_all: Mapping[Urgency, str]
    none_to_come: str
    none_dated: str
    which: str
    no_list_place: str
    no_list_page: str
    no_list_changed: str
    no_such_place: Callable[[int, int], str]  # how many there are, which was asked for
    no_tasks_in_list: str
    first_of_list: str
    no_such_page: Callable[[int], str]
    last_page: Callable[[int], str]
    first_page: str
    no_task: str
    in_group: str
    for_own: Callable[[str], str]
    own_unknown: str
    everybody: str
    own_agency: str
    commands: str
