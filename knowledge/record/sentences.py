"""What is a real sentence and what only fills a field. It judges the form; whether it is true, a person judges."""

import re

from rapidfuzz import fuzz

from knowledge.text import fold, is_syllable, squeeze, words

LEAST_WORDS = 5
_LEAST_DIFFERENT = 4
_LEAST_REAL = 0.7  # of the words; the rest are numbers, abbreviations, names of things
_SAME = 90
_RUN = 4
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz")
_VOWEL = re.compile(r"[aeiouy]")
_NOT_PRONOUNCED = re.compile(r"(.)\1\1|[^aeiouy]{5}")
# "như trên", "như đã nêu ở mục 1", "(xem trên)", "same as above": no sentence of its own.
_REFERS = re.compile(
    r"^\W*(?:(?:cung )?(?:nhu|giong(?: nhu)?)|xem(?: lai)?)"
    r" (?:(?:da|duoc|o|noi|neu|trinh bay|ghi|phan|muc|cau|y|ben|phia|\d{1,2}) )*"
    r"(?:tren|truoc|nguyen nhan|trach nhiem|giai phap)\b"
    r"|^\W*(?:same as|see) above\b"
)


def is_sentence(text: str) -> bool:
    """Tell whether `text` is a real sentence: several different words, most of which can be words.

    Not blank, not "abc", not a key held down, not a run over the keyboard, not "như trên". Marks are not needed.
    """
    said = words(text)
    real = [word for word in said if _can_be_a_word(word)]
    return (
        len(real) >= LEAST_WORDS
        and len(set(real)) >= _LEAST_DIFFERENT
        and len(real) >= _LEAST_REAL * sum(not word.isdigit() for word in said)
        and not _REFERS.match(fold(text))
    )


def _can_be_a_word(word: str) -> bool:
    if is_syllable(word):
        return True
    return (
        len(word) > 1
        and word.isalpha()
        and _VOWEL.search(word) is not None
        and not _NOT_PRONOUNCED.search(word)
        and not any(part in row or part[::-1] in row for part in _parts(word) for row in _ROWS)
    )


def _parts(word: str) -> list[str]:
    return [word[i : i + _RUN] for i in range(len(word) - _RUN + 1)]


def is_copy(one: str, other: str) -> bool:
    """Tell whether two texts say the same, but for marks, spaces and a letter or two."""
    return fuzz.ratio(squeeze(one), squeeze(other)) >= _SAME
