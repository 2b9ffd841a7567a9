"""The registry of agencies and groups, and how their names are found in what people write."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from rapidfuzz import fuzz, process

from knowledge.errors import UnknownAgencyError
from knowledge.mentions import (
    Mention,
    Spelling,
    accented_words,
    asks_which,
    in_position,
    named_after_a_person,
    part_of_another_word,
    proper,
    spelt_alike,
)
from knowledge.spellings import commission, minister, place, variants
from knowledge.text import Token, has_diacritics, squeeze, tidy, tokens, without_documents

# Texts whose mentions are remembered.
_TEXTS = 256


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name an agency or one of its predecessors had; `until` is an ISO date or ""."""

    name: str
    abbreviations: tuple[str, ...] = ()
    until: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency (cơ quan, đơn vị). `bare` is its name without "Bộ", as in "các Bộ: Nội vụ, Ngoại giao".

    `ambiguous` spellings mean something else as well, those in `capitals` do unless they are written in capitals.
    """

    name: str
    short: str
    english: str
    kind: str
    abbreviations: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    bare: str = ""
    ambiguous: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyGroup:
    """A collective addressee ("các bộ, ngành") and the names of its members; empty where nobody can list them.

    `parents` are wider groups: what is given to them is given to this one too. Of bodies within it that no directive
    names, `like_ministries` are the words before a ministry's field ("sở"), `with_names` those before a place's ("xã").
    """

    name: str
    short: str
    english: str
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    like_ministries: tuple[str, ...] = ()
    with_names: tuple[str, ...] = ()


# What may stand beside a name that is given alone.
_SAID_OF = frozenset("ben phia nganh the all tat ca lanh dao thu truong".split())
_LONGEST = 16
# Between two words with a comma; " - " and " & " are longer.
_COMMA = 2
# Letters by which it is seen that no name begins so.
_BEGINNING = 6


@dataclass(frozen=True)
class Registry:
    """All agencies and groups by canonical name."""

    agencies: Mapping[str, Agency]
    groups: Mapping[str, AgencyGroup]
    _groups_of: dict[str, tuple[str, ...]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Index the groups by member."""
        for agency in self.agencies:
            self._groups_of[agency] = tuple(g.name for g in self.groups.values() if agency in g.members)

    def __contains__(self, name: str) -> bool:
        """Tell whether `name` is a canonical name."""
        return name in self.agencies or name in self.groups

    def groups_of(self, agency: str) -> tuple[str, ...]:
        """Return the names of the groups that `agency` belongs to."""
        return self._groups_of.get(agency, ())

    def within(self, group: str) -> tuple[str, ...]:
        """Return the groups that belong to `group`, directly or through another."""
        inner = [g.name for g in self.groups.values() if group in g.parents]
        return tuple(dict.fromkeys([*inner, *(deeper for name in inner for deeper in self.within(name))]))

    def all_of(self, name: str) -> tuple[str, ...]:
        """Return `name`; of a group its members and the groups within it as well."""
        group = self.groups.get(name)
        if group is None:
            return (name,)
        return tuple(dict.fromkeys((name, *group.members, *self.within(name))))

    def knows(self, spelling: str) -> bool:
        """Tell whether a folded word as a whole is a spelling of some name."""
        return spelling in self._spellings

    def is_group(self, name: str) -> bool:
        """Tell whether the canonical `name` is a group."""
        return name in self.groups

    def short(self, name: str) -> str:
        """Return the short name of the canonical `name`, or the name itself."""
        known = self.agencies.get(name) or self.groups.get(name)
        return known.short if known else name

    def english(self, name: str) -> str:
        """Return the English name of the canonical `name`, or the name itself."""
        known = self.agencies.get(name) or self.groups.get(name)
        return known.english if known and known.english else name

    def named_by(self, words: str) -> str:
        """Return the canonical name that `words` as a whole are a spelling of, "" where they are none."""
        spelling = self._spellings.get(squeeze(words))
        return spelling.name if spelling is not None else ""

    def resolve(self, words: str) -> str:
        """Return the canonical name that `words` as a whole mean.

        Raises UnknownAgencyError when no agency or group is named so, not even with a slip of typing.
        """
        if words in self:
            return words
        spelling = self._spellings.get(squeeze(words))
        if spelling is not None:
            return spelling.name
        named = self.mentions(words)
        if len(named) == 1 and self._only_said_of(words, named[0]):
            return named[0].name
        best = process.extractOne(squeeze(words), self._spellings.keys(), scorer=fuzz.ratio, score_cutoff=88)
        if best is None:
            raise UnknownAgencyError(words)
        return self._spellings[best[0]].name

    @staticmethod
    def _only_said_of(words: str, mention: Mention) -> bool:
        """Tell whether the rest of `words` is how one speaks of an agency or its head: "bên", "the", "lãnh đạo"."""
        whole = tidy(words)
        rest = tokens(whole[: mention.start] + " " + whole[mention.end :])
        return not mention.written and all(token.folded in _SAID_OF for token in rest)

    def mentions(self, text: str) -> list[Mention]:
        """Return the agencies and groups named in running `text`, from left to right, longest names first."""
        return list(self._mentioned(text))

    @cached_property
    def _mentioned(self) -> Callable[[str], tuple[Mention, ...]]:
        return lru_cache(maxsize=_TEXTS)(self._find_mentions)  # a question is looked through more than once

    def _find_mentions(self, text: str) -> tuple[Mention, ...]:
        clean = without_documents(tidy(text))
        found_tokens = tokens(clean)
        marked = has_diacritics(clean)
        found: list[Mention] = []
        index = 0
        while index < len(found_tokens):
            if found_tokens[index].folded[:_BEGINNING] not in self._beginnings:
                index += 1
                continue
            mention, used = self._at(found_tokens, index, found, marked=marked)
            if mention is not None:
                found.append(mention)
            index += used
        return tuple(found)

    def _at(self, words: list[Token], index: int, found: list[Mention], *, marked: bool) -> tuple[Mention | None, int]:
        for size, spelling in reversed(self._named_from(words, index)):
            window = words[index : index + size]
            if not any(spelt_alike(window, each, marked=marked) for each in (spelling.accented, *spelling.also)):
                continue
            if spelling.needs_position and not (proper(window, spelling) or in_position(words, index, size, found)):
                continue
            if spelling.needs_capitals and not (size == 1 and sum(map(str.isupper, window[0].raw)) > 1):
                continue  # "the most overdue tasks"; "MOST" and "MoST" are the ministry
            if not spelling.accented and any(b.start - a.end == _COMMA for a, b in pairwise(window)):
                continue  # "của bộ, cả phối hợp": an abbreviation does not run over a comma
            if (
                part_of_another_word(words, index)
                or named_after_a_person(words, index, size)
                or (spelling.is_group and asks_which(words, index, size))
            ):
                return None, 1
            return Mention(spelling.name, window[0].start, window[-1].end, spelling.former, spelling.is_group), size
        return self._slip(words, index)

    def _named_from(self, words: list[Token], index: int) -> list[tuple[int, Spelling]]:
        """Return the spellings that begin at a word, each with how many words it takes; the shortest first."""
        named: list[tuple[int, Spelling]] = []
        squeezed = ""
        for size, token in enumerate(words[index : index + _LONGEST], 1):
            squeezed += token.folded
            if squeezed[:_BEGINNING] not in self._beginnings:
                break
            if squeezed in self._spellings:
                named.append((size, self._spellings[squeezed]))
        return named

    def _slip(self, words: list[Token], index: int) -> tuple[Mention | None, int]:
        """Read "bo cong ann" as the ministry it is nearest to, when it is near enough to one only."""
        if words[index].folded != "bo" or index + 2 > len(words) or part_of_another_word(words, index):
            return None, 1
        best: tuple[float, int, str] | None = None
        for size in range(2, min(7, len(words) - index) + 1):
            window = "".join(t.folded for t in words[index : index + size])
            match = process.extractOne(window, self._ministries.keys(), scorer=fuzz.ratio, score_cutoff=86)
            if match is not None and (best is None or match[1] > best[0]):
                best = (match[1], size, self._ministries[match[0]])
        if best is None:
            return None, 1
        window_tokens = words[index : index + best[1]]
        written = " ".join(t.raw for t in window_tokens)
        return Mention(best[2], window_tokens[0].start, window_tokens[-1].end, written), best[1]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All names and spellings, as they are written."""
        named = [w for a in self.agencies.values() for w, _ in _agency_spellings(a)]
        return (*named, *(w for g in self.groups.values() for w in (g.name, *g.aliases, *g.ambiguous)))

    @cached_property
    def words(self) -> frozenset[str]:
        """The folded words that names and abbreviations are made of."""
        named = (words for agency in self.agencies.values() for words, _ in _agency_spellings(agency))
        grouped = (w for g in self.groups.values() for w in (g.name, g.short, g.english, *g.aliases, *g.ambiguous))
        return frozenset(token.folded for words in (*named, *grouped) for token in tokens(tidy(words)))

    @cached_property
    def _ministries(self) -> dict[str, str]:
        return {
            squeeze(a.name): a.name for a in self.agencies.values() if a.kind == "ministry" and len(squeeze(a.name)) > 6
        }

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(key[:size] for key in self._spellings for size in range(1, _BEGINNING + 1))

    @cached_property
    def _spellings(self) -> dict[str, Spelling]:
        table: dict[str, Spelling] = {}

        def add(words: str, spelling: Spelling) -> None:
            key = squeeze(words)
            known = table.get(key)
            if key and (known is None or (known.needs_position and not spelling.needs_position)):
                table[key] = spelling
            elif known is not None and known.name == spelling.name and _marked_otherwise(spelling, known):
                table[key] = replace(known, also=(*known.also, spelling.accented))

        agencies = (pair for agency in self.agencies.values() for pair in _agency_spellings(agency))
        groups = (pair for group in self.groups.values() for pair in _group_spellings(group))
        for words, spelling in (*agencies, *groups):
            add(words, spelling)
        for words, spelling in self._derived():
            table.setdefault(squeeze(words), spelling)
        return table

    def _derived(self) -> Iterable[tuple[str, Spelling]]:
        """Yield the spellings that follow from those of the registry, after which they come."""
        for agency in self.agencies.values():
            for words, spelling in _agency_spellings(agency):
                if squeeze(words) != squeeze(agency.bare):
                    yield from _said_otherwise(agency, words, spelling)
        for group in self.groups.values():
            for words in (group.name, group.short, group.english, *group.aliases):
                for written in variants(words):
                    yield written, Spelling(group.name, accented_words(written), is_group=True)


def _agency_spellings(agency: Agency) -> Iterable[tuple[str, Spelling]]:
    ambiguous = {squeeze(words) for words in agency.ambiguous}
    capitals = {squeeze(words) for words in agency.capitals}
    for words in (agency.name, agency.short, agency.english, *agency.other_names):
        unsure = squeeze(words) in ambiguous or squeeze(words) == squeeze(agency.bare)
        yield words, Spelling(agency.name, accented_words(words), needs_position=unsure)
    for words in agency.abbreviations:
        unsure, shouted = squeeze(words) in ambiguous, squeeze(words) in capitals
        yield words, Spelling(agency.name, (), needs_position=unsure, needs_capitals=shouted)
        if agency.kind == "ministry" and not squeeze(words).startswith("b"):
            yield f"Bộ {words}", Spelling(agency.name, ())
    if agency.bare:
        yield agency.bare, Spelling(agency.name, accented_words(agency.bare), needs_position=True)
    for former in agency.former_names:
        for words in (former.name, *former.abbreviations):
            unsure, shouted = squeeze(words) in ambiguous, squeeze(words) in capitals
            accented = accented_words(words) if " " in words else ()
            yield (
                words,
                Spelling(agency.name, accented, former=former.name, needs_position=unsure, needs_capitals=shouted),
            )


def _marked_otherwise(spelling: Spelling, known: Spelling) -> bool:
    """Tell whether `spelling` is the same words as `known` with other marks: "Đăk Lăk" for "Đắk Lắk"."""
    alike = len(spelling.accented) == len(known.accented) and spelling.accented != known.accented
    return alike and has_diacritics(" ".join(spelling.accented))


def _group_spellings(group: AgencyGroup) -> Iterable[tuple[str, Spelling]]:
    for words in (group.name, group.short, group.english, *group.aliases):
        yield words, Spelling(group.name, accented_words(words), is_group=True)
    for words in group.ambiguous:
        yield words, Spelling(group.name, accented_words(words), is_group=True, needs_position=True)


def _said_otherwise(agency: Agency, words: str, spelling: Spelling) -> Iterable[tuple[str, Spelling]]:
    """Yield what follows from one spelling: places and their bodies, ministers, usual abbreviations."""
    if agency.kind == "province" and words in (agency.name, spelling.former):
        for written in place(words):
            yield written, replace(spelling, accented=accented_words(written), needs_position=False)
    heads = tuple(minister(words) if agency.kind == "ministry" else commission(words) if agency.kind == "party" else ())
    for head in heads:
        yield head, replace(spelling, accented=accented_words(head), needs_position=False, needs_capitals=False)
    for written in (w for each in (words, *heads) for w in variants(each)):
        yield written, replace(spelling, accented=accented_words(written))
