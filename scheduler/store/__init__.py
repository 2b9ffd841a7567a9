"""The scheduler's tables: each module owns its own and holds all the SQL that touches them."""

from scheduler.store.ledger import Ledger, Line, Reminded, Tally
from scheduler.store.outbox import LEASE, Claimed, Outbox
from scheduler.store.schema import MIGRATIONS
from scheduler.store.wishes import TASK, TOPIC, FollowingStore, Watch, WishStore

__all__ = [
    "LEASE",
    "MIGRATIONS",
    "TASK",
    "TOPIC",
    "Claimed",
    "FollowingStore",
    "Ledger",
    "Line",
    "Outbox",
    "Reminded",
    "Tally",
    "Watch",
    "WishStore",
]
