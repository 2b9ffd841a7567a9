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
from knowledge.questions.glossary import Glossary
from knowledge.questions.typing import Repair, Speller
from knowledge.text import fold, fold_aligned, has_diacritics, tidy, tokens
from knowledge.when import Period, find_periods

SOON = timedelta(days=30)


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


@dataclass(frozen=True, slots=True)
class AgencyAsk:
    """An agency or group the question names, in which role; `written` is the former name or slip it stood for."""

    name: str
    role: Role = Role.LEAD
    written: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of a question. `code` is a task code's key, `focus` the field that is asked for
    (leads, coordinators, deadline, output, signer), `topic` the words left over, as written. `grouping` is by what
    tasks are counted (agency, directive, year, quarter, month, kind). `leaned` says that the question before it
    was needed."""

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
    leaned: bool = False


@dataclass(frozen=True)
class Vocabulary:
    """The names a question may use: agencies, directives, task codes (as keys)."""

    registry: Registry
    directives: tuple[Directive, ...]
    codes: frozenset[str]
    glossary: Glossary = field(default_factory=lambda: Glossary({}))
    speller: Speller = field(default_factory=lambda: Speller({}))
    _patterns: list[tuple[str, re.Pattern[str]]] = field(init=False, repr=False, default_factory=list)

    def __post_init__(self) -> None:
        """Make the patterns that find a directive in words."""
        for directive in self.directives:
            self._patterns.append((directive.id, re.compile(_directive_pattern(directive))))

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
    return rf"(?<![\w/.])(?:{'|'.join(sorted(names, key=len, reverse=True))})(?!\w)"


def read_question(question: str, vocabulary: Vocabulary, today: date, asker: str = "") -> Reading:
    """Read `question` as asked on `today` by someone of the agency `asker` ("" when unknown).

    Never raises: words that say nothing known give the intent `none` with a topic.
    """
    raw, repairs = vocabulary.speller.repair(tidy(question).strip())
    rest = _Rest(raw)
    language = language_of(raw)
    if lexicon.GREETING.search(rest.folded) or lexicon.THANKS.search(rest.folded) or not rest.folded.strip():
        return Reading(question, language, Intent.HELP)
    code = find_code(raw, vocabulary.codes)
    if code:
        rest.take(code[1], code[2])
    directives = rest.take_directives(vocabulary)
    frames = lexicon.frames_of(raw, rest.original)
    with_period = rest.topic(frames)
    period = rest.take_period(today)
    agencies = rest.take_agencies(vocabulary.registry, asker)
    states = rest.take_states()
    focus = next((name for name, pattern in lexicon.DETAIL if any(lexicon.find(pattern, raw, rest.original))), "")
    if re.search(r"\bai ky\b|\bwho signed\b|\bnguoi ky\b", rest.original):
        focus = "signer"
    topic = rest.topic(frames)
    if language == "en":
        topic, with_period = (vocabulary.glossary.in_vietnamese(words) for words in (topic, with_period))
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
        repairs=repairs,
        grouping=""
        if directives and lexicon.grouping(rest.original) == "directive"
        else lexicon.grouping(rest.original),
    )
    made = _with_intent(draft, raw, rest.original, today)
    if made.intent is Intent.FACT:  # "phương châm năm 2026": the year belongs to what is asked
        return replace(made, topic=with_period, period=None)
    return made


def _grouping(folded: str, directives: tuple[str, ...]) -> str:
    named = lexicon.grouping(folded)
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
    def about_a_directive(self) -> bool:
        draft = self.draft
        if not draft.directives:
            return False
        bare = not (self.filters or draft.topic or draft.focus)
        return draft.focus == "signer" or (bare and not self.says(lexicon.LISTING) and not self.says(lexicon.COUNT))


# The first rule that holds names the intent.
_INTENTS: tuple[tuple[Intent, Callable[[_Seen], bool]], ...] = (
    (Intent.TASK, lambda seen: bool(seen.draft.code)),
    (Intent.DIRECTIVES, lambda seen: seen.says(lexicon.DIRECTIVES)),
    (Intent.GROUP, lambda seen: bool(seen.draft.grouping)),
    (Intent.DATABASES, lambda seen: lexicon.asks_databases(seen.raw, seen.folded)),
    (Intent.INDICATORS, lambda seen: seen.says(lexicon.INDICATOR)),
    (Intent.DIRECTIVE, lambda seen: seen.about_a_directive),
    (Intent.COUNT, lambda seen: seen.says(lexicon.COUNT) and (seen.filters or seen.says(lexicon.LISTING))),
    (Intent.TASK, lambda seen: bool(seen.draft.focus and seen.draft.topic)),
    (
        Intent.FACT,
        lambda seen: seen.says(lexicon.FACT) and not seen.says(lexicon.LISTING) and not seen.draft.agencies,
    ),
    (Intent.LIST, lambda seen: seen.filters or bool(seen.draft.directives)),
    (Intent.LIST, lambda seen: seen.says(lexicon.LISTING) and bool(seen.draft.topic)),
    (Intent.FACT, lambda seen: bool(seen.draft.topic)),
)


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

    def take_period(self, today: date) -> Period | None:
        periods = find_periods(self.raw, today)
        for period in periods:
            self.take(period.start, period.end)
        return periods[0] if periods else None

    def take_agencies(self, registry: Registry, asker: str) -> tuple[AgencyAsk, ...]:
        mentions = registry.mentions(self.raw)
        asks: dict[str, AgencyAsk] = {}
        for index, mention in enumerate(mentions):
            role = _role(self.folded, mentions, index)
            asks.setdefault(mention.name, AgencyAsk(mention.name, role, mention.written))
        for mention in mentions:
            self.take(mention.start, mention.end)
        if asker and asker not in asks and not mentions:
            mine = next(lexicon.find(lexicon.MINE, self.raw, self.folded), None)
            if mine is not None:
                asks[asker] = AgencyAsk(asker, _role(self.folded, (), 0))
                self.take(mine.start(), mine.end())
        return tuple(asks.values())

    def take_states(self) -> tuple[State, ...]:
        found: dict[State, None] = {}
        for name, pattern in lexicon.STATES:
            for place in list(lexicon.find(pattern, self.raw, self.folded)):
                found[State(name)] = None
                self.take(place.start(), place.end())
        return tuple(found)

    def topic(self, frames: Sequence[re.Pattern[str] | str]) -> str:
        """Return the words that are left: no frame at their edges, single frame words between them kept."""
        framed = bytearray(len(self.raw))
        for pattern in frames:
            for place in lexicon.find(pattern, self.raw, self.folded):
                framed[place.start() : place.end()] = b"\x01" * (place.end() - place.start())
        kept: list[str] = []
        waiting: list[str] = []
        end = 0
        for token in tokens(self.raw):
            gap = self.raw[end : token.start]
            end = token.end
            if "   " in gap:
                waiting = ["", ""]
            if framed[token.start]:
                waiting.append(token.raw)
                continue
            joint = "&" if gap == "&" else " "
            if kept and len(waiting) == 1:
                kept.append(waiting[0])
            if joint == "&" and kept:
                kept[-1] += f"&{token.raw}"
            else:
                kept.append(token.raw)
            waiting = []
        return " ".join(kept)


def _role(folded: str, mentions: Sequence[Mention], index: int) -> Role:
    """Take the role word before the agency; where none stands before any, one after it or anywhere."""
    start = mentions[index - 1].end if index else 0
    end = mentions[index].start if mentions else len(folded)
    before = _role_word(folded[start:end])
    if before is not None:
        return before
    after_end = mentions[index + 1].start if index + 1 < len(mentions) else len(folded)
    after = (
        _role_word(folded[mentions[index].end : after_end], first=True)
        if mentions and index + 1 == len(mentions)
        else None
    )
    if after is not None:
        return after
    return _role(folded, mentions, index - 1) if index else Role.LEAD


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
    english = sum(w in _ENGLISH for w in found)
    vietnamese = sum(w in _VIETNAMESE for w in found)
    if english == 0:
        return "vi"
    if vietnamese == 0 and not has_diacritics(text):
        return "en"
    framed = not has_diacritics(text) and vietnamese > english
    return "vi" if framed else "en" if english >= 2 or len(found) <= 2 else "vi"
