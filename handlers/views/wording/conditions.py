"""What is said of a question's conditions: how late, who is left out, and what was not taken into account."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.questions import Lateness


@dataclass(frozen=True)
class ConditionWords:
    """Every word of this area that is not data."""

    overdue: Callable[[Lateness, str], str]  # with the day it is told of
    rhythms: Mapping[str, str]  # how often what is recurring comes back
    output: Callable[[str], str]  # the kinds of output, in words
    outputs: Mapping[str, str]  # each kind
    issued_by: Callable[[str, str], str]  # a kind, and who issues it
    issuers: Mapping[str, str]
    excluded: Callable[[str, str], str]  # the names, and their role
    joint: Callable[[int, str], str]  # tasks that they have through a group all the same
    but_states: Callable[[str], str]
    given_by: Callable[[str], str]
    unit: Callable[[str, str], str]  # a body that no directive names, and its group
    unit_only: Callable[[str, str], str]
    parties: Callable[[str, int | None, int | None], str]  # a role, and how many have it
    all_of: Callable[[str], str]
    common: Callable[[int, str], str]
    whatever: Callable[[Sequence[str]], str]  # states that were named with their opposites
    either: Callable[[Sequence[str]], str]
    but_topics: Callable[[str], str]
    none_of: Callable[[str], str]
    groups_only: str
    counted: Callable[[int | None, int | None], str]
    criteria: Callable[[int | None, int | None], str]  # that a database meets
    unread: Callable[[str], str]
    unknown: Callable[[str], str]
    not_there: Callable[[str], str]
    no_database: Callable[[str], str]
    near_databases: str
    no_document: Callable[[str], str]
    near_tasks: str
    nearest_else: str
    only_targets: str
    unconnected: Callable[[int], str]  # how many are on record as not connected
    all_databases: str
    no_place: Callable[[str, str], str]  # of a directive, the place as it was written
    has_within: Callable[[str, str], str]
    has: Callable[[str], str]
    to: str
    none_issued: Callable[[str, int], str]  # as it was written, and how many directives there are
    issued: str
    due_then: str
    same_number: Callable[[str], str]
    some_directives: Callable[[int], str]  # how many of them fit
    issued_then: Callable[[str, str, bool], str]  # a directive, its day, whether that is the one asked
    only_mentioned: str
    only_aim: Callable[[str], str]  # the code of an indicator
    without: Callable[[str], str]  # the directives that are left out
    no_target: Callable[[Sequence[int], Sequence[int]], str]  # the years asked for, those that have indicators
    parts_of: Callable[[str], str]
    none_late_title: Callable[[str], str]
    agencies: Callable[[int], str]
    undated: Callable[[int, int], str]  # how many name no deadline at all, and how many one without a day
    indicator_parts: Callable[[str, int], str]  # so many indicators, as told, with so many parts of some
    nobody: str
    by_agency: Mapping[str, str]  # titles of counts of other things than tasks
