"""Periods in running words: single times joined by "từ … đến", limited by "trước", "đến hết", "sau", "by" …"""

import re
from calendar import monthrange
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.text import tidy, without_documents
from knowledge.when.atoms import Atom, find_atoms
from knowledge.when.numbers import fold_time
from knowledge.when.period import DAY, Period, breaks, listed
from knowledge.when.spans import Days

_REACH = 60  # characters before a time in which its limit may begin
_JOINT = 40  # characters "từ A" and "đến B" may stand


def _limit(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z\d])(?:{words})\s*$")


# What is denied of a limit is the other one: "not later than" is until, "not before" is from.
_NOT_AFTER = _limit(
    r"(?:not|no|never) (?:be )?(?:due )?(?:any )?(?:later than|after|beyond|past)(?: the)?(?: end of)?(?: the)?"
    r"|khong (?:duoc )?(?:muon|tre|cham|xa) hon|khong (?:phai )?(?:den han |han )?(?:sau|muon hon)(?: ngay)?"
)
_NOT_BEFORE = _limit(
    r"(?:not|no|never) (?:be )?(?:due )?(?:any )?(?:earlier than|sooner than|before|until|till)"
    r"(?: the)?(?: end of)?(?: the)?"
    r"|khong (?:duoc )?som hon|khong (?:phai )?(?:den han |han )?truoc(?: ngay)?"
)
_BEFORE = _limit(
    r"som hon"
    r"|(?:cham nhat (?:la )?|den )?truoc(?: ngay| thoi diem| het| khi het| (?:thoi )?han)?|before(?: the)?(?: end of)?"
)
_UNTIL = _limit(
    r"(?:(?:cham|muon|tre) nhat(?: la| den| vao)*|khong qua|han chot(?: la)?)(?: ngay| het ngay| het| cuoi)*"
    r"|(?:cho |tinh )?(?:den|toi)(?: het| cuoi| ngay| het ngay| thoi diem)*|het(?: ngay)?"
    r"|(?:due )?by(?: the)?(?: end of)?(?: the)?|until(?: the)?(?: end of)?|till|no later than|up to|through|as of"
)
_WITHIN = _limit(r"(?:cham nhat )?(?:la )?(?:trong|vao|within|during)(?: ngay| thang)?")
_SINCE = _limit(r"(?:ke |bat dau |tinh |(?<!dau ))tu(?: ngay| dau| sau)*|since|from|starting(?: from)?")
_AFTER = _limit(r"(?:muon|tre|xa) hon|(?:ke tu )?sau(?: ngay| khi het)?|after|beyond|later than")
_BETWEEN = _limit(r"giua|between")
_NOW_TO = _limit(
    r"(?:tu )?(?:nay|gio|bay gio|hien nay|hien tai) (?:cho )?(?:den|toi)(?: het| cuoi| ngay)*"
    r"|from (?:now|today) (?:on )?(?:to|until|till|through)(?: the)?(?: end of)?(?: the)?"
)
# What follows a time that is the first of many.
_ON = r"tro di|tro ve sau|onwards?|(?:and|or) (?:later|after|beyond)|hoac (?:muon hon|sau do)"
_TO = re.compile(
    rf"\s*(?:(?:{_ON})[\s,]*)?(?:-|(?:cho )?den(?: het ngay| het| cuoi| ngay| truoc ngay| truoc)?|toi(?: het| ngay)?"
    r"|(?:(?:up )?to|until|till|through)(?: the)?)(?:\s+ngay)?\s*"
)
_AND = re.compile(r"\s*(?:va|voi|lan|cung|and|,|&|hoac|or)(?:\s+(?:ngay|trong))?\s*")
_UP_TO_NOW = re.compile(r"\s*(?:cho )?(?:den|toi|to|until|up to)\s+(?:thoi diem )?(?:nay|hien nay|now|date)\b")
_ONWARD = re.compile(rf"\s*(?:{_ON})(?!\w)")
_BACKWARD = re.compile(r"\s*(?:tro ve truoc|tro lai|do lai|or earlier|and earlier)")
_STRICT_END = re.compile(r"truoc(?: ngay)?\s*$")


@dataclass(frozen=True, slots=True)
class _Text:
    """The words in folded form, and the day they are read on. `forward` and `due`: see `find_periods`."""

    folded: str
    today: date
    forward: bool
    due: Collection[date] = ()

    @property
    def tells_of_past(self) -> bool:
        """Whether what has been is told ("were due")."""
        return _HAS_BEEN.search(self.folded) is not None

    def before(self, atom: Atom, limit: re.Pattern[str]) -> re.Match[str] | None:
        """Return the limit that stands right before `atom`."""
        return limit.search(self.folded, max(0, atom.start - _REACH), atom.start)

    def between(self, left: Atom, right: Atom, joint: re.Pattern[str]) -> bool:
        """Tell whether nothing but `joint` stands between two times."""
        near = right.start - left.end <= _JOINT
        return near and joint.fullmatch(self.folded, left.end, right.start) is not None


