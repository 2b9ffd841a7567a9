"""How many must lead or coordinate a task: "không có cơ quan phối hợp", "một mình", "từ 2 cơ quan chủ trì trở lên"."""

from knowledge.patterns import Sought
from knowledge.questions.lateness import counts_in
from knowledge.questions.model import Parties, Role
from knowledge.questions.rest import Rest

_BODIES = (
    r"(?:co quan|don vi|bo(?:, nganh| nganh)?|nganh|agenc(?:y|ies)|ministr(?:y|ies)|bod(?:y|ies)|leads?|coordinators?)"
)
_ROLE = r"(?:\s+(?:cung |dong |la )?(?:tham gia )?(?P<lead>chu tri|lead(?:ing|s)?)|\s+(?:cung |la )?(?P<with>phoi hop|coordinat\w+))"
_NONE = Sought(
    rf"(?<!\w)(?:ma |nhung )?(?:khong|chua)(?: he)?(?: co| can)?(?: ai| {_BODIES})(?: nao)?{_ROLE}(?!\w)|(?<!\w)(?:without|with no)(?: any)? (?P<none>coordinat\w+)(?: agenc(?:y|ies))?(?!\w)"
)
_ALONE = Sought(r"(?<!\w)(?:mot minh|on (?:its|their) own|all alone|by itself)(?!\w)")
_SEVERAL = Sought(
    rf"(?<!\w)(?:co )?(?:nhieu|several|more than one|many) {_BODIES}{_ROLE}(?!\w)|(?<!\w)dong chu tri(?!\w)"
)
_COUNTED = rf"{_BODIES}{_ROLE}"
_HINTS = ("minh", "alone", "own", "itself", "chu tri", "phoi hop", "coordinat", "lead")


def take_parties(rest: Rest) -> tuple[Parties, ...]:
    """Take out how many agencies must have which role in a task, and return the bounds."""
    if not any(hint in rest.folded for hint in _HINTS):
        return ()
    found: list[Parties] = []
    for place in list(_NONE.finditer(rest.folded)):
        found.append(Parties(Role.LEAD if place["lead"] else Role.COORDINATOR, 0, 0))
        rest.take(place.start(), place.end())
    for place in list(_ALONE.finditer(rest.folded)):
        found += [Parties(Role.LEAD, 1, 1), Parties(Role.COORDINATOR, 0, 0)]
        rest.take(place.start(), place.end())
    for place, (least, most) in list(counts_in(rest.folded, _COUNTED)):
        found.append(Parties(Role.LEAD if place["lead"] else Role.COORDINATOR, least, most))
        rest.take(place.start(), place.end())
    for place in list(_SEVERAL.finditer(rest.folded)):
        found.append(Parties(Role.COORDINATOR if place["with"] else Role.LEAD, 2, None))
        rest.take(place.start(), place.end())
    return tuple(dict.fromkeys(found))
