"""In which role each agency of a question is asked about."""

from collections.abc import Sequence

from knowledge.agencies import Mention
from knowledge.questions import lexicon
from knowledge.questions.model import Role


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
    for index, mention in enumerate(mentions):
        before = _role_word(folded[mentions[index - 1].end if index else 0 : mention.start])
        after = _role_word(folded[mention.end : ends[index]], first=True)
        found = (after or before) if follows else (before or after)
        roles.append(found or (roles[-1] if roles else Role.LEAD))
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
