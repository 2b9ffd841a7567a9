"""Which documents an agency is to make, asked with its name: "Bộ Nội vụ còn nợ văn bản nào". Its tasks tell."""

from collections.abc import Collection

from knowledge.patterns import Sought
from knowledge.questions import lexicon
from knowledge.questions.model import Reading, State, changed
from knowledge.text import fold

_HINTS = ("van ban", " vb")
_MADE = Sought(
    r"\b(?:(?P<owes>no)|(?:(?P<open>chua|con phai)|(?P<done>da|moi)|phai|can|duoc giao|se)"
    r"(?: (?:phai|can|duoc|co|chu tri))*"
    r" (?:ban hanh|trinh|xay dung|soan(?: thao)?|tham muu|hoan thanh|lam)(?: (?:duoc|xong))?)"
    r" (?:nhung |cac |bao nhieu |may )?(?:van ban|vb)(?: (?:nao|gi))?(?: chua)?\b"
)
_STATES = {"owes": State.OVERDUE, "open": State.UNFINISHED, "done": State.DONE}
_DOCUMENTS = "văn bản"


def asks_what_is_made(raw: str, folded: str) -> bool:
    """Tell whether a question has words for documents that somebody is to make or has made."""
    return any(hint in folded for hint in _HINTS) and lexicon.says(_MADE, raw, folded)


def told_of_making(raw: str, folded: str, conditions: Collection[str]) -> tuple[str, ...]:
    """Return those of some conditions, as written, that these words do not say: "chưa ban hành" is how tasks stand."""
    if not asks_what_is_made(raw, folded):
        return tuple(conditions)
    said = next(lexicon.find(_MADE, raw, folded))[0]
    return tuple(each for each in conditions if fold(each) not in said)


def of_their_making(draft: Reading, raw: str, issuers: Collection[str]) -> Reading:
    """Return `draft` as a list of the agencies' tasks, by how these stand; itself where nothing of the kind is asked.

    `issuers` are those whose documents are the directives themselves. That tasks are listed whatever comes of them is
    told.
    """
    folded = draft.words
    if not draft.agencies or draft.directives or not asks_what_is_made(raw, folded):
        return draft
    if any(ask.name in issuers for ask in draft.agencies):
        return draft
    found = next(lexicon.find(_MADE, raw, folded))
    states = draft.states or tuple(state for name, state in _STATES.items() if found[name])
    unread = tuple(dict.fromkeys((*draft.unread, _DOCUMENTS)))
    return changed(draft, states=states, topic="", matter="", said="", focus="", lists=True, unread=unread)
