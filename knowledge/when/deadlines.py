"""Deadlines: what a directive's words about time mean, and when a recurring duty falls due."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dateutil.rrule import rrulestr

from knowledge.text import fold_aligned, tidy
from knowledge.when.periods import find_periods


class DeadlineKind(StrEnum):
    """How a task is bound in time (see docs/corpus.md)."""

    BY = "by"
    WITHIN = "within"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    EVENT = "event"
    OPEN = "open"
    NONE = "none"


# By how many months.
_RHYTHMS = {1: "month", 3: "quarter", 6: "half", 12: "year"}


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline: the words as written and what they mean.

    `last` is the day named: it is shown, and by it a task is due in a period. With `strict` ("trước ngày D") it is D:
    the day before is the last good one, and on D the task is one day late. `rrule` is the RFC 5545 rule of a recurring
    duty, "" where the words give none.
    """

    text: str = ""
    kind: DeadlineKind = DeadlineKind.NONE
    first: date | None = None
    last: date | None = None
    strict: bool = False
    rrule: str = ""

    @property
    def last_good(self) -> date | None:
        """The last day on which it is not late: the day before D for "trước ngày D"."""
        return self.last - timedelta(days=1) if self.last is not None and self.strict else self.last

    @property
    def rhythm(self) -> str:
        """How often a recurring duty comes back: "week", "month", "quarter", "half", "year"; "" where no rule says."""
        rule = dict(part.split("=", 1) for part in self.rrule.split(";") if "=" in part)
        every = int(rule.get("INTERVAL", "1"))
        match rule.get("FREQ"):
            case "WEEKLY":
                return "week" if every == 1 else ""
            case "MONTHLY":
                return _RHYTHMS.get(every, "")
            case "YEARLY":
                times = len(rule.get("BYMONTH", "1").split(","))
                return _RHYTHMS.get(12 * every // times, "") if 12 * every % times == 0 else ""
        return ""

    def late_on(self, day: date) -> bool:
        """Tell whether `day` is too late (only dated deadlines can be late)."""
        return self.last_good is not None and day > self.last_good

    def days_late(self, day: date) -> int:
        """Return by how many days it is late on `day`, from the last good one; negative while there is time."""
        if self.last_good is None:
            raise ValueError("a deadline without a last day is never late")
        return (day - self.last_good).days


_QUARTER_END_15 = re.compile(r"(?:hang|moi) quy\b.*?truoc ngay (\d{1,2}) (?:cua )?thang cuoi(?: cua)? quy")
_EACH = (
    (re.compile(r"\b(?:(?:hang|moi) quy|quarterly|every quarter)\b"), "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
    (re.compile(r"\b(?:(?:hang|moi) thang|monthly|every month)\b"), "FREQ=MONTHLY;BYMONTHDAY=-1"),
    (re.compile(r"\b(?:(?:hang|moi) tuan|weekly|every week)\b"), "FREQ=WEEKLY;BYDAY=SU"),
    (
        re.compile(r"\b(?:(?:hang|moi) (?:6|sau) thang|6 thang (?:mot|1) lan)\b"),
        "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
    ),
    (re.compile(r"\b(?:(?:hang|moi) nam|yearly|annually|every year)\b"), "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31"),
    (re.compile(r"\b(?:(?:hang|moi) ngay|daily|every day)\b"), "FREQ=DAILY"),
)
_PERIODIC = re.compile(r"\b(?:dinh ky|periodically)\b")
_ONGOING = re.compile(r"\b(?:thuong xuyen|lien tuc|ongoing|continuously)\b")
_FROM_YEAR_ON = re.compile(r"\b(20\d{2}) va (?:nhung|cac) nam (?:tiep theo|sau|toi)\b")
_EVENT = re.compile(
    r"\b(?:ngay sau khi|sau khi|truoc khi|trong qua trinh|khi (?:cac|co|duoc|hoan|can)"
    r"|tai (?:phien hop|ky hop|hoi nghi|cuoc hop)|cung thoi diem|dong bo voi thoi diem|thoi diem .{0,40}co hieu luc)\b"
)
_OPEN = re.compile(
    r"\b(?:lo trinh|tien do|khan truong|som|kip thoi|trong thoi gian (?:toi|som nhat)|ngay lap tuc|dung han"
    r"|as soon as)\b"
)
_SESSION = re.compile(r"tai (?:phien hop|ky hop)[^,;.]*?(?:thang \d{1,2}(?: nam \d{4}|/\d{4})?|thu \d{1,2})")


def parse_deadline(words: str, written: date) -> Deadline:
    """Read a directive's words about time.

    `written` is the directive's date: a year that is not written is its year. A dated step decides before upkeep
    that follows it ("hoàn thành trong quý I/2026 và cập nhật thường xuyên"); of several dated steps, the first.
    Returns kind `none` for words without any time.
    """
    text = tidy(words)
    folded = fold_aligned(text)
    if not folded.strip():
        return Deadline()
    if found := _QUARTER_END_15.search(folded):
        rule = f"FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY={int(found[1])}"
        return Deadline(words, DeadlineKind.RECURRING, strict=True, rrule=rule)
    onward = _FROM_YEAR_ON.search(folded)
    clear = _blank(text, folded, _FROM_YEAR_ON, _SESSION)
    recurrence = next((rule for pattern, rule in _EACH if pattern.search(folded)), "")
    for period in find_periods(clear, written, forward=False):
        if period.kind == "from":
            if recurrence:
                return Deadline(words, DeadlineKind.RECURRING, first=period.first, rrule=recurrence)
            continue
        kind = DeadlineKind.BY if period.kind == "by" or period.first == period.last else DeadlineKind.WITHIN
        first = period.first if kind is DeadlineKind.WITHIN else None
        return Deadline(words, kind, first, period.last, period.strict)
    return _undated(words, folded, recurrence, date(int(onward[1]), 1, 1) if onward else None)


def _undated(words: str, folded: str, recurrence: str, onward: date | None) -> Deadline:
    if recurrence:
        return Deadline(words, DeadlineKind.RECURRING, rrule=recurrence)
    if _PERIODIC.search(folded):
        return Deadline(words, DeadlineKind.RECURRING)
    if onward or _ONGOING.search(folded):
        return Deadline(words, DeadlineKind.ONGOING, first=onward)
    if _EVENT.search(folded):
        return Deadline(words, DeadlineKind.EVENT)
    if _OPEN.search(folded):
        return Deadline(words, DeadlineKind.OPEN)
    return Deadline(words, DeadlineKind.NONE)


def _blank(text: str, folded: str, *patterns: re.Pattern[str]) -> str:
    """Return `text` with the places of `patterns` blanked, so that their numbers are not read as dates."""
    for pattern in patterns:
        for found in pattern.finditer(folded):
            text = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
    return text


def occurrences(deadline: Deadline, first: date, last: date) -> Iterator[date]:
    """Yield the due days of a recurring deadline from `first` to `last`, both included; none without a rule."""
    if not deadline.rrule:
        return
    begin = max(first, deadline.first) if deadline.first else first
    rule = rrulestr(deadline.rrule, dtstart=datetime.combine(begin, time.min))
    for moment in rule.between(datetime.combine(begin, time.min), datetime.combine(last, time.max), inc=True):
        yield moment.date()
