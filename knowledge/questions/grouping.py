"""By what a question wants tasks counted: "bộ nào nhiều việc quá hạn nhất", "mỗi quý bao nhiêu việc", "bộ nào đang chậm".

All folded, as in the lexicon.
"""

from functools import lru_cache

from knowledge.patterns import Sieve, Sought
from knowledge.questions.lateness import counts_in
from knowledge.questions.lexicon import BY, FRAMES, LATE, STATE, find

# By what tasks are to be counted: "bộ nào nhiều việc quá hạn nhất", "mỗi quý bao nhiêu việc".
# "Làm theo thông báo" counts nothing by documents.
_EACH = r"(?:moi|tung|(?<!lam )(?<!hien )theo|cua tung|phan theo|chia theo)"
_PER = r"(?:per|by|each|every)"
_MOST = (
    rf"(?:(?:cham|tre|qua han).{{0,40}}?nhat{BY}"
    r"|(?:nhieu|it|hay|thuong xuyen|nang|lon|cao|thap|most|fewest|least|highest|largest).{0,40}?(?:nhat|most))"
)
# "Ai phối hợp với Bộ Y tế nhiều nhất", "who works most with MPS", "Bộ Công an hay phối hợp với bộ nào nhất".
_WITH_WHOM = (
    r"|^\W*ai (?:hay |thuong xuyen )?(?:phoi hop|hop tac|lam viec) (?:voi|cung) .{2,40}nhieu (?:viec )?nhat"
    r"|^\W*who (?:works?|coordinates?|cooperates?|collaborates?)(?: the)? most .{0,12}?\bwith"
    r"|(?:hay|thuong xuyen) (?:phoi hop|hop tac|lam viec) (?:voi|cung) (?:bo|nganh|co quan|don vi) nao nhat"
)
GROUPINGS: tuple[tuple[str, Sought], ...] = tuple(
    (
        name,
        Sought(
            rf"\b(?:{_EACH} (?:cac )?(?:{words})\b(?! *(?:\d|i{{1,3}}\b|iv\b|nay|sau|toi|truoc))|(?:{words}) nao\b.{{0,60}}?\b{_MOST}\b|{_PER} (?:{english})\b|which (?:{english})\b.{{0,60}}?\b(?:most|fewest|least)\b|rank(?:ing|ed)? (?:of )?(?:all )?(?:the )?(?:{english})|top \d+ (?:(?:worst|best|latest|slowest|overdue|late) )*(?:{english})\b|(?:{english}) (?:ranked|ranking){extra})"
        ),
    )
    for name, words, english, extra in (
        ("quarter", "quy", "quarters?", ""),
        ("month", "thang", "months?", ""),
        ("year", "nam", "years?", ""),
        ("directive", "van ban|thong bao|nghi quyet", "directives?|documents?", ""),
        ("kind", "loai thoi han|loai han|kind of deadline", "kind of deadline", ""),
        ("province", "tinh|dia phuong", "provinces?", ""),
        ("agency", "bo nganh|bo|co quan|don vi|nganh", "ministr(?:y|ies)|agenc(?:y|ies)", _WITH_WHOM),
    )
)
# "Mỗi tháng năm 2026" asks for every month of a year, not for a month of May.
EACH_UNIT = Sought(rf"\b(?:{_EACH} (?:cac )?|{_PER} )(?:thang|quy|nam|months?|quarters?|years?)\b(?=.*\S)")
COMPARING = Sought(
    r"\b(?:(?:nhieu|it|cham|tre|lon|cao) (?:viec |nhiem vu |nv |bao cao )?(?:qua han |cham )?hon|ai nhieu|ben nao|so voi|vs|versus|voi nhau|more|fewer|compare)\b"
)
RANKING = Sought(
    r"\b(?:xep (?:hang|giup|thu tu)(?!.{0,60}\btheo (?:thu tu )?(?:ngay )?(?:den )?(?:thoi )?han\b)|(?:ba|bon|nam|muoi|\d+) (?:bo|nganh|co quan|don vi|dia phuong|tinh)\b.{0,40}\bnhieu\b.{0,30}\bnhat|rank|bang xep hang|ranking|top \d+(?! (?:viec|nhiem vu|dau viec|nv|tasks?)\b)|thong ke|so sanh)\b"
)


_FRAME = Sought(
    r"\b(?:nhieu|it|nhat|moi|tung|per|by|each|every|quarters?|months?|years?|xep hang|bang xep hang|thong ke|so sanh|top(?: \d+)?|rank(?:ing)?|bo nganh|bo|nganh"
    r"|co quan|don vi|tinh|dia phuong|quy|thang|nam|most|fewest|least|highest|lowest|so|so luong|so viec|so nhiem vu|van ban|thong bao|nghi quyet|directives?|provinces?"
    r"|documents?|bi|nang|lon|cao|phan|chia|theo|giua|loai|kind|hon|compare|versus|more|fewer)\b"
)


