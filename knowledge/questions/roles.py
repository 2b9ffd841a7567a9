"""In which role each agency of a question is asked about."""

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.agencies import Mention
from knowledge.questions import lexicon
from knowledge.questions.model import Role

_JOINT = re.compile(r"\s*(?:,|va|hoac|hay|lan|and|or|&)\s*")
_WHO_WITH = re.compile(r"\b(?:nao|ai|nhung ai) (?:se |cung |da |dang )?phoi hop (?:voi|vs|cung)\s*$")
_APART = re.compile(r"\s*(?:,|va|lan|and|&|voi|cung(?: voi)?)\s*")
_JOINTLY = re.compile(r"\s+jointly with (?:the )?")
_AS_ONE = re.compile(r"\b(?:chung|both|joint\w*) (?:cua |giua |of |to |for |by |the )*$")
_ALL = re.compile(
    r"\s+(?:(?:cung(?: nhau)?|deu|both)\b(?! (?:voi|ky|cap))"
    r"|(?:(?:chu tri|phoi hop|lam|lead|own|coordinate) )?(?:chung|cung nhau|jointly|together)\b)"
)


def together(folded: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether all the agencies must have a task: "X và Y cùng chủ trì", "việc chung của X và Y"."""
    if len(mentions) == 2 and _JOINTLY.fullmatch(folded, mentions[0].end, mentions[1].start):
        return True
    if len(mentions) < 2 or not all(_APART.fullmatch(folded, a.end, b.start) for a, b in pairwise(mentions)):
        return False
    first, last = mentions[0], mentions[-1]
    return (
        _AS_ONE.search(folded, max(0, first.start - 24), first.start) is not None
        or _ALL.match(folded, last.end) is not None
    )


def roles_of(folded: str, mentions: Sequence[Mention]) -> list[Role]:
    """Return the role in which each agency is asked about.

    Where the first role word follows the first agency ("X chủ trì mà Y phối hợp"), each role follows its agency;
    else it stands before ("phối hợp với X"). Without any role word an agency is asked about as lead.
    """
    if _both_roles(folded):
        return [Role.ANY] * max(1, len(mentions))
    if not mentions:
        return [_role_word(folded) or Role.LEAD]
    ends = [m.start for m in mentions[1:]] + [len(folded)]
    follows = _role_word(folded[: mentions[0].start]) is None
    roles: list[Role] = []
    behind = [_role_word(folded[mention.end : end], first=True) for mention, end in zip(mentions, ends, strict=True)]
    for index in range(len(mentions) - 2, -1, -1):  # "có X hoặc Y phối hợp"
        if behind[index] is None and _JOINT.fullmatch(folded, mentions[index].end, mentions[index + 1].start):
            behind[index] = behind[index + 1]
    for index, mention in enumerate(mentions):
        before = _role_word(folded[mentions[index - 1].end if index else 0 : mention.start])
        after = behind[index]
        found = (after or before) if follows else (before or after)
        roles.append(found or (roles[-1] if roles else Role.LEAD))
    if len(roles) == 1 and _WHO_WITH.search(folded[: mentions[0].start]):
        return [Role.LEAD]  # "bộ nào phối hợp với X": X leads
    if len(roles) == 2 and roles == [Role.COORDINATOR] * 2 and lexicon.WITH.search(folded[: mentions[1].start]):
        roles[1] = Role.LEAD  # "X phối hợp với Y": Y leads
    return roles


def _both_roles(folded: str) -> bool:
    return lexicon.BOTH_ROLES.search(folded) is not None


def _role_word(stretch: str, *, first: bool = False) -> Role | None:
    patterns = ((Role.LEAD, lexicon.LEAD), (Role.COORDINATOR, lexicon.COORDINATE), (Role.ANY, lexicon.ANY_ROLE))
    found = [(place.start(), role) for role, pattern in patterns for place in pattern.finditer(stretch)]
    if not found:
        return None
    return min(found)[1] if first else max(found)[1]
