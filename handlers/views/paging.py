"""Lists that hold more than a screen: one page of them, and the buttons that turn to the next and back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from handlers.actions import Action
from handlers.views.en import EN
from handlers.views.reply import Button
from handlers.views.vi import VI

T = TypeVar("T")
U = TypeVar("U")
PAGE = 5  # what a phone shows at once


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The things of one page, with its number, how many pages and things there are, and the place of the first."""

    things: Sequence[T]
    number: int
    pages: int
    total: int
    first: int = 1

    def each(self, make: Callable[[T], U]) -> "Page[U]":
        """Return the same page with something made of each thing."""
        return Page([make(thing) for thing in self.things], self.number, self.pages, self.total, self.first)


def page_of(things: Sequence[T], number: int, size: int = PAGE) -> Page[T]:
    """Return page `number` of `things`; of a list that has become shorter, the page nearest to it."""
    pages = max(1, -(-len(things) // size))
    number = min(max(1, number), pages)
    start = (number - 1) * size
    return Page(things[start : start + size], number, pages, len(things), start + 1)


def turning(page: Page[T], language: str, verb: str, subject: str = "") -> tuple[Button, ...]:
    """Return the buttons that turn the pages of a list; each carries `verb`, and the page after `subject`."""
    return turn(page.number, page.pages, language, lambda number: Action(verb, f"{subject}{number}"))


def turn(number: int, pages: int, language: str, action: Callable[[int], Action]) -> tuple[Button, ...]:
    """Return the buttons to the pages before and after page `number`; `action` is what each carries."""
    words = EN if language == EN.language else VI
    row: list[Button] = []
    if number > 1:
        row.append(Button(words.page_back, action(number - 1).encode()))
    if number < pages:
        row.append(Button(words.page_next(number + 1, pages), action(number + 1).encode()))
    return tuple(row)
