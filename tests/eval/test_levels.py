"""The development set of questions is answered at least as well as when its levels were recorded."""

import pytest

from tests.eval.__main__ import main, questions


def test_no_kind_and_no_style_falls_under_its_level(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0, capsys.readouterr().out


def test_the_set_is_large_and_spread() -> None:
    rows = list(questions())
    assert len(rows) >= 400
    assert len({row["kind"] for row in rows}) >= 11
    texts = [row.get("text") or " → ".join(row["turns"]) for row in rows]
    assert len(set(texts)) == len(texts), sorted(text for text in set(texts) if texts.count(text) > 1)
