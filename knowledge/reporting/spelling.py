"""Folded words of reports that stay what they are: "tác" is no "tắc", "đổi" no "đợi", "vị" no "vì"."""

import re

from knowledge.text import fold_aligned

# Words that folding makes equal to others: one that is written with marks must carry one of these.
_SPELLINGS = {
    "da": {"đã"}, "chua": {"chưa"}, "dang": {"đang"}, "xong": set(), "cho": {"chờ"}, "doi": {"đợi"}, "tac": {"tắc"},
    "ket": {"kẹt", "kết"}, "cham": {"chậm"}, "vuong": {"vướng"}, "dung": {"dừng"}, "con": {"còn"}, "gan": {"gần"},
    "sap": {"sắp"}, "moi": {"mới"}, "se": {"sẽ"}, "khong": {"không"}, "vi": {"vì"}, "do": set(), "tai": {"tại"},
    "thieu": {"thiếu"}, "duoc": {"được"}, "huy": {"hủy", "huỷ"}, "rut": {"rút"}, "han": {"hạn"}, "het": {"hết"},
    "roi": {"rồi"}, "trinh": {"trình"}, "dat": {"đạt"}, "lam": {"làm"}, "buoc": {"bước"}, "phan": {"phần"},
    "khau": {"khâu"}, "lan": {"lần"}, "vua": {"vừa"}, "ky": {"ký", "kí"}, "mai": set(), "de": {"để", "đề"},
}  # fmt: skip
# Without marks: "đăng ký", "đăng kiểm", "cán bộ Đảng" are no "đang"; "đã đăng ký" is something done.
_OTHER_DANG = re.compile(
    r"(?<!da )\bdang(?= (?:ky|kiem|nhap|bai|vien|uy)\b)|(?:(?<=can bo )|(?<=khoi )|(?<=to chuc ))dang\b"
)
_WORD = re.compile(r"[^\W\d_]+")


def fold_report(text: str) -> str:
    """Return tidied `text` folded as long as it is; a word whose marks make it another word is blotted out."""
    folded = fold_aligned(text)
    pieces: list[str] = []
    end = 0
    for word in _WORD.finditer(text):
        plain, lowered = folded[word.start() : word.end()], word.group().lower()
        meant = _SPELLINGS.get(plain)
        other = meant is not None and lowered != plain and lowered not in meant
        pieces += [folded[end : word.start()], "_" * len(plain) if other else plain]
        end = word.end()
    return _OTHER_DANG.sub(lambda found: "_" * len(found.group()), "".join([*pieces, folded[end:]]))
