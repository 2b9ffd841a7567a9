"""One chat's questions in a row: each is read by itself, then leaned on the one before where it needs that."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.answers import NOTHING_REPORTED, answer
from knowledge.base import KnowledgeBase
from knowledge.questions import Reading, lean
from knowledge.record import StatusBook

# After so long a pause a question stands alone.
MEMORY = timedelta(minutes=30)
# A chain of follow-ups is followed back this far.
DEPTH = 8


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it was read, and the questions before it that it leaned on, oldest first."""

    reading: Reading
    context: tuple[str, ...] = ()


def read_turn(
    question: str,
    context: Sequence[str],
    base: KnowledgeBase,
    today: date,
    asker: str = "",
    book: StatusBook = NOTHING_REPORTED,
) -> Turn:
    """Read `question` after the questions of `context` (oldest first), as asked on `today` by someone of `asker`.

    `book` says how tasks stand, so that "việc thứ 3" is the third of what was shown.
    """
    last: Reading | None = None
    used: tuple[str, ...] = ()
    for earlier in context[-DEPTH:]:
        last, used = _next(earlier, last, used, base, today, asker, book)
    reading, used = _next(question, last, used, base, today, asker, book)
    return Turn(reading, used[:-1])


def _next(
    question: str,
    last: Reading | None,
    used: tuple[str, ...],
    base: KnowledgeBase,
    today: date,
    asker: str,
    book: StatusBook,
) -> tuple[Reading, tuple[str, ...]]:
    new = base.read(question, today, asker)
    if last is None:
        return new, (question,)

    def listed() -> list[str]:
        return [hit.task.id for hit in answer(last, base, today, book).tasks]

    leaned = lean(new, last, listed)
    return leaned, (*used, question) if leaned.leaned else (question,)
