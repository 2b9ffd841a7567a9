"""What a question asks: of whom, about when, in which state, about what."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.agencies import Registry
from knowledge.codes import find_code
from knowledge.questions import lexicon
from knowledge.questions.documents import strange_document
from knowledge.questions.frame import ENGLISH_FRAME
from knowledge.questions.intents import with_intent
from knowledge.questions.language import language_of
from knowledge.questions.model import AgencyAsk, Intent, Reading, State
from knowledge.questions.rest import Rest
from knowledge.questions.shorthand import write_out
from knowledge.questions.vocabulary import Vocabulary
from knowledge.text import has_diacritics, is_syllable, tidy, tokens

# How far one thing is, asked with its name and nothing else.
_OF_ONE_TASK = frozenset({State.DONE, State.IN_PROGRESS, State.NOT_STARTED})


def read_question(question: str, vocabulary: Vocabulary, today: date, asker: str = "") -> Reading:
    """Read `question` as asked on `today` by someone of the agency `asker` ("" when unknown).

    Never raises: words that say nothing known give the intent `none` with a topic.
    """
    raw, written_out = vocabulary.initials.write_out(write_out(tidy(question).strip()), vocabulary.knows)
    raw, repairs = vocabulary.speller.repair(raw)
    rest = Rest(raw)
    language = language_of(raw)
    if lexicon.GREETING.search(rest.folded) or lexicon.THANKS.search(rest.folded) or not rest.folded.strip():
        return Reading(question, language, Intent.HELP)
    code = find_code(raw, vocabulary.codes)
    if code:
        rest.take(code[1], code[2])
    directives = rest.take_directives(vocabulary)
    foreign = strange_document(rest.raw, vocabulary.documents) if vocabulary.documents else ""
    frames = lexicon.frames_of(raw, rest.original)
    own_only = rest.take_own_only()
    section = rest.take_section() if directives else ""
    period_kept = Rest(rest.raw)
    each = lexicon.EACH_UNIT.search(rest.folded) if lexicon.grouping(rest.original) else None
    if each is not None:
        rest.take(each.start(), each.end())
    period = rest.take_period(today, vocabulary.registry)
    agencies = rest.take_agencies(vocabulary.registry, asker)
    period_kept.take_agencies(vocabulary.registry, asker)
    with_states = Rest(rest.raw)
    states = rest.take_states()
    focus = next((name for name, pattern in lexicon.DETAIL if any(lexicon.find(pattern, raw, rest.original))), "")
    if re.search(r"\bai ky\b|\bwho signed\b|\bnguoi ky\b", rest.original):
        focus = "signer"
    lists = any(True for _ in lexicon.find(lexicon.LISTING, raw, rest.original))
    topic = rest.topic(frames, vocabulary)
    if topic and _OF_ONE_TASK.issuperset(states) and not (agencies or period or lists):
        states = ()  # "nghị định ấy đã xong chưa", "tòa xử xong rồi thì …": of one thing, not a list of all that is done
        topic = with_states.topic(frames, vocabulary)
    matter = period_kept.topic(lexicon.FRAMES, vocabulary)
    if language == "vi" and not has_diacritics(raw) and vocabulary.glossary.covers(topic):
        language = "en"
    if _part_of_names(topic, agencies, vocabulary.registry):  # "bên cảng hàng không ACV"
        topic = matter = ""
    if (agencies or period or states or directives) and _left_over(topic, rest.original):
        topic = ""
    said = _without_english_frame(topic) if language == "en" else topic
    if language == "en":
        topic, matter = (_without_english_frame(vocabulary.glossary.in_vietnamese(w)) for w in (topic, matter))
    else:
        known = vocabulary.speller.says
        topic, matter = (vocabulary.synonyms.in_directives_words(w, known) for w in (topic, matter))
    draft = Reading(
        question,
        language,
        Intent.NONE,
        agencies,
        period,
        states,
        directives,
        topic,
        code[0] if code else "",
        focus,
        groups_too=not own_only,
        section=section,
        words=rest.original,
        lists=lists,
        about=lexicon.ABOUT.search(rest.original) is not None,
        repairs=(*written_out, *repairs),
        matter=matter,
        said=said,
        foreign=foreign,
        grouping=_grouping(rest.original, directives, agencies),
    )
    made = with_intent(draft, raw, rest.original, today)
    if made.intent is Intent.FACT:  # "phương châm năm 2026": the year belongs to what is asked
        return replace(made, topic=matter, period=None)
    return made


def _grouping(folded: str, directives: tuple[str, ...], agencies: tuple[AgencyAsk, ...]) -> str:
    named = lexicon.grouping(folded)
    if len(agencies) > 1 and lexicon.COMPARING.search(folded) and not lexicon.COORDINATE.search(folded):
        return "agency"
    return "" if named == "directive" and directives else named  # "theo nghị quyết 71" is a filter


def _left_over(topic: str, folded: str) -> bool:
    """Tell whether a topic is one syllable or number beside a question's conditions ("nợ"): most words have two."""
    alone = tokens(topic)
    if len(alone) != 1 or lexicon.ABOUT.search(folded):
        return False
    return is_syllable(alone[0].folded) or alone[0].folded.isdecimal()


def _part_of_names(topic: str, agencies: Sequence[AgencyAsk], registry: Registry) -> bool:
    """Tell whether a topic only says again what the agencies are called."""
    named = {token.folded for ask in agencies for token in tokens(f"{ask.name} {registry.short(ask.name)}")}
    return bool(topic) and all(token.folded in named for token in tokens(topic))


def _without_english_frame(topic: str) -> str:
    return " ".join(word for word in topic.split() if word.lower() not in ENGLISH_FRAME)
