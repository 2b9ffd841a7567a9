"""Cut words written out beside their neighbours: "qhạn" is "quá hạn", "trg tháng 7" is "trong tháng 7", "phải ht" is
"phải hoàn thành".

What letters can stand for is listed ("kp", "ht"), or told by what the directives and the people who ask say: a word of
two syllables of which the first is cut to its first letters ("nvụ", "ng.tử") or both to their initials ("TT"), one
syllable cut to its first and last letters ("thg"), or a longer phrase cut to its initials ("LLTP"). Where more than one
is possible, the words beside it tell.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.questions.initials import NUMBER, Pair
from knowledge.questions.typing import Repair
from knowledge.text import Token, fold, has_diacritics, is_syllable, tokens

_ONSETS = frozenset("ngh ng nh gh gi kh ph qu th tr ch b c d đ g h k l m n p q r s t v x".split())
_VOWELS = frozenset("aeiouy")
# The last letters of a syllable, as they are left when its middle is cut.
_TAILS = {"g": ("ng",), "h": ("nh", "ch"), **{end: (end,) for end in ("ng", "nh", "c", "m", "n", "p", "t")}}
# Between the halves of one cut word: "ng.tử", "n/vụ", "Đ.Nẵng".
_JOINTS = frozenset("./")
_SHOUTED = 3
# How tasks stand, said right behind whose they are.
_SAID_OF_TASKS = frozenset(("quá hạn",))
_DOCUMENT_OR_TIME = re.compile(r"\s+(?:nq|tb|q|t|h)?\s?\d", re.IGNORECASE)
_BESIDE_ANYTHING = frozenset("của cua là la có co và va cho với voi không khong".split())
_LONGEST_CLIPPED = 8
# How often a pair must be said to be one that people cut, by how much is left of it.
_LEAST_CLIPPED, _LEAST_INITIALS = 3, 8
# How well a reading that only few letters tell must go with its neighbours.
_FITTING = 2.0
# What a meaning that is listed or stands out has, and how much less the next of several.
_LIKELY, _NEXT, _LAST = 2.0, 0.25, 0.5
_SURELY = 6.0
# What binds letters to a number or another name.
_BINDING = frozenset("/.-&_")
_BOUND_AFTER = re.compile(r"[\w/&]|[.\-]\w")
# "t7", "q3": what the number is of.
_MONTH_OR_QUARTER = re.compile(r"^([tq])\d{1,2}$")
_NUMBERED = {"t": "tháng", "q": "quý"}
# "6T đầu năm 2026"
_MONTHS = re.compile(r"(?<!\w)(\d{1,2}) ?T(?=\s+(?:đầu|cuối|dau|cuoi|tới|toi|qua|nữa|nua)\b)")
# Before a number these are the name of a document or a place in it: "NQ 71", "PL 2".
_NAMED_BY_NUMBER = frozenset(
    "nghị quyết|thông báo|phụ lục|nghị định|quyết định|chỉ thị|kết luận|công văn|thông tư|kế hoạch|văn bản|tờ trình"
    "|chỉ tiêu|báo cáo".split("|")
)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What letters may stand for: the words, how likely without a look at the neighbours, and how well it must fit."""

    words: str
    weight: float
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class _Line:
    """A text with its words, the names that stand in it, and whether it has marks."""

    text: str
    found: Sequence[Token]
    names: Sequence[range]
    marked: bool

    def written(self, index: int, last: int) -> str:
        return self.text[self.found[index].start : self.found[last].end]

    def joined(self, index: int) -> bool:
        """Tell whether a word is joined to the next by a dot or stroke, and to nothing else."""
        if index + 1 == len(self.found):
            return False
        token, after = self.found[index], self.found[index + 1]
        joint = self.text[token.end] in _JOINTS and after.start == token.end + 1
        return joint and _stands_alone(self.text, token.start, after.end)

    def beside(self, index: int) -> str:
        """Return the word behind one, where only spaces part them: a month for "t7", the same for any number."""
        if index + 1 == len(self.found) or not self.text[self.found[index].end : self.found[index + 1].start].isspace():
            return ""
        word = self.found[index + 1].raw.lower()
        numbered = _MONTH_OR_QUARTER.match(word)
        return _NUMBERED[numbered[1]] if numbered else NUMBER if word.isdecimal() else word

    def before(self, index: int, spoken: str) -> str:
        """Return the word before one, as it was `spoken`, where only spaces part them; the same for any number."""
        word = spoken.lower().split()[-1] if index and self.beside(index - 1) else ""
        return NUMBER if word.isdecimal() else word

    def number_follows(self, index: int) -> bool:
        return self.text[self.found[index].end :].lstrip()[:1].isdigit()

    def follows_name(self, index: int) -> bool:
        """Tell whether a word stands right behind a name, or behind anything before a document, a number or the end."""
        if not index:
            return False
        between = self.text[self.found[index - 1].end : self.found[index].start]
        last = self.found[index - 1].start
        if between.isspace() and any(last in name for name in self.names):
            return True
        ends = index + 1 == len(self.found) or _DOCUMENT_OR_TIME.match(self.text, self.found[index].end) is not None
        return ends and self.found[index - 1].raw.lower() not in _BESIDE_ANYTHING

    def is_name(self, index: int, last: int, *, also_alone: bool) -> bool:
        """Tell whether a word stands in a name; by itself one may be none ("DN" is "doanh nghiệp")."""
        start, end = self.found[index].start, self.found[last].end
        name = next((name for name in self.names if start in name), None)
        return name is not None and (also_alone or name != range(start, end))


