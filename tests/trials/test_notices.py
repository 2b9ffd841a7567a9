"""Killed at random while the channel fails on purpose, every notice is sent, and hardly one twice."""

from pathlib import Path

from tests.trials.notices import trial


def test_twenty_kills_lose_no_notice_and_repeat_only_what_was_in_flight(tmp_path: Path) -> None:
    outcome = trial(tmp_path, notices=400, kills=20, seed=57)
    assert outcome.findings == ()
    assert outcome.kills == 20
    assert outcome.delivered >= 390
