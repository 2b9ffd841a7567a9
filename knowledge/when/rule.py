"""What a rule of the grammar of times is made of."""

from dataclasses import dataclass

from knowledge.patterns import Sought
from knowledge.when.spans import Build


@dataclass(frozen=True, slots=True)
class Rule:
    """A named way to say a time.

    `asked` rules read what only a question can mean ("trong tháng" is the month in which it is asked). `marked`
    rules want, in a text with diacritics, theirs: "giao ngay 5 nhiệm vụ" names no day.
    """

    name: str
    unit: str
    pattern: Sought
    build: Build
    asked: bool = False
    marked: bool = False


def rule(name: str, unit: str, pattern: str, build: Build, *, asked: bool = False, marked: bool = False) -> Rule:
    """Return the rule for `pattern` where no letter or digit stands before or behind it."""
    return Rule(name, unit, Sought(rf"(?<![a-z\d])(?:{pattern})(?![a-z\d])"), build, asked, marked)
