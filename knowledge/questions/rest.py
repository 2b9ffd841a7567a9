"""A question while its parts are taken out one after another, and the words that are left: its topic."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from knowledge.codes import find_code
from knowledge.mentions import Mention
from knowledge.patterns import Sieve, Sought
from knowledge.questions import lexicon
from knowledge.questions.edges import without_edges
from knowledge.questions.frame import frame_spans
from knowledge.questions.grouping import EACH_UNIT, who_has
from knowledge.questions.kinds import is_output, without_issuers
from knowledge.questions.matters import without_matters
from knowledge.questions.model import AgencyAsk, State
from knowledge.questions.mutual import partners
from knowledge.questions.pointing import place_in
from knowledge.questions.roles import roles_of, together
from knowledge.questions.vocabulary import Vocabulary
from knowledge.text import Token, fold_aligned, tokens
from knowledge.when import Period, find_periods

_STATES = Sieve((pattern, (State(name), pattern)) for name, pattern in lexicon.STATES_SOUGHT)
# Without any of these nothing is said of tasks that groups are given, or an agency itself.
_OF_GROUPS = (
    *("danh", "rieng", "truc tiep", "chung", "nhom", "cho cac", "joint", "shared", "common", "collective", "group"),
    *("own only", "including", "counting"),
)
# A title stands right before a name.
_SHORT = 9
_TITLE_LETTERS = 60


class Rest:
    """The question while its parts are taken out; what is taken becomes spaces, so that offsets stay."""

    def __init__(self, raw: str, folded: str = "") -> None:
        """Take the question, and it `folded` letter by letter where it is so already."""
        self.raw = raw
        self.folded = folded or fold_aligned(raw)
        self.original = self.folded

    def take(self, start: int, end: int) -> None:
        blank = " " * (end - start)
        self.raw = self.raw[:start] + blank + self.raw[end:]
        self.folded = self.folded[:start] + blank + self.folded[end:]

    def take_code(self, known: Collection[str]) -> str:
        """Take a task code out and return its key; "" where there is none."""
        found = find_code(self.raw, known)
        if found is None:
            return ""
        self.take(found[1], found[2])
        return found[0]

    def take_directives(self, vocabulary: Vocabulary, today: date) -> tuple[str, ...]:
        found: dict[str, None] = {}
        taken = 0
        for names, start, end in vocabulary.directives_in(self.raw, self.folded, today):
            if start >= taken and not is_output(self.folded, start):
                if found and lexicon.CARRIES_OUT.fullmatch(self.folded[taken:start]):
                    self.take(taken, start)
                else:
                    found.update(dict.fromkeys(names))
                self.take(start, end)
                taken = end
        return tuple(found)

    def take_period(
        self, today: date, vocabulary: Vocabulary, directives: Sequence[str], *, each: bool
    ) -> tuple[Period | None, tuple[str, ...]]:
        """Take the times out; return the one that is meant, and the words of the others.

        A day on which something of the named `directives` is due is that day, though it is over.

        It is the first, or one within it ("năm 2026, quý I"). None stands in a name ("Quảng Nam trước đây"). Where
        tasks are counted by `each` of something, "mỗi tháng năm 2026" names no May.
        """
        unit = EACH_UNIT.search(self.folded) if each else None
        if unit is not None:
            self.take(unit.start(), unit.end())
        hidden = self.raw
        for mention in vocabulary.registry.mentions(self.raw):
            hidden = hidden[: mention.start] + "·" * (mention.end - mention.start) + hidden[mention.end :]
        for place in lexicon.DUE_IN.finditer(self.folded):
            hidden = hidden[: place.start()] + "·" * len(place.group()) + hidden[place.end() :]
        due = (vocabulary.due.get(name, frozenset()) for name in directives)
        periods = find_periods(hidden, today, due=frozenset[date]().union(*due))
        exact = bool(periods) and lexicon.LAST_DAY.search(self.folded[: periods[0].end], periods[0].start) is not None
        spoken = [period for period in periods if _TASKS.search(self._clause(period))] if len(periods) > 1 else periods
        meant, others = _one_of(spoken or periods)
        unread = tuple(" ".join(self.raw[each.start : each.end].split()) for each in others)
        for period in periods:
            self.take(period.start, period.end)
        if meant is not None and exact and meant.last is not None:  # "hạn chót 31/12/2026" is that day
            return replace(meant, first=meant.last, kind="within"), unread
        return meant, unread

    def _clause(self, period: Period) -> str:
        """Return what stands with a time between commas and stops, but the time itself."""
        start = max(self.folded.rfind(mark, 0, period.start) for mark in _MARKS)
        ends = [end for mark in _MARKS if (end := self.folded.find(mark, period.end)) >= 0]
        return f"{self.folded[start + 1 : period.start]} {self.folded[period.end : min(ends, default=None)]}"

    def take_who_has(self, raw: str) -> str:
        """Take out whoever is asked for by how many tasks they have; return "agency" or "province", else ""."""
        name, place = who_has(raw, self.original)
        self.take(*place)
        return name

    def take_agencies(self, vocabulary: Vocabulary, asker: str) -> tuple[tuple[AgencyAsk, ...], bool]:
        """Take out the agencies that are asked about; return them, and whether all of them must have a task."""
        named = vocabulary.units.among(self.raw, self.folded, vocabulary.registry.mentions(self.raw))
        named = without_issuers(self.folded, named)
        asked = without_matters(self.raw, self.folded, named, vocabulary.speller)
        mentions = [self._with_title(mention) for mention in asked]
        common = partners(self.folded, mentions)
        as_one = common.together if common else together(self.folded, mentions)
        asks: dict[str, AgencyAsk] = {}
        roles = (common.roles if common else roles_of(self.folded, mentions)) if mentions else ()
        for start, end in common.said if common else ():
            self.take(start, end)
        for mention, role in zip(mentions, roles, strict=True):
            asks.setdefault(mention.name, AgencyAsk(mention.name, role, mention.written, mention.unit))
        for mention in mentions:
            self.take(mention.start, mention.end)
        if asker and not mentions:
            mine = next(lexicon.find(lexicon.MINE, self.raw, self.folded), None)
            if mine is not None:
                asks[asker] = AgencyAsk(asker, roles_of(self.folded, ())[0])
                self.take(mine.start(), mine.end())
        elif (
            not mentions
            and self._is_short
            and (ours := next(lexicon.find(lexicon.OUR_BODY, self.raw, self.folded), None)) is not None
        ):
            self.take(ours.start(), ours.end())  # whose it is, is told by who asks
        return tuple(asks.values()), as_one and len({ask.role for ask in asks.values()}) == 1

    @property
    def _is_short(self) -> bool:
        """Tell whether little is said: in a longer question "bộ mình" only tells who asks."""
        return len(self.folded.split()) <= _SHORT

    def _with_title(self, mention: Mention) -> Mention:
        """Take "UBND tỉnh" before a province's name with it."""
        title = lexicon.TITLE.search(self.folded, max(0, mention.start - _TITLE_LETTERS), mention.start)
        return replace(mention, start=title.start()) if title else mention

    def take_place(self, paths: Sequence[str]) -> str:
        """Take out what points at one of these paths of a directive, and return the path; "" where nothing does."""
        found = place_in(self.raw, self.folded, paths) if paths else None
        if found is None:
            return ""
        self.take(found[1], found[2])
        return found[0]

    def take_section(self) -> str:
        found = lexicon.SECTION.search(self.folded)
        if found is None:
            return ""
        self.take(found.start(), found.end())
        return next(group for group in found.groups() if group)

    def take_own_only(self) -> bool:
        """Tell whether only tasks given to the agency itself are asked for; take the words about group tasks out."""
        if not any(hint in self.folded for hint in _OF_GROUPS):
            return False
        own = list(lexicon.OWN_ONLY.finditer(self.folded))
        for place in own:
            self.take(place.start(), place.end())
        for place in list(lexicon.GROUPS_TOO.finditer(self.folded)):
            self.take(place.start(), place.end())
        return bool(own)

    def take_groups_only(self) -> bool:
        """Tell whether only what an agency has through its groups is asked for ("việc giao chung"); take it out."""
        found = list(lexicon.find(lexicon.GROUPS_ONLY, self.raw, self.folded))
        for place in found:
            self.take(place.start(), place.end())
        return bool(found)

    def take_not_coordinated(self) -> None:
        """Take out that what an agency coordinates is left out: it is asked about as lead then, as without a role.

        What it leads may be left out beside what it coordinates: that word says all.
        """
        for pattern in (lexicon.NOT_COORDINATED, lexicon.NOT_LED):
            for place in list(lexicon.find(pattern, self.raw, self.folded)):
                self.take(place.start(), place.end())

    def take_states(self) -> tuple[State, ...]:
        """Take out the states that are named, and return them."""
        return tuple(dict.fromkeys(state for state, _, _ in self.states_with_places()))

    def states_with_places(self) -> list[tuple[State, int, int]]:
        """Take out the states that are named, and return each with where it stood."""
        found: list[tuple[State, int, int]] = []
        for state, pattern in _STATES.may_be_in(self.folded):
            for place in list(lexicon.find(pattern, self.raw, self.folded)):
                if state is State.DONE and _must_be(self.folded, place):
                    continue
                found.append((state, place.start(), place.end()))
                self.take(place.start(), place.end())
        return found

    def topic(self, frames: Sequence[Sought | str], vocabulary: Vocabulary) -> str:
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
        for index, (one, other) in enumerate(pairwise(found)):
            unsure_both = framed[index] and framed[index + 1] and not (sure[one.start] or sure[other.start])
            if unsure_both and f"{one.folded}_{other.folded}" in vocabulary.compounds:  # "ban dan" is no "bạn dặn"
                framed[index] = framed[index + 1] = False
        without_edges(self.raw, found, framed)
        for places in vocabulary.synonyms.expressions(found):
            if not all(framed[k] for k in places):
                framed[places.start : places.stop] = [False] * len(places)
        return _joined(self.raw, found, framed)


