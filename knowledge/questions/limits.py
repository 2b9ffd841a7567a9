"""What limits tasks in a question, taken out of it: who is left out, how late, how long there still is, how many."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from knowledge.questions import lexicon
from knowledge.questions.exclusions import LEAVES_OUT, Named, clauses, left_out
from knowledge.questions.grouping import NO_TASK, NONE_LATE
from knowledge.questions.lateness import Lateness, amounts_in, both, counts_in
from knowledge.questions.model import AgencyAsk, State
from knowledge.questions.rest import Rest
from knowledge.questions.vocabulary import Vocabulary
from knowledge.when import Period, find_periods

# A length of time right after "quá hạn" or before "late" needs no comparison.
_LATE_BY = re.compile(r"\s*(?:(?:da|duoc|den|la|by|for|it|mat|keo dai|tan)\s+)*")
# What two lengths have between them that bound one lateness.
_TO = re.compile(r"\s*(?:den|toi|to|va|and|nhung|but|,|-)*\s*")
_AND = re.compile(r"\s*(?:and|va|den|to|-)\s*")
_REACHES = re.compile(r"\s*(?:den|toi|to|-)\s*")
# "Còn hơn 30 ngày": so long until the last day; these lengths want a comparison beside a list of what is late.
_LEFT = re.compile(r"(?<!\w)con(?: lai)?\s+$")
_TO_COME = re.compile(r"\s+nua(?!\w)")
_BESIDE = 40
_ADJACENT_ONLY = frozenset({"trong", "trong vong", "within", "from", "tu", "some", "gan", "tam", "up to"})


@dataclass(frozen=True, slots=True)
class Limits:
    """What limits the tasks of a question beside what is asked for.

    `excluded` are agencies that are left out, `documents` the ids of directives, `said` the words that say so.
    `states` are what else that comes to, `but_states` and `but_topics` are states and matters that are left out,
    `unread` the words of what comes to nothing here.
    """

    excluded: tuple[AgencyAsk, ...] = ()
    documents: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    states: tuple[State, ...] = ()
    lateness: Lateness | None = None
    unread: tuple[str, ...] = ()
    but_states: tuple[State, ...] = ()
    but_topics: tuple[str, ...] = ()


def take_limits(rest: Rest, vocabulary: Vocabulary, today: date) -> Limits:
    """Take out who and what is left out, and how late a task must be."""
    dated = _take_dated(rest)
    if LEAVES_OUT.search(rest.folded) is None:  # most questions leave nobody out, and looking for names takes time
        lateness, vague = take_lateness(rest)
        return Limits(lateness=lateness, unread=vague, but_states=dated)
    limit = replace(take_excluded(rest, vocabulary, today), but_states=dated)
    limit = take_clauses(rest, limit, vocabulary, today)
    lateness, vague = take_lateness(rest)
    return replace(limit, lateness=lateness, unread=(*limit.unread, *vague))


def _take_dated(rest: Rest) -> tuple[State, ...]:
    """Take out that tasks must have a deadline, which leaves out those without."""
    found = lexicon.HAS_DEADLINE.search(rest.folded) if "thoi han" in rest.folded or "deadline" in rest.folded else None
    if found is None:
        return ()
    rest.take(found.start(), found.end())
    return (State.NO_DEADLINE,)


def take_excluded(rest: Rest, vocabulary: Vocabulary, today: date) -> Limits:
    """Take out the agencies and the directives that are left out, and the words that say so."""
    whole = rest.raw
    agencies = [Named(m.name, m.start, m.end) for m in vocabulary.registry.mentions(rest.raw)]
    excluded = left_out(rest.raw, rest.folded, agencies)
    for each in excluded:
        rest.take(each.start, each.end)
    found = vocabulary.directives_in(rest.raw, rest.folded, today)
    documents = left_out(rest.raw, rest.folded, [Named(name, s, e) for names, s, e in found for name in names])
    for each in documents:
        rest.take(each.start, each.end)
    asks = {each.name: AgencyAsk(each.name, each.role) for each in reversed(excluded)}
    written = tuple(" ".join(whole[each.start : each.end].split()) for each in (*excluded, *documents))
    return Limits(tuple(reversed(asks.values())), tuple(each.name for each in documents), written)


# What may be left out by how it stands; of the others it is not known what the rest is.
_LEAVABLE = frozenset({State.OVERDUE, State.RECURRING, State.ONGOING, State.NO_DEADLINE, State.UNWRITTEN})
_MATTER = 5


def take_clauses(rest: Rest, limit: Limits, vocabulary: Vocabulary, today: date) -> Limits:
    """Take out what else is left out: states, matters, and what cannot be read as either; whose it is may be asked for
    ("không tính dữ liệu của Bộ Y tế")."""
    states, unread = list(limit.states), list(limit.unread)
    but_states, but_topics, said_so = list(limit.but_states), list(limit.but_topics), list(limit.said)
    for (start, whole_end), (first, whole_last), only_done in list(clauses(rest.raw, rest.folded)):
        named = vocabulary.registry.mentions(rest.raw[first:whole_last])
        end, last = (first + named[0].start,) * 2 if named else (whole_end, whole_last)
        if _one_word_with(rest.folded[start:first], rest.raw[start:first], rest.folded[first:last], vocabulary):
            continue
        what = Rest(rest.raw[first:last])
        said = what.take_states()
        topic = what.topic(lexicon.FRAMES, vocabulary)
        limited = any(each.isdigit() for each in what.raw) or bool(find_periods(what.raw, today))
        if only_done:
            states.append(State.UNFINISHED)
        elif said and not topic and not limited and _LEAVABLE.issuperset(said):
            but_states += said
        elif topic and not said and not limited and len(topic.split()) <= _MATTER:
            but_topics.append(topic)
        elif not rest.raw[first:last].strip():
            continue
        else:
            unread.append(" ".join(rest.raw[start:end].split()))
        said_so.append(" ".join(rest.raw[start:end].split()))
        rest.take(start, end)
    return replace(
        limit,
        said=tuple(said_so),
        states=tuple(states),
        unread=tuple(unread),
        but_states=tuple(dict.fromkeys(but_states)),
        but_topics=tuple(but_topics),
    )


def _one_word_with(opener: str, written: str, what: str, vocabulary: Vocabulary) -> bool:
    """Tell whether "tru" without its mark is the beginning of a word of the directives: "tru luong" is "trữ lượng"."""
    before, after = opener.split(), what.split()
    unmarked = bool(before and after) and before[-1] == "tru" and written.lower().split()[-1:] == ["tru"]
    said = vocabulary.speller.times
    return unmarked and said("tru", after[0]) > (said(after[0], after[1]) if len(after) > 1 else 0)


def take_lateness(rest: Rest) -> tuple[Lateness | None, tuple[str, ...]]:
    """Take out how late a task must be ("quá hạn trên 1 năm"), and return what says so but bounds nothing."""
    late = [p.span() for p in lexicon.find(lexicon.OVERDUE, rest.raw, rest.folded)]
    if not late or lexicon.says(lexicon.IN_TIME, rest.raw, rest.folded):
        return None, ()
    said: list[tuple[re.Match[str], Lateness | None]] = []
    for found, bound in amounts_in(rest.raw, rest.folded):
        if (said and _ends(rest, said[-1][0], found)) or _says_how_late(rest, found, late):
            said.append((found, bound))
    vague = [found for found, bound in said if bound is None]  # "khoảng 3 tháng"
    unread = tuple(" ".join(rest.raw[found.start() : found.end()].split()) for found in vague)
    for found in vague:
        rest.take(found.start(), found.end())
    bounds = [(found, bound) for found, bound in said if bound is not None]
    if not bounds:
        return None, unread
    (first, lateness), *others = bounds
    if others and _TO.fullmatch(rest.folded, first.end(), others[0][0].start()):
        second, bound = others[0]
        if lateness.least and _ends(rest, first, second):
            bound = Lateness(most=bound.least or bound.most, less=bound.less)
        joined = both(lateness, bound)
        if joined is not None:
            rest.take(second.start(), second.end())
            lateness = joined
    rest.take(first.start(), first.end())
    return lateness, unread


def _ends(rest: Rest, first: re.Match[str], second: re.Match[str]) -> bool:
    """Tell whether two lengths are the ends of one stretch: "từ 1 tháng đến 1 năm", "between 30 days and a year"."""
    joint = _AND if first["compare"] in ("between", "giua") else _REACHES
    return joint.fullmatch(rest.folded, first.end(), second.start()) is not None


def _says_how_late(rest: Rest, found: re.Match[str], late: Sequence[tuple[int, int]]) -> bool:
    if _LEFT.search(rest.folded, max(0, found.start() - 12), found.start()) or _TO_COME.match(rest.folded, found.end()):
        return False
    beside = any(
        (0 <= found.start() - end <= _BESIDE and _LATE_BY.fullmatch(rest.folded, end, found.start()))
        or (0 <= start - found.end() <= _BESIDE and not rest.folded[found.end() : start].strip())
        for start, end in late
    )
    return beside or bool(found["on"]) or bool(found["compare"] and found["compare"] not in _ADJACENT_ONLY)


def take_none_late(rest: Rest) -> bool:
    """Tell whether those are asked for that have nothing overdue; take out what says so."""
    found = NONE_LATE.search(rest.folded)
    if found is not None:
        rest.take(found.start(), found.end())
    return found is not None


def take_counted(rest: Rest) -> tuple[int | None, int | None]:
    """Take out how many tasks an agency must have, at least and at most ("trên 10 việc", "không có việc nào")."""
    none = NO_TASK.search(rest.folded)
    if none is not None:
        rest.take(none.start(), none.end())
        return 0, 0
    for found, bounds in counts_in(rest.folded, exact=True):
        rest.take(found.start(), found.end())
        return bounds
    return None, None


def within(period: Period | None, other: Period | None) -> Period | None:
    """Return what two periods have in common, the one there is, or None."""
    if period is None or other is None:
        return period or other
    first = max(filter(None, (period.first, other.first)), default=None)
    last = min(filter(None, (period.last, other.last)), default=None)
    return replace(period, first=first, last=last, kind="within" if first and last else "from" if first else "by")


def take_time_left(rest: Rest, today: date) -> Period | None:
    """Take out how long there must still be at least ("còn hơn 30 ngày"), and return when such tasks are due."""
    for found, bound in amounts_in(rest.raw, rest.folded):
        before = _LEFT.search(rest.folded, max(0, found.start() - 12), found.start())
        to_come = _TO_COME.match(rest.folded, found.end())
        if (before or to_come) and bound and bound.least and found["compare"]:
            first = bound.least.after(today) + timedelta(days=bound.more)
            last = bound.most.after(today) if bound.most else None
            rest.take(before.start() if before else found.start(), to_come.end() if to_come else found.end())
            return Period(first, last, "within" if last else "from", rule="time left")
    return None
