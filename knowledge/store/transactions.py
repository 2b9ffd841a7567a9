"""Writing that is on disk when it returns, or has not happened: the database's troubles under names of our own."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from knowledge.record.errors import StoreBusyError, StoreFullError

_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_FULL = ("SQLITE_FULL",)


@contextmanager
def writing(db: Database) -> Iterator[None]:
    """Hold the only write lock from the first line to the commit, so that what is read inside is still so then.

    Raises StoreBusyError when another holds it for too long, StoreFullError when the disk is full; either way, and
    whatever else is raised inside, nothing of it was written. May not stand inside another transaction, whose end
    would decide over this one's.
    """
    with _transaction(db, "COMMIT"):
        yield


@contextmanager
def rehearsing(db: Database) -> Iterator[None]:
    """Do as `writing` does, and in the end undo it all."""
    with _transaction(db, "ROLLBACK"):
        yield


@contextmanager
def _transaction(db: Database, end: str) -> Iterator[None]:
    if db.conn.in_transaction:
        raise RuntimeError("what is recorded is committed by itself, not inside another transaction")
    with named_troubles():
        db.conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.conn.execute(end)
        except BaseException:
            db.conn.rollback()  # nothing happens where the error has ended the transaction already
            raise


@contextmanager
def named_troubles() -> Iterator[None]:
    """Give a locked database and a full disk their names; every other error stays what it is."""
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise trouble from error


def trouble_of(error: BaseException | None) -> StoreBusyError | StoreFullError | None:
    """Return what an error says of the database or the disk by its name, None for any other error."""
    match error:
        case StoreBusyError() | StoreFullError():
            return error
        case sqlite3.OperationalError() if error.sqlite_errorname.startswith(_BUSY):
            return StoreBusyError(str(error))
        case sqlite3.OperationalError() if error.sqlite_errorname.startswith(_FULL):
            return StoreFullError(str(error))
        case OSError() if error.errno in (errno.ENOSPC, errno.EDQUOT):
            return StoreFullError(error.strerror)
        case _:
            return None
