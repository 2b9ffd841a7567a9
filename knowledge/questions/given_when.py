"""When tasks were given: "việc giao trong tháng 6/2026" are those of the directives issued then, not those due then."""

from datetime import date

from knowledge.patterns import Sought
from knowledge.questions.rest import Rest
from knowledge.questions.vocabulary import Vocabulary
from knowledge.when import Period, find_periods

# With the time right behind; with an agency between ("giao Bộ Công an trong tháng 6") it may well be the deadline.
_GIVEN = Sought(
    r"(?<!\w)(?:(?:duoc|moi|da) )*(?:giao|phan cong)(?: (?:them|moi))? "
    r"(?=(?:trong|sau|tu|truoc|vao|ke tu|hoi|ngay)\b)"
    r"|(?<!\w)(?:(?:newly|that were|which were|were|was) )*(?:given|assigned|handed down) "
    r"(?=(?:in|since|after|on|during|before|from|between)\b)"
)
_HINTS = ("giao", "phan cong", "given", "assigned", "handed")
_NEAR = 16


def take_given_when(rest: Rest, vocabulary: Vocabulary, today: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take out when the tasks were given that are asked for; return the ids of the directives issued then, and the
    words that say so where there are none."""
    if not any(hint in rest.folded for hint in _HINTS) or vocabulary.none_issued(rest.raw, rest.folded, (), today):
        return (), ()
    for found in _GIVEN.finditer(rest.folded):
        periods = find_periods(rest.raw, today, forward=False) or find_periods(rest.raw, today)
        period = next((each for each in periods if found.end() <= each.start <= found.end() + _NEAR), None)
        if period is None or rest.folded[found.end() : period.start].count(" ") > 2:
            continue
        ids = tuple(directive.id for directive in vocabulary.directives if _holds(period, directive.date))
        written = " ".join(rest.raw[found.start() : period.end].split())
        rest.take(found.start(), period.end)
        return ids, () if ids else (written,)
    return (), ()


def _holds(period: Period, day: date | None) -> bool:
    if day is None or (period.first is not None and day < period.first):
        return False
    return period.last is None or day < period.last or (day == period.last and not period.strict)
