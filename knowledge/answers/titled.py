"""A document that is asked for by its kind and name ("luật công nghệ cao"), and the tasks that make that very one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from knowledge.base import KnowledgeBase
from knowledge.directives import Task
from knowledge.questions import Reading
from knowledge.search import summed, syllables
from knowledge.text import fold, is_syllable, tidy, tokens, words

# Of which kind a law or decree is nobody confuses; a plan may be called a scheme or a programme.
_STRICT = ("bo luat", "luat", "nghi dinh", "thong tu", "phap lenh")
_LOOSE = ("chien luoc", "de an", "chuong trinh", "ke hoach", "quy hoach")
_KINDS = (*_STRICT, *_LOOSE)
# What a plan may come to as well.
_MADE_OF_PLANS = (*_KINDS, "quyet dinh", "du an")
# What is done with a document, said before its kind.
_BEFORE = frozenset(
    "xay dung soan thao ban hanh trinh sua doi hoan thien du an thao bo sung ho so de nghi viec ra soat lap phe duyet "
    "cai nghien cuu tham muu moi quoc hoi chinh phu thu tuong thong qua tiep tuc som khan truong".split()
)
# What tells no document from another: that it is new or amended, and what is asked of it.
_SAYS_LITTLE = re.compile(
    r" (?:xay dung|ban hanh|(?:phai )?trinh(?: quoc hoi| chinh phu| thu tuong)?|phat trien|quoc gia|sua doi|bo sung"
    r"|viet nam|mot so|tong the|thuc hien|trien khai|thay the|du thao|noi dung|khi nao|bao gio|ket qua|san pham|dau ra"
    r"|cuoi|soan(?: thao)?|phai|truoc|cham nhat|chu tri|(?:bo|co quan|ngay|thang) nao|ai|lo|xong|nop|gui|hieu luc|chua"
    r"|han|thang|may|ngay|nhe|thi|la|cai|vay|nhi|nay|ve|cua|va|cac|nhung|cho|trong|theo|tai|voi|den|moi|vs|lam"
    r"|thong qua|co|o|a|\d+)(?= )"
)
# After a kind these name nothing.
_NAMELESS = frozenset("nao gi nay do kia ay tren khac".split())
# Behind these a document is only referred to ("theo Luật Giao dịch điện tử"); "công nghệ chiến lược" is none.
_REFERS = frozenset({"theo", "tai", "cua", "trong"})
_REFERS_BY = frozenset({"thi hanh", "thuc hien", "trien khai", "huong dan"})
_NO_STRATEGY = frozenset({"nghe", "nghiep", "pham", "tac", "dong"})
_LAST = re.compile(r"(?: (?:trình|soạn|nộp|gửi|làm|lo|xong|mới|thì|trinh|soan|nop|gui|lam|moi|thi))+$")
_NEAR, _FEW = 8, 2
# One word in so many may be another.
_OF_A_LAW, _OF_A_PLAN = 5, 3
_CANDIDATES = 80
_BRACKETED = re.compile(r"\([^)]*\)")
_BREAK = re.compile(r"[,;.:]")


@dataclass(frozen=True, slots=True)
class Titled:
    """A document's kind, the words of its name that tell it from others, and how it was written."""

    kind: str
    name: tuple[str, ...]
    written: str

    @property
    def strict(self) -> bool:
        """Tell whether it must be of this kind and no other."""
        return self.kind in _STRICT

    def is_named(self, said: Sequence[str]) -> bool:
        """Tell whether these words hold its name, part of it as it goes; of a long one, and of a plan's, nearly all.

        What is no syllable is a slip or shorthand beside two words that fit.
        """
        missing = frozenset(self.name).difference(said)
        sure = [word for word in missing if is_syllable(word)]
        if len(self.name) - len(missing) >= _FEW and len(sure) < len(missing):
            missing = frozenset(sure)
        if len(missing) > len(self.name) // (_OF_A_LAW if self.strict else _OF_A_PLAN):
            return False
        pairs, there = list(pairwise(self.name)), frozenset(pairwise(_telling(said)))
        return (2 if self.strict else 3) * sum(pair in there for pair in pairs) >= len(pairs)


def titled(topic: str, language: str = "vi") -> Titled | None:
    """Return the document that a topic is, by kind and name; None where it is something else or has no name."""
    topic = tidy(topic)
    places, said = tokens(topic), words(topic)
    for at, word in enumerate(said):
        if kind := _kind_at(said, at):
            behind = said[at + len(kind.split()) :]
            nameless = _NAMELESS.intersection(behind[:1]) or (behind and behind[0].isdigit())
            return None if nameless else _named(kind, behind, topic[places[at].start :])
        if word not in _BEFORE:
            break
    if language != "en":
        return None
    last = next((kind for kind in _KINDS if said[-len(kind.split()) :] == kind.split()), "")
    if not last or len(said) == len(last.split()):
        return None
    at = places[-len(last.split())].start
    return _named(last, said[: -len(last.split())], f"{topic[at:]} {topic[:at]}")


