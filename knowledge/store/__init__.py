"""The store: one SQLite file. Each module owns its tables and holds all the SQL that touches them."""

from knowledge.store.asked import Asked, AskedStore
from knowledge.store.database import open_database
from knowledge.store.directives import DirectiveStore, TaskQuery
from knowledge.store.people import PeopleStore

__all__ = ["Asked", "AskedStore", "DirectiveStore", "PeopleStore", "TaskQuery", "open_database"]
