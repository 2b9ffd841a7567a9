"""Patterns that look at the words of a text first: what is derived from them, and that nothing is missed by it."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import knowledge.questions
import knowledge.when
from knowledge.patterns import Sieve, Sought, any_of, needs_of, words_of
from knowledge.questions.lexicon import DETAIL, STATES, _whole_words
from knowledge.text import fold_aligned, tidy
from knowledge.when.rules import RULES
from tests.eval.__main__ import questions


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\b(?:nhiem vu|dau viec)\b", {"nhiem", "viec"}),
        (r"(?<!\w)(?:cac )?viec(?: nao)?(?!\w)", {"viec"}),
        (r"(?<![a-z\d])ngay\s+\d{1,2}(?![a-z\d])", {"ngay"}),
        (r"\bqu[yi]\b", {"quy", "qui"}),
        (r"\b(?:task|duty)s?\b", {"task", "tasks", "duty", "dutys"}),
        (r"\b(?:khong|chua)(?: (?:he|bi))* tre\b", {"tre"}),
        (r"\b\d{1,2}/\d{4}\b", {"#"}),
        (r"^\W*han\b", {"han"}),
        (r"\bso(?=\s+may)\b", {"so"}),
        # a part of a word is none, and neither is what may be left out
        (r"viec", set()),
        (r"\bcoordinat\w+", set()),
        (r"\b(?:viec)?\b", set()),
        (r"\b(?:viec|\w+)\b", set()),
        (r"(?i)\bviec\b", set()),
        (r"\b(?i:viec)\b", set()),
        (r"\bviec(?!gi)", set()),
        (r"(\w)\1", set()),
    ],
)
def test_words_that_a_pattern_needs(pattern: str, needs: set[str]):
    assert needs_of(pattern) == needs


def test_a_text_that_may_end_within_a_word_is_searched():
    found = Sought(r"\bviec\b")
    assert found.search("vieclam", 0, 4) is not None
    assert found.search("vieclam") is None
    assert found.search("co viec", 2) is not None
    assert [place.span() for place in found.finditer("viec, viec")] == [(0, 4), (6, 10)]


@given(st.lists(st.text("ab +", min_size=1), min_size=1), st.text("ab +"))
def test_any_of_phrases_fits_the_longest(phrases: list[str], text: str):
    longest_first = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    for end in ("", "$"):
        by_length = re.match(rf"(?:{longest_first}){end}", text)
        by_letter = re.match(rf"(?:{any_of(phrases)}){end}", text)
        assert (by_letter and by_letter.group()) == (by_length and by_length.group())


def _patterns() -> Iterator[Sought]:
    for package in (knowledge.questions, knowledge.when):
        for module in pkgutil.iter_modules(package.__path__):
            named = vars(importlib.import_module(f"{package.__name__}.{module.name}"))
            yield from (value for value in named.values() if isinstance(value, Sought))
    yield from (rule.pattern for rule in RULES)
    yield from (_whole_words(pattern) for _, pattern in (*STATES, *DETAIL))


# Each with what it needs, and as one of `re` that searches any text.
PATTERNS = [(needs_of(each), re.compile(each)) for each in dict.fromkeys(found.pattern for found in _patterns())]


def test_nothing_is_missed_in_questions():
    texts = sorted({fold_aligned(tidy(said)) for row in questions() for said in row.get("turns") or [row["text"]]})
    wanted = [(needs, pattern) for needs, pattern in PATTERNS if needs]
    assert len(wanted) > 100
    for text in texts[::3]:
        missing = [pattern for needs, pattern in wanted if needs.isdisjoint(words_of(text))]
        assert not [pattern.pattern for pattern in missing if pattern.search(text)], text


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_nothing_is_missed_in_what_patterns_fit(data: st.DataObject):
    needs, pattern = data.draw(st.sampled_from([(needs, pattern) for needs, pattern in PATTERNS if needs]))
    text = data.draw(st.from_regex(pattern, alphabet=st.characters(codec="ascii")))
    assert not needs.isdisjoint(words_of(text)), needs


def test_a_sieve_lets_through_what_may_stand_in_a_text_in_its_order() -> None:
    patterns = [Sought(each) for each in (r"\bviec\b", r"\bq\w", r"\b(?:nhiem vu|viec gi)\b", r"\bnhiem vu\b")]
    sieve = Sieve((pattern, place) for place, pattern in enumerate(patterns))
    assert not patterns[1].needs  # "q1" is one word, and which cannot be told
    assert sieve.may_be_in("viec gi") == [0, 1, 2]
    assert sieve.may_be_in("nhiem vu q1") == [1, 2, 3]
    assert sieve.may_be_in("") == [1]


def test_the_sieve_of_times_lets_every_rule_through_that_finds_one() -> None:
    sieve = Sieve((rule.pattern, rule) for rule in RULES)
    for row in questions():
        for text in row.get("turns") or [row["text"]]:
            folded = fold_aligned(tidy(text))
            let_through = {rule.name for rule in sieve.may_be_in(folded)}
            assert {rule.name for rule in RULES if re.search(rule.pattern.pattern, folded)} <= let_through
