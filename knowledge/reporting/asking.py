"""Messages that want to know something, or to be given something, and report nothing."""

import re

from knowledge.reporting.spelling import fold_report

_QUESTION_MARK = re.compile(r"\?\s*(?:$|[)\"”]|\w{1,4}$)")
# "đã trình chưa", "có kịp không ạ": at the end of the message or of a line.
_ENDS_ASKING = re.compile(
    r"\b(?:chua|khong|ko|hok|hong|hay chua|phai khong|dung khong|nhi|the nao|ra sao|sao roi|thi sao|toi dau"
    r"|(?:vuong|tac|ket|nghen)(?: lai)?(?: o)? dau"
    r"|den dau)(?: (?:roi|a|vay|em|anh|chi|nhi|the|ban|ta|nao|ha|oi|sep|bot))*\W*$"
)
_NOT_ASKING = re.compile(r"\b(?:con|van|thi|la|thu|thi|nay|viec|cung) chua\W*$")
_ASKS = re.compile(
    r"\b(?:bao gio|khi nao|luc nao|ngay nao|thang nao|bao nhieu|bn|the nao|nhu the nao|ntn|tai sao|vi sao"
    r"|o dau|(?:la |viec |nhiem vu |van ban |nhung |luat |giay to )+(?:gi|nao)"
    r"|(?:bo|co quan|don vi|tinh|ai|nganh|mang|khau|diem|cho) nao"
    r"|\bai (?:la |lam|chu tri|phu trach|chiu|duoc|ky|phoi hop|xay dung|soan|lo"
    r"|dang|giao|theo doi)|do ai|cho ai|cua ai|giao ai|gi vay|"
    r"may (?:tren \d+|viec|nhiem vu|ngay|nv|tieu chi|quyet dinh|van ban|nghi dinh|de an|chi tieu)|con may"
    r"|what|which|who|when|where|why|how (?:many|much)|is there|are there|can you|could you)\b"
    r"|^\W*(?:\w{2,5} )?con (?:nam )?20\d\d\W*$"
    r"|\w['’]s (?:\w+ ){0,2}(?:tasks|duties|deadlines)(?=,|\W*$)"
)
# Orders to the bot: "cho tôi xem", "liệt kê", "nhắc tôi".
_ORDERS = re.compile(
    r"^\W*(?:(?:em|ban|bot|anh|chi|oi|a|lam on|vui long|nho|giup|cho|hay|xin|please)\W+)*(?:cho (?:toi|em"
    r"|anh|chi|minh|xem|biet|hoi|xin)(?! (?:bao|xin bao|gui bao))|liet ke"
    r"|(?:lap|trich|loc)(?: \w+){0,2} (?:danh sach|bang)|tim (?:cho|giup|viec|nhiem vu"
    r"|cac)|tra cuu|xem (?:cho|giup|lai|viec|nhiem vu|cac|the)|nhac (?:toi|em|anh|chi|minh|lai)|dat lich"
    r"|gui (?:cho |lai )?(?:anh|chi|toi|em|minh|danh sach)|thong ke|so sanh"
    r"|tom tat|giai thich|huong dan (?:toi|em|minh)|list|show|find|tell me|remind|send|giao (?:cho|viec)"
    r"|danh sach (?:viec|nhiem vu|nv|cac|nhung)|cac (?:viec|nhiem vu)|nhung (?:viec|nhiem vu))\b"
)

# A person's own life, and what an office says of its day.
_PRIVATE = re.compile(
    r"\b(?:(?:gia dinh|vo|chong|con(?: gai| trai)?|chau|bo me|nha) (?:toi|em|minh|anh|chi|chau)"
    r"|nghi (?:phep|om|thai san|huu|mat)|an (?:com|trua|toi|sang)"
    r"|lien hoan|sinh nhat|dam (?:cuoi|tang|ma)|tan gia|ket xe|cuoi tuan vui)\b"
)


def private(text: str) -> bool:
    """Tell whether tidied `text` speaks of a person's own life."""
    return _PRIVATE.search(" ".join(fold_report(text).split())) is not None


def asks(text: str) -> bool:
    """Tell whether tidied `text` is a question or an order to the bot."""
    folded = " ".join(fold_report(text).split())
    if _QUESTION_MARK.search(text.strip()) or _ORDERS.search(folded) or _ASKS.search(folded):
        return True
    return _ENDS_ASKING.search(folded) is not None and not _NOT_ASKING.search(folded)