def _named(kind: str, name: Sequence[str], written: str) -> Titled | None:
    head, _, tail = fold(written).partition(",")
    if head.strip() and (_telling(words(tail)) or (kind in _LOOSE and "," in written)):  # more is said than a name
        return None
    telling = _telling(name)
    return Titled(kind, telling, _LAST.sub("", written.strip(" ,"))) if telling else None


def _telling(said: Sequence[str]) -> tuple[str, ...]:
    return tuple(_SAYS_LITTLE.sub("", f" {' '.join(said)} ").split())


def makes(task: Task, document: Titled, everyday: str) -> bool:
    """Tell whether a task is to make that very document: its title, words or output name it, and not only refer to it.

    `everyday` are other people's phrases for the task: one may name the document by another name.
    """
    kinds = (document.kind,) if document.strict else _KINDS
    title, made = words(task.title), words(task.output)
    if _names(task.title, document, kinds) or _names(task.quote, document, kinds):
        return True
    outputs = kinds if document.strict else _MADE_OF_PLANS
    of_output = any(True for _ in _kinds_in(made, outputs))
    if not of_output and not any(True for _ in _kinds_in(title, outputs)):
        return False
    if (of_output or not document.strict) and document.is_named((*title, *made)):
        return True
    phrases = (words(phrase) for phrase in everyday.split(";"))
    return any(
        document.is_named(each if document.strict else (*title, *each))
        for each in phrases
        if any(True for _ in _kinds_in(each, kinds))
    )


def _names(text: str, document: Titled, kinds: Sequence[str]) -> bool:
    """Tell whether a text has the document's name behind its kind; brackets belong to what stands before."""
    whole = _BRACKETED.sub(lambda found: _BREAK.sub(" ", found[0]), text)
    for clause in _BREAK.split(whole) if document.strict else (whole,):
        said = words(clause)
        reach = len(said) if document.strict and "(" in clause else 2 * len(document.name) + _NEAR
        if any(document.is_named(said[end : end + reach]) for _, end in _kinds_in(said, kinds)):
            return True
    return False


def those_that_make(reading: Reading, document: Titled, base: KnowledgeBase, others: Iterable[int]) -> list[int]:
    """Return the tasks, best first, that make the document: among those that speak of the topic, and `others`."""
    also = titled(reading.said, reading.language)
    near = (number for number, _ in base.store.saying.search(reading.topic, _CANDIDATES))
    ways = (document, also) if also is not None and also.name != document.name else (document,)
    holding = frozenset[int]().union(*(_holding(way, base) for way in ways))
    numbers = [number for number in dict.fromkeys((*others, *near)) if number in holding]
    tasks = zip(numbers, base.store.load(numbers), strict=True)
    return [number for number, task in tasks if any(makes(task, way, base.everyday.get(task.id, "")) for way in ways)]


def _kind_at(said: Sequence[str], at: int) -> str:
    return next((kind for kind in _KINDS if " ".join(said[at : at + len(kind.split())]) == kind), "")


def _kinds_in(said: Sequence[str], kinds: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where one of these kinds begins and ends, where it is more than referred to."""
    for kind in kinds:
        size = len(kind.split())
        for at in range(len(said) - size + 1):
            if " ".join(said[at : at + size]) == kind and not _refers(said, at, kind):
                yield at, at + size


def _refers(said: Sequence[str], start: int, kind: str) -> bool:
    """Tell whether a document is named only as what something else follows from, or is none ("pháp luật")."""
    before = said[max(0, start - 2) : start]
    last = before[-1] if before else ""
    if (kind == "luat" and last == "phap") or (kind == "chien luoc" and last in _NO_STRATEGY):
        return True
    return " ".join(before) in _REFERS_BY or last in _REFERS


def _holding(document: Titled, base: KnowledgeBase) -> frozenset[int]:
    """Return the tasks that hold so much of the name that they could be to make it: to read what they say is slow."""
    name = frozenset(syllables(" ".join(document.name)).split())
    least = max(1, sum(map(is_syllable, name)) - len(name) // _OF_A_PLAN)
    index = base.store.saying_everyday
    held = summed(index.rows(list(name)), [1.0] * len(name), index.size)
    return frozenset(np.flatnonzero(held >= least).tolist())
