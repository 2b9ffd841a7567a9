"""The day on which reported work was done: "hôm qua", "sáng nay", "ngày 12/11", "thứ sáu tuần trước". Never to come."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.text import fold_aligned
from knowledge.when import Period, find_periods

# How people who report say a day that the parser of time knows by another name; none is longer than what it stands for.
_SAID_OTHERWISE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), meant)
    for pattern, meant in (
        (r"\b(?:sang|trua|chieu|toi|dem)(?: hom)? nay\b", "hôm nay"),
        (r"\b(?:sang|trua|chieu|toi|dem)(?: hom)? qua\b(?! (?:trinh|han|bo|ben|co|cac|so))", "hôm qua"),
        (r"\bcach day (?P<n>\w+) (?:ngay|hom)\b", r"\g<n> ngày trước"),
        (r"\b(?P<n>hai|ba|bon|[2-9]) hom truoc\b", r"\g<n> ngày trước"),
        (
            (
                r"\b(?:hom|sang|trua|chieu|toi) (?P<d>thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\b"
                r"(?! (?:tuan|sau|toi|nay))(?: (?:vua roi|vua qua|roi|truoc))?"
            ),
            r"\g<d> này",
        ),
        (r"\b(?P<d>thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat) (?:vua roi|vua qua)\b", r"\g<d> này"),
    )
)
_NUMBER_WORDS = {"hai": "2", "ba": "3", "bon": "4", "nam": "5", "sau": "6", "bay": "7", "tam": "8", "chin": "9"}
# What stands before a day that is planned, asked for or set, and not the day of the work.
_PLANNED = re.compile(
    r"\b(?:du kien|se|phan dau|muc tieu|han(?: chot| cuoi)?|thoi han|deadline|cham nhat|muon nhat|truoc"
    r"|hen|xin lui|lui|gia han"
    r"|ke hoach|cam ket|co gang|expected|due|by)\b[^.;,\n]*$"
)
# Parts of a year at most: "năm 2026" says what the task is about, not when it was done.
_LONGEST = timedelta(days=92)
# A day without its year that lies ahead was last year's when that is not long ago ("28/12" said in January).
_NOT_LONG_AGO = timedelta(days=150)
_DAY_BEFORE = re.compile(r"\b(?:ngay|hom|tu|vao|den|toi|sang|trua|chieu|thu \w+|on|since)[\s,]*$")
_SHARE_BEFORE = re.compile(r"\b(?:tam|khoang|duoc|gan|hon|chung|dat)\s*$")
_DAY_AFTER = re.compile(r"\s*(?:$|[.,;:!?)\n-]|(?:roi|vua|nhe|nha|a|thi|da|duoc|nam|va|so|theo)\b)")
_YEAR = re.compile(r"(?:19|20)\d\d|/\s?\d{1,2}\s?/\s?\d\d$")


@dataclass(frozen=True, slots=True)
class Day:
    """The day that the words at `start`:`end` mean; None where it is a plan or lies ahead."""

    day: date | None
    start: int
    end: int


def in_known_words(text: str) -> str:
    """Return tidied `text`, as long as it was, with the days of talk ("sáng nay") as the parser of time knows them."""
    for pattern, meant in _SAID_OTHERWISE:
        for found in reversed(list(pattern.finditer(fold_aligned(text)))):
            named = found.groupdict().get("n")
            said = found.expand(meant) if named is None else f"{_NUMBER_WORDS.get(named, named)} ngày trước"
            text = text[: found.start()] + said.ljust(found.end() - found.start()) + text[found.end() :]
    return text


def find_days(text: str, today: date) -> list[Day]:
    """Return the times named in tidied `text` (in known words), each as the day by which the work was done, if any."""
    folded = fold_aligned(text)
    return [
        Day(_day(period, text, folded, today), period.start, period.end)
        for period in find_periods(text, today)
        if _short(period) and not _counts(period, folded)
    ]


def _counts(period: Period, folded: str) -> bool:
    """Tell whether a bare "4/6" counts something ("4/6 cảng hàng không") and names no day."""
    bare = period.rule == "day/month" and not folded[period.start].isalpha()
    before = folded[: period.start]
    return bare and (
        _SHARE_BEFORE.search(before) is not None
        or not (_DAY_BEFORE.search(before) or _DAY_AFTER.match(folded[period.end :]))
    )


def _short(period: Period) -> bool:
    if period.first is None or period.last is None:
        return period.kind == "from" and period.first is not None
    return period.last - period.first <= _LONGEST


def _day(period: Period, text: str, folded: str, today: date) -> date | None:
    if period.strict or period.first is None or _PLANNED.search(folded, max(0, period.start - 60), period.start):
        return None
    if period.kind == "from" or period.rule == "behind":
        named = period.first
    else:
        assert period.last is not None
        named = period.last
        if period.first <= today < named:
            return today  # "tuần này": what has been done is done by now
    if named <= today:
        return named
    if period.rule == "weekday":
        return named - timedelta(days=7)
    if _YEAR.search(text[period.start : period.end]) or period.rule not in (
        "day/month",
        "day month year",
        "day of month",
    ):
        return None
    return _year_before(named, today)


def _year_before(named: date, today: date) -> date | None:
    try:
        earlier = named.replace(year=named.year - 1)
    except ValueError:  # 29 February
        return None
    return earlier if today - earlier <= _NOT_LONG_AGO else None
