"""What a question asks: of whom, about when, in which state, about what."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from knowledge.patterns import Sought
from knowledge.questions import lexicon
from knowledge.questions.bodies import unknown_body
from knowledge.questions.completing import completed_draft, part_of_names
from knowledge.questions.documents import document_itself, strange_document
from knowledge.questions.english import in_plain_words
from knowledge.questions.given_when import take_given_when
from knowledge.questions.givers import take_givers, take_recipients
from knowledge.questions.grouping import COMPARING, GROUP_FRAMES, grouping, who_stands
from knowledge.questions.language import language_of
from knowledge.questions.limits import Limits, take_counted, take_limits, take_none_late, take_time_left, within
from knowledge.questions.making import told_of_making
from knowledge.questions.missing import missing_place
from knowledge.questions.model import AgencyAsk, Intent, Reading, State, changed
from knowledge.questions.order import take_order
from knowledge.questions.outputs import NO_OUTPUTS, Made, outputs_in
from knowledge.questions.parties import take_parties
from knowledge.questions.partners import only_says_with, with_partners
from knowledge.questions.rest import Rest
from knowledge.questions.rhythm import rhythm_in
from knowledge.questions.states import take_standing
from knowledge.questions.typing import Repair
from knowledge.questions.unread import conditions_in, recorded_in
from knowledge.questions.vocabulary import Vocabulary
from knowledge.text import fold_aligned, has_diacritics, words
from knowledge.when import Period

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
    if only_says_with(topic, partners) or part_of_names(topic, agencies, vocabulary.registry):  # "bên cảng ACV"
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
    read = completed_draft(changed(draft, foreign=draft.foreign or _law_in_force(draft)), vocabulary, raw, today)
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


def _counted_by(raw: str, folded: str, directives: tuple[str, ...], agencies: tuple[AgencyAsk, ...], has: str) -> str:
    named = grouping(folded) or ("" if agencies else has or who_stands(raw, folded))
    if len(agencies) > 1 and COMPARING.search(folded) and not lexicon.COORDINATE.search(folded):
        return "agency"
    return "" if named == "directive" and directives else named  # "theo nghị quyết 71" is a filter
