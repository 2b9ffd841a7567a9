"""What is said where a question names something that is not there: what there is instead, and the way to it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from handlers import actions
from handlers.actions import Action, View
from handlers.views.filters import Row
from handlers.views.places import path_in_words
from handlers.views.reply import Button, Reply, esc, italic, shorten
from handlers.views.wording import condition_words
from handlers.views.words import Words, day
from knowledge.answers import Answer
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


def none_issued(written: str, directives: Sequence[Directive], words: Words) -> Reply:
    """Say that none of the directives was issued then, and when each was; every one is a button."""
    said = condition_words(words.language)
    lines = [esc(said.none_issued(written, len(directives))), esc(said.issued)]
    lines += [
        f"• {esc(each.number)}: {day(each.date) if each.date else esc(words.undated)}"
        for each in sorted(directives, key=lambda each: each.date or date.max)
    ]
    lines.append(esc(said.due_then))
    rows = tuple((Button(shorten(d.number, 40), Action(actions.SHOW_DIRECTIVE, d.id).encode()),) for d in directives)
    return Reply("\n".join(lines), rows)


def same_number(written: str, directives: Sequence[Directive]) -> Directive | None:
    """Return the directive that has the number of a document as it was `written`; None where none has."""
    number = re.search(r"\d+", written)
    has = (
        d for d in directives if number and (own := re.match(r"0*(\d+)", d.number)) and own[1] == number[0].lstrip("0")
    )
    return next(has, None)


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


def none_connected(unconnected: int, head: Sequence[str], words: Words) -> Reply:
    """Say that no directive names the databases that are connected, and of how many one says that they are not."""
    told = condition_words(words.language).unconnected(unconnected)
    return Reply("\n".join([*head, esc(told)]), ((_every_database(words),),))


def _every_database(words: Words) -> Button:
    return Button(condition_words(words.language).all_databases, Action(actions.READY, "csdl").encode())


def no_database(reply: Reply, answer: Answer, words: Words) -> Reply:
    """Return `reply` after the word that no database has the name asked for, with those called most like it."""
    said = condition_words(words.language)
    names = [f"• {esc(name)}" for name in answer.near_databases]
    near = [esc(said.near_databases), *names] if names else []
    if not answer.no_database:  # there is one, but on no list of those tracked
        return replace(reply, text="\n".join((reply.text, *near)))
    text = "\n".join((esc(said.no_database(shorten(answer.no_database, 60))), *near))
    if answer.found:
        return replace(reply, text=f"{text}\n\n{italic(said.nearest_else)}\n{reply.text}")
    return Reply(
        text, ((_every_database(words),), (Button(words.directive_list, Action(actions.SHOW_DIRECTIVES).encode()),))
    )
