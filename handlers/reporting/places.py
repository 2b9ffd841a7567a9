"""What is said of a task by its place in the list on the screen is said of its code: "việc 7" is the seventh."""

from handlers.moving import COUNTED, opened_in
from handlers.services import Services
from knowledge.people import Person
from knowledge.reporting import LAST_PLACE, places_in
from knowledge.text import tidy


def in_codes(service: Services, person: Person | None, chat: int, said: str) -> str:
    """Return `said` with the codes of the tasks it names by their places in the open list; as it was where none is."""
    text = tidy(said)
    named = places_in(text)
    tasks = opened_in(service, chat, person).tasks if named else ()
    if not tasks:
        return said
    codes = [hit.task.id for hit in tasks]
    for place in reversed(named):
        number = len(codes) if place.number == LAST_PLACE else place.number
        if 1 <= number <= len(codes):
            text = f"{text[: place.start]}{codes[number - 1]}{text[place.end :]}"
    return text


def unplaced(said: str) -> bool:
    """Tell whether `said` still counts a task of a list; a number so large that nobody counts to it is a code's."""
    return any(place.number <= COUNTED and place.number != LAST_PLACE for place in places_in(tidy(said)))


def without_places(said: str) -> str:
    """Return what `said` says beside the places it names."""
    text = tidy(said)
    for place in reversed(places_in(text)):
        text = f"{text[: place.start]} {text[place.end :]}"
    return " ".join(text.split()).strip(" :,;-")
