"""Directives named by when they were issued: "văn bản tháng 6", "kết luận ngày 15/10", "the July 2025 conclusion"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from knowledge.directives import Directive
from knowledge.patterns import Sought
from knowledge.when import Period, find_periods

# What people call a directive, with what its number must hold; any kind is called "văn bản".
_KINDS = (
    ("NQ", r"nghi quyet|nq|resolution"),
    ("TB", r"thong bao ket luan|thong bao|ket luan|tbkl|tb|kl|notice|notification|conclusion"),
    # The meeting that a notice concludes, some days before.
    ("meeting", r"hoi nghi|phien hop|cuoc hop|buoi hop|buoi so ket|review meeting|meeting|conference|session"),
    ("", r"van ban chi dao|van ban|vb|y kien chi dao|(?<!ban )chi dao|directive|document"),
)
_MEETING, _CONCLUDED, _DAYS_BEFORE = "meeting", "TB", timedelta(days=4)
_NAMES = "|".join(names for _, names in _KINDS)
# What is yet to be held is no meeting that was concluded.
_TO_BE_HELD = re.compile(
    r"(?<!\w)(?:chuan bi|to chuc|trien khai|du kien|prepare|organi[sz]e|next)(?: (?:cac|cho|the|for))*\s*$"
)
_BETWEEN = (
    "nao|duoc|da|moi|ban hanh|ra|ky|ra doi|cua|hoi|vao|trong|of|from|dated|issued|signed|in|on|so"
    "|chinh phu|thu tuong|vpcp|van phong chinh phu|tong bi thu|ban chi dao|trung uong"
)
_LEADS_TO = re.compile(rf"(?<!\w)(?P<kind>{_NAMES})s?\s+(?:(?:{_BETWEEN})\s+)*$")
_NAMED = Sought(rf"(?<!\w)(?:{_NAMES})s?(?!\w)")
_FOLLOWS = Sought(
    r"\s*(?P<kind>resolution|notice|notification|conclusion|directive|document|review meeting|meeting|session)(?!\w)"
)
# "Việc mới giao trong tháng này", "được giao từ đầu năm": when they were given, not when they are due.
_GIVEN = re.compile(r"(?<!\w)(?:moi|vua)(?: duoc)? giao(?!\w)|(?<!\w)giao (?:tu|hoi)(?!\w)")
_GIVEN_THEN = re.compile(
    r"(?<!\w)(?:(?:moi|vua)(?: duoc)? giao(?:\s+(?:them|tu|hoi|trong|vao|dau))*|(?:duoc )?giao\s+(?:tu|hoi))(?:\s+|$)"
)
# "Ban hành sau tháng 6": a time with an open end is one of issue only where that is said.
_ISSUING = Sought(r"(?<!\w)(?:ban hanh|ra|ky|ra doi|issued|signed|dated)(?!\w)")
_BY = re.compile(r"(?<!\w)(?:theo|trong|tai|cua|under|per|from|in|of)\s+(?:(?:cac|nhung|cai|the|any)\s+)?$")
_LATEST = Sought(
    rf"(?<!\w)(?:(?P<kind>{_NAMES})(?: (?:nao|la|duoc|ban hanh|ra))* (?:moi|gan|gan day) (?:day )?nhat"
    r"|(?:latest|newest|most recent) (?P<english>resolution|notice|notification|conclusion|directive|document)"
    rf"|(?:which|what) (?P<which>{_NAMES}) is (?:the )?(?:latest|newest|most recent))(?!\w)"
)
_YEAR = Sought(r"\d{4}|/\d\d$|\bnam (?:nay|ngoai|truoc|roi)\b|\b(?:this|last) year\b")
_DAY = Sought(r"\b(?:ngay )?\d{1,2}\s*[/.-]\s*\d")
# A time stands at most so many letters after the kind.
_REACH = 60

Named = tuple[tuple[str, ...], int, int]
"""The ids of the directives that are named, and where."""


def dated_directives(raw: str, folded: str, directives: Sequence[Directive], today: date) -> Iterator[Named]:
    """Yield the directives that a question names by kind and date of issue, with the place of these words.

    `folded` is `raw` folded letter by letter. Without a year the month or day of any year is meant. A time in which
    no directive of that kind was issued names none.
    """
    for found in _LATEST.finditer(folded):
        kind = _kind_of(found["kind"] or found["english"] or found["which"])
        last = max((d.date for d in _of_kind(directives, kind) if d.date), default=None)
        if last is not None:
            yield tuple(d.id for d in _of_kind(directives, kind) if d.date == last), found.start(), found.end()
    for kind, period, start, end in _issued_then(raw, folded, today):
        written = folded[period.start : period.end]
        fitting = [d for d in _of_kind(directives, kind) if _issued(d, period, written, meeting=kind == _MEETING)]
        for word, wanted in (("cuoi", max), ("dau", min)):  # "cuối năm 2025": of several the last
            if fitting and re.search(rf"\b{word}\b", written):
                fitting = [wanted(fitting, key=lambda d: d.date or date.min)]
        if fitting:
            yield tuple(d.id for d in fitting), start, end


def none_issued(raw: str, folded: str, directives: Sequence[Directive], today: date) -> tuple[str, bool] | None:
    """Return the words that name directives by a time in which none of that kind was issued; None where none do.

    Told with them is whether they must be meant so ("theo văn bản tháng 8"). `folded` is `raw` folded letter by letter.
    """
    for kind, period, start, end in _issued_then(raw, folded, today):
        written = folded[period.start : period.end]
        if kind != _MEETING and not any(_issued(d, period, written) for d in _of_kind(directives, kind)):
            return " ".join(raw[start:end].split()), _BY.search(folded, max(0, start - _REACH), start) is not None
    return None


def _issued_then(raw: str, folded: str, today: date) -> Iterator[tuple[str, Period, int, int]]:
    """Yield (sign of the kind, time, start, end) for every time of issue that is named with a kind of directive."""
    given = "giao" in folded and _GIVEN.search(folded) is not None
    if _NAMED.search(folded) is None and not given:
        return
    for period in find_periods(raw, today, forward=False):
        when = _GIVEN_THEN.search(folded, max(0, period.start - _REACH), period.end) if given else None
        if when is not None and when.end() >= period.start:
            yield "", period, min(when.start(), period.start), period.end
            continue
        before = _LEADS_TO.search(folded, max(0, period.start - _REACH), period.start)
        place = before or _FOLLOWS.match(folded, period.end)
        if place is None or not (period.kind == "within" or (before and _ISSUING.search(before.group()))):
            continue
        if _kind_of(place["kind"]) == _MEETING and _TO_BE_HELD.search(folded, 0, place.start()):
            continue
        yield _kind_of(place["kind"]), period, min(place.start(), period.start), max(place.end(), period.end)


def _kind_of(word: str) -> str:
    return next(sign for sign, names in _KINDS if re.fullmatch(names, word))


def _of_kind(directives: Sequence[Directive], sign: str) -> list[Directive]:
    return [d for d in directives if (_CONCLUDED if sign == _MEETING else sign) in d.number]


def _issued(directive: Directive, period: Period, written: str, *, meeting: bool = False) -> bool:
    """Tell whether it was issued in `period`; in the same days of any year where no year is written.

    On the day of a `meeting` its conclusions may be some days away.
    """
    day, first, last = directive.date, period.first, period.last
    if day is None:
        return False
    if meeting and first is not None and first == last:
        same = first if _YEAR.search(written) else first.replace(year=day.year)
        return day - _DAYS_BEFORE <= same <= day
    if first is None or last is None:
        return (first is None or first <= day) and (last is None or day < last + timedelta(days=not period.strict))
    if _YEAR.search(written):
        return first <= day <= last
    if _DAY.search(written) and first == last:
        return (day.month, day.day) == (first.month, first.day)
    return first.year == last.year and (first.month, first.day) <= (day.month, day.day) <= (last.month, last.day)
