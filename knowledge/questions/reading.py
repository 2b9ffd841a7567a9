"""What a question asks: of whom, about when, in which state, about what."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from knowledge.agencies import Mention, Registry
from knowledge.codes import find_code
from knowledge.directives import Directive
from knowledge.questions import lexicon
from knowledge.questions.documents import Document, strange_document
from knowledge.questions.frame import ENGLISH_FRAME, frame_spans
from knowledge.questions.glossary import Glossary, Synonyms
from knowledge.questions.initials import Initials
from knowledge.questions.shorthand import write_out
from knowledge.questions.typing import Repair, Speller
from knowledge.search import syllables
from knowledge.text import Token, fold, fold_aligned, has_diacritics, is_syllable, tidy, tokens
from knowledge.when import Period, find_periods

SOON = timedelta(days=30)
# A title stands right before a name.
_TITLE_LETTERS = 60


class Intent(StrEnum):
    """The kinds of question."""

    LIST = "list"
    COUNT = "count"
    TASK = "task"
    FACT = "fact"
    DIRECTIVE = "directive"
    DIRECTIVES = "directives"
    INDICATORS = "indicators"
    DATABASES = "databases"
    GROUP = "group"
    HELP = "help"
    NONE = "none"


class Role(StrEnum):
    """In which role an agency is asked about."""

    LEAD = "lead"
    COORDINATOR = "coordinator"
    ANY = "any"


class State(StrEnum):
    """The states a question can name."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    NO_REPORT = "no_report"
    DONE = "done"
    IN_PROGRESS = "in_progress"
    NOT_STARTED = "not_started"
    ONGOING = "ongoing"
    RECURRING = "recurring"
    NO_DEADLINE = "no_deadline"


# How far one thing is, asked with its name and nothing else.
_OF_ONE_TASK = frozenset({State.DONE, State.IN_PROGRESS, State.NOT_STARTED})


@dataclass(frozen=True, slots=True)
class AgencyAsk:
    """An agency or group the question names, in which role; `written` is the former name or slip it stood for."""

    name: str
    role: Role = Role.LEAD
    written: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a question.

    `period`, `states`, `directives`, `section` ("mục 89") and `groups_too` filter tasks. `topic` is the words left
    over, as written, `matter` the same with its time words, for looking in the text itself; `about` says that the
    topic was introduced ("về …"), `lists` that tasks were asked for ("việc gì"). `code` is a task code's key, `focus`
    the field that is asked for (leads, coordinators, deadline, output, signer), `grouping` by what tasks are counted
    (agency, province, directive, kind, year, quarter, month). `leaned` says that the question before it was needed,
    `repairs` what was read otherwise than written, `words` is the whole question as it was read, folded, `said`
    the topic before it was put into the directives' words, and `foreign` a document that no directive mentions.
    """

    question: str
    language: str
    intent: Intent
    agencies: tuple[AgencyAsk, ...] = ()
    period: Period | None = None
    states: tuple[State, ...] = ()
    directives: tuple[str, ...] = ()
    topic: str = ""
    code: str = ""
    focus: str = ""
    groups_too: bool = True
    repairs: tuple[Repair, ...] = ()
    grouping: str = ""
    section: str = ""
    about: bool = False
    lists: bool = False
    words: str = ""
    matter: str = ""
    leaned: bool = False
    said: str = ""
    foreign: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """The names a question may use: agencies, directives, task codes (as keys), documents that stand in the texts."""

    registry: Registry
    directives: tuple[Directive, ...]
    codes: frozenset[str]
    glossary: Glossary = field(default_factory=lambda: Glossary({}))
    speller: Speller = field(default_factory=lambda: Speller({}))
    synonyms: Synonyms = field(default_factory=lambda: Synonyms({}))
    initials: Initials = field(default_factory=lambda: Initials({}))
    documents: frozenset[Document] = frozenset()
    _patterns: list[tuple[str, re.Pattern[str]]] = field(init=False, repr=False, default_factory=list)

    def __post_init__(self) -> None:
        """Make the patterns that find a directive in words."""
        for directive in self.directives:
            self._patterns.append((directive.id, re.compile(_directive_pattern(directive))))

    def knows(self, word: str) -> bool:
        """Tell whether a folded word is one of the directives' own, a known abbreviation, or names an agency."""
        return self.speller.says((word,)) or " " in syllables(word) or self.registry.knows(word)

    def directives_in(self, folded: str) -> list[tuple[str, int, int]]:
        """Return (directive id, start, end) for the directives named in aligned folded text."""
        found = [(name, m.start(), m.end()) for name, pattern in self._patterns for m in pattern.finditer(folded)]
        return sorted(found, key=lambda item: (item[1], -item[2]))


