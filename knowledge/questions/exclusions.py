"""What a question leaves out: "trừ Bộ Y tế", "ngoài Bộ Công an ra", "except 329/TB-VPCP", "trừ việc định kỳ"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from knowledge.patterns import Sought
from knowledge.questions import lexicon
from knowledge.questions.model import Role

Span = tuple[int, int]

_OUT = (
    r"ngoai tru|loai tru|(?<!luu )(?<!khau )(?<!giam )(?<!duoc )tru|except(?: for)?|excluding|other than|apart from"
    r"|but not"
)
# What may stand between that and the name; with whom somebody only works together, and who merely takes part.
_BETWEEN = (
    r"ra|di|cua|do|ca|cac|nhung|viec|nhiem vu|nv|phan|theo|trong|van ban|ubnd|tinh|thanh pho|tp|co|ma|su|tham gia"
    r"|phoi hop(?: voi| cung| cua)?|lien quan(?: den| toi)?|the|those|tasks?|ones|of|from|by|led by|lead by|owned by|for|in|to|that|which"
    r"|are|coordinated|supported|involving|related to|with"
)
# Who or what is left out is named right after these.
_BEFORE = Sought(
    rf"(?<!\w)(?:{_OUT}|(?<!nuoc )(?<!nam )(?<!thang )(?<!tuan )ngoai|(?<!hay )khong (?:ke|tinh|gom|bao gom|lay|phai(?: la)?|thuoc|do|cua|co|lien quan(?: den| toi)?)"
    r"|chua (?:ke|tinh)|bo qua|exclude|besides|without|not(?: including| counting)?)"
    rf"(?:\s+(?:{_BETWEEN}))*\s+$"
)
_REACH = 60
# Another of them: "trừ Bộ Y tế và Bộ Công an".
_JOINT = re.compile(
    r"\s*(?:,|va|and|&|hoac|or|lan|cung(?: voi)?|voi)?\s*(?:(?:cua|do|cac|ubnd|tinh|thanh pho|tp|the)\s+)*"
)
_AFTER = re.compile(r"\s+(?:ra|di)(?!\w)(?:\s+thi(?!\w))?")
# In which role: "trừ việc BCA chủ trì", "trừ việc phối hợp của Bộ Y tế", "trừ việc liên quan đến Bộ Công an".
_IN_ROLE = (
    r"(?:(?P<both>chu tri (?:va|hoac|hay|lan|cung) (?:ca )?phoi hop|tham gia|lien quan|(?:take|takes|taking) part|involved)"
    r"|(?P<lead>chu tri|phu trach|dau moi|leads?|leading|owns?)|(?P<with>phoi hop|coordinat(?:es?|ing)|support(?:s|ing)?)(?! voi| cung| with| agenc| tasks))(?!\w)"
)
_ROLE_AFTER = re.compile(rf"\s+(?:(?:dang|duoc giao|co|la|ma|is|are)\s+)*{_IN_ROLE}")
_TAKES_PART = re.compile(r"(?<!\w)(?:lien quan|tham gia|involving|related to)(?!\w)")
_COORDINATED = re.compile(r"(?<!\w)(?:phoi hop|coordinated by|supported by)(?!\w)")
# "Việc Bộ Y tế không chủ trì", "tasks MOH does not lead", "việc nào Bộ Y tế không làm".
_NOT_IN_ROLE = Sought(
    rf"\s+(?:ma )?(?:(?:khong|chua)(?: phai)?(?: la)?(?: co)?(?: duoc giao)?|(?:does|do|is|are) not) {_IN_ROLE}(?! (?:den|toi|ve)\b)"
    r"(?:(?<!lien quan)|(?=\s*(?:$|[,.;?!]|  | (?:gi|nao|trong|theo|ma|nhung|va|thi|han|quy|thang|nam)\b)))"
    r"|\s+(?:ma )?khong(?: phai| can| co| duoc)? (?P<part>(?:lam|thuc hien|giao|dinh dang|co ten|dinh liu|co phan)(?! (?:gi|duoc|xong|kip|noi|tot|het)\b))"
    r"(?=\s*(?:$|[,.;?!]|  |(?:gi|nao|trong|theo|ma|nhung|va|thi|quy|thang|nam|a|nhi|vay|the|den)\b))"
)
# "Not in 2025", "không phải quý I": a time that is left out.
_NOT_THEN = (
    r"not(?: due| falling)? (?:in|during|within|for|on)(?= (?:the )?(?:year |quarter )?(?:q?\d|this|next|last|first|second|third|fourth|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|khong (?:phai|thuoc|nam trong|roi vao|trong)(?= (?:(?:han|cua|trong|vao|la) )*(?:nam|quy|thang|tuan) (?:\d|[iv]+\b|nay|sau|truoc|toi))"
)
# What else is left out than agencies and directives, where it limits tasks: up to whose it is.
_CLAUSE = Sought(
    rf"(?<!\w)(?:{_OUT}|ngoai(?= (?:cac |nhung )*(?:viec|nhiem vu|nv)\b)|khong (?:ke|tinh|gom|bao gom)|chua ke|(?:ma )?khong (?:lien quan(?: (?:den|toi))?|noi ve|thuoc linh vuc)|not (?:about|related to)|khong(?: phai)?(?: la)?(?= (?:viec |nhiem vu )?(?:{lexicon.STATE['recurring']}|{lexicon.STATE['ongoing']})\b)|{_NOT_THEN})"
    r"\s+(?P<what>[^,.;?!\n]+?)(?=\s+(?:cua|do|ma|nhung|of|by)\s|   |\s*(?:[,.;?!\n]|$))"
)
_ONLY_DONE = re.compile(
    r"\s*(?:(?:cac|nhung|viec|nhiem vu|nv|cai|the|those|tasks?|ones|that|which|are|da|duoc|bao cao)\s+)*"
    r"(?:xong|hoan thanh|lam xong|done|completed|finished)(?: roi| ra)?\s*"
)


# Without one of these nothing is left out.
LEAVES_OUT = Sought(
    r"(?<!\w)(?:tru|ngoai|khong|chua|bo qua|exclud\w+|except|other than|apart from|besides|not|without)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Something that may be left out by its name, and where it stands."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is left out, in which role where it is an agency, and what must be taken out with it."""

    name: str
    role: Role
    start: int
    end: int


