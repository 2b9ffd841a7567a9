"""What stands between two agencies that have something in common: "X with Y", "X supports Y", "X phối hợp Y".

All folded. Who helps coordinates what the other leads; who merely has something *with* another has it in any role,
and so has the other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.mentions import Mention
from knowledge.patterns import words_of
from knowledge.questions.model import Role

Span = tuple[int, int]

# Without one of these nobody has anything with another.
_HINTS = frozenset(
    "with help helps helping support supports supporting assist assists assisting aids phoi giup cung voi chung "
    "shared joint common tro".split()
)
_JOINT = re.compile(r"\s*(?:,|va|and|&|lan|cung)\s*(?:the )?")
_AND = re.compile(r"\s*(?:va|and|&|lan|cung)\s*(?:the )?")
_AUX = r"(?:(?:to|will|must|should|has to|have to|is|are|se|phai|can|dang|co|duoc giao|cung) )*"
# "X supports Y": X coordinates, Y leads.
_HELPS = re.compile(
    rf"\s+{_AUX}(?:(?:help|support|assist|aid)(?:s|ing)?(?: out)?|cooperat(?:e|es|ing) with"
    r"|phoi hop(?: lam| thuc hien)?"
    r"|giup(?: do)?|ho tro)\s+(?:the |cho )?"
)
# "Tasks X leads with Y": Y takes part.
_LEADS_WITH = re.compile(rf"\s+{_AUX}(?:leads?|leading|owns?)\s+(?:together |along )?with\s+(?:the )?")
_CO_LEADS = re.compile(rf"\s+{_AUX}(?:jointly (?:leads?|leading)|(?:leads?|leading) jointly)\s+with\s+(?:the )?")
# "X with Y", "X has with Y", "X làm cùng Y": each in whichever role.
_HAS_WITH = re.compile(
    rf"\s+{_AUX}(?:(?:has|have|had|do|does|did|doing|done|share|shares|shared|work|works|working"
    r"|carries out|implements?"
    r"|together|tasks?|duties|on|in|along)\s+)*with\s+(?:the )?"
    rf"|\s+{_AUX}(?:lam|thuc hien|trien khai|lam viec)(?: viec| nhiem vu)?(?: chung)? (?:cung(?: voi)?|voi)\s+"
    rf"|\s+{_AUX}(?:co )?(?:(?<=co )|(?:viec|nhiem vu)(?: gi| nao)? )(?:chung |lam chung )?(?:voi|cung(?: voi)?)\s+"
)
# A role behind the second says what it does: "with MOF coordinating".
_ROLE_BEHIND = re.compile(
    r"\s*,?\s*(?:(?:as|is|are|in|the|a|an|la|lam)\s+)*(?:coordinat|support|assist|help|partner|lead"
    r"|phoi hop|chu tri|ho tro|lam (?:chinh|phu))"
)
_ROLE_BEFORE = re.compile(
    r"\b(?:coordinat\w+|support\w*|leads?|led|leading|owned|phoi hop|chu tri|phu trach|lien quan|compar\w+|so sanh)\b"
)
# "X và Y phối hợp việc gì": with each other, nobody else being named.
_WITH_EACH_OTHER = re.compile(
    r"\s+(?:co |cung |dang )*phoi hop(?: voi nhau| cung nhau| chung)?(?: lam| thuc hien)?"
    r"(?: nhung| cac| may| bao nhieu)*"
    r"(?: (?:viec|nhiem vu|nv)(?: gi| nao)?)?\s*(?:$|[,.?!])"
)
# "Shared tasks of X and Y": as "việc chung của X và Y", which they lead together.
_SHARED = re.compile(
    r"\b(?P<word>shared|joint|common)\s+(?:tasks?|duties|work|ones)\s+(?:(?:of|between|by|for|among|to|the)\s+)*$"
)
_REACH = 48


@dataclass(frozen=True, slots=True)
class Partners:
    """The roles of the agencies, whether all must have a task, and the words that say so."""

    roles: tuple[Role, ...]
    together: bool = False
    said: tuple[Span, ...] = ()


def _by_what_is_between(folded: str, mentions: Sequence[Mention]) -> Partners | None:
    between = (mentions[0].end, mentions[1].start)
    others, before = len(mentions) - 1, folded[: mentions[0].start]
    if _ROLE_BEHIND.match(folded, mentions[-1].end) is not None:
        return None
    if _HELPS.fullmatch(folded, *between):
        return Partners((Role.COORDINATOR, *(Role.LEAD,) * others), said=(between,))
    if _CO_LEADS.fullmatch(folded, *between):
        return Partners((Role.LEAD,) * len(mentions), True, (between,))
    if _LEADS_WITH.fullmatch(folded, *between):
        return Partners((Role.LEAD, *(Role.COORDINATOR,) * others), said=(between,))
    if _HAS_WITH.fullmatch(folded, *between) and not _ROLE_BEFORE.search(before):
        return Partners((Role.ANY,) * len(mentions), True, (between,))
    return None


def partners(folded: str, mentions: Sequence[Mention]) -> Partners | None:
    """Return in which roles two agencies have something in common; None where nothing between them says that they do.

    Those that are listed behind the second are as it is: "X supports Y and Z".
    """
    if len(mentions) < 2 or _HINTS.isdisjoint(words_of(folded)):
        return None
    first, second, last = mentions[0], mentions[1], mentions[-1]
    if not all(_JOINT.fullmatch(folded, a.end, b.start) for a, b in pairwise(mentions[1:])):
        return None
    if found := _by_what_is_between(folded, mentions):
        return found
    between = (first.end, second.start)
    if not _JOINT.fullmatch(folded, *between):
        return None
    if (said := _WITH_EACH_OTHER.match(folded, last.end)) and _AND.fullmatch(folded, *between):
        return Partners((Role.ANY,) * len(mentions), True, (said.span(),))
    near = max(0, first.start - _REACH)
    if shared := _SHARED.search(folded[near : first.start]):
        word = (near + shared.start("word"), near + shared.end("word"))
        return Partners((Role.LEAD,) * len(mentions), True, (word,))
    return None