def _directive_pattern(directive: Directive) -> str:
    names = {re.escape(fold(n)).replace(r"\ ", r"\s+") for n in (directive.number, *directive.nicknames)}
    number = re.match(r"0*(\d+)", directive.number)
    if number:
        kind = (
            r"(?:nghi quyet|nq)"
            if "NQ" in directive.number
            else r"(?:thong bao ket luan|thong bao|ket luan|tbkl|tb|kl|notice|conclusion)"
        )
        kind = kind[:-1] + r"|resolution|van ban|directive)"
        head = rf"0?{number[1]}"
        letters = "nq" if "NQ" in directive.number else "tb"
        names.add(rf"{kind}\s*(?:so\s*)?{head}(?:\s*[-/]\s*{letters}(?:[-/][a-z]+)*)?(?![\d/]|-\d)")
        names.add(rf"{head}\s*[-/]\s*{letters}(?:[-/][a-z]+)*")
        if len(number[1]) > 2:
            names.add(rf"{head}(?!\s*[-/.]?\s*\w)")  # a number so long is said alone: "việc trong 329"
            names.add(rf"(?<=\bin ){head}(?!\s*[-/.]?\s*\d)")
            names.add(rf"(?<=\btrong ){head}(?!\s*[-/.]?\s*\d)")
    return rf"(?<![\w/.])(?:{'|'.join(sorted(names, key=len, reverse=True))})(?!\w)"


def read_question(question: str, vocabulary: Vocabulary, today: date, asker: str = "") -> Reading:
    """Read `question` as asked on `today` by someone of the agency `asker` ("" when unknown).

    Never raises: words that say nothing known give the intent `none` with a topic.
    """
    raw, written_out = vocabulary.initials.write_out(write_out(tidy(question).strip()), vocabulary.knows)
    raw, repairs = vocabulary.speller.repair(raw)
    rest = _Rest(raw)
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
    period_kept = _Rest(rest.raw)
    each = lexicon.EACH_UNIT.search(rest.folded) if lexicon.grouping(rest.original) else None
    if each is not None:
        rest.take(each.start(), each.end())
    period = rest.take_period(today, vocabulary.registry)
    agencies = rest.take_agencies(vocabulary.registry, asker)
    period_kept.take_agencies(vocabulary.registry, asker)
    with_states = _Rest(rest.raw)
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
    made = _with_intent(draft, raw, rest.original, today)
    if made.intent is Intent.FACT:  # "phương châm năm 2026": the year belongs to what is asked
        return replace(made, topic=matter, period=None)
    return made


def _grouping(folded: str, directives: tuple[str, ...], agencies: tuple[AgencyAsk, ...]) -> str:
    named = lexicon.grouping(folded)
    if len(agencies) > 1 and lexicon.COMPARING.search(folded) and not lexicon.COORDINATE.search(folded):
        return "agency"
    return "" if named == "directive" and directives else named  # "theo nghị quyết 71" is a filter