def left_out(raw: str, folded: str, named: Sequence[Named]) -> list[LeftOut]:
    """Return those of `named` (in their order) that are left out; an agency as lead where nothing else is said."""
    found: list[LeftOut] = []
    chain = 0  # where those begin that share a role: "trừ việc Bộ Y tế và Bộ Công an phối hợp"
    last: Named | None = None
    for one in named:
        far = max(0, one.start - _REACH)
        before = next(lexicon.find(_BEFORE, raw[far : one.start], folded[far : one.start]), None)
        if before is not None:
            chain = len(found)
            found.append(LeftOut(one.name, _role_before(before.group()), far + before.start(), one.end))
        elif last is not None and _JOINT.fullmatch(folded, last.end, one.start):
            found.append(LeftOut(one.name, found[-1].role, found[-1].end, one.end))
        elif denied := next(_matches(_NOT_IN_ROLE, raw, folded, one.end), None):
            found.append(LeftOut(one.name, _role_of(denied), one.start, denied.end()))
            last = None
            continue
        else:
            continue
        last = one
        if said := _ROLE_AFTER.match(folded, one.end):
            found[chain:] = [replace(each, role=_role_of(said)) for each in found[chain:]]
            found[-1] = replace(found[-1], end=said.end())
        if after := _AFTER.match(folded, found[-1].end):
            found[-1] = replace(found[-1], end=after.end())
    return found


def _matches(pattern: Sought, raw: str, folded: str, start: int) -> Iterator[re.Match[str]]:
    place = pattern.match(folded, start)
    if place is not None and lexicon.well_spelt(raw[place.start() : place.end()]):
        yield place


def _role_before(words: str) -> Role:
    if _TAKES_PART.search(words):
        return Role.ANY
    return Role.COORDINATOR if _COORDINATED.search(words) else Role.LEAD


def _role_of(said: re.Match[str]) -> Role:
    if said["lead"]:
        return Role.LEAD
    return Role.COORDINATOR if said["with"] else Role.ANY


def clauses(raw: str, folded: str) -> Iterator[tuple[Span, Span, bool]]:
    """Yield what else is left out of a list of tasks: the words that say so, what it is, and whether it is only what
    is done."""
    asked = 0

    def asked_until(start: int) -> bool:
        nonlocal asked  # what was asked before one clause was asked before the next
        asked = asked or (start if _asks_tasks(raw[:start], folded[:start]) else 0)
        return bool(asked)

    for found in islice(lexicon.find(_CLAUSE, raw, folded), _MOST):
        start, end = found.span("what")
        what = folded[start:end]
        if _STATES_ALONE.fullmatch(what) and (more := _MORE_STATES.match(folded, end)):
            yield (found.start(), more.end()), (start, more.end()), False
        elif _ONLY_DONE.fullmatch(what):
            yield found.span(), (start, end), True
        elif _OF_TASKS.match(what) or _opens(raw, folded, found) or (_is_short(what) and asked_until(found.start())):
            yield found.span(), (start, end), False


_STATE = "|".join(f"(?:{pattern})" for _, pattern in lexicon.STATES)
_OF_TASKS = re.compile(
    rf"(?:(?:cac|nhung|moi|the|those|any)\s+)?(?:viec|nhiem vu|nv|dau viec|tasks?|duties|ones|{_STATE})\b"
)
# "Trừ việc thường xuyên, định kỳ": kinds of deadline stand side by side.
_KINDS = "|".join(f"(?:{lexicon.STATE[name]})" for name in ("recurring", "ongoing", "unwritten", "no_deadline"))
_A_STATE = rf"(?:(?:cac|nhung|viec|nhiem vu|nv|the|those|tasks?|duties)\s+)*(?:{_KINDS})(?: tasks?| duties)?"
_STATES_ALONE = re.compile(rf"\s*{_A_STATE}\s*")
_MORE_STATES = re.compile(rf"(?:\s*(?:,|va|hoac|hay|lan|cung|and|or|&)+\s*{_A_STATE}(?!\w))+")
# What a list of tasks leaves out in so many words is no matter that they are about: "việc quá hạn không tính CSDL".
_FEW_WORDS = 6
# Nobody leaves out more than so many things.
_MOST = 12


def _asks_tasks(raw: str, folded: str) -> bool:
    patterns: list[Sought | str] = [lexicon.LISTING, *(pattern for _, pattern in lexicon.STATES)]
    return any(lexicon.says(pattern, raw, folded) for pattern in patterns)


def _opens(raw: str, folded: str, found: re.Match[str]) -> bool:
    """Tell whether a question begins with what it leaves out: "except for data, what does MPS lead"."""
    first = not folded[: found.start()].strip() and folded[found.end() :].lstrip().startswith(",")
    return first and _is_short(found["what"]) and _asks_tasks(raw[found.end() :], folded[found.end() :])


def _is_short(what: str) -> bool:
    return len(what.split()) <= _FEW_WORDS
