"""What is said of proposals that nobody answers, and of claims and extensions on which nobody decides."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class WaitingWords:
    """Every word of this area that is not data."""

    unanswered: Callable[[str], str]  # a title: by whom; "" for the supervisors
    silent: str  # the same for supervisors, of agencies
    silent_for: Callable[[int], str]
    more: Callable[[int], str]
    open: Callable[[int], str]
    undecided: str
    claims: Callable[[int, int], str]  # how many, and the longest wait
    extensions: Callable[[int, int], str]
    see_claims: Callable[[int], str]
    see_extensions: Callable[[int], str]
    # in /kiennghi: who was reminded
    reminded: Callable[[int, str], str]
    raised: Callable[[str], str]
