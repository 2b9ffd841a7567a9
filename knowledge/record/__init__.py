"""What is reported, decided and assigned: values and rules. Pure; `knowledge.store.RecordStore` keeps it."""

from knowledge.record.assigned import AssignedTask, deadline_in_chat, find_assigned_code, is_assigned_code, no_later
from knowledge.record.book import StatusBook
from knowledge.record.chain import AuditEntry, Break, Head, Verdict, parse_head
from knowledge.record.changes import (
    Change,
    Confirmed,
    EvidenceAdded,
    ExtensionAsked,
    ExtensionDecided,
    Measured,
    MeasuredKind,
    ProposalAnswered,
    ProposalClosed,
    ProposalKind,
    ProposalPursued,
    Proposed,
    Remarked,
    Reported,
    Returned,
    TaskAssigned,
    Withdrawn,
)
from knowledge.record.draft import ReportDraft
from knowledge.record.duties import CorpusDuties, Duties, Duty, RollUp, duty
from knowledge.record.errors import KeyReusedError, Refusal, RefusedError, StoreBusyError, StoreFullError
from knowledge.record.evidence import MAX_BYTES, Evidence, EvidenceKind, media_type
from knowledge.record.extensions import (
    Extension,
    ExtensionFault,
    ExtensionField,
    ExtensionState,
    date_fault,
    extension_faults,
    text_fault,
)
from knowledge.record.measurements import Measurement
from knowledge.record.proposals import Proposal, ProposalAnswer, ProposalState
from knowledge.record.reports import WITHDRAWAL, Progress, ProgressReport, Remark, ReportState, may_follow
from knowledge.record.rights import Actor, permits
from knowledge.record.sentences import is_sentence

__all__ = [
    "MAX_BYTES",
    "WITHDRAWAL",
    "Actor",
    "AssignedTask",
    "AuditEntry",
    "Break",
    "Change",
    "Confirmed",
    "CorpusDuties",
    "Duties",
    "Duty",
    "Evidence",
    "EvidenceAdded",
    "EvidenceKind",
    "Extension",
    "ExtensionAsked",
    "ExtensionDecided",
    "ExtensionFault",
    "ExtensionField",
    "ExtensionState",
    "Head",
    "KeyReusedError",
    "Measured",
    "MeasuredKind",
    "Measurement",
    "Progress",
    "ProgressReport",
    "Proposal",
    "ProposalAnswer",
    "ProposalAnswered",
    "ProposalClosed",
    "ProposalKind",
    "ProposalPursued",
    "ProposalState",
    "Proposed",
    "Refusal",
    "RefusedError",
    "Remark",
    "Remarked",
    "ReportDraft",
    "ReportState",
    "Reported",
    "Returned",
    "RollUp",
    "StatusBook",
    "StoreBusyError",
    "StoreFullError",
    "TaskAssigned",
    "Verdict",
    "Withdrawn",
    "date_fault",
    "deadline_in_chat",
    "duty",
    "extension_faults",
    "find_assigned_code",
    "is_assigned_code",
    "is_sentence",
    "may_follow",
    "media_type",
    "no_later",
    "parse_head",
    "permits",
    "text_fault",
]
