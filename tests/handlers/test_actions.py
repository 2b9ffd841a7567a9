"""What buttons carry: it fits, it comes back as it was, and junk is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import actions
from handlers.actions import LIMIT_BYTES, Action, Shown, View
from handlers.buttons import PRESSES
from knowledge.base import KnowledgeBase
from knowledge.questions import Urgency

VERBS = [value for name, value in vars(actions).items() if name[0].isupper() and isinstance(value, str)]

views = st.builds(
    View,
    question=st.integers(0, 10**12),
    page=st.integers(1, 9999),
    groups=st.booleans(),
    coordinating=st.booleans(),
    shown=st.sampled_from(Shown),
    shift=st.integers(-400, 400),
    dropped=st.frozensets(st.sampled_from(["topic", "period", "agency"])),
    part=st.text("abcdefghijklmnopqrstuvwxyz0123456789", max_size=5),
    agency=st.none() | st.integers(0, 9999),
    given=st.booleans(),
    urgency=st.none() | st.sampled_from(Urgency),
    which=st.booleans(),
    latest=st.booleans(),
)
subjects = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="|"), max_size=8)
DROPPED = frozenset({"topic", "period", "agency"})
WIDEST = View(10**8, 999, True, True, Shown.ALL, -400, DROPPED, "329", 999, True, Urgency.NEXT, True, True)


@given(st.builds(Action, st.sampled_from(VERBS), subjects, st.none() | views))
def test_an_action_comes_back_as_it_was(action: Action) -> None:
    assert Action.decode(action.encode()) == action


def test_every_task_fits_with_the_widest_view(base: KnowledgeBase) -> None:
    for task in base.store.in_reading_order():
        for verb in VERBS:
            assert len(Action(verb, task.id, WIDEST).encode().encode()) <= LIMIT_BYTES


def test_every_directive_and_agency_fits(base: KnowledgeBase) -> None:
    numbers = [str(base.agency_number(name)) for name in (*base.registry.agencies, *base.registry.groups)]
    for subject in (*base.directives, *numbers):
        assert Action.decode(Action(actions.SHOW_DIRECTIVE, subject).encode()).subject == subject


def test_what_does_not_fit_is_refused_when_it_is_made() -> None:
    with pytest.raises(ValueError, match="65 bytes"):
        Action("t", "x" * 62, None).encode()


@pytest.mark.parametrize(
    "data",
    [
        "",
        "t",
        "t|71-1",
        "t|71-1|1.1..0|more",
        "l||1",
        "l||1.1..",
        "l||.1..0",
        "l||1.0..0",
        "l||1.-1..0",
        "l||-1.1..0",
        "l||1.1..401",
        "l||1.1..-401",
        "l||1.1.x.0",
        "l||1.1.cg.0",
        "l||1.1.od.0",
        "l||1.1..0.",
        "l||1.1..0.329",
        "l||1.1..0.329.x",
        "l||1.1..0.123456.",
        "l||1.1..0.đ.1",
        "l||a.b.c.d",
        "l||1.1..0\n",
        "l|| 1.1..0",
        "l||1_0.1..0",
        "l||١.1..0",
        "l||²..0",
        "l||" + "9" * 40 + ".1..0",
        "l||1." + "9" * 40 + "..0",
    ],
)
def test_junk_is_refused(data: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 — any message: nobody sees it
        Action.decode(data)


@given(st.text(max_size=64))
def test_any_text_is_an_action_or_refused(data: str) -> None:
    try:
        action = Action.decode(data)
    except ValueError:
        return
    assert data.count("|") == 2
    assert action.view is None or View.decode(action.view.encode()) == action.view


def test_every_verb_does_something() -> None:
    assert sorted(PRESSES) == sorted(VERBS)
    assert len(set(VERBS)) == len(VERBS)