@dataclass(frozen=True, slots=True)
class _Seen:
    """A draft reading beside the question it was made of, for the rules that choose the intent."""

    draft: Reading
    raw: str
    folded: str

    def says(self, pattern: re.Pattern[str]) -> bool:
        return any(True for _ in lexicon.find(pattern, self.raw, self.folded))

    @property
    def filters(self) -> bool:
        return bool(self.draft.agencies or self.draft.period or self.draft.states)

    @property
    def counts_by_group(self) -> bool:
        counted = (
            self.says(lexicon.LISTING) or self.says(lexicon.COUNT) or lexicon.asks_databases(self.raw, self.folded)
        )
        counted = counted or bool(self.draft.states) or not self.draft.topic
        return bool(self.draft.grouping) and counted and not self.says(lexicon.INDICATOR)

    @property
    def about_a_directive(self) -> bool:
        draft = self.draft
        if not draft.directives:
            return False
        bare = not (self.filters or draft.topic or draft.focus)
        told = self.says(lexicon.META) and not (draft.agencies or draft.states or len(draft.topic.split()) > 3)
        asks = self.says(lexicon.LISTING) or self.says(lexicon.COUNT)
        return draft.focus == "signer" or ((bare or told) and not asks)


# The first rule that holds names the intent.
_INTENTS: tuple[tuple[Intent, Callable[[_Seen], bool]], ...] = (
    (Intent.TASK, lambda seen: bool(seen.draft.code)),
    (Intent.DIRECTIVES, lambda seen: seen.says(lexicon.DIRECTIVES)),
    (
        Intent.DATABASES,
        lambda seen: lexicon.asks_databases(seen.raw, seen.folded) and not seen.draft.grouping,
    ),
    (Intent.GROUP, lambda seen: seen.counts_by_group),
    (Intent.INDICATORS, lambda seen: seen.says(lexicon.INDICATOR)),
    (Intent.DIRECTIVE, lambda seen: seen.says(lexicon.WHICH_DIRECTIVE)),
    (Intent.DIRECTIVE, lambda seen: seen.about_a_directive),
    (Intent.COUNT, lambda seen: seen.says(lexicon.COUNT) and seen.says(lexicon.LISTING)),
    (Intent.COUNT, lambda seen: seen.says(lexicon.COUNT) and seen.filters and not seen.draft.topic),
    (Intent.TASK, lambda seen: bool(seen.draft.focus and seen.draft.topic)),
    (
        Intent.FACT,
        lambda seen: (
            seen.says(lexicon.FACT)
            and not seen.says(lexicon.LISTING)
            and not seen.draft.agencies
            and bool(seen.draft.topic or not seen.filters)
        ),
    ),
    (Intent.LIST, lambda seen: seen.filters or bool(seen.draft.directives)),
    (Intent.LIST, lambda seen: seen.says(lexicon.LISTING) and bool(seen.draft.topic)),
    (Intent.FACT, lambda seen: bool(seen.draft.topic)),
)


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


def _with_intent(draft: Reading, raw: str, folded: str, today: date) -> Reading:
    if State.DUE_SOON in draft.states and draft.period is None:
        draft = replace(draft, period=Period(today, today + SOON, "within", rule="due soon"))
    seen = _Seen(draft, raw, folded)
    intent = next((intent for intent, holds in _INTENTS if holds(seen)), Intent.NONE)
    return replace(draft, intent=intent)


