"""A follow-up that narrows the list before by another's role: "việc nào có Bộ Tài chính phối hợp". Pure."""

import re

from knowledge.questions import lexicon
from knowledge.questions.model import Intent, Reading, Role

# "Việc nào có Bộ Tài chính phối hợp": of what is listed, those in which somebody has another role.
_WHICH_OF_THEM = re.compile(
    r"^\W*(?:trong (?:so )?(?:do|nay|ay)|(?:co )?(?:nhung |cac )?(?:viec|cai|nhiem vu) nao"
    r"|(?:and )?(?:of (?:those|these|them)|which(?: (?:ones?|tasks?))?(?: of (?:those|these|them))?))\b"
)


def narrows(new: Reading, last: Reading, folded: str) -> bool:
    """Tell whether `new` only asks in which tasks of the list before somebody else has another role."""
    if last.intent not in (Intent.LIST, Intent.COUNT) or new.intent is not Intent.LIST or not new.agencies:
        return False
    more = new.period or new.states or new.topic or new.directives or new.code or new.outputs or leaves_out(new)
    limited = last.agencies or last.period or last.states or last.topic or last.directives or last.outputs
    others = {ask.role for ask in last.agencies}.isdisjoint(ask.role for ask in new.agencies)
    others = others and {ask.name for ask in last.agencies}.isdisjoint(ask.name for ask in new.agencies)
    either = Role.ANY in {ask.role for ask in (*last.agencies, *new.agencies)}
    asked = not more and others and not either and limited
    return bool(asked) and says_role(folded) and _WHICH_OF_THEM.match(folded) is not None


def leaves_out(reading: Reading) -> bool:
    """Tell whether something is left out of a list."""
    return bool(reading.excluded or reading.but_states or reading.but_topics)


def says_role(folded: str) -> bool:
    """Tell whether folded words name a role."""
    return any(p.search(folded) for p in (lexicon.LEAD, lexicon.COORDINATE, lexicon.ANY_ROLE))
