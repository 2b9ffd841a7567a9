"""Words that ask for a list somebody works through: the claims that wait for a yes, the extensions that wait."""

import re
from enum import StrEnum

from knowledge.text import fold, fold_aligned, tidy


class Errand(StrEnum):
    """Which list is asked for."""

    CLAIMS = "claims"
    EXTENSIONS = "extensions"


_WHO = r"(?:(?:em|toi|minh|anh|chi|cho|xin|muon|can|xem|hay|giup|show|me|my|the|all) )*"
_SOFT = r"(?: (?:khong|chua|vay|the|a|ah|nhe|nha|nao|gi|day|now|please))*"
_THINGS = r"(?:(?:co|con|nhung|cac|danh sach) )*(?:viec|bao cao|nhiem vu|cai|gi|reports?|claims?)(?: (?:nao|gi))?"
_CLAIMS = re.compile(
    rf"{_WHO}(?:{_THINGS} )?(?:(?:dang|con) )?(?:cho (?:(?:toi|minh|em|anh|chi|duoc) )?xac nhan"
    rf"|(?:that )?(?:await|waiting|wait)s?(?: for)?(?: my)? confirmation|to confirm){_SOFT}"
)
_ASKERS = (
    r"(?:(?:ai|co ai|ben nao|viec nao|nhung viec|viec gi|cac viec|co quan nao|don vi nao|bo nao|who|which tasks) )?"
)
_MORE_TIME = r"(?:gia han|lui han|lui thoi han|lui ngay|doi han|keo dai (?:thoi )?han|han lai|more time|an extension)"
# Which task, by code, by its place in a list or as the one on the screen; and until when.
_OF_TASK = (
    r"(?: (?:dang cho|cho duyet|viec|nv|nhiem vu|cai|task|cho|for|so|thu|dau tien|cuoi cung|nay|do|this|it)"
    r"|(?: gv)?(?: (?:pl\d?|\d{1,4}[a-z]?\d*[a-z]?))+)*"
)
_UNTIL = (
    r"(?: (?:den|toi|sang|qua|them|until|till|to)"
    r"(?: (?:het|cuoi|dau|giua|ngay|thang|nam|quy|tuan|sau|toi|\d{1,4}|[iv]{1,3}))+)?"
)
_BECAUSE = r"(?: (?:vi|do|boi vi|because)\b.*)?"
_EXTENSIONS = re.compile(
    rf"{_WHO}(?:phep )?(?:danh sach )?{_ASKERS}(?:(?:dang|da|con) )?"
    r"(?:(?:xin|de nghi|doi|asks? for)(?: phep)?(?: duoc)? )"
    rf"{_MORE_TIME}{_OF_TASK}{_UNTIL}{_OF_TASK}{_SOFT}{_BECAUSE}"
)
_THIS = re.compile(r"(?:cho )?(?:(?:viec|nhiem vu|nv|cai|task) (?:nay|do)|for (?:this|it)|this|it)\b")
_ASKED = re.compile(rf"\b{_MORE_TIME.replace(' ', '[ ]+')}\b")


def errand_in(text: str) -> Errand | None:
    """Return the list that `text` asks for, and nothing else; None for any other words."""
    plain = " ".join(re.sub(r"[^\w\s]", " ", fold(tidy(text[:100]))).split())
    if _CLAIMS.fullmatch(plain):
        return Errand.CLAIMS
    return Errand.EXTENSIONS if _EXTENSIONS.fullmatch(plain) else None


def extension_asked(text: str) -> str:
    """Return what follows the words that ask for more time, for which task and until when: "việc 3 đến 30/6/2027"."""
    said = tidy(text)
    found = _ASKED.search(fold_aligned(said.lower()))
    return said[found.end() :].strip() if found is not None else said


def without_this(asked: str) -> str:
    """Return `asked` (tidied) without the words that begin it and mean the task on the screen: "việc này"."""
    found = _THIS.match(fold_aligned(asked.lower()))
    return asked[found.end() :].strip() if found is not None else asked
