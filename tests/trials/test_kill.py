"""Killed at random instants under load, the record holds what it acknowledged exactly once."""

import os
from pathlib import Path

import pytest

from knowledge.base import KnowledgeBase
from tests.trials.bot_kills import bot_series, warm
from tests.trials.kills import look, series
from tests.trials.office import CHI, NOW
from tests.trials.stream import Opened, marks, opened, take


def test_twenty_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    outcome = series(tmp_path, kills=20, seed=57)
    assert outcome.findings == ()
    assert outcome.acknowledged > 100
    assert outcome.entries >= outcome.acknowledged


def test_the_trial_would_see_a_loss_and_a_doubling(tmp_path: Path) -> None:
    at = opened(tmp_path)
    for number in (1, 2, 4):
        take(number, at)
    assert look(tmp_path, last=2) == []
    assert look(tmp_path, last=4) == [f"{marks(3)[0]} stands 0 times"]
    at.store.record(at.store.history("71-5")[0][1], CHI, NOW, "another key")
    assert f"{marks(4)[0]} stands 2 times" in look(tmp_path, last=4)
    assert look(tmp_path, last=2) == ["update 4 is half written: {2}"]
    at.files.path(next(iter(at.store.state.files()))).write_bytes(b"another content")
    assert any("is not whole" in finding for finding in look(tmp_path, last=2))


def test_a_process_that_acknowledges_before_it_records_is_caught(tmp_path: Path) -> None:
    def hasty(folder: Path, first: int, acknowledged: int) -> None:
        at: Opened = opened(folder)
        for number in range(first, first + 10_000):
            os.write(acknowledged, b"%d\n" % (number + 1))
            take(number, at)

    outcome = series(tmp_path, kills=12, seed=7, work=hasty)
    assert any("stands 0 times" in finding for finding in outcome.findings)


def test_a_process_that_dies_by_itself_is_no_trial(tmp_path: Path) -> None:
    def broken(_folder: Path, _first: int, _acknowledged: int) -> None:
        return

    with pytest.raises(RuntimeError, match="ended by itself"):
        series(tmp_path, kills=1, seed=3, work=broken)


def test_the_whole_bot_killed_twenty_times_keeps_every_report_once_and_loses_no_card(
    tmp_path: Path, base: KnowledgeBase
) -> None:
    warm(base)
    outcome = bot_series(tmp_path, 20, 57, base)
    assert outcome.findings == ()
    assert outcome.acknowledged > 40
    assert outcome.entries >= outcome.acknowledged
