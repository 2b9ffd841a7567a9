"""A follow-up that narrows the list before by another's role, or by a place: "việc nào có Bộ Tài chính phối hợp".

Pure.
"""

import re
from dataclasses import replace

from knowledge.questions import lexicon
from knowledge.questions.model import Intent, Reading, Role
from knowledge.questions.pointing import section_of

# "Việc nào có Bộ Tài chính phối hợp": of what is listed, those in which somebody has another role.
_WHICH_OF_THEM = re.compile(
    r"^\W*(?:trong (?:so )?(?:do|nay|ay)|(?:co )?(?:nhung |cac )?(?:viec|cai|nhiem vu) nao"
    r"|(?:and )?(?:of (?:those|these|them)|which(?: (?:ones?|tasks?))?(?: of (?:those|these|them))?))\b"
)
_SHORT = 9
_NOTHING = frozenset(("one", "ones", "the"))
_BESIDE = re.compile(
    r"^\W*(?:(?:va|ma|and)\W+)?(?:(?:cai|viec) nao |the ones |those |any |ones )?"
    r"(?:co|cung|voi|lien quan|with|involving)\b"
)
# "Còn Bộ Công an phối hợp": another's, in place of those.
_LEADS_ELSEWHERE = re.compile(
    r"^\W*(?:(?:a|da|u|um|ok|and|so)\W+)*(?:con|the(?! ones)|vay|what about|how about)\b"
    r"|\b(?:thi sao|the nao|instead)\W*$"
    r"|\b(?:gi|nao|bao nhieu|what|how many)\b"
)


def narrows(new: Reading, last: Reading, folded: str) -> bool:
    """Tell whether `new` only asks in which tasks of the list before somebody else has another role."""
    if last.intent not in (Intent.LIST, Intent.COUNT) or new.intent is not Intent.LIST or not new.agencies:
        return False
    topic = not _NOTHING.issuperset(new.topic.split())
    more = new.period or new.states or topic or new.directives or new.code or new.outputs or leaves_out(new)
    limited = last.agencies or last.period or last.states or last.topic or last.directives or last.outputs
    roles = {ask.role for ask in new.agencies}
    apart = {ask.name for ask in last.agencies}.isdisjoint(ask.name for ask in new.agencies)
    in_any = roles == {Role.ANY} or not says_role(folded)
    if _BESIDE.match(folded) and last.agencies and apart and in_any and not more:
        whole = lexicon.LISTING.search(folded) or _LEADS_ELSEWHERE.search(folded)
        return whole is None  # "có Bộ Công an", in whichever role
    others = apart and {ask.role for ask in last.agencies}.isdisjoint(roles)
    if more or not others or not limited or Role.ANY in roles or not says_role(folded):
        return False
    if _WHICH_OF_THEM.match(folded) is not None:
        return True
    beside = bool(last.agencies) and len(folded.split()) <= _SHORT
    return beside and not (_LEADS_ELSEWHERE.search(folded) or lexicon.LISTING.search(folded))


def lean_at_place(new: Reading, last: Reading) -> Reading:
    """Return `new`, which names a place of the directive spoken of, with the conditions that a list before had."""
    limited = last.intent in (Intent.LIST, Intent.COUNT) and (last.agencies or last.states or last.period)
    if not limited:
        return replace(new, leaned=True)
    return replace(
        new,
        intent=Intent.LIST,
        agencies=new.agencies or last.agencies,
        states=new.states or last.states,
        period=new.period or last.period,
        section=section_of(new.place),
        topic="",
        mine=last.mine,
        leaned=True,
    )


def leaves_out(reading: Reading) -> bool:
    """Tell whether something is left out of a list."""
    return bool(reading.excluded or reading.but_states or reading.but_topics)


def says_role(folded: str) -> bool:
    """Tell whether folded words name a role."""
    return any(p.search(folded) for p in (lexicon.LEAD, lexicon.COORDINATE, lexicon.ANY_ROLE))
