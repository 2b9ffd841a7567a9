"""Periods in running words: single times joined by "từ … đến", limited by "trước", "đến hết", "sau", "by" …"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.text import fold_aligned, tidy, without_documents
from knowledge.when.atoms import Atom, find_atoms


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included; None is an open end.

    `kind` is `within` (both ends), `by` (no beginning) or `from` (no end). With `strict` the words were "trước ngày
    D": `last` is D, the day that is named, and D itself is already late. `start`/`end` are offsets into the tidied
    words; `rule` tells which rule read them.
    """

    first: date | None
    last: date | None
    kind: str
    strict: bool = False
    start: int = 0
    end: int = 0
    rule: str = ""

    def holds(self, day: date) -> bool:
        """Tell whether `day` lies in the period (the named day of "trước ngày D" included)."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


_END = r"(?<![a-z\d])(?:{})\s*$"
_BEFORE = re.compile(_END.format(r"(?:cham nhat (?:la )?|den )?truoc(?: ngay| thoi diem| het)?|before"))
_UNTIL = re.compile(
    _END.format(
        r"(?:(?:cham|muon|tre) nhat(?: la| den| vao)*|khong qua|han chot(?: la)?)(?: ngay| het ngay| het| cuoi)*"
        r"|(?:cho )?(?:den|toi)(?: het| cuoi| ngay| het ngay| thoi diem)*|het(?: ngay)?"
        r"|(?:due )?by(?: the)?(?: end of)?(?: the)?|until(?: the)?(?: end of)?|till|no later than|up to|through"
    )
)
_WITHIN = re.compile(_END.format(r"(?:cham nhat )?(?:la )?(?:trong|vao|within|during)(?: ngay| thang)?"))
_SINCE = re.compile(_END.format(r"(?:ke |bat dau |tinh )?tu(?: ngay| dau| sau)*|since|from|starting(?: from)?"))
_AFTER = re.compile(_END.format(r"(?:ke tu )?sau(?: ngay| khi het)?|after"))
_BETWEEN = re.compile(_END.format(r"giua|between"))
_TO = re.compile(
    r"^\s*(?:-|den het ngay|den het|den cuoi|den ngay|den truoc ngay|den truoc|den|toi het|toi ngay|toi|to|until|through)"
    r"(?:\s+ngay)?\s*$"
)
_AND = re.compile(r"^\s*(?:va|and|,|&|hoac|or)(?:\s+(?:ngay|trong))?\s*$")
_NOW_TO = re.compile(
    _END.format(r"(?:tu )?(?:nay|bay gio|hien nay) (?:den|toi)(?: het| cuoi| ngay)*|from now (?:to|until)")
)
_ONWARD = re.compile(r"^\s*(?:tro di|tro ve sau|onwards?|and later|hoac muon hon)")
_BACKWARD = re.compile(r"^\s*(?:tro ve truoc|tro lai|do lai|or earlier|and earlier)")


def find_periods(words: str, today: date, *, forward: bool = True) -> list[Period]:
    """Return the periods named in `words`, from left to right.

    A year that is not written is `today`'s. With `forward` a limit ("đến", "trước", "by") that would then lie in
    the past is taken a year later: nobody asks in November for what must be done by March gone by. Deadlines in
    directives are read with `forward=False`.
    """
    text = without_documents(tidy(words))
    folded = fold_aligned(text)
    atoms = list(find_atoms(text, today))
    periods: list[Period] = []
    index = 0
    while index < len(atoms):
        period, used = _read(folded, atoms[index:], today, forward=forward)
        index += used
        if period is not None:
            periods.append(period)
    return periods


def parse_period(words: str, today: date) -> Period | None:
    """Return the period that `words` name, or None when they are none; of several, the first."""
    periods = find_periods(words, today)
    return periods[0] if periods else None


def _read(folded: str, atoms: Sequence[Atom], today: date, *, forward: bool) -> tuple[Period | None, int]:
    """Read one period from the head of `atoms`; tell how many atoms it took."""
    joined = _join(folded, atoms, today)
    if joined is not None:
        return joined
    atom = atoms[0]
    span = atom.days(today.year)
    if span is None:
        return None, 1
    return _limit(folded, atom, span, today, forward=forward), 1


def _join(folded: str, atoms: Sequence[Atom], today: date) -> tuple[Period, int] | None:
    """Join "từ A đến B", "A - B" and "A và B" into one period."""
    head = atoms[0]
    before = folded[: head.start]
    used, last = 1, head
    while used < len(atoms):
        gap = folded[last.end : atoms[used].start]
        both = _BETWEEN.search(before) is not None
        if not (_TO.match(gap) or (_AND.match(gap) and (both or _SINCE.search(before) is None))):
            break
        if _AND.match(gap) and not both and not _adjacent(last, atoms[used], today):
            break
        last = atoms[used]
        used += 1
    if used == 1:
        return None
    first_span, last_span = _years_of(head, last, today)
    if first_span is None or last_span is None or first_span[0] > last_span[1]:
        return None
    opening = _SINCE.search(before) or _BETWEEN.search(before) or _WITHIN.search(before)
    start = opening.start() if opening else head.start
    strict = re.search(r"truoc(?: ngay)?\s*$", folded[head.end : last.start]) is not None and last.unit == "day"
    return Period(first_span[0], last_span[1], "within", strict, start, last.end, f"{head.rule} … {last.rule}"), used


def _adjacent(left: Atom, right: Atom, today: date) -> bool:
    spans = _years_of(left, right, today)
    return spans[0] is not None and spans[1] is not None and spans[1][0] <= spans[0][1] + timedelta(days=1)


_Span = tuple[date, date] | None


def _years_of(left: Atom, right: Atom, today: date) -> tuple[_Span, _Span]:
    """Give both ends their years: a year that is written once holds for both, and the end follows the beginning."""
    if left.rule == "day of month" and right.unit == "day":
        end = right.days(today.year)
        day = left.days(today.year)
        if end is not None and day is not None:
            try:
                return (end[0].replace(day=day[0].day),) * 2, end
            except ValueError:
                return None, None
    if right.year is not None:
        end, start = right.days(right.year), left.days(right.year)
        if left.year is None and start and end and start[0] > end[1]:
            start = left.days(right.year - 1)
        return start, end
    start = left.days(today.year)
    if start is None:
        return None, None
    end = right.days(start[0].year)
    if end is not None and end[1] < start[0]:
        end = right.days(start[0].year + 1)
    return start, end


def _limit(folded: str, atom: Atom, span: tuple[date, date], today: date, *, forward: bool) -> Period:
    """Apply the words around a single time: limits, beginnings, or nothing (the time itself)."""
    before, after = folded[: atom.start], folded[atom.end :]
    within = Period(span[0], span[1], "within", False, atom.start, atom.end, atom.rule)
    if found := _NOW_TO.search(before):
        return replace(within, first=today, start=found.start())
    if found := _ONWARD.match(after):
        return replace(within, last=None, kind="from", end=atom.end + found.end())
    if found := _BACKWARD.match(after):
        return replace(within, first=None, kind="by", end=atom.end + found.end())
    if found := _WITHIN.search(before):
        return replace(within, start=found.start())
    if found := _BEFORE.search(before):
        ahead = _ahead_of(atom, span, today, forward=forward)
        if atom.unit == "day":
            return replace(within, first=None, last=ahead[0], kind="by", strict=True, start=found.start())
        return replace(within, first=None, last=ahead[0] - timedelta(days=1), kind="by", start=found.start())
    if found := _UNTIL.search(before):
        ahead = _ahead_of(atom, span, today, forward=forward)
        return replace(within, first=None, last=ahead[1], kind="by", start=found.start())
    if found := _AFTER.search(before):
        return replace(within, first=span[1] + timedelta(days=1), last=None, kind="from", start=found.start())
    if found := _SINCE.search(before):
        return replace(within, last=None, kind="from", start=found.start())
    return within


def _ahead_of(atom: Atom, span: tuple[date, date], today: date, *, forward: bool) -> tuple[date, date]:
    if forward and atom.year is None and span[1] < today:
        return atom.days(today.year + 1) or span
    return span
