"""Where words that spell an agency mean it: their marks, their capitals and the words beside them decide."""

import unicodedata
from dataclasses import dataclass

from knowledge.text import Token, fold, tidy, tokens


@dataclass(frozen=True, slots=True)
class Mention:
    """An agency or group found in a text, with offsets.

    `written` is the former name or slip that was read as it, "" where it was named properly; `unit` the body within the
    group that was named, where that is none that directives name ("Sở Tư pháp").
    """

    name: str
    start: int
    end: int
    written: str = ""
    is_group: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How an agency or group may be written: `accented` with its marks, `former` the name that is meant so.

    A spelling that could be other words counts in a position (`needs_position`) or in capitals (`needs_capitals`) only.
    """

    name: str
    accented: tuple[str, ...]
    also: tuple[tuple[str, ...], ...] = ()  # with other marks: "Đăk Lăk"
    former: str = ""
    is_group: bool = False
    needs_position: bool = False
    needs_capitals: bool = False


# Words before which a bare or ambiguous name ("công an", "KHCN") means the agency.
_POSITION_BEFORE = {
    "bo",
    "ben",
    "cua",
    "cho",
    "giao",
    "nganh",
    "con",
    "the",
    "about",
    "for",
    "does",
    "of",
    "by",
    "to",
    "must",
    "should",
    "has",
    "and",
    "va",
}
_POSITION_AFTER = {
    "co",
    "chua",
    "con",
    "phai",
    "chu",
    "phoi",
    "lam",
    "dang",
    "duoc",
    "bi",
    "no",
    "own",
    "owns",
    "has",
    "have",
    "must",
    "lead",
    "leads",
    "thi",
    "qua",
    "tasks",
    "duties",
    "deadlines",
    "overdue",
}


def accented_words(words: str) -> tuple[str, ...]:
    """Return the words of a spelling in lower case, with their marks."""
    return tuple(t.raw.lower() for t in tokens(tidy(words)))


def spelt_alike(window: list[Token], accented: tuple[str, ...], *, marked: bool) -> bool:
    """Refuse "diễn biến" for Điện Biên: a word with marks must carry the right ones (tone placement aside).

    After "Bộ" nothing else can be meant: "bộ y tê" is a slip.
    """
    if not marked or len(window) != len(accented) or len(window) > 3:
        return True
    if len(window) > 1 and accented[0] == "bộ" == window[0].raw.lower():
        return True
    return all(
        token.raw.lower() == want or token.raw.lower() == token.folded or _marks(token.raw) == _marks(want)
        for token, want in zip(window, accented, strict=True)
    )


def _marks(word: str) -> list[str]:
    """Return the letters and marks of `word` in any order: tone placement (hoà/hòa) does not count."""
    return sorted(unicodedata.normalize("NFD", word.lower()))


# A "bộ" that is no ministry.
_COMMON_BO = tuple(p.split() for p in ("cán bộ", "nội bộ", "toàn bộ", "đồng bộ", "tiến bộ", "công bố", "phân bổ"))


def part_of_another_word(words: list[Token], index: int) -> bool:
    """Tell whether the word at `index` is the "bộ" of "cán bộ y tế"; that of "cần Bộ Y tế" is a ministry's."""
    if not index or words[index].folded != "bo":
        return False
    before, here = words[index - 1], words[index]
    if here.raw[0].isupper() and not before.raw[0].isupper():
        return False
    if before.folded == "cong" and index > 1 and words[index - 2].folded == "phan":  # "phân công bộ y tế"
        return False
    return any(_could_be(before, one) and _could_be(here, other) for one, other in _COMMON_BO)


# What bears Hồ Chí Minh's name and is not the city.
_NAMED_AFTER = frozenset("thuong tuong vien tich bac guong cach lang tang duong truong san".split())


def named_after_a_person(words: list[Token], index: int, size: int) -> bool:
    """Tell whether the man is named, not the city: "giải thưởng Hồ Chí Minh"."""
    named = [token.folded for token in words[index : index + size]]
    return named == ["ho", "chi", "minh"] and index > 0 and words[index - 1].folded in _NAMED_AFTER


def _could_be(token: Token, word: str) -> bool:
    return token.raw.lower() == word or token.raw.lower() == token.folded == fold(word)


def asks_which(words: list[Token], index: int, size: int) -> bool:
    """Tell whether a group's name is a question: "bộ, ngành nào chậm nhất", "which ministries are late"."""
    after = words[index + size].folded if index + size < len(words) else ""
    before = [token.folded for token in words[max(0, index - 2) : index]]
    if after == "nao":
        return True
    which = before[-1:] in (["which"], ["what"]) or before == ["how", "many"]
    which = which or (not before and after in ("with", "that", "which", "having"))
    return which and words[index].folded.startswith(("ministr", "agenc", "provinc"))


def proper(window: list[Token], spelling: Spelling) -> bool:
    """Tell whether a name that could be common words is written as a name: capitals and all its marks."""
    raws = [t.raw for t in window]
    as_accented = tuple(raw.lower() for raw in raws) == spelling.accented
    if as_accented and raws[0] == "Bộ" and raws[1][:1].isupper():  # "Bộ Khoa học": no "bố", "bỏ", "bổ", nor a set
        return True
    if all(raw.isupper() for raw in raws):  # in a headline every word is
        return False
    if len(window) < 2 or not spelling.accented or not all(raw[:1].isupper() for raw in raws):
        return False
    return as_accented and any(t.raw.lower() != t.folded for t in window)


_TASKS = frozenset(("viec", "vu", "nv"))


def in_position(words: list[Token], index: int, size: int, found: list[Mention]) -> bool:
    """Tell whether an ambiguous name stands where an agency is meant: after "của", before "phải", behind another."""
    before = words[index - 1].folded if index and not part_of_another_word(words, index - 1) else ""
    after = words[index + size].folded if index + size < len(words) else ""
    near = bool(found) and words[index].start - found[-1].end <= 5 and not found[-1].is_group
    # "Bộ Công an, Y tế và Nội vụ": joined by a comma (two characters) or "và"; "bộ tư pháp xây dựng" is a verb
    follows_agency = near and (words[index].start - found[-1].end == 2 or before in ("va", "and"))
    owned = before in _TASKS and words[index].folded in ("bo", "cac")  # "viec bo khoa hoc chu tri", "viec cac bo"
    if owned or _left_out(words, index):
        return True
    return before in _POSITION_BEFORE - {"va", "and"} or (after in _POSITION_AFTER and index == 0) or follows_agency


# Right before a name that is left out; behind some words they mean something else ("lưu trữ", "nước ngoài").
_OUT = {"tru": "trừ", "ngoai": "ngoài", "except": "", "excluding": "", "without": "", "besides": ""}
_OUT_OF_TWO = frozenset(
    "khong ke|khong tinh|khong gom|khong do|khong phai|khong thuoc|chua ke|chua tinh|bo qua|except for|other than"
    "|apart from|but not".split("|")
)
_NOT_OUT_AFTER = frozenset("luu khau giam duoc nuoc nam thang tuan doi".split())


def _left_out(words: list[Token], index: int) -> bool:
    """Tell whether the name at `index` is one that is left out: "trừ doanh nghiệp", "không kể các bộ"."""
    before, earlier = words[index - 1] if index else None, words[index - 2].folded if index > 1 else ""
    if before is None:
        return False
    if before.folded in _OUT:
        return earlier not in _NOT_OUT_AFTER and before.raw.lower() in (before.folded, _OUT[before.folded])
    return f"{earlier} {before.folded}" in _OUT_OF_TWO
