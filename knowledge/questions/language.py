"""In which language a question is asked."""

import re

from knowledge.text import fold, has_diacritics

_ENGLISH = frozenset(
    "which what who when where how many tasks task does do is are the of in by for due own owns has have must show "
    "list me all overdue deadline ministry report help under lead leads and not with this next last week month quarter "
    "year about give on".split()
)
_VIETNAMESE = frozenset(
    "bo viec gi nao nhiem vu han qua cua la trong quy thang nam nhung cac chu tri phoi hop cho ai bao nhieu khi den "
    "hoi va thi con chua cham toi minh tinh".split()
)


def language_of(text: str) -> str:
    """Return "en" for a question in English (Vietnamese names in it do not count), else "vi"."""
    found = list(re.findall(r"[a-z']+", fold(text)))
    plain = re.findall(r"[^\W\d_]+", text.lower())
    english = sum(w in _ENGLISH for w in plain)  # "đó" is no "do"
    vietnamese = sum(w in _VIETNAMESE for w in found)
    if english == 0:
        return "vi"
    if vietnamese == 0 and not has_diacritics(text):
        return "en"
    framed = not has_diacritics(text) and vietnamese > english
    return "vi" if framed else "en" if english >= 2 or len(found) <= 2 else "vi"
