"""What is said about tasks given from chat (giao việc) and handed down to units. `assigning_vi`, `assigning_en`."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class AssigningWords:
    """Every word of this area that is not data. What goes into a function marked `html` is escaped already."""

    language: str
    # giving
    ask_what: str
    ask_leads: str
    ask_coordinators: str
    no_coordinators: str
    ask_deadline: str
    deadline_unread: str
    deadline_past: Callable[[str], str]
    no_deadline: str
    ask_document: str
    no_document: str
    document_odd: str
    what: str
    leads: str
    coordinators: str
    deadline: str
    document: str
    understood: Callable[[str, str], str]  # html: as typed, as read
    nothing: str
    given: Callable[[str], str]  # html: code
    reached: Callable[[int], str]
    # handing down
    hand_down: str  # the button on a card
    ask_owner: str
    ask_units: Callable[[str], str]  # html: the task
    units_odd: Callable[[int], str]
    ask_part: str
    as_parent: str
    ask_unit_deadline: Callable[[str], str]
    as_parent_deadline: str
    later_than_parent: Callable[[str], str]
    parent_over: Callable[[str], str]
    parent: str
    units: str
    handed: Callable[[str], str]  # html: code
    not_yours: Callable[[str], str]
    # cards and lists
    recall: str
    ask_recall: str
    recall_done: str
    recall_not_yours: str
    recall_too_late: str
    recall_reason: str
    recalled_for_you: str
    recalled: Callable[[str], str]
    for_you: str
    units_title: Callable[[str], str]
    source: Callable[[str], str]
    source_document: Callable[[str, str], str]
    own_of: Callable[[str], str]
    list_title: Callable[[int], str]
    list_none: str
    give_new: str
    more: Callable[[int], str]
    given_tasks: Callable[[int], str]
    # beside the directives' tasks
    beside: Callable[[int, int], str]
    found_title: Callable[[int], str]
    from_chat: str
    by_directives: str
