"""An index too large to be held whole finds and ranks as one that is, whatever parts its texts came in."""

import numpy as np
import pytest

from knowledge.search import WordTable
from knowledge.search import table as tables
from knowledge.store import open_database

WORDS = "chuyen doi so du lieu quoc gia y te dat dai ban dan".split()
TEXTS = [(row, [WORDS[(row * step) % len(WORDS)] for step in range(1, 4 + row % 6)]) for row in range(1, 41)]
QUESTIONS = ("chuyển đổi số", "dữ liệu quốc gia", "y tế", "bán dẫn", "thời tiết")


def filled(name: str) -> WordTable:
    table = WordTable(open_database(None), name)
    table.create()
    table.fill(iter(TEXTS))
    return table


def test_large_and_small_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    small = filled("small")
    whole = {question: small.scores(question) for question in QUESTIONS}
    holding, rows = small.holding(), [found.tolist() for found in small.rows(WORDS)]
    monkeypatch.setattr(tables, "_SMALL", 5)
    monkeypatch.setattr(tables, "_PART", 7)
    monkeypatch.setattr(tables, "_HELD", 30)  # so that terms are put out of memory again
    large = filled("large")
    for question in QUESTIONS * 2:
        np.testing.assert_allclose(large.scores(question), whole[question])
    assert large.holding() == holding
    assert [found.tolist() for found in large.rows(WORDS)] == rows


def test_what_no_text_holds_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_SMALL", 5)
    large = filled("unknown")
    assert [len(found) for found in large.rows([f"la_{n}" for n in range(50)])] == [0] * 50
    assert not large._lately


def test_filled_anew_it_forgets_what_it_held() -> None:
    table = filled("again")
    assert table.scores("y tế").any()
    table.create()
    table.fill([(1, ["dat", "dai"])])
    assert not table.scores("y tế").any()
    assert table.search("đất đai", 3)[0][0] == 1
