"""In which role each agency of a question is asked about."""

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.mentions import Mention
from knowledge.questions import lexicon
from knowledge.questions.model import Role

_JOINT = re.compile(r"\s*(?:,|va|hoac|hay|lan|and|or|&)\s*")
_WHO_WITH = re.compile(
    r"\b(?:(?<!viec )(?<!vu )(?<!nv )nao|ai|nhung ai) (?:se |cung |da |dang )?phoi hop (?:voi|vs|cung)\s*$"
)
_APART = re.compile(r"\s*(?:,|va|lan|and|&|voi|cung(?: voi)?)\s*")
_JOINTLY = re.compile(r"\s+jointly with (?:the )?")
_AS_ONE = re.compile(
    r"\b(?:(?:chung|both|joint\w*) (?:cua |giua |of |to |for |by |the )*"
    r"|ca (?:[2-9]|hai|ba|bon|nam) (?:(?:bo|co quan|don vi|ben):? )?)$"
)
_ALL = re.compile(
    r"\s+(?:(?:cung(?: nhau)?|deu|both)\b(?! (?:voi|ky|cap))"
    r"|(?:(?:chu tri|phoi hop|lam|lead|own|coordinate) )?(?:chung|cung nhau|jointly|together)\b)"
)


# "X và Y cùng làm việc gì", "X cùng Y làm gì": what both have a part in, each in whichever role.
_DO_TOGETHER = re.compile(
    r"\s+(?:(?:deu )?cung(?: nhau)? lam(?! (?:phu|voi))|lam (?:chung|cung nhau)|work(?:ing)? (?:on )?together)\b"
)
_WITH_EACH_OTHER = re.compile(r"\s*cung(?: voi)?\s*")
_DO = re.compile(r"\s+(?:(?:se|phai|can|deu) )*lam\b")
_LEAD_OR_NOT = re.compile(r"\s+(?:(?:se|phai|can|deu) )*(?:chu tri|phoi hop|thuc hien)\b")


def in_any_role(folded: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether it is asked what these agencies do together, whoever leads."""
    if len(mentions) < 2:
        return False
    after = mentions[-1].end
    return _DO_TOGETHER.match(folded, after) is not None or (
        _one_with_another(folded, mentions) and _DO.match(folded, after) is not None
    )


def _one_with_another(folded: str, mentions: Sequence[Mention]) -> bool:
    return any(_WITH_EACH_OTHER.fullmatch(folded, a.end, b.start) for a, b in pairwise(mentions))


def together(folded: str, mentions: Sequence[Mention]) -> bool:
    """Tell whether all the agencies must have a task: "X và Y cùng chủ trì", "việc chung của X và Y"."""
    if len(mentions) == 2 and _JOINTLY.fullmatch(folded, mentions[0].end, mentions[1].start):
        return True
    if len(mentions) < 2 or not all(_APART.fullmatch(folded, a.end, b.start) for a, b in pairwise(mentions)):
        return False
    first, last = mentions[0], mentions[-1]
    return (
        in_any_role(folded, mentions)
        or (_one_with_another(folded, mentions) and _LEAD_OR_NOT.match(folded, last.end) is not None)
        or _AS_ONE.search(folded, max(0, first.start - 24), first.start) is not None
        or _ALL.match(folded, last.end) is not None
    )


def roles_of(folded: str, mentions: Sequence[Mention]) -> list[Role]:
    """Return the role in which each agency is asked about.

    Where the first role word follows the first agency ("X chủ trì mà Y phối hợp"), each role follows its agency;
    else it stands before ("phối hợp với X"). Without any role word an agency is asked about as lead.
    """
    if _both_roles(folded, mentions) or in_any_role(folded, mentions):
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
    coordinated = len(roles) > 1 and set(roles) == {Role.COORDINATOR}
    if coordinated and lexicon.WITH.search(folded[: mentions[1].start]):
        roles[1:] = [Role.LEAD] * (len(roles) - 1)  # "X phối hợp với Y, Z": these lead
    return roles


def _both_roles(folded: str, mentions: Sequence[Mention]) -> bool:
    for mention in mentions:  # the "CA" of "Bộ CA phối hợp" is no "cả"
        folded = f"{folded[: mention.start]}{'·' * (mention.end - mention.start)}{folded[mention.end :]}"
    return lexicon.BOTH_ROLES.search(folded) is not None


def _role_word(stretch: str, *, first: bool = False) -> Role | None:
    patterns = ((Role.LEAD, lexicon.LEAD), (Role.COORDINATOR, lexicon.COORDINATE), (Role.ANY, lexicon.ANY_ROLE))
    found = [(place.start(), role) for role, pattern in patterns for place in pattern.finditer(stretch)]
    if not found:
        return None
    return min(found)[1] if first else max(found)[1]
