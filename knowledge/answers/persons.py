"""Who holds an office, or who somebody is: the texts name both side by side ("Thủ tướng Chính phủ Lê Minh Hùng")."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from knowledge.base import KnowledgeBase
from knowledge.directives import Passage
from knowledge.patterns import Sought
from knowledge.questions import Reading
from knowledge.text import Token, fold_aligned, tidy, tokens, words

# What stands before "là ai", behind "ai là" and "who is".
_ASKED = Sought(
    r"^\W*(?:(?:cho|xin|toi|em|minh|hoi|biet|vay|the|ong|ba|dong chi|dc)\W+)*(?:"
    r"(?P<before>\S.*?) (?:(?:hien nay|hien tai|bay gio|dang|hien) )*la ai"
    r"|ai (?:(?:dang|hien|hien nay) )*(?:la|lam|giu chuc|dam nhiem|dung dau) (?P<behind>\S.*?)"
    r"|who(?: is|'s) (?:the )?(?:(?:current|present) )?(?P<english>\S.*?))"
    r"(?:\W+(?:vay|the|a|nhi|ha|hien nay|hien tai|bay gio|now|currently))*\W*$"
)
# An office or a name has two words at least; between an office and its holder's name stand few.
_OFFICE, _BETWEEN, _NAME = 2, 2, 2
# A name and its other offices before an office are no longer than this.
_REACH = 14
# Nor is an office said in more words.
_TITLE = 8


def asked_person(reading: Reading) -> str:
    """Return the office or the name of which it is asked who that is, in Vietnamese; "" where that is not asked."""
    raw = tidy(reading.plain)
    found = _ASKED.search(fold_aligned(raw))
    if found is None:
        return ""
    if found["english"]:
        agency = reading.agencies[0].name if reading.agencies else ""
        return reading.matter or reading.topic or (f"Bộ trưởng {agency}" if agency.startswith("Bộ ") else agency)
    part = "before" if found["before"] else "behind"
    return raw[found.start(part) : found.end(part)]


_AN_OFFICE = Sought(
    r"\b(?:chu tich|bo truong|thu truong|(?:tong )?giam doc|chu nhiem|truong ban|vu truong|cuc truong|bi thu"
    r"|vien truong|hieu truong|thong doc|tong thanh tra|chanh van phong|minister|chair(?:man|person|woman)?|director"
    r"|head of|governor|ceo|president|rector)\b"
)


def asks_holder(reading: Reading) -> bool:
    """Tell whether it is asked who holds an office."""
    found = _ASKED.match(fold_aligned(tidy(reading.plain)))
    said = next(filter(None, found.groups()), "") if found is not None else ""
    return len(said.split()) <= _TITLE and _AN_OFFICE.search(said) is not None


def telling_who(reading: Reading, base: KnowledgeBase) -> tuple[Passage, ...]:
    """Return the passages that tell who it is, where that is asked; those of the last directive first."""
    person = asked_person(reading)
    pairs = [f"{one}_{other}" for one, other in pairwise(words(person))]
    if not pairs:
        return ()
    index = base.passage_index
    rows = set.intersection(*(set(held.tolist()) for held in index.rows(pairs)))
    found = [base.passages[index.keys[row]] for row in sorted(rows)]
    told = [passage for passage in found if tells_of(passage.text, person)]
    return tuple(sorted(told, key=lambda passage: base.directives[passage.directive].date or date.min, reverse=True))


def tells_of(text: str, person: str) -> bool:
    """Tell whether `text` names who holds the office `person`, or the one who is called so."""
    wanted = [token.folded for token in tokens(tidy(person))]
    if len(wanted) < _OFFICE:
        return False
    said = tokens(tidy(text))
    folded = [token.folded for token in said]
    places = (at for at in range(len(said) - len(wanted) + 1) if folded[at : at + len(wanted)] == wanted)
    return any(
        _is_name(said, at, len(wanted)) or _named_behind(said, at + len(wanted)) or _named_before(said, at)
        for at in places
    )


def _is_name(said: Sequence[Token], at: int, size: int) -> bool:
    """Tell whether each of these words begins with a capital, and they stand side by side."""
    some = said[at : at + size]
    return len(some) == size and all(
        token.raw[0].isupper() and not token.raw[1:].isupper() and token.start - some[0].start == place
        for token, place in zip(some, _places(some), strict=True)
    )


def _places(some: Sequence[Token]) -> list[int]:
    """Return where each word begins if one space parts it from the one before."""
    places, place = [], 0
    for token in some:
        places.append(place)
        place += len(token.raw) + 1
    return places


def _named_before(said: Sequence[Token], at: int) -> bool:
    """Tell whether "đồng chí" and a name lead to an office: "đồng chí Trần Thanh Mẫn, …, Chủ tịch Quốc hội"."""
    near = range(max(0, at - _REACH), at - 1)
    comrade = max(
        (place for place in near if said[place].folded == "dong" and said[place + 1].folded == "chi"), default=-1
    )
    return 0 <= comrade <= at - 2 - _NAME and _is_name(said, comrade + 2, _NAME)


def _named_behind(said: Sequence[Token], end: int) -> bool:
    """Tell whether a name stands behind an office, with nothing but words of the office between ("Chính phủ")."""
    for start in range(end, min(end + _BETWEEN, len(said) - _NAME) + 1):
        if said[start].start - said[start - 1].end != 1:
            return False
        if _is_name(said, start, _NAME):
            return True
    return False
