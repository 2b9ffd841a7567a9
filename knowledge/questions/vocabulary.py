"""The names that questions may use: agencies, directives by number, nickname and date, task codes, documents."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from knowledge.agencies import Registry
from knowledge.directives import Directive
from knowledge.patterns import Sought
from knowledge.questions.abbreviations import Abbreviations
from knowledge.questions.artificial import with_ai
from knowledge.questions.dated import Named, dated_directives, none_issued
from knowledge.questions.documents import Document, issuers_like
from knowledge.questions.frame import WORDS as FRAME_WORDS
from knowledge.questions.glossary import Glossary, Synonyms
from knowledge.questions.issuers import by_issuer, with_issuer
from knowledge.questions.language import language_of
from knowledge.questions.numbers import number_alone
from knowledge.questions.typing import Repair, Speller
from knowledge.search import syllables
from knowledge.text import fold, tidy
from knowledge.units import Units


@dataclass(frozen=True)
class Vocabulary:
    """The names a question may use: agencies, directives, task codes (as keys), documents that stand in the texts.

    `paths` are those of each directive's passages, by its id, in reading order; `compounds` the folded pairs of words
    of the directives that look like a question's frame without their marks ("ban_dan"); `due` the days on which tasks
    of a directive are due, by its id; `matters` the words that may be a matter by themselves ("thuế"), each
    as it is written ("thue").
    """

    registry: Registry
    directives: tuple[Directive, ...]
    codes: frozenset[str]
    glossary: Glossary = field(default_factory=lambda: Glossary({}))
    speller: Speller = field(default_factory=lambda: Speller({}))
    synonyms: Synonyms = field(default_factory=lambda: Synonyms({}))
    abbreviations: Abbreviations = field(default_factory=lambda: Abbreviations({}))
    documents: frozenset[Document] = frozenset()
    paths: Mapping[str, Sequence[str]] = field(default_factory=dict)
    compounds: frozenset[str] = frozenset()
    due: Mapping[str, frozenset[date]] = field(default_factory=dict)
    matters: Mapping[str, str] = field(default_factory=dict)
    _patterns: list[tuple[str, Sought]] = field(init=False, repr=False, default_factory=list)

    def __post_init__(self) -> None:
        """Make the patterns that find a directive in words."""
        for directive in self.directives:
            self._patterns.append((directive.id, Sought(_directive_pattern(directive))))

    def knows(self, word: str) -> bool:
        """Tell whether a folded word is one of the directives' own, a known abbreviation, or names an agency."""
        return self.speller.says((word,)) or " " in syllables(word) or self.registry.knows(word)

    def means(self, word: str) -> bool:
        """Tell whether a folded English word is in the directives' texts, or in the glossary."""
        return self.knows(word) or self.glossary.covers(word)

    def may_be_matter(self, word: str) -> bool:
        """Tell whether a word without marks may be one that is a matter by itself: "dat" is "đất", or "đạt"."""
        return word in self._folded_matters

    @cached_property
    def _folded_matters(self) -> frozenset[str]:
        return frozenset(map(fold, self.matters))

    def plain(self, text: str) -> tuple[str, tuple[Repair, ...]]:
        """Return `text` tidied, with cut words written out and slips of typing mended, and what was read otherwise."""
        raw = tidy(text).strip()
        written_out: tuple[Repair, ...] = ()
        english = language_of(raw) == "en"
        if not english:  # "scan" and "strong" are no cut words
            raw, meant = with_ai(raw)
            raw, cut = self.abbreviations.write_out(raw, self._stays, self._named_in)
            written_out = (*meant, *cut)
        raw, mended = self.speller.repair(raw, english=english)
        return raw, (*written_out, *mended)

    def _stays(self, word: str) -> bool:
        return word in FRAME_WORDS or self.knows(word)

    def _named_in(self, text: str) -> Iterator[range]:
        return (range(mention.start, mention.end) for mention in self.registry.mentions(text))

    def directives_in(self, raw: str, folded: str, today: date) -> list[Named]:
        """Return the directives that are named, and where: by number or nickname, else by when they were issued."""
        by_name: list[Named] = [
            ((name,), place.start(), place.end())
            for name, pattern in self._patterns
            for place in pattern.finditer(folded)
        ]
        found = by_name or list(dated_directives(raw, folded, self.directives, today))
        found = found or list(by_issuer(raw, folded, self.directives, self.registry))
        found = [(each[0], *with_issuer(raw, folded, each, self.directives, self.registry)) for each in found]
        found += [more for each in found for more in self._numbers_after(folded, each[2])]
        return sorted(found, key=lambda item: (item[1], -item[2]))

    def numbers_in(self, raw: str, folded: str) -> list[Named]:
        """Return the directives of which a question says the numbers alone ("trong 05 và 07"), and where."""
        first = number_alone(folded, self.directives, self.registry.mentions(raw))
        return [first, *self._numbers_after(folded, first[2])] if first is not None else []

    def _numbers_after(self, folded: str, end: int) -> Iterator[Named]:
        """Yield the directives whose numbers follow one that is named: "thông báo 05, 07 và 17"."""
        while (found := _AND_NUMBER.match(folded, end)) is not None:
            named = tuple(d.id for d in self.directives if re.match(rf"0*{int(found[1])}\D", d.number))
            if not named:
                return
            yield named, found.start(1), found.end()
            end = found.end()

    def none_issued(self, raw: str, folded: str, agencies: Iterable[str], today: date) -> str:
        """Return the words that name directives by a time in which none was issued, "" where there are none.

        Beside `agencies` that issued none, they may be about what these must issue: "văn bản tháng 8 của Bộ Y tế".
        """
        words, meant = none_issued(raw, folded, self.directives, today) or ("", False)
        within = {mention.name for mention in self.registry.mentions(words)}  # "chỉ đạo của Thủ tướng tháng 3"
        return words if meant or all(name in self.issuers or name in within for name in agencies) else ""

    @cached_property
    def units(self) -> Units:
        """What finds the bodies that no directive names."""
        return Units(self.registry)

    @cached_property
    def issuers(self) -> str:
        """The issuers of the directives, as one text."""
        return "\n".join(directive.issuer for directive in self.directives)