# "Bộ nào đang chậm", "how many ministries are late": agencies are asked for by how their tasks stand.
_WHO = (
    ("province", r"(?:tinh|thanh pho|dia phuong)(?:,? (?:tinh|thanh pho|thanh))* nao|(?:bao nhieu|may) (?:tinh|dia phuong)|(?:which|what|how many) provinces?"),
    ("agency", r"(?:bo|co quan|don vi|nganh|ban)(?:,? (?:ban|bo|nganh|dia phuong|don vi))* nao|(?:bao nhieu|may) (?:bo|co quan|don vi|nganh)|(?:which|what|how many) (?:ministr(?:y|ies)|agenc(?:y|ies))"
               r"|^\W*(?:ministries|agencies) (?:with|that|which|having)|who(?: is|'s) (?:still )?(?:late|overdue|behind)|(?:^|nhung )ai (?=(?:dang |con |hay |van |bi |chua |khong )*(?:cham|tre|no|qua han|bao cao))"),
)  # fmt: skip
_WHO_STANDS = tuple((name, Sought(rf"\b(?:{words})")) for name, words in _WHO)
_STANDS = Sought(
    "|".join(rf"\b(?:{STATE[name]})\b" for name in ("in_time", "due_soon", "overdue", "no_report", "unfinished"))
)
# "Không chậm việc nào", "have nothing overdue".
NONE_LATE = Sought(
    rf"\b(?:khong|chua|chang)(?: (?:he|bi|con|phai|la|co|bat ky|mot|viec|nhiem vu|dau viec|nao|gi))* (?:{LATE})\b(?! nhat)(?: (?:viec|nhiem vu|dau viec))?(?: (?:nao|gi))?"
    r"|\b(?:(?:have|has|with) )?(?:no|nothing|none|without)(?: (?:single|one|any|task|tasks|that|which|is|are|of|them|their))* (?:overdue|late|delayed|past due)(?: tasks?)?\b"
    r"|\b(?:(?:are|is) not|aren't|isn't) (?:late|overdue|behind|delayed)\b|\bon (?:track|schedule)\b"
)


# How they stand is said right after who is asked for: "cham tien do do bo nao trinh" asks who leads.
_NEAR = 45


@lru_cache(maxsize=64)
def who_stands(raw: str, folded: str) -> str:
    """Return "agency" or "province" where these are asked for by how their tasks stand, else ""."""
    for name, pattern in _WHO_STANDS:
        if any(_STANDS.search(folded, found.end(), found.end() + _NEAR) for found in find(pattern, raw, folded)):
            return name
    return ""


# "Không có việc nào", "chưa được giao việc gì".
NO_TASK = Sought(
    r"\b(?:khong|chua|chang)(?: (?:he|co|phai|duoc giao|bi giao|chu tri|lam))+ (?:mot )?(?:viec|nhiem vu|dau viec|nv)(?: (?:nao|gi)(?: ca| het)?|(?= (?:den )?han\s+(?:nam|thang|quy|tuan|\s)))(?= (?:den )?han|\W*(?:$|[,;]|(?:trong|theo|cua|khong|vay|a|nhi|the)\b))"
    r"|\b(?:have|has|with|lead|leads) no tasks?\b(?! that)|\bwithout (?:any )?tasks?\b(?! that)"
)
# "Các bộ có trên 10 việc": whoever has so many is asked for, not those that belong to the group.
_THOSE_WHO = (
    ("province", Sought(r"\b(?:cac|nhung) (?:tinh|dia phuong)(?:,? (?:thanh pho|thanh))?\b")),
    (
        "agency",
        Sought(r"\b(?:cac|nhung) (?:bo|co quan|don vi|nganh)(?:,? (?:bo|nganh|co quan|don vi|dia phuong))*\b"),
    ),
)


def who_has(raw: str, folded: str) -> tuple[str, tuple[int, int]]:
    """Return "agency" or "province" where these are asked for by how many tasks they have, with where they are named;
    else "" and nowhere."""
    none = NO_TASK.search(folded)
    counted = none.start() if none else next((found.start() for found, _ in counts_in(folded, exact=True)), -1)
    if counted < 0:
        return "", (0, 0)
    for name, pattern in (*_WHO_STANDS, *_THOSE_WHO):
        for found in find(pattern, raw, folded):
            if 0 <= counted - found.end() <= _NEAR:
                return name, found.span()
    return "", (0, 0)


_REGULAR = Sought(r"\b(?:dinh ky|hang) \w+ bao cao")
_BY_NAME = Sieve((pattern, (name, pattern)) for name, pattern in GROUPINGS)


@lru_cache(maxsize=64)
def grouping(folded: str) -> str:
    """Return by what a question wants tasks counted, "" when it does not."""
    if _REGULAR.search(folded):
        return ""
    named = next((name for name, pattern in _BY_NAME.may_be_in(folded) if pattern.search(folded)), "")
    return named or ("agency" if RANKING.search(folded) else "")


def compares_agencies(folded: str) -> bool:
    """Tell whether agencies are compared by name ("bộ nào nhiều … nhất"), not anything ranked ("xếp hạng khu vực")."""
    return any(pattern.search(folded) for name, pattern in GROUPINGS if name == "agency")


# The patterns that carry no topic where tasks are counted by something.
GROUP_FRAMES: tuple[Sought | str, ...] = (_FRAME, NONE_LATE, *FRAMES)
