"""What wakes up: the clock, every half minute, and the record, after every commit.

APScheduler only wakes; the tables remember what is planned and sent.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from knowledge.record import StoreBusyError, StoreFullError
from knowledge.store.transactions import named_troubles
from scheduler.delivery import NotYetError, Send, deliver_due
from scheduler.news import AT_ONCE, Newsroom
from scheduler.notices import Item, Notice
from scheduler.plan import Planner, Recipient
from scheduler.situation import Gatherer
from scheduler.store import Claimed

log = logging.getLogger(__name__)

WAKE_SECONDS = 30
# People who are planned for at a time; in between, questions are answered.
_BATCH = 200
_ENDING_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class _Looked:
    """When the plan was last made: the day, the latest hour at which anybody wants to be told, and what was written."""

    day: date
    hour: time
    changes: int


class Reminders:
    """Plans the day's messages and the record's news, and delivers what is due, whenever it is woken."""

    def __init__(self, gatherer: Gatherer, send: Send, now: Callable[[], datetime], *, at_once: int = 1) -> None:
        """Take where the situation comes from; `now` is the bot's clock (aware, Asia/Ho_Chi_Minh).

        At most `at_once` messages are on their way.
        """
        self._at = gatherer.sources
        self._gatherer = gatherer
        self._newsroom = Newsroom(self._at.record, self._at.people, self._at.outbox.told_of)
        self._send = send
        self._now = now
        self._at_once = at_once
        self._busy = asyncio.Lock()
        self._recorded = asyncio.Event()
        self._teller: asyncio.Task[None] | None = None
        self._scheduler: AsyncIOScheduler | None = None
        self._looked: _Looked | None = None
        self._last: datetime | None = None

    async def wake(self) -> int:
        """Plan news and for all whose slot is open, deliver what is due, and return how many messages went out."""
        try:
            self._plan_news()
        except Exception:  # it stays past the mark; the day's messages are told all the same
            log.exception("news could not be planned for now")
        async with self._busy:
            moment = self._now()
            self._at.outbox.settle(moment)
            self._at.outbox.let_go(moment.date())
            await self._plan(moment)
            return await self._deliver_due()

    async def tell(self) -> int:
        """Plan the record's news, deliver what is due, and return how many messages went out.

        Planned before its turn to deliver comes, news leaves in the middle of a broadcast too.
        """
        self._plan_news()
        async with self._busy:
            return await self._deliver_due()

    async def _deliver_due(self) -> int:
        return await deliver_due(self._at.outbox, self._deliver, self._now, at_once=self._at_once)

    def _plan_news(self) -> None:
        """Plan what was recorded since the last time, whichever process recorded it."""
        planned, moment = self._at.outbox.told_up_to(), self._now()
        notices, last = self._newsroom.since(planned, moment.date())
        if last > planned:
            self._at.outbox.plan_news(notices, last, moment)

    async def _plan(self, moment: datetime) -> None:
        """Plan what can be planned now, unless that was done and nothing was written since."""
        back = self._last is not None and moment < self._last  # a calendar that is moved can go back
        self._last = moment
        if not back and self._looking(moment) == self._looked:
            return
        situation = self._gatherer.situation(moment.date())
        planned = self._at.outbox.planned_for(moment.date())
        waiting = [one for one in situation.recipients if one.chat not in planned and one.preferences.opens(moment)]
        planner = Planner(situation, moment.date())
        for start in range(0, len(waiting), _BATCH):
            batch: list[Recipient] = waiting[start : start + _BATCH]
            self._at.outbox.plan((notice for one in batch if (notice := planner.notice(one))), moment)
            await asyncio.sleep(0)
        self._looked = self._looking(moment)

    def _looking(self, moment: datetime) -> _Looked:
        hours = {time(8), *(each.at for each in self._at.wishes.every_preference().values())}
        passed = max((hour for hour in hours if hour <= moment.time()), default=time.min)
        return _Looked(moment.date(), passed, self._at.outbox.changes)

    async def _deliver(self, claimed: Claimed) -> int | None:
        """Send what of a notice still is to be told.

        In quiet hours nothing of a day's message, which is decided anew the next day; of news only what answers
        somebody, and the rest when they are over.
        """
        notice, moment = claimed.notice, self._now()
        wanted = self._at.wishes.preferences(notice.chat)
        if wanted.is_quiet(moment.time()) and not claimed.may_have_arrived:
            if not notice.entry:
                return None
            if notice.items[0].step not in AT_ONCE:
                raise NotYetError(wanted.quiet_until(moment))
        over = [item for item in notice.items if not self._stands(notice, item)]
        if over:
            self._at.outbox.drop_items(claimed.number, (item.key for item in over))
            left = tuple(item for item in notice.items if item not in over)
            claimed = replace(claimed, notice=replace(notice, items=left))
        return await self._send(claimed) if claimed.notice.items else None

    def _stands(self, notice: Notice, item: Item) -> bool:
        return self._newsroom.stands(notice.chat, item) if notice.entry else self._gatherer.stands(item)

    def start(self) -> None:
        """Wake up every half minute from now on, and whenever something was recorded; late, it still runs, once.

        Whoever starts is alone (see `bot.alone`), so what a crash left on its way is settled at once, and what it left
        recorded is told.
        """
        self._at.outbox.settle(self._now(), alone=True)
        self._scheduler = AsyncIOScheduler(timezone=self._now().tzinfo)
        self._scheduler.add_job(
            self.wake, "interval", seconds=WAKE_SECONDS, misfire_grace_time=None, coalesce=True, max_instances=1
        )
        self._scheduler.start()
        self._recorded.set()
        self._at.record.on_commit = self._recorded.set
        self._teller = asyncio.create_task(self._tell_what_is_recorded())

    async def _tell_what_is_recorded(self) -> None:
        while True:
            await self._recorded.wait()
            self._recorded.clear()
            try:
                with named_troubles():
                    await self.tell()
            except (StoreBusyError, StoreFullError) as error:  # it lies past the mark: the next wake-up tries again
                log.warning("news could not be told for now: %s", error)
            except Exception:
                log.exception("news could not be told for now")

    async def stop(self) -> None:
        """Stop waking up, and let what is on its way arrive, if that takes no longer than a moment."""
        self._at.record.on_commit = None
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None
        if self._teller is not None:
            self._teller.cancel()
            await asyncio.gather(self._teller, return_exceptions=True)
            self._teller = None
        with suppress(TimeoutError):
            async with asyncio.timeout(_ENDING_SECONDS), self._busy:
                pass