def find_periods(words: str, today: date, *, forward: bool = True, due: Collection[date] = frozenset()) -> list[Period]:
    """Return the periods named in `words`, from left to right.

    A year that is not written is `today`'s. With `forward` the words are a question: a limit ("đến", "trước", "by")
    that would then lie in the past is taken a year later, for nobody asks in November for what must be done by March
    gone by, and "trong tháng" is the month in which it is asked. A day of `due`, on which something that is spoken of
    is due, and not a year later, is that day, and so is one of which the past is told. Deadlines in directives are
    read with `forward=False`; there "trước tháng 7" names the first of July, as "trước ngày" names its day.
    """
    raw = without_documents(tidy(words))
    text = _Text(fold_time(raw), today, forward, due)
    atoms = list(find_atoms(raw, text.folded, today, asked=forward))
    periods: list[Period] = []
    index = 0
    while index < len(atoms):
        period, used = _read(text, atoms[index : index + _MOST])
        index += used
        if period is not None:
            periods.append(period)
    return periods


# "Tasks that were due before 15 July", "lẽ ra phải xong trước 15/7".
_HAS_BEEN = re.compile(r"\b(?:(?:was|were) (?:\w+ )?due|should have been|(?:le|dang le|dang) ra|da (?:den|toi) han)\b")
_MOST = 12  # times in one list: a month each


def parse_period(words: str, today: date) -> Period | None:
    """Return the period that `words` name, or None when they are none; of several, the first."""
    periods = find_periods(words, today)
    return periods[0] if periods else None


def _read(text: _Text, atoms: Sequence[Atom]) -> tuple[Period | None, int]:
    """Read one period from the head of `atoms`; tell how many atoms it took."""
    joined = _join(text, atoms)
    if joined is not None:
        return joined
    span = atoms[0].days(text.today.year)
    return (_single(text, atoms[0], span) if span is not None else None), 1


def _join(text: _Text, atoms: Sequence[Atom]) -> tuple[Period, int] | None:
    """Join "từ A đến B", "A - B" and "A và B" into one period."""
    head = atoms[0]
    between = text.before(head, _BETWEEN)
    opening = text.before(head, _SINCE) or between or text.before(head, _WITHIN)
    used = 1
    if len(atoms) > 1 and text.between(head, atoms[1], _TO):
        used = 2
    elif not text.before(head, _SINCE):
        limited = head.unit in ("day", "year") and any(text.before(head, each) for each in (_BEFORE, _UNTIL, _AFTER))
        while used < len(atoms) and text.between(atoms[used - 1], atoms[used], _AND):
            if not between and not _listed(atoms[used - 1], atoms[used], text.today, limited=limited):
                break
            used += 1
    if used == 1:
        return None
    last = atoms[used - 1]
    first_span, last_span = _years_of(head, last, text.today)
    if first_span is None or last_span is None or first_span[0] > last_span[1]:
        return None
    after = None if opening else text.before(head, _AFTER)
    if after is not None and used == 2 and first_span[1] < last_span[1]:  # "sau năm 2026 đến 2030"
        opening, first_span = after, (first_span[1] + timedelta(days=1), first_span[1])
    start = opening.start() if opening else head.start
    strict = last.unit == "day" and _STRICT_END.search(text.folded, head.end, last.start) is not None
    but = _left_out(text, atoms[:used], first_span[0], last_span[1]) if _lists(text, atoms[:used], between) else ()
    rule = f"{head.rule} … {last.rule}"
    return Period(first_span[0], last_span[1], "within", strict, start, last.end, rule, but), used


def _lists(text: _Text, atoms: Sequence[Atom], between: re.Match[str] | None) -> bool:
    """Tell whether times stand side by side, each for itself: "tháng 6 và tháng 9", not "giữa tháng 6 và tháng 9"."""
    return between is None and text.between(atoms[0], atoms[1], _AND)


def _left_out(text: _Text, atoms: Sequence[Atom], first: date, last: date) -> tuple[Days, ...]:
    """Return the stretches from `first` to `last` that lie in none of the times that are listed."""
    named: list[Days] = []
    for atom in atoms:
        spans = (atom.days(year) for year in (first.year, last.year))
        span = next((each for each in spans if each and first <= each[0] and each[1] <= last), None)
        if span is None:
            return ()
        named += listed(atom.rule, text.folded[atom.start : atom.end], span)
    return breaks(named)


_ALIKE = ("day", "part", "month", "quarter", "year")


def _listed(left: Atom, right: Atom, today: date, *, limited: bool) -> bool:
    """Tell whether two times with "và" between them are meant together: they touch, or are of one kind.

    Where a word limits the first day or year ("trước 30/6 và 31/12"), the other is no part of it.
    """
    low, high = _years_of(left, right, today)
    if low is None or high is None or high[0] <= low[0]:
        return False
    return high[0] <= low[1] + DAY or (left.unit == right.unit and left.unit in _ALIKE and not limited)


def _years_of(left: Atom, right: Atom, today: date) -> tuple[Days | None, Days | None]:
    """Give both ends their years: a year that is written once holds for both, and the end follows the beginning."""
    if left.rule == "day of month" and right.unit == "day":
        return _same_month(left, right, today)
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


