"""A draft reading's topic in the directives' words, without what is none, and its intent."""

from collections.abc import Collection, Sequence
from datetime import date

from rapidfuzz.distance import OSA

from knowledge.agencies import Registry
from knowledge.patterns import Sought
from knowledge.questions import lexicon
from knowledge.questions.frame import ENGLISH_FRAME
from knowledge.questions.intents import with_intent
from knowledge.questions.leftover import without_left_over
from knowledge.questions.making import of_their_making
from knowledge.questions.model import AgencyAsk, Intent, Reading, Role, changed
from knowledge.questions.pointing import section_of
from knowledge.questions.vocabulary import Vocabulary
from knowledge.text import BOUND, tokens, words

# What the directives write of why something is late.
_REASONS = "nguyên nhân chậm tiến độ"
_SHORT = 3
_JOINS = frozenset({"va", "cua"})
# What everything here carries out: where it is named for itself, it is what is asked about.
_RESOLUTION = Sought(r"\b(?:nghi quyet|nq|resolution)\s*(?:so\s+)?57\b")
_OF_ITSELF = 2


def completed_draft(draft: Reading, vocabulary: Vocabulary, raw: str, today: date) -> Reading:
    """Return the draft with its topic in the directives' words, and its intent."""
    draft = of_their_making(draft, raw, {directive.issuer for directive in vocabulary.directives})
    draft = without_left_over(draft, vocabulary)
    if _of_its_issue(draft):
        draft = changed(draft, topic="", matter="", focus="issued", period=None, issued_on=draft.period)
    if _about_the_resolution(draft):
        asked = f"Nghị quyết 57-NQ/TW {draft.topic}".strip()
        draft = changed(draft, topic=asked, matter=asked, focus="")
    if not draft.agencies and lexicon.WHY.search(draft.words) and lexicon.SAYS_LATE.search(draft.words):
        topic = f"{_REASONS} {draft.topic}"
        draft = changed(draft, topic=topic, matter=topic)
    said, topics = draft.topic, (draft.topic, draft.matter, *draft.but_topics)
    if draft.language == "en":
        said = _without_english_frame(said)
        topics = tuple(_without_english_frame(vocabulary.glossary.in_vietnamese(words)) for words in topics)
    else:
        known = vocabulary.speller.says
        topics = tuple(vocabulary.synonyms.in_directives_words(words, known) for words in topics)
    topic, matter, *but = topics
    draft = changed(draft, topic=topic, matter=matter, said=said, but_topics=tuple(each for each in but if each))
    if _only_english(draft, vocabulary):
        draft = changed(draft, topic="", matter="", said="", unread=(*draft.unread, topic))
    elif draft.language == "en" and part_of_names(topic, draft.agencies, vocabulary.registry):  # "coordinating city"
        draft = changed(draft, topic="", matter="", said="")
    if draft.place and (draft.lists or draft.focus or draft.agencies or draft.period or draft.states):
        draft = changed(draft, section=section_of(draft.place))  # its tasks are asked for, not its words
    made = with_intent(draft, raw, draft.words, today)
    if made.intent is Intent.FACT:  # "phương châm năm 2026": the year belongs to what is asked
        return changed(made, topic=matter, period=None)
    return made


def _only_english(draft: Reading, vocabulary: Vocabulary) -> bool:
    """Tell whether a list's topic is nothing but English words that neither the glossary nor any directive knows.

    They are the rest of an idiom ("let slip", "lending a hand"): it is told, and keeps no task out of the list. Named
    as the matter ("on chatbots"), or beside fewer than two conditions, they are what is asked about.
    """
    if draft.language != "en" or draft.about or draft.focus or not draft.topic:
        return False
    role = lexicon.LEAD.search(draft.words) or lexicon.COORDINATE.search(draft.words)
    conditions = (draft.agencies, draft.period, draft.states, draft.directives, draft.lists, draft.agencies and role)
    return sum(map(bool, conditions)) > 1 and all(
        token.raw.lower() == token.folded and token.folded.isalpha() and not vocabulary.knows(token.folded)
        for token in tokens(draft.topic)
    )


def _about_the_resolution(draft: Reading) -> bool:
    """Tell whether Nghị quyết 57 itself is asked about ("NQ57 ban hành ngày nào"), not what is done for it."""
    conditions = draft.agencies or draft.period or draft.states or draft.directives or draft.code
    named = _RESOLUTION.search(draft.words) is not None
    return named and not (conditions or draft.lists) and len(draft.topic.split()) <= _OF_ITSELF


def _of_its_issue(draft: Reading) -> bool:
    """Tell whether it is asked when a directive was issued ("thông báo 07 tháng mấy"), and nothing else.

    A day beside "ra ngày" is one of issue, right or wrong: the card says which it was.
    """
    dated = draft.period is not None and not lexicon.ISSUED_ON.search(draft.words)
    filters = draft.agencies or dated or draft.states or draft.lists or draft.focus == "signer"
    bare = bool(draft.directives) and not filters and lexicon.ISSUING.issuperset(words(draft.topic))
    return bare and (draft.period is not None or lexicon.asks_issue(draft.words))


def part_of_names(topic: str, agencies: Sequence[AgencyAsk], registry: Registry) -> bool:
    """Tell whether a topic only says again what the agencies are called."""
    named = {token.folded for ask in agencies for token in tokens(f"{ask.name} {registry.short(ask.name)}")}
    if any(ask.role is Role.ANY for ask in agencies):  # "có Bộ Tư pháp tham gia"
        named |= {"tham", "gia"}
    return bool(topic) and all(_is_named(token.folded, named) for token in tokens(topic))


def _is_named(word: str, named: Collection[str]) -> bool:
    """Tell whether a word is one of these, or one slip away from a longer one ("thoa" for "thao")."""
    slips = len(word) > _SHORT and any(OSA.distance(word, each, score_cutoff=1) <= 1 for each in named)
    return word in named or word in _JOINS or slips


def _without_english_frame(topic: str) -> str:
    return " ".join(word.replace(BOUND, " ") for word in topic.split(" ") if word and word.lower() not in ENGLISH_FRAME)