# "Phải chủ trì hoàn thành bao nhiêu việc": what must be done is not done, unless it says so ("đã").
_MUST_BE = re.compile(r"\b(?:phai|can(?! bo)|se|du kien)\b[^,.;?!]*$")


def _must_be(folded: str, done: re.Match[str]) -> bool:
    written = done.group()
    return (
        written.startswith(("hoan", "lam", "xong"))
        and not written.endswith("roi")
        and (_MUST_BE.search(folded, max(0, done.start() - _TITLE_LETTERS), done.start()) is not None)
    )


# "Tuần này giao ban, tuần trước có việc nào đến hạn": a time is meant where tasks are spoken of, if any is.
_TASKS = re.compile(
    r"\b(?:viec|nhiem vu|nv|han|xong|lam|hoan thanh|phai|giao(?! ban)|trinh|ban hanh"
    r"|tasks?|due|deadline|overdue|late|must|finish)\b"
)
_MARKS = (",", ";", ".", "?", ":")


def _one_of(periods: Sequence[Period]) -> tuple[Period | None, list[Period]]:
    """Return the period that is meant, the first or a part of it, and those that say something else."""
    meant = periods[0] if periods else None
    others: list[Period] = []
    for each in periods[1:]:
        assert meant is not None
        if _within(each, meant):
            meant = each
        elif not _within(meant, each):
            others.append(each)
    return meant, others


def _within(part: Period, whole: Period) -> bool:
    begins = whole.first is None or (part.first is not None and whole.first <= part.first)
    return begins and (whole.last is None or (part.last is not None and part.last <= whole.last))


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
