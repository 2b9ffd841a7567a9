"""The wording that both languages have, by name. `vi.py` and `en.py` fill it in."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date


def day(value: date) -> str:
    """Return a date as dd/mm/yyyy."""
    return f"{value:%d/%m/%Y}"


@dataclass(frozen=True)
class Words:
    """Every word a person sees that is not data."""

    language: str
    understood: str
    roles: Mapping[str, str]
    states: Mapping[str, str]
    due: Callable[[Sequence[tuple[date | None, date | None]]], str]  # the stretches in which it lies
    topic: Callable[[str], str]
    former: Callable[[str, str], str]
    directive_named: Callable[[str], str]
    tasks: Callable[[int], str]
    own_tasks: Callable[[int], str]
    urgent_first: str
    best_first: str
    latest_first: str
    via_group: Callable[[int, str], str]
    via_group_title: Callable[[int, str], str]
    coordinating: Callable[[int], str]
    recurring_others: Callable[[int], str]
    recurring: Callable[[int], str]
    no_tasks: str
    nothing_of_own: str
    due_day: Callable[[date, bool], str]
    ongoing: str
    no_deadline: str
    periodic: Callable[[str], str]
    late: Callable[[int], str]
    left: Callable[[int], str]
    today: str
    no_report: str
    annex: str
    item: str
    row: str
    list: str
    dash: str
    paragraph: str
    footnote: str
    opening: str
    closing: str
    lead: str
    coordinators: str
    output: str
    deadline: str
    status: str
    quote: str
    source: str
    related: str
    part_of: str
    parts: Callable[[int], str]
    note: str
    none_named: str
    restored: str
    outside: str
    unknown_document: Callable[[str], str]
    examples: tuple[str, ...]
    help: str
    start: Callable[[str], str]
    directives_title: str
    directive_tasks: Callable[[int], str]
    signed_by: Callable[[str, str], str]
    signer_unknown: str
    undated: str
    indicators: Callable[[int], str]
    by_year: Callable[[int], str]
    databases: Callable[[int], str]
    criteria: Callable[[int | None, int | None], str]
    database_lists: Mapping[int, str]
    no_indicators: str
    no_databases: str
    page_next: Callable[[int, int], str]
    page_back: str
    copy_code: str
    whole_passage: str
    back_to_list: str
    back_to_task: str
    related_button: str
    parts_button: Callable[[int], str]
    directive_list: str
    tasks_of: str
    stale: str
    gone: str
    trouble: Callable[[str], str]
    best_guess: str
    related_tasks: str
    other_words: str
    perhaps: str
    without: Mapping[str, Callable[[int], str]]
    groupings: Mapping[str, str]
    kinds: Mapping[str, str]
    own_only: str
    repaired: Callable[[str], str]
    leaned: str
    quarter: Callable[[int, int], str]
    month: Callable[[int, int], str]
    digest_title: Callable[[str, str, int], str]
    follow_done: Callable[[str], str]
    follow_ask: str
    follow_unknown: Callable[[str], str]
    follow_none: str
    follow_list: Callable[[str], str]
    unfollow_done: Callable[[str], str]
    unfollow: str
    tasks_of_question: Callable[[str], str]
    weekdays: tuple[str, ...]
    unsupported: str
