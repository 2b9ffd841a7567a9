"""One word that is left over beside a question's conditions: a matter ("thuế"), or nothing ("nợ", "ạ").

What is a matter the directives tell: a word that stands in the titles of several tasks, and of which no neighbour in
the question makes a piece of something else ("chức" of "chức vụ").
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from knowledge.questions import frame, lexicon
from knowledge.questions.model import Reading, changed
from knowledge.questions.vocabulary import Vocabulary
from knowledge.text import fold, has_diacritics, is_syllable, tidy, tokens, words

# What a number behind these names: "văn bản 1552".
_NUMBERED = r"\b(?:van ban|cong van|quyet dinh|document)\s+(?:so\s+)?"
_FRAMED = frozenset(word for phrase in frame.PHRASES for word in phrase.split()) - {"nhất"}
# Words of questions that titles have as well, in "ít nhất", "thay thế", "đầu tư".
_AROUND = frozenset("nhat so truoc thay cuoi dau ban chinh lay sang nganh tinh lam noi chuyen".split())
# With these begins how tasks stand, whatever is before them: "thuế quá hạn".
_STANDING = frozenset("qua het tre cham no den toi con da dang chua sap overdue late due".split())
# So many titles must have a word; where it is typed without marks, so many of those that fold alike must be that word.
_TITLES, _SAME, _LETTERS = 2, 0.75, 2


def matters_in(titles: Iterable[str]) -> dict[str, str]:
    """Return the words that may be a matter by themselves, as written in lower case; folded too, each with the word it
    then is, where it can hardly be another.
    """
    marked: Counter[str] = Counter()
    for title in titles:
        marked.update({token.raw.lower() for token in tokens(tidy(title))})
    spelt: dict[str, list[str]] = defaultdict(list)
    for word in marked:
        spelt[fold(word)].append(word)
    found: dict[str, str] = {}
    for folded, ways in spelt.items():
        if folded in _AROUND or len(folded) < _LETTERS or folded.isdecimal():
            continue
        most = max(ways, key=lambda word: marked[word])
        found |= {word: word for word in ways if marked[word] >= _TITLES and word not in _FRAMED}
        alone = marked[most] >= max(_TITLES, _SAME * sum(marked[word] for word in ways))
        if alone and folded not in frame.SINGLE and most not in _FRAMED:
            found[folded] = most
    return found


def without_left_over(draft: Reading, vocabulary: Vocabulary) -> Reading:
    """Return a draft without a topic that is nothing, told where it says anything; a matter as it is written."""
    if _left_over(draft, vocabulary):
        told = (draft.topic,) if _says_something(draft, vocabulary) else ()
        return changed(draft, topic="", unread=(*draft.unread, *told))
    meant = vocabulary.matters.get(draft.topic)
    return changed(draft, topic=meant) if meant and not has_diacritics(draft.plain) else draft


def _left_over(draft: Reading, vocabulary: Vocabulary) -> bool:
    """Tell whether the topic is one syllable or number beside a question's conditions ("nợ"): most words have two.

    It is the matter itself where it was introduced as such, where nothing asks for tasks ("có bao nhiêu dân"), and
    where the directives use it as one.
    """
    alone = tokens(draft.topic)
    limited = draft.agencies or draft.period or draft.states or draft.directives or draft.parties or draft.outputs
    if len(alone) != 1 or draft.about or not limited:
        return False
    word = alone[0].folded
    if alone[0].raw.isupper() and len(word) > 1 and not draft.plain.isupper():  # "overdue AI tasks"
        return False
    of_no_text = draft.language == "en" and draft.lists and not vocabulary.means(word)  # an idiom's rest: "fell due"
    if not (is_syllable(word) or word.isdecimal() or of_no_text) or re.search(rf"{_NUMBERED}{word}\b", draft.words):
        return False
    if alone[0].raw.lower() in vocabulary.matters and not _is_piece(word, draft, vocabulary):
        return False
    counts_things = lexicon.COUNT.search(draft.words) is not None and not (draft.lists or draft.states)
    return not counts_things and bool(draft.lists or draft.states or draft.agencies or draft.directives)


def _is_piece(word: str, draft: Reading, vocabulary: Vocabulary) -> bool:
    """Tell whether a neighbour in the question makes a word a piece of something longer; an agency's name is apart."""
    named = _STANDING | {
        each for ask in draft.agencies for each in words(f"{ask.name} {vocabulary.registry.short(ask.name)}")
    }
    said = [token.folded for token in tokens(draft.words)]
    return any(
        vocabulary.speller.linked(one, other)
        for one, other in pairwise(said)
        if (one == word and is_syllable(other) and other not in named)
        or (other == word and is_syllable(one) and one not in named)
    )


def _says_something(draft: Reading, vocabulary: Vocabulary) -> bool:
    """Tell whether what is left over must be told: a number, an idiom's rest, a word with marks that frames nothing."""
    word = draft.topic
    if draft.lists and (draft.language == "en" or word.isdecimal()):
        return True
    by_conditions = draft.lists or draft.states or (draft.agencies and draft.period)
    says = has_diacritics(word) or (
        vocabulary.speller.says((word,)) if has_diacritics(draft.plain) else vocabulary.may_be_matter(word)
    )
    return bool(by_conditions) and says and word.lower() not in _FRAMED
