"""What a question leaves out: "trừ Bộ Y tế", "ngoài Bộ Công an ra", "except 329/TB-VPCP", "trừ việc định kỳ"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.questions import lexicon

Span = tuple[int, int]

# Who or what is left out is named right after these.
_BEFORE = re.compile(
    r"(?<!\w)(?:ngoai tru|loai tru|(?<!luu )(?<!khau )(?<!giam )(?<!duoc )tru|(?<!nuoc )(?<!nam )(?<!thang )(?<!tuan )ngoai|(?<!hay )khong (?:ke|tinh|gom|bao gom|lay|phai(?: la)?|thuoc|do|cua|co)"
    r"|chua (?:ke|tinh)|bo qua|except(?: for)?|excluding|exclude|other than|apart from|besides|but not|without|not(?: including| counting)?)"
    r"(?:\s+(?:ra|di|cua|do|ca|cac|nhung|viec|nhiem vu|nv|phan|theo|trong|van ban|ubnd|tinh|thanh pho|tp|the|those|tasks?|ones|of|from|by|led by|owned by|for|in))*\s+$"
)
_REACH = 60
# Another of them: "trừ Bộ Y tế và Bộ Công an".
_JOINT = re.compile(r"\s*(?:,|va|and|&|hoac|or|lan|cung)?\s*(?:(?:cua|do|cac|ubnd|tinh|thanh pho|tp|the)\s+)*")
_AFTER = re.compile(r"\s+(?:ra|di)(?!\w)(?:\s+thi(?!\w))?")
# "việc Bộ Y tế không chủ trì", "tasks MOH does not lead".
_NOT_LEADING = re.compile(
    r"\s+(?:ma )?(?:khong|chua)(?: phai)?(?: la)? (?:chu tri|phu trach|dau moi)(?!\w)|\s+(?:does|do) not (?:lead|own)(?!\w)"
)
# What else is left out than agencies and directives, where it limits tasks.
_CLAUSE = re.compile(
    r"(?<!\w)(?:ngoai tru|loai tru|(?<!luu )(?<!khau )(?<!giam )(?<!duoc )tru(?! khi)|khong (?:ke|tinh)|chua ke|except(?: for)?|excluding|other than|apart from|but not)"
    r"\s+(?P<what>[^,.;?!\n]+)"
)
_ONLY_DONE = re.compile(
    r"\s*(?:(?:cac|nhung|viec|nhiem vu|nv|cai|the|those|tasks?|ones|that|which|are|da|duoc|bao cao)\s+)*"
    r"(?:xong|hoan thanh|lam xong|done|completed|finished)(?: roi| ra)?\s*"
)


# Without one of these nothing is left out.
LEAVES_OUT = re.compile(
    r"(?<!\w)(?:tru|ngoai|khong|chua|bo qua|exclud\w+|except|other than|apart from|besides|not|without)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """Something that may be left out by its name, and where it stands."""

    name: str
    start: int
    end: int


def left_out(raw: str, folded: str, named: Sequence[Named]) -> list[tuple[Named, Span]]:
    """Return those of `named` (in their order) that are left out, each with what must be taken out with it."""
    found: list[tuple[Named, Span]] = []
    for one in named:
        far = max(0, one.start - _REACH)
        before = next(lexicon.find(_BEFORE, raw[far : one.start], folded[far : one.start]), None)
        last = found[-1] if found else None
        if before is not None:
            found.append((one, (far + before.start(), one.end)))
        elif last is not None and _JOINT.fullmatch(folded, last[0].end, one.start):
            found.append((one, (last[1][1], one.end)))
        elif after := _NOT_LEADING.match(folded, one.end):
            found.append((one, (one.start, after.end())))
            continue
        else:
            continue
        if after := _AFTER.match(folded, one.end):
            found[-1] = (found[-1][0], (found[-1][1][0], after.end()))
    return found


def clauses(raw: str, folded: str) -> Iterator[tuple[Span, bool]]:
    """Yield what else is left out of a list of tasks, and whether it is nothing but what is done."""
    for found in lexicon.find(_CLAUSE, raw, folded):
        start, end = found.start("what"), found.end("what")
        what = folded[start:end]
        if _ONLY_DONE.fullmatch(what):
            yield found.span(), True
        elif _OF_TASKS.match(what) or (_asks_tasks(raw[: found.start()], folded[: found.start()]) and _is_short(what)):
            yield found.span(), False


_STATE = "|".join(f"(?:{pattern})" for _, pattern in lexicon.STATES)
_OF_TASKS = re.compile(
    rf"(?:(?:cac|nhung|moi|the|those|any)\s+)?(?:viec|nhiem vu|nv|dau viec|tasks?|duties|ones|{_STATE})\b"
)
# What a list of tasks leaves out in so many words is no matter that they are about: "việc quá hạn không tính CSDL".
_FEW_WORDS = 3


def _asks_tasks(raw: str, folded: str) -> bool:
    patterns: list[re.Pattern[str] | str] = [lexicon.LISTING, *(pattern for _, pattern in lexicon.STATES)]
    return any(True for pattern in patterns for _ in lexicon.find(pattern, raw, folded))


def _is_short(what: str) -> bool:
    return len(what.split()) <= _FEW_WORDS
