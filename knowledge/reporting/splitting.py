"""Several reports in one message: one a line, numbered, or with ";" between them."""

import re
from collections.abc import Callable, Collection

from knowledge.codes import find_code
from knowledge.record.assigned import find_assigned_code
from knowledge.reporting.frame import without_frame
from knowledge.reporting.obstacles import find_obstacle
from knowledge.reporting.spelling import fold_report
from knowledge.reporting.status import find_percents, status_of
from knowledge.text import tidy, tokens

_BULLET = re.compile(r"^\s*(?:[-*•+–]|\(?\d{1,2}[.)](?!\d)|\(?[a-zđ]\))\s*")
_NUMBERED = re.compile(r"(?:^|(?<=[\s:;,.]))(?:\(?\d{1,2}[).](?=\s)|\(\d{1,2}\)|[a-eđ]\)(?=\s))\s*")
_CUTS: tuple[Callable[[str], list[str]], ...] = (
    lambda text: [_BULLET.sub("", line) for line in text.split("\n")],
    _NUMBERED.split,
    lambda text: re.split(r";\s", text),
)
_BETWEEN_CODES = re.compile(r"[,;.]\s+|,?\s+(?:còn|con|và|va|and|but)\s+(?=\d|(?:gv|việc|viec|nv)\b)", re.IGNORECASE)
# So many words beside its state make a part speak of something of its own: "vướng kinh phí" goes on with the last.
_OWN_WORDS = 2


def split_reports(text: str, codes: Collection[str] = ()) -> tuple[str, ...]:
    """Return the reports that one message holds, in order; a message that holds one comes back whole.

    A part is a report of its own when it holds a task code (keys of which are in `codes`) or names its own subject
    with its own state; other parts go on with the one before. A heading before them ("Bộ Y tế báo cáo:") is kept with
    each.
    """
    whole = tidy(text).strip()
    for cut in _CUTS:
        parts = _joined([part.strip() for part in cut(whole) if part.strip()], codes)
        if len(parts) > 1:
            return tuple(parts)
    return _each_with_its_code(whole, codes) or ((whole,) if whole else ())


def _each_with_its_code(whole: str, codes: Collection[str]) -> tuple[str, ...]:
    """Return the parts between commas where each has a code and a state of its own; () where it is not so."""
    parts = tuple(part.strip() for part in _BETWEEN_CODES.split(whole) if part.strip())
    return parts if len(parts) > 1 and all(_has_code(part, codes) and _has_state(part) for part in parts) else ()


def _joined(pieces: list[str], codes: Collection[str]) -> list[str]:
    heading = ""
    if len(pieces) > 2 and not _reports(pieces[0], codes):
        heading = f"{pieces.pop(0).rstrip(':')}: "
    parts: list[str] = []
    for piece in pieces:
        if _reports(piece, codes) or not parts:
            parts.append(heading + piece)
        else:
            parts[-1] = f"{parts[-1].rstrip(';')}; {piece}"
    return parts


def _reports(piece: str, codes: Collection[str]) -> bool:
    if _has_code(piece, codes):
        return True
    obstacle = find_obstacle(piece)
    if not _has_state(piece) and obstacle is None:
        return False
    matter = piece if obstacle is None else piece[: obstacle[0]] + piece[obstacle[1] :]
    return sum(token.raw.isalpha() for token in tokens(without_frame(matter))) >= _OWN_WORDS


def _has_code(piece: str, codes: Collection[str]) -> bool:
    return find_code(piece, codes) is not None or find_assigned_code(piece) is not None


def _has_state(piece: str) -> bool:
    folded = " ".join(fold_report(piece).split())
    return status_of(folded, next((found.value for found in find_percents(folded)), None)) is not None
