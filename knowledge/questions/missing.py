"""A place that a directive does not have ("mục III.9", "Điều 5", "Phụ lục IV"), and what it has there instead."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from knowledge.questions.pointing import ARTICLE, candidates, key_of, pointed_at
from knowledge.sections import above

# Where the last step of a path begins, and of what kind it is.
_LAST = re.compile(
    r"(?P<roman>(?<![^.])[IVX]+)$|(?P<number>(?<![^.])\d+)$|(?P<letter>(?<![^.])[a-zđ]{1,2})$|(?P<bracket>\([^)]*\))$"
    r"|(?P<dash>-\d+)$|(?P<article>Điều \d+)$|(?P<annex>^PL[IVX\d]*)$|(?P<footnote>CT\.\d+)$"
)
_TOP = ("article", "roman", "number", "annex")
# "Danh mục 116 CSDL", "khoản 500 tỷ", "phần 3 việc" name no place.
_NO_PLACE_BEFORE = re.compile(r"(?<!\w)(?:danh|giai|hang|chuyen|chi)\s+$")
_NO_PLACE_AFTER = re.compile(
    r"\s*(?:%|(?:ty|trieu|nghin|dong|phan tram|viec|nhiem vu|nam|thang|ngay|csdl|co so|bo|tinh|co quan|don vi)(?!\w))"
)
# Points are named by one letter, "đ" as "dd": "điểm gì", "điểm do ai" ask for something else.
_A_WORD = re.compile(r"\s(?!dd|[ivx]{2})[a-z]{2}$")
_NAMES = ("article", "path", "point", "footnote")


@dataclass(frozen=True, slots=True)
class MissingPlace:
    """A place as it was written, the path of what holds others of its kind ("" for the whole), and their paths."""

    said: str
    within: str
    there: tuple[str, ...]


def missing_place(raw: str, folded: str, paths: Sequence[str]) -> MissingPlace | None:
    """Return the place that a question names in a directive with these `paths`, which have none such; else None.

    `folded` is `raw` folded letter by letter. What might be a number of something else ("danh mục 116") is no place.
    """
    found = pointed_at(raw, folded)
    if found is None or not (found.annex or found.names.intersection(_NAMES) or found.bare):
        return None
    start, end = found.span
    if _NO_PLACE_BEFORE.search(folded, max(0, start - 10), start) or _NO_PLACE_AFTER.match(folded, end):
        return None
    said = " ".join(raw[start:end].split())
    if _A_WORD.search(folded[start:end]):
        return None
    known = {key_of(path): path for path in reversed(paths)}
    if ARTICLE in found.ranks:
        article = known.get(key_of(found.body[0]), "")
        if article:
            return MissingPlace(said, article, _of_kinds(_KINDS, article, paths))
        return MissingPlace(said, "", _of_kinds(("article",), "", paths) or _of_kinds(_TOP, "", paths))
    best, there = "", tuple[str, ...]()
    for candidate in candidates(found.number, found.body, in_annex=found.annex):
        path = candidate
        while path and key_of(path) not in known:
            path = above(path)
        reached = known.get(key_of(path), "")
        if len(reached) > len(best) and (found.annex or not _only_head(reached, candidate, found.body)):
            others = _of_kinds((_kind(_first_step(candidate, reached)),), reached, paths)
            best, there = (reached, others) if others else (best, there)
    if found.annex and not best:
        there = _of_kinds(("annex",), "", paths)
    return MissingPlace(said, best, there or _of_kinds(_TOP, "", paths))


_KINDS = tuple(_LAST.groupindex)


def _only_head(reached: str, candidate: str, body: Sequence[str]) -> bool:
    """Tell whether only what was put before the words ("III." of "III.9") is known, nothing of the words themselves."""
    return len(reached) <= len(candidate) - len("".join(body))


def _first_step(path: str, whole: str) -> str:
    """Return the step of `path` that comes right below `whole`, as a path."""
    while above(path) and len(above(path)) > len(whole):
        path = above(path)
    return path


def _kind(path: str) -> str:
    found = _LAST.search(path) or _LAST.search(path.upper())
    return (found.lastgroup or "") if found else ""


def _of_kinds(kinds: Collection[str], within: str, paths: Sequence[str]) -> tuple[str, ...]:
    return tuple(path for path in paths if above(path) == within and _kind(path) in kinds)