class _Rest:
    """The question while its parts are taken out; what is taken becomes spaces, so that offsets stay."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.folded = fold_aligned(raw)
        self.original = self.folded

    def take(self, start: int, end: int) -> None:
        blank = " " * (end - start)
        self.raw = self.raw[:start] + blank + self.raw[end:]
        self.folded = self.folded[:start] + blank + self.folded[end:]

    def take_directives(self, vocabulary: Vocabulary) -> tuple[str, ...]:
        found: dict[str, None] = {}
        taken = 0
        for name, start, end in vocabulary.directives_in(self.folded):
            if start >= taken:
                found[name] = None
                self.take(start, end)
                taken = end
        return tuple(found)

    def take_period(self, today: date, registry: Registry) -> Period | None:
        """Take the times out and return the first; none stands in a name ("Quảng Nam trước đây")."""
        hidden = self.raw
        for mention in registry.mentions(self.raw):
            hidden = hidden[: mention.start] + "·" * (mention.end - mention.start) + hidden[mention.end :]
        periods = find_periods(hidden, today)
        exact = bool(periods) and lexicon.LAST_DAY.search(self.folded[: periods[0].end], periods[0].start) is not None
        for period in periods:
            self.take(period.start, period.end)
        first = periods[0] if periods else None
        if first is not None and exact and first.last is not None:  # "hạn chót 31/12/2026" is that day
            return replace(first, first=first.last, kind="within")
        return first

    def take_agencies(self, registry: Registry, asker: str) -> tuple[AgencyAsk, ...]:
        mentions = [self._with_title(mention) for mention in registry.mentions(self.raw)]
        asks: dict[str, AgencyAsk] = {}
        for mention, role in zip(mentions, _roles(self.folded, mentions), strict=False):
            asks.setdefault(mention.name, AgencyAsk(mention.name, role, mention.written))
        for mention in mentions:
            self.take(mention.start, mention.end)
        if asker and not mentions:
            mine = next(lexicon.find(lexicon.MINE, self.raw, self.folded), None)
            if mine is not None:
                asks[asker] = AgencyAsk(asker, _roles(self.folded, ())[0])
                self.take(mine.start(), mine.end())
        return tuple(asks.values())

    def _with_title(self, mention: Mention) -> Mention:
        """Take "UBND tỉnh" before a province's name with it."""
        title = lexicon.TITLE.search(self.folded, max(0, mention.start - _TITLE_LETTERS), mention.start)
        return replace(mention, start=title.start()) if title else mention

    def take_section(self) -> str:
        found = lexicon.SECTION.search(self.folded)
        if found is None:
            return ""
        self.take(found.start(), found.end())
        return next(group for group in found.groups() if group)

    def take_own_only(self) -> bool:
        """Tell whether only tasks given to the agency itself are asked for; take the words about group tasks out."""
        own = lexicon.OWN_ONLY.search(self.folded)
        for pattern in (lexicon.OWN_ONLY, lexicon.GROUPS_TOO):
            for place in list(pattern.finditer(self.folded)):
                self.take(place.start(), place.end())
        return own is not None

    def take_states(self) -> tuple[State, ...]:
        found: dict[State, None] = {}
        for name, pattern in lexicon.STATES:
            for place in list(lexicon.find(pattern, self.raw, self.folded)):
                found[State(name)] = None
                self.take(place.start(), place.end())
        return tuple(found)

    def topic(self, frames: Sequence[re.Pattern[str] | str], vocabulary: Vocabulary) -> str:
        """Return the words that are left: no frame at their edges, single frame words between them kept.

        A word without marks that could be a frame or a syllable of the topic ("thi") is the topic's where the
        directives know it beside its neighbour ("phong thi nghiem"), a word of a longer expression always ("vắc xin").
        """
        sure, unsure = bytearray(len(self.raw)), bytearray(len(self.raw))
        for pattern in frames:
            for place in lexicon.find(pattern, self.raw, self.folded):
                sure[place.start() : place.end()] = b"\x01" * (place.end() - place.start())
        for start, end, certain in frame_spans(self.raw, self.folded):
            (sure if certain else unsure)[start:end] = b"\x01" * (end - start)
        found = tokens(self.raw)
        framed = [bool(sure[t.start] or unsure[t.start]) for t in found]
        for index, token in enumerate(found):
            if framed[index] and not sure[token.start]:
                near = [k for k in (index - 1, index + 1) if 0 <= k < len(found) and not framed[k]]
                framed[index] = not any(
                    vocabulary.speller.linked(
                        *((found[k].folded, token.folded) if k < index else (token.folded, found[k].folded))
                    )
                    for k in near
                )
        for places in vocabulary.synonyms.expressions(found):
            if not all(framed[k] for k in places):
                framed[places.start : places.stop] = [False] * len(places)
        return _joined(self.raw, found, framed)


