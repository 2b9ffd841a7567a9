"""Hurried typing made readable: Telex and VNI left-overs, doubled, swapped or missing letters, run-together words.

Only words that the directives, the agencies and the language of questions do not know are touched, and only towards
words that they do know. What was read otherwise than it was written is told, so that it can be shown.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.text import Token, fold, is_syllable, tokens

_TONE_MARKS = frozenset("\u0300\u0301\u0303\u0309\u0323")
_VOWEL = re.compile(r"[aeiouy]")
_TELEX_TONES = {"f": "\u0300", "s": "\u0301", "x": "\u0303", "r": "\u0309", "j": "\u0323"}
_TELEX_LETTERS = (
    *(("uwow", "ươ"), ("uow", "ươ"), ("aw", "ă"), ("ow", "ơ"), ("uw", "ư"), ("aa", "â"), ("ee", "ê"), ("oo", "ô")),
    ("dd", "đ"),
)
# `hopwj`: the key for horn and breve typed after the syllable.
_LATE_W, _WITH_W = re.compile(r"([aou])([^aouw]+)w"), {"a": "ă", "o": "ơ", "u": "ư"}
_TONES = re.compile(r"[sfrxj]+$")
_VNI = re.compile(r"(?<=[a-z])\d+")
_DOUBLES = (("uow", "uo"), ("aw", "a"), ("ow", "o"), ("uw", "u"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("dd", "d"))
_REPEATED = re.compile(r"([a-z])\1+")
_LETTERS = re.compile(r"^[a-z]+$")
_CODE_LIKE = re.compile(r"^\d+[a-z]|^[a-z]{1,2}\d+$")
_TIME_UNIT = re.compile(r"^(quy|thang|nam|ngay|tuan)(\d{1,4})$")
_LONGEST_RUN = 40
_ENDING = re.compile(r"(?<=[a-z][a-z][a-z])(?:es|s|ed|ing)$")
_LEAST = 3
_LINKED = 2
_SURE = 5
_LONG = 6


@dataclass(frozen=True, slots=True)
class Repair:
    """A word as it was written and as it was read (folded)."""

    written: str
    read: str


class Speller:
    """Knows how often each folded word and pair stands in the directives, and the words of questions."""

    def __init__(
        self,
        holding: Mapping[str, int],
        known: Iterable[str] = (),
        marked: frozenset[str] = frozenset(),
        others: Sequence[Mapping[str, int]] = (),
    ) -> None:
        """Take counts of syllables and pairs (`a_b`), further known words, and the words written with marks.

        `others` count what people say beside the directives.
        """
        self._others = others
        self._marked = marked
        self._pairs = {term: count for term, count in holding.items() if "_" in term}
        self._words = {term: count for term, count in holding.items() if "_" not in term and not term.isdigit()}
        self._said = frozenset(self._words)
        for word in known:
            self._words[word] = max(self._words.get(word, 0), 5)

    def knows(self, word: str) -> bool:
        """Tell whether a folded word needs no repair."""
        return word in self._words or not _LETTERS.match(word) or len(word) < _LEAST or self._inflected(word)

    def _inflected(self, word: str) -> bool:
        """Tell whether a word is a known English one with another ending: "passes" is no slip for "passed"."""
        ending = _ENDING.search(word)
        stem = word[: ending.start()] if ending else ""
        return bool(stem) and stem in self._words and not is_syllable(stem)

    def says(self, words: Sequence[str]) -> bool:
        """Tell whether the directives say these folded words, side by side."""
        return all(word in self._said for word in words) and all(f"{a}_{b}" in self._pairs for a, b in pairwise(words))

    def linked(self, before: str, after: str) -> bool:
        """Tell whether two syllables stand side by side again and again, in the directives or in questions."""
        pair = f"{before}_{after}"
        return self._pairs.get(pair, 0) >= _LINKED or any(pair in counts for counts in self._others)

    def times(self, before: str, after: str) -> int:
        """Return how often two syllables stand side by side, in the directives and in questions."""
        pair = f"{before}_{after}"
        return self._pairs.get(pair, 0) + sum(counts.get(pair, 0) for counts in self._others)

    def repair(self, text: str, *, english: bool = False) -> tuple[str, tuple[Repair, ...]]:
        """Return `text` with its unknown words read as known ones, and what was read otherwise.

        Of `english` words many are unknown here and right: only long ones and swapped letters are slips.
        """
        found = tokens(text)
        folded = [t.folded for t in found]
        repairs: list[Repair] = []
        out: list[str] = []
        end = 0
        for index, token in enumerate(found):
            written = token.raw.lower()
            if self._stays(written, token.folded):
                continue
            read = self._english(folded, index) if english else self._read(folded, index, written)
            if read:
                read = self._as_marked(written, read)
            out.append(text[end : token.start])
            plain = read or self._unmarked(found, index)
            out.append(plain)
            end = token.end
            if not read and _tone_moved(written, plain):
                repairs.append(Repair(token.raw, plain))
            if read:
                repairs.append(Repair(token.raw, read))
                folded[index] = fold(read).split()[-1]
        return "".join(out) + text[end:], tuple(repairs)

    def _stays(self, written: str, folded: str) -> bool:
        """Tell whether a word is known by its letters and its marks: nearly all are."""
        marked = written == folded or written in self._marked or not self._marked
        return marked and folded.isalpha() and self.knows(folded)

    def _unmarked(self, found: Sequence[Token], index: int) -> str:
        """Return a word as written; one with marks that nobody writes with its tone where it belongs ("gíao") or its
        stroke ("dến"), without its marks ("đén hạn") where its letters are known beside its neighbour, half are often
        missing, else as the word one slip away that surely goes there ("giảm thếu")."""
        token = found[index]
        lowered = token.raw.lower()
        if not self._marked or lowered == token.folded or lowered in self._marked:
            return token.raw
        if token.folded in self._words:
            moved = self._by_tone.get(tone_apart(lowered)) or self._by_tone.get(tone_apart(lowered.replace("d", "đ")))
            if moved:
                return moved
            before = found[index - 1].folded if index else ""
            after = found[index + 1].folded if index + 1 < len(found) else ""
            if self._together(before, token.folded) or self._together(token.folded, after):
                return token.folded
        meant = self._slip([each.folded for each in found], index, _marks_of(lowered), _SURE)
        sure = len(meant) >= len(token.folded) >= _LEAST and meant[0] == token.folded[0]
        return self._as_marked(lowered, meant) if sure else token.raw

    def _as_marked(self, written: str, read: str) -> str:
        """Return the word that was read with the marks that were typed, as keys or set already ("traạm" is "trạm"),
        where one word has just these, or only one has them and more; else without marks."""
        typed = _typed_marks(written)
        near = [word for word in self._spelt.get(read, ()) if typed <= _marks_of(word)] if typed else []
        exact = [word for word in near if typed == _marks_of(word)]
        return exact[0] if exact else near[0] if len(near) == 1 else read

    @cached_property
    def _spelt(self) -> dict[str, list[str]]:
        """How each folded word is written with marks."""
        words: dict[str, list[str]] = {}
        for word in sorted(self._marked):
            if not word.isascii():
                words.setdefault(fold(word), []).append(word)
        return words

    @cached_property
    def _by_tone(self) -> dict[tuple[str, str], str]:
        """The words with marks by their letters and tone; those that have both in common are one word."""
        return {tone_apart(word): word for word in sorted(self._marked, reverse=True)}

    def _together(self, before: str, after: str) -> int:
        """Return how often two syllables stand side by side, in the directives or in what people say."""
        pair = f"{before}_{after}"
        return self._pairs.get(pair, 0) + max((counts.get(pair, 0) for counts in self._others), default=0)

    def _read(self, words: list[str], index: int, written: str) -> str:
        word = words[index]
        if _CODE_LIKE.match(word) and not _VNI.search(word):
            return ""
        if any(c.isdigit() for c in word):
            return self._vni(word)
        if self.knows(word):
            return ""
        return self._typed(word) or self._split(words, index) or self._near(words, index, _marks_of(written))

    def _english(self, words: list[str], index: int) -> str:
        """Return the word that is meant by a long English one a slip away, or by one with two letters swapped."""
        word = words[index]
        if self.knows(word) or is_syllable(word):
            return ""
        meant = self._slip(words, index, Counter())
        sure = meant[:1] == word[0] and (len(word) > _LONG or sorted(meant) == sorted(word))
        return meant if sure and not is_syllable(meant) else ""

    def _vni(self, word: str) -> str:
        """Undo VNI digits (`vie6c5` → `viec`); "quy1" is "quy 1"."""
        unit = _TIME_UNIT.match(word)
        if unit:
            return f"{unit[1]} {unit[2]}"
        plain = _VNI.sub("", word)
        return plain if plain in self._words and is_syllable(plain) and len(plain) > 1 else ""

    def _typed(self, word: str) -> str:
        """Undo what an input method left: `nhieemj` → `nhiem`, `vuj` → `vu`, `tooi` → `toi`."""
        for base in (_TONES.sub("", word), re.sub(r"(?<=[aeiouy])[sfrxj](?=[a-z]{1,2}$)", "", word), word):
            plain = base
            for double, single in _DOUBLES:
                plain = plain.replace(double, single)
            for attempt in (plain, _REPEATED.sub(r"\1", plain), _TONES.sub("", _REPEATED.sub(r"\1", plain))):
                if attempt != word and len(attempt) > 1 and attempt in self._words:
                    return attempt
        return self._marked_at_the_end(word)

    def _marked_at_the_end(self, word: str) -> str:
        """Undo Telex keys that were all typed after the syllable: `nhatas` → `nhat`, `moixo` → `moi`."""
        for keys in range(2, 4):
            base, typed = word[:-keys], word[-keys:]
            if len(base) > 1 and base in self._words and is_syllable(base) and _keys_of(base, typed):
                return base
        return ""

    def _split(self, words: list[str], index: int) -> str:
        """Take a run-together word apart into the fewest known syllables that go with one another."""
        word = words[index]
        if not 4 <= len(word) <= _LONGEST_RUN:
            return ""
        best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ())] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - 7), end):
                piece, before = word[start:end], best[start]
                if before is None or piece not in self._words or not (len(piece) > 1 or piece == "y"):
                    continue
                linked = bool(before[1]) and f"{before[1][-1]}_{piece}" in self._pairs
                cost = before[0] + (1.0 if linked or not before[1] else 2.5)
                current = best[end]
                if current is None or cost < current[0]:
                    best[end] = (cost, (*before[1], piece))
        last = best[-1]
        if last is None or len(last[1]) < 2:
            return ""
        line = [*words[max(0, index - 1) : index], *last[1], *words[index + 1 : index + 2]]
        links = sum(f"{a}_{b}" in self._pairs for a, b in pairwise(line))
        return " ".join(last[1]) if links >= len(last[1]) // 2 else ""

    def _near(self, words: list[str], index: int, marks: Counter[str]) -> str:
        """Take the known word one slip away that goes best with its neighbours, one that can have the `marks` that were
        typed before any other; none where none goes with them."""
        word = words[index]
        base = _TONES.sub("", word)
        if is_syllable(word):
            return ""
        found = self._slip(words, index, marks)
        if found or base == word or len(base) < _LEAST or is_syllable(base):
            return found
        return self._slip(
            [*words[:index], base, *words[index + 1 :]], index, marks
        )  # "pahps": a slip, and a tone's key

    def _slip(self, words: list[str], index: int, marks: Counter[str], least: int = 1) -> str:
        """Return the word one slip away that goes with its neighbours best, at least so often, "" where none does."""
        word = words[index]
        before = words[index - 1] if index else ""
        after = words[index + 1] if index + 1 < len(words) else ""
        best: tuple[bool, int, int, str] | None = None
        for candidate in self._one_slip_away(word):
            fit = self._together(before, candidate) + self._together(candidate, after)
            alike = any(marks <= _marks_of(each) for each in self._spelt.get(candidate, ()))
            if fit >= least and (best is None or (alike, fit, self._words[candidate]) > best[:3]):
                best = (alike, fit, self._words[candidate], candidate)
        return best[3] if best else ""

    def _one_slip_away(self, word: str) -> Iterable[str]:
        for size in (len(word) - 1, len(word), len(word) + 1):
            known = self._lengths.get(size, [])
            close = process.extract(word, known, scorer=OSA.distance, score_cutoff=1, limit=None)
            yield from (known[place] for place in sorted(place for _, _, place in close))

    @cached_property
    def _lengths(self) -> dict[int, list[str]]:
        table: dict[int, list[str]] = {}
        for word in self._words:
            table.setdefault(len(word), []).append(word)
        return table


def _keys_of(base: str, typed: str) -> bool:
    """Tell whether `typed` are Telex keys for the letters of `base`: tones, `w`, and vowels or d said a second time."""
    return all(key in "sfrxjw" or (key in "aeod" and key in base) for key in typed)


def tone_apart(word: str) -> tuple[str, str]:
    """Return the letters of a word without its tone, and the tone: "gíao" and "giáo" are alike, "giao" is not."""
    marks = unicodedata.normalize("NFD", word)
    letters = "".join(mark for mark in marks if mark not in _TONE_MARKS)
    return unicodedata.normalize("NFC", letters), "".join(mark for mark in marks if mark in _TONE_MARKS)


def _tone_moved(written: str, read: str) -> bool:
    """Tell whether a tone was put where it belongs; "hoà" and "hòa", "thuỷ" and "thủy" are written both ways."""
    both_ways = fold(written).endswith(("oa", "oe", "uy")) and not written.startswith("q")
    return written != read.lower() and not read.isascii() and tone_apart(written) == tone_apart(read) and not both_ways


def _marks_of(word: str) -> Counter[str]:
    """Return the marks of a word, đ among them."""
    return Counter(mark for mark in unicodedata.normalize("NFD", word) if unicodedata.combining(mark) or mark == "đ")


def _typed_marks(word: str) -> Counter[str]:
    """Return the marks that were typed, set or as keys that were left over."""
    return _marks_of(word if tone_apart(word)[1] else _telex(word))


def _telex(word: str) -> str:
    """Return a word with the marks that its Telex keys stand for, the tone behind it: `truwowcs` is `trươć`."""
    start = _VOWEL.search(word)
    head, rest = (word[: start.end()], word[start.end() :]) if start else (word, "")
    tones = [key for key in rest if key in _TELEX_TONES]
    if len(tones) == 1:
        word = head + rest.replace(tones[0], "") + _TELEX_TONES[tones[0]]
    for keys, letter in _TELEX_LETTERS:
        word = word.replace(keys, letter)
    return _LATE_W.sub(lambda found: _WITH_W[found[1]] + found[2], word)


def folded_words(texts: Iterable[str]) -> set[str]:
    """Return the folded words of many texts."""
    return {token.folded for text in texts for token in tokens(fold(text))}
