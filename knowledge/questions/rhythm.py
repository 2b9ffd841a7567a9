"""How often a recurring task comes back, as a question names it: "hằng quý", "6 tháng một lần"."""

import re
from collections.abc import Collection

from knowledge.questions.model import State

_ONCE = r"(?: bao cao)? (?:mot|1) lan"
_RHYTHMS = tuple(
    (name, re.compile(rf"\b(?:{words})\b"))
    for name, words in (
        ("half", rf"(?:6|sau) thang{_ONCE}|nua nam{_ONCE}|every (?:six|6) months|half[- ]yearly|twice a year"),
        (
            "quarter",
            rf"(?:hang|moi) quy|(?:(?:3|ba) thang|quy){_ONCE}|quarterly|every (?:quarter|three months|3 months)",
        ),
        ("month", rf"(?:hang|moi) thang|(?<!\d )(?<!ba )(?<!sau )thang{_ONCE}|monthly|every month"),
        ("year", rf"(?:hang|moi) nam|(?<!nua )(?<!\d )nam{_ONCE}|yearly|annual(?:ly)?|every year"),
        ("week", rf"(?:hang|moi) tuan|(?<!\d )tuan{_ONCE}|weekly|every week"),
    )
)


def rhythm_in(folded: str, states: Collection[State]) -> str:
    """Return "week", "month", "quarter", "half" or "year" where recurring tasks are asked for by it, else "".

    Where several are named, none limits.
    """
    if State.RECURRING not in states:
        return ""
    named = [name for name, pattern in _RHYTHMS if pattern.search(folded)]
    return named[0] if len(named) == 1 else ""
