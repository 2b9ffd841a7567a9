"""The words of time as people write them: numbers, months, quarters, and the spellings they may stand for."""

import re
from collections.abc import Collection, Mapping

from knowledge.text import fold_aligned

_NUMBERS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10,
    "muoi mot": 11, "muoi hai": 12, "hai muoi": 20, "ba muoi": 30,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "fifteen": 15, "thirty": 30,
}  # fmt: skip
_QUARTERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "nhat": 1, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip
_MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
ENGLISH_MONTHS = {name: index for index, names in enumerate(_MONTHS, start=1) for name in names.split()}
WEEKDAYS = {
    "hai": 0, "2": 0, "ba": 1, "3": 1, "tu": 2, "4": 2, "nam": 3, "5": 3, "sau": 4, "6": 4, "bay": 5, "7": 5,
    "chu nhat": 6,
    "monday": 0, "mon": 0, "tuesday": 1, "tue": 1, "tues": 1, "wednesday": 2, "wed": 2, "thursday": 3, "thu": 3,
    "thurs": 3, "friday": 4, "fri": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
# How many weeks, months, quarters or years "này", "sau", "trước" … are away.
SHIFT = {
    "nay": 0, "hien tai": 0, "hien nay": 0, "this": 0, "current": 0,
    "sau": 1, "toi": 1, "sap toi": 1, "sap den": 1, "ke tiep": 1, "tiep theo": 1, "ke": 1, "next": 1, "coming": 1,
    "truoc": -1, "qua": -1, "ngoai": -1, "vua roi": -1, "vua qua": -1, "roi": -1,
    "last": -1, "previous": -1, "past": -1,
}  # fmt: skip
NEAR_DAYS = {
    "hom nay": 0, "today": 0, "ngay mai": 1, "tomorrow": 1, "ngay kia": 2, "ngay mot": 2,
    "hom qua": -1, "yesterday": -1, "hom kia": -2,
}  # fmt: skip


def number(word: str) -> int:
    """Return the number that digits or a (folded) number word mean."""
    return int(word) if word.isdigit() else _NUMBERS[word]


def quarter_number(word: str) -> int | None:
    """Return the quarter that digits, a Roman numeral or a word mean; None where there is no such quarter."""
    value = _QUARTERS.get(word) or (int(word) if word.isdigit() else _NUMBERS.get(word))
    return value if value is not None and 1 <= value <= 4 else None


# Folding makes these words equal to others: where a mark is written it must be one of these. Without any mark they are
# taken as they come.
_SPELLINGS: Mapping[str, Collection[str]] = {
    "quy": {"quý", "qúy"},
    "qui": {"quí", "qúi"},
    "nam": {"năm"},
    "thang": {"tháng"},
    "ngay": {"ngày"},
    "tuan": {"tuần"},
    "tet": {"tết"},
    "dau": {"đầu"},
    "giua": {"giữa"},
    "cuoi": {"cuối"},
    "nua": {"nửa", "nữa"},
    "con": {"còn"},
    "trong": (),
    "toi": {"tới"},
    "qua": (),
    "nay": {"này"},
    "roi": {"rồi"},
    "ngoai": {"ngoái"},
    "ke": {"kế", "kể"},
    "thu": {"thứ"},
    "den": {"đến"},
    "tu": {"từ"},
    "sau": (),
    "truoc": {"trước"},
    "het": {"hết"},
    "vao": {"vào"},
    "han": {"hạn"},
    "cham": {"chậm"},
    "hom": {"hôm"},
    "mai": (),
    "va": {"và"},
    "mot": {"một", "mốt"},
    "hai": (),
    "ba": (),
    "bon": {"bốn"},
    "bay": {"bảy", "bẩy"},
    "tam": {"tám"},
    "chin": {"chín"},
    "muoi": {"mười", "mươi"},
    "nhat": {"nhất", "nhật"},
    "may": (),
    "mar": (),
    "sep": (),
    "dec": (),
}
# What the keys of a Telex keyboard leave behind where the input method was off.
_TELEX = {
    "thangs": "thang", "quys": "quy", "nawm": "nam", "ngayf": "ngay", "tuaanf": "tuan", "tuaafn": "tuan",
    "nayf": "nay", "ddeens": "den", "ddeesn": "den", "tuwf": "tu", "truwowcs": "truoc", "truowcs": "truoc",
    "tows": "toi", "towis": "toi", "heets": "het", "cuoois": "cuoi", "dduaf": "dau", "ddaauf": "dau", "ddaafu": "dau",
}  # fmt: skip
_MADE = _TELEX.keys() | _SPELLINGS.keys()
_WORD = re.compile(r"[^\W\d_]+")
_COUNTED = ("thang", "quy", "qui", "thu")


def fold_time(text: str) -> str:
    """Return tidied `text` folded as long as it is, made ready for the rules of time.

    A word whose marks make it another word ("thắng 3-0", "quỹ 2", "quá hạn") is blotted out, "sáu" and "tháng tư"
    become figures because without marks they are "sau" and "từ", and raw Telex ("thangs 6") becomes words.
    """
    folded = fold_aligned(text)
    pieces: list[str] = []
    end, before = 0, ""
    for word in _WORD.finditer(text):
        plain = folded[word.start() : word.end()]
        if plain not in _MADE:
            before = plain
            continue
        made = _TELEX.get(plain, plain)
        if (lowered := word.group().lower()) != plain:
            made = _marked(lowered, plain, before)
        pieces += [folded[end : word.start()], made.ljust(len(plain))]
        end, before = word.end(), plain
    return "".join([*pieces, folded[end:]])


def _marked(word: str, plain: str, before: str) -> str:
    """Return what a word with marks counts as in the rules."""
    if plain == "sau" and word == "sáu":
        return "6"
    if plain == "tu" and word == "tư" and before in _COUNTED:
        return "4"
    if plain == "qua" and word == "quá" and before in ("khong", "chua"):  # "không quá 31/12"
        return plain
    return plain if word in _SPELLINGS.get(plain, (word,)) else "_" * len(plain)


_NUMBER_GROUPS = ("n", "mw", "q", "q1", "q2", "wd")
_NO_NUMBERS = {"từ", "mốt"}


def counts(raw: str, found: re.Match[str]) -> bool:
    """Tell whether the numbers of `found` are numbers in the text as written ("tháng từ" is not April)."""
    groups = found.groupdict()
    written = {raw[found.start(g) : found.end(g)].lower() for g in _NUMBER_GROUPS if groups.get(g)}
    if groups.get("word") == "ngay mot" and not raw[: found.end()].lower().endswith("mốt"):
        return False  # "ngày một tốt hơn"
    return not written & _NO_NUMBERS
