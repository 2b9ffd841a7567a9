"""Where somebody says they work: the agencies of the registry that their words most likely mean. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rapidfuzz import fuzz, process

from knowledge.agencies import Agency, Registry
from knowledge.text import fold, squeeze, tidy, words

LIMIT = 4
_CUTOFF = 72.0
# What a unit within an agency is called: its people belong to the agency that the words go on to name.
_UNIT_WORDS = frozenset(
    "so vu cuc phong ban chi trung vien van to thanh hoc truong cong quan huyen phuong xa ubnd hdnd".split()
)
# What scores so far below the best is named only by chance.
_MARGIN = 12.0


class Kinship(StrEnum):
    """How the words lead to the agency."""

    ITSELF = "itself"
    FORMER = "former"
    UNIT = "unit"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class Affiliation:
    """An agency that may be meant; `written` is the former name, or the unit in the person's own words."""

    agency: str
    kinship: Kinship
    written: str = ""


@dataclass(frozen=True)
class AffiliationFinder:
    """Looks agencies up by what people type: names, abbreviations, former names, units, slips."""

    registry: Registry

    def find(self, said: str, limit: int = LIMIT) -> tuple[Affiliation, ...]:
        """Return the agencies that `said` may mean, best first; empty where nothing is near."""
        said = tidy(said).strip()
        if not words(said):
            return ()
        exact = self._spellings.get(squeeze(said))
        found = [exact] if exact else self._units(said) or self._alike(said)
        unique: dict[str, Affiliation] = {}
        for one in found:
            unique.setdefault(one.agency, one)
        return tuple(unique.values())[:limit]

    def is_name_of(self, said: str, agency: str) -> bool:
        """Tell whether `said` is nothing but a name of `agency` (or nothing at all)."""
        exact = self._spellings.get(squeeze(said))
        return not words(said) or (exact is not None and exact.agency == agency and exact.kinship is Kinship.ITSELF)

    def _units(self, said: str) -> list[Affiliation]:
        """Read "so khcn ha noi" as Hà Nội, "Vụ Kế hoạch, Bộ Y tế" as Bộ Y tế: the agency named last holds the unit."""
        named = [m for m in self.registry.mentions(said) if not m.is_group and self._joinable(m.name)]
        provinces = [m for m in named if self.registry.agencies[m.name].kind == "province"]
        if not named or words(said)[0] not in _UNIT_WORDS:
            return []
        return [Affiliation((provinces or named)[-1].name, Kinship.UNIT, said)]

    def _alike(self, said: str) -> list[Affiliation]:
        choices = self._folded
        near = process.extract(fold(said), choices.keys(), scorer=fuzz.WRatio, score_cutoff=_CUTOFF, limit=4 * LIMIT)
        return [
            Affiliation(one.agency, one.kinship if one.kinship is Kinship.FORMER else Kinship.ALIKE, one.written)
            for one in (choices[spelling] for spelling, score, _ in near if score >= near[0][1] - _MARGIN)
        ]

    def _joinable(self, name: str) -> bool:
        """Tell whether people work there: the registry's kinds of provincial unit stand for 34 of them each."""
        return name in self.registry.agencies and self.registry.agencies[name].kind != "provincial_unit"

    @cached_property
    def _written(self) -> tuple[tuple[str, Affiliation], ...]:
        joinable = [a for a in self.registry.agencies.values() if self._joinable(a.name)]
        itself = [(w, Affiliation(a.name, Kinship.ITSELF)) for a in joinable for w in _spellings(a)]
        former = [
            (w, Affiliation(a.name, Kinship.FORMER, f.name))
            for a in joinable
            for f in a.former_names
            for w in (f.name, *f.abbreviations)
        ]
        return (*itself, *former)  # a present name goes before a former one of another

    @cached_property
    def _spellings(self) -> dict[str, Affiliation]:
        return {squeeze(w): one for w, one in reversed(self._written) if squeeze(w)}

    @cached_property
    def _folded(self) -> dict[str, Affiliation]:
        return {fold(w): one for w, one in reversed(self._written) if len(squeeze(w)) > 3}


def _spellings(agency: Agency) -> tuple[str, ...]:
    return (agency.name, agency.short, agency.english, *agency.abbreviations, *agency.other_names, agency.bare)