class Abbreviations:
    """Reads cut words."""

    def __init__(
        self,
        listed: Mapping[str, Sequence[str]],
        phrases: Mapping[str, str] | None = None,
        said: Sequence[Pair] = (),
    ) -> None:
        """Take the meanings of listed letters with the likeliest first, the `phrases` that stand out among those of
        their initials, and the pairs of words that are `said`.
        """
        self._listed = listed
        # Without its marks one counts only where the letters are no syllable ("đa" is "đề án", "da" may be "đã").
        self._plain = {fold(s): m for s, m in listed.items() if fold(s) == s or not is_syllable(fold(s))}
        self._phrases = phrases or {}
        self._said = said

    def prepare(self) -> None:
        """Make the tables that the first cut word would wait for."""
        _ = self._together, self._by_second, self._by_initials, self._by_ends

    def write_out(
        self, text: str, known: Callable[[str], bool], names: Callable[[str], Iterable[range]] = lambda _: ()
    ) -> tuple[str, tuple[Repair, ...]]:
        """Return `text` with cut words written out, and what was guessed.

        Words whose folded letters are `known` stay, and so does what stands in the names that `names` finds. Letters
        that are a syllable by themselves are one unless in capitals; in a text all in capitals none is cut. Into a text
        without marks none are brought.
        """
        text = _MONTHS.sub(r"\1 tháng", text)
        shouted = text.isupper() and len(text.split()) > _SHOUTED
        found = tokens(text)
        may_be_cut = list(map(_may_be_cut, found))
        if shouted or not any(may_be_cut):
            return text, ()
        line = _Line(text, found, tuple(names(text)), has_diacritics(text) or all(may_be_cut))
        repairs: list[Repair] = []
        out: list[str] = []
        end, spoken, index = 0, "", 0
        while index < len(found):
            last, read, behind = index, "", found[index].end
            if may_be_cut[index] or text[behind : behind + 1] in _JOINTS:
                last += self._is_in_two(line, index)
                before = line.before(index, spoken)
                meanings = self._meanings(line, index, last, before, known)
                read = self._best(meanings, before, line.beside(last)) if meanings else ""
            if read:
                read = read if line.marked else fold(read)
                if len(self._meant_by(line, index, last)) != 1:
                    repairs.append(Repair(line.written(index, last), read))
                out += [text[end : found[index].start], read]
                end = found[last].end
            spoken, index = read or found[last].raw, last + 1
        return "".join(out) + text[end:], tuple(repairs)

    def _meant_by(self, line: "_Line", index: int, last: int) -> Sequence[str]:
        """Return what is listed for letters; those without marks may have lost them only where all have."""
        letters = line.written(index, last).lower()
        return self._listed.get(letters) or (() if line.marked else self._plain.get(letters, ()))

    def _is_in_two(self, line: "_Line", index: int) -> bool:
        """Tell whether a word and the next are halves of one cut word, joined by a dot or stroke."""
        if not line.joined(index):
            return False
        token, after = line.found[index], line.found[index + 1]
        clipped = token.folded in _ONSETS and len(after.raw) > 1 and is_syllable(after.folded)
        return clipped or bool(self._meant_by(line, index, index + 1))

    def _meanings(
        self, line: "_Line", index: int, last: int, before: str, known: Callable[[str], bool]
    ) -> Sequence[_Meaning]:
        token = line.found[index]
        if last == index and not (_may_be_cut(token) and _stands_alone(line.text, token.start, token.end)):
            return ()
        listed = self._meant_by(line, index, last)
        if line.names and line.is_name(index, last, also_alone=not listed):
            return ()
        if last > index and not listed:
            return list(self._clipped(token.raw.lower(), line.found[last].raw.lower()))
        numbered = bool(listed) and listed[0] in _NAMED_BY_NUMBER and line.number_follows(last)
        if numbered or (token.raw.isupper() and fold(before) == "bo"):
            return ()  # "Bộ CT" is a ministry
        if listed:
            weights = [max(_LIKELY - place * _NEXT, _LAST) for place in range(len(listed))]
            late = line.follows_name(index)  # "BYT qh nq71"
            return [
                _Meaning(meant, weight + _SURELY * (late and meant in _SAID_OF_TASKS))
                for meant, weight in zip(listed, weights, strict=True)
            ]
        return () if known(token.folded) else list(self._told_by_letters(token))

    def _told_by_letters(self, token: Token) -> Iterator[_Meaning]:
        word = token.raw.lower()
        consonants = _VOWELS.isdisjoint(token.folded)
        if consonants or token.raw.isupper():
            if phrase := self._phrases.get(word):
                yield _Meaning(phrase, _LIKELY)
            for pair in self._by_initials.get(word, ()):
                yield _Meaning(f"{pair.first} {pair.second}", math.log1p(pair.count) / 2, _FITTING)
        for cut in range(1, min(4, len(word))):
            head, rest = word[:cut], word[cut:]
            if fold(head) not in _ONSETS or (head, rest[0]) == ("d", "d"):  # "ddau" is "đầu" on a Telex keyboard
                continue
            if consonants:
                for syllable in self._by_ends.get((head, rest), ()):
                    yield _Meaning(syllable, 0.0, _FITTING)
            elif len(word) <= _LONGEST_CLIPPED and fold(rest[0]) not in _VOWELS and is_syllable(fold(rest)):
                yield from self._clipped(head, rest)

    def _clipped(self, head: str, rest: str) -> Iterator[_Meaning]:
        """Yield the pairs of which the first word is cut to `head`; letters without marks may be any with them."""
        plain = rest.isascii()
        for pair in self._by_second.get(fold(rest), ()):
            begins = pair.first.startswith(head) or (plain and fold(pair.first).startswith(head))
            if begins and (plain or pair.second == rest):
                yield _Meaning(f"{pair.first} {pair.second}", math.log1p(pair.count))

    def _best(self, meanings: Sequence[_Meaning], before: str, after: str) -> str:
        if len(meanings) == 1 and not meanings[0].least:
            return meanings[0].words
        best, most = "", -1.0
        for meaning in meanings:
            said = meaning.words.lower().split()
            fit = self._fit(before, said[0]) + self._fit(said[-1], after)
            if fit >= meaning.least and meaning.weight + fit > most:
                best, most = meaning.words, meaning.weight + fit
        return best

    def _fit(self, first: str, second: str) -> float:
        """Return how well two words stand side by side; one without marks may have lost them.

        What stands beside anything ("của") tells nothing.
        """
        if first in _BESIDE_ANYTHING or second in _BESIDE_ANYTHING:
            return 0.0
        count = self._together.get((first, second), 0)
        if not count and (first.isascii() or second.isascii()):
            count = self._together.get((fold(first), fold(second)), 0)
        return math.log1p(count)

    @cached_property
    def _folded(self) -> dict[str, str]:
        """The words of what is said, folded."""
        return {word: fold(word) for pair in self._said for word in (pair.first, pair.second)}

    @cached_property
    def _syllables(self) -> frozenset[str]:
        """The words of what is said that are syllables."""
        return frozenset(word for word, plain in self._folded.items() if is_syllable(plain))

    @cached_property
    def _together(self) -> dict[tuple[str, str], int]:
        """How often two words stand side by side, as they are and without marks."""
        counts: dict[tuple[str, str], int] = {}
        for said in self._said:
            as_it_is = said.first, said.second
            without = self._folded[said.first], self._folded[said.second]
            counts[as_it_is] = counts.get(as_it_is, 0) + said.count
            if without != as_it_is:
                counts[without] = counts.get(without, 0) + said.count
        return counts

    @cached_property
    def _by_second(self) -> dict[str, list[Pair]]:
        """The pairs of syllables by their second, folded."""
        pairs: dict[str, list[Pair]] = {}
        for pair in self._said:
            if pair.whole and pair.count >= _LEAST_CLIPPED and pair.first in self._syllables:
                pairs.setdefault(self._folded[pair.second], []).append(pair)
        return pairs

    @cached_property
    def _by_initials(self) -> dict[str, list[Pair]]:
        """The pairs said often by their initials, as they are and without marks."""
        pairs: dict[str, list[Pair]] = {}
        for pair in self._said:
            if pair.whole and pair.count >= _LEAST_INITIALS and pair.second in self._syllables:
                initials = pair.first[0] + pair.second[0]
                for letters in {initials, fold(initials)}:
                    pairs.setdefault(letters, []).append(pair)
        return pairs

    @cached_property
    def _by_ends(self) -> dict[tuple[str, str], list[str]]:
        """The syllables by their first consonants and their last letters, one for each way to fold them."""
        found: dict[tuple[str, str], list[str]] = {}
        for plain, syllable in {self._folded[word]: word for word in sorted(self._syllables)}.items():
            onset = next((plain[:size] for size in (3, 2, 1) if plain[:size] in _ONSETS), "")
            for tail, ends in _TAILS.items():
                if onset and plain.endswith(ends):
                    for head in {onset, syllable[: len(onset)]}:
                        found.setdefault((head, tail), []).append(syllable)
        return found


def _may_be_cut(token: Token) -> bool:
    return token.folded.isalpha() and (not is_syllable(token.folded) or token.raw.isupper())


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether letters are no part of a number, an address or another name ("71/NQ-CP", "R&D")."""
    return text[max(0, start - 1) : start] not in _BINDING and not _BOUND_AFTER.match(text, end)
