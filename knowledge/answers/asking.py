"""What kind of thing a question asks for: tasks, an amount, a day, a place, a person."""

from knowledge.patterns import Sought
from knowledge.questions import ATTENDS, Reading

_AMOUNT = Sought(r"\b(?:bao nhieu|bao nhiu|may|bn|phan tram|how (?:much|many)|percent)\b")
_DAY = Sought(r"\b(?:khi nao|ngay nao|bao gio|luc nao|thang nao|nam nao|when)\b")
_ELSE = Sought(
    r"\b(?:bao nhieu|bao nhiu|may|bn|khi nao|bao gio|ngay nao|luc nao|o dau|cho nao|the nao|ra sao|la gi|la ai|bao lau"
    r"|how|when|where|who|why)\b"
)
# What citizens ask of an office: papers, fees, prices, fines, pay, where and how. No directive answers that.
_SERVICE = Sought(
    r"\b(?:(?:can|mang|nop|chuan bi|lam|xin|nhung) giay to|giay to (?:gi|nao)|hotline"
    r"|le phi|phi bao nhieu|bao nhieu tien(?! ich)|may tien(?! ich)"
    r"|gia (?:ca|ve|vang|xang|dien|nha|dat|kham|thue)"
    r"|gia .{0,20}bao nhieu|muc phat|bi phat|phat bao nhieu|xu phat|luong (?:cua|toi|co|thang|huu|bao)|tro cap"
    r"|muc huong|muc dong|huong (?:bao|may)|thu tuc .{0,40}(?:the nao|ra sao|gi|o dau)|can (?:giay to |nhung )?gi\b"
    r"|(?<!noi )(?<!nhac )(?<!ghi )(?<!neu )o dau\b|lam (?:the nao|sao) de"
    r"|cach (?:lam|nau|tat|viet|chuyen|tra|dang|xin|mo)"
    r"|so dien thoai|so may (?:ban|nhanh|cua|anh|chi|ong|ba|truc)|sdt"
    r"|xin so|dia chi|dat ve|ve may bay|nghi (?:phep|thai san|le|tet)|tuyen (?:dung|sinh)"
    r"|diem chuan|lich (?:thi|nghi|hoc|kham)|ket qua (?:thi|xo so|bong da)|xo so|du bao|co mua|bong da"
    r"|thoi tiet .{0,20}(?:hom nay|ngay mai|the nao|ra sao|mai)|dang ky (?:o dau|the nao)|nop (?:o dau|the nao)"
    r"|mat bao (?:lau|nhieu)|bao nhieu ngay|how (?:do|can) (?:i|we|you)|fees?|costs?|prices?|tickets?|salary|wage"
    r"|weather|phone number|write|translate"
    r"|dieu kien (?:mua|de|duoc|huong)|giam tru|duoc (?:linh|rut)|chi tra|rut (?:mot|1) lan|khai tu|khai sinh"
    r"|het han thi|tam tru|thuong tru|ho so (?:cap|xin|mua)|documents do i need|opening hours|tax rate|renew|apply for"
    r"|(?:bo qua|quen) (?:moi|cac|tat ca|het|toan bo)|cau lenh he thong|mat khau|password|prompt|ignore)\b"
)


# Papers, fees, fines, waiting, allowances: nobody asks a directive for them.
_ERRAND = Sought(
    r"\b(?:ho so (?:xin|cap|gom|can|mua|vay)|nop (?:ho so |don )?(?:o dau|cho ai|the nao)|bi phat|muc phat"
    r"|phat (?:bao nhieu|the nao|tien|may)|le phi|phi bao nhieu|bao nhieu tien|may tien|mat (?:may|bao nhieu|bao lau)"
    r"|may ngay lam viec|giay to gi|(?:can|mang) (?:nhung )?giay to|gia han .{0,40}(?:o dau|the nao|duoc khong)"
    r"|phu cap|tro cap|muc huong|mien (?:thue|phi).{0,20}(?:may|bao nhieu|bao lau)|dieu kien (?:gi|nao)"
    r"|thu tuc (?:gi|the nao|ra sao)|xin (?:giay|cap|phep)|fines?|penalt(?:y|ies)|how (?:do|can) i|apply for"
    r"|documents? (?:do i )?need(?:ed)?|how much (?:does|do|is))\b"
)


