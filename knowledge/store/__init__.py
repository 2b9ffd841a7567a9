"""The store: one SQLite file. Each module owns its tables and holds all the SQL that touches them."""

from knowledge.store.asked import Asked, AskedStore
from knowledge.store.database import open_database
from knowledge.store.dialogues import DialogueStore, StoredDialogue
from knowledge.store.directives import DirectiveStore
from knowledge.store.drafts import DraftStore, StoredDraft
from knowledge.store.evidence import EvidenceFiles, EvidenceRefusal, EvidenceRefusedError
from knowledge.store.groups import GroupStore
from knowledge.store.joining import Invitation, InvitationStore, Outcome, Request, RequestStore
from knowledge.store.people import PeopleStore
from knowledge.store.record import Receipt, RecordStore
from knowledge.store.tasks import COORDINATOR, LEAD, TaskQuery

__all__ = [
    "COORDINATOR",
    "LEAD",
    "Asked",
    "AskedStore",
    "DialogueStore",
    "DirectiveStore",
    "DraftStore",
    "EvidenceFiles",
    "EvidenceRefusal",
    "EvidenceRefusedError",
    "GroupStore",
    "Invitation",
    "InvitationStore",
    "Outcome",
    "PeopleStore",
    "Receipt",
    "RecordStore",
    "Request",
    "RequestStore",
    "StoredDialogue",
    "StoredDraft",
    "TaskQuery",
    "open_database",
]
