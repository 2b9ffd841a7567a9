"""What is said about extensions (xin gia hạn, lùi thời hạn). `extensions_vi` and `extensions_en` fill it in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.record import ExtensionFault, ExtensionState


@dataclass(frozen=True)
class ExtensionWords:
    """Every word of this area that is not data. What goes into a function marked `html` is escaped already."""

    language: str
    ask: str  # the button on a card
    title: str
    ask_date: Callable[[str, str], str]  # html: task, last day in force
    ask_cause: str
    ask_responsibility: str
    ask_remedy: str
    rule: str  # why it is asked
    faults: Mapping[ExtensionFault, str]
    task: str
    agency: str
    deadline: str
    original: Callable[[str], str]
    proposed: str
    cause: str
    responsibility: str
    remedy: str
    by: str
    sent: Callable[[str], str]
    waits_already: Callable[[str, str], str]
    settled_already: str
    not_yours: Callable[[str], str]
    grant: str
    grant_other: str
    refuse: str
    ask_reason: Mapping[bool, str]  # by whether it is granted
    ask_other_date: str
    reason: str
    decided: Mapping[ExtensionState, Callable[[str], str]]  # the new day, "" when refused
    a_supervisor: str
    by_whom: Callable[[str, str], str]
    states: Mapping[ExtensionState, str]
    you_are: Mapping[ExtensionState, str]
    waiting: Callable[[int], str]
    waiting_none: str
    days_later: Callable[[int], str]
    on_card_waiting: Callable[[str, str], str]  # html: agency, proposed day
    more: Callable[[int], str]
