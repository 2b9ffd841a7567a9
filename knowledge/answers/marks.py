"""What kind of place each passage is, for all of them at once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from knowledge.base import KnowledgeBase

# Rows of the annex of tasks, and what stands before the first mark: less often what a question about facts means.
_ROW, _OPENING = "PLII.", "MĐ"
# Signatures and recipients: names stand there, and nothing is said.
SIGNATURES = "KT"
_NUMBER = re.compile(r"(?<=\s)(?!(?:19|20)\d\d\b)\d[\d.,/]*")
_DATE = re.compile(r"(?:ngày|tháng|quý|năm) \d|\d/\d")

Marks: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class PassageMarks:
    """Which passages, by their row in the index, give a number or a day, and which stand in places apart.

    `told` are all but the signatures and recipients, `passed_on` those of a letter that passes another directive on:
    what both say is the other's.
    """

    numbers: Marks
    days: Marks
    rows: Marks
    openings: Marks
    told: Marks
    passed_on: Marks
    directives: dict[str, Marks]

    def of_directives(self, names: Iterable[str]) -> Marks:
        """Return which passages stand in any of these directives."""
        marks: Marks = np.logical_or.reduce([self.directives[name] for name in names])
        return marks


@lru_cache(maxsize=2)
def marks_of(base: KnowledgeBase) -> PassageMarks:
    """Return the marks of the passages of `base`, worked out once."""
    passages = [base.passages[key] for key in base.passage_index.keys]
    return PassageMarks(
        _marks(_NUMBER.search(p.text) is not None for p in passages),
        _marks(_DATE.search(p.text) is not None for p in passages),
        _marks(p.path.startswith(_ROW) for p in passages),
        _marks(p.path.startswith(_OPENING) for p in passages),
        _marks(not p.path.startswith(SIGNATURES) for p in passages),
        _marks(any(r.kind == "passes_on" for r in base.directives[p.directive].relations) for p in passages),
        {name: _marks(p.directive == name for p in passages) for name in base.directives},
    )


def _marks(found: Iterable[bool]) -> Marks:
    return np.fromiter(found, np.bool_)
