"""Task codes: short enough to type, and read however they are typed (`71-89.7`, `71/89(7)`, `nv 89.7`)."""

import re
from collections.abc import Collection

from knowledge.patterns import Sought
from knowledge.text import fold, fold_aligned, tidy

_PIECES = re.compile(r"\d+|[a-z]+")
_CODE = Sought(
    r"(?<![\w/.-])(?P<directive>71|0?5|0?7|17|329|tu)\s?[-/.]\s?"
    r"(?P<place>(?:pl\d?|i{1,3}|iv|v)?[-. ]?\d{0,3}(?:dd|[a-zđ])?\d{0,3}(?:p\d)?"
    r"(?:(?:\s?[.(]\s?|,)(?:\d{1,3}|i{1,3}|iv)\)?)*)(?![\w/]|-\d)"
)
_LOOSE = Sought(
    r"(?<!\w)(?:nv|nhiem vu|viec|ma|task|code)\s*(?:so\s*)?(?P<place>\d{1,3}(?:\s?[.(]\s?\d{1,3}\)?)?)"
    r"(?![\w/.]|\s?-|\s(?:ngay|tuan|thang|quy|nam)\b)"  # "việc 6 tháng một lần"
)
# A code without its directive is a row of the annex that has nothing but numbers.
_DEFAULT_DIRECTIVE = "71"


def code_key(code: str) -> str:
    """Return what makes a code itself: its letters and numbers in order, `đ` as `dd`, no leading zeros."""
    lowered = fold(tidy(code).lower().replace("đ", "dd"))
    return ".".join(piece.lstrip("0") or "0" for piece in _PIECES.findall(lowered))


def find_code(text: str, known: Collection[str]) -> tuple[str, int, int] | None:
    """Find the first task code in tidied `text` whose key is in `known`; return (key, start, end)."""
    lowered = text.lower()
    for pattern, prefix in ((_CODE, ""), (_LOOSE, _DEFAULT_DIRECTIVE + ".")):
        searched = lowered if pattern is _CODE else fold_aligned(text)
        for found in pattern.finditer(searched):
            key = prefix + code_key(found["place"]) if prefix else code_key(found.group())
            if key in known:
                return key, found.start(), found.end()
    return None
