"""What somebody wants who reports nothing: to begin a report, to say yes or no to one, or to take the last one back."""

import re

from knowledge.text import fold, tidy

_WHO = r"(?:(?:em|toi|minh|anh|chi|cho|xin|muon|can|de|giup|hay|i|want|to|would|like|please|let|me) )*"
_SOFT = r"(?: (?:a|ah|nhe|nha|voi|di|em|anh|chi|sep|oi|please|now))*"
_BEGINS = re.compile(
    rf"{_WHO}(?:bao cao|cap nhat|gui bao cao|lam bao cao|nop bao cao|report|update)"
    rf"(?: (?:tien do|cong viec|ket qua|nhiem vu|viec|mot viec|progress|a task|my progress|something))*{_SOFT}"
)
# What a report is named by: its task's code ("71-104" has become two numbers), or that it was the last.
_WHICH = (
    r"(?: (?:lai|bao cao|viec|nhiem vu|nv|ma|so|gv|cua|vua roi|vua gui|vua xong|gan nhat|cuoi|nay|do|it|that|the|my"
    r"|last|report|on|task|pl\d?|\d{1,4}[a-z]?\d*[a-z]?))*"
)
_BACK = rf"{_WHO}(?:rut(?: lai)?|thu hoi|huy|xoa|take back|withdraw|undo){_WHICH}"
_MISTAKE = (
    rf"(?:(?:xin loi|sorry|chet|oi|a|thoi) )*{_WHO}(?:(?:da|lo|vua|bi) )?"
    rf"(?:(?:bao cao|bao|ghi|gui|bam|nhap|go)(?: (?:bi|lo))? (?:nham|sai|lon)|nham|my mistake|reported by mistake)"
    rf"(?: (?:roi|mat|mat roi|thoi|xin loi))*{_WHICH}"
)
_TAKES_BACK = re.compile(rf"{_BACK}{_SOFT}")
_MISTAKEN = re.compile(rf"{_MISTAKE}{_SOFT}(?: (?:nen )?{_BACK})?{_SOFT}")
_AGREES = re.compile(
    r"(?:da |vang |u |uh |ok |oke )*(?:dung|dung roi|dung vay|chuan|chinh xac|dong y|xac nhan|ghi nhan|ghi di|ghi lai"
    rf"|luu lai|ok|oke|okay|vang|u|uh|uhm|yes|right|correct|confirm|record it|save){_SOFT}(?: ghi nhan)?{_SOFT}"
)
_NOT = r"(?:khong|ko|k|hong|hok|kg|kh)"
_IT = r"(?: (?:no|nay|do|cai nay|cai do|bao cao nay|bao cao do|nhu vay|vay|the|it|that|this))*"
_NO = (
    rf"(?:thoi|huy|huy bo|bo|bo qua|sai|sai bet"
    rf"|{_NOT}(?: (?:phai|dung|ghi|ghi nhan|bao|bao cao|can|lay|chiu|dong y))?"
    r"|cancel|no|nope|wrong|not right|incorrect|drop|forget|never mind|nevermind|don t|do not(?: record)?)"
)
_REFUSES = re.compile(
    rf"(?:(?:a|o|oi|da|u|uh|um|khoan|em|anh|chi) )*(?:{_NO}{_IT}{_SOFT}(?: (?:roi|het|dau|luon|nua|vay))*{_SOFT} ?)+"
)
_CHANGES = re.compile(
    rf"{_WHO}(?:sua|sua lai|sua doi|chinh|chinh lai|chinh sua|doi lai|edit|change|amend|fix)"
    rf"(?: (?:bao cao|cai|mot chut|chut|ti))*{_IT}{_SOFT}"
    r"|(?:a |o |da )*(?:sai|nham|sua|wrong|change the)"
    rf" (?:ngay|phan tram|so lieu|trang thai|cho nay|date|day|status)(?: roi)?{_SOFT}"
)
_NEEDED = re.compile(r"\b(?:rut|thu hoi|bao cao|take back|withdraw|undo)\b")


def begins_report(text: str) -> bool:
    """Tell whether `text` says that one wants to report, and nothing of what."""
    return _BEGINS.fullmatch(_plain(text)) is not None


def agrees(text: str) -> bool:
    """Tell whether `text` says yes, and nothing else."""
    return _AGREES.fullmatch(_plain(text)) is not None


def refuses(text: str) -> bool:
    """Tell whether `text` says no to what was just proposed, and nothing else: "thôi", "không phải", "sai rồi"."""
    return _REFUSES.fullmatch(_plain(text)) is not None


def wants_change(text: str) -> bool:
    """Tell whether `text` only says that something is to be changed, and not what."""
    return _CHANGES.fullmatch(_plain(text)) is not None


def takes_back(text: str) -> bool:
    """Tell whether `text` asks to take a report back, the last or that on a task named."""
    plain = _plain(text)
    return mistaken(text) or (_TAKES_BACK.fullmatch(plain) is not None and _NEEDED.search(plain) is not None)


def mistaken(text: str) -> bool:
    """Tell whether `text` says that something was reported by mistake."""
    return _MISTAKEN.fullmatch(_plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", fold(tidy(text[:100]))).split())
