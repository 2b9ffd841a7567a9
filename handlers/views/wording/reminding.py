"""What is said when people are reminded: notices, their buttons, settings, the list ahead, the ledger, the calendar."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class RemindingWords:
    """Every word of this area that is not data."""

    title: Callable[[str, str, int], str]
    title_first: Callable[[str, str, int], str]
    title_info: Callable[[str, str], str]
    sections: Mapping[str, str]  # by scheduler.notices.Why
    moved: Callable[[str], str]  # the deadline was put off, from this day
    silent: str
    told_before: Callable[[str], str]
    told_whom: Callable[[str], str]
    told_nobody: str
    goes_up: str
    more: Callable[[int], str]
    ongoing: Callable[[int, str], str]
    quarter: Callable[[str, str], str]
    quarter_all: Callable[[str], str]
    month: Callable[[str], str]
    figures: Callable[[int, int, int, int, int], str]  # tasks; of them done, under way, overdue, silent
    waits: Callable[[int], str]  # claims that wait to be confirmed
    claims: Callable[[int], str]  # the same to who may confirm them
    most_late: str
    unreachable: Callable[[str], str]
    latest: str
    report: Callable[[int], str]
    open: Callable[[int], str]
    acknowledge: Callable[[int], str]
    acknowledged: str
    again: str
    again_when: Callable[[int], str]
    again_days: Mapping[int, str]
    again_date: str
    again_ask: str
    again_odd: str
    again_set: Callable[[int, str], str]
    why: str
    tasks: Callable[[int], str]
    whys: Mapping[str, Callable[[str], str]]  # by scheduler.notices.Why, of the agency
    why_stop: str
    mute: str
    mute_which: str
    muted: Callable[[str], str]
    unmute: str
    unmuted: Callable[[str], str]
    settings: str
    settings_title: str
    set_ladder: Callable[[str], str]
    set_hour: Callable[[str], str]
    set_days: Callable[[str], str]
    set_quiet: Callable[[str, str], str]
    set_rhythm: Mapping[bool, str]  # weekly?
    set_away: Callable[[str], str]
    set_present: str
    set_coordinating: Mapping[bool, str]
    set_muted: Callable[[str], str]
    change_ladder: str
    change_hour: str
    change_days: str
    change_quiet: str
    change_rhythm: Mapping[bool, str]
    change_away: str
    away_days: Mapping[int, str]
    away_over: str
    change_coordinating: Mapping[bool, str]
    in_quiet: str
    back: str
    short_days: tuple[str, ...]
    step_days: Callable[[int], str]
    ahead: str
    ahead_title: str
    ahead_none: str
    ahead_cancel: Callable[[int], str]
    ahead_cancelled: str
    ahead_more: Callable[[int], str]
    summaries: Mapping[str, str]  # by the step of scheduler.notices and scheduler.silence
    ledger_title: Callable[[str], str]
    ledger_none: str
    ledger_line: Callable[[str, int, int, int, int, int, int], str]
    ledger_task: Callable[[str], str]
    ledger_ask: str
    states: Mapping[str, str]
    news: Mapping[str, str]  # by scheduler.news.NewsKind, as the ledger names it
    seen: str
    noted: str
    somebody: str
    calendar: Callable[[int], str]
    calendar_none: str
    calendar_name: Callable[[str], str]
    calendar_due: Callable[[str], str]
    watching: Callable[[str, int], str]
    watch_ended: Callable[[str], str]
    unwatch: Callable[[str], str]
