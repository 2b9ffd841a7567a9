"""A database that is asked for by a name that none has: that it is not among them, and those called most like it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, Reading
from knowledge.text import has_diacritics, is_syllable, tidy, tokens, words

_KIND = r"(?:csdl(?:qg)?|co so du lieu(?: quoc gia)?|(?:national )?databases?)"
_ASKED = re.compile(
    rf"(?:(?:co|da co|cho|xem|tim|toi|em|hoi|is there|are there|any|an?|the) )*{_KIND}(?: (?:nao|gi|quoc gia|chuyen nganh|chung|ten|goi la))*(?: (?:ve|of|on|for|about))? (?P<name>\S.*?)"
    r"(?: (?:khong|ko|chua|o dau|dau|the nao|ra sao|do ai (?:lam|chu tri|quan ly)|ai (?:lam|chu tri|quan ly)|cua ai|cua bo nao|bo nao (?:lam|chu tri|quan ly)|dat may tieu chi"
    r"|dat bao nhieu tieu chi|may tieu chi|bao nhieu tieu chi|co trong danh muc khong|co khong|da ket noi chua|ket noi chua|vay|a|nhi|the))*"
)
# Such a word asks, or says how a database stands: it names none.
_NO_NAME = frozenset(
    "nao gi duoc chua da dang ket noi chia se nhung cac moi bao nhieu may tieu chi dap ung dat".split()
)
_FRAME = frozenset("quoc gia ve nganh chuyen chung he thong thong tin du lieu cac va cua cho trong theo".split())
_LONGEST = 5
_SHOWN = 3


def unknown_database(reading: Reading, base: KnowledgeBase) -> str:
    """Return the name of the database that is asked for where none of that name is known, as read; else ""."""
    asks = "csdl" in reading.words or "co so du lieu" in reading.words
    if not asks or reading.agencies or reading.directives or reading.intent in (Intent.COUNT, Intent.GROUP):
        return ""
    found = _ASKED.fullmatch(" ".join(words(reading.words)))
    name = found["name"].split() if found is not None else []
    own = [word for word in name if word not in _FRAME]
    spelt_out = all(is_syllable(word) for word in own)  # of "THADS" nobody knows that it is none
    if not own or not spelt_out or len(name) > _LONGEST or _NO_NAME.intersection(own):
        return ""
    return "" if any(_has(known, own) for known in base.database_names) else _as_written(name, reading.question)


def nearest_databases(name: str, base: KnowledgeBase) -> tuple[str, ...]:
    """Return the names, at most three, that have most of the words of `name`, with the same marks where it has any."""
    topic, said = base.weights.topic(name), _spelt(name, marked=has_diacritics(name)) - _FRAME
    marked = has_diacritics(name)
    near = [(-topic.share(each), each) for each in base.database_names if said & _spelt(each, marked=marked)]
    once = {" ".join(word for word in words(each) if word not in _FRAME): each for _, each in sorted(near)[::-1]}
    return tuple(sorted(once.values(), key=lambda each: -topic.share(each)))[:_SHOWN]


def _spelt(text: str, *, marked: bool) -> set[str]:
    return {token.raw.lower() if marked else token.folded for token in tokens(tidy(text))}


def _as_written(name: Sequence[str], question: str) -> str:
    """Return the words of a name as they stand in the question; as read where they were written otherwise."""
    said = tokens(tidy(question))
    for at in range(len(said) - len(name) + 1):
        if [token.folded for token in said[at : at + len(name)]] == list(name):
            return tidy(question)[said[at].start : said[at + len(name) - 1].end]
    return " ".join(name)


def _has(name: str, asked: Sequence[str]) -> bool:
    """Tell whether a name has what was asked for: two of its words side by side, or its only one."""
    line = f" {' '.join(words(name))} "
    if len(asked) == 1:
        return f" {asked[0]} " in line
    return any(f" {one} {other} " in line for one, other in pairwise(asked))
