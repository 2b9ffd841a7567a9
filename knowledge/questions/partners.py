"""Who works with an agency that is named: "bộ nào phối hợp với Bộ Y tế nhiều nhất", "who works most with MPS"."""

from collections.abc import Sequence
from dataclasses import replace

from knowledge.patterns import Sought
from knowledge.questions.lexicon import COORDINATE, LEAD
from knowledge.questions.model import AgencyAsk, Role
from knowledge.text import words

_HINTS = ("phoi hop", "hop tac", "cung", "lam", "work", "coordinat", "cooperat", "collaborat", "partner")
_WITH = Sought(
    r"\b(?:phoi hop|hop tac|cung|lam viec|lam(?= chung)|work(?:s|ing|ed)?|coordinat\w*|cooperat\w*|collaborat\w*)\b"
    r"|\bpartners?\b"
)
# "Which ministry coordinates most with MPS": those who are asked for coordinate, and MPS leads.
_THEY_COORDINATE = Sought(
    r"\b(?:which|what) (?:ministr(?:y|ies)|agenc(?:y|ies)|provinces?) (?:(?!do)\w+ ){0,2}?coordinat"
    r"|\bwho coordinates?\b"
    r"|\b(?:bo|nganh|co quan|don vi|tinh|dia phuong) (?:nao )?(?:(?:hay|thuong xuyen|cung|dang|da) )*"
    r"phoi hop (?:voi|vs|cung)\b"
)
_THEY_LEAD = Sought(
    r"\b(?:nao|which (?:ministr(?:y|ies)|agenc(?:y|ies))) (?:\w+ ){0,2}?(?:chu tri|lam chinh|leads?)\b"
    r"(?=.*\b(?:phoi hop|coordinat))"
)
# What is said of working together, and of no matter.
_SAYS_WITH = frozenset("cung voi nhau chung hay thuong xuyen lam viec hop tac closely often work with together".split())


def with_partners(
    asks: tuple[AgencyAsk, ...], counted_by: str, folded: str
) -> tuple[tuple[AgencyAsk, ...], Role | None]:
    """Return the agencies that a ranking names, and the role in which those are counted that work with the only one.

    None where the named ones are themselves what is counted, or nothing is. Where nobody says who leads, both do.
    """
    if counted_by not in ("agency", "province") or len(asks) != 1 or not _says_with(folded):
        return asks, None
    ask, they_coordinate = asks[0], _THEY_COORDINATE.search(folded) is not None
    if _THEY_LEAD.search(folded):
        return (replace(ask, role=Role.COORDINATOR),), Role.LEAD
    if COORDINATE.search(folded) is None or ask.role is Role.ANY:
        return (replace(ask, role=Role.ANY),), Role.ANY
    if they_coordinate and LEAD.search(folded) is None:
        ask = replace(ask, role=Role.LEAD)
    return (ask,), Role.COORDINATOR if ask.role is Role.LEAD else Role.LEAD


def same_partners(asks: Sequence[AgencyAsk], partners: Role | None) -> Role | None:
    """Return the role in which partners are counted of a ranking that is asked for other agencies; None for several."""
    return partners if len(asks) == 1 else None


def only_says_with(topic: str, partners: Role | None) -> bool:
    """Tell whether what is left of a ranking of partners says nothing but that they work together."""
    return partners is not None and _SAYS_WITH.issuperset(words(topic))


def _says_with(folded: str) -> bool:
    return any(hint in folded for hint in _HINTS) and _WITH.search(folded) is not None
