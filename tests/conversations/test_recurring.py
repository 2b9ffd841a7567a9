"""Recurring duties beside lists of what is due: told with their next day, and one button away."""

from datetime import date

from handlers.views.vi import VI
from handlers.views.wording.finding_vi import FINDING
from knowledge.answers import answer
from tests.conftest import Town
from tests.conversations.test_states import codes, count

SOON = "Bộ Tài chính có việc gì sắp đến hạn"


async def test_duties_whose_next_day_lies_in_the_period_are_told_below_the_list(town: Town) -> None:
    told = (await town.person("official").ask("/sapden BCA")).text
    again = told[told.index("định kỳ đến kỳ") :]
    assert "🔁" in again
    assert "30/11/2026" in again
    assert "Chưa kể" in again


async def test_an_empty_list_tells_of_them_and_the_button_brings_as_many(town: Town) -> None:
    official = town.person("official")
    shown = await official.ask("bộ công an có việc gì đến hạn tuần này")
    assert VI.no_tasks in shown.text
    assert "Chưa kể" in shown.text
    label = next(each for each in shown.buttons if each.startswith(FINDING.show_recurring))
    listed = await official.tap(label, shown)
    assert listed.id == shown.id
    own, shared = count(listed, "nhiệm vụ"), count(listed, "nhiệm vụ giao chung")
    assert int(label.split()[-1]) == own + (shared if shared != own else 0)
    assert "kỳ tới" in listed.text
    back = await official.tap(VI.back_to_list, listed)
    assert back.text == shown.text


async def test_they_are_in_none_of_the_counts(town: Town) -> None:
    base, today = town.rooms.base, town.clock.today()
    found = answer(base.read("việc sắp đến hạn của Bộ Công an", today), base, today)
    assert found.due_again
    assert not {task.id for task, _ in found.due_again} & codes(town, "việc sắp đến hạn của Bộ Công an")
    assert all(date(2026, 11, 22) <= day <= date(2026, 12, 22) for _, day in found.due_again)


async def test_what_is_overdue_has_nothing_to_do_with_them(town: Town) -> None:
    assert "định kỳ" not in (await town.person("official").ask("/quahan BCA quý I")).text


async def test_a_command_and_its_words_tell_the_same_of_one_agency_and_of_all(town: Town) -> None:
    for who, spoken in (
        ("supervisor", "việc sắp đến hạn"),
        ("focal", "việc sắp đến hạn"),
        ("official", "việc sắp đến hạn"),
    ):
        person = town.person(who)
        by_command, in_words = (await person.ask("/sapden")).text, (await person.ask(spoken)).text
        told = [text[text.index("việc định kỳ đến kỳ") - 3 :] for text in (by_command, in_words)]
        assert told[0] == told[1]


async def test_those_of_all_are_at_least_those_of_one(town: Town) -> None:
    base, today = town.rooms.base, town.clock.today()
    every = answer(base.read("việc sắp đến hạn", today), base, today)
    one = answer(base.read("việc sắp đến hạn của Bộ Công an", today), base, today)
    assert {task.id for task, _ in one.due_again} < {task.id for task, _ in every.due_again}
