"""Words that ask for a chore and no answer: what waits to be decided, a file, a reminder to somebody, a proposal."""

import re
from collections.abc import Iterable
from enum import StrEnum

from knowledge.text import fold, fold_aligned, tidy, tokens


class Errand(StrEnum):
    """What is asked for: a list that waits, all that waits, a list as a file, a calendar, an agency or oneself reminded, a
    proposal."""

    CLAIMS = "claims"
    EXTENSIONS = "extensions"
    WAITING = "waiting"
    FILE = "file"
    CALENDAR = "calendar"
    REMIND = "remind"
    REMINDERS = "reminders"
    PROPOSE = "propose"


_WHO = r"(?:(?:em|toi|minh|anh|chi|cho|xin|muon|can|xem|hay|giup|show|me|my|the|all) )*"
_SOFT = r"(?: (?:khong|ko|k|hong|chua|vay|the|a|ah|nhe|nha|nao|gi|day|now|please))*"
_THINGS = r"(?:(?:co|con|nhung|cac|danh sach) )*(?:viec|bao cao|nhiem vu|cai|gi|reports?|claims?)(?: (?:nao|gi))?"
_CLAIMS = re.compile(
    rf"{_WHO}(?:{_THINGS} )?(?:(?:dang|con) )?(?:cho (?:(?:toi|minh|em|anh|chi|duoc) )?xac nhan"
    rf"|(?:that )?(?:await|waiting|wait)s?(?: for)?(?: my)? confirmation|to confirm){_SOFT}"
)
# What is decided by whoever asks, without a word on what it is.
_DECIDE = r"(?:duyet|phe duyet|quyet dinh|quyet|xu ly|xem xet|ky duyet)"
_ME = r"(?: (?:toi|em|minh|anh|chi|sep|ben toi))?"
_WAITING = re.compile(
    rf"{_WHO}(?:{_THINGS} )?(?:(?:dang|con|van) )*(?:cho|can|doi){_ME} {_DECIDE}{_SOFT}"
    rf"|{_WHO}(?:viec gi|cai gi|gi|nhung gi) (?:dang )?(?:cho|doi){_ME}{_SOFT}"
    r"|(?:is there )?(?:what|anything)(?: is|s)? (?:waiting|awaits?|pending|waits)(?: for)?(?: me| my (?:decision|approval))?"
)
_UNDECIDED = re.compile(
    rf"{_WHO}(?:(?:con|co|may|bao nhieu|nhung|cac) )*bao cao(?: (?:nao|gi))?(?: (?:con|van|dang))? (?:chua(?: duoc)?|cho|can){_ME}"
    rf" (?:xac nhan|{_DECIDE}){_SOFT}|(?:which |any )?reports (?:not (?:yet )?|un)(?:confirmed|approved)"
)
_FETCH = r"(?:xuat|tai|gui|cho|lay|lam|ket xuat|in|download|export|send|give|get)"
_TO_ME = r"(?:(?:em|toi|minh|anh|chi|cho|xin|muon|can|giup|gium|ra|ve|xuong|luon|hay|oi|bot|please|me|the|this|that|it|as|to|in|an?|of|bang|thanh|duoi dang|dang) )*"
_KIND = r"(?:excel|exel|xlsx?|csv|word|docx|pdf|bang tinh|spreadsheet)"
_LISTED = r"(?:danh sach|ds|list|bang|ket qua|file|tep|tap tin|bieu|ban)"
_THERE = r"(?: (?:nay|do|tren|vua roi|vua xem|luc nay|this|that))?"
_ENDS = r"(?: (?:ve|xuong|ra|di|nhe|nha|a|voi|giup|luon|duoc khong|khong|em|toi|minh|may|file|tep|please|cho|anh|chi|bot|oi))*"
_FILE = re.compile(
    rf"{_TO_ME}(?P<fetch>{_FETCH} )?{_TO_ME}(?:{_LISTED}{_THERE} )*{_TO_ME}(?P<kind>{_KIND}){_THERE}{_ENDS}"
    r"(?(fetch)(?: (?:(?:cua|cho|ve|danh sach|ds|for|of) )*(?P<rest>\S.*))?)"
    rf"|{_TO_ME}(?:xuat|tai|ket xuat|download|export) {_TO_ME}(?:{_LISTED}(?: )?)+{_THERE}{_ENDS}"
    rf"|{_TO_ME}(?:tai|download) (?:ve|xuong|it)(?: may)?{_ENDS}"
    rf"|{_TO_ME}{_FETCH} {_TO_ME}(?:danh sach |ds )?(?P<of>\S.*?) (?:ra|thanh|bang|dang|sang|to|as|in) (?:file |tep )?(?P<form>{_KIND}){_ENDS}"
    rf"|{_TO_ME}(?:gui|cho|lay|send|give|get) {_TO_ME}(?:file|tep|tap tin){_THERE}(?: {_LISTED}{_THERE})?{_ENDS}"
)
_CALENDAR = re.compile(
    rf"{_TO_ME}(?:{_FETCH} )?{_TO_ME}(?:(?:file|tep) )?(?:lich|calendar|thoi han|han)(?: (?:lam viec|nhac viec|thoi han|cua (?:toi|minh|em)))? (?:(?:file|tep|dang) )*\.?(?:ics|ical|icalendar|google|outlook){_ENDS}"
    rf"|{_TO_ME}(?:xuat|tai|export|download) {_TO_ME}(?:(?:file|tep) )?(?:lich|calendar)(?: (?:ve|ve may|cua (?:toi|minh|em)|google|outlook))?{_ENDS}"
    rf"|{_TO_ME}(?:file|tep) (?:lich|ics|calendar){_ENDS}|(?:file )?ics|{_TO_ME}lich(?: cua (?:toi|minh|em))?{_ENDS}"
)
_ABOUT_REMINDING = frozenset(
    "hay nho em bot giup ban gui goi nhan phat cho tin thong bao loi cong van mail nhac nho viec don doc giuc thuc hoi nhe ho gium toi "
    "den ben lai gap voi bao cao nop tien do ket qua di nha som ngay a ah ve nhiem vu cua cac dau moi lam hoan thanh xong qua han tre cham "
    "mau len nhanh anh chi oi dang con chua sap nua the minh muon can xin duoc khong remind reminder remind reminders send a chase nudge to "
    "the tat ca moi toan bo report on their about tasks task please its overdue of do for me".split()
)
# Whom to remind and of what is for the caller to find: here stands only that somebody is to be reminded.
_REMIND = re.compile(
    rf"{_WHO}(?:hay |nho |em |bot |giup |ban )*(?:gui|goi|nhan|phat|send)? ?(?:cho )?(?:tin |thong bao |loi |cong van |mail |a )*(?:nhac nho|nhac viec|nhac|don doc|giuc|thuc giuc|hoi thuc|thuc|remind(?:er)?|chase|nudge)"
    r"(?: (?:nhe|giup|ho|gium|viec|cho|toi|den|to|ben|lai|gap))* (?P<whom>\S.*)"
)
_REMINDERS = re.compile(
    rf"{_WHO}(?:(?:cai dat|cai|chinh|bat|tat|doi|sua|cach|lich|hen|gio|xem) )*(?:nhac viec|nhac nho|nhac han|loi nhac|nhac)(?: (?:cua|cho))?(?: (?:toi|em|minh|anh|chi))?(?: (?:the nao|nhu the nao|luc nao|may gio|hang ngay|buoi sang|o dau))?{_SOFT}"
    r"|(?:my |how are my |set |change |turn (?:on|off) )?reminders?(?: settings)?"
)
_PROPOSE = re.compile(
    rf"{_WHO}(?:(?:toi|em|minh|bo|don vi|co quan|chung toi|ben toi|ben em) )*(?:(?:dang|co|can|muon|xin|dinh|phai) )*(?:gui|neu|trinh|de xuat|phan anh|lap|lam|viet|nop|bao|send|make)? ?(?:mot |1 |cai |nhung |a )*"
    r"(?:kien nghi|vuong mac|kho khan(?: vuong mac)?|phan anh|sang kien|proposal)(?: (?:len|cho|toi|den|voi|to))?(?: (?:bot|day|tren|cap tren|he thong))?"
    r"(?: (?:o dau|the nao|nhu the nao|thi sao|sao|gui dau|gui o dau|gui ai|gui cho ai|thi gui (?:dau|ai|o dau|cho ai)|thi lam sao|thi lam the nao|bang cach nao|kieu gi|where|how))(?: vay| a| nhi| the)*"
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


# Each pattern with the words of which one must be said: most texts say none, and are not looked at any further.
_ERRANDS = tuple(
    (errand, frozenset(said.split()), pattern)
    for errand, said, pattern in (
        (Errand.CLAIMS, "cho confirmation confirm", _CLAIMS),
        (Errand.CLAIMS, "duyet quyet xac xu xem reports", _UNDECIDED),
        (Errand.EXTENSIONS, "han time extension ngay", _EXTENSIONS),
        (Errand.WAITING, "cho can doi waiting awaits await pending waits", _WAITING),
        (Errand.CALENDAR, "lich calendar ics ical icalendar google outlook", _CALENDAR),
        (
            Errand.FILE,
            "excel exel xls xlsx csv word docx pdf bang spreadsheet danh ds list file tep tap ket bieu ban tai download",
            _FILE,
        ),
        (Errand.REMINDERS, "nhac reminder reminders", _REMINDERS),
        (Errand.REMIND, "nhac don giuc thuc hoi remind reminder chase nudge", _REMIND),
        (Errand.PROPOSE, "kien vuong kho phan sang proposal", _PROPOSE),
    )
)


def errand_in(text: str) -> Errand | None:
    """Return what `text` asks for, and nothing else; None for any other words.

    For a reminder the caller still has to find an agency in `reminded`.
    """
    plain = _plain(text)
    said = frozenset(plain.split())
    return next((errand for errand, keys, pattern in _ERRANDS if keys & said and pattern.fullmatch(plain)), None)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", fold(tidy(text[:100]))).split())


def file_asked(text: str) -> tuple[str, str]:
    """Return the kind of file that is asked for ("word", "excel", "" for any), and of what list: "" of the one seen."""
    found = _FILE.fullmatch(_plain(text))
    if found is None:
        return "", ""
    name = "of" if found["of"] else "rest"
    if not found[name]:
        return found["kind"] or found["form"] or "", ""
    said, first = tokens(text[:100]), found.string.count(" ", 0, found.start(name))
    return found["kind"] or found["form"] or "", text[said[first].start : said[first + found[name].count(" ")].end]


def reminded(text: str, names: Iterable[tuple[int, int]]) -> bool:
    """Tell whether a text that asks to remind somebody says nothing but whom, at `names` (start, end), and politely."""
    left = text
    for start, end in sorted(names, reverse=True):
        left = f"{left[:start]} {left[end:]}"
    return left != text and all(word in _ABOUT_REMINDING or word.isdigit() for word in _plain(left).split())


def extension_asked(text: str) -> str:
    """Return what follows the words that ask for more time, for which task and until when: "việc 3 đến 30/6/2027"."""
    said = tidy(text)
    found = _ASKED.search(fold_aligned(said.lower()))
    return said[found.end() :].strip() if found is not None else said


def without_this(asked: str) -> str:
    """Return `asked` (tidied) without the words that begin it and mean the task on the screen: "việc này"."""
    found = _THIS.match(fold_aligned(asked.lower()))
    return asked[found.end() :].strip() if found is not None else asked
