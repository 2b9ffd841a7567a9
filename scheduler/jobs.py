"""The recurring job: APScheduler only wakes it, the tables remember what is planned and sent."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from scheduler.delivery import Send, deliver_due
from scheduler.plan import Planner, Recipient
from scheduler.situation import Gatherer
from scheduler.store import Claimed

log = logging.getLogger(__name__)

WAKE_SECONDS = 30
# People who are planned for at a time; in between, questions are answered.
_BATCH = 200


@dataclass(frozen=True, slots=True)
class _Looked:
    """When the plan was last made: the day, the latest hour at which anybody wants to be told, and what was written."""

    day: date
    hour: time
    changes: int


class Reminders:
    """Plans the day's messages and delivers what is due, whenever it is woken."""

    def __init__(self, gatherer: Gatherer, send: Send, now: Callable[[], datetime], *, at_once: int = 1) -> None:
        """Take where the situation comes from; `now` is the bot's clock (aware, Asia/Ho_Chi_Minh).

        At most `at_once` messages are on their way.
        """
        self._at = gatherer.sources
        self._gatherer = gatherer
        self._send = send
        self._now = now
        self._at_once = at_once
        self._busy = asyncio.Lock()
        self._scheduler: AsyncIOScheduler | None = None
        self._looked: _Looked | None = None
        self._last: datetime | None = None

    async def wake(self) -> int:
        """Plan for all whose slot is open, deliver what is due, and return how many messages went out."""
        async with self._busy:
            moment = self._now()
            self._at.outbox.settle(moment)
            self._at.outbox.let_go(moment.date())
            await self._plan(moment)
            return await deliver_due(self._at.outbox, self._deliver, self._now, at_once=self._at_once)

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
        """Send what of a notice still is to be told; in quiet hours nothing, and it is decided anew the next day."""
        wanted = self._at.wishes.preferences(claimed.notice.chat)
        if wanted.is_quiet(self._now().time()) and not claimed.may_have_arrived:
            return None
        over = [item for item in claimed.notice.items if not self._gatherer.stands(item)]
        if over:
            self._at.outbox.drop_items(claimed.number, (item.key for item in over))
            left = tuple(item for item in claimed.notice.items if item not in over)
            claimed = replace(claimed, notice=replace(claimed.notice, items=left))
        return await self._send(claimed) if claimed.notice.items else None

    def start(self) -> None:
        """Wake up every half minute from now on; a late wake-up still runs, once.

        Whoever starts is alone (see `bot.alone`), so what a crash left on its way is settled at once.
        """
        self._at.outbox.settle(self._now(), alone=True)
        self._scheduler = AsyncIOScheduler(timezone=self._now().tzinfo)
        self._scheduler.add_job(
            self.wake, "interval", seconds=WAKE_SECONDS, misfire_grace_time=None, coalesce=True, max_instances=1
        )
        self._scheduler.start()

    def stop(self) -> None:
        """Stop waking up."""
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None
