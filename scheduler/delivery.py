"""Sends what the outbox holds, and decides what a failure means. How to word and send is handed in."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from scheduler.plan import Digest
from scheduler.store import Outbox

log = logging.getLogger(__name__)

MAX_ATTEMPTS = 6


class FailureKind(Enum):
    """What can go wrong in sending, whatever the channel."""

    WAIT = auto()  # the channel asks to wait
    GONE = auto()  # the recipient cannot be reached any more
    REFUSED = auto()  # the message itself is not accepted
    TROUBLE = auto()  # the channel has trouble, and nothing was sent
    UNCLEAR = auto()  # the line broke while sending: the message may have arrived


class SendFailure(Exception):  # noqa: N818 — what `failure` and `decide` speak of
    """Raised by `send`: the kind, the seconds to wait where the channel said so, and the cause in words."""

    def __init__(self, kind: FailureKind, reason: str, wait_seconds: float = 0) -> None:
        """Keep what `decide` needs."""
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.wait_seconds = wait_seconds


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Try again at this moment; `doubtful` when the try before may have arrived."""

    moment: datetime
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Do not try again."""

    reason: str


def decide(failure: SendFailure, attempts: int, now: datetime, doubts: int = 0) -> RetryAt | GiveUp:
    """Return what to do after `attempts` tries ended in `failure`; `doubts` of those before may have arrived.

    What may have arrived is repeated once, not until it is confirmed: nobody is told the same six times.
    """
    if failure.kind in (FailureKind.GONE, FailureKind.REFUSED):
        return GiveUp(failure.reason)
    if failure.kind is FailureKind.WAIT:
        return RetryAt(now + timedelta(seconds=max(1.0, failure.wait_seconds)))
    doubtful = failure.kind is FailureKind.UNCLEAR
    if doubtful and doubts:
        return GiveUp(f"{failure.reason}: may have arrived")
    if attempts >= MAX_ATTEMPTS:
        return GiveUp(f"{failure.reason} ({attempts} tries)")
    return RetryAt(now + timedelta(seconds=30 * 2 ** (attempts - 1)), doubtful)


Send = Callable[[Digest], Awaitable[int]]


async def deliver_due(outbox: Outbox, send: Send, now: Callable[[], datetime]) -> int:
    """Send every notice that is due; return how many went out. `send` returns a message id or raises SendFailure."""
    sent = 0
    while (notice := outbox.claim(now())) is not None:
        try:
            message_id = await send(notice.digest)
        except SendFailure as failure:
            match decide(failure, notice.attempts, now(), notice.doubts):
                case RetryAt(moment, doubtful):
                    outbox.retry(notice.key, moment, failure.reason, doubtful=doubtful)
                case GiveUp(reason):
                    outbox.give_up(notice.key, reason)
                    log.warning("notice %s given up: %s", notice.key, reason)
            continue
        except Exception as error:  # one notice that cannot be made must not hold up the others
            outbox.give_up(notice.key, type(error).__name__)
            log.exception("notice %s given up", notice.key)
            continue
        outbox.sent(notice.key, message_id)
        sent += 1
    return sent
