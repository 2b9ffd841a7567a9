"""Sends what the outbox holds, and decides what a failure means. How to word and send is handed in."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from scheduler.store import Claimed, Outbox

log = logging.getLogger(__name__)

MAX_ATTEMPTS = 6
# News has no next day's message to come with: while the channel's trouble lasts it is tried again at this distance.
NEWS_RETRY = timedelta(hours=1)
# What is on its way when the bot is ended may still arrive, so that it need not be told again.
_GRACE_SECONDS = 2.0
# The next notice sets out when the one before was answered, or after this many seconds: what a crash leaves in doubt is
# one, while a slow line holds up nobody.
_OVERLAP_AFTER = 1 / 30


class FailureKind(Enum):
    """What can go wrong in sending, whatever the channel."""

    WAIT = auto()  # the channel asks to wait
    MOVED = auto()  # the chat has another id now, and the notice was moved there
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


class NotYetError(Exception):
    """Raised by `send` for what may only be told from `moment` on. It was not tried."""

    def __init__(self, moment: datetime) -> None:
        """Keep when it is due again."""
        super().__init__(moment.isoformat())
        self.moment = moment


@dataclass(frozen=True, slots=True)
class RetryAt:
    """Try again at this moment; `doubtful` when the try before may have arrived."""

    moment: datetime
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Do not try again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unreachable(GiveUp):
    """Do not try again: nobody can be reached there. Others of the agency are told instead."""


@dataclass(frozen=True, slots=True)
class Unknown(GiveUp):
    """Do not try again: it may have arrived, twice even."""


@dataclass(frozen=True, slots=True)
class TellAnew(GiveUp):
    """It surely did not arrive and the trouble lasts: what it told comes with the next day's message; news later."""


def decide(failure: SendFailure, attempts: int, now: datetime, doubts: int = 0) -> RetryAt | GiveUp:
    """Return what to do after `attempts` tries ended in `failure`; `doubts` of those before lost their answer.

    What may have arrived is repeated once, not until it is confirmed: nobody is told the same six times.
    """
    match failure.kind:
        case FailureKind.GONE:
            return Unreachable(failure.reason)
        case FailureKind.REFUSED:
            return GiveUp(failure.reason)
        case FailureKind.MOVED:
            return RetryAt(now)
        case FailureKind.WAIT:
            return RetryAt(now + timedelta(seconds=max(1.0, failure.wait_seconds)))
    doubtful = failure.kind is FailureKind.UNCLEAR
    if doubtful and doubts:
        return Unknown(f"{failure.reason}: may have arrived")
    if attempts >= MAX_ATTEMPTS:
        told = f"{failure.reason} ({attempts} tries)"
        return Unknown(told) if doubtful or doubts else TellAnew(told)
    return RetryAt(now + timedelta(seconds=30 * 2 ** (attempts - 1)), doubtful)


# Words and sends a notice and returns its message id; None when nothing in it need be told any more.
Send = Callable[[Claimed], Awaitable[int | None]]


async def deliver_due(outbox: Outbox, send: Send, now: Callable[[], datetime], *, at_once: int = 1) -> int:
    """Send every notice that is due; return how many went out. `send` returns a message id or raises SendFailure.

    At most `at_once` are on their way, so that a slow chat holds up none of the others.
    """
    sent = 0
    flying: set[asyncio.Task[bool]] = set()
    try:
        while True:
            claimed = outbox.claim(now()) if len(flying) < at_once else None
            if claimed is not None:
                flying.add(asyncio.create_task(_deliver(outbox, send, now, claimed)))
            elif not flying:
                return sent
            full = claimed is None or len(flying) == at_once
            done, flying = await asyncio.wait(
                flying, timeout=None if full else _OVERLAP_AFTER, return_when=asyncio.FIRST_COMPLETED
            )
            sent += sum(task.result() for task in done)
    finally:
        if flying:  # ended from outside: what does not arrive now stays claimed, and is settled at the next start
            _, late = await asyncio.wait(flying, timeout=_GRACE_SECONDS)
            for task in late:
                task.cancel()


async def _deliver(outbox: Outbox, send: Send, now: Callable[[], datetime], claimed: Claimed) -> bool:
    number = claimed.number
    try:
        message_id = await send(claimed)
    except NotYetError as early:
        outbox.put_off(number, early.moment)
        return False
    except SendFailure as failure:
        _after(outbox, claimed, decide(failure, claimed.attempts, now(), claimed.doubts), failure.reason, now())
        return False
    except Exception as error:  # one notice that cannot be made must not hold up the others; it is told once it can
        if claimed.notice.entry and claimed.attempts < MAX_ATTEMPTS:
            outbox.retry(number, now() + NEWS_RETRY, type(error).__name__)
        else:
            outbox.release(number, "failed", type(error).__name__)
        log.exception("notice %d could not be made", number)
        return False
    if message_id is None:
        outbox.release(number, "dropped", "nothing in it is to be told any more")
        return False
    outbox.sent(number, message_id, now())
    return True


def _after(outbox: Outbox, claimed: Claimed, decision: RetryAt | GiveUp, reason: str, now: datetime) -> None:
    number = claimed.number
    match decision:
        case TellAnew() if claimed.notice.entry and not claimed.may_have_arrived:
            outbox.retry(number, now + NEWS_RETRY, reason)
            return
        case RetryAt(moment, doubtful):
            outbox.retry(number, moment, reason, doubtful=doubtful)
            return
        case TellAnew() if not claimed.may_have_arrived:
            outbox.release(number, "failed", decision.reason)
        case TellAnew() | Unknown():
            outbox.leave_unknown(number, decision.reason)
        case _:
            outbox.give_up(number, decision.reason, gone=isinstance(decision, Unreachable))
    log.warning("notice %d given up: %s", number, decision.reason)
