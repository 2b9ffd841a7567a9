"""Whose tasks a question is about that names nobody: those of the asker's agencies, or all. Pure."""

import re
from dataclasses import dataclass, replace

from knowledge.questions import lexicon
from knowledge.questions.model import AgencyAsk, Intent, Mine, Reading
from knowledge.questions.moves import Urgency, move_in
from knowledge.questions.roles import roles_of

_US = r"(?:toi|tui|minh|em|chung (?:toi|ta|em|minh)|bon (?:toi|minh))"
# "Tôi phải làm gì", "tuần này mình có việc gì"; "cho tôi xem" and "em cần danh sách" only ask.
_SELF = re.compile(
    rf"\b(?<!cho )(?<!giup ){_US} (?:phai|can lam|nen lam|con|co(?! the| cau)|dang|duoc giao|lam gi|bi|no"
    r"|hoan thanh|chu tri|phoi hop|phu trach|tham gia|lam (?:chinh|phu)|dung ten)\b"
    rf"|\b(?:viec|nhiem vu|phan|han) (?:cua )?{_US}\b(?! (?:han|thieu|da|thang|nam|quy|tuan|ngay|\d))"
    r"|\b(?:do|should|must|can|am|are|have) (?:i|we)\b|\b(?:i|we) (?:have|must|should|owe|do|still)\b"
    r"|\b(?:my|our)\b|\bfor us\b"
)
_TASKS = (Intent.LIST, Intent.COUNT)


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: their agencies, and the language that words of none are answered in ("": that which they look like).

    `own_first`: what names nobody is about their own agencies. Whoever follows the work of all, and a group, has all.
    """

    agencies: tuple[str, ...] = ()
    own_first: bool = False
    language: str = ""

    @property
    def agency(self) -> str:
        """The agency that "mình" means: the only one, or "" where there is none or several."""
        return self.agencies[0] if len(self.agencies) == 1 else ""


ANYBODY = Asker()


def for_asker(reading: Reading, asker: Asker) -> Reading:
    """Return `reading` for the asker's agencies where it names nobody and nothing but times, states, or itself."""
    urgent = isinstance(move_in(reading.question) or move_in(reading.words), Urgency)
    if urgent and reading.intent is Intent.NONE:
        reading = replace(reading, intent=Intent.LIST, lists=True)
    ours = lexicon.OUR_BODY.search(reading.words) is not None
    speaks_of_self = ours or _SELF.search(reading.words) is not None
    bare = reading.states or reading.period or (reading.lists and asker.own_first)
    theirs = ours and reading.intent in _TASKS and not (reading.agencies or reading.grouping)  # whatever else is named
    if not theirs and (not _names_nobody(reading) or not (urgent or speaks_of_self or bare)):
        return reading
    if not (asker.own_first or speaks_of_self):
        return reading
    if reading.intent is Intent.NONE:  # "tôi phải làm gì"
        reading = replace(reading, intent=Intent.LIST)
    if not asker.agencies:
        return replace(reading, mine=Mine.UNKNOWN)
    role = roles_of(reading.words, ())[0]
    return replace(reading, agencies=tuple(AgencyAsk(name, role) for name in asker.agencies), mine=Mine.OWN)


def _names_nobody(reading: Reading) -> bool:
    """Tell whether tasks are asked for by nothing but when they are due and how they stand."""
    named = (
        reading.agencies
        or reading.excluded
        or reading.but_topics
        or reading.directives
        or reading.section
        or reading.topic
        or reading.outputs
    )
    named = named or reading.place or reading.unissued
    tasks = reading.intent in _TASKS or (reading.intent is Intent.NONE and reading.lists)
    return tasks and not (named or reading.code or reading.grouping or reading.foreign)