def _same_month(left: Atom, right: Atom, today: date) -> tuple[Days | None, Days | None]:
    """Read "ngày 1 đến ngày 15 tháng 7": the first day lies in the month of the second."""
    end, named = right.days(today.year), left.days(today.year)
    if end is None or named is None or named[0].day > monthrange(end[0].year, end[0].month)[1]:
        return None, None
    return (end[0].replace(day=named[0].day),) * 2, end


def _single(text: _Text, atom: Atom, span: Days) -> Period:
    """Apply the words around a single time: limits, beginnings, or nothing (the time itself)."""
    after = text.folded[atom.end : atom.end + _REACH]
    but = _left_out(text, (atom,), *span) if atom.unit in _LISTS else ()
    within = Period(span[0], span[1], "within", False, atom.start, atom.end, atom.rule, but)
    if found := _UP_TO_NOW.match(after):
        return _whole(_until_today(text, atom, replace(within, end=atom.end + found.end())), within)
    if found := _ONWARD.match(after):
        return replace(within, last=None, kind="from", end=atom.end + found.end(), but=())
    if found := _BACKWARD.match(after):
        return replace(within, first=None, kind="by", end=atom.end + found.end(), but=())
    for limit, apply in _LIMITS:
        if found := text.before(atom, limit):
            return _whole(apply(text, atom, replace(within, start=found.start()), found.group()), within)
    return within


def _whole(limited: Period, within: Period) -> Period:
    """Return a limited period without the breaks of the list it limits: "từ tháng 3 và 6"."""
    same = (limited.first, limited.last) == (within.first, within.last)
    return limited if same else replace(limited, but=())


def _until_today(text: _Text, atom: Atom, within: Period) -> Period:
    """Read "từ đầu năm đến nay"."""
    opening = text.before(atom, _SINCE)
    start = opening.start() if opening else within.start
    first = within.first
    if first is not None and first > text.today and atom.year is None:
        earlier = atom.days(text.today.year - 1)
        first = earlier[0] if earlier else first
    if first is None or first > text.today:
        return within
    return replace(within, first=first, last=text.today, start=start)


def _from_now(text: _Text, atom: Atom, within: Period, _: str) -> Period:
    last = _ahead_of(text, atom, within)[1]
    return replace(within, first=text.today, last=last) if last >= text.today else within


def _as_it_is(_text: _Text, _atom: Atom, within: Period, _: str) -> Period:
    return within


def _before(text: _Text, atom: Atom, within: Period, words: str) -> Period:
    first, last = _ahead_of(text, atom, within)
    if atom.at_end or "het" in words or "end" in words:  # "trước cuối tháng 6", "before the end of June"
        return replace(within, first=None, last=last, kind="by")
    if atom.unit == "day" or not text.forward:
        return replace(within, first=None, last=first, kind="by", strict=True)
    return replace(within, first=None, last=first - timedelta(days=1), kind="by")


def _until(text: _Text, atom: Atom, within: Period, words: str) -> Period:
    so_far = words.startswith(("tinh", "as of"))  # "tính đến 30/6" speaks of what has been
    last = within.last if so_far else _ahead_of(text, atom, within)[1]
    return replace(within, first=None, last=last, kind="by")


def _not_before(_text: _Text, _atom: Atom, within: Period, _: str) -> Period:
    return replace(within, last=None, kind="from", but=())


_REACHING = re.compile(r"(?:nam\s+)?20\d\d\s*(?:den|to)\b")


def _after(text: _Text, atom: Atom, within: Period, _: str) -> Period:
    if atom.rule == "years" and within.first and _REACHING.match(text.folded, atom.start):  # "sau năm 2026 đến 2030"
        return replace(within, first=date(within.first.year + 1, 1, 1))
    return replace(within, first=within.last + timedelta(days=1) if within.last else None, last=None, kind="from")


_RANGES = ("days", "months", "quarters", "years")
_LISTS = ("months", "quarters")


def _since(_text: _Text, atom: Atom, within: Period, _: str) -> Period:
    """Read "từ tháng 7"; "từ quý I đến quý III" is read as one time and has its end."""
    return within if atom.unit in _RANGES else replace(within, last=None, kind="from")


_LIMITS: tuple[tuple[re.Pattern[str], Callable[[_Text, Atom, Period, str], Period]], ...] = (
    (_NOT_AFTER, _until),
    (_NOT_BEFORE, _not_before),
    (_NOW_TO, _from_now),
    (_WITHIN, _as_it_is),
    (_BEFORE, _before),
    (_UNTIL, _until),
    (_AFTER, _after),
    (_SINCE, _since),
)


def _ahead_of(text: _Text, atom: Atom, within: Period) -> Days:
    assert within.first is not None
    assert within.last is not None
    if text.forward and atom.year is None and within.last < text.today:
        ahead = atom.days(text.today.year + 1) or (within.first, within.last)
        known = within.last in text.due and ahead[1] not in text.due
        return (within.first, within.last) if known or text.tells_of_past else ahead
    return within.first, within.last
