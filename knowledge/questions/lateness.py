"""How late a task must be: "quá hạn trên 1 năm", "chậm từ 30 ngày trở lên", "overdue by less than two weeks"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from knowledge.patterns import Sought
from knowledge.when.numbers import number

Stretch = tuple[date | None, date | None]
"""First and last day, both included; None is an open end."""


@dataclass(frozen=True, slots=True)
class Amount:
    """So many days, weeks, months or years."""

    count: int
    unit: str

    def before(self, day: date) -> date:
        """Return the day so long before `day`; the first there is, where that would lie before the calendar."""
        try:
            return day - relativedelta(**{f"{self.unit}s": self.count})  # type: ignore[arg-type]
        except (OverflowError, ValueError):
            return date.min

    def after(self, day: date) -> date:
        """Return the day so long after `day`; the last there is, where that would lie behind the calendar."""
        try:
            return day + relativedelta(**{f"{self.unit}s": self.count})  # type: ignore[arg-type]
        except (OverflowError, ValueError):
            return date.max - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Lateness:
    """Bounds on how late: at least and at most so much, `more` and `less` where the bound itself is left out."""

    least: Amount | None = None
    most: Amount | None = None
    more: bool = False
    less: bool = False

    def stretch(self, today: date) -> Stretch:
        """Return between which days the last good day of a task lies that is so late `today`."""
        one = timedelta(days=1)
        last = self.least.before(today) if self.least else today - one
        first = self.most.before(today) if self.most else None
        if self.more and last > date.min:
            last -= one
        return (first + one if first and self.less else first), last


# What the words before a number say of it; where several fit, the longest.
_COMPARISONS = {
    "more": "tren|hon|qua|vuot|vuot qua|lau hon|nhieu hon|dai hon|da hon|more than|over|longer than|above|exceeding|>",
    "least": "tu|giua|it nhat|toi thieu|at least|from|between|≥|>=|khong duoi|chua duoi|khong it hon|khong kem|khong thap hon|no less than|not less than|no fewer than|not under|not below",
    "less": "duoi|chua toi|chua den|chua day|khong toi|khong den|it hon|less than|under|fewer than|below|<",
    "most": "khong qua|chua qua|khong tren|chua tren|khong vuot|chua vuot|khong vuot qua|chua vuot qua|khong lau hon|chua lau hon|khong nhieu hon|khong dai hon|not over|not above|not exceeding|not longer than|khong hon|chua hon|toi da|nhieu nhat|trong vong|trong|at most|not more than|no more than|up to|within|≤|<=",
    "about": "khoang|chung|tam|gan|xap xi|ngot nghet|about|around|nearly|almost|roughly|some",
}  # fmt: skip
_KIND_OF = {word: kind for kind, words in _COMPARISONS.items() for word in words.split("|")}
_COMPARE = "|".join(re.escape(word) for word in sorted(_KIND_OF, key=len, reverse=True))
_NUMBER = (
    r"\d{1,4}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|hai muoi|ba muoi|nua|ca|one|two|three|four|five|six|seven|ten"
    r"|thirty|half a|a|an"
)
_UNITS = {
    "ngay": "day", "hom": "day", "day": "day", "tuan": "week", "week": "week", "thang": "month", "month": "month",
    "quy": "quarter", "quarter": "quarter", "nam": "year", "year": "year",
}  # fmt: skip
_UNIT = "|".join(_UNITS)
# Folding makes these words one with others: with marks they must be these.
_MARKED = {"ngay": "ngày", "tuan": "tuần", "thang": "tháng", "nam": "năm", "quy": "quý"}
# "30 ngày qua", "3 tháng đầu năm" and "6 tháng tới" are stretches of the calendar, "5 ngày làm việc" another count.
_NO_PERIOD = r"(?!\s+(?:qua|toi|truoc|gan|vua|dau|cuoi|sau|ke|nay|nao|lam viec|nam \d|\d|ago))"
_AMOUNT = re.compile(
    rf"(?<![\w.,/])(?:(?P<compare>{_COMPARE})\s{{0,3}})?(?<!\d)(?P<n>{_NUMBER})(?P<half>[.,]5)?(?P<plus>\s?\+)?"
    rf"(?:\s?(?P<joined>-|den|toi|to|and|va)\s?(?:duoi\s)?(?P<m>\d{{1,4}}))?[\s-]{{0,3}}(?P<unit>{_UNIT})s?"
    rf"(?P<ruoi>\sruoi)?(?P<on>\s(?:tro len|tro xuong|or more|or longer|or less|and more))?(?!\w){_NO_PERIOD}"
)
_ONWARD = ("tro len", "or more", "or longer", "and more")


def amounts_in(raw: str, folded: str) -> Iterator[tuple[re.Match[str], Lateness | None]]:
    """Yield every length of time in a question with what it bounds; None where that cannot be told ("khoảng 1 năm").

    `folded` is `raw` folded letter by letter. A length without a comparison is reached: "quá hạn 1 năm".
    """
    for found in _AMOUNT.finditer(folded):
        written = raw[found.start("unit") : found.end("unit")].lower()
        if written in (found["unit"], _MARKED.get(found["unit"])):
            yield found, _bounds(found)


def _bounds(found: re.Match[str]) -> Lateness | None:
    amount = _amount(found, found["n"])
    kind = _KIND_OF[found["compare"]] if found["compare"] else "least"
    if found["m"]:
        return Lateness(amount, _amount(found, found["m"])) if kind == "least" else None
    if (on := (found["on"] or "").strip()) or found["plus"]:
        return Lateness(least=amount) if found["plus"] or on in _ONWARD else Lateness(most=amount)
    match kind:
        case "more":
            return Lateness(least=amount, more=True)
        case "least":
            return Lateness(least=amount)
        case "less":
            return Lateness(most=amount, less=True)
        case "most":
            return Lateness(most=amount)
        case _:
            return None


def _amount(found: re.Match[str], said: str) -> Amount:
    unit = _UNITS[found["unit"]]
    halves = 1 if said in ("nua", "half a") else 2 * (1 if said in ("a", "an", "ca") else number(said))
    halves += bool(found["half"] or found["ruoi"])
    if unit == "quarter":
        halves, unit = halves * 3, "month"
    if halves % 2 == 0:
        return Amount(halves // 2, unit)
    finer, size = {"year": ("month", 6), "month": ("day", 15), "week": ("day", 3), "day": ("day", 1)}[unit]
    return Amount(halves * size, finer)


_TASKS = r"(?:viec|nhiem vu|dau viec|nv|tasks?|duties)"
_CRITERIA = r"(?:tieu chi|criteria)"
_NO_CRITERION = Sought(
    r"\b(?:khong|chua) (?:dat|dap ung|co)(?: duoc| noi)? (?:bat (?:ky|cu) )?tieu chi nao (?:ca|het|luon)\b"
    r"|\b(?:khong|chua) (?:dat|dap ung|co)(?: duoc| noi)? (?:bat (?:ky|cu)|mot) tieu chi\b|\b(?:no|none of the) criteria\b"
)
# "Đạt 4 tiêu chí", "0 trên 19": just so many of the 19, and not all of them.
_MET_EXACTLY = Sought(
    rf"\b(?:dat|dap ung|duoc|meets?|met) (?:dung |only |just )?(?!19\b)(\d{{1,2}})(?: ?(?:/|tren|of|out of) ?19)? {_CRITERIA}(?! tro)"
)
Bounds = tuple[int | None, int | None]
"""The least and the most that fit, both included."""


# "Chỉ có 1 việc", "exactly 3 tasks": neither more nor less.
_EXACTLY = r"chi(?: co| con)?|dung|vua dung|only|exactly|just"
_SMALL = r"mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|one|two|three|four|five|six|seven|ten"


@lru_cache(maxsize=4)
def _count_of(things: str) -> Sought:
    return Sought(
        rf"(?<![\w.,/])(?:(?<!\d )(?<!may )(?<!nhieu )(?P<compare>{_COMPARE}|{_EXACTLY}|co|have|has|with)\s{{0,3}})?"
        rf"(?<![\d.,])(?P<n>\d{{1,4}}|(?<=\s)(?:{_SMALL}))(?:\s?(?:den|toi|-|to|va|and)\s?(?P<m>\d{{1,4}}))?(?:\s?/\s?19)?\s{things}"
        r"(?P<on>\s(?:tro len|tro xuong|or more|or less|or fewer))?(?!\w)"
    )


def counts_in(folded: str, things: str = _TASKS, *, exact: bool = False) -> Iterator[tuple[re.Match[str], Bounds]]:
    """Yield every number of tasks (or other `things`) that is compared ("trên 10 việc"), with what fits.

    With `exact` a number that is only had is one too: "bộ nào có 5 việc".
    """
    for found in _count_of(things).finditer(folded):
        count, on = number(found["n"]), (found["on"] or "").strip()
        said = found["compare"] or ""
        kind = ("least" if on in _ONWARD else "most") if on else _KIND_OF.get(said, "")
        if found["m"] and (kind in ("least", "") and not on):
            yield found, (count, int(found["m"]))
            continue
        match kind:
            case "more":
                yield found, (count + 1, None)
            case "least":
                yield found, (count, None)
            case "less":
                yield found, (None, count - 1)
            case "most":
                yield found, (None, count)
            case "" if said and (exact or said not in ("co", "have", "has", "with")):
                yield found, (count, count)


def criteria_in(folded: str) -> Bounds:
    """Return how many criteria a database must meet ("dưới 15 tiêu chí", "đạt 4 tiêu chí", "không đạt tiêu chí nào cả")."""
    if _NO_CRITERION.search(folded):
        return 0, 0
    exactly = _MET_EXACTLY.search(folded)
    compared = next((bounds for found, bounds in counts_in(folded, _CRITERIA) if found["n"] != "19"), (None, None))
    return (int(exactly[1]), int(exactly[1])) if exactly and compared == (None, None) else compared


def numbers_of_criteria(folded: str) -> list[str]:
    """Return the words that say how many criteria a database must meet, each as it stands in `folded`."""
    said = (_NO_CRITERION.search(folded), _MET_EXACTLY.search(folded))
    return [each.group() for each in said if each] + [each.group() for each, _ in counts_in(folded, _CRITERIA)]


def both(first: Lateness, second: Lateness) -> Lateness | None:
    """Return what both bound, one from below and the other from above; None for two of a kind."""
    low, high = (first, second) if first.least else (second, first)
    if low.most or high.least:
        return None
    return Lateness(low.least, high.most, low.more, high.less)