# What is asked for is no part of the topic, not even in its midst: "chọn mấy sản phẩm".
_ASKING = frozenset("mấy gì nào ai đâu nhiêu bn".split())
_COMMA = re.compile(r"[,;](?!\w)")


def _joined(raw: str, found: Sequence[Token], framed: Sequence[bool]) -> str:
    kept: list[str] = []
    waiting: list[str] = []
    end = 0
    for token, frame in zip(found, framed, strict=True):
        gap = raw[end : token.start]
        end = token.end
        if "   " in gap:
            waiting = ["", ""]
        if frame:
            waiting.append(token.raw)
            continue
        if kept and len(waiting) == 1 and waiting[0].lower() not in _ASKING:
            kept.append(waiting[0])
        if kept and _COMMA.search(gap):
            kept[-1] += ","
        if gap == "&" and kept and not waiting:
            kept[-1] += f"&{token.raw}"
        else:
            kept.append(token.raw)
        waiting = []
    return " ".join(kept)


def _roles(folded: str, mentions: Sequence[Mention]) -> list[Role]:
    """Return the role in which each agency is asked about.

    Where the first role word follows the first agency ("X chủ trì mà Y phối hợp"), each role follows its agency;
    else it stands before ("phối hợp với X"). Without any role word an agency is asked about as lead.
    """
    if _both_roles(folded):
        return [Role.ANY] * max(1, len(mentions))
    if not mentions:
        return [_role_word(folded) or Role.LEAD]
    ends = [m.start for m in mentions[1:]] + [len(folded)]
    follows = _role_word(folded[: mentions[0].start]) is None
    roles: list[Role] = []
    for index, mention in enumerate(mentions):
        before = _role_word(folded[mentions[index - 1].end if index else 0 : mention.start])
        after = _role_word(folded[mention.end : ends[index]], first=True)
        found = (after or before) if follows else (before or after)
        roles.append(found or (roles[-1] if roles else Role.LEAD))
    if len(roles) == 2 and roles == [Role.COORDINATOR] * 2 and lexicon.WITH.search(folded[: mentions[1].start]):
        roles[1] = Role.LEAD  # "X phối hợp với Y": Y leads
    return roles


def _both_roles(folded: str) -> bool:
    return lexicon.BOTH_ROLES.search(folded) is not None


def _role_word(stretch: str, *, first: bool = False) -> Role | None:
    patterns = ((Role.LEAD, lexicon.LEAD), (Role.COORDINATOR, lexicon.COORDINATE), (Role.ANY, lexicon.ANY_ROLE))
    found = [(place.start(), role) for role, pattern in patterns for place in pattern.finditer(stretch)]
    if not found:
        return None
    return min(found)[1] if first else max(found)[1]


_ENGLISH = frozenset(
    "which what who when where how many tasks task does do is are the of in by for due own owns has have must show "
    "list me all overdue deadline ministry report help under lead leads and not with this next last week month quarter "
    "year about give on".split()
)
_VIETNAMESE = frozenset(
    "bo viec gi nao nhiem vu han qua cua la trong quy thang nam nhung cac chu tri phoi hop cho ai bao nhieu khi den "
    "hoi va thi con chua cham toi minh tinh".split()
)


def language_of(text: str) -> str:
    """Return "en" for a question in English (Vietnamese names in it do not count), else "vi"."""
    found = list(re.findall(r"[a-z']+", fold(text)))
    plain = re.findall(r"[^\W\d_]+", text.lower())
    english = sum(w in _ENGLISH for w in plain)  # "đó" is no "do"
    vietnamese = sum(w in _VIETNAMESE for w in found)
    if english == 0:
        return "vi"
    if vietnamese == 0 and not has_diacritics(text):
        return "en"
    framed = not has_diacritics(text) and vietnamese > english
    return "vi" if framed else "en" if english >= 2 or len(found) <= 2 else "vi"
