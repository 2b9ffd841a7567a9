"""How many must lead or coordinate a task: "không có cơ quan phối hợp", "một mình", "từ 2 cơ quan chủ trì trở lên"."""

import re

from knowledge.patterns import Sought
from knowledge.questions.lateness import counts_in
from knowledge.questions.model import Parties, Role
from knowledge.questions.rest import Rest

_BODIES = (
    r"(?:co quan|don vi|bo(?:, nganh| nganh)?|nganh|agenc(?:y|ies)|ministr(?:y|ies)|bod(?:y|ies)|leads?|coordinators?)"
)
_ROLE = r"(?:\s+(?:cung |dong |la )?(?:tham gia )?(?P<lead>chu tri|lead(?:ing|s)?)|\s+(?:cung |la )?(?P<with>phoi hop|coordinat\w+))"
_LACK = (
    r"(?<!\w)(?:(?:that|which|do|does) )*(?:without|w/o|(?:have|has|with|having) no|(?:have|has) not|not (?:have|having|has)|lack(?:s|ing)?"
    r"|(?:there is|is there|are there) no) "
)
_NONE = Sought(
    rf"(?<!\w)(?:ma |nhung )?(?:khong|chua)(?: he)?(?: co| can)?(?: ai| {_BODIES})(?: nao)?{_ROLE}(?!\w)"
    rf"|{_LACK}(?:(?:any|a|the|designated|named) )*(?:(?P<none>coordinat\w+)|(?P<nolead>leads?(?:ing)?|lead))(?: (?:agenc(?:y|ies)|bod(?:y|ies)|ministr(?:y|ies)))?(?!\w)"
)
# "Have coordinators": one at least.
_SOME = Sought(
    rf"(?<!\w)(?:(?:that|which|do|does) )*(?:have|has|having|with)(?: (?:any|some|named|at least one))* (?P<with>(?:a )?coordinat(?:ors|(?<=a coordinat)or|ing (?:agenc|bod|ministr)ies))(?!\w)(?! (?:like|such|includ|named|:))"
    rf"|(?<!\w)(?<!khong )(?<!chua )(?:ma )?co (?P<vi>{_BODIES})(?: nao)? (?:cung |la )?phoi hop(?! (?:voi|cung|la|gom)\b)(?=\s*(?:$|[,.;?!]|  |(?:cua|trong|theo|ma|quy|nam|thang|khong)\b))"
)
# "Co-lead", "joint leads": at least two.
_CO_LEAD = Sought(
    r"(?<!\w)(?:(?:as|is|are|an?|the) )*(?:co-?|joint )(?P<lead>lead(?:s|er|ers|ing)?)(?: agenc(?:y|ies))?(?!\w)(?! with\b)"
)
# "Only one lead"
_ONE = Sought(
    r"(?<!\w)(?:(?:have|has|having|with) )?(?:only|just|exactly) (?:one|1|a single) (?:(?P<lead>lead)|(?P<with>coordinat\w+))(?: agency| body| ministry)?(?!\w)"
    r"|(?<!\w)(?:(?:have|has|having|with) )?a (?:single|sole) (?:(?P<sole>lead)|(?P<solewith>coordinat\w+))(?: agency| body| ministry)?(?!\w)"
)
# "Number of leads per task": what no list tells.
_PER_TASK = Sought(
    r"(?<!\w)(?:(?:the |average )*(?:number|count) of |how many )(?:leads?|coordinators?|(?:lead|coordinating) agencies)(?: (?:per|for|of|in|does|do|has|have)(?: (?:each|every|a|an|one))?(?: tasks?)?(?: have| has)?)+(?!\w)"
    r"|(?<!\w)(?:moi|tung) (?:viec|nhiem vu) (?:co )?(?:bao nhieu|may) (?:co quan|don vi|bo) (?:chu tri|phoi hop)(?!\w)"
)
_ALONE = Sought(r"(?<!\w)(?:mot minh|on (?:its|their) own|all alone|by itself)(?!\w)")
_SEVERAL = Sought(
    rf"(?<!\w)(?:co )?(?:nhieu|several|more than one|many) {_BODIES}{_ROLE}(?!\w)|(?<!\w)dong chu tri(?!\w)"
    r"|(?<!\w)(?:(?:have|has|with) )?(?:several|more than one|many|multiple) (?:leads(?! to)|(?P<others>coordinators))(?!\w)"
)
_COUNTED = rf"{_BODIES}{_ROLE}"
_HINTS = ("minh", "alone", "own", "itself", "chu tri", "phoi hop", "coordinat", "lead")


def take_parties(rest: Rest) -> tuple[tuple[Parties, ...], tuple[str, ...]]:
    """Take out how many agencies must have which role in a task; return the bounds, and what asks for numbers that no
    list tells."""
    if not any(hint in rest.folded for hint in _HINTS):
        return (), ()
    unread = tuple(_taken(rest, place) for place in list(_PER_TASK.finditer(rest.folded)))
    found: list[Parties] = []
    for place in list(_NONE.finditer(rest.folded)):
        found.append(Parties(Role.LEAD if place["lead"] or place["nolead"] else Role.COORDINATOR, 0, 0))
        _taken(rest, place)
    for place in list(_ALONE.finditer(rest.folded)):
        found += [Parties(Role.LEAD, 1, 1), Parties(Role.COORDINATOR, 0, 0)]
        _taken(rest, place)
    for place in list(_ONE.finditer(rest.folded)):
        role = Role.LEAD if place["lead"] or place["sole"] else Role.COORDINATOR
        found.append(Parties(role, 1, 1))
        _taken(rest, place)
    for place, (least, most) in list(counts_in(rest.folded, _COUNTED)):
        found.append(Parties(Role.LEAD if place["lead"] else Role.COORDINATOR, least, most))
        _taken(rest, place)
    for place in list(_SEVERAL.finditer(rest.folded)):
        found.append(Parties(Role.COORDINATOR if place["with"] or place["others"] else Role.LEAD, 2, None))
        _taken(rest, place)
    for place in list(_CO_LEAD.finditer(rest.folded)):
        found.append(Parties(Role.LEAD, 2, None))
        _taken(rest, place)
    for place in list(_SOME.finditer(rest.folded)):
        found.append(Parties(Role.COORDINATOR, 1, None))
        _taken(rest, place)
    return tuple(dict.fromkeys(found)), unread


def _taken(rest: Rest, place: re.Match[str]) -> str:
    """Take a place out, and return its words as they were written."""
    words = " ".join(rest.raw[place.start() : place.end()].split())
    rest.take(place.start(), place.end())
    return words
