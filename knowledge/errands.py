"""Words that ask for a list somebody works through: the claims that wait for a yes, the extensions that wait."""

import re
from enum import StrEnum

from knowledge.text import fold, tidy


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
_EXTENSIONS = re.compile(
    rf"{_WHO}(?:danh sach )?{_ASKERS}(?:(?:dang|da|con) )?(?:(?:xin|de nghi|doi|asks? for) )"
    rf"(?:gia han|lui han|lui thoi han|more time|an extension)(?: (?:dang cho|cho duyet|viec|nv|nhiem vu|cho)"
    rf"|(?: gv)?(?: (?:pl\d?|\d{{1,4}}[a-z]?\d*[a-z]?))+)*{_SOFT}"
)


def errand_in(text: str) -> Errand | None:
    """Return the list that `text` asks for, and nothing else; None for any other words."""
    plain = " ".join(re.sub(r"[^\w\s]", " ", fold(tidy(text[:100]))).split())
    if _CLAIMS.fullmatch(plain):
        return Errand.CLAIMS
    return Errand.EXTENSIONS if _EXTENSIONS.fullmatch(plain) else None
