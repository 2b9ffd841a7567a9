"""What of the question before still holds where a follow-up names another time: nothing to come is late. Pure."""

import re
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from knowledge.questions import lexicon
from knowledge.questions.model import Reading, State
from knowledge.text import fold, tidy
from knowledge.when import Period

# All that was asked before holds of these: "trong đó việc hạn 2026", "which of those are due in 2026".
_OF_THOSE = re.compile(
    r"\b(?:trong (?:so )?(?:do|nay|ay)|(?:nhung|cac|may) (?:viec|cai|nhiem vu) (?:do|nay|ay)"
    r"|(?:of|among) (?:those|these|them))\b"
)
# What there is in a time is asked for whole: "tháng này có gì", "what is due this week".
_ASKS_WHAT = re.compile(r"\bco (?:\w+ )?(?:gi|nhung gi|viec nao)\b|\bwhat(?: is|'s| tasks?)\b")
_YEAR = re.compile(
    r"\b20\d\d\b|\bnam (?:nay|sau|ngoai|truoc|toi)\b|\b(?:this|next|last) year\b|\b(?:quy|thang|q"
    r"|t) ?[\divx]{1,3}/\d\d\b"
    r"|/\d{1,2}/\d\d\b"
    r"|\b(?:nay|sau(?! (?:ngay|\d))|toi(?! \d)|truoc(?! (?:ngay|thang|quy|\d))"
    r"|qua|(?:ngay|hom|tuan|thang|quy|nam) nua|next|last|this)\b"
)
_STILL_DUE = re.compile(r"^\W*(?:(?:the|vay|a|da)\W+)?con (?:thoi )?han(?: (?:cua|trong|den|toi|la|vao|o))?\W*$")


def of_those(text: str) -> bool:
    """Tell whether `text` speaks of what was shown before, all of whose conditions hold then."""
    return _OF_THOSE.search(fold(tidy(text))) is not None


def what_about(new: Reading) -> Reading:
    """Return a follow-up without the state that its first words only look like: "còn hạn năm 2025?" asks what about
    those that are due then, not which are not overdue yet."""
    if State.IN_TIME not in new.states or new.period is None:
        return new
    before = new.plain[: new.period.start]
    if _STILL_DUE.match(fold(tidy(before))) is None:
        return new
    return replace(new, states=tuple(state for state in new.states if state is not State.IN_TIME))


def possible(leaned: Reading, new: Reading, last: Reading, today: date) -> Reading:
    """Return `leaned` without a lateness that only the question before asked for, where the time that the new one names
    is all to come, or where what there is in a time that goes on is asked for. What was left out is told.

    Of "trong đó", and of a time that is over, everything holds.
    """
    period, folded = new.period, fold(tidy(new.question))
    over = period is None or (period.last is not None and period.last < today)
    named = State.OVERDUE in new.states or new.lateness is not None
    if over or named or State.OVERDUE not in leaned.states or of_those(new.question):
        return leaned
    assert period is not None
    begun = period.first is None or period.first <= today
    if begun and not _ASKS_WHAT.search(folded):
        return leaned
    states = tuple(state for state in leaned.states if state is not State.OVERDUE)
    return replace(
        leaned, states=states, lateness=None, unread=(*leaned.unread, _late_as_written(last, leaned.language))
    )


def _late_as_written(last: Reading, language: str) -> str:
    """Return the words that say "overdue" in the question before, or where it leaned itself, that in `language`."""
    found = lexicon.SAYS_LATE.search(last.words)
    if found is None or len(last.words) != len(last.plain):
        return "overdue" if language == "en" else "quá hạn"
    return last.plain[found.start() : found.end()]


def in_the_year_of(period: Period, last: Period | None, folded: str) -> Period:
    """Return a period whose year is not written moved into the year that was spoken of."""
    if last is None or _YEAR.search(folded) or period.last is None:
        return period
    spoken = (last.last or last.first or date.max).year
    shift = relativedelta(years=spoken - period.last.year)
    but = tuple((first + shift, last + shift) for first, last in period.but)
    moved = replace(period, first=period.first and period.first + shift, last=period.last + shift, but=but)
    if moved.first is None and last.first is not None and moved.last is not None and last.holds(moved.last):
        return replace(moved, first=last.first, kind="within")  # "trước 15/7" after "năm 2026": of that year
    return moved
