"""What a question asks: of whom, about when, in which state, about what."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta
from rapidfuzz.distance import OSA

from knowledge.agencies import Registry
from knowledge.patterns import Sought
from knowledge.questions import lexicon
from knowledge.questions.bodies import unknown_body
from knowledge.questions.documents import document_itself, strange_document
from knowledge.questions.english import in_plain_words
from knowledge.questions.frame import ENGLISH_FRAME
from knowledge.questions.given_when import take_given_when
from knowledge.questions.givers import take_givers, take_recipients
from knowledge.questions.grouping import COMPARING, GROUP_FRAMES, grouping, who_stands
from knowledge.questions.intents import with_intent
from knowledge.questions.language import language_of
from knowledge.questions.leftover import without_left_over
from knowledge.questions.limits import Limits, take_counted, take_limits, take_none_late, take_time_left, within
from knowledge.questions.making import of_their_making, told_of_making
from knowledge.questions.missing import missing_place
from knowledge.questions.model import AgencyAsk, Intent, Reading, Role, State, changed
from knowledge.questions.order import take_order
from knowledge.questions.outputs import NO_OUTPUTS, Made, outputs_in
from knowledge.questions.parties import take_parties
from knowledge.questions.partners import only_says_with, with_partners
from knowledge.questions.pointing import section_of
from knowledge.questions.rest import Rest
from knowledge.questions.rhythm import rhythm_in
from knowledge.questions.states import take_standing
from knowledge.questions.typing import Repair
from knowledge.questions.unread import conditions_in, recorded_in
from knowledge.questions.vocabulary import Vocabulary
from knowledge.text import BOUND, fold_aligned, has_diacritics, tokens, words
from knowledge.when import Period

# What the directives write of why something is late.
_REASONS = "nguyên nhân chậm tiến độ"
# How far one thing is, asked with its name and nothing else.
_OF_ONE_TASK = frozenset({State.REPORTED, State.DONE, State.IN_PROGRESS, State.NOT_STARTED, State.UNFINISHED})
# Where the rows of a register are asked for.
_FROM_REGISTERS = (Intent.INDICATORS, Intent.DATABASES)


def read_question(question: str, vocabulary: Vocabulary, today: date, asker: str = "") -> Reading:
    """Read `question` as asked on `today` by someone of the agency `asker` ("" when unknown).

    Never raises: words that say nothing known give the intent `none` with a topic.
    """
    raw, repairs, language = _in_plain_words(question, vocabulary, today)
    rest = Rest(raw)
    if lexicon.GREETING.search(rest.folded) or lexicon.THANKS.search(rest.folded) or not rest.folded.strip():
        return Reading(question, language, Intent.HELP)
    code = rest.take_code(vocabulary.codes)
    own_only = rest.take_own_only()
    groups_only = rest.take_groups_only()
    rest.take_not_coordinated()
    order = take_order(rest)
    limit = take_limits(rest, vocabulary, today)
    directives, foreign, givers, gave = _documents(rest, limit, vocabulary, today)
    itself = "" if directives or foreign else document_itself(rest.raw)
    whole = rest.raw
    paths = vocabulary.paths.get(directives[0], ()) if len(directives) == 1 else ()
    place = rest.take_place(paths)
    missing = missing_place(rest.raw, rest.folded, paths) if paths and not place else None
    if missing is not None:
        return Reading(question, language, Intent.FACT, directives=directives, missing=missing, words=rest.original)
    section = rest.take_section() if directives and not place else ""
    with_period = Rest(rest.raw, rest.folded)
    left = take_time_left(rest, today)
    spoken, other_times = rest.take_period(today, vocabulary, directives, each=bool(grouping(rest.original)))
    parties, per_task = take_parties(rest)
    has = rest.take_who_has(raw)
    agencies, together, with_period = _take_agencies(rest, with_period, vocabulary, asker)
    counted_by = _counted_by(raw, rest.original, directives, agencies, has)
    agencies, partners = with_partners(agencies, counted_by, rest.original)
    counted = take_counted(rest) if counted_by in ("agency", "province") else (None, None)
    if unissued := _unissued(whole, directives, foreign, agencies, vocabulary, today):
        return Reading(question, language, Intent.FACT, unissued=unissued, words=rest.original)
    frames = GROUP_FRAMES if counted_by else lexicon.frames_of(raw, rest.original)
    nobody = not agencies and bool(who_stands(raw, rest.original)) and take_none_late(rest)
    with_states = Rest(rest.raw, rest.folded)
    standing = take_standing(rest, (*limit.states, *((State.IN_TIME,) if nobody else ())))
    states = standing.states
    period = _due(within(spoken, left), states, today, rest.original)
    told = _told_by_texts(rest.original, agencies, limited=bool(period or directives))
    lists = not told and lexicon.asks_tasks(raw, rest.original, limited=bool(period or states), owned=bool(agencies))
    apart = bool(code or place or told) or lexicon.of_registers(raw, rest.original)
    limited = bool(agencies or period or states or directives or parties or limit.excluded or counted_by)
    made = NO_OUTPUTS if apart else outputs_in(rest, frames, vocabulary, limited=limited)
    topic, matter = _topics(rest, with_period, frames, made, vocabulary)
    # "nghị định ấy đã xong chưa" asks of one thing, not for all that is done
    of_one = bool(topic) and not made.outputs and _OF_ONE_TASK.issuperset(states) and not (agencies or period or lists)
    if told or of_one:
        states, topic = (), with_states.topic(frames, vocabulary)
    if language == "vi" and not has_diacritics(raw) and vocabulary.glossary.covers(topic):
        language = "en"
    if only_says_with(topic, partners) or _part_of_names(topic, agencies, vocabulary.registry):  # "bên cảng ACV"
        topic = matter = ""
    draft = Reading(
        question,
        language,
        Intent.NONE,
        agencies,
        period,
        states,
        directives,
        topic,
        code,
        _focus(raw, rest.original, made, of_directive=bool(directives)),
        groups_too=not own_only,
        groups_only=groups_only and not own_only,
        section=section,
        words=rest.original,
        plain=" ".join(whole.split()) or raw,
        lists=lists or bool(made.outputs),
        about=lexicon.ABOUT.search(rest.original) is not None,
        repairs=repairs,
        matter=matter,
        foreign=foreign or itself,
        mentioned=bool(itself),
        without=limit.documents,
        grouping=counted_by,
        place=place,
        lateness=limit.lateness,
        excluded=limit.excluded,
        unread=(*limit.unread, *gave, *order, *per_task),
        but_states=limit.but_states,
        but_topics=limit.but_topics,
        either=standing.either,
        whatever=standing.whatever,
        givers=givers,
        parties=parties,
        partners=partners,
        together=together,
        rhythm=rhythm_in(rest.original, states),
        counted=counted,
        none_of=nobody and counted_by in ("agency", "province"),
        outputs=made.outputs,
        unknown=unknown_body(topic, rest.raw, language, vocabulary.speller.says),
    )
    read = _completed(changed(draft, foreign=draft.foreign or _law_in_force(draft)), vocabulary, raw, today)
    return _told(changed(read, unread=_unread(read, rest, limit.said, other_times)))


def _topics(
    rest: Rest, with_period: Rest, frames: Sequence[Sought | str], made: Made, vocabulary: Vocabulary
) -> tuple[str, str]:
    """Return the words left over, and the same with its time words and states, for looking in the text itself.

    Where neither a time nor a state is named, both are the same.
    """
    topic = made.topic if made.outputs else rest.topic(frames, vocabulary)
    same = bool(made.outputs) or (frames is lexicon.FRAMES and with_period.raw == rest.raw)
    return topic, topic if same else with_period.topic(lexicon.FRAMES, vocabulary)


def _take_agencies(
    rest: Rest, with_period: Rest, vocabulary: Vocabulary, asker: str
) -> tuple[tuple[AgencyAsk, ...], bool, Rest]:
    """Take out the agencies; return them, whether all must have a task, and the question without them but with its time
    words, where `with_period` is the one with both."""
    timeless = rest.raw == with_period.raw
    agencies, together = rest.take_agencies(vocabulary, asker)
    if timeless:
        return agencies, together, Rest(rest.raw, rest.folded)
    with_period.take_agencies(vocabulary, asker)
    return agencies, together, with_period


def _focus(raw: str, folded: str, made: Made, *, of_directive: bool) -> str:
    """Return the field that is asked for: "kết quả là nghị định nào" asks for tasks, not for what comes of one."""
    found = lexicon.focus_of(raw, folded, of_directive=of_directive)
    return "" if made.outputs and found == "output" else found


def _in_plain_words(question: str, vocabulary: Vocabulary, today: date) -> tuple[str, tuple[Repair, ...], str]:
    """Return a question with its slips mended and its idioms in plain words, what was mended, and its language."""
    raw, repairs = vocabulary.plain(question)
    language = language_of(raw)
    if language == "en":
        raw = in_plain_words(raw, lambda words: bool(vocabulary.registry.mentions(words)), today)
    return raw, repairs, language


def _told_by_texts(folded: str, agencies: Sequence[AgencyAsk], *, limited: bool) -> bool:
    """Tell whether it is asked what may be or why it is so, which a text says, not which tasks are so."""
    may = not (agencies or limited) and lexicon.MAY.search(folded) is not None
    return may or (not agencies and lexicon.WHY.search(folded) is not None)


def _told(reading: Reading) -> Reading:
    """Return `reading` without a topic that is only a part of what is told as not taken into account ("trước hạn")."""
    said = [set(words(each)) for each in reading.unread]
    if reading.intent not in _BY_CONDITIONS or not any(each.issuperset(words(reading.topic)) for each in said):
        return reading
    return changed(reading, topic="", matter="", said="")


def _due(period: Period | None, states: Collection[State], today: date, folded: str) -> Period | None:
    """Return when tasks are due: "hôm nay còn việc nào quá hạn" is late today, not due today; "hết hạn" is due."""
    late_today = State.OVERDUE in states and period is not None and period.first == period.last == today
    if State.OVERDUE in states and period is not None and period.kind == "by":
        period = _gone_by(period, today)  # "đến hết quý 3 quá hạn": nothing is late by a time to come
    return None if late_today and "het han" not in folded else period


def _gone_by(period: Period, today: date) -> Period:
    """Return the limit a year before, where it was taken to lie in a year to come that nobody named."""
    if period.last is None or period.last.year <= today.year or period.last.year > today.year + 1:
        return period
    before = period.last - relativedelta(years=1)
    return replace(period, last=before) if before < today else period


# What is asked from when it holds, beside the directives.
_LEGAL = Sought(
    r"^(?!.*\b(?:phai|can|cham nhat|muon nhat|must|should|by when|the laws)\b)"
    r"(?:\w+ ){0,6}?(?:(?<!cac )(?<!nhung )(?<!may )(?:luat|nghi dinh|thong tu)|(?:law|decree|act))\b"
)


def _law_in_force(draft: Reading) -> str:
    """Return the law of which it is asked when it takes effect: the directives say that of themselves alone."""
    asked = draft.focus == "deadline" and lexicon.IN_FORCE.search(draft.words) is not None
    if not asked or draft.directives or draft.foreign or draft.lists or not _LEGAL.search(draft.words):
        return ""
    found = lexicon.IN_FORCE.search(fold_aligned(draft.topic))
    return (draft.topic[: found.start()] if found else draft.topic).strip()


def _documents(
    rest: Rest, limit: Limits, vocabulary: Vocabulary, today: date
) -> tuple[tuple[str, ...], str, tuple[str, ...], tuple[str, ...]]:
    """Take out the directives that are meant, by name or by who gave the tasks, and return them with a document that is
    none of them, with those who gave the tasks, and with the words that say so where no directive is theirs.

    Beside a directive another document is told as unread, and looked for nowhere.
    """
    directives = rest.take_directives(vocabulary, today)
    if limit.documents and not directives:
        directives = tuple(d.id for d in vocabulary.directives if d.id not in limit.documents)
    numbers = tuple(directive.number for directive in vocabulary.directives)
    foreign = strange_document(rest.raw, vocabulary.documents, numbers) if vocabulary.documents else ""
    if not (directives or foreign):
        alone = vocabulary.numbers_in(rest.raw, rest.folded)
        directives = tuple(dict.fromkeys(name for names, _, _ in alone for name in names))
        for _, start, end in alone:
            rest.take(start, end)
    if foreign and directives and (start := rest.raw.find(foreign)) >= 0:
        rest.take(start, start + len(foreign))
    givers, given, gave = take_givers(rest, vocabulary)
    if not (directives or foreign or given):
        given, when = take_given_when(rest, vocabulary, today)
        gave = (*gave, *when)
    gave = (*gave, *take_recipients(rest, vocabulary))
    return directives or given, foreign, givers, gave


# What lists tasks by conditions; elsewhere the words of a condition are looked for in the texts.
_BY_CONDITIONS = (Intent.LIST, Intent.COUNT, Intent.GROUP)


def _unread(reading: Reading, rest: Rest, left_out: tuple[str, ...], other_times: tuple[str, ...]) -> tuple[str, ...]:
    """Return the conditions, as written, that nothing in the reading stands for."""
    if reading.intent not in _BY_CONDITIONS:
        return (*left_out, *reading.unread) if reading.intent in _FROM_REGISTERS else left_out
    tasks = reading.lists or reading.states or reading.intent is not Intent.LIST
    of_tasks = tasks and not lexicon.asks_databases(rest.raw, rest.original)
    conditions = tuple(conditions_in(rest.raw, rest.folded, (reading.topic, reading.said)) if of_tasks else ())
    if of_tasks and not lexicon.MAY.search(rest.original):
        conditions = tuple(dict.fromkeys((*recorded_in(rest.raw, rest.folded), *conditions)))
    foreign = (reading.foreign,) if reading.foreign and reading.directives else ()
    if reading.agencies and reading.lists:
        conditions = told_of_making(reading.plain, reading.words, conditions)
    return (*reading.unread, *foreign, *other_times, *conditions)


def _unissued(
    raw: str,
    directives: Sequence[str],
    foreign: str,
    agencies: Sequence[AgencyAsk],
    vocabulary: Vocabulary,
    today: date,
) -> str:
    """Return the words that name a directive by when it was issued, where none was then and no other is named."""
    if directives or foreign:
        return ""
    return vocabulary.none_issued(raw, fold_aligned(raw), (ask.name for ask in agencies), today)


def _completed(draft: Reading, vocabulary: Vocabulary, raw: str, today: date) -> Reading:
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
    elif draft.language == "en" and _part_of_names(topic, draft.agencies, vocabulary.registry):  # "coordinating city"
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


def _counted_by(raw: str, folded: str, directives: tuple[str, ...], agencies: tuple[AgencyAsk, ...], has: str) -> str:
    named = grouping(folded) or ("" if agencies else has or who_stands(raw, folded))
    if len(agencies) > 1 and COMPARING.search(folded) and not lexicon.COORDINATE.search(folded):
        return "agency"
    return "" if named == "directive" and directives else named  # "theo nghị quyết 71" is a filter


_SHORT = 3
_JOINS = frozenset({"va", "cua"})
# What everything here carries out: where it is named for itself, it is what is asked about.
_RESOLUTION = Sought(r"\b(?:nghi quyet|nq|resolution)\s*(?:so\s+)?57\b")
_OF_ITSELF = 2


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


def _part_of_names(topic: str, agencies: Sequence[AgencyAsk], registry: Registry) -> bool:
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
