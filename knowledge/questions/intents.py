"""Which kind of question it is: the first rule that holds of a draft reading names the intent."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.patterns import Sought
from knowledge.questions import lexicon
from knowledge.questions.grouping import compares_agencies
from knowledge.questions.making import asks_what_is_made
from knowledge.questions.model import Intent, Reading, State, changed
from knowledge.questions.order import ordered
from knowledge.when import Period

SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A draft reading beside the question it was made of, for the rules that choose the intent."""

    draft: Reading
    raw: str
    folded: str

    def says(self, pattern: Sought) -> bool:
        return lexicon.says(pattern, self.raw, self.folded)

    @property
    def filters(self) -> bool:
        draft = self.draft
        out = draft.excluded or draft.but_states or draft.but_topics
        return bool(
            draft.agencies
            or draft.period
            or draft.states
            or draft.outputs
            or out
            or ((draft.whatever or draft.parties) and draft.lists)
        )

    @property
    def counts_by_group(self) -> bool:
        if not self.draft.grouping:
            return False
        if self.says(lexicon.INDICATOR):
            return self.draft.grouping == "agency" and compares_agencies(self.folded)
        counted = self.says(lexicon.LISTING) or lexicon.asks_databases(self.raw, self.folded)
        return counted or bool(self.draft.states or self.draft.outputs) or not self.draft.topic

    @property
    def about_a_directive(self) -> bool:
        draft = self.draft
        if not draft.directives:
            return False
        bare = not (self.filters or draft.topic or draft.focus)
        limited = draft.agencies or draft.states or draft.outputs or (draft.period and _DUE.search(self.folded))
        told = self.says(lexicon.META) and not (limited or len(draft.topic.split()) > 1)
        told = told or draft.focus == "issued"
        asks = self.says(lexicon.LISTING) or self.says(lexicon.COUNT)
        return draft.focus == "signer" or ((bare or told) and not asks)

    @property
    def of_their_making(self) -> bool:
        """Tell whether it is asked which documents an agency is to make, not which directive is meant."""
        return bool(self.draft.agencies) and self.draft.lists and asks_what_is_made(self.raw, self.folded)

    @property
    def when_in_force(self) -> bool:
        """Tell whether it is asked from when a directive holds: its own article says that."""
        draft = self.draft
        named = draft.directives and not (draft.agencies or draft.period or draft.states or draft.lists)
        return bool(named) and self.says(lexicon.IN_FORCE) and len(draft.topic.split()) <= _OF_FORCE


_OF_FORCE = 4  # "hiệu lực thi hành từ"


# With a time beside it: tasks are asked for ("what is due in June under 329").
_DUE = re.compile(r"\b(?:due|han)\b")
# The first rule that holds names the intent.
_INTENTS: tuple[tuple[Intent, Callable[[_Seen], bool]], ...] = (
    (Intent.TASK, lambda seen: bool(seen.draft.code)),
    (Intent.INDICATORS, lambda seen: bool(seen.draft.place and not seen.draft.topic) and seen.says(lexicon.INDICATOR)),
    (Intent.FACT, lambda seen: bool(seen.draft.place) and not seen.draft.section),
    (Intent.FACT, lambda seen: seen.when_in_force),
    (
        Intent.FACT,
        lambda seen: bool(seen.draft.directives) and seen.says(lexicon.ATTENDS) and not seen.says(lexicon.LISTING),
    ),
    (
        Intent.DIRECTIVE,
        lambda seen: bool(seen.draft.directives) and lexicon.asks_replaced(seen.folded) and not seen.filters,
    ),
    (Intent.COUNT, lambda seen: seen.of_their_making and seen.says(lexicon.COUNT)),
    (Intent.LIST, lambda seen: seen.of_their_making),
    (Intent.DIRECTIVES, lambda seen: seen.says(lexicon.DIRECTIVES)),
    (
        Intent.DATABASES,
        lambda seen: lexicon.asks_databases(seen.raw, seen.folded) and not seen.draft.grouping,
    ),
    (Intent.GROUP, lambda seen: seen.counts_by_group),
    (Intent.INDICATORS, lambda seen: seen.says(lexicon.INDICATOR)),
    (Intent.DIRECTIVE, lambda seen: seen.says(lexicon.WHICH_DIRECTIVE) and not seen.draft.outputs),
    (Intent.DIRECTIVE, lambda seen: seen.about_a_directive),
    (
        Intent.FACT,
        lambda seen: (
            bool(seen.draft.directives or seen.draft.topic)
            and not (seen.draft.states or seen.draft.grouping or seen.says(lexicon.LISTING))
            and seen.says(lexicon.JUDGES)
        ),
    ),
    (Intent.FACT, lambda seen: seen.says(lexicon.WHY) and bool(seen.draft.topic) and not seen.filters),
    (Intent.COUNT, lambda seen: seen.says(lexicon.COUNT) and seen.says(lexicon.LISTING)),
    (Intent.COUNT, lambda seen: seen.says(lexicon.COUNT) and seen.filters and not seen.draft.topic),
    (Intent.COUNT, lambda seen: seen.says(lexicon.COUNT) and bool(seen.draft.outputs)),
    (Intent.DIRECTIVE, lambda seen: seen.draft.focus == "signer"),
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
    (
        Intent.FACT,
        lambda seen: (
            seen.says(lexicon.IDENTITY)
            and not (seen.draft.topic or seen.draft.period or seen.draft.states)
            and not seen.says(lexicon.LISTING)
        ),
    ),
    (Intent.FACT, lambda seen: seen.says(lexicon.SENT_TO) and bool(seen.draft.topic) and not seen.filters),
    (Intent.LIST, lambda seen: seen.filters or bool(seen.draft.directives)),
    (Intent.LIST, lambda seen: seen.says(lexicon.LISTING) and bool(seen.draft.topic)),
    (Intent.FACT, lambda seen: bool(seen.draft.topic)),
    (Intent.LIST, lambda seen: seen.draft.lists and (bool(seen.draft.unread) or ordered(seen.folded))),
)


_EXPIRES = re.compile(r"\b(?:se |la |sap |can )?het (?:thoi )?han\b")


def _to_expire(draft: Reading, today: date) -> Reading:
    """Return `draft` without lateness where "hết hạn" is said of a time that is not over: what is due then is meant."""
    last = draft.period.last if draft.period is not None else None
    if State.OVERDUE not in draft.states or last is None or last < today or draft.lateness is not None:
        return draft
    if not _EXPIRES.search(draft.words) or lexicon.SAYS_LATE.search(_EXPIRES.sub(" ", draft.words)):
        return draft
    return changed(draft, states=tuple(state for state in draft.states if state is not State.OVERDUE))


def with_intent(draft: Reading, raw: str, folded: str, today: date) -> Reading:
    if State.DUE_SOON in draft.states and draft.period is None:
        first, kind = (None, "by") if State.OVERDUE in draft.states else (today, "within")  # both are one stretch
        draft = changed(draft, period=Period(first, today + SOON, kind, rule="due soon"))
    draft = _to_expire(draft, today)
    seen = _Seen(draft, raw, folded)
    intent = next((intent for intent, holds in _INTENTS if holds(seen)), Intent.NONE)
    return changed(draft, intent=intent)
