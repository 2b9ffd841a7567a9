"""A follow-up that asks among what was listed: "cái nào về dữ liệu", "trên 1 năm", "nghị định", "cái nào thấp nhất".

Pure. What is asked for there is read with the name of what is listed before it ("việc về dữ liệu", "csdl thấp nhất").
"""

import re
from dataclasses import dataclass

from knowledge.text import fold, fold_aligned, tidy

_LONGEST = 60
_SOUNDS = r"^\W*(?:(?:a|u|um|da|ok|the|vay|roi|va|con|nhung|so|and|but|ah|um|please)\W+)*"
_OF_THEM = r"(?:(?:trong (?:so )?(?:do|nay|ay)|of (?:those|these|them)|among (?:those|these|them))\W+)?(?:(?:xem|loc|tim|co) )*"
# "Cái nào": which of those; "việc nào" may begin a question of its own.
_WHICH = re.compile(
    rf"{_SOUNDS}{_OF_THEM}(?:(?:nhung |cac |may )?(?:cai|con|thang) nao|(?:which|what) ones?(?: of (?:those|these|them))?"
    r"|which(?: of (?:those|these|them)|(?= (?:are|is|concern|mention|deal|relate)\b))|(?:any|anything|some|those|the ones|ones)(?: (?:of them|that))?(?= (?:about|on|with|concerning|regarding|related)\b))\s+"
    r"(?:(?:la|co|thi|dang|bi|thuoc|are|is|have|has|were|concern|mention|deal with|relate to)\s+)*"
)
_MATTER = r"(?:ve|noi ve|lien quan(?: (?:den|toi))?|(?:thuoc |trong )?linh vuc|about|on|regarding|concerning|related to)\s+(?=\w)"
_WHICH_TASKS = re.compile(
    rf"{_SOUNDS}{_OF_THEM}(?:(?:nhung |cac )?(?:viec|nhiem vu|nv) nao|which tasks)\s+(?:(?:la|co|thi|are|is)\s+)*(?={_MATTER})"
)
_ABOUT = re.compile(
    rf"{_SOUNDS}{_OF_THEM}(?:(?:chi|rieng|only|just|show(?: me)?|phan|mang|nhom|noi dung|(?:may|nhung|cac) cai)\s+)*(?={_MATTER})"
)
_BEGINS = re.compile(_MATTER)
# What a task must bring forth: named alone it is no question, but limits the list before.
_KIND = re.compile(
    rf"{_SOUNDS}(?:(?:nhung|cac|may|the|rieng|phan|chi|only|just)\s+)*"
    r"(?=(?:(?:nghi dinh|thong tu|luat|de an|ke hoach|chuong trinh|chien luoc|quy che|quyet dinh|nghi quyet|chi thi|du an|huong dan"
    r"|decrees?|circulars?|laws?|schemes?|projects?|plans?|programmes?|programs?|strateg(?:y|ies)|decisions?|guidelines?)"
    r"(?:\s*(?:,|va|hoac|and|or)\s*)?)+\W*(?:thoi|nhe|nha|di|a|please|nua|thi sao)?\W*$)"
)
_BOUND = re.compile(
    rf"{_SOUNDS}(?:(?:chi|cai nao|viec nao|only|just|which ones?(?: are)?|those|any|xem|loc)\s+)*"
    r"(?=(?:tren|hon|qua|duoi|chua den|chua toi|it nhat|toi thieu|tu|khong qua|toi da|(?:more|less|fewer|longer|older) than|over|under|above"
    r"|below|at least|at most|from)\s(?:\d{1,4}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|nua|half|an?|one|two|three|four|five|six)\b"
    r"[^,;]{0,20}\b(?:ngay|tuan|thang|quy|nam|tieu chi|days?|weeks?|months?|quarters?|years?|criteria)\b)"
)
_END = re.compile(
    rf"{_SOUNDS}{_OF_THEM}(?:(?:bo|co so du lieu|csdl|cai|con|don vi|which|what|ones?|is|are|has|have|the|of them|database|databases|nao|la|co|dat)\s+)*"
    r"(?=(?:it|thap|kem|cao|tot|nhieu)\s(?:tieu chi\s)?nhat\b|(?:lowest|worst|fewest|highest|best|furthest|closest|most)\b)"
)
_POINTS = re.compile(r"\b(?:cai|con|thang) nao\b|\b(?:which|what)\b")
_OLDER = re.compile(r"\b(?:older|longer) than\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for among what was listed: `words` as written, and how.

    `about`: they are the matter. `which` of those is asked, `pointing` with words that say nothing else ("cái nào"). They
    are a length or number (`bound`), or the `end` of a ranking.
    """

    words: str
    about: bool = False
    which: bool = False
    pointing: bool = False
    bound: bool = False
    end: bool = False


def asked_among(text: str) -> Asked | None:
    """Return what `text` asks for among what was listed before; None for a question of its own."""
    text = tidy(text)
    if not 3 <= len(text) <= _LONGEST:
        return None
    folded = fold_aligned(text)
    if found := _BOUND.match(folded):
        return Asked(_as_more(text[found.end() :]), bound=True)
    if found := _END.match(folded):
        return Asked(text[found.end() :], which=True, end=True, pointing=_POINTS.search(found.group()) is not None)
    for pattern, which in ((_WHICH, True), (_WHICH_TASKS, True), (_ABOUT, False), (_KIND, False)):
        if found := pattern.match(folded):
            about = _BEGINS.match(folded, found.end())
            start = about.end() if about else found.end()
            pointing = pattern is _WHICH
            if text[start:].strip():
                return Asked(text[start:], about=about is not None, which=which, pointing=pointing)
    return None


def _as_more(words: str) -> str:
    found = _OLDER.search(fold(words))
    return f"more than{words[found.end() :]}" if found and len(fold(words)) == len(words) else words
