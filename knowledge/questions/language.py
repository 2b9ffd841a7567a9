"""In which language a question is asked."""

import re
from functools import lru_cache

from knowledge.text import fold, has_diacritics, is_syllable, tidy

_ENGLISH = frozenset(
    "which what who when where how many tasks task does do is are the of in by for due own owns has have must show "
    "list me all overdue deadline ministry report help under lead leads and not with this next last week month quarter "
    "year about give on from that these those their there should would could been were was still other any notice "
    "resolution directive agency agencies ministries number whose into between after before because such already yet "
    "anything everything nothing who's what's pending outstanding unresolved unfinished upcoming deadlines items "
    "missed beyond databases below criteria indicator indicators summary breakdown nearest months days".split()
)
_VIETNAMESE = frozenset(
    "bo viec gi nao nhiem vu han qua cua la trong quy thang nam nhung cac chu tri phoi hop cho ai bao nhieu khi den "
    "hoi va thi con chua cham toi minh tinh".split()
)


@lru_cache(maxsize=64)
def language_of(text: str) -> str:
    """Return "en" for a question in English (Vietnamese names in it do not count), else "vi"."""
    plain = re.findall(r"[^\W\d_]+", text.lower())
    english = sum(w in _ENGLISH for w in plain)  # "đó" is no "do"
    if english == 0:
        return "vi"
    found = re.findall(r"[a-z']+", fold(text))
    vietnamese = sum(w in _VIETNAMESE for w in found)
    if vietnamese == 0 and not has_diacritics(text):
        return "en"
    framed = not has_diacritics(text) and vietnamese > english
    return "vi" if framed else "en" if english >= 2 or len(found) <= 2 else "vi"


# Words that both languages have, in chats like these.
_ANYBODYS = frozenset("ok oke okay hi deadline status task email app link web page top kpi vs".split())
_CODE = re.compile(r"[a-z]*\d[\w.()/-]*|[IVX]+|[A-ZĐ&]{2,}")


def tells_language(text: str, names: str = "") -> bool:
    """Tell whether the words of `text` are of one language; codes, numbers, abbreviations and `names` are of none."""
    named = set(re.findall(r"[a-z]+", fold(names)))
    said = [word for word in re.findall(r"[\w.()/&-]*\w", tidy(text)) if not _CODE.fullmatch(word)]
    said = [
        word for word in said if fold(word) not in _ANYBODYS and not named.issuperset(re.findall("[a-z]+", fold(word)))
    ]
    folded = [fold(word) for word in said]
    known = _ENGLISH.union(_VIETNAMESE).intersection(folded)
    return bool(known) or has_diacritics(" ".join(said)) or (len(said) > 1 and all(map(is_syllable, folded)))
