"""The recurring job: APScheduler only wakes it, the tables remember what is planned and sent."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, time

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from knowledge.base import KnowledgeBase
from knowledge.directives import Task
from knowledge.store import TaskQuery
from scheduler.delivery import Send, deliver_due
from scheduler.plan import plan_digests
from scheduler.store import FollowingStore, Outbox

log = logging.getLogger(__name__)

MORNING = time(8)
WAKE_SECONDS = 30


class Reminders:
    """Plans the day's digests and delivers what is due, whenever it is woken."""

    def __init__(
        self,
        base: KnowledgeBase,
        following: FollowingStore,
        outbox: Outbox,
        send: Send,
        now: Callable[[], datetime],
    ) -> None:
        """Take the rooms it works with; `now` is the bot's clock (aware, Asia/Ho_Chi_Minh)."""
        self._base = base
        self._following = following
        self._outbox = outbox
        self._send = send
        self._now = now
        self._busy = asyncio.Lock()
        self._scheduler: AsyncIOScheduler | None = None

    async def wake(self) -> int:
        """Plan today's digests once it is morning, deliver what is due, and return how many went out."""
        async with self._busy:
            moment = self._now()
            self._outbox.settle(moment)
            if moment.timetz().replace(tzinfo=None) >= MORNING:
                followers = self._following.all()
                tasks_of = {f.agency: self._tasks(f.agency) for f in followers}
                self._outbox.plan(plan_digests(followers, tasks_of, moment.date()), moment)
            return await deliver_due(self._outbox, self._send, self._now)

    def _tasks(self, agency: str) -> list[Task]:
        return self._base.store.tasks(TaskQuery(agencies=(agency,), through_groups=False))

    def start(self) -> None:
        """Wake up every half minute from now on; a late wake-up still runs, once."""
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
