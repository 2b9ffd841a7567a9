"""What is said about people: joining, roles, dialogues, their data. `people_vi` and `people_en` fill it in."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PeopleWords:
    """Every word of this area that is not data."""

    stranger: str
    stranger_in_group: str
    stranger_inline: str
    open_chat: str
    waiting: str
    refused: str
    not_allowed: str
