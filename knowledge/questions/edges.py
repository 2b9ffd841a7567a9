"""Words around a topic that is typed without marks: "ve du lieu cua" speaks of "du lieu"."""

from collections.abc import Mapping, Sequence

from knowledge.text import Token, has_diacritics

# What opens or closes nothing, and what it is part of behind or before some words ("cơ sở", "vệ tinh", "quyền hạn").
_OPENS: Mapping[str, frozenset[str]] = {
    "cac": frozenset(),
    "nhung": frozenset(),
    "may": frozenset("tinh chu bay moc hoc in cong".split()),
    "ve": frozenset("tinh sinh tau may xe".split()),
    "co": frozenset("so che quan cau khi dien ban hoi truong ly tinh giao yeu".split()),
    "phai": frozenset("sinh cu doan".split()),
}
_CLOSES: Mapping[str, frozenset[str]] = {
    "cua": frozenset(),
    "va": frozenset(),
    "cac": frozenset(),
    "nhung": frozenset(),
    "phai": frozenset("dang phe bai mon truong".split()),
    "ma": frozenset("dinh ten ban mo kho sinh giai".split()),
    "han": frozenset("quyen gioi thoi vo ky dai ngan trung toi den co".split()),
}
_TAKEN = "   "  # at least so many blanks stand where something was taken out


def without_edges(raw: str, found: Sequence[Token], framed: list[bool]) -> None:
    """Frame those of the `found` words of `raw` that only open or close what is left of it between frames.

    In a text with marks these tell already.
    """
    if has_diacritics(raw):
        return

    def parted(one: int) -> bool:  # from the word behind it
        if not 0 <= one < len(found) - 1:
            return True
        return _TAKEN in raw[found[one].end : found[one + 1].start]

    for index, token in enumerate(found):
        behind = found[index + 1].folded if index + 1 < len(found) else ""
        opens = parted(index - 1) or framed[index - 1]
        if opens and token.folded in _OPENS and behind not in _OPENS[token.folded]:
            framed[index] = True
    for index in range(len(found) - 1, -1, -1):
        token = found[index]
        before = found[index - 1].folded if index else ""
        closes = parted(index) or framed[index + 1]
        if closes and token.folded in _CLOSES and before not in _CLOSES[token.folded]:
            framed[index] = True
