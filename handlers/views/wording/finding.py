"""What is said when things are looked for: lists and their filters, sections, agencies, inline offers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.courtesy import Courtesy


@dataclass(frozen=True)
class FindingWords:
    """Every word of this area that is not data."""

    standings: Mapping[str, Callable[[int], str]]  # by knowledge.progress.Standing
    year: Callable[[int], str]
    on: Callable[[str], str]  # a filter that is on
    show_all: str
    show_overdue: str
    show_soon: str
    show_recurring: str
    due_again: Callable[[int], str]
    next_day: Callable[[str], str]
    with_count: Callable[[str, int], str]
    coordinating_too: str
    group_tasks: str
    own_tasks: str
    period_back: Callable[[str], str]
    period_on: Callable[[str], str]
    by_directive: str
    any_directive: str
    by_agency: str
    any_agency: str
    choose_directive: str
    choose_agency: str
    choose_own: str
    more: str
    fewer: str
    any_horizon: str
    any_list: str
    short_lists: Mapping[int, str]
    ready_titles: Mapping[str, str]  # of the lists that an old button offers anew
    search_ask: str
    search_title: Callable[[str], str]
    search_none: Callable[[str], str]
    passages: Callable[[int], str]
    passage_button: Callable[[int], str]
    section_all: Callable[[int], str]
    section_count: Callable[[int], str]
    up: Callable[[str], str]
    agencies_title: str
    agencies_ask: str
    agency_unknown: Callable[[str], str]
    agency_which: str
    former_names: str
    groups: str
    members: Callable[[int], str]
    leads: Callable[[int], str]
    coordinates: Callable[[int], str]
    through_groups: Callable[[int], str]
    about: Callable[[str], str]
    card_tasks: str
    card_overdue: str
    card_soon: str
    card_indicators: str
    card_databases: str
    as_of: Callable[[str], str]  # on a card: the day its figures are of
    share: str
    unknown_command: Callable[[str], str]
    perhaps_command: str
    ask_anew: str
    no_words: str
    courtesies: Mapping[Courtesy, str]
    inline_none: str
