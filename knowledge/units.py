"""Bodies within a group that no directive names: "sở tư pháp", "xã Tân Lập". What it is given, they are given."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from knowledge.agencies import AgencyGroup, Registry
from knowledge.mentions import Mention
from knowledge.text import Token, fold, has_diacritics, squeeze, tokens

_LONGEST = 8
_LONGEST_NAME = 4
# So many letters may stand between a body and its province.
_NEAR = 40
# Before and behind a word that is a body only where it is spoken of as one: "giao cho xã làm gì", "sở có việc gì".
# In "về phường" or "ở xã" it is a place.
_BEFORE = frozenset("con cho cua giao cac nhung moi tung va hoac viec vu gi nao for of to by".split())
_BEHIND = frozenset(
    "phai lam co can duoc nao gi thi con se chu phoi thuc trien va hoac trong quy thang nam khong chua a da dang bi"
    " tham".split()
)
# "Cơ sở y tế", "trụ sở" are no departments.
_OF_ANOTHER_WORD = frozenset({"cơ", "trụ", "công", "xứ"})
# The bodies of a place: "UBND phường" is written out.
_BODY = frozenset("dan ubnd hdnd".split())
# Between a body and the province that it belongs to.
_OF_PLACE = frozenset("tinh thanh pho tp cua".split())


@dataclass(frozen=True)
class Units:
    """Finds such bodies in a question; made of the registry's groups."""

    registry: Registry

    def among(self, raw: str, folded: str, mentions: Sequence[Mention]) -> list[Mention]:
        """Return `mentions` of `raw` with the bodies that it names beside them, each as its group with `unit` set.

        A province right behind a body belongs to its name: "sở y tế Hà Nội". `folded` is `raw` folded letter by letter.
        """
        if self._heads.search(folded) is None:
            return list(mentions)
        found: list[Mention] = []
        for body in self._bodies(raw, mentions):
            if not found or body.start >= found[-1].end:
                found.append(_with_place(body, raw, mentions, self.registry))
        starts = [body.start for body in found]
        others = [m for m in mentions if not (at := bisect_left(starts, m.end)) or found[at - 1].end <= m.start]
        return sorted((*others, *found), key=lambda mention: mention.start)

    def _bodies(self, raw: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
        said, marked, starts = tokens(raw), has_diacritics(raw), [mention.start for mention in mentions]
        for index, token in enumerate(said):
            if token.folded not in self._of_ministries and token.folded not in self._named:
                continue
            at = bisect_right(starts, token.start)
            inside = mentions[at - 1] if at and token.start < mentions[at - 1].end else None
            if token.folded in self._of_ministries and inside is None:
                yield from self._department(said, index, marked=marked)
            elif token.folded in self._named and (inside is None or inside.name == self._named[token.folded][0].name):
                yield from self._place(said, index, inside, marked=marked)
        for mention in mentions:
            known = self.registry.agencies.get(mention.name)
            if known is not None and known.kind == "provincial_unit":
                yield mention

    def _department(self, said: Sequence[Token], index: int, *, marked: bool) -> Iterator[Mention]:
        """Yield what a department of a field is ("sở y tế"), or the group where no field is named ("cho sở")."""
        head = said[index]
        group, word = self._of_ministries[head.folded]
        before = said[index - 1] if index else None
        if not _is_written(head, word, marked=marked) or (before and before.raw.lower() in _OF_ANOTHER_WORD):
            return
        sure = head.raw.lower() != head.folded  # "so y te" may be the end of "chuyen doi so y te"
        alone = index == 0 or said[index - 1].folded in _BEFORE
        for size in range(min(_LONGEST, len(said) - index - 1), 0, -1):
            window = said[index + 1 : index + 1 + size]
            field = self._fields.get("".join(token.folded for token in window))
            if field and (sure or alone):
                name = f"{word.capitalize()} {field}"
                if name in self.registry:
                    yield Mention(name, head.start, window[-1].end)
                else:
                    yield Mention(group.name, head.start, window[-1].end, is_group=True, unit=name)
                return
        if alone and _ends(said, index):
            yield Mention(group.name, head.start, head.end, is_group=True)

    def _place(self, said: Sequence[Token], index: int, inside: Mention | None, *, marked: bool) -> Iterator[Mention]:
        """Yield a body that bears a name of its own ("phường Bến Nghé"), or the group where none does ("cho xã")."""
        head = said[index]
        group, word = self._named[head.folded]
        start = inside.start if inside is not None else head.start
        if not _is_written(head, word, marked=marked) or (inside is not None and inside.end != head.end):
            return
        name = _proper_name(said, index + 1)
        if name:
            yield Mention(group.name, start, name[-1].end, is_group=True, unit=" ".join(t.raw for t in (head, *name)))
        elif inside is None and (index == 0 or said[index - 1].folded in _BEFORE | _BODY) and _ends(said, index):
            yield Mention(group.name, start, head.end, is_group=True)

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        heads = sorted({*self._of_ministries, *self._named})
        return re.compile(rf"(?<!\w)(?:{'|'.join(heads)})(?!\w)") if heads else re.compile(r"(?!)")

    @cached_property
    def _of_ministries(self) -> Mapping[str, tuple[AgencyGroup, str]]:
        groups = self.registry.groups.values()
        return {fold(word): (group, word) for group in groups for word in group.like_ministries}

    @cached_property
    def _named(self) -> Mapping[str, tuple[AgencyGroup, str]]:
        return {fold(word): (group, word) for group in self.registry.groups.values() for word in group.with_names}

    @cached_property
    def _fields(self) -> Mapping[str, str]:
        """The fields of ministries, present and former, by every way they are written, squeezed."""
        table: dict[str, str] = {}
        for agency in self.registry.agencies.values():
            if agency.kind != "ministry":
                continue
            field = agency.name.removeprefix("Bộ ")
            names = [agency.name, agency.short, *agency.other_names, *agency.abbreviations, f"Bộ {agency.bare}"]
            names += [name for each in agency.former_names for name in (each.name, *each.abbreviations)]
            for name in names:
                for written in _without_head(name):
                    table.setdefault(squeeze(written), field)
        return {written: field for written, field in table.items() if len(written) > 1}


def _without_head(name: str) -> Iterator[str]:
    """Yield "Y tế" for "Bộ Y tế", "TC" for "BTC"."""
    if name.startswith("Bộ "):
        yield name.removeprefix("Bộ ")
    elif name.startswith("B") and name.isupper():
        yield name[1:]


def _is_written(token: Token, word: str, *, marked: bool) -> bool:
    """Tell whether a word is that one: "số" is no "sở", and in words with marks "so" is none either."""
    return token.raw.lower() == word or (token.raw.lower() == token.folded and not marked)


def _ends(said: Sequence[Token], index: int) -> bool:
    """Tell whether nothing behind a word makes it a part of another: "xã" of "xã hội"."""
    following = said[index + 1] if index + 1 < len(said) else None
    return following is None or following.folded in _BEHIND or following.start - said[index].end > 1


def _proper_name(said: Sequence[Token], start: int) -> list[Token]:
    """Return the words in capitals from `start` on, side by side."""
    name: list[Token] = []
    for index in range(start, min(len(said), start + _LONGEST_NAME)):
        if not said[index].raw[0].isupper() or said[index].start - said[index - 1].end != 1:
            break
        name.append(said[index])
    return name


def _with_place(body: Mention, raw: str, mentions: Sequence[Mention], registry: Registry) -> Mention:
    for place in mentions:
        if not 0 <= place.start - body.end <= _NEAR:
            continue
        between = [token.folded for token in tokens(raw[body.end : place.start])]
        known = registry.agencies.get(place.name)
        if known is not None and known.kind == "province" and _OF_PLACE.issuperset(between):
            unit = f"{body.unit} {known.short}" if body.unit else ""
            return replace(body, end=place.end, unit=unit)
    return body
