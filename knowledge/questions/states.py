"""How tasks stand, as a question names it: one state, several that all hold, or several of which any does."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.patterns import Sought
from knowledge.questions import lexicon
from knowledge.questions.model import State
from knowledge.questions.rest import Rest

# Of each pair every task is one or the other, as far as anybody asks: both together are no condition.
_TOLD_OF = frozenset({State.NO_REPORT, State.REPORTED})
_EVERY = (frozenset({State.OVERDUE, State.IN_TIME}), frozenset({State.DONE, State.UNFINISHED}), _TOLD_OF)
_TOLD = (State.OVERDUE, State.IN_TIME, State.DONE, State.UNFINISHED, State.NO_REPORT, State.REPORTED)
_DATED = frozenset({State.OVERDUE, State.IN_TIME, State.DUE_SOON})
_UNDATED = frozenset({State.RECURRING, State.ONGOING, State.NO_DEADLINE, State.UNWRITTEN})
# What no task is at once: where both are named, either is meant.
_NEVER_BOTH = (
    (_DATED, _UNDATED),
    (frozenset({State.DONE}), frozenset({State.NOT_STARTED, State.NO_REPORT})),
    (frozenset({State.IN_PROGRESS}), frozenset({State.NOT_STARTED, State.NO_REPORT})),
)
_OR = re.compile(
    r"\s*,?\s*(?:hoac(?: la)?|hay(?: la)?|or)\s+"
    r"(?:(?:cac|nhung|viec|nhiem vu|nv|da|dang|the|those|tasks?|that|are|is)\s+)*"
)
# "Dù quá hạn hay chưa", "quá hạn hay chưa đều lấy", "whether overdue or not".
_WHETHER = Sought(
    rf"(?<!\w)(?:(?:{lexicon.OVERDUE}) (?:hay|hoac|lan) (?:la )?(?:chua|khong)(?: qua han)?(?: thi)?"
    r" (?:deu|cung)(?: (?:lay|tinh|duoc|liet ke|ke))?(?!\w)"
    rf"|(?:bat ke|du(?: la)?|ke ca|bat luan|khong phan biet|whether|both)\s+(?:da |dang |viec )*(?:{lexicon.OVERDUE})"
    r"\s+(?:hay|or|and|va|lan)\s+(?:la )?(?:chua|khong|not)(?!\w))"
)
_MAY_BE_WHETHER = ("bat ke", "du ", "ke ca", "bat luan", "phan biet", "whether", "both", " deu", " cung")


@dataclass(frozen=True, slots=True)
class Standing:
    """The states that are asked for; with `either` any is enough. `whatever` were named with their opposites."""

    states: tuple[State, ...] = ()
    either: bool = False
    whatever: tuple[State, ...] = ()


def take_standing(rest: Rest, others: Sequence[State] = ()) -> Standing:
    """Take out how the tasks stand that are asked for; `others` are states that are known already."""
    whole = rest.folded
    late_or_not = None
    if any(words in whole for words in _MAY_BE_WHETHER):
        late_or_not = next(lexicon.find(_WHETHER, rest.raw, rest.folded), None)
    if late_or_not is not None:
        rest.take(late_or_not.start(), late_or_not.end())
    spans = rest.states_with_places()
    states = tuple(dict.fromkeys((*(state for state, _, _ in spans), *others)))
    whatever = {State.OVERDUE, State.IN_TIME} if late_or_not is not None else set[State]()
    whatever.update(*(pair for pair in _EVERY if pair.issubset(states)))
    left = tuple(state for state in states if state not in whatever)
    ordered = sorted({(start, end) for _, start, end in spans})
    joined = any(_OR.fullmatch(whole, end, start) for (_, end), (start, _) in pairwise(ordered))
    return Standing(left, joined and len(left) > 1, tuple(state for state in _TOLD if state in whatever))


def widened(before: Sequence[State], new: Sequence[State]) -> Standing:
    """Return what "cả việc chưa quá hạn nữa" makes of the states before: either, or nothing beside its opposite."""
    states = tuple(dict.fromkeys((*before, *new)))
    opposite = {state for pair in _EVERY if pair.issubset(states) for state in pair}
    left = tuple(state for state in states if state not in opposite)
    return Standing(left, len(left) > 1, tuple(state for state in _TOLD if state in opposite))


def alternatives(states: Sequence[State], *, either: bool) -> tuple[tuple[State, ...], ...]:
    """Return the states in sets of which any is enough: one set, where all that are named can hold at once.

    What is overdue and what is due soon are one stretch of time, which the period of the question holds.
    """
    if len(states) < 2 or set(states) == {State.OVERDUE, State.DUE_SOON}:
        return (tuple(states),)
    if either:
        return tuple((state,) for state in states)
    for one, other in _NEVER_BOTH:
        first, second = one.intersection(states), other.intersection(states)
        if first and second:
            return tuple(tuple(state for state in states if state not in out) for out in (second, first))
    return (tuple(states),)


# How the work stands by reports; the other states say how the deadline does.
_BY_REPORTS = frozenset({State.NO_REPORT, State.REPORTED, State.IN_PROGRESS, State.NOT_STARTED, State.UNFINISHED})


def kept_beside(before: Sequence[State], new: Sequence[State]) -> tuple[State, ...]:
    """Return the states of the question `before` that hold beside those of the `new` one.

    Of "quá hạn" and then "chưa có báo cáo" one says how the deadline stands, the other how the work does.
    """
    kinds = {state in _BY_REPORTS for state in new}
    if len(kinds) != 1 or State.DONE in (*before, *new):
        return ()
    return tuple(state for state in before if state in _BY_REPORTS and not any(kinds)) + tuple(
        state for state in before if state not in _BY_REPORTS and all(kinds)
    )
