"""What is said about obstacles, requests and ideas (vướng mắc, kiến nghị, sáng kiến) and their answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.record import ProposalKind, ProposalState


@dataclass(frozen=True)
class ProposalWords:
    """Every word of this area that is not data. What goes into a function marked `html` is escaped already."""

    language: str
    obstacle: str  # the button on a card
    kinds: Mapping[ProposalKind, str]
    # putting it together
    ask_from: str
    ask_about: str
    in_general: str
    about_unknown: Callable[[str], str]
    about_which: str
    ask_to: str
    to_supervisors: str
    supervisors: str
    to_which: Callable[[str], str]
    to_own: str
    ask_kind: str
    ask_words: Mapping[ProposalKind, str]
    of: str
    to: str
    about: str
    kind: str
    content: str
    sent: Callable[[str, str], str]
    nobody: Callable[[str], str]
    # the card
    title: Callable[[str, int], str]
    by: str
    answered: Callable[[str, str], str]
    pursued: Callable[[str], str]
    states: Mapping[ProposalState, str]
    silent: Callable[[int], str]
    closed: Callable[[str], str]
    answer: str
    content_close: str
    ask_on: str
    ask_answer: str
    ask_more: str
    answer_sent: str
    more_sent: str
    closed_now: str
    # notices
    for_you: str
    asked_on: str
    you_are_answered: str
    closed_by_asker: str
    answer_closed: str
    # the list
    new: str
    mine: Callable[[int], str]
    to_us: Callable[[int], str]
    none: str
    not_theirs: str
