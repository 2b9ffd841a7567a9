"""One meaning of time: deadlines in directives, periods in questions and dates in reports are read here.

Dates are calendar days of Asia/Ho_Chi_Minh; weeks begin on Monday; a quarter is three whole months.
"""

from knowledge.when.deadlines import Deadline, DeadlineKind, occurrences, parse_deadline
from knowledge.when.period import Period, joined
from knowledge.when.periods import find_periods, parse_period

__all__ = [
    "Deadline",
    "DeadlineKind",
    "Period",
    "find_periods",
    "joined",
    "occurrences",
    "parse_deadline",
    "parse_period",
]
