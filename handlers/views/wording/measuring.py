"""What is said about measured values of indicators and databases. `measuring_vi` and `measuring_en` fill it in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.record import MeasuredKind


@dataclass(frozen=True)
class MeasuringWords:
    """Every word of this area that is not data. What goes into a function marked `html` is escaped already."""

    language: str
    measure: str  # the button
    agency: str
    target: str
    directive_says: str
    measured: Callable[[str, str], str]  # html: value, day
    none_yet: str
    history: Callable[[int], str]
    source_of: Callable[[str, str], str]  # source, agency
    choose: Mapping[MeasuredKind, str]
    which_agency: str
    ask_value: Callable[[str], str]  # html: unit
    ask_criteria: Callable[[int], str]
    value_odd: str
    criteria_odd: Callable[[int], str]
    ask_day: str
    today: str
    day_odd: str
    day_ahead: Callable[[str], str]
    ask_source: str
    source_odd: str
    of: str
    value: str
    day: str
    source: str
    recorded: Callable[[str], str]
    not_yours: Callable[[str], str]
    more: Callable[[int], str]
    criteria: str
