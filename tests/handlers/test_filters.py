"""Filters of lists: what is on and could be, in at most three rows; periods step; views change a reading."""

from datetime import date

import pytest

from handlers.actions import FILTER, SHOW_LIST, Action, Shown, View
from handlers.lists import change, looked_at
from handlers.ready import Asked, Ready, read_ready
from handlers.views.filters import AGENCIES, DIRECTIVES, chooser, filters
from handlers.views.periods import period_name, stepped
from handlers.views.vi import VI
from knowledge.answers import answer
from knowledge.base import KnowledgeBase
from knowledge.questions import Role, State
from knowledge.when import Period, parse_period

TODAY = date(2026, 11, 22)


def labels(base: KnowledgeBase, question: str, view: View) -> list[list[str]]:
    reading = change(base.read(question, TODAY), view, base, TODAY)
    found = answer(reading, base, TODAY)
    return [[b.label for b in row] for row in filters(found, VI, view, base.registry, base.directives)]


def test_a_list_of_all_counts_what_each_standing_would_leave(base: KnowledgeBase) -> None:
    rows = labels(base, "Bộ Công an chủ trì việc gì", View(1))
    assert rows[0] == ["✓ Tất cả", "Quá hạn 43"]
    assert rows[1] == ["Việc giao chung 107", "Cả phối hợp 28"]
    assert rows[2] == ["Văn bản ▾", "Về Bộ Công an"]


@pytest.mark.parametrize(
    ("view", "on"),
    [
        (View(1, shown=Shown.OVERDUE), "✓ Quá hạn"),
        (View(1, shown=Shown.SOON), "✓ Sắp đến hạn"),
        (View(1, coordinating=True), "✓ Cả phối hợp"),
        (View(1, groups=True), "Việc giao riêng"),
        (View(1, part="17"), "✓ 17-TB/CQTTBCĐ"),
    ],
)
def test_what_is_on_is_marked_and_can_be_taken_off(base: KnowledgeBase, view: View, on: str) -> None:
    assert on in [label for row in labels(base, "Bộ Công an chủ trì việc gì", view) for label in row]


@pytest.mark.parametrize(
    "question",
    [
        "Bộ Y tế chủ trì việc gì trong quý I/2026",
        "việc gì quá hạn",
        "việc sắp đến hạn của BKHCN",
        "71/NQ-CP giao việc gì",
    ],
)
@pytest.mark.parametrize("view", [View(1), View(1, shown=Shown.ALL), View(1, coordinating=True, shift=-1)])
def test_there_are_never_more_than_three_rows(base: KnowledgeBase, question: str, view: View) -> None:
    rows = labels(base, question, view)
    assert len(rows) <= 3
    assert all(0 < len(row) <= 4 for row in rows)


def test_an_overdue_list_can_be_widened_and_loses_the_period_of_due_soon(base: KnowledgeBase) -> None:
    soon = base.read("Bộ Công an có việc gì sắp đến hạn", TODAY)
    assert soon.period is not None
    for shown, states in ((Shown.ALL, ()), (Shown.OVERDUE, (State.OVERDUE,))):
        changed = change(soon, View(1, shown=shown), base, TODAY)
        assert (changed.period, changed.states) == (None, states)
    back = change(soon, View(1, shown=Shown.SOON), base, TODAY)
    assert back.period == Period(TODAY, date(2026, 12, 22), "within")


def test_a_view_changes_role_agency_and_directive(base: KnowledgeBase) -> None:
    reading = base.read("việc gì quá hạn", TODAY)
    number = base.agency_number("Bộ Y tế")
    changed = change(reading, View(1, coordinating=True, part="71", agency=number), base, TODAY)
    assert [(ask.name, ask.role) for ask in changed.agencies] == [("Bộ Y tế", Role.ANY)]
    assert changed.directives == ("71",)
    with pytest.raises(KeyError):
        change(reading, View(1, agency=9999), base, TODAY)


def test_a_register_is_narrowed_to_a_part(base: KnowledgeBase) -> None:
    found = looked_at(read_ready(Asked(Ready.INDICATORS, ""), base, TODAY, VI), View(1, part="2045"), None, base, TODAY)
    assert {row.horizon for row in found.indicators} == {2045}


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("quý I/2026", "Quý IV/2025", "Quý II/2026"),
        ("tháng 12/2025", "Tháng 11/2025", "Tháng 1/2026"),
        ("năm 2026", "Năm 2025", "Năm 2027"),
    ],
)
def test_whole_periods_step_back_and_forth(words: str, before: str, after: str) -> None:
    period = parse_period(words, TODAY)
    for steps, name in ((-1, before), (1, after)):
        near = stepped(period, steps)
        assert near is not None
        assert period_name(near, VI) == name
    assert stepped(stepped(period, 3), -3) == stepped(period, 0)


@pytest.mark.parametrize("words", ["từ 02/01/2026 đến 31/03/2026", "trước ngày 15/7/2026", "tuần này"])
def test_other_stretches_do_not_step(words: str) -> None:
    assert stepped(parse_period(words, TODAY), 1) is None


def test_nothing_steps_beyond_the_calendar() -> None:
    assert stepped(Period(date(1, 1, 1), date(1, 12, 31), "within"), -1) is None
    assert stepped(None, 1) is None


def test_a_long_choice_is_paged_and_offers_any_and_none() -> None:
    options = [(str(n), f"Cơ quan {n}", n) for n in range(25)]
    for page, turns in ((1, ["Thêm ▸"]), (2, ["◂ Trước", "Thêm ▸"]), (3, ["◂ Trước"])):
        rows = chooser(AGENCIES, options, VI, View(7, 3, agency=4), page)
        actions = [Action.decode(button.action) for row in rows for button in row]
        assert [button.label for button in rows[-2]] == turns
        assert [a.subject for a in actions if a.verb == FILTER] == [
            f"a{near}" for near in (page - 1, page + 1) if 1 <= near <= 3
        ]
        anything, back = (Action.decode(button.action).view for button in rows[-1])
        assert anything == View(7, 1)
        assert back == View(7, 3, agency=4)


def test_a_chosen_directive_is_kept_in_the_view() -> None:
    rows = chooser(DIRECTIVES, [("71", "71/NQ-CP", 3)], VI, View(7, 2, shown=Shown.OVERDUE))
    chosen = Action.decode(rows[0][0].action)
    assert (chosen.verb, chosen.view) == (SHOW_LIST, View(7, 1, shown=Shown.OVERDUE, part="71"))
