"""What is told: items, and the messages that hold them: one of a person and day, and news of what was recorded.

Facts only; views word them.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Why(StrEnum):
    """Why somebody is told of an item."""

    FOCAL = "focal"  # focal point of the agency
    ANSWERING = "answering"  # a proposal waits for their answer
    COORDINATING = "coordinating"  # of a coordinating one, as they chose
    FOLLOWING = "following"  # the chat follows the agency
    WATCHING = "watching"  # … the task or a topic
    STANDING_IN = "standing_in"  # the agency's focal point cannot be reached or is away
    ESCALATED = "escalated"  # the next person of the agency, because nobody took note
    SUPERVISING = "supervising"
    ASKED_AGAIN = "asked_again"  # asked to be reminded again
    RECORDED = "recorded"  # news: something was recorded that concerns them


# Steps that are not those of one task's ladder.
AGAIN, ONGOING, QUARTER, MONTH, UNREACHABLE = "again", "ongoing", "quarter", "month", "unreachable"
UP_DUE, UP_LATE_7, UP_LATE_30 = "up-due", "up-l7", "up-l30"


@dataclass(frozen=True, slots=True)
class Item:
    """Something told once: a task ("" for a summary) of an agency ("" for the task as a whole), at a step.

    `version` tells a moved deadline from the one before, and one occurrence or period from the next. Of news the step
    is their kind and the version the number of the entry.
    """

    task: str
    agency: str
    step: str
    version: str
    why: Why

    @property
    def key(self) -> str:
        """What makes it unique for a recipient."""
        return f"{self.task}|{self.agency}|{self.step}|{self.version}"


@dataclass(frozen=True, slots=True)
class Notice:
    """One message: everything that `chat` is told in the slot of `day`. `first`: nothing was ever told there before.

    With `entry` it is news instead: of the record's entry with that number, and of those recorded with it.
    """

    chat: int
    day: date
    language: str
    items: tuple[Item, ...]
    first: bool = False
    entry: int = 0

    @property
    def key(self) -> str:
        """What makes it unique: planned twice, it is still one."""
        if self.entry:
            return f"{self.items[0].step}:{self.chat}:{self.entry}"
        return f"day:{self.chat}:{self.day.isoformat()}"
