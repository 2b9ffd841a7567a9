"""What is said while something is put together step by step: prose, agencies, days, the summary before it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowledge.record import Refusal


@dataclass(frozen=True)
class ComposingWords:
    """Every word of this area that is not data. What goes into a function marked `html` is escaped already."""

    language: str
    send: str
    change: str
    which_change: str
    look_over: str
    by_button: str
    kept_for_later: str
    back: str
    too_short: str
    too_long: Callable[[int], str]
    day_unread: str
    # agencies
    agencies_so_far: Callable[[str], str]  # html
    agency_unknown: Callable[[str], str]
    which_of: Callable[[str], str]
    agency_too_many: Callable[[int], str]
    done: str
    remove: Callable[[str], str]
    add: Callable[[str], str]
    # whom it concerns
    which_part: str
    nobody_there: Callable[[str], str]
    invite_them: str
    let_them_be_invited: str
    no_agency: str
    # what stands against it, where reports say it otherwise
    refusals: Mapping[Refusal, str]
    gone: str
