"""What is said to chores in words: a list as a file, an agency to be reminded, what waits for a decision."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ErrandWords:
    """Every word of this area that is not data."""

    sheet: str
    list_title: str
    list_note: Callable[[str, str], str]  # how the question was read, the day
    headings: Sequence[str]  # number, code, task, leads, coordinators, deadline, where it stands, source
    sent: Callable[[int], str]
    without_groups: Callable[[int], str]
    only_excel: str
    no_list: str
    no_tasks: str
    reporting_book: str
    by_itself: str
    reached: Callable[[str, int], str]  # an agency, how many of its people get reminders
    nobody: Callable[[str], str]
    can_do: str
    ledger: str
    overdue_of: Callable[[str], str]
    soon_of: Callable[[str], str]
    propose: str
    waiting: str
    nothing_waits: str
    claims: Callable[[int], str]
    extensions: Callable[[int], str]
    proposals: Callable[[int], str]
    people: Callable[[int], str]
    see: Callable[[str], str]
    how_to_propose: str
