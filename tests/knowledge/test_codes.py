"""Task codes read however they are typed, and numbers that are no codes."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.codes import code_key, find_code
from knowledge.loading import load_corpus
from knowledge.text import tidy

IDS = [task.id for task in load_corpus().tasks]
KEYS = {code_key(code): code for code in IDS}


def read(text: str) -> str | None:
    found = find_code(tidy(text), KEYS)
    return KEYS[found[0]] if found else None


def test_no_two_codes_read_alike() -> None:
    assert len(KEYS) == len(IDS)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("71-89.7", "71-89.7"),
        ("71/89(7)", "71-89.7"),
        ("71/89 (7)", "71-89.7"),
        ("71-89,7", "71-89.7"),
        ("71.89.7", "71-89.7"),
        ("nv 89.7", "71-89.7"),
        ("nv89.7", "71-89.7"),
        ("NV 89(7)", "71-89.7"),
        ("nhiệm vụ số 89.7", "71-89.7"),
        ("việc 89", "71-89"),
        ("task 89.7", "71-89.7"),
        ("mã 71-89.7 của ai?", "71-89.7"),
        ("71 – 89.7", "71-89.7"),
        ("71-89.\u200b7", "71-89.7"),
        ("17-5đ", "17-5dd"),
        ("17-5Đ", "17-5dd"),
        ("17-5dd", "17-5dd"),
        ("5-3a1", "05-3a1"),
        ("05-3a1", "05-3a1"),
        ("07 - 2d.1", "07-2d.1"),
        ("7-2d.1", "07-2d.1"),
        ("TU-1.1", "tu-1.1"),
        ("17-II.3", "17-ii3"),
        ("71-III.3", "71-iii3"),
        ("329-PL1.1", "329-pl1.1"),
        ("hạn của 17-5c2(1) và 71-89", "17-5c2.1"),
    ],
)
def test_a_code_as_people_type_it(typed: str, code: str) -> None:
    assert read(typed) == code


NO_CODE = (
    "17/12/2025|17-12-2025|5/7|5-7|7/7|05/07|07-15|17/5|17/5/2026|17.5|71/NQ-CP|329/TB-VPCP|07-TB/CQTTBCĐ|17-TB"
    "|05-TB/BCĐTW|71/2025|7-9/2026|tháng 7-9/2026|17-18/12|5-10 ngày|giảm 5-7%|tăng 5-10%|2026-07-15|tư 1|từ 1/7"
    "|71-1000|71-0|89.7|nv 1000|5c2.1|"
).split("|")


@pytest.mark.parametrize("text", NO_CODE)
def test_what_only_looks_like_a_code_is_none(text: str) -> None:
    assert read(text) is None


FORMS: list[Callable[[str], str]] = [
    str,
    str.upper,
    lambda code: code.replace("-", "/"),
    lambda code: code.replace("-", " - "),
    lambda code: re.sub(r"\.(\d+)", r"(\1)", code),
    lambda code: re.sub(r"\.(\d+)$", r"(\1)", code).replace("-", "/").upper(),
    lambda code: code.replace("dd", "đ"),
    lambda code: f"cho tôi xem việc {code}, hạn khi nào?",
    lambda code: f"“{code}”.",
]


@pytest.mark.parametrize("form", FORMS)
def test_every_code_of_the_corpus_reads_back(form: Callable[[str], str]) -> None:
    assert [code for code in IDS if read(form(code)) != code] == []


@given(st.one_of(st.text(max_size=300), st.text("0157329tunvđdaiI-./(), ", max_size=60)))
def test_any_text_gives_a_known_code_in_its_place_or_none(text: str) -> None:
    words = tidy(text)
    found = find_code(words, KEYS)
    if found is not None:
        key, start, end = found
        assert key in KEYS
        assert 0 <= start < end <= len(words)
        assert find_code(words[start:end], KEYS) == (key, 0, end - start)