# With another issuer's letters a number is another document's: "71-NQ/TW" is not 71/NQ-CP.
# A dash between spaces begins another thought, but before letters of issuers ("71 - NQ/TW").
_NO_OTHER = (
    r"(?![-/]\s?[a-z]|\s[-/][a-z]|\s+[-/]\s+(?:nq|tb|tw|cp|bct|qh\d*|ttg|bcd|cv|qd)(?![a-z])|"
    r"\s+(?:cua|do) (?:bo chinh tri|quoc hoi|ban chap hanh))"
)
# A number before a place is a directive's: "329 III.2", "17, mục 5.c".
_PLACE = (
    r"(?:pl(?:[ivx]{1,3}|\d)?\b|[ivx]{1,4}[.(]|phu luc|(?:muc|phan|khoan) (?:[ivx]{1,4}\b|\d)|dieu \d|diem [a-z]\b)"
)


# After one directive the number of another: "Thông báo 05 và 07", with the two digits numbers of notices have.
_AND_NUMBER = re.compile(
    r"\s*(?:,|va|and|&|hoac|hay|lan|cung|voi|or)+\s*(?:so |tb ?|no\.? ?)?(0?\d{1,3})(?![\w/.%-])"
    r"(?!\s(?:viec|nhiem vu|tasks?|bo|ngay|thang|nam|tuan|quy)\b)"
)


def _directive_pattern(directive: Directive) -> str:
    said = (directive.number, *directive.nicknames)
    issuer = fold(re.split(r"[-/]", directive.number)[-1])
    like = rf"(?:[-/](?:{issuers_like(issuer)})(?![a-z]))?(?!\s?[-/]\s?[a-z])"
    ends = {True: _NO_OTHER, False: like if re.search(r"\d", directive.number) else ""}
    names = {re.escape(fold(n)).replace(r"\ ", r"\s+") + ends[n[-1].isdigit()] for n in said}
    number = re.match(r"0*(\d+)", directive.number)
    if number:
        kind = (
            r"(?:nghi quyet|nq)"
            if "NQ" in directive.number
            else r"(?:thong bao ket luan|thong bao|ket luan|tbkl|tb|kl|notice|conclusion)"
        )
        kind = kind[:-1] + r"|resolution|res\.?|van ban|directive)s?"
        head = rf"0?{number[1]}"
        letters = "nq" if "NQ" in directive.number else "tb"
        letters = rf"{letters}(?:[-/](?:{issuers_like(issuer)})(?![a-z]))?(?![-/]?[a-z])"
        names.add(rf"{kind}\s*(?:(?:so|no\.|no|nr|number)\s*)?{head}(?:\s*[-/]\s*{letters})?{_NO_OTHER}(?![\d/]|-\d)")
        names.add(rf"{head}\s*[-/]\s*{letters}")
        names.add(rf"{head} {'resolution' if 'NQ' in directive.number else '(?:notice|conclusion)s?'}")
        written = re.match(r"\d+", directive.number)
        names.add(rf"(?<!muc )(?<!dieu )(?<!diem )(?<!khoan ){written[0] if written else head}(?=\s*,?\s+{_PLACE})")
        if len(number[1]) > 2:
            names.add(rf"{head}(?!\s*[-/.]?\s*\w)")  # a number so long is said alone: "việc trong 329"
            names.add(rf"(?<=\bin ){head}(?!\s*[-/.]?\s*\d)")
            for word in ("trong", "theo", "thuoc", "ngoai", "tru", "under"):
                names.add(rf"(?<=\b{word} ){head}(?!\s*[-/.]?\s*\d)")
    # "kết luận hội nghị tổng kết năm 2025"
    concluded = r"(?:(?:thong bao\s+)?ket luan\s+(?:cua\s+|tai\s+)?)?(?:hoi nghi\s+)?"
    return rf"(?<![\w/.]){concluded}(?:{'|'.join(sorted(names, key=len, reverse=True))})(?!\w)"