def asks_errand(reading: Reading) -> bool:
    """Tell whether a citizen's errand is asked about: papers to bring, fees, fines, how long it takes."""
    return _ERRAND.search(reading.words) is not None


def asks_service(reading: Reading) -> bool:
    """Tell whether something is asked for that an office gives to a citizen: papers, fees, prices, fines, pay."""
    return _SERVICE.search(reading.words) is not None


def asks_amount(reading: Reading) -> bool:
    """Tell whether a number is asked for."""
    return _AMOUNT.search(reading.words) is not None


_SUM = Sought(
    r"\b(?:bao nhieu|bao nhiu|may)(?: (?:nghin|ngan|tram|chuc))? (?:ti(?! (?:vi|trong|so|gia))|ty(?! trong)|trieu"
    r"|nghin|dong|phan tram|%|usd)|\bhow (?:much|many (?:billions?|millions?))\b"
    r"|\bwhat (?:share|percentage|proportion)\b"
)


def asks_sum(reading: Reading) -> bool:
    """Tell whether a sum or share is asked for: that stands in the text and is no number of tasks."""
    return not reading.lists and _SUM.search(reading.words) is not None


def asks_day(reading: Reading) -> bool:
    """Tell whether a day or another time is asked for."""
    return _DAY.search(reading.words) is not None


# Who signed and who receives stands at a directive's end, where nothing else is said.
_CLOSING = Sought(
    r"\b(?:ai ky|nguoi ky|who signed|signatory|noi nhan|chuc (?:vu|danh)?|gui (?:cho |den |toi )?(?:ai|noi nao"
    r"|nhung (?:noi|ai|co quan)|co quan nao)|recipients?|copied to)\b"
)


def asks_closing(reading: Reading) -> bool:
    """Tell whether the signer or the recipients of a directive are asked for."""
    return reading.focus == "signer" or _CLOSING.search(reading.words) is not None


_WHO = Sought(r"\b(?:la ai|ai (?:dang |hien |se )?la|dong chi nao|nguoi nao|ong nao|ten gi|who is)\b")


def asks_who(reading: Reading) -> bool:
    """Tell whether a person is asked for."""
    return _WHO.search(reading.words) is not None


def asks_else(reading: Reading) -> bool:
    """Tell whether an amount, a day, a place or a person is asked for rather than tasks."""
    return not reading.lists and _ELSE.search(reading.words) is not None


_AT_PRESENT = Sought(
    r"(?<!thuc )(?<!phat )(?<!the )(?<!xuat )(?<!tan )(?<!bieu )\bhien(?: nay| tai| gio| dang)?\b"
    r"(?! (?:dai|truong|vat|thuc|hanh|huu))|\bdang (?:xep|dung|o vi tri|co|dat|la)\b"
    r"|\b(?:den|cho den|tinh den|toi) (?:nay|gio|thoi diem nay|hien tai)\b|\b(?:bay|luc) (?:gio|nay)\b"
    r"|\bgio\b.*\bbao nhieu\b|\b(?:bao nhieu|bn)\b.*\b(?:roi|r)\b"
    r"|\bcurrent(?:ly)?\b|\bright now\b|\bso far\b|\bto date\b|\bas of (?:now|today)\b|\balready\b"
)
_RANK = Sought(
    r"\b(?:xep|dung)(?: o)? (?:thu|hang|vi tri)\b|\b(?:thu|hang) may\b|\brank|\bwhere did (?:\w+ ){1,3}come\b"
)
_LATELY = Sought(r"\b202\d\b|\bnam (?:nay|ngoai|truoc|qua)\b|\bmoi nhat\b|\blatest\b|\b(?:last|this) year\b")
_AIM = Sought(r"\b(?:chi tieu|muc tieu|targets?|indicators?|goals?)\b")


def asks_present(reading: Reading) -> bool:
    """Tell whether it is asked how much or at which rank something is by now: what is aimed at is no answer."""
    words = reading.words
    ranks = _RANK.search(words)
    asks = ranks or _AMOUNT.search(words)
    by_now = _AT_PRESENT.search(words) or (ranks and _LATELY.search(words))
    return asks is not None and by_now is not None and not _AIM.search(words)


def asks_attendance(reading: Reading) -> bool:
    """Tell whether it is asked who was at a meeting: the opening of its notice says so."""
    return ATTENDS.search(reading.words) is not None
