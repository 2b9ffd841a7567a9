"""Lists that a command asks for: its words are read as the question they stand for, so that they are one with the rest.

A stored question that begins with "/" is such a command, under its first name and with what it needs written out:
`/quahan Bộ Y tế quý I`, `/vanban 71 PLII.IV`.
"""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from handlers.views.words import Words
from knowledge.base import KnowledgeBase
from knowledge.questions import Intent, Reading, State


class Ready(StrEnum):
    """The commands that show a list, by their first names."""

    MINE = "nhiemvu"
    OVERDUE = "quahan"
    SOON = "sapden"
    SEARCH = "tim"
    SECTION = "vanban"
    INDICATORS = "chitieu"
    DATABASES = "csdl"


_QUESTIONS = {
    Ready.MINE: "nhiệm vụ",
    Ready.OVERDUE: "nhiệm vụ quá hạn",
    Ready.SOON: "nhiệm vụ sắp đến hạn",
    Ready.INDICATORS: "chỉ tiêu",
    Ready.DATABASES: "cơ sở dữ liệu",
    Ready.SEARCH: "",
}
_IN_ENGLISH = {
    Ready.MINE: "tasks",
    Ready.OVERDUE: "overdue tasks",
    Ready.SOON: "tasks due soon",
    Ready.INDICATORS: "indicators",
    Ready.DATABASES: "databases",
    Ready.SEARCH: "",
}
_STATES = {Ready.OVERDUE: State.OVERDUE, Ready.SOON: State.DUE_SOON}
_INTENTS = {Ready.INDICATORS: Intent.INDICATORS, Ready.DATABASES: Intent.DATABASES, Ready.SEARCH: Intent.FACT}
# Who says so wants no agency's list but that of all.
_EVERYBODY = ("tất cả", "tat ca", "all", "mọi cơ quan")


@dataclass(frozen=True, slots=True)
class Asked:
    """A command's list as it is stored: which, and the words after it."""

    ready: Ready
    words: str

    def __str__(self) -> str:
        """Return the stored question."""
        return f"/{self.ready} {self.words}".strip()


def asked_by_command(question: str) -> Asked | None:
    """Return the list that a stored question stands for; None where it was asked in words."""
    if not question.startswith("/"):
        return None
    name, _, words = question[1:].partition(" ")
    return Asked(Ready(name), words.strip()) if name in set(Ready) else None


def in_words(question: str, language: str = "") -> str:
    """Return a stored question as somebody who speaks `language` would ask it, for the next one to lean on."""
    asked = asked_by_command(question)
    if asked is None or asked.ready is Ready.SECTION:
        return question.removeprefix("/")
    questions = _IN_ENGLISH if language == "en" else _QUESTIONS
    return f"{questions[asked.ready]} {asked.words}".strip()


def for_everybody(words: str) -> bool:
    """Tell whether the words of a command say that all agencies are meant."""
    return words.casefold() in _EVERYBODY


def read_ready(asked: Asked, base: KnowledgeBase, today: date, words: Words) -> Reading:
    """Return the reading of a command's list, in the language of `words`."""
    if asked.ready is Ready.SECTION:
        directive, _, path = asked.words.partition(" ")
        return Reading(str(asked), words.language, Intent.LIST, directives=(directive,), section=path, lists=True)
    said = "" if for_everybody(asked.words) else asked.words
    if asked.ready in _INTENTS:  # the words alone: what they are looked for in is known
        reading = base.read(said, today) if said else Reading(str(asked), words.language, Intent.NONE)
    else:
        reading = base.read(f"{_QUESTIONS[asked.ready]} {said}".strip(), today)
    state = _STATES.get(asked.ready)
    states = reading.states if state is None or state in reading.states else (*reading.states, state)
    intent = _INTENTS.get(asked.ready, Intent.LIST)
    return replace(reading, language=words.language, intent=intent, states=states, lists=True)
