"""Shorthand of official messages ("KP", "QG", "bn", "ntn") written out, where the letters are no syllable of their own."""

import re

from knowledge.text import fold, is_syllable

_SHORT = {
    "kp": "kinh phí", "qg": "quốc gia", "đp": "địa phương", "dn": "doanh nghiệp", "tg": "thế giới", "vn": "Việt Nam", "bc": "báo cáo",
    "b/c": "báo cáo", "cthđ": "chương trình hành động", "kq": "kết quả", "vb": "văn bản", "nsnn": "ngân sách nhà nước", "sp": "sản phẩm",
    "nv": "nhiệm vụ", "đa": "đề án", "cp": "Chính phủ", "ttg": "Thủ tướng", "ttcp": "Thủ tướng Chính phủ", "cq": "cơ quan",
    "bn": "bao nhiêu", "ntn": "như thế nào", "hđ": "hoạt động", "đt": "đầu tư", "gd": "giáo dục", "nl": "nhân lực", "nnl": "nguồn nhân lực",
    "cbcc": "cán bộ công chức", "ubnd": "Ủy ban nhân dân", "mttq": "Mặt trận Tổ quốc", "bcđ": "Ban Chỉ đạo", "k/nối": "kết nối", "kn": "kết nối", "p/hợp": "phối hợp", "c/trì": "chủ trì", "h/thành": "hoàn thành", "tp": "thành phố",
    "tl": "tỷ lệ", "nq": "nghị quyết", "nđ": "nghị định", "qđ": "quyết định", "tttt": "thông tin truyền thông", "đtttm": "đô thị thông minh",
    "hq": "hiệu quả", "th": "thực hiện", "ql": "quản lý", "qlnn": "quản lý nhà nước", "đv": "đơn vị", "cs": "chính sách",
    "tc": "tài chính", "đh": "đại học", "nckh": "nghiên cứu khoa học", "tthc": "thủ tục hành chính", "qh": "quá hạn", "sđh": "sắp đến hạn",
    "pl": "phụ lục", "bctđ": "báo cáo tiến độ", "tw": "Trung ương", "lq": "liên quan", "k": "không", "ko": "không", "hok": "không", "dc": "được", "đc": "được",
    "ct": "chỉ tiêu", "tncn": "thu nhập cá nhân", "tndn": "thu nhập doanh nghiệp", "gtgt": "giá trị gia tăng", "bhtn": "bảo hiểm thất nghiệp",
    "gpxd": "giấy phép xây dựng", "lcb": "lương cơ bản", "hkd": "hộ kinh doanh", "cccd": "căn cước công dân", "atgt": "an toàn giao thông",
    "ntm": "nông thôn mới", "ctmtqg": "chương trình mục tiêu quốc gia", "vks": "viện kiểm sát", "gv": "giáo viên", "hssv": "học sinh, sinh viên", "sv": "sinh viên", "hs": "hồ sơ",
    "dl": "dữ liệu", "sl": "số lượng", "sđt": "số điện thoại", "lđ": "lãnh đạo", "it": "công nghệ thông tin", "j": "gì", "r": "rồi", "trc": "trước", "đến hn": "đến hạn", "hnay": "hôm nay", "tv": "thành viên",
    "nd": "nội dung", "kt": "kinh tế", "sk": "sức khỏe", "ctrì": "chủ trì", "ctri": "chủ trì", "phợp": "phối hợp", "bv": "bệnh viện", "hb": "học bổng", "vđ": "vấn đề", "ng": "người", "cty": "công ty", "pt": "phát triển", "fải": "phải", "hthanh": "hoàn thành",
}  # fmt: skip
# Without its marks a shorthand counts only where the letters are no syllable ("đa" is "đề án", "da" may be "đã").
_PLAIN = {fold(short): long for short, long in _SHORT.items() if fold(short) == short or not is_syllable(fold(short))}
# Letters before a word in which the word before it is looked for.
_NEAR = 40
# "6T đầu năm 2026"
_MONTHS = re.compile(r"(?<!\w)(\d{1,2}) ?T(?=\s+(?:đầu|cuối|dau|cuoi|tới|toi|qua|nữa|nua)\b)")
_TOKEN = re.compile(r"(?<![\w/.\-&])[^\W\d_]+(?:/[^\W\d_]+)?(?![\w/&]|[.\-]\w)")


def write_out(text: str) -> str:
    """Return `text` with shorthand written out; what stands in a document number ("71/NQ-CP") is left alone."""
    return _TOKEN.sub(_long, _MONTHS.sub(r"\1 tháng", text))


def _long(found: re.Match[str]) -> str:
    word = found.group()
    if is_syllable(fold(word)) and not word.isupper():
        return word  # "tối đa" is no "đề án"
    start, end = found.span()
    before, after = found.string[max(0, start - _NEAR) : start].split(), found.string[end : end + 3].strip()
    if after[:1].isdigit():
        return word  # "NQ 71", "PL 2" name something
    if before and fold(before[-1]) == "bo":
        return word  # "Bộ CT" is a ministry
    last = fold(before[-1]) if before else ""
    if word == "TC" and (last[-1:].isdigit() or last in ("may", "bao", "nhieu", "du", "so")):
        return "tiêu chí"  # "19/19 TC", "mấy TC"
    if word == "QH" and last not in ("viec", "nv", "vu", "bi", "da", "dang", "con", "so"):
        return "Quốc hội"  # "việc QH" is overdue
    if word == "ND":
        return "người dân"
    lowered = word.lower()
    return _SHORT.get(lowered) or (_PLAIN.get(lowered) or word)
