"""The chain of entries: each carries the hash of the one before, so that a change of any is seen. Pure.

What it cannot show: whoever can write the file can write every entry and the head anew. A head that was kept
elsewhere (`dondoc audit export` and `verify` print it) shows that too.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

START = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change (nhật ký). `seq` counts from 1 and alone decides order; `at` is what the clock said, ISO text in UTC.

    `actor` is a person's pseudonym, `agency` the one it concerns ("" for none), `subject` what it is about, `payload`
    the change as JSON. `hash` is that of everything else in the entry, `prev` that of the entry before.
    """

    seq: int
    at: str
    actor: str
    agency: str
    kind: str
    subject: str
    payload: str
    prev: str
    hash: str

    @property
    def moment(self) -> datetime:
        """`at` as an aware moment."""
        return datetime.fromisoformat(self.at)


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: how many entries there are and the hash of the last."""

    count: int = 0
    hash: str = START

    def __str__(self) -> str:
        """Return it as it is printed and read again: "count:hash"."""
        return f"{self.count}:{self.hash}"


def parse_head(text: str) -> Head:
    """Read "count:hash". Raises ValueError for anything else."""
    count, _, digest = text.strip().partition(":")
    if not count.isdecimal() or len(digest) != len(START) or set(digest) - set("0123456789abcdef"):
        raise ValueError(text)
    return Head(int(count), digest)


def hash_of(entry: AuditEntry) -> str:
    """Return the hash that belongs to an entry: sha256 over its other fields in order, as a JSON array in ASCII."""
    fields = (entry.seq, entry.at, entry.actor, entry.agency, entry.kind, entry.subject, entry.payload, entry.prev)
    return hashlib.sha256(json.dumps(fields, separators=(",", ":")).encode("ascii")).hexdigest()


class Break(StrEnum):
    """How a chain can be broken."""

    MISSING = "missing"  # an entry is not there
    ALTERED = "altered"  # an entry does not fit its own hash
    UNLINKED = "unlinked"  # an entry does not carry the hash of the one before
    CUT = "cut"  # entries are gone from the end
    BEHIND = "behind"  # there are more entries than the head knows
    ANCHOR = "anchor"  # a head that was kept does not fit


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a walk along the chain found. `broken` is the number of the first broken entry, 0 where none is.

    `backwards` are the entries whose clock stood before that of the one before: no fault, but worth knowing.
    """

    head: Head
    broken: int = 0
    why: Break | None = None
    backwards: tuple[int, ...] = ()

    @property
    def sound(self) -> bool:
        """Tell whether nothing is broken."""
        return self.why is None


def verify(entries: Iterable[AuditEntry], head: Head, kept: Head | None = None) -> Verdict:
    """Walk `entries` in their order and name the first that is broken, by `head` and, where given, by one `kept`."""
    reached = Head()
    backwards: list[int] = []
    moment: datetime | None = None
    for entry in entries:
        why = _fault(entry, reached)
        if why is None and kept is not None and entry.seq == kept.count and entry.hash != kept.hash:
            why = Break.ANCHOR
        if why is not None:
            broken = reached.count + 1 if why is Break.MISSING else entry.seq
            return Verdict(reached, broken, why, tuple(backwards))
        if moment is not None and entry.moment < moment:
            backwards.append(entry.seq)
        moment = entry.moment
        reached = Head(entry.seq, entry.hash)
    if reached.count < max(head.count, kept.count if kept else 0):
        return Verdict(reached, reached.count + 1, Break.CUT, tuple(backwards))
    if reached != head:
        return Verdict(reached, max(head.count, 1), Break.BEHIND, tuple(backwards))
    return Verdict(reached, backwards=tuple(backwards))


def _fault(entry: AuditEntry, reached: Head) -> Break | None:
    if entry.seq != reached.count + 1:
        return Break.MISSING
    if not _is_moment(entry.at) or hash_of(entry) != entry.hash:
        return Break.ALTERED
    return None if entry.prev == reached.hash else Break.UNLINKED


def _is_moment(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).utcoffset() == timedelta()
    except ValueError:
        return False
