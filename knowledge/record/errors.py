"""Why a change is not recorded. Nothing is written when one of these is raised."""

from enum import StrEnum

from knowledge.errors import DondocError


class Refusal(StrEnum):
    """What stands against a change: each is a situation somebody can act on."""

    NOT_PERMITTED = "not_permitted"
    NOT_ASSIGNED = "not_assigned"
    NOT_THERE = "not_there"
    TRANSITION = "transition"
    PERCENT = "percent"
    DONE_ON_MISSING = "done_on_missing"
    DONE_IN_FUTURE = "done_in_future"
    REASON_MISSING = "reason_missing"
    WORDS_MISSING = "words_missing"
    EVIDENCE_MISSING = "evidence_missing"
    EVIDENCE_UNUSABLE = "evidence_unusable"
    WRONG_STATE = "wrong_state"
    REPLACED = "replaced"
    OWN_REPORT = "own_report"
    NOT_THE_AUTHOR = "not_the_author"
    NOT_THE_LAST = "not_the_last"
    TOO_LATE = "too_late"
    EXTENSION_FAULTS = "extension_faults"
    EXTENSION_WAITING = "extension_waiting"
    NOT_LATER = "not_later"
    LATER_THAN_PARENT = "later_than_parent"
    NOBODY_LEADS = "nobody_leads"
    TITLE_MISSING = "title_missing"
    VALUE = "value"
    SOURCE_MISSING = "source_missing"
    MEASURED_IN_FUTURE = "measured_in_future"
    TASK_RECALLED = "task_recalled"


class RefusedError(DondocError):
    """A change that the rules refuse. `why` says which rule; `detail` names what it is about."""

    def __init__(self, why: Refusal, detail: str = "") -> None:
        """Keep the reason."""
        super().__init__(f"{why.value}: {detail}" if detail else why.value)
        self.why = why
        self.detail = detail


class KeyReusedError(DondocError):
    """One key was used for two different changes: a slip in the program, which must not swallow the second."""


class StoreBusyError(DondocError):
    """The database stayed locked by another for longer than one waits; nothing was written."""


class StoreFullError(DondocError):
    """The disk is full; nothing was written, nothing is half written."""
