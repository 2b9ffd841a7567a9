"""The words that frame a report and do not say what it is on: "xin báo cáo", "đã trình Chính phủ", "nghiệm thu"."""

import re

from knowledge.reporting.spelling import fold_report

_WHOM = (
    r"(?: (?:len|cho|toi|den))?(?: (?:chinh phu|cp|thu tuong(?: chinh phu)?|ttg|ttcp|quoc hoi|qh"
    r"|bo chinh tri|bo truong|cap (?:co )?tham quyen|cap tren|lanh dao(?: \w+)?|ubtvqh|hdnd"
    r"|ubnd(?: \w+)?))?"
)
_FRAME = re.compile(
    r"\b(?:"
    rf"(?<!chuong )(?<!cong )(?<!quy )(?<!lo )(?<!giao )(?<!tai )(?:da |vua |moi |dang |se |sap |chua "
    rf"|duoc )*(?:ky )?(?:trinh|gui|bao cao|nop)(?: lai| bo sung)?{_WHOM}(?: (?:ban hanh|phe duyet"
    rf"|thong qua|xem xet|ky|cho y kien))*"
    rf"|(?:da |vua |moi |dang |se |sap |chua |duoc )+(?:chinh phu|thu tuong(?: chinh phu)?|quoc hoi"
    rf"|bo truong|cp|ttg) (?:ky |da )*(?:ban hanh|phe duyet|thong qua|ky)"
    r"|(?:da |vua |moi |dang |se |sap |chua |duoc |co ban |deu )+(?:duoc )?(?:ky |xay dung "
    r"|dua vao )?(?:ban hanh|phe duyet|thong qua|nghiem thu|thuc hien|trien khai|hoan thien"
    r"|hoan thanh|thanh lap|to chuc|cong bo|van hanh|khai thac|su dung|tham dinh|lap|lam|xay dung|xong"
    r"|chay|co|mo|soan|soan thao|chuan bi|phoi hop|ra soat|nang cap|bat dau|khoi dong|bo tri|day|ky|ra)"
    r"|(?:du kien|phan dau|co gang|quyet tam)\b[^.;,\n]*"
    r"|(?:lay|xin|tiep thu|gop|cho|doi) y kien(?: (?:cac|cua|tu|cho|bo|nganh|dia phuong|tinh|co quan"
    r"|don vi|lien quan|thanh vien|chinh phu))*"
    r"|du thao(?: lan \w+)?|tham dinh|giai trinh(?: tiep thu)?|tiep thu|nghiem thu|chay thu"
    r"|van hanh (?:thu|chinh thuc|on dinh)|chay (?:on dinh|chinh thuc)|thu nghiem|ban giao"
    r"|dua vao (?:van hanh|khai thac|su dung|hoat dong)|co hieu luc|ban hanh|phe duyet|hoan thien"
    r"|de nghi (?:cong nhan|ghi nhan|xac nhan)(?: hoan thanh)?"
    r"|(?:dat|duoc|khoang|tam|chung|moi|gan|hon|tren|xong)(?: (?:khoang|tam|chung|gan|hon|tren))* (?=\W|$)"
    r"|\d+ ?/ ?\d+|tien do|ket qua|khoi luong"
    r"|ben (?:em|toi|minh|chung toi|chung em|tui)|(?:bo|tinh|so|don vi|co quan|phong|vu|cuc|ban|xa"
    r"|huyen) (?:em|toi|minh|chung toi|chung em)"
    r"|(?:(?:xin |em |toi |da )*bao cao|(?:xin |em |toi |da )+bao|bao(?= (?:voi|cac|anh|chi|sep|lanh dao"
    r"|thu truong)\b))(?: (?:voi|cac|anh|chi|sep|em|lanh dao|thu truong|bac|la))*|(?:anh"
    r"|chi|sep|em|thua)(?: chi)? oi|hom|nhe|roi|xong"
    r"|con(?: (?:lai|dang|cho|thieu|vuong|may|vai|mot so|it|ti|\d+))+(?: (?:tinh|xa|huyen|don vi"
    r"|dia phuong|bo|thanh pho))?|hoan thanh|hoan tat"
    r")(?!\w)"
)


def without_frame(text: str) -> str:
    """Return tidied `text`, as long as it was, with the words that only report blanked."""
    for found in _FRAME.finditer(fold_report(text)):
        text = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
    return text


# The only words that a report on no task may hold beside its state, day and evidence, folded. None names a matter:
# with any other word in it, a text is about something.
_NAMES_NOTHING = frozenset(
    # who speaks, and to whom
    "em anh chi toi minh sep lanh dao thu truong bac chu dong dc ben chung phong don vi co quan da vang thua bao cao"
    " xin oi a ah nhe nha nhen ok oke okay uh um i we it is are was has have been the our my this that a an just"
    " already all about now sir"
    # how it goes
    " xong xuoi roi het hoan thanh tat ca thien vua moi dang van con cung deu da duoc dc lam trien khai thuc hien tien"
    " hanh tiep tuc bat dau khoi dong gan sap nhu co ban tam khoang chung hon tren dat tien do ket qua khoi luong phan"
    " nua chua gi chut it viec nay do kia cong nhiem vu ay ma thi la thoi khong bi den toi tu luc hom ngay va so theo"
    " cho doi ky duyet trinh"
    " done finished completed complete finish started not yet still almost nearly in progress ongoing working on way"
    " under percent of with everything task work"
    # papers that are shown, by their kind
    " quyet dinh cong van to trinh van ban ke hoach thong bao bien ban kem dinh gui".split()
)
_WORD = re.compile(r"[^\W\d_]+")


def names_nothing(matter: str) -> bool:
    """Tell whether tidied words say of nothing in particular how it stands ("việc thứ 3 xong rồi ạ")."""
    return _NAMES_NOTHING.issuperset(_WORD.findall(fold_report(without_frame(matter))))
