"""Extensions: asked for with cause, responsibility and remedy, or not at all (329/TB-VPCP III.3(1))."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from knowledge.record.changes import ExtensionAsked, ExtensionDecided
from knowledge.record.sentences import is_copy, is_sentence
from knowledge.when import Deadline


class ExtensionField(StrEnum):
    """What an extension is asked with, in the order in which it is asked."""

    CAUSE = "cause"
    RESPONSIBILITY = "responsibility"
    REMEDY = "remedy"
    PROPOSED = "proposed"


class ExtensionFault(StrEnum):
    """What is wrong with a field."""

    BLANK = "blank"
    NO_SENTENCE = "no_sentence"
    COPY = "copy"
    NO_DEADLINE = "no_deadline"
    NOT_LATER = "not_later"
    PAST = "past"


Faults = tuple[tuple[ExtensionField, ExtensionFault], ...]


def extension_faults(asked: ExtensionAsked, deadline: Deadline, today: date) -> Faults:
    """Return what keeps an extension of `deadline` (the one in force) from being sent, field by field; none is right.

    Each of cause, responsibility and remedy is a real sentence of its own; the proposed day lies after the last day in
    force, and not behind `today`. What has no last day cannot be put off.
    """
    texts = {
        ExtensionField.CAUSE: asked.cause,
        ExtensionField.RESPONSIBILITY: asked.responsibility,
        ExtensionField.REMEDY: asked.remedy,
    }
    found = [(name, fault) for name in texts if (fault := text_fault(name, texts))]
    if (wrong := date_fault(asked.proposed, deadline, today)) is not None:
        found.append((ExtensionField.PROPOSED, wrong))
    return tuple(found)


def text_fault(name: ExtensionField, texts: dict[ExtensionField, str]) -> ExtensionFault | None:
    """Return what is wrong with one of `texts`, given those before it in their order; None when it is right."""
    text = texts[name]
    if not text.strip():
        return ExtensionFault.BLANK
    if not is_sentence(text):
        return ExtensionFault.NO_SENTENCE
    earlier = list(texts)[: list(texts).index(name)]
    return ExtensionFault.COPY if any(is_copy(text, texts[other]) for other in earlier) else None


def date_fault(proposed: date, deadline: Deadline, today: date) -> ExtensionFault | None:
    """Return what is wrong with a proposed day; None when it is right."""
    if deadline.last is None:
        return ExtensionFault.NO_DEADLINE
    if proposed <= deadline.last:
        return ExtensionFault.NOT_LATER
    return ExtensionFault.PAST if proposed < today else None


class ExtensionState(StrEnum):
    """Where an extension stands."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Extension:
    """An extension as it stands. `before` was the last day in force; `until` is the new one, None unless granted.

    `decision` is the number of the entry that decided it, 0 for none.
    """

    id: int
    task: str
    agency: str
    actor: str
    at: datetime
    cause: str
    responsibility: str
    remedy: str
    proposed: date
    before: date | None
    state: ExtensionState = ExtensionState.WAITING
    until: date | None = None
    decision: int = 0
    decided_by: str = ""
    decided_at: datetime | None = None
    reason: str = ""


def new_extension(number: int, actor: str, at: datetime, asked: ExtensionAsked) -> Extension:
    """Return the extension that entry `number` asks for."""
    return Extension(
        id=number,
        task=asked.task,
        agency=asked.agency,
        actor=actor,
        at=at,
        cause=asked.cause,
        responsibility=asked.responsibility,
        remedy=asked.remedy,
        proposed=asked.proposed,
        before=asked.before,
    )


def decide(extension: Extension, number: int, actor: str, at: datetime, decision: ExtensionDecided) -> Extension:
    """Return the extension as entry `number` decided it; the proposed date is granted unless another was named."""
    return replace(
        extension,
        state=ExtensionState.GRANTED if decision.granted else ExtensionState.REFUSED,
        until=(decision.until or extension.proposed) if decision.granted else None,
        decision=number,
        decided_by=actor,
        decided_at=at,
        reason=decision.reason,
    )
