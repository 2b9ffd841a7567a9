"""Where a thing stands: paths and directives in words."""

import re
from collections.abc import Mapping

from handlers.views.wording import assigning_words
from handlers.views.words import Words, day
from knowledge.answers import TaskHit
from knowledge.directives import Directive
from knowledge.record import AssignedTask

_ROMAN = re.compile(r"[IVX]+")
_PART = re.compile(r"^PL(I{0,3}|\d?)(?:\.|$)")


def path_in_words(path: str, words: Words) -> str:
    """Return a path as people say it: `PL.5.c-2(1)` → "Phụ lục, mục 5.c, gạch 2 (1)"."""
    for mark, name in (("MĐ", words.opening), ("KT", words.closing)):
        if path.startswith(mark):
            return name
    if path.startswith("CT."):
        return f"{words.footnote} {path[3:]}"
    pieces: list[str] = []
    rest = path
    found = _PART.match(path)
    if found:
        pieces.append(f"{words.annex} {found[1]}".strip())
        rest = path[found.end() :]
    if rest:
        if path.startswith("PL2.") and rest.isdigit():
            return f"{pieces[0]}, {words.list} {rest}"
        row = found is not None and bool(found[1]) and not _ROMAN.fullmatch(rest)  # a row that only heads others
        pieces.append(_place(rest, words, row=row))
    return ", ".join(pieces)


def _place(rest: str, words: Words, *, row: bool) -> str:
    if rest.startswith("Điều"):
        return rest
    rest = re.sub(r"/(\d+)", rf", {words.paragraph} \1", rest)
    rest = re.sub(r"-(\d+)", rf", {words.dash} \1", rest)
    return f"{words.row if row else words.item} {rest}"


def source(directive: Directive, path: str, words: Words) -> str:
    """Return "17-TB/CQTTBCĐ, Phụ lục, mục 5.c", with the warning of a restored reading."""
    place = f"{directive.number}, {path_in_words(path, words)}"
    return f"{place} ({words.restored})" if directive.restored else place


def full_source(directive: Directive, path: str, words: Words) -> str:
    """Return the source with the directive's kind and date."""
    date = day(directive.date) if directive.date else words.undated
    name = directive.number if directive.number.startswith(directive.kind) else f"{directive.kind} {directive.number}"
    place = f"{name}, {date} · {path_in_words(path, words)}"
    return f"{place} ({words.restored})" if directive.restored else place


def given_source(given: AssignedTask, words: Words) -> str:
    """Return by what, and on which day, a task was given, plain text; `given.at` is in the reader's zone."""
    said = assigning_words(words.language)
    return said.source_document(given.document, day(given.at)) if given.document else said.source(day(given.at))


def place_of(hit: TaskHit, directives: Mapping[str, Directive], words: Words) -> str:
    """Return where a task is written, or by what and when it was given from chat, plain text."""
    if hit.given is not None:
        return given_source(hit.given, words)
    return source(directives[hit.task.directive], hit.task.path, words)
