"""A place in a directive as people write it: "mục III.3(1)", "điểm b khoản 2 mục II", "Điều 2", "Phụ lục 1"."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from knowledge.patterns import Sought
from knowledge.text import fold

_ANNEX = Sought(r"(?<!\w)(?:phu luc|annex|appendix|pl)\s*(?:so\s*)?(?P<number>[ivx]{1,3}|\d)?(?!\w|[-/])")
_BRACKETS = r"(?:\s?\((?:\d{1,3}|[ivx]{1,4})\))*"
_NUMBERED = rf"(?:[ivx]{{1,4}}|\d{{1,3}})(?:\.(?:\d{{1,3}}|[a-z]{{1,2}}))*{_BRACKETS}(?:-\d{{1,2}}{_BRACKETS})?"
_STEP = Sought(
    rf"(?<!\w)(?:(?:(?:dieu|article)\s+|d\.\s?)(?P<article>\d{{1,2}})"
    r"|(?:(?:(?<!danh )muc|phan|khoan|dong|hang|section|part|item|clause|row)\s+(?:so\s+)?|[mk](?:\.\s?|\s))"
    rf"(?P<path>{_NUMBERED})"
    r"|(?:diem|point)\s+(?P<point>[a-z]{1,2}|\d{1,2}(?:\.[a-z])?)"
    rf"|(?:gach dau dong|gach|dash|bullet)\s+(?:thu\s+)?(?P<dash>(?:\d{{1,2}}|nhat|hai|ba|tu|nam){_BRACKETS})"
    r"|(?:chu thich|footnote)\s+(?:so\s+)?(?P<footnote>\d{1,2})"
    r"|(?:doan|paragraph)\s+(?:thu\s+)?(?P<paragraph>\d{1,2}))(?![\w/]|\.\d)"
)
# A path alone, in the form in which sources are shown: "329 III.3(1)".
_BARE = re.compile(
    r"(?<![\w/.])(?=[^\s.(]*[.(])(?:PL(?:I{1,3}|\d)?\.)?(?:[IVX]{1,4}|[ivx]{1,4}(?=[.(]\d)|(?<=\.)\d{1,3})(?:\.(?:\d{1,3}|[a-zđ]))*"
    r"(?:\((?:\d{1,3}|[ivx]{1,4})\))*(?:-\d{1,2})?(?:\(\d{1,3}\))?(?![\w/])"
)
_ANNEX_HEAD = re.compile(r"^PL[I\d]*\.")
_NUMERALS = (("1", "i"), ("2", "ii"), ("3", "iii"), ("4", "iv"), ("5", "v"))
_ORDINALS = {"nhat": "1", "hai": "2", "ba": "3", "tu": "4", "nam": "5"}
# In what order the steps of a path stand, however they are written.
ARTICLE, _ROMAN, _NUMBER, _LETTER, _DASH, _PARAGRAPH = range(6)
# Pieces that may stand between the steps of one place: "điểm b, khoản 2, của mục II".
_BETWEEN = re.compile(r"[\s,;:]*(?:(?:cua|thuoc|trong|o|tai|of|in|va)\s+)?")


@dataclass(frozen=True, slots=True)
class Pointed:
    """What points at a place in a question: its steps in the order of a path, the annex they lie in, where it stands.

    `names` are the kinds of step that were named, `bare` tells of a path alone ("III.3(1)").
    """

    body: tuple[str, ...]
    ranks: frozenset[int]
    names: frozenset[str]
    annex: bool
    number: str | None
    bare: bool
    span: tuple[int, int]


def pointed_at(raw: str, folded: str) -> Pointed | None:
    """Return what points at a place, whether there is such a place or not; None where nothing does.

    `folded` is `raw` folded letter by letter.
    """
    annex = _ANNEX.search(folded)
    named = [(*_ranked(found, raw), found.start(), found.end()) for found in _STEP.finditer(folded)]
    bare = None if named else _BARE.search(raw)
    steps = [(_ROMAN, bare.group(), bare.start(), bare.end())] if bare else _side_by_side(named, folded)
    spans = [(start, end) for _, _, start, end in steps] + ([annex.span()] if annex else [])
    if not spans:
        return None
    return Pointed(
        tuple(step for _, step, _, _ in sorted(steps, key=lambda item: item[0])),
        frozenset(rank for rank, *_ in steps),
        frozenset(_name(found) for found in _STEP.finditer(folded) if any(found.start() == s for _, _, s, _ in steps)),
        annex is not None,
        annex["number"] if annex else None,
        bare is not None,
        (min(start for start, _ in spans), max(end for _, end in spans)),
    )


def place_in(raw: str, folded: str, paths: Collection[str]) -> tuple[str, int, int] | None:
    """Return (path, start, end) of the place that a question names in a directive with these `paths`; else None.

    `folded` is `raw` folded letter by letter. A place that the directive does not have is none.
    """
    found = pointed_at(raw, folded)
    if found is None:
        return None
    path = _known(candidates(found.number, found.body, in_annex=found.annex), paths)
    return (path, *found.span) if path else None


def section_of(path: str) -> str:
    """Return a path without the annex it lies in: what tasks are filtered by (`PL.5.c` → `5.c`)."""
    return _ANNEX_HEAD.sub("", path)


def below(path: str, paths: Collection[str]) -> list[str]:
    """Return `path` and the paths of what stands below it, in their order."""
    return [each for each in paths if each == path or (each.startswith(path) and each[len(path)] in ".-(/")]


def _ranked(found: re.Match[str], raw: str) -> tuple[int, str]:
    """Return a step with its rank; letters are taken from `raw`, where đ is no d."""
    name = _name(found)
    value = found[name]
    written = raw[found.start(name) : found.end(name)].lower().replace(" ", "")
    match name:
        case "article":
            return ARTICLE, f"Điều {written}"
        case "footnote":
            return ARTICLE, f"CT.{written}"
        case "path":
            return (_ROMAN if value[0] in "ivx" else _NUMBER), written
        case "point":
            return (_NUMBER if value[0].isdigit() else _LETTER), written
        case "dash":
            return _DASH, f"-{_ORDINALS.get(value, written)}"
        case _:
            return _PARAGRAPH, f"/{written}"


def _name(found: re.Match[str]) -> str:
    return next(name for name, value in found.groupdict().items() if value)


def _side_by_side(steps: list[tuple[int, str, int, int]], folded: str) -> list[tuple[int, str, int, int]]:
    """Return the first run of steps that stand side by side: those of one place."""
    kept = steps[:1]
    for step in steps[1:]:
        if not _BETWEEN.fullmatch(folded, kept[-1][3], step[2]):
            break
        kept.append(step)
    return kept


def candidates(number: str | None, body: Sequence[str], *, in_annex: bool) -> Iterator[str]:
    """Yield the paths that may be meant, the likeliest first: as written, in the annex, and in any of several."""
    joined = "".join(step if step[0] in "-/" else f".{step}" for step in body).lstrip(".")
    if in_annex:
        heads = [f"PL{each}" for each in _ways_to_number(number)] if number else ["PL", "PLI", "PL1"]
        yield from (f"{head}.{joined}" if joined else head for head in heads)
    elif joined:
        yield from (f"{head}{joined}" for head in ("", "PL.", "III.", "II.", "PLII.", "PL1."))


def _ways_to_number(number: str) -> tuple[str, ...]:
    """Return an annex's number as it is written and in the other numerals: "2" is II as well."""
    return (number, *(other for pair in _NUMERALS for other in pair if number in pair and other != number))


def _known(candidates: Iterator[str], paths: Collection[str]) -> str:
    by_key = {key_of(path): path for path in reversed(list(paths))}
    tails = ("", "-1")  # an article may be nothing but its paragraphs
    return next((by_key[key_of(c) + tail] for c, tail in product(candidates, tails) if key_of(c) + tail in by_key), "")


def key_of(path: str) -> str:
    """Return a path to be compared: folded, the letter đ told from d."""
    return fold(path.replace("đ", "dd"))
