"""What is said of a task by its place in the list on the screen is said of its code: "việc 7" is the seventh."""

import re
from collections.abc import Mapping

from handlers.moving import COUNTED, opened_in
from handlers.reporting.drafts import code_in, codes_in
from handlers.services import Services
from knowledge.people import Person
from knowledge.reporting import LAST_PLACE, places_in
from knowledge.text import tidy

_NUMBERED = re.compile(r"(\d{1,3})\s+\W*\s*(?=\w)")  # "7 ❗ 71-164 …"


def in_codes(
    service: Services, person: Person | None, chat: int, said: str, answered: Mapping[int, str] | None = None
) -> str:
    """Return `said` with the codes of the tasks it names by their places in the open list; as it was where none is.

    Where the message of a list is `answered`, its numbers count, whatever list was opened since.
    """
    text = tidy(said)
    named = places_in(text)
    if not named:
        return said
    codes = answered or {place + 1: hit.task.id for place, hit in enumerate(opened_in(service, chat, person).tasks)}
    if not codes:
        return said
    for place in reversed(named):
        code = codes.get(max(codes) if place.number == LAST_PLACE else place.number)
        if code is not None:
            text = f"{text[: place.start]}{code}{text[place.end :]}"
    return text


def counted_in(service: Services, text: str) -> dict[int, str]:
    """Return the tasks of a list in a message of the bot's by their numbers, by their order where it gives none."""
    lines = [(_NUMBERED.match(line), code_in(service, line)) for line in text.splitlines()]
    numbered = {int(found[1]): code for found, code in lines if found is not None and code is not None}
    return numbered or {place + 1: code for place, code in enumerate(codes_in(service, text))}


def unplaced(said: str) -> bool:
    """Tell whether `said` still counts a task of a list; a number so large that nobody counts to it is a code's."""
    return any(place.number <= COUNTED and place.number != LAST_PLACE for place in places_in(tidy(said)))


def beyond_list(
    service: Services, person: Person | None, chat: int, said: str, answered: Mapping[int, str] | None = None
) -> tuple[int, int] | None:
    """Return how many tasks the list has, and the first place behind them that `said` counts; None for none.

    A number that is the code of one of its tasks counts nothing.
    """
    named = [place.number for place in places_in(tidy(said)) if place.number != LAST_PLACE]
    if not named:
        return None
    codes = answered or {place + 1: hit.task.id for place, hit in enumerate(opened_in(service, chat, person).tasks)}
    behind = [number for number in named if codes and number > max(codes)]
    if not behind or code_in(service, said) in codes.values():
        return None
    return max(codes), behind[0]


def without_places(said: str) -> str:
    """Return what `said` says beside the places it names."""
    text = tidy(said)
    for place in reversed(places_in(text)):
        text = f"{text[: place.start]} {text[place.end :]}"
    return " ".join(text.split()).strip(" :,;-")
