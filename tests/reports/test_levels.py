"""The development set of reports is matched at least as well as when its levels were recorded."""

import pytest

from knowledge.base import KnowledgeBase
from tests.reports.__main__ import main, reports


def test_no_share_and_no_style_falls_under_its_level(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0, capsys.readouterr().out


def test_the_set_is_large_and_names_tasks_that_exist(base: KnowledgeBase) -> None:
    rows = list(reports())
    assert sum(bool(row["tasks"]) for row in rows) >= 100
    assert sum(not row["tasks"] for row in rows) >= 15
    assert len({row["text"] for row in rows}) == len(rows)
    known = {task.id for task in base.store.in_reading_order()}
    assert {code for row in rows for code in row["tasks"]} <= known
