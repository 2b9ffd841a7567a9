"""What is said where a question names something that is not there: what there is instead, and the way to it."""

from collections.abc import Sequence
from itertools import groupby

from handlers import actions
from handlers.actions import Action, View
from handlers.views.filters import Row
from handlers.views.places import path_in_words
from handlers.views.reply import Button, Reply, esc
from handlers.views.wording import condition_words
from handlers.views.words import Words
from knowledge.directives import Directive
from knowledge.questions import MissingPlace, section_of

# Places of one kind that are named one by one; of more, the first and the last.
_FEW = 4
_BUTTONS = 8


def no_such_place(missing: MissingPlace, directive: Directive, words: Words, view: View) -> Reply:
    """Say that a directive has no such place, and which it has at that level, each a button that opens it."""
    said = condition_words(words.language)
    there = _named(missing.there, missing.within, words)
    if missing.within:
        whole = path_in_words(missing.within, words)
        has = said.has_within(whole[0].upper() + whole[1:], there)
    else:
        has = said.has(there)
    lines = [said.no_place(directive.number, missing.said), *([has] if there else [])]
    open_to = view if view.question else None
    buttons = [
        Button(_short(path), Action(actions.READ_PASSAGE, f"{directive.id}:{path}", open_to).encode())
        for path in missing.there[:_BUTTONS]
    ]
    rows: list[Row] = [tuple(buttons[at : at + _FEW]) for at in range(0, len(buttons), _FEW)]
    card = Button(directive.number, Action(actions.SHOW_DIRECTIVE, directive.id).encode())
    return Reply(esc(" ".join(f"{line}." for line in lines)), (*rows, (card,)))


def _named(paths: Sequence[str], within: str, words: Words) -> str:
    """Return the places in words: those of one kind together, of many the first and the last."""
    annex = f"{path_in_words(within, words).split(', ')[0]}, " if within.startswith("PL") else ""
    told = []
    for _, group in groupby(paths, key=lambda path: path_in_words(path, words).rsplit(" ", 1)[0]):
        same = list(group)
        first = path_in_words(same[0], words).removeprefix(annex)
        if len(same) > _FEW:
            told.append(f"{first} {condition_words(words.language).to} {_short(same[-1])}")
        else:
            told.append(", ".join([first, *map(_short, same[1:])]))
    return "; ".join(told)


def _short(path: str) -> str:
    """Return a path without the words that name its kind."""
    return (section_of(path).removeprefix("Điều ").removeprefix("PL")) or path
